package motion

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// emptiest is the largest share of the frame's height between the furniture and where
// content may end that shows nothing but the ground: no words, card, picture or captions.
func emptiest(c *comp, t float64) (share float64, from, to int) {
	size := c.in.Size
	ground := image.NewRGBA(image.Rectangle{Max: size})
	c.stage.Backdrop.Draw(ground, t)
	img := paint(c.stage, t)
	if c.in.hosted {
		for y := int(c.pxY(c.h)); y < size.Y; y++ { // the panel is content
			for x := range size.X {
				img.Set(x, y, image.White)
			}
		}
	}
	first, last := int(c.pxY(c.pick(10, 17))), int(c.pxY(c.pick(91, 137)))
	last = min(last, size.Y*97/100)
	empty := first
	note := func(y int) {
		if s := float64(y-empty) / float64(size.Y); s > share {
			share, from, to = s, empty, y
		}
	}
	for y := first; y < last; y++ {
		n := 0
		for x := range size.X {
			if !(image.Pt(x, y)).In(c.stage.Captions) {
				p, q := img.RGBAAt(x, y), ground.RGBAAt(x, y)
				if abs8(p.R, q.R)+abs8(p.G, q.G)+abs8(p.B, q.B) < 40 {
					continue
				}
			}
			n++
		}
		if n > size.X/100 {
			note(y)
			empty = y + 1
		}
	}
	note(last)
	return share, from, to
}

func abs8(a, b uint8) int {
	d := int(a) - int(b)
	return max(d, -d)
}

// No part of a picture stands empty, whatever is left out: where no captions run, the content
// takes their place.
func TestNoHalfStandsEmpty(t *testing.T) {
	t.Parallel()
	for _, s := range samples() {
		if s.Kind == scene.Logo {
			continue // a brand stands alone
		}
		for _, size := range []image.Point{{640, 360}, {360, 640}, {480, 480}} {
			for _, st := range []string{"", "cinematic"} {
				for _, spoken := range []bool{false, true} {
					t.Run(fmt.Sprintf("%s-%dx%d-%s-%v", s.ID, size.X, size.Y, st, spoken), func(t *testing.T) {
						t.Parallel()
						s := s
						if s.Say = ""; spoken {
							s.Say = sampleSay
						}
						c := composeFor(t, s, scene.Look{Style: st}, size, 8)
						if share, from, to := emptiest(c, 7.4); share > .22 {
							t.Errorf("%.2f of the height is empty: rows %d to %d", share, from, to)
						}
					})
				}
			}
		}
	}
}

// Every tile of a grid says its value, however many there are, and no value is smaller
// than what it is of.
func TestTilesSayTheirValues(t *testing.T) {
	t.Parallel()
	for _, size := range []image.Point{wide1080, {1080, 1920}, square1080, {1080, 1350}} {
		for n := 1; n <= 9; n++ {
			s := scene.Scene{ID: "g", Kind: scene.Grid, Headline: "In numbers"}
			for i := range n {
				s.Items = append(s.Items, scene.Item{Title: fmt.Sprintf("Average wait %d", i), Value: fmt.Sprintf("8%d min", i)})
			}
			c := composeFor(t, s, scene.Look{}, size, 8)
			high := map[string]float64{}
			for _, v := range visible(c, 7) {
				high[v.block.Spec.Text] = v.block.Size
			}
			for _, it := range s.Items {
				if value, title := high[it.Value], high[it.Title]; value == 0 || title == 0 || value <= title {
					t.Errorf("%v, %d tiles: %q is %.1f px high, %q is %.1f", size, n, it.Value, value, it.Title, title)
				}
			}
			for _, bad := range inspect(c, 7, false) {
				t.Errorf("%v, %d tiles: %s", size, n, bad)
			}
		}
	}
}

