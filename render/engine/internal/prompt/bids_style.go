package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// This file tells how a video is to be from facts, in the sentences behind its order.

// newStyle tells whether words say how a video is to be in a way that only this reader knows.
func (p *parser) newStyle(s string) bool {
	for _, x := range settingJoint.Split(s, -1) {
		x = strings.TrimSpace(degreeFirst.ReplaceAllString(strings.TrimSpace(x), ""))
		if registerOf.MatchString(x) || touchOf.MatchString(x) || withTone.MatchString(x) || noneOfIt.MatchString(x) || asides[p.t.Code].manner != nil && asides[p.t.Code].manner.MatchString(x) {
			return true
		}
	}
	return false
}

// adjectives tells whether words say how a video is to be, some in words that are not known:
// "allegro, estivo, per Instagram".
func (p *parser) adjectives(s string) bool {
	known := 0
	for _, x := range settingJoint.Split(strings.TrimSpace(s), -1) {
		if raw := strings.TrimSpace(x); noneOf.MatchString(raw) && prose.Words(raw) <= 4 && !anyDigit.MatchString(raw) {
			continue
		}
		x = strings.TrimSpace(degreeFirst.ReplaceAllString(strings.TrimSpace(x), ""))
		switch {
		case p.allSettings(x), platformRE.MatchString(" " + x):
			known++
		case prose.Words(x) != 1 || prose.StartsUpper(x) || anyDigit.MatchString(x):
			return false
		}
	}
	return known > 0
}

// madeSo orders a video that is still to be told about.
var madeSo = pattern.New(`(?i)^(?:fazer|hacer|fare|faire|fate|fai|fateci|fammi|haz|haced|hazlo|haga|faites|fais|faz|faça|façam|macht|mach|bitte|prepara|preparate|préparez|crea|crie|cria|erstellt?|erstelle)? ?(?:mir |uns |nos |ci )?(?:un|une|uno|um|ein|einen)? ?(?:v[ií]deo|vidéo|clip|clipe|film|reel)(?: (?:di|de|d['’]|von|em|en|in|que dure|che duri|qui dure))? `)

// aimOf is what a video is to do to its viewers: "Soll Lust auf 2025 machen", "La vidéo doit
// donner envie, sans pathos".
var aimOf = map[string]*pattern.Pattern{
	"de": pattern.New(`(?i)^(?:(?:das (?:video|ganze)|der (?:clip|film|spot)|es|er) )?(?:soll(?:te)?|muss|darf) (?:(?:auch|bitte|vor allem|ruhig) )*[^.]*?(?:lust|mut|neugier(?:ig)?|appetit|vertrauen|interesse|zuversicht|freude|stimmung|laune|eindruck|gefühl|hunger|spannung|vorfreude|aufmerksamkeit|ansprechen|motivieren|begeistern|überzeugen|aufklären|auffallen|berühren)(?: [^.]*)?(?:machen|wecken|vermitteln|ausstrahlen|schaffen|verbreiten|erzeugen|geben|steigern|)$`),
	"es": pattern.New(`(?i)^(?:que )?(?:(?:el v[ií]deo|el clip) )?(?:debe|debería|tiene que|ha de|que)? ?(?:transmit(?:ir|a)|inspir(?:ar|e)|motiv(?:ar|e)|emocion(?:ar|e)|convenc(?:er|za)|enganch(?:ar|e)|(?:dar|dé) ganas|despert(?:ar)|despierte|llam(?:ar|e) la atención|gener(?:ar|e) (?:confianza|ilusión|ganas)|da(?:r|é) confianza)(?: .*)?$`),
	"fr": pattern.New(`(?i)^(?:(?:la vidéo|le clip|elle|ça|il faut que ça|que ça) )?(?:doit|devrait|puisse)? ?(?:donn(?:er|e) (?:envie|confiance|faim|le sourire)|inspir(?:er|e)|motiv(?:er|e)|rassur(?:er|e)|transmettre|mobilis(?:er|e)|éveill(?:er|e)|sensibilis(?:er|e)|interpell(?:er|e)|accroch(?:er|e)|fédér(?:er|e)|valoris(?:er|e))(?:,? .*)?$`),
	"it": pattern.New(`(?i)^(?:(?:il video|la clip) )?(?:deve|dovrebbe|che)? ?(?:far(?:e)? venir(?:e)? (?:voglia|fame)|trasmett(?:ere|a)|ispir(?:are|i)|motiv(?:are|i)|coinvolg(?:ere|a)|emozion(?:are|i)|convinc(?:ere|a)|invogli(?:are|a|hi)|dare fiducia|suscit(?:are|i)|incuriosi(?:re|sca)|strapp(?:are|i) un sorriso)(?: .*)?$`),
	"pt": pattern.New(`(?i)^(?:(?:o vídeo|o clipe) )?(?:deve|deveria|tem que|tem de|precisa|que)? ?(?:transmit(?:ir|a)|inspir(?:ar|e)|motiv(?:ar|e)|emocion(?:ar|e)|convenc(?:er|a)|cativ(?:ar|e)|(?:dar|dê) vontade|pass(?:ar|e) (?:confiança|alegria|segurança|energia|emoção)|despert(?:ar|e)|cham(?:ar|e) a atenção|gerar? (?:confiança|interesse))(?: .*)?$`),
}

