package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/commission"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// ordered takes off the English sentence that orders the video where it will be seen and how
// it is to be, whatever stands between them, and leaves the order that the other readers know.
func (p *parser) ordered(r *reading) bool {
	if !p.inEnglish() || p.verbatim || p.material {
		return false
	}
	if m := itShould.FindStringSubmatch(r.text); m != nil && p.orders == 1 && p.said == 0 && p.b.Subject+p.b.Title == "" && actVerbs[strings.ToLower(m[1])] != "" {
		p.orders = 0 // the order before it says nothing of what the video is
		r.text = "Make a video to " + m[1] + m[2]
	}
	if m := toTheTeam.FindStringSubmatch(r.text); m != nil && p.orders+p.said > 0 && p.isOrder(prose.Upper(m[1])) {
		r.text = prose.Upper(m[1]) // "Team: please keep it to 30 seconds"
	}
	if m := addsThing.FindStringSubmatch(r.text); m != nil && p.orders > 0 {
		r.text = prose.Upper(m[1]) // "Add our rating: 4.7 of 5"
	}
	if m := invitesThem.FindStringSubmatch(prose.Unstop(r.text)); m != nil && p.b.Audience == "" && p.meansPeople(m[1]) {
		p.orders++ // "Invite families from the neighbourhood"
		p.meantFor(m[1]+m[2], r.Line)
		return true
	}
	if m := signsOff.FindStringSubmatch(prose.Unstop(r.text)); m != nil && p.orders+p.said > 0 && p.b.Presenter.Name == "" {
		p.orders++
		p.b.Presenter.Name, p.b.Presenter.Role = m[1], prose.Upper(m[2])
		p.b.NoteOn(r.Line, "understood: signed by "+m[1], m[1])
		return true
	}
	if p.orders > 0 {
		return false
	}
	if m := inviteWhen.FindStringSubmatch(prose.Unstop(r.text)); m != nil && p.said == 0 {
		p.orders++ // "Film club invite: Thursday 8 pm, room 2.04"
		p.b.Subject, p.b.Purpose = "our "+strings.ToLower(m[1][:1])+m[1][1:], brief.Event
		p.say(brief.Point{Form: brief.When, Text: m[2], Asked: true}, prose.Sentence{Text: m[2], Line: r.Line, Col: r.Col})
		return true
	}
	if m := forPlace.FindStringSubmatch(prose.Unstop(r.text)); m != nil && p.said == 0 && !p.isClause(m[2]) {
		p.orders++ // "For our help center: your invoice explained"
		p.b.Title = prose.Upper(m[2])
		p.b.NoteOn(r.Line, "understood: seen at "+m[1], m[1])
		return true
	}
	if text := p.lengthLast(r); text != "" {
		r.text = text
	}
	if m := makesThem.FindStringSubmatch(r.text); m != nil && (p.isMake(m[1]) || p.isMake(prose.Upper(m[1]))) {
		p.b.NoteOn(r.Line, "the purpose \""+prose.Clip(m[2], 80)+"\" steers the structure; it is not spoken", m[2])
		r.text = m[1] + "."
	}
	if m := ofSomebody.FindStringSubmatch(r.text); m != nil && p.said == 0 && p.isMake(m[1]) {
		p.sentence(prose.Sentence{Text: m[1] + ".", Line: r.Line, Col: r.Col}) // "about our colleague Tom Reed, who retires on Friday"
		r.text = m[2] + " " + m[3]
		return false
	}
	o, ok := commission.Read(r.text, p.sense())
	if !ok {
		return false
	}
	if !o.Framed && len(o.Places) == 1 && len(o.Settings) == 0 && o.Rest != "" && o.Act == "" && shownAt.MatchString(o.Places[0]) {
		return false // "Weekly menu video for the canteen: …"
	}
	if o.Owner != "" && o.Topic+o.Thing+o.Act+o.Rest == "" {
		if o.Framed && noNoun.MatchString(o.Head) {
			r.text = "Make a video about " + o.Owner // "make a loop for our gym"
		}
		return false // "for our bakery's Instagram" is about the bakery
	}
	for _, s := range o.Settings {
		p.ofTheVideo(s, r.Line)
	}
	for _, s := range o.Places {
		p.b.NoteOn(r.Line, "understood: seen at "+s, s)
		p.direct(" for "+s, r.Line)
	}
	if o.Topic+o.Thing == "" && o.Owner != "" && (o.Act == "" || ofItself.MatchString(o.Object)) && (o.Rest != "" || o.Act != "") {
		o.Thing, o.Act, o.Object = o.Owner, "", "" // "the app store page of our app Pennywise, showing what it does"
		p.withRest(r, o, inSequence(o))
		return false
	}
	if o.Sender != "" && o.Viewers != "" && bossNoun.MatchString(o.Sender) && !aName.MatchString(o.Sender) && p.b.Presenter.Role == "" && p.playedBy(o.Sender) {
		o.Sender, o.Given = "", true
	}
	if m := whomHow.FindStringSubmatch(o.Object); m != nil && o.Act != "" && o.Act != "ask" && o.Rest != "" && o.Viewers+o.Topic == "" && p.meansPeople(m[1]) {
		o.Act, o.Object, o.Viewers, o.Topic, o.Given = "", "", m[1], m[2], true // "teaches new cashiers how to handle returns: …"
	}
	if m := helping.FindStringSubmatch(o.Object); m != nil && o.Act == "help" && o.Viewers+o.Topic == "" && p.meansPeople(m[1]) && o.Head != "" {
		o.Act, o.Object, o.Viewers, o.Topic, o.Given = "", "", m[1], m[2], true // "helps our sales reps explain the difference: …"
	}
	if o.Personal { // "a thank you from the whole team to Dr Weber, who retires on Friday"
		r.text = "Make a thank-you video for " + o.Viewers + strings.TrimSuffix(": "+o.Rest, ": ")
		return false
	}
	if o.Given {
		p.meantFor(o.Viewers, r.Line)
	}
	_, known := grammar.After(p.t.Make, r.text)
	order := ""
	switch {
	case o.Act == "thank" && o.Rest != "" && o.Viewers == "" && p.meansPeople(o.Object):
		o.Head, o.Viewers, o.Act, o.Object = "thank-you video", o.Object, "", ""
		order = inSequence(o)
	case o.Head != "" && (o.Given || o.Act == "" && !known && (o.Framed || noNoun.MatchString(o.Head)) || styled.MatchString(o.Head)):
		order = inSequence(o)
	case o.Head != "" && o.Act != "" && o.Rest != "" && o.Viewers == "" && p.meansPeople(o.Object): // "a video that reassures employees: …"
		o.Act, o.Viewers, o.Object = "", o.Object, ""
		order = inSequence(o)
	case o.Framed && noNoun.MatchString(o.Head) && o.Act == "":
		order = inSequence(o) // "make a loop for our gym"
	case strings.EqualFold(o.Head, "film"): // which is a verb as well
		order = "Make a " + lowerFirst(o.Bare)
	case o.Framed && o.Head != "" && (o.Less || o.Dashed || o.Act != "" && !known):
		order = "Make " + o.Bare
	case o.Less || o.Dashed:
		order = o.Bare
	default:
		return false
	}
	p.withRest(r, o, order)
	return false
}

