package prompt

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// This file sets two things side by side that are to be compared, in languages other than
// English.

// compareIn orders to compare things.
var compareIn = map[string]string{"de": "Vergleiche ", "es": "Compara ", "fr": "Compare ", "it": "Confronta ", "pt": "Compare ", "nl": "Vergelijk ", "ar": "قارن ", "he": "השוו "}

// compares carries out an order to compare things that says itself what each of them has:
// "Compara el tren y el avión: el tren tarda 2 h; el avión tarda 4 h". It reports whether it
// does; without that, r orders to compare them.
func (p *parser) compares(o grammar.Relay, r *reading) bool {
	if o.Video != "" {
		p.ofTheVideo(o.Video, r.Line)
	}
	head, rest, ok := strings.Cut(o.What, ":")
	r.text = compareIn[p.t.Code] + strings.TrimSpace(head)
	if !ok || strings.TrimSpace(rest) == "" {
		return false
	}
	p.orders++
	p.comparedNames = namesIn(p.t, head)
	in := comparesIn[p.t.Code]
	p.compared = prose.Stop(in.re.ReplaceAllString(r.text, in.with))
	p.say(brief.Point{Form: brief.Clause, Text: p.compared, Role: brief.Hook, Asked: true}, r.Sentence)
	for _, c := range p.sideClauses(strings.TrimSpace(rest)) {
		p.said++
		p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(prose.Upper(strings.TrimSpace(c))), Asked: true}, r.Sentence)
	}
	return true
}

// sideClauses parts what is said of each side.
func (p *parser) sideClauses(s string) []string {
	if parts := strings.Split(s, "; "); len(parts) > 1 {
		return parts
	}
	if parts := splitOutside(s, ", "); len(parts) == 2 && p.isClause(parts[0]) && p.isClause(parts[1]) {
		return parts
	}
	return []string{s}
}

// saidSides makes one comparison of two sentences that say what each of two things has:
// "El Básico cuesta 9 € e incluye 3 usuarios. El Pro cuesta 29 €." The words stay.
func (p *parser) saidSides(a, b brief.Point) (brief.Point, bool) {
	if slices.ContainsFunc(p.b.Points, func(pt brief.Point) bool { return pt.Form == brief.Compare }) {
		return brief.Point{}, false // the order names the two, and what is told of them is theirs
	}
	if a.Form != brief.Clause || b.Form != brief.Clause || a.Role != brief.Body || b.Role != brief.Body {
		return brief.Point{}, false
	}
	x, has := p.subjectOf(a.Text)
	y, have := p.subjectOf(b.Text)
	if x == "" || y == "" || strings.EqualFold(x, y) || len(has) > 4 || len(have) > 4 {
		return brief.Point{}, false
	}
	pt := a
	pt.Form, pt.Text, pt.Said = brief.Contrast, "", prose.Stop(a.Text)+" "+prose.Stop(b.Text)
	pt.Items, pt.Rows = []brief.Item{{Title: x}, {Title: y}}, [][]string{has, have}
	return pt, true
}

// subjectOf parts a sentence at its first verb: the thing that it is about, without its
// article, and what it has or does. "" = it has no such thing.
func (p *parser) subjectOf(s string) (thing string, does []string) {
	s = prose.Unstop(s)
	at := p.t.Finite.FindStringIndex(s)
	for _, name := range p.comparedNames {
		if rest, ok := cutFold(s, name); ok && strings.HasPrefix(rest, " ") {
			at = []int{len(s) - len(rest)}
		}
	}
	if at == nil || at[0] == 0 || strings.ContainsAny(s[:at[0]], ",:;") || prose.Words(s[:at[0]]) > 4 || !anyDigits.MatchString(s) {
		return "", nil
	}
	thing = articleAny.ReplaceAllString(strings.TrimSpace(s[:at[0]+1]), "")
	rest := strings.TrimSpace(s[at[0]:])
	for _, part := range splitOutside(rest, ", ") {
		for and := p.t.And.FindStringIndex(part); and != nil && p.verbFirst(part[and[1]:]); and = p.t.And.FindStringIndex(part) {
			does, part = append(does, strings.TrimSpace(part[:and[0]])), part[and[1]:]
		}
		does = append(does, strings.TrimSpace(part))
	}
	return strings.TrimSpace(thing), does
}

