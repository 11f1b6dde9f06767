package raster

import (
	"image"
	"image/color"
	"math"
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

// A curved stroke is as smooth as a filled ring: no beads where pieces meet.
func TestStrokeOfACurveHasNoBeads(t *testing.T) {
	t.Parallel()
	draw := func(p *Path) *image.RGBA {
		dst := image.NewRGBA(image.Rect(0, 0, 100, 100))
		NewCanvas(dst).Fill(p, Solid(color.NRGBA{A: 255}), 1)
		return dst
	}
	circle, ringPath, inner := &Path{}, &Path{}, &Path{}
	circle.Circle(50, 50, 30)
	ringPath.Circle(50, 50, 32)
	inner.Circle(50, 50, 28)
	want, hole := draw(ringPath), draw(inner)
	got := draw(circle.Stroke(4))
	for i := 3; i < len(got.Pix); i += 4 {
		if d := int(got.Pix[i]) - (int(want.Pix[i]) - int(hole.Pix[i])); d < -14 || d > 14 {
			t.Fatalf("pixel %d,%d: alpha %d, a ring has %d", i/4%100, i/400, got.Pix[i], int(want.Pix[i])-int(hole.Pix[i]))
		}
	}
}

// A pen turning a sharp corner, or back on itself, leaves no hole.
func TestStrokeTurnsCorners(t *testing.T) {
	t.Parallel()
	for _, turn := range [][]Pt{{{20, 20}, {80, 20}, {80, 80}}, {{20, 80}, {50, 20}, {80, 80}}, {{20, 50}, {80, 50}, {30, 50}}, {{80, 80}, {80, 20}, {20, 20}}} {
		p := &Path{}
		p.MoveTo(turn[0].X, turn[0].Y)
		p.LineTo(turn[1].X, turn[1].Y)
		p.LineTo(turn[2].X, turn[2].Y)
		dst := image.NewRGBA(image.Rect(0, 0, 100, 100))
		NewCanvas(dst).Fill(p.Stroke(12), Solid(color.NRGBA{A: 255}), 1)
		for k := 1; k < 3; k++ {
			a, b := turn[k-1], turn[k]
			for s := 0.0; s <= 1; s += .05 {
				x, y := a.X+(b.X-a.X)*s, a.Y+(b.Y-a.Y)*s
				if got := dst.RGBAAt(int(x), int(y)).A; got < 250 {
					t.Errorf("%v: alpha %d at %.0f,%.0f on the line", turn, got, x, y)
				}
			}
		}
		// The corner is round: covered 5 px out, clear 8 px out, in the direction the pen came from.
		d := Pt{turn[1].X - turn[0].X, turn[1].Y - turn[0].Y}
		n := d.X*d.X + d.Y*d.Y
		n = math.Sqrt(n)
		out := func(r float64) uint8 { return dst.RGBAAt(int(turn[1].X+d.X/n*r), int(turn[1].Y+d.Y/n*r)).A }
		if out(4.5) < 200 || out(8) > 20 {
			t.Errorf("%v: corner alpha %d at 4.5 px, %d at 8 px", turn, out(4.5), out(8))
		}
	}
}

func BenchmarkFill(b *testing.B) {
	dst := image.NewRGBA(image.Rect(0, 0, 800, 800))
	c := NewCanvas(dst)
	p := &Path{}
	p.RoundRect(20, 20, 760, 760, 120)
	stops := []Stop{{0, color.NRGBA{255, 0, 0, 255}}, {1, color.NRGBA{0, 0, 255, 100}}}
	for name, paint := range map[string]Paint{
		"solid": Solid(color.NRGBA{10, 200, 30, 255}), "linear": Linear{0, 0, 800, 800, stops}, "radial": Radial{400, 400, 400, 300, stops},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				c.Fill(p, paint, .9)
			}
		})
	}
}

func TestDashEnds(t *testing.T) {
	t.Parallel()
	p := &Path{}
	p.MoveTo(.3, 2)
	p.LineTo(.3, 19.6)
	d := p.Dash(.9, .8, 0)
	if lines, _ := d.Polylines(Identity, .05); len(lines) < 10 || len(lines) > 12 {
		t.Errorf("17.6 units in dashes of 0.9 + 0.8 make %d", len(lines))
	}
}
