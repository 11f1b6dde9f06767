package prompt

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// This file brings the ways in which English asks for a video without ordering it into the
// order that they mean: "Could we get an onboarding video?" is "Create an onboarding video."

var (
	// asksFor asks for something. Group 1 is what for, with its article.
	asksForOne = pattern.New(`(?i)^(?:(?:hi|hey|hello|dear|good (?:morning|afternoon|evening))\b[^,.!?:]{0,40}[,!:–—-]\s*)?(?:(?:so|ok|okay|quick (?:one|ask|question|favou?r|request)|i know (?:it['’]s|this is) [^,]{3,30})[,:–—-]\s*)?(?:if (?:possible|you can|you could|you have time), )?` +
		`(?:(?:can|could|may|might) (?:i|we) (?:please |maybe |perhaps |possibly )?(?:get|have|request|order|ask (?:you )?for)` +
		`|(?:would|is) it (?:be )?possible to (?:get|have|make|create|produce|receive|film|record)` +
		`|(?:is there )?any chance (?:of (?:getting |having )?|(?:that )?(?:you|we) (?:could|can) (?:get|have|make|create|do|produce|film|record))` +
		`|(?:i|we)(?:['’](?:m|re)| am| are) (?:looking for|after|in need of|hoping (?:for|to (?:get|have|make))|looking to (?:make|create|get|have|produce)|planning|preparing|putting together|working on)` +
		`|(?:i|we) (?:require|could use|(?:would|will|['’]ll) need|urgently need|also need|were hoping for|really need)` +
		`|(?:i|we)['’](?:d|ll) need|(?:(?:i|we) would|(?:i|we)['’]d|would) (?:love|like|appreciate)(?: to (?:have|get|see|request|order))?` +
		`|i (?:was|am) wondering (?:if|whether) (?:you|someone|we) (?:could|can|might) (?:please )?(?:make|create|do|produce|film|record|put together|help (?:me|us) with)` +
		`|(?:it )?would be (?:great|nice|good|lovely|helpful|cool) (?:to (?:have|get)|if (?:you|we) could (?:get|have|make|create|do|produce|put together))` +
		`|(?:would|do) you mind (?:making|creating|doing|producing|filming|recording|putting together)` +
		`|(?:please )?help (?:me|us) with` +
		`|(?:my|our|the) (?:boss|ceo|cfo|coo|cto|manager|director|team|board|client|[\p{L}]+ (?:team|department|manager|director)) (?:wants|needs|asked (?:me )?for|would like|is asking for|has asked for|requires)) ` +
		`(?:me |us )?((?:an?|some|one|the|another|this) .*)$`)
	// wantsTo is who wants something told. Group 1 is the order.
	wantsTo = pattern.New(`(?i)^(?:(?:i|we|(?:our|my|the) [\p{L} ]{2,30}?) (?:wants?|needs?|wish|hopes?|plans?|would like|would love|asked|has asked|have|am going|are going|am trying|are trying)|(?:i|we)['’](?:d (?:like|love)|re going|m going|re trying|m trying)) (?:for )?(?:you |me |us )?to ((?:please |briefly |quickly )?(?:pitch|explain|tell|show|announce|thank|invite|remind|introduce|present|promote|advertise|teach|convince|persuade|inform|let|welcome|congratulate|apologi[sz]e|compare|warn|notify|update) .+)$`)
	// ofScript is a script for a video, which is one.
	ofScript = pattern.New(`(?i)\b(?:a |the )?(?:short |quick )?(?:script|storyboard|voice-?over) for (an? (?:[\p{L}\d-]+ ){0,4}?(?:video|clip|reel|film|spot|short)\b)`)
	// videoShould says how the video is to be, and what else it is to do. Groups: how, what else.
	videoShould = pattern.New(`(?i)^(?:the |this |our )?(?:video|clip|film|reel|ad|spot|animation|short) (?:should|must|needs to|has to|ought to|can|could) (?:please )?((?:be|feel|look|sound|have|last|run|use|stay)\b.+?)(?:,? and (?:should |must |also )?((?:end|close|finish|start|open|begin|mention|show|include|say|ask|invite|tell|thank)\b.+))?$`)
	// bothMade makes a video in two steps: "Write and film a sales video".
	bothMade = pattern.New(`(?i)^((?:please )?)(?:write|plan|design|script|shoot|film|record),? (?:and|&|then) (?:film|make|create|produce|shoot|record|edit|animate) `)
	// sellsTo is a message that sells, and to whom: "a sales video to dental practices".
	sellsTo = pattern.New(`^(?i)((?:[\p{L}\d-]+ ){0,5}(?:sales|outreach|pitch|cold|prospecting|follow-up) (?:video|message|clip|pitch)) to ((?-i:\p{Ll})[\p{L} -]+[.!]?)$`)
	// forThing is what a video is for, and orders behind its colon. Groups: what, the orders.
	forThing = pattern.New(`(?i)^for ((?:our|the|my|a|an) [^:.,]{3,60}): ((?:greet|welcome|tell|thank|mention|explain|show|say|introduce|ask|remind|invite|cover|describe)\b.+)$`)
	// lateKind orders behind the facts what they are to become, and may go on with another
	// order. Groups: the kind of video, the other order.
	lateKind = pattern.New(`(?i)^(?:please |pls )?(?:make|turn) (?:it|this|that|them|these) (?:all )?(?:into )?((?:an? )(?:[\p{L}\d-]+,? ){0,5}?(?:video|clip|reel|film|short|spot|ad|teaser|trailer|message|announcement|explainer))(?: (?:please|for (?:instagram|linkedin|facebook|tiktok|youtube|our (?:website|intranet|socials))))?(?:,? (?:and|then|which|that) (?:then |also |please )?((?:ask|tell|invite|thank|remind|encourage|mention|say|end|close|finish|start|open|use|keep|show|add|include)\b.+))?[.!]?$`)
	// hiAgent greets whoever makes the video by name, before an order.
	hiAgent = pattern.New(`^(?i:hi|hey|hello|dear|hiya) (?:\p{Lu}[\p{L}'’-]+|(?i:there|all|team|both))\s?[,!–-]\s*(?:(?i:hope you['’]?re well|hope all is well|quick one|thanks for (?:your|the) [\p{L} ]{3,30})[.,!:–-]\s*)?((?i:pls|plz|please|could|can|would|we need|i need|we['’]d|i['’]d|make|create|turn)\b.*)$`)
	// pleaseFirst begins one.
	pleaseFirst = pattern.New(`(?i)^(?:pls|plz|please),? `)
	// pleaseLast ends a request.
	pleaseLast = pattern.New(`(?i),? (?:please|pls|plz|thanks|thank you|if possible|would you|could you)\s*([.?!]*)$`)
)

