package script

import (
	"fmt"
	"path"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
)

// leaning sentences need the one before them.
var leaning = pattern.New(`(?i)^(?:(?:most|some|all|both|many|none|half|each|one) of (?:them|these|those|it)|it|they|this|that|these|those|he|she|then|so|but|and|because|instead|as a result|that's|which|er|sie|es|das|dies|dann|so|aber|und|esto|eso|entonces|pero|y|cela|ça|il|elle|alors|mais|et|isso|isto|então|mas|e|questo|quindi|ma|poi)\b`)

// fact is a sentence or a table of a context file.
type fact struct {
	point prompt.Point
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
	for _, a := range w.b.Avoid {
		if len(w.r.Spec.Context) == 0 {
			w.note(a.Line, fmt.Sprintf("%q is left out: the script says only what the prompt says", a.Text))
		}
	}
	if len(w.r.Spec.Context) == 0 || w.b.Level != prompt.Topic {
		if len(w.r.Spec.Context) > 0 {
			w.note(0, "the context files are not used: the prompt already says every word")
		}
		return nil
	}
	about := keywords(w.r.Spec.PositivePrompt)
	var facts []fact
	for _, name := range w.r.Spec.Context {
		data, err := w.r.readFile(name)
		if err != nil {
			return fmt.Errorf("context: %w", err)
		}
		switch strings.ToLower(path.Ext(name)) {
		case ".csv", ".tsv":
			fs, err := w.tableFacts(name, data, about)
			if err != nil {
				return err
			}
			facts = append(facts, fs...)
		case ".md", ".markdown", ".txt", ".text", "":
			if !utf8.Valid(data) {
				return fmt.Errorf("context: %q is not UTF-8 text", name)
			}
			facts = append(facts, w.materialFacts(name, string(data), about)...)
		default:
			w.note(0, fmt.Sprintf("context file %s: only Markdown, text and CSV are read", name))
		}
	}
	w.sideValues()
	for i := range facts {
		facts[i].pos = i
	}
	sort.SliceStable(facts, func(i, j int) bool { return facts[i].score > facts[j].score })
	need := 0.0
	for _, p := range w.b.Points {
		need += w.seconds(pointText(p), "") + sceneGap
	}
	room := w.secs*.9 - need - 4
	known := strings.ToLower(w.r.Spec.PositivePrompt)
	taken := map[int]bool{} // by place among the facts of all files
	var chosen []fact
	left := map[string][]string{} // by file: the facts that there is no room for
	for _, f := range facts {
		t := pointText(f.point)
		s := w.seconds(t, "") + sceneGap
		if f.point.Form == prompt.Table && len(f.point.Items) > 2 && !slices.ContainsFunc(f.point.Items, func(it prompt.Item) bool { return !periodRE.MatchString(it.Title) }) {
			s = w.seconds(pointText(prompt.Point{Text: f.point.Text, Items: f.point.Items[:2]}), "") + sceneGap // how it went, not every value
		}
		answered := w.answers(f) >= 0
		switch {
		case f.score <= 0 || sameTable(chosen, f) || strings.Contains(known, strings.ToLower(prompt.Unstop(t))) || f.point.Role == prompt.Action && w.acts():
		case s > room && !answered || f.leans && !taken[f.pos-1]:
			left[f.file] = append(left[f.file], fmt.Sprintf("%q", clip(t, 60)))
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
			w.note(0, fmt.Sprintf("%s says more than %g s hold; left out: %s%s", name, w.secs, strings.Join(left[name][:min(n, 3)], ", "), more))
			delete(left, name)
		}
	}
	// Back in the order of the files: that is the order of the argument.
	sort.SliceStable(chosen, func(i, j int) bool {
		if chosen[i].file != chosen[j].file {
			return indexOf(w.r.Spec.Context, chosen[i].file) < indexOf(w.r.Spec.Context, chosen[j].file)
		}
		if chosen[i].line != chosen[j].line {
			return chosen[i].line < chosen[j].line
		}
		return chosen[i].pos < chosen[j].pos
	})
	at := len(w.b.Points)
	for at > 0 && w.b.Points[at-1].Role == prompt.Action {
		at--
	}
	for i := 1; i < at && w.w.code == "en"; i++ { // what is to come is told last
		if p := w.b.Points[i]; p.Role == prompt.Body && lookAhead.MatchString(p.Text) {
			at = i
		}
	}
	var add, action []prompt.Point
	for _, f := range chosen {
		if i := w.answers(f); i >= 0 {
			role := w.b.Points[i].Role
			w.b.Points[i] = f.point
			w.b.Points[i].Role, w.b.Points[i].Asked = role, true
			w.note(0, fmt.Sprintf("from %s:%d: %q", f.file, f.line, clip(pointText(f.point), 90)))
			continue
		}
		if n := w.b.Subject; n != "" && strings.HasPrefix(f.point.Text, n+" ") && len(w.b.Points) > 0 && w.b.About == "" {
			first := 0 // what it is comes before what it does
			for first < len(w.b.Points) && w.b.Points[first].Role == prompt.Hook {
				first++
			}
			w.b.Points = append(w.b.Points[:first:first], append([]prompt.Point{f.point}, w.b.Points[first:]...)...)
			at++
		} else if i := w.announces(f); i >= 0 && i < at {
			w.b.Points = append(w.b.Points[:i+1:i+1], append([]prompt.Point{f.point}, w.b.Points[i+1:]...)...)
			at++
		} else if f.point.Role == prompt.Action {
			action = append(action, f.point)
		} else {
			add = append(add, f.point)
		}
		w.note(0, fmt.Sprintf("from %s:%d: %q", f.file, f.line, clip(pointText(f.point), 90)))
	}
	w.b.Points = append(append(w.b.Points[:at:at], append(add, w.b.Points[at:]...)...), action...)
	return nil
}

