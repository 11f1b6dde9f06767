package prompt

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// changeLabel is the kind of a change before what has changed, in notes of a release.
var changeLabel = pattern.New(`(?i)^\[?(new|fixed|fix|improved|improvement|changed|added|removed|updated|deprecated|security|performance)\]?\s?(?::|[–—-] )\s*(.{3,})$`)

// changeGroup are the items of a list that have one label.
type changeGroup struct {
	label string
	items []prose.Line
}

// changesIn groups the items of a list by the kind of change that most of them begin with, the
// kinds in the order of their first items and those without one last; nil where they have none.
func changesIn(items []prose.Line) []changeGroup {
	var out []changeGroup
	var rest []prose.Line
	for _, it := range items {
		m := changeLabel.FindStringSubmatch(strings.ReplaceAll(it.Text, "**", ""))
		if m == nil {
			rest = append(rest, it)
			continue
		}
		label := prose.Upper(strings.ToLower(m[1]))
		k := slices.IndexFunc(out, func(g changeGroup) bool { return g.label == label })
		if k < 0 {
			k, out = len(out), append(out, changeGroup{label: label})
		}
		out[k].items = append(out[k].items, prose.Line{N: it.N, Text: m[2]})
	}
	if 2*len(rest) > len(items) || len(items) < 2 || len(out) == 0 {
		return nil
	}
	if len(rest) > 0 {
		out = append(out, changeGroup{items: rest})
	}
	return out
}
