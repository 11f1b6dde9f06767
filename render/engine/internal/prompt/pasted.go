package prompt

import (
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
)

// This file reads what was pasted whole in English: a letter or an e-mail, whose greeting and
// signature are nothing that a video says, and rows of comma-separated values.

var (
	// letterHello is a line that greets; group 1 is who is greeted.
	letterHello = pattern.New(`(?i)^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|greetings|to)\b,?\s*((?:(?:Mr|Mrs|Ms|Dr|Prof)\. |[\p{L}'’&-]+ ?){0,5})\s*[,!:–—-]*$|^(?:team|all|everyone|everybody|colleagues|folks|friends|neighbou?rs|parents)\s?[,!]$`)
	// letterBye ends a letter; what follows on its line is who signs.
	letterBye = pattern.New(`(?i)^(?:(?:kind|best|warm|warmest|kindest|many|with (?:kind|best|warm)) (?:regards|wishes|thanks)|regards|best wishes|best|all the best|thanks(?: a lot| so much| again| in advance)?|thank you(?: so much| very much| in advance)?|many thanks|cheers|sincerely|yours(?: sincerely| faithfully| truly)?|sincerely yours|warmly|thx|ta|see you (?:soon|there)|take care|with gratitude|xx?)\b\s*[,.!–—-]*\s*((?:[\p{Lu}][\p{L}.'’-]*(?:,? |$)){0,3})$`)
	// letterSubject is the line above a letter that says what it is about.
	letterSubject = pattern.New(`(?i)^(?:subject|re|betreff)(?: line)?:\s*(.{4,90})$`)
	letterHead    = pattern.New(`(?i)^(?:from|to|cc|bcc|sent|date|reply-to|attachments?):\s`)
	// makeOfThis orders a video of the text around it.
	makeOfThis = pattern.New(`(?i)^(?:\(?(?:please|pls|plz|(?:can|could|would) (?:you|someone|somebody|anyone|we)|kindly) )*(?:turn|make|convert|transform|rewrite|adapt|use) (?:this|it|that|the (?:above|below|following|text|e-?mail|mail|letter|memo|message|notice|note|post))\b[^.!?]{0,40}\b(?:as|into|to make|for|a|an)\b[^.!?]*\b(?:video|clip|reel|short|film|explainer)\b[^.!?]*[.!?)]*$`)
)

// asksAgent asks somebody for something: "Can you put together something for LinkedIn?"
var asksAgent = pattern.New(`(?i)\b(?:can|could|would|will) (?:you|u|ya|someone|somebody|anyone)\b|\bwe(?:['’]d| would)? (?:need|want|like)\b`)

