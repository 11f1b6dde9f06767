package motion

import (
	"image"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// What is stressed says something: no article, no preposition at the end.
func TestStressIsOnWordsThatSaySomething(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lang, say, want string }{
		{"en", "Power you share is power you never waste", "waste"},
		{"en", "The plan that every team can live with", "live with"},
		{"en", "Care should come to you", "come to you"},
		{"en", "This is what good data is for", "good data"},
		{"en", "Everything you need to go on", "go on"},
		{"de", "Strom, den alle teilen", "teilen"},
		{"en", "It is", ""},
	} {
		from, to := lastWords(c.say, c.lang)
		if got := string([]rune(c.say)[from:to]); got != c.want {
			t.Errorf("%q: %q is stressed, want %q", c.say, got, c.want)
		}
	}
	// A poster's plate holds a row that says something.
	for _, c := range []struct {
		lang string
		rows []string
		want int
	}{
		{"en", []string{"The", "headquarters"}, 1}, {"en", []string{"One battery.", "A whole building."}, 0},
		{"en", []string{"This is the", "end of", "the queue"}, 1}, {"de", []string{"Die", "Versicherung"}, 1}, {"en", []string{"To the", "of the"}, 0},
		{"zh", []string{"一块电池", "整栋大楼"}, 0},
	} {
		if got := tellingRow(c.rows, c.lang); got != c.want {
			t.Errorf("%q: row %d is on the plate, want %d", c.rows, got, c.want)
		}
	}
}

// The largest size is not worth a last row of one short word.
func TestStatementsDoNotEndLone(t *testing.T) {
	t.Parallel()
	for _, size := range []image.Point{{640, 360}, {360, 640}, {480, 480}} {
		for _, st := range []string{"", "bold", "cinematic"} {
			c := composeFor(t, scene.Scene{ID: "s", Kind: scene.Statement, Headline: "Power you share is power you never waste"}, scene.Look{Style: st}, size, 4)
			if b := c.set[0].block; endsLone(b) {
				t.Errorf("%v %s: the last of %d rows is one word", size, st, len(b.Rows))
			}
		}
	}
}

// The stressed words of quotes and statements can be read on the ground and told from
// the words beside them, in every look.
func TestStressedWordsStandOut(t *testing.T) {
	t.Parallel()
	for name, l := range looks() {
		for _, kind := range []scene.Kind{scene.Quote, scene.Statement} {
			c := composeFor(t, scene.Scene{ID: "s", Kind: kind, Headline: "Power you share is power you never waste"}, l, image.Pt(320, 180), 4)
			hot := c.hotWords()
			if k := look.Contrast(hot, c.st.Base); k < 3 {
				t.Errorf("%s %s: contrast of %.2f with the ground", name, kind, k)
			}
			a, b := hot.LCH(), c.st.Text.LCH()
			if d := abs100(a.L-b.L) + abs100(a.C-b.C); d < 8 {
				t.Errorf("%s %s: %v is hardly another colour than %v", name, kind, hot, c.st.Text)
			}
		}
	}
}

func abs100(v float64) float64 { return 100 * max(v, -v) }

// A title keeps clear of the picture beside it.
func TestTitlesKeepClearOfTheHero(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes under the race detector, and shares nothing")
	}
	t.Parallel()
	for _, style := range []string{"default", "bold", "cartoon", "flat", "retro", "cinematic"} {
		for _, head := range []string{"One battery. A whole building.", "Every building in the district can share its power", "Donaudampfschifffahrtselektrizität"} {
			c := composeFor(t, scene.Scene{ID: "s", Kind: scene.Title, Say: "One battery serves all", Headline: head, Subtitle: "One sentence"}, scene.Look{Style: style}, landscape, 4)
			left := 118.0 // of the panel, u
			if len([]rune(head)) > 36 {
				left = 131
			}
			if c.th.Style.Angle != 0 {
				left -= 3 // the panel leans
			}
			for _, s := range visible(c, 3.5) {
				if strings.HasPrefix(head, firstWord(s.block)) && s.block.Size > 6*c.u && s.at.Max.X > int(c.pxX(left-4)) {
					t.Errorf("%s: %q ends at %.1f u, the panel begins at %.1f", style, head, float64(s.at.Max.X)/c.u, left)
				}
			}
		}
	}
}

func firstWord(b *text.Block) string {
	w, _, _ := strings.Cut(b.Spec.Text, " ")
	return w
}

// A shadow of a poster's letters is seen apart from them: else both are a blot.
func TestShadowsAreSeenApart(t *testing.T) {
	t.Parallel()
	l := scene.Look{Style: "bold", Primary: "#C2185B", Accent: "#FFC107"}
	c := composeFor(t, scene.Scene{ID: "s", Kind: scene.Statement, Headline: "Work that used to take a week now takes a morning"}, l, wide1080, 4)
	hot := c.hotWords()
	if look.Contrast(hot, c.th.Line) >= 3 {
		t.Skip("the stressed words are light")
	}
	img := paint(c.stage, 3.5)
	line, n := c.th.Line.NRGBA(1), 0
	for _, v := range visible(c, 3.5) {
		if v.color != hot {
			continue
		}
		for y := v.at.Min.Y; y < v.at.Max.Y; y++ {
			for x := v.at.Min.X; x < v.at.Max.X; x++ {
				if p := img.RGBAAt(x, y); abs8(p.R, line.R)+abs8(p.G, line.G)+abs8(p.B, line.B) < 12 {
					n++
				}
			}
		}
	}
	if n > 40 {
		t.Errorf("%d pixels of near-black lie around words of %v", n, hot)
	}
}

