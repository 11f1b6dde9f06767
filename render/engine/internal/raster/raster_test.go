package raster

import (
	"image"
	"image/color"
	"testing"
)

func TestFillCoversWhatItShould(t *testing.T) {
	t.Parallel()
	dst := image.NewRGBA(image.Rect(0, 0, 40, 40))
	c := NewCanvas(dst)
	p := &Path{}
	p.Rect(10, 10, 20, 20)
	c.Fill(p, Solid(color.NRGBA{255, 128, 0, 255}), 1)
	if got := dst.RGBAAt(20, 20); got != (color.RGBA{255, 128, 0, 255}) {
		t.Errorf("inside = %v", got)
	}
	if got := dst.RGBAAt(5, 5); got.A != 0 {
		t.Errorf("outside = %v", got)
	}
	c.Fill(p, Solid(color.NRGBA{0, 0, 255, 255}), .5)
	if got := dst.RGBAAt(20, 20); got.R < 126 || got.R > 129 || got.B < 126 || got.B > 129 || got.A != 255 {
		t.Errorf("half blue over orange = %v", got)
	}
}

func TestClipLimitsAndNests(t *testing.T) {
	t.Parallel()
	dst := image.NewRGBA(image.Rect(0, 0, 40, 40))
	c := NewCanvas(dst)
	all, left, top := &Path{}, &Path{}, &Path{}
	all.Rect(0, 0, 40, 40)
	left.Rect(0, 0, 20, 40)
	top.Rect(0, 0, 40, 20)
	c.Clip(left)
	c.Clip(top)
	c.Fill(all, Solid(color.NRGBA{A: 255}), 1)
	c.Unclip()
	c.Unclip()
	for _, q := range []struct{ x, y, a int }{{5, 5, 255}, {30, 5, 0}, {5, 30, 0}, {30, 30, 0}} {
		if got := dst.RGBAAt(q.x, q.y).A; int(got) != q.a {
			t.Errorf("alpha at %d,%d = %d, want %d", q.x, q.y, got, q.a)
		}
	}
}

func TestStrokeIsAsWideAsItsPen(t *testing.T) {
	t.Parallel()
	dst := image.NewRGBA(image.Rect(0, 0, 60, 40))
	c := NewCanvas(dst)
	p := &Path{}
	p.MoveTo(10, 20)
	p.LineTo(50, 20)
	c.Fill(p.Stroke(10), Solid(color.NRGBA{A: 255}), 1)
	for _, q := range []struct{ x, y, a int }{{30, 16, 255}, {30, 24, 255}, {30, 13, 0}, {30, 27, 0}, {6, 20, 255}, {3, 20, 0}} {
		if got := dst.RGBAAt(q.x, q.y).A; int(got) != q.a {
			t.Errorf("alpha at %d,%d = %d, want %d", q.x, q.y, got, q.a)
		}
	}
}

func TestTrimHalvesALine(t *testing.T) {
	t.Parallel()
	p := &Path{}
	p.MoveTo(0, 0)
	p.LineTo(10, 0)
	p.LineTo(10, 10)
	_, _, x1, y1 := p.Trim(0, .5).Bounds()
	if x1 != 10 || y1 != 0 {
		t.Errorf("first half ends at %v,%v, want 10,0", x1, y1)
	}
}
