package script

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// beat is one thing that the video says, with the picture that goes with it.
type beat struct {
	scene.Scene
	words  []string // sentences, in order
	role   prompt.Role
	asked  bool // dropped last
	opener bool // written by us around the subject, not a fact
	order  int
	line   int
	offer  bool // proposes something
	turn   int  // of a conversation, from 1

	fragment string // the fragment that its one sentence was made of; "" = it was a sentence
	changed  bool   // its figure is the new value of a change
	was      bool   // what stands below its figure is the value of before

	when string // the day, time and place that it says; "" = it says something else

	struck   bool   // opens the video with its number
	question string // that the beat answers
	names    bool   // only names what the video is about
	moment   string // shown below a question that is left to the viewer

	wants   string // what the prompt asks to show, in its words
	missing string // the note that it is replaced; "" when it is not

	undrawn string // the note that its picture has nothing to be drawn from; "" when it has

	heading string // of a list, as the prompt has it
	lead    string // what stands before the colon of a sentence that lists

	fewer  func(n int) *beat // of a list: the same with its first n items only; nil = it has no items
	listed []string          // of a list: its items as the prompt has them
	cut    []string          // of a list: the items that were left out, the last first
	whole  bool              // of a list: it is said in one sentence
	hidden int               // of a list: how many items are said and not shown

	plain bool // no picture of its own: may be joined with a neighbour or carried by the presenter
}

func (b *beat) text() string { return strings.Join(b.words, " ") }

// beatOf writes one point.
func (w *writer) beatOf(pt *prompt.Point, i int) *beat {
	b := &beat{}
	b.Verbatim = pt.Verbatim
	switch pt.Form {
	case prompt.Clause:
		b.words = prompt.SplitSentences(pt.Text)
		b.plain = true
		if w.b.Purpose == prompt.Outreach && !pt.Verbatim && w.w.code == "en" {
			for i := range b.words {
				b.words[i] = addressed(b.words[i])
			}
		}
		if w.b.Purpose == prompt.Onboarding && w.b.Audience != "" && !pt.Verbatim && w.b.Level == prompt.Topic && w.w.code == "en" {
			for i := range b.words {
				b.words[i] = toViewer(b.words[i])
			}
		}
		if m := priceFrom.FindStringSubmatch(prompt.Unstop(pt.Text)); m != nil && !pt.Verbatim && w.b.Level == prompt.Topic {
			b.words = []string{prompt.Stop(w.w.fill(w.w.startAt, m[1]))}
		}
		if len(b.words) == 1 && !pt.Verbatim && w.b.Level == prompt.Topic {
			b.words[0] = w.unlabelled(w.worded(b.words[0]))
		}
		if len(b.words) == 1 && pt.Warning && w.b.Level == prompt.Topic && !pt.Verbatim {
			w.warn(b, b.words[0])
			break
		}
		if len(b.words) == 1 {
			w.clause(b, pt)
		}
	case prompt.Phrase:
		b.words = []string{w.phrase(pt.Text, pt.Role)}
		b.plain = true
		w.shape(b, b.words[0])
	case prompt.How:
		b.names = true
		b.words = []string{prompt.Stop(w.w.fill(w.w.here, pt.Text))}
		if m := howInfinitive.FindStringSubmatch(pt.Text); m != nil && (w.w.code == "es" || w.w.code == "pt") {
			b.words = []string{prompt.Stop(w.w.fill(w.w.howTo, m[1]))} // "cómo devolver un pedido"
		}
		b.plain = true
		b.Headline = clip(prompt.Upper(pt.Text), 40)
	case prompt.Offer:
		b.offer = true
		what := pt.Text
		if w.w.code == "en" {
			what = offeredTo.ReplaceAllString(what, "") // "Offer her a free trial"
		}
		b.words = []string{w.w.fill(w.w.offer, what)}
		b.Headline = clip(prompt.Upper(w.w.noun(what)), 40)
		b.plain = true
	case prompt.Invite:
		b.words = []string{w.w.fill(w.w.comeTo, pt.Text)}
		b.plain = true
	case prompt.Verb:
		b.words = []string{w.verb(pt)}
		b.plain = true
		if pt.Role != prompt.Action {
			w.shape(b, b.words[0])
		}
	case prompt.Quote:
		b.Kind = scene.Quote
		b.Headline = strings.TrimRight(pt.Text, ".")
		b.Name, b.Role = pt.Name, pt.Part
		b.words = []string{prompt.Stop(pt.Text)}
		if pt.Name != "" {
			who := pt.Name
			if pt.Whose != "" && pt.Part != "" {
				who = prompt.Upper(pt.Whose) + " " + pt.Part + ", " + pt.Name + ","
			} else if pt.Part != "" && prompt.Words(pt.Part) <= 7 {
				who += ", " + pt.Part + ","
			}
			b.words = []string{w.w.fill(w.w.says, who, prompt.Stop(pt.Text))}
		} else if pt.Part != "" {
			b.Name, b.Role = prompt.Upper(pt.Part), ""
			b.words = []string{w.w.fill(w.w.says, prompt.Upper(strings.TrimSpace(pt.Whose+" "+pt.Part)), prompt.Stop(pt.Text))}
		}
		if w.b.Level == prompt.Script && pt.Verbatim && pt.Said != "" {
			b.words = prompt.SplitSentences(pt.Said) // every word of the script stays
		}
	case prompt.Agenda:
		w.agenda(b, pt)
	case prompt.List:
		if !w.prices(b, pt) && !w.seriesList(b, pt) && !w.movesList(b, pt) {
			w.list(b, pt)
		}
	case prompt.Steps:
		w.steps(b, pt)
	case prompt.Table:
		if !w.prices(b, pt) {
			w.table(b, pt)
		}
	case prompt.When, prompt.Where:
		w.whenWhere(b, pt)
	case prompt.Rows:
		w.rows(b, pt)
	case prompt.Ask:
		w.ask(b, pt)
	case prompt.Code:
		b.Kind, b.Code, b.CodeLang, b.Label = scene.Code, pt.Text, pt.Name, pt.Part
	case prompt.Contrast:
		w.contrast(b, pt)
	case prompt.Compare:
		if len(pt.Items) < 2 {
			return nil
		}
		if len(pt.Items) > 2 {
			w.compare(b, pt)
			break
		}
		b.plain, b.names = true, true
		b.words = []string{w.w.fill(w.w.versus, pt.Items[0].Title, pt.Items[1].Title)}
		b.Headline = clip(pt.Items[0].Title+" vs "+pt.Items[1].Title, 46)
		if sides := w.sidesNamed(); sides != nil {
			b.words = []string{w.w.fill(w.w.versus, sides[0].name, sides[1].name)}
			b.Headline = clip(sides[0].name+" vs "+sides[1].name, 46)
		}
	}
	if len(b.words) == 0 && b.Kind != scene.Code {
		return nil
	}
	return b
}

