package prompt

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// isRule drops lines that part a prompt and say nothing: "---".
func (p *parser) isRule(r *reading) bool {
	return r.text == "" || r.text == "---" || strings.Trim(r.text, "-=_*#. ") == ""
}

// ofMaterial keeps what a video is made from: nothing in it is an order.
func (p *parser) ofMaterial(r *reading) bool {
	if !p.material {
		return false
	}
	if p.said++; !p.warning(r.text, r.Sentence) && !p.asks(r.text, r.Sentence) {
		p.statement(r.text, r.Sentence)
	}
	return true
}

// quotedWhole takes a sentence in quotation marks as the words to say.
func (p *parser) quotedWhole(r *reading) bool {
	q, ok := prose.Unquote(r.text)
	if ok {
		p.say(brief.Point{Form: brief.Clause, Text: q, Verbatim: true, Asked: true}, r.Sentence)
	}
	return ok
}

// unmarked takes off what is written to the reader of the prompt: marks of wonder, where
// a file is, the kind of the video. "…; can't make it?" leads on to what comes next.
func (p *parser) unmarked(r *reading) bool {
	if !p.inEnglish() || p.verbatim {
		return false
	}
	if makeOfThis.MatchString(r.text) || p.orders == 0 {
		r.text = onDuty.ReplaceAllString(r.text, "$1 onsite")
	}
	if prose.Words(r.text) <= 6 && prose.Duration(r.text) > 0 {
		r.text = pleaseLast.ReplaceAllString(r.text, "$1") // "30 seconds please"
	}
	r.text = seeFile.ReplaceAllString(bareMark.ReplaceAllString(r.text, ""), "")
	if p.first() {
		r.text = shortThen.ReplaceAllString(r.text, "$1 $2")
		r.text = kindAside.ReplaceAllString(r.text, "") // "what data we store (privacy video)"
		if m := taskLabel.FindStringSubmatch(r.text); m != nil {
			r.text = prose.Upper(m[1])
		}
		if m := textLabel.FindStringSubmatch(r.text); m != nil && p.isClause(m[2]) {
			p.b.Purpose = cmp.Or(p.b.Purpose, grammar.PurposeOf(m[1]))
			p.b.NoteOn(r.Line, "what the text is is not said: "+m[1], prose.FirstWords(m[1], 2))
			r.text = prose.Upper(m[2])
		}
		r.text = inShort.ReplaceAllString(r.text, ":")
	}
	if a, b, ok := strings.Cut(r.text, "; "); ok && strings.HasSuffix(b, "?") && prose.Words(b) <= 4 {
		p.sentence(prose.Sentence{Text: prose.Stop(a), Line: r.Line, Col: r.Col})
		p.sentence(prose.Sentence{Text: prose.Upper(b), Line: r.Line, Col: r.Col})
		return true
	}
	return false
}

// reordered puts an order into the words that the grammar knows.
func (p *parser) reordered(r *reading) bool {
	if p.orders > 0 || p.verbatim || p.said > 0 && !p.isMake(r.text) && !(p.said == 1 && p.inEnglish() && explainsTo.MatchString(r.text)) {
		return false
	}
	r.text = p.asOrdered(p.withoutLength(r.text, r.Line), r.Line)
	if r.text == carriedOut {
		p.orders++
		return true
	}
	return false
}

// politely takes off the ways of asking.
func (p *parser) politely(r *reading) bool {
	r.text = p.polite(p.requested(r.text))
	return false
}

// shortThen is a short thing with another trait, and none of the films that are called
// shorts: "a short, clear video".
var shortThen = pattern.New(`(?i)\b(an?) short,? (?:and |but )?((?:(?:clear|simple|friendly|punchy|crisp|honest|practical|engaging|lively|warm|calm|upbeat|fun|funny|sharp|snappy|informative|helpful|professional|energetic|cheerful|inspiring|modern|clean|plain|light|positive),? (?:and |but )?){1,3}(?:[\p{L}-]+ )?(?:video|clip|film|explainer|spot|reel|message|update|piece)s?\b)`)

