package script

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// opening is what a video's first words are made of.
type opening struct {
	*writer
	b      *brief.Brief
	g      *tongue.Wording
	name   string // of what the video is about
	hooked bool   // a hook stands before
	body   []*telling.Beat
}

// opener introduces the subject, unless the prompt's own words do. Each of the readers knows
// some forms that a subject has, in their order; true = it has decided, and nil is no words.
func (w *writer) opener(hooked bool, body []*telling.Beat) *telling.Beat {
	if t := w.Thanks(); t != nil {
		return t
	}
	o := &opening{writer: w, b: w.Brief, g: w.Wording, hooked: hooked, body: body}
	for _, reads := range []func(*opening) (*telling.Beat, bool){
		(*opening).needless, (*opening).asNamed, (*opening).asTitled, (*opening).asWorded, (*opening).asGreeted,
	} {
		if bt, ok := reads(o); ok {
			return bt
		}
	}
	return o.introduced(o.byPurpose())
}

// opens begins a video with words.
func opens(words string) *telling.Beat {
	return &telling.Beat{Words: []string{words}, Opener: true, Plain: true, Order: -1}
}

// withCard gives words their own card.
func withCard(b *telling.Beat, card scene.Scene) *telling.Beat {
	b.Scene = card
	return b
}

// needless finds the name of the subject, and tells where nothing needs to introduce it.
func (o *opening) needless() (*telling.Beat, bool) {
	b, g, hooked, body := o.b, o.g, o.hooked, o.body
	name := b.Subject
	if name == "" {
		name = b.Title
	}
	if hooked && g.Code == "en" && name != "" && slices.ContainsFunc(b.Points, func(pt brief.Point) bool {
		return pt.Role == brief.Hook && pt.Form == brief.Clause && strings.EqualFold(prose.Unstop(pt.Text), name)
	}) {
		return nil, true // "Spring sale at Hazel & Thyme!"
	}
	if b.Guessed && g.Code == "en" && b.Level == brief.Topic && len(body) > 0 {
		return nil, true // what opens the video says what it is about
	}
	if (b.Purpose == brief.Onboarding || b.Purpose == brief.Hiring && name == "") && b.Company != "" {
		if name = b.Company; g.Code == "en" {
			name = cmp.Or(b.CompanyIn, name)
		}
	}
	if name == "" && !hooked && b.Purpose == brief.Hiring && g.Code == "en" && b.Audience != "" && b.Level == brief.Topic {
		return opens("We're looking for " + b.Audience + "."), true
	}
	if name == "" && !hooked && b.Purpose == brief.Onboarding && g.Code == "en" && b.Level == brief.Topic && len(body) > 0 && !g.Greets.MatchString(strings.ToLower(body[0].Text())) {
		return withCard(opens("Welcome!"), scene.Scene{Headline: "Welcome"}), true
	}
	if g.Code == "en" && bareGenre.MatchString(name) && len(body) > 0 {
		return nil, true // "An announcement"
	}
	if name == "" || prompt.Genre(name) && len(body) > 0 && !(g.Code == "en" && prose.Words(name) >= 2 && reportNoun.MatchString(name)) {
		return nil, true // a kind of video says nothing about its subject
	}
	if b.Announced && len(body) > 0 || b.Subject == "" && len(body) > 0 && (!hooked || g.Code == "en") && tongue.IsName(name) && (strings.HasPrefix(body[0].Text(), "We are "+name) || strings.HasPrefix(body[0].Text(), "We're "+name)) {
		return nil, true
	}
	if hooked && b.About == "" {
		for _, x := range body {
			if strings.HasPrefix(x.Text(), name+" ") && tongue.IsName(name) {
				return nil, true // the facts introduce it themselves, where it belongs
			}
		}
	}
	if hooked && g.Code == "en" && b.Subject == "" && (reportNoun.MatchString(name) || noticeNoun.MatchString(name)) {
		return nil, true // its card says it, and the news comes first
	}
	if b.Common && b.Purpose != brief.Onboarding && b.Purpose != brief.Training {
		return o.contentsTitle(), true
	}
	if len(body) > 0 && !hooked {
		first := strings.ToLower(body[0].Text())
		if asking.MatchString(first) || strings.HasPrefix(first, strings.ToLower(name)) && b.About == "" || g.Greets.MatchString(first) {
			return nil, true
		}
	}
	o.name = name
	return nil, false
}

