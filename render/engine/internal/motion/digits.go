package motion

import (
	"image"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// A figure counts as a mechanical counter does: its digits stand in cells, the last
// one rolls with the count, and each other one rolls on while the digits behind it pass
// from nines to noughts.

// rolling is what a cell of a counting figure shows: a digit and, to the share by, the
// one that takes its place. A space is nothing.
type rolling struct {
	from, to rune
	by       float64
}

// counter says what each cell of the figure s shows at a share of its number, which is
// written as s is: the same decimals, separators and length. It returns nil when s is
// not a number. One that counts from a number of its own shows that one at no share; where
// it has more digits than s has cells, the count comes as any other does.
func counter(s string, from float64) func(share float64) []rolling {
	rs := []rune(s)
	digits := ""
	for _, r := range rs {
		switch {
		case unicode.IsDigit(r) && r < 128:
			digits += string(r)
		case strings.ContainsRune("−-+", r) && digits == "":
		case !strings.ContainsRune(".,'’ \u00a0\u2009\u202f", r):
			return nil
		}
	}
	whole, err := strconv.ParseFloat(digits, 64)
	if err != nil || whole == 0 {
		return nil
	}
	// The count begins with all its digits where that leaves enough to count: a gap
	// beside the currency would look like a mistake.
	full := math.Pow(10, float64(len(digits)-1)) / whole
	least := decimals(rs)
	from *= math.Pow(10, float64(least))
	if from >= math.Pow(10, float64(len(digits))) {
		from = 0
	}
	return func(share float64) []rolling {
		v := from + (whole-from)*share
		if from <= 0 && full < .7 {
			v = whole * max(share, full+(1-full)*share)
		}
		out := make([]rolling, len(rs))
		unit, place, begun := 1.0, 0, true // of the digit at hand; whether the number has digits there
		for i := len(rs) - 1; i >= 0; i-- {
			if !unicode.IsDigit(rs[i]) {
				out[i] = rolling{from: rs[i], to: rs[i]}
				if !begun && strings.ContainsRune(".,'’", rs[i]) {
					out[i] = rolling{from: ' ', to: ' '}
				}
				continue
			}
			n := math.Floor(v / unit)
			by := max(0, v-n*unit-(unit-1))
			show := func(n float64) rune {
				if n == 0 && place > least {
					return ' '
				}
				return '0' + rune(math.Mod(n, 10))
			}
			out[i] = rolling{show(n), show(n + 1), by}
			if by == 0 {
				out[i].to = out[i].from
			}
			unit *= 10
			place++
			begun = v >= unit || place <= least
		}
		return out
	}
}

// decimals is how many digits of a figure stand behind its point, or comma: a group of
// three behind a sign that stands once, or stands more than once, are thousands.
func decimals(rs []rune) int {
	for i := len(rs) - 1; i >= 0; i-- {
		if rs[i] != '.' && rs[i] != ',' {
			continue
		}
		n := len(rs) - 1 - i
		if before := string(rs[:i]); n != 3 || strings.ContainsAny(before, ".,") && !strings.ContainsRune(before, rs[i]) {
			return n
		}
		return 0
	}
	return 0
}

// cell is a place in a figure: a digit or sign, or a word, whose letters belong together.
type cell struct {
	text string
	at   int // of its first rune in the figure
}

// room is what stands free on either side of a cell, in sizes: a dash between digits set as
// tight as these would touch them.
func (k cell) room() float64 {
	if k.at > 0 && (k.text == "–" || k.text == "-" || k.text == "—") {
		return .05
	}
	return 0
}

// cellsOf parts a figure into cells, from the left of the stage as it is composed. Words
// from the right ("3 מתוך 4") run from the right, and so do the numbers between them;
// within a number digits run from the left in every script, which a stage that will
// be turned over holds the other way round.
func cellsOf(rs []rune, turned bool) []cell {
	var all []cell
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }
	fromRight := false
	for i := 0; i < len(rs); {
		j := i + 1
		for word(rs[i]) && j < len(rs) && word(rs[j]) {
			j++
		}
		k := cell{string(rs[i:j]), i}
		if rs[i] == '\u00a0' {
			k.text = " "
		}
		fromRight = fromRight || rightToLeft(rs[i])
		all = append(all, k)
		i = j
	}
	if !turned {
		return all
	}
	for i := 0; i < len(all); {
		j := i
		for j < len(all) && !(fromRight && (all[j].text == " " || rightToLeft(rs[all[j].at]))) {
			j++
		}
		slices.Reverse(all[i:j])
		i = j + 1
	}
	return all
}

