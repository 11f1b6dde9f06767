package telling

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/tongue"
)

// Rows of a table that a viewer can read while its heading is spoken.
const (
	tableRows  = 6
	tableCells = 6
)

// rows shows a table as it is. What is said is its heading, or that these are the
// numbers: nobody listens to a table.
func (w *Writer) rows(b *Beat, pt *brief.Point) {
	rows := pt.Rows
	if len(rows) > tableRows {
		w.Note(pt.Line, "a table of more than six rows: the scene shows the first six")
		rows = rows[:tableRows]
	}
	if slices.ContainsFunc(rows, func(r []string) bool { return len(r) > tableCells }) {
		w.Note(pt.Line, "a table of more than six columns: the scene shows the first six")
	}
	for _, r := range rows {
		var out []string
		for _, c := range r[:min(len(r), tableCells)] {
			out = append(out, Clip(c, 24))
		}
		b.Rows = append(b.Rows, out)
	}
	b.Kind = scene.Table
	b.Headline = Clip(prose.Upper(cmp.Or(pt.Text, pt.Chapter, w.Wording.NumbersHead)), 46)
	b.Words = []string{prose.Stop(b.Headline)}
	if first := b.Rows[0]; len(first) > 0 && pt.Text == "" && pt.Chapter == "" && first[0] != "" {
		b.Words = []string{prose.Stop(w.Wording.Fill(w.Wording.ItsTitle, w.Wording.Lower(w.Wording.NumbersHead)))}
		if w.Wording.Code == "en" {
			b.Words = []string{"Here are the numbers."}
		}
	}
	b.Seconds = 2 + 1.1*float64(len(b.Rows)) // time to read it
}

// RowByRow reads a small table out, where there is time: "Solo: €9, 1 seat, e-mail."
func (w *Writer) RowByRow(b *Beat) {
	if b.Kind != scene.Table || len(b.Words) != 1 || len(b.Rows) < 2 || len(b.Rows) > tableRows || len(b.Rows[0]) < 2 || len(b.Rows[0]) > 4 {
		return
	}
	head := b.Rows[0]
	words := slices.Clone(b.Words)
	for _, row := range b.Rows[1:] {
		var said []string
		for i := 1; i < len(row) && i < len(head); i++ {
			switch v := strings.TrimSpace(row[i]); {
			case v == "" || v == "-" || v == "–":
			case bareNumber.MatchString(v):
				said = append(said, v+" "+w.counting(v, head[i]))
			case bareNumber.MatchString(row[0]) && Numeric.MatchString(v): // "1,000 gauges: CPU 31 %, latency 210 ms"
				said = append(said, w.Wording.Lower(head[i])+" "+v)
			default:
				said = append(said, v)
			}
		}
		if row[0] == "" || len(said) == 0 {
			return
		}
		name := row[0]
		if bareNumber.MatchString(name) && head[0] != "" {
			name += " " + w.counting(name, head[0])
		}
		words = append(words, prose.Stop(name+": "+strings.Join(said, w.Wording.Comma())))
	}
	b.Words, b.Seconds = words, 0
}

// bareNumber needs its column's heading to say what it counts.
var bareNumber = pattern.New(`^\d[\d.,]*$`)

// counting is a column's heading behind a number: "1 seat" of "Seats".
func (w *Writer) counting(n, head string) string {
	head = w.Wording.Lower(head)
	if n == "1" && w.Wording.Code == "en" && strings.HasSuffix(head, "s") && !strings.HasSuffix(head, "ss") {
		return strings.TrimSuffix(head, "s")
	}
	return head
}

