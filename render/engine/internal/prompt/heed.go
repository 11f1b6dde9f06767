package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// unheeded notes the parts of a direction of which nothing is known here, so that no
// wish goes unanswered.
func (p *parser) unheeded(text string, at int) {
	for _, s := range prose.SplitSentences(text) {
		var lost []string
		for _, part := range splitOutside(prose.Unstop(s), ", ") {
			if part = strings.TrimSpace(part); part != "" && !p.addressed(part, at) && !p.means(part) {
				lost = append(lost, part)
			}
		}
		if len(lost) > 0 {
			words := strings.Join(lost, ", ")
			p.b.NoteOn(at, "\""+prose.Clip(words, 80)+"\": nothing of it is known to the local engine", words, prose.FirstWords(words, 3))
		}
	}
}

// unheededIn notes the clauses of a setting's line that the setting itself has no answer
// to: "Captions: yes, yellow" asks for a colour that captions do not have.
func (p *parser) unheededIn(sec, text string, at int) {
	for _, s := range prose.SplitSentences(text) {
		for _, part := range splitOutside(prose.Unstop(s), ", ") {
			if part = strings.TrimSpace(part); part == "" {
				continue
			}
			met := false
			switch sec {
			case "captions":
				met = captionWords.MatchString(part) || captionRow.MatchString("captions: "+part)
			case "music":
				met = prose.Lookup(moods, "music "+part) != "" || tempo.MatchString(part) || musicWords.MatchString(part)
			}
			if !met && !(sec == "music" && p.means(part)) {
				p.b.NoteOn(at, sec+": \""+prose.Clip(part, 80)+"\" has no answer in the local engine", part)
			}
		}
	}
}

var (
	captionWords = pattern.New(`(?i)^(?:yes|on|off|no|none|true|false|words?|lines?|always on|please|always|burned[- ]in|word[- ]by[- ]word|words?[- ]highlight(?:ing|ed)?|highlighted|with highlighting|(?:captions?|subtitles?)(?: on| off)?|ja|nein|an|aus|ein|sí|si|oui|non|sim|não|sì|in \p{L}+)$`)
	musicWords   = pattern.New(`(?i)^(?:(?:background |instrumental )?(?:music|track|bed)|instrumental|(?:duck(?:ed|ing|s)?|quiet|low|softly|leise)\b.{0,40}|under (?:the )?(?:voice|narration)|no (?:vocals|lyrics|singing)|without (?:vocals|lyrics)|fad(?:es?|ing) (?:out|in)(?: (?:at the (?:very )?(?:end|start|close)|(?:on|with|after) the (?:last|final) (?:word|line|frame|beat|scene)))?|(?:ends?|ending|resolv(?:es?|ing)|stops?|finish(?:es|ing)?|closes?|lands?)(?: softly| gently)? (?:on|at|with|in)(?: the| an?)? (?:end|hit|last word|last frame|final frame|final word|chord|final chord|high note|last beat)|low volume|background)$`)
)

// means tells whether a direction is understood, or says only how a video should feel.
func (p *parser) means(s string) bool {
	if _, ok := p.audienceTail(s); ok {
		return true
	}
	q := &parser{b: &draft{}, t: p.t, noted: map[string]bool{}}
	q.production(s)
	q.direct(s, 0)
	if len(changes(draft{}, *q.b)) > 0 || len(q.b.Screen) > 0 || q.b.Look.Type != "" || verbatimWish.MatchString(s) || colorNames[strings.ToLower(s)] != "" || len(layout.Moves(s, "style", 0)) > 0 || noStockRE.MatchString(s) || prose.Duration(s) > 0 && !partLength.MatchString(s) || grammar.PurposeOf(s) != "" || recapRE.MatchString(s) {
		return true
	}
	if namedCut.MatchString(s) || partsAsked.MatchString(s) {
		return true
	}
	if heading, body := fontsOf(s); heading != "" || body != "" {
		return true
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == '-' || r == '/' || r == ':' }) {
		w = strings.Trim(w, ".!\"'“”()")
		if w != "" && !toneWords[w] && !plainTalk.MatchString(w) && !p.t.Noun.MatchString(" "+w+" ") {
			return false
		}
	}
	return true
}

// namedCut is a transition by a word that means other things elsewhere.
var namedCut = pattern.New(`(?i)^(?:transitions?:? )?(?:a |soft |slow |quick |fast )?(?:push|fade|wipe|slide|pop|cut|iris|dissolve)(?:e?s)?(?: (?:between|for|in|into|from|elsewhere|everywhere|throughout)\b.*)?$`)

// partLength is how long something within the video lasts, not the video.
var partLength = pattern.New(`(?i)\b(?:paus(?:e|es|ing)|waits?|holds?|freeze|delay|fades?|between|pausen?|pausa|warten|esperar|attendre)\b`)

// verbatimWish asks for what a script always gets.
var verbatimWish = pattern.New(`(?i)\b(?:(?:don['’]?t|do not|never) (?:change|alter|rewrite|touch|edit) (?:the|my|our|any|a single) (?:copy|words?|wording|text|script|lines?)|(?:text|wortlaut) (?:\p{L}+ ){0,4}exakt|word for word|verbatim|exactly as written|as it (?:is|stands)|every word|wort für wort|palabra por palabra|mot pour mot|parola per parola|palavra por palavra|woord voor woord)\b`)

// plainTalk are words that a direction needs and that ask for nothing by themselves, and
// those that rules of writing are made of, which every script here follows.
var plainTalk = pattern.New(`(?i)^(?:keep|make|be|it|this|that|they|them|everything|the|a|an|and|but|or|not|no|too|very|is|are|should|must|please|sure|use|with|in|for|of|to|on|at|as|our|your|its|my|we|you|i|want|need|like|about|feel|look|looks|sound|tone|style|mood|voice|sweet|simple|easy|understand|point|jargon|buzzwords|hype|plain|language|words|sentences|avoid|without|don['’]?t|do|brand|branded|company|on-brand|consistent|high|quality|good|great|nice|best|possible|aim|overall|total|all|throughout|rather|more|less|than|bit|little|slightly|und|aber|nicht|zu|der|die|das|ton|stil|bitte|sehr|einfach|y|el|la|los|tono|estilo|muy|sin|et|le|les|ton|très|sans|e|il|lo|stile|molto|o|os|as|tom|muito|sem|en|de|het|toon|stijl|heel|nicht|kein|keine|courte?s?|corto|breve|curto|kort|korte|kurze[rns]?|pero|aber|mais|mas|ma|maar|niet|non|nunca|jamais|zu|mit|con|avec|com|in|im|un|una|une|um|uma|einem|einer|registro|anrede|trato|tratamiento|style|registre|tonfall|ansprache|trop|troppo|demasiado|demais|siempre|toujours|sempre|plutôt|assez|bastante|piuttosto|por favor|svp|s['’]il vous plaît|per favore|talk|speak|naturally|human|person|friend|people|someone|story|flow|male|female|woman|man|narrator|narration|intro|outro|logo|start|end|clearly|directly|viewer|viewers|audience|motion|graphics|b-?roll|overlays?|bars|\\+)$`)
