package script

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
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
}

// readContext adds facts from the entry's context files where the prompt leaves
// room for them: those that share most words with the prompt, figures first.
func (w *writer) readContext() error {
	defer w.dataMissing()
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
			facts = append(facts, textFacts(name, string(data), about)...)
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
	var chosen []fact
	for _, f := range facts {
		t := pointText(f.point)
		s := w.seconds(t, "") + sceneGap
		if f.point.Form == prompt.Table && len(f.point.Items) > 2 && !slices.ContainsFunc(f.point.Items, func(it prompt.Item) bool { return !periodRE.MatchString(it.Title) }) {
			s = w.seconds(pointText(prompt.Point{Text: f.point.Text, Items: f.point.Items[:2]}), "") + sceneGap // how it went, not every value
		}
		if answered := w.answers(f) >= 0; f.score <= 0 || s > room && !answered || sameTable(chosen, f) || strings.Contains(known, strings.ToLower(prompt.Unstop(t))) {
			continue
		}
		room -= s
		chosen = append(chosen, f)
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
	var add []prompt.Point
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
		} else {
			add = append(add, f.point)
		}
		w.note(0, fmt.Sprintf("from %s:%d: %q", f.file, f.line, clip(pointText(f.point), 90)))
	}
	w.b.Points = append(w.b.Points[:at:at], append(add, w.b.Points[at:]...)...)
	return nil
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

var (
	mdMark  = pattern.New("(?:\\*\\*|__|`)")
	mdLink  = pattern.New(`!?\[([^\]]*)\]\([^)]*\)`)
	mdTable = pattern.New(`^\s*\|`)
)

// textFacts takes the sentences of Markdown or text, without code, links' targets
// and tables.
func textFacts(name, text string, about map[string]bool) []fact {
	var out []fact
	onTopic := false // the file is about what the prompt is about
	for k := range keywords(firstOf(firstLineOf(text), name)) {
		onTopic = onTopic || about[k]
	}
	code := false
	head := ""
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	out = append(out, tablesIn(name, lines, about)...)
	for i, l := range lines {
		t := strings.TrimSpace(l)
		if strings.HasPrefix(t, ">") {
			if q := prompt.Quotation(strings.TrimSpace(strings.TrimLeft(mdMark.ReplaceAllString(t, ""), "> "))); q.Text != "" {
				out = append(out, fact{point: q, file: name, line: i + 1, score: quoteScore(about)})
				continue
			}
		}
		if strings.HasPrefix(t, "```") {
			code = !code
			continue
		}
		if code || t == "" || mdTable.MatchString(t) || strings.HasPrefix(t, "<") || strings.Trim(t, "-=*_ ") == "" {
			continue
		}
		if strings.HasPrefix(t, "#") {
			head = strings.TrimSpace(strings.TrimLeft(t, "# "))
			continue
		}
		if head == "" && len(out) == 0 && notesTitle.MatchString(t) {
			head = t // "Meeting notes, 3 Nov" heads the file
			continue
		}
		t = strings.TrimLeft(t, "-*+> ")
		t = mdMark.ReplaceAllString(mdLink.ReplaceAllString(t, "$1"), "")
		for _, s := range prompt.SplitSentences(t) {
			n := prompt.Words(s)
			if n < 3 || n > 32 || strings.HasSuffix(s, ":") || leaning.MatchString(s) {
				continue
			}
			score := 2 * float64(common(about, s+" "+head))
			w := &writer{w: english, lang: "en"}
			figures := 0.0
			for _, f := range w.figures(s) {
				figures += float64(f.score) / 2
			}
			switch {
			case score > 0 || about == nil:
				score += figures
			case figures >= 2 && onTopic:
				score = .4 + figures/20 // a figure about the same thing, where there is room for it
				out = append(out, fact{point: prompt.Point{Form: prompt.Clause, Text: prompt.Upper(prompt.Stop(s))}, file: name, line: i + 1, score: score})
				continue
			case onTopic && (n >= 4 || prompt.IsClause(prompt.Unstop(s), "en")):
				score = .2 - float64(len(out))/1000 // whatever else the file says, in its order
				if !prompt.IsClause(prompt.Unstop(s), "en") && head != "" && prompt.Words(head) <= 4 && !prompt.IsClause(s, "en") {
					s = head + ": " + s // "Who can join: anyone over 16"
				}
				out = append(out, fact{point: prompt.Point{Form: prompt.Clause, Text: prompt.Upper(prompt.Stop(s))}, file: name, line: i + 1, score: score})
				continue
			default:
				continue
			}
			score -= float64(n) / 12
			out = append(out, fact{point: prompt.Point{Form: prompt.Clause, Text: prompt.Upper(prompt.Stop(s))}, file: name, line: i + 1, score: score})
		}
	}
	return out
}

func firstLineOf(s string) string {
	head, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return head
}

// quoteScore puts somebody's words in where the prompt asks for a quote or has room.
func quoteScore(about map[string]bool) float64 {
	if about[stem("quote")] || about[stem("testimonial")] || about[stem("zitat")] {
		return 9
	}
	return 1.2
}

