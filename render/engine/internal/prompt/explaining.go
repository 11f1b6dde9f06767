package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// toAll joins "per" with the article that "a" has carried.
var toAll = strings.NewReplacer("per ai§", "per i", "per agli§", "per gli", "per alle§", "per le")

// arrowed is a note of what a figure has become: "ziekteverzuim 6,1% -> 4,3%".
var arrowed = pattern.New(`(\d[\d.,]*\s?(?:[%€$£]|\p{L}{1,9})?)\s?(?:->|→|=>)\s?([€$£]?\d)`)

// arrowTo leads from a thing to what is said of it.
var arrowTo = pattern.New(`(\p{L})\s?(?:->|→|=>)\s?(\S)`)

// anyArrow is one between two words.
var anyArrow = pattern.New(`\p{L}\s?(?:->|→|=>)\s?\p{L}`)

// becoming is what a figure was and is, as it is said.
var becoming = map[string]string{"de": "von $1 auf $2", "es": "de $1 a $2", "fr": "de $1 à $2", "pt": "de $1 para $2", "it": "da $1 a $2", "nl": "van $1 naar $2"}

// unarrowed says the arrows of notes in words.
func unarrowed(text, code string) string {
	with := becoming[code]
	if with == "" {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if len(anyArrow.FindAllStringIndex(l, 2)) < 2 { // two lead through the steps of a picture
			lines[i] = arrowTo.ReplaceAllString(arrowed.ReplaceAllString(l, with), "$1: $2")
		}
	}
	return strings.Join(lines, "\n")
}

