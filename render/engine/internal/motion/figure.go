package motion

import (
	"math"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// mostForCount is the least share of its size that a figure keeps for the wide cells that
// its digits count in.
const mostForCount = .88

// waiting is how much of a figure is seen before it counts.
const waiting = .16

// bigFigure is a figure on one line: prefix, digits that count, and suffix. Lengths are in u.
type bigFigure struct {
	c      *comp
	f      *scene.Figure
	role   look.Role
	size   float64 // of its digits
	digits *counting
	ink    look.RGB // of its digits
	beside look.RGB // of what stands beside them

	// The prefix, in shares of size: its own, the gap behind it, and how far it hangs above
	// the digits' line.
	signSize, signGap, signRise float64

	x           float64 // its left edge
	mid         float64 // the middle of its line
	total       float64 // its width
	before, aft float64 // the widths of prefix and suffix, with their gaps
}

// figure sets prefix, digits and suffix at a size that fits w, and counts. It returns where
// the digits begin at their top, u.
func (c *comp) figure(f *scene.Figure, x, y, w, size float64, align text.Align, start, end float64) (top float64) {
	b := c.newFigure(f, size)
	b.fit(w)
	if b.x = x - .03*b.size; align == text.Center { // else currency signs hang outside the margin
		b.x = x - b.total/2
	}
	// The number's box is one line of the full size; smaller figures sit on the
	// same middle.
	if b.mid = y + 40.0/2; len(c.sc.Items) == 0 {
		b.mid = y + size/2
	}
	lean := 0.0 // share of the room for wide digits that is taken on the left
	if align == text.Center {
		lean = .5
	}
	fadeIn, start := b.fadeIn(start, end)
	b.digits.at = func(t float64) float64 { return ramp(c.held(t), start, end-start) }
	b.draw(lean, fadeIn, c.punch(c.pxX(b.x+b.total/2), c.pxY(b.mid), end))
	return b.mid - b.size*.365
}

// newFigure is a figure in the colours of the stage, smaller the more digits it has.
func (c *comp) newFigure(f *scene.Figure, size float64) *bigFigure {
	n := 0
	for _, r := range f.Text {
		if unicode.IsDigit(r) || unicode.IsLetter(r) {
			n++
		}
	}
	st := c.th.Style
	b := &bigFigure{c: c, f: f, role: look.HeroNumber, digits: newCounting(f, c.rtl), ink: c.st.Text, beside: c.th.A,
		size: size * []float64{1, 1, 1, 1, 1, .825, .625, .625, .45}[min(8, n)], signSize: .42, signGap: .05, signRise: .37}
	b.role.Weight, b.role.Track = st.NumberWeight, look.HeroNumber.Track+st.Track
	if b.role.Weight > 850 {
		b.role.Track += .024 // round digits this heavy would touch
	}
	if !c.st.Dark || st.Flat {
		b.beside = c.st.Text
	}
	if st.Name == "cinematic" {
		b.beside = c.st.Accent
	}
	if st.Flat {
		b.ink = c.st.Accent
		if st.Name == "retro" {
			b.ink = look.Repair(c.th.P, c.st.Base, 3)
		}
	} else if st.Card != look.HairCard && c.st.Dark {
		b.ink = look.RGB{R: 1, G: 1, B: 1}
	}
	if worded(f.Prefix) { // currency signs hang at the digits' top; words are read on their line
		b.signSize, b.signGap, b.signRise = .26, .08, 0
	}
	return b
}

// text sets a piece of the figure.
func (b *bigFigure) text(s string, size, weight, track float64, col look.RGB) *text.Block {
	return b.c.in.Fonts.Layout(text.Spec{Text: s, Size: size * b.c.u, Weight: weight, Track: track, Line: 1, Display: true, Color: ink(col), Rigid: true, Mirror: b.c.rtl})
}

func (b *bigFigure) prefix() *text.Block {
	return b.text(b.f.Prefix, b.size*b.signSize, min(640, b.role.Weight), -.02, b.beside)
}

// suffix is small for units in words and large for signs such as %.
func (b *bigFigure) suffix() *text.Block {
	share := .28
	if len([]rune(strings.TrimSpace(b.f.Suffix))) <= 2 {
		share = .5
	}
	return b.text(b.f.Suffix, b.size*share, min(700, b.role.Weight), -.03, b.beside)
}

// fit makes the figure as wide as w at the most, with room for the wide digits that it
// counts through as far as there is some.
func (b *bigFigure) fit(w float64) {
	b.measure()
	if b.total > w {
		b.size *= w / b.total
		b.measure()
	}
	widths := func() {
		b.digits.widths(func(s string) float64 { return b.text(s, b.size, b.role.Weight, 0, b.ink).W })
	}
	widths()
	if loose := b.total + b.digits.loose()/b.c.u; loose > w { // narrow digits count in wide cells
		b.size *= max(mostForCount, w/loose)
		b.measure()
		widths()
	}
	b.digits.share = clamp01((w - b.total) * b.c.u / max(1, b.digits.loose()))
}

// measure finds the widths at the figure's size.
func (b *bigFigure) measure() {
	total, size := 0.0, b.size
	b.before, b.aft = 0, 0
	b.digits.own = b.digits.own[:0]
	for _, k := range b.digits.cells {
		if k.text == " " {
			b.digits.own = append(b.digits.own, 0)
			total += spaceCell * size
			continue
		}
		wide := b.text(k.text, size, b.role.Weight, 0, b.ink).W
		b.digits.own = append(b.digits.own, wide)
		total += wide/b.c.u + b.role.Track*size + 2*k.room()*size
	}
	if b.f.Prefix != "" {
		b.before = b.prefix().W/b.c.u + size*b.signGap
	}
	if b.f.Suffix != "" {
		b.aft = b.suffix().W/b.c.u + size*.06
	} else {
		total -= b.role.Track * size // nothing follows the last digit
	}
	b.total = total + b.before + b.aft
}

// fadeIn is how the figure comes on, and when it begins to count: it is faint until then
// where that is late.
func (b *bigFigure) fadeIn(start, end float64) (in track, counts float64) {
	c := b.c
	in = c.fade(max(0, start-.1), .25)
	if faint, count := start, end-longestCount; count > start+.3 {
		in = func(t float64, p *scene.Pose) {
			p.Alpha *= waiting*inOutSine(ramp(c.held(t), faint-.1, .25)) + (1-waiting)*inOutSine(ramp(c.held(t), count-.1, .25))
		}
		start = count
	}
	if m, ok := c.verb("figure"); ok && scene.VerbName(m.Verb) != "count" {
		in = asGroup(c.pxX(b.x+b.total/2), c.pxY(b.mid), c.move(m, max(.15, end-.5), 0))
	}
	return in, start
}

// draw lays the pieces side by side; they give way to wide digits while these are counted,
// the share lean of it to the left. Figures run from the left in every script.
func (b *bigFigure) draw(lean float64, fadeIn, punch track) {
	c, digits := b.c, b.digits
	behind := c.rtl && follows(b.f.Suffix, c.lang()) // the suffix stands behind the digits, as they are read
	baseline := b.mid + b.size*.365
	give := func(share float64) track {
		return func(t float64, p *scene.Pose) {
			p.X += math.Round(share * digits.taken(len(digits.cells), digits.state(t), t))
		}
	}
	if b.f.Prefix != "" {
		sign := b.prefix()
		x, at := b.x, -lean
		if c.rtl {
			at = 1 - lean
			x = b.turned(sign, x)
			if behind {
				x -= b.aft
			}
		}
		b.put(sign, x, baseline-b.size*b.signRise, fadeIn, give(at), punch)
	}
	if b.f.Suffix != "" {
		unit := b.suffix()
		x, at := b.x+b.total-b.aft+b.size*.06, 1-lean
		if c.rtl && !behind {
			x, at = b.turned(unit, x), -lean
		}
		b.put(unit, x, baseline, fadeIn, give(at), punch)
	}
	dx := b.x + b.before
	switch {
	case behind:
		dx = b.x
	case c.rtl:
		dx = b.x + b.aft
	}
	c.digits(digits, dx, baseline, b.size, b.role, b.ink, []track{fadeIn, give(-lean), punch}, b.text)
}

// turned is where a piece that would stand at x stands when the pieces run from the right.
func (b *bigFigure) turned(piece *text.Block, x float64) float64 {
	return 2*b.x + b.total - x - piece.W/b.c.u
}

// put sets a piece on a line.
func (b *bigFigure) put(piece *text.Block, x, base float64, tracks ...track) {
	c := b.c
	row := piece.Rows[0].Baseline / c.u
	s, dx, dy := piece.Sprite()
	if c.th.Style.TextShadow != "" {
		var fx, fy float64
		s, fx, fy = c.shadowed(piece, -1)
		dx, dy = int(fx), int(fy)
	}
	c.add(s, c.pxX(x)+float64(dx), c.pxY(base-row)+float64(dy), tracks...)
}