// asNamed opens with subjects that are named in words of their own: a clause, an order, two
// things, people who are looked for.
func (o *opening) asNamed() (*telling.Beat, bool) {
	b, g, name := o.b, o.g, o.name
	if g.Code == "en" && typedTopic.MatchString(name) && b.About == "" {
		name = g.Lower(name) // "Composting at home", under "Topic:"
	}
	if g.Code == "en" && telling.StartsPronoun.MatchString(name) && prompt.IsClause(name, "en") { // "We are moving to a hybrid model"
		return opens(prose.Upper(prose.Stop(name))), true
	}
	if g.Code == "en" && aThing.MatchString(name) && b.About == "" {
		return opens("Here's " + g.Lower(name) + "."), true
	}
	if rest, ok := strings.CutPrefix(name, "The "); ok && !tongue.IsName(name) {
		name = "the " + rest
	}
	if f := strings.Fields(name); tongue.Nouns[g.Code] != nil && g.Code != "de" && g.Code != "nl" && unicode.IsLower([]rune(name)[0]) && tongue.UpperFirst(f[len(f)-1]) && !g.Articled.MatchString(name+" ") {
		if n, ok := tongue.NounOf(g.Code, name, true); ok {
			name = tongue.WithArticle(g, name, n) // "zapatillas Brisa"
		}
	}
	if g.Code != "en" && commonHead.MatchString(name) && !strings.Contains(name, g.And) && !g.Articled.MatchString(name+" ") && b.About == "" {
		if g.ClauseItem.MatchString(name + " ") {
			return opens(prose.Upper(prose.Stop(name))), true // "Comment déclarer ses frais"
		}
		n, ok := tongue.NounOf(g.Code, tongue.LowerFirst(name), false)
		if !ok || g.Code == "de" || g.Code == "nl" {
			return opens(prose.Upper(prose.Stop(name))), true // "Umstellung auf das neue Portal" has no article here
		}
		name = tongue.WithArticle(g, tongue.LowerFirst(name), n)
	}
	if tongue.Nouns[g.Code] != nil && g.Code != "de" && headedTopic.MatchString(name) && !g.Articled.MatchString(name+" ") {
		n, ok := tongue.NounOf(g.Code, tongue.LowerFirst(name), false)
		if !ok {
			return opens(prose.Upper(prose.Stop(name))), true // "Poupança de energia no escritório" has no article here
		}
		name = tongue.WithArticle(g, tongue.LowerFirst(name), n)
	}
	if g.Code == "en" && ordersOf.MatchString(name) && g.VerbFirst.MatchString(name) { // "Reset your router"
		return opens(g.Fill(g.HowTo, g.Lower(name))), true
	}
	if b.Purpose == brief.Hiring && b.Company != "" && name == b.Company && b.Audience != "" {
		who := strings.TrimSuffix(b.Audience, " at "+b.Company)
		if g.Code == "en" && workmates.MatchString(who) { // nobody hires the team that they have
			return opens("Come and join " + who + " at " + b.Company + "."), true
		}
		if g.Code == "en" && freely.MatchString(who) { // nobody hires volunteers
			return opens(prose.Upper(eventName(b.Company)) + " is looking for " + who + "."), true
		}
		return opens(g.Fill(g.Hiring, b.Company, who)), true
	}
	if x, y, ok := strings.Cut(name, " vs "); ok && g.Code == "en" && b.Subject == "" && b.Purpose != brief.Onboarding {
		return opens(g.Fill(g.Versus, x, y)), true
	}
	o.name = name
	return nil, false
}

