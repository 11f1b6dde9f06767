package grammar

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// RelayKind is what an order passes on.
type RelayKind int

// The kinds of what is passed on.
const (
	RelayThat    RelayKind = iota // a fact: "tell parents that …"
	RelayHow                      // an answer: "a video that explains to tenants how …"
	RelayThing                    // a thing: "a video announcing the opening of …"
	RelayInvite                   // an invitation: "a video inviting members to …"
	RelayCompare                  // a comparison: "a video comparing the train and the plane: …"
	RelayThanks                   // thanks: "a video to thank our volunteers"
	RelayDo                       // something to do: "remind customers to change their filters"
	RelayOf                       // what is to be spoken of: "talk about our bread, which …"
)

// Relay is an order to pass something on to somebody, with or without the video that is to
// do so: "Ein Video, in dem du unseren Mietern erklärst, dass …", "Recuérdales a los padres
// que …".
type Relay struct {
	Kind  RelayKind
	Video string // the words that order the video, "" = none
	Who   string // to whom, with article, "" = nobody is named
	Prep  string // before what one is invited to, or what is spoken of: "zur", "del"
	What  string // the clause as it stands, the question with its word, the thing
}

// relayForm is one shape of such orders. The numbers are those of its groups, 0 = none.
type relayForm struct {
	re                     *pattern.Pattern
	kind                   RelayKind
	video, who, prep, what int
}

