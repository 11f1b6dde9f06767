package policy

import (
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

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
	b := &scene.Storyboard{Title: "Tea", Scenes: []scene.Scene{{Say: "It is hot.", Overlay: []string{"hardcore sex"}}}}
	if !Judge(Words{}, "tea", b).Flagged {
		t.Error("on-screen text is not judged")
	}
}
