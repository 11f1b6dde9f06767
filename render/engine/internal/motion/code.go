package motion

import (
	"math"
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
	src = wrapped(src, int((b.w-8)/(.6*c.floor)))
	size, pitch := c.codeSize(src, box{w: b.w - 8, h: b.h - 10.5})
	if need := max(30, float64(strings.Count(src, "\n")+1)*pitch+11); need < b.h {
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
	c.typeCode(src, box{b.x + 4, b.y + 7.6, b.w - 8, b.h - 10.5}, size, pitch)
	c.furniture()
	c.captionZone(box{})
}

// wrapped breaks lines of code that are longer than cols letters at spaces, and sets what
// follows in. A word that is longer than a line stays: it is cut where it is drawn.
func wrapped(src string, cols int) string {
	var out []string
	for _, line := range strings.Split(src, "\n") {
		indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
		for rest := []rune(line); ; {
			if len(rest) <= cols {
				out = append(out, string(rest))
				break
			}
			at := cols
			for at > len(indent)+4 && rest[at] != ' ' {
				at--
			}
			if at <= len(indent)+4 {
				out = append(out, string(rest))
				break
			}
			out = append(out, strings.TrimRight(string(rest[:at]), " "))
			rest = []rune(indent + "    " + strings.TrimLeft(string(rest[at:]), " "))
		}
	}
	return strings.Join(out, "\n")
}

// codeSize is the type and the line pitch, u, that fill a box with the code.
func (c *comp) codeSize(src string, b box) (size, pitch float64) {
	lines := strings.Split(src, "\n")
	widest := 12
	for _, l := range lines {
		widest = max(widest, len([]rune(l)))
	}
	each := b.h / float64(len(lines))
	size = max(c.floor, min(c.pick(4.6, 4.4), each/1.5, b.w/(.6*float64(widest))))
	return size, max(1.5, min(c.pick(1.6, 2.1), .86*each/size)) * size
}

// typeCode sets the lines and opens each as it is typed.
func (c *comp) typeCode(src string, b box, size, pitch float64) {
	lines := strings.Split(src, "\n")
	fit := int(b.h/pitch + .01)
	if len(lines) > fit {
		lines = append(lines[:max(1, fit-1)], "…")
	}
	cols := int(b.w / (.6 * size))
	total := 0
	for i, l := range lines {
		if rs := []rune(l); len(rs) > cols {
			lines[i] = string(rs[:max(1, cols-1)]) + "…"
		}
		total += len([]rune(lines[i])) + 3
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
	for i, l := range lines {
		rs := []rune(l)
		y := b.y + float64(i)*pitch
		stops = append(stops, stop{t0, b.x, y, len(rs)})
		if strings.TrimSpace(l) != "" {
			blk := c.in.Fonts.Layout(text.Spec{Text: l, Size: size * c.u, Weight: 500, Line: 1.5, Mono: true, Rigid: true,
				Color: codePlain.NRGBA(1), Spans: highlight(rs, c.th)})
			s, dx, dy := blk.Sprite()
			px, py := c.pxX(b.x)+float64(dx), c.pxY(y)+float64(dy)
			start, n := t0, len(rs)
			left := c.pxX(b.x)
			c.add(s, px, py, func(t float64, p *scene.Pose) {
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
		}
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
