package text

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/phrase"
)

// pieces cuts text[from:to] where lines may end (UAX 14) and measures them, in em.
func (f *Fonts) pieces(s Spec, text []rune, from, to int, rtl bool, limit float64, hyphenate bool) []piece {
	if from == to {
		return []piece{{from: from, to: to}}
	}
	adv := make([]float64, to-from+1) // by rune, 0 inside clusters
	for _, o := range f.runs(s, text, from, to, rtl) {
		for _, g := range o.Glyphs {
			if missingGlyph(f, text, g) {
				continue
			}
			w := float64(g.Advance) / 64 / em
			if w != 0 {
				w += s.Track
			}
			adv[g.TextIndex()-from] += w
		}
	}
	var out []piece
	at := from
	add := func(end int, hyphen bool) {
		p := piece{from: at, to: end, hyphen: hyphen}
		ink := end
		for ink > at && unicode.IsSpace(text[ink-1]) {
			ink--
		}
		for i := at; i < end; i++ {
			if i < ink {
				p.w += adv[i-from]
			} else {
				p.space += adv[i-from]
			}
		}
		p.stop = ink > at && strings.ContainsRune(".!?…。！？", text[ink-1])
		p.clause = ink > at && strings.ContainsRune(",;:–—、，；：", text[ink-1])
		p.name = named(text, at, ink, end, to)
		p.glue = !hyphen && glued(text, at, ink, end, to)
		out = append(out, p)
		at = end
	}
	// What fits a line at the least size is not parted before that.
	patience := limit
	if !hyphenate && !s.Rigid && s.Least > 0 && s.Width > 0 {
		patience = max(limit, s.Width/(s.Size*s.Least))
	}
	for _, end := range f.lineEnds(text, from, to, s.Lang, patience, adv) {
		w := 0.0
		for i := at; i < end; i++ {
			w += adv[i-from]
		}
		if hyphenate && w-s.Track > limit {
			f.chop(s, text, at, end, limit, func(i int) float64 { return adv[i-from] }, add)
		}
		add(end, false)
	}
	return out
}

// lineEnds lists where lines of text[from:to] may end: by UAX 14 and, in scripts
// without spaces, between phrases only, in Korean between words only. A phrase or word
// that is wider than a line may end wherever UAX 14 lets it.
func (f *Fonts) lineEnds(text []rune, from, to int, lang string, limit float64, adv []float64) []int {
	f.lines.Init(text[from:to])
	it := f.lines.LineIterator()
	var all []int
	for it.Next() {
		l := it.Line()
		all = append(all, from+l.Offset+len(l.Text))
	}
	phrases := phrase.Ends(text[from:to], lang)
	if phrases == nil && !slices.ContainsFunc(text[from:to], hangul) {
		return all
	}
	var out []int
	start, w := from, 0.0 // of the phrase
	var inside []int      // places in it that UAX 14 allows
	for i := from + 1; i <= to; i++ {
		w += adv[i-1-from]
		allowed := len(all) > 0 && all[0] == i
		if allowed {
			all = all[1:]
		}
		end := allowed
		if i < to {
			switch a, b := text[i-1], text[i]; {
			case (hangul(a) || hangul(b)) && wordy(a) && wordy(b):
				end = false
			case phrases == nil:
			case unicode.Is(unicode.Thai, a) && unicode.Is(unicode.Thai, b):
				end = phrases[i-from]
			case phrase.Spaceless(a) || phrase.Spaceless(b):
				end = allowed && (phrases[i-from] || unicode.IsSpace(a))
			}
		}
		switch {
		case end:
			if w > limit && i > start+1 {
				out = append(out, inside...)
			}
			out, inside, start, w = append(out, i), nil, i, 0
		case allowed:
			inside = append(inside, i)
		}
	}
	return out
}

func hangul(r rune) bool { return unicode.Is(unicode.Hangul, r) }

func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// chop breaks an over-wide word into parts that fit: where the parts of a compound meet,
// or a syllable begins, if such a place is near.
func (f *Fonts) chop(s Spec, text []rune, from, to int, limit float64, adv func(int) float64, add func(int, bool)) {
	hy := .36 + s.Track
	start, w := from, 0.0
	for i := from; i < to; i++ {
		w += adv(i)
		if w+hy <= limit || i == start {
			continue
		}
		last := i // what is left over is no stump
		if to-i < leastPart && i-leastPart > start {
			last = to - leastPart
		}
		cut := nearest(last, start, 14, func(k int) bool { return phrase.Joint(text[from:to], k-from, s.Lang) })
		if cut == last {
			cut = nearest(last, start, 9, func(k int) bool { return phrase.Breaks(text[from:to], k-from, s.Lang) })
		}
		add(cut, unicode.IsLetter(text[cut-1]) && text[cut-1] < 0x2e80 && !unicode.In(text[cut-1], unicode.Thai, unicode.Arabic))
		start, w = cut, 0
		for k := cut; k <= i; k++ {
			w += adv(k)
		}
	}
}

// leastPart is how many letters the last part of a word has at least.
const leastPart = 5

// nearest is the first place of its kind at or before i, at most far letters off and some
// way behind start; where there is none it is i.
func nearest(i, start, far int, kind func(k int) bool) int {
	for k := i; k > start+2 && k > i-far; k-- {
		if kind(k) {
			return k
		}
	}
	return i
}

