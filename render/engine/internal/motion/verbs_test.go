package motion

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"math"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
)

// ink is the box and the weight of what differs between a frame and its backdrop.
func inkOf(st *scene.Stage, t float64) (box image.Rectangle, sum float64) {
	bare := image.NewRGBA(image.Rectangle{Max: st.Size})
	st.Backdrop.Draw(bare, t)
	img := paint(st, t)
	box = image.Rectangle{Min: st.Size}
	for y := range st.Size.Y * 98 / 100 { // below runs the line that tells how far the scene is
		for x := range st.Size.X {
			i := img.PixOffset(x, y)
			d := math.Abs(float64(img.Pix[i])-float64(bare.Pix[i])) + math.Abs(float64(img.Pix[i+1])-float64(bare.Pix[i+1]))
			if d > 60 {
				box.Min.X, box.Min.Y = min(box.Min.X, x), min(box.Min.Y, y)
				box.Max.X, box.Max.Y = max(box.Max.X, x+1), max(box.Max.Y, y+1)
				sum += d
			}
		}
	}
	return box, sum
}

func TestVerbsDoWhatTheirNamesSay(t *testing.T) {
	t.Parallel()
	build := func(t *testing.T, verb, from string) *scene.Stage {
		s := scene.Scene{ID: "s", Kind: scene.Statement, Headline: "Power you share", Moves: []scene.Move{{Verb: verb, Target: "headline", From: from}}}
		b := &scene.Storyboard{Language: "en", Scenes: []scene.Scene{s}}
		st, err := Build(Input{Board: b, Theme: theme(t, scene.Look{Style: "minimal"}), Fonts: sharedFonts, Size: image.Pt(320, 180), Seconds: 6})
		if err != nil {
			t.Fatal(err)
		}
		return st
	}
	rest, restSum := inkOf(build(t, "fades in", ""), 5)
	for _, c := range []struct {
		verb, from string
		at         float64
		want       func(box image.Rectangle, sum float64) bool
	}{
		{"SLAMS", "", .27, func(b image.Rectangle, _ float64) bool { return b.Dx() > rest.Dx()+10 }},
		{"CRASHES", "left", .2, func(b image.Rectangle, _ float64) bool { return b.Min.X < rest.Min.X-5 && b.Max.X < rest.Max.X-60 }},
		{"CRASHES", "right", .2, func(b image.Rectangle, _ float64) bool { return b.Max.X > rest.Max.X+20 }},
		{"PUNCHES", "", .24, func(b image.Rectangle, _ float64) bool { return b.Dx() > rest.Dx()+4 }},
		{"STAMPS", "", .22, func(b image.Rectangle, _ float64) bool { return b.Dy() > rest.Dy()+4 }},
		{"SHATTERS", "", .25, func(b image.Rectangle, _ float64) bool { return b.Dy() > rest.Dy()+10 }},
		{"CASCADE", "", .22, func(b image.Rectangle, s float64) bool { return s > 0 && b.Max.X < rest.Max.X-20 }},
		{"SLIDES", "right", .22, func(b image.Rectangle, _ float64) bool { return b.Min.X > rest.Min.X+5 }},
		{"DROPS", "", .3, func(b image.Rectangle, _ float64) bool { return b.Min.Y < rest.Min.Y-8 }},
		{"DRAWS", "", .5, func(b image.Rectangle, _ float64) bool {
			return b.Max.X < rest.Max.X-10 && b.Min.X >= rest.Min.X-3 && b.Min.X <= rest.Min.X
		}},
		{"morphs", "", .45, func(b image.Rectangle, s float64) bool { return s > 1.1*restSum && b.Dx() >= rest.Dx()*9/10 }},
		{"FILLS", "", .5, func(b image.Rectangle, _ float64) bool { return b.Min.Y > rest.Min.Y+2 }},
		{"FILLS", "left", .5, func(b image.Rectangle, _ float64) bool { return b.Max.X < rest.Max.X-10 }},
		{"SPINS", "", .3, func(b image.Rectangle, _ float64) bool { return b.Dy() > rest.Dy()+8 }},
		{"BOUNCES", "", .12, func(b image.Rectangle, _ float64) bool { return b.Dx() != rest.Dx() }},
		{"rises", "", .3, func(b image.Rectangle, _ float64) bool { return b.Max.Y > rest.Max.Y+2 }},
		{"FILLS", "bottom", .5, func(b image.Rectangle, _ float64) bool { return b.Min.Y > rest.Min.Y+2 }},
		{"types on", "", .5, func(b image.Rectangle, _ float64) bool { return b.Max.X < rest.Max.X-10 && b.Min.X <= rest.Min.X+2 }},
		{"fades in", "", .5, func(b image.Rectangle, s float64) bool { return s < .8*restSum }},
		{"FLOATS", "", .5, func(b image.Rectangle, _ float64) bool { return b.Max.Y > rest.Max.Y+2 }},
		{"grows", "", .25, func(b image.Rectangle, _ float64) bool { return b.Dx() < rest.Dx()-5 }},
	} {
		t.Run(c.verb+c.from, func(t *testing.T) {
			t.Parallel()
			st := build(t, c.verb, c.from)
			if b, s := inkOf(st, c.at); !c.want(b, s) {
				t.Errorf("at %.2f s ink is in %v (%.0f); at rest in %v (%.0f)", c.at, b, s, rest, restSum)
			}
			if b, _ := inkOf(st, 5.9); math.Abs(float64(b.Min.X-rest.Min.X)) > 4 || math.Abs(float64(b.Max.Y-rest.Max.Y)) > 6 {
				t.Errorf("comes to rest in %v, want %v", b, rest)
			}
		})
	}
}

