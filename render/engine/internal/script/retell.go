package script

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// shortWait is how long scenes may stand without speech, on average, seconds, so that
// none of them stands much longer than three.
const shortWait = 2.3

// retelling holds what is said of facts that fill only part of a video, beyond the facts:
// how many questions are answered. It is no claim.
type retelling struct {
	faq   string           // %s = how many questions, twice
	leans *pattern.Pattern // begins a sentence that needs the one before it
}

var retellings = map[string]*retelling{
	"en": {"%s questions, %s answers.", leansOrCounts},
	"de": {leans: pattern.New(`(?i)^(?:er|sie|es|ihr|ihm|ihn|das (?:ist|sind|war|geht|gilt|kostet|heißt)|dies\p{L}*|da(?:bei|von|zu|mit|nach|durch|für|her|rauf|ran|rin|neben|gegen|nn)?|dort|dann|denn|hier|so|also|aber|und|oder|doch|sonst|auch|außerdem|zudem|zusätzlich|deshalb|deswegen|trotzdem|beide|jene\p{L}*|alle anderen)(?:[^\p{L}]|$)`)},
	"es": {leans: pattern.New(`(?i)^(?:él|ellas?|ellos|est[aeo]s?|es[aeo]s?|eso|además|también|allí|ahí|así|entonces|luego|después|por eso|pero|y|o|ambos|su|sus)(?:[^\p{L}]|$)`)},
	"fr": {leans: pattern.New(`(?i)^(?:il|ils|elles?|on|y|là|ce|cet|cette|ces|cela|ça|c['’]\p{L}+|aussi|puis|ensuite|ainsi|donc|alors|mais|et|ou|sinon|de plus|leurs?|son|sa|ses)(?:[^\p{L}]|$)`)},
	"it": {leans: pattern.New(`(?i)^(?:lui|lei|loro|egli|essa|quest[aeio]|quell[aeio]|ci|vi|lì|là|così|poi|dopo|inoltre|anche|perciò|quindi|allora|ma|e|o|però|entrambi|il suo|la sua)(?:[^\p{L}]|$)`)},
	"pt": {leans: pattern.New(`(?i)^(?:el[ae]s?|est[ae]s?|ess[ae]s?|isso|isto|lá|ali|assim|então|depois|também|além disso|por isso|mas|e|ou|ambos|seus?|suas?)(?:[^\p{L}]|$)`)},
	"nl": {leans: pattern.New(`(?i)^(?:hij|zij|ze|het (?:is|was|kost|gaat|duurt)|dat|dit|die|deze|daar(?:bij|van|naar|mee|na|door|voor|om|op|in)?|er|hier|ook|dus|maar|en|of|dan|zo|beide|bovendien|daarna|verder)(?:[^\p{L}]|$)`)},
}

// leansIn tells whether a sentence needs the one before it.
func leansIn(code, s string) bool {
	r := retellings[code]
	return r != nil && r.leans.MatchString(s)
}

