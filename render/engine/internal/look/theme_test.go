package look

import (
	"slices"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

func TestDefaultMatchesTheArtDirection(t *testing.T) {
	t.Parallel()
	th, notes, err := Derive(scene.Look{})
	if err != nil || len(notes) != 0 {
		t.Fatal(err, notes)
	}
	ink, paper := th.Stage("ink"), th.Stage("paper")
	for _, c := range []struct {
		name string
		got  RGB
		want string
	}{
		{"ink0", th.Ink0, "#030a21"}, {"ink1", th.Ink1, "#091c54"}, {"inkCard", th.InkCard, "#14244b"},
		{"paper0", th.Paper0, "#f7f9fe"}, {"paper1", th.Paper1, "#dce6fb"},
		{"brandHi", th.BrandHi, "#0369f5"}, {"brand0", th.Brand0, "#2153f0"}, {"brand1", th.Brand1, "#003693"},
		{"text on ink", ink.Text, "#f6f8fd"}, {"muted on ink", ink.Muted, "#b3bed5"},
		{"text on paper", paper.Text, "#0b152c"}, {"muted on paper", paper.Muted, "#505b72"},
		{"primary on ink", ink.Primary, "#78a1fe"}, {"primary on paper", paper.Primary, "#2052f0"},
		{"accent on ink", ink.Accent, "#ffb224"}, {"accent on paper", paper.Accent, "#966605"},
		{"second glow", th.Glow2, "#1798f1"}, {"cool glow", th.Cool, "#0f8eac"},
	} {
		w := MustHex(c.want)
		if d := max(abs(c.got.R-w.R), abs(c.got.G-w.G), abs(c.got.B-w.B)); d > 4.0/255 {
			t.Errorf("%s = %s, want %s", c.name, c.got, c.want)
		}
	}
}

func abs(v float64) float64 { return max(v, -v) }

func TestEveryBrandKeepsItsContrast(t *testing.T) {
	t.Parallel()
	brands := []string{"#2457F5", "#FFD400", "#7FFFD4", "#000000", "#FFFFFF", "#808080", "#FF0000", "#00A651", "#6B21A8", "#0B3D2E", "#FF7A00", "#FF2F92", "#00C2FF", "#3A1F14"}
	for _, style := range []string{"default", "minimal", "bold", "cinematic", "flat", "gradient", "retro", "cartoon"} {
		for _, p := range brands {
			for _, a := range []string{"", "#FFB224", "#FF0044", "#111111", "#FFFFFF", p} {
				th, _, err := Derive(scene.Look{Style: style, Primary: p, Accent: a})
				if err != nil {
					t.Fatal(err)
				}
				check := func(what string, fg, bg RGB, least float64) {
					if c := Contrast(fg, bg); c < least-.06 {
						t.Errorf("%s %s+%s: %s is %.2f (%s on %s)", style, p, a, what, c, fg, bg)
					}
				}
				for _, n := range []string{"ink", "paper", "brand"} {
					s := th.Stage(n)
					check("text on "+n, s.Text, s.Base, 4.5)
					check("muted on "+n, s.Muted, s.Base, 4.4)
				}
				if style == "default" {
					for _, bg := range []RGB{th.BrandHi, th.Brand0, th.Brand1} {
						check("text on brand", th.Stage("brand").Text, bg, 4.5)
					}
					for _, bg := range []RGB{th.Paper0, th.PaperMid, th.Paper1} {
						check("text on paper", th.Stage("paper").Text, bg, 4.5)
						check("muted on paper", th.Stage("paper").Muted, bg, 4.5)
						check("primary on paper", th.Stage("paper").Primary, bg, 4.4)
					}
					for _, bg := range th.Hot {
						check("text on the active card", th.OnP, bg, 4.5)
					}
					check("text on accent", th.OnA, th.A, 4.5)
				}
				check("caption", th.Caption.Spoken, captionGround(th), 4.5)
				if th.Caption.Box.Alpha > 0 {
					check("current word", th.Caption.Current, th.Caption.Box.RGB, 4.5)
				}
			}
		}
	}
}

func captionGround(t Theme) RGB {
	if t.Caption.Plate.Alpha > 0 {
		return t.Caption.Plate.RGB
	}
	return t.Ink0
}

func TestEasingsStartAndEnd(t *testing.T) {
	t.Parallel()
	for name := range curves {
		e := Easing(name)
		if e(0) != 0 || e(1) != 1 || e(-1) != 0 || e(2) != 1 {
			t.Errorf("%s: %v %v", name, e(0), e(1))
		}
		if a, b := e(.001), e(.999); abs(a) > .03 || abs(b-1) > .03 {
			t.Errorf("%s jumps: %v %v", name, a, b)
		}
	}
}

func TestMotifsBelongToTheirPresets(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ style, motif, want string }{
		{"default", "rings", "rings"}, {"gradient", "dots", "dots"}, {"minimal", "dots", "none"},
		{"cinematic", "dots", "bokeh"}, {"retro", "cells", "arcs"}, {"cinematic", "none", "none"}, {"default", "", "cells"},
	} {
		th, _, err := Derive(scene.Look{Style: c.style, Motif: c.motif})
		if err != nil || th.Style.Motif != c.want {
			t.Errorf("%s with %q: %q, want %q (%v)", c.style, c.motif, th.Style.Motif, c.want, err)
		}
	}
}

