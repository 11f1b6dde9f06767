package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// isStyle tells whether a sentence talks about the production.
func (p *parser) isStyle(s string) bool {
	t := p.t
	if m := heading.FindStringSubmatch(s); m != nil && t.Code != "en" && strings.Contains(m[2], ", ") && layout.SectionOf(m[1]) == "" && !t.Production.MatchString(" "+m[1]+" ") && !t.Style.MatchString(s) && !t.Noun.MatchString(" "+m[1]+" ") && prose.Duration(s) == 0 {
		return false // "Requisitos: ensino superior completo, inglês intermediário"
	}
	if t.Code != "en" && p.b.Purpose == brief.Event && playedThere.MatchString(s) {
		return false // "Musik: Duo Nordlicht"
	}
	if t.Code != "en" && asksViewer(s) {
		return false // "Segui la voce"
	}
	if t.Code == "en" && (certainVideo.MatchString(s) || becomesOfIt.MatchString(s)) {
		return false
	}
	if onlyColors(s) || t.Code == "en" && partsAsked.MatchString(s) {
		return true // "Blue, black, white.", "Intro + outro + chapter breaks."
	}
	if (layout.TransitionNamed(s) != "" || prose.Words(s) <= 5 && prose.Lookup(layout.Transitions, s) != "") && (prose.Words(s) <= 16 || betweenScenes.MatchString(s) && prose.Words(s) <= 60) && !strings.ContainsAny(s, `"“„«`) && (betweenScenes.MatchString(s) || intoScene.MatchString(s) || intoLast.MatchString(s) || elsewhere.MatchString(s)) {
		return true // "Snap cuts between 1 and 2, soft dissolves elsewhere"
	}
	if assetRE.MatchString(s) || assetWhen.MatchString(s) || assetIn.MatchString(s) || addressForm.MatchString(prose.Unstop(s)) {
		return true
	}
	if x := notSo.ReplaceAllString(strings.ToLower(prose.Unstop(s)), ""); t.Code == "en" && x != strings.ToLower(prose.Unstop(s)) && prose.Words(x) <= 3 && p.production(x) {
		return true // "grateful, not salesy"
	}
	if t.Code == "en" && toldWithin.MatchString(s) && prose.Words(s) <= 12 {
		return true // "Show them in 30 seconds, energetic"
	}
	if t.Code == "en" && p.orders > 0 && prose.Words(s) <= 12 && keptSo.MatchString(s) {
		return true // "Show some pride but keep it down to earth"
	}
	if t.Code == "en" && p.orders > 0 && prose.Words(s) <= 8 && toned(s) {
		return true // "warm, friendly, a bit cheeky"
	}
	if t.Style != nil && t.Style.MatchString(s) && p.styleReally(s) {
		return true
	}
	if p.t.Code == "en" && (viewersDo.MatchString(s) || handles.MatchString(s) || priced.MatchString(s) && !t.Style.MatchString(s)) {
		return false // "Apply with a voice message", "€149, two colours, free returns within 60 days"
	}
	if p.t.Code == "en" && machinery.MatchString(s) && prose.Words(s) <= 12 && !strings.ContainsAny(s, `"“`) {
		return true
	}
	whole := !(t.Code == "en" && subjectDoes.MatchString(s)) // "a camera scans every item" is no direction
	for _, x := range splitOutside(prose.Unstop(s), ", ") {
		if _, ok := p.audienceTail(x); !ok && !p.production(x) && !(prose.Duration(s) > 0 && prose.Words(x) <= 2 && p.t.People.MatchString(x)) {
			whole = false
			break
		}
	}
	if whole && !t.Tell.MatchString(s) {
		return true
	}
	if noVoiceRE.MatchString(s) && prose.Words(s) <= 6 {
		return true
	}
	if (layout.NoAvatarRE.MatchString(s) || layout.OnlyInRE.MatchString(s)) && prose.Words(s) <= 16 && !(t.Code == "en" && t.Tell.MatchString(s)) || hexRE.MatchString(s) && !strings.Contains(s, "“") {
		return true
	}
	if p.isClause(s) || t.Code == "en" && subjectDoes.MatchString(s) || t.Tell.MatchString(s) || t.Act.MatchString(s) {
		return false
	}
	if parts := splitOutside(prose.Unstop(s), ", "); len(parts) > 1 && t.Code != "en" {
		n := 0
		for _, x := range parts {
			if p.production(strings.TrimSpace(x)) {
				n++
			}
		}
		if n*2 < len(parts) {
			return false // "Sei vini del Collio, taglieri di salumi, musica dal vivo"
		}
	}
	if liveMusic.MatchString(s) || toBeHad.MatchString(s) {
		return false
	}
	if parts := splitOutside(prose.Unstop(s), ", "); t.Code != "en" && len(parts) > 1 && prose.Duration(parts[0]) > 0 && p.production(strings.TrimSpace(parts[0])) && !anyDigit.MatchString(strings.Join(parts[1:], "")) && prose.Words(s) <= 8 {
		return true // "45 segundos, emocionante"
	}
	// A verbless fragment of production words: "Upbeat tone, vertical format." Those who speak
	// a language are none: "Chaque année, un Français jette trente kilos."
	if t.Code == "en" && (happensOn.MatchString(s) || otherThing.MatchString(s)) {
		return false // "Open day at the music school on Sunday 22 September"
	}
	return prose.Words(s) <= 14 && t.Production.MatchString(countedWord.ReplaceAllString(nationals.ReplaceAllString(s, " "), " ")) && !strings.Contains(s, "?")
}

