package layout

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// shotTables writes tables that have a column of spoken words and one of pictures, texts
// or times as scenes, be they Markdown, columns parted by "|" or tabs, or comma-separated.
func shotTables(lines []prose.Line) []prose.Line {
	var out []prose.Line
	for i := 0; i < len(lines); i++ {
		table := rowsJoined(lines[i:])
		for _, cut := range tableCuts {
			if n, shots := shotTable(table, cut); n > 0 {
				out = append(append(out, Lines(shots)...), prose.Line{N: table[n-1].N, Text: ""})
				lines = append(lines[:i:i], table...)
				i += n
				break
			}
		}
		if i < len(lines) {
			out = append(out, lines[i])
		}
	}
	return out
}

// tableCuts part a row into its cells; nil where it is none.
var tableCuts = []func(string) []string{
	func(s string) []string {
		if !strings.Contains(s, "|") || strings.Count(s, "|") < 2 && !prose.TableRow.MatchString(s) && !strings.Contains(s, " | ") {
			return nil
		}
		return prose.Cells(s)
	},
	func(s string) []string { return separated(s, '\t') },
	func(s string) []string { return separated(s, ',') },
	func(s string) []string { return separated(s, ';') },
}

// shotTable reads the table that begins at lines[0] and returns how many lines it takes;
// 0 = there is none.
func shotTable(lines []prose.Line, cut func(string) []string) (int, []Shot) {
	head := cut(lines[0].Text)
	if len(head) < 2 {
		return 0, nil
	}
	field, has := make([]string, len(head)), map[string]bool{}
	for j, h := range head {
		if prose.Words(h) > 4 {
			return 0, nil
		}
		field[j] = columnOf(h)
		has[field[j]] = true
	}
	for j := range field { // and where it holds numbers, it counts scenes
		if len(lines) > 1 && field[j] == "Visual" {
			if row := cut(lines[min(len(lines)-1, 2)].Text); j < len(row) && wholeNumber.MatchString(strings.TrimSpace(row[j])) {
				field[j], has["Visual"] = "Scene", false
			}
		}
	}
	for at := range field { // "Shot" heads what is seen, where it holds words
		for _, l := range lines[1:min(len(lines), 6)] {
			if row := cut(l.Text); field[at] == "Scene" && !has["Visual"] && at < len(row) && prose.Words(row[at]) > 3 {
				field[at], has["Visual"] = "Visual", true
			}
		}
	}
	heard := -1 // a column of sounds whose cells name who speaks
	for j := range field {
		if !has["VO"] && (field[j] == "SFX" || field[j] == "Music" || field[j] == "") && spoken(lines, cut, j) {
			field[j], has["VO"], heard = "VO", true, j
		}
	}
	for j := range field { // beside a column of pictures, graphics are what is read
		if field[j] == "Visual" && graphicsHead.MatchString(strings.TrimSpace(head[j])) && slices.ContainsFunc(head, func(h string) bool { return columnOf(h) == "Visual" && !graphicsHead.MatchString(strings.TrimSpace(h)) }) {
			field[j], has["On-screen text"] = "On-screen text", true
		}
	}
	has["VO"] = has["VO"] || has["On-screen text"] && has["Visual"] && has["Duration"]
	if !has["VO"] || !has["Visual"] && !has["Duration"] && !has["On-screen text"] && !has["Start"] {
		return 0, nil
	}
	var rows [][]string
	var at []int
	n := 1
	for ; n < len(lines); n++ {
		t := lines[n].Text
		if prose.TableRule.MatchString(t) || ruleOf.MatchString(t) && strings.ContainsAny(t, "-=") {
			continue
		}
		row := cut(t)
		if row == nil && strings.Count(lines[0].Text, "|") == 1 && strings.Count(t, "|") == 1 {
			row = prose.Cells(t) // "crack| HOST: …"
		}
		if len(head) == 2 && len(row) > 2 { // what is seen is a table itself
			row = []string{strings.Join(row[:len(row)-1], " | "), row[len(row)-1]}
		}
		if strings.TrimSpace(t) == "" || len(row) < 2 || len(row) > len(head)+1 {
			break
		}
		if c := ""; heard >= 0 && heard < len(row) {
			if c = strings.TrimSpace(row[heard]); c != "" && !whoSpeaks.MatchString(c) {
				row[heard] = "(" + strings.Trim(c, "()") + ")"
			}
		}
		rows, at = append(rows, row), append(at, lines[n].N)
	}
	if len(rows) == 0 {
		return 0, nil
	}
	var shots []Shot
	starts := startsOf(rows, field)
	for i, row := range rows {
		s := tableShot(at[i], row, field)
		for j, c := range row { // no column goes unheard
			if j < len(head) && field[j] == "Data" && !EmptyCell.MatchString(strings.TrimSpace(c)) {
				s.Body = append(s.Body, prose.Line{N: at[i], Text: prose.Upper(head[j]) + ": " + c})
			}
			if j < len(head) && field[j] == "" && head[j] != "" && !EmptyCell.MatchString(strings.TrimSpace(c)) {
				s.Body = append(s.Body, prose.Line{N: at[i], Text: "Note: " + head[j] + ": " + c})
			}
		}
		if starts != nil {
			s.seconds = starts[i]
		}
		shots = append(shots, s)
	}
	return n, shots
}

