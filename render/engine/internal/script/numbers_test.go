package script

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/folder"
	"gitops.video/render/render/engine/internal/scene"
)

var anyNumber = regexp.MustCompile(`\d+(?:[.,]\d+)*`)

// TestNumbersComeFromTheSources: every number that a storyboard says or shows is one of
// the prompt's or of its context files', digit for digit. "6.0 million" may be told as
// "6 million", and "one in five" shown as "1 in 5"; steps are counted from 1.
func TestNumbersComeFromTheSources(t *testing.T) {
	t.Parallel()
	for _, name := range prompts(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			spec := specOf(t, name)
			source := spec.PositivePrompt
			for _, f := range spec.Context {
				data, err := folder.Read(Request{Dir: "testdata"}.Dir, f)
				if err != nil {
					t.Fatal(err)
				}
				source += "\n" + string(data)
			}
			have := map[string]bool{}
			for _, n := range anyNumber.FindAllString(source, -1) {
				have[n] = true
				have[strings.TrimSuffix(n, ".0")] = true
				for _, part := range regexp.MustCompile(`\d+`).FindAllString(n, -1) {
					have[part] = true
				}
			}
			for n, word := range strings.Fields("one two three four five six seven eight nine ten") {
				have[fmt.Sprint(n+1)] = have[fmt.Sprint(n+1)] || strings.Contains(strings.ToLower(source), word)
			}
			for i, s := range boardOf(t, name).Scenes {
				shown := append([]string{scene.Plain(s.Say), s.Headline, s.Subtitle, s.Label, s.Note, s.Action, s.Name, s.Role}, s.Overlay...)
				for _, it := range s.Items {
					if s.Kind != scene.Process && s.Kind != scene.Points && s.Kind != scene.Grid { // there it counts
						shown = append(shown, it.Label)
					}
					shown = append(shown, it.Title, it.Body, it.Value)
				}
				for _, c := range s.Columns {
					shown = append(shown, c.Title)
					for _, r := range c.Rows {
						shown = append(shown, r.Label, r.Value)
					}
				}
				if s.Figure != nil {
					shown = append(shown, s.Figure.Text, s.Figure.Suffix)
				}
				for _, text := range shown {
					for _, n := range anyNumber.FindAllString(text, -1) {
						if !have[n] && !have[strings.TrimRight(n, ".,")] {
							t.Errorf("scene %d: the number %s of %q is not in the sources", i+1, n, text)
						}
					}
				}
			}
		})
	}
}
