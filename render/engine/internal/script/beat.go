package script

import (
	"strings"
	"unicode"

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

	wants   string // what the prompt asks to show, in its words
	missing string // the note that it is replaced; "" when it is not

	plain bool // no picture of its own: may be joined with a neighbour or carried by the presenter
}

func (b *beat) text() string { return strings.Join(b.words, " ") }

// compose turns the brief's points into beats: hook, body, call to action.
func (w *writer) compose() {
	b := w.b
	var hook, body, action []*beat
	for i := range b.Points {
		pt := &b.Points[i]
		bt := w.beatOf(pt, i)
		if bt == nil {
			continue
		}
		if pt.Language != "" && !strings.HasPrefix(w.lang, pt.Language) {
			bt.Language = pt.Language
		}
		bt.order, bt.line, bt.asked = i, pt.Line, pt.Asked
		bt.role = pt.Role
		if bt.Kind == scene.Code && w.typed(bt, body) {
			continue
		}
		if bt.Chapter == "" {
			bt.Chapter = pt.Chapter
		}
		switch pt.Role {
		case prompt.Hook:
			hook = append(hook, bt)
		case prompt.Action:
			action = append(action, bt)
		default:
			body = append(body, bt)
		}
	}
	body = w.counted(w.typeNext(askedFirst(body, w)))
	verbatim := b.Level == prompt.Script
	if len(hook) == 0 && w.chaptered(body) && body[0].Chapter != "" {
		if t := w.contentsTitle(); t != nil {
			hook = append(hook, t)
		}
	}
	if verbatim && len(hook) == 0 && len(body) > 1 {
		hook, body = body[:1], body[1:]
	}
	if verbatim && len(action) == 0 && len(body) > 1 {
		if last := body[len(body)-1]; len(last.Items) < 2 && looksLikeAction(last.text(), w) {
			action, body = []*beat{last}, body[:len(body)-1]
			for n := len(body); n > 1 && body[n-1].line == last.line && prompt.Words(body[n-1].text()) <= 4 && body[n-1].plain; n = len(body) {
				action, body = append([]*beat{body[n-1]}, action...), body[:n-1]
			}
		}
	}
	if !verbatim {
		if n := len(body); len(action) == 0 && (n > 1 || n == 1 && b.Subject != "") && len(body[n-1].Items) < 2 && looksLikeAction(body[n-1].text(), w) {
			action, body = body[n-1:], body[:n-1]
		}
		if n := len(body); len(action) == 0 && n > 1 && b.Purpose == prompt.Outreach && body[n-1].offer {
			action, body = body[n-1:], body[:n-1]
		}
		body = w.reorder(body)
		if intro := w.opener(len(hook) > 0, body); intro != nil && !(b.Purpose == prompt.Social && len(hook) > 0) {
			if len(hook) == 0 {
				hook = append(hook, intro)
			} else {
				body = append([]*beat{intro}, body...)
			}
		}
		if len(hook) == 0 && len(body) > 0 && len(body[0].Items) > 2 {
			hook = append(hook, w.untitled()) // a list is no opening
		}
		if len(hook) == 0 && len(body) > 0 {
			hook, body = body[:1], body[1:]
		}
		if b.Recap || w.wantsRecap(hook, body, action) {
			body = w.recap(body)
		}
		if len(action) == 0 {
			if a := w.closing(); a != nil {
				action = append(action, a)
			}
		}
	}
	if n := len(body); n > 1 && len(action) > 0 && strings.HasSuffix(body[n-1].text(), "?") && prompt.Words(body[n-1].text()) <= 3 {
		action, body = append([]*beat{body[n-1]}, action...), body[:n-1] // "Questions? Talk to …"
	}
	if len(action) > 1 { // one card ends the video
		one := action[0]
		for _, a := range action[1:] {
			one = w.join(one, a)
		}
		action = []*beat{one}
	}
	w.beats = append(append(append(w.beats, hook...), body...), action...)
	for i, bt := range w.beats {
		if i < len(hook) {
			bt.role = prompt.Hook
		} else if i >= len(w.beats)-len(action) {
			bt.role = prompt.Action
		} else {
			bt.role = prompt.Body
		}
	}
}

