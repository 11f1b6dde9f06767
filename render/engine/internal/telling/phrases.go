package telling

// phrases are what one language says around an agenda, thanks, a warning, prices, a
// series of values and a code. None adds a claim.
type phrases struct {
	agenda, agendaHead string
	thanks, thanksHead string // to whom
	warning            string // head of a warning
	useCode, until     string // code; the day as the prompt words it
	plans              string // number word, the plans with their prices
	perUnit            map[string]string
	rising, falling    string // what, first value, when, last value, when
	wentTo             string
	moved              string            // what, the value before, the value now
	periods            map[string]string // "Q" → "quarter"
}

var phrasesOf = map[string]*phrases{
	"en": {
		agenda: "Here's what we'll cover: %s.", agendaHead: "What we'll cover", thanks: "To %s: thank you.", thanksHead: "Thank you", warning: "Warning", useCode: "Use the code %s", until: "until ",
		plans: "There are %s plans: %s.", perUnit: map[string]string{"month": "a month", "mo": "a month", "year": "a year", "yr": "a year", "week": "a week", "day": "a day", "hour": "an hour", "user": "a user", "seat": "a seat"},
		rising: "%[1]s grew every %[6]s, from %[2]s in %[3]s to %[4]s in %[5]s.", falling: "%[1]s fell every %[6]s, from %[2]s in %[3]s to %[4]s in %[5]s.", wentTo: "%[1]s went from %[2]s in %[3]s to %[4]s in %[5]s.", moved: "%s from %s to %s",
		periods: map[string]string{"Q": "quarter", "H": "half-year", "Y": "year", "M": "month"},
	},
	"de": {
		agenda: "Darum geht es: %s.", agendaHead: "Darum geht es", thanks: "Für %s: danke.", thanksHead: "Danke", warning: "Achtung", useCode: "Nutze den Code %s", until: "bis ",
		plans: "Es gibt %s Tarife: %s.", perUnit: map[string]string{"monat": "im Monat", "jahr": "im Jahr", "woche": "in der Woche", "tag": "am Tag", "stunde": "in der Stunde"},
		rising: "%[1]s: von %[2]s in %[3]s auf %[4]s in %[5]s, jedes %[6]s mehr.", falling: "%[1]s: von %[2]s in %[3]s auf %[4]s in %[5]s, jedes %[6]s weniger.", wentTo: "%[1]s: von %[2]s in %[3]s auf %[4]s in %[5]s.", moved: "%s von %s auf %s",
		periods: map[string]string{"Q": "Quartal", "H": "Halbjahr", "Y": "Jahr"},
	},
	"es": {
		agenda: "Esto es lo que veremos: %s.", agendaHead: "Qué veremos", thanks: "Para %s: gracias.", thanksHead: "Gracias", warning: "Atención", useCode: "Usa el código %s", until: "hasta ",
		plans: "Hay %s planes: %s.", perUnit: map[string]string{"mes": "al mes", "año": "al año", "semana": "a la semana", "día": "al día", "hora": "la hora"},
		wentTo: "%[1]s: de %[2]s en %[3]s a %[4]s en %[5]s.", moved: "%s de %s a %s",
	},
	"fr": {
		agenda: "Au programme : %s.", agendaHead: "Au programme", thanks: "Pour %s : merci.", thanksHead: "Merci", warning: "Attention", useCode: "Utilisez le code %s", until: "jusqu'au ",
		plans: "Il y a %s formules : %s.", perUnit: map[string]string{"mois": "par mois", "an": "par an", "semaine": "par semaine", "jour": "par jour", "heure": "l'heure"},
		wentTo: "%[1]s : de %[2]s en %[3]s à %[4]s en %[5]s.", moved: "%s de %s à %s",
	},
	"pt": {
		agenda: "Vamos falar de: %s.", agendaHead: "O que vamos ver", thanks: "Para %s: obrigado.", thanksHead: "Obrigado", warning: "Atenção", useCode: "Use o código %s", until: "até ",
		plans: "Há %s planos: %s.", perUnit: map[string]string{"mês": "por mês", "ano": "por ano", "semana": "por semana", "dia": "por dia", "hora": "por hora"},
		wentTo: "%[1]s: de %[2]s em %[3]s a %[4]s em %[5]s.", moved: "%s de %s para %s",
	},
	"it": {
		agenda: "Ecco di cosa parliamo: %s.", agendaHead: "Di cosa parliamo", thanks: "Per %s: grazie.", thanksHead: "Grazie", warning: "Attenzione", useCode: "Usa il codice %s", until: "fino al ",
		plans: "Ci sono %s piani: %s.", perUnit: map[string]string{"mese": "al mese", "anno": "all'anno", "settimana": "a settimana", "giorno": "al giorno", "ora": "l'ora"},
		wentTo: "%[1]s: da %[2]s in %[3]s a %[4]s in %[5]s.", moved: "%s da %s a %s",
	},
	"nl": {
		agenda: "Dit komt aan bod: %s.", agendaHead: "Dit komt aan bod", thanks: "Voor %s: bedankt.", thanksHead: "Bedankt", warning: "Let op", useCode: "Gebruik de code %s", until: "tot ",
		plans: "Er zijn %s abonnementen: %s.", perUnit: map[string]string{"maand": "per maand", "jaar": "per jaar", "week": "per week", "dag": "per dag", "uur": "per uur"},
		wentTo: "%[1]s: van %[2]s in %[3]s naar %[4]s in %[5]s.", moved: "%s van %s naar %s",
	},
}

// TellsMoves tells whether a language says how a value went from one to another.
func TellsMoves(code string) bool { return phrasesOf[code] != nil }

// phrases are the writer's language's, nil where there are none.
func (w *Writer) phrases() *phrases { return phrasesOf[w.Wording.Code] }
