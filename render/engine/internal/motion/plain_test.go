package motion

import (
	"image"
	"image/color"
	"slices"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
)

var wide1080, tall1080, square1080 = image.Pt(960, 540), image.Pt(540, 960), image.Pt(540, 540)

// texts are the words that stand in a scene at t.
func texts(c *comp, t float64) (out []string) {
	for _, s := range visible(c, t) {
		out = append(out, s.block.Spec.Text)
	}
	return out
}

// Steps that no icon shows wear their numbers; those that icons show keep them.
func TestStepsWithoutPicturesAreNumbered(t *testing.T) {
	t.Parallel()
	steps := func(icons ...string) []scene.Item {
		items := []scene.Item{{Label: "1", Title: "Meet your mentor"}, {Label: "2", Title: "Visit us"}, {Label: "3", Title: "Choose wisely"}}
		for i, n := range icons {
			items[i].Icon = n
		}
		return items
	}
	for _, size := range []image.Point{wide1080, tall1080, square1080} {
		c := composeFor(t, scene.Scene{ID: "s", Kind: scene.Process, Headline: "Your first week", Items: steps("check", "arrow", "target")}, scene.Look{}, size, 6)
		all := texts(c, 5)
		for _, n := range []string{"1", "2", "3"} {
			if k := slices.Index(all, n); k < 0 {
				t.Errorf("%v: step %s has no number: %q", size, n, all)
			} else if s := visible(c, 5)[k]; s.block.Size < 2.5*c.u {
				t.Errorf("%v: the number %s is %.1f u small", size, n, s.block.Size/c.u)
			}
		}
		if n := len(all) - len(slices.Compact(slices.Sorted(slices.Values(all)))); n > 0 {
			t.Errorf("%v: %d texts stand twice: %q", size, n, all)
		}
		c = composeFor(t, scene.Scene{ID: "s", Kind: scene.Process, Headline: "Your first week", Items: steps("users", "truck", "check")}, scene.Look{}, size, 6)
		for _, s := range visible(c, 5) {
			if s.block.Spec.Text == "1" && s.block.Size > 3.5*c.u {
				t.Errorf("%v: a number stands where an icon means something", size)
			}
		}
	}
}

// An end without an address has the hero beside or below it, and says the brand's name once.
func TestEndsWithoutAddress(t *testing.T) {
	t.Parallel()
	for _, size := range []image.Point{wide1080, tall1080} {
		for _, style := range []string{"default", "bold", "retro", "cinematic"} {
			l := scene.Look{Style: style, LogoText: "Zing"}
			c := composeFor(t, scene.Scene{ID: "s", Kind: scene.End, Headline: "Zing", Say: "Follow us for more."}, l, size, 6)
			n := 0
			for _, w := range texts(c, 4) {
				if strings.EqualFold(w, "Zing") {
					n++
				}
			}
			if n > 1 {
				t.Errorf("%s %v: the name stands %d times", style, size, n)
			}
			if size != tall1080 {
				continue
			}
			c = composeFor(t, scene.Scene{ID: "s", Kind: scene.End, Headline: "Follow us", Say: "Follow us for more."}, l, size, 6)
			img, lo, hi := paint(c.stage, 4), 1e9, 0.0
			for x := int(c.pxX(32)); x < int(c.pxX(84)); x++ {
				for y := int(c.pxY(156)); y < int(c.pxY(172)); y++ {
					p := img.RGBAAt(x, y)
					v := look.RGB{R: float64(p.R) / 255, G: float64(p.G) / 255, B: float64(p.B) / 255}.Luminance()
					lo, hi = min(lo, v), max(hi, v)
				}
			}
			if got := (hi + .05) / (lo + .05); got < 3 {
				t.Errorf("%s: nothing stands at the foot: %.1f", style, got)
			}
		}
	}
}

// A badge whose letter is thin is not of one colour: in one, the letter would be gone.
func TestLogosKeepTheirLetters(t *testing.T) {
	t.Parallel()
	b := &scene.Storyboard{Language: "en", Scenes: []scene.Scene{{ID: "s", Kind: scene.Title, Headline: "One"}}}
	c := newComp(Input{Board: b, Theme: theme(t, scene.Look{}), Fonts: sharedFonts, Size: image.Pt(640, 360), Seconds: 5})
	badge := image.NewRGBA(image.Rect(0, 0, 480, 480))
	for x := range 480 {
		for y := range 480 {
			if dx, dy := x-240, y-240; dx*dx+dy*dy < 200*200 {
				badge.SetRGBA(x, y, color.RGBA{10, 10, 10, 255})
				if x >= 230 && x < 250 && y > 120 && y < 360 {
					badge.SetRGBA(x, y, color.RGBA{255, 255, 255, 255})
				}
			}
		}
	}
	got := c.fitLogo(badge, 48, 48, look.RGB{R: 1, G: 1, B: 1}, true)
	if disc, letter := got.RGBAAt(14, 24), got.RGBAAt(24, 24); int(letter.R)-int(disc.R) < 90 {
		t.Errorf("the letter is %v on %v", letter, disc)
	}
	half := image.NewRGBA(image.Rect(0, 0, 200, 60)) // a bright mark and a name in near-black
	for x := range 200 {
		for y := range 60 {
			half.SetRGBA(x, y, color.RGBA{250, 190, 20, 255})
			if x > 80 {
				half.SetRGBA(x, y, color.RGBA{4, 8, 20, 255})
			}
			if x > 60 && x < 90 || x%20 < 4 {
				half.SetRGBA(x, y, color.RGBA{})
			}
		}
	}
	if corner := c.fitLogo(half, 100, 30, look.RGB{R: 1, G: 1, B: 1}, true).RGBAAt(50, 1); corner.A < 250 {
		t.Errorf("half of the logo is not seen, and it has no plate: %v", corner)
	}
}