// askedFirst joins a question of a word or two with what answers it: "Absence? Call …".
func askedFirst(body []*beat, w *writer) []*beat {
	if w.b.Level != prompt.Topic {
		return body
	}
	var out []*beat
	for i := 0; i < len(body); i++ {
		b := body[i]
		if i+2 < len(body) && b.plain && len(b.words) == 1 && strings.HasSuffix(b.text(), "?") && prompt.Words(b.text()) <= 2 && body[i+1].line == b.line && len(body[i+1].words) == 1 {
			next := *body[i+1]
			next.words = []string{b.text() + " " + next.words[0]}
			b, i = &next, i+1
		}
		out = append(out, b)
	}
	return out
}

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
		if len(b.words) == 1 && !w.against(b, b.words[0]) && !w.inline(b, b.words[0]) {
			w.shape(b, b.words[0])
		}
	case prompt.Phrase:
		b.words = []string{w.phrase(pt.Text, pt.Role)}
		b.plain = true
		w.shape(b, b.words[0])
	case prompt.How:
		b.words = []string{prompt.Stop(w.w.fill(w.w.here, pt.Text))}
		b.plain = true
		b.Headline = clip(prompt.Upper(pt.Text), 40)
	case prompt.Offer:
		b.offer = true
		b.words = []string{w.w.fill(w.w.offer, pt.Text)}
		b.Headline = clip(prompt.Upper(w.w.noun(pt.Text)), 40)
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
	case prompt.List:
		w.list(b, pt)
	case prompt.Steps:
		w.steps(b, pt)
	case prompt.Table:
		w.table(b, pt)
	case prompt.When, prompt.Where:
		w.whenWhere(b, pt)
	case prompt.Rows:
		w.rows(b, pt)
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
		b.plain = true
		b.words = []string{w.w.fill(w.w.versus, pt.Items[0].Title, pt.Items[1].Title)}
		b.Headline = clip(pt.Items[0].Title+" vs "+pt.Items[1].Title, 46)
		w.note(pt.Line, "a comparison without figures: the prompt names "+pt.Items[0].Title+" and "+pt.Items[1].Title+" but gives no values to set side by side")
	}
	if len(b.words) == 0 && b.Kind != scene.Code {
		return nil
	}
	return b
}

// toViewer speaks to those a video welcomes instead of about them.
func toViewer(s string) string {
	if !aboutThem.MatchString(s) {
		return s
	}
	for _, r := range viewerWords {
		s = r.re.ReplaceAllString(s, r.to)
	}
	return prompt.Upper(s)
}

var (
	aboutThem   = pattern.New(`(?i)\b(?:they|their|them)\b`)
	viewerWords = []struct {
		re *pattern.Pattern
		to string
	}{
		{pattern.New(`(?i)\bthe first (day|week|month)\b`), "your first $1"}, {pattern.New(`\b[Tt]hey\b`), "you"}, {pattern.New(`\b[Tt]heirs\b`), "yours"},
		{pattern.New(`\b[Tt]heir\b`), "your"}, {pattern.New(`\b[Tt]hem\b`), "you"}, {pattern.New(`\b[Tt]hemselves\b`), "yourself"},
	}
)

// addressed says to the reader of a sales message what the prompt says about them:
// "We noticed they opened a depot" is "We noticed you opened a depot".
func addressed(s string) string {
	if m := companyWe.FindStringSubmatch(s); m != nil {
		s = "At " + m[1] + " we " + s[len(m[0]):]
	}
	if m := theyDid.FindStringSubmatch(s); m != nil {
		s = "You " + s[len(m[1])+1:]
	}
	m := noticed.FindStringIndex(s)
	if m == nil {
		return s
	}
	rest := s[m[1]:]
	for _, p := range [][2]string{{"they are ", "you are "}, {"they've ", "you've "}, {"they’ve ", "you’ve "}, {"they're ", "you're "}, {"they ", "you "}, {"their ", "your "}} {
		if strings.HasPrefix(rest, p[0]) {
			rest = p[1] + rest[len(p[0]):]
			break
		}
	}
	return s[:m[1]] + strings.ReplaceAll(rest, " their ", " your ")
}

