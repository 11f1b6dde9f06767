package lint

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sample is a prompt of the writer's testdata.
func sample(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "script", "testdata", "prompts", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
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
	if f := Lint(sample(t, "launch-homeowners.txt")); len(f) != 0 {
		t.Errorf("a good prompt has findings: %+v", f)
	}
}

// TestLintOfArtists: a name is no look, whatever stands before it.
func TestLintOfArtists(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"A launch video for our tea, as if Wes Anderson directed it. It has 12 herbs.":           "artist",
		"Make a video about our app. It costs 4 euros. Plans:\n- Solo: 4 euros\n- Team: 9 euros": "",
	} {
		got := ""
		for _, f := range Lint(text) {
			got += f.Rule
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
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
		for _, f := range Lint(sample(t, name)) {
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

// TestLintOfLists: facts without a sentence are a list, wherever it begins.
func TestLintOfLists(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"solar panels\nlow prices\nten years warranty\nfree visit":                                             "1:1",
		"We bake. You eat. They smile. All win.":                                                               "",
		"- 24h battery\n- waterproof\n- 199 EUR\n- 3 colours":                                                  "1:3",
		"AI, cloud, security, scalable, ROI, 24/7 support":                                                     "1:1",
		"Make a video about our lamp:\n\n- 24h battery\n- waterproof\n- 199 EUR\n- 3 colours":                  "3:3",
		"Product: Lumo lamp\nBattery: 24 h\nPrice: 49 EUR\nBulb: LED\nWeight: 210 g":                           "2:1",
		"A video for our gym. Open 24/7. Sauna. 40 classes. Childcare. Free trial.":                            "1:22",
		"Mach ein Video über unser Café. 20 Plätze. Bio-Kuchen. WLAN. Terrasse.":                               "1:33",
		"A video about tea. Tea grew first in China. 3 billion cups are drunk a day. Green. Black.":            "",
		"Onboarding for baristas.\n- Clock in on the tablet\n- Wash your hands\n- Check the rota\n- Say hello": "",
	} {
		got := ""
		for _, f := range Lint(text) {
			if f.Rule == "lists" {
				got = fmt.Sprintf("%d:%d", f.Line, f.Col)
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
