// Package caption groups spoken words into pages of captions, draws them with the
// current word marked, and writes the same pages as WebVTT and SubRip files.
package caption

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/scene"
)

// Options are the limits of a page. The zero value is landscape English.
type Options struct {
	Lang     string  // BCP 47, of the spoken text
	MaxChars int     // columns a line, full-width letters count two; 0 = 37, never above 42
	MaxLines int     // 0 = 2
	End      float64 // seconds: no page stands longer, because the scene ends; 0 = no limit
}

// whole is the widest word that stands on a line of its own rather than in pieces:
// type a little smaller reads better than half a word.
func (o Options) whole() int { return min(42, o.MaxChars+o.MaxChars/4) }

// fits tells whether words may share a line; one whole word always has one.
func (o Options) fits(columns, words int) bool { return columns <= o.MaxChars || words == 1 }

// Columns is the width of a caption line in a frame of w × h pixels.
func Columns(w, h int) int {
	if h > w {
		return Portrait
	}
	return Landscape
}

// Landscape and Portrait are the widths of LOOK's captions in columns.
const (
	Landscape = 37
	Portrait  = 22
)

// The timing rules, in seconds.
const (
	least    = 5.0 / 6 // a page stands at least this long where there is time
	tail     = .12     // and this much beyond its last word
	bridge   = .5      // shorter gaps between pages are closed
	pause    = .18     // a pause to break at
	longest  = 6.0
	linger   = .3 // a word stays marked so long after its end, unless the next one starts
	fewWords = 3
	manyWord = 7
	mostWord = 40 // characters of Chinese may come as words
)

// Word is a spoken word, or a piece of one too long for a line. Times are in
// seconds on the clock of the lines that [Pages] was given.
type Word struct {
	Text       string
	Start, End float64
	Glued      bool // no space between this and the word in front
}

// Page is one caption: what stands on screen at a time. Start and End are seconds.
type Page struct {
	Start, End float64
	Lang       string
	Lines      [][]Word // one or two
}

// Shift returns the page moved by dt seconds.
func (p Page) Shift(dt float64) Page {
	p.Start, p.End = p.Start+dt, p.End+dt
	lines := make([][]Word, len(p.Lines))
	for i, l := range p.Lines {
		for _, w := range l {
			w.Start, w.End = w.Start+dt, w.End+dt
			lines[i] = append(lines[i], w)
		}
	}
	p.Lines = lines
	return p
}

// Words are all words in order.
func (p Page) Words() []Word {
	var out []Word
	for _, l := range p.Lines {
		out = append(out, l...)
	}
	return out
}

// Current is the word being spoken at t: begun words have been begun, and the last
// of them is still in the ear. It is not once a pause has set in.
func (p Page) Current(t float64) (begun int, spoken bool) {
	for i, w := range p.Words() {
		if w.Start <= t+1e-6 {
			begun, spoken = i+1, t < w.End+linger
		}
	}
	return begun, spoken
}

// LineText is line i as it reads.
func (p Page) LineText(i int) string { return join(p.Lines[i]) }

// Text is all lines, one below the other.
func (p Page) Text() string {
	var out []string
	for i := range p.Lines {
		out = append(out, p.LineText(i))
	}
	return strings.Join(out, "\n")
}

func join(words []Word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 && !w.Glued {
			b.WriteByte(' ')
		}
		b.WriteString(w.Text)
	}
	return b.String()
}

// joined is the width of join(words), without building it.
func joined(words []Word) int {
	n := 0
	for i, w := range words {
		if i > 0 && !w.Glued {
			n++
		}
		n += width(w.Text)
	}
	return n
}

// limits are the options with what they leave out filled in.
func (o Options) limits() Options {
	if o.MaxChars <= 0 {
		o.MaxChars = Landscape
	}
	o.MaxChars = min(42, max(8, o.MaxChars))
	if o.MaxLines <= 0 {
		o.MaxLines = 2
	}
	return o
}