// withMoreAt is [parser.moreAt] in its place.
func (p *parser) withMoreAt(r *reading) bool {
	if p.inEnglish() && !p.verbatim {
		r.text = p.moreAt(r.text)
	}
	return false
}

// withoutLead takes the connectives off: "Then, at the end, show …".
func (p *parser) withoutLead(r *reading) bool {
	r.body = p.stripLead(r.text)
	return false
}

// chained carries out the orders of "start with X, then show Y" one by one.
func (p *parser) chained(r *reading) bool {
	a, b, ok := p.chain(r.text)
	if ok {
		p.sentence(prose.Sentence{Text: a, Line: r.Line, Col: r.Col})
		p.sentence(prose.Sentence{Text: prose.Upper(b), Line: r.Line, Col: r.Col})
	}
	return ok
}

// bareMark is a mark in brackets, by which a writer marvels: "baked for 36 hours (!)".
var bareMark = pattern.New(`\s\([!?]+\)`)

// kindAside is the kind of a video in brackets.
var kindAside = pattern.New(`(?i)\s\((?:[\p{L}-]+ ){0,3}(?:video|clip|explainer|film|spot|reel)\)`)

// taskLabel heads an order that begins with its verb: "Internal: please explain to everyone why …".
var taskLabel = pattern.New(`(?i)^(?:internal|request|task|to-?do|urgent|asap|ask|job|idea|favou?r)(?: (?:only|request|video))?\s?[:–—-] ((?:please|pls|can|could|would|make|create|explain|tell|show|announce|remind|thank|invite|describe|introduce|present|promote|write|film|we need|i need)\b.+)$`)

// textLabel says what kind of text stands behind it: "Product blurb: The Fernway 30 is …".
var textLabel = pattern.New(`(?i)^((?:[\p{L}-]+ ){0,2}(?:blurb|copy|text|message|e-?mail|post|draft|description|caption|background|context|source|teaser text|story|case study|testimonial)): (.+)$`)

// onDuty is where people are, which is nothing that a video is about: "for everyone on site".
var onDuty = pattern.New(`(?i)\b(everyone|everybody|all|staff|people|crew|workers|visitors|guests|contractors) on site\b`)

// inShort says that facts are few: "Our programme in short: …" is no short.
var inShort = pattern.New(`(?i) (?:in (?:short|brief|a nutshell)|at a glance):`)

// seeFile points the reader to a file.
var seeFile = pattern.New(`(?i)\s?\((?:please )?(?:see|from|as in|cf\.?|refer to) (?:the |our )?(?:attached |enclosed |context )?(?:csv|files?|spreadsheet|sheet|excel|table|attachments?|appendix|deck|docs?|document|pdf|data)\b[^()]{0,24}\)|\s?\((?:the )?(?:csv|files?|spreadsheet|excel|table|attachments?|notes|document|pdf|numbers|data) (?:is |are )?(?:attached|enclosed|below|in the context|see attachment)\)`)

// toThem tells the viewers what the first fact says of them: "Video for visitors. They must
// wear a vest." is told as "You must wear a vest".
func (p *parser) toThem(r *reading) bool {
	if p.inEnglish() && !p.verbatim && !p.material && p.orders > 0 && p.said == 0 && len(p.b.Points) == 0 && p.b.Audience != "" && theyFirst.MatchString(r.text) && (p.b.Subject == "" || theyMust.MatchString(r.text)) {
		r.text = ofThem(r.text)
	}
	return false
}

var (
	theyFirst = pattern.New(`^(?:They|Their) \p{Ll}`)
	// theyMust is said of people, whatever else the video is about.
	theyMust = pattern.New(`^(?:They (?:must|should|need to|have to)|Their) `)
)
