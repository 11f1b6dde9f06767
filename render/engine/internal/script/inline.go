package script

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// oneVerb parts an order into its verb and what it is about.
var oneVerb = pattern.New(`(?i)^(avoid|bring|pack|wear|use|take|buy|stop taking|don['’]t eat|eat|drink|check|remove|clean|report|never eat|do not eat|do not take) (\p{L}[\p{L} '’-]*)$`)

// anyOrder tells whether one of several parts is an order.
func (w *writer) anyOrder(parts []string) bool {
	for _, p := range parts {
		if w.w.verbFirst.MatchString(p) {
			return true
		}
	}
	return false
}

// inline finds the list inside a sentence: "You get a, b, and c", "Talk, take
// photos, and tap done".
func (w *writer) inline(b *beat, s string) bool {
	g := w.w
	t := prompt.Unstop(s)
	lead, able := "", ""
	if parts := strings.Split(t, ", "); len(parts) > 2 {
		if events := eventsOf(parts); events != nil { // "9 May: doors open, 12 May: first loaf, …"
			b.Kind, b.Items, b.Headline, b.plain = scene.Timeline, events[:min(6, len(events))], g.timeHead, false
			cues(b)
			return true
		}
	}
	if head, tail, ok := strings.Cut(t, ": "); ok && prompt.URL(t) == "" {
		lead, t = head, tail
		b.lead = strings.TrimSpace(lead)
	} else if re := canDo[g.code]; re != nil && re.MatchString(t) {
		able = re.FindString(t)
		lead, t = strings.TrimSpace(able), t[len(able):]
	} else if m := inNeedOf.FindStringSubmatch(t); m != nil && g.code != "en" {
		lead, t = m[1], partitive.ReplaceAllString(t[len(m[0]):], "$1")
	} else if g.listLead != nil {
		if m := g.listLead.FindString(t); m != "" {
			t = t[len(m):]
		}
	}
	parts := strings.Split(t, g.comma())
	if len(parts) < 2 {
		return false
	}
	last := parts[len(parts)-1]
	if i := strings.LastIndex(last, g.and); g.code != "en" && strings.Count(last, g.and) == 2 && i > 0 && prompt.Words(last[:i]) == 3 {
		parts = append(parts[:len(parts)-1], last[:i], strings.TrimPrefix(g.and, " ")+last[i+len(g.and):]) // "Kaffee und Kuchen und eine Hobelbank"
		last = parts[len(parts)-1]
	}
	and := strings.TrimPrefix(g.and, " ")
	if r, ok := strings.CutPrefix(last, and); ok {
		parts[len(parts)-1] = r
	} else if lead == "" && w.orders(parts) {
		// "Register, choose a bike, ride off."
	} else if lead != "" && prompt.Words(lead) <= 6 && len(parts) >= 3 && w.b.Level != prompt.Script || w.amounts(parts) {
		// "New menu: gnocchi, short rib, tart", "£20 pays for a heater, £55 insulates a window"
	} else if x, y, ok := strings.Cut(last, g.and); ok && prompt.Words(y) <= 5 && prompt.Words(x) <= 5 {
		parts = append(parts[:len(parts)-1], x, y)
	} else {
		return false
	}
	if len(parts) < 3 || len(parts) > 6 {
		return false
	}
	for i, p := range parts {
		p = strings.TrimSpace(p)
		if n := prompt.Words(p); n > 8 && !(g.code == "en" && n <= 11 && g.clauseItem.MatchString(p)) || p == "" || lead != "" && g.code == "en" && areSigns.MatchString(p) && !areSigns.MatchString(parts[0]) {
			return false
		}
		parts[i] = p
	}
	if able != "" && !w.orders(parts) {
		return false
	}
	bare := lead == "" && t == prompt.Unstop(s)
	if events := eventsOf(parts); bare && events != nil {
		b.Kind, b.Items, b.Headline, b.plain = scene.Timeline, events, g.timeHead, false
		cues(b)
		return true
	}
	if bare && w.amounts(parts) {
		for _, p := range parts {
			b.Items = append(b.Items, scene.Item{Title: p})
		}
		b.Headline, b.plain = g.numbersHead, false
		w.listKind(b)
		return true
	}
	if bare {
		// The whole sentence is the list: imperatives, or one subject with several verbs.
		if g.verbFirst == nil {
			return false
		}
		if !g.verbFirst.MatchString(parts[0]) && !w.orders(parts) {
			s := w.b.Subject
			rest, ok := strings.CutPrefix(parts[0], s+" ")
			if s == "" || !ok {
				return false
			}
			parts[0] = rest
			lead = s
		}
	}
	if m := oneVerb.FindStringSubmatch(parts[0]); m != nil && g.code == "en" && lead != "" && g.verbFirst.MatchString(parts[0]) && !w.anyOrder(parts[1:]) {
		lead, parts[0] = lead+": "+m[1], m[2] // "Three days before: avoid seeds, nuts and wholegrain bread"
	}
	for i, p := range parts {
		if i == 0 && g.code == "en" && !startsPronoun.MatchString(parts[1]) {
			p = whoCan.ReplaceAllString(p, "")
		}
		b.Items = append(b.Items, scene.Item{Title: w.entry(prompt.Upper(g.noun(p)), 46), Icon: icon(p)})
	}
	b.Kind = scene.Points
	if events := eventsOf(parts); events != nil {
		b.Kind, b.Items, b.Headline = scene.Timeline, events, g.timeHead
		b.plain = false
		cues(b)
		return true
	}
	if b.Headline = g.listHead; g.code == "en" && g.clauseItem.MatchString(parts[0]+" ") {
		b.Headline = g.learnHead
	}
	if g.verbFirst != nil && g.verbFirst.MatchString(parts[0]) {
		b.Headline = firstOf(g.knowHead, g.listHead) // orders are nothing that one gets
	}
	if h := programme[g.code]; h != "" && lead == "" && !bare && w.b.Purpose == prompt.Event {
		b.Headline = h
	}
	if lead != "" {
		b.Headline = clip(prompt.Upper(g.headArticle.ReplaceAllString(lead, "")), 40)
		if in := inNeedOf.FindString(prompt.Unstop(s)); g.code != "en" && in != "" && utf8.RuneCountInString(in) <= 46 {
			b.Headline = prompt.Upper(strings.TrimSuffix(strings.TrimSpace(in), "'")) // "Les enfants ont besoin de"
			if strings.HasSuffix(b.Headline, " d") {
				b.Headline += "e"
			}
		}
	}
	b.plain = false
	cues(b)
	w.listKind(b)
	if bare && b.Kind == scene.Points && w.orders(parts) {
		b.Kind = scene.Process
		for i := range b.Items {
			b.Items[i].Label = strconv.Itoa(i + 1)
		}
	}
	if b.Kind == scene.Process && lead == "" {
		b.Headline = g.stepsHead
	}
	return true
}

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
func (w *writer) amounts(parts []string) bool {
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

// infinitive ends a German step: "Rad wählen", "losfahren".
var infinitive = pattern.New(`^(?:\S+ ){0,4}\p{L}+(?:en|eln|ern)$`)

// toDo are steps that are told by their infinitive.
var toDo = map[string]*pattern.Pattern{
	"es": pattern.New(`(?i)^(?:no )?\p{L}{2,}(?:ar|er|ir)(?:se|l[oae]s?)?(?:\s|$)`),
	"pt": pattern.New(`(?i)^(?:não |nunca )?\p{L}{2,}(?:ar|er|ir)(?:-se|-l[oa]s?)?(?:\s|$)`),
	"it": pattern.New(`(?i)^(?:non )?\p{L}{2,}(?:are|ere|ire|ar[slm][ieoa]|er[slm][ieoa]|ir[slm][ieoa])(?:\s|$)`),
	"fr": pattern.New(`(?i)^(?:ne pas |ne jamais )?(?:se |s['’])?\p{L}{2,}(?:er|ir|re|oir)\s`),
}

// orders tells whether every part tells the viewer what to do.
func (w *writer) orders(parts []string) bool {
	g := w.w
	if len(parts) < 2 || g.verbFirst == nil {
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
		verb := g.code == "de" && infinitive.MatchString(strings.Join(f, " ")) && (unicode.IsLower(last[0]) || len(f) == 1 && i == 0)
		if re := toDo[g.code]; re != nil && re.MatchString(strings.Join(f, " ")) {
			verb = true // "elegir fechas"
		}
		if !verb && !g.verbFirst.MatchString(strings.Join(f, " ")+" ") {
			return false
		}
	}
	return true
}
