package edit

import "regexp"

// rewording is a way in which an edit is put in other languages, and the form that is read.
type rewording struct {
	re   *regexp.Regexp
	with string
}

// valued is a value as people write it: "3 de mayo", "49 €".
const valued = `["„“«]?(\d[^,;:"”»]{0,30}?)["”“»]?`

// Somebody, and that they are there no longer.
const (
	who    = `((?:(?:Mr|Mrs|Ms|Dr|Herr|Frau)\.? )?\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)?)`
	gone   = `(?:has |have )?(?:left|quit|retired|moved on|resigned|is gone|is no longer (?:here|with us)|is leaving|is (?:away|off|out|on (?:\p{L}+ ){0,2}(?:leave|holiday|vacation)))(?: (?:us|the \p{L}+|until \p{L}+(?: \d+)?))?[,.;–-]? *(?:and |so |but )*`
	goneDE = `(?:ist (?:weg|gegangen|nicht mehr (?:da|dabei)|ausgeschieden)|hat (?:uns verlassen|gekündigt))[,.;–-]? *(?:und |jetzt )*`
)

// trims take off what stands around an instruction and asks for nothing.
var trims = []rewording{
	{regexp.MustCompile(`(?i)^(.{8,80}?) (?:before (?:we|it|she|he|you) (?:go|goes|move|moves|continue|continues|carry|carries)(?: on)?|when (?:she|he|it|the voice) (?:says|is saying|mentions) (?:it|so|that))[.!]?$`), `$1`},
	{regexp.MustCompile(`(?i)\b(?:while|when|as) (the [\p{L}\d ]{2,30}?) (?:is|are) (?:shown|showing|on screen|visible|playing|up|on)\b`), `during $1`},
	{regexp.MustCompile(`(?i)^([^"“„]*\bmusic\b[^"“„]*) and turn it (up|down)\b`), `$1 and turn the music $2`},
	{regexp.MustCompile(`(?i)^((?:please |can we have )?no music) (?:while|when|as) (the [\p{L}\d ]{2,30}?)$`), `$1 during $2`},
}

// successors say that somebody has come in the place of somebody else. Groups: who is gone,
// who has come.
var successors = []*regexp.Regexp{
	regexp.MustCompile(`^` + who + ` ` + gone + `(?:it's|it’s|it is|now it's|(?:[Tt]he|[Oo]ur|[Hh]er|[Hh]is|[Tt]heir) (?:new )?(?:\p{L}+ ){1,3}(?:is|will be)(?: now)?|please say|please use|use|say|write|put|the new [a-z]+ is|we have|ask|contact) ` + who + `(?: now| instead)?[.!]?$`),
	regexp.MustCompile(`^` + who + ` ` + gone + who + ` (?:is new|is the new [a-z]+|took over|takes over|has taken over|replaces (?:him|her|them)|is in charge now|does it now|is here now|steps in)(?: now)?[.!]?$`),
	regexp.MustCompile(`^` + who + ` ` + goneDE + `(?:es ist |jetzt ist es |dafür ist |nimm )?` + who + `(?: (?:ist neu|ist jetzt da|übernimmt|macht das jetzt|jetzt))?[.!]?$`),
}

