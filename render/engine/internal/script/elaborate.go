package script

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// fullness is the share of a video's length that its words should take before
// pauses and pictures are left to carry the rest.
const fullness = .84

// elaborate makes a script that is too short for its length longer without a new
// claim: lists are told point by point, pictures are announced, percentages are said
// once more as a share, and the end sums up. It stops as soon as the words suffice.
func (w *writer) elaborate(asking bool) {
	if w.Brief.Level == brief.Script {
		return
	}
	short := func() bool { return w.spokenSeconds(w.beats) < w.secs*fullness }
	if tongue.ElaborationFor(w.Lang) != nil && !w.Brief.AtMost && !w.free && len(w.beats) > 0 {
		recap := w.findings()
		for _, step := range []func(*telling.Beat){w.pointByPoint, w.RowByRow, w.inShares} {
			for i, b := range w.beats {
				if i > 0 && !b.Verbatim && b.Language == "" && short() {
					w.try(func() { step(b) })
				}
			}
		}
		for _, step := range []func(){func() { w.sumUp(recap) }, w.announce, w.farewell} {
			if short() && !w.sober() {
				w.try(step)
			}
		}
		if w.sober() {
			w.try(w.farewell)
		} else if !asking {
			w.linger()
			w.retell()
		}
	}
	if (w.Brief.AtMost || w.free) && len(w.beats) > 0 && tongue.ElaborationFor(w.Lang) != nil {
		w.try(w.farewell)
	}
	if w.free && retellings[w.Wording.Code] != nil && len(w.beats) > 2 && !w.hasTurns() && !w.sober() {
		w.announce()
		w.oneByOne(nil)
	}
	switch need := w.spokenSeconds(w.beats); {
	case need >= w.secs*.6 && w.wait() <= notedWait || asking || len(w.beats) == 0 || w.Brief.AtMost || w.free:
	case w.untrimmed > 0:
		w.Note(0, fmt.Sprintf("what fits fills about %.0f of %g s, because a point is too long for the rest: ask for %.0f s to keep every word, or shorten it", need, w.secs, math.Ceil(w.untrimmed)))
	default:
		w.Note(0, fmt.Sprintf("the prompt's facts fill about %.0f of %g s; nothing is invented, so pictures and music carry the rest: add facts or a context file%s", need, w.secs, w.shorter(math.Ceil(need))))
	}
}

// try takes a step back when it makes the words too long for the video.
func (w *writer) try(step func()) {
	before := make([]*telling.Beat, len(w.beats))
	for i, b := range w.beats {
		c := *b
		c.Items = slices.Clone(b.Items)
		before[i] = &c
	}
	kept, lists := w.beats, w.enumerated
	step()
	if w.spokenSeconds(w.beats)*easyRate <= w.secs*.97 {
		return
	}
	w.beats, w.enumerated = kept, lists
	for i, b := range before {
		*w.beats[i] = *b
	}
}

