package layout

import (
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// plainHeads brings the heads of scenes, and the settings above them, that share lines or
// are marked in other ways into lines of their own: `Scene 1 - … Scene 2 - …`, "1/ HOOK –",
// "Panel 01 [00:06]", "**CLIENT:** Acme **LENGTH:** 30 s".
func plainHeads(lines []prose.Line) []prose.Line {
	return clockHeads(numberHeads(numberHeads(headsApart(boldLabels(planTitle(countedHeads(letteredHeads(lines))))), slashHead), headingHead))
}

// letteredHeads numbers the scenes that letters count, where two of them at least do so in
// order: "Scene A (5 s): … Scene B: …".
func letteredHeads(lines []prose.Line) []prose.Line {
	n := 0
	out := make([]prose.Line, len(lines))
	for i, l := range lines {
		quotes := prose.QuotesRE.FindAllStringIndex(l.Text, -1)
		text, at := "", 0
		for _, m := range letteredHead.FindAllStringSubmatchIndex(l.Text, -1) {
			if l.Text[m[2]:m[3]] != string(rune('A'+n)) || prose.Within(quotes, m[2]) {
				continue
			}
			n++
			text += l.Text[at:m[2]] + fmt.Sprint(n)
			at = m[3]
		}
		out[i] = prose.Line{N: l.N, Text: text + l.Text[at:]}
	}
	if n < 2 {
		return lines
	}
	for i, l := range out {
		if l.Text == lines[i].Text {
			text := letterList.ReplaceAllStringFunc(l.Text, func(s string) string { return lettersCounted(letterList, s, n) })
			out[i].Text = oneLetter.ReplaceAllStringFunc(text, func(s string) string { return lettersCounted(oneLetter, s, n) })
		}
	}
	return out
}

// lettersCounted names scenes by numbers where a line lists them by the letters that they had:
// "A, C and E on dark blue".
func lettersCounted(re *pattern.Pattern, s string, n int) string {
	m := re.FindStringSubmatch(s)
	var list strings.Builder
	count := 0
	for _, r := range m[2] {
		switch {
		case r >= 'A' && r <= 'Z' && int(r-'A') >= n:
			return s
		case r >= 'A' && r <= 'Z':
			count++
			list.WriteString(fmt.Sprint(1 + r - 'A'))
		default:
			list.WriteRune(r)
		}
	}
	if count == 1 {
		return m[1] + "scene " + list.String()
	}
	return m[1] + "scenes " + list.String()
}

const letterWord = `(?:(?i:scenes?|shots?|screens?|slides?|frames?|cards?|panels?|pages?) )?`

// letterList is a list of letters; oneLetter is one at the head of a clause where it is no
// article.
var (
	letterList = pattern.New(`(^|[\s(:;])` + letterWord + `([A-L](?:(?:, ?(?:and )?| and | & |/)[A-L]\b)+)`)
	oneLetter  = pattern.New(`((?:^|[;:.])\s*)` + letterWord + `([B-HJ-L])\b`)
)

// letteredHead begins a scene; group 1 is its letter.
var letteredHead = pattern.New(`(?:^[\s*_#-]*|[.!?…:;)\]"”»“]\s+)(?i:scene|shot|beat|screen|slide|frame|panel|card|page|szene|folie|tafel|escena|toma|pantalla|scène|écran|cena|scena)\s+([A-L])\s*(?:[-–—:.(|]|$)`)

// planTitle takes the title of a plan out of its first line: `TREATMENT — "Slow Bread" (75 s)`.
func planTitle(lines []prose.Line) []prose.Line {
	for i, l := range lines {
		if strings.TrimSpace(l.Text) == "" {
			continue
		}
		if m := lengthPlan.FindStringSubmatch(l.Text); m != nil {
			lines[i].Text = "Duration: " + strings.NewReplacer(`"`, " seconds", "″", " seconds").Replace(m[1]) // "FILM TREATMENT (60 seconds)"
			return lines
		}
		m := titledPlan.FindStringSubmatch(l.Text)
		if m == nil {
			return lines
		}
		out := append(append([]prose.Line{}, lines[:i]...), prose.Line{N: l.N, Text: "Title: " + m[1]})
		if rest := strings.Trim(m[2], " ()–—-:|,."); rest != "" {
			out = append(out, prose.Line{N: l.N, Text: "Format: " + rest})
		}
		return append(out, lines[i+1:]...)
	}
	return lines
}

// lengthPlan is what a plan calls itself, and how long it is.
var lengthPlan = pattern.New(`(?i)^[\s*#_]*(?:(?:video|film|animation|av|tv) ?)?(?:blueprint|storyboard|shot ?list|scene plan|script|treatment|drehplan|drehbuch|gui[oó]n|escaleta|découpage|sceneggiatura|roteiro)\s*[(\[–—,:-]+\s*(\d{1,3}\s?(?:["″]|` + prose.SecUnit + `))\s*[)\]]?[*_]*\s*$`)

// titledPlan is what a plan calls itself, its title and what is set behind it.
var titledPlan = pattern.New(`(?i)^[\s*#_]*(?:(?:youtube|tiktok|instagram|linkedin|facebook|short|explainer|promo|training|product|video|film|animation) ?){0,2}(?:video|film|clip|blueprint|storyboard|shot ?list|scene plan|script|plan|treatment|szenenplan|drehplan|gui[oó]n(?: técnico)?|escaleta|découpage|sceneggiatura|roteiro)(?: for (?:an? |the |our )?[\p{L} -]{3,30}?)?\s*[:–—-]+\s*["“„«]([^"”»“]{2,60})["”»“][*_]*\s*(\([^()]{2,80}\)|[–—|,-]\s*[^"“„]{2,180})?$`)

// boldLabels gives the labels in bold that share a line one each.
func boldLabels(lines []prose.Line) []prose.Line {
	var out []prose.Line
	for _, l := range lines {
		at := boldLabel.FindAllStringIndex(l.Text, -1)
		if len(at) < 2 || strings.TrimSpace(l.Text[:at[0][0]]) != "" {
			out = append(out, l)
			continue
		}
		for i, m := range at {
			end := len(l.Text)
			if i+1 < len(at) {
				end = at[i+1][0]
			}
			out = append(out, prose.Line{N: l.N, Text: strings.TrimSpace(strings.ReplaceAll(l.Text[m[0]:end], "**", ""))})
		}
	}
	return out
}

var boldLabel = pattern.New(`\*\*\p{L}[\p{L} -]{1,24}(?::\*\*|\*\*:)`)

// headsApart gives scenes that follow each other on one line, counted up, a line each; what
// stands behind the last one's words is of no scene.
func headsApart(lines []prose.Line) []prose.Line {
	var out []prose.Line
	for _, l := range lines {
		quotes := prose.QuotesRE.FindAllStringIndex(l.Text, -1)
		var at []int
		for _, m := range innerHead.FindAllStringSubmatchIndex(l.Text, -1) {
			if l.Text[m[4]:m[5]] == fmt.Sprint(len(at)+1) && !prose.Within(quotes, m[2]) {
				at = append(at, m[2])
			}
		}
		if len(at) < 2 {
			out = append(out, l)
			continue
		}
		if before := strings.TrimSpace(l.Text[:at[0]]); before != "" {
			out = append(out, prose.Line{N: l.N, Text: before})
		}
		for i, from := range at {
			end := len(l.Text)
			if i+1 < len(at) {
				end = at[i+1]
			} else if n := len(quotes); n > 0 && quotes[n-1][0] > from && prose.Words(l.Text[quotes[n-1][1]:]) >= 3 {
				end = quotes[n-1][1]
			}
			out = append(out, prose.Line{N: l.N, Text: strings.TrimSpace(l.Text[from:end])})
			if i+1 == len(at) && end < len(l.Text) {
				out = append(out, prose.Line{N: l.N, Text: ""}, prose.Line{N: l.N, Text: strings.Trim(l.Text[end:], " .,;")})
			}
		}
	}
	return out
}

// innerHead begins a scene within a line; group 1 is its head, group 2 its number.
var innerHead = pattern.New(`(?i)(?:^|[.!?…:;)\]"”»“]\s+)((?:scene|shot|szene|escena|toma|plano|scène|plan|cena|scena)\s+(\d{1,2})\s*[-–—:.(|])`)

// numberHeads reads the numbers of scenes that a slash or a dot follows, "1/ HOOK – presenter
// – …", "## 1 · The pass (10 s)", or that headings begin with, "### 2. What you need", where
// two lines or more count up so and one of them names a part of a plan, or has fields of
// what is said and seen below it.
func numberHeads(lines []prose.Line, head *pattern.Pattern) []prose.Line {
	n, plan := 0, false
	for _, l := range lines {
		if m := head.FindStringSubmatch(l.Text); m != nil && m[1] == fmt.Sprint(n+1) {
			n++
			plan = plan || scenery.MatchString(m[2])
		} else if f := FieldRE.FindStringSubmatch(l.Text); n > 0 && f != nil {
			plan = plan || FieldOf(f[1]) == "say"
		}
	}
	if n < 2 || !plan || Planned(lines) || slices.ContainsFunc(lines, func(l prose.Line) bool { return headsColumns(l.Text) }) {
		return lines
	}
	out := make([]prose.Line, len(lines))
	for i, l := range lines {
		if m := head.FindStringSubmatch(l.Text); m != nil {
			l.Text = "Scene " + m[1] + ": " + m[2]
		}
		out[i] = l
	}
	return out
}

// headsColumns tells whether a line names the columns of a plan's table.
func headsColumns(s string) bool {
	cells := prose.Cells(s)
	if strings.Count(s, "|") < 2 || len(cells) < 3 {
		return false
	}
	for _, c := range cells {
		if columnOf(c) == "" {
			return false
		}
	}
	return true
}

// headingHead is a heading of Markdown, or a line in bold, that begins with a number.
var headingHead = pattern.New(`^\s*(?:#{1,6}\s*[*_]*|[*_]{2})(\d{1,2})[.):]\s+(\S.*?)[*_]*\s*$`)

var slashHead = pattern.New(`^` + Ornament + `(\d{1,2})(?:/|\s*[·•|])\s+(\S.*)$`)

// clockHeads reads the clock in brackets behind the number of a scene, "Panel 01 [00:06]",
// as its length, or as its start where the first one begins at none and they count up.
func clockHeads(lines []prose.Line) []prose.Line {
	type head struct {
		at      int
		seconds float64
		text    string
	}
	var heads []head
	for i, l := range lines {
		if m := clockHead.FindStringSubmatch(l.Text); m != nil {
			heads = append(heads, head{i, clock(m[2]), strings.TrimRight(m[1], " ")})
		}
	}
	if len(heads) < 2 {
		return lines
	}
	starts := heads[0].seconds == 0
	for i := 1; i < len(heads); i++ {
		starts = starts && heads[i].seconds > heads[i-1].seconds
	}
	out := append([]prose.Line{}, lines...)
	for i, h := range heads {
		length := h.seconds
		if starts {
			if length = 0; i+1 < len(heads) {
				length = heads[i+1].seconds - h.seconds
			}
		}
		out[h.at].Text = h.text + ":"
		if length > 0 {
			out[h.at].Text = fmt.Sprintf("%s: (%gs)", h.text, length)
		}
	}
	return out
}

var clockHead = pattern.New(`(?i)^(` + Ornament + `(?:scene|shot|frame|slide|panel|clip|szene|bild|escena|plano|scène|cena|scena)\s+#?\d{1,2})[*_]*\s*[-–—:|]?\s*[(\[](\d{1,2}:\d{2})[)\]][*_]*\s*$`)
