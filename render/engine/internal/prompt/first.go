package prompt

import (
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// lineOfTopic is [parser.topicLine] where the prompt is English.
func (p *parser) lineOfTopic(r *reading) bool {
	return p.inEnglish() && !p.verbatim && p.topicLine(r.text, r.Sentence)
}

// kindAlone reads a first line that says what kind of video it is: "Product launch."
func (p *parser) kindAlone(r *reading) bool {
	if !p.inEnglish() || p.verbatim || !p.first() || p.b.Purpose != "" {
		return false
	}
	m := kindOnly.FindString(prose.Unstop(r.text))
	if m == "" {
		return false
	}
	p.orders++
	p.b.Purpose = grammar.PurposeOf(m)
	return true
}

// headsPrompt is [parser.headed] for the first sentence.
func (p *parser) headsPrompt(r *reading) bool { return p.first() && p.headed(r.text, r.Sentence) }

// titlesPrompt is [parser.titled] for the first sentence.
func (p *parser) titlesPrompt(r *reading) bool { return p.first() && p.titled(r.text, r.Sentence) }

// titleThenOrders reads "Release notes 5.0 – please turn into a 45s video".
func (p *parser) titleThenOrders(r *reading) bool {
	m := titleThenOrder.FindStringSubmatch(r.text)
	if m == nil || !p.first() || !p.inEnglish() || !p.isMake(m[2]) {
		return false
	}
	p.heading(m[1], r.Line, true)
	p.sentence(prose.Sentence{Text: prose.Upper(m[2]), Line: r.Line, Col: r.Col})
	return true
}

// countsFirst is [parser.countsOrInforms] for the first sentence.
func (p *parser) countsFirst(r *reading) bool {
	return p.first() && p.inEnglish() && !p.verbatim && p.countsOrInforms(r.text, r.Sentence)
}

// invitesFirst reads a prompt that begins with its event: "Invite people to DataDays".
func (p *parser) invitesFirst(r *reading) bool {
	if !p.inEnglish() || !p.first() || !invitesTo.MatchString(r.body) || !p.invitation("to "+lowerFirst(r.body), r.Line) {
		return false
	}
	p.orders++
	return true
}

// kindOnly is what kind of video it is, and no more.
var kindOnly = pattern.New(`(?i)^(?:an? |the )?(?:short |quick |new )?(?:product launch|customer story|safety training|compliance training|staff training|sales outreach|internal update|team update|event invitation|recruiting|release notes|how-?to|product demo|launch announcement)$`)

// invitesTo is a prompt that begins with its event: "Invite people to DataDays".
var invitesTo = pattern.New(`^[Ii]nvite (?:\p{L}+ ){1,4}to (?:(?:the|our|an?) (?:\p{Ll}+ ){0,3})?(?:\p{Lu}|["“])`)
