package script

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// opener introduces the subject, unless the prompt's own words do.
func (w *writer) opener(hooked bool, body []*telling.Beat) *telling.Beat {
	b, g := w.Brief, w.Wording
	if t := w.Thanks(); t != nil {
		return t
	}
	name := b.Subject
	if name == "" {
		name = b.Title
	}
	if hooked && g.Code == "en" && name != "" && slices.ContainsFunc(b.Points, func(pt brief.Point) bool {
		return pt.Role == brief.Hook && pt.Form == brief.Clause && strings.EqualFold(prose.Unstop(pt.Text), name)
	}) {
		return nil // "Spring sale at Hazel & Thyme!"
	}
	if b.Guessed && g.Code == "en" && b.Level == brief.Topic && len(body) > 0 {
		return nil // what opens the video says what it is about
	}
	if (b.Purpose == brief.Onboarding || b.Purpose == brief.Hiring && name == "") && b.Company != "" {
		if name = b.Company; g.Code == "en" {
			name = cmp.Or(b.CompanyIn, name)
		}
	}
	if name == "" && !hooked && b.Purpose == brief.Hiring && g.Code == "en" && b.Audience != "" && b.Level == brief.Topic {
		return &telling.Beat{Words: []string{"We're looking for " + b.Audience + "."}, Opener: true, Plain: true, Order: -1}
	}
	if name == "" && !hooked && b.Purpose == brief.Onboarding && g.Code == "en" && b.Level == brief.Topic && len(body) > 0 && !g.Greets.MatchString(strings.ToLower(body[0].Text())) {
		return &telling.Beat{Words: []string{"Welcome!"}, Opener: true, Plain: true, Order: -1, Scene: scene.Scene{Headline: "Welcome"}}
	}
	if name == "" || prompt.Genre(name) && len(body) > 0 && !(g.Code == "en" && prose.Words(name) >= 2 && reportNoun.MatchString(name)) {
		return nil // a kind of video says nothing about its subject
	}
	if b.Announced && len(body) > 0 || b.Subject == "" && len(body) > 0 && (!hooked || g.Code == "en") && tongue.IsName(name) && (strings.HasPrefix(body[0].Text(), "We are "+name) || strings.HasPrefix(body[0].Text(), "We're "+name)) {
		return nil
	}
	if hooked && b.About == "" {
		for _, x := range body {
			if strings.HasPrefix(x.Text(), name+" ") && tongue.IsName(name) {
				return nil // the facts introduce it themselves, where it belongs
			}
		}
	}
	if hooked && g.Code == "en" && b.Subject == "" && (reportNoun.MatchString(name) || noticeNoun.MatchString(name)) {
		return nil // its card says it, and the news comes first
	}
	if b.Common && b.Purpose != brief.Onboarding && b.Purpose != brief.Training {
		return w.contentsTitle()
	}
	if len(body) > 0 && !hooked {
		first := strings.ToLower(body[0].Text())
		if asking.MatchString(first) || strings.HasPrefix(first, strings.ToLower(name)) && b.About == "" || g.Greets.MatchString(first) {
			return nil
		}
	}
	if g.Code == "en" && typedTopic.MatchString(name) && b.About == "" {
		name = g.Lower(name) // "Composting at home", under "Topic:"
	}
	if g.Code == "en" && telling.StartsPronoun.MatchString(name) && prompt.IsClause(name, "en") { // "We are moving to a hybrid model"
		return &telling.Beat{Words: []string{prose.Upper(prose.Stop(name))}, Opener: true, Plain: true, Order: -1}
	}
	if g.Code == "en" && aThing.MatchString(name) && b.About == "" {
		return &telling.Beat{Words: []string{"Here's " + g.Lower(name) + "."}, Opener: true, Plain: true, Order: -1}
	}
	if rest, ok := strings.CutPrefix(name, "The "); ok && !tongue.IsName(name) {
		name = "the " + rest
	}
	if f := strings.Fields(name); tongue.Nouns[g.Code] != nil && g.Code != "de" && g.Code != "nl" && unicode.IsLower([]rune(name)[0]) && tongue.UpperFirst(f[len(f)-1]) && !g.Articled.MatchString(name+" ") {
		if n, ok := tongue.NounOf(g.Code, name, true); ok {
			name = tongue.WithArticle(g, name, n) // "zapatillas Brisa"
		}
	}
	if g.Code == "en" && ordersOf.MatchString(name) && g.VerbFirst.MatchString(name) { // "Reset your router"
		return &telling.Beat{Words: []string{g.Fill(g.HowTo, g.Lower(name))}, Opener: true, Plain: true, Order: -1}
	}
	s := ""
	if b.Purpose == brief.Hiring && b.Company != "" && name == b.Company && b.Audience != "" {
		who := strings.TrimSuffix(b.Audience, " at "+b.Company)
		if g.Code == "en" && freely.MatchString(who) { // nobody hires volunteers
			return &telling.Beat{Words: []string{prose.Upper(eventName(b.Company)) + " is looking for " + who + "."}, Opener: true, Plain: true, Order: -1}
		}
		return &telling.Beat{Words: []string{g.Fill(g.Hiring, b.Company, who)}, Opener: true, Plain: true, Order: -1}
	}
	if x, y, ok := strings.Cut(name, " vs "); ok && g.Code == "en" && b.Subject == "" && b.Purpose != brief.Onboarding {
		return &telling.Beat{Words: []string{g.Fill(g.Versus, x, y)}, Opener: true, Plain: true, Order: -1}
	}
	if b.Subject == "" && b.Purpose != brief.Onboarding {
		if strings.EqualFold(name, b.Title) && (g.Greets.MatchString(name) || g.ClauseItem.MatchString(g.Lower(name)) || strings.ContainsAny(name, "?!:") || len(body) > 0 && w.Brief.Level != brief.Topic) {
			return nil
		}
		if m := ofPeriod.FindStringSubmatch(name); m != nil && g.Code == "en" && !g.Articled.MatchString(name) && reportNoun.MatchString(m[1]) {
			name = "the " + g.Lower(m[1]) + " for " + m[2] // "the weekly metrics for week 41"
			if g.IsPlural(m[1]) {
				return &telling.Beat{Words: []string{"Here are " + name + "."}, Opener: true, Plain: true, Order: -1}
			}
		}
		if g.Code == "en" && !g.Articled.MatchString(name) && reportNoun.MatchString(name) && !telling.WhoseFirst.MatchString(name) {
			name = "the " + g.Lower(name)
		}
		if g.Code == "en" && oneNotice.MatchString(name) { // "Here's a heads up for everyone at Norra."
			name = g.Indefinite(g.Lower(name))
			if b.Audience != "" && prose.Words(b.Audience) <= 8 {
				name += " for " + b.Audience
			}
			return &telling.Beat{Words: []string{"Here's " + name + "."}, Opener: true, Plain: true, Order: -1}
		}
		if from := " from " + b.Company; g.Code == "en" && b.Company != "" && reportNoun.MatchString(name) && strings.Contains(w.r.Spec.PositivePrompt, from) && !strings.Contains(name, b.Company) {
			name += from // "the customer update from Kiln Coffee"
		}
		if g.Code == "en" && g.VerbFirst.MatchString(name) {
			return &telling.Beat{Words: []string{g.Fill(g.HowTo, g.Lower(name))}, Opener: true, Plain: true, Order: -1}
		}
		if g.Code == "en" && g.IsPlural(name) && severalNoun.MatchString(name) {
			return &telling.Beat{Words: []string{"Here are " + g.Lower(name) + "."}, Opener: true, Plain: true, Order: -1}
		}
		if g.Code == "en" && ofPeriod.MatchString(name) && !g.Articled.MatchString(name) {
			return &telling.Beat{Words: []string{prose.Upper(prose.Stop(name))}, Opener: true, Plain: true, Order: -1} // "Sales Q1."
		}
		return &telling.Beat{Words: []string{prose.Upper(g.Fill(g.ItsTitle, g.Lower(name)))}, Opener: true, Plain: true, Order: -1}
	}
	if g.Code == "en" && theNoun.MatchString(name) && !g.Articled.MatchString(name) && !tongue.OwnTime.MatchString(name) && !tongue.IsName(name) && !telling.WhoseFirst.MatchString(name) {
		name = "the " + name
	}
	switch {
	case g.Code == "en" && telling.StartsCount.MatchString(name): // "3 tips"
		return &telling.Beat{Words: []string{"Here are " + g.Lower(name) + "."}, Opener: true, Plain: true, Order: -1}
	case g.Code == "de" && strings.HasPrefix(name, "So ") && prose.Words(name) > 2: // "So mieten Sie …"
		return &telling.Beat{Words: []string{prose.Stop(name)}, Opener: true, Plain: true, Order: -1}
	case g.Code == "nl" && strings.HasPrefix(strings.ToLower(name), "zo ") && prose.Words(name) > 2:
		return &telling.Beat{Words: []string{prose.Upper(prose.Stop(name))}, Opener: true, Plain: true, Order: -1}
	case (g.Code == "es" || g.Code == "pt") && telling.HowInfinitive.MatchString(name): // "cómo devolver un pedido"
		return &telling.Beat{Words: []string{prose.Stop(g.Fill(g.HowTo, telling.HowInfinitive.FindStringSubmatch(name)[1]))}, Opener: true, Plain: true, Order: -1}
	case g.ClauseItem.MatchString(g.Lower(name)): // "how to set up a backup"
		return &telling.Beat{Words: []string{prose.Upper(prose.Stop(g.Fill(g.Here, g.Lower(name))))}, Opener: true, Plain: true, Order: -1}
	}
	if wantedAt.MatchString(name) && g.Code == "en" { // "apprentices wanted at Stahl & Sohn"
		return &telling.Beat{Words: []string{prose.Upper(prose.Stop(name))}, Opener: true, Plain: true, Order: -1}
	}
	if m := thingAt.FindStringSubmatch(name); m != nil && g.Code == "en" && telling.StreetNumber.MatchString(" "+m[2]+" ") { // "3-bed terraced house, 14 Orchard Lane, Bath"
		return &telling.Beat{Words: []string{"Here's " + g.Indefinite(tongue.LowerFirst(m[1])) + " at " + m[2] + "."}, Opener: true, Plain: true, Order: -1, Scene: scene.Scene{Headline: prose.Upper(telling.Clip(m[1], 46)), Subtitle: m[2]}}
	}
	if g.Code == "en" && telling.StreetNumber.MatchString(name+" ") && !telling.IsDigits(strings.Fields(name)[len(strings.Fields(name))-1]) {
		return &telling.Beat{Words: []string{g.Fill(g.Welcome, w.event(name))}, Opener: true, Plain: true, Order: -1}
	}
	if g.Code == "en" && b.Purpose == brief.Onboarding && b.Company == "" && !tongue.IsName(name) && !g.Articled.MatchString(name) {
		return &telling.Beat{Words: []string{"Welcome. Let's look at the " + g.Lower(name) + "."}, Opener: true, Plain: true, Order: -1} // "First day in the lab"
	}
	switch b.Purpose {
	case brief.Release:
		s = g.NewIn(name)
	case brief.Training, brief.News:
		s = g.Fill(g.Talk, g.About(name))
	case brief.Onboarding:
		s = g.Fill(g.Welcome, w.event(name))
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
		s = g.Fill(g.ComeTo, name)
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
	case brief.Outreach:
		if g.Code == "en" && b.Salute == "" && b.About != "" && ownedThing.MatchString(b.About) {
			s = g.Fill(g.Meet, g.Named(name)) // what is sold, and nobody who is greeted
			break
		}
		if b.Salute != "" {
			return &telling.Beat{Words: []string{prose.Stop(b.Salute)}, Opener: true, Plain: true, Order: -1, Scene: scene.Scene{Headline: g.Fill(g.ForName, name)}}
		}
		name, _, _ = strings.Cut(name, " at ")
		if titled.MatchString(name) && g.Code == "en" {
			f := strings.Fields(name)
			return &telling.Beat{Words: []string{g.Fill(g.Hello, f[0]+" "+f[len(f)-1])}, Opener: true, Plain: true, Order: -1, Scene: scene.Scene{Headline: g.Fill(g.ForName, name)}}
		}
		if first, _, ok := strings.Cut(name, " "); ok && tongue.IsName(name) {
			s = g.Fill(g.Hello, first)
			bt := &telling.Beat{Words: []string{s}, Opener: true, Plain: true, Order: -1}
			bt.Headline = g.Fill(g.ForName, name)
			return bt
		}
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
	if g.Code == "en" && b.About == "" && strings.HasPrefix(s, "Meet the ") && happens.MatchString(name) {
		s = g.Fill(g.Talk, g.About(name)) // "the merger of two libraries"
	}
	if b.About != "" && strings.HasPrefix(s, strings.TrimSpace(strings.SplitN(g.Meet, "%", 2)[0])) {
		s = strings.TrimSuffix(s, ".") + g.Comma() + g.Named(b.About)
	}
	if g.Code == "he" && !hebrewDefinite.MatchString(name) {
		s = strings.Replace(s, "הכירו את ", "הכירו: ", 1) // the object marker wants a definite noun
	}
	bt := &telling.Beat{Words: []string{prose.Upper(prose.Stop(s))}, Opener: true, Plain: true, Order: -1}
	if l := linkings[g.Code]; l != nil && g.Code == "en" && whoDid.MatchString(b.Audience) && prose.Words(b.Audience) <= 14 && len(body) > 0 {
		bt.Words = append(bt.Words, g.Fill(l.forWhom, b.Audience)) // whom it concerns is a fact
	}
	return bt
}

// hebrewDefinite is a noun with its article, or a name.
var hebrewDefinite = pattern.New(`(?:^|\s)ה\p{Hebrew}{2,}|["“”«»״]|^[A-Za-z]`)

// titled is a name with its title, which nobody is greeted by alone.
var titled = pattern.New(`^(?:Dr|Prof|Mr|Mrs|Ms)\.? \p{Lu}`)

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
var reportNoun = pattern.New(`(?i)\b(?:update|report|recap|summary|review|overview|newsletter|briefing|digest|roundup|news|metrics|numbers|results|figures|kpis|stats|announcement|huddle|stand-?up|sync|meeting|check-in|alert|notice|talk|note|price list|survey|mail|e-mail|minutes|retro|notes|scorecard)(?: for (?:our|the) .+)?$`)

var (
	// workplace is where people are hired to work.
	workplace = pattern.New(`(?i)^(?:our|the) (?:[\p{L}-]+ ){0,3}?(?:warehouse|shop|store|kitchen|clinic|office|factory|plant|farm|studio|workshop|hotel|restaurant|site|depot|yard|garage|school|nursery|kindergarten|lab|laboratory|salon|bakery|café|cafe|bar|hospital|ward|practice|library|museum|theatre|gym|centre|center)\b`)
	// workmates are whom they are hired to join.
	workmates = pattern.New(`(?i)^(?:our|the) (?:[\p{L}-]+ ){0,3}?(?:team|crew|department|family|night shift|day shift|fleet|choir|orchestra)\b`)
)
