package board

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"gitops.video/render/manifest/diag"
	"gitops.video/render/render/engine/internal/phrase"
)

// Unheard warns of the cues of a storyboard file that no word of their scene answers to:
// what they bring on comes at a time of its own. The file is one that [Decode] takes.
func Unheard(file string, data []byte) diag.List {
	return warnings(file, data, "storyboard-cue", func(r *reader, i int, s *yaml.Node) {
		say := ""
		if n := valueAt(s, "say"); n != nil {
			say = n.Value
		}
		for _, cue := range cuesIn(s) {
			if !heardIn(say, cue.Value) {
				r.mistake(cue, fmt.Sprintf("scene %d: nothing that is said answers to the cue %q: it comes on at a time of its own", i+1, cue.Value), "take words of the scene's say")
			}
		}
	})
}

// warnings are what look says, under a code, to the scenes of a storyboard file; i counts
// them from 0. A file that is no YAML has none.
func warnings(file string, data []byte, code string, look func(r *reader, i int, s *yaml.Node)) diag.List {
	var doc yaml.Node
	if yaml.Unmarshal(data, &doc) != nil || len(doc.Content) == 0 {
		return nil
	}
	r := &reader{file: file, lines: strings.Split(string(data), "\n")}
	for i, s := range entriesOf(valueAt(doc.Content[0], "scenes")) {
		look(r, i, s)
	}
	out := diag.List(r.found)
	for i := range out {
		out[i].Severity, out[i].Code = diag.Warning, code
	}
	return out
}

// Unseen warns of what the scenes of a storyboard file hold and do not show; unseen says it
// of scene i, "" = all is seen. The file is one that [Decode] takes.
func Unseen(file string, data []byte, unseen func(i int) string) diag.List {
	var doc yaml.Node
	if yaml.Unmarshal(data, &doc) != nil || len(doc.Content) == 0 {
		return nil
	}
	r := &reader{file: file, lines: strings.Split(string(data), "\n")}
	for i, s := range entriesOf(valueAt(doc.Content[0], "scenes")) {
		if what := unseen(i); what != "" && valueAt(s, "kind") != nil {
			r.mistake(valueAt(s, "kind"), fmt.Sprintf("scene %d: %s", i+1, what), "the video is made as it is")
		}
	}
	out := diag.List(r.found)
	for i := range out {
		out[i].Severity, out[i].Code = diag.Warning, "storyboard-scene"
	}
	return out
}

// valueAt is what a map has at a key; nil = nothing.
func valueAt(n *yaml.Node, key string) *yaml.Node {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

func entriesOf(n *yaml.Node) []*yaml.Node {
	if n == nil || n.Kind != yaml.SequenceNode {
		return nil
	}
	return n.Content
}

// cuesIn are the cues of a scene, in its items, its figure and wherever else it has some.
func cuesIn(n *yaml.Node) []*yaml.Node {
	var out []*yaml.Node
	if cue := valueAt(n, "cue"); cue != nil && cue.Kind == yaml.ScalarNode && cue.Value != "" {
		out = append(out, cue)
	}
	for _, c := range n.Content {
		if c.Kind == yaml.MappingNode || c.Kind == yaml.SequenceNode {
			out = append(out, cuesIn(c)...)
		}
	}
	return out
}

// heardIn tells whether a word of a cue may be heard in what is said. Figures, and words
// of scripts without spaces, are given the benefit of the doubt: how they are spoken is
// known only to the voice.
func heardIn(say, cue string) bool {
	if strings.ContainsFunc(cue, func(r rune) bool { return unicode.IsDigit(r) || phrase.Spaceless(r) }) {
		return true
	}
	said := lettersOf(say)
	for _, w := range lettersOf(cue) {
		if slices.ContainsFunc(said, func(x string) bool {
			short, long := w, x
			if len(short) > len(long) {
				short, long = long, short
			}
			return short == long || utf8.RuneCountInString(short) >= 4 && strings.HasPrefix(long, short)
		}) {
			return true
		}
	}
	return false
}

// lettersOf are the words of a text, small.
func lettersOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
}
