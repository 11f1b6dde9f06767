package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// explainTo is an order that names those to whom something is explained before it, by
// language: "explain to non technical folks what an API is". Groups: the verb, who, what.
var explainTo = map[string]*pattern.Pattern{
	"en": pattern.New(`(?i)^(explain|describe|teach|show)(?: to)? ((?:[\p{L}\d-]+ ){0,3}?[\p{L}-]+s|children|people|everyone|(?:[\p{L}-]+ ){0,2}?(?:staff|team|crew|personnel)|(?:my|our|your|the) (?:[\p{L}'’-]+ ){0,2}?[\p{L}-]+) ((?:what|how|why|when|where|who)\s.+)$`),
	"de": pattern.New(`(?i)^(erkläre?|erklären sie|zeige?|zeigen sie|beschreibe?)(?: bitte)? (?:den |unseren |deinen |ihren |allen )?((?:\p{L}+ ){0,2}\p{L}+), ((?:wie|warum|weshalb|was|wann|wo|wer)\s.+)$`),
	"es": pattern.New(`(?i)^(explica|explique|enseña|muestra|cuenta)(?:les?)? a (?:l[oa]s |nuestr[oa]s |tod[oa]s l[oa]s )?((?:\p{L}+ ){0,7}?\p{L}+) ((?:cómo|por qué|qué|cuándo|dónde)\s.+)$`),
	"fr": pattern.New(`(?i)^(explique[z]?|montre[z]?|décris|décrivez) (?:aux |au |à nos |à la |à l['’]|à )((?:[\p{L}'’-]+ ){0,7}?[\p{L}'’-]+) ((?:comment|pourquoi|ce que|ce qu['’]|quand|où)\s?.+)$`),
	"pt": pattern.New(`(?i)^(explique|explica|mostre|mostra|ensine) (?:aos? |às? |para (?:os|as|o|a) )(?:nossos |nossas )?((?:\p{L}+ ){0,7}?\p{L}+) ((?:como|por que|porque|o que|quando|onde)\s.+)$`),
	"nl": pattern.New(`(?i)^(leg) (?:de |onze |alle )?((?:\p{L}+ ){0,2}[\p{L}'’]+) uit,? ((?:hoe|waarom|wat|wanneer|waar|wie)\s.+)$`),
	"ar": pattern.New(`^(اشرح(?:وا)?|وضّ?ح(?:وا)?|بيّ?ن(?:وا)?) (ل\S+(?:\sالجدد|\sالجديدات)?) ((?:كيف|كيفية|لماذا|متى|أين|طريقة|خطوات)\s.+)$`),
	"he": pattern.New(`^(הסבירו|הסבר|הסבירי|הראו|ספרו) (ל\S+(?:\sחדשים|\sהחדשים|\sחדשות)?) ((?:איך|כיצד|למה|מדוע|מתי|איפה|מה)\s.+)$`),
	"it": pattern.New(`(?i)^(spiega|spiegate|mostra|mostrate|racconta) (?:ai |agli |alle |alla |al |a )(?:nostri |nostre )?((?:\p{L}+ ){0,7}?\p{L}+) ((?:come|perché|che cosa|cosa|quando|dove)\s.+)$`),
}

// datives are nouns whose plural ends in n in every case.
var datives = pattern.New(`(?i)(?:eltern|bauern|nachbarn|ungarn|bayern)$`)

// whoseOwn are those of somebody: "my mum's generation".
var whoseOwn = pattern.New(`(?i)^(?:my|our|the|your) `)

// explainedTo parts such an order; who = "" is none.
func (p *parser) explainedTo(order string) (verb, who, what string) {
	re := explainTo[p.t.Code]
	if re == nil {
		return "", "", ""
	}
	m := re.FindStringSubmatch(order)
	if m != nil && p.t.Code == "en" && !p.t.People.MatchString(m[2]) && !graders.MatchString(m[2]) && !whoseOwn.MatchString(m[2]) {
		m = nil
	}
	if m == nil || prose.Words(m[2]) > 8 {
		return "", "", ""
	}
	verb, who, what = strings.ToLower(m[1]), m[2], m[3]
	switch p.t.Code {
	case "fr":
		if strings.HasPrefix(strings.ToLower(order[len(m[1]):]), " aux ") {
			who = "les " + who
		}
	case "nl":
		verb = "vertel"
	case "ar":
		verb = "اشرح"
		if rest, ok := strings.CutPrefix(who, "لل"); ok {
			who = "ال" + rest
		} else {
			who = strings.TrimPrefix(who, "ل")
		}
	case "he":
		verb, who = "הסבירו", strings.TrimPrefix(who, "ל")
	case "en":
		verb, what = "explain", toYou(what)
	case "de":
		verb += ","
		if strings.HasSuffix(who, "ern") && !datives.MatchString(who) {
			who = strings.TrimSuffix(who, "n") // "erkläre Mitarbeitern, wie …" is for Mitarbeiter
		}
	}
	return verb, who, what
}
