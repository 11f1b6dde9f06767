package script

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/prompt"
)

// clip shortens s to at most n characters at a clause, else at a word that may
// end a line. It never breaks a word and adds no ellipsis.
func clip(s string, n int) string {
	s = strings.TrimSpace(s)
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	for _, sep := range []string{". ", "? ", "! ", "; ", ": ", " – ", " — ", ", "} {
		if head, _, ok := strings.Cut(s, sep); ok && utf8.RuneCountInString(head) <= n && utf8.RuneCountInString(head) >= n/3 && prompt.Words(head) >= 2 {
			if sep == "? " || sep == "! " {
				head += strings.TrimSpace(sep)
			}
			return head
		}
	}
	f := strings.Fields(s)
	out := ""
	for _, w := range f {
		next := strings.TrimSpace(out + " " + w)
		if utf8.RuneCountInString(next) > n {
			break
		}
		out = next
	}
	if out == "" && len(f) > 0 {
		return f[0]
	}
	for i := 0; i < 3; i++ {
		t := danglers.ReplaceAllString(out, "")
		if t == out {
			break
		}
		out = t
	}
	return strings.TrimRight(out, ",;:–—- ")
}

var danglers = regexp.MustCompile(`(?i)\s+(?:a|an|the|of|to|for|and|or|in|on|at|with|by|from|that|which|your|our|its|their|is|are|as|so|but|than|per|every|within|into|when|while|because|if|der|die|das|den|dem|des|ein|eine|einen|und|oder|mit|für|von|zu|im|in|auf|dass|el|la|los|las|de|del|que|y|o|en|con|por|para|un|una|su|le|les|du|et|ou|avec|pour|une|sur|dans|qui|os|as|do|da|e|em|com|um|uma|il|lo|gli|di|che|per|nel|della|al|tu|in)$`)

// headline makes a short finding of a sentence: no leading pronoun, no full
// stop, at most n characters.
func (w *writer) headline(s string, n int) string {
	s = strings.TrimSpace(s)
	question := strings.HasSuffix(s, "?")
	t := prompt.Unstop(s)
	if !question {
		if r := w.w.pronoun.ReplaceAllString(t, ""); prompt.Words(r) >= 2 {
			t = r
		}
	}
	if utf8.RuneCountInString(t) > n {
		for _, re := range clauseEnds {
			if at := re.FindStringIndex(t); at != nil {
				head := strings.TrimSpace(t[:at[0]])
				if utf8.RuneCountInString(head) <= n && prompt.Words(head) >= 2 {
					return prompt.Upper(head)
				}
			}
		}
		return prompt.Upper(clip(t, n))
	}
	if question {
		return prompt.Upper(t) + "?"
	}
	return prompt.Upper(t)
}

var clauseEnds = []*regexp.Regexp{
	regexp.MustCompile(`[;:] | [–—] `),
	regexp.MustCompile(`, `),
	regexp.MustCompile(`(?i) (?:because|so that|so|which|when|while|before|after|without|weil|damit|sodass|porque|cuando|parce que|quand|quando|perché) `),
	regexp.MustCompile(`(?i) (?:and|und|y|et|e) `),
}
