package telling

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/tongue"
)

// Beat is one thing that the video says, with the picture that goes with it.
type Beat struct {
	scene.Scene
	Words  []string // sentences, in order
	As     brief.Role
	Asked  bool // dropped last
	Opener bool // written by us around the subject, not a fact
	Order  int
	Line   int
	Offer  bool // proposes something
	Turn   int  // of a conversation, from 1

	fragment string // the fragment that its one sentence was made of; "" = it was a sentence
	Changed  bool   // its figure is the new value of a change
	Was      bool   // what stands below its figure is the value of before

	When string // the day, time and place that it says; "" = it says something else

	Struck   bool   // opens the video with its number
	Question string // that the beat answers
	Names    bool   // only names what the video is about
	Moment   string // shown below a question that is left to the viewer

	Wants   string // what the prompt asks to show, in its words
	Missing string // the note that it is replaced; "" when it is not

	Undrawn string // the note that its picture has nothing to be drawn from; "" when it has

	Heading string // of a list, as the prompt has it
	Lead    string // what stands before the colon of a sentence that lists

	Fewer  func(n int) *Beat // of a list: the same with its first n items only; nil = it has no items
	Listed []string          // of a list: its items as the prompt has them
	Cut    []string          // of a list: the items that were left out, the last first
	Whole  bool              // of a list: it is said in one sentence
	Hidden int               // of a list: how many items are said and not shown
	Parts  bool              // of a list: its items are the parts of its sentence

	Plain bool // no picture of its own: may be joined with a neighbour or carried by the presenter
}

// Text is all that the beat says.
func (b *Beat) Text() string { return strings.Join(b.Words, " ") }

// BeatOf writes one point.
func (w *Writer) BeatOf(pt *brief.Point, i int) *Beat {
	b := &Beat{}
	b.Verbatim = pt.Verbatim
	switch pt.Form {
	case brief.Clause:
		w.sentences(b, pt)
	case brief.Phrase:
		b.Words = []string{w.phrase(pt.Text, pt.Role)}
		b.Plain = true
		w.Shape(b, b.Words[0])
	case brief.How:
		b.Names = true
		b.Words = []string{prose.Stop(w.Wording.Fill(w.Wording.Here, pt.Text))}
		if m := HowInfinitive.FindStringSubmatch(pt.Text); m != nil && (w.Wording.Code == "es" || w.Wording.Code == "pt") {
			b.Words = []string{prose.Stop(w.Wording.Fill(w.Wording.HowTo, m[1]))} // "cómo devolver un pedido"
		}
		b.Plain = true
		b.Headline = w.Entry(prose.Upper(pt.Text), 46)
	case brief.Offer:
		b.Offer = true
		what := pt.Text
		if w.Wording.Code == "en" {
			what = offeredTo.ReplaceAllString(what, "") // "Offer her a free trial"
		}
		b.Words = []string{w.Wording.Fill(w.Wording.Offer, what)}
		b.Headline = Clip(prose.Upper(w.Wording.Noun(what)), 40)
		b.Plain = true
	case brief.Invite:
		b.Words = []string{w.Wording.Fill(w.Wording.ComeTo, pt.Text)}
		b.Plain = true
	case brief.Verb:
		b.Words = []string{w.verb(pt)}
		b.Plain = true
		if pt.Role != brief.Action {
			w.Shape(b, b.Words[0])
		}
	case brief.Quote:
		w.quoted(b, pt)
	case brief.Agenda:
		w.agenda(b, pt)
	case brief.List:
		if !w.prices(b, pt) && !w.seriesList(b, pt) && !w.movesList(b, pt) {
			w.list(b, pt)
			w.wholeItems(b, pt)
		}
	case brief.Steps:
		w.steps(b, pt)
	case brief.Table:
		if !w.prices(b, pt) {
			w.table(b, pt)
		}
	case brief.When, brief.Where:
		w.whenWhere(b, pt)
	case brief.Rows:
		w.rows(b, pt)
	case brief.Ask:
		w.ask(b, pt)
	case brief.Code:
		b.Kind, b.Code, b.CodeLang, b.Label = scene.Code, pt.Text, pt.Name, pt.Part
	case brief.Contrast:
		w.contrast(b, pt)
	case brief.Compare:
		if len(pt.Items) < 2 {
			return nil
		}
		w.setAgainst(b, pt)
	}
	if len(b.Words) == 0 && b.Kind != scene.Code {
		return nil
	}
	return b
}

