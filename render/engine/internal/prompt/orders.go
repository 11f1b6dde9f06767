package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// telling is an order to tell something, on its way through what it may say: "explain
// that …", "mention …", "cover a, b and c". What has been read of it is taken off.
type telling struct {
	verb string // "also explain"
	name string // "explain"
	rest string
	role brief.Role
	at   prose.Sentence
}

// told carries out an order to tell something. Each step reads a part of it, in this
// order, until one has read all that is left.
func (p *parser) told(verb, rest string, role brief.Role, s prose.Sentence) {
	if p.t.Infinitive != nil {
		rest = strings.TrimSpace(rest)
	}
	o := &telling{verb: verb, name: tellVerb(verb), rest: rest, role: role, at: s}
	for _, reads := range [...]func(*parser, *telling) bool{
		// To whom, in which time, and texts and lists as they stand.
		(*parser).toldRecap,
		(*parser).toldText,
		(*parser).toldThenDo,
		(*parser).toldInTime,
		(*parser).toldRows,
		(*parser).toldBeside,

		// Sentences, quotations and words on the screen.
		(*parser).toldThat,
		(*parser).toldNothing,
		(*parser).toldLabel,
		(*parser).toldQuoted,
		(*parser).toldOnScreen,
		(*parser).toldIntroducing,

		// Questions, by their verbs.
		(*parser).toldSteps,
		(*parser).toldCovering,
		(*parser).toldFocus,
		(*parser).toldQuestion,
		(*parser).toldOffer,
		(*parser).toldCompared,

		// Lists, and what is left.
		(*parser).toldHeaded,
		(*parser).toldTopic,
		(*parser).toldAgenda,
		(*parser).toldMixed,
		(*parser).toldCovered,
		(*parser).toldListed,
		(*parser).toldClause,
		(*parser).toldPicture,
		(*parser).toldPhrase,
	} {
		if reads(p, o) {
			return
		}
	}
}

// tellVerb is the verb itself: "explain" of "also explain".
func tellVerb(verb string) string {
	first := strings.Fields(verb)
	switch {
	case len(first) == 0:
		return ""
	case first[0] == "also" && len(first) > 1:
		return first[1]
	}
	return first[0]
}

// say adds what is told as a point.
func (o *telling) say(p *parser, f brief.Form, text string) {
	p.say(brief.Point{Form: f, Text: text, Role: o.role, Asked: true}, o.at)
}

// toldCovering is [parser.agenda] for its verbs.
func (p *parser) toldCovering(o *telling) bool {
	return p.isName(o.name, "cover", "include") && p.agenda(o.rest, o.at)
}

// toldFocus notes what the video is to dwell on, which names no fact.
func (p *parser) toldFocus(o *telling) bool {
	if o.name != "focus" || !p.inEnglish() || p.isClause(o.rest) || anyDigit.MatchString(o.rest) || strings.Contains(o.rest, ":") || p.t.Question.MatchString(o.rest) {
		return false
	}
	if p.orders <= 1 && p.b.Subject == "" && p.b.Title == "" {
		return false
	}
	p.b.NoteOn(o.at.Line, "focus on \""+prose.Clip(prose.Unstop(o.rest), 60)+"\": what the facts say of it is told first where there are too many", prose.FirstWords(o.rest, 3))
	return true
}

// toldOffer reads "offer a free trial".
func (p *parser) toldOffer(o *telling) bool {
	if !p.isName(o.name, "offer", "propose", "suggest") || p.isClause(o.rest) {
		return false
	}
	o.say(p, brief.Offer, prose.Unstop(o.rest))
	return true
}

// toldTopic is [parser.firstTopic] for the first order of a prompt.
func (p *parser) toldTopic(o *telling) bool {
	return p.b.Subject == "" && p.orders <= 1 && p.said == 0 && len(p.b.Points) == 0 && p.topicVerb(o.name) && !p.isClause(o.rest) && p.firstTopic(o.rest, o.at)
}

func (p *parser) topicVerb(name string) bool {
	return p.t.Code != "en" || p.isName(name, "explain", "describe", "cover", "talk", "discuss", "present", "summarize", "summarise", "teach", "promote")
}

// firstTopic reads a prompt that begins "Explain X to Y in 45 seconds".
func (p *parser) firstTopic(rest string, s prose.Sentence) bool {
	rest = prose.Unstop(rest)
	if p.t.Code == "en" {
		rest = strings.TrimRight(platformRE.ReplaceAllStringFunc(rest, func(m string) string {
			p.direct(m, s.Line)
			return ""
		}), ", ")
	}
	if m := endTime.FindStringIndex(rest); m != nil {
		if d := prose.Duration(rest[m[0]:]); d >= 5 {
			p.b.length(rest[m[0]:], d)
			rest = strings.TrimSpace(rest[:m[0]])
		}
	}
	for i := strings.LastIndex(rest, ", "); p.t.Code == "en" && i > 0 && p.production(strings.TrimSpace(rest[i+2:])); i = strings.LastIndex(rest, ", ") {
		p.direct(rest[i+2:], s.Line) // "…, 60s, no avatar"
		rest = rest[:i]
	}
	if len(p.splitItems(rest)) >= 3 {
		return false
	}
	if p.t.Code == "en" {
		for _, sep := range []string{" to ", " for "} {
			if i := strings.LastIndex(rest, sep); i > 0 && !prose.InQuotes(rest, i) && p.t.People.MatchString(rest[i+len(sep):]) {
				p.b.Audience = strings.TrimSpace(rest[i+len(sep):])
				rest = rest[:i]
			}
		}
	}
	if p.b.Purpose == "" {
		p.b.Purpose = brief.Explainer
	}
	p.subject(rest, s.Line)
	return true
}

func (p *parser) isName(s string, names ...string) bool {
	if p.t.Code != "en" {
		return false
	}
	for _, n := range names {
		if s == n {
			return true
		}
	}
	return false
}

var relRE = pattern.New(`(?i)^([^,]*?)\b(?:that|which|who|whose)\b`)

// relative tells whether the only verb of a phrase sits in a relative clause:
// "a valve that closes by itself" is still a noun phrase.
func (p *parser) relative(s string) bool {
	m := relRE.FindStringSubmatch(s)
	return m != nil && !p.isClause(m[1])
}

var (
	anyDigit  = pattern.New(`\d`)
	plainHow  = pattern.New(`(?i)\b(?:works?|easy|simple|much|many|often|long|fast)\b`)
	notLength = pattern.New(`(?i)\b(?:every|each|per|first|after|within)\b|\b(?:keep|hold|show|leave|display|stays?|remains?|visible|on[- ]screen)\b[^.]{0,60}\bfor (?:at least |about |a minimum of )?\d`)
)
