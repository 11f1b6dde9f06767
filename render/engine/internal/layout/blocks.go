package layout

import (
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// bracketHeads brings the heads of scenes that stand in brackets with their times and types,
// "[BEAT 2 | 0:07–0:17 | MOTION GRAPHIC] …", into the form of the grammar.
func bracketHeads(lines []prose.Line) []prose.Line {
	for i, l := range lines {
		m := bracketedHead.FindStringSubmatch(l.Text)
		if m == nil {
			continue
		}
		head := "Scene " + m[1]
		typed := ""
		for _, x := range headBar.Split(m[2], -1) {
			switch x = strings.TrimSpace(x); {
			case x == "":
			case timeIn(x) > 0:
				head += " (" + strings.Trim(x, "()") + ")"
			default:
				typed = joined(typed, x)
			}
		}
		if head += ":"; typed != "" {
			head += " [" + typed + "]"
		}
		lines[i].Text = strings.TrimSpace(head + " " + m[3])
	}
	return lines
}

var (
	bracketedHead = pattern.New(`(?i)^\s*[*_]*\[\s*(?:scene|shot|beat|frame|clip|part|szene|escena|plano|scène|plan|cena|scena)\s+#?(\d{1,2})\s*[|,;:–—-]\s*([^\[\]]{2,80})\][*_]*\s*(.*)$`)
	headBar       = pattern.New(`\s*\|\s*|\s[–—]\s`)
)

var (
	// blockHead is the name of a part of a plan that stands alone above a list: "part 2:",
	// "quiz:", "part 3: compare".
	blockHead = pattern.New(`(?i)^[\s#*_]*(intro|opening|hook|part \d{1,2}|section \d{1,2}|step \d{1,2}|scene|quiz|question|answer|recap|summary|problem|solution|demo|example \d?|outro|ending|end|closing|cta|title)[*_]*\s*:\s*[*_]*(\p{L}[^:"“„.]{0,30})?[*_]*$`)
	// bareSays is what somebody says in a list of what happens.
	bareSays = pattern.New(`(?i)^(\s*[-*•]\s+)(?:(?:she|he|teacher|presenter|avatar|host|narrator|voice|they) )?(?:says?|asks?|explains?|adds?|tells us),?:?\s+(["“„].+)$`)
	// readIn is a text to be read, behind what is seen or alone: "confetti, text: See you".
	readIn = pattern.New(`(?i)^(?:(.{3,60}?)[,;]\s+)?(?:on screen|on-screen|text|words)\s*:\s*(.+)$`)
	// titleOn is a title that the screen shows.
	titleOn = pattern.New(`(?i)^(\s*[-*•]\s+)(?:title|text|words|headline) on (?:the )?screen\s*:\s*(.+)$`)
)

// namedBlocks reads lists under the names of parts, "intro:", "part 1:", "quiz:", as scenes,
// where most of them say in a line what is said or read.
func namedBlocks(lines []prose.Line) []prose.Line {
	if Planned(lines) {
		return lines
	}
	var heads []int
	told := 0
	for i, l := range lines {
		if !blockHead.MatchString(l.Text) || i+1 >= len(lines) || !prose.IsBullet(lines[i+1].Text) {
			continue
		}
		heads = append(heads, i)
		for _, b := range lines[i+1:] {
			if !prose.IsBullet(b.Text) {
				break
			}
			if bareSays.MatchString(b.Text) {
				told++
				break
			}
		}
	}
	if len(heads) < 3 || told < 2 {
		return lines
	}
	for n, i := range heads {
		m := blockHead.FindStringSubmatch(lines[i].Text)
		head := strings.TrimSpace(m[1])
		if m[2] != "" {
			head += " – " + strings.TrimSpace(m[2])
		}
		lines[i].Text = fmt.Sprintf("Scene %d: %s", n+1, head)
		for k := i + 1; k < len(lines) && prose.IsBullet(lines[k].Text); k++ {
			if t, _, _ := prose.Bullet(lines[k].Text); !bareSays.MatchString(lines[k].Text) {
				lines[k].Text = "Visual: " + t // what happens in it, and what is read
				m := readIn.FindStringSubmatch(t)
				switch {
				case titleOn.MatchString("- " + t):
					lines[k].Text = "- " + t
				case m != nil && len(prose.Quoted(m[2])) == 0 && m[1] == "":
					lines[k].Text = `On-screen text: "` + m[2] + `"`
				case m != nil && len(prose.Quoted(m[2])) == 0:
					lines[k].Text = "Visual: " + m[1] + `. On-screen text: "` + m[2] + `"`
				}
			}
		}
	}
	return lines
}

// saysLines names the fields of a scene's list that have none: `- says "Today we share a
// pizza."`, "- title on screen: Fractions".
func saysLines(lines []prose.Line) []prose.Line {
	if !Planned(lines) {
		return lines
	}
	for i, l := range lines {
		lines[i].Text = titleOn.ReplaceAllString(bareSays.ReplaceAllString(l.Text, "${1}VO: $2"), "${1}On-screen text: $2")
	}
	return lines
}