// On a light poster the stressed words are the loudest: they stand on white.
func TestPostersStressOnWhite(t *testing.T) {
	t.Parallel()
	for style, primary := range map[string]string{"bold": "#1F7A5C", "flat": "#1F7A5C", "cartoon": "#1F7A5C", "default": "#FFD400", "gradient": "#FF00FF"} {
		c := composeFor(t, scene.Scene{ID: "s", Kind: scene.Statement, Headline: "Care should come to you"}, scene.Look{Style: style, Primary: primary}, image.Pt(360, 640), 5)
		if c.st.Dark {
			t.Fatalf("%s: the stage is dark", style)
		}
		img := paint(c.stage, 4.5)
		for _, v := range visible(c, 4.5) {
			if v.block.Spec.Text != "Care should come to you" {
				continue
			}
			on := img.RGBAAt(v.at.Min.X-1, v.at.Max.Y-2)
			if onWhite, hot := int(on.R)+int(on.G)+int(on.B) > 740, v.at.Min.Y > 330; hot && !onWhite {
				t.Errorf("%s: the ground of the words at %v is %v", style, v.at, on)
			}
		}
	}
}

// What carries a quote is never the quieter part of it where colour does not tell them apart.
func TestStressIsNotTheQuieterPart(t *testing.T) {
	t.Parallel()
	for _, l := range []scene.Look{{Primary: "#FFD400"}, {Primary: "#FFD400", Accent: "#111111"}, {Primary: "#000000", Accent: "#FFFFFF"}, {Style: "flat", Primary: "#1F7A5C"}} {
		c := composeFor(t, scene.Scene{ID: "s", Kind: scene.Quote, Headline: "It came late, and the results were there before noon."}, l, image.Pt(320, 180), 4)
		plain, hot := c.stress(true)
		if a, b := look.Contrast(hot, c.st.Base), look.Contrast(plain, c.st.Base); a < b {
			t.Errorf("%+v: contrast of %.1f beside %.1f", l, a, b)
		}
		if plain, _ := c.stress(false); plain != c.st.Text {
			t.Errorf("%+v: a sentence without stress is set in %v", l, plain)
		}
	}
}

// An amber that had to be darkened until it reads on a pale ground would be a brown: the
// primary is in its place, in words and in small things.
func TestAccentsAreNoBrowns(t *testing.T) {
	t.Parallel()
	for _, l := range []scene.Look{{Primary: "#2457F5", Accent: "#FFB224", Background: "#FAF7F0"}, {Primary: "#0B6E4F", Accent: "#FF8A00", Background: "#FFFFFF"}, {Primary: "#2457F5", Accent: "#FFB224", Style: "minimal"}} {
		for _, stage := range []string{"paper", "ink", "brand"} {
			c := composeFor(t, scene.Scene{ID: "s", Kind: scene.Statement, Stage: stage, Headline: "Power you share is power you never waste"}, l, landscape, 5)
			for what, col := range map[string]look.RGB{"words": c.hotWords(), "small things": c.smallAccent()} {
				if q := col.LCH(); q.H > 45 && q.H < 115 && q.C > .05 && q.L < .62 {
					t.Errorf("%s on %s: %s are %s, a brown", l.Primary, stage, what, col)
				}
				if k := look.Contrast(col, c.st.Base); k < 3 {
					t.Errorf("%s on %s: %s are %s, which reads at %.1f", l.Primary, stage, what, col, k)
				}
			}
		}
	}
}

// Where a brand has no colour, the words that carry a statement stand on white in near-black:
// the others stay as bright as elsewhere, and nobody reads grey for switched off.
func TestColourlessBrandsDoNotGreyTheirWords(t *testing.T) {
	t.Parallel()
	for _, l := range []scene.Look{{Primary: "#000000", Accent: "#FFFFFF"}, {Primary: "#FFFFFF", Accent: "#000000"}} {
		c := composeFor(t, scene.Scene{ID: "s", Kind: scene.Statement, Headline: "Power you share is power you never waste"}, l, image.Pt(480, 270), 5)
		bright, dark := 0, 0
		for _, v := range visible(c, 4.5) {
			switch k := v.color.LCH().L; {
			case k > .9:
				bright++
			case k < .3:
				dark++
			default:
				t.Errorf("%s: %q is grey (%v)", l.Primary, v.block.Spec.Text, v.color)
			}
		}
		if bright < 2 || dark == 0 {
			t.Errorf("%s: %d bright texts, %d dark", l.Primary, bright, dark)
		}
		for _, b := range inspect(c, 4.5, true) {
			t.Errorf("%s: %s", l.Primary, b)
		}
	}
}
