package telling

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
)

// timeLead are the words that lead to a day at the head of a sentence.
var timeLead = map[string]*pattern.Pattern{
	"de": pattern.New(`(?i)^(?:ab|am|bis|seit|vom|zum|im|ende|anfang|mitte)(?: (?:dem|den|zum|sofort|kommende[nm]|nächste[nm]))? `),
	"nl": pattern.New(`(?i)^(?:vanaf|op|per|sinds|tot|in|eind|begin)(?: (?:de|het))? `),
	"es": pattern.New(`(?i)^(?:a partir de[l]?|desde(?: el)?|hasta(?: el)?|el(?: próximo| día)?|en) `),
	"fr": pattern.New(`(?i)^(?:à partir d[ue]|dès(?: le)?|depuis(?: le)?|jusqu['’]au|le|en) `),
	"pt": pattern.New(`(?i)^(?:a partir d[eo](?: dia)?|desde(?: o)?|até|no(?: próximo)? dia|em|a) `),
	"it": pattern.New(`(?i)^(?:a partire da[l]?|dal|dall['’]|fino al|il(?: prossimo)?|da|in) ?`),
}

// theTime is a day, a month or a year.
var theTime = pattern.New(`(?i)^(?:(?:` + Weekdays + `),? (?:(?:den|el|le|il|dem) )?)?(?:(?:\d{1,2}(?:st|nd|rd|th|er|º|°|\.)? (?:de |d['’])?)?(?:` + monthWords + `|` + moreMonths + `)(?:,? (?:de |del )?(?:19|20)\d\d)?|(?:19|20)\d\d|(?:` + Weekdays + `)|(?:sofort|ahora|maintenant|hoje|oggi|nu|hoy|agora|adesso))(?:,|\s)\s*`)

// untilThen joins the last day of a span to the first.
var untilThen = pattern.New(`(?i)^(?:bis(?: zum| einschließlich)?|und|al?|e|hasta(?: el)?|y(?: el)?|au|à|et(?: le)?|até(?: o dia)?|tot(?: en met)?|en) `)

// germanFirst is a German or Dutch clause that has lost what stood before its verb: the
// verb, its subject, and the rest.
var germanFirst = pattern.New(`^(\p{Ll}+) ((?:wir|ich|Sie|ihr|sie|er|es|man|we|wij|u|je|jullie|alle \p{Lu}\p{L}+|(?:der|die|das|den|ein|eine|unsere?|Ihre?|eure|ihre|seine|alle|de|het|een|onze?|uw) (?:\p{Ll}[\p{Ll}-]*e[nrs]? )*[\p{Lu}\d][\p{L}\d-]*|(?:de|het|een|onze?|uw|alle) (?:\p{Ll}+e )*\p{Ll}[\p{L}-]+|(?:\p{Ll}+e[nrs]? )*\p{Lu}[\p{L}-]+))(?: (.*))?$`)

// undated takes the day off the head of a sentence, which says when something holds, and
// leaves what holds then: "Ab 12. Mai wird die Heizung erneuert" is "Die Heizung wird
// erneuert". A sentence that begins otherwise stays.
func (w *Writer) undated(s string) string {
	lead := timeLead[w.Wording.Code]
	if lead == nil {
		return s
	}
	at := lead.FindStringIndex(s)
	if at == nil {
		return s
	}
	day := theTime.FindStringIndex(s[at[1]:])
	if day == nil {
		return s
	}
	rest := strings.TrimSpace(s[at[1]+day[1]:])
	if to := untilThen.FindStringIndex(rest); to != nil { // "Da lunedì 9 giugno a venerdì 20 giugno"
		if end := theTime.FindStringIndex(rest[to[1]:]); end != nil {
			rest = strings.TrimSpace(rest[to[1]+end[1]:])
		}
	}
	if prose.Words(rest) < 3 {
		return s
	}
	if w.Wording.Code != "de" && w.Wording.Code != "nl" {
		if !prompt.IsClause(rest, w.Wording.Code) {
			return s
		}
		return prose.Upper(rest)
	}
	m := germanFirst.FindStringSubmatch(rest)
	if m == nil || !w.Wording.Verbs(m[1]) {
		return s
	}
	return prose.Upper(strings.TrimSpace(m[2] + " " + m[1] + " " + m[3]))
}
