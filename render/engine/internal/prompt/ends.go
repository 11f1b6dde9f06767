package prompt

import (
	"cmp"
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// opening carries out "open with …".
func (p *parser) opening(rest string, s sentence) {
	rest = strings.TrimSpace(rest)
	if p.t.ungerund != nil {
		if un := p.t.ungerund(rest); un != rest {
			if at := p.t.tell.FindStringIndex(un); at != nil {
				p.told(strings.ToLower(un[:at[1]]), trimLead(un[at[1]:]), Hook, s)
				return
			}
			rest = un
		}
	}
	colon := false
	if r, ok := after(p.t.opener, rest); ok && r != "" {
		colon = strings.HasSuffix(strings.TrimSpace(rest[:len(rest)-len(r)]), ":")
		rest = r
	}
	if q, ok := Unquote(rest); ok {
		p.say(Point{Form: Clause, Text: q, Role: Hook, Asked: true, Verbatim: true}, s)
		return
	}
	if q := quoted(rest); len(q) == 1 {
		p.say(Point{Form: Clause, Text: q[0], Role: Hook, Asked: true, Verbatim: true}, s)
		return
	}
	if p.t.prod.MatchString(rest) && !strings.ContainsAny(rest, "?0123456789") {
		p.direct(rest, s.line)
		p.b.note(s.line, fmt.Sprintf("opening picture %q: the local engine draws it as a title card", Unstop(rest)))
		return
	}
	if colon || strings.Contains(rest, "?") || p.isClause(rest) {
		p.say(Point{Form: Clause, Text: rest, Role: Hook, Asked: true}, s)
		return
	}
	p.say(Point{Form: Phrase, Text: Unstop(rest), Role: Hook, Asked: true}, s)
}

// ending carries out "end with …".
func (p *parser) ending(rest string, s sentence) {
	rest = strings.TrimSpace(rest)
	if p.t.ungerund != nil {
		if un := p.t.ungerund(rest); un != rest {
			for _, re := range []*pattern.Pattern{p.t.visit, p.t.act} {
				if r, ok := after(re, un); ok {
					if re == p.t.visit {
						r = p.visitPhrase(r)
					}
					p.action(r, s)
					return
				}
			}
			if at := p.t.tell.FindStringIndex(un); at != nil {
				p.told(strings.ToLower(un[:at[1]]), trimLead(un[at[1]:]), Action, s)
				return
			}
			rest = un
		}
	}
	bare := rest
	if r, ok := after(p.t.ender, rest); ok && r != "" {
		rest = r
	}
	rest = trimLead(rest)
	if openQuestion.MatchString(Unstop(bare)) {
		rest = bare
	}
	if openQuestion.MatchString(Unstop(bare)) || noWords.MatchString(Unstop(rest)) && len(quoted(rest)) == 0 {
		p.b.noteOn(s.line, "end with \""+clipText(Unstop(rest), 60)+"\": the prompt gives no words for it, so it is left out", firstWords(rest, 4))
		return
	}
	if at := remindingThat.FindStringIndex(rest); at != nil {
		p.say(Point{Form: Clause, Text: rest[at[1]:], Role: Action, Asked: true}, s)
		return
	}
	if r, ok := after(p.t.act, rest); ok && r != "" {
		p.action(r, s)
		return
	}
	if r, ok := after(p.t.visit, rest); ok && r != "" {
		p.action(p.visitPhrase(r), s)
		return
	}
	if q, ok := Unquote(strings.TrimRight(rest, " .")); ok {
		if u := URL(q); u != "" && Words(q) <= 8 {
			p.action(q, s)
			return
		}
		p.say(Point{Form: Clause, Text: q, Role: Action, Asked: true, Verbatim: true}, s)
		return
	}
	if q := quoted(rest); len(q) == 1 {
		p.say(Point{Form: Clause, Text: q[0], Role: Action, Asked: true, Verbatim: true}, s)
		return
	}
	if bare := Unstop(rest); bare != "" && (bare == Mail(bare) || URL(rest) != "" && Words(rest) <= 1) {
		p.address(cmp.Or(Mail(bare), URL(bare)), s)
		return
	}
	if p.t.prod.MatchString(rest) && URL(rest) == "" && Words(rest) <= 9 {
		p.direct(rest, s.line)
		return
	}
	if p.isClause(rest) && p.t.code == "en" && pronounRE.MatchString(rest) {
		p.say(Point{Form: Clause, Text: rest, Role: Action, Asked: true}, s)
		return
	}
	p.action(rest, s)
}

// noWords asks for words that it does not give: "a quote by a beekeeper".
var noWords = pattern.New(`(?i)^(?:an? |the |some |een |una? |une |eine[rm]? |um )?(?:\p{L}+ )?(?:uitnodiging|invitación|invitation|einladung|invito|convite|quote|testimonial|joke|statistic|stat|fact|anecdote|story|poem|pun|surprise|cliffhanger|thought|question)s?(?: (?:by|from|about|on|of|for) .+)?$`)

// openQuestion asks for a question that it does not give: "a question they can discuss".
var openQuestion = pattern.New(`(?i)^(?:an? |some |one )?(?:[\p{L}-]+ )?(?:questions?|thought|riddle|quiz|challenge) (?:that |which |for )?(?:they|viewers|people|pupils|students|kids|children|the (?:class|audience|viewers?|kids|team))\b[^:"“?]*$`)

// remindingThat ends a video with a statement: "Termine lembrando que …".
var remindingThat = pattern.New(`(?i)^(?:lembrando|recordando|recordándoles|ricordando|dizendo|diciendo|dicendo|en rappelant|en disant|explicando)(?: (?:a|à) (?:tod[oa]s|tutti|tous))? (?:que |qu['’]|che )`)

var pronounRE = pattern.New(`(?i)^(?:we|you|it|they|i|he|she|our|your|this|that|the|there)\b`)

// moreAt takes where there is more off the end of a row of facts: "30 bands, tickets from
// $25 at lakefest.example".
func (p *parser) moreAt(text string) string {
	m := factsAtURL.FindStringSubmatch(text)
	if m == nil || p.b.URL != "" || URL(m[2]) == "" || !anyDigit.MatchString(m[1]) || p.isClause(m[1]) || p.isOrder(text) {
		return text
	}
	p.b.URL = URL(m[2])
	return Stop(m[1])
}

// findUs tells the viewers where to go.
var findUs = pattern.New(`(?i)^(?:come (?:and )?)?(?:find|visit|see|meet|join|catch) us (?:on|at|in|near|behind|next to|this|every|from|tomorrow|today|tonight|for) `)

var factsAtURL = pattern.New(`^([^.!?]+, [^!?]+?),? (?:at|on|via) (\S+\.\S+?)[.!]?$`)

func (p *parser) visitPhrase(rest string) string {
	rest = Unstop(rest)
	return fmt.Sprintf(p.t.visitVP, rest)
}

func (p *parser) action(verb string, s sentence) {
	text := Unstop(verb)
	if strings.HasSuffix(strings.TrimSpace(verb), "!") {
		text += "!"
	}
	p.say(Point{Form: Verb, Text: text, Role: Action, Asked: true}, s)
}

// sloganLabel stands before the words that a brand goes by.
var sloganLabel = pattern.New(`(?i)^(?:(?:our|the|and (?:our|the)) )?(?:tag ?line|slogan|motto|strapline|punch ?line)(?: is)?\s?(?::|[–—-] )\s*(.{3,90})$`)

// slogan keeps such words without their label; they are the last ones before what is asked.
func (p *parser) slogan(text string, s sentence) bool {
	m := sloganLabel.FindStringSubmatch(text)
	if m == nil || p.t.code != "en" || p.verbatim || p.orders+p.said == 0 {
		return false
	}
	p.orders++
	p.say(Point{Form: Clause, Text: Stop(Upper(mustUnquote(m[1]))), Role: Action, Asked: true}, s)
	return true
}