// explainings put orders for a video that explains or shows something into the form that the
// grammar reads: one about it, or an order to explain it. "Haz un vídeo corto explicando
// cómo …", "Erstelle ein Video, das zeigt, wie …", "Leg in een filmpje uit hoe …".
var explainings = map[string][]recasting{
	"de": {
		{pattern.New(`(?i)` + anyVideo + ` (?:das|der|in dem|worin|mit dem) (?:(?:du|ihr|man|wir|uns|sie|kurz|einfach|bitte) ){0,3}(?:zeigt|zeigst|zeigen|erklärt|erklärst|erklären|erläutert|beschreibt),? (wie|warum|wieso|weshalb|wann|wo|was) `), "$1. Erkläre, $2 "},
		{pattern.New(`(?i)` + anyVideo + ` (?:darüber|dazu),? (wie|warum|wieso|weshalb|wann|wo|was) `), "$1. Erkläre, $2 "},
		{pattern.New(`(?i)` + anyVideo + ` (?:das|der|welches) ((?:den|die|das|unser\p{L}*|ein\p{L}*|mein\p{L}*) [^,.:;\n]{3,80}?) (?:zeigt|vorstellt|erklärt|präsentiert|bewirbt|ankündigt)([.,:!\n]|$)`), "$1 über $2$3"},
	},
	"es": {
		{pattern.New(`(?i)` + anyVideo + ` para (?:recordar|avisar|informar|comunicar)(?:les)? a (l[oa]s|nuestr[oa]s|tod[oa]s l[oa]s) ([^.:;,\n]{3,40}?)\s?:`), "$1 para $2 $3:"},
		{pattern.New(`(?i)` + anyVideo + ` (?:enseñando|que (?:enseñe|enseña)|para enseñar) a (\p{L}+[aei]r(?:se)?) `), "$1 sobre cómo $2 "},
		{pattern.New(`(?i)` + anyVideo + ` (?:explicando|enseñando|mostrando|contando|que (?:explique|explica|muestre|muestra|enseñe|enseña|cuente)) (cómo|por qué|qué|cuándo|dónde|l[oa]s?|el|nuestr[oa]s?|un[oa]?) `), "$1 sobre $2 "},
		{lead(`(explica|explique|muestra|muestre|enseña|enseñe|cuenta)(?: en| con| mediante)(?: un)?(?: breve| corto)? v[ií]deo(?: (?:corto|breve|sencillo|rápido))? (cómo|por qué|qué|cuándo|l[oa]s?|el|nuestr[oa]s?) `), "$1$2 $3 "},
	},
	"fr": {
		{pattern.New(`(?i)` + anyVideo + ` pour (?:rappeler|annoncer|dire) aux ([^.:;,\n]{3,40}?)\s?:`), "$1 pour les $2 :"},
		{pattern.New(`(?i)` + anyVideo + ` pour (?:informer|prévenir|avertir) (les|nos|tous les) ([^.:;,\n]{3,40}?)\s?:`), "$1 pour $2 $3 :"},
		{lead(`(explique|expliquez|montre|montrez|présente|présentez)(?: en| dans une| par une)(?: courte| petite| brève)? vidéo(?: courte| rapide)? (comment|pourquoi|les?|la|nos|notre) `), "$1$2 $3 "},
		{pattern.New(`(?i)` + anyVideo + ` (?:qui (?:apprend|apprenne)|pour apprendre) à (\p{L}+(?:er|ir|re)) `), "$1 sur comment $2 "},
	},
	"pt": {
		{pattern.New(`(?i)` + anyVideo + ` para (?:lembrar|avisar|informar|alertar|comunicar)(?: a)? (os|as|noss[oa]s|tod[oa]s [oa]s) ([^.:;,\n]{3,40}?)\s?:`), "$1 para $2 $3:"},
		{pattern.New(`(?i)` + anyVideo + ` para (?:lembrar|avisar|informar|comunicar) a(os) ([^.:;,\n]{3,40}?)\s?:`), "$1 para $2 $3:"},
		{pattern.New(`(?i)\bvídeo[ -]convite\b`), "vídeo de convite"},
		{pattern.New(`(?i)` + anyVideo + ` (?:ensinando|que (?:ensine|ensina)|para ensinar) a (\p{L}+[aei]r(?:-se)?) `), "$1 sobre como $2 "},
		{pattern.New(`(?i)` + anyVideo + ` (?:explicando|mostrando|apresentando|contando|que (?:explique|explica|mostre|mostra|apresente)) (como|por que|quando|onde|o que|os?|as?|noss[oa]s?|uma?) `), "$1 sobre $2 "},
		{lead(`(explique|explica|mostre|mostra|ensine|conte)(?: em| num| com| por)(?: um)?(?: breve| curto)? vídeo(?: (?:curto|breve|simples|rápido))? (como|por que|quando|o que|os?|as?|noss[oa]s?) `), "$1$2 $3 "},
	},
	"it": {
		{pattern.New(`(?i)` + anyVideo + ` per (?:ricordare|comunicare|dire) a(i|gli|lle) ([^.:;,\n]{3,40}?)\s?:`), "$1 per a$2§ $3:"},
		{pattern.New(`(?i)` + anyVideo + ` per (?:avvisare|informare|avvertire) (i|gli|le|tutti i) ([^.:;,\n]{3,40}?)\s?:`), "$1 per $2 $3:"},
		{pattern.New(`(?i)` + anyVideo + ` (?:insegnando|che (?:insegni|insegna)|per insegnare) a (\p{L}+[aei]r[es]i?) `), "$1 su come $2 "},
		{pattern.New(`(?i)` + anyVideo + ` (?:spiegando|mostrando|raccontando|presentando|che (?:spieghi|spiega|mostri|mostra|racconti|racconta|presenti|presenta)) (come|perché|quando|dove|cosa|che cosa|il|lo|la|i|gli|le|un|una) `), "$1 su $2 "},
		{pattern.New(`(?i)` + anyVideo + ` (?:spiegando|mostrando|raccontando|presentando|che (?:spieghi|spiega|mostri|mostra|racconti|racconta|presenti|presenta)) l(['’])`), "$1 su l$2"},
		{lead(`(spiega|spiegate|spieghi|mostra|mostrate|racconta) (?:in|con)(?: un)?(?: breve| corto)? (?:video|filmato)(?: (?:breve|corto|semplice))? (come|perché|quando|dove|cosa|il|lo|la|i|gli|le) `), "$1$2 $3 "},
	},
	"nl": {
		{pattern.New(`(?i)` + anyVideo + ` (?:dat|die|waarin|waarmee) (?:(?:je|we|u|jullie|kort) ){0,2}(?:uitlegt|uitleggen|laat zien|laten zien|toont) (hoe|waarom|wat|wanneer|waar) `), "$1. Leg uit $2 "},
		{lead(`leg (?:eens |even )?(?:in|met) een (?:korte? |kleine? )?(?:video\p{L}*|film\p{L}*|clip\p{L}*) uit (hoe|waarom|wat|wanneer) `), "${1}Leg uit $2 "},
	},
}
