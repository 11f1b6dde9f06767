package motion

import (
	"fmt"
	"image"
	"math"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// drawChapter is the card between chapters: its number, its name, and where it
// stands among the others.
func drawChapter(c *comp) {
	names, at, _, _ := c.chapters()
	if at < 0 {
		at = c.chapterByOrder()
	}
	numeral := strconv.Itoa(at + 1)
	if n := digitsOf(c.sc.Label); n != "" && len(n) <= 2 {
		numeral = n
	}
	fr := c.frame()
	right, bottom := fr.x+fr.w, fr.y+fr.h
	if c.port {
		c.motif(field{x: right - 82, y: bottom - 54, cols: 11, rows: 6, skyline: c.skyline(11, 6), min: .03, max: .1, lit: .08, keep: []box{{4, 50, c.w - 8, c.bottom(c.captioned()) - 50}}})
	} else {
		c.motif(field{x: 104, y: fr.y + 2, cols: 10, rows: 7, skyline: []int{7, 6, 6, 5, 4, 5, 3, 2, 1, 0}, min: .03, max: .1, lit: .06, keep: []box{{8, 28, 112, 60}}})
	}
	c.numeral(numeral, c.pick(98, 38+(c.w-100)), c.pick(-14, 18), c.pick(122, 96))
	label := c.sc.Label
	if label == "" && len(names) > 1 {
		label = fmt.Sprintf("Chapter %d of %d", at+1, len(names))
		if l := c.lang(); l != "" && !strings.HasPrefix(l, "en") {
			label = fmt.Sprintf("%d / %d", at+1, len(names))
		}
	}
	x := c.pick(9.1, 7)
	headY := c.pick(40, 74)
	head := c.block(set{role: look.BigHead, text: c.sc.Headline, w: c.pick(104, c.w-13), h: c.pick(26, 42), lines: c.lines(2, 3), color: c.st.Text})
	sub := c.block(set{role: look.Subtitle, text: c.sc.Subtitle, w: c.pick(84, c.w-20), h: c.pick(12, 17), lines: c.lines(2, 3), color: c.st.Muted})
	// What is long goes up, so that it ends above the captions.
	up := min(c.pick(9, 20), max(0, headY+c.hgt(head)+c.pick(4, 4.5)+c.hgt(sub)-c.pick(78, 117)))
	headY -= up
	if c.port { // what is short stands lower
		headY += max(0, c.bottom(c.captioned())-14-headY-c.hgt(head)-4.5-c.hgt(sub)) / 2
		up = 74 - headY
	}
	c.chip(label, x, c.pick(30.5, 62)-up, .1)
	c.rows(head, x-.2, headY, .2, "headline")
	c.put(sub, x+.1, headY+c.hgt(head)+c.pick(4, 4.5), c.enterAs("subtitle", .5, 0))
	if !c.port && len(names) > 1 && !c.spoken() {
		c.chapterList(names, at)
	}
	c.logo(c.margin(), c.rowY(), c.pick(2.1, 2.5), c.st.Dark, c.fade(0, .3))
	if c.port {
		c.marker(c.rowY(), 6.5, c.st.Dark)
	}
	c.captionZone(box{})
	c.hit(0, "whoosh")
}

// chapterByOrder counts chapter cards when the board names no chapters.
func (c *comp) chapterByOrder() int {
	n := 0
	for i := range c.in.Index {
		if c.in.Board.Scenes[i].Kind == scene.Chapter {
			n++
		}
	}
	return n
}

func digitsOf(s string) string {
	out := ""
	for _, r := range s {
		if r >= '0' && r <= '9' {
			out += string(r)
		} else if out != "" {
			break
		}
	}
	return out
}

// numeral is the giant figure that fades towards its foot.
func (c *comp) numeral(s string, x, y, size float64) {
	if len(s) > 1 {
		size *= .72
		y += size * .2
		x -= size * .16
	}
	b := c.in.Fonts.Layout(text.Spec{Text: s, Size: size * c.u, Weight: min(900, c.th.Style.Weight+40), Track: -.05, Line: 1, Display: true, Rigid: true, Mirror: c.rtl})
	r := b.Bounds(-1)
	pad := 2
	k := c.newCanvas(float64(r.Dx())/c.u, float64(r.Dy())/c.u, 0)
	img := image.NewRGBA(image.Rect(0, 0, r.Dx()+2*pad, r.Dy()+2*pad))
	k.Canvas = raster.NewCanvas(img)
	k.CTM = raster.Translate(float64(pad-r.Min.X), float64(pad-r.Min.Y))
	k.Fill(b.Path(-1), raster.Linear{Y0: float64(r.Min.Y), Y1: float64(r.Max.Y), Stops: []raster.Stop{gs(0, c.st.Text, .30), gs(1, c.st.Text, .01)}}, 1)
	c.add(&scene.Sprite{Img: img}, c.pxX(x)+float64(r.Min.X-pad), c.pxY(y)+float64(r.Min.Y-pad), func(t float64, p *scene.Pose) {
		k := ramp(c.held(t), 0, .8)
		if k < 1 {
			p.X += math.Round(8 * c.u * (1 - outQuint(k)))
			p.Alpha *= clamp01(k * 2)
		}
	})
}

// chip is a short label on the accent.
func (c *comp) chip(label string, x, y, at float64) (w, h float64) {
	if label == "" {
		return 0, 0
	}
	col := c.th.OnA
	fill := c.th.A
	if c.th.Style.Flat && c.st.Base == fill {
		fill = look.RGB{R: 1, G: 1, B: 1}
		col = c.th.Line
	}
	b := c.block(set{role: look.Role{Land: 2.3, Port: 3.2, Weight: 680, Line: 1.25}, text: label, w: c.pick(80, c.w-20), lines: 1, color: col})
	px, py := c.pick(1.9, 2.3), c.pick(.85, 1)
	w, h = c.wid(b)+2*px, c.hgt(b)+2*py
	k := c.newCanvas(w, h, 1.6)
	if bd := c.th.Style.Border; c.th.Style.Card == look.HardCard {
		k.rr(.8, .8, w, h, h/2, solid(c.th.Line), 1)
		k.rr(0, 0, w, h, h/2, solid(c.th.Line), 1)
		k.rr(bd, bd, w-2*bd, h-2*bd, h/2-bd, solid(fill), 1)
	} else {
		k.rr(0, 0, w, h, h/2, solid(fill), 1)
	}
	k.text(b, px, py)
	k.put(x, y, c.enter(at), tilt(c.th.Style.Angle*.7))
	return w, h
}

// chapterList is the bar of chapters at the foot; the current one fills.
func (c *comp) chapterList(names []string, at int) {
	n := len(names)
	total, gap := 160.0, 2.0
	w := (total - gap*float64(n-1)) / float64(n)
	for i, name := range names {
		x := 8.9 + float64(i)*(w+gap)
		a := .24
		if i < at {
			a = .75
		}
		k := c.newCanvas(w, .62, .2)
		k.rr(0, 0, w, .62, .31, raster.Solid(c.st.Text.NRGBA(a)), 1)
		k.put(x, 84.5, c.fade(.3+.06*float64(i), .3))
		if i == at {
			hot := c.th.A
			if c.th.Style.Flat {
				hot = c.st.Text
			}
			f := c.newCanvas(w, .62, .2)
			f.rr(0, 0, w, .62, .31, solid(hot), 1)
			f.put(x, 84.5, c.grow(.4, max(.5, c.in.Seconds-.5), false, func(v float64) float64 { return v }))
		}
		if n <= 6 {
			s := set{role: look.Role{Land: 2.2, Port: 2.6, Weight: 480, Line: 1.25}, text: name, w: w, lines: 1, color: c.st.Muted}
			if i == at {
				s.weight, s.color = 660, c.st.Text
			}
			c.put(c.block(s), x, 86.6, c.enter(.35+.06*float64(i)))
		}
	}
}