// Typed shows code with the sentence before it that announces it, and reports
// whether there is one; else the code has a scene of its own, to music.
func (w *Writer) Typed(code *Beat, before []*Beat) bool {
	code.Headline = Clip(cmp.Or(code.Label, code.Chapter, w.Brief.Title, w.Brief.Subject, prose.Upper(code.CodeLang)), 46)
	if code.CodeLang == "" {
		code.CodeLang = "sh"
	}
	if n := strings.Count(code.Code, "\n") + 1; n > 12 {
		w.Note(code.Line, "code of more than twelve lines: the scene shows the first twelve")
		code.Code = strings.Join(strings.Split(code.Code, "\n")[:12], "\n")
	}
	named := code.Label != ""
	code.Label = ""
	if len(before) == 0 || named {
		return false
	}
	last := before[len(before)-1]
	if !last.Plain || last.Figure != nil || last.Line > code.Line || code.Line-last.Line > 3 || utf8.RuneCountInString(last.Text()) > 140 {
		return false
	}
	last.Kind, last.Code, last.CodeLang, last.Plain = scene.Code, code.Code, code.CodeLang, false
	last.Headline = w.Headline(last.Words[len(last.Words)-1], 46)
	return true
}

// whenWhere says when and where something takes place; a place has a card.
func (w *Writer) whenWhere(b *Beat, pt *brief.Point) {
	en := w.Wording.Code == "en"
	b.Plain = true
	if pt.Form == brief.When {
		if !en && w.Brief.Level == brief.Topic {
			pt.Text = w.onWeekday(pt.Text)
		}
		b.Words = []string{prose.Upper(prose.Stop(pt.Text))}
		if en && w.Brief.Purpose != brief.Hiring {
			b.Words = prose.SplitSentences(prose.Stop("It's " + onDate(atHours(pt.Text))))
		} else if f := meetings[w.Wording.Code]; f[0] != "" && w.Brief.Level == brief.Topic {
			frame := f[1]
			if w.Brief.Purpose == brief.Event && onPrep.MatchString(pt.Text) {
				frame = f[0]
			}
			b.Words = []string{w.Wording.Fill(frame, pt.Text)}
		}
		b.Headline = Clip(prose.Upper(pt.Text), 46)
		if !en {
			b.When = pt.Text
		}
		return
	}
	name, address, _ := strings.Cut(pt.Text, ", ")
	b.Kind, b.Plain = scene.Location, false
	b.Headline, b.Subtitle = Clip(prose.Upper(name), 46), Clip(address, 60)
	b.Words = []string{prose.Upper(prose.Stop(pt.Text))}
	if f := meetings[w.Wording.Code]; f[2] != "" && w.Brief.Level == brief.Topic && !inPrep.MatchString(pt.Text) {
		b.Words = []string{w.Wording.Fill(f[2], pt.Text)}
	}
	if en {
		b.Words = []string{prose.Stop("You'll find us at " + pt.Text)}
		if w.Brief.Purpose == brief.Event || w.Brief.Purpose == "" {
			b.Words = []string{prose.Stop("The place: " + pt.Text)}
		}
	}
}

// onWeekday puts the word before a day of the week that a sentence needs there: "Freitag, 8.
// November" is said as "am Freitag, 8. November", "viernes 8" as "el viernes 8".
func (w *Writer) onWeekday(s string) string {
	if !weekdayFirst.MatchString(s) {
		return lowerWhen(w.Wording.Code, s)
	}
	lead := map[string]string{"de": "am ", "es": "el ", "nl": "op "}[w.Wording.Code]
	if w.Wording.Code == "pt" {
		if lead = "na "; strings.HasPrefix(strings.ToLower(s), "s\u00e1bado") || strings.HasPrefix(strings.ToLower(s), "domingo") {
			lead = "no "
		}
	}
	return lead + lowerWhen(w.Wording.Code, s)
}

// lowerWhen begins a day or a time with a small letter; German days keep their capitals.
func lowerWhen(code, s string) string {
	if code == "de" && weekdayFirst.MatchString(s) {
		return prose.Upper(s)
	}
	return tongue.LowerFirst(s)
}

