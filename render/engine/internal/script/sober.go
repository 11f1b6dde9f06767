package script

import "gitops.video/render/render/engine/internal/pattern"

// soberRE tells news that nobody is glad of: an apology, trouble that is reported, goods
// that are called back.
var soberRE = pattern.New(`(?i)\b(?:apolog(?:y|ies|i[sz]e[sd]?|i[sz]ing)|(?:we are|we['’]re|i am|i['’]m) (?:very |truly |deeply |so |really )?sorry|outages?|incident (?:report|review|update|notice)|data breach|product recalls?|recall notice|(?:is|are) recalling|(?:was|were|been|has|have) recalled|passed away|condolences|lay-?offs?|redundanc(?:y|ies)|degraded|post-?mortem|root cause|maintenance (?:window|work)|planned maintenance|downtime|boil water|power cut|(?:nobody|no one|no-one) (?:was|got) (?:hurt|injured))\b`)

// sober tells whether a video has to keep a straight face: it teases with no number, asks
// its viewers nothing back, and tells nothing twice to fill its time.
func (w *writer) sober() bool {
	return w.Wording.Code == "en" && soberRE.MatchString(w.r.Spec.PositivePrompt)
}
