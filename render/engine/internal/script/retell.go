package script

import (
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// shortWait is how long scenes may stand without speech, on average, seconds, so that
// none of them stands much longer than three.
const shortWait = 2.3

// retelling holds what is said of facts that fill only part of a video, beyond the facts:
// how many there are, that they come once more, and questions to the viewers. None of it
// is a claim.
type retelling struct {
	count  string // %s = how many
	faq    string // %s = how many questions, twice
	again  string
	ask    map[prompt.Purpose][]string // "" = any
	moment string                      // below a question
}

var retellings = map[string]*retelling{
	"en": {"There are %s things to know.", "%s questions, %s answers.", "Once more, in short.", map[prompt.Purpose][]string{
		"":                {}, // a question that fits everything says nothing
		prompt.Launch:     {"Where would you use it first?", "Who do you know who would like it?"},
		prompt.Demo:       {"Where would you use it first?", "Who do you know who would like it?"},
		prompt.Social:     {"Would you try it?", "And who would you bring along?"},
		prompt.Event:      {"Will you be there?", "And who would you bring along?"},
		prompt.Hiring:     {"Does that sound like you?", "Or like someone you know?"},
		prompt.Training:   {"What will you do differently from now on?"},
		prompt.Explainer:  {"How would you explain it to a friend?"},
		prompt.Tutorial:   {"Which step is new to you?"},
		prompt.Onboarding: {"What would you like to ask first?"},
		prompt.Pitch:      {"What would you like to know next?"},
		prompt.Release:    {},
		prompt.Outreach:   {},
		prompt.Thanks:     {}, // those who are thanked are asked nothing
	}, "Take a moment"},
}

// retell tells facts that are too few for their video in smaller steps, and once more,
// until no scene stands long without speech.
func (w *writer) retell() {
	r := retellings[w.w.code]
	if r == nil || w.b.Level != prompt.Topic || w.b.AtMost || len(w.beats) < 3 || w.hasTurns() {
		return
	}
	for _, step := range []func(*retelling){w.oneByOne, w.countFacts, w.onceAgain, w.listAgain, w.askViewers, w.spread} {
		if w.wait() > shortWait {
			w.try(func() { step(r) })
		}
	}
	if last := w.beats[len(w.beats)-1]; len(last.words) == 1 && strings.HasPrefix(last.words[0], "Once more: ") {
		last.words = []string{w.parting()} // a fact is said twice, not three times
	}
}

func (w *writer) hasTurns() bool {
	for _, b := range w.beats {
		if b.turn > 0 {
			return true
		}
	}
	return false
}

// facts are the beats that tell something.
func (w *writer) facts() []*beat {
	var out []*beat
	for _, b := range w.beats {
		if b.opener || b.names || b.role == prompt.Action || len(b.words) == 0 || b.Language != "" || b.Headline == w.w.recapHead || b.Kind == scene.End {
			continue
		}
		out = append(out, b)
	}
	return out
}

// oneByOne makes scenes of their own of the parts of a sentence with one subject and
// several verbs, "It boils in 90 seconds, keeps tea warm, and costs €89", and of the
// sentences that share a scene.
func (w *writer) oneByOne(*retelling) {
	var out []*beat
	for i, b := range w.beats {
		parts := []string{}
		switch {
		case i == 0 || b.opener || b.Verbatim || b.question != "" || b.role == prompt.Action || len(b.Items) > 0 && !(b.whole && b.Kind == scene.Points) || len(b.Columns) > 0 || b.Kind == scene.Quote || b.Series != nil:
		case b.whole && b.Kind == scene.Points && len(b.words) == len(b.Items):
			parts = b.words // clauses that are a list
		case len(b.words) == 1:
			if parts = w.predicates(b.words[0]); len(parts) < 2 {
				parts = halves(b.words[0])
			}
		}
		if len(parts) < 2 {
			out = append(out, b)
			continue
		}
		for k, p := range parts {
			x := &beat{words: []string{p}, role: b.role, order: b.order, line: b.line, plain: true, asked: b.asked}
			if k == 0 {
				x.Chapter, x.Label = b.Chapter, ""
			}
			w.shape(x, p)
			out = append(out, x)
		}
	}
	if len(out) == len(w.beats) {
		return
	}
	w.beats = out
	w.rekind()
}

// halves parts two sentences that only a semicolon joins; nil = it does not.
func halves(s string) []string {
	parts := strings.Split(prompt.Unstop(s), "; ")
	if len(parts) < 2 || len(parts) > 3 || strings.Contains(s, ": ") {
		return nil
	}
	for i, p := range parts {
		if prompt.Words(p) < 3 {
			return nil
		}
		parts[i] = prompt.Upper(prompt.Stop(p))
	}
	return parts
}

// rekind decides anew what new scenes show.
func (w *writer) rekind() {
	none := w.noPresenter()
	last := len(w.beats)
	if w.beats[last-1].Kind == scene.End {
		last--
	}
	for i := 1; i < last; i++ {
		if b := w.beats[i]; b.Kind == "" {
			w.plainKind(b, i, none)
		}
	}
	w.vary(last, none)
}

// verbsOf is a subject with its first verb.
var subjectVerb = pattern.New(`^(?:(?:From|On|In|Since|Starting|By|Until|Every) [^,]{2,24}?,? )?((?:[Ii]t|[Tt]hey|[Yy]ou|[Ww]e|This|[A-Z][\p{L}\d]*(?: [A-Z][\p{L}\d]*){0,2}|(?:The|Our|Your) \p{Ll}+(?: \p{Ll}+)?)) (\p{Ll}+) `)

// doing is a verb that goes on with the subject of the sentence.
var doing = pattern.New(`^(?:is|are|has|have|[a-z]{2,}s|can|will|get|keep|cost|open|stay|take|make|need|earn|pay|work|come|go|give|run|find|use|save|send|hold|last) `)

var (
	// nounThere is a new subject: "crews go only when needed".
	nounThere = pattern.New(`^\p{L}+s (?:go|get|keep|open|stay|take|make|need|earn|pay|come|give|run|find|send|hold|last|are|have|can|will)\b`)
	// adverbFirst begins a sentence whose second word is its subject.
	adverbFirst = pattern.New(`(?i)^(?:now|then|today|before|after|first|next|here|there|also|but|and|so|when|if|yesterday|tomorrow|meanwhile|instead|still) `)
)

// noVerb follows an order, "Join by the 31st and pay £20", which has no subject.
var noVerb = pattern.New(`^(?:by|at|on|in|for|to|with|from|until|before|after|now|today|here|your|our|the|up|us)$`)

// predicates parts a sentence whose one subject does several things, each in words of its
// own; nil = it does not.
func (w *writer) predicates(s string) []string {
	t := prompt.Unstop(s)
	m := subjectVerb.FindStringSubmatch(t)
	if m == nil || strings.ContainsAny(s, ":;?") || noVerb.MatchString(m[2]) {
		return nil
	}
	parts := strings.Split(t, ", ")
	last := parts[len(parts)-1]
	if x, ok := strings.CutPrefix(last, "and "); ok {
		parts[len(parts)-1] = x
	} else if a, b, ok := strings.Cut(last, " and "); ok && doing.MatchString(b+" ") {
		parts = append(parts[:len(parts)-1], a, b)
	}
	if len(parts) < 2 || len(parts) > 5 {
		return nil
	}
	subject := m[1]
	out := []string{prompt.Stop(parts[0])}
	for _, p := range parts[1:] {
		if !doing.MatchString(p+" ") || nounThere.MatchString(p) || adverbFirst.MatchString(t) || prompt.Words(p) < 2 || !sameNumber(m[2], p) {
			return nil
		}
		who := prompt.Upper(subject)
		if !strings.EqualFold(who, "you") && !strings.EqualFold(who, "we") && !strings.EqualFold(who, "they") {
			if who = "It"; !hasS(m[2]) {
				who = "They" // "The ear cushions come off and go in the washing machine"
			}
		}
		out = append(out, prompt.Stop(who+" "+p))
	}
	if prompt.Words(parts[0]) < 3 {
		return nil
	}
	return out
}

// sameNumber tells whether two verbs may have one subject: both with an s, or neither.
func sameNumber(verb, part string) bool {
	other, _, _ := strings.Cut(part, " ")
	return hasS(verb) == hasS(other)
}

// hasS tells a verb in the third person.
func hasS(v string) bool { return strings.HasSuffix(v, "s") && !strings.HasSuffix(v, "ss") }

// lessons are videos whose facts may be counted off; nobody counts what a product can do.
var lessons = map[prompt.Purpose]bool{prompt.Training: true, prompt.Explainer: true, prompt.Tutorial: true, prompt.Onboarding: true}

// countFacts says how many facts are coming.
func (w *writer) countFacts(r *retelling) {
	n := len(w.facts())
	if n < 3 || w.b.Purpose == prompt.Outreach || w.b.Purpose == prompt.Thanks || n >= len(w.w.counts) || !w.beats[0].opener {
		return
	}
	asked := 0
	for _, b := range w.facts() {
		if b.question != "" {
			asked++
		} else if len(b.Items) > 1 || len(b.words) > 2 {
			return // a list is more than one thing
		}
	}
	if asked > 0 {
		if asked == n {
			w.before(prompt.Upper(w.w.fill(r.faq, w.w.counts[n], w.w.counts[n])))
		}
		return
	}
	if w.w.code == "en" && !lessons[w.b.Purpose] {
		return
	}
	for _, b := range w.beats {
		if strings.Contains(b.text(), "?") && b.opener || strings.HasPrefix(b.text(), "Coming up") {
			return // they are announced already
		}
	}
	w.before(w.w.fill(r.count, w.w.counts[n]))
}

// onceAgain says the facts once more, shown as cards, before the end.
func (w *writer) onceAgain(r *retelling) {
	for _, b := range w.beats {
		if b.Headline == w.w.recapHead {
			return
		}
	}
	var items []scene.Item
	var words []string
	facts := w.facts()
	if w.w.code == "en" && len(facts) > repeated {
		facts = facts[:len(facts)-1] // the last was said just now
	}
	for _, b := range facts {
		s := w.inShort(b)
		if s == "" || leansBack.MatchString(s) && !strings.HasPrefix(s, "It ") {
			continue
		}
		title := w.headline(s, 46)
		if b.changed && b.Figure != nil && len(b.Items) == 0 && w.w.code == "en" && b.Label != "" && b.Subtitle != "" {
			title = b.Label + ": " + figureText(b.Figure) + ", " + w.lower(b.Subtitle) // cut off at the old value it would be false
		} else if w.w.code == "en" && len(w.counts(title)) < len(w.counts(s)) && utf8.RuneCountInString(w.bare(s)) > 46+longer {
			continue
		}
		items = append(items, scene.Item{Title: title, Icon: icon(s)})
		words = append(words, s)
	}
	if len(items) < 2 || w.w.code == "en" && len(items) < repeated && w.wait() <= longWait {
		return
	}
	items, words = w.striking(items, words)
	at := w.ending()
	x := &beat{words: append([]string{r.again}, words...), role: prompt.Body, opener: true, order: 1 << 19}
	x.Kind, x.Headline, x.Items = scene.Grid, w.w.recapHead, items
	cues(x)
	w.beats = append(w.beats[:at:at], append([]*beat{x}, w.beats[at:]...)...)
}

// staff are those whom a company explains its rules to.
var staff = pattern.New(`(?i)\b(?:staff|employees|team|colleagues|managers|hires|workers|customers|members|residents|tenants)\b`)

// repeated is how many facts are said twice.
const repeated = 3

// listAgain repeats a list of things to do, where that is what the video tells.
func (w *writer) listAgain(*retelling) {
	for _, b := range w.beats {
		if b.Headline == w.w.recapHead || b.Label == w.w.recapHead {
			return
		}
	}
	facts := w.facts()
	lists := 0
	for _, b := range facts {
		if len(b.Items) > 2 {
			lists++
		}
	}
	if lists > 1 {
		return // which one?
	}
	for i, b := range facts {
		if i == len(facts)-1 || b.Kind != scene.Points && b.Kind != scene.Process && b.Kind != scene.Grid || len(b.Items) < 3 || len(b.Items) > 5 || b.hidden > 0 {
			continue
		}
		x := &beat{role: prompt.Body, opener: true, order: 1 << 19}
		var names []string
		for _, it := range b.Items {
			title := it.Title
			if w.w.code == "en" && it.Body == "" {
				title = strings.TrimSpace(bracketAside.ReplaceAllString(title, "")) // it was told in full
			}
			if prompt.Words(title) > 8 || strings.Contains(title, ", ") || !w.w.verbFirst.MatchString(title+" ") && (w.w.code != "en" || b.question != "" || b.whole || subjectOrVerb.MatchString(title) || len(w.counts(title)) > 0) || it.Body != "" {
				return
			}
			names = append(names, w.lower(title))
			x.Items = append(x.Items, scene.Item{Title: title, Icon: it.Icon})
		}
		x.words = []string{prompt.Stop(w.w.fill(w.w.recap, w.w.join(names)))}
		x.Kind, x.Headline = scene.Grid, w.w.recapHead
		cues(x)
		at := w.ending()
		w.beats = append(w.beats[:at:at], append([]*beat{x}, w.beats[at:]...)...)
		return
	}
}

// striking keeps the facts that bear repetition most, those with figures first, in their
// order.
func (w *writer) striking(items []scene.Item, words []string) ([]scene.Item, []string) {
	keep := map[int]bool{}
	for _, figures := range []bool{true, false} {
		for i, s := range words {
			if len(keep) < repeated && (len(w.counts(s)) > 0) == figures {
				keep[i] = true
			}
		}
	}
	var its []scene.Item
	var said []string
	for i := range words {
		if keep[i] {
			its, said = append(its, items[i]), append(said, words[i])
		}
	}
	return its, said
}

// inShort is a beat's fact in a sentence that bears to be said twice, "" = it has none.
func (w *writer) inShort(b *beat) string {
	if b.Series != nil || len(b.Items) > 2 || b.Kind == scene.Process || b.Kind == scene.Quote || b.question != "" || len(b.Columns) > 0 {
		return ""
	}
	s := b.words[0]
	if s == w.elaboration().bridges[b.Kind] && len(b.words) > 1 {
		s = b.words[1]
	}
	if prompt.Words(s) > 13 {
		t := w.finding(s, 60)
		if !strings.HasPrefix(s, t) || !prompt.IsClause(t, w.w.code) || len(w.counts(s)) > 0 && len(w.counts(t)) == 0 {
			return "" // without its figure it is another fact
		}
		s = prompt.Stop(t)
	}
	if _, tail, ok := strings.Cut(s, ": "); ok && w.w.clauseItem.MatchString(tail) || len(prompt.SplitSentences(s)) > 1 {
		return ""
	}
	if w.w.code == "en" && (strings.EqualFold(prompt.Unstop(s), w.b.Title) || whoWeAre.MatchString(s) || strings.Contains(s, ": ") || strings.ContainsAny(s, `"“`)) {
		return "" // a label and a quotation are read once
	}
	if strings.HasPrefix(s, "I ") || strings.HasPrefix(s, "I'") || strings.ContainsAny(s, "?;") || prompt.Words(s) < 3 || utf8.RuneCountInString(w.headline(s, 46)) > 60 || prompt.URL(s) != "" {
		return ""
	}
	return s
}

// whoWeAre is how people introduce themselves, once.
var whoWeAre = pattern.New(`(?i)^(?:hi|hello|hey|welcome|thank|here(?:['’]s| are)|i['’]m|i am|my name|we(?:['’]re| are) (?:an?|the) )`)

// ending is where the scenes end that tell the facts.
func (w *writer) ending() int {
	at := len(w.beats)
	if at > 1 && w.beats[at-1].role == prompt.Action {
		at--
	}
	return at
}

// askViewers leaves the viewers questions to think about, as many as there is time for.
func (w *writer) askViewers(r *retelling) {
	purpose := w.b.Purpose
	for _, b := range w.beats {
		if b.Label == w.w.priceLabel && purpose == prompt.Explainer {
			purpose = prompt.Launch // what is explained is for sale
		}
	}
	if purpose == prompt.Explainer && staff.MatchString(w.b.Audience) {
		purpose = "" // a policy is no lesson
	}
	switch {
	case (purpose == prompt.Launch || purpose == prompt.Demo) && w.w.code == "en" && (notUsed.MatchString(w.b.Subject+" "+w.b.About) || !strings.HasPrefix(w.beats[0].text(), "Meet ") || aPerson.MatchString(w.beats[min(1, len(w.beats)-1)].text())):
		purpose = "" // only products are used
	case purpose == prompt.Explainer && w.w.code == "en" && !explains.MatchString(w.r.Spec.PositivePrompt):
		purpose = "" // a notice is explained to nobody
	}
	ask, ok := r.ask[purpose]
	if !ok {
		ask = r.ask[""]
	}
	enough := shortWait
	if w.ending() < len(w.beats) && len(w.beats[w.ending()].words) > 0 && w.b.URL != "" {
		enough = longWait // what they are asked to do comes next
	}
	for _, q := range ask {
		if w.wait() <= enough {
			return
		}
		b := &beat{words: []string{q}, role: prompt.Body, opener: true, plain: true, moment: r.moment}
		b.Headline = q
		at := w.ending()
		w.beats = append(w.beats[:at:at], append([]*beat{b}, w.beats[at:]...)...)
		if w.plainKind(b, at, w.noPresenter()); b.Kind == scene.Presenter {
			b.Overlay = []string{q}
		}
	}
}

// notUsed is what is new and that nobody uses as they use a product.
var notUsed = pattern.New(`(?i)\b(?:branch|office|store|shop|location|clinic|warehouse|factory|plant|partnership|policy|opening hours|ceo|cfo|cto|director|manager|team|restaurant|bakery|school|building|headquarters|website|name|logo)\b`)

var (
	aPerson  = pattern.New(`^(?:She|He) `)
	explains = pattern.New(`(?i)\b(?:explain\w*|how|why|what|overview|introduction|understand|difference)\b`)
)

// spread gives every sentence of the recap a scene of its own.
func (w *writer) spread(r *retelling) {
	if w.w.code == "en" && w.wait() <= longWait {
		return // one picture tells them better
	}
	for i, b := range w.beats {
		if b.Headline != w.w.recapHead || len(b.words) != len(b.Items)+1 || b.words[0] != r.again {
			continue
		}
		var out []*beat
		for k, s := range b.words[1:] {
			x := &beat{words: []string{s}, role: prompt.Body, opener: true, plain: true, order: b.order}
			x.Headline, x.Label = b.Items[k].Title, w.w.recapHead
			if k == 0 {
				x.words = []string{r.again, s}
			}
			x.Kind = scene.Statement
			out = append(out, x)
		}
		w.beats = append(w.beats[:i:i], append(out, w.beats[i+1:]...)...)
		w.vary(w.ending(), w.noPresenter())
		return
	}
}
