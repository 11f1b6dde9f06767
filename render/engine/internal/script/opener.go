package script

import (
	"slices"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// opener introduces the subject, unless the prompt's own words do.
func (w *writer) opener(hooked bool, body []*beat) *beat {
	b, g := w.b, w.w
	if t := w.thanks(); t != nil {
		return t
	}
	name := b.Subject
	if name == "" {
		name = b.Title
	}
	if hooked && g.code == "en" && name != "" && slices.ContainsFunc(b.Points, func(pt prompt.Point) bool {
		return pt.Role == prompt.Hook && pt.Form == prompt.Clause && strings.EqualFold(prompt.Unstop(pt.Text), name)
	}) {
		return nil // "Spring sale at Hazel & Thyme!"
	}
	if b.Guessed && g.code == "en" && b.Level == prompt.Topic && len(body) > 0 {
		return nil // what opens the video says what it is about
	}
	if (b.Purpose == prompt.Onboarding || b.Purpose == prompt.Hiring && name == "") && b.Company != "" {
		name = b.Company
	}
	if name == "" || prompt.Genre(name) && len(body) > 0 && !(g.code == "en" && prompt.Words(name) >= 2 && reportNoun.MatchString(name)) {
		return nil // a kind of video says nothing about its subject
	}
	if b.Announced && len(body) > 0 || b.Subject == "" && len(body) > 0 && !hooked && isName(name) && strings.HasPrefix(body[0].text(), "We are "+name) {
		return nil
	}
	if hooked && b.About == "" {
		for _, x := range body {
			if strings.HasPrefix(x.text(), name+" ") && isName(name) {
				return nil // the facts introduce it themselves, where it belongs
			}
		}
	}
	if hooked && g.code == "en" && b.Subject == "" && (reportNoun.MatchString(name) || noticeNoun.MatchString(name)) {
		return nil // its card says it, and the news comes first
	}
	if b.Common && b.Purpose != prompt.Onboarding && b.Purpose != prompt.Training {
		return w.contentsTitle()
	}
	if len(body) > 0 && !hooked {
		first := strings.ToLower(body[0].text())
		if asking.MatchString(first) || strings.HasPrefix(first, strings.ToLower(name)) && b.About == "" || g.greets.MatchString(first) {
			return nil
		}
	}
	if g.code == "en" && typedTopic.MatchString(name) && b.About == "" {
		name = g.lower(name) // "Composting at home", under "Topic:"
	}
	if g.code == "en" && startsPronoun.MatchString(name) && prompt.IsClause(name, "en") { // "We are moving to a hybrid model"
		return &beat{words: []string{prompt.Upper(prompt.Stop(name))}, opener: true, plain: true, order: -1}
	}
	if g.code == "en" && aThing.MatchString(name) && b.About == "" {
		return &beat{words: []string{"Here's " + g.lower(name) + "."}, opener: true, plain: true, order: -1}
	}
	if rest, ok := strings.CutPrefix(name, "The "); ok && !isName(name) {
		name = "the " + rest
	}
	if f := strings.Fields(name); nouns[g.code] != nil && g.code != "de" && g.code != "nl" && unicode.IsLower([]rune(name)[0]) && upperFirst(f[len(f)-1]) && !g.articled.MatchString(name+" ") {
		if n, ok := nounOf(g.code, name, true); ok {
			name = withArticle(g, name, n) // "zapatillas Brisa"
		}
	}
	if g.code == "en" && ordersOf.MatchString(name) && g.verbFirst.MatchString(name) { // "Reset your router"
		return &beat{words: []string{g.fill(g.howTo, g.lower(name))}, opener: true, plain: true, order: -1}
	}
	s := ""
	if b.Purpose == prompt.Hiring && b.Company != "" && name == b.Company && b.Audience != "" {
		who := strings.TrimSuffix(b.Audience, " at "+b.Company)
		if g.code == "en" && freely.MatchString(who) { // nobody hires volunteers
			return &beat{words: []string{prompt.Upper(eventName(b.Company)) + " is looking for " + who + "."}, opener: true, plain: true, order: -1}
		}
		return &beat{words: []string{g.fill(g.hiring, b.Company, who)}, opener: true, plain: true, order: -1}
	}
	if x, y, ok := strings.Cut(name, " vs "); ok && g.code == "en" && b.Subject == "" && b.Purpose != prompt.Onboarding {
		return &beat{words: []string{g.fill(g.versus, x, y)}, opener: true, plain: true, order: -1}
	}
	if b.Subject == "" && b.Purpose != prompt.Onboarding {
		if strings.EqualFold(name, b.Title) && (g.greets.MatchString(name) || g.clauseItem.MatchString(g.lower(name)) || strings.ContainsAny(name, "?!:") || len(body) > 0 && w.b.Level != prompt.Topic) {
			return nil
		}
		if m := ofPeriod.FindStringSubmatch(name); m != nil && g.code == "en" && !g.articled.MatchString(name) && reportNoun.MatchString(m[1]) {
			name = "the " + g.lower(m[1]) + " for " + m[2] // "the weekly metrics for week 41"
			if g.isPlural(m[1]) {
				return &beat{words: []string{"Here are " + name + "."}, opener: true, plain: true, order: -1}
			}
		}
		if g.code == "en" && !g.articled.MatchString(name) && reportNoun.MatchString(name) && !whoseFirst.MatchString(name) {
			name = "the " + g.lower(name)
		}
		if g.code == "en" && oneNotice.MatchString(name) { // "Here's a heads up for everyone at Norra."
			name = g.indefinite(g.lower(name))
			if b.Audience != "" && prompt.Words(b.Audience) <= 8 {
				name += " for " + b.Audience
			}
			return &beat{words: []string{"Here's " + name + "."}, opener: true, plain: true, order: -1}
		}
		if from := " from " + b.Company; g.code == "en" && b.Company != "" && reportNoun.MatchString(name) && strings.Contains(w.r.Spec.PositivePrompt, from) && !strings.Contains(name, b.Company) {
			name += from // "the customer update from Kiln Coffee"
		}
		if g.code == "en" && g.verbFirst.MatchString(name) {
			return &beat{words: []string{g.fill(g.howTo, g.lower(name))}, opener: true, plain: true, order: -1}
		}
		if g.code == "en" && g.isPlural(name) && severalNoun.MatchString(name) {
			return &beat{words: []string{"Here are " + g.lower(name) + "."}, opener: true, plain: true, order: -1}
		}
		return &beat{words: []string{prompt.Upper(g.fill(g.itsTitle, g.lower(name)))}, opener: true, plain: true, order: -1}
	}
	if g.code == "en" && theNoun.MatchString(name) && !g.articled.MatchString(name) && !ownTime.MatchString(name) && !isName(name) && !whoseFirst.MatchString(name) {
		name = "the " + name
	}
	switch {
	case g.code == "en" && startsCount.MatchString(name): // "3 tips"
		return &beat{words: []string{"Here are " + g.lower(name) + "."}, opener: true, plain: true, order: -1}
	case g.code == "de" && strings.HasPrefix(name, "So ") && prompt.Words(name) > 2: // "So mieten Sie …"
		return &beat{words: []string{prompt.Stop(name)}, opener: true, plain: true, order: -1}
	case g.code == "nl" && strings.HasPrefix(strings.ToLower(name), "zo ") && prompt.Words(name) > 2:
		return &beat{words: []string{prompt.Upper(prompt.Stop(name))}, opener: true, plain: true, order: -1}
	case (g.code == "es" || g.code == "pt") && howInfinitive.MatchString(name): // "cómo devolver un pedido"
		return &beat{words: []string{prompt.Stop(g.fill(g.howTo, howInfinitive.FindStringSubmatch(name)[1]))}, opener: true, plain: true, order: -1}
	case g.clauseItem.MatchString(g.lower(name)): // "how to set up a backup"
		return &beat{words: []string{prompt.Upper(prompt.Stop(g.fill(g.here, g.lower(name))))}, opener: true, plain: true, order: -1}
	}
	if wantedAt.MatchString(name) && g.code == "en" { // "apprentices wanted at Stahl & Sohn"
		return &beat{words: []string{prompt.Upper(prompt.Stop(name))}, opener: true, plain: true, order: -1}
	}
	if m := thingAt.FindStringSubmatch(name); m != nil && g.code == "en" && streetNumber.MatchString(" "+m[2]+" ") { // "3-bed terraced house, 14 Orchard Lane, Bath"
		return &beat{words: []string{"Here's " + g.indefinite(lowerFirst(m[1])) + " at " + m[2] + "."}, opener: true, plain: true, order: -1, Scene: scene.Scene{Headline: prompt.Upper(clip(m[1], 46)), Subtitle: m[2]}}
	}
	if g.code == "en" && streetNumber.MatchString(name+" ") && !isDigits(strings.Fields(name)[len(strings.Fields(name))-1]) {
		return &beat{words: []string{g.fill(g.welcome, w.event(name))}, opener: true, plain: true, order: -1}
	}
	if g.code == "en" && b.Purpose == prompt.Onboarding && b.Company == "" && !isName(name) && !g.articled.MatchString(name) {
		return &beat{words: []string{"Welcome. Let's look at the " + g.lower(name) + "."}, opener: true, plain: true, order: -1} // "First day in the lab"
	}
	switch b.Purpose {
	case prompt.Release:
		s = g.newIn(name)
	case prompt.Training, prompt.News:
		s = g.fill(g.talk, g.about(name))
	case prompt.Onboarding:
		s = g.fill(g.welcome, w.event(name))
		if in := b.CompanyIn; in != "" && g.code == "de" {
			s = "Willkommen " + in + "."
		} else if in != "" && g.code == "pt" {
			s = "Boas-vindas " + in + "."
		} else if g.articled.MatchString(name+" ") && g.code == "fr" {
			s = g.fill("Bienvenue à %s.", name) // "à la boulangerie Soleil", where one is "chez Soleil"
		} else if g.articled.MatchString(name+" ") && g.code == "it" {
			s = g.fill("Benvenuti a %s.", name)
		}
	case prompt.Update:
		s = g.fill(g.look, g.about(g.definite(name)))
	case prompt.Explainer, prompt.Tutorial:
		s = g.fill(g.look, g.about(g.definite(name)))
		if b.About != "" || isName(name) {
			s = g.fill(g.meet, g.named(name))
		}
	case prompt.Event:
		if g.code == "en" && !isName(name) && !g.articled.MatchString(name) && !whoseFirst.MatchString(name) && !g.isPlural(name) && unicode.IsLower([]rune(name)[0]) {
			name = "the " + name // "summer barbecue of the garden club"
		}
		s = g.fill(g.comeTo, name)
		if g.code == "en" && prompt.Words(b.About) <= 6 && ownedThing.MatchString(b.About) {
			s = g.fill(g.comeTo, g.lower(b.About)+", "+name) // "our webinar, The Hidden Cost of Returns"
		}
	case prompt.Hiring:
		s = g.fill(g.look, g.about(name))
		if b.Audience != "" && b.Company != "" {
			s = g.fill(g.hiring, b.Company, b.Audience)
		}
	case prompt.Outreach:
		if g.code == "en" && b.Salute == "" && b.About != "" && ownedThing.MatchString(b.About) {
			s = g.fill(g.meet, g.named(name)) // what is sold, and nobody who is greeted
			break
		}
		if b.Salute != "" {
			return &beat{words: []string{prompt.Stop(b.Salute)}, opener: true, plain: true, order: -1, Scene: scene.Scene{Headline: g.fill(g.forName, name)}}
		}
		name, _, _ = strings.Cut(name, " at ")
		if titled.MatchString(name) && g.code == "en" {
			f := strings.Fields(name)
			return &beat{words: []string{g.fill(g.hello, f[0]+" "+f[len(f)-1])}, opener: true, plain: true, order: -1, Scene: scene.Scene{Headline: g.fill(g.forName, name)}}
		}
		if first, _, ok := strings.Cut(name, " "); ok && isName(name) {
			s = g.fill(g.hello, first)
			bt := &beat{words: []string{s}, opener: true, plain: true, order: -1}
			bt.Headline = g.fill(g.forName, name)
			return bt
		}
		s = g.fill(g.meet, g.named(name))
	default:
		s = g.fill(g.meet, g.named(name))
		if g.code == "en" && b.About == "" && yearEnds.MatchString(name) {
			s = g.fill(g.look, g.about(name)) // "DevNorth 2025"
		}
		if !isName(name) && b.About == "" {
			product := b.Purpose == prompt.Launch || b.Purpose == prompt.Demo || b.Purpose == prompt.Social || b.Purpose == prompt.Pitch || g.code != "en"
			if g.code == "en" && noProduct.MatchString(name) && g.articled.MatchString(name) {
				s = g.fill(g.talk, g.about(name))
			} else if !product || !g.articled.MatchString(name) {
				s = g.fill(g.look, g.about(g.definite(name)))
			}
		}
	}
	if b.About != "" && strings.HasPrefix(s, strings.TrimSpace(strings.SplitN(g.meet, "%", 2)[0])) {
		s = strings.TrimSuffix(s, ".") + g.comma() + g.named(b.About)
	}
	bt := &beat{words: []string{prompt.Upper(prompt.Stop(s))}, opener: true, plain: true, order: -1}
	if l := linkings[g.code]; l != nil && g.code == "en" && whoDid.MatchString(b.Audience) && prompt.Words(b.Audience) <= 14 && len(body) > 0 {
		bt.words = append(bt.words, g.fill(l.forWhom, b.Audience)) // whom it concerns is a fact
	}
	return bt
}

// titled is a name with its title, which nobody is greeted by alone.
var titled = pattern.New(`^(?:Dr|Prof|Mr|Mrs|Ms)\.? \p{Lu}`)

// wantedAt looks for people in the words of an advertisement.
var wantedAt = pattern.New(`(?i)^[\p{L}, -]{3,40} (?:wanted|needed|sought) (?:at|for|in|by) `)

// thingAt is something that is offered, and its address.
var thingAt = pattern.New(`^((?:\p{Ll}|\d+[ -](?:bed|room|person|storey|bath)|[Aa]n? |[Nn]ew |[Tt]erraced|[Dd]etached|[Ss]emi|[Ff]lat|[Ss]tudio|[Hh]ouse|[Oo]ffice|[Aa]partment|[Cc]ottage|[Ll]oft|[Gg]round|[Ff]irst|[Tt]op)[^,]{0,40}?),? (?:at )?(\d{1,5}[a-z]? \p{Lu}[^,]{2,30}(?:, [^,]{2,30}){0,2})$`)

// severalNoun ends the title of several things.
var severalNoun = pattern.New(`(?i)\b(?:results|numbers|figures|metrics|highlights|kpis|stats|changes|hours|dates|rules|prices|findings|plans)$`)

var (
	// ownedThing is what somebody offers.
	ownedThing = pattern.New(`(?i)^(?:my|our|the|an?)\s`)
	// aThing is one of its kind.
	aThing = pattern.New(`(?i)^an? \p{L}|^an? \d`)
)

// ownTime begins a name that says which one is meant: "this year's survey".
var ownTime = pattern.New(`(?i)^(?:this|last|next|these|those|that) `)

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
	if w.w.code != "en" || w.w.articled.MatchString(name+" ") || whoseFirst.MatchString(name) {
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

// whoseFirst begins a name that takes no article: "yesterday's outage".
var whoseFirst = pattern.New(`(?i)^[\p{L}\d-]+(?:['’]s|s['’])\s`)

// theNoun ends the name of one thing that is known, and needs its article.
var theNoun = pattern.New(`(?i)\b(?:post-?mortem|stand-?up|retro(?:spective)?|review|breach|outage|incident|accident|meeting|party|picnic|survey|audit|merger|acquisition|recall|fire drill|drill|move|relocation|check before .*|daily check|policy|law|project|campaign|sale|closure|strike|refresher|(?:budget|strategy|roadmap|report)(?: (?:19|20)\d\d)?|kick-?off|clinic|restaurant|salon|gym|bakery|surgery|practice|check-?list|programme|program)$`)

// asking is a question; a mark by itself is a key.
var asking = pattern.New(`[^\s]["”»’)]*\?|[\p{L}\d]\s\?$|؟`)

// noProduct ends the name of something that nobody meets.
var noProduct = pattern.New(`(?i)\b(?:pricing|prices?|membership|changes?|polic(?:y|ies)|updates?|move|closure|week|rules|plans?|results|survey|merger|increase|holidays?|hours|schedule|budget|(?:outage|incident|accident|breach|delay|closure|strike|recall|maintenance|downtime|failure|attack)s?(?: on .{3,24})?)$`)

var yearEnds = pattern.New(`\s(?:19|20)\d\d$`)

// typedTopic is a topic that has its capital only from standing at the head of a line.
var typedTopic = pattern.New(`^\p{Lu}\p{Ll}+ing(?: \p{Ll}[\p{Ll}'’-]*)*$`)

var startsCount = pattern.New(`(?i)^(?:\d{1,2}|two|three|four|five|six|seven|ten)\s+(?:[\p{L}-]+\s){0,2}\p{L}+s(?: (?:for|to|about|of|on|from|that|why|you|every|we) .+)?$`)

// reportNoun ends the title of something that comes regularly.
var reportNoun = pattern.New(`(?i)\b(?:update|report|recap|summary|review|overview|newsletter|briefing|digest|roundup|news|metrics|numbers|results|figures|kpis|stats|announcement|huddle|stand-?up|sync|meeting|check-in|alert|notice|talk)$`)

// isName tells a proper name: every word of it, except little ones, begins with
// a capital. Scripts without capitals count as names.
func isName(s string) bool {
	f := strings.Fields(s)
	caps := 0
	for _, w := range f {
		r := []rune(strings.Trim(w, `"“”«»().,'’`))
		if len(r) == 0 {
			continue
		}
		switch {
		case r[0] > 0x2ff || unicode.IsUpper(r[0]) || unicode.IsDigit(r[0]) || isAcronym(string(r)):
			caps++
		case len(f) > 1 && littleWords[string(r)]:
		default:
			return false
		}
	}
	return caps > 0
}

var littleWords = map[string]bool{"of": true, "the": true, "for": true, "and": true, "de": true, "la": true, "le": true, "du": true, "des": true, "y": true, "et": true, "e": true, "von": true, "der": true, "&": true, "in": true, "do": true, "da": true}

// howInfinitive asks how something is done, in Spanish and Portuguese.
var howInfinitive = pattern.New(`^(?i:cómo|como) (\p{L}+[aei]r(?:se)?(?: .*)?)$`)
