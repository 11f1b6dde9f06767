package prompt

import (
	"strings"
	"testing"
)

func TestNumberedScenes(t *testing.T) {
	t.Parallel()
	say := func(text string) string {
		var out []string
		for _, s := range Parse(text).Scenes {
			out = append(out, s.Say+"/"+s.Visual)
		}
		return strings.Join(out, "|")
	}
	for text, want := range map[string]string{
		"Scene-by-scene:\n1. A perfume begins in the dark.\n2. Three notes carry it: fig, stone, and tea.\n3. \"I wanted a scent that does not raise its voice,\" says perfumer Lena Brandt.\n": "A perfume begins in the dark./|Three notes carry it: fig, stone, and tea./|\"I wanted a scent that does not raise its voice,\" says perfumer Lena Brandt./",
		"Storyboard:\n\n1) VO: \"We open at eight.\" Visual: the shop\n2) VO: \"Come in.\"\nMusic: calm":                                                                                        "We open at eight./the shop|Come in./",
		"Scenes:\n1. We bake at night.\nFresh by six.\n2. You come at seven.\n\nCall to action: visit us":                                                                                       "We bake at night. Fresh by six./|You come at seven./",
		"Steps:\n1. We bake at night.\n2. You come at seven.":                                                                                                                                   "",
		"Scene by scene:\n1. We bake at night.\n3. You come at seven.":                                                                                                                          "",
	} {
		if got := say(text); got != want {
			t.Errorf("%q\n gives %s\n  want %s", text, got, want)
		}
	}
	if q := Quotation(`"It does not raise its voice," says head perfumer Lena Brandt.`); q.Name != "Lena Brandt" || q.Part != "head perfumer" {
		t.Errorf("said by %q, %q", q.Name, q.Part)
	}
}