// A frame is a function of the scene and the time alone.
func TestFramesDoNotDependOnWhatWasAskedBefore(t *testing.T) {
	t.Parallel()
	for _, s := range samples() {
		t.Run(s.ID, func(t *testing.T) {
			t.Parallel()
			a, b := stageFor(t, s, scene.Look{}, image.Pt(320, 180), 6), stageFor(t, s, scene.Look{}, image.Pt(320, 180), 6)
			for _, at := range []float64{5, .7, 2.4} {
				for _, l := range b.Layers {
					l.At(at)
				}
			}
			if !bytes.Equal(paint(a, 1.9).Pix, paint(b, 1.9).Pix) {
				t.Error("frames differ")
			}
		})
	}
}

// Nothing stands still for longer than 2.5 s.
func TestSomethingAlwaysMoves(t *testing.T) {
	t.Parallel()
	for _, s := range samples() {
		if s.Kind == scene.Presenter {
			continue // the person moves
		}
		t.Run(s.ID, func(t *testing.T) {
			t.Parallel()
			st := stageFor(t, s, scene.Look{}, image.Pt(320, 180), 8)
			last := paint(st, 2).Pix
			for at := 4.4; at < 7.5; at += 2.4 {
				next := paint(st, at).Pix
				if bytes.Equal(last, next) {
					t.Errorf("nothing moves before %.1f s", at)
				}
				last = next
			}
		})
	}
}

func TestItemsComeOnWithTheirWords(t *testing.T) {
	t.Parallel()
	c := newCues(say(0, .5, "First we charge at night then share it at six and split the saving fairly"), 9)
	got := c.spread([]string{"Charge when power is cheap", "Share it at six", "Split the saving"})
	for i, want := range []float64{1 - lead, 3 - lead, 5.5 - lead} {
		if math.Abs(got[i]-want) > .3 {
			t.Errorf("item %d at %.2f s, its word at %.2f", i, got[i], want+lead)
		}
	}
	free := newCues(nil, 10).spread([]string{"a", "b", "c"})
	if free[0] < 1.4 || free[2] > 7.6 || free[1] <= free[0] {
		t.Errorf("without words: %v", free)
	}
}

