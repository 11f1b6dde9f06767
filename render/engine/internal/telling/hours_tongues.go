package telling

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// timetable is how a language writes on which days something is open, and when.
type timetable struct {
	on   *pattern.Pattern // groups: days; from; to; the word for the hour; closed
	head string           // over the cards, where the brief has no word for it
}

// hoursIn builds the pattern of a language: its days, what leads to them and joins them,
// what stands before, between and behind times, and the word for closed.
func hoursIn(head, days, lead, join, from, to, unit, closed string) *timetable {
	day := `(?:` + days + `)`
	clock := `\d{1,2}(?:[:.]\d\d| ?h(?: ?[0-5]\d)?)?`
	return &timetable{head: head, on: pattern.New(`(?i)(?:^|[^\p{L}])(?:(?:` + lead + `) ?)?(` + day + `(?: ?(?:` + join + `) ?` + day + `)*)[:,]? ?(?:(?:` + from + `) ?)?(?:(` + clock + `) ?(?:` + unit + `)? ?(?:` + to + `) ?(` + clock + `) ?(` + unit + `)?|(` + closed + `))`)}
}

var timetables = map[string]*timetable{
	"de": hoursIn("Öffnungszeiten", `montags?|mo\.?|dienstags?|di\.?|mittwochs?|mi\.?|donnerstags?|do\.?|freitags?|fr\.?|samstags?|sonnabends?|sa\.?|sonntags?|so\.?|feiertags?|feiertagen|täglich|werktags`,
		`von|am|an`, `bis|–|-|und|,|u\.|/`, `von|ab`, `bis|–|-`, `uhr`, `geschlossen`),
	"es": hoursIn("Horario", `lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|festivos|todos los días|fines de semana`, `de|los|el`, `a|al|y|–|-|,`, `de|desde las|de las`, `a las|a|–|-|hasta las`, `horas|h`, `cerrado`),
	"fr": hoursIn("Horaires", `lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|jours fériés|tous les jours`, `du|le|les|de`, `au|à|et|–|-|,`, `de`, `à|–|-`, `heures`, `fermé`),
	"pt": hoursIn("Horário", `segundas?(?:-feiras?)?|terças?(?:-feiras?)?|quartas?(?:-feiras?)?|quintas?(?:-feiras?)?|sextas?(?:-feiras?)?|sábados?|domingos?|feriados|todos os dias`, `de|da|aos|às|ao`, `a|à|e|–|-|,`, `das|de`, `às|a|até as|–|-`, `horas|h`, `fechado`),
	"it": hoursIn("Orari", `lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|festivi|tutti i giorni`, `dal|da|il|la`, `al|a|e|–|-|,`, `dalle|ore`, `alle|–|-`, `ore`, `chiuso`),
	"nl": hoursIn("Openingstijden", `maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo|feestdagen|dagelijks`, `van|op`, `t/m|tot en met|tot|en|–|-|,`, `van`, `tot|–|-`, `uur`, `gesloten`),
}

// openingHoursIn draws days with their times as cards in the other languages. It reports
// whether the sentence has at least two and says little else.
func (w *Writer) openingHoursIn(b *Beat, s string) bool {
	t := timetables[w.Wording.Code]
	if t == nil {
		return false
	}
	all := t.on.FindAllStringSubmatchIndex(s, -1)
	if len(all) < 2 || len(all) > 6 {
		return false
	}
	var items []scene.Item
	left, at := "", 0
	for _, m := range all {
		group := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return strings.TrimSpace(s[m[2*i]:m[2*i+1]])
		}
		left, at = left+s[at:m[0]]+" ", m[1]
		times := group(5)
		if times == "" {
			times = strings.TrimSpace(group(2) + "–" + group(3) + " " + group(4))
		}
		days := strings.TrimRight(group(1), " ,")
		items = append(items, scene.Item{Title: prose.Upper(days), Body: prose.Upper(times), Icon: "clock", Cue: strings.ToLower(FirstWordOf(days))})
	}
	left = strings.Trim(left+prose.Unstop(s[at:]), " ,;:.")
	if len(w.Counts(left)) > 0 || prose.Words(left) > 6 {
		return false // it says more than hours
	}
	b.Kind, b.Items, b.Figure, b.Label, b.Subtitle, b.Plain = scene.Points, items, nil, "", "", false
	b.Headline = t.head
	if head, _, ok := strings.Cut(s[:all[0][1]], ":"); ok && prose.Words(head) <= 4 {
		b.Headline = prose.Upper(strings.TrimSpace(head))
	}
	b.Heading, b.Whole = b.Headline, true
	return true
}