// pointByPoint gives each item of a list a sentence of its own, counted off where
// something is done or the list counts itself. A third list would sound like a register.
func (w *writer) pointByPoint(b *telling.Beat) {
	g, e := w.Wording, tongue.ElaborationFor(w.Lang)
	n := len(b.Items)
	if b.Kind != scene.Points && b.Kind != scene.Grid && b.Kind != scene.Process || n < 3 || n > len(e.Points)+1 || len(b.Words) != 1 || b.Headline == g.RecapHead || w.enumerated == 2 || b.Whole {
		return
	}
	times := 0
	for _, it := range b.Items {
		if timeItem.MatchString(it.Title) {
			times++
		}
	}
	if times == n {
		return // "before cooking, after the break" are no first and second
	}
	lead, rest := w.listLead(b)
	parts := pieces(rest, g)
	if g.Code == "en" && (lead == "" || b.Headline == g.KnowHead && prose.Unstop(lead) == g.KnowHead) && b.Kind != scene.Process && !w.Orders(parts) {
		return // "Bring water, shin guards and a ball" is one sentence
	}
	if len(parts) != n || g.Code == "en" && strings.HasPrefix(b.Words[0], "There") || g.Code == "en" && telling.StartsPronoun.MatchString(parts[0]) && !telling.StartsPronoun.MatchString(parts[1]) {
		return // "You can forge a nail, print a poster and blow glass" is one sentence
	}
	if t := prose.Unstop(lead); g.Code == "en" && strings.HasPrefix(b.Words[0], t+" ") && telling.StartsPronoun.MatchString(t) && prose.Words(t) <= 3 {
		return // "We offer." is no sentence
	}
	if t := prose.Unstop(lead); g.Code == "en" && t != "" && g.CountHead(t) != n && !strings.HasPrefix(t, "Here") && strings.Contains(b.Words[0], t+":") && (!prompt.IsClause(t, "en") || wantsObject.MatchString(t)) && !w.Orders(parts) && (wantsObject.MatchString(t) || !strings.Contains(strings.Join(parts, "")+rest, " (") && !strings.Contains(strings.Join(parts, "|"), ", ")) {
		return // "Speakers." and "You'll learn." are no sentences
	}
	var words []string
	if lead != "" {
		words = append(words, lead)
	}
	sequence := b.Kind == scene.Process || g.CountHead(lead) == n || !slices.ContainsFunc(parts, w.IsPhrase)
	for i, p := range parts {
		if x := strings.ToLower(b.Items[i].Cue); x == "" || !strings.Contains(strings.ToLower(p), x) {
			return // the words and the pictures are in different order
		}
		frame := e.Last
		switch {
		case !sequence && i < n-1: // attributes have no order
			frame = "%s."
		case !sequence:
			frame = e.And
		case i < n-1:
			frame = e.Points[i]
		}
		if g.Code == "en" && tongue.DoesIt.MatchString(p) {
			p = "it " + p
		}
		words = append(words, prose.Upper(prose.Stop(g.Fill(frame, p))))
	}
	b.Words = words
	w.enumerated++
	telling.Cues(b)
}

// wantsObject ends on a verb that says nothing without what follows.
var wantsObject = pattern.New(`(?i)\b(?:learn|get|need|bring|include|includes|offer|offers|do|have|has|want|use|are|is|cover|covers|see|find|with|for)$`)

// timeItem is a time and not a thing.
var timeItem = pattern.New(`(?i)^(?:before|after|when|while|at|vor|nach|wenn|antes|después|cuando|depois|quando|avant|après|quand|prima|dopo|voor|na|als)\s`)

// listLead parts a sentence into the announcement of its list and the list: "Three
// rules: a, b and c" is announced by itself, "In your first week you a, b and c" by its
// time, and "You get a, b and c" or a bare list by its headline.
func (w *writer) listLead(b *telling.Beat) (lead, rest string) {
	g := w.Wording
	t := prose.Unstop(b.Words[0])
	if head, tail, ok := strings.Cut(t, ": "); ok && prose.URL(head) == "" && prose.Words(head) <= 9 {
		if prose.Words(head) == 1 && !g.IsPlural(head) {
			return "", "" // "Bring: …" needs its verb
		}
		return prose.Upper(prose.Stop(head)), tail
	}
	byHeadline := prose.Upper(prose.Stop(b.Headline))
	if g.ClauseItem.MatchString(g.Lower(b.Headline)) { // "What you get"
		byHeadline = prose.Upper(prose.Stop(g.Fill(g.Here, g.Lower(b.Headline))))
	}
	heads := []string{}
	for _, frame := range []string{g.YouGet, g.Includes} {
		p, _, _ := strings.Cut(frame, "%")
		heads = append(heads, p)
	}
	if g.ListLead != nil {
		heads = append(heads, g.ListLead.FindString(t))
	}
	for _, h := range heads {
		tail, ok := strings.CutPrefix(t, h)
		switch {
		case h == "" || !ok:
		case atTime.MatchString(h):
			when := prose.Upper(atTime.ReplaceAllString(h, "$1"))
			b.Headline = when
			return prose.Stop(when), tail
		case prose.Words(h) <= 3:
			return byHeadline, tail
		}
	}
	if g.Code == "en" && !g.ClauseItem.MatchString(g.Lower(b.Headline)) && b.Headline != g.KnowHead {
		return "", "" // "The blue whale." leads up to nothing
	}
	if first := strings.ToLower(b.Items[0].Cue); prose.Words(b.Headline) > 1 && strings.HasPrefix(strings.ToLower(g.Noun(t)), first) {
		return byHeadline, g.Lower(t)
	}
	return "", ""
}

