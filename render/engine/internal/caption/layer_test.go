package caption

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

var fonts = func() *text.Fonts {
	f, err := text.New(text.Options{})
	if err != nil {
		panic(err)
	}
	return f
}()

// input is a scene's captions at a size, in the zones that the layouts give.
func input(tb testing.TB, style, lang, say string, size image.Point) Input {
	tb.Helper()
	th, _, err := look.Derive(scene.Look{Style: style})
	if err != nil {
		tb.Fatal(err)
	}
	u := float64(min(size.X, size.Y)) / 100
	zone := image.Rect(int(22*u), int(79.5*u), int(155.8*u), int(94.6*u))
	if size.Y > size.X {
		zone = image.Rect(int(6.5*u), int(119*u), int(93.5*u), int(137*u))
	}
	pages := Pages([]scene.Line{said(say, .5)}, Options{Lang: lang, MaxChars: Columns(size.X, size.Y)})
	return Input{Pages: pages, Theme: &th, Fonts: fonts, Zone: zone, Size: size, Mode: "word"}
}

func one(tb testing.TB, in Input) scene.Layer {
	tb.Helper()
	ls, err := Layers(in)
	if err != nil || len(ls) != 1 {
		tb.Fatalf("%d layers, %v", len(ls), err)
	}
	return ls[0]
}

var (
	land = image.Pt(1280, 720)
	port = image.Pt(720, 1280)
)

const sentence = "Solar power is clean, quiet and, at last, cheap enough for everyone who owns a roof."

// Letters without a plate have one where somebody's hands may come behind them.
func TestLettersReadOverPeople(t *testing.T) {
	t.Parallel()
	in := input(t, "cinematic", "en", sentence, land)
	corner := func(in Input) uint8 { // of the first page, where a plate is and no letter
		l := one(t, in)
		p := l.At(in.Pages[0].Start + .3)
		b := p.Sprite.Img.Rect
		return p.Sprite.Img.RGBAAt(b.Dx()/2, b.Min.Y+11+4).A
	}
	if a := corner(in); a > 40 {
		t.Errorf("a plate of alpha %d on a quiet ground", a)
	}
	if in.Moves = true; corner(in) < 150 {
		t.Errorf("letters over people stand on alpha %d", corner(in))
	}
}

func TestLayersStayInZone(t *testing.T) {
	t.Parallel()
	for _, style := range []string{"default", "bold", "cinematic", "retro", "cartoon", "flat"} {
		for _, size := range []image.Point{land, port} {
			for lang, say := range map[string]string{
				"en": sentence,
				"de": "Die Donaudampfschifffahrtsgesellschaftskapitänswitwe unterschreibt heute den Arbeiterunfallversicherungsvertrag.",
				"ar": "الطاقة الشمسية نظيفة وهادئة، وأصبحت أخيرا رخيصة بما يكفي للجميع.",
			} {
				in := input(t, style, lang, say, size)
				l := one(t, in)
				for _, p := range in.Pages {
					pose := l.At((p.Start + p.End) / 2)
					if pose.Sprite == nil || pose.Alpha != 1 {
						t.Fatalf("%s %s: nothing at %.2f", style, lang, p.Start)
					}
					if pose.X != float64(int(pose.X)) || pose.Y != float64(int(pose.Y)) {
						t.Errorf("not on whole pixels: %g, %g", pose.X, pose.Y)
					}
					ink := inked(pose.Sprite.Img).Add(image.Pt(int(pose.X), int(pose.Y)))
					if allowed := in.Zone.Inset(-int(.016 * float64(min(size.X, size.Y)))); !ink.In(allowed) {
						t.Errorf("%s %s %v: ink %v outside %v", style, lang, size, ink, in.Zone)
					}
				}
			}
		}
	}
}