// Pages cuts the sentences into pages that nobody has to hurry to read: at clauses
// and pauses, three to seven words each, never across a sentence, at most MaxLines
// lines. No page runs at more than 20 columns a second where the time until the end lets all
// of them be read, as [Unread] says, and none comes more than a second after its first word
// where a way of cutting them and of holding them in the pauses allows that, as [Brake] says.
// Lines come in order of time, on a clock that begins at 0.
func Pages(lines []scene.Line, o Options) []Page {
	o = o.limits()
	all := allWords(lines, o)
	var out []Page
	for _, page := range split(all, o) {
		rows, _ := breakLines(words(page), o)
		out = append(out, Page{Start: page[0].Start, End: page[len(page)-1].End, Lang: o.Lang, Lines: rows})
	}
	hold(out, o.End)
	return out
}

// spoken is a word and where its sentence begins and ends among all words.
type spoken struct {
	Word
	from, to int
	ends     bool // the last of its sentence
}

// allWords are the words of all sentences; none begins before the one in front or ends
// after the next one's beginning.
func allWords(lines []scene.Line, o Options) []spoken {
	var out []spoken
	last := 0.0
	for _, l := range lines {
		ws := wordsOf(l, o)
		from := len(out)
		for i, w := range ws {
			w.Start = max(w.Start, last)
			w.End = max(w.Start, w.End)
			last = w.Start
			out = append(out, spoken{w, from, from + len(ws), i == len(ws)-1})
		}
	}
	for i := range out[:max(0, len(out)-1)] {
		out[i].End = min(out[i].End, out[i+1].Start)
	}
	return out
}

func words(of []spoken) []Word {
	out := make([]Word, len(of))
	for i, w := range of {
		out[i] = w.Word
	}
	return out
}

// hold gives every page its time: from its first word, or earlier in the pause before
// where reading takes longer than the words, or a little later where the page before is
// still being read, to a tail after the last word, the least time or the reading's end,
// as far as the next page leaves room. Short gaps are closed.
func hold(pages []Page, limit float64) {
	n := len(pages)
	// How early each page could come on, were all in front of it as short as can be.
	early := make([]float64, n)
	for i := 1; i < n; i++ {
		p := pages[i-1]
		early[i] = max(p.End, early[i-1]+reading(p.Lines))
	}
	next := math.Inf(1)
	if limit > 0 && n > 0 {
		next = max(pages[n-1].End, limit)
	}
	for i, until := n-1, next; i >= 0; i-- { // nor so late that the rest is not read
		early[i] = min(early[i], max(pages[i].Start, until-reading(pages[i].Lines)))
		until = early[i]
	}
	for i := n - 1; i >= 0; i-- {
		p := &pages[i]
		long := max(least, reading(p.Lines))
		p.Start = max(early[i], min(p.Start, next-long))
		end := max(p.End+tail, p.Start+long)
		if next-end < bridge {
			end = next
		}
		p.End = end
		next = p.Start
	}
}

// way is one way to cut the words so far into pages.
type way struct {
	hurry float64 // seconds that its pages come too late, or that the end is short of for reading
	late  float64 // seconds that its pages come after their words, no more than is well
	cost  float64
	free  float64 // when the next page can come on at the earliest
	start int     // of the last page
	back  int     // the way in front of that, among those that end at start
}

// split finds the cheapest of the ways to cut all words into pages that leave the most
// time to read.
func split(all []spoken, o Options) [][]spoken {
	n := len(all)
	if n == 0 {
		return nil
	}
	ways := make([][]way, n+1)
	ways[0] = []way{{}}
	for end := 1; end <= n; end++ {
		w := all[end-1]
		sentence := words(all[w.from:w.to])
		until := math.Inf(1)
		switch {
		case end < n:
			until = all[end].Start
		case o.End > 0:
			until = max(o.End, w.End)
		}
		var found []way
		for start := end - 1; start >= max(w.from, end-mostWord); start-- {
			c, rows := pageCost(sentence, start-w.from, end-w.from, o)
			if rows == nil && start < end-1 { // a single word always goes in
				break
			}
			for k, in := range ways[start] {
				done := in.free + reading(rows)
				if end < n { // the eye goes on to the next page as it does to the next word
					done += perColumn
				}
				hurry, behind, last := in.hurry, in.late, until
				if end < n {
					behind += max(0, min(done, until+Late)-until)
					last += Late
				}
				if done > last+1e-9 {
					hurry += done - last
				}
				found = append(found, way{hurry, behind, in.cost + c, max(w.End, done), start, k})
			}
		}
		ways[end] = best(found)
	}
	var out [][]spoken
	for end, k := n, 0; end > 0; {
		w := ways[end][k]
		out = append(out, all[w.start:end])
		end, k = w.start, w.back
	}
	slices.Reverse(out)
	return out
}

