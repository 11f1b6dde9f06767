package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// forWhom decides whether "for X" names the audience, the company or the subject.
func (p *parser) forWhom(who string, topicFollows bool, at int) {
	b := p.b
	if i := strings.LastIndex(who, " for "); i > 0 && !prose.InQuotes(who, i) && p.t.Code == "en" && !topicFollows && p.t.People.MatchString(who[i+5:]) {
		if name, about := cutAppositive(who); !strings.Contains(who[:i], ", ") || about != "" && !p.t.People.MatchString(name) {
			b.Audience = strings.TrimSpace(who[i+5:])
			p.subject(who[:i], at)
			if b.About != "" && about != "" {
				b.About += who[i:] // "bookkeeping software for freelancers" is what it is
			}
			return
		}
	}
	if m := asideIn.FindStringSubmatch(who); m != nil && p.t.Code == "en" && p.t.People.MatchString(m[1]) {
		who = strings.TrimSpace(m[1] + m[3]) // "for engineers at Tessellate (Berlin, remote OK)"
		p.say(brief.Point{Form: brief.Clause, Text: m[2]}, prose.Sentence{Text: m[2], Line: at, Col: 1})
	}
	if head, tail, ok := strings.Cut(who, ": "); ok && p.viewers(head) {
		b.Audience = strings.TrimSpace(head) // "for hospital buyers: CalmPump, an infusion pump"
		if p.t.Code == "en" && p.isClause(tail) && !strings.Contains(tail, ",") {
			if inverted.MatchString(tail) {
				tail += "?" // "for beginners: what is a blockchain?"
			}
			p.say(brief.Point{Form: brief.Clause, Text: tail, Role: brief.Hook, Asked: true}, prose.Sentence{Text: tail, Line: at, Col: 1})
			return
		}
		p.subject(tail, at)
		return
	}
	if m := afterEvent.FindStringSubmatch(who); m != nil && p.t.Code == "en" && !topicFollows && p.t.People.MatchString(m[1]) {
		b.Audience = m[1] // "for the night shift after last week's near miss"
		p.subject(m[2], at)
		return
	}
	if head, tail, ok := strings.Cut(who, ": "); ok && p.t.Code != "en" && !topicFollows && p.viewers(who) { // "per la nostra gelateria: 32 gusti, tutti senza glutine"
		p.subject(head, at)
		p.headRest(tail, prose.Sentence{Text: tail, Line: at, Col: 1})
		return
	}
	switch {
	case p.t.Code == "en" && department.MatchString(who):
		b.Audience = who
	case who == "" || occasion.MatchString(who):
	case p.t.Code == "en" && strings.IndexAny(who, "\"“") == 0:
		p.subject(who, at) // a title is no audience
	case cutAside(who) != who && !p.viewers(cutAside(who)) && !topicFollows && !p.viewers(who):
		p.subject(who, at) // "Loopkit, an open-source server for backend teams"
	case p.viewers(who) && !strings.Contains(who, ", a ") && !strings.Contains(who, ", the "):
		b.Audience = who
	case topicFollows && p.t.Code != "en" && !prose.StartsUpper(who):
		if b.Purpose == "" {
			b.Purpose = grammar.PurposeOf(who) // "para a formação sobre phishing"
		}
	case topicFollows:
		if name, about := cutAppositive(who); name != "" {
			b.Company = name
			if about != "" {
				b.About = ""
			}
		}
	case p.t.Code != "en" && infinitiveFirst.MatchString(who) && p.purposeTopic(who, at):
	case p.perhapsViewers(who) && b.Purpose != brief.Launch:
		p.perhaps = who
	default:
		p.subject(who, at)
	}
}

// afterEvent is whom a video is for, and what has happened.
var afterEvent = pattern.New(`(?i)^(.{3,60}?) (?:after|following) ((?:the|our|last|this|yesterday['’]s|today['’]s|recent)\b.{4,60})$`)

