package script

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// shortWait is how long scenes may stand without speech, on average, seconds, so that
// none of them stands much longer than three.
const shortWait = 2.3

// retelling holds what is said of facts that fill only part of a video, beyond the facts:
// how many questions are answered, and that facts come once more. None of it is a claim.
type retelling struct {
	faq   string // %s = how many questions, twice
	again string
	leans *pattern.Pattern // begins a sentence that needs the one before it
}

var retellings = map[string]*retelling{
	"en": {"%s questions, %s answers.", "Once more, in short.", leansOrCounts},
	"de": {again: "Noch einmal in Kürze.", leans: pattern.New(`(?i)^(?:er|sie|es|ihr|ihm|ihn|das (?:ist|sind|war|geht|gilt|kostet|heißt)|dies\p{L}*|da(?:bei|von|zu|mit|nach|durch|für|her|rauf|ran|rin|neben|gegen|nn)?|dort|dann|denn|hier|so|also|aber|und|oder|doch|sonst|auch|außerdem|zudem|zusätzlich|deshalb|deswegen|trotzdem|beide|jene\p{L}*|alle anderen)(?:[^\p{L}]|$)`)},
	"es": {again: "Repasemos.", leans: pattern.New(`(?i)^(?:él|ellas?|ellos|est[aeo]s?|es[aeo]s?|eso|además|también|allí|ahí|así|entonces|luego|después|por eso|pero|y|o|ambos|su|sus)(?:[^\p{L}]|$)`)},
	"fr": {again: "Récapitulons.", leans: pattern.New(`(?i)^(?:il|ils|elles?|on|y|là|ce|cet|cette|ces|cela|ça|c['’]\p{L}+|aussi|puis|ensuite|ainsi|donc|alors|mais|et|ou|sinon|de plus|leurs?|son|sa|ses)(?:[^\p{L}]|$)`)},
	"it": {again: "Ricapitoliamo.", leans: pattern.New(`(?i)^(?:lui|lei|loro|egli|essa|quest[aeio]|quell[aeio]|ci|vi|lì|là|così|poi|dopo|inoltre|anche|perciò|quindi|allora|ma|e|o|però|entrambi|il suo|la sua)(?:[^\p{L}]|$)`)},
	"pt": {again: "Recapitulando.", leans: pattern.New(`(?i)^(?:el[ae]s?|est[ae]s?|ess[ae]s?|isso|isto|lá|ali|assim|então|depois|também|além disso|por isso|mas|e|ou|ambos|seus?|suas?)(?:[^\p{L}]|$)`)},
	"nl": {again: "Nog één keer in het kort.", leans: pattern.New(`(?i)^(?:hij|zij|ze|het (?:is|was|kost|gaat|duurt)|dat|dit|die|deze|daar(?:bij|van|naar|mee|na|door|voor|om|op|in)?|er|hier|ook|dus|maar|en|of|dan|zo|beide|bovendien|daarna|verder)(?:[^\p{L}]|$)`)},
}

// leansIn tells whether a sentence needs the one before it.
func leansIn(code, s string) bool {
	r := retellings[code]
	return r != nil && r.leans.MatchString(s)
}

// retell tells facts that are too few for their video in smaller steps, and once more,
// until no scene stands long without speech.
func (w *writer) retell() {
	r := retellings[w.Wording.Code]
	if r == nil || w.Brief.Level != brief.Topic || w.Brief.AtMost || len(w.beats) < 3 || w.hasTurns() {
		return
	}
	for _, step := range []func(*retelling){w.oneByOne, w.countQuestions, w.onceAgain, w.listAgain, w.spread} {
		if w.wait() > shortWait {
			w.try(func() { step(r) })
		}
	}
}

func (w *writer) hasTurns() bool {
	for _, b := range w.beats {
		if b.Turn > 0 {
			return true
		}
	}
	return false
}

// facts are the beats that tell something.
func (w *writer) facts() []*telling.Beat {
	var out []*telling.Beat
	for _, b := range w.beats {
		if b.Opener || b.Names || b.As == brief.Action || w.onlyAnnounces(b) || len(b.Words) == 0 || b.Language != "" || b.Headline == w.Wording.RecapHead || b.Kind == scene.End {
			continue
		}
		out = append(out, b)
	}
	return out
}

// onlyAnnounces tells whether a beat only says what comes: "Let's talk about spring ticks.",
// "Meet Luna."
func (w *writer) onlyAnnounces(b *telling.Beat) bool {
	return len(b.Words) == 1 && slices.ContainsFunc([]string{w.Wording.Talk, w.Wording.Meet}, func(frame string) bool {
		lead, _, _ := strings.Cut(frame, "%s")
		return len(strings.TrimSpace(lead)) > 3 && strings.HasPrefix(b.Words[0], lead)
	})
}

