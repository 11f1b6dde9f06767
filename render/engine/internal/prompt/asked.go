package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// askWords begin a question, in languages that put nothing else before its verb.
var askWords = map[string]*pattern.Pattern{
	"de": grammar.Start(`(?:wer|was|wann|wo|warum|wieso|weshalb|wie|wen|wem|woran|womit|wozu|wofür|wie (?:viel|lange|oft)|für wen|welche[rsnm]? \p{L}+)(?:\s|$)`),
	"es": grammar.Start(`(?:(?:a|de|para|con|por|desde|hasta) )?(?:qué|quién|quiénes|cuándo|dónde|cómo|cuánto|cuánta|cuántos|cuántas|cuál|cuáles)(?:\s|$)`),
	"fr": grammar.Start(`(?:(?:à|de|pour|avec|depuis|jusqu['’]à) )?(?:qui|quoi|quand|où|pourquoi|comment|combien|quels?|quelles?|qu['’]est-ce)(?:\s|$)`),
	"pt": grammar.Start(`(?:(?:a|de|para|com|desde|até) )?(?:quem|o que|o quê|quando|onde|por que|por quê|porque|porquê|como|quanto|quanta|quantos|quantas|qual|quais)(?:\s|$)`),
	"it": grammar.Start(`(?:(?:a|di|da|per|con) )?(?:chi|che cosa|cosa|quando|dove|perché|come|quanto|quanta|quanti|quante|qual[ei]?)(?:\s|$)`),
	"nl": grammar.Start(`(?:(?:voor|met|van) )?(?:wie|wat|wanneer|waar|waarom|hoe|hoeveel|welke? \p{L}+)(?:\s|$)`),
}

// questionHead makes a question of a heading that is one: "Qué pasó" is asked as "¿Qué
// pasó?". "" = it is none, as "Was wir getan haben", whose verb comes last.
func (p *parser) questionHead(label string) string {
	re := askWords[p.t.Code]
	at := []int(nil)
	if re != nil {
		at = re.FindStringIndex(label)
	}
	if at == nil || prose.Words(label) > 8 {
		return ""
	}
	rest := strings.TrimSpace(label[at[1]:])
	if first := prose.FirstWords(rest, 1); rest != "" && (p.t.Code == "de" || p.t.Code == "nl") && !p.t.Finite.MatchString(" "+first+" ") {
		return ""
	}
	if p.t.Code == "fr" && strings.HasPrefix(strings.ToLower(label), "comment ") && !p.isClause(label) {
		return "" // "Comment faire" heads its steps
	}
	switch p.t.Code {
	case "es":
		return "¿" + prose.Upper(label) + "?"
	case "fr":
		return prose.Upper(label) + " ?"
	case "pt":
		if rest == "" && strings.EqualFold(label, "por que") {
			label = "Por quê"
		}
	}
	return prose.Upper(label) + "?"
}
