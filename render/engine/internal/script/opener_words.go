package script

import (
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// byPurpose are the words for what the video is for.
func (o *opening) byPurpose() string {
	b, g, name, s := o.b, o.g, o.name, ""
	switch b.Purpose {
	case brief.Update, brief.Explainer, brief.Tutorial, brief.Training, brief.News:
		if g.Bare(name) && b.About == "" { // "bilan du projet Horizon" has no article here
			return g.Fill(g.ItsTitle, prose.Upper(name))
		}
	}
	switch b.Purpose {
	case brief.Release:
		s = g.NewIn(name)
	case brief.Training, brief.News:
		s = g.Fill(g.Talk, g.About(name))
	case brief.Onboarding:
		s = g.Fill(g.Welcome, o.event(name))
		if in := b.CompanyIn; in != "" && g.Code == "de" {
			s = "Willkommen " + in + "."
		} else if in != "" && g.Code == "pt" {
			s = "Boas-vindas " + in + "."
		} else if g.Articled.MatchString(name+" ") && g.Code == "fr" {
			s = g.Fill("Bienvenue à %s.", name) // "à la boulangerie Soleil", where one is "chez Soleil"
		} else if g.Articled.MatchString(name+" ") && g.Code == "it" {
			s = g.Fill("Benvenuti a %s.", name)
		}
	case brief.Update:
		s = g.Fill(g.Look, g.About(g.Definite(name)))
	case brief.Explainer, brief.Tutorial:
		s = g.Fill(g.Look, g.About(g.Definite(name)))
		if b.About != "" || tongue.IsName(name) {
			s = g.Fill(g.Meet, g.Named(name))
		}
	case brief.Event:
		if g.Code == "en" && !tongue.IsName(name) && !g.Articled.MatchString(name) && !telling.WhoseFirst.MatchString(name) && !g.IsPlural(name) && unicode.IsLower([]rune(name)[0]) {
			name = "the " + name // "summer barbecue of the garden club"
		}
		s = g.Fill(g.ComeTo, g.Named(name))
		if g.Code == "en" && prose.Words(b.About) <= 6 && ownedThing.MatchString(b.About) {
			s = g.Fill(g.ComeTo, g.Lower(b.About)+", "+name) // "our webinar, The Hidden Cost of Returns"
		}
	case brief.Hiring:
		s = g.Fill(g.Look, g.About(name))
		if g.Code == "en" && workplace.MatchString(name) {
			s = "Come and work at " + name
		} else if g.Code == "en" && workmates.MatchString(name) {
			s = "Come and join " + name
		}
		if b.Audience != "" && b.Company != "" {
			s = g.Fill(g.Hiring, b.Company, b.Audience)
		}
		if g.Code == "en" && workmates.MatchString(b.Audience) {
			s = "Come and join " + strings.TrimSuffix(b.Audience, " at "+b.Company) + " at " + b.Company
		}
	case brief.Outreach:
		s = g.Fill(g.Meet, g.Named(name))
	default:
		s = g.Fill(g.Meet, g.Named(name))
		if g.Code == "en" && b.About == "" && yearEnds.MatchString(name) {
			s = g.Fill(g.Look, g.About(name)) // "DevNorth 2025"
		}
		if !tongue.IsName(name) && b.About == "" {
			product := b.Purpose == brief.Launch || b.Purpose == brief.Demo || b.Purpose == brief.Social || b.Purpose == brief.Pitch || g.Code != "en"
			if g.Code == "en" && noProduct.MatchString(name) && g.Articled.MatchString(name) {
				s = g.Fill(g.Talk, g.About(name))
			} else if !product || !g.Articled.MatchString(name) {
				s = g.Fill(g.Look, g.About(g.Definite(name)))
			}
		}
	}
	return s
}

// introduced finishes the words that introduce a subject.
func (o *opening) introduced(s string) *telling.Beat {
	b, g, name := o.b, o.g, o.name
	if g.Code == "en" && b.About == "" && strings.HasPrefix(s, "Meet the ") && happens.MatchString(name) {
		s = g.Fill(g.Talk, g.About(name)) // "the merger of two libraries"
	}
	if b.About != "" && strings.HasPrefix(s, strings.TrimSpace(strings.SplitN(g.Meet, "%", 2)[0])) {
		s = strings.TrimSuffix(s, ".") + g.Comma() + g.Named(b.About)
	}
	if g.Code == "he" && !hebrewDefinite.MatchString(name) {
		s = strings.Replace(s, "הכירו את ", "הכירו: ", 1) // the object marker wants a definite noun
	}
	if rest, ok := strings.CutPrefix(s, "Presentamos "); ok && g.Code == "es" && prose.Words(name) <= 4 && phrase.GenderOfName(name) != "" {
		s = "Presentamos a " + rest // a person
	}
	bt := opens(prose.Upper(prose.Stop(s)))
	if l := linkings[g.Code]; l != nil && g.Code == "en" && whoDid.MatchString(b.Audience) && prose.Words(b.Audience) <= 14 && len(o.body) > 0 {
		bt.Words = append(bt.Words, g.Fill(l.forWhom, b.Audience)) // whom it concerns is a fact
	}
	return bt
}

// hebrewDefinite is a noun with its article, or a name.
var hebrewDefinite = pattern.New(`(?:^|\s)ה\p{Hebrew}{2,}|["“”«»״]|^[A-Za-z]`)

// titled is a name with its title, which nobody is greeted by alone.
var titled = pattern.New(`^(?:Dr|Prof|Mr|Mrs|Ms)\.? \p{Lu}`)

// onWeekday ends with when something is.
var onWeekday = pattern.New(`(?i) on (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}(?:st|nd|rd|th)? \p{L}{3,}|\p{L}{3,9} \d{1,2})\b.{0,24}$`)

// bareGenre is a kind of video and nothing else.
var bareGenre = pattern.New(`(?i)^(?:an? )?(?:short |quick |internal |important )?(?:announcement|message|notice|note|reminder|update|video message)$`)

// wantedOnly is who is looked for: "electricians wanted".
var wantedOnly = pattern.New(`(?i)^([\p{L}, -]{3,40}s) (?:wanted|needed|sought)$`)

// wantedAt looks for people in the words of an advertisement.
var wantedAt = pattern.New(`(?i)^[\p{L}, -]{3,40} (?:wanted|needed|sought) (?:at|for|in|by) `)

// thingAt is something that is offered, and its address.
var thingAt = pattern.New(`^((?:\p{Ll}|\d+[ -](?:bed|room|person|storey|bath)|[Aa]n? |[Nn]ew |[Tt]erraced|[Dd]etached|[Ss]emi|[Ff]lat|[Ss]tudio|[Hh]ouse|[Oo]ffice|[Aa]partment|[Cc]ottage|[Ll]oft|[Gg]round|[Ff]irst|[Tt]op)[^,]{0,40}?),? (?:at )?(\d{1,5}[a-z]? \p{Lu}[^,]{2,30}(?:, [^,]{2,30}){0,2})$`)

// severalNoun ends the title of several things.
var severalNoun = pattern.New(`(?i)\b(?:results|numbers|figures|metrics|highlights|kpis|stats|changes|hours|dates|rules|prices|findings|plans|minutes|notes)$`)

var (
	// ownedThing is what somebody offers.
	ownedThing = pattern.New(`(?i)^(?:my|our|the|an?)\s`)
	// aThing is one of its kind.
	aThing = pattern.New(`(?i)^an? \p{L}|^an? \d`)
)

// noticeNoun ends the title of a notice.
var noticeNoun = pattern.New(`(?i)\b(?:notice|alert|warning|reminder)$`)

// ordersOf is a topic in the words of an order.
var ordersOf = pattern.New(`(?i)^\p{L}+(?: (?:up|out|in|on|off|down|back))? (?:your|the|an?|my|our|it|this|these)\s`)

// ofPeriod parts a report from its time.
var ofPeriod = pattern.New(`^(.+?),? ((?:Q[1-4]|H[12]|[Ww]eek \d{1,2}|January|February|March|April|May|June|July|August|September|October|November|December)(?: (?:19|20)\d\d)?|(?:19|20)\d\d)$`)

// oneNotice ends the title of something that is told once.
var oneNotice = pattern.New(`(?i)\b(?:heads[- ]up|reminder)$`)

var noticeFor = pattern.New(`(?i)^an? (?:[\p{L}-]+ ){0,3}(?:heads[- ]up|reminder) for `)

// freely are people who help without pay.
var freely = pattern.New(`(?i)\b(?:volunteers|helpers|donors|mentors|stewards)\b`)

var eventNoun = pattern.New(`\b(?:Marathon|Half|Run|Race|Festival|Fair|Conference|Cup|Show|Parade|Market|Games|Regatta|Week|Carnival|Expo|Tournament)$`)

// event is a name as it is said in a sentence: English events have an article.
func (w *writer) event(name string) string {
	if w.Wording.Code != "en" || w.Wording.Articled.MatchString(name+" ") || telling.WhoseFirst.MatchString(name) {
		return name
	}
	return eventName(name)
}

// eventName is an event with its article; another name stays.
func eventName(s string) string {
	if eventNoun.MatchString(s) {
		return "the " + s
	}
	return s
}

// theNoun ends the name of one thing that is known, and needs its article.
var theNoun = pattern.New(`(?i)\b(?:post-?mortem|stand-?up|retro(?:spective)?|review|breach|outage|incident|accident|meeting|party|picnic|survey|audit|merger|acquisition|recall|fire drill|drill|move|relocation|check before .*|daily check|policy|law|project|campaign|sale|closure|strike|refresher|(?:budget|strategy|roadmap|report)(?: (?:19|20)\d\d)?|kick-?off|clinic|restaurant|salon|gym|bakery|surgery|practice|check-?list|programme|program)$`)

// asking is a question; a mark by itself is a key.
var asking = pattern.New(`[^\s]["”»’)]*\?|[\p{L}\d]\s\?$|؟`)

// noProduct ends the name of something that nobody meets.
var noProduct = pattern.New(`(?i)\b(?:traction|progress|strategy|vision|mission|growth|roadmap|pricing|prices?|membership|changes?|polic(?:y|ies)|updates?|move|closure|week|rules|plans?|results|survey|merger|increase|holidays?|hours|schedule|budget|(?:outage|incident|accident|breach|delay|closure|strike|recall|maintenance|downtime|failure|attack)s?(?: on .{3,24})?)$`)

// happens is what takes place and is no thing: "the merger of two libraries".
var happens = pattern.New(`(?i)^the (?:\p{L}+ )?(?:merger|move|closure|closing|relocation|acquisition|handover|transition|opening|end|return|renovation|repair|switch)\b`)

var yearEnds = pattern.New(`\s(?:19|20)\d\d$`)

// typedTopic is a topic that has its capital only from standing at the head of a line.
var typedTopic = pattern.New(`^\p{Lu}\p{Ll}+ing(?: \p{Ll}[\p{Ll}'’-]*)*$`)

// reportNoun ends the title of something that comes regularly.
var reportNoun = pattern.New(`(?i)\b(?:update|report|recap|summary|review|overview|newsletter|menu|rota|schedule|timetable|calendar|briefing|digest|roundup|news|metrics|numbers|results|figures|kpis|stats|announcement|huddle|stand-?up|sync|meeting|check-in|alert|notice|talk|note|price list|survey|mail|e-mail|minutes|retro|notes|scorecard)(?: for (?:our|the) .+)?$`)

var (
	// workplace is where people are hired to work.
	workplace = pattern.New(`(?i)^(?:our|the) (?:[\p{L}-]+ ){0,3}?(?:warehouse|shop|store|kitchen|clinic|office|factory|plant|farm|studio|workshop|hotel|restaurant|site|depot|yard|garage|school|nursery|kindergarten|lab|laboratory|salon|bakery|café|cafe|bar|hospital|ward|practice|library|museum|theatre|gym|centre|center)\b`)
	// workmates are whom they are hired to join.
	workmates = pattern.New(`(?i)^(?:our|the) (?:[\p{L}-]+ ){0,3}?(?:team|crew|department|family|night shift|day shift|fleet|choir|orchestra)\b`)
)