// Lines of code that are too long to be read with ease go on in the next line, whole: none
// is cut, and none is set in small type to fit.
func TestLongCodeIsWrapped(t *testing.T) {
	t.Parallel()
	src := "curl -X POST https://api.fernwell.example/visits --header 'Accept: application/json' --data postcode=LS1\n" +
		strings.Repeat(" ", 30) + "return an_unbroken_name_that_is_longer_than_any_line_of_code_should_be_in_portrait_frames"
	bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
	for cols := 1; cols < 60; cols++ {
		all := ""
		for _, l := range wrapped(src, cols) {
			if all += l.text; len(l.text) > max(cols, 12) {
				t.Errorf("%d columns: %q", cols, l.text)
			}
		}
		if bare(all) != bare(src) {
			t.Fatalf("%d columns: letters are lost: %q", cols, all)
		}
	}
	for _, code := range []string{
		"curl https://api.fernwell.example/v1/visits -d a=1\n  -d b=2",
		"client.messages.create(to=\"+4915112345678\", body=\"Hello from Quill\", idempotency_key=\"order-1841\")\nprint(message.status)",
		"render apply videos.yaml --parallel 4 --detailed-exitcode",
	} {
		for _, size := range []image.Point{{1080, 1350}, {1080, 1920}, square1080, wide1080} {
			c := composeFor(t, scene.Scene{ID: "c", Kind: scene.Code, Headline: "Book", Say: sampleSay, Code: code}, scene.Look{}, size, 8)
			all := ""
			for _, v := range visible(c, 7.8) {
				if !v.block.Spec.Mono {
					continue
				}
				all += v.block.Spec.Text
				if least := c.pick(2.4, 3.1) * c.u; v.block.Size < least {
					t.Errorf("%v: %q is %.1f px high, less than %.1f", size, v.block.Spec.Text, v.block.Size, least)
				}
			}
			if bare(all) != bare(code) {
				t.Errorf("%v: of %q is seen %q", size, code, all)
			}
		}
	}
}

// The hero's picture is seen, or it is not drawn.
func TestNoSliverOfArt(t *testing.T) {
	t.Parallel()
	for _, size := range []image.Point{{640, 360}, {360, 640}, {480, 480}, {480, 600}} {
		for _, kind := range []scene.Kind{scene.Title, scene.End} {
			for _, words := range []string{"", sampleSay} {
				c := composeFor(t, scene.Scene{ID: "s", Kind: kind, Headline: "Thank you", Say: words}, scene.Look{}, size, 6)
				for _, l := range c.stage.Layers {
					k, ok := l.(*layer)
					if !ok || k.sprite == nil || float64(k.sprite.Img.Rect.Dx()) < 70*c.u || float64(k.sprite.Img.Rect.Dx()) > 100*c.u {
						continue // the art with its shadow
					}
					if seen := float64(size.Y) - k.y - 15*c.u; seen > 0 && seen < 20*c.u {
						t.Errorf("%v %s: %.1f u of it are seen", size, kind, seen/c.u)
					}
				}
			}
		}
	}
}

// A stage whose cards come at their words shows where they will be.
func TestNoStageWaitsEmpty(t *testing.T) {
	t.Parallel()
	say := "We looked at all that people had asked for, and what came out of it is now Tests, then Vaccines, then Doctors"
	items := []scene.Item{{Label: "2022", Title: "Tests"}, {Label: "2023", Title: "Vaccines"}, {Label: "2024", Title: "Doctors"}}
	for _, size := range []image.Point{{640, 360}, {360, 640}, {480, 480}} {
		for _, kind := range []scene.Kind{scene.Grid, scene.Timeline} {
			for _, l := range []scene.Look{{}, {Style: "bold"}, {Primary: "#000000", Accent: "#FFFFFF"}} {
				c := composeFor(t, scene.Scene{ID: "s", Kind: kind, Headline: "Everything in one visit", Say: say, Items: items}, l, size, 12)
				if at, _, _ := c.cues.find("Tests", 0); at < 5 {
					t.Fatalf("the first word comes at %.1f s", at)
				}
				if share, from, to := emptiest(c, 3); share > .42 {
					t.Errorf("%v %s %q: nothing stands between %d and %d", size, kind, l.Style, from, to)
				}
			}
		}
	}
}

// What data stands in is there before the data: no part of a chart's or a table's card is
// empty while the first things come, nor is the place of a side that is not named yet.
func TestDataHasItsFrameFirst(t *testing.T) {
	t.Parallel()
	for _, s := range samples() {
		late := false
		switch s.ID {
		case "bars", "rows", "donut", "compare":
		case "table": // whose rows are named one by one
			s.Say = "There are three plans and you can change from one to another whenever you like. Basic is small. Family is larger. The whole floor is the largest."
			late = true
		default:
			continue
		}
		for _, size := range []image.Point{{640, 360}, {360, 640}, {480, 480}} {
			for _, st := range []string{"", "bold"} {
				c := composeFor(t, s, scene.Look{Style: st}, size, 12)
				b := box{c.margin() + 2, c.pick(30, 50), c.pick(156, c.w-17), c.pick(45, 60)}
				if s.ID == "rows" || s.ID == "donut" {
					b.h = c.pick(60, 75)
				}
				if c.h < 110 { // square
					b.y, b.h = 42, 40
				}
				if late {
					if at, _, _ := c.cues.find("Basic", 0); at < 3 {
						t.Fatalf("the first row is named at %.1f s", at)
					}
				}
				for _, bad := range emptyQuarters(c, b, .85) {
					t.Errorf("%s %v %q: nothing stands in %v", s.ID, size, st, bad)
				}
			}
		}
	}
}

