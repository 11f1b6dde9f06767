package motion

import (
	"image"
	"math"
	"strings"

	"golang.org/x/image/draw"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
)

// logo places the brand at (x, y) u, y being the middle of a row; size is the
// height of its letters in u. It returns the width used.
func (c *comp) logo(x, y, size float64, dark bool, tracks ...track) float64 {
	return c.sign(c.logoName(), x, y, size, dark, tracks...)
}

// sign is the logo with a name of its own, or with none where the scene says it larger.
func (c *comp) sign(name string, x, y, size float64, dark bool, tracks ...track) float64 {
	img := c.in.Logo
	if img == nil && name == "" {
		return 0
	}
	col := c.th.Stage("paper").Text
	if dark {
		col = look.RGB{R: 1, G: 1, B: 1}
	}
	h := size * 1.5
	w := 0.0
	var mark *image.RGBA
	if img != nil {
		h = size * 1.35
		if name == "" {
			h = size * 1.9
		}
		b := img.Bounds()
		if 2*b.Dx() < b.Dy() { // a tall one would be a dash
			h *= 1.35
		}
		w = h * float64(b.Dx()) / float64(max(1, b.Dy()))
		if limit := c.pick(46, 50); w > limit {
			h, w = h*limit/w, limit
		}
		mark = c.fitLogo(img, int(w*c.u+.5), int(h*c.u+.5), col, dark)
	} else {
		w = size * 1.2
	}
	label := c.block(set{role: look.Role{Land: size, Port: size, Weight: 700, Track: -.025, Line: 1.2}, text: name, color: col, rigid: true})
	gap := size * .42
	total := w
	if label != nil {
		total += gap + c.wid(label)
	}
	k := c.newCanvas(total, h*1.4, .6)
	mid := h * .7
	if mark != nil {
		if c.rtl {
			turnImage(mark)
		}
		draw.Draw(k.Dst, mark.Rect.Add(image.Pt(int(k.padX), int(k.padY+(mid-h/2)*c.u+.5))), mark, mark.Rect.Min, draw.Over)
	} else {
		k.monogram(0, mid-w/2, w, name, col)
	}
	if label != nil {
		k.text(label, w+gap, mid-c.hgt(label)/2)
	}
	k.put(x, y-mid, tracks...)
	return total
}

// monogram stands in for a logo: a rounded square in the accent with the initial.
func (k *canvas) monogram(x, y, s float64, name string, _ look.RGB) {
	fill, letter := k.c.th.A, k.c.th.OnA
	if look.Contrast(fill, k.c.st.Base) < 1.3 {
		fill, letter = k.c.st.Text, k.c.st.Base
	}
	k.rr(x, y, s, s, s*.3, solid(fill), 1)
	initial := ""
	for _, r := range strings.TrimSpace(name) {
		initial = strings.ToUpper(string(r))
		break
	}
	b := k.c.in.Fonts.Layout(k.c.spec(set{role: look.Role{Land: s * .72, Port: s * .72, Weight: 800, Line: 1}, text: initial, color: letter, rigid: true}))
	k.text(b, x+(s-b.W/k.c.u)/2, y+(s-b.H/k.c.u)/2)
}

// chapters lists the board's chapters in order and where this scene is in its own:
// index, and the share of the chapter's scenes before and up to its end.
func (c *comp) chapters() (names []string, at int, from, to float64) {
	at = -1
	var counts []int
	before := 0
	cur := ""
	for i, s := range c.in.Board.Scenes {
		if s.Chapter != "" && s.Chapter != cur {
			cur = s.Chapter
			names = append(names, cur)
			counts = append(counts, 0)
		}
		if len(names) == 0 {
			continue
		}
		if i == c.in.Index {
			at = len(names) - 1
			before = counts[at]
		}
		counts[len(names)-1]++
	}
	if at >= 0 {
		from, to = float64(before)/float64(counts[at]), float64(before+1)/float64(counts[at])
	}
	return names, at, from, to
}

// furniture is the logo at the left and the chapter marker at the right.
func (c *comp) furniture() { c.furnitureOn(c.st.Dark, c.st.Dark) }

// furnitureOn says whether the ground is dark under the logo and under the marker.
func (c *comp) furnitureOn(logoDark, markDark bool) {
	c.lasting(func() { c.signs(logoDark, markDark) })
}

func (c *comp) signs(logoDark, markDark bool) {
	y, m := c.rowY(), c.margin()
	if c.th.Style.Bars > 0 && !c.port {
		return // the letterbox takes its row
	}
	c.logo(m, y, c.pick(2.1, 2.5), logoDark, c.fade(0, .3))
	c.marker(y, m, markDark)
}

// rowY is the middle of the furniture's row, u.
func (c *comp) rowY() float64 {
	y := c.pick(7, 14.2)
	if c.port && c.oy < -10 {
		y = -c.oy + 3.8 // near the square the frame begins lower
	}
	return y
}

