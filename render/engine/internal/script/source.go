package script

import (
	"fmt"
	"path"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/folder"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/telling"
)

// fact is a sentence or a table of a context file.
type fact struct {
	point brief.Point
	file  string
	line  int
	score float64
	rows  string // of a table: what its rows are
	pos   int    // among the facts of all files
	leans bool   // it says nothing without the fact before it
}

// readContext adds facts from the entry's context files where the prompt leaves
// room for them: those that share most words with the prompt, figures first.
func (w *writer) readContext() error {
	defer w.dataMissing()
	for _, a := range w.Brief.Avoid {
		if len(w.r.Spec.Context) == 0 {
			w.Note(a.Line, fmt.Sprintf("%q is left out: the script says only what the prompt says", a.Text))
		}
	}
	if len(w.r.Spec.Context) == 0 || w.Brief.Level != brief.Topic {
		if len(w.r.Spec.Context) > 0 {
			w.Note(0, "the context files are not used: the prompt already says every word")
		}
		return nil
	}
	facts, err := w.contextFacts()
	if err != nil {
		return err
	}
	w.sideValues()
	w.answerTables()
	w.placeFacts(w.chosenFacts(facts))
	w.behindTables()
	return nil
}

// contextFacts are the facts of all files, in their order.
func (w *writer) contextFacts() ([]fact, error) {
	about := telling.Keywords(w.r.Spec.PositivePrompt)
	var facts []fact
	for _, name := range w.r.Spec.Context {
		data, err := folder.Read(w.r.Dir, name)
		if err != nil {
			return nil, fmt.Errorf("context: %w", err)
		}
		switch strings.ToLower(path.Ext(name)) {
		case ".csv", ".tsv":
			fs, err := w.tableFacts(name, data, about)
			if err != nil {
				return nil, err
			}
			facts = append(facts, fs...)
		case ".md", ".markdown", ".txt", ".text", "":
			if !utf8.Valid(data) {
				return nil, fmt.Errorf("context: %q is not UTF-8 text", name)
			}
			facts = append(facts, w.materialFacts(name, string(data), about)...)
		default:
			w.Note(0, fmt.Sprintf("context file %s: only Markdown, text and CSV are read", name))
		}
	}
	for i := range facts {
		facts[i].pos = i
	}
	return facts, nil
}

// chosenFacts are the facts that there is room for, the best ones first to be chosen, in the
// order of the files: that is the order of the argument. Those left out are noted.
func (w *writer) chosenFacts(facts []fact) []fact {
	sort.SliceStable(facts, func(i, j int) bool { return facts[i].score > facts[j].score })
	need := 0.0
	for _, p := range w.Brief.Points {
		need += w.Seconds(telling.PointText(p), "") + sceneGap
	}
	room := w.secs*.9 - need - 4
	known := strings.ToLower(w.r.Spec.PositivePrompt)
	taken := map[int]bool{} // by place among the facts of all files
	var chosen []fact
	left := map[string][]string{} // by file: the facts that there is no room for
	for _, f := range facts {
		t := telling.PointText(f.point)
		s := w.Seconds(t, "") + sceneGap
		if f.point.Form == brief.Table && len(f.point.Items) > 2 && !slices.ContainsFunc(f.point.Items, func(it brief.Item) bool { return !telling.PeriodRE.MatchString(it.Title) }) {
			s = w.Seconds(telling.PointText(brief.Point{Text: f.point.Text, Items: f.point.Items[:2]}), "") + sceneGap // how it went, not every value
		}
		answered := w.answers(f) >= 0
		switch {
		case f.score <= 0 || sameTable(chosen, f) || t != "" && strings.Contains(known, strings.ToLower(prose.Unstop(t))) || f.point.Role == brief.Action && w.acts():
		case s > room && !answered || f.leans && !taken[f.pos-1]:
			left[f.file] = append(left[f.file], fmt.Sprintf("%q", telling.Clip(t, 60)))
		default:
			room -= s
			taken[f.pos] = true
			chosen = append(chosen, f)
		}
	}
	for _, name := range w.r.Spec.Context {
		if n := len(left[name]); n > 0 {
			more := ""
			if n > 3 {
				more = fmt.Sprintf(" and %d more", n-3)
			}
			w.Note(0, fmt.Sprintf("%s says more than %g s hold; left out: %s%s", name, w.secs, strings.Join(left[name][:min(n, 3)], ", "), more))
			delete(left, name)
		}
	}
	sort.SliceStable(chosen, func(i, j int) bool {
		if chosen[i].file != chosen[j].file {
			return indexOf(w.r.Spec.Context, chosen[i].file) < indexOf(w.r.Spec.Context, chosen[j].file)
		}
		if chosen[i].line != chosen[j].line {
			return chosen[i].line < chosen[j].line
		}
		return chosen[i].pos < chosen[j].pos
	})
	return chosen
}

