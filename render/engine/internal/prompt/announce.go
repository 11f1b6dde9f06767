package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/prose"
)

// This file reads orders whose thing cannot stand alone, in languages other than English:
// "Recomienda el Plan Total a quien …" is said as "Te recomendamos el Plan Total a quien …".

// announcements are such orders, and what is said to the viewers.
var announcements = map[string][]bid{
	"de": {bids(`wünsch(?:e|en sie|t)? (?:allen |euch |ihnen )?(.+)`, "Wir wünschen $1"), bids(`(?:bitte )?(?:empfiehl|empfehlen sie|empfehlt) (.+)`, "Wir empfehlen $1"), bidsAction(`(?:am ende |zum schluss )?(?:bitte )?(?:lade?|laden sie|ladet) (alle|die \p{L}+|unsere \p{L}+) (?:herzlich )?(zum|zur|zu|in|ins) (.+?) ein`, "Wir laden $1 $2 $3 ein")},
	"es": {bids(`dese(?:a|e|ad)(?:les)? (?:a todos )?(.+)`, "Deseamos a todos $1"), bids(`(?:por favor,? )?(?:recomienda|recomiende|recomendad) (.+)`, "Recomendamos $1"), bidsAction(`(?:al final,? )?(?:termina|acaba|cierra|termine)?(?: ?el v[ií]deo)? ?(?:invitando|invita|invite) a (tod[oa]s(?: l[oa]s \p{L}+)?|l[oa]s \p{L}+|la gente) (a la|al|a los|a las) (.+)`, "Invitamos a $1 $2 $3")},
	"fr": {bids(`souhaite[z]?(?:-leur)? (?:à tous )?(.+)`, "Nous vous souhaitons $1"), bids(`(?:recommande|recommandez|conseille|conseillez) (.+)`, "Nous recommandons $1"), bidsAction(`(?:à la fin,? )?(?:termine|terminez|finis|finissez)?(?: ?la vidéo)? ?(?:en invitant|invite|invitez) (tout le monde|tous(?: les \p{L}+)?|les \p{L}+|nos \p{L}+) (à la|au|aux|à l['’]) ?(.+)`, "Nous invitons $1 $2 $3")},
	"it": {bids(`augura(?:te)? (?:a tutti )?(.+)`, "Vi auguriamo $1"), bids(`(?:consiglia|consigliate|raccomanda|raccomandate) (.+)`, "Consigliamo $1"), bidsAction(`(?:alla fine,? )?(?:termina|concludi|chiudi)?(?: ?il video)? ?(?:invitando|invita|invitate) (tutti(?: i \p{L}+| gli \p{L}+)?|i \p{L}+|gli \p{L}+|le \p{L}+) (alla|al|all['’]|ai|alle|agli) ?(.+)`, "Invitiamo $1 $2 $3")},
	"pt": {bids(`desej(?:e|a|em) (?:a todos )?(.+)`, "Desejamos $1"), bids(`(?:recomende|recomenda|recomendem) (.+)`, "Recomendamos $1"), bidsAction(`(?:no final,? )?(?:termine|termina|encerre|encerra|finalize)?(?: ?o vídeo)? ?(?:convidando|convide|convida) (todos(?: os \p{L}+)?|os \p{L}+|as \p{L}+) (para o|para a|para os|para as|ao|à) (.+)`, "Convidamos $1 $2 $3")},
	"nl": {bids(`wens (?:iedereen )?(.+)`, "We wensen iedereen $1"), bids(`(?:raad) (.+) aan`, "We raden $1 aan"), bidsAction(`(?:sluit af met een uitnodiging|nodig (?:iedereen|de \p{L}+|alle \p{L}+) uit) voor (.+)`, "We nodigen iedereen uit voor $1")},
	"he": {bidsAction(`(?:סיימו|סיים|סיימי|לסיום,?) (?:את הסרטון )?בהזמנה (ל.+)`, "אתם מוזמנים $1")},
	"ar": {bidsAction(`(?:اختم|اختموا|اختتم|أنه) (?:الفيديو )?بدعوة (?:الجميع |المشاهدين |العملاء )?(?:إلى |ل)(.+)`, "ندعوكم إلى $1")},
}

// comparesIn are the orders to compare things.
var comparesIn = map[string]bid{
	"de": bids(`(?:bitte )?vergleich(?:e|en sie|t)? (.+)`, "Wir vergleichen $1"),
	"es": bids(`compar(?:a|e|ad) (.+)`, "Comparamos $1"),
	"fr": bids(`compare[z]? (.+)`, "Nous comparons $1"),
	"it": bids(`(?:confronta|confrontate|paragona|metti a confronto) (.+)`, "Confrontiamo $1"),
	"pt": bids(`compar(?:e|a|em) (.+)`, "Comparamos $1"),
	"nl": bids(`vergelijk (.+)`, "We vergelijken $1"),
	"he": bids(`השוו (.+)`, "נשווה $1"),
	"ar": bids(`(?:قارن|قارنوا) (.+)`, "نقارن $1"),
}

// announces says what such an order is about, and keeps an order to compare for
// [parser.sideBySide].
func (p *parser) announces(text string, s prose.Sentence) bool {
	if p.inEnglish() || p.verbatim || p.orders == 0 && p.said > 0 {
		return false
	}
	bare := prose.Unstop(text)
	for _, b := range announcements[p.t.Code] {
		if b.re.MatchString(bare) && prose.URL(bare) == "" { // to an address one is sent in its own way
			p.orders++
			said := strings.ReplaceAll(b.re.ReplaceAllString(bare, b.with), "' ", "'")
			p.say(brief.Point{Form: brief.Clause, Text: strings.ReplaceAll(said, "’ ", "’"), Role: b.role, Asked: true}, s)
			return true
		}
	}
	b, ok := comparesIn[p.t.Code]
	if !ok || !b.re.MatchString(bare) || strings.Contains(bare, ": ") {
		return false
	}
	p.compared = prose.Stop(b.re.ReplaceAllString(bare, b.with))
	if re := comparing[p.t.Code]; re != nil && re.MatchString(text) {
		return false // it names the two
	}
	p.orders++
	p.say(brief.Point{Form: brief.Clause, Text: p.compared, Role: brief.Hook, Asked: true}, s)
	return true
}
