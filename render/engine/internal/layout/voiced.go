package layout

import (
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// voicedLines reads lines that each say what is seen and, in a field behind it, what is said, as
// scenes, however they are numbered: "01 / 7s / icons / VO: …", "[MAP] pins: … | VO: …". Lines
// among them that begin in the same way are scenes without words.
func voicedLines(lines []prose.Line) []prose.Line {
	if Planned(lines) {
		return lines
	}
	voiced, shape := map[int]bool{}, map[string]int{}
	first, last := -1, -1
	for i, l := range lines {
		if !saysBehind(l.Text) {
			continue
		}
		voiced[i] = true
		shape[leadShape(l.Text)]++
		if last = i; first < 0 {
			first = i
		}
	}
	if len(voiced) < 3 {
		return lines
	}
	among := 0
	for _, l := range lines[first : last+1] {
		if strings.TrimSpace(l.Text) != "" {
			among++
		}
	}
	if 3*len(voiced) < 2*among {
		return lines
	}
	out, n := make([]prose.Line, 0, len(lines)), 0
	for i, l := range lines {
		s := leadShape(l.Text)
		near := i > first && i < last && shape["label"] > 1 && labelQuote.MatchString(l.Text) || i+1 >= first && i <= last+1 && s != "" && 2*shape[s] > len(voiced)
		if !voiced[i] && !near {
			if n > 0 && strings.TrimSpace(l.Text) != "" && strings.TrimSpace(lines[i-1].Text) != "" {
				out = append(out, prose.Line{N: l.N})
			}
			out = append(out, l)
			continue
		}
		n++
		out = append(out, voicedScene(l, n)...)
	}
	return out
}

// voicedScene is one of them, as a scene with its fields.
func voicedScene(l prose.Line, n int) []prose.Line {
	head, rest, tag := fmt.Sprintf("Scene %d:", n), strings.TrimSpace(l.Text), ""
	if m := rowLead.FindStringSubmatch(rest); m != nil {
		if m[2] != "" {
			tag = m[2]
			head += " [" + m[2] + "]"
		}
		rest = m[3]
	}
	if m := lengthFirst.FindStringSubmatch(rest); m != nil {
		head, rest = head+" ("+m[1]+m[2]+"s)", m[3]
	}
	if m := labelAside.FindStringSubmatch(rest); m != nil { // `Q (text on black): "…"`
		body := []prose.Line{{N: l.N, Text: head}, {N: l.N, Text: "Visual: " + m[1] + " " + m[2]}}
		if textAside.MatchString(m[2]) {
			body[1].Text = "Visual: " + m[2]
			return append(body, prose.Line{N: l.N, Text: "On-screen text: " + m[3]}, prose.Line{N: l.N, Text: "VO: none"})
		}
		return append(body, prose.Line{N: l.N, Text: "VO: " + m[3]})
	}
	if m := labelQuote.FindStringSubmatch(rest); m != nil { // `Leila: "Ask everything."`
		return []prose.Line{{N: l.N, Text: head}, {N: l.N, Text: "Visual: presenter " + m[1]}, {N: l.N, Text: "VO: " + m[2]}}
	}
	out := []prose.Line{{N: l.N, Text: head}}
	for _, x := range cutFields(strokes.ReplaceAllString(rest, " | ")) {
		x = strings.Trim(x, " |/–—")
		for _, y := range strings.Split(x, " | ") {
			switch y = strings.TrimSpace(y); {
			case y == "" || silentPart.MatchString(y):
			case FieldRE.MatchString(y), SmallLabel.MatchString(y):
				out = append(out, prose.Line{N: l.N, Text: y})
			case sfxPart.MatchString(y):
				out = append(out, prose.Line{N: l.N, Text: "SFX: " + sfxPart.ReplaceAllString(y, "")})
			case tag != "" && textTag.MatchString(tag):
				out = append(out, field(l.N, "On-screen text", y))
			default:
				if m := personTag.FindStringSubmatch(y); m != nil && thirdTag.MatchString(y) {
					out = append(out, prose.Line{N: l.N, Text: "Lower third: " + strings.Trim(m[2]+", "+m[1], ", ")})
					y = thirdTag.ReplaceAllString(y, "")
				}
				if tag != "" && drawnTag.MatchString(tag) {
					y = chartKind.ReplaceAllString(strings.ToLower(tag)+": "+y, "$1 chart: ") // "[CHART] pie: …"
				}
				out = append(out, prose.Line{N: l.N, Text: "Visual: " + y})
			}
			tag = ""
		}
	}
	return out
}

// saysBehind tells whether a line has a field of what is said behind what is seen, or what is
// said behind a direction in brackets.
func saysBehind(s string) bool {
	if SceneRE.MatchString(s) || strings.HasPrefix(strings.TrimSpace(s), "|") || strings.Contains(s, "\t") {
		return false
	}
	at := spokenField.FindStringIndex(s)
	if at != nil && !prose.InQuotes(s, at[0]) && prose.Words(strings.Trim(s[:at[0]], " |/–—-")) > 0 {
		return true
	}
	return labelAside.MatchString(s)
}

// leadShape is how a line begins: with a number, a time or a word in brackets; "" = with words.
func leadShape(s string) string {
	m := rowLead.FindStringSubmatch(strings.TrimSpace(s))
	switch {
	case m == nil && labelAside.MatchString(s):
		return "label"
	case m == nil:
		return ""
	case m[2] != "":
		return "tag"
	}
	return "number"
}

var (
	// rowLead is the number or the tag that a row begins with.
	rowLead = pattern.New(`^(?:[-*•]\s+)?(?:#?(\d{1,2})\s*[/|.):–—-]+\s*|\[(\p{L}[^\[\]"“„]{1,24})\]\s*[:–—|-]*\s*)(\S.*)$`)
	// labelAside is a label, a direction in brackets behind it, and words in quotation marks.
	labelAside = pattern.New(`^\s*(\p{L}[^"“„«()\[\]:]{0,50}?)\s*\(([^()"“„«]{4,90})\)\s*:\s*(["“„«][^"”»“]{2,}["”»“])\s*(?:\([^()]{2,24}\))?\.?$`)
	labelQuote = pattern.New(`^\s*(\p{L}[^"“„«():]{0,40}?)\s*:\s*(["“„«][^"”»“]{2,}["”»“])\.?$`)
	textTag    = pattern.New(`(?i)^(?:title|text|headline|titel|título|titre)(?: card)?$`)
	drawnTag   = pattern.New(`(?i)^(?:number|chart|compare|comparison|table|list|steps|timeline|icons|cards|counter)$`)
	personTag  = pattern.New(`^(?:(Mayor|Dr|Prof|Chef|Coach|Captain|Minister|President|Director)\.? )?(\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)\b`)
	thirdTag   = pattern.New(`(?i),?\s*(?:with )?(?:a )?(?:lower[- ]third|name tag)`)
	chartKind  = pattern.New(`^chart: (pie|bars?|line|donut|column)s?: `)
	textAside  = pattern.New(`(?i)\b(?:text|title|super|card|einblendung|texto|texte|testo)\b`)
	strokes    = pattern.New(`\s+[/|]\s+`)
	silentPart = pattern.New(`(?i)^(?:no (?:v\.?o\.?|voice(?:-?over)?|narration)|silent)\.?$`)
	sfxPart    = pattern.New(`(?i)^(?:sfx|sound)\s+`)
)

// bareRanges names the unit of times that follow each other without one: "- 0-3 BOOM", "(3-7)
// chart".
func bareRanges(lines []prose.Line) []prose.Line {
	end, n := 0., 0
	for _, l := range lines {
		if m := bareRow.FindStringSubmatch(l.Text); m != nil {
			if prose.Decimal(m[2]) != end || prose.Decimal(m[3]) <= end {
				return lines
			}
			end = prose.Decimal(m[3])
			n++
		}
	}
	if n < 3 {
		return lines
	}
	for i, l := range lines {
		if m := bareRow.FindStringSubmatch(l.Text); m != nil {
			lines[i].Text = m[1] + m[2] + "-" + m[3] + "s: " + m[4]
		}
	}
	return lines
}

var bareRow = pattern.New(`^(\s*(?:[-*•]\s+)?)[(\[]?(\d{1,3})\s?[–—-]\s?(\d{1,3})[)\]]?\s*[:|]?\s+(\D.*)$`)

// bracketVoice reads sentences in square brackets as what is said, where most scenes of a plan
// have one and none has a field for its words: `Scene 1 – Title "…" [Give us a minute.]`.
func bracketVoice(lines []prose.Line) []prose.Line {
	scenes, said := 0, 0
	for _, l := range lines {
		if SceneRE.MatchString(l.Text) {
			scenes++
		}
		if f := FieldRE.FindStringSubmatch(l.Text); f != nil && FieldOf(f[1]) == "say" || spokenField.MatchString(l.Text) {
			return lines
		}
		if m := sentenceAside.FindStringSubmatch(l.Text); m != nil && prose.Words(m[1]) > 2 {
			said++
		}
	}
	if scenes < 2 || 3*said < 2*scenes {
		return lines
	}
	for i, l := range lines {
		if m := sentenceAside.FindStringSubmatch(l.Text); m != nil && prose.Words(m[1]) > 2 {
			lines[i].Text = strings.Replace(l.Text, "["+m[1]+"]", `VO: "`+strings.ReplaceAll(m[1], `"`, "'")+`"`, 1)
		}
	}
	return lines
}

// sentenceAside is a sentence in square brackets at the end of a line.
var sentenceAside = pattern.New(`\[(\p{Lu}[^\[\]:]{6,}[.!?…])\]\s*$`)