// inked is the box of all pixels that can be seen.
func inked(img *image.RGBA) (box image.Rectangle) {
	for y := img.Rect.Min.Y; y < img.Rect.Max.Y; y++ {
		for x := img.Rect.Min.X; x < img.Rect.Max.X; x++ {
			if img.RGBAAt(x, y).A > 24 {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}

// TestLayerIsPure: the pixels at t do not depend on what was asked before, and a
// state keeps its sprite while it lasts.
func TestLayerIsPure(t *testing.T) {
	t.Parallel()
	in := input(t, "default", "en", sentence, land)
	a, b := one(t, in), one(t, in)
	times := []float64{.55, .9, 1.4, 2.2, 3, 4.4, 5}
	var first []scene.Pose
	for _, at := range times {
		first = append(first, a.At(at))
	}
	for i := len(times) - 1; i >= 0; i-- {
		p, q := b.At(times[i]), first[i]
		if (p.Sprite == nil) != (q.Sprite == nil) || p.Sprite != nil && (!bytes.Equal(p.Sprite.Img.Pix, q.Sprite.Img.Pix) || p.X != q.X || p.Alpha != q.Alpha) {
			t.Errorf("other pixels at %.2f", times[i])
		}
	}
	w := in.Pages[0].Lines[0][1]
	if a.At(w.Start+.01).Sprite != a.At(w.Start+.03).Sprite || a.At(w.Start-.01).Sprite == a.At(w.Start+.01).Sprite {
		t.Error("sprites do not follow the words")
	}
	if a.At(.3).Sprite != nil || a.At(60).Sprite != nil {
		t.Error("captions outside their pages")
	}
}

// TestHighlight looks for the accent box: it stands on the word being spoken, the
// first one at the right in Arabic, and nowhere in line mode.
func TestHighlight(t *testing.T) {
	t.Parallel()
	centre := func(in Input, at float64) (x float64, found bool) {
		p := one(t, in).At(at)
		box := in.Theme.Caption.Box.NRGBA(1)
		sum, n := 0, 0
		for y := range p.Sprite.Img.Rect.Dy() {
			for x := range p.Sprite.Img.Rect.Dx() {
				if c := p.Sprite.Img.RGBAAt(x, y); c == (color.RGBA{box.R, box.G, box.B, 255}) {
					sum, n = sum+x, n+1
				}
			}
		}
		return float64(sum) / float64(max(1, n)) / float64(p.Sprite.Img.Rect.Dx()), n > 50
	}
	in := input(t, "default", "en", "Meet the new Solara.", land)
	ws := in.Pages[0].Words()
	first, ok1 := centre(in, ws[0].Start+.01)
	last, ok2 := centre(in, ws[3].Start+.01)
	if !ok1 || !ok2 || first > .35 || last < .6 {
		t.Errorf("English: first word at %.2f (%v), last at %.2f (%v)", first, ok1, last, ok2)
	}
	in.Mode = "line"
	if _, ok := centre(in, ws[0].Start+.01); ok {
		t.Error("line mode marks a word")
	}
	in = input(t, "default", "ar", "الطاقة الشمسية نظيفة جدا.", land)
	if x, ok := centre(in, in.Pages[0].Words()[0].Start+.01); !ok || x < .6 {
		t.Errorf("Arabic: first word at %.2f (%v)", x, ok)
	}
}

func TestLayersModes(t *testing.T) {
	t.Parallel()
	in := input(t, "default", "en", sentence, land)
	in.Mode = "off"
	if ls, err := Layers(in); err != nil || ls != nil {
		t.Errorf("off: %v, %v", ls, err)
	}
	in.Mode = "loud"
	if _, err := Layers(in); err == nil {
		t.Error("no error for an unknown mode")
	}
	in.Mode, in.Zone = "word", image.Rectangle{}
	if ls, err := Layers(in); err != nil || ls != nil {
		t.Errorf("no zone: %v, %v", ls, err)
	}
}

// TestDump writes pictures of every style to the folder named by CAPTION_DUMP, for
// looking at.
func TestDump(t *testing.T) {
	dir := os.Getenv("CAPTION_DUMP")
	if dir == "" {
		t.Skip("CAPTION_DUMP is not set")
	}
	for i, style := range []string{"default", "bold", "cinematic", "retro", "cartoon", "flat", "minimal"} {
		for _, size := range []image.Point{land, port} {
			lang, say := "en", sentence
			if i == 6 {
				lang, say = "ar", "الطاقة الشمسية نظيفة وهادئة، وأصبحت أخيرا رخيصة بما يكفي للجميع."
			}
			in := input(t, style, lang, say, size)
			dst := image.NewRGBA(image.Rectangle{Max: size})
			draw.Draw(dst, dst.Rect, image.NewUniform(color.RGBA{120, 140, 170, 255}), image.Point{}, draw.Src)
			l := one(t, in)
			for k, p := range in.Pages {
				ws := p.Words()
				pose := l.At(ws[len(ws)/2].Start + .08)
				at := image.Pt(int(pose.X), int(pose.Y)-k*int(float64(size.Y)*.16))
				draw.Draw(dst, pose.Sprite.Img.Rect.Add(at), pose.Sprite.Img, image.Point{}, draw.Over)
			}
			f, err := os.Create(filepath.Join(dir, fmt.Sprintf("%s-%d.png", style, size.X)))
			if err != nil {
				t.Fatal(err)
			}
			if err := png.Encode(f, dst); err != nil {
				t.Fatal(err)
			}
			f.Close()
		}
	}
}

// Emoji that no font draws shift no letters: each word of a caption is drawn whole.
func TestWordsBesideMissingEmojiAreWhole(t *testing.T) {
	t.Parallel()
	fonts, err := text.New(text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	th, _, err := look.Derive(scene.Look{})
	if err != nil {
		t.Fatal(err)
	}
	ink := func(say string) int {
		pages := Pages([]scene.Line{said(say, .5)}, Options{})
		l, err := Layers(Input{Pages: pages, Theme: &th, Fonts: fonts, Zone: image.Rect(100, 500, 1180, 680), Size: image.Pt(1280, 720), Mode: "line"})
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		img := l[0].At(pages[0].Start + .2).Sprite.Img
		for i := 0; i < len(img.Pix); i += 4 {
			if img.Pix[i] > 200 && img.Pix[i+1] > 200 && img.Pix[i+2] > 200 {
				n++
			}
		}
		return n
	}
	plain, with := ink("Ship it today and"), ink("\U0001FAF8 Ship it today and")
	if float64(with) < .97*float64(plain) {
		t.Errorf("%d pixels of ink, %d without the emoji", with, plain)
	}
}

// What no font draws leaves neither a gap nor an empty box in the spoken words' place.
func TestPagesAreWithoutWhatNoFontDraws(t *testing.T) {
	t.Parallel()
	const nowhere = "\U0001FAFA" // not assigned
	word := func(s string) Word { return Word{Text: s} }
	got := drawn([]Page{{Lines: [][]Word{{word("Your"), word(nowhere), word("team" + nowhere), word("ships")}, {word(nowhere)}}}, {Lines: [][]Word{{word(nowhere)}}}}, fonts)
	if len(got) != 1 || got[0].Text() != "Your team ships" {
		t.Errorf("%d pages: %q", len(got), got[0].Text())
	}
}
