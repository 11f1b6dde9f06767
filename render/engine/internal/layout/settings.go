package layout

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// Orientations are the formats of a picture: portrait, square, landscape.
var Orientations = prose.Vocabulary(
	`portrait|vertical|9\s*[:x×]\s*16|1080\s*[x×]\s*1920|hochformat\p{L}*|hochkant\p{L}*|senkrecht\p{L}*|vertikal\p{L}*|vertical(?:e|es)?|verticale|shorts?-style|tiktok|instagram reels?|reels?|youtube shorts?|عمودي(?:ة|ًا|اً|ا)?|طولي(?:ة|ًا|اً|ا)?|אנכי(?:ת)?|לאורך`, "portrait",
	`square|1\s*[:x×]\s*1|1080\s*[x×]\s*1080|quadratisch\p{L}*|cuadrado|carré|quadrado|quadrato|مربع(?:ة|ًا|اً|ا)?|ריבועי(?:ת)?`, "square",
	`landscape|horizontal(?:e|es)?|16\s*[:x×]\s*9|1920\s*[x×]\s*1080|querformat\p{L}*|widescreen|paysage|paisagem|orizzontale|أفقي(?:ة|ًا|اً|ا)?|אופקי(?:ת)?|לרוחב`, "landscape",
)

// Sets are the places where a presenter stands.
var Sets = prose.Vocabulary(
	`library|bookshel(?:f|ves)|bibliothek|biblioteca|bibliothèque`, "library",
	`office|desk|büro|oficina|bureau|escritório|ufficio`, "office",
	`stage|keynote|bühne|escenario|scène|palco`, "stage",
	`outdoors?|park|street|im freien|exterior|extérieur|esterno`, "outdoors",
	`brand(?:ed)? (?:wall|backdrop|background)|logo wall|press wall`, "brand",
	`studio|newsroom|news desk|estudio|estúdio`, "studio",
)

// Transitions of the grammar, longest first.
var Transitions = prose.Vocabulary(
	`smash(?: cuts?)?|corte (?:a|de) golpe|corte brusco`, "smash", `flash(?: frames?)?|white flash(?: frames?)?|weißblitz`, "flash", `grid ?wipes?|gitterblenden?|rasterblenden?|barrido (?:de|en) (?:rejilla|cuadrícula)|volet (?:en|à) grille|tendina a griglia|cortina em grade`, "gridwipe", `cell ?wipes?`, "cellwipe", `hard cuts?|snap cuts?|jump cuts?|straight cuts?`, "cut",
	`(?:soft|gentle|smooth) transitions?|transitions? (?:douces?|suaves|morbide)|sanfte übergänge|transiciones suaves|transizioni morbide`, "dissolve", `liquid(?: dissolves?| wipes?)?`, "liquid", `cross-?dissolves?|soft dissolves?|dissolves?|crossfades?`, "dissolve",
	`pop(?:/bounce)?|bounces?`, "pop", `iris wipes?|iris|irisblenden?`, "iris", `strip(?:es?|ed)(?: wipes?)?|slanted wipes?`, "stripes", `fade[- ]?through(?: black| white)?|fade to (?:black|white)|fades?`, "fade", `(?:whip|swish)[ -]?pans?|push(?:es)?(?: (?:between|cuts?|transitions?))?|slides? between`, "push",
	`wipes?|wisch(?:en|blende|er)|barrido|cortinilla|volet|balayage|tendina`, "cellwipe", `cuts?`, "cut",
	`(?:weiche )?überblendung(?:en)?|fundido(?: encadenado)?|fondu(?: enchaîné)?|dissolvenza(?: incrociata)?|dissolução|esmaec\w+|overvloei\w+`, "dissolve", `ab-?blende|abblenden|fundido a negro|fondu au noir|dissolvenza al nero`, "fade", `harte[rn]? schnitte?|schnelle schnitte|cortes? (?:seco|directo|rápido)s?|coupes? (?:franche|rapide|sèche)s?|cortes? (?:seco|rápido)s?|tagli?o? (?:nett|rapid|secc)[oi]|snelle montage|harde cuts?`, "cut",
)