// infinitiveFirst begins what a video is to do: "para captar socios para el gimnasio Sol".
var infinitiveFirst = pattern.New(`(?i)^(?:captar|atraer|conseguir|animar|promocionar|vender|invitar|buscar|encontrar|contratar|fidelizar|dar a conocer|attirer|recruter|trouver|promouvoir|vendre|inviter|faire connaître|donner envie|atrair|captar|conseguir|promover|vender|convidar|contratar|encontrar|attirare|trovare|promuovere|vendere|invitare|assumere|cercare|far conoscere)\s`)

// purposeTopic takes the thing that a video is to win people for as its topic.
func (p *parser) purposeTopic(who string, at int) bool {
	padded := " " + who + " "
	last := p.t.ForWho.FindAllStringIndex(padded, -1)
	if len(last) == 0 {
		return false
	}
	m := last[len(last)-1]
	thing := prose.Behind(padded, m[1])
	if thing == "" || p.t.People.MatchString(thing) {
		return false
	}
	if p.b.Purpose == "" {
		p.b.Purpose = brief.Launch
	}
	p.subject(thing, at)
	return true
}

// department is a part of a company, by its work.
var department = pattern.New(`(?i)^(?:(?:our|the|all of|everyone in) )?(?:customer (?:service|support|success|care)|sales|support|marketing|finance|hr|it|procurement|purchasing|operations|reception|accounting|engineering|production|logistics|quality|legal|the (?:warehouse|kitchen|front desk|shop floor|back office))(?: (?:team|teams|staff|department|people))?$`)

// audienceCut takes "für neue Mitarbeiter" off the end of a topic.
func (p *parser) audienceCut(s string) string {
	if re := toWhom[p.t.Code]; re != nil {
		if m := re.FindStringSubmatch(prose.Unstop(s)); m != nil {
			who := strings.TrimSpace(strings.Join(m[2:], ""))
			if p.t.Code == "ar" {
				who = "ا" + who // "للموظفين" is "ل" and "الموظفين"
			}
			if prose.Words(who) <= 9 && (p.t.Code == "he" || p.t.Code == "ar" || p.t.People.MatchString(who)) {
				if p.b.Audience == "" {
					p.b.Audience = who
				}
				return strings.TrimRight(m[1], ", ")
			}
		}
	}
	at := p.t.ForWho.FindAllStringIndex(" "+s+" ", -1)
	if len(at) == 0 {
		return s
	}
	last := at[len(at)-1]
	a, z := prose.ClampSpan(last[0]-1, last[1]-2, s)
	who := strings.TrimSpace(s[z:])
	if a <= 0 || !p.viewers(who) || prose.Words(who) > 9 {
		return s
	}
	if p.b.Audience == "" {
		p.b.Audience = who
	}
	return strings.TrimRight(strings.TrimSpace(s[:a]), ",")
}

// toWhom parts a topic from those it is explained to, where no word of its own
// stands between them.
var toWhom = map[string]*pattern.Pattern{
	"fr": pattern.New(`(?i)^(.*\S) (?:aux|à nos|à tous les) (.+)$`),
	"es": pattern.New(`(?i)^(.*\S) a (?:los|las|nuestr[oa]s) (.+)$`),
	"it": pattern.New(`(?i)^(.*\S) (?:ai|agli|alle|ai nostri) (.+)$`),
	"pt": pattern.New(`(?i)^(.*\S) (?:aos|às|aos nossos) (.+)$`),
	"he": pattern.New(`^(.*\S)\s+ל((?:עובדים|עובדי|לקוחות|תושבי|תושבים|תלמידים|תלמידי|סטודנטים|הורים|משפחות|כולם|משתמשים|מנהלים|נוסעים|מטופלים|נהגים|צוותים|צעירים|מתחילים)(?:\s\S+){0,3})$`),
	"ar": pattern.New(`^(.*\S)\s+ل(لموظفين|لعملاء|لعائلات|لطلاب|لجميع|لشركات|لعمال|لزوار)(.*)$`),
}
