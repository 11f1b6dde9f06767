package prompt

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// recasting is a way to put an order, and the one that the grammar reads.
type recasting struct {
	re   *pattern.Pattern
	with string
}

const (
	// anyVideo is the thing that is made, and what may stand between it and what it is for.
	anyVideo = `((?:v[ií]deo|vidéo|film|clip|spot|reel|animaci[oó]n|animação|erklärvideo|filmpje)\p{L}*\b[^.:;,\n]{0,40}?),?`
	// hedge stands before a length that is meant roughly.
	hedge = `(?:unos|unas|aproximadamente|alrededor de|cerca de|más o menos|mais ou menos|uns|umas|environ|à peu près|circa|all'incirca|etwa|ungefähr|rund|ca\.|ongeveer)`
)

// recastings put orders of each language into the form that its grammar reads: a rough
// length is a length, "a video explaining to the tenants how …" is one for the tenants
// about how …, and "tell them that …" mentions it.
var recastings = map[string][]recasting{
	"de": {
		{pattern.New(`(?i)((?:v[ií]deo|vidéo|film|clip)\p{L}*\b[^.:;,\n]{0,60}?), (?:zum )?thema:? `), "$1 über "},
		{lead(`(?:bitte )?(erwähnen|betonen|sagen|hinzufügen), dass `), "${1}Erwähne, dass "},
		{pattern.New(`(?i)(^|[.!?:]\s+)(Erklär(?:e|t|en Sie)?|Zeig(?:e|t|en Sie)?) (?:bitte )?in einem (?:kurzen )?(?:Video|Clip|Film) `), "$1$2 "},
		{pattern.New(`(?i)` + anyVideo + ` (?:das|der|die|welches) ((?:(?:unsere|alle|die|neue|junge|meine)n? ){0,2}\p{Lu}\p{L}+(?: und \p{Lu}\p{L}+)?) (vor|über|an) ([^,.:;\n]{3,80}?) (?:warnt|informiert|aufklärt|erinnert)`), "$1 für $2 über $4"},
		{lead(`(?:erinner[en]* (?:sie )?sie(?: bitte)?(?: auch)? daran|sag(?:e|en sie)? ihnen(?: bitte)?(?: auch)?|erklär(?:e|en sie)? ihnen|weis(?:e|en sie)? (?:sie )?(?:bitte )?darauf hin), dass `), "${1}Erwähne, dass "},
	},
	"es": {
		{pattern.New(`(?i)((?:v[ií]deo|vidéo|film|clip)\p{L}*\b[^.:;,\n]{0,60}?), tema:? `), "$1 sobre "},
		{lead(`(?:recordar|mencionar|destacar|explicar|decir|indicar|señalar|subrayar|aclarar)(?: también)? que `), "${1}Menciona que "},
		{pattern.New(`(?i)(^|[.!?:]\s+)(explica|explique|explicad|cuenta|enseña|muestra|recuerda) en un (?:breve |corto )?(?:v[ií]deo|clip)(?: corto| breve)?(?: de [^,.;:\n]{3,20}?)? a `), "$1$2 a "},
		{pattern.New(`(?i)` + anyVideo + ` (?:explicando|avisando|alertando|informando|recordando|enseñando|contando|mostrando|advirtiendo) (?:a |al )((?:l[oa]s |nuestr[oa]s |tod[oa]s l[oa]s )?[^.:;,\n]{3,60}?) (?:sobre|acerca de) `), "$1 para $2 sobre "},
		{pattern.New(`(?i)` + anyVideo + ` (?:explicando|avisando|enseñando|contando|mostrando|recordando) (?:a |al )((?:l[oa]s |nuestr[oa]s |tod[oa]s l[oa]s )?[^.:;,\n]{3,60}?) ((?:cómo|por qué|qué|cuándo|dónde) )`), "$1 para $2 sobre $3"},
		{lead(`(?:recu[eé]rd[ae]|d[ií]|d[ií]ga|expl[ií][cq]u?[ae]|ind[ií][cq]u?[ae]|av[ií]s[ae]|cu[eé]nt[ae])(?:les|los|las)(?: también)?(?: de)? que `), "${1}Menciona que "},
		{lead(`recu[eé]rd[ae]les (\p{L}+[aeií]r(?:se)?\s)`), "${1}Recuerda $2"},
	},
	"fr": {
		{pattern.New(`(?i)((?:v[ií]deo|vidéo|film|clip)\p{L}*\b[^.:;,\n]{0,60}?), (?:sujet|thème) ?:? `), "$1 sur "},
		{lead(`(?:rappeler|mentionner|souligner|préciser|indiquer|dire|signaler|expliquer)(?: aussi| également)? (que |qu['’])`), "${1}Mentionnez $2"},
		{pattern.New(`(?i)(^|[.!?:]\s+)(explique[z]?|montre[z]?|rappelle[z]?) dans une (?:petite |courte )?(?:vidéo|capsule)(?: de [^,.;:\n]{3,20}?)? (aux |à )`), "$1$2 $3"},
		{pattern.New(`(?i)` + anyVideo + ` (?:qui (?:alerte|avertit|informe|prévient|sensibilise)|alertant|avertissant|informant|prévenant|sensibilisant) ((?:les|nos|tous les|toutes les) [^.:;,\n]{3,60}?) (?:sur|à propos de|au sujet de|aux dangers de) `), "$1 pour $2 sur "},
		{pattern.New(`(?i)` + anyVideo + ` (?:qui (?:explique|rappelle|montre|apprend|présente)|expliquant|rappelant|montrant|présentant) (?:aux |à (nos|tous les|toutes les) )(\p{L}+(?: (?:(?:de la|du|des|de l['’]|de|d['’]) ?)?[\p{L}'’-]{4,}){0,4}?) ((?:les?|la|nos|notre|comment|pourquoi)\s|l['’])`), "$1 pour les $3 sur $4"},
		{lead(`(?:dites|dis|rappelez|rappelle|expliquez|explique|précisez|précise|indiquez|annoncez)-leur(?: aussi| bien)? (que |qu['’])`), "${1}Mentionnez $2"},
		{lead(`(?:dites|dis|rappelez|rappelle|conseillez|demandez)-leur (de |d['’])(\p{L})`), "${1}Pensez à $3"},
		{pattern.New(`(Pensez à [^.\n]{3,80}? (?:ou|et)) (?:de se|de vous|à se) `), "$1 à vous "},
		{pattern.New(`(Pensez à [^.\n]{3,80}? (?:ou|et)) (?:de |d['’])(\p{L}+(?:er|ir|re) )`), "$1 à $2"},
		{lead(`(?:rappelez|rappelle|présentez|présente|expliquez|explique|montrez|montre|donnez|donne)-leur ((?:les?|la|vos|nos|leurs?) |l['’])`), "${1}Mentionnez $2"},
	},
	"pt": {
		{pattern.New(`(?i)((?:v[ií]deo|vidéo|film|clip)\p{L}*\b[^.:;,\n]{0,60}?), (?:tema|assunto):? `), "$1 sobre "},
		{lead(`(?:lembrar|mencionar|destacar|dizer|explicar|ressaltar|reforçar|informar|avisar)(?: também)? (?:de )?que `), "${1}Mencione que "},
		{pattern.New(`(?i)(^|[.!?:]\s+)(explique|explica|mostre|conte|ensine) (?:em um|num) (?:breve )?(?:vídeo|clipe)(?: curto)?(?: de [^,.;:\n]{3,20}?)? (a|aos|às|para os|para as) `), "$1$2 $3 "},
		{pattern.New(`(?i)((?:vídeo|comercial|filme|filminho|anúncio)(?: de \d+ segundos?)?) d(os?|as?) (noss[oa]s?) `), "$1 sobre $2 $3 "},
		{pattern.New(`(?i)` + anyVideo + ` (?:alertando|avisando|informando|orientando|conscientizando|que (?:alerte|avise|informe|oriente|conscientize)) ((?:os |as |aos |às |noss[oa]s )?[^.:;,\n]{3,60}?) (?:sobre|a respeito de) `), "$1 para $2 sobre "},
		{pattern.New(`(?i)` + anyVideo + ` (?:explicando|ensinando|mostrando|lembrando|que (?:explique|ensine|mostre|lembre)) (?:a(os)?|à(s)?) (\p{L}+(?: \p{L}+){0,3}?) ((?:como|por que|quando|onde|o que) )`), "$1 para $4 sobre $5"},
		{lead(`(?:lembr[ea]|avis[ea]|inform[ea]|conte|diga|explique)(?:-os|-as|-lhes| a eles| para eles)?(?: também)? (?:de )?que `), "${1}Mencione que "},
		{lead(`lembre-(?:os|as) de `), "${1}Lembre-se de "},
	},
	"nl": {
		{pattern.New(`(?i)` + anyVideo + ` om ((?:nieuwe |meer |jonge )?\p{L}+) te (werven|vinden|bedanken|motiveren|stimuleren|verkopen|promoten) `), "$1 over het $3 van $2 "},
	},
	"it": {
		{pattern.New(`(?i)((?:v[ií]deo|vidéo|film|clip)\p{L}*\b[^.:;,\n]{0,60}?), (?:tema|argomento):? `), "$1 su "},
		{lead(`(?:ricordare|menzionare|sottolineare|precisare|specificare|dire|spiegare|aggiungere)(?: anche)? che `), "${1}Menziona che "},
		{pattern.New(`(?i)(^|[.!?:]\s+)(spiega|spiegate|mostra|racconta|ricorda) in un (?:breve )?(?:video|clip)(?: di [^,.;:\n]{3,20}?)? (a|ai|agli|alle|alla) `), "$1$2 $3 "},
		{pattern.New(`(?i)` + anyVideo + ` (?:avvisando|avvertendo|informando|che (?:avvisi|avverta|informi|avvisa|avverte|informa)) ((?:i|gli|le|tutti i|i nostri|le nostre) [^.:;,\n]{3,40}?) (?:su|riguardo a) `), "$1 per $2 su "},
		{pattern.New(`(?i)` + anyVideo + ` (?:avvisando|avvertendo|informando|che (?:avvisi|avverta|informi|avvisa|avverte|informa)) ((?:i|gli|le|tutti i|i nostri|le nostre) \p{L}+) (de[il]|dell[ae]|degli|dell['’]) ?`), "$1 per $2 su ${3}§"},
		{pattern.New(`(?i)` + anyVideo + ` (?:spiegando|mostrando|ricordando|insegnando|che (?:spieghi|mostri|ricordi|insegni|spiega|mostra)) (?:ai|agli|alle) (\p{L}+(?: \p{L}+){0,3}?) ((?:come|perché|quando|dove|cosa) )`), "$1 per $2 su $3"},
		{lead(`(?:ricord[ai]|spiega|di['’]?|dì|avvisa|avverti|racconta)(?:gli|li| loro|te loro|tegli|teli)(?: anche)? che `), "${1}Menziona che "},
		{lead(`ricord(?:agli|ategli|a loro|ate loro) di `), "${1}Ricordatevi di "},
	},
}

