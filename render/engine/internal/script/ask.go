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
		if first, _, ok := strings.Cut(answer[0], ", "); ok && b.Kind == scene.Number {
			c := *b
			c.Kind, c.Figure = "", nil
			w.shape(&c, first)
			if figs := w.figures(first); c.Kind == scene.Number && len(figs) == 1 && figs[0].score >= 5 {
				*b = c // what is asked is answered first
			}
		}
	}
	question := pt.Text
	switch {
	case b.Kind == scene.Number && w.answerFigures(b, answer[0]): // "£45 for the first, £90 for the second"
		b.Headline = question
	case b.Kind == scene.Number && utf8.RuneCountInString(question) <= 44:
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

// answerFigures makes cards of an answer that has two figures or more of one kind, each with
// what it is the figure of.
func (w *writer) answerFigures(b *beat, answer string) bool {
	var items []scene.Item
	for _, f := range w.figures(answer) {
		if f.Prefix+f.Suffix != b.Figure.Prefix+b.Figure.Suffix || len(items) == shownMost {
			return false
		}
		end := len(answer)
		for _, c := range clauseCut.FindAllStringIndex(answer, -1) {
			if c[0] >= f.to {
				end = c[0]
				break
			}
		}
		what := strings.TrimSpace(prompt.Unstop(answer[f.to:end]))
		if what == "" || prompt.Words(what) > 7 {
			return false
		}
		items = append(items, scene.Item{Title: figureText(&f.Figure), Body: what, Icon: icon(what)})
	}
	if len(items) < 2 {
		return false
	}
	b.Kind, b.Items, b.Figure, b.Label, b.Subtitle = scene.Points, items, nil, "", ""
	return true
}
