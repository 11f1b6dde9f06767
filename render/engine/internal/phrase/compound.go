package phrase

import (
	"strings"
	"unicode/utf8"
)

// linking are the ends that a German word has only where another follows it in a
// compound: its parts meet behind them.
var linking = strings.Fields("ungs heits keits schafts tions täts lings tums arbeits kaufs laubs trags gangs triebs kehrs burts brauchs rufs hilfs stands falls handels " +
	"jahres tages landes bundes lebens kosten daten kunden wochen kranken straßen familien mitarbeiter")

// bases are words that end many German compounds: a part begins with them.
var bases = strings.Fields("abrechnung abteilung aktualisierung anlage anleitung anmeldung antrag anzeige ausbildung ausstattung ausweis bearbeitung begrenzung behandlung beratung berechtigung bereich bericht bescheinigung bestätigung betreuung betrieb " +
	"dienst einführung einrichtung einstellung empfang entwicklung fähigkeit formular förderung freiheit führung gebühr gemeinschaft genossenschaft geschwindigkeit gesellschaft gesetz gruppe hilfe karte kasse konto kosten kontrolle leistung leitung lösung " +
	"management maßnahme meldung messung nutzung öffnungszeiten ordnung pflicht planung plattform preis programm projekt protokoll prozess prüfung rechnung regelung reinigung schulung schutz sammlung service sicherheit sicherung sitzung sprechstunde " +
	"stärkung stelle steuerung strategie system tarif technik termin training übergabe übersicht überwachung umgebung unternehmen unterlagen unterweisung verarbeitung verbindung verbrauch veranstaltung verein vereinbarung verfahren verkehr verleih " +
	"verordnung versammlung versand verschwendung versicherung versorgung vertrag vertretung verwaltung verzeichnis wartung werkstatt wirtschaft wissenschaft zeichen zeiten zeitung zentrum zertifikat zeugnis zufriedenheit")

// fore are syllables that stand before a base and belong to it: "Ver-ordnung".
var fore = strings.Fields("ver be ab an auf aus ein vor um über unter")

// compounding are the languages whose compounds are joined as German ones are; a text of
// which nobody says its language may be in one of them.
var compounding = set("de nl sv da nb no nn lb en")

// Joint says whether two parts of a compound meet at letter k of a word in a language, as
// far as that shows in its letters: behind an end that only compounds have, before a word that ends
// many, or behind a linking s that no syllable would begin or end with otherwise. At least
// four letters stand on either side.
func Joint(word []rune, k int, lang string) bool {
	if k < 4 || k > len(word)-4 || lang != "" && !compounding[base(lang)] {
		return false
	}
	head, tail := strings.ToLower(string(word[:k])), strings.ToLower(string(word[k:]))
	for _, end := range linking {
		if strings.HasSuffix(head, end) && (utf8.RuneCountInString(end) > 5 || utf8.RuneCountInString(head) > utf8.RuneCountInString(end)+1) {
			return true
		}
	}
	for _, base := range bases {
		if strings.HasPrefix(tail, base) {
			return !begins(head)
		}
	}
	s := word[k-1] == 's' && word[k-2] != 's' && consonant(word[k-2]) && consonant(word[k-3])
	return s && vowel(word[k])
}

// begins says whether what stands before a base ends in a syllable that belongs to it.
func begins(head string) bool {
	for _, f := range fore {
		if rest, ok := strings.CutSuffix(head, f); ok && utf8.RuneCountInString(rest) != 1 && utf8.RuneCountInString(rest) != 2 { // "Haus", "Plan"
			return true
		}
	}
	return false
}
