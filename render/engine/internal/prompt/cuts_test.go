package prompt

import (
	"strings"
	"testing"
)

func TestTransitionsBetweenScenes(t *testing.T) {
	t.Parallel()
	plan := "Scene 1: Title\nVO: One.\nScene 2: Title\nVO: Two.\nScene 3: Title\nVO: Three.\n\n"
	for order, want := range map[string]string{
		"Transitions: snap cut between 1 and 2, liquid dissolve elsewhere.":                 "cut//+liquid",
		"TRANSITIONS: iris wipe into scene 3, otherwise hard cuts":                          "/iris/+cut",
		"Transition: smash cut after scene 1 and flash frame between scenes 2 and 3.":       "smash/flash/+",
		"Every scene ends with a grid wipe.":                                                "//+gridwipe",
		"Style: bold. Use a cross-dissolve between all scenes.":                             "//+dissolve",
		"Transition: flash frame between 3 and 4":                                           "//+",
		"Übergänge: harter Schnitt zwischen Szene 1 und Szene 2, sonst weiche Überblendung": "cut//+dissolve",
	} {
		b := Parse(plan + order)
		var got []string
		for _, s := range b.Scenes {
			got = append(got, s.Transition)
		}
		if x := strings.Join(got, "/") + "+" + b.Transition; x != want {
			t.Errorf("%q: %s, want %s", order, x, want)
		}
	}
}

func TestAssetsWhenNamed(t *testing.T) {
	t.Parallel()
	b := Parse("Use lamp-hero.jpg when the lamp is first mentioned.\n\nScene 1: Title\nVO: One.\nScene 2: Title\nVO: Two.")
	if len(b.Assets) != 1 || b.Assets[0].Name != "lamp-hero.jpg" || b.Assets[0].When != "the lamp" {
		t.Errorf("%+v %+v", b.Assets, b.Points)
	}
}
