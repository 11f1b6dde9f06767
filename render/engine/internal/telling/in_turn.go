package telling

import (
	"cmp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// This file draws one English sentence that tells what comes after what, each with its day,
// its year or a word that counts it: "Monday you get your laptop, Tuesday you meet your
// studio, Friday is lunch", "First it is weighed, then it is sorted, and finally sold". The
// sentence is said as it is.

// A turn is one thing that happens, and when: the words that say so, without a preposition.
type turn struct{ when, what, whole string }

const (
	turnDay   = `(?:on )?` + dayWord + `(?: (?:and|to|through|–) ` + dayWord + `)?(?: (?:morning|noon|afternoon|evening|night)s?)?(?:,? (?:at )?` + clockWords + `)?`
	turnSpan  = `(?:(?:on|in|by|after|during) )?(?:the )?(?:(?:first|second|third|fourth|fifth|last|final) (?:day|week|month|quarter|year|hour|phase|stage|round|lesson|session)|(?:day|week|month|quarter|year|hour|phase|stage|round|lesson|session) (?:one|two|three|four|five|six|\d{1,2}))`
	turnOrder = `(?:first(?:ly| of all)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|then|next|after (?:that|this)|afterwards|finally|lastly|in the end)`
)

// turnMarks are the kinds of times that parts begin with: all parts of a sentence have times
// of one kind. orderMark is a word that counts them off.
var (
	turnMarks = []*pattern.Pattern{turnMark(turnDay), turnMark(turnSpan)}
	orderMark = turnMark(turnOrder)
)

// turnMark finds where parts begin. Group 1 is the mark.
func turnMark(words string) *pattern.Pattern {
	return pattern.New(`(?i)(?:^|[,;] (?:and |but )?| and )(` + words + `)(?:[,:]? )`)
}

var (
	// turnVerb only joins a day to what is on it.
	turnVerb = pattern.New(`(?i)^(?:is|are|it['’]s|is for|are for|there(?:['’]s| is| are)|we have|you have|comes?|brings?) `)
	// turnPreposition stands before a time and is only said.
	turnPreposition = pattern.New(`(?i)^(?:on|in|by|during) (?:the )?|^the `)
	// fromFirst is an order of things that begins with the first.
	fromFirst = pattern.New(`(?i)^first`)
)

// inTurn draws such a sentence, and reports whether it is one.
func (w *Writer) inTurn(b *Beat, s string) bool {
	if w.Wording.Code != "en" || strings.ContainsAny(s, "?\"“") {
		return false
	}
	t, head := prose.Unstop(s), ""
	if h, tail, ok := strings.Cut(t, ": "); ok && prose.Words(h) <= 8 {
		t, head = tail, h
	}
	for _, mark := range turnMarks {
		if turns := turnsOf(t, mark); turns != nil {
			w.drawTurns(b, turns, scene.Timeline, cmp.Or(head, "What happens when"))
			return true
		}
	}
	if turns := datedTurns(t, 3); turns != nil {
		w.drawTurns(b, turns, scene.Timeline, cmp.Or(head, w.Wording.TimeHead))
		return true
	}
	return false
}

// inOrder draws a sentence whose parts are counted off as steps.
func (w *Writer) inOrder(b *Beat, s string) bool {
	turns := turnsOf(prose.Unstop(s), orderMark)
	if w.Wording.Code != "en" || turns == nil || !fromFirst.MatchString(turns[0].when) || w.Wording.VerbFirst.MatchString(turns[0].what+" ") {
		return false // "then" goes on with what is not here; orders are said one by one
	}
	w.drawTurns(b, turns, scene.Process, w.Wording.StepsHead)
	return true
}

// turnsOf are the parts of a text that begins with a mark and has one before each part.
func turnsOf(t string, mark *pattern.Pattern) []turn {
	all := mark.FindAllStringSubmatchIndex(t, -1)
	if len(all) < 3 || len(all) > ShownMost || all[0][2] != 0 {
		return nil
	}
	var out []turn
	for i, m := range all {
		end := len(t)
		if i+1 < len(all) {
			end = all[i+1][0]
		}
		what := strings.Trim(t[m[3]:end], " ,:;")
		if prose.Words(what) > 16 || what == "" {
			return nil
		}
		out = append(out, turn{when: t[m[2]:m[3]], what: what, whole: t[m[2]:end]})
	}
	return out
}

// datedTurns are the parts of a row of which each ends in its year or has it at its head:
// "founded in 1998, first shop in 2003, online since 2010". least is how many there must be.
func datedTurns(t string, least int) []turn {
	parts := strings.Split(strings.ReplaceAll(t, ";", ","), ", ")
	if n := len(parts); n > 0 {
		if a, z, ok := strings.Cut(parts[n-1], " and "); ok && !strings.HasPrefix(parts[n-1], "and ") {
			if _, _, dated := yearLast(a); dated {
				parts = append(parts[:n-1], a, z)
			}
		}
	}
	if len(parts) < least || len(parts) > ShownMost {
		return nil
	}
	var out []turn
	figures := 0
	for _, p := range parts {
		p = strings.TrimPrefix(strings.TrimSpace(p), "and ")
		when, what, ok := Dated(p)
		if !ok {
			when, what, ok = yearLast(p)
		}
		if strings.ContainsAny(what, "0123456789") {
			figures++
		}
		if !ok || prose.Words(what) > 10 || 2*figures > len(parts) {
			return nil // the values of years are a chart
		}
		out = append(out, turn{when: when, what: becameSo.ReplaceAllString(what, ""), whole: p})
	}
	return out
}

// becameSo is said before what was done to a thing, and not shown: "it was built".
var becameSo = pattern.New(`(?i)^(?:it |they |(?:and )?then )?(?:was|were) `)

// mostOnLine is how long, in characters, the longest event of a time line may be; longer
// ones are read in rows.
const mostOnLine = 40

// drawTurns draws the turns as steps, on a line, or as rows where they are long.
func (w *Writer) drawTurns(b *Beat, turns []turn, kind scene.Kind, headline string) {
	longest := 0
	b.Items = nil
	for i, x := range turns {
		it := scene.Item{Label: prose.Upper(turnPreposition.ReplaceAllString(x.when, "")), Title: w.Entry(prose.Upper(turnVerb.ReplaceAllString(x.what, "")), 46), Icon: Icon(x.what), Cue: phraseStartOf(x.whole)}
		if kind == scene.Process {
			it.Label = strconv.Itoa(i + 1)
		}
		longest = max(longest, utf8.RuneCountInString(it.Title))
		b.Items = append(b.Items, it)
	}
	b.Kind, b.Figure, b.Label, b.Subtitle, b.Plain, b.Whole = kind, nil, "", "", false, true
	b.Headline = prose.Upper(headline)
	if kind == scene.Timeline && longest > mostOnLine {
		b.Kind = scene.Points
		for i, it := range b.Items {
			b.Items[i].Title, b.Items[i].Body, b.Items[i].Label = it.Label, it.Title, ""
		}
	}
}

// phraseStartOf is what the voice says first of a part.
func phraseStartOf(whole string) string {
	f := strings.Fields(whole)
	return strings.Trim(strings.Join(f[:min(len(f), 3)], " "), ",;:")
}