// lengthLast orders a video by its topic and its length alone: "Security awareness for new
// joiners, under a minute". "" = the sentence is none.
func (p *parser) lengthLast(r *reading) string {
	s := prose.Unstop(r.text)
	i := strings.LastIndex(s, ", ")
	if i < 0 || p.said > 0 || prose.Words(s) > 14 || prose.Duration(s[i+2:]) < 5 || !lengthOnly.MatchString(s[i+2:]) || p.isOrder(s) || grammar.Predicate(s) || p.isMake(s) || strings.ContainsAny(s, ":\"“?") || anyDigit.MatchString(s[:i]) {
		return ""
	}
	p.direct(s[i+2:], r.Line)
	p.b.length(s[i+2:], prose.Duration(s[i+2:]))
	return "Make a video about " + lowerFirst(s[:i])
}

// inviteWhen is an invitation by what it is to and when that is.
var inviteWhen = pattern.New(`^(?i)(?:an? |the |our )?((?:[\p{L}-]+ ){0,3}[\p{L}-]+) (?:invite|invitation|reminder): ((?:(?:on |this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)).{3,60})$`)

// makesThem is what a video makes its viewers feel. Groups: the order, that.
var makesThem = pattern.New(`(?i)^(.*?\b(?:video|clip|film|reel|spot|ad|short|movie)) ((?:that|which|to) (?:makes?|gets?|leaves?) (?:people|viewers|them|everyone|customers|guests|visitors|kids|parents|you) (?:want|wanting|feel|feeling|smile|laugh|curious|hungry|excited|think|say|care|happy|proud)\b[^.!?:]*)[.!?]?$`)

// forPlace is where a video is seen, and its title. Groups: both.
var forPlace = pattern.New(`^(?i:for) ((?i:our|the) (?i:help cent(?:er|re)|website|intranet|app|wiki|faq page|lobby|waiting room|reception|shop|store|newsletter|blog|homepage|knowledge base)(?: [\p{L}]+)?): ([^:.!?]{6,60})$`)

// lengthOnly is how long a video is, in English.
var lengthOnly = pattern.New(`(?i)^(?:(?:about|around|under|max|less than|at most|up to) )?(?:\d+|an?|one|two|three|half a|thirty|sixty|ninety|forty[- ]five)[ -]?(?:s|secs?|seconds?|mins?|minutes?)(?: (?:long|max|or less))?$`)

// addsThing adds what stands behind a colon.
var addsThing = pattern.New(`(?i)^(?:please |also |and )*add ((?:our|the|my|their) [\p{L} -]{3,30}: .+)$`)

