package layout

import (
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// storyLine is a part of a story by its name, and what it holds; group 1 is the name.
var storyLine = pattern.New(`(?i)^` + Ornament + `(?:\d[.)]\s*)?((?:the )?(?:hook|intro|opening|opener|problem|pain|agitation|solution|how it works|demo|proof|social proof|result|results|benefits?|offer|cta|call[- ]to[- ]action|close|closing|outro|ending|end|payoff|twist))[*_]*\s*(?:\([^()]{2,20}\))?\s*[*_]*:[*_]*\s+(\S.*)$`)

// storyShots reads the parts of a story, "Hook: … Problem: … CTA: …", as scenes where they say
// what is seen beside what is said: two at least have words in quotation marks, and one says
// what those stand over. Parts that only tell facts stay what they are.
func storyShots(lines []prose.Line) []prose.Line {
	if Planned(lines) {
		return lines
	}
	n, quoted, seen := 0, 0, 0
	for _, l := range lines {
		m := storyLine.FindStringSubmatch(l.Text)
		if m == nil {
			continue
		}
		n++
		all := prose.Quoted(m[2])
		if len(all) > 0 {
			quoted++
		}
		if rest := strings.Trim(prose.QuotesRE.ReplaceAllString(m[2], " "), ` .,;:–—-`); prose.Words(rest) >= 2 && (len(all) > 0 || SeenFirst.MatchString(rest)) && shownThere.MatchString(rest) {
			seen++
		}
	}
	if n < 3 || quoted < 2 || seen == 0 {
		return lines
	}
	out := timedBy(lines, func(l prose.Line) (Shot, string, bool) {
		m := storyLine.FindStringSubmatch(l.Text)
		if m == nil {
			return Shot{}, "", false
		}
		sh, rest := Shot{Head: m[1]}, m[2]
		if x := lastLength.FindStringSubmatch(rest); x != nil {
			rest, sh.seconds = x[1], prose.Decimal(x[2]) // "logo on purple, 5 sec"
		}
		return sh, rest, true
	})
	if out == nil {
		return lines
	}
	return out
}

// lastLength is a length behind a comma or in brackets at the end of a part.
var lastLength = pattern.New(`(?i)^(.*?)(?:,|\s[–—(-])\s*(\d{1,2})\s?(?:s|secs?|seconds?)\)?\.?$`)

// shownThere are words for what is seen and how, which facts do not have.
var shownThere = pattern.New(`(?i)\b(?:show|shows|showing|camera|screen|footage|b-?roll|presenter|avatar|host|founder|talking|text|title|counter|chart|logo|screenshot|slides?|pops?|zooms?|fades?|cuts?|close[- ]?up|montage|animation|split|card|icons?|overlay|super|background|shot)\b`)

// storyHeads reads the parts of a story whose names stand alone over their lines, "HOOK", "3
// FIXES", "CTA", as scenes, where directions in brackets or fields stand among those: what is
// neither is said.
func storyHeads(lines []prose.Line) []prose.Line {
	if Planned(lines) {
		return lines
	}
	heads, known, directed, said := map[int][]string{}, 0, 0, false
	for i, l := range lines {
		m := headAlone.FindStringSubmatch(l.Text)
		if m != nil && (i == 0 || strings.TrimSpace(lines[i-1].Text) == "") && i+1 < len(lines) && (isPart(m[1]) || strings.HasPrefix(strings.TrimSpace(l.Text), "##") && !settingSections[SectionOf(m[1])]) {
			heads[i] = m
			if storyPart.MatchString(m[1]) {
				known++
			}
			continue
		}
		f := FieldRE.FindStringSubmatch(l.Text)
		if len(heads) > 0 && (f != nil && (FieldOf(f[1]) == "screen" || FieldOf(f[1]) == "visual") || asideLine.MatchString(l.Text)) {
			directed++
		}
		said = said || len(heads) > 0 && f != nil && FieldOf(f[1]) == "say"
	}
	timed := 0
	for _, l := range lines {
		if m := labelLength(l.Text); m != nil && m[3] == "" {
			timed++
		}
	}
	if len(heads) < 3 || known < 2 || directed < 2 || timed > len(heads) {
		return lines
	}
	var out []prose.Line
	n, within := 0, false
	for i, l := range lines {
		t := strings.TrimSpace(l.Text)
		sec, _, _, opens := OpensSection(t)
		switch m := heads[i]; {
		case m != nil:
			n++
			within = true
			out = append(out, prose.Line{N: l.N, Text: strings.TrimSpace(fmt.Sprintf("Scene %d: %s %s", n, m[1], m[2]))})
			continue
		case within && opens && settingSections[sec] && !asideLine.MatchString(t):
			within = false
		case within && t != "" && !said:
			out = append(out, saidOrSeen(l.N, t)...)
			continue
		}
		out = append(out, l)
	}
	return out
}

// saidOrSeen are the fields that a line without a label stands for: what is in square brackets
// is seen, the rest said.
func saidOrSeen(n int, t string) []prose.Line {
	if FieldRE.MatchString(t) || prose.TableRow.MatchString(t) {
		return []prose.Line{{N: n, Text: t}}
	}
	var seen []prose.Line
	words := asideIn.ReplaceAllStringFunc(t, func(s string) string {
		in := strings.TrimSpace(s[1 : len(s)-1])
		if !FieldRE.MatchString(in) {
			in = "Visual: " + in
		}
		seen = append(seen, prose.Line{N: n, Text: in})
		return " "
	})
	if m := WholeRE.FindStringSubmatch(t); m != nil {
		return []prose.Line{{N: n, Text: "Visual: " + m[1]}}
	}
	if x, _, ok := prose.Bullet(strings.TrimSpace(words)); ok {
		words = x
	}
	if words = strings.Join(strings.Fields(words), " "); words == "" {
		return seen
	}
	words, _ = prose.Unquote(words)
	return append([]prose.Line{{N: n, Text: "VO: " + prose.Stop(words)}}, seen...)
}

// isPart tells the name of a part of a story from that of a setting.
func isPart(name string) bool {
	name = strings.TrimSpace(name)
	if storyPart.MatchString(name) {
		return true
	}
	return name == strings.ToUpper(name) && prose.Words(name) <= 5 && !settingSections[SectionOf(name)] && SceneType(name) == ""
}

// settingSections are the parts of a brief that are about all scenes.
var settingSections = map[string]bool{"music": true, "style": true, "tone": true, "format": true, "captions": true, "voice": true, "avatar": true, "duration": true, "audience": true, "language": true, "title": true, "script": true, "scenes": true, "screen": true, "goal": true, "avoid": true, "assets": true, "lowerthird": true}

var (
	// headAlone is the name of a part that stands alone on its line, and its time.
	headAlone = pattern.New(`^[\s#*_]*(?:\d{1,2}[.)]\s+)?([\p{L}\d][\p{L}\d '’&/-]{1,32}?)[*_]*\s*([(\[]\s*[\d:–—-]+\s*(?:s|sec|secs|seconds)?\s*[)\]])?[*_:]*\s*$`)
	// storyPart are the names that parts of stories go by.
	storyPart = pattern.New(`(?i)^(?:the )?(?:cold open|hook|teaser|intro(?:duction)?|opening|opener|setup|problem|pain|agitation|context|why|stakes|solution|the fix|how it works|steps?|tips?|demo|proof|social proof|evidence|result|results|benefits?|offer|objection|main (?:point|part|content)s?|body|point (?:\d|one|two|three)|part (?:\d|one|two|three)|tip (?:\d|one|two|three)|recap|summary|takeaways?|conclusion|cta|call[- ]to[- ]action|close|closing|outro|ending|end|end ?screen|payoff|twist|einstieg|schluss|gancho|cierre|accroche|conclusión)$`)
	// asideLine is a line in brackets, and asideIn a direction in square brackets.
	asideLine = pattern.New(`^\s*(?:\[[^\[\]]*\p{L}[^\[\]]*\p{L}[^\[\]]*\]|\([^()]*\p{L}[^()]* [^()]*\p{L}[^()]*\))\s*$`)
	asideIn   = pattern.New(`\[[^\[\]]*\p{L}[^\[\]]*\]`)
)