// Relays are the shapes of such orders by language.
var relays = map[string][]relayForm{
	"de": verbLast(verbLastWords{
		joints:   `in (?:dem|welchem|der)|worin|wo|mit dem|womit|das|der|die|welches|um|damit`,
		fills:    `du|ihr|wir|man|sie|ich|es|kurz|bitte|einfach|freundlich|nochmal|noch einmal|auch|herzlich`,
		who:      `(?:unser|den|die|alle|mein|dem|euer|eur|neue)\p{L}*(?: \p{L}+){1,4}?|\p{Lu}\p{L}+`,
		verbs:    `(?:darüber |daran |davor |darauf )?(?:zu )?(?:erklär|erläuter|informier|sag|mitteil|mitzuteil|ankündig|anzukündig|hinweis|hinzuweis|erinner|bekannt ?(?:zu ?)?(?:geb|gib|mach)|zeig|erzähl|verkünd|warn|aufklär|aufzuklär|beschreib|klar(?:zu)?mach|wissen (?:zu )?(?:lass|läss))\p{L}*`,
		that:     `, dass `,
		asks:     `, ((?:wie|warum|wieso|weshalb|was|wann|wo|welche\p{L}?|wofür) .+)$`,
		invites:  `einlädst|einlädt|einladen|einladet|einzuladen`,
		to:       `zum|zur|zu den|zu (?:unser|ein)\p{L}*|zu|in den|in die|ins|auf`,
		bids:     `(?:sag|erklär|informier|teil|erinner|weis|warn|erzähl|zeig)(?:e|t|en|n)?(?: sie)?(?: bitte)?`,
		after:    `(?: (?:darüber|daran|davor))?(?: (?:mit|darauf hin|hin))?`,
		compares: `vergleich\p{L}*`,
		do:       `,? (.+? ?zu ?\p{Ll}+e?[lr]?n)[.!]?$`,
		calls:    `(?:kündig|gib|gebt|teil|weis|verkünd|informier)(?:e|t|en)?(?: sie)?( in \d+ sek\p{L}+)?(?: (?:alle|allen))?(?: (?:an|bekannt|mit|darauf hin|darüber))?`,
	}),
	"nl": verbLast(verbLastWords{
		joints:   `waarin|waarmee|die|dat|om|waar`,
		fills:    `je|u|we|jullie|wij|ik|kort|even|ook|graag`,
		who:      `(?:aan )?(?:(?:de|onze|alle|het|mijn|nieuwe)(?: [\p{L}'’-]+){1,4}?|\p{L}+)`,
		verbs:    `(?:erop |eraan |ervoor |erover )?(?:uit ?te ?leggen|uitleg|(?:te )?vertel|(?:te )?meld|(?:te )?laten weten|laat weten|aan ?te ?kondig|aankondig|(?:te )?informe|(?:te )?herinner|(?:te )?waarschuw|(?:te )?zeg|(?:te )?to(?:on|ne)|laat zien|te laten zien|bekend ?te ?mak|bekendma)\p{L}*`,
		that:     `,? dat `,
		asks:     `,? ((?:hoe|waarom|wat|wanneer|waar|welke?) .+)$`,
		invites:  `uitnodigt|uit te nodigen|uitnodigen|uitnodig`,
		to:       `voor|op|tot|bij`,
		bids:     `(?:vertel|meld|zeg|herinner|informeer|waarschuw|laat|leg|wijs)`,
		after:    `(?: (?:weten|uit|eraan|erop|mee|erover))?`,
		compares: `vergelijk\p{L}*|te vergelijken`,
		do:       `,?(?: om)? (.+? te \p{Ll}+en)[.!]?$`,
		calls:    `(?:kondig|maak|meld|laat)( in \d+ sec\p{L}+)?(?: (?:aan|bekend|weten))?`,
	}),
	"es": verbFirst(verbFirstWords{
		joints:   `que|para|en (?:el|la) que|en (?:el|la) cual|con (?:el|la) que|donde|y`,
		fills:    `yo|tú|usted|nosotros|se|les|nos|le|también|brevemente`,
		verbs:    `(?:anunci|expli|explí|avis|avís|inform|infórm|recuerd|recuérd|record|comuni|comuní|cuent|cuént|cont|indi|indí|muestr|muéstr|mostr|notifi|aclar|señal|advert|adviert|adviért|advirt|dec|dic|dig)\p{L}*|d[ií](?:les?|gales?)?`,
		toWho:    `a (?:l[oa]s|el|la|nuestr[oa]s?|tod[oa]s?|sus?|mis?|\p{L}+s)(?: \p{L}+){0,8}?|al(?: \p{L}+){1,8}?|a \p{L}+`,
		object:   `(?:l[oa]s|nuestr[oa]s|tod[oa]s)(?: \p{L}+){1,4}?`,
		that:     `(?:de )?que `,
		asks:     `cómo|por qué|cuándo|dónde|qué|cuánto`,
		thing:    `(?:el|la|l[oa]s|nuestr[oa]s?|un|una) `,
		invites:  `invit(?:ar|a|e|ando|as|es|amos|emos)`,
		to:       `al|a la|a los|a las|a|para`,
		bids:     `(?:explica|avisa|informa|recuerda|comunica|cuenta|indica|notifica|advierte|di|explíca|avísa|infórma|recuérda|comuníca|cuénta|indíca|adviérte|explique|avise|informe|recuerde|comunique|cuente|recuérde|avíse|dile|dígale|diga)(?:les?|los|las|lo)?s?`,
		speaks:   `habl(?:a|e|ad|en)`,
		of:       `del|de la|de los|de las|de|sobre|acerca de`,
		compares: `compar(?:ando|e|ar|a|amos|en|es)`,
		do:       `(?:de |que )?(\p{L}+(?:ar|er|ir)(?:se|los|las|lo|la)?\b.*)`,
		thanks:   `para (?:agradecer|dar las gracias)|de agradecimiento|agradeciendo`,
	}),
	"fr": verbFirst(verbFirstWords{
		joints:   `que|qui|pour|dans laquelle|dans lequel|où|afin de|et`,
		fills:    `tu|on|nous|vous|il|elle|leur|bien|aussi|rapidement|clairement`,
		verbs:    `(?:expliqu|annonc|annonç|rappel|indiqu|précis|signal|inform|averti|préven|prévien|dire|dit|dis|montr|mentionn|racont)\p{L}*`,
		toWho:    `aux(?: [\p{L}'’-]+){1,8}?|à (?:nos|tous les|toutes les|la|notre|mes|vos|chaque|tout le)(?: [\p{L}'’-]+){1,8}?|au(?: [\p{L}'’-]+){1,3}?|à tous`,
		object:   `(?:nos|les|tous les|toutes les|la|le|notre|mes|vos|chaque|tout le)(?: [\p{L}'’-]+){1,4}?`,
		that:     `(?:que |qu['’])`,
		asks:     `comment|pourquoi|quand|où|ce qu[ie'’]|quoi`,
		thing:    `(?:(?:le|la|les|nos|notre|un|une) |l['’])`,
		invites:  `invit(?:er|e|ant|es|ez|ons)`,
		to:       `au|aux|à la|à l['’]|à|pour`,
		bids:     `(?:explique|annonce|rappelle|indique|précise|signale|informe|avertis|préviens|dis|montre|expliquez|annoncez|rappelez|indiquez|précisez|signalez|informez|avertissez|prévenez|dites)`,
		speaks:   `parle[z]?`,
		of:       `du|de la|de l['’]|des|de|d['’]`,
		compares: `compar(?:ant|e|er|es|ez|ons)`,
		do:       `(?:de |d['’])((?:ne pas |bien )?\p{L}+(?:er|ir|re)\b.*)`,
		thanks:   `(?:pour|afin de) remercier|de remerciements?|remerciant|pour dire merci`,
	}),
	"it": verbFirst(verbFirstWords{
		joints:   `che|per|in cui|nel quale|nella quale|dove|con cui|e`,
		fills:    `si|tu|noi|anche|brevemente|vi|ci|gli`,
		verbs:    `(?:spieg|annunc|ricord|avvis|avvert|inform|comunic|raccont|mostr|indic|segnal|dic|dire|dirgli|dirlo)\p{L}*`,
		toWho:    `(?:ai|agli|alle|alla|al|allo|a tutti i|a tutte le|a tutti|a)(?: [\p{L}'’-]+){1,8}?|all['’]\p{L}+(?: [\p{L}'’-]+){0,3}?`,
		object:   `(?:i|gli|le|la|il|tutti i|tutte le|tutti)(?: [\p{L}'’-]+){1,4}?`,
		that:     `che `,
		asks:     `come|perché|quando|dove|cosa|che cosa|quanto`,
		thing:    `(?:(?:il|lo|la|i|gli|le|un|una|uno|nostr[oaie]) |l['’])`,
		invites:  `invit(?:are|a|i|ando|iamo)`,
		to:       `alla|al|all['’]|allo|ai|agli|alle|a`,
		bids:     `(?:spiega|annuncia|ricorda|avvisa|avverti|informa|comunica|racconta|indica|segnala|di['’]|dì|spiegate|annunciate|ricordate|avvisate|avvertite|informate|comunicate|dite)`,
		speaks:   `parla(?:te)?`,
		of:       `del|della|dell['’]|dello|dei|degli|delle|di`,
		compares: `(?:confront|paragon)(?:ando|i|are|a|iamo|ate)|mett(?:endo|a|ere|i|iamo) a confronto`,
		do:       `di ((?:non )?\p{L}+(?:[aei]re|[aei]rsi|rre)\b.*)`,
		thanks:   `per ringraziare|di ringraziamento|ringraziando`,
	}),
	"pt": verbFirst(verbFirstWords{
		joints:   `que|para|pra|em que|no qual|na qual|onde|a|e`,
		fills:    `se|eu|nós|você|também|lhes?|os|brevemente`,
		verbs:    `(?:expli|anunci|avis|inform|lembr|comuni|cont|mostr|record|relembr|indi|divulg|alert|dig|diz)\p{L}*(?:-(?:lhes?|os|as))?`,
		toWho:    `(?:aos?|às?|para os|para as|pros|pras|a todos os|a todas as|a todos)(?: [\p{L}-]+){1,8}?`,
		object:   `(?:os|as|noss[oa]s|tod[oa]s [oa]s|a)(?: [\p{L}-]+){1,4}?`,
		that:     `(?:de )?que `,
		asks:     `como|por que|porque|quando|onde|o que|quanto`,
		thing:    `(?:os?|as?|noss[oa]s?|um|uma) `,
		invites:  `convid(?:ar|a|e|ando|amos|emos)`,
		to:       `para o|para a|para os|para as|para|ao|à|aos|às|a`,
		bids:     `(?:explique|anuncie|avise|informe|lembre|comunique|conte|indique|diga|explica|anuncia|avisa|informa|lembra|comunica|conta|diz|recorda|relembra)(?:-(?:lhes?|os|as))?`,
		speaks:   `fal(?:a|e|em)`,
		of:       `do|da|dos|das|de|sobre o|sobre a|sobre`,
		compares: `compar(?:ando|e|ar|a|amos|em|es)`,
		do:       `(?:de |a |para )(\p{L}+[aei]r(?:-se)?\b.*)`,
		thanks:   `para agradecer|de agradecimento|agradecendo`,
	}),
	"ar": arabicRelays,
	"he": hebrewRelays,
}