// placeFacts puts facts among the points of the brief: in the place of what they answer,
// behind what announces them, or behind the last point before the call to action.
func (w *writer) placeFacts(chosen []fact) {
	at := len(w.Brief.Points)
	for at > 0 && w.Brief.Points[at-1].Role == brief.Action {
		at--
	}
	for i := 1; i < at && w.Wording.Code == "en"; i++ { // what is to come is told last
		if p := w.Brief.Points[i]; p.Role == brief.Body && lookAhead.MatchString(p.Text) {
			at = i
		}
	}
	var add, action []brief.Point
	for _, f := range chosen {
		if i := w.answers(f); i >= 0 {
			role := w.Brief.Points[i].Role
			w.Brief.Points[i] = f.point
			w.Brief.Points[i].Role, w.Brief.Points[i].Asked = role, true
			w.Note(0, fmt.Sprintf("from %s:%d: %q", f.file, f.line, telling.Clip(telling.PointText(f.point), 90)))
			continue
		}
		if n := w.Brief.Subject; n != "" && strings.HasPrefix(f.point.Text, n+" ") && len(w.Brief.Points) > 0 && w.Brief.About == "" {
			first := 0 // what it is comes before what it does
			for first < len(w.Brief.Points) && w.Brief.Points[first].Role == brief.Hook {
				first++
			}
			w.Brief.Points = append(w.Brief.Points[:first:first], append([]brief.Point{f.point}, w.Brief.Points[first:]...)...)
			at++
		} else if i := w.announces(f); i >= 0 && i < at {
			w.Brief.Points = append(w.Brief.Points[:i+1:i+1], append([]brief.Point{f.point}, w.Brief.Points[i+1:]...)...)
			at++
		} else if f.point.Role == brief.Action {
			action = append(action, f.point)
		} else {
			add = append(add, f.point)
		}
		w.Note(0, fmt.Sprintf("from %s:%d: %q", f.file, f.line, telling.Clip(telling.PointText(f.point), 90)))
	}
	w.Brief.Points = append(append(w.Brief.Points[:at:at], append(add, w.Brief.Points[at:]...)...), action...)
}

// lookAhead begins what a report says of the time to come.
var lookAhead = pattern.New(`(?i)^(?:outlook|next|up next|coming up|what['’]s next|looking ahead|forecast|next steps?)\b|^(?:for|in) (?:the next|next) (?:week|month|quarter|year)|^(?:we|the team) (?:will|['’]ll|plan|expect)\b|^we['’]ll\b`)

// acts tells whether the prompt ends the video with something to do.
func (w *writer) acts() bool {
	return slices.ContainsFunc(w.Brief.Points, func(p brief.Point) bool { return p.Role == brief.Action })
}

// dataMissing notes the charts and tables that the prompt asks for and nothing gives.
func (w *writer) dataMissing() {
	for _, d := range w.Brief.Data {
		about, met := telling.Keywords(d.Text), false
		for _, p := range w.Brief.Points {
			if p.Form == brief.Table || p.Form == brief.Rows {
				met = met || telling.Common(about, p.Text) > 0
			}
		}
		if !met {
			w.Note(d.Line, fmt.Sprintf("%q: neither the prompt nor a context file gives its values", telling.Clip(d.Text, 80)))
		}
	}
}

// sameTable tells whether a table with the same values is chosen already.
func sameTable(chosen []fact, f fact) bool {
	for _, c := range chosen {
		if c.point.Form == brief.Table && f.point.Form == brief.Table && len(c.point.Items) == len(f.point.Items) && c.point.Items[0] == f.point.Items[0] {
			return true
		}
	}
	return false
}

// announces returns the point that a table belongs behind: "how the waiting time
// fell" announces the column "waiting time". -1 = none.
func (w *writer) announces(f fact) int {
	if f.point.Form != brief.Table {
		return -1
	}
	want := telling.Keywords(f.point.Text)
	best, score := -1, 1
	for i, p := range w.Brief.Points {
		n := telling.Common(want, p.Text)
		if p.Form == brief.How {
			n++ // "how many roofs we finished per quarter"
		}
		if n > score {
			best, score = i, n
		}
	}
	return best
}

func indexOf(list []string, s string) int {
	for i, x := range list {
		if x == s {
			return i
		}
	}
	return len(list)
}

// answers finds the prompt's own point that a fact fulfils: "mention the guarantee"
// is answered by "We guarantee every panel for 25 years", "include a customer
// quote" by a quote. -1 = none.
func (w *writer) answers(f fact) int {
	for i, p := range w.Brief.Points {
		if p.Form != brief.Phrase || p.Verbatim || w.Figures(p.Text) != nil {
			continue
		}
		want := telling.Keywords(p.Text)
		if f.point.Form == brief.Quote && (want[telling.Stem("quote")] || want[telling.Stem("testimonial")] || want[telling.Stem("zitat")]) {
			return i
		}
		has := telling.Keywords(telling.PointText(f.point))
		if f.point.Form == brief.Table { // "show the tickets per month"
			has = telling.Keywords(f.point.Text + " " + f.rows)
		}
		n := 0
		for k := range want {
			for h := range has {
				if h == k || len(k) >= 5 && strings.HasPrefix(h, k[:5]) {
					n++
					break
				}
			}
		}
		if n > 0 && n == len(want) && (f.point.Form != brief.Table || f.rows != "") {
			return i
		}
	}
	return -1
}
