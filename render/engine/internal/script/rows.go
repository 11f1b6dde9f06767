package script

import (
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// Rows of a table that a viewer can read while its heading is spoken.
const (
	tableRows  = 6
	tableCells = 5
)

// rows shows a table as it is. What is said is its heading, or that these are the
// numbers: nobody listens to a table.
func (w *writer) rows(b *beat, pt *prompt.Point) {
	rows := pt.Rows
	if len(rows) > tableRows {
		w.note(pt.Line, "a table of more than six rows: the scene shows the first six")
		rows = rows[:tableRows]
	}
	for _, r := range rows {
		var out []string
		for _, c := range r[:min(len(r), tableCells)] {
			out = append(out, clip(c, 24))
		}
		b.Rows = append(b.Rows, out)
	}
	b.Kind = scene.Table
	b.Headline = clip(prompt.Upper(firstOf(pt.Text, pt.Chapter, w.w.numbersHead)), 46)
	b.words = []string{prompt.Stop(b.Headline)}
	if first := b.Rows[0]; len(first) > 0 && pt.Text == "" && pt.Chapter == "" && first[0] != "" {
		b.words = []string{prompt.Stop(w.w.fill(w.w.itsTitle, w.w.lower(w.w.numbersHead)))}
	}
}

// typed shows code with the sentence before it that announces it, and reports
// whether there is one; else the code has a scene of its own, to music.
func (w *writer) typed(code *beat, before []*beat) bool {
	code.Headline = clip(firstOf(code.Chapter, w.b.Title, w.b.Subject, prompt.Upper(code.CodeLang)), 46)
	if code.CodeLang == "" {
		code.CodeLang = "sh"
	}
	if n := strings.Count(code.Code, "\n") + 1; n > 12 {
		w.note(code.line, "code of more than twelve lines: the scene shows the first twelve")
		code.Code = strings.Join(strings.Split(code.Code, "\n")[:12], "\n")
	}
	if len(before) == 0 {
		return false
	}
	last := before[len(before)-1]
	if !last.plain || last.Figure != nil || last.line > code.line || code.line-last.line > 3 || utf8.RuneCountInString(last.text()) > 140 {
		return false
	}
	last.Kind, last.Code, last.CodeLang, last.plain = scene.Code, code.Code, code.CodeLang, false
	last.Headline = w.headline(last.words[len(last.words)-1], 46)
	return true
}
