package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// toThank are orders to thank somebody, in any form of their verb: "Agradecer aos doadores no
// final", "Remercie les bénévoles à la fin", "Zum Schluss allen Spendern danken". Group 1 is
// whom, with the preposition that the language has there.
var toThank = map[string]*pattern.Pattern{
	"de": pattern.New(`(?i)^(?:(?:dank(?:e|t|en sie)|bedank(?:e|t|en sie) (?:dich|euch|sich) bei) ((?:den|dem|der|unser\p{L}+|allen|allem|jedem|euren|ihnen)(?: .+?)?)|((?:den|unseren|unserem|der|unserer|allen|euren)\s.+?) danken)$`),
	"es": pattern.New(`(?i)^(?:agradec(?:e|er|ed|iendo)(?:les)?|agradezca(?:les)?|da(?:r|d|les?)? (?:las )?gracias)(?: también)? ((?:a|al) .+)$`),
	"fr": pattern.New(`(?i)^(?:remerci(?:er|e|ez)|dire merci|dis merci|dites merci) (.+)$`),
	"it": pattern.New(`(?i)^(?:ringrazi(?:are|a|ate)|dire grazie|di['’] grazie) (.+)$`),
	"pt": pattern.New(`(?i)^(?:agradec(?:er|a|e|endo)|agradeç[ao]m?|dizer obrigado|diga obrigado) ((?:a|ao|à|aos|às) .+)$`),
	"nl": pattern.New(`(?i)^(?:bedank (.+)|((?:de|onze|alle|het|iedereen) ?.*?) bedanken)$`),
}

// sayThanks is how they are thanked.
var sayThanks = map[string]string{"de": "Wir danken ", "es": "Gracias ", "fr": "Merci ", "it": "Grazie ", "pt": "Agradecemos ", "nl": "Dank aan "}

// melted are the prepositions that take in the article behind them.
var melted = map[string][][2]string{
	"fr": {{"les ", "aux "}, {"le ", "au "}, {"", "à "}},
	"it": {{"i ", "ai "}, {"gli ", "agli "}, {"le ", "alle "}, {"il ", "al "}, {"lo ", "allo "}, {"la ", "alla "}, {"l'", "all'"}, {"l’", "all’"}, {"a ", "a "}, {"ai ", "ai "}, {"", "a "}},
}

// endOfVideo says that something comes last, at the end of an order.
var endOfVideo = pattern.New(`(?i)(?:,? (?:al final|para terminar|no final|ao final|no fim|à la fin|pour finir|alla fine|in chiusura|am ende|zum schluss|zum abschluss|aan het eind(?:e)?|tot slot)(?: (?:del? v[ií]deo|do vídeo|de la vidéo|del video|des videos|van de video))?)+$`)

// thanksThem carries out the order to thank somebody, in other languages than English.
func (p *parser) thanksThem(r *reading) bool {
	re := toThank[p.t.Code]
	if re == nil || p.verbatim {
		return false
	}
	text := prose.Unstop(r.text)
	if p.first() || strings.HasSuffix(r.text, "?") {
		return false
	}
	text = p.stripLead(text)
	also := thenToo.FindStringSubmatch(text)
	if also != nil {
		text = also[1]
	}
	m := re.FindStringSubmatch(endOfVideo.ReplaceAllString(text, ""))
	if m == nil {
		return false
	}
	who := m[1]
	if len(m) > 2 {
		who += m[2]
	}
	for _, x := range melted[p.t.Code] {
		if rest, ok := strings.CutPrefix(who, x[0]); ok {
			who = x[1] + rest
			break
		}
	}
	p.orders++
	p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(sayThanks[p.t.Code] + who), Role: brief.Action, Asked: true}, r.Sentence)
	if also != nil {
		if w := wishing.FindStringSubmatch(also[2]); w != nil {
			p.say(brief.Point{Form: brief.Clause, Text: prose.Upper(prose.Stop(strings.Join(w[1:], ""))), Role: brief.Action, Asked: true}, r.Sentence)
		} else {
			p.closeNext = true
			p.sentence(prose.Sentence{Text: prose.Upper(also[2]), Line: r.Line, Col: r.Col})
		}
	}
	return true
}

var (
	// thenToo parts thanks from another order behind them. Groups: the thanks, the other.
	thenToo = pattern.New(`(?i)^(.+?),? (?:y|e|et|und|en) ((?:desear(?:les)?|desea(?:les)?|invitar|recordar|souhaiter|inviter|rappeler|augurare|augura|invitare|ricordare|desejar|deseje|convidar|lembrar|wünsch\p{L}*|wens) .+)$`)
	// wishing orders a wish. Group 1 is the wish.
	wishing = pattern.New(`(?i)^(?:desear(?:les)?|desea(?:les)?|souhaiter|augurare|augura|desejar|deseje) (?:un[ae]? |um |uma )?(.+)$`)
)

// thanksNoted is thanks as they stand in notes: "Dank an die 212 Kolleginnen und Kollegen".
var thanksNoted = pattern.New(`(?i)^(?:(?:vielen |herzlichen |großen |ein )?(?:dank|danke|dankeschön) an|(?:muchas )?gracias (?:a|al)|(?:un )?(?:gran )?agradecimientos? (?:a|al)|(?:un grand |un )?(?:merci|remerciements?) (?:à|aux?)|(?:un )?(?:grazie|ringraziamento|ringraziamenti) (?:a|ai|al|alle|alla|agli|all['’])|(?:muito )?obrigad[oa]s? (?:a|ao|à|aos|às)|agradecimentos? (?:a|ao|à|aos|às)|(?:hartelijk )?(?:dank|bedankt) (?:aan )?)[\s\p{L}]`)
