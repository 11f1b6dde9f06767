package manifest

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"gitops.video/render/manifest/diag"
)

// combo is one combination of a matrix.
type combo struct {
	values shared
	text   string // "audience=smb, format=portrait"
}

// combinations multiplies a matrix out. Without one there is a single empty combination.
func (w *worker) combinations(u *unit, matrix, include, exclude *node, base map[string]any) ([]combo, bool) {
	if (matrix == nil || matrix.kind == kindNull) && include == nil {
		if exclude != nil {
			w.report(u, exclude, diag.Diagnostic{Code: "matrix", Summary: "exclude needs a matrix to leave something out of", Hint: "add matrix:, or use when:"})
			return nil, false
		}
		return noCombo, true
	}
	type axis struct {
		name   string
		values []any
	}
	var axes []axis
	total := 1
	if matrix != nil && matrix.kind == kindMap {
		for i, k := range matrix.keys {
			v, _ := w.eval(u, matrix.kids[i], nil, base)
			list, _ := v.([]any)
			if len(list) == 0 {
				w.report(u, matrix.kids[i], diag.Diagnostic{Code: "matrix", Summary: fmt.Sprintf("matrix.%s has no values, so there are no combinations", k.name), Hint: "give it a value, or remove it"})
				return nil, false
			}
			axes = append(axes, axis{k.name, list})
			if total *= len(list); total > maxCombinations {
				w.report(u, matrix, diag.Diagnostic{Code: "too-many", Summary: fmt.Sprintf("the matrix has more than %d combinations", maxCombinations), Hint: "use fewer lists, or forEach with a data file"})
				return nil, false
			}
		}
	} else {
		total = 0
	}
	if w.failed {
		return nil, false
	}
	// The order in which a map is written must not matter, .index included.
	slices.SortFunc(axes, func(a, b axis) int { return strings.Compare(a.name, b.name) })
	combos := make([]combo, 0, total)
	at := make([]int, len(axes))
	for range total {
		m := make(shared, len(axes))
		for i, a := range axes {
			m[a.name] = freeze(a.values[at[i]])
		}
		combos = append(combos, combo{values: m})
		for i := len(at) - 1; i >= 0; i-- {
			if at[i]++; at[i] < len(axes[i].values) {
				break
			}
			at[i] = 0
		}
	}
	known := make([]string, 0, len(axes))
	for _, a := range axes {
		known = append(known, a.name)
	}
	if exclude != nil {
		for _, ex := range exclude.kids {
			v, _ := w.eval(u, ex, nil, base)
			m, _ := v.(map[string]any)
			for i, k := range ex.keys {
				if !slices.Contains(known, k.name) {
					r := ex.keyRange(i)
					w.report(u, ex, diag.Diagnostic{Code: "matrix", Summary: fmt.Sprintf("the matrix has no %q", k.name),
						Hint: diag.DidYouMean(k.name, known, "it has"), Range: r})
				}
			}
			before := len(combos)
			combos = slices.DeleteFunc(combos, func(c combo) bool { return covers(m, c.values) })
			if before == len(combos) && !w.failed {
				w.report(u, ex, diag.Diagnostic{Severity: diag.Warning, Code: "matrix", Summary: "this exclude leaves nothing out",
					Detail: "no combination of the matrix has these values", Hint: "check the spelling of the values"})
			}
		}
	}
	if include != nil {
		for _, in := range include.kids {
			v, _ := w.eval(u, in, nil, base)
			if m, ok := v.(map[string]any); ok {
				combos = append(combos, combo{values: freeze(m).(shared)})
			}
		}
	}
	for i := range combos {
		combos[i].text = describe(combos[i].values)
	}
	return combos, !w.failed
}

var noCombo = []combo{{}}

// covers says whether a combination has all values of a part.
func covers(part map[string]any, c shared) bool {
	for k, v := range part {
		if fmt.Sprint(c[k]) != fmt.Sprint(v) {
			return false
		}
	}
	return len(part) > 0
}

func describe(m shared) string {
	parts := make([]string, 0, len(m))
	for _, k := range slices.Sorted(maps.Keys(m)) {
		s := fmt.Sprint(m[k])
		if len(s) > 60 {
			s = s[:57] + "…"
		}
		parts = append(parts, k+"="+s)
	}
	return strings.Join(parts, ", ")
}
