package telling

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// oneVerb parts an order into its verb and what it is about.
var oneVerb = pattern.New(`(?i)^(avoid|bring|pack|wear|use|take off|put on|turn off|switch off|take|buy|stop taking|don['’]t eat|eat|drink|check|remove|clean|report|never eat|do not eat|do not take) (\p{L}[\p{L} '’-]*)$`)

// whenOnly is a weekday or a time of day and nothing else.
var whenOnly = pattern.New(`(?i)^(?:(?:am |um |ab |gegen |a las |à |alle |às |om |vanaf )?\d{1,2}(?:(?:[:.]\d\d)? ?(?:uhr|uur|h)(?: ?\d\d)?|[:.]\d\d)|(?:am |el |le |il |op )?(?:` + Weekdays + `))(?: (?:bis|a|à|alle|às|tot|[–-]) .{1,12})?$`)

// sayWhen tells whether a part is a day or a time of day.
func sayWhen(p string) bool {
	p = strings.TrimSpace(p)
	at := ADay.FindStringIndex(p)
	return whenOnly.MatchString(p) || at != nil && at[0] == 0 && prose.Words(p[at[1]:]) <= 4
}

// anyOrder tells whether one of several parts is an order.
func (w *Writer) anyOrder(parts []string) bool {
	for _, p := range parts {
		if w.Wording.VerbFirst.MatchString(p) {
			return true
		}
	}
	return false
}

// inThatYear is when something took place, and no first item: "En 2025, 340 bénévoles …".
var inThatYear = pattern.New(`(?i)^(?:in|en|em|nel|im|im jahr|en el año|in the year|au cours de|seit|since|depuis|desde|dal) (?:19|20)\d\d$`)

// inlined is a list inside a sentence.
type inlined struct {
	lead  string // what leads to it; "" = nothing does
	can   bool   // the lead says what somebody can do
	text  string // the list as it is written
	parts []string
	bare  bool // the sentence is the list and nothing else
}

// Inline finds the list inside a sentence: "You get a, b, and c", "Talk, take
// photos, and tap done".
func (w *Writer) Inline(b *Beat, s string) bool {
	g := w.Wording
	t := prose.Unstop(s)
	if parts := strings.Split(t, ", "); len(parts) > 2 {
		if events := EventsOf(parts); events != nil { // "9 May: doors open, 12 May: first loaf, …"
			w.asEvents(b, events[:min(6, len(events))])
			return true
		}
	}
	l := w.afterLead(b, t)
	l.bare = l.lead == "" && l.text == t
	if l.parts = w.inlineParts(l.lead, l.text); l.parts == nil || l.can && !w.Orders(l.parts) {
		return false
	}
	if g.Code != "en" && (slices.ContainsFunc(l.parts, sayWhen) || prompt.OneThing(l.parts)) {
		return false // "Einweihung der Turnhalle, Samstag, 20. September, 10.30 Uhr" is one thing and when it is
	}
	events := EventsOf(l.parts)
	if l.bare && events != nil {
		w.asEvents(b, events)
		return true
	}
	if l.bare && w.amounts(l.parts) {
		for _, p := range l.parts {
			b.Items = append(b.Items, scene.Item{Title: p})
		}
		b.Headline, b.Plain = g.NumbersHead, false
		w.listKind(b)
		return true
	}
	if l.bare && !w.listsOnly(&l, b.Lead != "") {
		return false
	}
	if m := oneVerb.FindStringSubmatch(l.parts[0]); m != nil && g.Code == "en" && l.lead != "" && g.VerbFirst.MatchString(l.parts[0]) && !w.anyOrder(l.parts[1:]) {
		l.lead, l.parts[0] = l.lead+": "+m[1], m[2] // "Three days before: avoid seeds, nuts and wholegrain bread"
	}
	for i, p := range l.parts {
		if i == 0 && g.Code == "en" && !StartsPronoun.MatchString(l.parts[1]) {
			p = whoCan.ReplaceAllString(p, "")
		}
		b.Items = append(b.Items, scene.Item{Title: w.Entry(prose.Upper(g.Noun(p)), 46), Icon: Icon(p)})
	}
	if events := EventsOf(l.parts); events != nil {
		w.asEvents(b, events)
		return true
	}
	b.Kind, b.Headline, b.Plain = scene.Points, w.inlineHead(l, s), false
	Cues(b)
	w.listKind(b)
	w.inlineKind(b, l)
	return true
}