func TestDeriveNamesWhatIsWrong(t *testing.T) {
	t.Parallel()
	for _, l := range []scene.Look{{Style: "baroque"}, {Primary: "blue"}, {Accent: "#12"}, {Background: "x"}, {Motif: "stars"}} {
		if _, _, err := Derive(l); err == nil {
			t.Errorf("%+v: no error", l)
		}
	}
}

// TestGivenGroundAndTextAreDrawn: a brand's background is the ground of a stage in every
// preset, its colour of text is used where it reads, and nothing becomes illegible.
func TestGivenGroundAndTextAreDrawn(t *testing.T) {
	t.Parallel()
	for _, style := range []string{"default", "minimal", "bold", "cinematic", "flat", "retro", "cartoon"} {
		for _, c := range []struct{ bg, text string }{{"#0A0A0A", "#FFEEDD"}, {"#101830", "#FFFFFF"}, {"#FFF8EC", "#222244"}, {"#FFFFFF", "#111111"}, {"#0A0A0A", "#0B0B0B"}, {"#808080", "#7F7F7F"}} {
			th, _, err := Derive(scene.Look{Style: style, Primary: "#0066FF", Accent: "#0066FF", Background: c.bg, Text: c.text})
			if err != nil {
				t.Fatal(err)
			}
			bg, tx := MustHex(c.bg), MustHex(c.text)
			ground, words := false, false
			for _, n := range []string{"ink", "paper", "brand"} {
				s := th.Stage(n)
				ground = ground || s.Base == bg
				words = words || s.Text == tx
				if Contrast(s.Text, s.Base) < 4.4 || Contrast(s.Muted, s.Base) < 4.3 {
					t.Errorf("%s on %s, %s: text on %s is %.1f, muted %.1f", style, c.bg, c.text, n, Contrast(s.Text, s.Base), Contrast(s.Muted, s.Base))
				}
			}
			dark := bg.Luminance() < .05
			if !ground && !(style == "cinematic" && !dark) && !(style == "retro" && bg.Luminance() < .5) {
				t.Errorf("%s: no stage stands on %s", style, c.bg)
			}
			if ground && !words && Contrast(bg, tx) > 7 {
				t.Errorf("%s: no words are %s on %s", style, c.text, c.bg)
			}
		}
	}
	if _, _, err := Derive(scene.Look{Text: "blue"}); err == nil {
		t.Error("a colour that is none is taken")
	}
}

