package telling

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// repeats is from how many words on a headline that is the whole spoken sentence gives
// way to its key phrase: shorter ones are read before they are heard.
const repeats = 7

// claim is what a statement shows of its sentence: its headline h, unless that breaks off
// within the sentence or is all of a long one. Then what is said of the subject is shown,
// which is whole by itself, or the thing that somebody gets or needs. English only.
func (w *Writer) claim(h, s string) string {
	t := prose.Unstop(strings.TrimSpace(s))
	if w.Wording.Code != "en" || strings.HasSuffix(strings.TrimSpace(s), "?") || strings.ContainsAny(t, "\"“;:") {
		return h
	}
	all := strings.EqualFold(h, t)
	if !all && !breaksOff(h, t) || all && prose.Words(t) < repeats {
		return h
	}
	m := saidOf.FindStringSubmatchIndex(t)
	if m == nil || innerClause.MatchString(t[:m[4]]) || narrows.MatchString(t[:m[4]]) || StartsPronoun.MatchString(t) {
		return h
	}
	verb, rest := t[m[4]:m[5]], t[m[6]:m[7]]
	p := verb + " " + rest
	if getsIt.MatchString(verb) && aGroup.MatchString(rest) && !givenBack.MatchString(rest) {
		p = rest // "A T-shirt and a meal"
	} else if all {
		return h
	}
	if utf8.RuneCountInString(p) > 46+Longer {
		if p = Clip(p, 46+Longer); breaksOff(p, verb+" "+rest) {
			return h
		}
	}
	if prose.Words(p) < 3 || utf8.RuneCountInString(p) >= utf8.RuneCountInString(t) {
		return h
	}
	return prose.Upper(p)
}

// breaksOff tells whether h is the beginning of a sentence that ends before its verb, or
// within a phrase.
func breaksOff(h, t string) bool {
	if len(h) >= len(t) || !strings.EqualFold(t[:len(h)], h) {
		return false // it is another clause of it
	}
	rest := t[len(h):]
	return !(prompt.IsClause(h, "en") || saidOf.MatchString(h)) || !(strings.ContainsAny(rest[:1], ",;(–") || phraseStart.MatchString(rest) && phraseStart.FindStringIndex(rest)[0] == 0 && !hangsTogether.MatchString(rest))
}

var (
	// saidOf parts a sentence into its subject, the verb and what follows.
	saidOf = pattern.New(`^((?:\S+ ){1,14}?)((?:must|should|will|can|may|cannot|can['’]t|won['’]t|shall)(?: not)? \p{L}+|(?:have|has) (?:to|been) \p{L}+|needs? to \p{L}+|(?:is|are|was|were) \p{L}+|gets?|receives?|needs?|costs?|takes?) (\S.*)$`)
	// getsIt are verbs whose object says it all; aGroup is such an object.
	getsIt = pattern.New(`(?i)^(?:(?:will |can |must )?(?:gets?|receives?|needs?))$`)
	aGroup = pattern.New(`(?i)^(?:an?|the|their|your|two|three|four|\d+|free|new|written|paid) \S`)
	// givenBack goes with the verb: "the shipping cost back".
	givenBack = pattern.New(`(?i)\s(?:back|done|ready|off|out|away|up)\b`)
	// innerClause is a clause within a subject, whose verb is not the sentence's.
	innerClause = pattern.New(`(?i)\b(?:that|who|which|where|when|while|if|whose|as|because|after|before|until)\b`)
	// narrows are words of a subject without which a sentence would say too much.
	narrows = pattern.New(`(?i)^(?:only|no|not|nobody|none|few|some|half|most|neither|hardly|just|\d)`)
	// hangsTogether begins a phrase that the verb before it wants.
	hangsTogether = pattern.New(`(?i)^ (?:into|to|of|than|with|from|by|on) `)
)

// Statement shows a beat's sentence as a statement, or what it claims of it.
func (w *Writer) Statement(bt *Beat) {
	bt.Kind = scene.Statement
	bt.Figure, bt.Items, bt.Label = nil, nil, ""
	if bt.Headline == "" {
		bt.Headline = cmp.Or(w.AsNoted(bt), w.claim(w.Headline(bt.Words[0], 46), bt.Words[0]))
	}
	bt.Subtitle = bt.Moment
	if len(bt.Words) > 1 && bt.Headline != prose.Unstop(bt.Words[1]) && bt.Headline != bt.Words[1] {
		bt.Subtitle = w.Headline(bt.Words[1], 56)
	}
}

// phoneShown draws a sentence with one number to call: the number large, for nobody remembers
// it from hearing it, and below it whose it is.
func (w *Writer) phoneShown(b *Beat, s string) bool {
	all := PhoneNumber.FindAllStringIndex(s, -1)
	if len(all) != 1 || len(w.Counts(s)) > 0 {
		return false
	}
	n := s[all[0][0]:all[0][1]]
	n = strings.TrimSpace(n[strings.IndexAny(n, "+(0123456789"):])
	rest := strings.TrimRight(strings.TrimSpace(s[:all[0][1]-len(n)]), " :–—-(,")
	if prose.Words(rest) < 2 {
		return false
	}
	b.Kind, b.Headline, b.Subtitle, b.Plain = scene.Statement, n, w.Headline(rest, 56), false
	return true
}

// AsNoted is the note that a beat's one sentence was made of: what is shown need not say
// again what the voice says. English only.
func (w *Writer) AsNoted(b *Beat) string {
	n := prose.Unstop(b.fragment)
	if w.Wording.Code != "en" || len(b.Words) != 1 || n == prose.Unstop(b.Words[0]) || utf8.RuneCountInString(n) > 46 || strings.ContainsAny(n, ":@") || prose.URL(n) != "" || prose.Words(n) < 2 {
		return ""
	}
	return prose.Upper(n)
}

// Film makes a scene of a file, a screenshot or a picture; its words stay.
func (w *Writer) Film(s *scene.Scene, file string, screen bool) {
	head := s.Headline
	if head == "" && s.Say != "" {
		head = w.Headline(prose.SplitSentences(s.Say)[0], 46)
	}
	s.Asset, s.Clip, s.Credit = file, nil, ""
	s.Kind = scene.Footage
	if screen {
		s.Kind = scene.Device
	}
	items := s.Items
	s.Headline, s.Overlay, s.Figure, s.Items, s.Label = head, nil, nil, nil, ""
	if screen && len(items) <= mostCalled {
		s.Items = callouts(items)
	}
}

// mostCalled is how many callouts take turns over a screen.
const mostCalled = 4

// callouts makes callouts of a list's items: "Queue: 12 waiting" is a label and what is large.
func callouts(items []scene.Item) []scene.Item {
	var out []scene.Item
	for _, it := range items {
		if it.Icon = ""; it.Value == "" {
			if label, value, ok := strings.Cut(it.Title, ": "); ok && it.Body == "" {
				it.Title, it.Label, it.Value = "", label, value
			} else {
				it.Value, it.Title = it.Title, ""
			}
		}
		out = append(out, it)
	}
	return out
}
