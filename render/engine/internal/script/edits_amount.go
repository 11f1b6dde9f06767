package script

import (
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
)

// amountRE is a number with its unit before or behind it.
var amountRE = pattern.New(`(?i)^([€$£¥]?)\s?(\d[\d.,]*)\s?([€$£¥%]|\p{L}+(?: \p{L}+)?)?$`)

// unitSpellings are the signs of units with the words that are said for them.
var unitSpellings = [][]string{
	{"€", "euros", "euro", "Euro", "EUR"},
	{"$", "dollars", "dollar", "Dollar", "dólares", "dollari", "USD"},
	{"£", "pounds", "pound", "Pfund", "libras", "sterline", "GBP"},
	{"%", "percent", "per cent", "Prozent", "por ciento", "pour cent", "por cento", "per cento", "procent"},
}

// amounts are the other ways in which an amount may stand in a video, each with what
// takes its place: of "79 euros" by "89 euros" they are "€79" and "79 €" by "€89" and
// "89 €". There are none where nothing but the unit changes.
func amounts(old, with string) [][2]string {
	a, b := amountRE.FindStringSubmatch(strings.TrimSpace(old)), amountRE.FindStringSubmatch(strings.TrimSpace(with))
	if a == nil || b == nil || a[2] == b[2] {
		return nil
	}
	from, to := unitOf(a), unitOf(b)
	if from == nil || to == nil {
		return nil
	}
	var out [][2]string
	add := func(old, with string) {
		if p := [2]string{old, with}; !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	for _, between := range []string{"", " ", "\u00a0", "\u202f"} {
		add(from[0]+between+a[2], to[0]+between+b[2])
		add(a[2]+between+from[0], b[2]+between+to[0])
	}
	for i, word := range from[1:] {
		said := to[0]
		if i+1 < len(to) {
			said = to[i+1]
		}
		add(a[2]+" "+word, b[2]+" "+said)
	}
	as := func(p [2]string) bool { return p[0] == old }
	return slices.DeleteFunc(out, as)
}

func unitOf(m []string) []string {
	name := firstOf(m[1], m[3])
	for _, u := range unitSpellings {
		if slices.ContainsFunc(u, func(w string) bool { return strings.EqualFold(w, name) }) {
			return u
		}
	}
	return nil
}

// sameUnit tells whether two amounts are of one kind: money, shares, or bare numbers.
func sameUnit(a, b []string) bool {
	x, y := unitOf(a), unitOf(b)
	if x == nil || y == nil {
		return x == nil && y == nil && strings.EqualFold(firstOf(a[1], a[3]), firstOf(b[1], b[3]))
	}
	return x[0] == y[0]
}

// point changes the value of a chart that has a label: "Q2 should be 7".
func (e *editor) point(x edit.Edit) (string, error) {
	v, ok := number(x.With, e.b.Language)
	var found []string
	for i := range e.b.Scenes {
		d := e.b.Scenes[i].Series
		if d == nil || !ok {
			continue
		}
		for k, label := range d.Labels {
			if strings.EqualFold(label, strings.TrimSpace(x.Text)) && k < len(d.Values) {
				found = append(found, fmt.Sprintf("scene %d draws %s at %s instead of %g", i+1, label, x.With, d.Values[k]))
				d.Values[k] = v
			}
		}
	}
	switch len(found) {
	case 0:
		return "", fmt.Errorf("no chart has a value named %q: write replace \"old\" with \"new\"", x.Text)
	case 1:
		return found[0] + "; the words stay", nil
	}
	return "", fmt.Errorf("%d charts have a value named %q: edit the storyboard file", len(found), x.Text)
}
