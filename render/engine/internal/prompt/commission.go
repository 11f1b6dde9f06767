package prompt

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
)

// This file reads what an English prompt orders where it names the thing in its own word and
// the word "video" is missing, or stands among who sends it and where it is seen: "Give new
// managers a quick intro to one-on-ones: …", "Short weekly update from the CTO: …", "Silent
// screen for the lobby: …". It leaves the same order in the words and the sequence that every
// other reader knows: "Make a KIND video for WHOM about TOPIC: …".

// namedOrder is an order by its parts.
type namedOrder struct {
	traits string // "short weekly"
	kind   string // "intro", "update", "video"
	whom   string // who is given it
	topic  string
	rest   string // what stands behind its colon, or the sentence
}

const (
	// aTrait stands before the thing that is ordered.
	aTrait = `(?:(?:very |really )?(?:quick|short|brief|friendly|little|small|simple|gentle|warm|fun|funny|lively|calm|snappy|crisp|concise|clear|compact|formal|informal|honest|upbeat|casual|internal|first|final|new|weekly|monthly|daily|quarterly|annual|yearly|biweekly|morning|friday|monday|mid-?year|silent|animated|vertical|square|looping|one|two|three|half|\d+)(?:[- ](?:seconds?|secs?|s|minutes?|mins?))?,? )`
	// aKind is what people order that becomes a video.
	aKind = `(?:intro|introduction|overview|tour|update|briefing|lesson|guide|primer|crash course|recap|summary|refresher|pitch|training|onboarding|induction|orientation|walkthrough|explainer|tutorial|run-?through|run-?down|heads-up|status report|progress report|report|invitation|invite|reminder|announcement|message|greeting|welcome|screen|loop|signage|slides?|notice|teaser|trailer|promo|appeal|portrait|profile)`
)

var (
	// givenTo orders something for somebody. Groups: whom, traits, kind, topic, rest.
	givenTo = pattern.New(`(?i)^(?:please )?(?:give|offer|send|show) ((?:the |our |my |all |all our |every )?(?:[\p{L}\d'’-]+ ){0,3}?[\p{L}\d'’-]+) an? (` + aTrait + `*)(` + aKind + `)(?: video| clip| film)? (?:to|of|on|about|into|for|in) ([^.:]+?)(?:[:.] (.+)|[.:]?)$`)
	// lengthOn orders so many seconds on a topic. Groups: the length, the rest.
	lengthOn = pattern.New(`(?i)^((?:about |around )?(?:\d+|one|two|half an?|ten|fifteen|twenty|thirty|forty(?:[- ]five)?|sixty|ninety) ?-?(?:seconds?|secs?|minutes?|mins?)) (?:on|about) (.+)$`)
	// meritsOf orders to show what speaks for a thing, one by one. Group 1: the topic and the rest.
	meritsOf = pattern.New(`(?i)^(?:please )?(?:show|present|list|highlight|explain|cover|outline) ((?:the |our )?(?:main |key |top |biggest |\p{L}+ )?(?:benefits|advantages|features|highlights|perks|strengths|services|options|amenities|facilities) (?:of|in|at) [^:.]{3,60}: .+)$`)
	// portraitOf shows a thing that is named behind its colon. Groups: the thing, the rest.
	portraitOf = pattern.New(`(?i)^(?:an? |the )?(?:short |small |little |warm )*(?:(?:video|film) )?(?:portrait|profile|postcard|snapshot) of ((?:an?|the|our|my) [^:.]{3,60}): (.+)$`)
	// namedFirst begins with the name of a thing.
	namedFirst = pattern.New(`^(\p{Lu}[\p{L}\d'’-]*(?: \p{Lu}[\p{L}\d'’-]*){0,3}), (.+)$`)
	// firstOfAll parts what is explained from its first step.
	firstOfAll = pattern.New(`^([^:"“]{8,90}\b(?i:how|tutorial|guide|steps|recipe|walkthrough)\b[^:"“]{0,80}): ((?i:first(?:ly|,)?|first of all,|to start,|start by|begin by) .+)$`)
	// kindOnWhat is a thing that tells what or how. Groups: traits, kind, topic, rest.
	kindOnWhat = pattern.New(`(?i)^(?:an? |the |our )?(` + aTrait + `*)(` + aKind + `) (?:about|on) ((?:what|how|why) [^:.]{4,70}): (.+)$`)
	// ofFirm is a thing and who sends it by name, before its topic. Groups: what comes before, the
	// sender, the topic with its preposition or colon.
	ofFirm = pattern.New(`^((?i:(?:[^.:"“,]{0,40} )?(?:video|clip|film|reel|spot|ad|tutorial|explainer))) (?i:by|from) ((?:\p{Lu}[\p{L}\d&.'’-]*|&)(?: (?:\p{Lu}[\p{L}\d&'’-]*|&|of|the|and))*)(,? (?i:about|on|for|showing|announcing|explaining) .+|: .+)$`)
	// fromPost is a thing from somebody by their post. Groups: traits, kind, the post, the rest.
	fromPost = pattern.New(`(?i)^(?:an? |the |our )?(` + aTrait + `*)(` + aKind + `) (?:from|by) (?:our |the |my )?(` + aPost + `)(?: to ((?:our|the|all) [\p{L} ]{3,30}?))?: (.+)$`)
	// forNewcomers trains somebody, on a certain day. Groups: kind, whom, part, rest.
	forNewcomers = pattern.New(`(?i)^(?:an? |the |our )?(onboarding|induction|orientation|training|welcome|refresher|briefing) for ([^.:,]{3,40}),? (?:–|-|— )?((?:day|week|part|module|lesson|session|chapter|step) (?:\d{1,2}|one|two|three|four|five|six|seven)): (.+)$`)
	// invitationTo invites to something that it names. Groups: what and when, the rest.
	invitationTo = pattern.New(`(?i)^(?:an? |the |our )?(?:` + aTrait + `)*(?:invitation|invite) (?:to|for) ((?:our|the|my|an?) [^.:]{3,90}): (.+)$`)
	// silentScreen is shown without sound somewhere. Groups: the thing, where, the rest.
	silentScreen = pattern.New(`(?i)^((?:an? |the |our )?(?:silent|muted|soundless|no-sound) (?:screen|video|loop|clip|display|signage|slides?|slideshow)(?: loop| video| screen)?) (?:for|in|on|at) ([^.:]{3,60}): (.+)$`)
	// namedThing begins what is told with a thing in quotation marks: `Exhibition "Salt and Silver"`.
	namedThing = pattern.New(`^((?:The |the |Our |our )?(?:[\p{L}-]+ ){0,2}[\p{L}-]+) ["“]([^"”]{2,50})["”](?:, |: | – | - )(.+)$`)
)