// asEvents shows dated events along a line.
func (w *Writer) asEvents(b *Beat, events []scene.Item) {
	b.Kind, b.Items, b.Headline, b.Plain = scene.Timeline, events, w.Wording.TimeHead, false
	Cues(b)
}

// afterLead parts what leads to a list from the list; a lead with a colon is noted in b.
func (w *Writer) afterLead(b *Beat, t string) inlined {
	g := w.Wording
	if head, tail, ok := strings.Cut(t, ": "); ok && prose.URL(t) == "" {
		b.Lead = strings.TrimSpace(head)
		return inlined{lead: head, text: tail}
	}
	if re := canDo[g.Code]; re != nil && re.MatchString(t) {
		able := re.FindString(t)
		return inlined{lead: strings.TrimSpace(able), can: able != "", text: t[len(able):]}
	}
	if m := inNeedOf.FindStringSubmatch(t); m != nil && g.Code != "en" {
		return inlined{lead: m[1], text: partitive.ReplaceAllString(t[len(m[0]):], "$1")}
	}
	if m := whenLead.FindStringSubmatch(t); m != nil && g.Code == "en" && w.Orders(strings.Split(m[2], ", ")) {
		return inlined{lead: m[1], text: m[2]} // "On your first day, clock in at gate B, …"
	}
	if lead, rest := forWhat(t); lead != "" && g.Code == "en" && w.Orders(strings.Split(rest, ", ")) {
		return inlined{lead: lead, text: rest}
	}
	if g.ListLead != nil {
		t = t[len(g.ListLead.FindString(t)):]
	}
	return inlined{text: t}
}

// whenLead is when what follows is to be done. Groups: when, what.
var whenLead = pattern.New(`(?i)^((?:on|in|during|before|after|at|by|every|once|when) [^,]{3,36}), (\p{L}.+)$`)

// forWhat parts what is made from how: "For a flat white pull a double shot, …".
func forWhat(t string) (lead, how string) {
	if !forThing.MatchString(t) || !strings.Contains(t, ", ") {
		return "", ""
	}
	for i, f := 0, strings.Fields(t); i+4 < min(len(f), 10); i++ {
		lead = strings.Join(f[:i+3], " ")
		if rest := strings.TrimSpace(t[len(lead):]); strings.HasSuffix(lead, ",") || bids(rest) {
			return strings.TrimSuffix(lead, ","), rest
		}
	}
	return "", ""
}

// forThing begins with what something is for.
var forThing = pattern.New(`^(?i:for) (?:an?|the|your) `)

// inlineParts are the three to six parts of a list behind its lead; nil = it is none.
func (w *Writer) inlineParts(lead, t string) []string {
	g := w.Wording
	parts := strings.Split(t, g.Comma())
	if len(parts) < 2 || inThatYear.MatchString(parts[0]) {
		return nil
	}
	last := parts[len(parts)-1]
	if i := strings.LastIndex(last, g.And); g.Code != "en" && strings.Count(last, g.And) == 2 && i > 0 && prose.Words(last[:i]) == 3 {
		parts = append(parts[:len(parts)-1], last[:i], strings.TrimPrefix(g.And, " ")+last[i+len(g.And):]) // "Kaffee und Kuchen und eine Hobelbank"
		last = parts[len(parts)-1]
	}
	and := strings.TrimPrefix(g.And, " ")
	if r, ok := strings.CutPrefix(last, and); ok {
		parts[len(parts)-1] = r
	} else if lead == "" && w.Orders(parts) {
		// "Register, choose a bike, ride off."
	} else if lead == "" && w.notedRow(t, parts) {
		// "Packed lunch, rain jacket, boots."
	} else if lead != "" && prose.Words(lead) <= 6 && len(parts) >= 3 && w.Brief.Level != brief.Script || w.amounts(parts) {
		// "New menu: gnocchi, short rib, tart", "£20 pays for a heater, £55 insulates a window"
	} else if x, y, ok := strings.Cut(last, g.And); ok && !(g.Code == "en" && namesPlace.MatchString(x) && beginsName.MatchString(y)) && (prose.Words(y) <= 5 && prose.Words(x) <= 5 || g.Code == "en" && w.Orders(append(parts[:len(parts)-1:len(parts)-1], x, y))) {
		parts = append(parts[:len(parts)-1], x, y)
	} else {
		return nil
	}
	if len(parts) < 3 || len(parts) > 6 {
		return nil
	}
	for i, p := range parts {
		p = strings.TrimSpace(p)
		if n := prose.Words(p); n > 8 && !(g.Code == "en" && n <= 11 && (g.ClauseItem.MatchString(p) || w.Orders(parts))) || p == "" || lead != "" && g.Code == "en" && areSigns.MatchString(p) && !areSigns.MatchString(parts[0]) {
			return nil
		}
		parts[i] = p
	}
	return parts
}

