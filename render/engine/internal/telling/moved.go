package telling

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
)

// movement is how a language says that something has gone from one value to another.
type movement struct {
	verb   *pattern.Pattern // the verb before its values, with its auxiliaries and who brought it about
	behind *pattern.Pattern // the verb, where it stands behind its values
	helps  *pattern.Pattern // the auxiliary that stands before them then
	from   *pattern.Pattern // what leads to the old value
	placed *pattern.Pattern // begins what says when, where or how
}

// movedIn builds a movement. A verb stands between other words, and whoever has changed
// something is no part of what has changed.
func movedIn(verb, from, placed string) *movement {
	return &movement{
		verb:   pattern.New(`(?i)(?:^|\s)(?:` + verb + `)(?:\s|$)`),
		from:   pattern.New(`(?i)(?:^|\s)(?:` + from + `)\s{0,3}$`),
		placed: pattern.New(`(?i)^(?:` + placed + `)(?:\s|$)`),
	}
}

var movements = map[string]*movement{
	"de": func() *movement {
		m := movedIn(`(?:verbesser|verschlechter|verkürz|verlänger|verringer|vermehr|erhöh|halbier|verdoppel|reduzier)(?:te?|ten|et|etet?en|n) sich(?: \p{Ll}+)?|kletter(?:t|te|ten|n)|schrumpf(?:t|te|ten|en)|spr[ai]ng(?:t|en)?|legten? |nahm(?:en)?|wir (?:senk|steiger|verkürz|verbesser|erhöh|reduzier|verringer)(?:en|ten|n)|(?:senk|steiger|verkürz|verbesser|erhöh|reduzier|verringer)(?:en|ten|n) wir`,
			`von`, `in|im|ins|an|am|auf|ab|bei|bis|dank|durch|seit|mit|nach|innerhalb|binnen|über|um|vor|zum|zur|deutlich|stark|leicht|inzwischen|sogar|damit|so|heute|jetzt|nun`)
		m.behind = pattern.New(`(?i)^(?:gesunken|gestiegen|gefallen|gewachsen|geklettert|zurückgegangen|geschrumpft|gesprungen|verbessert|verschlechtert|verkürzt|verlängert|verringert|erhöht|gesenkt|gesteigert|reduziert|gebracht|senken|steigern|verkürzen|verbessern|erhöhen|reduzieren|verringern|bringen)(?: (?:ist|sind|hat|haben|werden|wurde|wurden))?$`)
		m.helps = pattern.New(`(?i)(?:^|\s)(?:ist|sind|hat|haben|konnten?|können|wird|werden|wurden?|wollen)(?: (?:sich|wir|es|man))*(?:\s|$)`)
		return m
	}(),
	"es": movedIn(`(?:se )?(?:(?:ha|han|hemos|habían?|logramos|conseguimos|pudimos|hemos logrado|hemos conseguido) )?(?:se )?(?:(?:pas|aument|mejor|empeor|increment|recort|acort|escal|rebaj|ampli|llev)(?:ó|aron|amos|ado|an?|ar)|baj(?:ó|aron|amos|ado|an|ar)|sub(?:ió|ieron|imos|e|en)|(?:crec|descend|ascend)(?:ió|ieron|imos|ido|en?)|(?:desc|asc)ienden?|cay(?:ó|eron)|caído|disminu(?:yó|yeron|ido|yen?|imos|ir)|redu(?:jo|jeron|jimos|cido|cen?|cimos|cir))`,
		`del?|desde(?: el)?`, `a|al|en|con|por|para|de|del|desde|gracias|durante|tras|hasta|así|ya|mucho|notablemente`),
	"fr": movedIn(`(?:nous )?(?:(?:s['’]|se )?(?:est|sont|a|ont|avons|avaient|avait) )?(?:été )?(?:se |s['’])?(?:(?:pass|mont|tomb|grimp|baiss|augment|chut|progress|recul|diminu|amélior|dégrad|abaiss|ramen|doubl|bond|raccourc)(?:ée?s?|e|ent|èrent|ons|i|ies?)|descend(?:ue?s?|ent|it)?|rédui(?:te?s?|sent|sons|sit)|(?:ramèn|relèv)(?:e|ent))`,
		`d[eu]|des`, `à|au|aux|en|dans|avec|par|pour|d[eu]|des|depuis|grâce|sur|ainsi|déjà|nettement|fortement`),
	"pt": movedIn(`(?:(?:foi|foram|tem|têm|conseguimos|pudemos) )?(?:se )?(?:(?:pass|baix|aument|melhor|pior|salt|encurt|ampli|elev)(?:ou|aram|amos|ado|ada|am?|ar)|(?:sub|ca|cresc|desc|diminu|reduz)(?:iu|íram|iram|eu|eram|ido|ída|ida|ído|imos|emos|em|ir)|sobem?|cai|caem|(?:cresc|desc)e|diminui|reduz)(?:-se)?`,
		`d[eoa]|desde`, `a|à|ao|aos|em|no|na|nos|nas|com|por|para|de|do|da|desde|graças|durante|após|até|assim|já|muito`),
	"it": movedIn(`(?:(?:si )?(?:è|sono|ha|hanno|abbiamo|siamo|siamo riusciti a) )?(?:stat[oaie] )?(?:si )?(?:(?:pass|aument|miglior|peggior|balz|port|abbass|accorci)(?:at[oaie]|ano|ò|arono|iamo|a|are)|cal(?:at[oaie]|ano|ò|arono)|sal(?:it[oaie]|ì|irono|gono)|sces[oaie]|scend(?:e|ono)|scesero|cresc(?:iut[oaie]|e|ono)|diminu(?:it[oaie]|isce|iscono|ì|irono|ire)|ridott[oaie]|ridu(?:ce|cono|sse|ciamo)|ridurre)`,
		`da|dal|dall['’]|dai|dalle|di`, `a|al|alla|ai|in|nel|nella|nei|con|per|di|da|dal|grazie|durante|dopo|così|già|molto|nettamente`),
}