// playedThere is who plays at an event.
var playedThere = pattern.New(`^(?:Musik|Música|Musique|Musica|Muziek)\s?: (?:\p{Lu}\S+ )+\p{Lu}`)

// onlyColors tells a palette that is no more than the names of its colours.
func onlyColors(s string) bool {
	parts := paletteParts.Split(strings.ToLower(prose.Unstop(s)), -1)
	for _, x := range parts {
		if colorNames[strings.TrimSpace(x)] == "" {
			return false
		}
	}
	return len(parts) > 1
}

var paletteParts = pattern.New(`\s*(?:[,/+&]|\b(?:and|und|y|et|e)\b)\s*(?:(?:and|und|y|et|e) )?`)

// partsAsked asks for parts that videos have: "Intro + outro + chapter breaks".
var partsAsked = pattern.New(`(?i)^(?:(?:with|add|include|use) )?(?:(?:an? |the )?(?:intro|outro|chapter (?:breaks?|cards?)|title cards?|end cards?|lower[- ]thirds?|b-?roll|overlays?|motion graphics?)(?: as (?:b-?roll|overlays?)(?: and (?:b-?roll|overlays?))?)?(?:\s*(?:[+,&/]|\band\b)\s*(?:and )?|[.!]?$))+$`)

// elsewhere is the rest of a video, or all of it.
var elsewhere = pattern.New(`(?i)\b(?:elsewhere|everywhere|throughout|otherwise|between (?:all |the )?scenes|sonst|überall|zwischen (?:allen |den )?szenen|en (?:todo|todas)|partout|ovunque)\b`)

// certainVideo tells of a video that there is: "The most watched video is the one about knives".
var certainVideo = pattern.New(`(?i)^(?:the|our|my|your) (?:[\p{L}-]+ ){1,4}(?:video|clip|film|reel) (?:is|was|has|got|had) (?:the|our|a|an|about|still|now|been|had|\d)`)

// verbAndThing is a word, an article and a thing: an order, where the word is no noun.
var verbAndThing = pattern.New(`^(\p{L}+) (?:l[aeo]s?|el|il|i|gli|os?|as?|den|das|die|de|het) \p{Ll}|^(\p{L}+) l['’]\p{Ll}`)

// directs are verbs that only the maker of a video is asked for.
var directs = prose.Vocabulary(`us[ae]|utili[cz]\p{L}+|mant\p{L}+|pon|ponga|colo\p{L}+|a[ñg]\p{L}+|inclu\p{L}+|m[ou]estr\p{L}+|met\p{L}+|quit[ae]|evit\p{L}+|elig\p{L}+|ajout\p{L}+|ins[eè]r\p{L}+|plac\p{L}+|gard\p{L}+|chois\p{L}+|évit\p{L}+|montr\p{L}+|affich\p{L}+|mostr\p{L}+|sceg\p{L}+|togli|lasci\p{L}+|p[õo]\p{L}+|adicion\p{L}+|deix\p{L}+|escolh\p{L}+|setz\p{L}*|füg\p{L}*|zeig\p{L}*|nutz\p{L}*|verwend\p{L}*|nimm|wähl\p{L}*|halt\p{L}*|blend\p{L}*|lass\p{L}*|gib|zet|voeg|gebruik|toon|houd|kies|laat`, "directs")

// asksViewer tells what viewers are to do with a thing that videos have too: "Segui la voce",
// "Premi il logo", from a direction.
func asksViewer(s string) bool {
	m := verbAndThing.FindStringSubmatch(s)
	if m == nil || prose.Words(s) > 4 {
		return false
	}
	verb := m[1] + m[2] // one of them
	return prose.Lookup(directs, verb) == "" && prose.StartsUpper(verb)
}

// please stands before or behind a wish for a tone, by language.
var please = pattern.New(`(?i)^(?:bitte|por favor|s['’]il (?:te|vous) plaît|per favore|graag|alsjeblieft),? (?:(?:nicht zu|no demasiado|pas trop|non troppo|não muito|niet te|eher|möglichst|ganz|sehr|alles|muy|très|molto|muito|in|algo|un poco|heel|lieber) )*`)

