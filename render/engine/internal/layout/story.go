package layout

import (
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
