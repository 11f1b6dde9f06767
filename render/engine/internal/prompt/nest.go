package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// nested flattens a list in a list: where most outer items have inner ones they head
// lists of their own; else the inner ones are what their outer item says.
func nested(lines []line) []line {
	var out []line
	for i := 0; i < len(lines); {
		n := 0
		for i+n < len(lines) && isBullet(lines[i+n].text) {
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
	line
	inner []line
}

func flat(list []line) []line {
	base := indent(list[0].text)
	var outer []outerItem
	heads := 0
	for _, l := range list {
		if n := len(outer); n > 0 && indent(l.text) >= base+2 {
			if len(outer[n-1].inner) == 0 {
				heads++
			}
			outer[n-1].inner = append(outer[n-1].inner, l)
			continue
		}
		outer = append(outer, outerItem{line: l})
	}
	if heads == 0 {
		return list
	}
	var out []line
	for _, o := range outer {
		text, _, _ := bullet(o.text)
		switch {
		case len(o.inner) == 0:
			out = append(out, o.line)
		case heads*2 > len(outer) && len(o.inner) > 1:
			out = append(out, line{o.n, ""}, line{o.n, strings.TrimRight(text, ".: ") + ":"})
			for _, in := range o.inner {
				out = append(out, line{in.n, strings.TrimLeft(in.text, " \t")})
			}
			out = append(out, line{o.n, ""})
		default:
			var said []string
			for _, in := range o.inner {
				t, _, _ := bullet(in.text)
				said = append(said, shortPair.ReplaceAllString(Unstop(t), "$1 $2"))
			}
			sep := " — "
			if strings.HasSuffix(text, ":") {
				sep = " "
			}
			out = append(out, line{o.n, strings.TrimRight(o.text, ". ") + sep + strings.Join(said, ", ")})
		}
	}
	return out
}

// shortPair is a label and its value: "students: £14".
var shortPair = pattern.New(`^([^:]{2,24}): ([^:]{1,24})$`)

func indent(s string) int {
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
