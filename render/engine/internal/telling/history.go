package telling

import (
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// This file draws a history told in several English sentences as one timeline: "The club was
// founded in 1976. In 2004 we won our first title. Since 2019 girls train too." The
// sentences are said as they are.

var (
	// yearLead begins a sentence with its year. Groups: the word before it
	// and the year; the same of "since", which no number stands behind.
	yearLead = pattern.New(`^(?:((?i:in|since|by|from)) ((?:1[0-9]|20)\d\d)(?:, | (?:we|the|our|an?|it|they|he|she|\p{Lu}\p{L}+) )|([Ss]ince) ((?:19|20)\d\d) )`)
	// yearInside is a year in the middle or at the end of a sentence. Groups: the word, the year.
	yearInside = pattern.New(`(?i) (in|since) ((?:1[0-9]|20)\d\d)(?:[ ,]|$)`)
	// yearBrought is a year and what it brought. Groups: both.
	yearBrought = pattern.New(`^((?:19|20)\d\d) (?:brought|saw|marked|was the year of) (.+)$`)
	// anyYear finds years.
	anyYear = pattern.New(`\b(?:1[0-9]|20)\d\d\b`)
)

// History makes one timeline of sentences that follow each other and tell of rising years.
func (w *Writer) History(beats []*Beat) []*Beat {
	if w.Brief.Level != brief.Topic || w.Wording.Code != "en" {
		return beats
	}
	var out []*Beat
	for i := 0; i < len(beats); {
		n, last := 0, ""
		var items []scene.Item
		for i+n < len(beats) {
			x := beats[i+n]
			if n > 0 && (x.Chapter != beats[i].Chapter || x.As != beats[i].As) {
				break
			}
			years := w.yearsOf(x)
			if years == nil || years[0].Label <= last || len(items)+len(years) > ShownMost-1 {
				break
			}
			items = append(items, years...)
			last = years[len(years)-1].Label
			n++
		}
		if n < 2 || len(items) < 3 {
			out = append(out, beats[i])
			i++
			continue
		}
		b := *beats[i]
		b.Words = nil
		longest := 0
		for _, x := range beats[i : i+n] {
			b.Words = append(b.Words, x.Words...)
			b.Asked = b.Asked || x.Asked
		}
		for k, it := range items {
			longest = max(longest, utf8.RuneCountInString(it.Title))
			items[k].Label = strings.TrimSuffix(it.Label, "+")
			if items[k].Label != it.Label {
				items[k].Label = "Since " + items[k].Label
			}
		}
		b.Kind, b.Items, b.Headline, b.Figure, b.Label, b.Subtitle, b.Plain, b.Whole = scene.Timeline, items, w.Wording.TimeHead, nil, "", "", false, true
		if longest > mostOnLine {
			b.Kind = scene.Points
			for k, it := range b.Items {
				b.Items[k].Title, b.Items[k].Body, b.Items[k].Label = it.Label, it.Title, ""
			}
		}
		out = append(out, &b)
		i += n
	}
	return out
}

// yearsOf are the events that a beat tells with their years; nil = it tells something else. A
// label with "+" is a year since when something is so.
func (w *Writer) yearsOf(b *Beat) []scene.Item {
	if b.Verbatim || b.Turn > 0 || b.Question != "" || len(b.Words) != 1 || b.As != brief.Body || strings.ContainsAny(b.Words[0], "\"“?") {
		return nil
	}
	if b.Kind == scene.Timeline {
		for _, it := range b.Items {
			if it.Label == "" || anyYear.FindString(it.Label) != it.Label {
				return nil
			}
		}
		return b.Items
	}
	s := prose.Unstop(b.Words[0])
	if len(anyYear.FindAllString(s, 3)) == 2 {
		var out []scene.Item
		for _, x := range datedTurns(s, 2) { // "The town bought it in 1950 and opened it in 1953"
			if anyYear.FindString(x.when) != x.when {
				return nil
			}
			out = append(out, scene.Item{Label: x.when, Title: w.Entry(prose.Upper(x.what), 46), Icon: Icon(x.what), Cue: phraseStartOf(x.whole)})
		}
		if parts := strings.Split(s, ", "); out == nil && len(parts) == 2 { // "founded in 1788 by a monk, nearly closed in 1919"
			for _, x := range parts {
				m := yearInside.FindStringSubmatchIndex(x)
				if m == nil {
					return nil
				}
				out = append(out, scene.Item{Label: x[m[4]:m[5]], Title: w.Entry(prose.Upper(becameSo.ReplaceAllString(x[:m[0]]+x[m[5]:], "")), 46), Icon: Icon(x), Cue: phraseStartOf(x)})
			}
		}
		return out
	}
	if len(anyYear.FindAllString(s, 3)) != 1 || prose.Words(s) > 16 {
		return nil
	}
	for _, f := range w.Counts(s) {
		if f.Score > 1 {
			return nil // a figure has a picture of its own
		}
	}
	event, word, year := "", "", ""
	if m := yearBrought.FindStringSubmatch(s); m != nil {
		return []scene.Item{{Label: m[1], Title: w.Entry(prose.Upper(m[2]), 46), Icon: Icon(m[2]), Cue: phraseStartOf(s)}}
	}
	if m := yearLead.FindStringSubmatchIndex(s); m != nil {
		if m[2] < 0 {
			m = append(m[:2:2], m[6:]...)
		}
		word, year, event = s[m[2]:m[3]], s[m[4]:m[5]], strings.TrimLeft(s[m[5]:], ", ")
	} else if m := yearInside.FindStringSubmatchIndex(s); m != nil {
		word, year, event = s[m[2]:m[3]], s[m[4]:m[5]], strings.TrimRight(s[:m[0]], ",")+s[m[5]:]
	} else {
		return nil
	}
	label := year
	if strings.EqualFold(word, "since") {
		label += "+"
	}
	return []scene.Item{{Label: label, Title: w.Entry(prose.Upper(becameSo.ReplaceAllString(event, "")), 46), Icon: Icon(event), Cue: phraseStartOf(s)}}
}
