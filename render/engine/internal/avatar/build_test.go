package avatar

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"testing"
	"time"

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

func TestDumpScene(t *testing.T) {
	dir := os.Getenv("AVATAR_DUMP")
	if dir == "" {
		t.Skip()
	}
	for _, c := range []struct {
		name string
		in   Input
	}{{"land", sample(1280, 720)}, {"port", sample(720, 1280)}, {"panel", func() Input {
		in := sample(1280, 720)
		in.Slot.Window = image.Rect(0, 0, 448, 720)
		in.Slot.EyeX = 223
		in.Slot.EyeY = 350
		in.Slot.Head = 245
		in.Slot.Radii = [4]float64{0, 29, 29, 0}
		return in
	}()}} {
		began := time.Now()
		layers, err := Build(c.in)
		if err != nil {
			t.Fatal(err)
		}
		t.Log(c.name, "build", time.Since(began))
		for _, at := range []float64{0, 1.2, 2.5} {
			img := frameAt(layers, c.in.Size, at)
			w, _ := os.Create(fmt.Sprintf("%s/%s_%.1f.png", dir, c.name, at))
			png.Encode(w, img)
			w.Close()
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
