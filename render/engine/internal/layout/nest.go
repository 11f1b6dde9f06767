package layout

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// Nested flattens a list in a list: where most outer items have inner ones they head
// lists of their own; else the inner ones are what their outer item says.
func Nested(lines []prose.Line) []prose.Line {
	var out []prose.Line
	for i := 0; i < len(lines); {
		n := 0
		for i+n < len(lines) && prose.IsBullet(lines[i+n].Text) {
			n++
		}
		if n == 0 {
			out = append(out, lines[i])
			i++
			continue
		}
		out = append(out, flat(lines[i:i+n])...)
		i += n
	}
	return out
}

type outerItem struct {
	prose.Line
	inner []prose.Line
}

func flat(list []prose.Line) []prose.Line {
	base := Indent(list[0].Text)
	var outer []outerItem
	heads := 0
	for _, l := range list {
		if n := len(outer); n > 0 && Indent(l.Text) >= base+2 {
			if len(outer[n-1].inner) == 0 {
				heads++
			}
			outer[n-1].inner = append(outer[n-1].inner, l)
			continue
		}
		outer = append(outer, outerItem{Line: l})
	}
	if heads == 0 {
		return list
	}
	var out []prose.Line
	for _, o := range outer {
		text, _, _ := prose.Bullet(o.Text)
		switch {
		case len(o.inner) == 0:
			out = append(out, o.Line)
		case layered(o.inner):
			out = append(out, o.Line)
			for _, in := range o.inner {
				out = append(out, prose.Line{N: in.N, Text: strings.TrimLeft(in.Text, " \t")})
			}
		case heads*2 > len(outer) && len(o.inner) > 1:
			out = append(out, prose.Line{N: o.N, Text: ""}, prose.Line{N: o.N, Text: strings.TrimRight(text, ".: ") + ":"})
			for _, in := range o.inner {
				out = append(out, prose.Line{N: in.N, Text: strings.TrimLeft(in.Text, " \t")})
			}
			out = append(out, prose.Line{N: o.N, Text: ""})
		default:
			var said []string
			for _, in := range o.inner {
				t, _, _ := prose.Bullet(in.Text)
				said = append(said, shortPair.ReplaceAllString(prose.Unstop(t), "$1 $2"))
			}
			sep := " — "
			if strings.HasSuffix(text, ":") {
				sep = " "
			}
			out = append(out, prose.Line{N: o.N, Text: strings.TrimRight(o.Text, ". ") + sep + strings.Join(said, ", ")})
		}
	}
	return out
}

// layered tells a list of layers, each of which has its own name: "L1: dark grid".
func layered(list []prose.Line) bool {
	for _, l := range list {
		if m := FieldRE.FindStringSubmatch(l.Text); m == nil || FieldOf(m[1]) != "layer" {
			return false
		}
	}
	return true
}

// shortPair is a label and its value: "students: £14".
var shortPair = pattern.New(`^([^:]{2,24}): ([^:]{1,24})$`)

// Indent is how far a line is moved in, in characters.
func Indent(s string) int {
	n := 0
	for _, r := range s {
		switch r {
		case ' ':
			n++
		case '\t':
			n += 4
		default:
			return n
		}
	}
	return n
}