// relayVideo is the thing that is made, with the words before and behind it.
const relayVideo = `([^.:;"“„«]{0,90}?(?:v[ií]deo|vidéo|film|filmpje|filmato|clip|clipe|spot|reel|animation|animación|tutorial|anuncio|anúncio)\p{L}*[^.:;"“„«]{0,50}?)`

// verbFirstWords are the words of such orders in a language whose verb stands before those
// who are told.
type verbFirstWords struct {
	joints, fills, verbs, that, asks, thing string
	toWho, object                           string // those who are told, with the preposition and without
	do                                      string // before something to do
	invites, to, compares                   string
	thanks                                  string
	bids                                    string // imperatives
	speaks, of                              string // "talk", "about"
}

func verbFirst(w verbFirstWords) []relayForm {
	who := w.toWho + `|` + w.object
	joint := `(?i)^` + relayVideo + `,? (?:(?:` + w.joints + `) )?(?:(?:` + w.fills + `) )*`
	does := joint + `(?:` + w.verbs + `)(?: (?:` + w.fills + `))*(?: (` + who + `))?,? `
	return []relayForm{
		{pattern.New(does + w.that + `(.+)$`), RelayThat, 1, 2, 0, 3},
		{pattern.New(joint + `(?:` + w.verbs + `) (` + who + `) ` + w.do + `$`), RelayDo, 1, 2, 0, 3},
		{pattern.New(does + `((?:` + w.asks + `)\b.+)$`), RelayHow, 1, 2, 0, 3},
		{pattern.New(joint + `(?:` + w.invites + `) (` + who + `) (` + spaced(w.to) + `)(.+)$`), RelayInvite, 1, 2, 3, 4},
		{pattern.New(`(?i)^` + relayVideo + ` (?:` + w.thanks + `) ((?:` + w.toWho + `|` + w.object + `)(?: [^:.,]+?)?)\s?(?:: (.+))?$`), RelayThanks, 1, 2, 0, 3},
		{pattern.New(joint + `(?:` + w.compares + `) (.+)$`), RelayCompare, 1, 0, 0, 2},
		{pattern.New(joint + `(?:` + w.verbs + `)(?: (` + w.toWho + `))? (` + w.thing + `.+)$`), RelayThing, 1, 2, 0, 3},
		{pattern.New(`(?i)^(?:` + w.compares + `)(?: [ei][nm] un v[ií]deo\p{L}*(?: (?:corto|breve|curto))?)? ([^:]+:.+)$`), RelayCompare, 0, 0, 0, 1},
		{pattern.New(`(?i)^(?:` + w.bids + `)(?: (?:` + w.fills + `))*( [ei][nm] \d+ \p{L}+)?(?:,? (` + who + `))?,? ` + w.that + `(.+)$`), RelayThat, 1, 2, 0, 3},
		{pattern.New(`(?i)^(?:` + w.bids + `)(?: (?:` + w.fills + `))* (` + who + `) ` + w.do + `$`), RelayDo, 0, 1, 0, 2},
		{pattern.New(`(?i)^(?:` + w.speaks + `)(?: (?:` + w.fills + `))*,? (` + w.of + `) ?(.+)$`), RelayOf, 0, 0, 1, 2},
	}
}