// atTime is the lead of a list that says when: "In your first week you".
var atTime = pattern.New(`(?i)^(?:in|on|during|within) ((?:your|the|our|my)\b.*?),? (?:you|we|they) $`)

// pieces are the items of a list as they are said.
func pieces(list string, g *tongue.Wording) []string {
	parts := strings.Split(list, g.Comma())
	last := parts[len(parts)-1]
	if x, ok := strings.CutPrefix(last, strings.TrimPrefix(g.And, " ")); ok {
		parts[len(parts)-1] = x
	} else if i := strings.LastIndex(last, g.And); i > 0 {
		parts = append(parts[:len(parts)-1], last[:i], last[i+len(g.And):])
	}
	for _, p := range parts {
		if strings.TrimSpace(p) == "" || strings.ContainsAny(p, ":;") {
			return nil
		}
	}
	return parts
}

// announce says what is coming before a picture that compares, dates or counts; once
// for each kind.
func (w *writer) announce() {
	var done []scene.Kind
	for i, b := range w.beats {
		lead := tongue.ElaborationFor(w.Lang).Bridges[b.Kind]
		if b.Kind == scene.Table && len(b.Words) == 1 && strings.Contains(strings.ToLower(b.Words[0]), strings.ToLower(b.Headline)) {
			continue // it announces itself
		}
		if b.Kind == scene.Code && len(b.Words) == 0 && lead != "" && !slices.Contains(done, b.Kind) {
			done = append(done, b.Kind)
			if b.Words = []string{lead}; w.Wording.Code == "en" && setUpHead.MatchString(b.Chapter) {
				b.Words = []string{"Here's how to install it."}
			}
			continue
		}
		if b.Kind == scene.Timeline && len(b.Items) > 0 && telling.ClockIn.MatchString(b.Items[0].Label+" ") {
			continue // those are times and no dates
		}
		if b.Kind == scene.Timeline && len(b.Items) > 0 && w.Wording.Code == "en" {
			if _, _, dated := telling.Dated(b.Items[0].Label + " event"); !dated {
				continue // those are days of any week
			}
		}
		if i == 0 || lead == "" || b.Opener || b.Verbatim || b.Language != "" || slices.Contains(done, b.Kind) || len(b.Words) == 0 || len(b.Words) > 2 ||
			strings.ContainsAny(b.Words[0], "?:") || w.Wording.Code == "en" && strings.HasPrefix(b.Words[0], "Here") || b.Kind == scene.Number && (!w.ofMany(b.Words[0]) || len(b.Items) > 0) {
			continue
		}
		done = append(done, b.Kind)
		b.Words = append([]string{lead}, b.Words...)
	}
}

// setUpHead heads the commands that install something.
var setUpHead = pattern.New(`(?i)^(?:install(?:ation|ing)?|set ?up|getting started|quick ?start)\b`)

// shares are the fractions that people say, by their size. A figure is told as the
// one that it is over or under by no more than two hundredths.
var shares = []float64{.1, .2, .25, 1. / 3, .5, 2. / 3, .75, .8, .9}

// ofThem is a percentage of things or people; that of a growth has no "of" behind it.
var ofThem = pattern.New(`(?i)\b(\d{1,2})\s?%\s+(?:of|der|des|von|aller|de|du|dos|das|dei|delle|degli|di|van|del)\s`)

// ofMany tells a share of many from other figures.
func (w *writer) ofMany(s string) bool {
	return ofThem.MatchString(s) || w.Wording.InOf != nil && w.Wording.InOf.MatchString(s) && !telling.RatingRE.MatchString(s)
}

// moreThan is a percentage by which something differs, and no share of it: "20 % de plus".
var moreThan = pattern.New(`(?i)\d\s?%\s+(?:(?:de|of|di|von) )?(?:plus|moins|mehr|weniger|más|menos|more|less|fewer|mais|a mais|a menos|in più|in meno|più|meno|meer|minder)(?:[^\p{L}]|$)`)

