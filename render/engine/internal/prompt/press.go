package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// This file reads press releases: what stands in them for editors is not spoken.

var (
	releaseMark = pattern.New(`(?i)^[*_ ]*(?:for immediate release|press release|news release|embargoed (?:until|till)\b.{0,40})\s*:?[*_ ]*$`)
	// dateline is the place and the day before a release's first sentence.
	dateline = pattern.New(`^(?:\p{Lu}[\p{L}.'’-]*(?:,? \p{Lu}[\p{L}.'’-]*){0,4}),? ?(?:[,(] ?)?(?:(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[\p{L}.]* \d{1,2}(?:, \d{4})?|\d{1,2} \p{Lu}\p{L}+(?: \d{4})?)\)?,? ?(?:\([\p{L} ]+\) ?)?(?:—|–|--?|/PRNewswire/ ?-+) ?`)
	// forEditors begins what follows the release.
	forEditors = pattern.New(`(?i)^(?:#{3,}|-?\s?30\s?-|end[s]?|(?:for )?(?:media|press) (?:contacts?|inquiries|enquiries)\b.*|notes? to editors?\b.*|about \p{Lu}[^.!?]{1,50}|for more information,? (?:please )?contact\b.*)$`)
)

// pressRelease takes the marks of a release off its text: its first line that says what it
// is, the dateline, and what stands below it for editors.
func (p *parser) pressRelease(lines []prose.Line) []prose.Line {
	if p.t.Code != "en" {
		return lines
	}
	marked, dated := -1, -1
	for i, l := range lines {
		t := strings.TrimSpace(l.Text)
		if marked < 0 && dated < 0 && releaseMark.MatchString(t) {
			marked = i
		}
		if dated < 0 && dateline.MatchString(t) && prose.Words(t) > 12 {
			dated = i
		}
	}
	if dated < 0 && marked < 0 {
		return lines
	}
	out := make([]prose.Line, 0, len(lines))
	for i, l := range lines {
		t := strings.TrimSpace(l.Text)
		switch {
		case i == marked:
			p.b.NoteOn(l.N, "the release's marks for editors are not spoken", prose.FirstWords(t, 2))
			continue
		case i > max(marked, dated) && (marked >= 0 || dated >= 0 && strings.HasPrefix(t, "#")) && forEditors.MatchString(t):
			p.b.NoteOn(l.N, "what the release has for editors is not spoken", prose.FirstWords(t, 2))
			return out
		case i == dated:
			l.Text = dateline.ReplaceAllString(t, "")
		case t != "" && dated > i && i > marked && !prose.EndsAsSentence(t) && prose.Words(t) <= 20 && !prose.IsBullet(t):
			l.Text = prose.Stop(strings.Trim(t, "*# ")) // the headline is its first sentence
		}
		out = append(out, l)
	}
	return out
}