// listsOnly tells whether a sentence without a lead is a list as a whole: imperatives, a
// note, or one subject with several verbs, which then leads to it.
func (w *Writer) listsOnly(l *inlined, led bool) bool {
	g, parts := w.Wording, l.parts
	if g.Code == "en" && g.VerbFirst.MatchString(parts[0]) && !w.anyOrder(parts[1:]) {
		m := oneVerb.FindStringSubmatch(parts[0])
		if m == nil || prose.Words(m[2]) > 4 || led {
			return false // "Check your dog after every walk, above all ears and armpits"
		}
	}
	if g.VerbFirst == nil {
		return false
	}
	if !g.VerbFirst.MatchString(parts[0]) && !w.Orders(parts) && !w.notedRow(l.text, parts) {
		subject := w.Brief.Subject
		rest, ok := strings.CutPrefix(parts[0], subject+" ")
		if subject == "" || !ok {
			return false
		}
		l.lead, parts[0] = subject, rest
	}
	return true
}

// inlineHead is what stands above the list: its lead, or what kind of list it is.
func (w *Writer) inlineHead(l inlined, s string) string {
	g := w.Wording
	if l.lead != "" {
		if in := inNeedOf.FindString(prose.Unstop(s)); g.Code != "en" && in != "" && utf8.RuneCountInString(in) <= 46 {
			head := prose.Upper(strings.TrimSuffix(strings.TrimSpace(in), "'")) // "Les enfants ont besoin de"
			if strings.HasSuffix(head, " d") {
				head += "e"
			}
			return head
		}
		return Clip(prose.Upper(g.HeadArticle.ReplaceAllString(l.lead, "")), 40)
	}
	if h := programme[g.Code]; h != "" && !l.bare && w.Brief.Purpose == brief.Event {
		return h
	}
	if g.VerbFirst != nil && g.VerbFirst.MatchString(l.parts[0]) {
		return cmp.Or(g.KnowHead, g.ListHead) // orders are nothing that one gets
	}
	if g.Code == "en" && g.ClauseItem.MatchString(l.parts[0]+" ") {
		return g.LearnHead
	}
	if l.bare && w.notedRow(l.text, l.parts) {
		return g.KnowHead
	}
	return g.ListHead
}

// inlineKind numbers what is done in order, and only that.
func (w *Writer) inlineKind(b *Beat, l inlined) {
	g := w.Wording
	free := g.Code == "en" && (slices.ContainsFunc(l.parts, ruled) || allTakePart(l.parts)) // rules, and what all take part in, in any order
	if free && l.bare && b.Kind == scene.Process {
		b.Kind, b.Headline = scene.Points, g.KnowHead
		for i := range b.Items {
			b.Items[i].Label = ""
		}
		return
	}
	if l.bare && b.Kind == scene.Points && w.Orders(l.parts) && !free {
		b.Kind = scene.Process
		for i := range b.Items {
			b.Items[i].Label = strconv.Itoa(i + 1)
		}
	}
	if b.Kind == scene.Process && l.lead == "" {
		b.Headline = g.StepsHead
	}
}

// notedRow tells an English note of several short things, without a verb and a time.
func (w *Writer) notedRow(t string, parts []string) bool {
	if w.Wording.Code != "en" || len(parts) < 3 || len(parts) > 6 || prompt.IsClause(t, "en") || ADay.MatchString(t) || StreetNumber.MatchString(" "+t+" ") || prose.URL(t)+prose.Mail(t) != "" || strings.ContainsAny(t, "()\"“:;?") {
		return false
	}
	return !slices.ContainsFunc(parts, func(p string) bool {
		return prose.Words(p) > 5 || anyClock.MatchString(p) || !w.IsPhrase(p) || properWords.MatchString(p)
	})
}

var (
	// anyClock is a time of day or a span of them.
	anyClock = pattern.New(`(?i)\b\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|a\.m|p\.m|o['’]clock)\b|\b\d{1,2}[:.]\d\d\b|\d\s?[–-]\s?\d`)
	// properWords are a name or an address: "Mill Lane".
	properWords = pattern.New(`^(?:\p{Lu}[\p{L}'’.-]*)(?: (?:\p{Lu}[\p{L}'’.-]*|\d+))+$`)
)