// lookAhead begins what a report says of the time to come.
var lookAhead = pattern.New(`(?i)^(?:outlook|next|up next|coming up|what['’]s next|looking ahead|forecast|next steps?)\b|^(?:for|in) (?:the next|next) (?:week|month|quarter|year)|^(?:we|the team) (?:will|['’]ll|plan|expect)\b|^we['’]ll\b`)

// acts tells whether the prompt ends the video with something to do.
func (w *writer) acts() bool {
	return slices.ContainsFunc(w.b.Points, func(p prompt.Point) bool { return p.Role == prompt.Action })
}

// dataMissing notes the charts and tables that the prompt asks for and nothing gives.
func (w *writer) dataMissing() {
	for _, d := range w.b.Data {
		about, met := keywords(d.Text), false
		for _, p := range w.b.Points {
			if p.Form == prompt.Table || p.Form == prompt.Rows {
				met = met || common(about, p.Text) > 0
			}
		}
		if !met {
			w.note(d.Line, fmt.Sprintf("%q: neither the prompt nor a context file gives its values", clip(d.Text, 80)))
		}
	}
}

// sameTable tells whether a table with the same values is chosen already.
func sameTable(chosen []fact, f fact) bool {
	for _, c := range chosen {
		if c.point.Form == prompt.Table && f.point.Form == prompt.Table && len(c.point.Items) == len(f.point.Items) && c.point.Items[0] == f.point.Items[0] {
			return true
		}
	}
	return false
}

// announces returns the point that a table belongs behind: "how the waiting time
// fell" announces the column "waiting time". -1 = none.
func (w *writer) announces(f fact) int {
	if f.point.Form != prompt.Table {
		return -1
	}
	want := keywords(f.point.Text)
	best, score := -1, 1
	for i, p := range w.b.Points {
		n := common(want, p.Text)
		if p.Form == prompt.How {
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

func pointText(p prompt.Point) string {
	t := p.Text
	if p.Form == prompt.Quote {
		return t
	}
	if p.Said != "" {
		return t + " " + p.Said
	}
	for _, it := range p.Items {
		t += " " + it.Title + " " + it.Body
	}
	return t
}

// keywords are the words that carry a text's meaning, cut to their stems.
func keywords(s string) map[string]bool {
	out := map[string]bool{}
	for _, f := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !isLetter(r) }) {
		if k := stem(f); k != "" {
			out[k] = true
		}
	}
	return out
}

// common counts the words that a text has of those that tell what something is about.
func common(about map[string]bool, text string) int {
	n := 0
	for k := range keywords(text) {
		if about[k] {
			n++
		}
	}
	return n
}

var commonWords = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields("about after also video second seconds minute minutes create make explain mention show with that this from your their have will more than they them what when where which into over were been each every some other only tone music style audience launch short presenter highlight include open start close action call question people please used using should would could and the for are our you its was not all can how why who diese einen eine oder aber auch nicht werden sind para como este esta pour avec dans nous vous della sono") {
		out[w] = true
	}
	return out
}()

func stem(w string) string {
	w = strings.Trim(w, "-'’")
	if utf8.RuneCountInString(w) < 4 || commonWords[w] {
		return ""
	}
	for _, end := range []string{"ies", "ing", "es", "ed", "s", "en", "e"} {
		if t := strings.TrimSuffix(w, end); t != w && utf8.RuneCountInString(t) >= 4 {
			return t
		}
	}
	return w
}

// answers finds the prompt's own point that a fact fulfils: "mention the guarantee"
// is answered by "We guarantee every panel for 25 years", "include a customer
// quote" by a quote. -1 = none.
func (w *writer) answers(f fact) int {
	for i, p := range w.b.Points {
		if p.Form != prompt.Phrase || p.Verbatim || w.figures(p.Text) != nil {
			continue
		}
		want := keywords(p.Text)
		if f.point.Form == prompt.Quote && (want[stem("quote")] || want[stem("testimonial")] || want[stem("zitat")]) {
			return i
		}
		has := keywords(pointText(f.point))
		if f.point.Form == prompt.Table { // "show the tickets per month"
			has = keywords(f.point.Text + " " + f.rows)
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
		if n > 0 && n == len(want) && (f.point.Form != prompt.Table || f.rows != "") {
			return i
		}
	}
	return -1
}
