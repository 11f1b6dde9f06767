package telling

import (
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

const monthWords = `março|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|` +
	`januar|februar|märz|mai|juni|juli|oktober|dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|` +
	`janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|` +
	`janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro`

const dateWords = `(?:(?:early|late|mid|spring|summer|autumn|fall|winter|anfang|ende|mitte|frühjahr|sommer|herbst|début|fin|principios de|finales de)[ -])?(?:(?:19|20)\d\d|[QH][1-4](?: (?:19|20)\d\d)?|(?:` + monthWords + `)\.?(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? (?:19|20)\d\d)?|\d{1,2}(?:\s?[–-]\s?\d{1,2})?(?:st|nd|rd|th|\.)? (?:of |de )?(?:` + monthWords + `)(?: (?:to|until|–|-|bis|al|a|au|tot|até) \d{1,2}(?:st|nd|rd|th|\.)? (?:of |de )?(?:` + monthWords + `))?(?: (?:de )?(?:19|20)\d\d)?)`

var (
	dateFirst = pattern.New(`(?i)^(?:(?:in|on|by|from|im|am|ab|bis|en|el|em|le|dès|nel|a|da) )?(` + dateWords + `)(?:\s*[:,–—-]\s*|\s+)(\S.*)$`)
	dateLast  = pattern.New(`(?i)^(.*\S),? (?:in|on|by|from|since|until|im|am|ab|bis|seit|en|el|em|le|dès|nel|a|da) (` + dateWords + `)$`)
	// olderYear is a year before 1900, which only what stands before it tells from a number.
	olderYear = pattern.New(`(?i)^(.*\S),? (?:in|by|since|until|around|im jahr|en|em|nel) (1[0-8]\d\d)$`)
	dayIn     = pattern.New(`(?i)^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day$|\d{1,2}(?:st|nd|rd|th|\.)? \p{L}|\p{L}+ \d{1,2}(?:st|nd|rd|th)?(?:,|$))`)
)

// Dated parts "2024 pilot" and "roasting in December" into event and date.
func Dated(s string) (date, event string, ok bool) {
	s = strings.TrimSpace(prose.Unstop(s))
	if m := dateLast.FindStringSubmatch(s); m != nil {
		return m[2], m[1], true
	}
	if m := olderYear.FindStringSubmatch(s); m != nil {
		return m[2], m[1], true
	}
	if m := dateFirst.FindStringSubmatch(s); m != nil {
		return m[1], m[2], true
	}
	if m := dateSecond.FindStringSubmatch(s); m != nil { // "founded 2015 in a garage"
		return m[2], strings.TrimSpace(m[1] + " " + m[3]), true
	}
	return "", "", false
}

var dateSecond = pattern.New(`(?i)^(founded|started|opened|launched|born|established|gegründet|fundada?|fondée?|fondata|gestart|opgericht)(?: in| im| en| nel)? ((?:19|20)\d\d)\b,?\s*(.*)$`)

// yearLast parts "first store 2012" as well, which is an event among others only.
func yearLast(s string) (date, event string, ok bool) {
	if m := bareYear.FindStringSubmatch(strings.TrimSpace(prose.Unstop(s))); m != nil {
		return m[2], m[1], true
	}
	return Dated(s)
}

// onWeekday parts "Monday: building" into its day and what is then.
func onWeekday(s string) (day, event string, ok bool) {
	if m := weekdayEvent.FindStringSubmatch(strings.TrimSpace(prose.Unstop(s))); m != nil {
		return m[1], m[2], true
	}
	return "", "", false
}

var weekdayEvent = pattern.New(`(?i)^((?:mon|tues|wednes|thurs|fri|satur|sun)days?)[:,]? (\S.*)$`)

var bareYear = pattern.New(`^(.*\p{L}),? ((?:19|20)\d\d)$`)

// Timed parts "9:00 welcome" into its time and what is then.
func Timed(s string) (at, event string, ok bool) {
	m := timeFirst.FindStringSubmatch(strings.TrimSpace(prose.Unstop(s)))
	if m == nil {
		return "", "", false
	}
	return m[1], m[2], true
}

var timeFirst = pattern.New(`(?i)^((?:um |at |a las |à |às |alle |o |om )?\d{1,2}[:h]\d{2}(?:\s?[–-]\s?\d{1,2}[:h]\d{2})?(?: ?(?:uhr|uur|[ap]\.?m\.?|h))?)(?:\s*[,–—-]\s*|：|:\s|\s+)(\S.*)$`)

// EventsOf reads a list whose every entry has a date; nil otherwise.
func EventsOf(list []string) []scene.Item { return EventsBy(list, Dated) }

// EventsBy is a list of events; part tells when each is and what, and whether it is one.
func EventsBy(list []string, part func(string) (when, event string, ok bool)) []scene.Item {
	if len(list) < 2 {
		return nil
	}
	var out []scene.Item
	for _, s := range list {
		date, event, ok := part(s)
		if !ok || prose.Words(event) > 9 {
			return nil
		}
		out = append(out, scene.Item{Label: prose.Upper(date), Title: Clip(prose.Upper(event), 40), Icon: Icon(event)})
	}
	return out
}

// forWhom begins what somebody is to do by a day: "Sara: order gravel".
var forWhom = pattern.New(`^\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)?: `)

// timeline draws a list of dated events; it reports whether the list is one.
func (w *Writer) timeline(b *Beat, pt *brief.Point) bool {
	var list []string
	for _, it := range pt.Items {
		t := it.Title
		if it.Body != "" {
			t += ": " + it.Body
		}
		list = append(list, t)
	}
	part := Dated
	items := EventsBy(list, part)
	if items == nil && len(list) > 2 {
		part = yearLast
		items = EventsBy(list, part)
	}
	if items == nil && len(list) > 2 {
		part = onWeekday
		items = EventsBy(list, part)
	}
	if items == nil {
		return false
	}
	g := w.Wording
	lower := func(s string) string {
		if forWhom.MatchString(s) {
			return s
		}
		return w.Lower(s)
	}
	head := strings.TrimSpace(pt.Text)
	var said []string
	for i, s := range list {
		date, event, _ := part(s)
		frame := g.InYear
		if dayIn.MatchString(date) {
			frame = g.OnDay
		}
		if clause := g.Finite != nil && g.Finite.MatchString(" "+event+" "); clause && g.Code == "en" {
			said = append(said, "in "+date+", "+lower(event))
			if frame == g.OnDay {
				said[i] = "on " + said[i][3:]
			}
		} else if t := prose.Unstop(s); g.Code == "en" && dateLast.MatchString(t) {
			said = append(said, lower(t)) // "climate neutral since 2024"
		} else {
			said = append(said, g.Fill(frame, lower(event), date))
		}
	}
	b.Kind, b.Items = scene.Timeline, items
	b.Headline = g.TimeHead
	words := g.Join(said)
	if head != "" {
		b.Headline = w.listHead(pt)
		if !dateHead.MatchString(head) { // "Our plan: pilot in 2024, …"
			words = strings.TrimRight(head, ":") + ": " + words
		}
	}
	b.Words = []string{prose.Upper(prose.Stop(words))}
	for i := range b.Items {
		_, event, _ := part(list[i])
		b.Items[i].Cue = firstWords(g.Lower(event), 3)
	}
	return true
}

// dateHead are headings that say only that dates follow: they are shown, not spoken.
var dateHead = pattern.New(`(?i)^(?:the |our |key )*(?:timeline|dates|key dates|milestones|schedule|roadmap|history|deadlines|zeitplan|zeitachse|termine|meilensteine|fechas|cronología|calendrier|dates clés|datas|cronograma|date|tappe)$`)

var (
	// yearFirst and yearAfter stand around the second of two dated figures: "in 2021 to",
	// ", " and "in 2022".
	yearAfter  = pattern.New(`(?i)^\s*(?:\(|(?:in|im Jahr|en|em|nel|no|na|for) )((?:19|20)\d\d)\b\)?`)
	yearToNext = pattern.New(`(?i)^(?:\s*\p{L}+){0,3}\s*,?\s*(?:to|and|auf|a|à|para|und|y|et|e|naar)?\s*$`)
)

// fromLast leads to a value and is no part of what has it.
var fromLast = pattern.New(`(?i)[:,]? (?:from|von|de|da|van)$`)

// datedChange draws two or more figures with their years as a chart: "fell from 41 in
// 2021 to 29 in 2022".
func (w *Writer) datedChange(b *Beat, s string, figs []Amount) bool {
	if len(figs) < 2 {
		return false
	}
	series := &scene.Series{Type: "bar", Unit: figs[0].Prefix + figs[0].Suffix}
	end := 0
	for i, f := range figs {
		year := yearAfter.FindStringSubmatchIndex(s[f.To:])
		v, ok := Number(f.Text, w.Lang)
		if year == nil || !ok || f.Prefix+f.Suffix != series.Unit || i > 0 && !yearToNext.MatchString(s[end:f.From]) {
			return false
		}
		series.Labels = append(series.Labels, s[f.To:][year[2]:year[3]])
		series.Values = append(series.Values, v)
		end = f.To + year[1]
	}
	head := strings.TrimSpace(strings.TrimRight(s[:figs[0].From], ":, "))
	if m := fromRE.FindStringSubmatch(s[:figs[0].From]); m != nil {
		head = m[1]
	} else {
		head = fromLast.ReplaceAllString(head, "")
	}
	head = w.Bare(head)
	if head == "" || utf8.RuneCountInString(head) > 46 || prose.Words(s[end:]) > 4 {
		return false
	}
	series.Focus = new(len(series.Values) - 1)
	b.Kind, b.Headline, b.Series = scene.Chart, prose.Upper(head), series
	return true
}
