package prompt

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// isMake tells whether a sentence orders the video itself.
func (p *parser) isMake(s string) bool {
	if p.inEnglish() && promotes.MatchString(s) && !madeThing.MatchString(s) {
		return false // "Promote our evening courses"
	}
	rest, ok := grammar.After(p.t.Make, s)
	if ok && strings.HasSuffix(s, "?") && p.t.Code == "en" && needing.MatchString(s) {
		return false // "Need a demo? Call us."
	}
	if ok && p.t.Noun.MatchString(rest) {
		at := p.t.Noun.FindStringIndex(" " + rest + " ")
		return at != nil && prose.Words(rest[:max(0, min(len(rest), at[0]-1))]) <= 12
	}
	if _, _, ok := p.headsBrief(s); ok {
		return true
	}
	// "A 30-second explainer about…", "45s reel for…": no verb before the noun.
	at := p.t.Noun.FindStringIndex(" " + s + " ")
	if at == nil || at[0] > 70 {
		return false
	}
	from, to := prose.ClampSpan(at[0], at[1]-2, s)
	head, tail := s[:from], strings.TrimSpace(s[to:])
	if p.inEnglish() && offersIt.MatchString(head) {
		return false // "Offer a 15-minute demo"
	}
	opening := p.orders == 0 && p.said == 0
	// "Incident review video": a kind of video has no subject of its own.
	kind := opening && p.t.Code == "en" && prose.Words(head) <= 4 && !pronounRE.MatchString(head) && videoNoun.MatchString(s[max(0, min(len(s), at[0])):])
	if prose.Words(head) > 7 || p.isClause(head) && !kind || strings.ContainsAny(head, ".?!") {
		return false
	}
	lower := strings.ToLower(head)
	if !opening && prose.Duration(head) == 0 && !strings.HasPrefix(lower, "a ") && !strings.HasPrefix(lower, "an ") && head != "" && !articleRE.MatchString(head) {
		return false
	}
	for { // the last of the nouns in a row
		next := p.t.Noun.FindStringIndex(" " + tail + " ")
		if next == nil || next[0] > 0 {
			break
		}
		_, to = prose.ClampSpan(0, next[1]-2, tail)
		tail = strings.TrimSpace(tail[to:])
	}
	if kind, rest := p.genre(tail); kind != "" && (head == "" || articleRE.MatchString(strings.TrimSpace(head))) && opening {
		tail = rest
	} else if p.t.Code != "en" && p.t.Code != "de" { // "Vídeo de treinamento sobre …"
		if m := ofRE.FindStringSubmatch(tail); m != nil && (head == "" || articleRE.MatchString(strings.TrimSpace(head))) && opening {
			tail = strings.TrimSpace(tail[len(m[0]):])
		}
	}
	if opening && p.t.Code == "en" && grammar.PurposeOf(s[:min(len(s), max(0, at[1]))]) == brief.Outreach && toPerson.MatchString(prose.Unstop(tail)) {
		return true
	}
	lead := p.t.About.FindStringIndex(" " + tail)
	who := p.t.ForWho.FindStringIndex(" " + tail)
	first := splitOutside(prose.Unstop(tail), ", ")[0]
	if opening && p.t.Code == "en" && (fromWhom.MatchString(tail) || byOffice.MatchString(prose.Unstop(tail)) || strings.Contains(tail, ", ") && prose.Words(first) <= 2 && p.allProduction(tail[strings.Index(tail, ", ")+2:])) {
		return true // "Internal message from our COO", "Investor update Q2, 60s"
	}
	return prose.Duration(head) > 0 && !p.isClause(first) || lead != nil && lead[0] <= 1 && lead[1] < 30 || who != nil && who[0] <= 1 ||
		opening && (strings.HasPrefix(tail, ",") || strings.HasPrefix(tail, ":") || prose.Unstop(tail) == "")
}

var (
	videoNoun = pattern.New(`(?i)^\s?(?:video|clip|film|reel|spot|explainer|tutorial|message|update|announcement|recap|briefing)\b`)
	// fromWhom is who sends a message: "from our COO, Daniel Reyes".
	fromWhom = pattern.New(`^from (?:(?:our|the|my) ([\p{L} &-]{2,40}?),? )?(\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}'’-]+){0,2})(?:, ([\p{L} &-]{2,40}))?[.,]?$`)
)

var articleRE = pattern.New(`(?i)^(?:ein(?:e|en)?|un(?:e|a)?|um(?:a)?|uno|kurzes?|فيديو|סרטון)\b`)

// videoOrder is the sentence that orders the video. What has been read of it is taken off.
type videoOrder struct {
	s      string
	before string // from its verb to the noun: "30-second explainer"
	head   string // the same with the noun and what belongs to it
	tail   string // what stands behind: "for X about Y"
	genre  string // of a German compound: "Entschuldigung"
	led    string // the first word of tail
	fact   string // in one breath with the order: "we moved the stand-up to ten"
	at     int    // line of the prompt
}

