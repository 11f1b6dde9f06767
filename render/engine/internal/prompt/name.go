package prompt

import (
	"cmp"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

var nameRE = pattern.New(`\p{Lu}[\p{L}\d'’-]*(?:\.[\p{L}\d]+)*(?: (?:& )?\p{Lu}[\p{L}\d'’-]*){0,2}`)

// calledThat says what the thing is called that the order names. Groups: the name, what else is
// said of it.
var calledThat = pattern.New(`^(?i:it['’]s|it is|the (?:\p{L}+ )?(?:name|title) is|(?:the|our|my) \p{L}+ is|(?:it['’]ll|it will) be) (?:(?i:called|named) )?(?:["“]([^"”]{2,50})["”]|(\p{Lu}[\p{L}\d'’-]*(?: (?:and |of |the |& )?\p{Lu}[\p{L}\d'’-]*){0,4}))(?:,? (?:and )?(.{6,}))?$`)

// calls gives a thing that the order names without its name that name: "It's called “Salt and
// Iron”". What else the sentence says is a sentence of its own.
func (p *parser) calls(text string, s prose.Sentence) bool {
	b := p.b
	m := calledThat.FindStringSubmatch(prose.Unstop(text))
	if m == nil || p.t.Code != "en" || p.verbatim || p.orders != 1 || p.said > 0 || b.Title != "" || b.About != "" || b.Subject == "" || properName(lastWord(b.Subject)) || !articleAfter.MatchString(b.Subject+" ") || monthRE.MatchString(prose.FirstWords(cmp.Or(m[1], m[2]), 1)) {
		return false
	}
	p.orders++
	b.Subject, b.About = cmp.Or(m[1], m[2]), b.Subject
	if rest := m[3]; rest != "" {
		if !pronounFirst.MatchString(rest) && p.isClause("it "+rest) {
			rest = "it " + rest
		}
		p.sentence(prose.Sentence{Text: prose.Upper(prose.Stop(rest)), Line: s.Line, Col: s.Col})
	}
	return true
}

// spokenOf finds what a script without a headed topic is about: the name that its
// address has, else the one that its sentences come back to. "" = none is sure.
func (p *parser) spokenOf(text, lang string) string {
	host := ""
	if u := prose.URL(text); u != "" {
		u = strings.TrimPrefix(strings.TrimPrefix(u, "https://"), "http://")
		u, _, _ = strings.Cut(strings.TrimPrefix(u, "www."), "/")
		parts := strings.Split(u, ".")
		host = strings.ReplaceAll(strings.ToLower(parts[max(0, len(parts)-2)]), "-", "")
	}
	seen, inside := map[string]int{}, map[string]bool{}
	var order []string
	var spoken []string
	for _, pt := range p.b.Points {
		if pt.Form != brief.Quote && pt.Form != brief.Code {
			spoken = append(spoken, pt.Text)
		}
	}
	for _, sc := range p.b.Scenes {
		spoken = append(spoken, sc.Say, sc.Visual)
	}
	for _, s := range spoken {
		s = prose.QuotesRE.ReplaceAllStringFunc(s, func(q string) string { return strings.Trim(q, `"“”«»`) })
		for _, at := range nameRE.FindAllStringIndex(s, -1) {
			n := strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(s[at[0]:at[1]], "'s"), "’s"), ".-'’")
			if first, rest, ok := strings.Cut(n, " "); ok && at[0] == 0 && grammar.StopIndex[strings.ToLower(first)] != nil {
				n = rest // "The Alps", "Our Focusbar"
			}
			if len([]rune(n)) < 3 || grammar.StopIndex[strings.ToLower(n)] != nil || monthRE.MatchString(n) {
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
	if lang == "de" || p.b.Level == brief.Scenes {
		return "" // every German noun has a capital; scenes name their own titles
	}
	for _, n := range order {
		if seen[n] >= 2 && inside[n] && unicode.IsUpper([]rune(n)[0]) && (best == "" || seen[n] > seen[best]) {
			best = n
		}
	}
	return best
}

var monthRE = pattern.New(`^(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thu|Thurs|Fri|Sat|Sun)s?|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)$`)