// clause finds the picture of one sentence, and makes a sentence of a fragment.
func (w *writer) clause(b *beat, pt *prompt.Point) {
	s := b.words[0]
	ours := !pt.Verbatim && w.b.Level == prompt.Topic
	if ours {
		if w.b.Purpose == prompt.Thanks && w.w.code == "en" {
			s = thanked(s)
		}
		fragment := s
		if s = prompt.Stop(w.perSaid(w.fragmentSaid(s))); s != fragment || !prompt.IsClause(prompt.Unstop(s), w.w.code) {
			b.fragment = fragment
		}
		b.words[0] = s
	}
	nominal := ours && (w.w.code == "ar" || w.w.code == "he") && figureLabel.MatchString(prompt.Unstop(s)) // needs no verb
	if ours && w.w.code != "en" && w.drawBefore(b, prompt.Unstop(firstOf(b.fragment, s))) {
		return
	}
	if ours && w.w.code != "en" && (nominal || b.fragment != "" && b.words[0] != b.fragment) && w.drawStated(b, firstOf(b.fragment, s)) {
		return
	}
	switch {
	case ours && w.openingHours(b, s), ours && w.openingHoursIn(b, s), ours && w.timesOfDay(b, s), ours && w.whenFirst(b, s), ours && w.wholeOf(b, s), w.goal(b, s), w.twoStates(b, s), w.against(b, s), ours && w.series(b, s), w.toldSeries(b, s), ours && w.changes(b, s), w.moves(b, s), w.dateChange(b, s), w.pair(b, s), w.offers(b, s, ours), w.inCase(b, s), w.measured(b, s), ours && w.statRow(b, s), !ours && w.rowAsWritten(b, s), w.inline(b, s), ours && w.clauseList(b, s):
	default:
		w.shape(b, s)
	}
}

// rowAsWritten draws a row of figures or things of a script, whose words stay as they are.
func (w *writer) rowAsWritten(b *beat, s string) bool {
	words := b.words
	if w.w.code != "en" || prompt.IsClause(prompt.Unstop(s), "en") || !w.statRow(b, s) {
		return false
	}
	b.words = words
	cues(b)
	return true
}