// spoken tells whether most cells of column j begin with who speaks.
func spoken(lines []prose.Line, cut func(string) []string, j int) bool {
	all, said := 0, 0
	for _, l := range lines[1:] {
		row := cut(l.Text)
		if strings.TrimSpace(l.Text) == "" {
			break
		}
		if j >= len(row) || ruleOf.MatchString(l.Text) || strings.TrimSpace(row[j]) == "" {
			continue
		}
		if all++; whoSpeaks.MatchString(strings.TrimSpace(row[j])) {
			said++
		}
	}
	return said > 0 && 2*said >= all
}

// whoSpeaks begins a cell with a speaker in capitals: "NARR: …", "GWEN (V.O.): …".
var whoSpeaks = pattern.New(`^(?:\p{Lu}[\p{Lu} .'’-]{1,20}|VO|V\.O\.|Narrat(?:or|ion)|Voice-?over|Narr|Sprecher(?:in)?|Locutora?|Voix(?: off)?|Voz(?: en off| em off)?|Voce(?: fuori campo| off)?|Off|Stem)(?:\s*\([^()]{2,12}\))?\s*:\s`)

var graphicsHead = pattern.New(`(?i)^(?:graphics?|gfx|graphics text|grafik(?:en)?|gráficos)$`)

// ruleOf is a line between a table's head and its rows.
var ruleOf = pattern.New(`^[\s|:+=-]+$`)

// startsOf are the lengths of scenes whose rows say when they begin, in seconds: the
// first one at none; 0 for the last one. Nil where the rows say it otherwise.
func startsOf(rows [][]string, field []string) []float64 {
	for j, f := range field {
		if f != "Duration" && f != "Start" {
			continue
		}
		out := make([]float64, len(rows))
		last := 0.
		for i, row := range rows {
			if j >= len(row) {
				return nil
			}
			m := onlyClock.FindString(strings.Trim(row[j], "()[] "))
			if m == "" || i == 0 && clock(m) != 0 || i > 0 && clock(m) <= last {
				return nil
			}
			if i > 0 {
				out[i-1] = clock(m) - last
			}
			last = clock(m)
		}
		return out
	}
	return nil
}

var onlyClock = pattern.New(`^` + clockTime + `$`)

// tableShot is the scene of one row.
func tableShot(n int, row, column []string) Shot {
	s := Shot{N: n}
	start, end := "", ""
	for j, c := range row {
		c = strings.TrimSpace(lineBreak.ReplaceAllString(c, "; "))
		if j >= len(column) || column[j] == "" {
			continue
		}
		if column[j] == "Music" && silentCell.MatchString(c) {
			c = "no music"
		}
		if EmptyCell.MatchString(c) || column[j] == "Data" {
			continue
		}
		switch column[j] {
		case "Scene":
			s.Head = joined(strings.TrimLeft(sceneNumber.ReplaceAllString(c, ""), " .:–—-"), s.Head)
		case "Type":
			s.Head = joined(s.Head, c)
			s.Body = append(s.Body, field(n, "Type", c))
		case "Duration":
			s.seconds = timeIn(c)
		case "Start":
			start = c
		case "End":
			end = c
		case "On-screen text":
			for _, x := range splitTexts(c) {
				if len(prose.Quoted(c)) == 0 && pictureCell.MatchString(x) {
					s.Body = append(s.Body, prose.Line{N: n, Text: "Visual: " + x}) // "Counter 0–15 litres"
					continue
				}
				s.Body = append(s.Body, field(n, column[j], x))
			}
		case "VO":
			if m := WholeRE.FindStringSubmatch(c); m != nil {
				s.Body = append(s.Body, field(n, "SFX", m[1])) // "(hit)" is heard and not said
				continue
			}
			if silent := noVoice.ReplaceAllString(c, ""); silent != c && len(prose.Quoted(c)) == 0 || heardCue.MatchString(c) && heardCue.ReplaceAllString(c, "") == "" {
				if silent = strings.Trim(silent, " .,;"); heardMusic.MatchString(silent) { // "MUSIC UP: bright. (no VO)"
					s.Body = append(s.Body, field(n, "Music", heardMusic.ReplaceAllString(silent, "")))
				} else if silent != "" {
					s.Body = append(s.Body, field(n, "SFX", silent))
				}
				continue
			}
			for _, x := range cutFields(strings.ReplaceAll(c, "; ", " ")) {
				if m := FieldRE.FindStringSubmatch(x); m == nil || FieldOf(m[1]) == "say" || FieldOf(m[1]) == "avatar" {
					x = "VO: " + voLabel.ReplaceAllString(x, "")
				}
				s.Body = append(s.Body, prose.Line{N: n, Text: x})
			}
		case "Language":
			s.Body = append(s.Body, field(n, "Language", c))
		default:
			s.Body = append(s.Body, tabled(n, column[j], c)...)
		}
	}
	if start != "" && end != "" {
		s.seconds = max(0, timeOf(end)-timeOf(start))
	}
	return s
}

