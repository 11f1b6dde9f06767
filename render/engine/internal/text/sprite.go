package text

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"

	"github.com/go-text/typesetting/font"
	"golang.org/x/image/draw"

	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
)

// bitmap is a colour glyph; its box is in em from the glyph's origin, y down.
type bitmap struct {
	img        image.Image
	x, y, w, h float64
}

// glyph returns the outline or picture of a glyph, cached. The lock is held.
func (f *Fonts) glyph(k glyphKey) *glyph {
	if g := f.glyphs[k]; g != nil {
		return g
	}
	g := &glyph{}
	k.face.SetPpem(136, 136)
	data := k.face.GlyphData(k.gid)
	switch d := data.(type) {
	case font.GlyphBitmap:
		g.bitmap = decode(k, d)
		if g.bitmap == nil && d.Outline != nil {
			g.path = outline(*d.Outline, k.face.Upem())
		}
	default:
		if o, ok := k.face.GlyphDataOutline(k.gid); ok {
			g.path = outline(o, k.face.Upem())
		}
	}
	f.glyphs[k] = g
	return g
}

func decode(k glyphKey, d font.GlyphBitmap) *bitmap {
	if d.Format != font.PNG {
		return nil
	}
	img, err := png.Decode(bytes.NewReader(d.Data))
	if err != nil {
		return nil
	}
	u := float64(k.face.Upem())
	b := &bitmap{img: img, x: 0, y: -.95, w: 1.17, h: 1.17}
	if e, ok := k.face.GlyphExtents(k.gid); ok && e.Width != 0 {
		b.x, b.y = float64(e.XBearing)/u, -float64(e.YBearing)/u
		b.w, b.h = float64(e.Width)/u, math.Abs(float64(e.Height))/u
	}
	return b
}

func outline(o font.GlyphOutline, upem uint16) *raster.Path {
	p := &raster.Path{}
	k := 1 / float64(upem)
	x := func(v float32) float64 { return float64(v) * k }
	y := func(v float32) float64 { return -float64(v) * k }
	for _, s := range o.Segments {
		a := s.Args
		switch s.Op {
		case 0:
			p.MoveTo(x(a[0].X), y(a[0].Y))
		case 1:
			p.LineTo(x(a[0].X), y(a[0].Y))
		case 2:
			p.QuadTo(x(a[0].X), y(a[0].Y), x(a[1].X), y(a[1].Y))
		case 3:
			p.CubeTo(x(a[0].X), y(a[0].Y), x(a[1].X), y(a[1].Y), x(a[2].X), y(a[2].Y))
		}
	}
	return p
}

// Path is the outline of a row, or of all rows for −1, from the block's origin.
// Colour bitmap glyphs have none.
func (b *Block) Path(row int) *raster.Path {
	b.fonts.mu.Lock()
	defer b.fonts.mu.Unlock()
	return b.path(row, 0, len(b.text)+1)
}

func (b *Block) path(row, from, to int) *raster.Path {
	p := &raster.Path{}
	for i, r := range b.Rows {
		if row >= 0 && i != row {
			continue
		}
		for _, g := range r.glyphs {
			if g.rune_ < from || g.rune_ >= to {
				continue
			}
			if gl := b.fonts.glyph(g.key); gl.path != nil {
				at := raster.Affine{A: g.size, D: g.size, E: g.x, F: g.y}
				if b.Spec.Mirror {
					at.A, at.E = -g.size, b.W-g.x
				}
				p.Append(gl.path, at)
			}
		}
	}
	return p
}

// Draw paints the block with its origin at (x, y) of dst's user space.
func (b *Block) Draw(c *raster.Canvas, x, y float64) { b.draw(c, x, y, -1, 0, len(b.text)+1, nil) }

// DrawRow paints one row where Draw would.
func (b *Block) DrawRow(c *raster.Canvas, x, y float64, row int) {
	b.draw(c, x, y, row, 0, len(b.text)+1, nil)
}

// DrawRange paints the runes from…to in one colour where Draw would.
func (b *Block) DrawRange(c *raster.Canvas, x, y float64, from, to int, col color.NRGBA) {
	b.draw(c, x, y, -1, from, to, &col)
}

func (b *Block) draw(c *raster.Canvas, x, y float64, row, from, to int, only *color.NRGBA) {
	b.fonts.mu.Lock()
	defer b.fonts.mu.Unlock()
	ctm := c.CTM
	c.CTM = ctm.Mul(raster.Translate(x, y))
	defer func() { c.CTM = ctm }()
	fill := func(a, z int, col color.NRGBA) {
		if a < z {
			for i := range b.Rows {
				if row < 0 || row == i {
					if p := b.path(i, a, z); !p.Empty() {
						c.Fill(p, raster.Solid(col), 1)
					}
				}
			}
		}
	}
	if only != nil {
		fill(from, to, *only)
	} else {
		at := from
		for _, s := range b.Spec.Spans {
			fill(at, min(s.From, to), b.Spec.Color)
			fill(max(s.From, from), min(s.To, to), s.Color)
			at = max(at, s.To)
		}
		fill(at, to, b.Spec.Color)
	}
	b.bitmaps(c, row, from, to)
}

