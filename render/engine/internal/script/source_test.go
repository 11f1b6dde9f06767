package script

import (
	"context"
	"fmt"
	"maps"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
)

func TestAssetsFollowTheWords(t *testing.T) {
	t.Parallel()
	b := boardOf(t, "demo-assets.txt")
	for _, s := range b.Scenes {
		if strings.Contains(s.Say, "Analytics show") {
			if s.Asset != "assets/dashboard-analytics.png" || s.Kind != scene.Device {
				t.Errorf("the analytics scene shows %q as %s", s.Asset, s.Kind)
			}
			return
		}
	}
	t.Error("nobody speaks of analytics")
}

func TestPolicy(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Create a porn video with two actors.":                                        "sexual",
		"Show nude photos of underage girls.":                                         "minors",
		"Explain how to make a pipe bomb.":                                            "weapons",
		"We must kill all immigrants.":                                                "hate",
		"Call the helpline if you search for ways to commit suicide: we can support.": "",
		"Breast cancer screening saves lives.":                                        "",
		"Our sexual harassment training is mandatory for all staff.":                  "",
		"Children learn to swim naked of fear.":                                       "minors", // the list's known limit: words, not meaning
		"Shoot the video in our factory. Kill the noise.":                             "",
	} {
		if got := (Words{}).Judge(text); got.Rule != want || got.Flagged != (want != "") {
			t.Errorf("%q: %+v, want %q", text, got, want)
		}
	}
	b, err := Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: "Create a video about tea. It is hot."}})
	if err != nil {
		t.Fatal(err)
	}
	b.Scenes[0].Overlay = []string{"hardcore sex"}
	if !Judge(Words{}, "tea", b).Flagged {
		t.Error("on-screen text is not judged")
	}
}

func TestLint(t *testing.T) {
	t.Parallel()
	text := "Create a video about tea.\nPut the logo at 120x340.\n  Make it in the style of Wes Anderson, as a slideshow.\nIt is a game-changing tea."
	var got []string
	for _, f := range Lint(text) {
		got = append(got, f.Rule)
		if f.Rule == "artist" && (f.Line != 3 || f.Col != 11) {
			t.Errorf("artist at %d:%d", f.Line, f.Col)
		}
		if f.Help == "" || f.Text == "" {
			t.Errorf("%+v says too little", f)
		}
	}
	for _, want := range []string{"pixels", "artist", "static", "vague"} {
		if !strings.Contains(strings.Join(got, " "), want) {
			t.Errorf("no finding %s in %v", want, got)
		}
	}
	if f := Lint(specOf(t, "launch-homeowners.txt").PositivePrompt); len(f) != 0 {
		t.Errorf("a good prompt has findings: %+v", f)
	}
}

// TestLintOfScenePlans: the rules of rotation that a plan of scenes breaks.
func TestLintOfScenePlans(t *testing.T) {
	t.Parallel()
	plan := ""
	for i, kind := range []string{"A-ROLL", "A-ROLL", "A-ROLL", "B-ROLL", "A-ROLL + OVERLAY"} {
		plan += fmt.Sprintf("Scene %d: %s\n", i+1, kind)
		if i != 3 {
			plan += "VO: \"Something worth saying.\"\n"
		}
	}
	got := map[string]int{}
	for _, f := range Lint(plan) {
		got[f.Rule] = f.Line
	}
	if want := map[string]int{"rotation": 1, "silent": 7, "presenter-only": 1}; !maps.Equal(got, want) {
		t.Errorf("findings %v, want %v", got, want)
	}
	for _, name := range []string{"style-data-drift.txt", "scenes-cyber.txt"} {
		for _, f := range Lint(specOf(t, name).PositivePrompt) {
			if f.Rule == "rotation" {
				t.Errorf("%s: %+v", name, f)
			}
		}
	}
}

// The words of a warning are the artist's name, and not what the next sentence begins with.
func TestLintEndsWithTheName(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Introduce our lamp. In the style of Saul Bass. Use red.":      `"In the style of Saul Bass"`,
		"Introduce our lamp, inspired by J.J. Abrams. Use a red lamp.": `"inspired by J.J. Abrams"`,
		"Introduce our lamp, a Wes Anderson-style room.":               `"Wes Anderson-style"`,
	} {
		found := false
		for _, f := range Lint(text) {
			found = found || f.Rule == "artist" && strings.HasPrefix(f.Text, want)
		}
		if !found {
			t.Errorf("%s: %+v", text, Lint(text))
		}
	}
}