var (
	companyWe = pattern.New(`^We \((\p{Lu}[\p{L}\d]+)\) `)
	theyDid   = pattern.New(`^(She|He|They) (?:recently |just |also )?(?:\p{L}+ed|had|said|wrote|spoke|opened|moved|can|could|might|may|must|should) `)
)

var noticed = pattern.New(`(?i)^(?:we|i)(?:'ve| have)? (?:noticed|saw|seen|read|heard|know|learned|understand)(?: that)? `)

// priceFrom is the lowest price, without a verb: "Price from £495".
var priceFrom = pattern.New(`(?i)^(?:our |the |die |los |les |os |i )?(?:prices?|pricing|preise?|precios?|prix|preços?|prezz[oi]|السعر)(?: (?:is|are|ist))? (?:from|starting at|starts at|ab|desde|à partir de|a partir de|a partire da|da|من) ([€$£¥₪]?\s?\d.*)$`)

// phrase makes a sentence of a noun phrase.
func (w *writer) phrase(s string, role prompt.Role) string {
	g := w.w
	s = strings.TrimSpace(s)
	if role == prompt.Hook || w.b.Subject == "" && g.isPlural(s) {
		return prompt.Stop(g.fill(g.talk, s))
	}
	if m := g.price.FindStringSubmatch(s); m != nil {
		return prompt.Stop(g.fill(g.costs, m[1]))
	}
	if g.free.MatchString(s) || w.b.Subject == "" || isPeople(w.b) {
		return prompt.Stop(g.fill(g.youGet, g.indefinite(s)))
	}
	return prompt.Stop(g.fill(g.includes, g.indefinite(s)))
}

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

