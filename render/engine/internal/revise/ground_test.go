package revise_test

import (
	"strings"
	"testing"
)

// TestScenesTakeAColour: one scene stands on it, the others do not.
func TestScenesTakeAColour(t *testing.T) {
	t.Parallel()
	for edit, want := range map[string]string{
		"make scene 2 blue":                    "#2563EB",
		"scene 2: purple background":           "#7C3AED",
		"use a cream background in scene 2":    "#FBF3E2",
		"scene 2's background should be #0a5":  "#00AA55",
		"Mach Szene 2 grün":                    "#16A34A",
		"mets la scène 2 en bleu":              "#2563EB",
		"pon la escena 2 en verde":             "#16A34A",
		"metti la scena 2 in blu":              "#2563EB",
		"deixe a cena 2 azul":                  "#2563EB",
		"maak scène 2 blauw":                   "#2563EB",
		"make the background of scene 2 green": "#16A34A",
	} {
		b, answer := amended(t, listsPrompt, edit)
		if b.Scenes[1].Stage != want || b.Scenes[0].Stage == want || strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %q, %s", edit, b.Scenes[1].Stage, answer)
		}
	}
}
