package prompt

import (
	"strconv"
	"strings"
)

// numberedScenes reads a numbered list under "Scene by scene:" as the scenes that it
// counts off. Where most of it are whole sentences, and no line says what it is, the list
// is what is said; else each line is read as a scene's own.
func (p *parser) numberedScenes(lines []line) []line {
	for i, l := range lines {
		if sec, _, rest, ok := opensSection(l.text); !ok || sec != "scenes" || rest != "" {
			continue
		}
		end, next, told, fields := i+1, 1, 0, false
		for ; end < len(lines); end++ {
			t := lines[end].text
			if n, x := numberOf(t); n == next {
				next++
				if q := quoted(x); len(q) > 0 && Words(q[0]) > 3 || endsAsSentence(x) && Words(x) > 3 && !p.seen(x) {
					told++
				}
				fields = fields || fieldRE.MatchString(x)
				continue
			}
			if strings.TrimSpace(t) == "" {
				if end+1 < len(lines) {
					if n, _ := numberOf(lines[end+1].text); n == next {
						continue
					}
				}
				break
			}
			if endsScene(t) {
				break
			}
			fields = fields || fieldRE.MatchString(t)
		}
		if count := next - 1; count < 2 {
			continue
		} else if told = 2 * told / count; fields || told == 0 {
			told = 0
		}
		out := append([]line{}, lines[:i]...)
		next = 1
		for _, l := range lines[i+1 : end] {
			if n, x := numberOf(l.text); n == next {
				out = append(out, line{l.n, "Scene " + strconv.Itoa(next)})
				next++
				if l.text = x; told > 0 {
					l.text = "VO: " + x
				}
			}
			out = append(out, l)
		}
		return append(out, lines[end:]...)
	}
	return lines
}

// seen tells whether a line of a list of scenes says what one sees.
func (p *parser) seen(s string) bool {
	return seenFirst.MatchString(s) || cameraRE.MatchString(s) || verbRE.MatchString(s) || p.t.prod.MatchString(s)
}

// numberOf is the number that a line of a list begins with, and the line without it; 0 =
// it begins with none.
func numberOf(s string) (int, string) {
	m := bulletRE.FindStringSubmatch(s)
	if m == nil {
		return 0, ""
	}
	n, _ := strconv.Atoi(m[2] + m[3])
	return n, strings.TrimSpace(m[4])
}
