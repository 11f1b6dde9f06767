package motion

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// drawCode is a code block that types itself in a window.
func drawCode(c *comp) {
	src := strings.TrimRight(strings.ReplaceAll(c.sc.Code, "\t", "  "), " \n")
	if src == "" {
		drawStatement(c)
		return
	}
	c.stageMotif(box{0, 10, 200, 200})
	bottom := c.stageHead(c.pick(150, c.w-13))
	top := max(c.pick(25, 40), bottom+3.5)
	foot := c.pick(91, 137)
	if c.spoken() {
		foot = c.pick(79, 116)
	}
	m := c.margin()
	if c.port {
		m = 5
	}
	b := box{m, top, c.w - 2*m, foot - top}
	if c.w > 177 {
		b.w = 177.78 - 2*m
	}
	// The window is as high as its lines need; a few lines are set wide and stand where
	// the eye looks.
	lines, size, pitch := c.fitCode(src, box{w: b.w - 8, h: b.h - 10.5})
	if need := max(30, float64(len(lines))*pitch+11); need < b.h {
		b.y += (b.h - need) * .4
		b.h = need
	}
	dark := c.th.Tint(.17, min(.04, c.th.P.LCH().C), 0)
	k := c.newCanvas(b.w, b.h, 13)
	st := c.th.Style
	if st.Flat {
		k.plate(0, 0, b.w, b.h, cardStyle{fill: &dark})
	} else {
		k.shadow(0, 0, b.w, b.h, 2.8, 3, 8, c.th.Ink0, .5)
		k.rr(0, 0, b.w, b.h, 2.8, solid(dark), 1)
		k.outline(0, 0, b.w, b.h, 2.8, .1, white(.14), 1)
	}
	for i, col := range []string{"#FF5F57", "#FEBC2E", "#28C840"} {
		k.disc(3.4+float64(i)*2.6, 3.4, .85, solid(look.MustHex(col)), 1)
	}
	if l := c.sc.CodeLang; l != "" {
		lb := c.block(set{role: look.Role{Land: 2, Port: 2.4, Weight: 540, Line: 1.2}, text: l, w: 30, lines: 1, color: look.RGB{R: .66, G: .7, B: .78}})
		k.text(lb, b.w-3.2-c.wid(lb), 3.4-c.hgt(lb)/2)
	}
	k.put(b.x, b.y, c.enter(.2))
	c.typeCode(lines, box{b.x + 4, b.y + 7.6, b.w - 8, b.h - 10.5}, size, pitch)
	c.furniture()
	c.captionZone(box{})
}

// fitCode is the code broken to lines that a box holds, its type and its line pitch, u. As
// long as they are read with ease, lines stay whole; longer ones are broken rather than
// set small.
func (c *comp) fitCode(src string, b box) (lines []codeLine, size, pitch float64) {
	ease := c.pick(2.9, 3.4)
	whole := strings.Count(src, "\n") + 1
	try := func(q float64, most int) bool {
		size, lines = q, wrapped(src, int(b.w/(.6*q)))
		return len(lines) <= min(most, int(b.h/(1.5*q)))
	}
	found := false
	for q := c.pick(4.6, 4.4); q >= .85*ease && !found; q -= .1 {
		found = try(q, whole)
	}
	for q := ease; q > c.floor && !found; q -= .1 {
		found = try(q, math.MaxInt)
	}
	if !found {
		try(c.floor, math.MaxInt)
	}
	each := b.h / float64(len(lines))
	return lines, size, max(1.5, min(c.pick(1.6, 2.1), .86*each/size)) * size
}

// codeLine is a line of code as it is shown.
type codeLine struct {
	text   string
	goesOn bool // it is what the line above has no room for
}

// wrapped breaks lines of code that are longer than cols letters, and sets what follows in:
// at a space, where that leaves half a line at least, else after a sign, else anywhere.
func wrapped(src string, cols int) (out []codeLine) {
	const in = 4 // letters that what follows is set in
	cols = max(cols, 3*in)
	for _, line := range strings.Split(src, "\n") {
		indent := line[:min(len(line)-len(strings.TrimLeft(line, " ")), cols-2*in)]
		rest, first := []rune(line), max(len(indent)+in, cols/2)
		for goesOn := false; ; goesOn = true {
			if len(rest) <= cols {
				out = append(out, codeLine{string(rest), goesOn})
				break
			}
			at := lastWhere(rest[:cols+1], first, func(i int) bool { return rest[i] == ' ' })
			for _, signs := range []string{",;({[=|&", "/?.-_:"} {
				if at < 0 {
					at = lastWhere(rest[:cols+1], first, func(i int) bool { return strings.ContainsRune(signs, rest[i-1]) })
				}
			}
			if at < 0 {
				at = cols
			}
			out = append(out, codeLine{strings.TrimRight(string(rest[:at]), " "), goesOn})
			rest = []rune(indent + strings.Repeat(" ", in) + strings.TrimLeft(string(rest[at:]), " "))
		}
	}
	return out
}

// lastWhere is the last place of rs after the first ones that is, -1 where none is.
func lastWhere(rs []rune, first int, is func(i int) bool) int {
	for i := len(rs) - 1; i > first; i-- {
		if is(i) {
			return i
		}
	}
	return -1
}

