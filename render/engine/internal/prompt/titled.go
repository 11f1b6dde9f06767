package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// directedIn is the language that a sentence directs the agent in, where it is not the one
// of the prompt: "End with the sentence: « Merci d'avance »" among French ones. "" = it is
// in the prompt's own.
func (p *parser) directedIn(text string) string {
	if code := otherThan(text, p.t.code); code != "" && tongues[code] != nil {
		return code
	}
	words := outsideQuotes(text)
	if p.t.code != "en" && english.style.MatchString(words) && Words(words) <= 8 && (lookup(languages, words) != "" || english.prod.MatchString(words)) && otherThan(words, "en") == "" {
		return "en" // "Use European Portuguese."
	}
	best, counts := tally(words)
	if best == "" || best == p.t.code || tongues[best] == nil || counts == nil || counts[best] <= 2*counts[p.t.code] || Words(words) < 2 {
		return ""
	}
	q := &parser{b: &draft{}, t: tongues[best], noted: map[string]bool{}, orders: 1}
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
	if p.t.code == "en" {
		return head
	}
	said, whole := 0, head
	var inside []string
	for _, in := range parenRE.FindAllString(head, -1) {
		if inner := strings.Trim(in, "() "); p.allProduction(inner) || headLength.MatchString(inner) || p.t.noun.MatchString(" "+inner+" ") && duration(inner) > 0 {
			inside = append(inside, inner)
			head = strings.Join(strings.Fields(strings.Replace(head, in, " ", 1)), " ")
			said++
		}
	}
	parts := splitOutside(Unstop(head), ", ")
	for _, x := range parts[1:] {
		x = strings.TrimSpace(x)
		video := p.t.noun.MatchString(" "+x+" ") && (duration(x) > 0 || lookup(orientations, x) != "")
		if video {
			said++
			continue
		}
		if _, ok := p.audienceTail(x); !ok && (!p.production(x) || Words(x) > 5) && firstIndex(x, headLength, headPlace, headShape) == nil {
			return whole
		}
		if duration(x) > 0 || headShape.MatchString(x) || p.production(x) {
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
			if m := p.t.forWho.FindStringIndex(" " + x + " "); m != nil && p.b.Audience == "" && p.t.noun.MatchString(" "+x[:max(0, m[0])]+" ") {
				p.b.Audience = behind(x+" ", m[1])
			}
			if d := duration(x); d > 0 {
				p.b.length(x, d)
			}
			p.direct(x, at)
		}
		if p.b.Purpose == "" {
			p.b.Purpose = purposeOf(name)
		}
	})
	for _, x := range parts[1:] {
		if !p.t.noun.MatchString(" " + x + " ") {
			p.unheeded(strings.TrimSpace(x), at)
		}
	}
	return name
}

// titled reads a first sentence that is a title with what the video shall be, and behind
// its colon what it says: "Offre d'emploi en vidéo, 30 secondes, format carré : …".
func (p *parser) titled(text string, s sentence) bool {
	if p.t.code == "en" || p.b.Title != "" || p.b.Subject != "" || p.verbatim {
		return false
	}
	head, rest := cutHead(text)
	name := p.unproduced(head, s.line)
	if name == head || Words(name) > 9 || p.isClause(name) || duration(name) > 0 && p.onlyLength(name) {
		return false
	}
	p.orders++
	if r := Unstop(rest); Words(name) == 1 && Words(r) >= 2 && Words(r) <= 10 && !anyDigit.MatchString(r) && !p.isClause(r) && len(p.splitItems(r)) <= 2 {
		p.b.Title = Upper(r) // "Comparativo: Plano Básico x Plano Família"
		return true
	}
	if !Genre(name) {
		p.b.Title = Upper(p.audienceCut(name))
	}
	return p.headRest(rest, s)
}

// inItsTongue reads the rest of a sentence by the language that it directs in.
func (p *parser) inItsTongue(r *reading) bool {
	if code := p.directedIn(r.text); code != "" {
		p.t = tongues[code]
	}
	return false
}