// asTitled opens a video that has a title and no subject.
func (o *opening) asTitled() (*telling.Beat, bool) {
	b, g, name := o.b, o.g, o.name
	if b.Subject != "" || b.Purpose == brief.Onboarding {
		return nil, false
	}
	if strings.EqualFold(name, b.Title) && (g.Greets.MatchString(name) || g.ClauseItem.MatchString(g.Lower(name)) || strings.ContainsAny(name, "?!:") || len(o.body) > 0 && b.Level != brief.Topic) {
		return nil, true
	}
	if m := ofPeriod.FindStringSubmatch(name); m != nil && g.Code == "en" && !g.Articled.MatchString(name) && reportNoun.MatchString(m[1]) {
		name = "the " + g.Lower(m[1]) + " for " + m[2] // "the weekly metrics for week 41"
		if g.IsPlural(m[1]) {
			return opens("Here are " + name + "."), true
		}
	}
	if g.Code == "en" && !g.Articled.MatchString(name) && reportNoun.MatchString(name) && !telling.WhoseFirst.MatchString(name) {
		name = "the " + g.Lower(name)
	}
	if head, _, _ := strings.Cut(name, " for "); g.Code == "en" && severalNoun.MatchString(head) {
		if !g.Articled.MatchString(name) {
			name = "the " + g.Lower(name) // "Numbers for March"
		}
		return opens("Here are " + name + "."), true // "the quarterly safety numbers for the plant"
	}
	if g.Code == "en" && oneNotice.MatchString(name) { // "Here's a heads up for everyone at Norra."
		name = g.Indefinite(g.Lower(name))
		if b.Audience != "" && prose.Words(b.Audience) <= 8 {
			name += " for " + b.Audience
		}
		return opens("Here's " + name + "."), true
	}
	if from := " from " + b.Company; g.Code == "en" && b.Company != "" && reportNoun.MatchString(name) && strings.Contains(o.r.Spec.PositivePrompt, from) && !strings.Contains(name, b.Company) {
		name += from // "the customer update from Kiln Coffee"
	}
	if g.Code == "en" && g.VerbFirst.MatchString(name) {
		return opens(g.Fill(g.HowTo, g.Lower(name))), true
	}
	if g.Code == "en" && g.IsPlural(name) && severalNoun.MatchString(name) {
		return opens("Here are " + g.Lower(name) + "."), true
	}
	if g.Code == "en" && (grammar.Predicate(name) || prompt.IsClause(name, "en")) { // "Our app Routly just got three new features"
		return opens(prose.Upper(prose.Stop(name))), true
	}
	if g.Code == "en" && ofPeriod.MatchString(name) && !g.Articled.MatchString(name) {
		return opens(prose.Upper(prose.Stop(name))), true // "Sales Q1."
	}
	return opens(prose.Upper(g.Fill(g.ItsTitle, g.Lower(name)))), true
}