// emptyQuarters are those of the four quarters of b, u, in which nothing is drawn on its
// ground at time t.
func emptyQuarters(c *comp, b box, t float64) (bad []image.Rectangle) {
	img := paint(c.stage, t)
	for i := range 4 {
		r := c.px(box{b.x + b.w/2*float64(i%2), b.y + b.h/2*float64(i/2), b.w / 2, b.h / 2})
		edges := 0
		for y := r.Min.Y; y < r.Max.Y-1; y++ {
			for x := r.Min.X; x < r.Max.X-1; x++ {
				p, q, s := img.RGBAAt(x, y), img.RGBAAt(x+1, y), img.RGBAAt(x, y+1)
				if abs8(p.R, q.R)+abs8(p.G, q.G) > 9 || abs8(p.R, s.R)+abs8(p.G, s.G) > 9 {
					edges++
				}
			}
		}
		if edges < r.Dx()/3 {
			bad = append(bad, r)
		}
	}
	return bad
}

// A scene that is cut to is under way: its headline is seen in its first frame, and what
// it shows stands, or has its place, before a third of a second is over.
func TestNoStageBeginsEmpty(t *testing.T) {
	t.Parallel()
	for _, s := range samples() {
		switch s.Kind {
		case scene.Process, scene.Timeline, scene.Grid, scene.Compare, scene.Table, scene.Chart:
		default:
			continue
		}
		for _, size := range []image.Point{{640, 360}, {360, 640}, {480, 480}} {
			c := composeFor(t, s, scene.Look{}, size, 8)
			for _, v := range c.set {
				if p := v.layer.At(0); v.block.Spec.Text == s.Headline && p.Alpha < .3 {
					t.Errorf("%s %v: the headline is seen by %.2f in the first frame", s.ID, size, p.Alpha)
				}
			}
			b := box{c.margin(), c.pick(30, 50), c.pick(160, c.w-13), c.pick(45, 60)}
			if c.h < 110 { // square
				b.y, b.h = 42, 40
			}
			if bad := emptyQuarters(c, b, .32); len(bad) > 2 {
				t.Errorf("%s %v: nothing stands in %v", s.ID, size, bad)
			}
		}
	}
}

// No row of tiles, or of stat cards after the first, is left with one that is as wide as
// the others together; and of the tiles one is hot.
func TestNoTileStandsAlone(t *testing.T) {
	t.Parallel()
	for _, size := range []image.Point{landscape, portrait, square, {720, 900}} {
		for n := 3; n <= 9; n++ {
			c := composeFor(t, scene.Scene{ID: "s", Kind: scene.Grid, Headline: "All of it"}, scene.Look{}, size, 6)
			boxes, lead := c.bento(n, 28)
			for what, all := range map[string][]box{"tile": boxes, "stat card": c.statBoxes(min(n, 6), 0)} {
				for i, b := range all[1:] {
					beside := 0
					for _, o := range all {
						if o.y < b.y+b.h && b.y < o.y+o.h {
							beside++
						}
					}
					if beside < 2 && (what == "tile" || n > 3) {
						t.Errorf("%v: %s %d of %d stands alone", size, what, i+2, n)
					}
					if b.y+b.h > c.bottom(false)+.1 || what == "tile" && b.w < 24 {
						t.Errorf("%v: %s %d of %d is at %v", size, what, i+2, n, b)
					}
				}
			}
			if !lead && n%2 == 1 && n < 8 {
				t.Errorf("%v: %d tiles have no lead", size, n)
			}
		}
	}
}

// Beside a presenter on top, long titles of rows go on in a second line rather than in
// small type, and the lines below them are read.
func TestWordyRowsAreRead(t *testing.T) {
	t.Parallel()
	s := scene.Scene{ID: "p", Kind: scene.Points, Headline: "What changes in spring", Say: sampleSay, Items: []scene.Item{
		{Title: "Every building shares the power of its roof", Body: "From the first of April"}, {Title: "The price is the same all day", Body: "24 cents for everyone"}, {Title: "You need not do anything for it at all", Body: "We write to you"}}}
	c := composeFor(t, s, scene.Look{}, image.Pt(360, 640), 9)
	seen := map[string]float64{}
	for _, v := range visible(c, 8.5) {
		seen[v.block.Spec.Text] = v.block.Size / c.u
	}
	for _, it := range s.Items {
		if seen[it.Title] < 3.9 || seen[it.Body] < 2.6 {
			t.Errorf("%q is %.1f u high, %q %.1f", it.Title, seen[it.Title], it.Body, seen[it.Body])
		}
	}
	for _, bad := range inspect(c, 8.5, false) {
		t.Error(bad)
	}
}
