// Package composite turns a laid-out stage into frames: it asks every layer for
// its pose, redraws only what changed since the last frame, and converts only
// that to limited-range BT.709 yuv420p for the encoder.
package composite

import (
	"image"
	"math"

	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
)

// Tile is the grid on which dirty areas are kept, in pixels; even, so that chroma
// samples never straddle two areas, and as large as the blocks that H.264 codes.
const Tile = 16

// band is how many rows of tiles are drawn at once, layer upon layer and converted: as
// much as stays in a core's own cache. Whole frames would come from memory for each layer.
const band = 2

// Compositor draws one stage. It is for one goroutine.
type Compositor struct {
	stage   *scene.Stage
	fps     int
	frame   image.Rectangle
	strip   *image.RGBA // the band that is being drawn; its bounds move over the frame
	part    image.RGBA  // of the strip or the canvas: what the backdrop is drawn onto
	canvas  *image.RGBA // what frames are drawn onto, nil = strip after strip into yuv
	yuv     []uint8
	poses   []scene.Pose
	floor   []int // of each tile: one more than the number of the layer that hides all below it, 0 = none does
	dirty   []bool
	changed []bool  // whose samples the last frame changed
	line    []uint8 // scratch of blit: three rows
	marks   []uint8 // scratch of toYUV
	tw, th  int
	last    int // frame drawn last, −1 = none
	lightAt int // frame whose light the backdrop shows, −1 = none
}

// New prepares frames of the stage's size at fps frames a second.
func New(st *scene.Stage, fps int) *Compositor {
	c := &Compositor{fps: fps, frame: image.Rectangle{Max: st.Size}, strip: image.NewRGBA(image.Rect(0, 0, st.Size.X, band*Tile))}
	c.yuv = make([]uint8, FrameBytes(st.Size))
	c.line = make([]uint8, 12*st.Size.X+64)
	c.tw, c.th = tiles(st.Size)
	c.dirty, c.changed, c.floor = make([]bool, c.tw*c.th), make([]bool, c.tw*c.th), make([]int, c.tw*c.th)
	c.marks = make([]uint8, c.tw*Tile/8)
	c.Show(st)
	return c
}

// Show goes on with another stage of the same size, in the same memory.
func (c *Compositor) Show(st *scene.Stage) {
	c.stage, c.poses = st, make([]scene.Pose, len(st.Layers))
	c.last, c.lightAt, c.canvas = -1, -1, nil
}

// Clear lets go of the stage and its sprites; only Show may follow.
func (c *Compositor) Clear() { c.stage, c.poses, c.canvas = nil, nil, nil }

// tiles is how many of them cover a frame.
func tiles(size image.Point) (w, h int) {
	return (size.X + Tile - 1) / Tile, (size.Y + Tile - 1) / Tile
}

// FrameBytes is the size of a yuv420p frame of even size s.
func FrameBytes(s image.Point) int { return s.X * s.Y * 3 / 2 }

// YUV draws frame n and returns its planes (Y, then U, then V), valid until the next call.
func (c *Compositor) YUV(n int) []uint8 {
	if c.canvas != nil {
		c.canvas, c.last = nil, -1
	}
	c.draw(n)
	return c.yuv
}

// Changed tells which squares of [Tile] pixels, row by row, are not as they were in the
// frame that YUV gave before its last. Valid until the next call of YUV.
func (c *Compositor) Changed() []bool { return c.changed }

// RGBA draws frame n and returns the picture, valid until the next call.
func (c *Compositor) RGBA(n int) *image.RGBA {
	if c.canvas == nil {
		c.canvas, c.last = image.NewRGBA(c.frame), -1
	}
	c.draw(n)
	return c.canvas
}

// draw brings what frames are drawn onto to frame n.
func (c *Compositor) draw(n int) {
	t := float64(n) / float64(c.fps)
	moved := c.last < 0
	if moved {
		fill(c.dirty)
	}
	for i, l := range c.stage.Layers {
		p := l.At(t)
		if p.Sprite == nil || p.Alpha <= 0 {
			p = scene.Pose{}
		} else if p.Scale == 0 {
			p.Scale = 1
		}
		if old := c.poses[i]; c.last < 0 || old != p {
			c.mark(bounds(old))
			c.mark(bounds(p))
			c.poses[i], moved = p, true
		}
	}
	if moved {
		c.survey()
	}
	c.last = n
	c.light(n)
	clear(c.changed)
	c.eachDirty(func(r image.Rectangle, floor int) {
		dst := c.canvas
		if dst == nil {
			dst = c.strip
			dst.Rect.Min.Y, dst.Rect.Max.Y = r.Min.Y, r.Min.Y+band*Tile
		}
		if floor == 0 {
			c.part = image.RGBA{Pix: dst.Pix[dst.PixOffset(r.Min.X, r.Min.Y):], Stride: dst.Stride, Rect: r}
			c.stage.Backdrop.Draw(&c.part, float64(c.lightAt)/float64(c.fps))
		}
		for i := max(0, floor-1); i < len(c.poses); i++ {
			if c.poses[i].Sprite != nil {
				blit(dst, c.poses[i], r, c.line)
			}
		}
		if c.canvas == nil {
			toYUV(c.yuv, c.stage.Size, dst, r, c.changed, c.tw, c.marks)
		}
	})
}

