package prompt

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// This file takes sentences apart that hold more than one order or fact, in English, so that
// each is read by itself: "welcome them, explain our values (a, b, c), what the first week
// looks like: Monday …, and whom to ask for help: …".

var (
	// tellsClause is an order to tell somebody something, and what follows behind a colon. Groups:
	// the order, the clause, the rest.
	tellsClause = pattern.New(`(?i)^((?:please )?(?:tell|inform|remind|let|notify|warn) (?:the |our |all |your |my )?[\p{L}-]+(?: [\p{L}-]+){0,3}? (?:know )?that )([^:"“]{8,90}): (\S.*)$`)
	// nextOrder begins the next order or question in a row of them.
	nextOrder  = pattern.New(`(?i)^(?:and |then |and then )?(?:welcome|explain|show|cover|mention|introduce|describe|list|remind|invite|thank|include|walk|highlight|point out|talk about|go over|what|how|why|when|where|whom?|which)\b`)
	asksItself = pattern.New(`(?i)^(?:what|how|why|when|where|whom?|which)\b`)
	// inAside is a row in brackets behind what it is of: "our values (customer first, …)".
	inAside = pattern.New(`^(.{3,60}?) \(([^()]*,[^()]*)\)$`)
	// quotedFor is a quotation that is to show something. Group: the quotation and who says it.
	quotedFor = pattern.New(`(?i)^(?:show|explain|tell|include|illustrate|add)\b[^:"“”]{3,60}: (["“][^"”]{5,200}["”],? (?:says|said|explains|writes|according to) .+)$`)
	// toneThenEnd is a tone, and how the video begins or ends: `warm and personal, end with "…"`.
	toneThenEnd = pattern.New(`(?i)^((?:[\p{L}-]+,? (?:and |but )?){0,4}[\p{L}-]+), ((?:end|open|start|begin|close|finish)(?: it| the video)? with .+)$`)
	// byLetters is a word whose letters stand for the steps behind it: "PASS: pull, aim, squeeze, sweep".
	byLetters = pattern.New(`^(?:(?:The |Remember )?)([A-Z]{3,7}): (.+)$`)
)

// apart takes the sentences of a paragraph apart.
func (p *parser) apart(ss []prose.Sentence) []prose.Sentence {
	if !p.inEnglish() || p.verbatim || p.material {
		return ss
	}
	var out []prose.Sentence
	for i, s := range ss {
		texts := []string{s.Text}
		if m := tellsClause.FindStringSubmatch(s.Text); m != nil && i == 0 && p.isClause(m[2]) && (p.isClause(m[3]) || anyDigit.MatchString(m[3])) {
			texts = []string{prose.Stop(m[1] + m[2]), prose.Upper(m[3])}
		} else if m := toneThenEnd.FindStringSubmatch(s.Text); m != nil && p.production(m[1]) {
			texts = []string{prose.Stop(m[1]), prose.Upper(m[2])}
		} else if m := quotedFor.FindStringSubmatch(s.Text); m != nil {
			texts = []string{m[1]}
		} else if row := p.rowOfOrders(s.Text); row != nil {
			texts = row
		} else if m := byLetters.FindStringSubmatch(s.Text); m != nil && spells(m[1], p.splitItems(prose.Unstop(m[2]))) {
			texts = []string{"Remember " + m[1] + ": " + m[2]}
		}
		for _, t := range texts {
			out = append(out, prose.Sentence{Text: t, Line: s.Line, Col: s.Col})
		}
	}
	return out
}

// rowOfOrders are the orders of one sentence, each as a sentence of its own; nil = it is no
// row, or one that is read as a whole.
func (p *parser) rowOfOrders(text string) []string {
	t := prose.Unstop(text)
	if !nextOrder.MatchString(t) || asksItself.MatchString(t) || strings.ContainsAny(t, `"“”`) || !strings.ContainsAny(t, ":(") || !p.isOrder(t) && !strings.HasPrefix(t, "Welcome ") {
		return nil
	}
	var parts []string
	ordered := false // by a second verb: what one covers is an agenda
	for _, x := range splitOutside(t, ", ") {
		if len(parts) > 0 && !nextOrder.MatchString(x) {
			parts[len(parts)-1] += ", " + x
			continue
		}
		ordered = ordered || len(parts) > 0 && !asksItself.MatchString(strings.TrimPrefix(x, "and "))
		parts = append(parts, x)
	}
	if len(parts) < 3 || !ordered {
		return nil
	}
	for i, x := range parts {
		x = strings.TrimPrefix(strings.TrimPrefix(x, "and "), "then ")
		if _, tail, ok := strings.Cut(x, ": "); asksItself.MatchString(x) && (!ok || strings.Contains(tail, ", ")) {
			x = "Explain " + x // "whom to ask: your buddy" says it itself
		}
		if m := inAside.FindStringSubmatch(x); m != nil {
			x = m[1] + ": " + m[2]
		}
		parts[i] = prose.Upper(prose.Stop(x))
	}
	return parts
}

// spells tells whether items begin with the letters of a word, one each.
func spells(word string, items []string) bool {
	if len(items) != len(word) {
		return false
	}
	for i, it := range items {
		r, _ := utf8.DecodeRuneInString(it)
		if unicode.ToUpper(r) != rune(word[i]) {
			return false
		}
	}
	return true
}