var (
	// yearAny is a year.
	yearAny = pattern.New(`\b20\d\d\b`)
	// logoLast ends a video with its logo. Group 1 is what else.
	logoLast = pattern.New(`(?i)^(?:(?:mit |con |avec |com )?(?:das |unser |el |le |il |o |notre |nuestro |nostro |nosso )?logo)(?: (?:und|y|et|e) (.+))?$`)
)

// styleNoun tells whether words say how part of a video is to be: "Frases curtas, por favor",
// "Sprache einfach halten", "Le immagini devono far sognare".
func (p *parser) styleNoun(s string) bool {
	if m := partOfVideo.FindString(s); m == "" || anyDigit.MatchString(s) || prose.Words(s) > 14 || ours.MatchString(s) {
		return false
	}
	return !p.isClause(s) || mustBe.MatchString(s)
}

var (
	// partOfVideo is a part of every video.
	partOfVideo = pattern.New(`(?i)^(?:(?:die|der|das|la|les?|l['’]|el|los|las|il|lo|i|gli|os?|as?) ?)?(?:sprache|sätze|bilder|schnitte?|look|optik|frases|lenguaje|imágenes|estética|planos|phrases|langage|images|rythme|montage|visuels|frasi|linguaggio|immagini|montaggio|grafica|linguagem|imagens|pegada|vibe|edição)(?:\s|$)`)
	// mustBe is how such a part is to be.
	mustBe = pattern.New(`(?i)(?:^|\s)(?:soll(?:en)?|müssen|halten|bleiben|wirken|deben|debe|doivent|doit|devono|deve|devem|têm que|que sean|que soient|bitte|por favor|s['’]il)(?:\s|$)`)
	// ours is of those who order.
	ours = pattern.New(`(?i)(?:^|\s)(?:unser|nuestr|notre|nos|nostr|noss)\p{L}*(?:\s|$)`)
	// putThere orders to show something.
	putThere = pattern.New(`(?i)^(?:metti|mettete|inserisci|inserite|pon|poned|pongan|muestra|mostrad|mets|mettez|affichez?|afficher|mettre|mettere|poner|mostrar|põe|ponha|coloque|coloca|colocar|mostre|zeigt?|zeigen|nennt?)\s+`)
)

var (
	// notSoFirst begins with what a video is not to be.
	notSoFirst = pattern.New(`(?i)^(?:nicht|no|pas|non|não|nada) \p{L}+,`)
	// withoutBeing ends a tone with what it is not to become: "emocionante sem ser piegas".
	withoutBeing = pattern.New(`(?i),? (?:sem ser|sin ser|sans être|senza essere|ohne|sin caer en|sans tomber dans)(?: \p{L}+)?(?: \p{L}+| zu sein| zu werden)$`)
)

// onlyAdjectives tells whether a sentence is a few adjectives of which most are of tone:
// "Ironico ma affettuoso".
func (p *parser) onlyAdjectives(s string) bool {
	s = lowerFirst(strings.TrimRight(s, " .!"))
	if prose.Words(s) > 6 || anyDigit.MatchString(s) {
		return false
	}
	bare := withoutBeing.ReplaceAllString(s, "")
	parts := settingJoint.Split(bare, -1)
	first := strings.TrimSpace(degreeFirst.ReplaceAllString(strings.TrimSpace(parts[0]), ""))
	return (len(parts) > 1 && notSoFirst.MatchString(s) || (len(parts) > 1 || bare != s) && toneWords[first] || len(parts) > 1 && platformRE.MatchString(" "+first)) && p.adjectives(bare)
}

// talksSo says how the video is to speak, or to be.
var talksSo = pattern.New(`(?i)^(?:reste[rz]|mantén|h[aá]bl|parl|fal|spr[ei]ch|soit|sia|seja|sea|fique|quede)`)

