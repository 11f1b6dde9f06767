package script

import (
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// ask writes a question with its answer: the question stands over what the answer
// shows, a figure, a list or its own words.
func (w *writer) ask(b *beat, pt *prompt.Point) {
	answer := prompt.SplitSentences(pt.Said)
	if len(answer) == 1 && !w.inline(b, answer[0]) {
		w.shape(b, answer[0])
	}
	question := pt.Text
	switch {
	case b.Kind == scene.Number && utf8.RuneCountInString(question) <= 44:
		figs := w.figures(answer[0])
		for _, f := range figs { // "£45 for the first, £90 for the second"
			if b.Figure != nil && f.Text != b.Figure.Text && f.Prefix+f.Suffix == b.Figure.Prefix+b.Figure.Suffix && len(b.Items) < 3 {
				label, after := w.label(answer[0], f)
				if label = strings.TrimSpace(label); strings.ContainsAny(label, "0123456789") {
					label, after = prompt.Upper(after), ""
				}
				b.Items = append(b.Items, scene.Item{Label: clip(label, 32), Value: figureText(&f.Figure), Body: clip(after, 34), Cue: f.Cue})
			}
		}
		if b.Label != "" && b.Subtitle == "" {
			b.Subtitle = clip(b.Label, 40)
		}
		b.Label, b.Headline = question, question
	case b.Kind == "" || b.Kind == scene.Number:
		b.Kind, b.Figure, b.Label = scene.Statement, nil, ""
		b.Headline, b.Subtitle = question, w.headline(answer[0], 56)
	default:
		b.Headline = question
	}
	b.plain, b.question = false, question
	b.words = append([]string{question}, answer...)
	cues(b)
	if b.Kind == scene.Statement && strings.EqualFold(b.Subtitle, question) {
		b.Subtitle = ""
	}
}
