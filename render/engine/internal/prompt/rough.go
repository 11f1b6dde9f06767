package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// This file reads the first sentence of an English prompt that asks somebody for a video or
// to tell something, in words that no other reader knows. Nothing of it is said: of an order
// that is understood in part only whom it is for and what it is about are kept.

var (
	// makesFirst begins an order to make something.
	makesFirst = pattern.New(`(?i)^(?:please |pls |hi,? |hey,? )*(?:(?:can|could|would|will|might) (?:you|someone|somebody|anyone|anybody|we|one of you|the team|(?:our|the|my) [\p{L}-]+(?: team| department)?) (?:please |maybe |perhaps )?)?(?:make|create|draft|write|prepare|produce|design|film|shoot|record|animate|edit|cut|put|build|generate|turn|convert|do|craft|develop|give|send|get|knock|whip|help|have|need|want|looking)\b`)
	// wantsFirst begins a wish for one.
	wantsFirst = pattern.New(`(?i)^(?:i|we|(?:our|the|my) (?:[\p{L}-]+ ){1,3}?)(?:['’](?:d|re|m)|would|need|want|am|are|is|needs|wants)\b`)
	// tellsOfIt begins an order to tell something as a whole. Group 1 is what is told.
	tellsOfIt = pattern.New(`(?i)^(?:please )?(?:tell|give|show|present|write|do|make|create|share|put together|prepare|take)\b[^.:,]{0,40}?\b(?:the |a |an |our |my )(?:(?:quick|short|brief|little|virtual|guided|simple|honest|personal|whole|true) )*(?:story|tour|overview|summary|introduction|history|recap|look|walkthrough|portrait|profile|explanation|idea|taste|glimpse|preview|rundown) (?:of|to|at|into|through|about) (.+)$`)
	// explainsTo begins an order to explain something to somebody.
	explainsTo = pattern.New(`(?i)^(?:please )?(?:explain|describe|show|tell|teach|present|introduce|demonstrate|clarify|outline)\b`)
	// saysYou speaks to viewers, who are asked for no video.
	saysYou = pattern.New(`(?i)\byour?\b`)
	// askedWhat begins what is explained.
	askedWhat = pattern.New(`(?i)\b(?:how|why|what|when|where|which)\s`)
	// aboutWhat begins the topic of a video.
	aboutWhat = pattern.New(`(?i)\b(?:about|regarding|concerning|covering)\s`)
	// namesWhom begins those whom it is for.
	namesWhom = pattern.New(`(?i)\b(?:for|to)\s((?:(?:all|our|the|my|your|every|new|any) )*[^.,:?!]+)`)
)

// roughly takes the first sentence for an order where it is one, whatever else it says.
func (p *parser) roughly(r *reading) bool {
	if !p.inEnglish() || p.verbatim || p.material || !p.first() || p.hails && saysYou.MatchString(r.text) || strings.ContainsAny(r.text, "\"“") || strings.Contains(r.text, ": ") {
		return false
	}
	text := prose.Unstop(pleaseLast.ReplaceAllString(r.text, "$1"))
	text = strings.TrimRight(text, "? ")
	told, noun := tellsOfIt.FindStringSubmatchIndex(text), p.asksVideo(text)
	from := -1 // of the topic
	switch {
	case told != nil:
		from = told[2]
	case noun > 0:
		if at := aboutWhat.FindStringIndex(text[noun:]); at != nil {
			from = noun + at[1]
		} else if at := askedWhat.FindStringIndex(text[noun:]); at != nil {
			from = noun + at[0]
		}
	case explainsTo.MatchString(text):
		at := askedWhat.FindStringIndex(text)
		if at == nil || !namesWhom.MatchString(text[:at[0]]) {
			return false
		}
		from = at[0]
	default:
		return false
	}
	lead, topic := text, ""
	if from >= 0 {
		lead, topic = text[:from], strings.TrimSpace(text[from:])
	}
	p.orders++
	who, cut := p.namedIn(lead), 0
	if who == "" {
		who, cut = p.whoAtEnd(topic)
		topic = topic[:len(topic)-cut]
	}
	lead = strings.TrimSpace(lead)
	p.ofTheVideo(lead, r.Line)
	if who != "" {
		p.meantFor(who, r.Line)
	} else if cut > 0 {
		p.direct(text, r.Line)
	}
	topic = strings.TrimSpace(toYou(topic))
	switch {
	case topic == "":
	case askedWhat.MatchString(topic) && askedWhat.FindStringIndex(topic)[0] == 0:
		p.say(brief.Point{Form: brief.How, Text: topic, Role: brief.Hook, Asked: true}, r.Sentence)
	default:
		p.subject(topic, r.Line)
	}
	return true
}

// asksVideo is where the noun ends in a sentence that asks for a video, 0 = it asks for none.
func (p *parser) asksVideo(text string) int {
	at := p.t.Noun.FindStringIndex(" " + text + " ")
	if at == nil || at[0] > 90 || !makesFirst.MatchString(text) && !(wantsFirst.MatchString(text) && p.isMake("Make a "+text[max(0, at[0]-1):])) {
		return 0
	}
	return min(len(text), at[1]-1)
}

// namedIn is whom an order names: "a clip for our donors".
func (p *parser) namedIn(lead string) string {
	for _, m := range namesWhom.FindAllStringSubmatch(lead, -1) {
		who := strings.TrimSpace(m[1])
		if p.t.People.MatchString(" "+who+" ") && !onPlatform.MatchString(who) && grammar.Tags(who)[0].Tag != "VB" {
			return who
		}
	}
	return ""
}

// whoAtEnd is whom a topic ends with, or where the video is shown, and how many bytes that
// takes: "the space for people thinking about joining".
func (p *parser) whoAtEnd(topic string) (who string, cut int) {
	i := strings.LastIndex(topic, " for ")
	if i < 0 {
		return "", 0
	}
	who = strings.TrimSpace(topic[i+5:])
	switch {
	case onPlatform.MatchString(who):
		return "", len(topic) - i
	case p.t.People.MatchString(" "+who+" ") && !strings.ContainsAny(who, ","):
		return who, len(topic) - i
	}
	return "", 0
}
