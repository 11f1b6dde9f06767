package script

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// materialFacts reads what a Markdown or text file says. A file that the prompt points to,
// or whose title is the prompt's topic, is told whole; of another one that has a chapter
// about the topic, that chapter; of any, what shares words with the prompt.
func (w *writer) materialFacts(name, text string, about map[string]bool) []fact {
	m := prompt.Material(text, w.r.Spec.PositivePrompt)
	for _, n := range m.Notes {
		w.Note(0, name+": "+n.Text)
	}
	if w.Brief.Audience == "" && len(m.Points) > 0 {
		w.Brief.Audience = m.Audience
	}
	w.spokenAs(name, text)
	w.namedBy(m)
	base := strings.TrimSuffix(path.Base(name), path.Ext(name))
	whole := telling.Common(about, m.Title+" "+inWords(base)) > 0 || w.pointsTo(name)
	if !whole && w.tellsNothing() {
		whole = !slices.ContainsFunc(m.Points, func(p brief.Point) bool { return telling.Common(about, p.Chapter) > 0 }) // no chapter of a handbook
	}
	var out []fact
	for i, p := range underQuestions(m.Points) {
		if p.Form == brief.List && p.Text == "" {
			p.Text = p.Chapter
		}
		said := telling.PointText(p)
		n := float64(prose.Words(said))
		if w.avoided(p.Chapter+" "+p.Text) || smallPrint.MatchString(p.Chapter) || p.Form == brief.List && smallPrint.MatchString(p.Text) || whoCame.MatchString(p.Text) || p.Form == brief.List && whoCame.MatchString(p.Text+":") || p.Form == brief.Clause && (n < 3 || n > 40) {
			continue
		}
		figures := 0.0
		for _, f := range (&telling.Writer{Wording: tongue.English, Lang: "en"}).Figures(said) {
			figures += float64(f.Score) / 2
		}
		score, related := 0.0, 2*float64(telling.Common(about, said+" "+p.Chapter))
		if whole || telling.Common(about, p.Chapter) > 0 {
			if score = .2 - float64(i)/1e4; figures >= 2 {
				score += figures / 20
			}
		}
		switch {
		case p.Form == brief.Quote:
			if score = 1.2; about[telling.Stem("quote")] || about[telling.Stem("testimonial")] || about[telling.Stem("zitat")] {
				score = 9
			}
		case p.Form == brief.Table || p.Form == brief.Rows || p.Form == brief.Compare:
			score = max(score, related*1.5)
		case (p.Form == brief.When || p.Form == brief.Where) && score > 0:
			score = max(score, 3) // an event without its place is none
		case related > 0 && p.Form == brief.Clause:
			score = max(score, related+figures-n/12)
		case related > 0:
			score = max(score, related+figures/n)
		}
		if p.Asked = false; p.Form == brief.Table {
			title, unit := columnName(p.Text)
			p.Text = title
			for k := range p.Items {
				p.Items[k].Body = w.amountOf(p.Items[k].Body, unit)
			}
		}
		leans := i > 0 && p.Form == brief.Clause && telling.Leaning.MatchString(p.Text) && len(out) > 0 && out[len(out)-1].point.Form == brief.Clause
		if leans && len(out) > 0 && score < out[len(out)-1].score {
			score = out[len(out)-1].score - 1e-6 // told with the sentence that it leans on, or not at all
		}
		out = append(out, fact{point: p, file: name, line: p.Line, score: score, leans: leans})
		for k := len(out) - 1; k > 0 && out[k].leans && out[k-1].score > 0 && out[k-1].score <= out[k].score; k-- {
			out[k-1].score = out[k].score + 1e-6 // what has to do with the topic is chosen before those that lean on it
		}
	}
	return out
}

// spokenAs makes the language of a file that of the video, where the prompt has no words of
// its own to be said and asks for no other.
func (w *writer) spokenAs(name, text string) {
	in := grammar.Detect(text)
	if in == "" || in == phrase.Base(w.Lang) || w.r.Spec.Language != "" || !w.tellsNothing() {
		return
	}
	w.Note(0, fmt.Sprintf("%s is in %s: it is spoken as written; only a language model can translate it", name, in))
	w.Lang, w.Wording, w.Brief.Language, w.Brief.Audience, w.Brief.Subject = in, tongue.For(in), in, "", ""
}

// namedBy names the video by the title of the file that it is made from, where the prompt
// does not name it, or only as "the company".
func (w *writer) namedBy(m *brief.Brief) {
	b := w.Brief
	if anyOne.MatchString(b.Subject) && len(m.Points) > 0 {
		if f := strings.Fields(m.Points[0].Text); len(f) > 1 {
			n := 0
			for n < len(f) && n < 4 && tongue.UpperFirst(f[n]) {
				n++
			}
			if name := strings.Join(f[:n], " "); n > 0 && tongue.IsName(name) && !telling.StartsPronoun.MatchString(name+" ") {
				b.Subject = name
			}
		}
	}
	if len(b.Points) > 0 && (b.Points[0].Form == brief.How || b.Points[0].Form == brief.Why) {
		return // "explain how tides work"
	}
	title := datedTail.ReplaceAllString(m.Title, "")
	ofFile := document.MatchString(b.Subject) && prose.Words(title) >= 2 && !document.MatchString(title)
	if title == "" || b.Title != "" || b.Subject != "" && !b.Guessed && !ofFile || len(m.Points) == 0 {
		return
	}
	b.Guessed = false
	if strings.ContainsAny(title, ":") || w.Wording.Code != "en" {
		b.Title, b.Subject, b.Announced = title, "", w.Wording.Code != "en"
		if name, what, ok := strings.Cut(title, ": "); ok && w.Wording.Code == "en" && whatItIs.MatchString(what) && tongue.IsName(name) {
			b.Subject = what // "Riverside Dental: your first visit" looks at the visit
		}
		return
	}
	switch first := telling.FirstWordOf(title); {
	case strings.HasPrefix(title, "Version "):
		b.Title = "What's new in " + tongue.LowerFirst(title)
	case versioned.MatchString(title):
		b.Subject = title
	case slices.ContainsFunc(m.Source, func(l prose.Line) bool { return strings.Contains(l.Text, " "+strings.ToLower(first)+" ") }):
		b.Subject = strings.ToLower(first) + title[len(first):] // it is no name
	default:
		b.Subject = w.Lower(title)
	}
}