// NoAvatarRE asks for no presenter.
var NoAvatarRE = pattern.New(`(?i)\b(no|without(?: an?| any)?|zero|skip the|don'?t (?:use|show)(?: an?| any)?|do not (?:use|show)(?: an?| any)?) (avatars?|presenters?|talking heads?|hosts?|person|people|faces?|on-camera \w+)|no talking[- ]heads?|without (?:showing |having )?(?:anyone|anybody|any people|a person|people|someone|faces?|humans?)(?: on (?:camera|screen)| in (?:shot|frame|the picture))?|(?:no one|no-one|nobody) (?:on|in front of the) (?:camera|screen)|no (?:humans?|people) on (?:camera|screen)|voice-?over only|(?:avatar|presenter|host)s? (?:is |are |should be |must be )?(?:not (?:visible|shown|seen|on[- ]screen|on camera|in (?:shot|frame|the picture))|hidden|off[- ]screen|invisible)|(?:hide|remove|leave out|drop) the (?:avatar|presenter|host)|scenes?(?: #?\d[\d, and–-]*)? without (?:the |an? )?(?:avatar|presenter|host)|narration only|avatar: none|faceless|` + noAvatarAbroad + ``)

// WithoutAvatar asks for the same in other languages.
var WithoutAvatar = pattern.New(`(?i)(?:,\s*)?` + noAvatarAbroad)

// WithAvatar wants somebody to be seen, in other languages: "mit einer freundlichen
// Moderatorin".
var WithAvatar = pattern.New(`(?i)(?:,\s*)?\b(?:mit|con|avec|com|met) (?:eine[mr]|une?|un[ao]?|uma?|een) (?:\p{Ll}+ ){0,2}?` + Persons + `(?: \p{Ll}+)??(?:[,.:]|$| (?:(?:für|para|pour|per|voor|über|sobre|sur|su|sulla|sul|over)\b))`)

const noAvatarAbroad = `(?:(?:ohne|kein(?:e|en)?|sin|no (?:quiero|queremos|uses|use|usar|muestres|pongas)|nada de|sans|pas de|pas d['’]|je ne veux pas (?:de|d['’])|sem|não (?:quero|queremos|use|usar|mostre|mostrar)|senza|niente|nessun[a]?|non (?:voglio|vogliamo|usare|usate|mostrare)|geen|zonder|بدون|بلا|(?:من )?دون|لا (?:أريد|نريد)|ללא|בלי)(?: |['’])(?:(?:einen?|un[ae]?|uma?|d['’]) ?)?` +
	`(?:(?:avatare?s?|sprecher(?:in)? im bild|moderator(?:in)?|presentador(?:a|es)?|locutora?|présentat(?:eur|rice)|apresentador(?:a)?|presentat(?:ore|rice|ori)|conduttore|conduttrice|presentator)(?:\b|$)|person\b|مقدم|مذيع|أفاتار|شخصية افتراضية|מגיש|אווטאר|אוואטר|` +
	`(?:sprecher(?:in)?|person(?:en)?|menschen|gesicht(?:er)?|personas?|nadie|caras?|personnes?|visages?|pessoas?|rostos?|persone|persona|volti|mensen) (?:im bild|vor der kamera|(?:en|a) (?:pantalla|cámara)|à (?:l['’]écran|l['’]image)|face caméra|na tela|no ecrã|in (?:video|scena|camera|beeld)|a schermo))` +
	`(?: (?:im bild|en pantalla|à l['’]écran|na tela|no ecrã|in video|a schermo|in beeld))?` +
	`|solo voz en off|voix off uniquement|apenas narração|solo voce fuori campo)`

// OnlyInRE keeps the presenter to some scenes: "presenter only in scenes 1 and 5".
var OnlyInRE = pattern.New(`(?i)\b(?:` + Persons + `s?|woman|man|lady|guy|person) (?:(?:should|must|may|can|talks?|speaks?|but|comes?|is|appears?|seen|shown|visible|on screen|on camera|erscheint|sólo|aparece|apparaît|appare) )*(?:only|just|nur|sólo|solo|seulement|uniquement|solo|somente|apenas|alleen) (?:[\p{L}'’]+ ){0,6}(?:scenes?|szenen?|escenas?|scènes?|cenas?|scen[ae])\b|\b(?:in|im|en|dans|nelle|nas) (?:scenes?|shots?|szenen?|escenas?|scènes?|cenas?|scene) [\d ,&]+(?:(?:and|und|y|et|e) \d+ )?(?:only|nur|solamente|seulement|soltanto)\b|\b(?:only|just|nur) (?:show |use |have )?(?:the |den |die )?` + Persons + ` (?:in|im) (?:[\p{L}'’]+ ){0,5}(?:scenes?|szenen?)\b`)

