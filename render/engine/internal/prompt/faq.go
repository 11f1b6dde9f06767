package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

var (
	askRE    = pattern.New(`(?i)^\s*(?:[-*•]\s+)?(?:\*\*)?(?:q|question|f|frage|p|pregunta|pergunta|d|domanda|v|vraag)\s?\d{0,2}(?:\*\*)?\s*[:.：](?:\*\*)?\s+(\S.*\?.*)$`)
	answerRE = pattern.New(`(?i)^\s*(?:[-*•]\s+)?(?:\*\*)?(?:a|answer|antwort|r|respuesta|resposta|réponse|risposta|antwoord)\s?\d{0,2}(?:\*\*)?\s*[:.：](?:\*\*)?\s+(\S.*)$`)
	// labelledAnswer is one on the line of its question.
	labelledAnswer = pattern.New(`(?i)\?\s+(?:\*\*)?(?:a|answer|antwort|r|respuesta|resposta|réponse|risposta|antwoord)\s?\d{0,2}(?:\*\*)?\s*[:.：]\s+\S`)
	// askLine is a question alone on its line, with a number, a bullet or in bold; what
	// stands behind it answers it.
	askLine = pattern.New(`^\s*(?:\d{1,2}[.)]\s+|[-*•]\s+)?(\*\*)?([\p{Lu}¿][^?*]{4,90}\?)(?:\*\*)?\s*(.*)$`)
)

// answered marks a line that holds a question and its answer, parted by another mark.
const answered = "\U000FFFF0"

// faq brings questions with their answers, however they are laid out, onto one line
// each. A single one is a FAQ only where both are labelled: "Q: … A: …".
func faq(lines []prose.Line) []prose.Line {
	var out []prose.Line
	pairs := 0
	same := 0
	for _, l := range lines {
		if m := askLine.FindStringSubmatch(l.Text); m != nil && m[3] != "" && !strings.Contains(m[3], "?") && prose.Words(m[2]) <= 14 {
			same++
		}
	}
	for i := 0; i < len(lines); i++ {
		q, a, n := answerBelow(lines[i:], same > 1)
		if n == 0 {
			out = append(out, lines[i])
			continue
		}
		pairs++
		if askRE.MatchString(lines[i].Text) && (labelledAnswer.MatchString(lines[i].Text) || i+1 < len(lines) && answerRE.MatchString(lines[i+1].Text)) {
			pairs++
		}
		out = append(out, prose.Line{N: lines[i].N, Text: ""}, prose.Line{N: lines[i].N, Text: answered + q + answered + a}, prose.Line{N: lines[i].N, Text: ""})
		i += n - 1
	}
	if pairs < 2 {
		return lines
	}
	return out
}

// answerBelow reads a question at the head of lines with its answer, and how many lines
// they take; 0 = there is none.
//
// same = answers stand behind their questions, on the same line.
func answerBelow(lines []prose.Line, same bool) (q, a string, n int) {
	labelled := false
	rest := ""
	if m := askRE.FindStringSubmatch(lines[0].Text); m != nil {
		q, labelled = m[1], true
		if i := strings.Index(q, "?"); strings.TrimSpace(q[i+1:]) != "" {
			q, rest = q[:i+1], strings.TrimSpace(q[i+1:])
		}
	} else if m := askLine.FindStringSubmatch(lines[0].Text); m != nil && (m[1] != "" || m[3] == "" || same && !strings.Contains(m[3], "?")) && !speaker.MatchString(lines[0].Text) {
		q, rest = m[2], strings.TrimSpace(m[3])
	} else {
		return "", "", 0
	}
	n = 1
	var said []string
	if m := answerRE.FindStringSubmatch(rest); m != nil {
		rest = m[1]
	}
	if rest != "" {
		said = append(said, rest)
		if (labelled || same) && strings.ContainsAny(rest[len(rest)-1:], ".!") { // the line says it all
			return q, rest, n
		}
	}
	for ; n < len(lines); n++ {
		t := strings.TrimSpace(lines[n].Text)
		if t == "" {
			if len(said) > 0 || n+1 < len(lines) && !labelled && askLine.MatchString(lines[n+1].Text) {
				break
			}
			continue
		}
		if askRE.MatchString(t) || askLine.MatchString(t) && len(said) > 0 || prose.FenceRE.MatchString(t) || prose.TableRow.MatchString(t) {
			break
		}
		if m := answerRE.FindStringSubmatch(t); m != nil {
			t = m[1]
		} else if labelled && len(said) == 0 || strings.HasSuffix(t, "?") {
			return "", "", 0
		} else if _, _, _, sec := layout.OpensSection(t); sec {
			break
		}
		if x, _, ok := prose.Bullet(t); ok {
			t = prose.Stop(x)
		}
		said = append(said, t)
	}
	if len(said) == 0 {
		return "", "", 0
	}
	return strings.TrimSpace(strings.ReplaceAll(q, "**", "")), strings.ReplaceAll(strings.Join(said, " "), "**", ""), n
}

// answer files a line of [faq]; it reports whether s is one.
func (p *parser) answer(l prose.Line) bool {
	rest, ok := strings.CutPrefix(strings.TrimSpace(l.Text), answered)
	if !ok {
		return false
	}
	q, a, _ := strings.Cut(rest, answered)
	p.said++
	p.say(brief.Point{Form: brief.Ask, Text: q, Said: prose.Stop(a), Asked: true}, prose.Sentence{Text: q, Line: l.N, Col: 1})
	return true
}
