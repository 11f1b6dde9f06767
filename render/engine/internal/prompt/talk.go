package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

var (
	speaker = pattern.New(`^\s*(?:[-–—•*]\s)?(?:\*\*)?(\p{Lu}[\p{L}.'’-]{0,20}(?: \p{Lu}[\p{L}.'’-]{0,16})?)(?:\s*\([^)]{1,30}\))?(?:\*\*)?\s*[:：](?:\*\*)?\s+(\S.*)$`)
	// turnRE is where a turn begins within a line: "… home? / Max: Take the N7."
	turnRE = pattern.New(`(?:^|\s/\s|[.!?…”"]\s+)(\p{Lu}[\p{L}'’-]{1,20}): `)
)

// dialogue finds the turns of a conversation: the names go off the lines, and what is
// said below is said by them until the next one speaks.
func (p *parser) dialogue(lines []prose.Line) []prose.Line {
	lines = turns(lines)
	names := p.speakers(lines)
	if len(names) < 2 {
		return lines
	}
	out := make([]prose.Line, 0, len(lines)+len(names))
	begun := false
	for _, l := range lines {
		who, text := "", ""
		if m := speaker.FindStringSubmatch(l.Text); m != nil && (names[m[1]] != "" || begun && layout.OffScreen.MatchString(m[1])) {
			who, text = names[m[1]], m[2]
		}
		if text != "" {
			if !begun {
				begun = true
				out = append(out, prose.Line{N: l.N, Text: "SCRIPT:"})
			}
			p.turn++
			if p.spoken == nil {
				p.spoken = map[int]string{}
			}
			l = prose.Line{N: brief.TurnLine*p.turn + l.N, Text: text}
			p.spoken[p.turn] = who
			out = append(out, prose.Line{N: l.N, Text: ""})
		}
		out = append(out, l)
	}
	return out
}

// turns puts every turn of a conversation that is written in one line on its own.
func turns(lines []prose.Line) []prose.Line {
	count := map[string]int{}
	for _, l := range lines {
		for _, m := range turnRE.FindAllStringSubmatch(l.Text, -1) {
			count[m[1]]++
		}
	}
	var out []prose.Line
	for _, l := range lines {
		var cuts []int
		for _, m := range turnRE.FindAllStringSubmatchIndex(l.Text, -1) {
			if name := l.Text[m[2]:m[3]]; m[2] > 0 && (count[name] > 1 && layout.SectionOf(name) == "" || layout.OffScreen.MatchString(name) && len(cuts) > 0) {
				cuts = append(cuts, m[2])
			}
		}
		if len(cuts) < 2 && !(len(cuts) == 1 && speaker.MatchString(l.Text)) {
			out = append(out, l)
			continue
		}
		at := 0
		for _, c := range append(cuts, len(l.Text)) {
			if t := strings.TrimRight(strings.TrimSpace(l.Text[at:c]), "/ "); t != "" {
				out = append(out, prose.Line{N: l.N, Text: t})
			}
			at = c
		}
	}
	return out
}

// speakers are the people who talk to each other, by the names in front of their
// lines, each with the name that is shown. One of them at least speaks twice.
func (p *parser) speakers(lines []prose.Line) map[string]string {
	count, turns := map[string]int{}, 0
	all := map[string]int{}
	for _, l := range lines {
		if m := speaker.FindStringSubmatch(l.Text); m != nil {
			all[m[1]]++
		}
	}
	for _, l := range lines {
		// A heading stands once: "Tom" is a tone in Portuguese, and somebody.
		if m := speaker.FindStringSubmatch(l.Text); m != nil && (layout.SectionOf(m[1]) == "" || all[m[1]] > 1) && !layout.OffScreen.MatchString(m[1]) && grammar.LanguageLabel(l.Text) == "" && !faqLabel.MatchString(m[1]) {
			count[m[1]]++
			turns++
		}
	}
	names, twice := map[string]string{}, false
	for n, k := range count {
		twice = twice || k >= 2
		if k >= 2 || n == strings.ToUpper(n) && len(n) > 1 {
			names[n] = layout.ShownName(n)
		}
	}
	if turns < 3 || !twice || len(names) < 2 {
		return nil
	}
	for n := range count {
		if names[n] == "" && alone(n, lines) {
			names[n] = layout.ShownName(n) // a third one who says one thing
		}
	}
	return names
}

var faqLabel = pattern.New(`(?i)^(?:q|a|question|answer|frage|antwort|pregunta|respuesta|p|r|f|d|v|domanda|risposta|pergunta|resposta|vraag|antwoord|note|hinweis|nota)$`)

// alone tells whether a name's only line stands between the turns of others.
func alone(name string, lines []prose.Line) bool {
	for i, l := range lines {
		m := speaker.FindStringSubmatch(l.Text)
		if m == nil || m[1] != name {
			continue
		}
		around := 0
		for _, d := range []int{-2, -1, 1, 2} {
			if j := i + d; j >= 0 && j < len(lines) && speaker.MatchString(lines[j].Text) {
				around++
			}
		}
		return around >= 2 && len(strings.Fields(name)) <= 2
	}
	return false
}

// unturned gives a point that is part of a conversation its speaker and its line.
func (p *parser) unturned(pt *brief.Point) {
	if pt.Line < brief.TurnLine {
		return
	}
	turn := pt.Line / brief.TurnLine
	pt.Line, pt.Turn, pt.Speaker = pt.Line%brief.TurnLine, turn, p.spoken[turn]
}