// joinsTone parts a wish for a tone behind its first adjective.
var joinsTone = pattern.New(`,? (?:und|aber|y|pero|et|mais|e|ma|mas|en|maar|ohne|sin|sans|senza|sem|zonder) |, `)

// pleaseTone tells a wish for a tone that has no verb: "Bitte freundlich und ohne erhobenen
// Zeigefinger."
func pleaseTone(s string) bool {
	at := please.FindStringIndex(s)
	if at == nil || at[0] > 0 || prose.Words(s) > 10 || anyDigit.MatchString(s) {
		return false
	}
	first := joinsTone.Split(prose.Unstop(s[at[1]:]), 2)[0]
	return prose.Words(first) == 1 && toneWords[strings.ToLower(strings.Trim(first, " ,!"))]
}

var (
	// happensOn is a day or a time of day, which no direction has.
	happensOn = pattern.New(`(?i)\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|\d{1,2}(?:st|nd|rd|th)? (?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:january|february|march|april|june|july|august|september|october|november|december) \d{1,2}|\d{1,2}(?::\d\d)? ?[ap]m|tomorrow|tonight)\b`)
	// otherThing has the words of a direction and is none.
	otherThing = pattern.New(`(?i)\b(?:(?:double|single|espresso|flu|booster) shots?|flat (?:white|rate|fee|tyre|tire|roof|screen|shoes))\b|\bmusic (?:schools?|lessons?|teachers?|rooms?|shops?|festivals?|halls?|clubs?|students?|librar\p{L}+|stands?|boxe?s?|therap\p{L}+|industry|videos?|apps?|stores?)\b`)
)

// countedWord is a number and what it counts, which no direction speaks of: "3,400 טון" is no
// tone, "12 voci" no voice.
var countedWord = pattern.New(`\d[\d.,]*\s\p{L}+`)

// nationals are people, by the name of their language.
var nationals = pattern.New(`(?i)(?:^|\s)(?:un|une|les?|la|des|nos|el|los|las|una|il|gli|i|gl['’]|o|os|as?|um|uma|der|die|den|ein|eine[rn]?|chaque|cada|ogni|jede[rn]?|een|de) (?:français(?:es?)?|anglais(?:es?)?|español(?:es|as?)?|ingl[eé]s(?:es|as?)?|inglesi?|italian[oie]|portugues(?:es|as?)|deutschen?|engländer|nederlander)(?:\s|$)`)

// priced has an amount of money.
var priced = pattern.New(`[€$£]\s?\d`)

// viewersDo is what viewers are asked to do.
var viewersDo = pattern.New(`(?i)^(?:apply|register|book|sign up|send (?:us|me|your)|call|text|order|donate|join|come|bring|ask (?:us|me)|reply|subscribe|download|email|e-mail) (?:with|by|via|for|at|on|in|through|now|us|me|your|today|until|before|to|our|the|a|an)\b`)

// handles is what viewers do with a device, whatever of it is named: "Tap the camera icon".
var handles = pattern.New(`(?i)^(?:tap|press|click|touch|swipe|scroll|plug|unplug|wipe|scan|charge|connect|tick|twist|type|enter|log|sign)(?: (?:in|on|off|up|down|out|to|into))? (?:the|your|an?|this|that|it)\b`)

// toBeHad begins what is said of a product, whatever it speaks of: "Disponible en quatre couleurs".
var toBeHad = pattern.New(`(?i)^(?:jetzt |ahora |ya |maintenant |ora |agora |nu )?(?:disponibles?|disponibil[ei]|disponíve(?:l|is)|erhältlich|verfügbar|lieferbar|beschikbaar|verkrijgbaar|existe|inclus|incluye|incluso|gratis|kostenlos|gratuit|متوفر|متاح|זמין)\s`)

// machinery are words that only the making of a video uses.
var machinery = pattern.New(`(?i)^use (?:it|this|the video) (?:for|on|in|as)\b|^sync (?:it|this|everything|the \w+)(?: up)? (?:to|with) the (?:beat|music|rhythm)\b|^add (?:an? |some |the )?(?:\w+ )?(?:laser|lasers|fireworks|confetti|explosions?|particles|sparkles|lens flares?|glitch(?:es)?|holograms?|(?:sound |visual |special |camera )?effects|zooms?|transitions?|animations?|laughter|applause|emojis?)\b|^make it (?:go )?(?:pop|viral|awesome|amazing|cool|epic|sexy)\b|\bin the style of \p{L}|\bdolly (?:zoom|shot)|\b(?:slow|fast|quick) (?:pans?|zooms?)\b|\bken burns|\bdrone shots?|\btime-?lapse|\bslow motion|\bstatic (?:slides?|images?|frames?|shots?)\b|\b[xy]\s*=\s*\d+|^(?:actually|no|yes|ok|okay|hmm),? [^.]{0,30}\b(?:voice|video|music|avatar|presenter)\b|\b(?:voice-?overs?|b-?roll|a-?roll|lower[- ]thirds?|on-screen text|talking head|aspect ratio|smash cut|chapter cards?|end card|title card|background music)\b`)

