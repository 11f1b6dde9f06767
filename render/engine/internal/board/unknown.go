package board

import (
	"strings"

	"gopkg.in/yaml.v3"

	"gitops.video/render/manifest/diag"
)

// Names tell what is wrong with a name that only the engine can know; nil = it is not
// looked at.
type Names struct{ Voice, Language, Mood, Font func(name string) error }

// Unknown warns of the voices, languages, moods and fonts of a storyboard file that the
// engine has none of: it takes others, as it does for those of a manifest. The file is one that
// [Decode] takes.
func Unknown(file string, data []byte, names Names) diag.List {
	var doc yaml.Node
	if yaml.Unmarshal(data, &doc) != nil || len(doc.Content) == 0 {
		return nil
	}
	r := &reader{file: file, lines: strings.Split(string(data), "\n")}
	warn := func(n *yaml.Node, check func(string) error, hint string) {
		if n == nil || n.Value == "" || check == nil {
			return
		}
		if err := check(n.Value); err != nil {
			r.mistake(n, err.Error(), hint)
		}
	}
	mood := func(of *yaml.Node) {
		if n := valueAt(of, "mood"); n != nil && !strings.EqualFold(n.Value, "none") && valueAt(of, "file") == nil {
			warn(n, names.Mood, "the style's own is played")
		}
	}
	voice := func(of *yaml.Node) {
		if valueAt(of, "sample") == nil {
			warn(valueAt(of, "name"), names.Voice, "another one speaks")
		}
	}
	const asWritten = "the words are spoken as their own language, where it can be told"
	root := doc.Content[0]
	warn(valueAt(root, "language"), names.Language, asWritten)
	mood(valueAt(root, "music"))
	voice(valueAt(root, "voice"))
	if l := valueAt(root, "look"); len(entriesOf(valueAt(l, "fontFiles"))) == 0 {
		warn(valueAt(l, "heading"), names.Font, "name its files in look.fontFiles")
		warn(valueAt(l, "body"), names.Font, "name its files in look.fontFiles")
	}
	for _, s := range entriesOf(valueAt(root, "speakers")) {
		voice(valueAt(s, "voice"))
	}
	for _, s := range entriesOf(valueAt(root, "scenes")) {
		warn(valueAt(s, "language"), names.Language, asWritten)
		mood(valueAt(s, "music"))
	}
	out := diag.List(r.found)
	for i := range out {
		out[i].Severity, out[i].Code = diag.Warning, "storyboard-name"
	}
	return out
}
