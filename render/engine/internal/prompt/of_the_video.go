package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// This file reads English sentences that say of a video whom, when, where or by whom it is, and
// puts those that are half an order into the words of a whole one, before ordered.go reads it.

// ordersHere tells whether the prompt may order something in English at this place.
func (p *parser) ordersHere() bool { return p.inEnglish() && !p.verbatim && !p.material }

// saysWhatItDoes orders what a second sentence says of the video: "It should …".
func (p *parser) saysWhatItDoes(r *reading) bool {
	if m := itShould.FindStringSubmatch(r.text); m != nil && p.ordersHere() && p.orders == 1 && p.said == 0 && p.b.Subject+p.b.Title == "" && actVerbs[strings.ToLower(m[1])] != "" {
		p.orders = 0 // the order before it says nothing of what the video is
		r.text = "Make a video to " + m[1] + m[2]
	}
	return false
}

// toMakers takes the address off what is said to those who make the video, and off what they
// are to add: "Team: please keep it to 30 seconds", "Add our rating: 4.7 of 5".
func (p *parser) toMakers(r *reading) bool {
	if !p.ordersHere() {
		return false
	}
	if m := toTheTeam.FindStringSubmatch(r.text); m != nil && p.orders+p.said > 0 && p.isOrder(prose.Upper(m[1])) {
		r.text = prose.Upper(m[1])
	}
	if m := addsThing.FindStringSubmatch(r.text); m != nil && p.orders > 0 {
		r.text = prose.Upper(m[1])
	}
	return false
}

// invitesPeople keeps whom a video invites: "Invite families from the neighbourhood".
func (p *parser) invitesPeople(r *reading) bool {
	m := invitesThem.FindStringSubmatch(prose.Unstop(r.text))
	if m == nil || !p.ordersHere() || p.b.Audience != "" || !p.meansPeople(m[1]) {
		return false
	}
	p.orders++
	p.meantFor(m[1]+m[2], r.Line)
	return true
}

// signedBy keeps who a message ends with: "Sign off from Clara Meyer, head of service".
func (p *parser) signedBy(r *reading) bool {
	m := signsOff.FindStringSubmatch(prose.Unstop(r.text))
	if m == nil || !p.ordersHere() || p.orders+p.said == 0 || p.b.Presenter.Name != "" {
		return false
	}
	p.orders++
	p.b.Presenter.Name, p.b.Presenter.Role = m[1], prose.Upper(m[2])
	p.b.NoteOn(r.Line, "understood: signed by "+m[1], m[1])
	return true
}

// invitesTo reads what people are invited to, and when: "Film club invite: Thursday 8 pm, room
// 2.04".
func (p *parser) invitesTo(r *reading) bool {
	m := inviteWhen.FindStringSubmatch(prose.Unstop(r.text))
	if m == nil || !p.ordersHere() || p.orders+p.said > 0 {
		return false
	}
	p.orders++
	p.b.Subject, p.b.Purpose = "our "+strings.ToLower(m[1][:1])+m[1][1:], brief.Event
	p.say(brief.Point{Form: brief.When, Text: m[2], Asked: true}, prose.Sentence{Text: m[2], Line: r.Line, Col: r.Col})
	return true
}

// titledFor reads a title behind where it will be seen: "For our help center: your invoice
// explained".
func (p *parser) titledFor(r *reading) bool {
	m := forPlace.FindStringSubmatch(prose.Unstop(r.text))
	if m == nil || !p.ordersHere() || p.orders+p.said > 0 || p.isClause(m[2]) {
		return false
	}
	p.orders++
	p.b.Title = prose.Upper(m[2])
	p.b.NoteOn(r.Line, "understood: seen at "+m[1], m[1])
	return true
}

// withoutAim takes off an order what its video makes people feel: "… that makes people want to
// try it".
func (p *parser) withoutAim(r *reading) bool {
	if m := makesThem.FindStringSubmatch(r.text); m != nil && p.ordersHere() && p.orders == 0 && (p.isMake(m[1]) || p.isMake(prose.Upper(m[1]))) {
		p.b.NoteOn(r.Line, "the purpose \""+prose.Clip(m[2], 80)+"\" steers the structure; it is not spoken", m[2])
		r.text = m[1] + "."
	}
	return false
}

// whatTheyDo makes a fact of what the person does whom a video is about: "about our colleague
// Tom Reed, who retires on Friday".
func (p *parser) whatTheyDo(r *reading) bool {
	if m := ofSomebody.FindStringSubmatch(r.text); m != nil && p.ordersHere() && p.orders+p.said == 0 && p.isMake(m[1]) {
		p.sentence(prose.Sentence{Text: m[1] + ".", Line: r.Line, Col: r.Col})
		r.text = m[2] + " " + m[3]
	}
	return false
}

