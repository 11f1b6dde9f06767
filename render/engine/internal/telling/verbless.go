package telling

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/tongue"
)

// Notes leave out the verb that a person says: "Free entry", "Food trucks from 8 pm", "No
// degree needed", "Closed Mondays". Read out as they stand they sound like a ticker.

var (
	// freeThing is one thing that costs nothing.
	freeThing = pattern.New(`^Free ((?:public |on-site |home |guided )?(?:entry|admission|entrance|parking|delivery|shipping|returns|wi-?fi|breakfast|lunch|childcare|cancellation|registration|installation|training|membership|setup|coffee|support|updates|transport|tasting|tours|pick-?up))((?: (?:for|on|until|with|in|at|to|every) .+)?)$`)
	// madeSo is a thing and the state that it is in, without the verb between them.
	madeSo = pattern.New(`^((?:No |All |Only |Most |The |Our |Your )?[\p{L}\d'’ &-]{2,40}?) (needed|required|included|provided|accepted|allowed|welcome|available|guaranteed|mandatory|optional|reserved|refundable|permitted|recommended|covered|supplied|postponed|cancelled)((?: (?:for|on|until|from|with|in|at|to|every|by|if|per) .+)?)$`)
	// goFree are people who pay nothing.
	goFree = pattern.New(`(?i)^((?:kids|children|students|members|seniors|pensioners|infants|volunteers|carers|teachers|under[- ]\d+s|over[- ]\d+s)(?: (?:under|over|up to|from|aged) \d+)?) (?:are |get in |go |for )?free$`)
	// openFor is when something is open.
	openFor    = pattern.New(`^(Open|Closed):? (.+)$`)
	hourSpan   = pattern.New(`(?i)^\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm)?\s?(?:–|-|to|until|till)\s?(?:\d|late|midnight|noon)`)
	hoursFirst = pattern.New(`(?i)^(?:from|until|till|daily|every|on|all|24|late|by|for|between|now|again|today|tomorrow)\b`)
	closedOn   = pattern.New(`(?i)\bclosed ((?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends|bank holidays|public holidays)\b`)
	daysFirst  = pattern.New(`(?i)^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends|weekdays|bank holidays|public holidays)\b`)
	entryCost  = pattern.New(`(?i)^([€$£]\d[\d.,]*|\d[\d.,]*\s?[€$£]) (entry|admission|entrance)$`)
	// profile is an account on a network.
	profile = pattern.New(`(?i)^(insta(?:gram)?|ig|tiktok|twitter|facebook|fb|linkedin|youtube|threads|mastodon|bluesky)(?: is|:| -| –)? (@[\w.]+)$`)
	// foundAt is something to be looked up, and where.
	foundAt = pattern.New(`^((?:Full |Whole |Complete )?(?:Programme|Program|Menu|Schedule|Agenda|Timetable|Price list|Prices|Map|Details|Tickets|Recipe|Recipes|Dates|Line-?up|Catalogue|Route|Rules|Terms|Form|Guide|FAQ|Brochure|Report|Documentation|Docs|Changelog)): ((?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?)$`)
	// signUp is what people do somewhere, by its noun.
	signUp = pattern.New(`(?i)^(free,? (?:and )?)?(registration|booking|sign-?up|tickets|applications?|orders?|donations?|details|more info(?:rmation)?|info)(?: are| is)?(?: at| on| via| through|:) (\S+\.\S+)$`)
	// paidBy is what somebody pays for.
	paidBy     = pattern.New(`^((?:The |All )?[\p{L} ]{3,30}?) (on (?:us|me|the house))$`)
	thereAgain = pattern.New(`^there(?:['’]s| are) `)
	// placed is a thing with where, when or for whom it is.
	placed = pattern.New(`^((?:[\p{L}\d'’&-]+,? ){1,5}?)(from|at|in|behind|for|with|near|between|until|every|opposite|after|before|on|by|next to|above|under|outside|inside|around) (?:[\p{L}\d@].*)$`)
	// noThing begins what names no thing that there is.
	noThing = pattern.New(`(?i)^(?:nothing|nobody|everything|everyone|everybody|thanks?|thank|best|welcome|happy|congrat\p{L}*|see|sorry|yes|hello|hi|dear|cheers|love|more|less|not|never|always|just|only|now|then|also|so|and|but|or|if|when|while|because|to|up|out|back|off|down|over|under|located|based|made|built|soon|today|tomorrow|tonight|this|that|these|those|here|there|what|who|how|why|where|which|the|our|your|my|his|her|their|its|as|like|than|made|version|season|episode|chapter|part|step|day|week|year|month|from|at|in|behind|for|with|near|between|until|every|on|by|before|after|same|\p{L}+ly|\p{L}+ed|[€$£]?\d[\d.,%€$£]*(?:am|pm|h|km|kg|m|s)?)$`)
	// goesOnWith are verbs that are not read as such elsewhere.
	goesOnWith = pattern.New(`(?i)^(?:begins?|leaves?|departs?|meets?|returns?|resumes?|continues?|applies|remains?|serves?|features?|follows?|joins?|plays?|speaks?|performs?|hosts?|teaches|leads?|falls|rises?|sits?|stands?|lies|lives?|draws?|hits?|beats?|awaits?|belongs?)$`)
	// leadsNoun stands before what is no verb.
	leadsNoun = pattern.New(`(?i)^(?:an?|the|our|your|their|its|my|no|of|for|with|from|at|in|on|by|to|and|every|each|free|new)$`)
	// aDeterminer begins another thing: "Sound the horn" is an order.
	aDeterminer = pattern.New(`(?i)^(?:an?|the|our|your|their|its|my|his|her|this|that|these|those|it|them|us|you|me)$`)
	// herald is what a message is, said of itself.
	herald = pattern.New(`(?i)^(?:just )?(an? (?:\p{L}+ ){0,2}(?:reminder|update|note|word|heads[- ]up|tip|recap|summary|look)\b.*)$`)
	// countsThings is a number of things.
	countsThings = pattern.New(`^\d[\d,.]* (?:[\p{L}-]+ ){0,2}\p{L}+s$`)
	// mustSignUp says that one has to sign up.
	mustSignUp = pattern.New(`(?i)^(?:sign[- ]?up|registration|booking)(?: is)? (?:needed|required|necessary)$`)
	// namedFor is somebody by what they do: "Keynote: Sara Lindqvist (City of Malmö)".
	namedFor = pattern.New(`^(Keynote|Host|Moderator|Chair|Coach|Trainer|Teacher|Contact|Mentor|Buddy|Supervisor|Team lead|Shift lead|Ward sister|Manager|Safety officer|Fire warden|First aider|Project lead|Organi[sz]er|Your (?:contact|buddy|mentor|coach|trainer|manager|host)): (\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,2})((?:,? .+)?)$`)
	// stateLast ends words that say how something is.
	stateLast = pattern.New(`(?i)(?:ed|ly|able|ible|less|free|ready|open|live|full|new|out|back|up|down|off|on)$`)
)

