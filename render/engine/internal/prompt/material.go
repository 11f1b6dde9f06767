package prompt

import (
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// Material reads a text that a prompt is made from: a README, a changelog, a policy, a
// campaign brief. What it says are facts under their headings, as in a prompt, and nothing
// in it is an order to the agent. Of a brief's own fields only the audience is kept. about
// is the prompt, which may name one version of a changelog.
func Material(text, about string) *brief.Brief {
	b := &draft{}
	p := &parser{b: b, noted: map[string]bool{}, material: true, orders: 1}
	p.t = grammar.TongueFor(grammar.Detect(text))
	var buf []prose.Line
	sec, title := "", "" // the heading that buf stands under
	flush := func() {
		switch {
		case sec == "audience":
			b.Audience = prose.Unstop(prose.FirstText(buf))
		case briefField[sec]:
		case sec == "list" || sec == "steps":
			p.listSection(sec, title, buf)
		default:
			p.prose(buf)
		}
		buf, sec, title = nil, "", ""
	}
	lines := layout.Nested(faq(commaRows(p.version(cleaned(p.pressRelease(prose.SplitLines(text))), about))))
	b.Source = lines
	for i, l := range lines {
		if b.Title == "" && len(b.Points) == 0 && prose.FirstText(buf) == "" && p.titlesText(lines[i:]) {
			b.Title = strings.TrimSpace(layout.BracketTail.ReplaceAllString(strings.TrimLeft(l.Text, "# "), ""))
			continue
		}
		s, head, rest, ok := layout.OpensSection(l.Text)
		switch {
		case ok && rest != "" && briefField[s]:
			flush()
			if s == "audience" {
				b.Audience = ageTail.ReplaceAllString(prose.Unstop(rest), "")
			}
		case ok && rest == "" && strings.TrimSpace(l.Text) != "":
			flush()
			sec, title = s, head
			if p.chapter = head; s == "list" || s == "steps" || briefField[s] {
				p.chapter = ""
			}
		default:
			buf = append(buf, l) // "Time: 10:00" is a fact
		}
	}
	flush()
	if m := kindHead.FindStringSubmatch(b.Title); m != nil && p.t.Code == "en" && (grammar.PurposeOf(m[1]) != "" || docKind.MatchString(m[1])) {
		b.Title = prose.Upper(m[2]) // "Campaign brief: Repair Café"; "Riverside Dental: your first visit" has its name
	}
	return &b.Brief
}

// docKind is a text by its kind.
var docKind = pattern.New(`(?i)\b(?:brief|` + docWord + `|script|copy|memo|summary|protocol|post|blog|page|story|case study|one-?pager)$`)

// ageTail is how old those are whom something is for.
var ageTail = pattern.New(`(?i),? (?:aged |ages? )?\d{1,2}\s?(?:[–-]|to)\s?\d{1,2}\+?$`)

// briefField are the parts of a brief that say for whom and how something is told.
var briefField = map[string]bool{"audience": true, "goal": true, "tone": true, "style": true, "avoid": true, "format": true, "voice": true, "music": true, "captions": true, "product": true}

// titlesText tells whether a text begins with its title: a heading of the first level, or
// a few words that an empty line parts from what follows.
func (p *parser) titlesText(lines []prose.Line) bool {
	t := strings.TrimSpace(lines[0].Text)
	if strings.HasPrefix(t, "# ") {
		return true
	}
	t = layout.BracketTail.ReplaceAllString(t, "")
	alone := len(lines) > 2 && strings.TrimSpace(lines[1].Text) == ""
	return t != "" && !strings.HasPrefix(t, "#") && (alone && (p.titleLine(t) || talkWith.MatchString(t)) || notesTitle.MatchString(t))
}

// talkWith is the first line of an interview.
var talkWith = pattern.New(`^(?:Interview|Conversation|Q&A|A conversation|An interview) with [^.!?]{3,40}(?:\. [^.!?]{3,60})?$`)

// notesTitle is the first line of notes, which names them and says nothing.
var notesTitle = pattern.New(`(?i)^(?:[\p{L}-]+ ){0,4}(?:notes|minutes|transcript|memo|protocol|summary|agenda|draft|report)(?:,? (?:of|from|for|on) [^.!?]{2,40}|,? \d[^.!?]{2,24})?$|^(?:[\p{L}-]+ ){0,2}(?:notes|minutes|transcript|protocol|summary)(?:,|:| –| —) [^.!?]{3,60}$`)

// version keeps one version of a changelog: the one that about names, else the newest,
// which stands first.
func (p *parser) version(lines []prose.Line, about string) []prose.Line {
	var at []int
	for i, l := range lines {
		if m := layout.MdHead.FindStringSubmatch(l.Text); m != nil && changelogHead.MatchString(m[1]) {
			at = append(at, i)
		}
	}
	if len(at) == 0 {
		return lines
	}
	use := 0
	for n, i := range at {
		if v := anyVersion.FindString(lines[i].Text); containsWord(about, v) || strings.HasSuffix(v, ".0") && containsWord(about, strings.TrimSuffix(v, ".0")) {
			use = n
			break
		}
	}
	if p.b.Title = "Version " + anyVersion.FindString(lines[at[use]].Text); len(at) > 1 {
		p.b.Notes = append(p.b.Notes, brief.Note{Text: fmt.Sprintf("of %d versions, %s is told", len(at), lowerFirst(p.b.Title))})
	}
	end := len(lines)
	if use+1 < len(at) {
		end = at[use+1]
	}
	return lines[at[use]+1 : end]
}

// containsWord tells whether s has the version v as a word of its own.
func containsWord(s, v string) bool {
	for rest := s; v != ""; {
		i := strings.Index(rest, v)
		if i < 0 {
			return false
		}
		tail := rest[i+len(v):]
		if (i == 0 || !strings.ContainsAny(rest[i-1:i], "0123456789.")) && !versionGoesOn.MatchString(tail) {
			return true
		}
		rest = tail
	}
	return false
}

var (
	changelogHead = pattern.New(`(?i)^(?:version )?\[?v?\d+\.\d+(?:\.\d+)?\]?(?:\s*[(–—-].*)?$`)
	anyVersion    = pattern.New(`\d+\.\d+(?:\.\d+)?`)
	versionGoesOn = pattern.New(`^\.?\d`)
)

// cleaned takes off what only a reader of the page sees: front matter, comments, badges,
// the targets of links, the numbers of issues, and code in no named language.
func cleaned(lines []prose.Line) []prose.Line {
	var out []prose.Line
	front := len(lines) > 0 && strings.TrimSpace(lines[0].Text) == "---"
	code, comment := "", false
	for i, l := range lines {
		t := strings.TrimSpace(l.Text)
		if front {
			front = i == 0 || t != "---"
			continue
		}
		if m := prose.FenceRE.FindStringSubmatch(l.Text); m != nil {
			switch {
			case code != "":
				if code != "?" {
					out = append(out, l)
				}
				code = ""
			case m[1] != "":
				code, out = m[1], append(out, l)
			default:
				code = "?"
			}
			continue
		}
		if code != "" {
			if code != "?" {
				out = append(out, l)
			}
			continue
		}
		comment = comment || strings.HasPrefix(t, "<!--")
		if comment {
			comment = !strings.Contains(t, "-->")
			continue
		}
		if n := len(out); n > 0 && underline.MatchString(t) && strings.TrimSpace(out[n-1].Text) != "" && !prose.TableRow.MatchString(out[n-1].Text) && !prose.IsBullet(out[n-1].Text) && out[n-1].N == l.N-1 {
			mark := "# "
			if t[0] == '-' {
				mark = "## "
			}
			out[n-1].Text = mark + strings.TrimSpace(out[n-1].Text)
			continue
		}
		if strings.HasPrefix(t, "<") && strings.HasSuffix(t, ">") || ruleLine.MatchString(t) {
			continue
		}
		s := badge.ReplaceAllString(l.Text, "")
		s = mdLink.ReplaceAllString(s, "$1")
		s = issueRef.ReplaceAllString(s, "")
		s = boldLead.ReplaceAllString(s, "$1$2: ")
		if !layout.MdHead.MatchString(s) && !layout.BoldHead.MatchString(s) {
			s = emphasis.Replace(s)
		}
		s = clauseNumber.ReplaceAllString(s, "$1$2")
		if strings.HasPrefix(t, ">") {
			s = strings.TrimLeft(strings.TrimSpace(s), "> ")
			if m := attributed.FindStringSubmatch(s); m != nil { // "> It saved our boats. -- Ines, harbour master"
				s = "“" + strings.Trim(m[1], "\"“”„ ") + "” — " + m[2]
			}
		}
		if strings.TrimSpace(s) == "" && t != "" {
			continue // a line of badges
		}
		out = append(out, prose.Line{N: l.N, Text: s})
	}
	return out
}

var (
	underline = pattern.New(`^(?:={3,}|-{3,})$`)
	ruleLine  = pattern.New(`^(?:[-*_=]\s?){3,}$`)
	badge     = pattern.New(`\[!\[[^\]]*\]\([^)]*\)\]\([^)]*\)|!\[[^\]]*\]\([^)]*\)`)
	mdLink    = pattern.New(`\[([^\]]+)\]\([^)]*\)`)
	issueRef  = pattern.New(`\s*[(\[](?:closes |fixes |see |thanks (?:to )?)?(?:#\d+|[A-Z]{2,6}-\d+|@[\w-]+)(?:(?:, ?| )(?:(?:by|thanks(?: to)?) )?(?:#\d+|[A-Z]{2,6}-\d+|@[\w-]+))*[)\]]`)
	// clauseNumber counts the clauses of a policy, and is not said: "2.1 Hotels are paid".
	clauseNumber = pattern.New(`^(\s*(?:#{1,6}\s+)?)(?:§\s?)?\d{1,2}(?:\.\d{1,2}){1,3}\.?\)?\s+(\p{Lu})`)
	// attributed is a quotation with who said it.
	attributed = pattern.New(`^(.{12,}?[.!?"”]?)\s+(?:--|—|–) ?(\p{Lu}[^.!?]{2,80})$`)
	// boldLead is what an entry of a list is about, in bold before the rest of it.
	boldLead = pattern.New(`^(\s*(?:[-*•+]|\d{1,2}[.)])\s+)\*\*([^*]{2,48}?):?\*\*\s*(?:[:–—-]\s*)?`)
	emphasis = strings.NewReplacer("**", "", "__", "", "`", "")
)