// Chinese voices give clauses for words: the items still come on when they are named.
func TestItemsComeOnInScriptsWithoutSpaces(t *testing.T) {
	t.Parallel()
	c := newCues([]scene.Line{{Words: []scene.Word{{Text: "我们先在夜里充电，", Start: 0, End: 4}, {Text: "然后大家分享电力。", Start: 4, End: 8}}}}, 10)
	if at, _, ok := c.find("分享电力", 0); !ok || at < 5.5 || at > 6.5 {
		t.Errorf("second item at %.2f, %v", at, ok)
	}
	if at, _, ok := c.find("夜里便宜充电", 0); ok && at > 4 {
		t.Errorf("half a phrase at %.2f", at)
	}
	if _, _, ok := c.find("完全不同", 0); ok {
		t.Error("found what is not said")
	}
}

func TestTicksAreRoundAndCoverTheData(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]float64{{0, 51}, {3, 42}, {-12, 30}, {0, .6}, {0, 1e6}, {5, 5}, {0, 0}} {
		step, lo, hi := ticks(c[0], c[1])
		if lo > min(0, c[0]) || hi < c[1] || (hi-lo)/step > 5.01 || step <= 0 {
			t.Errorf("%v: step %v from %v to %v", c, step, lo, hi)
		}
	}
}

func TestBuildSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	b := &scene.Storyboard{Scenes: []scene.Scene{{ID: "x", Kind: "ballet"}}}
	in := Input{Board: b, Theme: theme(t, scene.Look{}), Fonts: sharedFonts, Size: landscape, Seconds: 3}
	for name, change := range map[string]func(*Input){
		"kind": func(*Input) {}, "index": func(i *Input) { i.Index = 4 }, "size": func(i *Input) { i.Size = image.Pt(4, 4) },
	} {
		q := in
		change(&q)
		if _, err := Build(q); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// Scenes with next to nothing in them still make a picture.
func TestEmptyScenesAreDrawn(t *testing.T) {
	t.Parallel()
	for kind := range layouts {
		for _, s := range []scene.Scene{{ID: "e", Kind: kind}, {ID: "h", Kind: kind, Headline: "One line"}, {ID: "s", Kind: kind, Say: "Only words are spoken here.", Items: []scene.Item{{}}}} {
			for _, style := range []string{"default", "bold", "cinematic"} {
				st := stageFor(t, s, scene.Look{Style: style}, image.Pt(160, 90), 4)
				for _, l := range st.Layers {
					l.At(2)
				}
			}
		}
	}
}

func TestWatermarkStaysInItsCorner(t *testing.T) {
	t.Parallel()
	for _, mark := range []string{"logo", "Acme confidential"} {
		bare := stageFor(t, scene.Scene{ID: "s", Kind: scene.Statement, Headline: "Power"}, scene.Look{}, image.Pt(320, 180), 4)
		st := stageFor(t, scene.Scene{ID: "s", Kind: scene.Statement, Headline: "Power"}, scene.Look{Watermark: mark}, image.Pt(320, 180), 4)
		a, b := paint(bare, 3), paint(st, 3)
		n := 0
		for y := range 180 {
			for x := range 320 {
				if a.RGBAAt(x, y) != b.RGBAAt(x, y) {
					n++
					if x < 200 || y < 165 {
						t.Fatalf("%s reaches %d,%d", mark, x, y)
					}
				}
			}
		}
		if n < 40 {
			t.Errorf("%s changes %d pixels", mark, n)
		}
	}
}

// What the prompt wants on screen word for word is set in every kind of scene.
func TestNotesAndOverlaysAreShownInEveryKind(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes under the race detector, and shares nothing")
	}
	t.Parallel()
	for _, s := range samples() {
		for _, spoken := range []bool{true, false} {
			for _, size := range []image.Point{{320, 180}, {180, 320}} {
				q := s
				q.Note, q.Overlay = "ISO 27001", []string{"Only 1.85M left"}
				if q.Say == "" && spoken {
					q.Say = "These are a few words about it"
				} else if !spoken {
					q.Say = ""
				}
				c := composeFor(t, q, scene.Look{}, size, 6)
				seen := map[string]bool{}
				for _, x := range c.set {
					if p := x.layer.At(5); p.Alpha > .8 {
						seen[x.block.Spec.Text] = true
					}
				}
				for _, want := range []string{q.Note, q.Overlay[0]} {
					if !seen[want] {
						t.Errorf("%s %v spoken=%v: %q is not shown", s.ID, size, spoken, want)
					}
				}
			}
		}
	}
}