// allSettings tells whether every part of words is about how the video is to be.
func (p *parser) allSettings(s string) bool {
	s = atMost.ReplaceAllString(strings.TrimSpace(s), "")
	if s == "" || prose.Words(s) > 12 || playedThere.MatchString(s) || selves.MatchString(s) {
		return false
	}
	if p.settingAbroad(s) {
		return true
	}
	if a := asides[p.t.Code]; a.manner != nil && a.manner.MatchString(s) && prose.Words(s) <= 6 {
		return true
	}
	for _, x := range settingJoint.Split(s, -1) {
		x = strings.TrimSpace(degreeFirst.ReplaceAllString(strings.TrimSpace(x), ""))
		if registerOf.MatchString(x) || touchOf.MatchString(x) {
			continue
		}
		if no := noneOf.FindStringIndex(x); no != nil && prose.Words(x) <= 6 && (p.t.Production.MatchString(" "+x[no[1]:]+" ") || noneOfIt.MatchString(x)) || withTone.MatchString(x) {
			continue
		}
		if x == "" || !p.settingAbroad(x) && !toneWords[strings.ToLower(x)] && !(asides[p.t.Code].manner != nil && asides[p.t.Code].manner.MatchString(x) && prose.Words(x) <= 6) {
			return false
		}
	}
	return true
}

var (
	// settingJoint parts how a video is to be.
	settingJoint = pattern.New(`(?i),? (?:und|aber|y|e|pero|et|mais|ma|mas) |, `)
	// noneOf forbids what a video may have, noneOfIt how it may speak.
	noneOf   = pattern.New(`(?i)^(?:nada de|sin|nichts|keine?[nr]?|pas (?:trop )?d(?:e |['’])|niente|senza|nessuna?|sem|nenhuma?|ohne|zéro|sans) ?`)
	noneOfIt = pattern.New(`(?i)(?:werbesprech|werbesprache|fachchinesisch|floskeln|übertreibung\p{L}*|tecnicismos|jerga|exageraciones|frases hechas|jargon|superlatifs|langue de bois|tecnicismi|esagerare|exagerar|en faire trop|zu übertreiben|paroloni|retorica|gírias|exageros|jargão|clichés?)$`)
	// registerOf is a tone under another name, touchOf a bit of one.
	registerOf = pattern.New(`(?i)^(?:(?:der|die|el|la|le|il|o|a|un|une|uno?|una|um|uma|ein(?:e|en)?) )?(?:taglio|registro|enfoque|registre|linguaggio|lenguaje|langage|linguagem|sprache|atmosfera|ambiente|ambiance|stimmung) (?:(?:bitte|très|muy|molto|muito|sehr|plutôt|più) )?\p{Ll}+(?: \p{Ll}+)?$`)
	touchOf    = pattern.New(`(?i)^(?:(?:avec|con|mit|com) )?(?:(?:une?|eine?n?|um|uma|una|uno) )?(?:petite?|kleine[rns]?|pequeñ[oa]|piccol[oa]|pequen[oa]|leichte[rn]?)? ?(?:touche|toque|tocco|prise|hauch|pizca|pizzico|schuss|brin) (?:d['’]|de |di |von |an )?\p{L}+(?: (?:serait |sería |wäre |sarebbe |seria |est |es |ist |è |é )?(?:bienvenue?|willkommen|gern gesehen|bienvenid[oa]|gradit[oa]|bem-vind[oa]|erwünscht|schön))?$`)
	// noneSuch forbids a thing of one kind, and not the thing: "niente musica invadente".
	noneSuch = pattern.New(`(?i)(?:nada de|niente|nichts|kein\p{L}*|pas de|nenhuma?|sem|sin|senza|sans|ohne) (?:música|musica|musique|musik) (?:trop |muito |muy |troppo |zu )?\p{Ll}{4,}`)
	// withTone is a tone by its noun.
	withTone = pattern.New(`(?i)^(?:con|avec|com|mit) (?:(?:mucha?|un poco de|un toque de|un toque di|un po['’] di|beaucoup d['’e]|un peu d['’e]|muit[oa]|um pouco de|viel|etwas|ein wenig) ?)?(?:calma|calme|cariño|humor|humour|umorismo|respeto|respect|rispetto|respeito|herz|ruhe|ironía|ironia|energía|énergie|energia|alegría|alegria|allegria|entusiasmo|enthousiasme|douceur|emoción|émotion|emozione|emoção|dolcezza|carinho|gefühl|augenzwinkern|begeisterung|schwung|leveza|leggerezza|légèreté)$`)
	// degreeFirst stands before it.
	degreeFirst = pattern.New(`(?i)^(?:(?:lieber|mejor|plutôt|meglio|gern(?:e)?|sehr|eher|recht|ganz|möglichst|nicht zu|nicht|bitte|muy|más bien|bastante|no muy|algo|très|plutôt|assez|pas trop|pas|molto|abbastanza|non troppo|un po['’]|bem|muito|bastante|não muito|um pouco|mais|más|plus|più|etwas|ein bisschen) )+`)
	// atMost ends a length.
	atMost = pattern.New(`(?i)(?: como (?:mucho|máximo)| máximo| au (?:maximum|plus)| maximum| maxi| al massimo| massimo| no máximo| maximal| höchstens| max\.?)$`)
)

// wordedSo says how the words are to be.
var wordedSo = pattern.New(`(?i)\s(?:formulieren|ausdrücken|gestalten|aufbereiten)$`)