// styleReally keeps viewers' instructions ("Keep your phone charged", "Avoid
// public Wi-Fi") out of the production talk.
func (p *parser) styleReally(s string) bool {
	l := strings.ToLower(s)
	for _, w := range []string{"keep ", "avoid ", "use ", "don't ", "don’t ", "do not ", "make ", "no ", "choose ", "pick ", "select ", "set ",
		"houd ", "hou ", "halte ", "halten sie ", "mantén ", "mantenga ", "gardez ", "garde ", "mantenha ", "mantieni ", "tieni ",
		"usa ", "usate ", "utilizza ", "utiliza ", "utilice ", "utilise ", "utilisez ", "verwende ", "verwenden sie ", "nutze ", "nutzen sie ", "gebruik ", "ohne ", "kein ", "keine ", "bitte keine ", "bitte kein ", "sin ", "sans ", "pas de ", "sem ", "senza ", "niente ", "zonder ", "geen ", "بدون ", "ללא ", "בלי ", "استخدم "} {
		if strings.HasPrefix(l, w) {
			if m := keepIt.FindStringSubmatch(s); m != nil && !p.feels(m[1]) {
				return false // "Keep it in the fridge"
			}
			return p.t.Production.MatchString(s) || prose.Duration(s) > 0 && !(p.t.Code == "en" && (prose.Words(s) > 8 || notLength.MatchString(s))) || hexRE.MatchString(s) || simpleStyle.MatchString(s)
		}
	}
	return true
}

// keptSo is how a video is to be, behind another wish.
var keptSo = pattern.New(`(?i)^(?:show|make|use|add|have|give|bring|be|go|a bit|a little|some) .*(?:,| but| and|;) (?:keep|make) it (?:down to earth|short|simple|light|real|honest|human|professional|positive|friendly|calm|upbeat|fun|serious|brief|quick|classy|modest|low-key|clean|warm|formal|informal|casual|respectful|subtle|natural|snappy)\b[^,]*$`)

var keepIt = pattern.New(`(?i)^keep (?:it|this|things|everything) (.+)$`)

// feels tells whether words say how a video should feel, look or last.
func (p *parser) feels(s string) bool {
	if prose.Words(s) <= 2 || prose.Duration(s) > 0 {
		return true
	}
	for _, x := range splitOutside(prose.Unstop(s), ", ") {
		if p.production(strings.TrimSpace(x)) {
			return true
		}
	}
	tone := 0
	for _, w := range strings.Fields(strings.ToLower(prose.Unstop(s))) {
		if toneWords[strings.Trim(w, ".,!")] {
			tone++
		}
	}
	return tone > 0 && tone*2 >= prose.Words(s)-2
}

var simpleStyle = pattern.New(`(?i)^(?:don['’]t|do not) (?:mention|say|talk about|include|show|feature|take sides|lecture|patroni[sz]e|(?:over)?promise|bash|blame|shame|name names|give away|spoil|reveal|oversell|exaggerate|overdo|go into|get into|make (?:it|this)|sound|preach|scare)\b|^use (?:phrases|words|language) (?:like|such as)\b|^(?:keep|make) (?:it|this|things|everything)\b|^(?:avoid|no|don['’]t use|do not use|use) (?:\w+ )?(?:jargon|buzzwords|hype|emojis?|clich[eé]s|technical terms|fear|slang|exclamation|simple language|plain language|short sentences|sales talk|superlatives)`)

// toldWithin gives what was said before a length.
var toldWithin = pattern.New(`(?i)^(?:please )?(?:show|present|tell|explain|cover|do|say|pack|fit) (?:them|it|this|that|these|all (?:of )?(?:this|that|these|them|two|three|four|five))(?: all)? (?:in|into|within) (?:under |about |less than )?(?:\d+|an?|one|two|half a) ?-?(?:seconds?|secs?|s|minutes?|mins?)\b`)

// becomesOfIt tells what becomes of a thing that videos may have, too: "The old export format
// will be removed in June".
var becomesOfIt = pattern.New(`(?i)^(?:the|our|all|your) (?:[\p{L}-]+ ){1,4}(?:will be|is being|are being|has been|have been|was|were|will no longer be|is no longer|are no longer) (?:removed|discontinued|replaced|dropped|retired|supported|deleted|moved|closed|renamed|introduced|released|switched off|cancell?ed|sold|available|gone)\b`)