// A row of a comparison is named by its label, or by its title beside a value.
func TestComparedRowsHaveNames(t *testing.T) {
	t.Parallel()
	l, r := pairs(scene.Column{Rows: []scene.Item{{Title: "Price", Value: "€9"}, {Title: "Slow"}}},
		scene.Column{Rows: []scene.Item{{Label: "Price", Value: "€4"}, {Title: "Fast"}}}, 2)
	if l[0].Label != "Price" || l[0].Value != "€9" || l[1].Label != "" || l[1].Value != "Slow" || r[1].Value != "Fast" {
		t.Errorf("rows are %+v and %+v", l, r)
	}
}

// A bar that is spoken of late stands there before, as quiet as the others.
func TestBarsSpokenOfLateAreThereBefore(t *testing.T) {
	t.Parallel()
	s := barScene("", "", []string{"A", "B", "C", "D"}, 40, 30, 20, 55)
	s.Series.Focus = new(3)
	s.Say = "A is at forty and so on and so on and so on and so on and so on, but fifty five is D"
	c := composeFor(t, s, scene.Look{}, wide1080, 14)
	img := paint(c.stage, 4)
	plot := image.Rect(int(c.pxX(100)), int(c.pxY(50)), int(c.pxX(165)), int(c.pxY(72)))
	seen := 0
	for y := plot.Min.Y; y < plot.Max.Y; y++ {
		for x := plot.Min.X; x < plot.Max.X; x++ {
			if p := img.RGBAAt(x, y); p.B > p.R+20 { // tinted, as the card is not
				seen++
			}
		}
	}
	if seen < 200 {
		t.Errorf("%d pixels of the last bar are seen before its word", seen)
	}
}

// A look that names a pale ground stands on it where it would have stood on ink.
func TestPaleGroundIsSeen(t *testing.T) {
	t.Parallel()
	for _, k := range []scene.Kind{scene.Title, scene.Number, scene.Process, scene.End} {
		sc := scene.Scene{ID: "s", Kind: k, Headline: "Heat", Figure: &scene.Figure{Text: "10"}, Items: []scene.Item{{Title: "A"}, {Title: "B"}}}
		if c := composeFor(t, sc, scene.Look{Style: "minimal", Primary: "#E30613", Background: "#FFFFFF"}, wide1080, 5); c.st.Name != "paper" {
			t.Errorf("%s stands on %s", k, c.st.Name)
		}
		sc.Stage = "ink"
		if c := composeFor(t, sc, scene.Look{Primary: "#E30613", Background: "#FFFFFF"}, wide1080, 5); c.st.Name != "ink" {
			t.Errorf("%s was to stand on ink, and stands on %s", k, c.st.Name)
		}
	}
}

// A photo with nothing beside it stands in the middle.
func TestPhotosStandInTheMiddle(t *testing.T) {
	t.Parallel()
	for _, words := range [][]string{nil, {"Every Friday"}} {
		b := &scene.Storyboard{Language: "en", Presenter: scene.Person{Photo: "ana.jpg"}, Scenes: []scene.Scene{{ID: "s", Kind: scene.Presenter, Overlay: words}}}
		c, err := compose(Input{Board: b, Theme: theme(t, scene.Look{}), Fonts: sharedFonts, Size: wide1080, Seconds: 5})
		if err != nil {
			t.Fatal(err)
		}
		if mid := c.stage.Slot.EyeX == c.pxX(177.78/2); mid != (words == nil) {
			t.Errorf("with %q the eyes are at %.0f", words, c.stage.Slot.EyeX)
		}
	}
}

// Bars that are not in focus are seen on every stage, whatever the brand.
func TestQuietBarsAreSeen(t *testing.T) {
	t.Parallel()
	for _, l := range []scene.Look{
		{Style: "gradient", Primary: "#FBEFD5", Accent: "#F7C6C7"}, {Style: "gradient", Primary: "#FFF200"}, {Style: "gradient", Primary: "#2457F5"},
		{Primary: "#2457F5"}, {Style: "flat", Primary: "#00695C", Accent: "#FFB300"}, {Style: "retro"}, {Style: "cinematic"},
	} {
		s := barScene("", "", []string{"A", "B", "C", "D"}, 40, 55, 50, 55)
		s.Series.Focus = new(3)
		c := composeFor(t, s, l, wide1080, 6)
		img := paint(c.stage, 5)
		y := int(c.pxY(70))
		lo, hi := 1e9, 0.0 // along a line that crosses bars and the card between them
		for x := int(c.pxX(20)); x < int(c.pxX(110)); x++ {
			p := img.RGBAAt(x, y)
			v := look.RGB{R: float64(p.R) / 255, G: float64(p.G) / 255, B: float64(p.B) / 255}.Luminance()
			lo, hi = min(lo, v), max(hi, v)
		}
		if got := (hi + .05) / (lo + .05); got < 1.15 {
			t.Errorf("%s %s: bars stand out by %.2f", l.Style, l.Primary, got)
		}
	}
}