// rewordings say what becomes of a value, what is said at the end, and what is not spoken of.
var rewordings = []rewording{
	{regexp.MustCompile(`(?i)^aus (?:dem |der |den )?["„“]?([^"”“]{1,40}?)["”“]? wird(?: jetzt| nun)? (?:der |die |das )?["„“]?([^"”“]{1,40}?)["”“]?\.?$`), `Ersetze "$1" durch "$2"`},
	{regexp.MustCompile(`(?i)^(?:der |am |die |das )?` + valued + ` wird(?: jetzt| nun)? (?:zu |zum |der |die |das )?` + valued + `\.?$`), `Ersetze "$1" durch "$2"`},
	{regexp.MustCompile(`(?i)^(?:el |la |los |las )?` + valued + ` (?:pasa a ser|pasan a ser|se convierte en) (?:el |la |los |las )?` + valued + `\.?$`), `Cambia "$1" por "$2"`},
	{regexp.MustCompile(`(?i)^(?:le |la |les )?` + valued + ` (?:devient|deviennent) (?:le |la |les )?` + valued + `\.?$`), `Remplace "$1" par "$2"`},
	{regexp.MustCompile(`(?i)^(?:il |la |le |i )?` + valued + ` (?:diventa|diventano) (?:il |la |le |i )?` + valued + `\.?$`), `Sostituisci "$1" con "$2"`},
	{regexp.MustCompile(`(?i)^(?:o |a |dia )?` + valued + ` (?:passa a ser|passam a ser|vira|torna-se) (?:o |a |dia )?` + valued + `\.?$`), `Substitua "$1" por "$2"`},
	{regexp.MustCompile(`(?i)^(?:de |het )?` + valued + ` wordt (?:de |het )?` + valued + `\.?$`), `Vervang "$1" door "$2"`},
	{regexp.MustCompile(`(?i)^(füge? (?:bitte )?(?:ganz )?am (?:ende|schluss) (?:noch )?hinzu|ergänze? (?:bitte )?am (?:ende|schluss)|añade al final|añadid al final|agrega al final|ajoutez? à la fin|aggiung[ie](?:te)? alla fine|acrescente no (?:final|fim)|adicione (?:no|ao) (?:final|fim)|voeg (?:aan|op) het (?:einde|eind) toe|add at the (?:very )?end)\s?:\s*([^"„“”«»]{3,200})$`), `$1: "$2"`},
	{regexp.MustCompile(`(?i)^([^"“„]{8,160}?)(?:[,;]|\s[–—-])\s*(?:please |pls |and |also )*(?:mention|say|add|include|note)(?: that| it| this| please| pls| too| as well)*[.!]?$`), `mention that $1`},
	{regexp.MustCompile(`(?i)^(?:the |our )?([^"“„:,;]{3,60}?) (?:must|should|may|can|shall|need|does|do|is|are)(?: not|n't|n’t|not)(?: to)?(?: be)? (?:mentioned|said|shown|named|spoken of|talked about|in (?:there|it|the video|here))\b(.*)$`), `don't mention the $1$2`},
	{regexp.MustCompile(`(?i)^(?:der |die |das )?([^"“„:,;]{3,60}?) (?:darf|dürfen|soll|sollte|sollen|sollten) nicht (?:erwähnt|gezeigt|genannt|gesagt) werden\b(.*)$`), `erwähne $1 nicht$2`},
	{regexp.MustCompile(`(?i)^(?:[^"“„:]{0,50}? )?(?:at the (?:very )?end|the ending|the closing|the last line|the outro|the final line)\b[^"“„:]{0,40}?[.;–-]+ (?:please |just |better |rather |let's |so )*(?:say|write|use|put|make it)?:? ?["“„]([^"“”„]{3,160})["”“][.!]?$`), `end with "$1"`},
	{regexp.MustCompile(`(?i)^(?:[^"“„:]{0,50}? )?(?:at the (?:very )?(?:start|beginning)|the opening|the first line|the intro|the hook|the opener)\b[^"“„:]{0,40}?[.;–-]+ (?:please |just |better |rather |let's |so )*(?:say|write|use|put|make it)?:? ?["“„]([^"“”„]{3,160})["”“][.!]?$`), `start with "$1"`},
	{regexp.MustCompile(`^(?i:after|behind) ["“]([^"“”]{3,80}?)[.]?["”],? (?:please )?(?:add|insert|say|put) ["“](\p{Ll}[^"“”]{2,80})["”][.]?$`), `replace "$1" with "$1 $2"`},
	{regexp.MustCompile(`^(?i:add|insert|put) ["“](\p{Ll}[^"“”]{2,80}?)["”] (?:right )?(?:after|behind) ["“]([^"“”]{3,80}?)[.]?["”][.]?$`), `replace "$2" with "$2 $1"`},
	{regexp.MustCompile(`^(?i:(?:she|he|they|we|the (?:presenter|ceo|speaker|host))|\p{Lu}\p{Ll}+) (?i:should|must|can|could|needs to) (start|end|open|close|begin|finish) (with|on|by saying) (["“].*)$`), `$1 with $3`},
	{regexp.MustCompile(`(?i)^(?:please |pls )?(?:add|say|mention|note) at the (?:very )?end that ([^"“„:]{6,160}?)[.!]?$`), `add at the end: "$1"`},
	{regexp.MustCompile(`(?i)^there (?:should|must|needs to) be no ([^"“„:]{3,80})$`), `no $1`},
	{regexp.MustCompile(`(?i)^you (?:forgot|omitted|missed|left out)(?: to (?:say|mention))? that (.+)$`), `mention that $1`},
	{regexp.MustCompile(`(?i)^(?:please |pls |can you |could you |just )*(?:take|cut|throw|kick) ([^"“„:]{3,60}?) out(?:,? (?:please|pls))?[.!]?$`), `remove $1`},
	{regexp.MustCompile(`(?i)^(?:please |pls |can you |could you |just )*(?:take|cut|throw|kick) ([^"“„:]{3,60}?) (?:out of|off) (the [\p{L} ]{3,40}?)(?:,? (?:please|pls))?[.!]?$`), `remove $1 from $2`},
	{regexp.MustCompile(`(?i)^(?:make|let|have) ((?:the|our|this) [^"“„:]{2,40}?)(?: really)? pops?(?: more| out)?[.!]?$`), `make $1 stand out`},
	{regexp.MustCompile(`(?i)^([\p{L} ]{3,40}?) (?:belongs?|should be|should go|goes|go|must be|needs? to be) (?:in|on|to|into) (?:the )?([\p{L} ]{3,40}?),? (?:as well|too|also)[.!]?$`), `add $1 to the $2`},
	{regexp.MustCompile(`(?i)^(.{3,60}?) and (.{1,60}?) (?:are|were|got|need to be|should be|must be) (?:in )?(?:the )?(?:wrong way (?:a)?round|wrong order|other way (?:a)?round|swapped(?: round)?|mixed up|reversed|switched|vice versa|flipped|the wrong sequence)[.!]?$`), `swap $1 and $2`},
	{regexp.MustCompile(`(?i)^(.{3,60}?) und (.{1,60}?) (?:sind|gehören|müssen) (?:vertauscht|verkehrt herum|andersherum|in (?:der )?falschen? reihenfolge|getauscht(?: werden)?)[.!]?$`), `Vertausche $1 und $2`},
	{regexp.MustCompile(`(?i)^(.{3,60}?) [ye] (.{1,60}?) (?:están|van) (?:al revés|cambiad[oa]s|intercambiad[oa]s|en (?:el )?orden (?:equivocado|incorrecto))[.!]?$`), `Intercambia $1 y $2`},
	{regexp.MustCompile(`(?i)^(.{3,60}?) et (.{1,60}?) sont (?:inversé\p{L}*|interverti\p{L}*|dans le mauvais ordre)[.!]?$`), `Échange $1 et $2`},
	{regexp.MustCompile(`(?i)^([^,;:"“„]{8,140}), (?:please |pls |so |and )?(?:add|mention|include|put|say) (?:it|that|this) (?:to|in|into|on|at) (.{3,40})$`), `add "$1" to $2`},
	{regexp.MustCompile(`(?i)^(before|after) ((?:step|point|bullet|item) (?:\d|one|two|three|four|five|six|seven)),? (?:please )?(?:add|insert)(?: an?(?: new| extra)? (?:step|point|bullet|item))?\s?:? (.+)$`), `add a step $1 $2: $3`},
	{regexp.MustCompile(`(?i)^between ((?:steps?|points?|bullets?|items?) (?:\d and (?:\w+ )?\d)),? (?:please )?(?:add|insert)(?: an?(?: new| extra)? (?:step|point|bullet|item))?\s?:? (.+)$`), `add a step between $1: $2`},
	{regexp.MustCompile(`(?i)^(?:can|could) ((?:the|our|this) [^"“„:]{2,60}?) (be|come|go|stand|last|start|end|move|say|read) ([^:]+?)\?*$`), `$1 should $2 $3`},
	{regexp.MustCompile(`(?i)^zwischen (.+?) und (.+?)(?: bitte| noch| gehört| kommt)* (?:noch )?([^:]+?) (?:einfügen|ergänzen|hinzufügen|ein)[.!]?$`), `Füge $3 nach $1 ein`},
	{regexp.MustCompile(`(?i)^i(?:'d| would) (?:love|appreciate)(?: to (?:have|see|hear))? (.+)$`), `$1`},
	{regexp.MustCompile(`(?i)^instead of (.+?),? (?:i|we)(?:'d| would)?(?: rather| really)? (?:prefer|like|want|have)(?: to (?:say|write|use|have))? (.+)$`), `instead of $1 say $2`},
	{regexp.MustCompile(`(?i)^(?:is it|would it be) possible (?:that )?(?:the|this|your) video (?:is|be|to be) (.+?)\?*$`), `make the video $1`},
	{regexp.MustCompile(`(?i)^(?:praat|spreek|heb het) niet (?:meer )?over (?:de |het )?(.{2,60}?)\.?$`), `don't talk about $1`},
}