// retell tells facts that are too few for their video in smaller steps, and shows them in
// more than one picture, until no scene stands long without speech. No sentence is said twice.
func (w *writer) retell() {
	r := retellings[w.Wording.Code]
	if r == nil || w.Brief.Level != brief.Topic || w.Brief.AtMost || len(w.beats) < 2 || w.hasTurns() {
		return
	}
	for _, step := range []func(*retelling){w.oneByOne, w.countQuestions, w.listAgain, w.seenTwice} {
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

// subjectVerb is a subject of one word or a name, with its first verb.
var subjectVerb = pattern.New(`^(?:(?:From|On|In|Since|Starting|By|Until|Every) [^,]{2,24}?,? )?((?:[Ii]t|[Tt]hey|[Yy]ou|[Ww]e|This|[A-Z][\p{L}\d]*(?: [A-Z][\p{L}\d]*){0,2})) (\p{Ll}+) `)

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
	subject, verb := subjectOf(t)
	if subject == "" || strings.ContainsAny(s, ":;?") || noVerb.MatchString(verb) {
		return nil
	}
	parts := strings.Split(t, ", ")
	last := parts[len(parts)-1]
	if x, ok := strings.CutPrefix(last, "and "); ok {
		parts[len(parts)-1] = x
	} else if !hasS(verb) && len(parts) > 1 && !strings.Contains(last, " and ") {
		return nil // "IT will move everyone on Friday, take your laptop home" is an order behind a fact
	} else if a, b, ok := strings.Cut(last, " and "); ok && telling.Doing.MatchString(b+" ") {
		parts = append(parts[:len(parts)-1], a, b)
	}
	if len(parts) < 2 || len(parts) > 5 {
		return nil
	}
	out := []string{prose.Stop(parts[0])}
	for _, p := range parts[1:] {
		if !telling.Doing.MatchString(p+" ") || noDoing.MatchString(p) || nounThere.MatchString(p) || adverbFirst.MatchString(t) || prose.Words(p) < 2 || !sameNumber(verb, p) {
			return nil
		}
		who := prose.Upper(subject)
		if w.somebody(subject, s) {
			return nil // who of them is meant again, "he" or "she", is not known
		}
		if !strings.EqualFold(who, "you") && !strings.EqualFold(who, "we") && !strings.EqualFold(who, "they") && who != "He" && who != "She" {
			if who = "It"; !hasS(verb) {
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

// subjectOf is who does something in a sentence, and the first verb of it; "" = it is not sure.
func subjectOf(s string) (subject, verb string) {
	m := subjectVerb.FindStringSubmatch(s)
	if m != nil && !articled.MatchString(m[1]) {
		return m[1], m[2]
	}
	if !articled.MatchString(s) {
		return "", ""
	}
	words := grammar.Tags(s)
	for i := 1; i < min(len(words), 6); i++ {
		switch tag := words[i].Tag; {
		case i > 1 && words[i-1].Tag[0] == 'N' && (tag == "VBZ" || tag == "VBP" || tag == "VBD" || tag == "MD"):
			return s[:words[i].At-1], words[i].Text
		case tag != "JJ" && !strings.HasPrefix(tag, "N"):
			return "", ""
		}
	}
	return "", ""
}

// articled begins with whose or which thing.
var articled = pattern.New(`^(?:The|Our|Your)(?: |$)`)

// somebody tells whether the subject of a sentence may be one person: a name may be anybody's, and a thing's name
// is its brief's.
func (w *writer) somebody(subject, sentence string) bool {
	switch strings.ToLower(subject) {
	case "it", "they", "you", "we", "this", "he", "she":
		return false // it is said once more
	}
	if strings.HasPrefix(subject, "The ") || strings.HasPrefix(subject, "Our ") || strings.HasPrefix(subject, "Your ") {
		return grammar.English.People.MatchString(" " + subject + " ")
	}
	if first := grammar.Tags(sentence)[0]; first.Text == subject && first.Tag == "NN" {
		return false // "Premium costs $4 a month"
	}
	return w.Brief == nil || !strings.Contains(w.Brief.Subject, subject) && !strings.Contains(w.Brief.Company, subject)
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

// lessons are videos whose lists may be repeated, whatever they are of.
var lessons = map[brief.Purpose]bool{brief.Training: true, brief.Explainer: true, brief.Tutorial: true, brief.Onboarding: true}

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
		if w.Wording.Code == "en" && b.Kind != scene.Process && !lessons[w.Brief.Purpose] || i == len(facts)-1 || b.Kind != scene.Points && b.Kind != scene.Process && b.Kind != scene.Grid || len(b.Items) < 3 || len(b.Items) > 5 || b.Hidden > 0 || w.Wording.Code == "en" && (telling.TakesPart(b.Items) || b.Headline == w.Wording.KnowHead && !w.Wording.VerbFirst.MatchString(b.Items[1].Title+" ")) {
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

// ending is where the scenes end that tell the facts.
func (w *writer) ending() int {
	at := len(w.beats)
	if at > 1 && w.beats[at-1].As == brief.Action {
		at--
	}
	return at
}