// opener introduces the subject, unless the prompt's own words do.
func (w *writer) opener(hooked bool, body []*beat) *beat {
	b, g := w.b, w.w
	name := b.Subject
	if name == "" {
		name = b.Title
	}
	if b.Purpose == prompt.Onboarding && b.Company != "" {
		name = b.Company
	}
	if name == "" || prompt.Genre(name) && len(body) > 0 {
		return nil // a kind of video says nothing about its subject
	}
	if b.Subject == "" && len(body) > 0 && !hooked && isName(name) && strings.HasPrefix(body[0].text(), "We are "+name) {
		return nil
	}
	if hooked && b.About == "" {
		for _, x := range body {
			if strings.HasPrefix(x.text(), name+" ") && isName(name) {
				return nil // the facts introduce it themselves, where it belongs
			}
		}
	}
	if b.Common && b.Purpose != prompt.Onboarding && b.Purpose != prompt.Training {
		return w.contentsTitle()
	}
	if len(body) > 0 && !hooked {
		first := strings.ToLower(body[0].text())
		if strings.Contains(first, "?") || strings.HasPrefix(first, strings.ToLower(name)) && b.About == "" || g.greets.MatchString(first) {
			return nil
		}
	}
	if rest, ok := strings.CutPrefix(name, "The "); ok && !isName(name) {
		name = "the " + rest
	}
	s := ""
	if b.Subject == "" && b.Purpose != prompt.Onboarding {
		if strings.EqualFold(name, b.Title) && (g.greets.MatchString(name) || g.clauseItem.MatchString(g.lower(name)) || strings.ContainsAny(name, "?!:") || len(body) > 0 && w.b.Level != prompt.Topic) {
			return nil
		}
		if g.code == "en" && !g.articled.MatchString(name) && reportNoun.MatchString(name) {
			name = "the " + g.lower(name)
		}
		if g.code == "en" && g.verbFirst.MatchString(name) {
			return &beat{words: []string{g.fill(g.howTo, g.lower(name))}, opener: true, plain: true, order: -1}
		}
		return &beat{words: []string{prompt.Upper(g.fill(g.itsTitle, g.lower(name)))}, opener: true, plain: true, order: -1}
	}
	switch {
	case g.code == "en" && startsCount.MatchString(name): // "3 tips"
		return &beat{words: []string{"Here are " + g.lower(name) + "."}, opener: true, plain: true, order: -1}
	case g.code == "de" && strings.HasPrefix(name, "So ") && prompt.Words(name) > 2: // "So mieten Sie …"
		return &beat{words: []string{prompt.Stop(name)}, opener: true, plain: true, order: -1}
	case g.clauseItem.MatchString(g.lower(name)): // "how to set up a backup"
		return &beat{words: []string{prompt.Upper(prompt.Stop(g.fill(g.here, g.lower(name))))}, opener: true, plain: true, order: -1}
	}
	switch b.Purpose {
	case prompt.Release:
		s = g.fill(g.whatsNew, name)
	case prompt.Training, prompt.News:
		s = g.fill(g.talk, name)
	case prompt.Onboarding:
		s = g.fill(g.welcome, name)
		if in := b.CompanyIn; in != "" && g.code == "de" {
			s = "Willkommen " + in + "."
		}
	case prompt.Update:
		s = g.fill(g.look, g.definite(name))
	case prompt.Explainer, prompt.Tutorial:
		s = g.fill(g.look, g.definite(name))
		if b.About != "" || isName(name) {
			s = g.fill(g.meet, g.named(name))
		}
	case prompt.Event:
		s = g.fill(g.comeTo, name)
	case prompt.Hiring:
		s = g.fill(g.look, name)
		if b.Audience != "" && b.Company != "" {
			s = g.fill(g.hiring, b.Company, b.Audience)
		}
	case prompt.Outreach:
		name, _, _ = strings.Cut(name, " at ")
		if first, _, ok := strings.Cut(name, " "); ok && isName(name) {
			s = g.fill(g.hello, first)
			bt := &beat{words: []string{s}, opener: true, plain: true, order: -1}
			bt.Headline = g.fill(g.forName, name)
			return bt
		}
		s = g.fill(g.meet, g.named(name))
	default:
		s = g.fill(g.meet, g.named(name))
		if !isName(name) && b.About == "" {
			product := b.Purpose == prompt.Launch || b.Purpose == prompt.Demo || b.Purpose == prompt.Social || b.Purpose == prompt.Pitch || g.code != "en"
			if !product || !g.articled.MatchString(name) {
				s = g.fill(g.look, g.definite(name))
			}
		}
	}
	if b.About != "" && strings.HasPrefix(s, strings.TrimSpace(strings.SplitN(g.meet, "%", 2)[0])) {
		s = strings.TrimSuffix(s, ".") + g.comma() + b.About
	}
	bt := &beat{words: []string{prompt.Upper(prompt.Stop(s))}, opener: true, plain: true, order: -1}
	return bt
}

var startsCount = pattern.New(`(?i)^(?:\d{1,2}|two|three|four|five|six|seven)\s+(?:\p{L}+\s)?\p{L}+s$`)

// reportNoun ends the title of something that comes regularly.
var reportNoun = pattern.New(`(?i)\b(?:update|report|recap|summary|review|overview|newsletter|briefing|digest|roundup|news)$`)

// isName tells a proper name: every word of it, except little ones, begins with
// a capital. Scripts without capitals count as names.
func isName(s string) bool {
	f := strings.Fields(s)
	caps := 0
	for _, w := range f {
		r := []rune(strings.Trim(w, `"“”«»().,'’`))
		if len(r) == 0 {
			continue
		}
		switch {
		case r[0] > 0x2ff || unicode.IsUpper(r[0]) || unicode.IsDigit(r[0]) || isAcronym(string(r)):
			caps++
		case len(f) > 1 && littleWords[string(r)]:
		default:
			return false
		}
	}
	return caps > 0
}