// typeCode sets the lines and opens each as it is typed.
func (c *comp) typeCode(lines []codeLine, b box, size, pitch float64) {
	fit := int(b.h/pitch + .01)
	if len(lines) > fit {
		lines = append(lines[:max(1, fit-1)], codeLine{text: "…"})
	}
	total := 0
	for _, l := range lines {
		total += len([]rune(l.text)) + 3
	}
	span := max(.8, min(.62*c.in.Seconds, float64(total)/38))
	per := span / float64(max(1, total))
	t0 := .6
	cell := .6 * size * c.u
	type stop struct {
		at   float64
		x, y float64
		n    int
	}
	var stops []stop
	var before []rune // of the same line of the source
	for i, l := range lines {
		rs := []rune(l.text)
		if !l.goesOn {
			before = nil
		}
		y := b.y + float64(i)*pitch
		stops = append(stops, stop{t0, b.x, y, len(rs)})
		if strings.TrimSpace(l.text) != "" {
			blk := c.in.Fonts.Layout(text.Spec{Text: l.text, Size: size * c.u, Weight: 500, Line: 1.5, Mono: true, Rigid: true,
				Color: codePlain.NRGBA(1), Spans: highlightAfter(before, rs, c.th)})
			s, dx, dy := blk.Sprite()
			px, py := c.pxX(b.x)+float64(dx), c.pxY(y)+float64(dy)
			start, n := t0, len(rs)
			left := c.pxX(b.x)
			l := c.add(s, px, py, func(t float64, p *scene.Pose) {
				typed := math.Floor((t - start) / per)
				if typed >= float64(n) {
					return
				}
				if typed <= 0 {
					p.Alpha = 0
					return
				}
				r := c.px(c.frame())
				r.Max.X = int(left + typed*cell + .5)
				clip(p, r)
			})
			c.note(l, blk, s.Img.Rect)
		}
		before = append(before, rs...)
		t0 += per * float64(len(rs)+3)
	}
	end := t0
	cur := c.newCanvas(.28, size*1.2, 0)
	cur.rr(0, 0, .28, size*1.2, .1, solid(c.th.A), 1)
	spr := cur.sprite()
	c.stage.Layers = append(c.stage.Layers, scene.Func(func(t float64) scene.Pose {
		if t < .6 || t > end && math.Mod(t-end, 1) > .5 {
			return scene.Pose{}
		}
		s := stops[0]
		for _, q := range stops {
			if t >= q.at {
				s = q
			}
		}
		n := min(float64(s.n), math.Floor((t-s.at)/per))
		return scene.Pose{Sprite: spr, X: math.Round(c.pxX(s.x) + n*cell), Y: math.Round(c.pxY(s.y + size*.15)), Scale: 1, Alpha: 1}
	}))
}

var codePlain = look.MustHex("#E6EAF4")

var keywords = map[string]bool{}

func init() {
	for _, w := range strings.Fields("func function def class return if else elif for while in of import from package const let var type struct interface switch case break continue go defer select range map chan nil null None true false True False async await yield try except catch finally throw raise new public private static void int string bool float echo export do then fi done select where insert update delete create table into values and or not with as lambda use fn mut pub impl match enum trait module require end begin") {
		keywords[w] = true
	}
}

// highlightAfter colours a line that goes on after others as the whole would be coloured.
func highlightAfter(before, rs []rune, th *look.Theme) []text.Span {
	n := len(before)
	if n == 0 {
		return highlight(rs, th)
	}
	var out []text.Span
	for _, s := range highlight(slices.Concat(before, rs), th) {
		if s.To > n {
			s.From, s.To = max(0, s.From-n), s.To-n
			out = append(out, s)
		}
	}
	return out
}

// highlight colours comments, strings, numbers and keywords of any common language.
func highlight(rs []rune, th *look.Theme) []text.Span {
	comment := look.MustHex("#7F8AA3")
	str := look.MustHex("#9BE3A8")
	number := look.MustHex("#FFCB7D")
	key := look.Repair(look.LCH{L: .76, C: .13, H: th.HP}.RGB(), look.MustHex("#141B30"), 5)
	var out []text.Span
	for i := 0; i < len(rs); {
		r := rs[i]
		switch {
		case r == '#' && (i == 0 || unicode.IsSpace(rs[i-1])) || r == '/' && i+1 < len(rs) && rs[i+1] == '/' && (i == 0 || rs[i-1] != ':') || r == '-' && i+1 < len(rs) && rs[i+1] == '-' && i+2 < len(rs) && rs[i+2] == ' ':
			return append(out, span(i, len(rs), comment))
		case r == '"' || r == '\'' || r == '`':
			j := i + 1
			for j < len(rs) && rs[j] != r {
				if rs[j] == '\\' {
					j++
				}
				j++
			}
			j = min(j+1, len(rs))
			out = append(out, span(i, j, str))
			i = j
		case unicode.IsDigit(r):
			j := i
			for j < len(rs) && (unicode.IsDigit(rs[j]) || rs[j] == '.' || rs[j] == '_' || rs[j] == 'x') {
				j++
			}
			out = append(out, span(i, j, number))
			i = j
		case unicode.IsLetter(r) || r == '_':
			j := i
			for j < len(rs) && (unicode.IsLetter(rs[j]) || unicode.IsDigit(rs[j]) || rs[j] == '_') {
				j++
			}
			w := string(rs[i:j])
			if keywords[w] || keywords[strings.ToLower(w)] && w == strings.ToUpper(w) {
				out = append(out, span(i, j, key))
			} else if j < len(rs) && rs[j] == ':' && strings.TrimSpace(string(rs[:i])) == "" {
				out = append(out, span(i, j, key)) // a key of YAML or JSON
			}
			i = j
		default:
			i++
		}
	}
	return out
}