// asWorded opens with subjects whose form needs other words around it: a count, a question, an
// address.
func (o *opening) asWorded() (*telling.Beat, bool) {
	b, g, name := o.b, o.g, o.name
	if g.Code == "en" && theNoun.MatchString(name) && !g.Articled.MatchString(name) && !tongue.OwnTime.MatchString(name) && !tongue.IsName(name) && !telling.WhoseFirst.MatchString(name) {
		name = "the " + name
	}
	switch {
	case g.Code == "en" && telling.StartsCount.MatchString(name): // "3 tips"
		return opens("Here are " + g.Lower(name) + "."), true
	case g.Code == "de" && strings.HasPrefix(name, "So ") && prose.Words(name) > 2: // "So mieten Sie …"
		return opens(prose.Stop(name)), true
	case g.Code == "nl" && strings.HasPrefix(strings.ToLower(name), "zo ") && prose.Words(name) > 2:
		return opens(prose.Upper(prose.Stop(name))), true
	case (g.Code == "es" || g.Code == "pt") && telling.HowInfinitive.MatchString(name): // "cómo devolver un pedido"
		return opens(prose.Stop(g.Fill(g.HowTo, telling.HowInfinitive.FindStringSubmatch(name)[1]))), true
	case g.ClauseItem.MatchString(g.Lower(name)): // "how to set up a backup"
		return opens(prose.Upper(prose.Stop(g.Fill(g.Here, g.Lower(name))))), true
	}
	if g.Code == "en" && !g.Articled.MatchString(name) && !tongue.IsName(name) && onWeekday.MatchString(name) {
		return opens(prose.Upper(prose.Stop(name))), true // "Fire drill on Wednesday at 10."
	}
	if m := wantedOnly.FindStringSubmatch(name); m != nil && g.Code == "en" {
		return withCard(opens("We're looking for "+g.Lower(m[1])+"."), scene.Scene{Headline: prose.Upper(name)}), true
	}
	if wantedAt.MatchString(name) && g.Code == "en" { // "apprentices wanted at Stahl & Sohn"
		return opens(prose.Upper(prose.Stop(name))), true
	}
	if m := thingAt.FindStringSubmatch(name); m != nil && g.Code == "en" && telling.StreetNumber.MatchString(" "+m[2]+" ") { // "3-bed terraced house, 14 Orchard Lane, Bath"
		return withCard(opens("Here's "+g.Indefinite(tongue.LowerFirst(m[1]))+" at "+m[2]+"."), scene.Scene{Headline: prose.Upper(telling.Clip(m[1], 46)), Subtitle: m[2]}), true
	}
	if g.Code == "en" && telling.StreetNumber.MatchString(name+" ") && !telling.IsDigits(strings.Fields(name)[len(strings.Fields(name))-1]) {
		return opens(g.Fill(g.Welcome, o.event(name))), true
	}
	if g.Code == "en" && b.Purpose == brief.Onboarding && b.Company == "" && !tongue.IsName(name) && !g.Articled.MatchString(name) {
		return opens("Welcome. Let's look at the " + g.Lower(name) + "."), true // "First day in the lab"
	}
	o.name = name
	return nil, false
}

// asGreeted opens what is sent to somebody with a greeting.
func (o *opening) asGreeted() (*telling.Beat, bool) {
	b, g, name := o.b, o.g, o.name
	if b.Purpose != brief.Outreach || g.Code == "en" && b.Salute == "" && b.About != "" && ownedThing.MatchString(b.About) {
		return nil, false // what is sold, and nobody who is greeted
	}
	if b.Salute != "" {
		return withCard(opens(prose.Stop(b.Salute)), scene.Scene{Headline: g.Fill(g.ForName, name)}), true
	}
	name, _, _ = strings.Cut(name, " at ")
	if titled.MatchString(name) && g.Code == "en" {
		f := strings.Fields(name)
		return withCard(opens(g.Fill(g.Hello, f[0]+" "+f[len(f)-1])), scene.Scene{Headline: g.Fill(g.ForName, name)}), true
	}
	if first, _, ok := strings.Cut(name, " "); ok && tongue.IsName(name) {
		return withCard(opens(g.Fill(g.Hello, first)), scene.Scene{Headline: g.Fill(g.ForName, name)}), true
	}
	o.name = name
	return nil, false
}

// headedTopic is a topic of common words, as it stands under a heading: "Curso de primeros
// auxilios", "raccolta differenziata in ufficio".
var headedTopic = pattern.New(`^\p{L}\p{Ll}+ \p{Ll}+ [\p{Ll} ]+$`)

// commonHead is a topic of several words that a label has given a capital, and no name: "Nueva
// cita previa en la oficina", "Umstellung auf das neue Portal".
var commonHead = pattern.New(`^\p{Lu}\p{Ll}{2,} \p{Ll}[\p{L}'’-]*(?: \S+)+$`)