// timeOf is a time in seconds, as a clock shows it or as a number.
func timeOf(s string) float64 {
	if strings.Contains(s, ":") {
		return clock(s)
	}
	return prose.Decimal(prose.FirstNumber.FindString(s))
}

// tabled is a cell with a picture: fields of their own in it have lines of their own.
func tabled(n int, name, c string) []prose.Line {
	var out []prose.Line
	read := name == "Visual" // whether nothing is seen but what is to be read
	for _, x := range cutFields(bareField.ReplaceAllString(c, "$1: $2")) {
		if m := FieldRE.FindStringSubmatch(x); m == nil {
			x, read = name+": "+x, false
		} else {
			read = read && FieldOf(m[1]) == "screen"
		}
		out = append(out, prose.Line{N: n, Text: x})
	}
	if read {
		out = append([]prose.Line{{N: n, Text: "Visual: full-screen text"}}, out...)
	}
	return out
}

// splitTexts parts the texts of one cell: "900 g | 22 h", `"A" / "B"`.
func splitTexts(c string) []string {
	if qs := prose.Quoted(c); len(qs) > 0 {
		if _, behind, _ := strings.Cut(c, qs[0]); len(qs) == 1 && whoSaid.MatchString(behind) {
			return []string{c} // `"We open." – Ada K.`
		}
		return qs
	}
	return textCut.Split(c, -1)
}

// whoSaid is a name behind a quotation.
var whoSaid = pattern.New(`^["”»“]\s*[–—-]\s*\p{Lu}`)

func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " / " + b
}

var (
	// noVoice says that nobody speaks, heardCue is what is heard instead.
	noVoice     = pattern.New(`(?i)[(\[]?\b(?:no (?:v\.?o\.?|voice-?over|narration|narrator|dialogue|words)|ohne (?:ton|sprecher(?:text)?)|sin voz(?: en off)?|sans voix(?: off)?|senza voce)\b[)\]]?`)
	heardCue    = pattern.New(`^[(\[]?(?:MUSIC|SFX|SOUND|FX|MUSIK|MÚSICA|MUSIQUE|MUSICA)\b[^"“„«:]{0,12}[:.]?[^"“„«:]*$`)
	heardMusic  = pattern.New(`(?i)^[(\[]?(?:music|musik|música|musique|musica)\b(?:\s+up\b)?[\s:–—-]*`)
	pictureCell = pattern.New(`(?i)^(?:\p{L}+ )?(?:counter|charts?|graph|checklist|list|table|timeline|icons?|map|steps|donut)\b(?:\s*[:–—-]|\s\d|$| of | from )`)
	lineBreak   = pattern.New(`(?i)\s*<br\s*/?>\s*`)
	EmptyCell   = pattern.New(`(?i)^(?:[–—-]*|n/?a|none|nil|\(none\)|""|x)$`)
	silentCell  = pattern.New(`(?i)^\(?(?:none|off|no|keine|ninguna|aucune|nessuna|nenhuma|geen)\)?$`)
	sceneNumber = pattern.New(`(?i)^(?:scene|shot|szene|escena|scène|cena|scena|s)?\s*[#.]?\s*\d{1,3}[a-z]?[.)]?`)
	voLabel     = pattern.New(`^(?i:vo|v\.o\.|voice-?over|narration|narrator|presenter|avatar|host|speaker|sprecher(?:in)?|moderator(?:in)?|locutora?|voz en off|presentadora?|voix off|narrat(?:eur|rice)|narratore)(?:\s*\([^)]*\))?\s*:\s*|^\p{Lu}{2,16}(?:\s*\([^)]*\))?:\s+`)
	textCut     = pattern.New(`\s+[|•]\s+|;\s+`)
)

// separated cuts a row of values parted by sep, of which some may stand in quotation
// marks; nil where sep does not part anything.
func separated(s string, sep byte) []string {
	s = strings.TrimSpace(s)
	if strings.IndexByte(s, sep) < 0 {
		return nil
	}
	var out []string
	for {
		s = strings.TrimLeft(s, " ")
		cell := ""
		if strings.HasPrefix(s, `"`) {
			end := 1
			for end < len(s) {
				if s[end] != '"' {
					end++
				} else if end+1 < len(s) && s[end+1] == '"' {
					end += 2
				} else {
					break
				}
			}
			cell = strings.ReplaceAll(s[1:min(end, len(s))], `""`, `"`)
			s = s[min(end+1, len(s)):]
			i := strings.IndexByte(s, sep)
			if strings.TrimSpace(s[:max(0, i)]) != "" || i < 0 && strings.TrimSpace(s) != "" {
				return nil // quotation marks within running text
			}
			s = s[max(0, i):]
			if i < 0 {
				s = ""
			}
		} else if i := strings.IndexByte(s, sep); i >= 0 {
			cell, s = s[:i], s[i:]
		} else {
			cell, s = s, ""
		}
		out = append(out, strings.TrimSpace(cell))
		if s == "" {
			return out
		}
		if s = s[1:]; s == "" {
			return append(out, "")
		}
		if len(out) > 40 {
			return nil
		}
	}
}