// dateChange draws figures with their years, where that is all that they have.
func (w *writer) dateChange(b *beat, s string) bool {
	if !w.datedChange(b, s, w.figures(s)) {
		return false
	}
	b.plain = false
	return true
}

// offeredTo is to whom something is offered.
var offeredTo = pattern.New(`(?i)^(?:her|him|them) `)

// priceFrom is the lowest price, without a verb: "Price from £495".
var priceFrom = pattern.New(`(?i)^(?:our |the |die |los |les |os |i )?(?:prices?|pricing|preise?|precios?|prix|preços?|prezz[oi]|السعر)(?: (?:is|are|ist))? (?:from|starting at|starts at|ab|desde|à partir de|a partir de|a partire da|da|من) ([€$£¥₪]?\s?\d.*)$`)

// phrase makes a sentence of a noun phrase.
func (w *writer) phrase(s string, role prompt.Role) string {
	g := w.w
	s = strings.TrimSpace(s)
	if sentenceCase.MatchString(s) {
		s = g.lower(s) // "Mention: Horario nuevo"
	}
	if role == prompt.Hook || w.b.Subject == "" && g.isPlural(s) {
		return prompt.Stop(g.fill(g.talk, s))
	}
	if (g.code == "he" || g.code == "ar") && prompt.Words(s) >= 4 {
		if rest, ok := strings.CutPrefix(s, "ש"); ok && strings.Contains(" "+w.r.Spec.PositivePrompt, " "+firstWord(strings.Fields(rest))) {
			s = rest // "שסוללות לעולם לא …", where batteries are spoken of
		}
		return prompt.Stop(s) // it may be a sentence, and is said as it stands
	}
	if m := asTheMost.FindStringSubmatch(s); m != nil && g.code == "en" {
		return prompt.Stop(prompt.Upper(m[1]) + " is " + m[2]) // "highlight May as the best month"
	}
	if m := numberedThing.FindStringSubmatch(s); m != nil && g.code == "en" {
		return prompt.Stop("The " + m[1] + " is " + m[2])
	}
	if m := g.price.FindStringSubmatch(s); m != nil {
		return prompt.Stop(g.fill(g.costs, m[1]))
	}
	if !w.given(s) {
		return prompt.Upper(prompt.Stop(s))
	}
	if g.free.MatchString(s) || w.b.Subject == "" || isPeople(w.b) {
		return prompt.Stop(g.fill(g.youGet, g.indefinite(s)))
	}
	return prompt.Stop(g.fill(g.includes, g.indefinite(s)))
}

// asTheMost is something and what it is shown as: "May as the best month ever".
var asTheMost = pattern.New(`(?i)^(.{2,40}?) as ((?:the|our|an?) .{3,50})$`)

// sentenceCase is a phrase with a capital only at its beginning.
var sentenceCase = pattern.New(`^\p{Lu}\p{Ll}+(?: \p{Ll}[\p{Ll}'’-]*)+`)

// numberedThing is something with its number: "the emergency number 112".
var numberedThing = pattern.New(`(?i)^(?:the |our |an? )?((?:\p{L}+ ){0,3}(?:number|hotline|helpline|extension|password|pin)) (\d[\d -]*)$`)

func isPeople(b *prompt.Brief) bool {
	switch b.Purpose {
	case prompt.Training, prompt.Onboarding, prompt.Hiring, prompt.Update, prompt.Event, prompt.News:
		return true
	}
	return false
}

// verb makes the call to action of "visit acme.example".
func (w *writer) verb(pt *prompt.Point) string {
	t := strings.TrimSpace(pt.Text)
	if w.w.imper != nil {
		t = w.w.imper(t)
	}
	u := prompt.URL(t)
	if u != "" {
		if m := w.w.visit.FindStringIndex(t); m != nil && m[0] == 0 && prompt.Words(t[m[1]:]) <= 1 {
			switch w.b.Purpose {
			case prompt.Launch, prompt.Demo, prompt.Social, prompt.Release:
				return w.w.fill(w.w.see, shortURL(u))
			}
			return w.w.fill(w.w.more, shortURL(u))
		}
		t = strings.Replace(t, u, shortURL(u), 1)
	}
	return prompt.Upper(prompt.Stop(t))
}

// shortURL drops what nobody says.
func shortURL(u string) string {
	u = strings.TrimPrefix(strings.TrimPrefix(u, "https://"), "http://")
	return strings.TrimSuffix(strings.TrimPrefix(u, "www."), "/")
}
