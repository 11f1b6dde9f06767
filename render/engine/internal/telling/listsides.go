package telling

import (
	"cmp"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/tongue"
)

// listsBeside draws two lists that follow each other as the columns of a comparison, where
// their heads are the two things that the prompt compares: "Old one: 14 clicks, no app. New
// one: 3 clicks, an app."
func (w *Writer) listsBeside(beats []*Beat) []*Beat {
	if w.Wording == tongue.Wordless || w.Brief.Level != brief.Topic {
		return beats
	}
	for i := 0; i+1 < len(beats); i++ {
		a, z := listHead(beats[i]), listHead(beats[i+1])
		if a == "" || z == "" {
			continue
		}
		names := w.sidesOf(a, z)
		if names == nil {
			continue
		}
		x := &Beat{Words: append(slices.Clone(beats[i].Words), beats[i+1].Words...), As: beats[i].As, Order: beats[i].Order, Line: beats[i].Line, Asked: beats[i].Asked}
		x.Kind, x.Headline, x.Chapter = scene.Compare, Clip(names[0]+" vs "+names[1], 46), beats[i].Chapter
		for k, b := range beats[i : i+2] {
			c := scene.Column{Title: names[k]}
			for _, it := range b.Items[:min(len(b.Items), 4)] {
				c.Rows = append(c.Rows, scene.Item{Value: it.Title, Cue: it.Title})
			}
			x.Columns = append(x.Columns, c)
		}
		return append(append(beats[:i:i], x), beats[i+2:]...)
	}
	return beats
}

// listHead is what a short list stands under, "" = it is none.
func listHead(b *Beat) string {
	h := prose.Unstop(cmp.Or(b.Heading, b.Lead))
	if n := len(b.Items); n < 2 || n > 4 || b.Kind != scene.Points && b.Kind != scene.Grid || b.Verbatim || b.Opener || prose.Words(h) > 4 {
		return ""
	}
	return h
}

// sidesOf are the names of the two things that two heads stand for, nil = nothing says that
// they are to be compared: they are named together before, or they are the same thing twice.
func (w *Writer) sidesOf(a, z string) []string {
	for _, pt := range w.Brief.Points {
		if pt.Form != brief.Compare || len(pt.Items) != 2 {
			continue
		}
		x, y := pt.Items[0].Title, pt.Items[1].Title
		switch {
		case sameStart(x, a) && sameStart(y, z):
			return []string{x, y}
		case sameStart(x, z) && sameStart(y, a):
			return []string{y, x}
		}
	}
	about := strings.ToLower(w.Brief.Subject + " " + w.Brief.Title)
	for _, pt := range w.Brief.Points[:min(len(w.Brief.Points), 1)] {
		about += " " + strings.ToLower(pt.Text)
	}
	if named(about, a) && named(about, z) {
		return []string{prose.Upper(a), prose.Upper(z)} // "Should you lease or buy?" – "Leasing: …"
	}
	f, g := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(z))
	if len(f) == 2 && len(g) == 2 && f[1] == g[1] && f[0] != g[0] {
		return []string{prose.Upper(a), prose.Upper(z)} // "Basic plan", "Pro plan"
	}
	return nil
}

// sameStart tells whether two names begin with the same word.
func sameStart(a, b string) bool {
	return strings.EqualFold(FirstWordOf(a), FirstWordOf(b))
}

// named tells whether a text has the word that a head begins with, in any of its forms.
func named(text, head string) bool {
	r := []rune(strings.ToLower(FirstWordOf(head)))
	if len(r) > 5 && strings.HasSuffix(string(r), "ing") {
		r = r[:len(r)-3]
	}
	if len(r) < 3 {
		return false
	}
	return strings.Contains(" "+text, " "+string(r[:min(len(r), 5)]))
}
