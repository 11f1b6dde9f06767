package prompt

import (
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/pattern"
)

var nameRE = pattern.New(`\p{Lu}[\p{L}\d'’-]*(?:\.[\p{L}\d]+)*(?: \p{Lu}[\p{L}\d'’-]*){0,2}`)

// spokenOf finds what a script without a headed topic is about: the name that its
// address has, else the one that its sentences come back to. "" = none is sure.
func (p *parser) spokenOf(text, lang string) string {
	host := ""
	if u := URL(text); u != "" {
		u = strings.TrimPrefix(strings.TrimPrefix(u, "https://"), "http://")
		u, _, _ = strings.Cut(strings.TrimPrefix(u, "www."), "/")
		parts := strings.Split(u, ".")
		host = strings.ReplaceAll(strings.ToLower(parts[max(0, len(parts)-2)]), "-", "")
	}
	seen, inside := map[string]int{}, map[string]bool{}
	var order []string
	var spoken []string
	for _, pt := range p.b.Points {
		if pt.Form != Quote && pt.Form != Code {
			spoken = append(spoken, pt.Text)
		}
	}
	for _, sc := range p.b.Scenes {
		spoken = append(spoken, sc.Say, sc.Visual)
	}
	for _, s := range spoken {
		s = quotesRE.ReplaceAllStringFunc(s, func(q string) string { return strings.Trim(q, `"“”«»`) })
		for _, at := range nameRE.FindAllStringIndex(s, -1) {
			n := strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(s[at[0]:at[1]], "'s"), "’s"), ".-'’")
			if first, rest, ok := strings.Cut(n, " "); ok && at[0] == 0 && stopIndex[strings.ToLower(first)] != nil {
				n = rest // "The Alps", "Our Focusbar"
			}
			if len([]rune(n)) < 3 || stopIndex[strings.ToLower(n)] != nil || monthRE.MatchString(n) {
				continue
			}
			if squashed := strings.ToLower(strings.NewReplacer(" ", "", "-", "", ".", "").Replace(n)); host != "" && (squashed == host || len(host) >= 4 && strings.HasPrefix(squashed, host)) {
				return n
			}
			if seen[n] == 0 {
				order = append(order, n)
			}
			seen[n]++
			inside[n] = inside[n] || at[0] > 0 && !strings.ContainsAny(s[max(0, at[0]-2):at[0]], ".!?:")
		}
	}
	best := ""
	if lang == "de" || p.b.Level == Scenes {
		return "" // every German noun has a capital; scenes name their own titles
	}
	for _, n := range order {
		if seen[n] >= 2 && inside[n] && unicode.IsUpper([]rune(n)[0]) && (best == "" || seen[n] > seen[best]) {
			best = n
		}
	}
	return best
}

var monthRE = pattern.New(`^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)$`)