// A scene in Arabic is the mirror of its Latin self; its letters, figures and codes
// are not.
func TestRightToLeftScenesAreMirrored(t *testing.T) {
	t.Parallel()
	size := image.Pt(640, 360)
	s := scene.Scene{ID: "s", Kind: scene.Points, Headline: "ثلاث خطوات كل يوم", Items: []scene.Item{{Title: "اشحن"}, {Title: "شارك"}}}
	lat, rtl := s, s
	lat.Language, rtl.Language = "en", "ar"
	a, b := stageFor(t, lat, scene.Look{}, size, 6), stageFor(t, rtl, scene.Look{}, size, 6)
	if a.Slot == nil || b.Slot == nil || b.Slot.Window != turnRect(a.Slot.Window, size.X) || b.Slot.EyeX != float64(size.X)-a.Slot.EyeX {
		t.Fatalf("slots %+v, %+v", a.Slot, b.Slot)
	}
	// The figure 318 reads the same.
	n := scene.Scene{ID: "n", Kind: scene.Number, Figure: &scene.Figure{Text: "31"}}
	nl, nr := n, n
	nl.Language, nr.Language = "en", "he"
	ia, ib := paint(stageFor(t, nl, scene.Look{Style: "minimal", LogoText: "A"}, size, 6), 5.9), paint(stageFor(t, nr, scene.Look{Style: "minimal", LogoText: "A"}, size, 6), 5.9)
	same, all := 0, 0
	for y := 100; y < 260; y++ {
		for x := 120; x < 520; x++ {
			p, q := ia.RGBAAt(x, y), ib.RGBAAt(x, y)
			if p.G > 200 || q.G > 200 {
				all++
				if p.G > 200 && q.G > 200 {
					same++
				}
			}
		}
	}
	if all < 2000 || float64(same) < .9*float64(all) {
		t.Errorf("%d of %d lit pixels agree", same, all)
	}
}

// The code on the end card is the address's, module by module, dark on light with
// four modules of quiet around it, in every format, style and direction of reading.
func TestCodesCanBeScanned(t *testing.T) {
	t.Parallel()
	const url = "https://commonwatt.example/start?ref=video-2026"
	want := qrOf(url)
	for _, c := range []struct {
		size        image.Point
		lang, style string
	}{
		{image.Pt(1280, 720), "en", ""}, {image.Pt(720, 1280), "en", ""}, {image.Pt(720, 720), "en", ""},
		{image.Pt(1280, 720), "ar", ""}, {image.Pt(720, 1280), "ar", ""}, {image.Pt(720, 720), "ar", "bold"},
		{image.Pt(1280, 720), "en", "cinematic"}, {image.Pt(720, 1280), "en", "retro"},
	} {
		t.Run(fmt.Sprintf("%dx%d-%s%s", c.size.X, c.size.Y, c.lang, c.style), func(t *testing.T) {
			t.Parallel()
			s := scene.Scene{ID: "end", Kind: scene.End, Language: c.lang, Headline: "See it", URL: url, Action: "Scan"}
			img := paint(stageFor(t, s, scene.Look{Style: c.style}, c.size, 6), 5)
			if !hasCode(img, want) {
				t.Error("the code is not found")
			}
		})
	}
}