// hailsThem greets readers before a colon.
var hailsThem = pattern.New(`(?m)^((?i:querid[oa]s|estimad[oa]s|car[ie]|gentili|caros|caras|prezad[oa]s|chers|chères|liebe|beste) [\p{L} ]{3,30}): `)

// lead is an order that begins a sentence.
func lead(order string) *pattern.Pattern { return pattern.New(`(?im)(^|[.!?:]\s+)` + order) }

// roughly is a rough length of a video.
var roughly = pattern.New(`(?i)(\b(?:v[ií]deo|vidéo|film|clip|spot|reel)\p{L}*(?: (?:vertical|verticale|horizontal|cuadrado|quadrado|quadrato|carré|orizzontale))? )(?:de |d['’]|di |van |von )?` + hedge + ` (\d{1,3}|un[ae]? |una )`)

// ofAbout joins "su" with the article that "di" has carried: "su dei lavori" is about "i lavori".
var ofAbout = strings.NewReplacer("su dei§", "su i ", "su del§", "su il ", "su della§", "su la ", "su delle§", "su le ", "su degli§", "su gli ", "su dell'§", "su l'", "su dell’§", "su l’")

// recast puts the orders of a text into forms that the grammar reads. Scripts and scenes
// are said as they stand.
func (p *parser) recast(text, code string) string {
	of := map[string]string{"es": "de ", "fr": "de ", "pt": "de ", "it": "di ", "nl": "van ", "de": "von "}[code]
	if of == "" {
		return text
	}
	for _, l := range prose.SplitLines(text) {
		if sec, _, _, ok := layout.OpensSection(l.Text); ok && sec == "script" || layout.SceneRE.MatchString(l.Text) {
			return text
		}
	}
	text = hailsThem.ReplaceAllString(text, "$1, ") // "Queridas familias: el viernes …"
	order, text := p.firstOrder(text)
	parts := splitQuotes(text)
	for i := 0; i < len(parts); i += 2 {
		parts[i] = roughly.ReplaceAllString(parts[i], "${1}"+of+"${2}")
		for _, r := range slices.Concat(recastings[code], explainings[code]) {
			parts[i] = r.re.ReplaceAllString(parts[i], r.with)
		}
		parts[i] = unarrowed(toAll.Replace(ofAbout.Replace(parts[i])), code)
	}
	return order + strings.Join(parts, "")
}

// firstOrder parts the first sentence from the rest where it orders the video in words that
// [parser.orderedAbroad] reads as they stand; "" = it does not.
func (p *parser) firstOrder(text string) (order, rest string) {
	line := strings.TrimLeft(text, " \n")
	line, _, _ = strings.Cut(line, "\n")
	ss := prose.SplitSentences(line)
	for len(ss) > 1 && prose.Words(ss[0]) <= 4 && !strings.HasSuffix(ss[0], ":") {
		ss = ss[1:] // "Bom dia!"
	}
	if len(ss) == 0 {
		return "", text
	}
	head, _, _ := strings.Cut(ss[0], ": ")
	o, ok := p.orderIn(head)
	at := strings.Index(text, head)
	if !ok || at < 0 || o.Act+o.Topic+o.Thing+o.Kind+o.Viewers == "" {
		return "", text
	}
	head = strings.TrimRight(head, ".!?")
	return text[:at+len(head)], text[at+len(head):]
}