// rightToLeft tells letters whose words run from the right; the digits of their scripts
// run from the left, as all digits do.
func rightToLeft(r rune) bool {
	return unicode.IsLetter(r) && unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana)
}

// follows says whether a unit stands behind its number as its script reads, to the left
// of it: words and signs do; what is said with the number as one (2M, 3×), and percent
// in Hebrew, stand to the right.
func follows(unit, lang string) bool {
	unit = strings.TrimSpace(unit)
	base := baseLang(lang)
	switch rs := []rune(unit); {
	case unit == "%":
		return base != "he" && base != "iw" && base != "yi"
	case len(rs) == 1 && (rs[0] < 128 && unicode.IsLetter(rs[0]) || rs[0] == '×' || rs[0] == '°'):
		return false
	}
	return true
}

// spaceCell is the width of a space in a figure ("3 in 4"), in sizes.
const spaceCell = .2

type glyphAt struct {
	s         *scene.Sprite
	dx, dy, w float64
}

// counting is a figure in its cells while it counts. A cell is as wide as the glyph it ends
// on, so that the figure stands well set; until then it is as wide as the widest digit, so
// that no digit touches the next and none makes the others jump, and it closes up as the
// count comes to rest.
type counting struct {
	cells []cell
	own   []float64        // width of what each cell ends on, px
	wide  map[rune]float64 // width of each digit, px
	most  float64          // of them
	share float64          // of the room that wide digits ask for that there is
	runes []rune
	count func(share float64) []rolling // nil = it stands
	at    func(t float64) float64       // how much has been counted, 0–1
	start bool                          // it counts from a number of its own
}

// counting parts a figure into cells; their widths are still to be measured.
func newCounting(f *scene.Figure, turned bool) *counting {
	n := &counting{runes: []rune(f.Text)}
	n.cells = cellsOf(n.runes, turned)
	if !f.Still {
		n.count = counter(f.Text, f.Start)
		n.start = f.Start > 0
	}
	return n
}

// widths measures the digits that are counted through.
func (n *counting) widths(of func(string) float64) {
	n.wide, n.most = map[rune]float64{}, 0
	if n.count == nil {
		return
	}
	for r := '0'; r <= '9'; r++ {
		n.wide[r] = of(string(r))
		n.most = max(n.most, n.wide[r])
	}
}

// loose is how much more room than in the end the figure takes where its digits stand in
// the widest cells, px.
func (n *counting) loose() (px float64) {
	for i, cell := range n.cells {
		if n.count != nil && unicode.IsDigit(n.runes[cell.at]) {
			px += n.most - n.own[i]
		}
	}
	return px
}

// closes is the share of the count after which its cells close up.
const closes = .6

// state is what each rune of the figure shows at t.
func (n *counting) state(t float64) []rolling {
	k := n.at(t)
	switch {
	case n.count != nil && n.start && k < 1:
		return n.count(inOutCubic(k))
	case n.count != nil && k > 0 && k < 1:
		return n.count(.6 + .4*outQuint(k))
	}
	out := make([]rolling, len(n.runes))
	for i, r := range n.runes {
		if out[i].from = r; n.count != nil && k <= 0 && unicode.IsDigit(r) {
			out[i].from = '0' // what waits counts nothing yet
		}
	}
	return out
}