// spaced are prepositions with the space behind those that are not joined to the next word.
func spaced(alternatives string) string {
	parts := strings.Split(alternatives, "|")
	for i, x := range parts {
		if !strings.HasSuffix(x, "['’]") {
			parts[i] = x + " "
		}
	}
	return strings.Join(parts, "|")
}

// verbLastWords are those of a language whose verb stands at the end of the clause.
type verbLastWords struct {
	joints, fills, who, verbs, that, asks string
	invites, to, compares                 string
	do                                    string // something to do
	bids, after                           string // imperatives, and what belongs to them behind those who are told
	calls                                 string // imperatives that name nobody, with a length between them and what belongs to them
}

func verbLast(w verbLastWords) []relayForm {
	joint := `(?i)^` + relayVideo + `,? (?:` + w.joints + `) (?:(?:` + w.fills + `) )*`
	does := joint + `(?:(` + w.who + `) )?(?:(?:` + w.fills + `) )*(?:` + w.verbs + `)(?: aan (?:de |onze )?\p{L}+)?`
	return []relayForm{
		{pattern.New(does + w.that + `(.+)$`), RelayThat, 1, 2, 0, 3},
		{pattern.New(does + w.asks), RelayHow, 1, 2, 0, 3},
		{pattern.New(joint + `(` + w.who + `) (?:(?:` + w.fills + `) )*(?:` + w.invites + `) (` + w.to + `) (.+)$`), RelayInvite, 1, 2, 3, 4},
		{pattern.New(joint + `(` + w.who + `) (?:(?:` + w.fills + `) )*(` + w.to + `) (.+?) (?:` + w.invites + `)[.!]?$`), RelayInvite, 1, 2, 3, 4},
		{pattern.New(does + w.do), RelayDo, 1, 2, 0, 3},
		{pattern.New(joint + `(.+?) (?:` + w.compares + `)(\s?:.+)?[.!]?$`), RelayCompare, 1, 0, 0, 2},
		{pattern.New(`(?i)^(?:bitte )?(?:` + w.compares + `) ([^:]+:.+)$`), RelayCompare, 0, 0, 0, 1},
		{pattern.New(`(?i)^(?:bitte )?` + w.bids + ` (` + w.who + `)` + w.after + w.that + `(.+)$`), RelayThat, 0, 1, 0, 2},
		{pattern.New(`(?i)^(?:bitte )?` + w.bids + ` (` + w.who + `)` + w.after + w.do), RelayDo, 0, 1, 0, 2},
		{pattern.New(`(?i)^(?:bitte )?` + w.calls + w.that + `(.+)$`), RelayThat, 1, 0, 0, 2},
	}
}

// RelayIn reads such an order in the language of the code.
func RelayIn(code, s string) (Relay, bool) {
	for _, f := range relays[code] {
		if m := f.re.FindStringSubmatch(s); m != nil {
			r := Relay{Kind: f.kind, What: strings.TrimSpace(m[f.what])}
			if f.what+1 < len(m) && f.kind == RelayCompare {
				r.What += m[f.what+1] // what each of the two has stands behind the verb
			}
			r.Video, r.Who, r.Prep = group(m, f.video), group(m, f.who), group(m, f.prep)
			if endsOpen.MatchString(r.Who) {
				continue // "aux bénévoles de" goes on
			}
			return r, true
		}
	}
	return Relay{}, false
}

// endsOpen ends in a preposition, whose noun is still to come.
var endsOpen = pattern.New(`(?i)\s(?:de|du|des|del|di|da|do|das|dos|della|dei|delle|von|van|der|en|à|a|di)$`)

// group is one of a match's groups, "" for none.
func group(m []string, n int) string {
	if n == 0 {
		return ""
	}
	return strings.TrimSpace(m[n])
}