// invitesThem is whom a video invites, where it was told to what. Groups: who, from where.
var invitesThem = pattern.New(`(?i)^(?:please )?invite ((?:(?:all|our|the|local|young) )*[\p{L}-]+s|everyone|everybody|people)((?: (?:from|of|in|at) [\p{L} '’-]{3,40})?)$`)

// signsOff is who a message ends with. Groups: the name, the post.
var signsOff = pattern.New(`^(?i:sign(?:ed)?(?: it)?(?: off)?(?: (?:from|by|as|with))|signature:?) (\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]+){1,2})(?:,? (?:our )?([\p{L}][\p{L} &-]{2,40}))?$`)

// toTheTeam addresses those who make the video, in the middle of its content.
var toTheTeam = pattern.New(`(?i)^(?:(?:to the |dear )?(?:team|editors?|producers?|agent|studio|video team|creator)|note to (?:the )?(?:team|editor|producer|agent|self)): (.+)$`)

// withRest leaves an order and what stands behind its colon, which is a sentence by itself where
// the order has a topic and the rest is no row of things.
func (p *parser) withRest(r *reading, o *commission.Order, order string) {
	if o.Rest == "" {
		r.text = order + "."
		return
	}
	if o.Act != "" || o.Topic+o.Thing == "" || len(p.splitItems(o.Rest)) > 2 {
		r.text = order + ": " + o.Rest
		return
	}
	p.sentence(prose.Sentence{Text: order + ".", Line: r.Line, Col: r.Col})
	r.text = prose.Upper(o.Rest)
}

// sense is what the parser knows of words.
func (p *parser) sense() commission.Sense {
	return commission.Sense{
		People: p.meansPeople,
		Setting: func(s string) bool {
			tail := p.t.Tail.FindStringIndex(" " + s + " ")
			return inSteps.MatchString(s) || p.production(s) || tail != nil && tail[0] <= 1
		},
		Act: func(w string) string { return actVerbs[w] },
	}
}

// inSequence is an order in the sequence that every reader knows: "Make a KIND for WHOM about
// TOPIC".
func inSequence(o *commission.Order) string {
	s := "Make a " + noNoun.ReplaceAllString(styled.ReplaceAllString(smallOnly.ReplaceAllString(o.Head, ""), "video"), "video")
	if o.Title != "" {
		s += ` called "` + o.Title + `"`
	}
	if o.Sender != "" {
		s += " from " + o.Sender
	}
	if o.Viewers != "" && !o.Given {
		s += " for " + o.Viewers
	}
	switch {
	case o.Topic != "" && o.Thing != "":
		s += " for " + o.Thing + " about " + o.Topic
	case o.Topic+o.Thing != "":
		s += " about " + o.Topic + o.Thing
	}
	if o.Act != "" {
		s += " to " + o.Act + " " + o.Object
	}
	return s
}

// ofSomebody is an order about a person and what they do. Groups: the order, the name, the rest.
var ofSomebody = pattern.New(`^(.+? (\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]+){1,2})(?:, [^,:.]{3,40})?),? who ((?:\p{Ll}+(?:s|ed)|was|will|can|won|built|led|ran|grew|came|began) [^:]+?)[.!]?$`)

// ofItself is what a thing does, and nothing else.
var ofItself = pattern.New(`(?i)^(?:what it (?:does|can do|is|offers)|how it works|it)$`)

// noNoun stands for what is made, without naming it.
var noNoun = pattern.New(`(?i)\b(?:something|piece|loop|slideshow|presentation|psa|public service announcement)$`)

// inSteps is into how much something is parted.
var inSteps = pattern.New(`(?i)^in (?:\d+|two|three|four|five|six|seven|eight|ten|a few|just \w+) (?:\w+ )?(?:steps|parts|points|tips|chapters|sections|sentences|scenes)$`)

// itShould tells in a sentence of its own what the video that was ordered does. Groups: the
// verb, the rest.
var itShould = pattern.New(`(?i)^(?:it|the (?:video|clip|film|reel|thing)|this|i want it|i(?:['’]d| would) like it) (?:should|needs to|must|has to|will|would|to)(?: also| basically| just| simply)? (\p{L}+)( .+)$`)

// styled is a video that is to be like another kind of them: "film trailer style video".
var styled = pattern.New(`(?i)^.*[- ](?:style|feel|look|type) (?:video|clip|film|reel)$`)

// aName is a word that can be somebody's name.
var aName = pattern.New(`\p{Lu}\p{Ll}`)

// whomHow is whom a video teaches, and what.
var whomHow = pattern.New(`(?i)^(?:to )?((?:[\p{L}'’-]+ ){0,4}?[\p{L}'’-]+) ((?:how|what|why|when|where) .+)$`)

// helping is whom a video helps, and with what.
var helping = pattern.New(`(?i)^((?:[\p{L}'’-]+ ){0,4}?[\p{L}'’-]+) (?:to )?(?:understand|explain|learn|see|present|discuss|get to know|compare) ((?:about |how |what |why |the |our |their |a ).+)$`)
