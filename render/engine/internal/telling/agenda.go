package telling

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// agenda says what a video covers, point by point.
func (w *Writer) agenda(b *Beat, pt *brief.Point) {
	g, ph := w.Wording, w.phrases()
	b.Kind = scene.Points
	var names []string
	for _, it := range pt.Items {
		b.Items = append(b.Items, scene.Item{Title: Clip(prose.Upper(g.Noun(it.Title)), 46), Icon: Icon(it.Title)})
		names = append(names, w.Lower(it.Title))
	}
	b.Headline = prose.Upper(cmp.Or(w.Brief.Subject, w.Brief.Title, g.KnowHead))
	b.Words = []string{prose.Upper(prose.Stop(g.Join(names)))}
	if ph != nil {
		b.Headline = ph.agendaHead
		b.Words = []string{g.Fill(ph.agenda, g.Join(names))}
	}
	Cues(b)
}

// spliced is a reason behind an order, parted from it by a comma alone.
var spliced = pattern.New(`(?i)^((?:never|don['’]t|do not|always|nie|niemals|nunca|no|jamais|ne|mai|non|nooit)\s[^,]{3,60}), ((?:it|this|that|they|es|das|sie|er|esto|eso|il|elle|ils|ça|cela|isso|isto|het|dat)\s[^,]{3,60})$`)

// warningLabel stands before a warning that names itself.
var warningLabel = pattern.New(`^(\p{L}+(?: op)?)\s?[:!]\s+`)

// warn shows a warning as one: its sign, what is not to be done, and why.
func (w *Writer) warn(b *Beat, s string) {
	g := w.Wording
	text := prose.Unstop(s)
	head := g.KnowHead
	if ph := w.phrases(); ph != nil {
		head = ph.warning
	}
	if m := warningLabel.FindString(text); m != "" {
		head = prose.Upper(strings.ToLower(strings.TrimRight(m, ":! ")))
		text = text[len(m):]
	}
	what, why := text, ""
	if m := spliced.FindStringSubmatch(text); m != nil {
		what, why = m[1], m[2]
		label := strings.TrimSuffix(prose.Unstop(s), text)
		b.Words = []string{prose.Stop(label + what + ": " + why)}
		if label != "" { // one colon a sentence
			b.Words = []string{prose.Stop(label + what), prose.Upper(prose.Stop(why))}
		}
	} else {
		for _, re := range clauseEnds[w.Wording.Code == "en"][2:3] {
			if at := re.FindStringIndex(text); at != nil && prose.Words(text[:at[0]]) >= 3 {
				what, why = text[:at[0]], strings.TrimSpace(text[at[0]:])
			}
		}
	}
	if utf8.RuneCountInString(what) > 46+Longer {
		what = w.Headline(what, 46)
	}
	b.Kind, b.Headline, b.Plain = scene.Points, head, false
	b.Items = []scene.Item{{Title: prose.Upper(what), Body: Clip(prose.Upper(why), 60), Icon: "alert"}}
	Cues(b)
}

// Thanks opens a video that thanks somebody, by whom it thanks.
func (w *Writer) Thanks() *Beat {
	ph := w.phrases()
	if ph == nil || w.Brief.Purpose != brief.Thanks || w.Brief.Audience == "" {
		return nil
	}
	who := w.Brief.Audience
	if w.Wording.Code == "en" && !w.Wording.Articled.MatchString(who) && ofSomebody.MatchString(who) {
		who = "the " + who
	}
	b := &Beat{Words: []string{w.Wording.Fill(ph.thanks, w.Wording.Lower(who))}, Opener: true, Plain: true, Order: -1}
	b.Headline = ph.thanksHead
	return b
}

var ofSomebody = pattern.New(`(?i)^\p{L}+(?: \p{L}+)? (?:of|at) `)

// gaveRE is what those who are thanked did, told about them.
var gaveRE = pattern.New(`(?i)\bthey (gave|donated|helped|raised|supported|volunteered|paid|made|did|worked|stayed|brought|collected|sent|spent|built|shared|trusted|have|had|were|are)\b`)

// thanked speaks to those whom a video thanks instead of about them.
func thanked(s string) string { return prose.Upper(gaveRE.ReplaceAllString(s, "you $1")) }

// promoCode is an offer's code and, behind it, the last day that it is good for.
var (
	promoCode = pattern.New(`\b(?i:code|código|codice|kode)\s+["“«]?([A-Z][A-Z0-9-]{3,15})\b`)
	untilWord = pattern.New(`(?i)\b(?:until|till|through|by|bis(?: zum)?|hasta(?: el)?|jusqu['’]au|até(?: o dia)?|fino al|tot)\s{1,3}$`)
)

// CodeEnding ends a video with the code that it offers.
func (w *Writer) CodeEnding(beats []*Beat) *Beat {
	ph := w.phrases()
	if ph == nil {
		return nil
	}
	for _, x := range beats {
		for _, s := range x.Words {
			m := promoCode.FindStringSubmatch(s)
			if m == nil {
				continue
			}
			words := w.Wording.Fill(ph.useCode, m[1])
			b := &Beat{As: brief.Action, Opener: true, Order: 1 << 20, Line: x.Line}
			b.Headline = words
			for _, at := range ADay.FindAllStringIndex(s, -1) {
				if until := untilWord.FindString(s[:at[0]]); until != "" {
					day := until + s[at[0]:at[1]]
					b.Note = prose.Upper(day)
					words += " " + day
				}
			}
			b.Words = []string{prose.Stop(words)}
			return b
		}
	}
	return nil
}
