package look

import (
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// Whatever a brand's colours are, its accent, its lines and its hot card are seen on every
// stage, and what is written on them reads.
func TestBrandsAreSeenOnEveryStage(t *testing.T) {
	t.Parallel()
	for _, l := range []scene.Look{
		{}, {Primary: "#0A0A12", Accent: "#2B2B33"}, {Primary: "#F4F1E8", Accent: "#FFFFFF"}, {Primary: "#FFEE00", Accent: "#0000FF"},
		{Primary: "#FFFFFF", Accent: "#FFFFFF"}, {Primary: "#000000", Accent: "#000000"}, {Primary: "#FF0000", Accent: "#00FF00"}, {Primary: "#3B2416"},
	} {
		theme, _, err := Derive(l)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"ink", "paper", "brand"} {
			st := theme.Stage(name)
			s := theme.Seen(st)
			ground, least := st.Base, 1.28
			if name == "ink" {
				ground, least = theme.InkCard, 2.15
			}
			if k := Contrast(s.A, ground); k < least {
				t.Errorf("%s %s on %s: the accent %s has contrast %.2f", l.Primary, l.Accent, name, s.A, k)
			}
			if k := Contrast(s.A, s.OnA); k < 4.4 {
				t.Errorf("%s %s on %s: %.2f on the accent", l.Primary, l.Accent, name, k)
			}
			if name == "paper" {
				if k := Contrast(s.P, ground); k < 1.65 {
					t.Errorf("%s on paper: lines have contrast %.2f", l.Primary, k)
				}
			}
			for _, h := range s.Hot {
				if k := Contrast(h, s.OnP); k < 4.4 {
					t.Errorf("%s on %s: %.2f on the hot card", l.Primary, name, k)
				}
			}
			if d := Contrast(s.Hot[1], ground); name != "brand" && d < 1.1 {
				t.Errorf("%s on %s: the hot card %s has contrast %.2f", l.Primary, name, s.Hot[1], d)
			}
		}
		if k := Contrast(theme.Caption.Box.RGB, theme.Ink0); k < 2.15 {
			t.Errorf("%s %s: the spoken word's box has contrast %.2f", l.Primary, l.Accent, k)
		}
	}
}

// On a pale ground a yellow accent stays a yellow: it does not become a brown.
func TestYellowAccentsStayYellow(t *testing.T) {
	t.Parallel()
	for _, l := range []scene.Look{{Primary: "#E11D48", Accent: "#FDE047"}, {Primary: "#1E3A8A", Accent: "#FFEE00"}, {Primary: "#5B21B6", Accent: "#FFF04D"}, {Primary: "#2457F5", Accent: "#FFB224"}} {
		theme, _, err := Derive(l)
		if err != nil {
			t.Fatal(err)
		}
		s := theme.Seen(theme.Stage("paper"))
		if was, is := theme.A, s.A; Mud(was, is) || is.Apart(theme.Paper0) < .12 || Contrast(is, s.OnA) < 4.4 {
			t.Errorf("%s: the accent %s is %s on paper, with %s on it", l.Primary, was, is, s.OnA)
		}
	}
}
