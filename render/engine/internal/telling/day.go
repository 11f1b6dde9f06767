package telling

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/tongue"
)

const (
	moreMonths = `januari|februari|maart|mei|augustus|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר|` +
		`stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia`
	Weekdays = `(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|` +
		`(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)-feira|(?:maan|dins|woens|donder|vrij|zater|zon)dag`
)

// ADay is a day of the year as people write it: "Friday 12 June 2027", "Nov 27-30",
// "el 1 de julio". Groups: weekday, day, month; month, day; year, joined by what a
// language puts between them.
var ADay = pattern.New(`(?i)(?:\b(` + Weekdays + `),? (?:the |den |el |le |il |dem )?)?(?:\b(\d{1,2}(?:\.?\s?(?:[–-]|al|au|ao|bis|tot|to)\s?\d{1,2})?(?:st|nd|rd|th|er|º|°|\.)?) ((?:of |de |d['’]|ב)?(?:` + monthWords + `|` + moreMonths + `)\b\.?)|\b(` + monthWords + `)\.? (\d{1,2}(?:st|nd|rd|th)?(?:\s?[–-]\s?\d{1,2}(?:st|nd|rd|th)?)?\b))(?:,? (?:de |del )?((?:19|20)\d\d)\b)?`)

// deadline are words that make a day the point of a sentence.
var deadline = pattern.New(`(?i)\b(?:deadline|only|by|until|till|from|ends?|starts?|due|last day|frist|bis|nur|ab|hasta|sólo|solo|desde|límite|jusqu['’]au|seulement|dès|avant|entro|fino al?|dal|até|a partir|vanaf|tot|uiterlijk)\b`)

var (
	// dayBound ends the words before a day with what it bounds. Groups: the words, the bound.
	dayBound = pattern.New(`(?i)^(.*?)(?:^|\s)(from|until|till|by|before|after|since|as of|starting|through|for)$`)
	// areOpen is said of what is open on a day, and not shown over it.
	areOpen = pattern.New(`(?i)^(?:are|is) `)
)

// dayBefore ends with another day of the same month.
var dayBefore = pattern.New(`(?i)\b\d{1,2}(?:st|nd|rd|th|[.º°])?(?:,| and| or| &| y| e| et| und| en| i| и| ve) ?$`)