// survey finds the floor of each tile.
func (c *Compositor) survey() {
	clear(c.floor)
	for i := range c.poses {
		r := bounds(c.poses[i]).Intersect(solid(&c.poses[i])).Intersect(c.frame)
		if r.Empty() {
			continue
		}
		x0, y0, x1, y1 := (r.Min.X+Tile-1)/Tile, (r.Min.Y+Tile-1)/Tile, r.Max.X/Tile, r.Max.Y/Tile
		if r.Max.X == c.frame.Max.X {
			x1 = c.tw // tiles at the frame's edges may reach beyond it
		}
		if r.Max.Y == c.frame.Max.Y {
			y1 = c.th
		}
		for y := y0; y < y1 && x0 < x1; y++ {
			row := c.floor[y*c.tw+x0 : y*c.tw+x1]
			for k := range row {
				row[k] = i + 1
			}
		}
	}
}

// solid is the part of the frame where a pose hides what is below it.
func solid(p *scene.Pose) image.Rectangle {
	x, y, whole := wholePixels(*p)
	switch {
	case p.Sprite == nil || p.Alpha < 1 || p.Add || p.Mask != nil || !whole:
		return image.Rectangle{}
	case p.Sprite.Opaque:
		return bounds(*p)
	}
	return p.Sprite.Solid.Add(image.Pt(x, y))
}

// light marks where the backdrop is seen when it has another look at frame n. It is drawn
// at its own step's time, so that a frame does not depend on where drawing began.
func (c *Compositor) light(n int) {
	at := 0
	if step := c.stage.Backdrop.Every(); step > 0 {
		at = n - n%step
	}
	if at == c.lightAt {
		return
	}
	c.lightAt = at
	for k, f := range c.floor {
		c.dirty[k] = c.dirty[k] || f == 0
	}
}

func fill(b []bool) {
	for i := range b {
		b[i] = true
	}
}

func (c *Compositor) mark(r image.Rectangle) {
	r = r.Intersect(c.frame)
	if r.Empty() {
		return
	}
	for y := r.Min.Y / Tile; y <= (r.Max.Y-1)/Tile; y++ {
		row := c.dirty[y*c.tw:]
		for x := r.Min.X / Tile; x <= (r.Max.X-1)/Tile; x++ {
			row[x] = true
		}
	}
}

// eachDirty calls f with rectangles that cover the dirty tiles, none higher than a
// [band] and each of one floor, and cleans them.
func (c *Compositor) eachDirty(f func(r image.Rectangle, floor int)) {
	for y := 0; y < c.th; y++ {
		for x := 0; x < c.tw; x++ {
			if !c.dirty[y*c.tw+x] {
				continue
			}
			floor := c.floor[y*c.tw+x]
			like := func(k int) bool { return c.dirty[k] && c.floor[k] == floor }
			x1 := x + 1
			for x1 < c.tw && like(y*c.tw+x1) {
				x1++
			}
			y1 := y + 1
			for y1 < min(c.th, y+band) && all(y1*c.tw+x, y1*c.tw+x1, like) {
				y1++
			}
			for yy := y; yy < y1; yy++ {
				clear(c.dirty[yy*c.tw+x : yy*c.tw+x1])
			}
			f(image.Rect(x*Tile, y*Tile, x1*Tile, y1*Tile).Intersect(c.frame), floor)
		}
	}
}

// all says whether f holds from i to n, n not among them.
func all(i, n int, f func(int) bool) bool {
	for ; i < n; i++ {
		if !f(i) {
			return false
		}
	}
	return true
}

// transform maps sprite pixels to frame pixels.
func transform(p scene.Pose) raster.Affine {
	m := raster.Translate(p.X+p.PivotX, p.Y+p.PivotY)
	if p.Rotate != 0 {
		m = m.Mul(raster.Rotate(p.Rotate, 0, 0))
	}
	if p.Scale != 1 {
		m = m.Mul(raster.Scale(p.Scale, p.Scale))
	}
	return m.Mul(raster.Translate(-p.PivotX, -p.PivotY))
}

// wholePixels says whether the pose only moves its sprite, by (x, y) whole pixels.
// A move within a 64th of a pixel counts as whole: nobody can see the difference.
func wholePixels(p scene.Pose) (x, y int, ok bool) {
	if p.Rotate != 0 || p.Scale != 1 {
		return 0, 0, false
	}
	fx, fy := math.Round(p.X), math.Round(p.Y)
	if math.Abs(p.X-fx) > 1./64 || math.Abs(p.Y-fy) > 1./64 {
		return 0, 0, false
	}
	return int(fx), int(fy), true
}

// bounds is the frame rectangle that a pose may touch.
func bounds(p scene.Pose) image.Rectangle {
	if p.Sprite == nil {
		return image.Rectangle{}
	}
	var r image.Rectangle
	sr := p.Sprite.Img.Rect
	if x, y, ok := wholePixels(p); ok {
		r = sr.Add(image.Pt(x, y))
	} else {
		m := transform(p)
		x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
		for _, q := range [4]image.Point{sr.Min, {X: sr.Max.X, Y: sr.Min.Y}, sr.Max, {X: sr.Min.X, Y: sr.Max.Y}} {
			v := m.Apply(raster.Pt{X: float64(q.X), Y: float64(q.Y)})
			x0, y0, x1, y1 = min(x0, v.X), min(y0, v.Y), max(x1, v.X), max(y1, v.Y)
		}
		r = image.Rect(int(math.Floor(x0))-1, int(math.Floor(y0))-1, int(math.Ceil(x1))+1, int(math.Ceil(y1))+1)
	}
	if !p.Clip.Empty() {
		r = r.Intersect(p.Clip)
	}
	return r
}
