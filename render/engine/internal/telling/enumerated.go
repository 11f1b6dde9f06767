package telling

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// enumerated draws an English sentence that names three things or more behind its verb, each
// in its own words: "Benefits are 25% night bonus, free parking, 32 days off and a four-week
// induction". Which words are a thing of their own is told by their parts of speech. With
// mixed, only things of which some have a figure and some none are drawn so: those that all
// have one stand in a row of figures.
func (w *Writer) enumerated(b *Beat, s string, mixed bool) bool {
	t := prose.Unstop(strings.TrimSpace(s))
	if w.Wording.Code != "en" || strings.ContainsAny(t, "?;:\"“”()") || prose.URL(t)+prose.Mail(t) != "" || turns.MatchString(t) {
		return false
	}
	words := grammar.Tags(t)
	verb := verbOf(words)
	if verb < 0 || verb+1 >= len(words) {
		return false
	}
	lead := words[:verb+1]
	things, joined := thingsIn(t, words[verb+1:])
	if len(things) < 3 || len(things) > ListMost || !joined && !has[strings.ToLower(words[verb].Text)] && !gives[strings.ToLower(words[verb].Text)] || w.anyOrder(things[1:]) || prose.Words(things[0]) == 1 && pronounFirst.MatchString(t) && !slices.ContainsFunc(things[1:], func(x string) bool { return prose.Words(x) != 2 }) {
		return false // "You build harbours, trade spices and outwit pirates" has three verbs
	}
	figures := 0
	for _, x := range things {
		if len(w.Counts(x)) > 0 {
			figures++
		}
	}
	if mixed && (figures == 0 || figures == len(things)) {
		return false
	}
	for _, x := range things {
		b.Items = append(b.Items, scene.Item{Title: w.Entry(prose.Upper(x), 46), Icon: Icon(x)})
	}
	b.Kind, b.Headline, b.Plain = scene.Points, w.enumeratedHead(t[:words[verb+1].At], lead), false
	Cues(b)
	if figures == 0 {
		w.listKind(b)
	}
	return true
}

// turns is a condition, a choice or a denial, whose things are not simply so.
var turns = pattern.New(`(?i)\b(?:if|when|unless|whether|or|instead|than|not|never|no|neither|nor|\w+n['’]t|but|because|so that|only)\b`)

// verbOf is the word of the one verb that a sentence's things stand behind, -1 = there is
// none. A day may stand before its subject.
func verbOf(words []grammar.Tagged) int {
	for i, x := range words {
		switch {
		case i == 0 && x.Tag == "VB":
			return i // "Expect live music, …"
		case x.Tag == "MD" && i+1 < len(words) && words[i+1].Tag == "VB":
			return i + 1
		case x.Tag == "VBZ" || x.Tag == "VBP" || x.Tag == "VBD":
			if i > 8 || i+1 < len(words) && (strings.HasPrefix(words[i+1].Tag, "V") || words[i+1].Tag == "TO" || words[i+1].Tag == "PRP") {
				return -1 // "has been", "wants to", "gives you"
			}
			return i
		case x.Tag == "," && i > 5, x.Tag == "CC" && i > 4, x.Tag == "WDT", x.Tag == "WP", x.Tag == "WRB":
			return -1
		}
	}
	return -1
}

// thingsIn are the things that words name one after the other, and whether an "and" stands
// before the last one; nil = something else is among them.
func thingsIn(t string, words []grammar.Tagged) (things []string, joined bool) {
	var parts [][]grammar.Tagged
	from := 0
	for i, x := range words {
		if x.Tag == "," {
			parts, from = append(parts, words[from:i]), i+1
		}
	}
	parts = append(parts, words[from:])
	last := parts[len(parts)-1]
	if len(last) > 0 && last[0].Tag == "CC" {
		parts[len(parts)-1], joined = last[1:], true
	} else if k := slices.IndexFunc(last, func(x grammar.Tagged) bool { return x.Tag == "CC" }); k > 0 && isThing(last[:k]) && isThing(last[k+1:]) && len(last[k+1:]) > 1 { // and not "tea and coffee"
		parts, joined = append(parts[:len(parts)-1], last[:k], last[k+1:]), true
	}
	for _, p := range parts {
		if !isThing(p) {
			return nil, false
		}
		z := p[len(p)-1]
		things = append(things, strings.TrimSpace(t[p[0].At:z.At+len(z.Text)]))
	}
	return things, joined
}

// isThing tells whether words are a noun with what belongs to it, or a doing by its gerund.
func isThing(words []grammar.Tagged) bool {
	if len(words) == 0 || len(words) > 9 {
		return false
	}
	switch tag := words[0].Tag; {
	case tag == "DT", tag == "CD", tag == "PRP$", tag == "VBG", tag == "$", strings.HasPrefix(tag, "J"), strings.HasPrefix(tag, "N"):
	case tag == "RB" && len(words) > 2: // "very good coffee"
	default:
		return false
	}
	noun := len(words) > 1 && words[0].Tag == "DT" // "a manual"
	for _, x := range words {
		switch {
		case x.Tag == "VBZ", x.Tag == "VBP", x.Tag == "VBD", x.Tag == "MD", x.Tag == "PRP", x.Tag == "WDT", x.Tag == "WP":
			return false
		case strings.HasPrefix(x.Tag, "N"), x.Tag == "VBG", x.Tag == "CD":
			noun = true
		}
	}
	return noun
}

// enumeratedHead stands above the things: what has them, or the words that lead to them.
func (w *Writer) enumeratedHead(lead string, words []grammar.Tagged) string {
	lead = strings.TrimSpace(lead)
	verb := words[len(words)-1].Text
	subject := strings.TrimSpace(lead[:strings.LastIndex(lead, verb)])
	switch {
	case has[strings.ToLower(verb)] && (subject == "" || pronounFirst.MatchString(subject+" ") || StartsPronoun.MatchString(subject)):
		return AtAGlance
	case has[strings.ToLower(verb)]:
		lead = subject
	}
	return Clip(prose.Upper(w.Wording.HeadArticle.ReplaceAllString(lead, "")), 40)
}

// gives are verbs of what somebody gets, whose things need no "and" between them.
var gives = map[string]bool{"offer": true, "offers": true, "get": true, "gets": true, "provide": true, "provides": true, "need": true, "needs": true, "bring": true}

// has are verbs that only tell what something is made of.
var has = map[string]bool{"is": true, "are": true, "was": true, "were": true, "'s": true, "’s": true, "'re": true, "has": true, "have": true, "includes": true, "include": true, "contains": true, "contain": true}