var littleWords = map[string]bool{"of": true, "the": true, "for": true, "and": true, "de": true, "la": true, "le": true, "du": true, "des": true, "y": true, "et": true, "e": true, "von": true, "der": true, "&": true, "in": true, "do": true, "da": true}

// textOnly makes silent scenes of the on-screen text where a prompt gives nothing
// else; it reports whether there is any.
func (w *writer) textOnly() bool {
	for _, lit := range w.b.Screen {
		b := &beat{line: lit.Line}
		b.Kind, b.Headline, b.Verbatim = scene.Statement, lit.Text, true
		w.beats = append(w.beats, b)
	}
	if len(w.beats) > 0 {
		w.note(0, "the prompt gives no words to speak: its on-screen text is shown to music")
		w.drafted = true
	}
	return len(w.beats) > 0
}

// wantsRecap tells whether a teaching video has so few facts for its length that
// repeating its steps serves the viewer better than a long last picture.
func (w *writer) wantsRecap(hook, body, action []*beat) bool {
	switch w.b.Purpose {
	case prompt.Training, prompt.Tutorial, prompt.Onboarding:
	default:
		return false
	}
	list := -1
	for i, b := range body {
		if b.Kind == scene.Process || b.Kind == scene.Points {
			list = i
		}
	}
	if list >= 0 && body[list].Kind != scene.Process && !manyWords(body[list].Items) {
		return false // the names of three tools are no lesson
	}
	if list < 0 || list == len(body)-1 || len(body[list].Items) > 4 || len(body[list].Items) < 3 {
		return false // right after the list a repetition is only that
	}
	for _, it := range body[list].Items {
		if prompt.Words(it.Title) > 6 {
			return false
		}
	}
	all := append(append(append([]*beat{}, hook...), body...), action...)
	return w.spokenSeconds(all) < w.secs*.6
}

// manyWords tells rules and habits from bare names.
func manyWords(items []scene.Item) bool {
	n := 0
	for _, it := range items {
		n += prompt.Words(it.Title)
	}
	return n >= 2*len(items)
}

// recap repeats the last list in one sentence when the prompt asks for it.
func (w *writer) recap(body []*beat) []*beat {
	for i := len(body) - 1; i >= 0; i-- {
		if len(body[i].Items) < 2 {
			continue
		}
		var names []string
		r := &beat{plain: false, order: 1 << 19, line: body[i].line}
		for _, it := range body[i].Items {
			t, _, _ := strings.Cut(it.Title, ",")
			t, _, _ = strings.Cut(t, w.w.and)
			names = append(names, w.w.lower(t))
			r.Items = append(r.Items, scene.Item{Title: prompt.Upper(t), Icon: it.Icon})
		}
		r.words = []string{w.w.fill(w.w.recap, w.w.join(names))}
		r.Kind, r.Headline = scene.Grid, w.w.recapHead
		cues(r)
		return append(body, r)
	}
	w.note(0, "a recap was asked for, but the prompt has no list to repeat")
	return body
}

// closing is a call to action from the prompt's address alone.
func (w *writer) closing() *beat {
	if w.b.URL == "" {
		return nil
	}
	for _, bt := range w.beats {
		if strings.Contains(bt.text(), w.b.URL) {
			return nil
		}
	}
	for _, p := range w.b.Points {
		if strings.Contains(p.Text, w.b.URL) {
			return nil
		}
	}
	return &beat{words: []string{w.w.fill(w.w.more, shortURL(w.b.URL))}, role: prompt.Action, opener: true, plain: true, order: 1 << 20}
}

func looksLikeAction(s string, w *writer) bool {
	return prompt.URL(s) != "" || prompt.Mail(s) != "" || w.w.acts.MatchString(s)
}
