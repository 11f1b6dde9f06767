package avatar

import (
	"image"
	"slices"
	"testing"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
)

func speech(from float64) scene.Line {
	l := scene.Line{Text: "Every evening at six, your building pays more. Why?", Start: from}
	t := from
	for i, w := range []struct {
		text, vis string
		stress    bool
	}{{"Every", "CGHB", true}, {"evening", "BGHB", false}, {"at", "CB", false}, {"six,", "BBB", true}, {"your", "BE", false}, {"building", "ABHBB", true}, {"pays", "ABB", false}, {"more.", "AEH", true}, {"Why?", "FDB", true}} {
		word := scene.Word{Text: w.text, Start: t, Stressed: w.stress}
		for _, v := range w.vis {
			l.Phones = append(l.Phones, scene.Phone{IPA: "x", Viseme: string(v), Start: t, End: t + .085, Loud: .7})
			t += .085
		}
		word.End = t
		l.Words = append(l.Words, word)
		if i == 3 {
			t += .3
		}
	}
	l.End = t
	return l
}

func sample(w, h int) Input {
	in := Input{Person: scene.Person{ID: "maya"}, Seconds: 8, Seed: 7, Size: image.Pt(w, h), Primary: look.MustHex("#2457F5"), Accent: look.MustHex("#FFB224"), Lines: []scene.Line{speech(.4), speech(4)}}
	u := float64(min(w, h)) / 100
	in.Slot = scene.Slot{Window: image.Rect(0, 0, w, h), EyeX: 112 * u, EyeY: 44 * u, Head: 36 * u, Push: 1.035}
	if h > w {
		in.Slot.EyeX, in.Slot.EyeY = 50*u, 62*u
	}
	return in
}

func frameAt(layers []scene.Layer, size image.Point, t float64) *image.RGBA {
	dst := image.NewRGBA(image.Rectangle{Max: size})
	for _, l := range layers {
		p := l.At(t)
		if p.Sprite == nil || p.Alpha == 0 {
			continue
		}
		s := *p.Sprite.Img
		s.Rect = s.Rect.Add(image.Pt(int(p.X), int(p.Y)))
		over(dst, &s)
	}
	return dst
}

// A layer's picture depends on the time alone, not on what was asked before.
func TestSameTimeSamePixels(t *testing.T) {
	t.Parallel()
	in := sample(320, 180)
	in.Greeting = true
	one, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	two, _ := Build(in)
	times := []float64{.7, 1.1, 1.1333, 1.2, 3.9, 4.4, 4.5}
	want := map[float64]*image.RGBA{}
	for _, at := range times {
		want[at] = frameAt(one, in.Size, at)
	}
	for i := len(times) - 1; i >= 0; i-- {
		if got := frameAt(two, in.Size, times[i]); !slices.Equal(got.Pix, want[times[i]].Pix) {
			t.Errorf("%.3f s differs when asked in another order", times[i])
		}
	}
	if slices.Equal(want[.7].Pix, want[1.1].Pix) {
		t.Error("nothing moves")
	}
}

// Everything stays inside the window and its rounded corners, and the body fills
// it down to the desk.
func TestStaysInTheWindow(t *testing.T) {
	t.Parallel()
	in := sample(320, 180)
	in.Slot.Window = image.Rect(0, 0, 112, 180)
	in.Slot.EyeX, in.Slot.EyeY, in.Slot.Head = 56, 85, 60
	in.Slot.Radii = [4]float64{0, 12, 12, 0}
	for _, set := range Sets {
		in.Person.Set = set
		layers, err := Build(in)
		if err != nil {
			t.Fatal(err)
		}
		img := frameAt(layers, in.Size, 1.3)
		for y := 0; y < 180; y++ {
			for x := 112; x < 320; x++ {
				if img.RGBAAt(x, y).A != 0 {
					t.Fatalf("%s: drawn outside the window at %d,%d", set, x, y)
				}
			}
		}
		if a := img.RGBAAt(111, 0).A; a > 40 {
			t.Errorf("%s: the rounded corner has alpha %d", set, a)
		}
		if a := img.RGBAAt(60, 90).A; a != 255 {
			t.Errorf("%s: the middle has alpha %d", set, a)
		}
		person := frameAt(layers[1:], in.Size, 1.3)
		for y := 90; y < 180; y++ {
			if a := person.RGBAAt(56, y).A; a != 255 {
				t.Fatalf("%s: the body has a gap at y %d (alpha %d)", set, y, a)
			}
		}
	}
}

// A long talk is cut between two sizes of shot, at sentences, not too often.
func TestShotsChangeAtSentences(t *testing.T) {
	t.Parallel()
	in := sample(320, 180)
	in.Seconds = 20
	for at := .4; at < 17; at += 3.1 {
		in.Lines = append(in.Lines[:0:0], append(in.Lines, speech(at))...)
	}
	in.Lines = in.Lines[2:]
	layers, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	m := layers[1].(*partLayer).r.m
	if len(m.jumps) == 0 {
		t.Fatal("one shot for 20 seconds")
	}
	last := 0.0
	for _, j := range m.jumps {
		starts := slices.ContainsFunc(in.Lines, func(l scene.Line) bool { return l.Start-j >= 0 && l.Start-j < .05 })
		if !starts || j-last < jumpAfter-.1 {
			t.Errorf("cut at %.2f s, the one before at %.2f s", j, last)
		}
		last = j
	}
	// The set changes with the person.
	a, b := layers[0].At(m.jumps[0]-.01).Sprite, layers[0].At(m.jumps[0]+.01).Sprite
	if a == b || layers[0].At(0).Sprite != a {
		t.Error("the set stays the same when the shot changes")
	}
}

func TestBuildRefuses(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(in *Input){
		"no set":    func(in *Input) { in.Person.Set = "moon" },
		"no head":   func(in *Input) { in.Slot.Head = 0 },
		"no window": func(in *Input) { in.Slot.Window = image.Rect(2000, 0, 2100, 100) },
		"nobody":    func(in *Input) { in.Person.ID = "mayya" },
	} {
		in := sample(320, 180)
		change(&in)
		if _, err := Build(in); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func BenchmarkAt(b *testing.B) {
	in := sample(1920, 1080)
	layers, err := Build(in)
	if err != nil {
		b.Fatal(err)
	}
	last := make([]*scene.Sprite, len(layers))
	dirty, n := 0, 0
	for i := 0; b.Loop(); i++ {
		t := float64(i%240) / 30
		for k, l := range layers {
			p := l.At(t)
			if p.Sprite != last[k] && p.Sprite != nil {
				dirty += p.Sprite.Img.Rect.Dx() * p.Sprite.Img.Rect.Dy()
			}
			last[k] = p.Sprite
		}
		n++
	}
	b.ReportMetric(float64(dirty)/float64(n)/1000, "kpx-changed/frame")
}

func BenchmarkBuild(b *testing.B) {
	in := sample(1920, 1080)
	for b.Loop() {
		if layers, err := Build(in); err != nil || len(layers) == 0 {
			b.Fatal(err)
		} else {
			for _, l := range layers {
				l.At(0)
			}
		}
	}
}
