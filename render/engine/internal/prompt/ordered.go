package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/commission"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// ordered takes off the English sentence that orders the video where it will be seen and how
// it is to be, whatever stands between them, and leaves the order that the other readers know.
func (p *parser) ordered(r *reading) bool {
	if !p.ordersHere() || p.orders > 0 {
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

// ofItself is what a thing does, and nothing else.
var ofItself = pattern.New(`(?i)^(?:what it (?:does|can do|is|offers)|how it works|it)$`)

// noNoun stands for what is made, without naming it.
var noNoun = pattern.New(`(?i)\b(?:something|piece|loop|slideshow|presentation|psa|public service announcement)$`)

// inSteps is into how much something is parted.
var inSteps = pattern.New(`(?i)^in (?:\d+|two|three|four|five|six|seven|eight|ten|a few|just \w+) (?:\w+ )?(?:steps|parts|points|tips|chapters|sections|sentences|scenes)$`)

// styled is a video that is to be like another kind of them: "film trailer style video".
var styled = pattern.New(`(?i)^.*[- ](?:style|feel|look|type) (?:video|clip|film|reel)$`)

// aName is a word that can be somebody's name.
var aName = pattern.New(`\p{Lu}\p{Ll}`)

// whomHow is whom a video teaches, and what.
var whomHow = pattern.New(`(?i)^(?:to )?((?:[\p{L}'’-]+ ){0,4}?[\p{L}'’-]+) ((?:how|what|why|when|where) .+)$`)

// helping is whom a video helps, and with what.
var helping = pattern.New(`(?i)^((?:[\p{L}'’-]+ ){0,4}?[\p{L}'’-]+) (?:to )?(?:understand|explain|learn|see|present|discuss|get to know|compare) ((?:about |how |what |why |the |our |their |a ).+)$`)