// A brand in a poster style keeps to its own two hues, and what it shouts is a colour of
// its palette, not one that was darkened until it read.
func TestPosterKeepsToTheBrand(t *testing.T) {
	for _, pair := range [][2]string{
		{"#3A62F0", "#F0A63A"}, {"#E6007E", "#39FF14"}, {"#00695C", "#FFB300"}, {"#FBEFD5", "#F7C6C7"},
		{"#FFF200", "#00AEEF"}, {"#0A0A0A", "#C7F000"}, {"#6B1D3A", "#E0B04C"}, {"#7A7A7A", "#B0B0B0"}, {"#8B5CF6", "#F472B6"},
	} {
		for _, style := range []string{"bold", "flat", "cartoon"} {
			th, _, err := Derive(scene.Look{Style: style, Primary: pair[0], Accent: pair[1]})
			if err != nil {
				t.Fatal(err)
			}
			palette := append(slices.Clone(th.Flats[:]), RGB{1, 1, 1}, th.Line)
			for i, f := range th.Flats {
				c := f.LCH()
				if c.C > .05 && min(hueGap(c.H, th.HP), hueGap(c.H, th.HA)) > 15 {
					t.Errorf("%s of %v: flat %d, %s, has a hue of its own", style, pair, i, f)
				}
			}
			for _, name := range []string{"ink", "paper", "brand"} {
				s := th.Stage(name)
				if !slices.Contains(palette, s.Accent) {
					t.Errorf("%s of %v: the accent %s of %s is none of the palette", style, pair, s.Accent, name)
				}
				if Contrast(s.Accent, s.Base) < 3 {
					t.Errorf("%s of %v: the accent of %s reads at %.1f", style, pair, name, Contrast(s.Accent, s.Base))
				}
			}
			if apart(th.Flats[0], th.Flats[1]) < .12 || apart(th.Flats[0], th.Flats[2]) < .12 {
				t.Errorf("%s of %v: the third colour %s is one of the two", style, pair, th.Flats[0])
			}
		}
	}
}

// A colour of text is set where it reads, and never turned into its opposite.
func TestTextColourKeepsItsSide(t *testing.T) {
	t.Parallel()
	th, _, err := Derive(scene.Look{Primary: "#E30613", Accent: "#E30613", Background: "#FFFFFF", Text: "#111111"})
	if err != nil {
		t.Fatal(err)
	}
	if got := th.Stage("brand").Text; got.Luminance() < .9 {
		t.Errorf("on red, a near-black text became %s", got)
	}
	if got := th.Stage("paper").Text.String(); got != "#111111" {
		t.Errorf("on white, the text is %s", got)
	}
}

// A brand of a colour and black is hot in its colour, not in a grey.
func TestABlackAccentLeavesTheColourHot(t *testing.T) {
	t.Parallel()
	for _, primary := range []string{"#FFD400", "#0057B8", "#E4002B"} {
		th, notes, err := Derive(scene.Look{Primary: primary, Accent: "#111111"})
		if err != nil {
			t.Fatal(err)
		}
		if hot := th.Stage("ink").Accent.LCH(); hot.C < .08 || hueGap(hot.H, th.P.LCH().H) > 25 {
			t.Errorf("%s: what is hot on the dark stage is %v", primary, th.Stage("ink").Accent)
		}
		if len(notes) != 1 {
			t.Errorf("%s: notes are %q", primary, notes)
		}
	}
}

// The dark scenes of a yellow brand are near black: a dark yellow would be brown.
func TestDarkYellowsAreNotBrown(t *testing.T) {
	t.Parallel()
	for _, p := range []string{"#FFE600", "#FFD400", "#E8A200", "#C9D400"} {
		th, _, err := Derive(scene.Look{Primary: p})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range []RGB{th.Ink0, th.InkMid, th.Ink1, th.InkCard} {
			if got := c.LCH().C; got > .035 {
				t.Errorf("%s: %s is brown, of chroma %.3f", p, c, got)
			}
		}
	}
	if blue, _, err := Derive(scene.Look{Primary: "#2457F5"}); err != nil || blue.Ink1.LCH().C < .08 {
		t.Errorf("a blue brand's dark is blue: %s, %v", blue.Ink1, err)
	}
}

// A black brand is lit by white: its accent's light would make brown of the black.
func TestBlackBrandsAreNotLitBrown(t *testing.T) {
	t.Parallel()
	for _, p := range []string{"#000000", "#0A0A0A", "#2B2B2B", "#3B3535", "#F4F4F2"} {
		for _, a := range []string{"", "#FFB224", "#E11D2E"} {
			th, _, err := Derive(scene.Look{Primary: p, Accent: a})
			if err != nil {
				t.Fatal(err)
			}
			for name, c := range map[string]RGB{"glow": th.Glow, "second glow": th.Glow2, "cool glow": th.Cool, "depth": th.BrandDeep} {
				if l := c.LCH(); l.C > .03 {
					t.Errorf("%s with accent %q: the %s is %s, of chroma %.3f", p, a, name, c, l.C)
				}
			}
		}
	}
}