// presentsWriter drops who writes to the agent, where an order follows: "Hello, I'm the
// secretary of a small choir."
func (p *parser) presentsWriter(r *reading) bool {
	if !p.inEnglish() || p.verbatim || p.hails || !p.first() || !writerIs.MatchString(r.text) {
		return false
	}
	p.b.NoteOn(r.Line, "who writes is not said: "+prose.Clip(prose.Unstop(r.text), 60), prose.FirstWords(r.text, 3))
	return true
}

// writerIs is how a writer presents themselves, by what they do and not by name.
var writerIs = pattern.New(`(?i)^(?:(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening))\b[^,.!?]{0,24}[,!–-]\s*)(?:i['’]m|i am|i work|i run|i manage|i['’]m writing|i am writing|it['’]s \p{L}+ from|this is \p{L}+ from|my name is|\p{L}+ from \p{L}+ here)\b[^.!?]*[.!]?$`)

// asksForVideo makes an order of a request.
func (p *parser) asksForVideo(r *reading) bool {
	if !p.inEnglish() || p.verbatim {
		return false
	}
	if m := forThing.FindStringSubmatch(r.text); m != nil && p.first() {
		p.sentence(prose.Sentence{Text: "Create a video about " + m[1] + ".", Line: r.Line, Col: r.Col})
		p.sentence(prose.Sentence{Text: prose.Upper(m[2]), Line: r.Line, Col: r.Col})
		return true
	}
	if m := lateKind.FindStringSubmatch(r.text); m != nil {
		p.orders++
		p.understand(r.Line, m[1], func() {
			p.b.Purpose = cmp.Or(p.b.Purpose, grammar.PurposeOf(m[1]))
			p.production(m[1])
			p.direct(m[1], r.Line)
		})
		if m[2] != "" {
			p.sentence(prose.Sentence{Text: prose.Upper(m[2]), Line: r.Line, Col: r.Col})
		}
		return true
	}
	if m := hiAgent.FindStringSubmatch(r.text); m != nil && p.first() && !p.hails {
		r.text = prose.Upper(pleaseFirst.ReplaceAllString(m[1], ""))
	}
	if m := videoShould.FindStringSubmatch(r.text); m != nil && p.orders+p.said > 0 && (m[2] != "" || !p.isStyle(r.text)) {
		p.orders++
		p.direct(m[1], r.Line)
		if m[2] != "" {
			p.sentence(prose.Sentence{Text: prose.Upper(m[2]), Line: r.Line, Col: r.Col})
		}
		return true
	}
	r.text = bothMade.ReplaceAllString(ofScript.ReplaceAllString(r.text, "$1"), "${1}Make ")
	if m := sellsTo.FindStringSubmatch(r.text); m != nil && p.first() {
		p.orders++
		p.ofTheVideo(m[1], r.Line)
		p.b.Purpose = cmp.Or(p.b.Purpose, brief.Outreach)
		p.meantFor(m[2], r.Line)
		return true
	}
	if m := wantsTo.FindStringSubmatch(r.text); m != nil && p.first() && !strings.Contains(m[1], ": ") {
		r.text = prose.Upper(m[1])
		return false
	}
	m := asksForOne.FindStringSubmatch(r.text)
	if m == nil || !p.t.Noun.MatchString(" "+prose.FirstWords(m[1], 8)+" ") {
		return false
	}
	rest := pleaseLast.ReplaceAllString(strings.TrimSpace(m[1]), "$1")
	r.text = "Create " + strings.TrimRight(rest, "? ")
	if strings.HasSuffix(rest, "?") {
		r.text += "."
	}
	return false
}