// sentences writes what is told in whole sentences: as it stands, or worded for its viewer.
func (w *Writer) sentences(b *Beat, pt *brief.Point) {
	b.Words = prose.SplitSentences(pt.Text)
	b.Plain = true
	english, topic := w.Wording.Code == "en", w.Brief.Level == brief.Topic
	if pt.Verbatim {
		if len(b.Words) == 1 {
			w.Clause(b, pt)
		}
		return
	}
	if w.Brief.Purpose == brief.Outreach && english {
		for i := range b.Words {
			b.Words[i] = addressed(b.Words[i])
		}
	}
	if w.Brief.Purpose == brief.Onboarding && w.Brief.Audience != "" && topic && english {
		for i := range b.Words {
			b.Words[i] = toViewer(b.Words[i])
		}
	}
	if m := priceFrom.FindStringSubmatch(prose.Unstop(pt.Text)); m != nil && topic {
		b.Words = []string{prose.Stop(w.Wording.Fill(w.Wording.StartAt, m[1]))}
	}
	if len(b.Words) != 1 {
		return
	}
	if topic {
		b.Words[0] = w.soundly(w.unlabelled(w.Worded(b.Words[0])), b.Words[0])
	}
	if pt.Warning && topic {
		w.warn(b, b.Words[0])
		return
	}
	w.Clause(b, pt)
}

// quoted shows somebody's words, and says whose they are.
func (w *Writer) quoted(b *Beat, pt *brief.Point) {
	b.Kind = scene.Quote
	b.Headline = strings.TrimRight(pt.Text, ".")
	b.Name, b.Role = pt.Name, pt.Part
	b.Words = []string{prose.Stop(pt.Text)}
	if pt.Name != "" {
		who := pt.Name
		if pt.Whose != "" && pt.Part != "" {
			who = prose.Upper(pt.Whose) + " " + pt.Part + ", " + pt.Name + ","
		} else if pt.Part != "" && prose.Words(pt.Part) <= 7 {
			who += ", " + pt.Part + ","
		}
		b.Words = []string{w.Wording.Fill(w.Wording.Says, who, prose.Stop(pt.Text))}
	} else if pt.Part != "" {
		b.Name, b.Role = prose.Upper(pt.Part), ""
		b.Words = []string{w.Wording.Fill(w.Wording.Says, prose.Upper(strings.TrimSpace(pt.Whose+" "+pt.Part)), prose.Stop(pt.Text))}
	}
	if w.Brief.Level == brief.Script && pt.Verbatim && pt.Said != "" {
		b.Words = prose.SplitSentences(pt.Said) // every word of the script stays
	}
}

// setAgainst compares two things or more; of two only the names are known.
func (w *Writer) setAgainst(b *Beat, pt *brief.Point) {
	if len(pt.Items) > 2 {
		w.compare(b, pt)
		return
	}
	x, y := pt.Items[0].Title, pt.Items[1].Title
	if sides := w.sidesNamed(); sides != nil {
		x, y = sides[0].name, sides[1].name
	}
	b.Plain, b.Names = true, true
	b.Words = []string{w.Wording.Fill(w.Wording.Versus, x, y)}
	b.Headline = Clip(x+" vs "+y, 46)
}