func (b *Block) bitmaps(c *raster.Canvas, row, from, to int) {
	for i, r := range b.Rows {
		if row >= 0 && i != row {
			continue
		}
		for _, g := range r.glyphs {
			bm := b.fonts.glyph(g.key).bitmap
			if bm == nil || g.rune_ < from || g.rune_ >= to {
				continue
			}
			img, left := bm.img, b.left(g, bm)
			if b.Spec.Mirror {
				img = turned(img)
			}
			p := c.CTM.Apply(raster.Pt{X: left, Y: g.y + bm.y*g.size})
			k := math.Hypot(c.CTM.A, c.CTM.B) * g.size
			box := image.Rect(int(p.X+.5), int(p.Y+.5), int(p.X+bm.w*k+.5), int(p.Y+bm.h*k+.5))
			draw.CatmullRom.Scale(c.Dst, box, img, img.Bounds(), draw.Over, nil)
		}
	}
}

// left is where a colour glyph begins, in block pixels.
func (b *Block) left(g placed, bm *bitmap) float64 {
	x := g.x + bm.x*g.size
	if b.Spec.Mirror {
		x = b.W - x - bm.w*g.size
	}
	return x
}

// turned is img mirrored left to right.
func turned(img image.Image) *image.RGBA {
	b := img.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Copy(out, image.Point{}, img, b, draw.Src, nil)
	for y := range b.Dy() {
		row := out.Pix[y*out.Stride:][:4*b.Dx()]
		for i, j := 0, len(row)-4; i < j; i, j = i+4, j-4 {
			for k := range 4 {
				row[i+k], row[j+k] = row[j+k], row[i+k]
			}
		}
	}
	return out
}

// Bounds is the pixel box of the ink of a row (−1: all) from the block's origin.
func (b *Block) Bounds(row int) image.Rectangle {
	p := b.Path(row)
	var out image.Rectangle
	if !p.Empty() {
		x0, y0, x1, y1 := p.Bounds()
		out = image.Rect(int(math.Floor(x0)), int(math.Floor(y0)), int(math.Ceil(x1)), int(math.Ceil(y1)))
	}
	b.fonts.mu.Lock()
	defer b.fonts.mu.Unlock()
	for i, r := range b.Rows {
		for _, g := range r.glyphs {
			if bm := b.fonts.glyph(g.key).bitmap; bm != nil && (row < 0 || row == i) {
				x := b.left(g, bm)
				out = out.Union(image.Rect(int(x), int(g.y+bm.y*g.size), int(x+bm.w*g.size)+1, int(g.y+(bm.y+bm.h)*g.size)+1))
			}
		}
	}
	return out
}

// Sprite draws the block. The sprite's image bounds start at (0, 0); the point
// (dx, dy) is where that corner lies from the block's origin.
func (b *Block) Sprite() (s *scene.Sprite, dx, dy int) { return b.SpriteRow(-1) }

// SpriteRow draws one row.
func (b *Block) SpriteRow(row int) (s *scene.Sprite, dx, dy int) {
	box := b.Bounds(row).Inset(-1)
	img := image.NewRGBA(image.Rect(0, 0, max(1, box.Dx()), max(1, box.Dy())))
	b.draw(raster.NewCanvas(img), -float64(box.Min.X), -float64(box.Min.Y), row, 0, len(b.text)+1, nil)
	return &scene.Sprite{Img: img}, box.Min.X, box.Min.Y
}

// SpriteWord draws one word of the block in a colour.
func (b *Block) SpriteWord(i int, col color.NRGBA) (s *scene.Sprite, dx, dy int) {
	w := b.Words[i]
	b.fonts.mu.Lock()
	p := b.path(w.Line, w.From, w.To)
	b.fonts.mu.Unlock()
	box := image.Rect(int(w.X)-2, int(w.Y)-2, int(w.X+w.W)+3, int(w.Y+w.H)+3)
	if !p.Empty() {
		x0, y0, x1, y1 := p.Bounds()
		box = box.Union(image.Rect(int(math.Floor(x0))-1, int(math.Floor(y0))-1, int(math.Ceil(x1))+1, int(math.Ceil(y1))+1))
	}
	img := image.NewRGBA(image.Rect(0, 0, box.Dx(), box.Dy()))
	b.draw(raster.NewCanvas(img), -float64(box.Min.X), -float64(box.Min.Y), w.Line, w.From, w.To, &col)
	return &scene.Sprite{Img: img}, box.Min.X, box.Min.Y
}