var (
	// anyOne stands for a name that a file has.
	anyOne = pattern.New(`(?i)^(?:the|our|my) (?:company|firm|business|product|app|service|team|brand|shop|studio|organi[sz]ation|charity|school)$`)
	// document is a topic that is only the file: "our pruning guide".
	document = pattern.New(`(?i)^(?:the |our |this |my )?(?:[\p{L}-]+ ){0,3}(?:guide|manual|report|document|file|text|handbook|article|interview|brochure|notes|read-?me|fact sheet|spec sheet|sheet|brief)$`)
	// datedTail is the day of a document.
	datedTail = pattern.New(`,? (?:\(?\d{1,2}(?:st|nd|rd|th)? \p{L}+ \d{4}\)?|\p{L}+ \d{1,2}(?:st|nd|rd|th)?, \d{4}|\d{4}-\d\d-\d\d)$`)
	// versioned is a product with its version: "Tern 4.2".
	versioned = pattern.New(`\s[vV]?\d+(?:\.\d+)*$`)
)

// underQuestions sets questions that head a text over their answers: those of an FAQ.
func underQuestions(pts []brief.Point) []brief.Point {
	var out []brief.Point
	for i := 0; i < len(pts); i++ {
		p := pts[i]
		q := p.Chapter
		if !strings.HasSuffix(q, "?") {
			out = append(out, p)
			continue
		}
		said, end := "", i
		for end < len(pts) && pts[end].Chapter == q && pts[end].Form == brief.Clause {
			said, end = strings.TrimSpace(said+" "+pts[end].Text), end+1
		}
		if said == "" || prose.Words(said) > 45 {
			out = append(out, p)
			continue
		}
		p.Form, p.Text, p.Said, p.Chapter = brief.Ask, q, said, ""
		out, i = append(out, p), end-1
	}
	return out
}

// avoided tells whether a fact is of what the prompt wants to be left out.
func (w *writer) avoided(text string) bool {
	for _, a := range w.Brief.Avoid {
		for _, x := range strings.Fields(strings.ToLower(a.Text)) {
			root := wordEnd.ReplaceAllString(x, "")
			if len(root) < 3 || telling.CommonWords[x] {
				continue
			}
			for _, y := range strings.Fields(strings.ToLower(text)) {
				if wordEnd.ReplaceAllString(strings.Trim(y, ".,:;"), "") == root {
					w.Note(a.Line, fmt.Sprintf("left out, as the prompt asks: %q", a.Text))
					return true
				}
			}
		}
	}
	return false
}

// wordEnd is an ending that a word takes.
var wordEnd = pattern.New(`(?:es|ed|ing|s)$`)

// smallPrint are the chapters of a README that nobody makes a video of.
var smallPrint = pattern.New(`(?i)^(?:licen[sc]e|contribut|acknowledge?ments|credits|authors|table of contents|contents|references|badges|code of conduct|attendees|present|participants|apologies|absent)`)

// whatItIs is a thing behind a name in a title.
var whatItIs = pattern.New(`^(?:your|our|the|an?) [\p{L} -]{3,40}$`)

// whoCame is the line of minutes that says who was there, and who was not.
var whoCame = pattern.New(`(?i)^(?:present|attendees|attending|in attendance|participants|apologies|absent|excused|anwesend|teilnehmer(?:innen)?|entschuldigt|protokoll|asistentes|présents?|absents?|excusés?|presenti|assenti|presentes|ausentes|aanwezig|afwezig)(?: \([^)]*\))?\s?:`)

// pointsTo tells whether the prompt points to its files, or names this one.
func (w *writer) pointsTo(name string) bool {
	return w.Brief.Files || filesMeant.MatchString(w.r.Spec.PositivePrompt) || strings.Contains(strings.ToLower(w.r.Spec.PositivePrompt), strings.ToLower(path.Base(name)))
}

// filesMeant points to files.
var filesMeant = pattern.New(`(?i)\b(?:attached|enclosed|csv|spreadsheet|read-?me|changelog|release notes|(?:campaign|project|creative) brief|the brief|excerpt|context file|fact ?sheet|(?:based on|from|using) (?:the|our|these|this) (?:notes|minutes|transcript|document|policy|file|text|numbers|data))\b|\b(?:anbei|im anhang|beigefügt|adjunt[oa]|ci-joint|en anexo|allegat[oa]|bijlage|bijgevoegd)`)

// tellsNothing tells whether the prompt names its topic and leaves the facts to the files.
func (w *writer) tellsNothing() bool {
	for _, p := range w.Brief.Points {
		if p.Role == brief.Body && p.Form != brief.How && p.Form != brief.Why && p.Form != brief.Phrase {
			return false
		}
	}
	return true
}

// inWords is a file's name in words: "survey-2026" is "survey 2026".
func inWords(name string) string { return strings.NewReplacer("-", " ", "_", " ").Replace(name) }
