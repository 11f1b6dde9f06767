package telling

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// aMove is something whose price or value changes, with both values; aStay is one whose
// value stays. Group 1 is what it is, group 2 what becomes of it.
var (
	aMove = pattern.New(`(?i)^(.{2,40}?),? (?:(?:goes|moves|rises|falls|drops|changes|geht|steigt|sinkt|pasa|sube|baja|passe|monte|baisse|passa|sale|scende|sobe|cai|gaat|stijgt|daalt) )?((?:from|von|de|da|dal|du|van) (?:R\$|[€$£])?\s?\d[^,;]*? (?:to|auf|a|à|al|para|naar) (?:R\$|[€$£])?\s?\d[^,;]*)$`)
	aStay = pattern.New(`(?i)^(.{2,40}?),? ((?:stays|remains|is unchanged|bleibt|se queda|se mantiene|sigue|no cambia|reste|ne change pas|resta|rimane|non cambia|fica|continua|não muda|blijft)\b[^,;]*)$`)
)

// moves draws a sentence that tells what becomes of several prices as cards, one for
// each: "Basic from $29 to $32 a month, Team from $79 to $85, Enterprise stays at $149".
func (w *Writer) moves(b *Beat, s string) bool {
	t, lead := prose.Unstop(s), ""
	for _, sep := range []string{" : ", ": "} {
		if head, tail, ok := strings.Cut(t, sep); ok && prose.Words(head) <= 10 {
			lead, t = head, tail
			break
		}
	}
	parts, _ := w.partsOf(t)
	if len(parts) < 2 || len(parts) > 6 {
		return false
	}
	var items []scene.Item
	moved := 0
	for _, p := range parts {
		m := aMove.FindStringSubmatch(p)
		if m != nil {
			moved++
		} else if m = aStay.FindStringSubmatch(p); m == nil {
			return false
		}
		name := prose.Upper(w.Wording.Noun(strings.TrimSpace(m[1])))
		if len(w.Counts(name)) > 0 || utf8.RuneCountInString(m[2]) > 48 {
			return false
		}
		items = append(items, scene.Item{Title: name, Body: prose.Upper(strings.TrimSpace(m[2])), Icon: "coin"})
	}
	if moved == 0 {
		return false
	}
	b.Kind, b.Items, b.Figure, b.Label, b.Subtitle, b.Plain = scene.Points, items, nil, "", "", false
	b.Headline, b.Heading, b.Whole = cmp.Or(Clip(prose.Upper(lead), 46+Longer), w.Wording.NumbersHead), lead, true
	Cues(b)
	return true
}

// movesList draws a list whose every item tells what becomes of a price.
func (w *Writer) movesList(b *Beat, pt *brief.Point) bool {
	var items []string
	for _, it := range pt.Items {
		if it.Body != "" {
			return false
		}
		items = append(items, it.Title)
	}
	s := strings.Join(items, w.Wording.Comma())
	if pt.Text != "" {
		s = strings.TrimRight(strings.TrimSpace(pt.Text), ":") + ": " + s
	}
	if !w.moves(b, s) {
		return false
	}
	b.Words = []string{prose.Upper(prose.Stop(s))}
	return true
}