// What stands beside a code says what it is for, in the viewer's language; where that is
// not known the address stands there.
func TestCodesSayWhatTheyAreFor(t *testing.T) {
	t.Parallel()
	for lang, want := range map[string]string{"en": "Scan to open", "en-GB": "Scan to open", "": "Scan to open", "de-AT": "Zum Öffnen scannen", "ja": "スキャンして開く", "fi": "commonwatt.example"} {
		for _, size := range []image.Point{{640, 360}, {360, 640}} {
			c := composeFor(t, scene.Scene{ID: "e", Kind: scene.End, Language: lang, Headline: "Fernwell", URL: "https://commonwatt.example"}, scene.Look{}, size, 6)
			said := false
			for _, v := range visible(c, 5) {
				said = said || v.block.Spec.Text == want
			}
			if !said {
				t.Errorf("%q %v: nothing says %q", lang, size, want)
			}
		}
	}
}

// hasCode looks for a code of whole-pixel modules, and its quiet zone, everywhere.
func hasCode(img *image.RGBA, code [][]bool) bool {
	n := len(code)
	dark := func(x, y int) bool { return img.Pix[y*img.Stride+4*x+1] < 90 }
	for px := 4; px <= 10; px++ {
		side := (n + 4) * px
		for y0 := 4 * px; y0+side <= img.Rect.Dy(); y0++ {
			for x0 := 4 * px; x0+side <= img.Rect.Dx(); x0++ {
				// The corner of the finder pattern rules out nearly every place.
				if !dark(x0, y0) || dark(x0-1, y0) || dark(x0, y0-1) || !dark(x0+7*px-1, y0) || dark(x0+7*px, y0) {
					continue
				}
				same := true
				for y := -4; y < n+4 && same; y++ {
					for x := -4; x < n+4 && same; x++ {
						if (x < 0 || x >= n) && (y < 0 || y >= n) {
							continue // the card's corners are round
						}
						on := y >= 0 && y < n && x >= 0 && x < n && code[y][x]
						same = dark(x0+x*px+px/2, y0+y*px+px/2) == on
					}
				}
				if same {
					return true
				}
			}
		}
	}
	return false
}

// A logo that would not be seen is set in one colour when it has one, and on a white
// plate when it has several.
func TestLogosAreSeenAndKeepTheirColours(t *testing.T) {
	t.Parallel()
	b := &scene.Storyboard{Language: "en", Scenes: []scene.Scene{{ID: "s", Kind: scene.Title, Headline: "One"}}}
	c := newComp(Input{Board: b, Theme: theme(t, scene.Look{}), Fonts: sharedFonts, Size: image.Pt(640, 360), Seconds: 5})
	bars := func(cols ...color.RGBA) *image.RGBA {
		img := image.NewRGBA(image.Rect(0, 0, 120, 40))
		for x := range 120 {
			for y := 8; y < 32; y++ {
				img.SetRGBA(x, y, cols[x*len(cols)/120])
			}
		}
		return img
	}
	navy, red, blue, yellow := color.RGBA{10, 20, 60, 255}, color.RGBA{150, 20, 30, 255}, color.RGBA{20, 40, 140, 255}, color.RGBA{255, 220, 60, 255}
	w := look.RGB{R: 1, G: 1, B: 1}
	if got := c.fitLogo(bars(navy), 120, 40, w, true).RGBAAt(60, 20); got.R < 250 || got.B < 250 {
		t.Errorf("navy on dark is %v, want white", got)
	}
	plate := c.fitLogo(bars(navy, red, blue), 120, 40, w, true)
	if corner := plate.RGBAAt(60, 1); corner.R < 250 || corner.A < 250 {
		t.Errorf("no plate: %v", corner)
	}
	if got := plate.RGBAAt(60, 20); got.R < 120 || got.G > 60 {
		t.Errorf("the middle bar is %v, want red", got)
	}
	if got := c.fitLogo(bars(yellow), 120, 40, w, true).RGBAAt(60, 20); got.B > 90 {
		t.Errorf("yellow on dark became %v", got)
	}
}