// tablesIn reads the Markdown tables of two columns, label and value.
func tablesIn(name string, lines []string, about map[string]bool) []fact {
	var out []fact
	for i := 0; i+2 < len(lines); i++ {
		if !mdTable.MatchString(lines[i]) || !mdRule.MatchString(lines[i+1]) {
			continue
		}
		head := rowCells(lines[i])
		pt := prompt.Point{Form: prompt.Table}
		j := i + 2
		for ; j < len(lines) && mdTable.MatchString(lines[j]); j++ {
			if c := rowCells(lines[j]); len(c) == 2 && len(head) == 2 && valueOnly.MatchString(c[1]) {
				pt.Items = append(pt.Items, prompt.Item{Title: c[0], Body: c[1]})
			}
		}
		score := 3 * float64(common(about, strings.Join(head, " ")))
		if len(pt.Items) == j-i-2 && len(pt.Items) >= 2 && score > 0 {
			pt.Text = prompt.Upper(head[1])
			if m := headUnit.FindStringSubmatch(head[1]); m != nil {
				pt.Text = prompt.Upper(m[1])
				for i := range pt.Items {
					pt.Items[i].Body = withUnit(pt.Items[i].Body, m[2])
				}
			}
			out = append(out, fact{point: pt, file: name, line: i + 1, score: score})
		}
		i = j
	}
	return out
}

var mdRule = pattern.New(`^\s*\|[\s:|-]+\|\s*$`)

func rowCells(s string) []string {
	parts := strings.Split(strings.Trim(strings.TrimSpace(s), "|"), "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(mdMark.ReplaceAllString(parts[i], ""))
	}
	return parts
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

// tableFacts reads a CSV: its first text column names the rows, the numeric column
// that the prompt speaks of gives the values.
func (w *writer) tableFacts(name string, data []byte, about map[string]bool) ([]fact, error) {
	rd := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	rd.FieldsPerRecord = -1
	rd.LazyQuotes = true
	first, _, _ := bytes.Cut(data, []byte("\n"))
	if strings.EqualFold(path.Ext(name), ".tsv") || bytes.Count(first, []byte("\t")) > bytes.Count(first, []byte(",")) {
		rd.Comma = '\t'
	} else if bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		rd.Comma = ';'
	}
	var rows [][]string
	for len(rows) < 2000 {
		rec, err := rd.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("context: %s: %w", name, err)
		}
		rows = append(rows, rec)
	}
	if len(rows) < 3 {
		return nil, nil
	}
	w.tables = append(w.tables, rows)
	head := rows[0]
	best, most := -1, -1.0
	asked := map[int]float64{}
	for c := 1; c < len(head); c++ {
		ok := 0
		for _, r := range rows[1:] {
			if c < len(r) && valueOnly.MatchString(strings.TrimSpace(r[c])) {
				ok++
			}
		}
		if ok*10 < len(rows[1:])*9 {
			continue
		}
		s := 2 * float64(common(about, head[c]))
		if s > 0 {
			asked[c] = s
		}
		if s > most {
			best, most = c, s
		}
	}
	if best < 0 {
		w.note(0, fmt.Sprintf("context file %s: no column of numbers", name))
		return nil, nil
	}
	var out []fact
	for c := range head {
		if c == best || asked[c] > 0 {
			out = append(out, fact{w.column(name, rows, c), name, 1, 3 + max(asked[c], 0), head[0], 0})
		}
	}
	return out, nil
}

// column is a column of a table as values of its rows.
func (w *writer) column(name string, rows [][]string, c int) prompt.Point {
	title, unit := columnName(rows[0][c])
	pt := prompt.Point{Form: prompt.Table, Text: title, Column: true}
	for _, r := range rows[1:] {
		if c < len(r) && strings.TrimSpace(r[0]) != "" {
			pt.Items = append(pt.Items, prompt.Item{Title: strings.TrimSpace(r[0]), Body: w.amountOf(strings.TrimSpace(r[c]), unit)})
		}
	}
	if len(pt.Items) > 8 {
		if !yearRE.MatchString(pt.Items[0].Title) {
			sort.SliceStable(pt.Items, func(i, j int) bool {
				a, _ := number(numeric.FindString(pt.Items[i].Body), w.lang)
				b, _ := number(numeric.FindString(pt.Items[j].Body), w.lang)
				return a > b
			})
			w.note(0, fmt.Sprintf("%s: the chart shows the 8 largest of %d rows", name, len(pt.Items)))
			pt.Items = pt.Items[:8]
		} else {
			pt.Items = pt.Items[len(pt.Items)-8:]
		}
	}
	return pt
}

// withUnit writes a value with the unit of its column: "2.0" of "€M" is "€2.0M".
func withUnit(value, unit string) string {
	switch r, size := utf8.DecodeRuneInString(unit); {
	case unit == "" || !anyDigit.MatchString(value):
		return value
	case strings.ContainsRune("€$£", r):
		return string(r) + value + strings.ToUpper(strings.TrimSpace(unit[size:]))
	case unit == "%":
		return value + unit
	}
	return value + " " + unit
}

var anyDigit = pattern.New(`\d`)

// headUnit is the unit of a column, in brackets behind its name.
var headUnit = pattern.New(`^(.+?) [(\[](%|[€$£](?: ?(?:k|K|m|M|bn))?|\p{L}{1,5}|km/h|m²|kWh)[)\]]$`)

var valueOnly = pattern.New(`^[€$£]?\s?-?\d[\d.,  ]*\s?(?:%|[€$£]|\p{L}{0,6})$`)

// notesTitle is the first line of notes, which names them and says nothing.
var notesTitle = pattern.New(`(?i)^(?:[\p{L}-]+ ){0,4}(?:notes|minutes|transcript|memo|protocol|summary|agenda|draft|report)(?:,? (?:of|from|for|on) [^.!?]{2,40}|,? \d[^.!?]{2,24})?$`)