// inShares says a percentage once more: "That's more than four in five."
func (w *writer) inShares(b *telling.Beat) {
	e := tongue.ElaborationFor(w.Lang)
	if len(b.Words) != 1 || len(b.Items) > 0 { // one of several figures is not said once more
		return
	}
	m := ofThem.FindStringSubmatch(b.Words[0])
	if m == nil || moreThan.MatchString(b.Words[0]) {
		return
	}
	percent, err := strconv.Atoi(m[1])
	if err != nil {
		return
	}
	for i, s := range shares {
		d := float64(percent)/100 - s
		frame := e.Over
		switch {
		case math.Abs(d) < .0005:
			frame = e.Exactly
		case math.Abs(d) > .021:
			continue
		case d < 0:
			frame = e.Almost
		}
		b.Words = append(b.Words, prose.Upper(prose.Stop(w.Wording.Fill(frame, e.Shares[i]))))
		return
	}
}

// fragment begins what is no sentence by itself: "No hub needed", "Ready in May".
var fragment = pattern.New(`(?i)^(?:no|not|only|ready|free|with|without|up to|from|for|in|on|at|over|more|less|all|open|available|new|keine?n?|ohne|nur|mit|sin|con|gratis|sans|avec|senza|sem|com|geen|zonder|met|\d)\P{L}`)

// findings are the video's sentences that are short enough to be repeated as cards:
// statements, or orders where there are more of those.
func (w *writer) findings() []scene.Item {
	var told, ordered []scene.Item
	for i, b := range w.beats {
		if i == 0 && b.Opener || b.Opener || b.Language != "" || b.As == brief.Action || b.Headline == w.Wording.RecapHead {
			continue
		}
		for _, s := range b.Words {
			t := prose.Unstop(s)
			if p, _, _ := strings.Cut(w.Wording.Here, "%"); strings.TrimSpace(p) != "" && strings.HasPrefix(t, p) {
				continue
			}
			if n := prose.Words(t); n < 2 || n > 6 || strings.ContainsAny(s, "?!,;:") || prose.URL(t) != "" || w.Wording.Acts.MatchString(t) || w.Wording.Greets.MatchString(t) || strings.HasPrefix(t, "Please ") {
				continue
			}
			it := scene.Item{Title: t, Icon: telling.Icon(t)}
			if w.Wording.VerbFirst != nil && w.Wording.VerbFirst.MatchString(t+" ") {
				ordered = append(ordered, it)
			} else if w.Wording.Code == "en" && (leansBack.MatchString(t) || b.Kind == scene.Process) {
				continue // it needs the sentence before, or is a step of several
			} else if w.Wording.Code != "en" && (!prompt.IsClause(t, w.Wording.Code) || leansIn(w.Wording.Code, t)) {
				continue // a fragment says nothing a second time
			} else if !fragment.MatchString(t) && !tongue.DoesIt.MatchString(strings.ToLower(t)) {
				told = append(told, it)
			} else {
				continue
			}
			break
		}
	}
	if len(ordered) > len(told) {
		return ordered
	}
	return told
}

// sumUp repeats three findings or more before the end.
func (w *writer) sumUp(findings []scene.Item) {
	g := w.Wording
	for _, b := range w.beats {
		if b.Headline == g.RecapHead {
			return
		}
	}
	if len(findings) < 3 || g.Code == "en" {
		return // what English facts say is shown a second time, and not said
	}
	at := len(w.beats)
	if w.beats[at-1].As == brief.Action {
		at--
	}
	r := &telling.Beat{As: brief.Body, Opener: true, Order: 1 << 19}
	r.Kind, r.Headline, r.Items = scene.Grid, g.RecapHead, findings[:min(len(findings), 4)]
	var names []string
	for _, it := range r.Items {
		names = append(names, g.Lower(it.Title))
	}
	r.Words = []string{prose.Stop(g.Fill(g.Recap, g.Join(names)))}
	telling.Cues(r)
	w.beats = append(w.beats[:at:at], append([]*telling.Beat{r}, w.beats[at:]...)...)
}

// farewell gives the last card words where it has none.
func (w *writer) farewell() {
	n := len(w.beats)
	if last := w.beats[n-1]; n > 1 && w.secs >= 15 && last.Kind == scene.End && len(last.Words) == 0 {
		if s := w.parting(); s != "" {
			last.Words = []string{s}
		}
	}
}

// shorter is the advice to ask for so many seconds, where that is less than now: no video
// is shorter than five.
func (w *writer) shorter(seconds float64) string {
	if seconds = math.Max(5, seconds); seconds >= w.secs {
		return ""
	}
	return fmt.Sprintf(", or ask for %.0f s", seconds)
}