// make reads the sentence that orders the video: length, purpose, topic, audience. Each
// step reads a part of it, in this order, until one has read all that is left.
func (p *parser) make(s string, at int) {
	b := p.b
	o, told := &videoOrder{s: s, at: at}, len(b.Points)
	for _, reads := range [...]func(*parser, *videoOrder) bool{
		// The sentence, and the noun that parts it.
		(*parser).madeCalled,
		(*parser).madeAsides,
		(*parser).madePlatforms,
		(*parser).madeBare,
		(*parser).madeParts,
		(*parser).madeAfterthought,
		(*parser).madeDashed,
		(*parser).madeRunOn,

		// What stands before the noun, and belongs there.
		(*parser).madeHead,
		(*parser).madeTraits,
		(*parser).madeOfKind,
		(*parser).madeBidden,
		(*parser).madePurpose,
		(*parser).madeProduction,

		// What stands behind a colon.
		(*parser).madeStating,
		(*parser).madeListing,
		(*parser).madeAsking,
		(*parser).madeComplement,
		(*parser).madeFigures,
		(*parser).madeHook,

		// English reports and messages.
		(*parser).madeFrom,
		(*parser).madeReport,
		(*parser).madeOffer,
		(*parser).madeInvitation,
		(*parser).madeByOffice,
		(*parser).madeOfPeriod,

		// The topic.
		(*parser).madeBelow,
		(*parser).madeNamed,
		(*parser).madeSegments,
		(*parser).madeNotice,
		(*parser).madeTopic,
	} {
		if reads(p, o) {
			break
		}
	}
	if prose.FirstWords(b.Subject, 1) == o.led { // nothing has read it as part of a phrase
		if b.Subject = joinedFor(p.t.Code, b.Subject); p.viewers(b.Subject) && (p.t.Code == "ar" || p.t.Code == "he") {
			b.Audience, b.Subject = b.Subject, "" // "סרטון לעובדים חדשים"
		}
	}
	if p.inEnglish() && b.Title == "" && shownAt.MatchString(b.Subject) { // "Weekly menu video for the canteen"
		place := b.Subject
		if b.Subject = ""; o.before != "" {
			p.headTopic(strings.TrimSpace(o.before))
		}
		if b.Subject != "" {
			b.Title = prose.Upper(lowerFirst(plainHead(strings.TrimSpace(o.before))))
		}
		if b.Title == "" {
			b.Subject = place
		} else {
			b.Subject = ""
		}
	}
	if who := joinedFor(p.t.Code, b.Subject); who != b.Subject && b.Title == "" && prose.Words(who) <= 2 && p.t.People.MatchString(" "+who+" ") {
		b.Audience, b.Subject = who, "" // "فيديو مدته 30 ثانية للعائلات"
	}
	if o.genre != "" && b.Title == "" && b.Subject == "" {
		b.Title = o.genre // "Entschuldigungsvideo für …: Am 3. Mai …"
	}
	if p.inEnglish() && b.Title+b.Subject == "" {
		p.headTopic(strings.TrimSpace(o.before)) // "a fire safety video for kitchen staff: …"
	}
	if x, y, ok := versus(b.Subject); ok && p.inEnglish() && toCompare.MatchString(s) {
		b.Points = slices.Insert(b.Points, told, brief.Point{Form: brief.Compare, Items: []brief.Item{{Title: x}, {Title: y}}, Asked: true, Line: at, Col: 1})
		b.Subject, b.About = "", ""
	}
	for _, c := range prose.SplitSentences(prose.Upper(o.fact)) {
		p.sentence(prose.Sentence{Text: c, Line: at, Col: 1})
	}
}

// toCompare orders a comparison: "a video comparing Basic and Pro".
var toCompare = pattern.New(`(?i)\b(?:comparing|compares|to compare|comparisons? (?:of|between))\s`)

// shownAt is a place where a video is shown.
var shownAt = pattern.New(`(?i)^(?:the|our|my) (?:[\p{L}-]+ )?(?:canteen|cafeteria|lobby|reception|foyer|waiting room|break room|staff room|hallway|entrance|shop window|showroom|kiosk|info screen|taproom|dining hall|clubhouse)$`)

// madeThing is what is made where something else is promoted.
var madeThing = pattern.New(`(?i)\b(?:video|clip|reel|film|spot|ad|trailer|teaser|animation)\b`)

// offersIt begins what viewers are offered or asked to take.
var offersIt = pattern.New(`(?i)^(?:please |then |and |also |finally )*(?:offer|promote|advertise|market|sell|launch|propose|suggest|book|ask|mention|include|start|try|get|take|join|request|schedule|sign up)\b`)

var needing = pattern.New(`(?i)^(?:need|want|looking for)\s`)
