package telling

import (
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// quantity is an amount with its unit as it is written: "2m10s", "€48,000", "12 minutes".
const quantity = `(?:about |around |only |just |roughly |nearly |almost )?((?:[€$£]\s?)?\d[\d.,]*\d|(?:[€$£]\s?)?\d)((?:\s?%|[a-z]{1,3}(?:\d+[a-z]{1,3})?|\s?[kKM]\b)?(?: (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|euros?|dollars?|percent|people|times|points?|stars?|degrees|kg|g|km|kWh|GB|MB)\b)?)`

// twoValues are the forms in which one sentence gives a value and the one it replaces. The
// groups are what it is the value of, and per value its digits, its unit and what it is
// counted by ("a month").
var twoValues = []struct {
	re       *pattern.Pattern
	newFirst bool
	titles   [2]string // of the old value and the new one
}{
	{pattern.New(`(?i)^(.{3,40}?) ` + quantity + `( (?:an?|per|each|every) \p{L}+)? (?:instead of|rather than) ` + quantity + `( (?:an?|per|each|every) \p{L}+)?$`), true, [2]string{"Instead of", "Now"}},
	{pattern.New(`(?i)^(.{3,40}?)(?:,|:)? (?:before|previously|formerly),? ` + quantity + `( (?:an?|per|each|every) \p{L}+)?[,;] (?:and )?(?:after(?:wards)?|now|today),? ` + quantity + `( (?:an?|per|each|every) \p{L}+)?$`), false, [2]string{"Before", "After"}},
	{pattern.New(`(?i)^(.{3,40}?)(?: (?:was|were))? ` + quantity + `( (?:an?|per|each|every) \p{L}+)? (?:before|previously),?(?: and|;)? ` + quantity + `( (?:an?|per|each|every) \p{L}+)? (?:after(?:wards)?|now|today)$`), false, [2]string{"Before", "After"}},
	{pattern.New(`(?i)^(.{3,40}?) (?:used to (?:take|be|cost|last|need)|(?:took|was|were|cost|lasted|answered in|needed|waited)) ` + quantity + `( (?:an?|per|each|every) \p{L}+)?[,;](?: and| but)? (?:now|today)(?: (?:it|they|we|that)(?:['’]s| is| are| takes?| costs?| lasts?| needs?)?)?(?: in| only| just)* ` + quantity + `( (?:an?|per|each|every) \p{L}+)?$`), false, [2]string{"Before", "Now"}},
}

var (
	// nowAlready says when, and not what.
	nowAlready = pattern.New(`(?i)\s(?:now|already|only|just|still|currently|today)\b`)
	// happened is a verb in the past: what it tells is no state that holds now.
	happened = pattern.New(`(?i)\s(?:took|lasted|cost|was|were|needed|waited|spent|went|came|sold|had)$`)
)

// twoStates draws a value and the one that it replaces as two columns: "Builds take 2m10s
// instead of 11m", "before €48,000; after €23,500".
func (w *Writer) twoStates(b *Beat, s string) bool {
	if w.Wording.Code != "en" || strings.HasSuffix(s, "?") {
		return false
	}
	t := prose.Unstop(s)
	for _, form := range twoValues {
		m := form.re.FindStringSubmatch(t)
		if m == nil {
			continue
		}
		head := strings.TrimRight(strings.TrimSpace(nowAlready.ReplaceAllString(m[1], "")), ",:")
		x, y := strings.TrimSpace(m[2]+m[3]), strings.TrimSpace(m[5]+m[6])
		if m[3] == "" && m[6] != "" && !strings.ContainsAny(m[2], "€$£") {
			x += m[6]
		} else if m[6] == "" && m[3] != "" && !strings.ContainsAny(m[5], "€$£") {
			y += m[3]
		}
		old, now, per := x, y, m[4]+m[7]
		if form.newFirst {
			old, now = y, x
		}
		if m[4] != "" && m[7] != "" {
			per = m[4]
		}
		if now == old || happened.MatchString(head) && form.newFirst || len(w.Counts(head)) > 0 || strings.Contains(head, ", ") {
			return false
		}
		if h := likeIs.FindStringSubmatch(head); h != nil {
			head = h[1]
		}
		b.Kind, b.Plain, b.Figure, b.Label, b.Subtitle = scene.Compare, false, nil, "", ""
		b.Headline = Clip(prose.Upper(w.Wording.HeadArticle.ReplaceAllString(head, "")), 46)
		cue := func(v string) string { return strings.TrimRight(DigitsRE.FindString(v), ".,") }
		for i, v := range []string{old, now} {
			row := scene.Item{Value: v + per, Cue: CueIn(s, cue(v))}
			if utf8.RuneCountInString(row.Value) > 34 {
				return false
			}
			b.Columns = append(b.Columns, scene.Column{Title: form.titles[i], Rows: []scene.Item{row}})
		}
		return true
	}
	return false
}