// smallOnly says no more than that something is not long.
var smallOnly = pattern.New(`\b(?:quick|short|brief|little|small),? `)

// commissions brings such an order into the words that the other readers know.
func (p *parser) commissions(r *reading) bool {
	if !p.inEnglish() || p.verbatim || p.material || !p.first() {
		return false
	}
	if m := givenTo.FindStringSubmatch(r.text); m != nil && p.meansPeople(m[1]) {
		return p.carryOut(r, &namedOrder{traits: m[2], kind: m[3], whom: m[1], topic: m[4], rest: m[5]})
	}
	if m := fromPost.FindStringSubmatch(r.text); m != nil && p.b.Presenter.Role == "" {
		p.b.Presenter.Role = prose.Upper(m[3])
		return p.carryOut(r, &namedOrder{traits: m[1], kind: m[2], whom: m[4], rest: m[5]})
	}
	if m := forNewcomers.FindStringSubmatch(r.text); m != nil {
		p.b.Title = prose.Upper(m[1]) + ", " + m[3]
		return p.carryOut(r, &namedOrder{kind: m[1], whom: m[2], rest: m[4]})
	}
	if m := firstOfAll.FindStringSubmatch(r.text); m != nil {
		p.sentence(prose.Sentence{Text: m[1] + ".", Line: r.Line, Col: r.Col})
		r.text = m[2]
		return false
	}
	if m := kindOnWhat.FindStringSubmatch(r.text); m != nil {
		return p.carryOut(r, &namedOrder{traits: m[1], kind: m[2], topic: m[3], rest: m[4]})
	}
	if m := lengthOn.FindStringSubmatch(r.text); m != nil && prose.Duration(m[1]) >= 5 {
		r.text = "Make a " + m[1] + " video about " + m[2]
		return false
	}
	if m := meritsOf.FindStringSubmatch(r.text); m != nil {
		r.text = "Make a video about " + m[1]
		return false
	}
	if m := portraitOf.FindStringSubmatch(r.text); m != nil {
		r.text = "Make a video about " + m[1] + ": " + m[2]
		if n := namedFirst.FindStringSubmatch(m[2]); n != nil {
			p.orders++
			p.b.Subject, p.b.About = n[1], lowerFirst(m[1])
			r.text = prose.Upper(n[2])
		}
		return false
	}
	if m := ofFirm.FindStringSubmatch(r.text); m != nil && p.b.Company == "" && p.isMake(m[1]) {
		if !titledPerson.MatchString(m[2]) && p.company(m[2], r.Line) {
			r.text = m[1] + m[3]
		}
		return false
	}
	if m := invitationTo.FindStringSubmatch(r.text); m != nil && !p.t.People.MatchString(" "+m[1]+" ") {
		p.sentence(prose.Sentence{Text: "You're invited to " + m[1] + ".", Line: r.Line, Col: r.Col})
		r.text = prose.Upper(m[2])
		return false
	}
	if m := silentScreen.FindStringSubmatch(r.text); m != nil {
		p.direct(m[1], r.Line)
		p.b.NoteOn(r.Line, "understood: for "+m[2], m[2])
		r.text = "Make a video: " + m[3]
		if n := namedThing.FindStringSubmatch(m[3]); n != nil {
			p.orders++
			p.b.Title, p.b.About = n[2], n[1]
			r.text = n[3]
		}
	}
	return false
}

