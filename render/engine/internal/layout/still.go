package layout

import (
	"slices"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// Still is what a scene shows without the clauses that say only how its parts come on: of
// "Before: 3 h / After: 4 min, left column slides from left, staggered 0.4s" the first one.
func Still(s string) string {
	masked := prose.QuotesRE.ReplaceAllStringFunc(s, func(q string) string { return strings.Repeat("x", len(q)) })
	var out strings.Builder
	at, dropped := 0, false
	keep := func(from, to, stop int) {
		clause := s[from:to]
		if onlyMoves(clause) {
			dropped = true
			return
		}
		out.WriteString(s[from:stop])
	}
	for _, m := range stillCut.FindAllStringIndex(masked, -1) {
		keep(at, m[0], m[1])
		at = m[1]
	}
	keep(at, len(s), len(s))
	if !dropped {
		return s
	}
	return strings.TrimRight(out.String(), " ,;")
}

// stillCut parts the clauses of a direction.
var stillCut = pattern.New(`[,;]\s+|\.\s+`)

// onlyMoves tells whether a clause names a motion, and nothing that is seen but parts of a
// picture.
func onlyMoves(clause string) bool {
	rest := clause
	moved := false
	for _, re := range append(slices.Clone(howMoved), eased) {
		if x := re.ReplaceAllString(rest, " "); x != rest {
			rest, moved = x, true
		}
	}
	if strings.ContainsFunc(rest, unicode.IsDigit) {
		return false // "zählt von 120 auf 480 hoch"
	}
	if x := VerbRE.ReplaceAllString(rest, " "); x != rest {
		rest, moved = x, true
	}
	if !moved || strings.ContainsAny(rest, `"“”„«»`) {
		return false
	}
	for _, w := range targets {
		rest = w.RE.ReplaceAllString(rest, " ")
	}
	rest = movedParts.ReplaceAllString(rest, " ")
	return !strings.ContainsFunc(rest, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// eased is how fast a motion goes, and when.
var eased = pattern.New(`(?i)\b(?:ease(?:s|d)?(?:[- ](?:in|out|in[- ]out))?|easing|elastic(?:ally)?|springy?|smoothly|smooth|overshoots?|with (?:an? )?(?:overshoot|bounce|spring)|(?:(?:after |with )?(?:an? )?(?:\d+(?:\.\d+)?\s?s(?:ec(?:onds?)?)?|half a second|one second|beat) (?:later|delay|apart|between))|(?:over|for|in|within|takes) (?:about )?(?:\d+(?:\.\d+)?\s?(?:s|ms|secs?|seconds?)|half a second|one second))\b|\bbouncing\b`)

// movedParts are the words around the parts of a picture that move.
var movedParts = pattern.New(`(?i)\b(?:the|an?|each|every|both|all|it|its|they|them|then|and|with|in|on|up|down|out|to|into|of|from|by|after|another|other|first|second|third|last|left|right|top|bottom|cent(?:er|re)|side|hand|half|elements?|parts?|text|words?|slowly|quickly|fast|gently|softly|slightly|sequentially|sequence|order|turn|place|view|frame|screen|while|as)\b`)
