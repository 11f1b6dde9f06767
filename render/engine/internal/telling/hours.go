package telling

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

const (
	clockWords = `(?:(?:[01]?\d|2[0-4])[:.][0-5]\d(?:\s?(?:am|pm|a\.m\.|p\.m\.))?|(?:1[0-2]|[1-9])\s?(?:am|pm|a\.m\.|p\.m\.)|noon|midday|midnight)`
	hourWords  = `(?:` + clockWords + `|(?:[01]?\d|2[0-4])h?)`
	timeSpans  = `(?:(?:from )?` + hourWords + `\s?(?:–|-|—|to|till|until)\s?` + hourWords + `|(?:until|till|from|by) ` + clockWords + `)`
	spanWords  = `(?:` + timeSpans + `|closed|by appointment(?: only)?|all day|24 hours)`
	dayWord    = `(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?\b\.?|weekdays|weekends|(?:public|bank) holidays|daily|every day)`
	daysWords  = dayWord + `(?:\s?(?:–|-|—|to|through|and|&|,|\+)\s?` + dayWord + `)*`
)

var (
	// hoursOn is when something is open on which days: "Sat 8–18". Groups: days, times; or
	// "closed" and the days.
	hoursOn = pattern.New(`(?i)\b(` + daysWords + `)\s?[:,]?\s?(` + spanWords + `(?:(?:,| and| &) ` + timeSpans + `)*)|\b(closed) (?:on )?(` + daysWords + `)`)
	// hoursLead is what is left around opening hours once they are taken out.
	hoursLead = pattern.New(`(?i)\b((?:new |our |summer |winter |holiday )?(?:opening|office|business|shop|visiting|store|service|gym|kitchen|delivery|consultation|pool|library|support|phone|reception)? ?(?:hours|times))\b`)
	spanDash  = pattern.New(`(?i)(\d(?:\s?[ap]m)?)\s?(?:–|-|—|to|till|until)\s?(\d)`)

	// ClockIn is a time of day with the word that leads to it.
	ClockIn = pattern.New(`(?i)(?:^|[\s(,])((?:at|by|from|until|till|before|after|around|about|by about|at about|starting at|starts at)\s)?((?:between )?` + clockWords + `(?:\s?(?:–|-|to|till|until|and)\s?` + clockWords + `)?)(?:[\s,;:.)!]|$)`)
	// itIsOn leads to the days of what is spoken of.
	itIsOn = pattern.New(`(?i)^(?:it|we|this|the \p{L}+)(?:['’](?:s|re)| is| are| runs?)(?: (?:on|from|open))? `)
	// sharply says only that a time is meant.
	sharply = pattern.New(`(?i)^(?:sharp|exactly|on the dot|prompt|o['’]clock)\b[, ]*|^[,:;–— -]+|[,:;–— -]+$`)
)

// openingHours draws days with their times as cards: "Monday to Friday 06:00–22:30,
// Saturday 08:00–18:00". It reports whether the sentence has at least two.
func (w *Writer) openingHours(b *Beat, s string) bool {
	all := hoursOn.FindAllStringSubmatchIndex(s, -1)
	if w.Wording.Code != "en" || len(all) < 2 || len(all) > 6 {
		return false
	}
	var items []scene.Item
	left, at := "", 0
	for _, m := range all {
		left += s[at:m[0]]
		at = m[1]
		days, times := "", ""
		if m[2] >= 0 {
			days, times = s[m[2]:m[3]], spanDash.ReplaceAllString(strings.TrimSpace(s[m[4]:m[5]]), "$1–$2")
		} else {
			days, times = s[m[8]:m[9]], s[m[6]:m[7]]
		}
		items = append(items, scene.Item{Title: prose.Upper(strings.TrimRight(days, " .")), Body: prose.Upper(strings.TrimPrefix(times, "from ")), Icon: "clock", Cue: FirstWordOf(days)})
	}
	left = strings.Trim(left+prose.Unstop(s[at:]), " ,;:.")
	if len(w.Counts(left)) > 0 || prose.Words(left) > 14 {
		return false // it says more than hours
	}
	b.Kind, b.Items, b.Figure, b.Label, b.Subtitle, b.Plain = scene.Points, items, nil, "", "", false
	b.Headline = "Opening hours"
	if more := w.besideHours(left); len(more) > 0 {
		b.Items, b.Headline = append(items, more...), w.Wording.KnowHead
		slices.SortStableFunc(b.Items, func(x, y scene.Item) int {
			return strings.Index(s, cmp.Or(x.Cue, x.Title)) - strings.Index(s, cmp.Or(y.Cue, y.Title))
		})
	} else if m := hoursLead.FindStringSubmatch(left); m != nil {
		b.Headline = prose.Upper(strings.TrimSpace(m[1]))
	}
	b.Heading, b.Whole = b.Headline, true
	return true
}

