package prompt

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
)

var (
	numberedRE = pattern.New(`(?:^|[\s:。：])\(?(\d{1,2})[.)]\s+`)
	dottedRE   = pattern.New(`\s*[•·▪◦‣]\s+`)
)

// comparedBy is an order to compare two things with the facts behind it, parted by semicolons.
var comparedBy = pattern.New(`(?i)^(compare [^:;.]{2,40} (?:vs\.?|versus|and|with|to) [^:;.]{2,60}): ([^;]+(?:; [^;]+)+)$`)

// unfold puts every item of a list that is written within one line on a line of
// its own: "Steps: 1) open it. 2) close it." and "Bring: • a pen • a book".
func unfold(lines []line) []line {
	out := make([]line, 0, len(lines))
	code, scenes := false, false
	for _, l := range lines {
		if fenceRE.MatchString(l.text) {
			code = !code
		}
		if _, ok := sceneHead(l); ok {
			scenes = true
		}
		if scenes && (sceneRE.MatchString(l.text) || fieldRE.MatchString(l.text)) {
			out = append(out, l) // a list within a scene is what it shows
			continue
		}
		outside := quotesRE.ReplaceAllString(l.text, "") // dots within quotation marks part no list
		switch m := comparedBy.FindStringSubmatch(strings.TrimSpace(l.text)); {
		case code:
			out = append(out, l)
		case m != nil:
			text := Stop(m[1])
			for _, fact := range strings.Split(m[2], "; ") {
				text += " " + Upper(Stop(strings.TrimSpace(fact)))
			}
			out = append(out, line{l.n, text})
		case strings.Count(outside, "•")+strings.Count(outside, "▪") >= 2:
			parts := dottedRE.Split(l.text, -1)
			if head := strings.TrimSpace(parts[0]); head != "" {
				out = append(out, line{l.n, head})
			}
			for _, p := range parts[1:] {
				if p = strings.TrimSpace(p); p != "" {
					out = append(out, line{l.n, "• " + p})
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
func unlabel(l line) []line {
	if _, _, _, ok := opensSection(l.text); !ok {
		return []line{l}
	}
	at := 0
	var out []line
	for _, m := range inlineLabel.FindAllStringSubmatchIndex(l.text, -1) {
		sec := sectionOf(l.text[m[2]:m[3]])
		if m[0] == 0 || sec == "" || sec == "facts" || strings.Count(l.text[:m[2]], `"`)%2 == 1 || strings.Count(l.text[:m[2]], "“") > strings.Count(l.text[:m[2]], "”") {
			continue
		}
		out = append(out, line{l.n, strings.TrimSpace(l.text[at:m[2]])})
		at = m[2]
	}
	return append(out, line{l.n, strings.TrimSpace(l.text[at:])})
}

var inlineLabel = pattern.New(`(?:[.!?"”]\s+|[。।]\s*)([\p{Lu}\p{Lo}][\p{L}\p{M} -]{1,24})(?::\s|：)`)

// unnumber cuts a line before each of its numbers 1, 2, 3 …; what follows the last
// item's first sentence is no part of the list.
func unnumber(l line) []line {
	var cuts [][3]int // where the item begins, where its words begin, where the number stands
	for _, m := range numberedRE.FindAllStringSubmatchIndex(l.text, -1) {
		next, _ := utf8.DecodeRuneInString(l.text[m[1]:])
		if l.text[m[3]] == '.' && (ordinalRE.MatchString(l.text[:m[3]]) || ordinal(l.text[:m[3]], l.text[m[3]+1:])) {
			continue // "Ab 1. Februar", "in der 2. Klasse"
		}
		if l.text[m[2]:m[3]] == fmt.Sprint(len(cuts)+1) && (unicode.IsLetter(next) || strings.ContainsRune("\"“«„`", next)) {
			from := m[0]
			if r, w := utf8.DecodeRuneInString(l.text[from:]); from < m[2] && r != '(' {
				from += w - 1 // the last byte of what stands before the number
			}
			cuts = append(cuts, [3]int{from, m[1], m[2]})
		}
	}
	if len(cuts) < 2 {
		return []line{l}
	}
	var out []line
	if head := strings.TrimSpace(l.text[:min(len(l.text), cuts[0][0]+1)]); head != "" && !strings.HasPrefix(head, "1") && head != "(" {
		out = append(out, line{l.n, head})
	}
	for i, c := range cuts {
		end := len(l.text)
		if i+1 < len(cuts) {
			end = cuts[i+1][0] + 1
		}
		item := strings.TrimRight(strings.TrimSpace(l.text[c[1]:end]), "( ,;")
		rest := ""
		if ss := cutSentences(item); i == len(cuts)-1 && len(ss) > 1 {
			item, rest = item[:ss[0][1]], strings.TrimSpace(item[ss[0][1]:])
		}
		out = append(out, line{l.n, fmt.Sprintf("%d. %s", i+1, strings.TrimRight(item, ", "))})
		if rest != "" {
			out = append(out, line{l.n, ""}, line{l.n, rest})
		}
	}
	return out
}
