package telling

import (
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// orderForms is how a language tells somebody to do something, by its forms: a verb that
// begins its clause, without anybody who does it, and what it is done to.
type orderForms struct {
	sure *pattern.Pattern // a form that is nothing else, or one with its object right behind it
	form *pattern.Pattern // a form that may be another word
}

func ordersBy(sure, forms, objects string) orderForms {
	return orderForms{
		sure: pattern.New(`(?i)^(?:` + sure + `|\p{L}*(?:` + forms + `) (?:` + objects + `)\b)`),
		form: pattern.New(`(?i)^\p{L}*(?:` + forms + `)(?:\s|$)`),
	}
}

var imperatives = map[string]orderForms{
	"de": ordersBy(`\p{L}{2,}n Sie\s`, `\p{L}{2}[bdfgklmnprstzße]`, `den|die|das|dem|euch|dir|dich|ihn|sie|es|(?:dein|eur|ein|kein|all|jed)e?[nmrs]?`),
	"es": ordersBy(`\p{L}+(?:[^di]ad|[^i]dad|[^r]ed|[^e]id)(?:l[oae]s?)? (?:el|la|los|las|un|una|a|al|en|con|bien|vuestr[oa]s?|que|hasta)\s`, `\p{L}{2}[ae](?:l[oae]s?)?`, `el|la|los|las|unos?|unas?|tus?|sus?|bien|hasta`),
	"fr": ordersBy(`(?:ne )?(?:faites|dites)(?:\s|-)`, `\p{L}ez(?:-(?:l[ea]s?|vous|y|en))?`, `\p{L}+|l['’]`),
	"it": ordersBy(`(?:fate|dite) `, `\p{L}{2}(?:[aei]te(?:l[oaei])?|[ai](?:l[oaei])?)`, `il|lo|la|i|gli|le|un|una|uno|bene|il vostro|l['’]`),
	"pt": ordersBy(`(?:faça|ponha) `, `\p{L}{2}[ae](?:-[oa]s?)?`, `o|os|as|um|uma|seus?|suas?|bem|até|a \p{Ll}`),
}

// notImperative begins clauses like the forms above and gives no order.
var notImperative = pattern.New(`(?i)^(?:chez|assez|nez|rez|und|oder|aber|denn|dann|wenn|weil|dass|ob|auch|nur|noch|für|mit|von|vor|aus|bei|seit|nach|um|ohne|durch|gegen|unter|über|hinter|neben|zwischen|wird|ist|hat|sind|que|de|para|entre|sobre|desde|durante|hasta|este|esta|esse|essa|toda|cada|nuestra|nossa|nostra|nostri|ella|ela|una|uma|la|le|se|fra|tra|contra|contro)\s`)

// tellsToDo tells whether every part of a list is an order by its form, in a language
// whose verbs are too many to be listed: "Füllt den Tank, stellt die Tasse darunter und
// lasst sie vorwärmen". One of them may lack an object.
func (w *Writer) tellsToDo(parts []string) bool {
	if w.Wording.Code == "en" {
		return w.englishOrders(parts)
	}
	form, ok := imperatives[w.Wording.Code]
	if !ok || len(parts) < 3 {
		return false
	}
	sure := 0
	for i, p := range parts {
		p = strings.TrimSpace(p)
		if p == "" || notImperative.MatchString(p) || i > 0 && unicode.IsUpper([]rune(p)[0]) {
			return false
		}
		if form.sure.MatchString(p) {
			sure++
		} else if !form.form.MatchString(p) {
			return false
		}
	}
	return sure >= len(parts)-1 && form.sure.MatchString(parts[0])
}

// englishOrders tells the same of an English list. A verb at the head of a part has no form of
// its own; a noun is never followed by an article. Where half of the parts are orders by that,
// others that state nothing are, too: "Plant lavender, avoid pesticides, leave some dead wood".
func (w *Writer) englishOrders(parts []string) bool {
	sure := 0
	for i, p := range parts {
		p = strings.TrimSpace(p)
		switch {
		case isOpen.MatchString(p):
			return false
		case w.Wording.VerbFirst.MatchString(p+" ") || isOrdered(p):
			sure++
		case len(parts) < 3 || prose.Words(p) < 2 || prose.Words(p) > 6 || hangsOn.MatchString(p) || noOrder.MatchString(p) || i > 0 && unicode.IsUpper([]rune(p)[0]) || grammar.Predicate(p):
			return false
		}
	}
	return sure*2 >= len(parts)
}

// isOrdered tells an English order by its first two words: "Face the camera", "store it dry".
func isOrdered(p string) bool {
	words := grammar.Tags(p)
	if len(words) < 2 || !beforeNoun.MatchString(words[1].Text) {
		return false
	}
	return strings.HasPrefix(words[0].Tag, "NN") && words[0].Tag != "NNS" || words[0].Tag == "VB"
}

var (
	// beforeNoun stands before a noun or for one, and never behind one.
	beforeNoun = pattern.New(`(?i)^(?:the|your|our|an?|it|them|him|her|us|me|this|these|those|some|any|every|each|my|their|yourself)$`)
	// noOrder begins what names a thing.
	noOrder = pattern.New(`(?i)^(?:\d+|the|an?|our|your|my|their|its|this|these|those|no|some|all|free|new|more|less|every|each|both|two|three|four|in|on|at|from|with|for|of|by|to|until|we|you|they|it|he|she|i)\b|^[\p{L}-]+(?:s|ed|ing|ly)\b`)
	// isOpen says when something is open.
	isOpen = pattern.New(`(?i)^(?:open|close) (?:till|until|from|at|on|to|daily|every|all|24|\d)`)
)