// day draws the one day of a sentence, its number large: what it is the day of stands
// over it, the rest below. It reports whether there is one.
func (w *Writer) day(b *Beat, s string) bool {
	all := ADay.FindAllStringSubmatchIndex(s, -1)
	if len(all) != 1 || prose.Words(s) > 16 {
		return false
	}
	m := all[0]
	if dayBefore.MatchString(s[:m[0]]) {
		return false // "on Saturday 14 and Sunday 15 March" are two, "los días 10, 11 y 12 de marzo" three
	}
	get := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return strings.TrimSpace(s[m[2*i]:m[2*i+1]])
	}
	figure := scene.Figure{Text: cmp.Or(get(2), get(5)), Suffix: cmp.Or(get(3), get(4)), Cue: get(2) + get(5)}
	if figure.Text == "" {
		return false
	}
	figure.Text = strings.ReplaceAll(spanWord.ReplaceAllString(strings.ReplaceAll(figure.Text, " ", ""), "–"), "-", "–")
	figure.Suffix = strings.TrimRight(strings.TrimPrefix(figure.Suffix, "of "), ".")
	before, after := strings.TrimSpace(s[:m[0]]), strings.TrimLeft(prose.Unstop(s[m[1]:]), " ,;:–—-")
	label := strings.TrimSpace(strings.TrimRight(before, ":,;–— "))
	if w.Wording.Code == "en" {
		if m := dayBound.FindStringSubmatch(label); m != nil {
			rest := strings.TrimRight(strings.TrimSpace(m[1]), ",:")
			if rest == "" && prose.Words(after) >= 2 {
				rest, after = w.Bare(prose.Upper(after)), "" // "From 1 June we are open on Saturdays"
				rest = areOpen.ReplaceAllString(rest, "")
			}
			if rest != "" && (!tornLabel(rest) || passiveEnd.MatchString(rest) && !torn(rest)) && utf8.RuneCountInString(rest) <= 44 {
				figure.Prefix, label = strings.ToLower(m[2])+" ", rest
			}
		}
	}
	switch {
	case bareLead.MatchString(label) && strings.HasPrefix(strings.TrimSpace(s[m[1]:]), ":"):
		label, after = after, "" // "Only Nov 27-30: free whitening …"
	case strings.EqualFold(label, "it starts") || strings.EqualFold(label, "it begins") || strings.EqualFold(label, "it starts on"):
		label = "Starts"
	case takesPlaceOn.MatchString(label) && w.Brief != nil && w.Brief.Subject != "":
		label = w.Wording.Named(w.Brief.Subject)
	default:
		label = strings.TrimSpace(w.Wording.Pronoun.ReplaceAllString(label+" ", ""))
		if w.Wording.Code == "en" {
			label = takesPlace.ReplaceAllString(label, "") // "Training is on"
		}
		if cut := onTail.ReplaceAllString(label, ""); !untilTail.MatchString(cut) {
			label = cut // "Das Update kommt am" stands over its day
		}
		if w.Wording.Code != "en" && label != "" && prose.Words(label) <= 3 && !prompt.IsClause(label, w.Wording.Code) {
			label = w.Wording.Noun(label)
		}
		if w.Wording.Code == "en" && prepositionEnd.MatchString(label) && !theIt.MatchString(label) {
			label += " " + prose.Unstop(strings.TrimSpace(get(2)+get(4)+" "+get(3)+get(5))) // "RSVP by 1 July"
		}
		if m := theIt.FindStringSubmatch(label); m != nil {
			label = m[1] // "The deadline is"
		}
	}
	below := strings.TrimSpace(strings.Join(nonEmpty(strings.TrimSpace(strings.Join(nonEmpty(get(1), get(6)), " ")), after), ", "))
	if w.Wording.Code != "en" && strings.Contains(label, ", ") && prompt.IsClause(label, w.Wording.Code) {
		return false // "Wer es noch nicht hat, beantragt es bis" is no label
	}
	if w.Wording.Code != "en" && after != "" && untilTail.MatchString(" "+label) && prose.Words(label) <= 3 && !tongue.UpperFirst(after) {
		return false // "Ab" and "ändern sich unsere Öffnungszeiten" say nothing apart
	}
	if w.Wording.Code != "en" && after != "" && finiteTail.MatchString(label) {
		return false // "Die Umstellung ist bis" and "fertig" say nothing apart
	}
	if label == "" && w.Wording.Code == "en" && after != "" && !prompt.IsClause(after, "en") && prose.Words(s) <= 14 {
		label = "When and where" // "Saturday, 12 September 2027, 2:30 pm, St. Anne's Chapel"
		if !strings.Contains(after, ", ") && ClockIn.MatchString(after) {
			label = "When"
		}
	}
	if w.Wording.Code != "en" && onlyLead.MatchString(label) {
		return false // "Am" over "21. Juni" says nothing
	}
	if label == "" || utf8.RuneCountInString(label) > 44 || utf8.RuneCountInString(below) > 48 {
		return false
	}
	b.Kind, b.Label, b.Subtitle, b.Figure = scene.Number, prose.Upper(label), below, &figure
	b.Plain = !deadline.MatchString(s)
	return true
}

var (
	// finiteTail ends a clause whose verb waits for what stands behind the day.
	finiteTail   = pattern.New(`(?i)\s(?:ist|sind|wird|werden|muss|müssen|kann|können|soll|sollen|is|zijn|wordt|worden|moet|moeten|kan|kunnen)(?: (?:bis|ab|am|zum|vor|nach|uiterlijk|tot|vanaf|op|voor))?$`)
	spanWord     = pattern.New(`(?i)al|au|ao|bis|tot|to`)
	bareLead     = pattern.New(`(?i)^(?:del|du|vom|dal|van|only|just|now|new|nur|sólo|solo|seulement|só|alleen)?$`)
	onlyLead     = pattern.New(`(?i)^(?:am|ab|im|den|der|die|das|vom|bis|el|la|los|las|del|le|les|du|il|dal|o|a|no|na|em|op|de|het|van)$`)
	theIt        = pattern.New(`(?i)^(?:the |der |die |das |el |la |le |l['’]|il |o |a |de |het )(.+?) (?:is|ist|es|est|è|é)(?: on| am)?$`)
	onTail       = pattern.New(`(?i)\s(?:ist der|ist am|es el|est le|è il|é|am|del|du|vom|dal|van|el|le|il|op|em|no dia|dia|den|el día|ב-?|يوم)$`)
	untilTail    = pattern.New(`(?i)(?:^|\s)(?:desde|hasta|antes|partir|jusqu['’]|dès|avant|depuis|entro|fino|dopo|prima|até|desde|vanaf|tot|ab|bis|seit)$`)
	takesPlace   = pattern.New(`(?i)(?:\s(?:is|are|will be|takes? place|is held|happens?))?\son$`)
	takesPlaceOn = pattern.New(`(?i)^(?:it|this|the event|we)(?:['’]s| is| takes place| happens| starts| begins| opens| meet)(?: on)?$`)
)

func nonEmpty(s ...string) []string {
	var out []string
	for _, x := range s {
		if x != "" {
			out = append(out, x)
		}
	}
	return out
}