// A logo of black and white keeps its ring on a dark stage, and needs no plate where only
// what lies inside it is dark.
func TestLogosKeepTheirRing(t *testing.T) {
	t.Parallel()
	b := &scene.Storyboard{Language: "en", Scenes: []scene.Scene{{ID: "s", Kind: scene.Title, Headline: "One"}}}
	c := newComp(Input{Board: b, Theme: theme(t, scene.Look{Primary: "#000000"}), Fonts: sharedFonts, Size: image.Pt(640, 360), Seconds: 5})
	disc := func(ring, inner, middle color.RGBA, core float64) *image.RGBA {
		img := image.NewRGBA(image.Rect(0, 0, 200, 200))
		for x := range 200 {
			for y := range 200 {
				switch d := math.Hypot(float64(x)-99.5, float64(y)-99.5); {
				case d < core:
					img.SetRGBA(x, y, middle)
				case d < 94:
					img.SetRGBA(x, y, inner)
				case d < 99:
					img.SetRGBA(x, y, ring)
				}
			}
		}
		return img
	}
	black, paper := color.RGBA{8, 8, 8, 255}, color.RGBA{255, 255, 255, 255}
	w := look.RGB{R: 1, G: 1, B: 1}
	if got := c.fitLogo(disc(black, paper, black, 20), 100, 100, w, true); got.RGBAAt(20, 5).A < 250 {
		t.Error("a black ring on a dark stage has no plate to be seen on")
	}
	if got := c.fitLogo(disc(paper, paper, black, 45), 100, 100, w, true); got.RGBAAt(20, 5).A > 0 {
		t.Error("a white disc with a dark middle got a plate")
	}
}

func TestChartValuesReadAsTheyAre(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lang, unit string
		v          float64
		want       string
	}{
		{"en", " ms", .0042, "0.0042 ms"}, {"en", "€", -2e8, "−€200M"}, {"en", "%", -8, "−8 %"}, {"de", "", 27.5e6, "27,5 Mio."},
		{"de", "€", 5.6e9, "5,6 Mrd. €"}, {"en", "M€", 42, "42 M€"}, {"en", "US$", 1.2e4, "US$12k"}, {"fr", "kWh", 1.5, "1,5 kWh"}, {"en", "", .00012, "0.00012"}, {"en", "", 0, "0"},
	} {
		b := &scene.Storyboard{Language: c.lang, Scenes: []scene.Scene{{ID: "s", Kind: scene.Chart}}}
		k := newComp(Input{Board: b, Theme: theme(t, scene.Look{}), Fonts: sharedFonts, Size: image.Pt(320, 180), Seconds: 5})
		if got := k.amount(c.v, c.unit); got != c.want {
			t.Errorf("%s: %g %s reads %q, want %q", c.lang, c.v, c.unit, got, c.want)
		}
	}
	years := chartData{labels: strings.Fields("2015 2016 2017 2018 2019 2020 2021 2022 2023 2024"), values: []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, focus: 9}.fold("en")
	if len(years.values) != 10 || years.labels[9] != "2024" {
		t.Errorf("years were folded to %v", years.labels)
	}
}

// "Fills 40 % of the frame" and "60pt" are heeded as far as the words have room.
func TestMovesSayHowLargeThingsAre(t *testing.T) {
	t.Parallel()
	height := func(s scene.Scene, size float64) int {
		target := "headline"
		if s.Kind == scene.Number {
			target = "figure"
		}
		s.Moves = []scene.Move{{Verb: "fades in", Target: target, Size: size}}
		box, _ := inkOf(stageFor(t, s, scene.Look{Style: "minimal"}, image.Pt(640, 360), 5), 4.5)
		return box.Dy()
	}
	word := scene.Scene{ID: "s", Kind: scene.Statement, Headline: "Go"}
	if a, b, c := height(word, .06), height(word, .12), height(word, .4); !(a < b && b < c && c > 90) {
		t.Errorf("letters are %d, %d and %d px high", a, b, c)
	}
	long := composeFor(t, scene.Scene{ID: "s", Kind: scene.Statement, Headline: "Power you share is power you never waste", Moves: []scene.Move{{Verb: "SLAMS", Target: "headline", Size: .6}}}, scene.Look{}, image.Pt(640, 360), 5)
	for _, b := range inspect(long, 4, false) {
		t.Error(b)
	}
	num := scene.Scene{ID: "s", Kind: scene.Number, Figure: &scene.Figure{Text: "31"}}
	if a, b := height(num, .2), height(num, .5); a >= b {
		t.Errorf("figures are %d and %d px high", a, b)
	}
}

