package prompt

import (
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/prose"
)

// numberedScenes reads a numbered list under "Scene by scene:" as the scenes that it
// counts off. Where most of it are whole sentences, and no line says what it is, the list
// is what is said; else each line is read as a scene's own.
func (p *parser) numberedScenes(lines []prose.Line) []prose.Line {
	for i, l := range lines {
		if sec, _, rest, ok := layout.OpensSection(l.Text); !ok || sec != "scenes" || rest != "" {
			continue
		}
		end, next, told, fields := i+1, 1, 0, false
		for ; end < len(lines); end++ {
			t := lines[end].Text
			if n, x := numberOf(t); n == next {
				next++
				if q := prose.Quoted(x); len(q) > 0 && prose.Words(q[0]) > 3 && prose.Words(prose.OutsideQuotes(x)) <= 3 || len(q) == 0 && prose.EndsAsSentence(x) && prose.Words(x) > 3 && !p.seen(x) {
					told++
				}
				fields = fields || layout.FieldRE.MatchString(x)
				continue
			}
			if strings.TrimSpace(t) == "" {
				if end+1 < len(lines) {
					if n, _ := numberOf(lines[end+1].Text); n == next {
						continue
					}
				}
				break
			}
			if endsScene(t) {
				break
			}
			fields = fields || layout.FieldRE.MatchString(t)
		}
		if count := next - 1; count < 2 {
			continue
		} else if told = 2 * told / count; fields || told == 0 {
			told = 0
		}
		out := append([]prose.Line{}, lines[:i]...)
		next = 1
		for _, l := range lines[i+1 : end] {
			if n, x := numberOf(l.Text); n == next {
				out = append(out, prose.Line{N: l.N, Text: "Scene " + strconv.Itoa(next)})
				next++
				if q := prose.Quoted(x); told == 0 && len(q) > 0 && strings.HasSuffix(prose.Unstop(x), lastMark(x)) && !layout.FieldRE.MatchString(x) {
					out = append(out[:len(out)-1], layout.InOneLine([]prose.Line{{N: l.N, Text: out[len(out)-1].Text + ": " + x}})...)
					continue
				}
				if l.Text = x; told > 0 {
					l.Text = "VO: " + x
				}
			}
			out = append(out, l)
		}
		return append(out, lines[end:]...)
	}
	return lines
}

// lastMark is the last quotation in a line with its marks.
func lastMark(s string) string {
	all := prose.QuotesRE.FindAllString(s, -1)
	return all[len(all)-1]
}

// seen tells whether a line of a list of scenes says what one sees.
func (p *parser) seen(s string) bool {
	return layout.SeenFirst.MatchString(s) || cameraRE.MatchString(s) || layout.VerbRE.MatchString(s) || p.t.Production.MatchString(s)
}

// numberOf is the number that a line of a list begins with, and the line without it; 0 =
// it begins with none.
func numberOf(s string) (int, string) {
	m := prose.BulletRE.FindStringSubmatch(s)
	if m == nil {
		return 0, ""
	}
	n, _ := strconv.Atoi(m[2] + m[3])
	return n, strings.TrimSpace(m[4])
}
