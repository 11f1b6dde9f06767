package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// afterNoun is one word behind the noun of a Romance order: "vídeo interno para …".
var afterNoun = pattern.New(`^(\p{Ll}[\p{L}-]{3,18})(?:,? |$)`)

// genre parts what says the kind of video from the rest of an order in a language whose
// adjectives follow the noun: "educativo sobre dengue", "de agradecimiento de 45
// segundos para los socios".
func (p *parser) genre(tail string) (kind, rest string) {
	t := p.t
	if t.Code == "en" || t.Code == "de" || t.Code == "nl" || t.Code == "ar" || t.Code == "he" {
		return "", tail
	}
	rest = strings.TrimSpace(tail)
	for range 4 {
		if m := ofKind(rest); m != nil && (prose.Duration(m[1]) > 0 || grammar.PurposeOf(m[1]) != "" || prose.Lookup(styles, m[1]) != "" || toPresent.MatchString(m[1])) {
			kind, rest = kind+" "+m[1], strings.TrimSpace(rest[len(m[0]):])
			continue
		}
		m := afterNoun.FindStringSubmatch(rest)
		if m == nil {
			break
		}
		next := strings.TrimSpace(rest[len(m[1]):])
		if !p.leads(next) || p.leads(rest) {
			break
		}
		kind, rest = kind+" "+m[1], next
	}
	return strings.TrimSpace(kind), rest
}

// toPresent is a kind of video that presents something.
var toPresent = pattern.New(`(?i)^(?:présentation|presentación|presentazione|apresentação|présentations)$`)

// leads tells whether words begin with what comes before a topic or an audience, or
// with a length.
func (p *parser) leads(s string) bool {
	if m := ofKind(s); m != nil && prose.Duration(m[1]) > 0 {
		return true
	}
	for _, re := range []*pattern.Pattern{p.t.About, p.t.ForWho} {
		if at := re.FindStringIndex(" " + s + " "); at != nil && at[0] == 0 {
			return true
		}
	}
	return strings.HasPrefix(s, ":")
}
