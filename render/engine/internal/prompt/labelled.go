package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// comesNext keeps what the video says of what comes: "Next: voice picking trial in January".
func (p *parser) comesNext(r *reading) bool {
	if !p.inEnglish() || p.first() || p.verbatim || !nextUp.MatchString(r.text) {
		return false
	}
	p.said++
	p.statement(r.text, r.Sentence)
	return true
}

// noteWell keeps what must not be missed: "Note: doors close at nine".
func (p *parser) noteWell(r *reading) bool {
	m := noteLabel.FindStringSubmatch(r.text)
	if m == nil || !p.inEnglish() || p.verbatim || p.first() || !p.isClause(m[1]) || p.production(prose.Unstop(m[1])) || p.isStyle(m[1]) {
		return false
	}
	p.said++
	p.say(brief.Point{Form: brief.Clause, Text: "Please note: " + m[1], Asked: true}, r.Sentence)
	return true
}

// warns is [parser.warning] without the connectives.
func (p *parser) warns(r *reading) bool { return p.warning(p.stripLead(r.text), r.Sentence) }

// labelledTongue reads "FR: Bienvenue.", whose language holds for its paragraph.
func (p *parser) labelledTongue(r *reading) bool {
	code := grammar.LanguageLabel(r.text)
	if code == "" {
		return false
	}
	_, rest, _ := strings.Cut(r.text, ":")
	p.block = code
	p.said++
	for _, x := range prose.SplitSentences(strings.TrimSpace(rest)) {
		p.say(brief.Point{Form: brief.Clause, Text: x}, r.Sentence)
	}
	return true
}

// senderLine reads who sends a message: "From Omar Nasser, Smileslot."
func (p *parser) senderLine(r *reading) bool {
	if !p.inEnglish() || p.verbatim || p.first() || p.b.Presenter.Name != "" {
		return false
	}
	m := sentBy.FindStringSubmatch(prose.Unstop(r.text))
	if m == nil || p.b.Purpose != brief.Outreach && m[2] == "" {
		return false
	}
	p.orders++
	p.b.Presenter.Name, p.b.Presenter.Role = m[1], m[2]
	return true
}

// takesExample tells an example that an order is to use: "Use the example of a €1,200 repair: …".
func (p *parser) takesExample(r *reading) bool {
	m := exampleOf.FindStringSubmatch(r.text)
	if m == nil || !p.inEnglish() || p.verbatim {
		return false
	}
	p.orders++
	p.say(brief.Point{Form: brief.Clause, Text: "Take " + prose.Stop(m[1]), Asked: true}, r.Sentence)
	return true
}

// exampleOf orders an example.
var exampleOf = pattern.New(`(?i)^(?:please )?(?:use|take|give|include|show|add|with) (?:the |this |an |a |as an |as )?example(?: of|:)?:? (.+)$`)

// asksReader is what a sales message asks of its reader.
func (p *parser) asksReader(r *reading) bool {
	m := asksFor.FindStringSubmatch(r.text)
	if m == nil || !p.inEnglish() || p.b.Purpose != brief.Outreach || prose.URL(m[1]) != "" || prose.Mail(m[1]) != "" {
		return false
	}
	p.orders++
	p.say(brief.Point{Form: brief.Offer, Text: prose.Unstop(m[1]), Role: brief.Action, Asked: true}, r.Sentence)
	return true
}

// whereToFindUs keeps "Find us at the harbour" as what viewers are to do.
func (p *parser) whereToFindUs(r *reading) bool {
	if !p.inEnglish() || p.verbatim || p.first() || prose.Words(r.text) > 12 || !findUs.MatchString(r.text) {
		return false
	}
	p.said++
	p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(r.text), Role: brief.Action, Asked: true}, r.Sentence)
	return true
}

// pointsBelow drops what points the agent to files that are read anyway.
func (p *parser) pointsBelow(r *reading) bool {
	if !p.inEnglish() || !sourceBelow.MatchString(r.text) {
		return false
	}
	p.orders++
	return true
}

// sentBy is who sends a message, and as what.
var sentBy = pattern.New(`^From (\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+)(?:, ([^.]{2,40}))?$`)

// nextUp says what comes next of what the video tells.
var nextUp = pattern.New(`(?i)^(?:next|next up|up next|coming up|coming soon|next steps?): .*(?:\d|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|week|month|year|spring|summer|autumn|winter|quarter)\b)`)

// noteLabel stands before something that must not be missed.
var noteLabel = pattern.New(`(?i)^(?:please )?(?:note|nb|n\.b\.|important):\s+(.+)$`)

// asksFor is what a sales message asks of its reader.
var asksFor = pattern.New(`(?i)^(?:(?:end|close|finish) (?:with|by) )?ask(?:ing)? for ((?:an?|\d+|\w+) .{3,60})$`)

// sourceBelow points the agent to files that are read anyway.
var sourceBelow = pattern.New(`(?i)^(?:please )?(?:use|see|take|draw on|refer to|read|follow|rely on|stick to|base (?:it|this|the video) on) (?:only |just |all )?(?:(?:the |our |my )?(?:facts?|figures?|data|numbers?|information|info|details?|content|points?|text|messages?) (?:in|from|of) )?(?:the |my |our |this |these )?` + sourceWord + `\b[^.!?,;]{0,40}[.!?]?$`)