// Clause finds the picture of one sentence, and makes a sentence of a fragment.
func (w *Writer) Clause(b *Beat, pt *brief.Point) {
	s := b.Words[0]
	ours := !pt.Verbatim && w.Brief.Level == brief.Topic
	if ours && w.Wording.Code != "en" {
		defer func() { w.parted(b, b.Words[len(b.Words)-1]) }()
	}
	if w.inTurn(b, s) {
		return
	}
	if ours {
		if w.Brief.Purpose == brief.Thanks && w.Wording.Code == "en" {
			s = thanked(s)
		}
		fragment := s
		if w.Wording.Code != "en" && standings[w.Wording.Code] != nil && w.rowOfThings(s) {
			// said as it is written: "Tagesmiete 39 Euro, Wochenende 69 Euro, Kaution 100 Euro"
		} else if s = prose.Stop(w.perSaid(w.fragmentSaid(s))); s != fragment || !prompt.IsClause(prose.Unstop(s), w.Wording.Code) {
			b.fragment = fragment
		}
		b.Words[0] = s
	}
	if w.Wording == tongue.Wordless {
		w.asWritten(b, s)
		return
	}
	nominal := ours && (w.Wording.Code == "ar" || w.Wording.Code == "he") && figureLabel.MatchString(prose.Unstop(s)) // needs no verb
	if ours && w.Wording.Code != "en" && w.drawBefore(b, prose.Unstop(cmp.Or(b.fragment, s))) {
		return
	}
	if ours && w.Wording.Code != "en" && (nominal || b.fragment != "" && b.Words[0] != b.fragment) && w.drawStated(b, cmp.Or(b.fragment, s)) {
		return
	}
	if ours && w.Wording.Code != "en" && b.Words[0] == s && w.labelled(b, s) {
		return
	}
	switch {
	case ours && w.openingHours(b, s), ours && w.openingHoursIn(b, s), ours && w.timesOfDay(b, s), ours && w.whenFirst(b, s), ours && w.wholeOf(b, s), w.goal(b, s), w.twoStates(b, s), w.against(b, s), ours && w.Series(b, s), w.toldSeries(b, s), ours && w.changes(b, s), w.moves(b, s), w.dateChange(b, s), w.enumerated(b, s, true), w.pair(b, s), w.offers(b, s, ours), w.noted(b, cmp.Or(b.fragment, s), ours), w.inCase(b, s), w.measured(b, s), w.counted(b, s, ours), ours && w.statRow(b, s), !ours && w.rowAsWritten(b, s), w.Inline(b, s), w.enumerated(b, s, false), ours && w.clauseList(b, s), w.inOrder(b, s), !ours && w.clausesAsWritten(b, s):
	case w.phoneShown(b, s):
	case w.Wording.Code == "en" && b.fragment != "" && strings.HasPrefix(s, "There"):
		w.Shape(b, b.fragment) // a picture has the words of the note: "Visitors from 14 countries"
	default:
		w.Shape(b, s)
		w.partwise(b, s)
	}
}

// rowAsWritten draws a row of figures or things of a script, whose words stay as they are.
func (w *Writer) rowAsWritten(b *Beat, s string) bool {
	words := b.Words
	if w.Wording.Code != "en" || prompt.IsClause(prose.Unstop(s), "en") || !w.statRow(b, s) {
		return false
	}
	b.Words = words
	Cues(b)
	return true
}

// clausesAsWritten draws a sentence of several clauses or things of a script part by part.
func (w *Writer) clausesAsWritten(b *Beat, s string) bool {
	words := b.Words
	if !w.clauseList(b, s) {
		return false
	}
	b.Words = words
	Cues(b)
	return true
}

// dateChange draws figures with their years, where that is all that they have.
func (w *Writer) dateChange(b *Beat, s string) bool {
	if !w.datedChange(b, s, w.Figures(s)) {
		return false
	}
	b.Plain = false
	return true
}

// offeredTo is to whom something is offered.
var offeredTo = pattern.New(`(?i)^(?:her|him|them) `)

// priceFrom is the lowest price, without a verb: "Price from £495".
var priceFrom = pattern.New(`(?i)^(?:our |the |die |los |les |os |i )?(?:prices?|pricing|preise?|precios?|prix|preços?|prezz[oi]|السعر)(?: (?:is|are|ist))? (?:from|starting at|starts at|ab|desde|à partir de|a partir de|a partire da|da|من) ([€$£¥₪]?\s?\d.*)$`)

// definiteFirst begins the name of one certain thing, introducesIt are the languages in
// which such a thing is introduced rather than got.
var (
	definiteFirst = pattern.New(`(?i)^(?:(?:el|la|los|las|le|les|il|lo|gli|i|o|os|as|nuestr[oa]s?|notre|nos|nossa?s?|nossos?)\s|l['’])`)
	introducesIt  = map[string]bool{"es": true, "fr": true, "it": true, "pt": true}
)