// extra is how much wider than in the end cell i is at t, px.
func (n *counting) extra(i int, v rolling, t float64) float64 {
	if n.count == nil || !unicode.IsDigit(n.runes[n.cells[i].at]) {
		return 0
	}
	k := n.at(t)
	if k >= 1 {
		return 0
	}
	shown := n.wide[v.from]
	if v.by > 0 {
		shown += (n.wide[v.to] - shown) * v.by
	}
	open := (n.most - n.own[i]) * (1 - inOutCubic(clamp01((k-closes)/(.95-closes))))
	return n.share * max(0, open, shown-n.own[i])
}

// taken is how much more room than in the end the first i cells take at t, px.
func (n *counting) taken(i int, state []rolling, t float64) (px float64) {
	for j := range i {
		px += n.extra(j, state[n.cells[j].at], t)
	}
	return px
}

// digits draws the figure in its cells, each showing what the count shows there; without
// a count it stands as it is.
func (c *comp) digits(n *counting, x, base, size float64, role look.Role, col look.RGB, tracks []track,
	mk func(string, float64, float64, float64, look.RGB) *text.Block) {
	sprites := map[string]*glyphAt{}
	get := func(r string) *glyphAt {
		if g := sprites[r]; g != nil {
			return g
		}
		b := mk(r, size, role.Weight, 0, col)
		sp, dx, dy := b.Sprite()
		g := &glyphAt{s: sp, dx: float64(dx), dy: float64(dy) - b.Rows[0].Baseline, w: b.W}
		if c.th.Style.TextShadow != "" {
			g.s, g.dx, g.dy = c.shadowed(b, -1)
			g.dy -= b.Rows[0].Baseline
		}
		sprites[r] = g
		return g
	}
	for i, cell := range n.cells {
		if cell.text == " " {
			x += spaceCell * size
			continue
		}
		final := get(cell.text)
		x += cell.room() * size
		left, py := c.pxX(x), c.pxY(base)
		digit := n.count != nil && unicode.IsDigit(n.runes[cell.at])
		// show draws the glyph that the cell shows, or the one that takes its place.
		show := func(t float64, next bool) scene.Pose {
			state := n.state(t)
			v := state[cell.at]
			r, by := v.from, v.by
			if next {
				r, by = v.to, v.by-1
			}
			if r == ' ' || math.Abs(by) >= 1 {
				return scene.Pose{}
			}
			g, px := final, left+n.taken(i, state, t)
			gx := px
			if digit {
				g = get(string(r))
				gx += (final.w + n.extra(i, v, t) - g.w) / 2
			}
			p := scene.Pose{Sprite: g.s, X: math.Round(gx + g.dx), Y: math.Round(py + g.dy - by*rollBy*size*c.u), Scale: 1, Alpha: clamp01(1.6 * (1 - math.Abs(by)))}
			y := p.Y
			for _, f := range tracks {
				f(t, &p)
			}
			if p.Alpha <= 0 {
				return scene.Pose{}
			}
			if by != 0 && p.Rotate == 0 { // through a window that is little higher than digits are
				top := py + p.Y - y - rollWindow*size*c.u
				clip(&p, image.Rect(int(px-size*c.u), int(top), int(px+2*size*c.u), int(top+(rollBy+.08)*size*c.u)))
			}
			return p
		}
		c.stage.Layers = append(c.stage.Layers, scene.Func(func(t float64) scene.Pose { return show(t, false) }))
		if digit {
			c.stage.Layers = append(c.stage.Layers, scene.Func(func(t float64) scene.Pose { return show(t, true) }))
		}
		x += final.w/c.u + role.Track*size + cell.room()*size
	}
}

// Digits roll past a window, in sizes: how far one rolls before the next has its place,
// and how high above their line the window begins.
const rollBy, rollWindow = .9, .84
