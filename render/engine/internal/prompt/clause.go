package prompt

import "gitops.video/render/render/engine/internal/pattern"

// IsClause tells a sentence from a phrase, by the finite verbs of a language.
func IsClause(s, lang string) bool { return (&parser{b: &Brief{}, t: tongueFor(lang)}).isClause(s) }

// subjectFirst begins a sentence with a pronoun that is its subject, so that the word
// behind it is its verb, whichever it is: "Il existe en huit couleurs".
var subjectFirst = map[string]*pattern.Pattern{
	"de": pattern.New(`(?i)^(?:er|es|wir|man|du|ich) (?-i:\p{Ll}{2,}(?:t|e|en|ß))\s`),
	"nl": pattern.New(`(?i)^(?:hij|wij|we|jij|ik|men|jullie) (?-i:\p{Ll}{3,})\s`),
	"es": pattern.New(`(?i)^(?:él|ella|ellos|ellas|nosotr[oa]s|ustedes) (?:(?:se|no|nos|les?|l[oa]s?) )*(?-i:\p{Ll}{3,})\s`),
	"fr": pattern.New(`(?i)^(?:il|elle|ils|elles|on|nous|vous|je|tu) (?:(?:se|ne|nous|vous|les?|la|lui|leur|en|y) |[sn]['’])*(?-i:\p{Ll}{2,})\s`),
	"pt": pattern.New(`(?i)^(?:ele|ela|eles|elas|nós|vocês?) (?:(?:se|não|nos|lhes?) )*(?-i:\p{Ll}{3,})\s`),
}

// nounToo are verbs that are nouns as well behind an article: "la ferme", "una ayuda".
var (
	nounToo     = pattern.New(`(?i)^(?:ferme|aide|offre|garde|paie|passe|reste|être|fait|porta|ayuda|oferta|cuenta|sale|ajuda|conta|dura|vive|abre|sabe|trasforma|cambia|cambio|muda|fecha|serve|usa|visita|sirve|lebt|wird)$`)
	nounArticle = pattern.New(`(?i)^(?:la|une?|notre|votre|cette|chaque|una?|nuestra|nuestro|vuestra|cada|esta|a|uma|nossa|nosso|essa|della|alla|nella|ogni|nostra|vostra|questa|da|na|l[ae]s)$`)
)
