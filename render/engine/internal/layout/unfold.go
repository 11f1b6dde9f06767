package layout

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

var (
	numberedRE = pattern.New(`(?:^|[\s:。：])\(?(\d{1,2})[.)]\s+`)
	dottedRE   = pattern.New(`\s*[•·▪◦‣]\s+`)
)

// comparedBy is an order to compare two things with the facts behind it, parted by semicolons.
var comparedBy = pattern.New(`(?i)^(compare [^:;.]{2,40} (?:vs\.?|versus|and|with|to) [^:;.]{2,60}): ([^;]+(?:; [^;]+)+)$`)

// Unfold puts every item of a list that is written within one line on a line of
// its own: "Steps: 1) open it. 2) close it." and "Bring: • a pen • a book".
func Unfold(lines []prose.Line) []prose.Line {
	out := make([]prose.Line, 0, len(lines))
	code, scenes := false, false
	for _, l := range lines {
		if prose.FenceRE.MatchString(l.Text) {
			code = !code
		}
		if _, ok := SceneHead(l); ok {
			scenes = true
		}
		if scenes && (SceneRE.MatchString(l.Text) || FieldRE.MatchString(l.Text)) {
			out = append(out, l) // a list within a scene is what it shows
			continue
		}
		outside := prose.QuotesRE.ReplaceAllString(l.Text, "") // dots within quotation marks part no list
		switch m := comparedBy.FindStringSubmatch(strings.TrimSpace(l.Text)); {
		case code:
			out = append(out, l)
		case m != nil:
			text := prose.Stop(m[1])
			for _, fact := range strings.Split(m[2], "; ") {
				text += " " + prose.Upper(prose.Stop(strings.TrimSpace(fact)))
			}
			out = append(out, prose.Line{N: l.N, Text: text})
		case strings.Count(outside, "•")+strings.Count(outside, "▪") >= 2:
			parts := dottedRE.Split(l.Text, -1)
			if head := strings.TrimSpace(parts[0]); head != "" {
				out = append(out, prose.Line{N: l.N, Text: head})
			}
			for _, p := range parts[1:] {
				if p = strings.TrimSpace(p); p != "" {
					out = append(out, prose.Line{N: l.N, Text: "• " + p})
				}
			}
		default:
			for _, part := range unlabel(l) {
				out = append(out, unnumber(part)...)
			}
		}
	}
	return out
}

// unlabel parts the headed parts that share a line: "Style: bold. Hook: “…” CTA: …".
func unlabel(l prose.Line) []prose.Line {
	if _, _, _, ok := OpensSection(l.Text); !ok {
		return []prose.Line{l}
	}
	at := 0
	var out []prose.Line
	for _, m := range inlineLabel.FindAllStringSubmatchIndex(l.Text, -1) {
		sec := SectionOf(l.Text[m[2]:m[3]])
		if m[0] == 0 || sec == "" || sec == "facts" || strings.Count(l.Text[:m[2]], `"`)%2 == 1 || strings.Count(l.Text[:m[2]], "“") > strings.Count(l.Text[:m[2]], "”") {
			continue
		}
		out = append(out, prose.Line{N: l.N, Text: strings.TrimSpace(l.Text[at:m[2]])})
		at = m[2]
	}
	return append(out, prose.Line{N: l.N, Text: strings.TrimSpace(l.Text[at:])})
}

var inlineLabel = pattern.New(`(?:[.!?"”]\s+|[。।]\s*)([\p{Lu}\p{Lo}][\p{L}\p{M} -]{1,24})(?::\s|：)`)

// amountFirst begins an item with an amount: "20 minutes later, empty it".
var amountFirst = pattern.New(`^\d{1,4}(?:[.,]\d+)? ?[\p{L}%€]`)

// unnumber cuts a line before each of its numbers 1, 2, 3 …; what follows the last
// item's first sentence is no part of the list.
func unnumber(l prose.Line) []prose.Line {
	var cuts [][3]int // where the item begins, where its words begin, where the number stands
	for _, m := range numberedRE.FindAllStringSubmatchIndex(l.Text, -1) {
		next, _ := utf8.DecodeRuneInString(l.Text[m[1]:])
		if l.Text[m[3]] == '.' && (prose.OrdinalRE.MatchString(l.Text[:m[3]]) || prose.Ordinal(l.Text[:m[3]], l.Text[m[3]+1:])) {
			continue // "Ab 1. Februar", "in der 2. Klasse"
		}
		if l.Text[m[2]:m[3]] == fmt.Sprint(len(cuts)+1) && (unicode.IsLetter(next) || strings.ContainsRune("\"“«„`", next) || len(cuts) > 0 && amountFirst.MatchString(l.Text[m[1]:])) {
			from := m[0]
			if r, w := utf8.DecodeRuneInString(l.Text[from:]); from < m[2] && r != '(' {
				from += w - 1 // the last byte of what stands before the number
			}
			cuts = append(cuts, [3]int{from, m[1], m[2]})
		}
	}
	if len(cuts) < 2 {
		return []prose.Line{l}
	}
	var out []prose.Line
	if head := strings.TrimSpace(l.Text[:min(len(l.Text), cuts[0][0]+1)]); head != "" && !strings.HasPrefix(head, "1") && head != "(" {
		out = append(out, prose.Line{N: l.N, Text: head})
	}
	for i, c := range cuts {
		end := len(l.Text)
		if i+1 < len(cuts) {
			end = cuts[i+1][0] + 1
		}
		item := strings.TrimRight(strings.TrimSpace(l.Text[c[1]:end]), "( ,;")
		rest := ""
		if ss := prose.CutSentences(item); i == len(cuts)-1 && len(ss) > 1 {
			item, rest = item[:ss[0][1]], strings.TrimSpace(item[ss[0][1]:])
		}
		out = append(out, prose.Line{N: l.N, Text: fmt.Sprintf("%d. %s", i+1, strings.TrimRight(item, ", "))})
		if rest != "" {
			out = append(out, prose.Line{N: l.N, Text: ""}, prose.Line{N: l.N, Text: rest})
		}
	}
	return out
}