// meetings say when an event takes place, behind its preposition and without one, and
// where.
var meetings = map[string][3]string{
	"de": {"Wir sehen uns %s.", "Der Termin: %s.", "Der Ort: %s."},
	"es": {"Nos vemos %s.", "La fecha: %s.", "El lugar: %s."},
	"fr": {"Rendez-vous %s.", "La date : %s.", "Le lieu : %s."},
	"it": {"Ci vediamo %s.", "La data: %s.", "Il luogo: %s."},
	"pt": {"Encontro marcado %s.", "A data: %s.", "O local: %s."},
	"nl": {"We zien je %s.", "De datum: %s.", "De plek: %s."},
	"ar": {"موعدنا %s.", "الموعد: %s.", "المكان: %s."},
	"he": {"נתראה %s.", "המועד: %s.", "המקום: %s."},
}

var (
	onPrep = pattern.New(`(?i)^(?:am|vom|ab|im|el|del|los|desde|le|du|dès|il|dal|no|na|em|de|da|op|van|vanaf|يوم|ב)[ -]|^(?:` + Weekdays + `)(?:[\s,]|$)`)
	inPrep = pattern.New(`(?i)^(?:im|in|am|an|auf|bei|en|dans|à|au|chez|nel|nella|no|na|em|op|bij|في|ב)\s`)
)

var (
	// hoursBehind and hourBehind are from when to when something is, and at what time, behind its day.
	hoursBehind = pattern.New(`(?i), (?:from )?(` + hourWords + `)\s?(?:to|until|till|–|-)\s?(` + hourWords + `|late)(,|$)`)
	hourBehind  = pattern.New(`(?i), (` + clockWords + `(?: (?:UTC|GMT|BST|CES?T|E[DS]?T|C[DS]T|M[DS]T|P[DS]?T))?)(,|$)`)
	// lastsFor is how long something is, startsFrom where it begins, at the end of when it is.
	lastsFor   = pattern.New(`(?i), (?:about )?(\d{1,3} (?:minutes|min|hours)|(?:an|one|half an) hour)$`)
	startsFrom = pattern.New(`(?i), (?:start|starts|starting) (at|from|in) (.+)$`)
)

// atHours puts the time of day behind a day as a person says it: "14 May, 11:00 CET, 40
// minutes" is "14 May at 11:00 CET and lasts 40 minutes".
func atHours(s string) string {
	s = hourBehind.ReplaceAllString(hoursBehind.ReplaceAllString(s, " from $1 to $2$3"), " at $1$2")
	return startsFrom.ReplaceAllString(lastsFor.ReplaceAllString(s, " and lasts $1"), ". It starts $1 $2")
}

// onDate puts the preposition before a day or a time.
func onDate(s string) string {
	switch {
	case dayFirst.MatchString(s):
		return "on " + s
	case clockFirst.MatchString(s):
		return "at " + s
	}
	return s
}

var (
	dayFirst   = pattern.New(`(?i)^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}(?:st|nd|rd|th)?(?:\s?[–-]\s?\d{1,2}(?:st|nd|rd|th)?)? (?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d)`)
	clockFirst = pattern.New(`(?i)^\d{1,2}(?::\d\d)? ?(?:am|pm|a\.m\.|p\.m\.|o'clock)?\b`)
)

// TypeNext lets the sentence after a block of code speak over it, where none before
// it does.
func (w *Writer) TypeNext(beats []*Beat) []*Beat {
	var out []*Beat
	for i := 0; i < len(beats); i++ {
		b := beats[i]
		if b.Kind == scene.Code && len(b.Words) == 0 && i+1 < len(beats) {
			if n := beats[i+1]; n.Plain && n.Figure == nil && n.Kind == "" && !strings.Contains(n.Text(), "`") {
				n.Kind, n.Code, n.CodeLang, n.Headline, n.Plain = scene.Code, b.Code, b.CodeLang, w.Headline(n.Words[0], 46), false
				continue
			}
		}
		out = append(out, b)
	}
	return out
}