// Money as people speak of it.
var (
	bucks = regexp.MustCompile(`(?i)(\d[\d.,]*) ?bucks?\b`)
	quid  = regexp.MustCompile(`(?i)(\d[\d.,]*) ?quid\b`)
)

// What people begin and end a request with, and what they write in short.
var (
	askedFor = regexp.MustCompile(`(?i)^(?:please,? |pls,? |sorry,? |hi,? |hello,? |hey,? )*(?:(?:would|is|might) it be possible(?: for you)? to|is it possible(?: for you)? to|(?:is there )?any chance (?:that )?(?:you|we) (?:could|can)|i(?:'d| would) (?:love|like) (?:it )?(?:if )?(?:you|we) (?:could|can)|feel free to|do you think (?:you|we) (?:could|can)|i was wondering if (?:you|we) could)\s+([^"“„]+?)\??(?:[.,]?\s*(?:sorry|thanks|thank you|thx|cheers)[^"“„]{0,20})?$`)
	slip     = regexp.MustCompile(`(?i)^(?:typo|spelling|spelling mistake|correction|tippfehler|korrektur|errata|erreur|coquille)\s*[:–-]\s*([^→]*)$`)
	indeed   = regexp.MustCompile(`(?i)\b(is|are|was) (?:actually|really|in fact|correctly) (called|named|spelled|spelt|written)\b`)
	with     = regexp.MustCompile(`(?i)(^|\s)w/\s`)
	without  = regexp.MustCompile(`(?i)(^|\s)w/o\s`)
	smiley   = regexp.MustCompile(`\s*(?:[:;]-?[)(DP]+|\p{So})\s*$`)
	palette  = regexp.MustCompile(`(?i)^colou?rs?\s*[:=-]\s*([\p{L} ,&]+)$`)
)

// Reworded puts an instruction into a form that is read.
func Reworded(s string) string {
	s = reviewHead.ReplaceAllString(s, "")
	s = slip.ReplaceAllString(s, "$1")
	s = indeed.ReplaceAllString(s, "$1 $2")
	s = smiley.ReplaceAllString(s, "")
	s = askedFor.ReplaceAllString(s, "$1")
	s = without.ReplaceAllString(with.ReplaceAllString(s, "${1}with "), "${1}without ")
	s = palette.ReplaceAllString(s, "use the colors $1")
	s = quid.ReplaceAllString(bucks.ReplaceAllString(s, "$$$1"), "£$1")
	for _, r := range trims {
		s = r.re.ReplaceAllString(s, r.with)
	}
	for _, r := range rewordings {
		if r.re.MatchString(s) {
			return r.re.ReplaceAllString(s, r.with)
		}
	}
	return s
}
