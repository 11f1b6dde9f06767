package grammar

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// NominativeDE names a thing whose article was melted into its preposition: "zur neuen
// Maschine" is about "Neue Maschine". Behind "zum" the ending hangs on a gender that is
// not known but for some words that end it.
func NominativeDE(prep, s string) string {
	f := strings.Fields(s)
	n := 0
	for n < len(f)-1 && strings.HasSuffix(f[n], "en") && f[n] == strings.ToLower(f[n]) {
		n++
	}
	if n == 0 || !prose.StartsUpper(f[n]) {
		return s
	}
	end := "e"
	if prep == "zum" {
		switch noun := strings.Trim(f[n], ",.:"); {
		case neuterDE.MatchString(noun):
			end = "es"
		case masculineDE.MatchString(noun):
			end = "er"
		default:
			return s
		}
	}
	for i := range n {
		f[i] = strings.TrimSuffix(f[i], "en") + end
	}
	return strings.Join(f, " ")
}

var (
	neuterDE    = pattern.New(`(?i)(?:chen|lein|ment|fest|spiel|konzert|essen|treffen|frühstück|seminar|webinar|training|jubiläum|wochenende|zentrum|museum|datum|system|portal|programm|projekt|produkt|jahr|haus|büro|werk|gesetz|verfahren|modell|team|tool|netz|konto|angebot|werkzeug|fahrzeug|lager|center|zentrum|menü|gerät|regal|arbeiten|lernen|heben|tragen|fahren)$`)
	masculineDE = pattern.New(`(?i)(?:umzug|verein|kasten|garten|ausflug|abend|wechsel|basar|lauf|raum|gang|plan|ablauf|prozess|tag|markt|standort|parkplatz|platz|tarif|vertrag|drucker|automat|service|schutz|umgang|bereich|shop|zug|bau|kurs|workshop|dienst|einsatz|zugang|eingang|antrag|ausweis|kalender|katalog|rechner|roboter|laden|kiosk)$`)
)

var feminineDE = pattern.New(`(?i)(?:ung|heit|keit|ion|tät|schaft|enz|anz|ik|erei|ie|ur|feier|messe|woche|stunde|schule|app|seite|reihe|karte|kasse|küche|halle|regel|stelle|stätte|straße|tour|party|software|hotline|plattform|linie|maschine)$`)

// GermanGender tells the gender of a German noun by its ending: m, f, n, or 0 where it
// tells none.
func GermanGender(noun string) byte {
	switch {
	case neuterDE.MatchString(noun):
		return 'n'
	case masculineDE.MatchString(noun):
		return 'm'
	case feminineDE.MatchString(noun):
		return 'f'
	}
	return 0
}