func (c *comp) marker(y, m float64, dark bool) {
	names, at, from, to := c.chapters()
	if at < 0 || len(names) < 2 || c.th.Style.Flat && len(names) > 6 {
		return
	}
	col, hot := c.th.Stage("paper").Primary, c.th.Stage("paper").Primary
	text := c.th.Stage("paper").Muted
	if dark {
		col, hot, text = look.RGB{R: 1, G: 1, B: 1}, c.th.A, c.th.Stage("ink").Muted
		if c.sc.Kind == scene.Footage || c.sc.Kind == scene.Presenter && c.stage.Slot != nil { // on pictures nothing is muted
			text = col
		}
	} else if s := c.stage.Slot; s != nil && (c.port || s.Window.Dx() == c.in.Size.X) {
		text = c.th.Stage("paper").Text
	}
	if c.st.Name == "brand" && dark == c.st.Dark {
		col, text = c.st.Text, c.st.Muted
		if !dark {
			hot = c.st.Text
		}
	}
	if c.th.Style.Flat {
		col = c.st.Text
		if dark != c.st.Dark { // on the presenter's panel
			col = look.RGB{R: 1, G: 1, B: 1}
		}
		hot, text = col, col
	}
	cur, gap, seg, hgt := c.pick(6.2, 7), .7, 2.2, .62
	n := float64(len(names))
	if len(names) > 8 {
		seg, gap = 1, .4
	}
	w := cur + (n-1)*(seg+gap)
	name := names[at]
	if c.port && len([]rune(name)) > 22 {
		name = ""
	}
	label := c.block(set{role: look.Role{Land: 2, Port: 2.4, Weight: 560, Track: -.005, Line: 1.2}, text: name, w: c.pick(60, 36), lines: 1, color: text})
	k := c.newCanvas(w, hgt, .4)
	x := 0.0
	for i := range names {
		switch {
		case i < at:
			k.rr(x, 0, seg, hgt, hgt/2, raster.Solid(col.NRGBA(.62)), 1)
			x += seg + gap
		case i == at:
			k.rr(x, 0, cur, hgt, hgt/2, raster.Solid(col.NRGBA(.28)), 1)
			x += cur + gap
		default:
			k.rr(x, 0, seg, hgt, hgt/2, raster.Solid(col.NRGBA(.22)), 1)
			x += seg + gap
		}
	}
	left := c.w - m - w
	c.marked = left
	if label != nil {
		c.marked -= 1.7 + c.wid(label)
	}
	k.put(left, y-hgt/2, c.fade(.05, .3))
	f := c.newCanvas(cur, hgt, .2)
	f.rr(0, 0, cur, hgt, hgt/2, solid(hot), 1)
	fx := left + float64(at)*(seg+gap)
	x0 := c.pxX(fx)
	fill := func(t float64, p *scene.Pose) {
		k := from + (to-from)*clamp01(t/c.in.Seconds)
		b := p.Sprite.Img.Rect.Add(image.Pt(int(p.X), int(p.Y)))
		b.Max.X = int(x0 + cur*c.u*max(.12, k))
		clip(p, b)
	}
	f.put(fx, y-hgt/2, c.fade(.05, .3), fill)
	if label != nil {
		c.put(label, left-1.7-c.wid(label), y-c.hgt(label)/2, c.fade(.05, .3))
	}
}

// progress is a hairline along the lower edge that grows while the scene lasts: the
// ambient motion of the style that has no motif.
func (c *comp) progress() {
	if c.th.Style.Name != "minimal" || c.guest || c.stage.Slot != nil || c.sc.Kind == scene.Footage {
		return
	}
	fr := c.frame()
	k := c.newCanvas(fr.w, .5, 0)
	k.rr(0, 0, fr.w+1, 1, 0, solid(c.th.A), 1)
	y, w := math.Round(c.pxY(fr.y+fr.h-.5)), float64(c.in.Size.X)
	c.over = append(c.over, &layer{sprite: k.sprite(), y: y, alpha: 1, tracks: []track{func(t float64, p *scene.Pose) {
		p.X = math.Round(w * (clamp01(t/c.in.Seconds) - 1))
	}}})
}

// watermark is the brand's sign in the lower right corner, below the captions.
func (c *comp) watermark() {
	w := strings.TrimSpace(c.in.Board.Look.Watermark)
	if w == "" {
		return
	}
	right, y := c.w-c.margin(), min(c.pick(96.4, 139.6), c.h-2.4)
	faint := func(_ float64, p *scene.Pose) { p.Alpha *= .5 }
	dark := c.st.Dark
	if s := c.stage.Slot; s != nil && s.Window.Dx() == c.in.Size.X && !c.port {
		dark = c.darkSet()
	}
	if w == "logo" && c.in.Logo != nil {
		b := c.in.Logo.Bounds()
		h := c.pick(3, 3.6)
		width := min(c.pick(11, 24), h*float64(b.Dx())/float64(max(1, b.Dy())))
		h = width * float64(b.Dy()) / float64(max(1, b.Dx()))
		col := c.th.Stage("paper").Text
		if dark {
			col = look.RGB{R: 1, G: 1, B: 1}
		}
		img := c.fitLogo(c.in.Logo, int(width*c.u+.5), int(h*c.u+.5), col, dark)
		if c.rtl {
			turnImage(img)
		}
		c.add(&scene.Sprite{Img: img}, c.pxX(right-width), c.pxY(y-h/2), faint)
		return
	}
	if w == "logo" {
		if w = c.in.Board.Look.LogoText; w == "" {
			return
		}
	}
	col := c.th.Stage("paper").Text
	if dark {
		col = look.RGB{R: 1, G: 1, B: 1}
	}
	b := c.block(set{role: look.Role{Land: 2, Port: 2.4, Weight: 600, Line: 1.2}, text: w, w: c.pick(50, c.w-13), lines: 1, color: col})
	s, dx, dy := b.Sprite()
	c.add(s, c.pxX(right-c.wid(b))+float64(dx), c.pxY(y-c.hgt(b)/2)+float64(dy), faint)
}
