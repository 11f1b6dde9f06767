package telling

import (
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// ask writes a question with its answer: the question stands over what the answer
// shows, a figure, a list or its own words.
func (w *Writer) ask(b *Beat, pt *brief.Point) {
	answer := prose.SplitSentences(pt.Said)
	if len(answer) == 1 && !w.Inline(b, answer[0]) {
		w.Shape(b, answer[0])
		if first, _, ok := strings.Cut(answer[0], ", "); ok && b.Kind == scene.Number {
			c := *b
			c.Kind, c.Figure = "", nil
			w.Shape(&c, first)
			if figs := w.Figures(first); c.Kind == scene.Number && len(figs) == 1 && figs[0].Score >= 5 {
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
			b.Subtitle = Clip(b.Label, 40)
		}
		b.Label, b.Headline = question, question
	case b.Kind == "" || b.Kind == scene.Number:
		b.Kind, b.Figure, b.Label = scene.Statement, nil, ""
		b.Headline, b.Subtitle = question, w.Headline(answer[0], 56)
	default:
		b.Headline = question
	}
	b.Plain, b.Question = false, question
	b.Words = append([]string{question}, answer...)
	Cues(b)
	if b.Kind == scene.Statement && strings.EqualFold(b.Subtitle, question) {
		b.Subtitle = ""
	}
}

// answerFigures makes cards of an answer that has two figures or more of one kind, each with
// what it is the figure of.
func (w *Writer) answerFigures(b *Beat, answer string) bool {
	var items []scene.Item
	for _, f := range w.Figures(answer) {
		if f.Prefix+f.Suffix != b.Figure.Prefix+b.Figure.Suffix || len(items) == ShownMost {
			return false
		}
		end := len(answer)
		for _, c := range clauseCut.FindAllStringIndex(answer, -1) {
			if c[0] >= f.To {
				end = c[0]
				break
			}
		}
		what := strings.TrimSpace(prose.Unstop(answer[f.To:end]))
		if what == "" || prose.Words(what) > 7 {
			return false
		}
		items = append(items, scene.Item{Title: FigureText(&f.Figure), Body: what, Icon: Icon(what)})
	}
	if len(items) < 2 {
		return false
	}
	b.Kind, b.Items, b.Figure, b.Label, b.Subtitle = scene.Points, items, nil, "", ""
	return true
}
