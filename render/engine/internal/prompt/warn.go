package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

const enTold = `(?: (?:them|people|viewers|everyone|users|staff|employees|customers|residents|parents|drivers|visitors|members|the (?:team|audience|viewers?)))?`

// warnOrder are instructions to warn. Group 1 is what of; the verb is not spoken.
var warnOrder = map[string]*pattern.Pattern{
	"en": pattern.New(`(?i)^(?:also )?(?:warn|caution)` + enTold + `(?:\s*:| that|,)\s+(.+)$`),
	"de": pattern.New(`(?i)^warn(?:e|en sie)?(?: davor)?(?:,? dass|\s*:)\s+(.+)$`),
	"es": pattern.New(`(?i)^(?:advierte|advierta|avisa|alerta)(?: a (?:\p{L}+ )?\p{L}+)?(?: de)?(?: que|\s*:)\s+(.+)$`),
	"pt": pattern.New(`(?i)^(?:avise|alerte|advirta)(?: (?:a todos|os \p{L}+|as \p{L}+))?(?: que|\s*:)\s+(.+)$`),
	"it": pattern.New(`(?i)^(?:avverti|avvertite|avvisa)(?: tutti| i \p{L}+| gli \p{L}+)?(?: che|\s*:)\s+(.+)$`),
	"fr": pattern.New(`(?i)^(?:préviens|prévenez|avertis|avertissez|alerte)(?: les \p{L}+)?(?: que | qu['’]|\s*: )(.+)$`),
	"nl": pattern.New(`(?i)^waarschuw(?: ervoor)?(?:,? dat|\s*:)\s+(.+)$`),
}

var (
	warnNot = pattern.New(`(?i)^(?:also )?(?:warn|caution)` + enTold + ` not to (.+)$`)
	// warnLabel heads a sentence that warns; it is spoken as the prompt has it.
	warnLabel = pattern.New(`(?i)^(?:warning|caution|danger|achtung|warnung|vorsicht|atención|advertencia|cuidado|attention|danger|atenção|attenzione|avvertenza|let op|waarschuwing)\s?[:!]\s+\S`)
)

// warning carries out an instruction to warn.
func (p *parser) warning(text string, s prose.Sentence) bool {
	if m := warnNot.FindStringSubmatch(text); m != nil && p.t.Code == "en" {
		p.orders++
		p.say(brief.Point{Form: brief.Clause, Text: "Don't " + m[1], Asked: true, Warning: true}, s)
		return true
	}
	re := warnOrder[p.t.Code]
	if re == nil {
		return false
	}
	m := re.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	p.orders++
	what := strings.TrimSpace(m[1])
	if !strings.Contains(strings.TrimSuffix(text, what), ":") {
		what = p.mainClause(what)
	}
	p.say(brief.Point{Form: brief.Clause, Text: what, Asked: true, Warning: true}, s)
	return true
}
