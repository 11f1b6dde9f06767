package prompt

import (
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// addressForm is a direction about how viewers are to be addressed: "Bitte siezen",
// "tutea al espectador", "spreek de kijker aan met je".
var addressForm = pattern.New(`(?i)^(?:bitte |por favor,? |svp,? |s['’]il vous plaît,? |per favore,? |graag )?(?:(?:das publikum|die zuschauer\p{L}*|die leute|alle) )?(?:siezen|duzen|sieze|duze|(?:in (?:der )?|im )?(?:sie|du|ihr)-?form|per (?:du|sie)|(?:anrede|ansprache):? (?:du|sie|ihr)|mit (?:du|sie|ihr) ansprechen` +
	`|tut(?:ea|ee|ear|eando)(?: .*)?|tut[eé][ae](?:l[oa]s|les?)(?: .*)?|tr[aá]t(?:a|e|o|ales?|elos?) de (?:tú|usted)(?: .*)?|habla(?:le)? de (?:tú|usted)` +
	`|(?:vouv|tut)o(?:yez|yer|ie|yons)(?: .*)?|(?:avec le )?(?:vouvoiement|tutoiement)` +
	`|d(?:ai|are|ate|iamo) (?:del|dal) (?:tu|lei|voi)(?: (?:a|ai|agli|alle) .*)?|usa il (?:tu|lei)|tratt?[ea] (?:.* )?por (?:você|tu|senhor\p{L}*)(?: .*)?|tratando (?:.* )?por (?:vocês?|tu)` +
	`|spreek (?:.* )?(?:aan )?met (?:je|jij|u)(?: aan)?|gebruik (?:de )?(?:je|jij|u)(?:-vorm)?)$`)

// addressAnd is such a direction and another order behind it: "Dai del tu e chiudi invitando …".
var addressAnd = pattern.New(`(?i)^(.{4,44}?) (?:e|y|et|und|en) (.{6,})$`)

// addressesAnd carries out both.
func (p *parser) addressesAnd(r *reading) bool {
	m := addressAnd.FindStringSubmatch(r.text)
	if m == nil || p.inEnglish() || p.verbatim || !addressForm.MatchString(m[1]) || !p.isOrder(prose.Upper(m[2])) {
		return false
	}
	for _, t := range m[1:] {
		p.sentence(prose.Sentence{Text: prose.Upper(t), Line: r.Line, Col: r.Col})
	}
	return true
}

var (
	politeForm = pattern.New(`(?i)siez|\bsie\b|usted|vouv|\blei\b|senhor|met u\b|u(?:-vorm)?$`)
	manyForm   = pattern.New(`(?i)ihr-form|ihrzen|vosotros|\bvoi\b|vocês`)
)

// addressed notes such a direction honestly: no sentence is put into another person.
func (p *parser) addressed(part string, at int) bool {
	if a := asides[p.t.Code]; !addressForm.MatchString(part) && !(a.manner != nil && a.manner.MatchString(part) && prose.Words(part) <= 6 && !selves.MatchString(part)) {
		return false
	}
	switch {
	case politeForm.MatchString(part):
		p.b.Address = "polite"
	case manyForm.MatchString(part):
		p.b.Address = "many"
	default:
		p.b.Address = "close"
	}
	p.b.NoteOn(at, "\""+prose.Clip(part, 80)+"\": your sentences are spoken as you address the viewers in them; none is put into the other form", part, prose.FirstWords(part, 3))
	return true
}
