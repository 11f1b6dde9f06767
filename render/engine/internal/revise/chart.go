package revise

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// point changes the value of a chart that has a label: "Q2 should be 7".
func (e *editor) point(x edit.Edit) (string, error) {
	v, ok := telling.Number(strings.TrimLeft(x.With, "€$£¥₪"), e.b.Language)
	if m := amountRE.FindStringSubmatch(x.With); m != nil && !ok { // "280k" of thousands, "3.6 million" as it is said
		for _, s := range e.b.Scenes {
			if u := cmp.Or(m[3], m[1]); s.Series != nil && (strings.EqualFold(u, s.Series.Unit) || u != "" && heard(s.Say, " "+u)) {
				v, ok = telling.Number(m[2], e.b.Language)
			}
		}
	}
	var found []string
	told := "; the words stay"
	for i := range e.b.Scenes {
		d := e.b.Scenes[i].Series
		if d == nil || !ok {
			continue
		}
		for k, label := range d.Labels {
			if strings.EqualFold(label, strings.TrimSpace(x.Text)) && k < len(d.Values) {
				found = append(found, fmt.Sprintf("scene %d draws %s at %s instead of %g", i+1, label, x.With, d.Values[k]))
				was := d.Values[k]
				d.Values[k] = v
				if e.sayPoint(i, was, x.With) {
					told = ", and says so"
				}
			}
		}
	}
	if year := strings.TrimSpace(x.Text); len(found) == 0 && telling.DigitsRE.MatchString(year) { // "2024 should be 2025"
		return e.replace(edit.Edit{Text: year, With: x.With, Scenes: x.Scenes})
	}
	switch len(found) {
	case 0:
		return "", fmt.Errorf("no chart has a value named %q: write replace \"old\" with \"new\"", x.Text)
	case 1:
		return found[0] + told, nil
	}
	return "", fmt.Errorf("%d charts have a value named %q: edit the storyboard file", len(found), x.Text)
}

// sayPoint says a value of the chart of scene i as it is now, where it is said once and no
// other value of the chart is the same.
func (e *editor) sayPoint(i int, was float64, with string) bool {
	s := &e.b.Scenes[i]
	is := ""
	if m := amountRE.FindStringSubmatch(with); m != nil {
		is = m[2]
	}
	old := ""
	for _, f := range e.writer().Figures(s.Say) {
		if v, ok := telling.Number(f.Text, e.b.Language); ok && v == was {
			if old != "" {
				return false
			}
			old = f.Text
		}
	}
	if old == "" || is == "" || slices.Contains(s.Series.Values, was) {
		return false
	}
	return e.substitute([]int{i}, old, is) > 0
}

// plotted changes the one value of a chart that is what is replaced.
func (e *editor) plotted(where []int, old, with string) int {
	was, ok1 := telling.Number(strings.TrimLeft(old, "€$£¥₪"), e.b.Language)
	is, ok2 := telling.Number(strings.TrimLeft(with, "€$£¥₪"), e.b.Language)
	n := 0
	for i := range e.b.Scenes {
		d := e.b.Scenes[i].Series
		if d == nil || !ok1 || !ok2 || len(where) > 0 && !slices.Contains(where, i) {
			continue
		}
		at := -1
		for k, v := range d.Values {
			if v == was && at >= 0 {
				at = -2
				break
			}
			if v == was {
				at = k
			}
		}
		if at >= 0 {
			d.Values[at] = is
			n++
		}
	}
	return n
}

// plots tells whether a chart has a value of that name.
func (e *editor) plots(label string) bool {
	return slices.ContainsFunc(e.b.Scenes, func(s scene.Scene) bool {
		return s.Series != nil && slices.ContainsFunc(s.Series.Labels, func(l string) bool { return strings.EqualFold(l, strings.TrimSpace(label)) })
	})
}