// TakesPart tells whether a list is of what visitors do, which is no process.
func TakesPart(items []scene.Item) bool { return allTakePart(itemTitles(items)) }

func allTakePart(parts []string) bool {
	return !slices.ContainsFunc(parts, func(p string) bool { return !takesPart.MatchString(p) })
}

// namesPlace ends with a place that another one follows: "$300 in New York and London".
var (
	namesPlace = pattern.New(`\d.* (?:in|at|from|between|across|on) \p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*)*$`)
	beginsName = pattern.New(`^\p{Lu}`)
)

// ruled tells a rule, which holds at any time, from a step.
func ruled(part string) bool { return aRule.MatchString(strings.TrimPrefix(part, "and ")) }

// takesPart is what visitors do, in any order: "meet teachers".
var takesPart = pattern.New(`(?i)^(?:and )?(?:come |you can )?(?:see|meet|try|hear|enjoy|explore|discover|visit|taste|watch|win|listen|dance|sing|eat|browse|chat|ask|tour|play|celebrate|relax)\b`)

// whoCan is who does what the parts of a sentence tell: "you can forge a nail, print a poster".
var whoCan = pattern.New(`(?i)^(?:you|we|they)(?: (?:can|will|could|may|might|should|must|also|have to|need to))+ `)

// canDo begins a sentence that lists what somebody can do now.
var canDo = map[string]*pattern.Pattern{
	"de": pattern.New(`(?i)^(?:(?:ab sofort|jetzt|nun|künftig) )?(?:du kannst|ihr könnt|sie können|man kann|kannst du|könnt ihr|können sie)(?: (?:jetzt|nun|ab sofort|künftig))? `),
	"es": pattern.New(`(?i)^(?:(?:ahora|ya|desde hoy|a partir de ahora),? )?(?:(?:ya )?puedes|podéis|puede|pueden|podrás|podréis|podrán) (?:ahora )?`),
	"fr": pattern.New(`(?i)^(?:(?:désormais|maintenant),? )?(?:vous pouvez|tu peux|on peut|vous pourrez)(?: (?:désormais|maintenant|aussi))? `),
	"pt": pattern.New(`(?i)^(?:(?:agora|a partir de agora),? )?(?:(?:você|vocês) )?(?:já )?(?:pode|podem|poderá|poderão) (?:agora )?`),
	"it": pattern.New(`(?i)^(?:(?:ora|adesso|da oggi),? )?(?:puoi|potete|si può|si possono|potrai|potrete) (?:ora )?`),
}

// inNeedOf is somebody who needs several things, and the verb. partitive is what French puts
// before each of them.
var (
	inNeedOf  = pattern.New(`(?i)^((?:(?:die|alle|unsere|los|las|nuestr[oa]s|les|nos|os|as|i|gli|le|tutti i) )?(?:\p{L}+ ){1,2}?(?:brauchen|benötigen|necesitan|ont besoin|precisam|hanno bisogno)) (?:de |d['’]|di )?`)
	partitive = pattern.New(`(?i)((?:^|, | et ))(?:de |d['’])`)
)

// programme heads what there will be at an event.
var programme = map[string]string{"de": "Das gibt es", "es": "En el programa", "fr": "Au programme", "pt": "Na programação", "it": "In programma", "nl": "Op het programma"}

// areSigns is the verb of a sentence that begins like a list: "confusion, no sweat and hot
// skin are signs of heat stroke".
var areSigns = pattern.New(`(?i) (?:are|is|were|was|have|has|can|will|must) `)

// amounts tells whether each of three or more parts begins with an amount of money.
func (w *Writer) amounts(parts []string) bool {
	if len(parts) < 3 {
		return false
	}
	for _, p := range parts {
		if !startsMoney.MatchString(strings.TrimSpace(p)) {
			return false
		}
	}
	return true
}

var startsMoney = pattern.New(`^(?:[€$£¥₪]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[€$£]|euros?\b|dollars?\b|pounds?\b))\s\p{L}`)

// Infinitive ends a German step: "Rad wählen", "losfahren".
var Infinitive = pattern.New(`^(?:\S+ ){0,4}\p{L}+(?:en|eln|ern)$`)