// oneByOne makes scenes of their own of the parts of a sentence with one subject and
// several verbs, "It boils in 90 seconds, keeps tea warm, and costs €89", and of the
// sentences that share a scene.
func (w *writer) oneByOne(*retelling) {
	var out []*telling.Beat
	for i, b := range w.beats {
		parts := []string{}
		switch {
		case i == 0 || b.Opener || b.Verbatim || b.Question != "" || b.As == brief.Action || len(b.Items) > 0 && !(b.Whole && b.Kind == scene.Points) || len(b.Columns) > 0 || b.Kind == scene.Quote || b.Series != nil:
		case b.Whole && b.Kind == scene.Points && len(b.Words) == len(b.Items) && w.Wording.Code == "en" && slices.ContainsFunc(b.Words, func(s string) bool { return !prompt.IsClause(s, "en") }):
			// "lunch at 12:30" is none
		case b.Whole && b.Kind == scene.Points && len(b.Words) == len(b.Items):
			parts = b.Words // clauses that are a list
		case len(b.Words) == 1 && w.Wording.Code == "en":
			if parts = w.predicates(b.Words[0]); len(parts) < 2 {
				parts = halves(b.Words[0])
			}
		}
		if len(parts) < 2 || w.free && !w.eachCounts(parts) {
			out = append(out, b)
			continue
		}
		for k, p := range parts {
			x := &telling.Beat{Words: []string{p}, As: b.As, Order: b.Order, Line: b.Line, Plain: true, Asked: b.Asked}
			if k == 0 {
				x.Chapter, x.Label = b.Chapter, ""
			}
			w.Shape(x, p)
			out = append(out, x)
		}
	}
	if len(out) == len(w.beats) {
		return
	}
	w.beats = out
	w.rekind()
}

// eachCounts tells parts of which each has a figure of its own to show. Where there is no
// time to fill only those are worth a scene each.
func (w *writer) eachCounts(parts []string) bool {
	return len(parts) == 2 && !slices.ContainsFunc(parts, func(s string) bool { return len(w.Counts(s)) == 0 })
}