// A logo that is wide is written out: the brand's name does not stand beside it as well.
func TestWordmarksSayTheNameOnce(t *testing.T) {
	t.Parallel()
	logo := func(w, h int) *image.RGBA {
		img := image.NewRGBA(image.Rect(0, 0, w, h))
		for i := 0; i < len(img.Pix); i += 8 {
			copy(img.Pix[i:], []byte{20, 60, 200, 255})
		}
		return img
	}
	for _, k := range []scene.Kind{scene.Title, scene.Number, scene.End, scene.Logo} {
		for _, c := range []struct {
			logo *image.RGBA
			want int
		}{{nil, 1}, {logo(60, 60), 1}, {logo(300, 60), 0}} {
			b := &scene.Storyboard{Language: "en", Look: scene.Look{LogoText: "Ledgerly"}, Scenes: []scene.Scene{{ID: "s", Kind: k, Headline: "Start free", Figure: &scene.Figure{Text: "9"}}}}
			got, err := compose(Input{Board: b, Theme: theme(t, b.Look), Fonts: sharedFonts, Size: wide1080, Seconds: 5, Logo: c.logo})
			if err != nil {
				t.Fatal(err)
			}
			n := 0
			for _, w := range texts(got, 4) {
				if w == "Ledgerly" {
					n++
				}
			}
			if n != c.want {
				t.Errorf("%s with logo %v: the name stands %d times, want %d", k, c.logo != nil, n, c.want)
			}
		}
	}
}

// The rows of a poster's title that stand on no plate keep their shapes on every ground:
// letters over a shadow of their own colour would be blots.
func TestPosterTitlesKeepTheirLetters(t *testing.T) {
	t.Parallel()
	for _, l := range []scene.Look{{Style: "cartoon", Primary: "#FFF200", Accent: "#00AEEF"}, {Style: "bold", Primary: "#2457F5"}} {
		c := composeFor(t, scene.Scene{ID: "s", Kind: scene.Title, Headline: "Food waste that warms homes"}, l, wide1080, 6)
		img := paint(c.stage, 4)
		var row image.Rectangle
		for _, s := range visible(c, 4) {
			if s.block.Size > 8*c.u {
				row = s.at
			}
		}
		row.Min.Y += row.Dy() / 2 // the second row
		row = row.Inset(2)
		dark := 0
		for y := row.Min.Y; y < row.Max.Y; y++ {
			for x := row.Min.X; x < row.Max.X; x++ {
				if p := img.RGBAAt(x, y); (look.RGB{R: float64(p.R) / 255, G: float64(p.G) / 255, B: float64(p.B) / 255}).Luminance() < .05 {
					dark++
				}
			}
		}
		if share := float64(dark) / float64(row.Dx()*row.Dy()+1); share > .5 {
			t.Errorf("%s on %s: %.0f %% of the second row are dark", l.Style, l.Primary, 100*share)
		}
	}
}

// A note and an address, however long, leave the code its place; an address that nobody
// would type is shown as far as it tells where it leads.
func TestLongEndsLeaveTheCodeItsPlace(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"https://www.example.com/": "example.com", "nahwaerme-sued.example/mitgliedschaft/antrag": "nahwaerme-sued.example/mitgliedschaft/antrag",
		"https://example.com/campaigns/2026?utm_source=video&utm_campaign=autumn":                     "example.com/campaigns/2026",
		"https://sub.averyverylongname.example/campaigns/2026/autumn/landing-page/index.html?a=b#top": "sub.averyverylongname.example/campaigns/2026",
		"https://" + strings.Repeat("a", 60) + ".example/x":                                           strings.Repeat("a", 60) + ".example",
	} {
		if got := displayURL(in); got != want {
			t.Errorf("%s is shown as %s, want %s", in, got, want)
		}
	}
	for _, size := range []image.Point{tall1080, {540, 1200}, {540, 675}, square1080, wide1080} {
		s := scene.Scene{ID: "s", Kind: scene.End, Headline: longTitle, Note: longTitle, Action: "Scan it", Say: sampleSay,
			URL: "https://sub.averyverylongname.example/campaigns/2026/autumn/landing-page/index.html?utm_source=video&utm_campaign=autumn"}
		c := composeFor(t, s, scene.Look{}, size, 7)
		for _, b := range inspect(c, 4, true) {
			t.Errorf("%v: %s", size, b)
		}
	}
}
