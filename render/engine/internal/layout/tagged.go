package layout

import (
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// tags are the ways in which scenes are numbered: "#2 / b-roll", "S2: …".
var tags = []*pattern.Pattern{
	pattern.New(`^\s*#(\d{1,2})\s*[/|:–—-]\s*(.*)$`),
	pattern.New(`^` + Ornament + `(?i:sc?)\.?\s?0?(\d{1,2})[*_]*\s*(?:[/|:–—-]+\s*(.*)|([\[(].*))$`),
}

// taggedShots reads scenes whose numbers have another word before them, where two lines
// or more count up so.
func taggedShots(lines []prose.Line) []prose.Line {
	if Planned(lines) {
		return lines
	}
	lines = ordinalShots(lines)
	if Planned(lines) {
		return lines
	}
	for _, tag := range tags {
		n, quoted, plan := 0, 0, false
		for _, l := range lines {
			if m := tag.FindStringSubmatch(l.Text); m != nil && m[1] == fmt.Sprint(n+1) {
				n++
				if len(prose.Quoted(l.Text)) > 0 {
					quoted++
				}
				plan = plan || tag == tags[0] || scenery.MatchString(strings.Join(m[2:], "")) || spokenField.MatchString(m[2])
			} else if n > 0 && FieldRE.MatchString(l.Text) {
				plan = true
			}
		}
		if n < 2 || !plan && quoted < n {
			continue
		}
		out := make([]prose.Line, 0, len(lines))
		for _, l := range lines {
			if m := tag.FindStringSubmatch(l.Text); m != nil {
				l.Text = "Scene " + m[1] + ": " + strings.Join(m[2:], "")
			}
			out = append(out, l)
		}
		return out
	}
	return lines
}

var (
	// countedHead begins with any word and what counts it, "Screen 3.2 – Limits", "Page B: …":
	// the word, a number, a letter or the second part of a number, and the rest.
	countedHead = pattern.New(`^` + Ornament + `[\[(]?(\p{L}{3,14})\s+(?:#|no\.? ?)?(?:\d{1,2}\.(\d{1,2})|0?(\d{1,2})|([A-L]))[\])]?[*_]*\s*(?:[/|:–—.-]+\s*(.*)|([\[(].*))?$`)
	// screenWord is one that counts nothing else in a prompt.
	screenWord = pattern.New(`(?i)^(?:frame|slide|screen|panel|folie|tafel|diapositiva|pantalla|lámina|diapo|écran|schermata|tela)$`)
	// screens are words that are scenes wherever they count up.
	screens = pattern.New(`(?i)^(?:frames?|slide|screen|panel|clip|segment|part|take|card|page|tafel|folie|bild|diapositiva|pantalla|lámina|diapo|écran|slide|schermata|tela|dia)$`)
)

// countedHeads reads scenes that any word counts, twice at least. Where it is no word for
// a scene, both a field of what is said and one of what is seen have to stand below.
func countedHeads(lines []prose.Line) []prose.Line {
	if Planned(lines) {
		return lines
	}
	type run struct {
		n                int
		plan, said, seen bool
	}
	runs := map[string]*run{}
	var words []string // in their order
	var at *run
	for _, l := range lines {
		m := countedHead.FindStringSubmatch(l.Text)
		if m == nil || FieldRE.MatchString(l.Text) {
			f := FieldRE.FindStringSubmatch(l.Text)
			if mark := pictured.FindStringSubmatch(l.Text); at != nil && mark != nil {
				at.plan, at.said, at.seen = true, at.said || markedFields[[]rune(mark[1])[0]] == "VO", at.seen || markedFields[[]rune(mark[1])[0]] == "Visual"
			}
			if at == nil || f == nil {
				continue
			}
			switch FieldOf(f[1]) {
			case "say":
				at.said, at.plan = true, true
			case "note":
				at.said, at.plan = at.said || notesField.MatchString(l.Text), true
			case "screen", "visual":
				at.seen, at.plan = true, true
			default:
				at.plan = true
			}
			continue
		}
		word := strings.ToLower(m[1])
		if runs[word] == nil {
			runs[word] = &run{}
			words = append(words, word)
		}
		if r := runs[word]; counts(m, r.n+1) {
			r.n++
			at = r
			at.plan = at.plan || scenery.MatchString(m[5]+m[6]) || spokenField.MatchString(m[5]+m[6])
		}
	}
	for _, word := range words {
		r := runs[word]
		if r.n < 2 || !r.plan && (r.n < 3 || !screenWord.MatchString(word)) || !screens.MatchString(word) && !(r.said && r.seen) {
			continue
		}
		out, n := make([]prose.Line, 0, len(lines)), 0
		for _, l := range lines {
			if m := countedHead.FindStringSubmatch(l.Text); m != nil && strings.EqualFold(m[1], word) && counts(m, n+1) {
				n++
				l.Text = strings.TrimSpace(fmt.Sprintf("Scene %d: %s", n, m[5]+m[6]))
			} else {
				l.Text = asScenes(l.Text, word)
			}
			out = append(out, l)
		}
		return out
	}
	return lines
}

// asScenes calls what a word counts scenes where a line names some by their numbers: "on slides
// 2 and 3".
func asScenes(s, word string) string {
	s = pluralRef.ReplaceAllStringFunc(s, func(x string) string {
		m := pluralRef.FindStringSubmatch(x)
		if name := strings.ToLower(m[2]); name == word+"s" || name == word {
			return m[1] + " " + map[bool]string{true: "scenes", false: "scene"}[name != word || strings.HasSuffix(word, "s")]
		}
		return x
	})
	return countedRef.ReplaceAllStringFunc(s, func(x string) string {
		m := countedRef.FindStringSubmatch(x)
		if name := strings.ToLower(m[1]); name != word && name != word+"s" {
			return x
		}
		if strings.HasSuffix(strings.ToLower(m[1]), "s") {
			return "scenes " + m[2]
		}
		return "scene " + m[2]
	})
}

// pluralRef is a word for all of them: "between screens", "each slide".
var pluralRef = pattern.New(`(?i)\b(between|each|every|all|all the|per|zwischen|jede[rn]?|entre|cada|chaque|ogni|tra) (\p{L}{3,14})\b`)

// countedRef is a word and a number behind it.
var countedRef = pattern.New(`\b(\p{L}{3,14})\s+(?:\d{1,2}\.)?#?(\d{1,2})\b`)

// counts tells whether a head, m by [countedHead], is the n-th one.
func counts(m []string, n int) bool {
	return m[2]+m[3] == fmt.Sprint(n) || m[4] != "" && m[4] == string(rune('A'+n-1))
}

// notesField is what a speaker says to a slide.
var notesField = pattern.New(`(?i)^` + Ornament + `(?:(?:speaker|presenter|talk(?:ing)?|slide)(?:['’]s)? )?(?:notes|track|points|notizen|sprechernotizen|notas(?: del orador)?|notes de l['’]orateur)[*_]*\s*[:：][*_]*\s*(.*)$`)

// slideNotes are what is said to the slides of a plan that has no other words: "On slide: …"
// and "Notes: …".
func slideNotes(lines []prose.Line) []prose.Line {
	if !Planned(lines) {
		return lines
	}
	notes, slides := 0, 0
	for _, l := range lines {
		m := FieldRE.FindStringSubmatch(l.Text)
		switch {
		case notesField.MatchString(l.Text):
			notes++
		case m != nil && FieldOf(m[1]) == "say":
			return lines
		case m != nil && (FieldOf(m[1]) == "screen" || FieldOf(m[1]) == "visual"):
			slides++
		}
	}
	if notes < 2 || slides < 1 {
		return lines
	}
	var out []prose.Line
	for _, l := range lines {
		if m := notesField.FindStringSubmatch(l.Text); m != nil {
			l.Text = "VO: " + m[1]
		}
		out = append(out, l)
		m := SceneRE.FindStringSubmatch(l.Text)
		if m == nil {
			continue
		}
		if title := strings.Trim(m[2], " *_:–—-"); prose.Words(title) > 1 && prose.Words(title) < 10 && SceneType(title) == "" && !strings.ContainsAny(title, `"“„«([:`) && !begins.MatchString(title) {
			out = append(out, prose.Line{N: l.N, Text: `Headline: "` + title + `"`}) // of the slide
		}
	}
	return out
}

// numberLabels reads a scene's number behind a colon on a line of its own: "SCENE: 1".
func numberLabels(lines []prose.Line) []prose.Line {
	for i, l := range lines {
		lines[i].Text = numberLabel.ReplaceAllString(l.Text, "$1 $2:")
	}
	return lines
}

var numberLabel = pattern.New(`(?i)^\s*[*_#]*\s*(scene|shot|szene|escena|plano|scène|cena|scena)\s*[:=]\s*#?(\d{1,2})[*_]*\s*$`)

// notesBelow are what is said to the items of a numbered list that each have a line of notes and
// nothing else that is said: "1. Title slide: …" over "Notes: …".
func notesBelow(lines []prose.Line) []prose.Line {
	if Planned(lines) {
		return lines
	}
	items, notes := 0, 0
	for i, l := range lines {
		if f := FieldRE.FindStringSubmatch(l.Text); f != nil && FieldOf(f[1]) == "say" && i > 0 && numberedLine.MatchString(lines[i-1].Text) {
			return lines
		}
		if numberedLine.MatchString(l.Text) {
			items++
			if i+1 < len(lines) && notesField.MatchString(lines[i+1].Text) {
				notes++
			}
		}
	}
	if notes < 2 || 3*notes < 2*items {
		return lines
	}
	n := 0
	for i, l := range lines {
		if m := notesField.FindStringSubmatch(l.Text); m != nil {
			lines[i].Text = "VO: " + m[1]
		} else if m := countedLine.FindStringSubmatch(l.Text); m != nil && m[1] == fmt.Sprint(n+1) {
			n++
			lines[i].Text = fmt.Sprintf("Scene %d: %s", n, m[2])
		}
	}
	return lines
}

// fileLines reads lines that begin with the name of a picture's file, "photo1.jpg – “Loft”", and
// those in the same form among and behind them, as scenes whose words are read.
func fileLines(lines []prose.Line) []prose.Line {
	files := 0
	for _, l := range lines {
		if m := fileLine.FindStringSubmatch(l.Text); m != nil && mediaName.MatchString(m[1]) {
			files++
		}
	}
	if files < 2 || Planned(lines) {
		return lines
	}
	var out []prose.Line
	n := 0
	for _, l := range lines {
		m := fileLine.FindStringSubmatch(l.Text)
		if m == nil || n == 0 && !mediaName.MatchString(m[1]) {
			out = append(out, l)
			continue
		}
		n++
		out = append(out, prose.Line{N: l.N, Text: fmt.Sprintf("Scene %d", n)}, prose.Line{N: l.N, Text: "Visual: " + strings.TrimSpace(m[1]+" "+strings.Trim(m[3], " –—-"))}, prose.Line{N: l.N, Text: "On-screen text: " + m[2]})
	}
	return out
}

var (
	fileLine  = pattern.New(`^\s*(?:[-*•]\s+)?([\p{L}\d_./-]{2,40}(?: card)?)\s+[–—-]\s+(["“„«][^"”»“]+["”»“])(.*)$`)
	mediaName = pattern.New(`(?i)\.(?:jpe?g|png|webp|gif|mp4|mov|webm)$`)
)
