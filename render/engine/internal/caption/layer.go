package caption

import (
	"fmt"
	"image"
	"math"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// Input is what burned-in captions of one scene are drawn from.
type Input struct {
	Pages []Page          // in the scene's time
	Theme *look.Theme     // its Caption tokens decide how they look
	Fonts *text.Fonts     //
	Zone  image.Rectangle // where the scene lets captions stand, frame pixels; empty = nowhere
	Size  image.Point     // frame pixels
	Mode  string          // word, line, off; "" = word
	Moves bool            // somebody moves behind them: letters without a plate have one here
}

// Layers returns the captions of a scene, to be put in front of everything else:
// one layer, or none.
func Layers(in Input) ([]scene.Layer, error) {
	switch in.Mode {
	case "", "word", "line":
	case "off":
		return nil, nil
	default:
		return nil, fmt.Errorf("captions %q is not one of word, line, off", in.Mode)
	}
	if in.Pages = drawn(in.Pages, in.Fonts); len(in.Pages) == 0 || in.Zone.Empty() {
		return nil, nil
	}
	s := &setter{Input: in, u: float64(min(in.Size.X, in.Size.Y)) / 100, portrait: in.Size.Y > in.Size.X}
	s.scale = 1
	for _, p := range in.Pages { // the widest and the highest page decide for all
		b := s.layout(p)
		pad := s.padding()
		room := image.Pt(in.Zone.Dx()-2*pad.X, in.Zone.Dy()-2*pad.Y)
		s.scale = min(s.scale, s.scale*float64(room.X)/max(1, b.W), s.scale*float64(room.Y)/max(1, b.H))
	}
	s.scale = max(s.scale, .3)
	if in.Moves && in.Theme.Caption.Plate.Alpha <= 0 {
		shaded := *in.Theme
		shaded.Caption.Plate, shaded.Caption.Radius, shaded.Caption.SoftShadow = look.Fill{RGB: shaded.Ink0, Alpha: .66}, 1.6, false
		s.Theme = &shaded
	}
	return []scene.Layer{&layer{setter: s, page: -1}}, nil
}

// drawn are the pages without the emoji that no font draws.
func drawn(pages []Page, fonts *text.Fonts) []Page {
	var out []Page
	for _, p := range pages {
		lines := p.Lines
		p.Lines = nil
		for _, l := range lines {
			var words []Word
			for _, w := range l {
				if w.Text = fonts.Drawn(w.Text); w.Text != "" {
					words = append(words, w)
				}
			}
			if len(words) > 0 {
				p.Lines = append(p.Lines, words)
			}
		}
		if len(p.Lines) > 0 {
			out = append(out, p)
		}
	}
	return out
}

// setter sets and draws pages.
type setter struct {
	Input
	u        float64 // pixels
	portrait bool
	scale    float64 // of the type, so that every page fits the zone
}

func (s *setter) size() float64 { return look.CaptionRow.Size(s.portrait) * s.u * s.scale }

// padding of the plate in pixels.
func (s *setter) padding() image.Point {
	k := s.u
	if s.portrait {
		k *= 1.2
	}
	return image.Pt(int(math.Round(2.4*k)), int(math.Round(1.15*k)))
}

// gap stands between words: a little more than a space, so that the box around a
// word keeps clear of its neighbours.
const gap = " \u200a"

func (s *setter) layout(p Page) *text.Block {
	return s.Fonts.Layout(text.Spec{
		Text: strings.ReplaceAll(p.Text(), " ", gap), Size: s.size(), Weight: s.Theme.Caption.Weight, Track: look.CaptionRow.Track, Line: look.CaptionRow.Line,
		Align: text.Center, Rigid: true, Display: s.size() >= 3.4*s.u, Lang: p.Lang, Color: s.Theme.Caption.Spoken.NRGBA(1),
	})
}

// layer shows one page at a time. It keeps the sprites of that page only: a page
// is seen once.
type layer struct {
	*setter
	page   int
	set    *composed
	states map[state]*scene.Sprite
}

// state is how far a page has been spoken.
type state struct {
	begun  int
	spoken bool
}

// fade is how long a page takes to come on and go off: two frames at 30.
const fade = 2.0 / 30

// At implements [scene.Layer].
func (l *layer) At(t float64) scene.Pose {
	i, on := slices.BinarySearchFunc(l.Pages, t, func(p Page, t float64) int {
		switch {
		case p.End <= t:
			return -1
		case p.Start > t:
			return 1
		}
		return 0
	})
	if !on {
		return scene.Pose{}
	}
	p := l.Pages[i]
	if i != l.page {
		l.page, l.set, l.states = i, l.compose(p), map[state]*scene.Sprite{}
	}
	var st state
	if l.Mode != "line" {
		st.begun, st.spoken = p.Current(t)
	}
	sprite := l.states[st]
	if sprite == nil {
		sprite = l.draw(l.set, st)
		l.states[st] = sprite
	}
	// A page that follows another at once takes its place; others come up in two frames.
	alpha := 1.0
	if i == 0 || l.Pages[i-1].End < p.Start-1e-6 {
		alpha = min(alpha, .5+.5*(t-p.Start)/fade)
	}
	if i+1 == len(l.Pages) || l.Pages[i+1].Start > p.End+1e-6 {
		alpha = min(alpha, max(0, (p.End-t)/fade))
	}
	return scene.Pose{Sprite: sprite, X: float64(l.set.at.X), Y: float64(l.set.at.Y), Alpha: alpha}
}

// composed is a page laid out: nothing in it moves while the page stands.
type composed struct {
	block  *text.Block
	words  []span
	at     image.Point     // frame pixels of the sprite's corner
	bounds image.Rectangle // of the sprite, from (0, 0)
	plate  image.Rectangle // in the sprite
	origin image.Point     // of the block, in the sprite
}

// span is a word's place in the block.
type span struct {
	row, from, to int // runes
	x0, x1        float64
	before, after bool // a word stands against it without a space
}

func (s *setter) compose(p Page) *composed {
	c := &composed{block: s.layout(p)}
	at := 0
	for row, words := range p.Lines {
		for i, w := range words {
			if i > 0 && !w.Glued {
				at += len([]rune(gap))
			}
			sp := span{row: row, from: at, to: at + len([]rune(strings.ReplaceAll(w.Text, " ", gap)))}
			sp.before, sp.after = i > 0 && w.Glued, i+1 < len(words) && words[i+1].Glued
			if c.block.RTL {
				sp.before, sp.after = sp.after, sp.before
			}
			if row < len(c.block.Rows) {
				sp.x0, sp.x1 = c.block.Extent(row, sp.from, sp.to)
			}
			at = sp.to
			c.words = append(c.words, sp)
		}
		at++ // the line end
	}
	pad := s.padding()
	w, h := int(math.Ceil(c.block.W))+2*pad.X, int(math.Ceil(c.block.H))+2*pad.Y
	x := s.Zone.Min.X + (s.Zone.Dx()-w)/2
	y := s.Zone.Max.Y - h
	if s.portrait {
		y = s.Zone.Min.Y
	}
	// Room around the plate for shadows and for ink that overhangs.
	m := int(math.Ceil(1.6 * s.u))
	c.plate = image.Rect(m, m, m+w, m+h)
	c.bounds = image.Rect(0, 0, w+2*m, h+2*m)
	c.at = image.Pt(x-m, y-m)
	c.origin = image.Pt(m+pad.X, m+pad.Y)
	return c
}

// draw paints a page in a state.
func (s *setter) draw(c *composed, st state) *scene.Sprite {
	tok := s.Theme.Caption
	img := image.NewRGBA(c.bounds)
	cv := raster.NewCanvas(img)
	s.drawPlate(cv, c)
	ox, oy := float64(c.origin.X), float64(c.origin.Y)
	if tok.SoftShadow {
		s.shadow(img, c.block.Path(-1), ox, oy)
	}
	words := s.Mode != "line"
	if words && st.spoken && tok.Box.Alpha > 0 {
		s.drawBox(cv, c, c.words[st.begun-1])
	}
	for i, w := range c.words {
		col := tok.Spoken.NRGBA(1)
		switch {
		case !words:
		case i == st.begun-1 && st.spoken:
			col = tok.Current.NRGBA(1)
		case i >= st.begun:
			col = tok.Coming.NRGBA(tok.Coming.Alpha)
		}
		c.block.DrawRange(cv, ox, oy, w.from, w.to, col)
	}
	return &scene.Sprite{Img: img}
}

func (s *setter) radius() float64 {
	r := s.Theme.Caption.Radius * s.u
	if s.portrait {
		r *= 1.27
	}
	return r
}

func (s *setter) drawPlate(cv *raster.Canvas, c *composed) {
	tok := s.Theme.Caption
	if tok.Plate.Alpha <= 0 {
		return
	}
	x, y, w, h := float64(c.plate.Min.X), float64(c.plate.Min.Y), float64(c.plate.Dx()), float64(c.plate.Dy())
	fill := func(x, y, w, h, r float64, col look.RGB, alpha float64) {
		p := &raster.Path{}
		p.RoundRect(x, y, w, h, max(0, r))
		cv.Fill(p, raster.Solid(col.NRGBA(alpha)), 1)
	}
	r := s.radius()
	if d := tok.HardShadow * s.u; d > 0 {
		fill(x+d, y+d, w, h, r, tok.BorderColor, 1)
	}
	if e := tok.Border * s.u; e > 0 {
		fill(x, y, w, h, r, tok.BorderColor, 1)
		fill(x+e, y+e, w-2*e, h-2*e, r-e, tok.Plate.RGB, tok.Plate.Alpha)
		return
	}
	fill(x, y, w, h, r, tok.Plate.RGB, tok.Plate.Alpha)
}

// drawBox marks the word being spoken.
func (s *setter) drawBox(cv *raster.Canvas, c *composed, w span) {
	size := s.size()
	left, right := .17*size, .17*size
	if w.before {
		left = .02 * size
	}
	if w.after {
		right = .02 * size
	}
	base := float64(c.origin.Y) + c.block.Rows[w.row].Baseline
	p := &raster.Path{}
	p.RoundRect(float64(c.origin.X)+w.x0-left, base-.95*size, w.x1-w.x0+left+right, 1.25*size, size/4.1)
	cv.Fill(p, raster.Solid(s.Theme.Caption.Box.NRGBA(s.Theme.Caption.Box.Alpha)), 1)
}

// shadow lays a soft dark shape of the text under it, for captions that have no
// plate to stand on.
func (s *setter) shadow(img *image.RGBA, p *raster.Path, ox, oy float64) {
	b := img.Rect
	mask := image.NewRGBA(b)
	cv := raster.NewCanvas(mask)
	cv.CTM = raster.Translate(ox, oy)
	cv.Fill(p, raster.Solid{A: 255}, 1)
	a := make([]float32, b.Dx()*b.Dy())
	for i := range a {
		a[i] = float32(mask.Pix[4*i+3])
	}
	r := max(1, int(.42*s.u))
	for range 3 {
		blur(a, b.Dx(), b.Dy(), r)
	}
	for i, v := range a {
		img.Pix[4*i+3] = uint8(min(240, 2.4*v))
	}
}

// blur averages boxes of 2r+1 pixels along rows, then columns.
func blur(a []float32, w, h, r int) {
	line := make([]float32, max(w, h))
	run := func(at, step, n int) {
		sum := float32(0)
		for i := range n {
			line[i] = a[at+i*step]
		}
		for i := -r; i < n; i++ {
			if i+r < n {
				sum += line[i+r]
			}
			if i-r-1 >= 0 {
				sum -= line[i-r-1]
			}
			if i >= 0 {
				a[at+i*step] = max(0, sum/float32(2*r+1))
			}
		}
	}
	for y := range h {
		run(y*w, 1, w)
	}
	for x := range w {
		run(x, w, h)
	}
}