// Every verb does what it says to things that are no headline, too, and ends with the
// thing in its place.
func TestVerbsOfThings(t *testing.T) {
	t.Parallel()
	sc := scene.Scene{ID: "s", Kind: scene.Statement, Headline: "x"}
	b := &scene.Storyboard{Scenes: []scene.Scene{sc}}
	c := newComp(Input{Board: b, Theme: theme(t, scene.Look{}), Fonts: sharedFonts, Size: image.Pt(640, 360), Seconds: 6})
	box := &scene.Sprite{Img: image.NewRGBA(image.Rect(0, 0, 120, 40))}
	poseAt := func(m scene.Move, i int, at float64) scene.Pose {
		p := scene.Pose{Sprite: box, X: 200, Y: 150, Scale: 1, Alpha: 1}
		c.move(m, 1, i)(at, &p)
		return p
	}
	shown := func(p scene.Pose) float64 { // share of the sprite's width that can be seen
		if p.Clip.Empty() {
			return 1
		}
		return float64(p.Clip.Intersect(image.Rect(int(p.X), int(p.Y), int(p.X)+120, int(p.Y)+40)).Dx()) / 120
	}
	for verb, ok := range map[string]func() bool{
		"types on": func() bool {
			a, b := poseAt(scene.Move{Verb: "types on"}, 0, 1.2), poseAt(scene.Move{Verb: "types on"}, 0, 1.21)
			return shown(a) > .1 && shown(a) < .5 && shown(a) == shown(b) && a.Clip.Min.X <= int(a.X)
		},
		"CASCADE": func() bool {
			one, two := poseAt(scene.Move{Verb: "CASCADE"}, 0, 1.12), poseAt(scene.Move{Verb: "CASCADE"}, 1, 1.12)
			return one.Y < 150 && two.Y < one.Y && one.Alpha > two.Alpha
		},
		"SHATTERS": func() bool {
			one, two := poseAt(scene.Move{Verb: "SHATTERS"}, 0, 1.05), poseAt(scene.Move{Verb: "SHATTERS"}, 1, 1.05)
			return math.Abs(one.Rotate) > .5 && (one.X-200)*(two.X-200)+(one.Y-150)*(two.Y-150) < 0
		},
		"CRASHES": func() bool {
			early := poseAt(scene.Move{Verb: "CRASHES", From: "right"}, 0, 1.05)
			past := 0.0
			for at := 1.1; at < 1.45; at += .01 {
				past = min(past, poseAt(scene.Move{Verb: "CRASHES", From: "right"}, 0, at).X-200)
			}
			return early.X > 400 && past < -1.5*c.u && past > -7*c.u
		},
	} {
		if !ok() {
			t.Errorf("%s does not", verb)
		}
		if p := poseAt(scene.Move{Verb: verb}, 0, 4); math.Abs(p.X-200) > 1 || math.Abs(p.Y-150) > 1 || p.Rotate != 0 || p.Alpha < .99 || p.Scale != 1 || shown(p) < 1 {
			t.Errorf("%s ends at %+v", verb, p)
		}
	}
	// Cards come on at an angle and stand straight.
	c.sc.Moves = []scene.Move{{Verb: "SLIDES", Target: "items", Angle: -8, Stagger: .4}}
	p := scene.Pose{Sprite: box, X: 200, Y: 150, Scale: 1, Alpha: 1}
	c.enterAs("items", 1, 2)(1.9, &p)
	q := scene.Pose{Sprite: box, X: 200, Y: 150, Scale: 1, Alpha: 1}
	c.enterAs("items", 1, 2)(3, &q)
	if p.Rotate != -8 || q.Rotate != 0 {
		t.Errorf("the card leans by %.1f and then %.1f degrees", p.Rotate, q.Rotate)
	}
}