// verbless makes a sentence of a note in English that has no verb; "" = it cannot tell.
func (w *Writer) verbless(s string) string {
	t := strings.TrimSuffix(strings.TrimSpace(s), ".")
	if prose.Words(t) > 14 || strings.ContainsAny(t, "?!\"“”;…") || prose.Mail(t) != "" || PhoneNumber.MatchString(t) {
		return ""
	}
	if strings.HasPrefix(t, "No ") && noneThen.MatchString(t) {
		return "" // a rule: "No messages after 6 pm"
	}
	if m := foundAt.FindStringSubmatch(t); m != nil {
		return prose.Stop("Find the " + w.Wording.Lower(m[1]) + " at " + m[2])
	}
	if m := signUp.FindStringSubmatch(t); m != nil {
		said := doneAt[strings.ToLower(strings.Trim(m[2], "s"))] + m[3]
		if m[1] != "" {
			said = "It's free: " + w.Wording.Lower(said)
		}
		return prose.Stop(said)
	}
	if m := profile.FindStringSubmatch(t); m != nil {
		return prose.Stop("We're " + m[2] + " on " + network(m[1]))
	}
	if m := openFor.FindStringSubmatch(t); m != nil {
		rest := closedOn.ReplaceAllString(m[2], "closed on $1")
		switch {
		case StartsPronoun.MatchString(rest) || likeIs.MatchString(rest):
			return ""
		case hourSpan.MatchString(rest):
			rest = "from " + rest
		case daysFirst.MatchString(rest):
			rest = "on " + rest
		case !hoursFirst.MatchString(rest):
			return "" // "Open the door"
		}
		return prose.Stop("It's " + strings.ToLower(m[1]) + " " + rest)
	}
	if m := namedFor.FindStringSubmatch(t); m != nil {
		what, is := "The "+w.Wording.Lower(m[1]), " is "
		if strings.HasPrefix(m[1], "Your") {
			what = m[1]
		} else if m[1] == "Keynote" {
			is = " is by "
		}
		return prose.Stop(what + is + m[2] + m[3])
	}
	if prose.URL(t) != "" || strings.Contains(t, ":") {
		return ""
	}
	if m := herald.FindStringSubmatch(t); m != nil && w.IsPhrase(m[1]) {
		return prose.Stop("Here's " + w.Wording.Lower(m[1]))
	}
	parts, _ := w.partsOf(t)
	if len(parts) > 2 && !slices.ContainsFunc(parts[1:], func(p string) bool { return !thirdFirst.MatchString(p) }) {
		return "" // "Water evaporates, rises, cools into clouds, and falls" does something
	}
	var said []string
	counts := 0
	for _, p := range parts {
		if countsThings.MatchString(p) {
			counts++
		}
	}
	if counts == len(parts) {
		return "" // "3 days, 85 talks": figures are drawn as they are
	}
	for _, p := range parts {
		s := w.verblessPart(prose.Upper(p))
		if s == "" {
			said = nil
			break
		}
		if len(said) > 0 {
			if s = w.Lower(s); strings.HasPrefix(said[0], "There") {
				s = thereAgain.ReplaceAllString(s, "") // "There are talks in the morning and workshops after lunch"
			}
		}
		said = append(said, s)
	}
	if first := w.verblessPart(parts[0]); said == nil && len(parts) == 2 && first != "" && w.Brief.Purpose == brief.Hiring && w.IsPhrase(parts[1]) {
		return prose.Stop(first + ", and you get " + w.Wording.Indefinite(paidFor.ReplaceAllString(parts[1], "$1 of $2"))) // "No degree needed, 11 months paid training"
	}
	if said == nil && len(parts) > 1 { // "Live jazz on Fridays, a raffle, and cake"
		there := w.thereIs(parts[0])
		for _, p := range parts[1:] {
			if there == "" || !w.IsPhrase(p) || noThing.MatchString(FirstWordOf(p)) {
				return ""
			}
		}
		said = append([]string{there}, parts[1:]...)
	}
	if said == nil || said[0] == "" {
		return ""
	}
	return prose.Stop(w.Wording.Join(said))
}