// mostWays is how many ways to the same word are followed up.
const mostWays = 10

// best keeps the ways that may lead to the best whole: the best so far, and worse ones
// that leave more time for what follows.
func best(ways []way) []way {
	slices.SortStableFunc(ways, func(a, b way) int {
		return cmp.Or(cmp.Compare(steps(a.hurry), steps(b.hurry)), cmp.Compare(min(1, steps(a.late)), min(1, steps(b.late))), cmp.Compare(a.cost+tardy*a.late, b.cost+tardy*b.late), cmp.Compare(a.free, b.free))
	})
	var out []way
	free := math.Inf(1)
	for _, w := range ways {
		if w.free < free-1e-9 {
			free = w.free
			if len(out) == mostWays {
				out = out[:mostWays-1] // the last one leaves the most time
			}
			out = append(out, w)
		}
	}
	return out
}

// tardy is the cost of a second that pages come late.
const tardy = 2

// steps are seconds that a reader feels: none, or tenths.
func steps(seconds float64) float64 { return math.Ceil(10*seconds - 1e-6) }

// pageCost says how bad words[start:end] of a sentence is as a page of these rows; they
// are nil where it cannot be one.
func pageCost(words []Word, start, end int, o Options) (cost float64, rows [][]Word) {
	page := words[start:end]
	rows, ugly := breakLines(page, o)
	if len(rows) > o.MaxLines {
		return math.Inf(1), nil
	}
	cost = 1 + ugly // every page costs: fewer are calmer
	count := counted(page)
	if count < fewWords && len(page) < len(words) {
		cost += 2.5 * float64(fewWords-count)
	}
	if count > manyWord {
		cost += 1.6 * float64(count-manyWord)
	}
	// Until the next word starts there is time to read.
	until := page[len(page)-1].End + tail
	if end < len(words) {
		until = words[end].Start
	}
	seconds := max(.05, until-page[0].Start)
	if seconds < least && len(page) < len(words) {
		cost += 5 * (least - seconds)
	}
	if seconds > longest {
		cost += 3 * (seconds - longest)
	}
	if over := (reading(rows)/seconds - 1) * MostCPS; over > 0 {
		cost += .2 * over
	}
	for i := 1; i < len(page); i++ {
		if gap := page[i].Start - page[i-1].End; gap > pause {
			cost += 1.5 + 4*min(1, gap-pause)
		}
	}
	if end < len(words) {
		cost += breakCost(words[end-1], words[end], o.Lang)
	}
	return cost, rows
}

// breakLines lays words out on as few lines as hold them, as even as they go. ugly
// is the cost of where it had to break.
func breakLines(words []Word, o Options) (rows [][]Word, ugly float64) {
	if joined(words) <= o.MaxChars || len(words) == 1 {
		return [][]Word{words}, 0
	}
	best, total, a := math.Inf(1), joined(words), 0
	for k := 1; k < len(words); k++ {
		// a is the first line, b the second.
		if k > 1 && !words[k-1].Glued {
			a++
		}
		a += width(words[k-1].Text)
		b := total - a
		if !words[k].Glued {
			b--
		}
		if !o.fits(a, k) || !o.fits(b, len(words)-k) {
			continue
		}
		c := breakCost(words[k-1], words[k], o.Lang) + 3*math.Abs(float64(a-b))/float64(o.MaxChars)
		if k == len(words)-1 && (b < 6 || 2*b < a) || k == 1 && 2*a < b {
			c += 2 // a word alone on a line much shorter than the other
		}
		if c < best {
			best, ugly = c, breakCost(words[k-1], words[k], o.Lang)/2
			rows = [][]Word{words[:k], words[k:]}
		}
	}
	if rows != nil {
		return rows, ugly
	}
	// More than two lines: fill them up.
	start := 0
	for k := 1; k <= len(words); k++ {
		if k == len(words) || joined(words[start:k+1]) > o.MaxChars {
			rows = append(rows, words[start:k])
			start = k
		}
	}
	return rows, float64(len(rows))
}
