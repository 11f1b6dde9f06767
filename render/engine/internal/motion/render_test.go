package motion

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/composite"
	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// paint is the frame of a stage at t, a whole number of milliseconds, with a plain picture
// where its presenter stands.
func paint(st *scene.Stage, t float64) *image.RGBA {
	seen := *st
	if st.Slot != nil {
		w := st.Slot.Window
		who := &scene.Sprite{Img: image.NewRGBA(image.Rectangle{Max: w.Size()}), Opaque: true}
		draw.Draw(who.Img, who.Img.Rect, image.NewUniform(color.RGBA{70, 80, 110, 255}), image.Point{}, draw.Src)
		seen.Layers = slices.Insert(slices.Clone(st.Layers), st.SlotAt, scene.Layer(scene.Func(func(float64) scene.Pose {
			return scene.Pose{Sprite: who, X: float64(w.Min.X), Y: float64(w.Min.Y), Alpha: 1}
		})))
	}
	return composite.New(&seen, 1000).RGBA(int(math.Round(1000 * t)))
}

var sharedFonts = func() *text.Fonts {
	f, err := text.New(text.Options{})
	if err != nil {
		panic(err)
	}
	return f
}()

func say(start, per float64, words string) []scene.Line {
	l := scene.Line{Text: words, Start: start}
	t := start
	for _, w := range strings.Fields(words) {
		l.Words = append(l.Words, scene.Word{Text: w, Start: t, End: t + per*.9})
		t += per
	}
	l.End = t
	return []scene.Line{l}
}

func theme(tb testing.TB, l scene.Look) *look.Theme {
	tb.Helper()
	t, _, err := look.Derive(l)
	if err != nil {
		tb.Fatal(err)
	}
	return &t
}

// stageFor builds one scene alone, between chapters of a small board.
func stageFor(tb testing.TB, sc scene.Scene, l scene.Look, size image.Point, seconds float64) *scene.Stage {
	tb.Helper()
	if l.LogoText == "" {
		l.LogoText = "Commonwatt"
	}
	b := &scene.Storyboard{Language: "en", Look: l, Seed: 7, Width: size.X, Height: size.Y, Scenes: []scene.Scene{
		{ID: "a", Kind: scene.Title, Chapter: "Why evenings cost more"}, {ID: "b", Kind: scene.Title, Chapter: "Who pays, who saves"},
		sc, {ID: "d", Kind: scene.Title, Chapter: "How it gets built"}, {ID: "e", Kind: scene.Title, Chapter: "Your next step"}}}
	var lines []scene.Line
	if sc.Say != "" {
		lines = say(.3, (seconds-1)/float64(len(strings.Fields(sc.Say))), sc.Say)
	}
	st, err := Build(Input{Board: b, Index: 2, Theme: theme(tb, l), Fonts: sharedFonts, Size: size, Seconds: seconds, Lines: lines, Captions: true, Assets: testAssets})
	if err != nil {
		tb.Fatal(err)
	}
	return st
}

var testAssets = map[string]image.Image{}

var landscape, portrait, square = image.Pt(1280, 720), image.Pt(720, 1280), image.Pt(900, 900)

// TestDump writes frames to the folder named by MOTION_DUMP, for looking at:
// MOTION_DUMP=dir MOTION_ONLY=title MOTION_AT=2.5 MOTION_STYLE=bold.
func TestDump(t *testing.T) {
	dir := os.Getenv("MOTION_DUMP")
	if dir == "" {
		t.Skip("MOTION_DUMP is not set")
	}
	only, style := os.Getenv("MOTION_ONLY"), os.Getenv("MOTION_STYLE")
	at := []float64{5.5}
	if s := os.Getenv("MOTION_AT"); s != "" {
		at = nil
		for _, f := range strings.Split(s, ",") {
			v := 0.0
			for i, part := range strings.SplitN(f, ".", 2) {
				n := 0.0
				for _, d := range part {
					n = n*10 + float64(d-'0')
				}
				v += n / []float64{1, math.Pow(10, float64(len(part)))}[i]
			}
			at = append(at, v)
		}
	}
	all := samples()
	if os.Getenv("MOTION_HARD") != "" {
		all = hard()
	}
	for _, s := range all {
		if only != "" && !strings.Contains(","+only+",", ","+s.ID+",") {
			continue
		}
		for name, size := range map[string]image.Point{"land": landscape, "port": portrait, "sq": square} {
			if sizes := os.Getenv("MOTION_SIZE"); sizes != "" && !strings.Contains(sizes, name) {
				continue
			}
			st := stageFor(t, s, scene.Look{Style: style, Motif: os.Getenv("MOTION_MOTIF"), Primary: os.Getenv("MOTION_P")}, size, 8)
			for _, a := range at {
				f, err := os.Create(filepath.Join(dir, s.ID+"-"+name+"-"+strings.ReplaceAll(strings.TrimRight(strings.TrimRight(fmtF(a), "0"), "."), ".", "_")+style+".png"))
				if err != nil {
					t.Fatal(err)
				}
				img := paint(st, a)
				if os.Getenv("MOTION_ZONES") != "" {
					draw.Draw(img, st.Captions, image.NewUniform(color.RGBA{40, 0, 0, 90}), image.Point{}, draw.Over)
				}
				if err := png.Encode(f, img); err != nil {
					t.Fatal(err)
				}
				f.Close()
			}
		}
	}
}

func fmtF(v float64) string {
	n := int(v*100 + .5)
	return string([]byte{byte('0' + n/1000%10), byte('0' + n/100%10), '.', byte('0' + n/10%10), byte('0' + n%10)})
}
