package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

var forTail = pattern.New(`(?i)^[.!]?$|^ (?:for|to) `)
var inBefore = pattern.New(`(?i) (?:in|en|em|dans|binnen)(?: (?:nur|maximal|etwa|solo|sólo|unos|apenas|seulement|environ|circa|ongeveer|zo['’]n))? $`)

var lengthBefore = pattern.New(`(?i)^(?:in|within|under|en|em|dans|binnen)(?: (?:about|around|only|just|under|less than|no more than|at most|unter|etwa|höchstens|menos de|unos|moins de|environ|meno di|circa|cerca de))? $`)

var lengthBehind = pattern.New(`(?i)^((?:please )?(?:explain|introduce|present|summari[sz]e|sum up|pitch|recap|describe|tell|cover)\b.*?),? in(?: (?:about|around|only|just|under|less than|no more than|at most))? $`)

// limitRE finds a length that the video must not exceed.
var limitRE = pattern.New(`(?i)\b(?:under|less than|no (?:more|longer) than|not (?:more|longer) than|at most|up to|max(?:imum|imal)?\.?|within|below|shorter than|unter|höchstens|weniger als|nicht länger als|menos de|como máximo|máximo|moins d[e'’]|au plus|au maximum|meno di|al massimo|no máximo|minder dan|hooguit|maximaal)\b|أقل من|לכל היותר|פחות מ|עד `)

// thingIn is what is told in a time, before a colon: "Our annual report in 45 seconds: …".
var thingIn = pattern.New(`(?i)^((?:our|the|my) [^:.,]{3,40}?) in (?:about |under |just |only )?$`)

// takesTime may be what the length is of: "how to descale a kettle in two minutes".
var takesTime = pattern.New(`(?i)\b(?:how|why|what|that|which)\b`)

var worksEnd = pattern.New(`(?i)\bhow (?:\S+ ){1,5}works?$`)

// withoutLength takes the video's length off the sentence that orders it: "In 30 seconds,
// explain …", "Introduce Kettle X in 15 seconds".
func (p *parser) withoutLength(text string, line int) string {
	v, from, to := prose.LengthIn(text)
	if v < 5 || v > 600 || toViewer.MatchString(text) {
		return text
	}
	before, behind := text[:from], text[to:]
	if rest := strings.TrimLeft(behind, " ,:–-"); lengthBefore.MatchString(before) && p.isOrder(prose.Upper(rest)) {
		p.understand(line, text[:to], func() { p.b.length(text[:to], v) })
		return prose.Upper(rest)
	}
	if at := inBefore.FindStringIndex(before); at != nil && !p.inEnglish() && p.t.Tell.MatchString(before) && prose.Words(before) <= 9 && (behind == "" || strings.IndexByte(",.:", behind[0]) >= 0 || p.t.Question.MatchString(strings.TrimSpace(behind))) {
		p.understand(line, text[from:to], func() { p.b.length(text[from:to], v) })
		return before[:at[0]] + behind // "Erkläre Hundehaltern in 30 Sekunden, warum …"
	}
	if m := thingIn.FindStringSubmatch(before); m != nil && p.inEnglish() && strings.HasPrefix(behind, ": ") {
		p.understand(line, text[from:to], func() { p.b.length(text[from:to], v) })
		return m[1] + behind
	}
	if m := lengthBehind.FindStringSubmatch(before); m != nil && p.t.Code == "en" && forTail.MatchString(behind) && (!takesTime.MatchString(m[1]) || worksEnd.MatchString(m[1])) {
		p.understand(line, text[:to], func() { p.b.length(text[:to], v) })
		return m[1] + behind
	}
	return text
}

// length takes a length from a direction, and whether it is only a limit.
func (b *draft) length(s string, seconds float64) {
	b.Seconds, b.AtMost = seconds, limitRE.MatchString(s)
}
