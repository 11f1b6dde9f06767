// Package icons finds and reads icons: some of our own, with words of several languages
// that lead to them, and all of Lucide (ISC licence).
package icons

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/raster"
)

// For picks an icon: the one asked for, else by the words of the texts, the first
// first, else by position i so that neighbours differ.
func For(asked string, i int, texts ...string) string {
	if k := strings.ToLower(strings.TrimSpace(asked)); k != "" {
		if known(k) {
			return k
		}
		texts = append([]string{asked}, texts...)
	}
	if name := Of(texts...); name != "" {
		return name
	}
	return plain[i%len(plain)]
}

// plain are the icons that stand for anything.
var plain = []string{"spark", "layers", "target", "star", "check", "bulb", "grid", "arrow"}

// Plain says whether For would pick an icon that stands for anything.
func Plain(asked string, texts ...string) bool {
	if k := strings.ToLower(strings.TrimSpace(asked)); k != "" {
		return slices.Contains(plain, k)
	}
	return Of(texts...) == ""
}

// Of picks the icon of the first word in texts that names one, else of the first that
// is a tag of one; "" when none is.
func Of(texts ...string) string {
	for _, t := range texts {
		all := fold(t)
		for _, w := range all {
			for _, form := range []string{w, strings.TrimSuffix(w, "s"), strings.TrimSuffix(w, "ing"), strings.TrimSuffix(w, "ed")} {
				if n := own(form); n != "" {
					return n
				}
			}
			if n := lookup(lucide().named, w); n != "" {
				return n
			}
		}
		for _, w := range all {
			if n := lookup(lucide().tags, w); n != "" {
				return n
			}
		}
	}
	return ""
}

// lookup finds a word or its singular.
func lookup(m map[string]string, word string) string {
	if len(word) < 3 {
		return ""
	}
	return cmp.Or(m[word], m[strings.TrimSuffix(word, "s")], m[strings.TrimSuffix(word, "es")])
}

func own(word string) string {
	if n, ok := words[word]; ok {
		return n
	}
	if _, ok := set[word]; ok {
		return word
	}
	return ""
}

// fold splits a text into words of letters and digits in lower case.
func fold(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func known(name string) bool {
	_, ours := set[name]
	_, theirs := lucide().parts[name]
	return ours || theirs
}

// Found says whether an icon that is asked for is drawn: by its name, or by a word of
// it. Nothing asked for is found.
func Found(asked string) bool {
	k := strings.ToLower(strings.TrimSpace(asked))
	return k == "" || known(k) || Of(asked) != ""
}

// Names lists every icon that may be asked for, sorted.
func Names() []string {
	all := maps.Clone(lucide().parts)
	maps.Copy(all, set)
	return slices.Sorted(maps.Keys(all))
}

// Shape is one part of an icon on the grid of 24.
type Shape struct {
	Path   *raster.Path
	Filled bool // has an inside
}

// Shapes are the parts of the icon of that name, none of an unknown one.
func Shapes(name string) []Shape {
	parts, ok := set[name]
	if !ok {
		parts = lucide().parts[name]
	}
	var out []Shape
	for part := range strings.SplitSeq(parts, "|") {
		s := Shape{Filled: strings.HasPrefix(part, "*")}
		part = strings.TrimPrefix(part, "*")
		if len(part) < 3 {
			continue
		}
		if part[0] == 'p' {
			s.Path = Path(part[2:])
			out = append(out, s)
			continue
		}
		var v []float64
		for f := range strings.FieldsSeq(part[2:]) {
			n, _ := strconv.ParseFloat(f, 64)
			v = append(v, n)
		}
		s.Path = &raster.Path{}
		switch {
		case part[0] == 'c' && len(v) == 3:
			s.Path.Circle(v[0], v[1], v[2])
		case part[0] == 'r' && len(v) == 5:
			s.Path.RoundRect(v[0], v[1], v[2], v[3], v[4])
		}
		out = append(out, s)
	}
	return out
}
