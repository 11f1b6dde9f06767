package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// informed parts those who are told from what they are told of: "para avisar a los
// clientes del cambio de tarifas". Group 1 is who, 2 the preposition, 3 what.
var informed = map[string]*pattern.Pattern{
	"de": pattern.New(`(?i)^(?:,? ?um |,? ?(?:das|der|die) )((?:die|unsere|alle|unsere neuen)\s\p{L}+(?: und \p{L}+)?) (über) (.+?) (?:zu informieren|informiert|in Kenntnis zu setzen)$`),
	"es": pattern.New(`(?i)^(?:para|que) (?:avis(?:ar|e)|inform(?:ar|e)|comuni(?:car|que)|notifi(?:car|que)|record(?:ar|e)) a ((?:los|las|nuestr[oa]s|tod[oa]s(?: l[oa]s)?)\s\p{L}+) (del|de la|de los|de las|de|sobre|acerca de) (.+)$`),
	"fr": pattern.New(`(?i)^(?:pour|qui) (?:inform(?:er|e)|préven(?:ir)|prévient|avert(?:ir|it)) ((?:les|nos|tous les|toutes les)\s\p{L}+) (du|de la|de l['’]|des|de|d['’]|sur) ?(.+)$`),
	"it": pattern.New(`(?i)^(?:per|che) (?:avvis(?:are|a|i)|inform(?:are|a|i)) ((?:i|gli|le|tutti i|tutte le|i nostri)\s\p{L}+) (del|della|dell['’]|dello|dei|degli|delle|di|sul|sulla) ?(.+)$`),
	"pt": pattern.New(`(?i)^(?:para|que) (?:avis(?:ar|e)|inform(?:ar|e)|comuni(?:car|que)) (?:a?os|às|as)? ?((?:nossos |nossas |todos os |todas as )?\p{L}+) (do|da|dos|das|de|sobre o|sobre a|sobre) (.+)$`),
	"nl": pattern.New(`(?i)^(?:om|die) ((?:de|alle|onze)\s\p{L}+) (?:te informeren|informeert) (over) (.+)$`),
}

// unmelted gives back the article that a preposition has taken in.
var unmelted = map[string]string{"del": "el ", "de la": "la ", "de los": "los ", "de las": "las ", "du": "le ", "des": "les ", "de l'": "l'", "de l’": "l'",
	"della": "la ", "dell'": "l'", "dell’": "l'", "dello": "lo ", "dei": "i ", "degli": "gli ", "delle": "le ", "sul": "il ", "sulla": "la ", "do": "o ", "da": "a ", "dos": "os ", "das": "as ", "sobre o": "o ", "sobre a": "a ",
	"al": "el ", "a la": "la ", "a los": "los ", "a las": "las ", "au": "le ", "à l'": "l'", "à l’": "l'", "aos": "os ", "às": "as ", "aux": "les ", "à la": "la ", "ao": "o ", "à": "a ", "para o": "o ", "para a": "a ", "para el": "el ", "para la": "la "}

// informing reads whom a video informs, and of what.
func (p *parser) informing(tail string, at int) bool {
	re := informed[p.t.Code]
	if re == nil {
		return false
	}
	m := re.FindStringSubmatch(prose.Unstop(tail))
	if m == nil {
		return false
	}
	prep := strings.ToLower(m[2])
	article := unmelted[prep]
	if p.t.Code == "it" && prep == "del" {
		article = "il "
	}
	if p.b.Audience = strings.TrimSpace(m[1]); p.b.Purpose == "" {
		p.b.Purpose = brief.News
	}
	p.subject(article+m[3], at)
	return true
}
