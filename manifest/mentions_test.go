package manifest

import (
	"slices"
	"testing"
)

// TestMentionedFilesAreInputs: what a storyboard or an edit names decides the picture,
// listed among the assets or not.
func TestMentionedFilesAreInputs(t *testing.T) {
	t.Parallel()
	b, _, _ := load(t, map[string]string{
		"videos.yaml": `version: 1
videos:
  - key: a
    positivePrompt: Hello there.
    storyboard: board.yaml
    assets: [listed.png]
    edits: ["Replace scene 2's B-roll with clips/x.mp4.", "in scene 3, show listed.png", "use nowhere.png in the intro"]
`,
		"board.yaml":  "storyboard: 1\nlook: {logo: logo.svg}\nmusic: {file: bed.mp3}\nscenes:\n  - {id: a, kind: footage, asset: clips/y.mov}\n  - {id: b, kind: footage, asset: 'stock:pexels/video/7'}\n",
		"clips/x.mp4": "x", "clips/y.mov": "y", "logo.svg": "l", "bed.mp3": "m", "listed.png": "p", "listed.txt": "a bottle", "tags.yaml": "listed.png: [tea]",
	}, Options{}, "videos.yaml")
	got := b.Entries[0].Spec.Mentions
	if want := []string{"bed.mp3", "clips/x.mp4", "clips/y.mov", "listed.txt", "logo.svg", "tags.yaml"}; !slices.Equal(got, want) {
		t.Errorf("mentions %q, want %q", got, want)
	}
	var inputs []string
	for _, in := range b.Entries[0].Inputs {
		inputs = append(inputs, in.Path)
	}
	for _, name := range got {
		if !slices.Contains(inputs, name) {
			t.Errorf("%s is no input: %q", name, inputs)
		}
	}
}