// phrase makes a sentence of a noun phrase.
func (w *Writer) phrase(s string, role brief.Role) string {
	g := w.Wording
	s = strings.TrimSpace(s)
	if sentenceCase.MatchString(s) {
		s = g.Lower(s) // "Mention: Horario nuevo"
	}
	if role == brief.Hook || w.Brief.Subject == "" && g.IsPlural(s) {
		return prose.Stop(g.Fill(g.Talk, s))
	}
	if (g.Code == "he" || g.Code == "ar") && prose.Words(s) >= 4 {
		if rest, ok := strings.CutPrefix(s, "ש"); ok && strings.Contains(" "+w.Prompt, " "+FirstWord(strings.Fields(rest))) {
			s = rest // "שסוללות לעולם לא …", where batteries are spoken of
		}
		return prose.Stop(s) // it may be a sentence, and is said as it stands
	}
	if m := asTheMost.FindStringSubmatch(s); m != nil && g.Code == "en" {
		return prose.Stop(prose.Upper(m[1]) + " is " + m[2]) // "highlight May as the best month"
	}
	if m := numberedThing.FindStringSubmatch(s); m != nil && g.Code == "en" {
		return prose.Stop("The " + m[1] + " is " + m[2])
	}
	if m := g.Price.FindStringSubmatch(s); m != nil {
		return prose.Stop(g.Fill(g.Costs, m[1]))
	}
	if !w.given(s) {
		return prose.Upper(prose.Stop(s))
	}
	if introducesIt[g.Code] && definiteFirst.MatchString(s) && prose.Words(s) > 4 {
		return prose.Upper(prose.Stop(s)) // it may be a sentence, and is said as it stands
	}
	if introducesIt[g.Code] && w.Brief.Subject == "" && definiteFirst.MatchString(s) {
		return prose.Stop(g.Fill(g.Meet, s)) // "Tienes el nuevo sistema" nobody says
	}
	if g.Code == "en" && !g.Free.MatchString(s) && (w.Brief.Subject == "" || isPeople(w.Brief)) && !g.Articled.MatchString(s+" ") && !g.IsPlural(s) && !StartsCount.MatchString(s) {
		return prose.Stop(g.Fill(g.Talk, s)) // nobody gets "thermal expansion"
	}
	if g.Free.MatchString(s) || w.Brief.Subject == "" || isPeople(w.Brief) {
		return prose.Stop(g.Fill(g.YouGet, g.Indefinite(s)))
	}
	return prose.Stop(g.Fill(g.Includes, g.Indefinite(s)))
}

// asTheMost is something and what it is shown as: "May as the best month ever".
var asTheMost = pattern.New(`(?i)^(.{2,40}?) as ((?:the|our|an?) .{3,50})$`)

// sentenceCase is a phrase with a capital only at its beginning.
var sentenceCase = pattern.New(`^\p{Lu}\p{Ll}+(?: \p{Ll}[\p{Ll}'’-]*)+`)

// numberedThing is something with its number: "the emergency number 112".
var numberedThing = pattern.New(`(?i)^(?:the |our |an? )?((?:\p{L}+ ){0,3}(?:number|hotline|helpline|extension|password|pin)),? (\+?\d[\d -]*)$`)

func isPeople(b *brief.Brief) bool {
	switch b.Purpose {
	case brief.Training, brief.Onboarding, brief.Hiring, brief.Update, brief.Event, brief.News:
		return true
	}
	return false
}

// verb makes the call to action of "visit acme.example".
func (w *Writer) verb(pt *brief.Point) string {
	t := strings.TrimSpace(pt.Text)
	if w.Wording.Imperative != nil {
		t = w.Wording.Imperative(t)
	}
	u := prose.URL(t)
	if u != "" {
		if m := w.Wording.Visit.FindStringIndex(t); m != nil && m[0] == 0 && prose.Words(t[m[1]:]) <= 1 {
			switch w.Brief.Purpose {
			case brief.Launch, brief.Demo, brief.Social, brief.Release:
				return w.Wording.Fill(w.Wording.See, ShortURL(u))
			}
			return w.Wording.Fill(w.Wording.More, ShortURL(u))
		}
		t = strings.Replace(t, u, ShortURL(u), 1)
	}
	return prose.Upper(prose.Stop(t))
}

// ShortURL drops what nobody says.
func ShortURL(u string) string {
	u = strings.TrimPrefix(strings.TrimPrefix(u, "https://"), "http://")
	return strings.TrimSuffix(strings.TrimPrefix(u, "www."), "/")
}

// HowInfinitive asks how something is done, in Spanish and Portuguese.
var HowInfinitive = pattern.New(`^(?i:cómo|como) (\p{L}+[aei]r(?:se)?(?: .*)?)$`)
