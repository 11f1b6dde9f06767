package board

import (
	"bytes"
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"gitops.video/render/render/engine/internal/scene"
)

// Encode writes a storyboard as YAML for people: stable order, a comment where a
// reader would ask. Decode of what Encode wrote gives the same storyboard.
func Encode(b *scene.Storyboard) ([]byte, error) {
	var n yaml.Node
	if err := n.Encode(b); err != nil {
		return nil, fmt.Errorf("storyboard: %w", err)
	}
	n.HeadComment = "Storyboard: everything that is needed to draw this video.\nPin it with `storyboard: FILE` in the manifest, edit it by hand, review it in a pull request."
	comment := map[string]string{
		"seconds":   "requested length",
		"look":      "art direction: a preset with the brand's values over it",
		"presenter": "a catalogue id, a photo, or none",
		"speakers":  "the people of a conversation; a scene's `speaker` is one of their names",
		"captions":  "word, line or off",
		"scenes":    "In order. `say` is spoken word for word; `seconds: 0` or none lets the words decide;\n`cue` is the spoken word that brings an item on.",
		"notes":     "What was understood, replaced or could not be honoured, with its place in the prompt.",
	}
	root := &n
	for i := 0; i+1 < len(root.Content); i += 2 {
		k, v := root.Content[i], root.Content[i+1]
		if c, ok := comment[k.Value]; ok {
			if strings.Contains(c, "\n") || v.Kind != yaml.ScalarNode {
				k.HeadComment = c
			} else {
				v.LineComment = c
			}
		}
		if k.Value == "scenes" {
			for j, s := range v.Content {
				s.HeadComment = fmt.Sprintf("Scene %d", j+1)
			}
		}
	}
	var out bytes.Buffer
	enc := yaml.NewEncoder(&out)
	enc.SetIndent(2)
	if err := enc.Encode(root); err != nil {
		return nil, fmt.Errorf("storyboard: %w", err)
	}
	if err := enc.Close(); err != nil {
		return nil, fmt.Errorf("storyboard: %w", err)
	}
	return out.Bytes(), nil
}