// besideHours are the other things that a row of opening hours says: "12 April to 30 August",
// "free for under-18s"; nil = only words that lead to the hours.
func (w *Writer) besideHours(left string) []scene.Item {
	var out []scene.Item
	for part := range strings.SplitSeq(left, ",") {
		part = itIsOn.ReplaceAllString(strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(part), "and ")), "")
		if part == "" || strings.EqualFold(part, "open") || strings.EqualFold(part, "and") || hoursLead.MatchString(part) {
			continue
		}
		if prompt.IsClause(part, "en") || prose.Words(part) > 7 {
			return nil
		}
		out = append(out, scene.Item{Title: prose.Upper(strings.TrimSuffix(part, " open")), Icon: Icon(part), Cue: firstWords(part, 2)})
	}
	return out
}

// timesOfDay draws what happens when on one day, each with its time: "Doors open at
// 18:00, first act 19:30, and the headliner at 21:00".
func (w *Writer) timesOfDay(b *Beat, s string) bool {
	if w.Wording.Code != "en" || len(ClockIn.FindAllString(s, -1)) < 2 {
		return false
	}
	t := prose.Unstop(s)
	lead := ""
	if head, tail, ok := strings.Cut(t, ": "); ok && prose.Words(head) <= 6 && !ClockIn.MatchString(head) {
		lead, t = head, tail
	}
	for _, sep := range []string{"; ", ", ", " and "} {
		var parts []string
		for _, p := range strings.Split(t, sep) {
			parts = append(parts, strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(p), "and "), "then "))
		}
		if items := eventsAt(parts); items != nil {
			b.Kind, b.Items, b.Figure, b.Label, b.Subtitle, b.Plain = scene.Timeline, items, nil, "", "", false
			b.Headline = cmp.Or(prose.Upper(lead), "What happens when")
			Cues(b)
			return true
		}
	}
	return false
}

// eventsAt reads parts of which each has one time of day; nil otherwise.
func eventsAt(parts []string) []scene.Item {
	if len(parts) < 2 || len(parts) > 6 {
		return nil
	}
	var out []scene.Item
	for _, p := range parts {
		it, ok := eventAt(p)
		if !ok {
			return nil
		}
		out = append(out, it)
	}
	return out
}

