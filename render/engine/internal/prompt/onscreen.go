package prompt

import (
	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

var (
	// putRE begins an order to show words as they are.
	putRE = pattern.New(`(?i)^(?:(?:please|and|also|then|bitte|por favor|s'il (?:vous|te) plaît|per favore),? )*(?:put|show|display|print|write|add|place|superimpose|include|have|keep|feature|blende[nt]?|zeige?n?|schreibe?n?|muestra|muestre|pon|ponga|escribe|escriba|affiche[zr]?|montre[zr]?|écri(?:s|vez)|mostra(?:te)?|mostre|scrivi(?:te)?|escreva|coloque|toon|zet|schrijf)\b`)
	// showRE begins an order that only what is seen can carry out, and barelyRE is what such
	// an order has beside the texts: Show "24 hours cold" and "€29".
	showRE   = pattern.New(`(?i)^(?:(?:please|and|also|then|bitte|por favor|s'il (?:vous|te) plaît|per favore),? )*(?:show|display|superimpose|zeige?n?|muestra|muestre|affiche[zr]?|montre[zr]?|mostra(?:te)?|mostre|toon)\b`)
	barelyRE = pattern.New(`(?i)^(?:\s|[,.;:&!]|\b(?:and|then|the|words?|texts?|line|lines|und|dann|die|den|text|worte?|y|las|palabras|et|les|mots|e|as|palavras|le|parole|en|de|woorden)\b)*$`)
	// seenRE says where they are to be read.
	seenRE = pattern.New(`(?i)\b(?:on[- ]screen|on the screen|in the picture|as (?:a )?(?:text|caption|title|super)|im bild|auf dem (?:bildschirm|schirm)|einblenden|ein[.!]?$|en pantalla|en la pantalla|na tela|no ecrã|a schermo|sullo schermo|in beeld|op het scherm)\b|\bein[.!]?$|à l['’]écran`)
	// singleRE is text in single quotation marks, which apostrophes are none of.
	singleRE = pattern.New(`(?:^|[\s(])['‘]([^\s'‘’][^'‘’]*|[^'‘’]*\p{L}['’]\p{L}[^'‘’]*)['’](?:[\s.,;:)]|$)`)
)

// putOnScreen reads an order to show words exactly: Put "Don't panic" and 'Call 112' on
// screen.
func (p *parser) putOnScreen(text string, s prose.Sentence) bool {
	if !putRE.MatchString(text) {
		return false
	}
	rest := prose.QuotesRE.ReplaceAllString(text, " ")
	texts := prose.Quoted(text)
	for _, m := range singleRE.FindAllStringSubmatch(rest, -1) {
		texts = append(texts, m[1])
	}
	rest = singleRE.ReplaceAllString(rest, " ")
	if seen := seenRE.MatchString(rest) || showRE.MatchString(rest) && barelyRE.MatchString(showRE.ReplaceAllString(rest, "")); len(texts) == 0 || !seen || prose.Words(rest) > 12 {
		return false
	}
	p.orders++
	for _, t := range texts {
		p.b.Screen = append(p.b.Screen, brief.Literal{Text: t, Line: s.Line})
	}
	return true
}