// pasted takes the signature off a letter in English, and the greeting where it is the
// agent's. A greeting of its viewers is said.
func (p *parser) pasted(lines []prose.Line) []prose.Line {
	ends, greets, ordered := false, 0, 0 // the numbers of lines, 0 = none
	for i, l := range lines {
		t := strings.TrimSpace(l.Text)
		order := i < 3 && asksAgent.MatchString(t)
		for _, x := range prose.SplitSentences(t) {
			order = order || i < 3 && p.asksVideo(helloAll.ReplaceAllString(x, "")) > 0 || makeOfThis.MatchString(x) || p.isMake(p.stripLead(x)) || sourceBelow.MatchString(x) || prose.Duration(x) > 0 && prose.Words(x) <= 8
		}
		if order && ordered == 0 {
			ordered = l.N
		}
		ends = ends || i > 2 && letterBye.MatchString(t) || order && i > 0 || makeOfThis.MatchString(t)
		if greets == 0 && i < 6 && letterHello.MatchString(t) {
			greets = l.N
		}
	}
	p.hails = ordered == 0 || ordered < greets
	if !ends && greets == 0 {
		return lines
	}
	out := make([]prose.Line, 0, len(lines))
	seen, signed := 0, 0 // lines with words; lines of a signature that may follow
	for i, l := range lines {
		t := strings.TrimSpace(l.Text)
		if t == "" {
			if signed > 0 && i > 0 && strings.TrimSpace(lines[i-1].Text) != "" && !letterBye.MatchString(strings.TrimSpace(lines[i-1].Text)) {
				signed = 0
			}
			out = append(out, l)
			continue
		}
		seen++
		switch {
		case seen <= 3 && letterHead.MatchString(t) && utf8.RuneCountInString(t) < 90 && i+1 < len(lines):
			p.b.NoteOn(l.N, "the letter's heading is not spoken", prose.FirstWords(t, 2))
		case seen <= 4 && greets > l.N && letterSubject.MatchString(t):
			p.b.Title = prose.Upper(letterSubject.FindStringSubmatch(t)[1])
		case seen <= 4 && letterHello.MatchString(t) && i+1 < len(lines) && p.hails:
			if who := strings.TrimSpace(letterHello.FindStringSubmatch(t)[1]); ordered > 0 && who != "" && prose.Words(who) <= 2 && allProper(who) && !p.t.People.MatchString(who) {
				p.b.Subject, p.b.Purpose, p.b.Salute = who, brief.Outreach, prose.Unstop(strings.TrimRight(t, " ,–—-:")) // one reader
				continue
			}
			out = append(out, prose.Line{N: l.N, Text: strings.TrimRight(t, " –—-:")})
		case seen <= 4 && letterHello.MatchString(t) && i+1 < len(lines):
			if who := strings.TrimSpace(letterHello.FindStringSubmatch(t)[1]); p.t.People.MatchString(who) && strings.HasPrefix(strings.ToLower(t), "dear") {
				p.b.Audience = who
			}
			p.b.NoteOn(l.N, "the letter's greeting is not spoken", prose.FirstWords(t, 2))
		case seen > 2 && letterBye.MatchString(t) && prose.Words(t) <= 6:
			signed = 3
			p.b.NoteOn(l.N, "the letter's signature is not spoken", prose.FirstWords(t, 2))
		case signed == 3 && p.hails && !layout.Planned(lines) && p.b.Presenter.Name == "" && allProper(t) && prose.Words(t) <= 3 && (phrase.GenderOfName(t) != "" || p.b.Salute != "" && prose.Words(t) == 2):
			p.b.Presenter.Name = t
			signed--
		case signed == 2 && p.hails && p.b.Presenter.Name != "" && p.b.Presenter.Role == "" && prose.Words(t) <= 5 && !prose.EndsAsSentence(t) && prose.URL(t) == "":
			p.b.Presenter.Role = t
			signed--
		case signed > 0 && prose.Words(t) <= 7 && !prose.EndsAsSentence(t) && !prose.IsBullet(t) && !p.isMake(t) && prose.URL(t) == "":
			signed--
		default:
			signed = 0
			out = append(out, l)
		}
	}
	return out
}

// commaRow is a row of a file with comma-separated values: no space behind a comma.
var commaRow = pattern.New(`^[^,;:\s][^,;:.!?]{0,30}(?:[,;\t][^,;\s][^,;]{0,24}){1,5}$`)

// commaRows makes Markdown tables of rows of comma-separated values in the prompt.
func commaRows(lines []prose.Line) []prose.Line {
	row := func(i int) []string {
		if i >= len(lines) || !commaRow.MatchString(lines[i].Text) || prose.URL(lines[i].Text) != "" {
			return nil
		}
		return strings.FieldsFunc(lines[i].Text, func(r rune) bool { return r == ',' || r == ';' || r == '\t' })
	}
	var out []prose.Line
	for i := 0; i < len(lines); {
		n, width, digits := 0, len(row(i)), 0
		for width > 1 && len(row(i+n)) == width {
			if n > 0 && anyDigit.MatchString(row(i + n)[width-1]) {
				digits++
			}
			n++
		}
		if n < 3 || digits < n-1 {
			out = append(out, lines[i])
			i++
			continue
		}
		for k := range n {
			out = append(out, prose.Line{N: lines[i+k].N, Text: "| " + strings.Join(row(i+k), " | ") + " |"})
			if k == 0 && !anyDigit.MatchString(row(i)[width-1]) {
				out = append(out, prose.Line{N: lines[i].N, Text: strings.Repeat("|---", width) + "|"})
			}
		}
		i += n
	}
	return out
}
