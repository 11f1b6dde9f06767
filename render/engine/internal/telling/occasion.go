package telling

import (
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/tongue"
)

// anOccasion begins a fragment that only says when, or where something takes place.
var anOccasion = pattern.New(`(?i)^(?:(?:am|el|le|il|op|no|na|em|dal|ab|vom|de|del|du|da) )?(?:(?:` + Weekdays + `),? (?:(?:den|dem|el|le|il|dia) )?)?\d{1,2}(?:\.|er|º|°)? (?:de |d['’])?(?:` + monthWords + `|` + moreMonths + `)\b|^(?:(?:am|el|le|il|op|no|na) )?(?:` + Weekdays + `)\b|^(?:ab|um|von|bis|gegen|à partir de|dès|à|de|a las|desde las|a partir de las|às|das|a partir das|alle|dalle|om|vanaf|van) \d{1,2}(?:(?:[:.]|\s?h\s?)[0-5]\d)?(?:\s?(?:uhr|h|uur|horas|ore)\b)?`)

// Occasions makes of fragments that say when an event takes place the day of it: "Am 12.
// Juli. Ab 15 Uhr auf dem Schulhof." is one thing to say.
func (w *Writer) Occasions() {
	if w.Wording.Code == "en" || w.Brief.Purpose != brief.Event || w.Brief.Level != brief.Topic || meetings[w.Wording.Code][0] == "" {
		return
	}
	var out []brief.Point
	for _, pt := range w.Brief.Points {
		t := prose.Unstop(pt.Text)
		if pt.Form != brief.Clause && pt.Form != brief.When || pt.Verbatim || pt.Chapter != "" || pt.Form == brief.Clause && (!anOccasion.MatchString(t) || prompt.IsClause(t, w.Wording.Code) || prose.Words(t) > 12 || strings.ContainsAny(pt.Text, "?!:")) {
			out = append(out, pt)
			continue
		}
		if n := len(out); n > 0 && out[n-1].Form == brief.When && pt.Form == brief.Clause {
			out[n-1].Text = prose.Unstop(out[n-1].Text) + w.Wording.Comma() + tongue.LowerFirst(t)
			continue
		}
		pt.Form, pt.Text = brief.When, t
		out = append(out, pt)
	}
	w.Brief.Points = out
}

// WhenLines are the lines in which a day, its time and its place are read, each of at most
// n characters where its words allow.
func WhenLines(s string, n int) []string {
	var out []string
	add := func(x string) {
		if k := len(out); k > 0 && utf8.RuneCountInString(out[k-1]+", "+x) <= n {
			out[k-1] += ", " + x
			return
		}
		out = append(out, x)
	}
	for _, part := range strings.Split(s, ", ") {
		for utf8.RuneCountInString(part) > n {
			from := 0
			if at := ADay.FindStringIndex(part); at != nil {
				from = at[1]
			}
			cut := whenCut.FindStringIndex(part[from:])
			if cut == nil || from+cut[0] == 0 {
				break
			}
			add(part[:from+cut[0]])
			part = strings.TrimSpace(part[from+cut[0]:])
		}
		add(part)
	}
	for i := range out {
		out[i] = prose.Upper(out[i])
	}
	return out
}

// whenCut stands before a time or a place.
var whenCut = pattern.New(`(?i)\s(?:a las|a partir|alle|dalle|à|au|aux|chez|dans|de \d|das \d|às|von \d|um|ab|bis|en|in|im|auf|bei|na|no|nel|nella|op|om|vanaf|van \d|bij)\s`)
