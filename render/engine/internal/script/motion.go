package script

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// styled gives the motion verbs of the prompt's style to the parts of scenes that have
// none of their own. Several verbs for one part take turns.
func (w *writer) styled(b *scene.Storyboard) {
	turn := map[string]int{}
	for i := range b.Scenes {
		s := &b.Scenes[i]
		for _, part := range []string{"headline", "figure", "items", "chart"} {
			if !has(s, part) || slices.ContainsFunc(s.Moves, func(m scene.Move) bool { return m.Target == part }) {
				continue
			}
			var of []brief.Move
			for _, m := range w.Brief.Look.Motion {
				if m.Target == part {
					of = append(of, m)
				}
			}
			if len(of) == 0 {
				continue
			}
			m := of[turn[part]%len(of)]
			turn[part]++
			s.Moves = append(s.Moves, scene.Move{Verb: m.Verb, Target: part, From: m.From, Angle: m.Angle, Stagger: m.Stagger, Size: m.Size})
		}
	}
}

// has tells whether a scene shows a part that a verb can move.
func has(s *scene.Scene, part string) bool {
	switch part {
	case "headline":
		return s.Headline != "" && s.Kind != scene.Presenter && s.Kind != scene.End
	case "figure":
		return s.Figure != nil
	case "items":
		return len(s.Items) > 0
	case "chart":
		return s.Series != nil
	case "subtitle":
		return s.Subtitle != "" || s.Label != "" || s.Note != "" || len(s.Ticker) > 0
	case "logo":
		return s.Kind == scene.End || s.Kind == scene.Logo || s.Kind == scene.Title
	case "action":
		return s.Kind == scene.End
	case "asset":
		return s.Kind == scene.Device || s.Kind == scene.Footage
	}
	return false
}

// readAs is the part of a scene in which a text is read that is no headline; "" = none.
func readAs(s *scene.Scene, text string) string {
	switch {
	case text == "" || text == s.Headline:
	case s.Figure != nil && s.Label == text && strings.Contains(text, s.Figure.Text):
		return "figure" // "€49 → €59 /mo" is its figure, told whole below it
	case s.Kind == scene.End && (s.URL == text || s.Action == text):
		return "action"
	case s.Figure != nil && strings.ReplaceAll(telling.FigureText(s.Figure), " ", "") == strings.ReplaceAll(text, " ", ""):
		return "figure"
	case slices.Contains([]string{s.Label, s.Subtitle, s.Note}, text):
		return "subtitle"
	case slices.ContainsFunc(s.Items, func(it scene.Item) bool {
		return strings.EqualFold(it.Title, text) || it.Value == text || it.Label == text
	}):
		return "items"
	}
	return ""
}

// partOf is the part of a scene that a verb moves which the prompt gives to another one:
// what it calls a number may be drawn as the headline. "" = there is nothing of the kind.
func partOf(s *scene.Scene, part string) string {
	near := map[string][]string{"figure": {"headline"}, "headline": {"figure", "items"}, "items": {"chart", "headline", "figure"}, "chart": {"figure", "items", "headline"},
		"subtitle": {"headline"}, "action": {"headline"}, "asset": {"headline"}, "logo": {"headline"}}
	if part == "asset" || has(s, part) || part == "items" && (len(s.Columns) > 0 || len(s.Rows) > 0) {
		return part // an asset is put on later
	}
	for _, p := range near[part] {
		if has(s, p) {
			return p
		}
	}
	if s.Kind == scene.Presenter && len(s.Overlay) > 0 || s.Kind == scene.End {
		return "headline"
	}
	return ""
}
