package script

import (
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// agenda says what a video covers, point by point.
func (w *writer) agenda(b *beat, pt *prompt.Point) {
	g, ph := w.w, w.phrases()
	b.Kind = scene.Points
	var names []string
	for _, it := range pt.Items {
		b.Items = append(b.Items, scene.Item{Title: clip(prompt.Upper(g.noun(it.Title)), 46), Icon: icon(it.Title)})
		names = append(names, g.lower(it.Title))
	}
	b.Headline = prompt.Upper(firstOf(w.b.Subject, w.b.Title, g.knowHead))
	b.words = []string{prompt.Upper(prompt.Stop(g.join(names)))}
	if ph != nil {
		b.Headline = ph.agendaHead
		b.words = []string{g.fill(ph.agenda, g.join(names))}
	}
	cues(b)
}

// spliced is a reason behind an order, parted from it by a comma alone.
var spliced = pattern.New(`(?i)^((?:never|don['’]t|do not|always|nie|niemals|nunca|no|jamais|ne|mai|non|nooit)\s[^,]{3,60}), ((?:it|this|that|they|es|das|sie|er|esto|eso|il|elle|ils|ça|cela|isso|isto|het|dat)\s[^,]{3,60})$`)

// warningLabel stands before a warning that names itself.
var warningLabel = pattern.New(`^(\p{L}+(?: op)?)\s?[:!]\s+`)

// warn shows a warning as one: its sign, what is not to be done, and why.
func (w *writer) warn(b *beat, s string) {
	g := w.w
	text := prompt.Unstop(s)
	head := g.knowHead
	if ph := w.phrases(); ph != nil {
		head = ph.warning
	}
	if m := warningLabel.FindString(text); m != "" {
		head = prompt.Upper(strings.ToLower(strings.TrimRight(m, ":! ")))
		text = text[len(m):]
	}
	what, why := text, ""
	if m := spliced.FindStringSubmatch(text); m != nil {
		what, why = m[1], m[2]
		label := strings.TrimSuffix(prompt.Unstop(s), text)
		b.words = []string{prompt.Stop(label + what + ": " + why)}
		if label != "" { // one colon a sentence
			b.words = []string{prompt.Stop(label + what), prompt.Upper(prompt.Stop(why))}
		}
	} else {
		for _, re := range clauseEnds[w.w.code == "en"][2:3] {
			if at := re.FindStringIndex(text); at != nil && prompt.Words(text[:at[0]]) >= 3 {
				what, why = text[:at[0]], strings.TrimSpace(text[at[0]:])
			}
		}
	}
	if utf8.RuneCountInString(what) > 46+longer {
		what = w.headline(what, 46)
	}
	b.Kind, b.Headline, b.plain = scene.Points, head, false
	b.Items = []scene.Item{{Title: prompt.Upper(what), Body: clip(prompt.Upper(why), 60), Icon: "alert"}}
	cues(b)
}

// thanks opens a video that thanks somebody, by whom it thanks.
func (w *writer) thanks() *beat {
	ph := w.phrases()
	if ph == nil || w.b.Purpose != prompt.Thanks || w.b.Audience == "" {
		return nil
	}
	who := w.b.Audience
	if w.w.code == "en" && !w.w.articled.MatchString(who) && ofSomebody.MatchString(who) {
		who = "the " + who
	}
	b := &beat{words: []string{w.w.fill(ph.thanks, w.w.lower(who))}, opener: true, plain: true, order: -1}
	b.Headline = ph.thanksHead
	return b
}

var ofSomebody = pattern.New(`(?i)^\p{L}+(?: \p{L}+)? (?:of|at) `)

// gaveRE is what those who are thanked did, told about them.
var gaveRE = pattern.New(`(?i)\bthey (gave|donated|helped|raised|supported|volunteered|paid|made|did|worked|stayed|brought|collected|sent|spent|built|shared|trusted|have|had|were|are)\b`)

// thanked speaks to those whom a video thanks instead of about them.
func thanked(s string) string { return prompt.Upper(gaveRE.ReplaceAllString(s, "you $1")) }

// promoCode is an offer's code and, behind it, the last day that it is good for.
var (
	promoCode = pattern.New(`\b(?i:code|código|codice|kode)\s+["“«]?([A-Z][A-Z0-9-]{3,15})\b`)
	untilWord = pattern.New(`(?i)\b(?:until|till|through|by|bis(?: zum)?|hasta(?: el)?|jusqu['’]au|até(?: o dia)?|fino al|tot)\s{1,3}$`)
)

// codeEnding ends a video with the code that it offers.
func (w *writer) codeEnding(beats []*beat) *beat {
	ph := w.phrases()
	if ph == nil {
		return nil
	}
	for _, x := range beats {
		for _, s := range x.words {
			m := promoCode.FindStringSubmatch(s)
			if m == nil {
				continue
			}
			words := w.w.fill(ph.useCode, m[1])
			b := &beat{role: prompt.Action, opener: true, order: 1 << 20, line: x.line}
			b.Headline = words
			for _, at := range aDay.FindAllStringIndex(s, -1) {
				if until := untilWord.FindString(s[:at[0]]); until != "" {
					day := until + s[at[0]:at[1]]
					b.Note = prompt.Upper(day)
					words += " " + day
				}
			}
			b.words = []string{prompt.Stop(words)}
			return b
		}
	}
	return nil
}
