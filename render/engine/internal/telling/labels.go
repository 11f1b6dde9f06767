package telling

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/tongue"
)

// labels are the words before a colon that a person would make a sentence of, with
// its beginning: "Deadline: 3 March" is said as "The deadline is 3 March".
var labels = map[string]map[string]string{
	"en": theIs("The %s is", "deadline|price|cost|fee|cause|root cause|reason|owner|hotline|goal|target|aim|result|outcome|location|venue|budget|next step|next review|status|risk|impact|fix|admission|entry fee|dress code|start date|closing date|rent|deposit|prize|first prize|main topic|theme|salary"),
	"de": {"frist": "Die Frist ist", "preis": "Der Preis ist", "ursache": "Die Ursache:", "grund": "Der Grund dafür:", "ziel": "Das Ziel ist", "ergebnis": "Das Ergebnis ist", "hotline": "Die Hotline ist",
		"stichtag": "Der Stichtag ist", "anmeldeschluss": "Anmeldeschluss ist", "bewerbungsschluss": "Bewerbungsschluss ist", "abgabeschluss": "Abgabeschluss ist", "start": "Der Start ist am", "beginn": "Der Beginn ist am", "einsendeschluss": "Einsendeschluss ist", "miete": "Die Miete ist"},
	"es": {"fecha límite": "La fecha límite es", "precio": "El precio es", "causa": "La causa:", "motivo": "El motivo:", "objetivo": "El objetivo es", "resultado": "El resultado es", "plazo": "El plazo es"},
	"fr": {"date limite": "La date limite est", "prix": "Le prix est de", "cause": "La cause :", "raison": "La raison :", "motif": "Le motif :", "objectif": "L'objectif est", "résultat": "Le résultat est", "tarif": "Le tarif est de"},
	"it": {"scadenza": "La scadenza è", "prezzo": "Il prezzo è", "causa": "La causa:", "motivo": "Il motivo:", "obiettivo": "L'obiettivo è", "risultato": "Il risultato è"},
	"pt": {"prazo": "O prazo é", "preço": "O preço é", "causa": "A causa:", "motivo": "O motivo:", "objetivo": "O objetivo é", "resultado": "O resultado é"},
	"nl": {"deadline": "De deadline is", "prijs": "De prijs is", "oorzaak": "De oorzaak:", "reden": "De reden:", "doel": "Het doel is", "resultaat": "Het resultaat is", "huur": "De huur is"},
}

func theIs(frame, words string) map[string]string {
	out := map[string]string{}
	for _, w := range strings.Split(words, "|") {
		out[w] = strings.Replace(frame, "%s", w, 1)
	}
	return out
}

var (
	labelledFact = pattern.New(`^(\p{L}[\p{L} ]{1,22}):\s+(.+)$`)
	// amountAfter is a label and its amount without a colon: "price £625,000".
	amountAfter = pattern.New(`^(\p{L}[\p{L} ]{1,22}) ([€$£¥₪]\s?\d[\d.,]*\S*|\d[\d.,]*\s?[€$£¥₪])$`)
	// numberAfter is one with a telephone number: "Hotline 0800 555 019".
	numberAfter = pattern.New(`(?i)^(hotline) ((?:\+|0)\d[\d /()-]{5,}\d)$`)
	// inOrder counts off what follows.
	inOrder = pattern.New(`(?i)^(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth|then|next|and finally|finally|lastly|erstens|zweitens|drittens|zuerst|dann|schließlich|primero|segundo|tercero|luego|por último|premièrement|deuxièmement|d['’]abord|ensuite|enfin|primo|secondo|poi|infine|primeiro|depois|por fim|ten eerste|ten tweede|dan|tot slot)[,:] (.+)$`)
)

// countsOff tells whether the brief's sentences count off what they tell, one after the other.
func (w *Writer) countsOff() bool {
	n := 0
	for _, pt := range w.Brief.Points {
		if by := countings[w.Wording.Code]; by != nil && (by.first.MatchString(pt.Text) || by.next.MatchString(pt.Text)) {
			n++
		}
	}
	return n >= 2
}

// unlabelled says a labelled fact in a sentence, and takes a counting word off an
// attribute: only what is done is done first.
func (w *Writer) unlabelled(s string) string {
	g := w.Wording
	t := prose.Unstop(s)
	if m := inOrder.FindStringSubmatch(t); m != nil && w.IsPhrase(m[1]) && !(g.Code != "en" && w.countsOff()) {
		t = prose.Upper(m[1])
		s = prose.Stop(t)
	}
	if m := emptyLabel.FindStringSubmatch(t); m != nil && g.Code == "en" && prompt.IsClause(m[1], g.Code) {
		return prose.Upper(prose.Stop(m[1]))
	}
	m := labelledFact.FindStringSubmatch(t)
	if m == nil {
		m = amountAfter.FindStringSubmatch(t)
	}
	if m == nil {
		m = numberAfter.FindStringSubmatch(t)
	}
	if m == nil {
		return s
	}
	lead := labels[g.Code][strings.ToLower(strings.TrimSpace(m[1]))]
	if lead == "" || !w.IsPhrase(m[2]) || strings.ContainsAny(m[2], "?!\"“«") || len(ADay.FindAllString(m[2], 2)) > 1 {
		return s
	}
	if g.Code == "en" && prompt.IsClause(m[2], g.Code) {
		return prose.Stop(strings.TrimSuffix(lead, " is") + ": " + g.Lower(m[2])) // "Root cause: a migration locked the table"
	}
	value := m[2]
	if ADay.MatchString(value) && ADay.FindStringIndex(value)[0] == 0 && !weekdayFirst.MatchString(value) {
		if !strings.HasSuffix(lead, " am") {
			value = theDay[g.Code] + value
		}
	}
	if g.Articled.MatchString(value) {
		value = g.Lower(value)
	}
	return prose.Stop(lead + " " + value)
}

// emptyLabel is a heading in front of a sentence that says more than it: "History: The club
// was founded in 1976."
var emptyLabel = pattern.New(`(?i)^(?:(?:our|the|some|key|quick|a bit of|brief) )*(?:history|background|story|timeline|facts?|details?|info(?:rmation)?|overview|summary|notes?|intro(?:duction)?|about us|who we are|the place|description|body|main part): (\S.*)$`)

// theDay is the article of a day that a sentence ends with.
var theDay = map[string]string{"de": "der ", "es": "el ", "fr": "le ", "it": "il "}

var weekdayFirst = pattern.New(`(?i)^(?:` + Weekdays + `)\b`)

// germanNoun ends a phrase of a noun, which has a capital.
var germanNoun = pattern.New(`(?:^|\s)\p{Lu}[^\s]*$`)

// IsPhrase tells a phrase from a sentence and from an order.
func (w *Writer) IsPhrase(s string) bool {
	g := w.Wording
	return (g.Finite == nil || !g.Finite.MatchString(" "+s+" ")) && (g.VerbFirst == nil || !g.VerbFirst.MatchString(s+" ")) && !tongue.DoesIt.MatchString(s) && !(g.Code == "de" && Infinitive.MatchString(s) && !germanNoun.MatchString(s))
}