// sloganVerb begins what an advertisement tells its viewers: "Sell smarter with Homely".
var sloganVerb = pattern.New(`(?i)^(?:sell|buy|shop|save|spend|discover|explore|enjoy|feel|live|love|work|travel|ride|drive|run|walk|sleep|eat|drink|cook|bake|learn|earn|grow|dream|think|play|stay|start|stop|book|reserve|order|join|share|send|build|design|write|print|plan|track|manage|control|protect|boost|cut|reduce|upgrade|switch|move|relax|breathe|rediscover|experience|imagine|say|bring|keep|make|take|give|go|get) (?:\p{L}+er|more|less|better|your|it|with|for|in|like|well|now|free|fast|smart|easy|safe|local|green|together|from)\b`)

// thirdFirst begins with what may be a verb in the third person.
var thirdFirst = pattern.New(`^\p{Ll}+[^s\P{L}]s(?: (?:into|in|as|to|from|on|up|down|out|the|a|an|it|its|your|for|with|by)\b.*)?$`)

// verblessPart is verbless for what stands between commas, without the full stop.
func (w *Writer) verblessPart(t string) string {
	if m := goFree.FindStringSubmatch(t); m != nil {
		return m[1] + " go free"
	}
	if m := paidBy.FindStringSubmatch(t); m != nil && w.IsPhrase(m[1]) {
		return m[1] + w.isAre(m[1]) + m[2]
	}
	if m := entryCost.FindStringSubmatch(t); m != nil {
		return prose.Upper(strings.ToLower(m[2])) + " is " + m[1]
	}
	if countsThings.MatchString(t) && !lasting.MatchString(strings.Fields(t)[1]) {
		return "There are " + t
	}
	if strings.EqualFold(t, "free") {
		return "It's free"
	}
	if mustSignUp.MatchString(t) {
		return "You need to sign up"
	}
	if m := freeThing.FindStringSubmatch(t); m != nil {
		return prose.Upper(m[1]) + w.isAre(m[1]) + "free" + m[2]
	}
	if m := madeSo.FindStringSubmatch(t); m != nil && w.IsPhrase(m[1]) && !StartsPronoun.MatchString(m[1]) {
		return m[1] + w.isAre(m[1]) + m[2] + m[3]
	}
	return w.thereIs(t)
}