// weak words do not end a line.
var weak = map[string]bool{"a": true, "an": true, "the": true, "of": true, "to": true, "in": true, "and": true, "or": true,
	"der": true, "die": true, "das": true, "ein": true, "eine": true, "und": true, "le": true, "la": true, "les": true, "de": true,
	"el": true, "los": true, "un": true, "une": true, "il": true, "i": true, "for": true, "by": true, "at": true, "on": true, "with": true}

// glued says whether a line should not end after text[at:ink]: after a weak word,
// inside a word that has a hyphen, between a number and its unit.
func glued(text []rune, at, ink, end, to int) bool {
	if end >= to || ink <= at {
		return false
	}
	w := string(text[at:ink])
	if weak[strings.ToLower(w)] {
		return true
	}
	next := text[end]
	last := text[ink-1]
	if ink == end && last == '-' && ink-at > 1 && (unicode.IsLetter(next) || unicode.IsDigit(next)) {
		return true // a word with a hyphen of its own: "Moonlight-Setup"
	}
	if unicode.IsDigit(last) && ink < end {
		if next == '%' || next == '°' {
			return true
		}
		n := 0
		for i := end; i < to && !unicode.IsSpace(text[i]); i++ {
			n++
		}
		return n <= 3
	}
	return false
}

// named says whether a line that ends after text[at:ink] would part a name: two words with
// capitals in the middle of a text of small letters.
func named(text []rune, at, ink, end, to int) bool {
	if end >= to || ink <= at || at == 0 || ink == end || !unicode.IsUpper(text[at]) || !unicode.IsUpper(text[end]) {
		return false
	}
	return unicode.IsLetter(text[ink-1])
}

// breakLines chooses the line ends. Balanced text minimises its longest line with
// as few lines as filling would need, or one more where that lets sentences stand
// alone and more is set; ragged text fills.
func breakLines(ps []piece, limit float64, ragged, more bool) []line {
	fill := fillLines(ps, limit)
	if ragged || len(fill) == 1 {
		return toLines(ps, fill)
	}
	n, k := len(ps), len(fill)
	if n > 160 {
		return toLines(ps, fill)
	}
	ends, cost := balance(ps, limit, k)
	if more && k < n {
		if e, c := balance(ps, limit, k+1); c+.25 < cost {
			ends = e
		}
	}
	if ends == nil {
		ends = fill
	}
	return toLines(ps, ends)
}

// balance sets the pieces in exactly k lines and says what that costs.
func balance(ps []piece, limit float64, k int) ([]int, float64) {
	n := len(ps)
	width := func(i, j int) float64 { // pieces i..j on one line
		w := 0.0
		for p := i; p < j; p++ {
			w += ps[p].w + ps[p].space
		}
		w += ps[j].w
		if ps[j].hyphen {
			w += .36
		}
		return w
	}
	total := width(0, n-1)
	ideal := total / float64(k)
	// best[l][j]: least cost of setting pieces 0..j-1 in l lines.
	inf := math.Inf(1)
	best := make([][]float64, k+1)
	from := make([][]int, k+1)
	for l := range best {
		best[l] = make([]float64, n+1)
		from[l] = make([]int, n+1)
		for j := range best[l] {
			best[l][j] = inf
		}
	}
	best[0][0] = 0
	for l := 1; l <= k; l++ {
		for j := 1; j <= n; j++ {
			for i := j - 1; i >= 0; i-- {
				w := width(i, j-1)
				if w > limit && i < j-1 {
					break
				}
				if best[l-1][i] == inf {
					continue
				}
				d := (w - ideal) / ideal
				c := d * d * d * d * 4
				if w > ideal {
					c += d * d * 3
				} else {
					c += d * d
				}
				if w > limit {
					c += 100
				}
				if j < n && ps[j-1].glue {
					c += .6
				}
				if j < n && ps[j-1].name {
					c += 1.2
				}
				if j < n && ps[j-1].clause && w > .8*ideal {
					c -= .35
				}
				if j == n && i == n-1 && ps[i].to-ps[i].from < 6 && l > 1 && !ps[i-1].clause {
					c += 2 // a widow; after a clause it is the town of an address, say
				}
				if j < n && ps[j-1].stop {
					c -= .5
				}
				for p := j - 2; p >= i && p >= j-3 && j < n; p-- {
					if ps[p].stop && !ps[j-1].stop {
						c += .8 // the line ends just after a sentence began
					}
				}
				if best[l-1][i]+c < best[l][j] {
					best[l][j], from[l][j] = best[l-1][i]+c, i
				}
			}
		}
	}
	if best[k][n] == inf {
		return nil, inf
	}
	ends := make([]int, k)
	for l, j := k, n; l > 0; l-- {
		ends[l-1] = j
		j = from[l][j]
	}
	return ends, best[k][n]
}

// fillLines returns the piece index after each line when lines are filled.
func fillLines(ps []piece, limit float64) []int {
	var ends []int
	w, start := 0.0, 0
	for i, p := range ps {
		h := 0.0
		if p.hyphen {
			h = .36
		}
		if i > start && w+p.w+h > limit+1e-9 {
			ends = append(ends, i)
			start, w = i, 0
		}
		w += p.w + p.space
		if p.hyphen {
			// the next part of the same word starts a new line
			ends = append(ends, i+1)
			start, w = i+1, 0
		}
	}
	if start < len(ps) {
		ends = append(ends, len(ps))
	}
	return ends
}

func toLines(ps []piece, ends []int) []line {
	var out []line
	at := 0
	for _, e := range ends {
		out = append(out, line{ps[at].from, ps[e-1].to, ps[e-1].hyphen})
		at = e
	}
	return out
}