// TransitionRE finds the words for a transition.
var TransitionRE = pattern.New(`(?i)\b(?:transition|(?:whip|swish)[ -]?pan|smash cut|flash frame|grid wipe|cell wipe|hard cut|snap cut|liquid dissolve|cross-?dissolve|soft dissolve|iris wipe|fade[- ]?through(?: (?:black|white))?|fade to (?:black|white)|jump cut|pop/bounce|(?:slow |soft |gentle |quick )?dissolve|crossfade)s?\b|(?i)\b(?:überblendung|abblende|abblenden|harte[rn]? schnitte?|gitterblende|irisblende|rasterblende|weißblitz|white flash|fundido|fondu|dissolvenza|esmaec\w+|overvloei\w+|cortes? seco|corte directo|taglio netto|coupe franche|harde cut|weiche überblendung)\b`)

// TransitionNamed is the transition that s names; "" = none.
func TransitionNamed(s string) string {
	s = notCut.ReplaceAllString(s, " ")
	if !TransitionRE.MatchString(s) {
		return ""
	}
	return prose.Lookup(Transitions, s)
}

// notCut is a transition that there is not to be: "NEVER hard cuts".
var notCut = pattern.New(`(?i)\b(?:never(?: use)?|no|not|without|avoid|don['’]t use|nie|keine|nunca|sin|jamais|sans|mai|senza)(?: any)? (?:hard |snap |smash |jump |straight |harte |cortes? )?(?:cuts?|schnitte|wipes?|dissolves?|fades?|duros|secos?)\b`)

// TransitionSeconds is how long a direction wants its transition to last: "soft dissolve,
// 0.8 s", "a half-second crossfade"; 0 = it does not say. Transitions are over in three
// seconds; what is longer is the length of something else.
func TransitionSeconds(s string) float64 {
	s = comesOn.ReplaceAllString(prose.QuotesRE.ReplaceAllString(s, " "), " ")
	if prose.Words(s) > 16 || prose.Lookup(Transitions, s) == "" {
		return 0
	}
	if halfSecond.MatchString(s) {
		return .5
	}
	all := transitionTime.FindAllStringSubmatch(s, -1)
	if len(all) != 1 {
		return 0
	}
	v := prose.Decimal(cmp.Or(all[0][1], all[0][3]))
	if all[0][2] == "ms" {
		v /= 1000
	}
	if v > 3 {
		return 0
	}
	return v
}

var (
	// comesOn is how a thing comes or goes, for how long it stays, and no transition.
	comesOn        = pattern.New(`(?i)\b(?:fades?|pops?|wipes?|dissolves?) (?:in|on|up|away|out of)\b|\b(?:held|holds?|stays?|lasts?)(?: for)? \d[\d.]*\s?(?:s|secs?|seconds?)\b`)
	halfSecond     = pattern.New(`(?i)\b(?:half[- ]a[- ]second|half[- ]second|halbe sekunde|medio segundo|demi-seconde|mezzo secondo|meio segundo)\b`)
	transitionTime = pattern.New(`(?i)(?:^|[^\d.,:])(\d{1,4}(?:[.,]\d{1,2})?)[ -]?(ms|s|secs?|seconds?|sek(?:unden?)?|seg(?:undos?)?|secondes?|second[oi]|seconden)\b|\bduration:? (\d?\.\d+)\b`)
)

// WholeTransition tells a line that names a transition from one that has one in it.
func WholeTransition(s string) bool {
	rest := TransitionRE.ReplaceAllString(s, " ")
	return strings.Trim(rest, " .,:;–—-*_[]()") == ""
}