// thereIs says that there is a thing, told with where, when or for whom it is; "" = the
// words name none.
func (w *Writer) thereIs(t string) string {
	m := placed.FindStringSubmatch(t)
	if m == nil || !w.IsPhrase(t) || sloganVerb.MatchString(t) || prompt.IsClause(t, "en") || StartsPronoun.MatchString(t) {
		return ""
	}
	if someDo(t) {
		return "" // "Staff park on levels 1 to 3"
	}
	for i, v := range strings.Fields(t) {
		if i > 1 && w.Wording.VerbFirst.MatchString(v+" ") && !leadsNoun.MatchString(strings.Fields(t)[i-1]) {
			return "" // "Online shops in Europe use 40 billion boxes"
		}
	}
	thing, more, several := strings.Cut(strings.TrimRight(m[1], ", "), " and ")
	f := strings.Fields(thing)
	last := f[len(f)-1]
	for i, v := range f {
		if i > 0 && (aDeterminer.MatchString(v) || w.Wording.VerbFirst.MatchString(strings.TrimSuffix(v, "s")+" ") || goesOnWith.MatchString(v)) || i < len(f)-1 && w.Wording.IsPlural(v) {
			return "" // "Volunteers meet at the church", "Shade cools streets by 8 degrees"
		}
	}
	if noThing.MatchString(f[0]) || stateLast.MatchString(last) || tongue.IsName(thing) && len(f) > 1 || len(f) == 1 && !w.Wording.IsPlural(last) {
		return ""
	}
	if several && noThing.MatchString(FirstWordOf(more)) {
		return ""
	}
	if inOrderOf.MatchString(thing) {
		return "" // "First lessons from May"
	}
	there := "There's "
	if w.Wording.IsPlural(last) {
		there = "There are "
	}
	return there + w.Wording.Indefinite(w.Lower(thing)) + t[len(thing):]
}

// someDo tells people and what they do from a compound: the second word is a verb behind
// "they", and a preposition or an article follows.
func someDo(t string) bool {
	if !groupFirst.MatchString(t) {
		return false
	}
	_, rest, _ := strings.Cut(t, " ")
	words := grammar.Tags("They " + rest)
	return len(words) > 2 && words[1].Tag == "VBP" && (words[2].Tag == "IN" || words[2].Tag == "DT" || words[2].Tag == "PRP$")
}

// groupFirst begins with several people by one word.
var groupFirst = pattern.New(`(?i)^(?:staff|people|everyone|guests|visitors|members|employees|drivers|parents|children|kids|residents|teams|students|pupils|volunteers|cyclists|dogs|bikes|cars) \p{Ll}+ `)

// doneAt begin what people do where a note has a noun.
var doneAt = map[string]string{"registration": "Register at ", "booking": "Book at ", "sign-up": "Sign up at ", "signup": "Sign up at ", "ticket": "Get tickets at ", "application": "Apply at ", "order": "Order at ", "donation": "Donate at ",
	"detail": "Find the details at ", "more info": "Find out more at ", "more information": "Find out more at ", "info": "Find out more at "}

// network is a network's name as it is said.
func network(s string) string {
	switch s = strings.ToLower(s); s {
	case "insta", "instagram", "ig":
		return "Instagram"
	case "tiktok":
		return "TikTok"
	case "fb", "facebook":
		return "Facebook"
	case "linkedin":
		return "LinkedIn"
	case "youtube":
		return "YouTube"
	}
	return prose.Upper(s)
}

// inOrderOf begins what comes in an order, and is no thing that there is.
var inOrderOf = pattern.New(`(?i)^(?:first|last|next|final) `)

// noneThen forbids something at some time or place.
var noneThen = pattern.New(`(?i)^no [\p{L} -]{2,30} (?:after|before|during|on|in|at|near|inside|under|beyond|without|while|from)\b`)