// halves parts two sentences that only a semicolon joins; nil = it does not.
func halves(s string) []string {
	parts := strings.Split(prose.Unstop(s), "; ")
	if len(parts) < 2 || len(parts) > 3 || strings.Contains(s, ": ") {
		return nil
	}
	for i, p := range parts {
		if prose.Words(p) < 3 {
			return nil
		}
		parts[i] = prose.Upper(prose.Stop(p))
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

var (
	// nounThere is a new subject: "crews go only when needed".
	nounThere = pattern.New(`^\p{L}+s (?:start|begin|cost|end|include|go|get|keep|open|stay|take|make|need|earn|pay|come|give|run|find|send|hold|last|are|have|can|will)\b`)
	// adverbFirst begins a sentence whose second word is its subject.
	adverbFirst = pattern.New(`(?i)^(?:now|then|today|before|after|first|next|here|there|also|but|and|so|when|if|yesterday|tomorrow|meanwhile|instead|still) `)
)

// noDoing ends in an s and is no verb.
var noDoing = pattern.New(`^(?:minus|plus|less|unless|across|besides|towards|sometimes|always|perhaps|this|his|its|us|as|thus|versus|[a-z]+(?:ss|ness|less)) `)

// noVerb follows an order, "Join by the 31st and pay £20", which has no subject.
var noVerb = pattern.New(`^(?:by|at|on|in|for|to|with|from|until|before|after|now|today|here|your|our|the|up|us)$`)

// predicates parts a sentence whose one subject does several things, each in words of its
// own; nil = it does not.
func (w *writer) predicates(s string) []string {
	t := prose.Unstop(s)
	m := subjectVerb.FindStringSubmatch(t)
	if m == nil || strings.ContainsAny(s, ":;?") || noVerb.MatchString(m[2]) {
		return nil
	}
	parts := strings.Split(t, ", ")
	last := parts[len(parts)-1]
	if x, ok := strings.CutPrefix(last, "and "); ok {
		parts[len(parts)-1] = x
	} else if !hasS(m[2]) && len(parts) > 1 && !strings.Contains(last, " and ") {
		return nil // "IT will move everyone on Friday, take your laptop home" is an order behind a fact
	} else if a, b, ok := strings.Cut(last, " and "); ok && telling.Doing.MatchString(b+" ") {
		parts = append(parts[:len(parts)-1], a, b)
	}
	if len(parts) < 2 || len(parts) > 5 {
		return nil
	}
	subject := m[1]
	out := []string{prose.Stop(parts[0])}
	for _, p := range parts[1:] {
		if !telling.Doing.MatchString(p+" ") || noDoing.MatchString(p) || nounThere.MatchString(p) || adverbFirst.MatchString(t) || prose.Words(p) < 2 || !sameNumber(m[2], p) {
			return nil
		}
		who := prose.Upper(subject)
		if !strings.EqualFold(who, "you") && !strings.EqualFold(who, "we") && !strings.EqualFold(who, "they") {
			if who = "It"; !hasS(m[2]) {
				who = "They" // "The ear cushions come off and go in the washing machine"
			}
		}
		out = append(out, prose.Stop(who+" "+p))
	}
	if prose.Words(parts[0]) < 3 {
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

// countQuestions says how many questions are answered.
func (w *writer) countQuestions(r *retelling) {
	facts := w.facts()
	n := len(facts)
	if n < 3 || r.faq == "" || n >= len(w.Wording.Counts) || !w.beats[0].Opener || slices.ContainsFunc(facts, func(b *telling.Beat) bool { return b.Question == "" }) {
		return
	}
	w.before(prose.Upper(w.Wording.Fill(r.faq, w.Wording.Counts[n], w.Wording.Counts[n])))
}

// onceAgain says the facts once more, shown as cards, before the end.
func (w *writer) onceAgain(r *retelling) {
	for _, b := range w.beats {
		if b.Headline == w.Wording.RecapHead {
			return
		}
	}
	var items []scene.Item
	var words []string
	facts := w.facts()
	if w.wait() <= longWait || len(facts) <= repeated+1 && w.wait() <= emptyWait {
		return // nobody has forgotten them yet
	}
	if w.Wording.Code == "en" && len(facts) > repeated {
		facts = facts[:len(facts)-1] // the last was said just now
	}
	for _, b := range facts {
		s := w.inShort(b)
		if b == w.beats[0] {
			continue // its words head the video
		}
		if s == "" || leansIn(w.Wording.Code, s) && !strings.HasPrefix(s, "It ") {
			continue
		}
		title := w.Headline(s, 46)
		if b.Changed && b.Figure != nil && len(b.Items) == 0 && w.Wording.Code == "en" && b.Label != "" && b.Subtitle != "" {
			title = b.Label + ": " + telling.FigureText(b.Figure) + ", " + w.Lower(b.Subtitle) // cut off at the old value it would be false
		} else if len(w.Counts(title)) < len(w.Counts(s)) && utf8.RuneCountInString(w.Bare(s)) > 46+telling.Longer {
			continue
		}
		items = append(items, scene.Item{Title: title, Icon: telling.Icon(s)})
		words = append(words, s)
	}
	if len(items) < 2 || len(items) < repeated && (w.Wording.Code != "en" || w.wait() <= emptyWait) {
		return
	}
	if n := len(items); w.Wording.Code != "en" && n > repeated {
		items, words = items[:n-1], words[:n-1]
	}
	items, words = w.striking(items, words)
	at := w.ending()
	x := &telling.Beat{Words: append([]string{r.again}, words...), As: brief.Body, Opener: true, Order: 1 << 19}
	x.Kind, x.Headline, x.Items = scene.Grid, w.Wording.RecapHead, items
	telling.Cues(x)
	w.beats = append(w.beats[:at:at], append([]*telling.Beat{x}, w.beats[at:]...)...)
}

// lessons are videos whose lists may be repeated, whatever they are of.
var lessons = map[brief.Purpose]bool{brief.Training: true, brief.Explainer: true, brief.Tutorial: true, brief.Onboarding: true}

// repeated is how many facts are said twice.
const repeated = 3

// listAgain repeats a list of things to do, where that is what the video tells.
func (w *writer) listAgain(*retelling) {
	for _, b := range w.beats {
		if b.Headline == w.Wording.RecapHead || b.Label == w.Wording.RecapHead {
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
		if i == len(facts)-1 || b.Kind != scene.Points && b.Kind != scene.Process && b.Kind != scene.Grid || len(b.Items) < 3 || len(b.Items) > 5 || b.Hidden > 0 || w.Wording.Code == "en" && (telling.TakesPart(b.Items) || b.Headline == w.Wording.KnowHead && !w.Wording.VerbFirst.MatchString(b.Items[1].Title+" ")) {
			continue
		}
		x := &telling.Beat{As: brief.Body, Opener: true, Order: 1 << 19}
		var names []string
		for _, it := range b.Items {
			title := it.Title
			if w.Wording.Code == "en" && it.Body == "" {
				title = strings.TrimSpace(telling.BracketAside.ReplaceAllString(title, "")) // it was told in full
			}
			if prose.Words(title) > 8 || strings.Contains(title, ", ") || !w.Wording.VerbFirst.MatchString(title+" ") && (w.Wording.Code != "en" || prose.Words(title) < 3 && !lessons[w.Brief.Purpose] || b.Question != "" || b.Whole || telling.SubjectOrVerb.MatchString(title) || len(w.Counts(title)) > 0) || it.Body != "" {
				return
			}
			names = append(names, w.Lower(title))
			x.Items = append(x.Items, scene.Item{Title: title, Icon: it.Icon})
		}
		x.Words = []string{prose.Stop(w.Wording.Fill(w.Wording.Recap, w.Wording.Join(names)))}
		x.Kind, x.Headline = scene.Grid, w.Wording.RecapHead
		telling.Cues(x)
		at := w.ending()
		w.beats = append(w.beats[:at:at], append([]*telling.Beat{x}, w.beats[at:]...)...)
		return
	}
}

// striking keeps the facts that bear repetition most, those with figures first, in their
// order.
func (w *writer) striking(items []scene.Item, words []string) ([]scene.Item, []string) {
	keep := map[int]bool{}
	for _, figures := range []bool{true, false} {
		for i, s := range words {
			if len(keep) < repeated && (len(w.Counts(s)) > 0) == figures {
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
func (w *writer) inShort(b *telling.Beat) string {
	if b.Series != nil || len(b.Items) > 2 || b.Kind == scene.Process || b.Kind == scene.Quote || b.Question != "" || len(b.Columns) > 0 {
		return ""
	}
	s := b.Words[0]
	if s == tongue.ElaborationFor(w.Lang).Bridges[b.Kind] && len(b.Words) > 1 {
		s = b.Words[1]
	}
	if prose.Words(s) > 13 {
		t := w.Finding(s, 60)
		if !strings.HasPrefix(s, t) || !prompt.IsClause(t, w.Wording.Code) || len(w.Counts(s)) > 0 && len(w.Counts(t)) == 0 {
			return "" // without its figure it is another fact
		}
		s = prose.Stop(t)
	}
	if _, tail, ok := strings.Cut(s, ": "); ok && w.Wording.ClauseItem.MatchString(tail) || len(prose.SplitSentences(s)) > 1 {
		return ""
	}
	if w.Wording.Code == "en" && (strings.EqualFold(prose.Unstop(s), w.Brief.Title) || whoWeAre.MatchString(s) || strings.Contains(s, ": ") || strings.ContainsAny(s, `"“`)) {
		return "" // a label and a quotation are read once
	}
	if w.Wording.Code == "en" && (strings.HasPrefix(s, "I ") || strings.HasPrefix(s, "I'")) || strings.ContainsAny(s, "?;") || prose.Words(s) < 3 || utf8.RuneCountInString(w.Headline(s, 46)) > 60 || prose.URL(s) != "" {
		return ""
	}
	return s
}

// whoWeAre is how people introduce themselves, once.
var whoWeAre = pattern.New(`(?i)^(?:hi|hello|hey|welcome|thank|here(?:['’]s| are)|i['’]m|i am|my name|we(?:['’]re| are) (?:an?|the) )`)

// ending is where the scenes end that tell the facts.
func (w *writer) ending() int {
	at := len(w.beats)
	if at > 1 && w.beats[at-1].As == brief.Action {
		at--
	}
	return at
}

// spread gives every sentence of the recap a scene of its own.
func (w *writer) spread(r *retelling) {
	if w.wait() <= longWait {
		return // one picture tells them better
	}
	for i, b := range w.beats {
		if b.Headline != w.Wording.RecapHead || len(b.Words) != len(b.Items)+1 || b.Words[0] != r.again {
			continue
		}
		var out []*telling.Beat
		for k, s := range b.Words[1:] {
			x := &telling.Beat{Words: []string{s}, As: brief.Body, Opener: true, Plain: true, Order: b.Order}
			x.Headline, x.Label = b.Items[k].Title, w.Wording.RecapHead
			if k == 0 {
				x.Words = []string{r.again, s}
			}
			x.Kind = scene.Statement
			out = append(out, x)
		}
		w.beats = append(w.beats[:i:i], append(out, w.beats[i+1:]...)...)
		w.vary(w.ending(), w.noPresenter())
		return
	}
}
