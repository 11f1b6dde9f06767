package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// directedIn is the language that a sentence directs the agent in, where it is not the one
// of the prompt: "End with the sentence: « Merci d'avance »" among French ones. "" = it is
// in the prompt's own.
func (p *parser) directedIn(text string) string {
	if code := grammar.OtherThan(text, p.t.Code); code != "" && grammar.Tongues[code] != nil {
		return code
	}
	words := prose.OutsideQuotes(text)
	if p.t.Code != "en" && grammar.English.Style.MatchString(words) && prose.Words(words) <= 8 && (prose.Lookup(grammar.Languages, words) != "" || grammar.English.Production.MatchString(words)) && grammar.OtherThan(words, "en") == "" {
		return "en" // "Use European Portuguese."
	}
	best, counts := grammar.Tally(words)
	if best == "" || best == p.t.Code || grammar.Tongues[best] == nil || counts == nil || counts[best] <= 2*counts[p.t.Code] || prose.Words(words) < 2 {
		return ""
	}
	q := &parser{b: &draft{}, t: grammar.Tongues[best], noted: map[string]bool{}, orders: 1}
	if !q.isOrder(words) && !q.isOrder(text) {
		return ""
	}
	return best
}

// inVideo says of a thing that it is to be a video: "offre d'emploi en vidéo".
var inVideo = pattern.New(`(?i)\s(?:en|in|als|em|como|come|als|per|por|op) (?:vidéo|v[ií]deo|video)$`)

// unproduced takes what a heading says of the video off it, between its commas:
// "Quartalszahlen Q2 für die Belegschaft, 60 Sekunden, ruhiger Ton" is "Quartalszahlen Q2".
// A heading that says nothing of it stays as it is.
func (p *parser) unproduced(head string, at int) string {
	if p.t.Code == "en" {
		return head
	}
	said, whole := 0, head
	var inside []string
	for _, in := range parenRE.FindAllString(head, -1) {
		if inner := strings.Trim(in, "() "); p.allProduction(inner) || headLength.MatchString(inner) || p.t.Noun.MatchString(" "+inner+" ") && prose.Duration(inner) > 0 {
			inside = append(inside, inner)
			head = strings.Join(strings.Fields(strings.Replace(head, in, " ", 1)), " ")
			said++
		}
	}
	parts := splitOutside(prose.Unstop(head), ", ")
	for _, x := range parts[1:] {
		x = strings.TrimSpace(x)
		video := p.t.Noun.MatchString(" "+x+" ") && (prose.Duration(x) > 0 || prose.Lookup(layout.Orientations, x) != "")
		if video {
			said++
			continue
		}
		if _, ok := p.audienceTail(x); !ok && (!p.production(x) || prose.Words(x) > 5) && firstIndex(x, headLength, headPlace, headShape) == nil {
			return whole
		}
		if prose.Duration(x) > 0 || headShape.MatchString(x) || p.production(x) {
			said++
		}
	}
	name := inVideo.ReplaceAllString(strings.TrimSpace(parts[0]), "")
	if said == 0 || p.isMake(name) {
		return whole
	}
	p.understand(at, head, func() {
		for _, x := range append(inside, parts[1:]...) {
			if who, ok := p.audienceTail(strings.TrimSpace(x)); ok && p.b.Audience == "" {
				p.b.Audience = who
				continue
			}
			if m := p.t.ForWho.FindStringIndex(" " + x + " "); m != nil && p.b.Audience == "" && p.t.Noun.MatchString(" "+x[:max(0, m[0])]+" ") {
				p.b.Audience = prose.Behind(x+" ", m[1])
			}
			if d := prose.Duration(x); d > 0 {
				p.b.length(x, d)
			}
			p.direct(x, at)
		}
		if p.b.Purpose == "" {
			p.b.Purpose = grammar.PurposeOf(name)
		}
	})
	for _, x := range parts[1:] {
		if !p.t.Noun.MatchString(" " + x + " ") {
			p.unheeded(strings.TrimSpace(x), at)
		}
	}
	return name
}

// titled reads a first sentence that is a title with what the video shall be, and behind
// its colon what it says: "Offre d'emploi en vidéo, 30 secondes, format carré : …".
func (p *parser) titled(text string, s prose.Sentence) bool {
	if p.t.Code == "en" || p.b.Title != "" || p.b.Subject != "" || p.verbatim {
		return false
	}
	head, rest := cutHead(text)
	name := p.unproduced(head, s.Line)
	if name == head || prose.Words(name) > 9 || p.isClause(name) || prose.Duration(name) > 0 && p.onlyLength(name) {
		return false
	}
	p.orders++
	if r := prose.Unstop(rest); prose.Words(name) == 1 && prose.Words(r) >= 2 && prose.Words(r) <= 10 && !anyDigit.MatchString(r) && !p.isClause(r) && len(p.splitItems(r)) <= 2 {
		p.b.Title = prose.Upper(r) // "Comparativo: Plano Básico x Plano Família"
		return true
	}
	if !Genre(name) {
		p.b.Title = prose.Upper(p.audienceCut(name))
	}
	return p.headRest(rest, s)
}

// inItsTongue reads the rest of a sentence by the language that it directs in.
func (p *parser) inItsTongue(r *reading) bool {
	if code := p.directedIn(r.text); code != "" {
		p.t = grammar.Tongues[code]
	}
	return false
}
