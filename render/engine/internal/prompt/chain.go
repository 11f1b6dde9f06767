package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// chain cuts "start with X, then show Y" into its two instructions.
func (p *parser) chain(s string) (string, string, bool) {
	if !p.isOrder(s) || p.isMake(p.stripLead(s)) {
		return "", "", false
	}
	for _, at := range chainRE.FindAllStringIndex(s, -1) {
		rest := s[at[1]:]
		sep := strings.TrimSpace(s[at[0]:at[1]])
		m := p.t.Tell.FindStringIndex(rest)
		order := m != nil && p.tells(rest, m[1]) || p.t.End.MatchString(rest)
		if joinsAbroad.MatchString(sep) {
			order = !p.inEnglish() && m != nil && asksNext.MatchString(rest[m[1]:])
		}
		if sep == "," && !p.t.End.MatchString(rest) {
			order = false // a comma alone parts a list
		}
		if order && strings.Count(s[:at[0]], `"`)%2 == 0 && strings.Count(s[:at[0]], "“") == strings.Count(s[:at[0]], "”") {
			return s[:at[0]], rest, true
		}
	}
	if m := andSay.FindStringSubmatch(s); m != nil && p.inEnglish() && strings.Count(m[1], `"`)%2 == 0 {
		return m[1], m[2], true
	}
	return "", "", false
}

// andSay joins an order to say something to another order: "show the sales and say which month
// was best", "keep it short and end with our motto".
var andSay = pattern.New(`(?i)^(.+?\S) and (?:also )?((?:say|tell|explain|mention|point out) (?:which|who|what|when|where|why|how|that)\b.+|(?:end|finish|close) (?:it )?(?:with|on|by)\s.+)$`)

var chainRE = pattern.New(`(?i),? (?:and )?then |, and (?:also )?|; (?:then )?|,? (?:und|y|e|et|en) |, `)

// joinsAbroad joins two orders in other languages than English, where the second one asks.
var (
	joinsAbroad = pattern.New(`(?i)^,? ?(?:und|y|e|et|en)$`)
	asksNext    = pattern.New(`(?i)^[,\s]*(?:wie|warum|was|wann|wo|welche\p{L}*|dass|qué|cómo|cuándo|dónde|cuál(?:es)?|por qué|que|quelle?s?|comment|pourquoi|quand|où|qu['’]|como|quando|onde|qual|quais|por que|come|perché|quando|dove|quale|quali|che|hoe|waarom|wanneer|waar|welke?|dat)(?:\s|\b)`)
)