// nearMost is how far before a figure, in bytes, the verb and the subject of its change may
// begin.
const nearMost = 240

// near is the end of what stands before a figure, from between two words on: a sentence
// that does not end is not read again from its head for each of its figures.
func near(before string) string {
	if len(before) <= nearMost {
		return before
	}
	end := before[len(before)-nearMost:]
	if i := strings.IndexByte(end, ' '); i >= 0 {
		return end[i:]
	}
	return strings.ToValidUTF8(end, "")
}

// aMovement is a verb of change of any of the Romance languages before its first value:
// what follows is no range.
func aMovement(before string) bool {
	for _, code := range []string{"es", "fr", "it", "pt"} {
		if m := movements[code]; m.from.MatchString(before) && m.verb.MatchString(before) {
			return true
		}
	}
	return false
}

// mover is what has gone from one value to another, by the words before the old value and
// those behind the new one: "Die Kosten pro Kurs konnten wir von … senken", "Redujimos el
// coste por curso de …". "" = the sentence tells of no change, or of something unnamed.
func (w *Writer) mover(before, behind string) string {
	m := movements[w.Wording.Code]
	if m == nil || !m.from.MatchString(before) {
		return ""
	}
	before = strings.TrimSpace(m.from.ReplaceAllString(before, ""))
	verb := m.verb
	if w.movesBehind(behind) {
		verb = m.helps
	}
	all := verb.FindAllStringIndex(before, -1)
	if len(all) == 0 {
		return ""
	}
	at := all[len(all)-1]
	what := strings.TrimSpace(before[at[1]:])
	if what == "" || m.placed.MatchString(what) {
		what = strings.TrimSpace(before[:at[0]])
	}
	if i := strings.LastIndex(what, ", "); i >= 0 {
		what = what[i+2:]
	}
	what = w.Wording.Noun(what) // its article is only said
	if st := standings[w.Wording.Code]; what == "" || st.who.MatchString(what) || st.leads.MatchString(what+" ") || prompt.IsClause(what, w.Wording.Code) || len(w.Counts(what)) > 0 {
		return ""
	}
	return what
}

// movesBehind tells whether what stands behind a new value is only the verb of its change.
func (w *Writer) movesBehind(behind string) bool {
	m := movements[w.Wording.Code]
	return m != nil && m.behind != nil && m.behind.MatchString(strings.TrimSpace(prose.Unstop(behind)))
}