// namesIn are the two things that an order to compare them names, as it writes them.
func namesIn(t *grammar.Tongue, head string) []string {
	at := t.And.FindStringIndex(head)
	if at == nil {
		return nil
	}
	return []string{strings.TrimSpace(head[:at[0]]), strings.TrimSpace(head[at[1]:])}
}

// cutFold takes what s begins with off, in small or in capital letters.
func cutFold(s, head string) (string, bool) {
	if len(s) < len(head) || head == "" || !strings.EqualFold(s[:len(head)], head) {
		return s, false
	}
	return s[len(head):], true
}

// verbFirst tells whether words begin with a verb.
func (p *parser) verbFirst(s string) bool {
	at := p.t.Finite.FindStringIndex(" " + s + " ")
	return at != nil && at[0] == 0 || beforeFigure.MatchString(s)
}

// beforeFigure is a word before a figure, where a verb stands: "emite 4 kg".
var beforeFigure = pattern.New(`^\p{Ll}{3,}\s[€$£]?\d`)

// articleAny is an article at the head of a name.
var articleAny = pattern.New(`(?i)^(?:el|la|los|las|le|les|l['’]|il|lo|i|gli|o|a|os|as|der|die|das|den|de|het|un|una|une|um|uma|ein|eine|een|unser\p{L}*|nuestr[oa]s?|notre|nos)(?:\s+|['’])`)

// sideLabel is one of the things that are compared, and what it has.
var sideLabel = pattern.New(`^(\p{L}[^:.]{1,30}):\s+(.+)$`)

// sideBySide sets the two things side by side that follow an order to compare them, each
// with what it has: "Huren: 45 euro per dag, geen contract. Leasen: 389 euro per maand, …".
func (p *parser) sideBySide() {
	if p.compared == "" {
		return
	}
	pts := p.b.Points
	for i := 0; i+1 < len(pts); i++ {
		pair, ok := p.sides(pts[i], pts[i+1])
		if !ok {
			continue
		}
		out := append([]brief.Point(nil), pts[:i]...)
		for k := range out {
			if out[k].Form == brief.Compare && len(out[k].Items) == 2 {
				out[k] = brief.Point{Form: brief.Clause, Text: p.compared, Role: brief.Hook, Asked: true, Line: out[k].Line, Col: out[k].Col}
			}
		}
		if p.b.Title == "" && (p.b.Subject == "" || p.b.Guessed) {
			p.b.Title, p.b.Subject, p.b.Announced = prose.Upper(pair.Items[0].Title)+" vs. "+pair.Items[1].Title, "", true
		}
		p.b.Points = append(append(out, pair), pts[i+2:]...)
		return
	}
}

// sides makes one comparison of two points that are labelled with what they are of.
func (p *parser) sides(a, b brief.Point) (brief.Point, bool) {
	if pair, ok := p.saidSides(a, b); ok {
		return pair, true
	}
	if a.Form == brief.List && b.Form == brief.List && a.Text != "" && b.Text != "" && len(a.Items) <= 5 && len(b.Items) <= 5 {
		return sideLists(a, b)
	}
	x, y := sideLabel.FindStringSubmatch(a.Text), sideLabel.FindStringSubmatch(b.Text)
	if a.Form != brief.Clause || b.Form != brief.Clause || x == nil || y == nil || len(p.splitItems(x[2])) < 2 || len(p.splitItems(y[2])) < 2 {
		return brief.Point{}, false
	}
	pt := a
	pt.Form, pt.Text = brief.Contrast, ""
	pt.Items = []brief.Item{{Title: strings.TrimSpace(x[1]), Body: prose.Unstop(x[2])}, {Title: strings.TrimSpace(y[1]), Body: prose.Unstop(y[2])}}
	return pt, true
}