// company keeps who sends a video, where it is the name of a company and of no person.
func (p *parser) company(name string, line int) bool {
	first, _, _ := strings.Cut(name, " ")
	if phrase.GenderOfName(first) != "" || prose.Words(name) < 2 {
		return false
	}
	p.understand(line, name, func() { p.b.Company = name })
	return true
}

// carryOut reads the order in the sequence that the other readers know, and leaves the rest of
// its sentence: behind its order where that has no topic or the rest is a row of things, by
// itself otherwise. It reports whether nothing is left.
func (p *parser) carryOut(r *reading, c *namedOrder) bool {
	s := "Make a " + smallOnly.ReplaceAllString(strings.ToLower(c.traits), "") + strings.ToLower(c.kind) + " video"
	if c.whom != "" {
		s += " for " + c.whom
	}
	if c.topic != "" {
		s += " about " + c.topic
	}
	if c.rest != "" && (c.topic == "" || len(p.splitItems(c.rest)) > 2) {
		r.text = s + ": " + c.rest
		return false
	}
	p.sentence(prose.Sentence{Text: s + ".", Line: r.Line, Col: r.Col})
	r.text = prose.Upper(c.rest)
	return c.rest == ""
}

// ofKindOnly is what stands before the colon of a first sentence, and the rest.
var ofKindOnly = pattern.New(`^((?:[\p{L}\d-]+ ){0,9}[\p{L}-]+): (.+)$`)

// likeKind is a video that is to be like another kind of them. Groups: the video, and like what.
var likeKind = pattern.New(`(?i)^(.*\b(?:video|clip|film|reel|short))( (?:in the style of|in the form of|styled (?:as|like)|like|as) an? .+)$`)

// headedByKind takes a head that says no more than what kind of video it is off the first fact:
// "Video job ad: we are looking for a head baker".
func (p *parser) headedByKind(r *reading) bool {
	if !p.inEnglish() || p.verbatim || p.material || !p.first() {
		return false
	}
	m := ofKindOnly.FindStringSubmatch(r.text)
	if m == nil {
		return false
	}
	if like := likeKind.FindStringSubmatch(m[1]); like != nil {
		m[1] = like[1]
		p.b.NoteOn(r.Line, "understood: "+strings.TrimSpace(like[2])+" is told as any other video is", like[2])
	}
	made := false
	for w := range strings.FieldsSeq(strings.ToLower(m[1])) {
		if prose.Lookup(notTopic, w) == "" && !videoNouns[w] {
			return false
		}
		made = made || videoNouns[w]
	}
	if !made {
		return false
	}
	p.orders++
	p.ofTheVideo(m[1], r.Line)
	p.b.Purpose = cmp.Or(p.b.Purpose, grammar.PurposeOf(m[1]))
	p.sentence(prose.Sentence{Text: prose.Upper(m[2]), Line: r.Line, Col: r.Col})
	return true
}
