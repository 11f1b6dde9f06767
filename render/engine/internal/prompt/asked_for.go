package prompt

import (
	"strings"

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
		`|(?:i|we)['’](?:d|ll) need` +
		`|i (?:was|am) wondering (?:if|whether) (?:you|someone|we) (?:could|can|might) (?:please )?(?:make|create|do|produce|film|record|put together|help (?:me|us) with)` +
		`|(?:it )?would be (?:great|nice|good|lovely|helpful|cool) (?:to (?:have|get)|if (?:you|we) could (?:get|have|make|create|do|produce|put together))` +
		`|(?:would|do) you mind (?:making|creating|doing|producing|filming|recording|putting together)` +
		`|(?:please )?help (?:me|us) with` +
		`|(?:my|our|the) (?:boss|ceo|cfo|coo|cto|manager|director|team|board|client|[\p{L}]+ (?:team|department|manager|director)) (?:wants|needs|asked (?:me )?for|would like|is asking for|has asked for|requires)) ` +
		`(?:me |us )?((?:an?|some|one|the|another|this) .*)$`)
	// wantsTo is who wants to tell something. Group 1 is the order.
	wantsTo = pattern.New(`(?i)^(?:i|we) (?:want|need|wish|hope|plan|have|would like|am going|are going|are trying) to ((?:pitch|explain|tell|show|announce|thank|invite|remind|introduce|present|promote|advertise|teach|convince|persuade|inform|let|welcome|congratulate|apologi[sz]e|compare|warn) .+)$|^(?:i|we)['’](?:d (?:like|love)|re going|m going|re trying|m trying) to ((?:pitch|explain|tell|show|announce|thank|invite|remind|introduce|present|promote|advertise|teach|convince|persuade|inform|let|welcome|congratulate|apologi[sz]e|compare|warn) .+)$`)
	// pleaseLast ends a request.
	pleaseLast = pattern.New(`(?i),? (?:please|pls|plz|thanks|thank you|if possible|would you|could you)\s*([.?!]*)$`)
)

// asksForVideo makes an order of a request.
func (p *parser) asksForVideo(r *reading) bool {
	if !p.inEnglish() || p.verbatim {
		return false
	}
	if m := wantsTo.FindStringSubmatch(r.text); m != nil && p.first() {
		r.text = prose.Upper(m[1] + m[2])
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