// lengthLast orders a video by its topic and its length alone: "Security awareness for new
// joiners, under a minute".
func (p *parser) lengthLast(r *reading) bool {
	s := prose.Unstop(r.text)
	i := strings.LastIndex(s, ", ")
	if i < 0 || !p.ordersHere() || p.orders+p.said > 0 || prose.Words(s) > 14 || prose.Duration(s[i+2:]) < 5 || !lengthOnly.MatchString(s[i+2:]) || p.isOrder(s) || grammar.Predicate(s) || p.isMake(s) || strings.ContainsAny(s, ":\"“?") || anyDigit.MatchString(s[:i]) {
		return false
	}
	p.direct(s[i+2:], r.Line)
	p.b.length(s[i+2:], prose.Duration(s[i+2:]))
	r.text = "Make a video about " + lowerFirst(s[:i])
	return false
}

var (
	// itShould tells in a sentence of its own what the video that was ordered does. Groups: the
	// verb, the rest.
	itShould = pattern.New(`(?i)^(?:it|the (?:video|clip|film|reel|thing)|this|i want it|i(?:['’]d| would) like it) (?:should|needs to|must|has to|will|would|to)(?: also| basically| just| simply)? (\p{L}+)( .+)$`)
	// toTheTeam addresses those who make the video, in the middle of its content.
	toTheTeam = pattern.New(`(?i)^(?:(?:to the |dear )?(?:team|editors?|producers?|agent|studio|video team|creator)|note to (?:the )?(?:team|editor|producer|agent|self)): (.+)$`)
	// addsThing adds what stands behind a colon.
	addsThing = pattern.New(`(?i)^(?:please |also |and )*add ((?:our|the|my|their) [\p{L} -]{3,30}: .+)$`)
	// invitesThem is whom a video invites, where it was told to what. Groups: who, from where.
	invitesThem = pattern.New(`(?i)^(?:please )?invite ((?:(?:all|our|the|local|young) )*[\p{L}-]+s|everyone|everybody|people)((?: (?:from|of|in|at) [\p{L} '’-]{3,40})?)$`)
	// signsOff is who a message ends with. Groups: the name, the post.
	signsOff = pattern.New(`^(?i:sign(?:ed)?(?: it)?(?: off)?(?: (?:from|by|as|with))|signature:?) (\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]+){1,2})(?:,? (?:our )?([\p{L}][\p{L} &-]{2,40}))?$`)
	// inviteWhen is an invitation by what it is to and when that is.
	inviteWhen = pattern.New(`^(?i)(?:an? |the |our )?((?:[\p{L}-]+ ){0,3}[\p{L}-]+) (?:invite|invitation|reminder): ((?:(?:on |this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)).{3,60})$`)
	// forPlace is where a video is seen, and its title. Groups: both.
	forPlace = pattern.New(`^(?i:for) ((?i:our|the) (?i:help cent(?:er|re)|website|intranet|app|wiki|faq page|lobby|waiting room|reception|shop|store|newsletter|blog|homepage|knowledge base)(?: [\p{L}]+)?): ([^:.!?]{6,60})$`)
	// makesThem is what a video makes its viewers feel. Groups: the order, that.
	makesThem = pattern.New(`(?i)^(.*?\b(?:video|clip|film|reel|spot|ad|short|movie)) ((?:that|which|to) (?:makes?|gets?|leaves?) (?:people|viewers|them|everyone|customers|guests|visitors|kids|parents|you) (?:want|wanting|feel|feeling|smile|laugh|curious|hungry|excited|think|say|care|happy|proud)\b[^.!?:]*)[.!?]?$`)
	// ofSomebody is an order about a person and what they do. Groups: the order, the name, the rest.
	ofSomebody = pattern.New(`^(.+? (\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]+){1,2})(?:, [^,:.]{3,40})?),? who ((?:\p{Ll}+(?:s|ed)|was|will|can|won|built|led|ran|grew|came|began) [^:]+?)[.!]?$`)
	// lengthOnly is how long a video is, in English.
	lengthOnly = pattern.New(`(?i)^(?:(?:about|around|under|max|less than|at most|up to) )?(?:\d+|an?|one|two|three|half a|thirty|sixty|ninety|forty[- ]five)[ -]?(?:s|secs?|seconds?|mins?|minutes?)(?: (?:long|max|or less))?$`)
)