// eventAt reads what happens at the one time of day that p has.
func eventAt(p string) (scene.Item, bool) {
	m := ClockIn.FindStringSubmatchIndex(p)
	if m == nil || len(ClockIn.FindAllString(p, -1)) != 1 {
		return scene.Item{}, false
	}
	lead := ""
	if m[2] >= 0 {
		lead = strings.ToLower(strings.TrimSpace(p[m[2]:m[3]]))
	}
	label := p[m[4]:m[5]]
	switch lead {
	case "until", "till", "from", "before", "after", "by":
		label = lead + " " + label
	case "about", "around", "by about", "at about":
		label = "about " + label
	}
	before := strings.TrimRight(strings.TrimSpace(p[:m[4]]), " ,;:–—-(")
	if m[2] >= 0 {
		before = strings.TrimRight(strings.TrimSpace(p[:m[2]]), " ,;:–—-(")
	}
	rest := strings.TrimSpace(p[m[5]:])
	if zone := timeZone.FindString(rest); zone != "" {
		label, rest = label+" "+strings.TrimRight(zone, ", "), strings.TrimSpace(rest[len(zone):])
	}
	if dayLead.MatchString(before+" ") && prose.Words(dayLead.ReplaceAllString(before+" ", "")) == 0 && rest != "" {
		before = "" // "On Tuesday at 14:05 our API failed": what happened stands under its time
	}
	what := strings.TrimSpace(strings.Join(nonEmpty(before, sharply.ReplaceAllString(rest, "")), " "))
	if what == "" || torn(what) || utf8.RuneCountInString(what) > 40+Longer || likeIsEnd.MatchString(what) {
		return scene.Item{}, false
	}
	return scene.Item{Label: prose.Upper(label), Title: prose.Upper(what), Icon: Icon(what), Cue: p[m[4]:m[5]]}, true
}

// timeZone names the clock that a time is read from.
var timeZone = pattern.New(`^(?:UTC|GMT|BST|CES?T|E[DS]?T|C[DS]T|M[DS]T|P[DS]?T)\b,? ?`)

// HoursTogether joins the sentences of one paragraph that each tell what happened at a time
// of day with the timeline beside them.
func (w *Writer) HoursTogether(beats []*Beat) []*Beat {
	if w.Wording.Code != "en" || w.Brief.Level != brief.Topic {
		return beats
	}
	var out []*Beat
	for i := 0; i < len(beats); {
		var items []scene.Item
		n, sentences := 0, 0
		for ; i+n < len(beats) && len(items) < 6; n++ {
			x := beats[i+n]
			if x.Kind == scene.Timeline && len(x.Words) == 1 && x.Line == beats[i].Line && !x.Verbatim && len(x.Items) > 0 && ClockIn.MatchString(x.Items[0].Label+" ") {
				items = append(items, x.Items...)
				continue
			}
			it, ok := scene.Item{}, false
			if inSequence(beats[i], x) && prose.URL(x.Text()) == "" {
				it, ok = eventAt(prose.Unstop(x.Text()))
			}
			if !ok {
				break
			}
			items = append(items, it)
			sentences++
		}
		if sentences == 0 || len(items) < 3 || len(items) > 6 {
			out, i = append(out, beats[i]), i+1
			continue
		}
		b := *beats[i]
		b.Scene = scene.Scene{Kind: scene.Timeline, Headline: "What happened", Items: items, Chapter: b.Chapter, Language: b.Language}
		if !pastVerbs.MatchString(beats[i].Text()) {
			b.Headline = "What happens when"
		}
		b.Words, b.Plain = nil, false
		for _, x := range beats[i : i+n] {
			b.Words = append(b.Words, x.Words...)
			b.Asked = b.Asked || x.Asked
		}
		Cues(&b)
		out, i = append(out, &b), i+n
	}
	return out
}

// pastVerbs tell what is over.
var pastVerbs = pattern.New(`(?i)\b(?:\p{L}{3,}ed|was|were|began|went|came|fell|rose|got|had|lost|broke|found|saw|took|rolled|stood)\b`)

// whenFirst draws a sentence without a verb that begins with its day: when and where
// something is.
func (w *Writer) whenFirst(b *Beat, s string) bool {
	at := ADay.FindStringIndex(s)
	return w.Wording.Code == "en" && at != nil && at[0] == 0 && !prompt.IsClause(prose.Unstop(s), "en") && w.day(b, s)
}

// likeIsEnd waits for its time: "The last train back is".
var likeIsEnd = pattern.New(`(?i)\s(?:is|are|was|were|be)$`)