// toDo are steps that are told by their infinitive.
var toDo = map[string]*pattern.Pattern{
	"es": pattern.New(`(?i)^(?:no )?\p{L}{2,}(?:ar|er|ir)(?:se|l[oae]s?)?(?:\s|$)`),
	"pt": pattern.New(`(?i)^(?:não |nunca )?\p{L}{2,}(?:ar|er|ir)(?:-se|-l[oa]s?)?(?:\s|$)`),
	"it": pattern.New(`(?i)^(?:non )?\p{L}{2,}(?:are|ere|ire|ar[slm][ieoa]|er[slm][ieoa]|ir[slm][ieoa])(?:\s|$)`),
	"fr": pattern.New(`(?i)^(?:ne pas |ne jamais )?(?:se |s['’])?\p{L}{2,}(?:er|ir|re|oir)\s`),
}

// Orders tells whether every part tells the viewer what to do.
func (w *Writer) Orders(parts []string) bool {
	g := w.Wording
	if len(parts) < 2 || g.VerbFirst == nil {
		return false
	}
	if w.tellsToDo(parts) {
		return true
	}
	for i, p := range parts {
		f := strings.Fields(strings.TrimSpace(p))
		if len(f) == 0 {
			return false
		}
		last := []rune(f[len(f)-1])
		verb := g.Code == "de" && Infinitive.MatchString(strings.Join(f, " ")) && (unicode.IsLower(last[0]) || len(f) == 1 && i == 0)
		if re := toDo[g.Code]; re != nil && re.MatchString(strings.Join(f, " ")) {
			verb = true // "elegir fechas"
		}
		if g.Code == "en" && bids(p) {
			verb = true // "tap the jug"
		}
		if !verb && !g.VerbFirst.MatchString(strings.Join(f, " ")+" ") {
			return false
		}
	}
	return true
}

// SayItems reads the list in a spoken sentence.
func SayItems(s string, w *Writer) []string {
	for _, sent := range prose.SplitSentences(s) {
		t := prose.Unstop(sent)
		if _, tail, ok := strings.Cut(t, ": "); ok {
			t = tail
		}
		parts := strings.Split(t, ", ")
		if len(parts) < 3 && !(len(parts) == 2 && strings.Contains(parts[1], w.Wording.And)) {
			continue
		}
		last := parts[len(parts)-1]
		last = strings.TrimPrefix(last, strings.TrimSpace(w.Wording.And)+" ")
		serial := last != parts[len(parts)-1]
		if a, b, ok := strings.Cut(last, w.Wording.And); ok && !serial && (len(parts) == 2 || !strings.Contains(b, w.Wording.And)) {
			parts = append(parts[:len(parts)-1], a, b)
		} else {
			parts[len(parts)-1] = last
		}
		if w.Wording.Code == "en" {
			parts[0] = listed(parts[0], parts[1:])
		}
		ok := true
		for _, p := range parts {
			ok = ok && prose.Words(p) <= 7
		}
		if ok {
			return parts
		}
	}
	return nil
}

// listed is the first member of a list without what leads the list, which no other member
// repeats: "cleanings" of "We offer cleanings", "whitening" and "implants".
func listed(first string, others []string) string {
	finite := func(t grammar.Tagged) bool {
		return t.Tag == "VBP" || t.Tag == "VBZ" || t.Tag == "VBD" || t.Tag == "MD" || t.Tag == "VB"
	}
	words := grammar.Tags(first)
	verb := slices.IndexFunc(words, finite)
	for verb > 0 && verb+1 < len(words) && (words[verb+1].Tag == "IN" || words[verb+1].Tag == "TO") { // "we ship to Canada"
		verb++
	}
	if verb < 1 || verb+1 >= len(words) || slices.ContainsFunc(others, func(o string) bool {
		tags := grammar.Tags(o)
		return len(tags) > 1 && slices.ContainsFunc(tags, finite)
	}) {
		return first
	}
	return first[words[verb+1].At:]
}

// bids tells whether an English part begins with a verb and what it is done to, by the parts
// of speech that they have behind "you must".
func bids(part string) bool {
	if refuses.MatchString(part) {
		return true // "don't use the lifts"
	}
	words := grammar.Tags("You must " + strings.TrimSpace(part) + ".")
	if len(words) < 5 || words[2].Tag != "VB" {
		return false
	}
	switch words[3].Tag {
	case "DT", "CD", "PRP$", "RP":
		return true
	}
	return words[3].Tag == "IN" && !strings.HasSuffix(words[2].Text, "s") && !prose.StartsUpper(words[2].Text) // and no "Slack for messages"
}

// refuses forbids something.
var refuses = pattern.New(`(?i)^(?:do not|don['’]t|never) \p{Ll}+ `)
