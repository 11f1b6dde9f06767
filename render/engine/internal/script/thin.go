package script

import (
	"cmp"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// longestWait is how long a scene should stand at most, on average, without speech.
const longestWait = 3.4

// reflection is what is said where a prompt names a topic and tells nothing of it: the
// video is a conversation starter, which asks its viewers, leaves them time and invites
// them to talk. Nothing in it is a claim about the topic.
type reflection struct {
	agenda   string
	ask      map[string][3]string // by the kind of topic, "" = any
	moment   string               // shown below a question
	talk     [2]string
	look     []string // what to do about the questions
	write    string
	back     [2]string
	together string
}

// The kinds of topic that have questions of their own.
const (
	ofBenefit = "benefit"
	ofHow     = "how"
	ofChoice  = "choice"
	ofReason  = "reason"
	ofNews    = "news"
)

var topicKinds = []struct {
	re   *pattern.Pattern
	kind string
}{
	{pattern.New(`(?i)\b(?:benefits?|advantages?|upsides?|pros and cons|vorteile?|nutzen|ventajas?|beneficios?|avantages?|bienfaits?|vantaggi|benefici|vantagens|benefícios|voordelen)\b|فوائد|مزايا|יתרונות`), ofBenefit},
	{pattern.New(`(?i)\b(?:vs\.?|versus|gegen|contra|contre|contro|tegen)\b|\sمقابل\s|\sאו\s|^\S+(?: \S+){0,3} (?:or|oder|o|ou|of) \S+(?: \S+){0,3}$`), ofChoice},
	{pattern.New(`(?i)^how (?:to|you|we|i|one|can|should|do)\s`), ofHow},
	{pattern.New(`(?i)^(?:why|how|warum|weshalb|por qué|pourquoi|perché|por que|waarom)\s|^[¿]?por qué\s|^(?:لماذا|למה|מדוע)\s`), ofReason},
	{pattern.New(`(?i)^(?:wie|cómo|comment|come|como|hoe)\s|^¿cómo\s|^(?:كيف|איך|כיצד)\s|^\p{L}+ing\s`), ofHow},
}

// topicKind is the kind of what the video is about.
func (w *writer) topicKind() string {
	for _, s := range []string{w.Brief.Subject, w.Brief.Title, prose.Unstop(strings.TrimPrefix(w.beats[0].Text(), "Here's "))} {
		for _, k := range topicKinds {
			if s != "" && k.re.MatchString(s) {
				return k.kind
			}
		}
	}
	switch w.Brief.Purpose {
	case brief.Launch, brief.Event, brief.Release, brief.Hiring, brief.News, brief.Update:
		return ofNews
	}
	return ""
}

// thin tells whether a prompt names what its video is about and says nothing of it.
func (w *writer) thin() bool {
	if w.Brief.Level != brief.Topic || reflections[w.Wording.Code] == nil || w.untrimmed > 0 {
		return false
	}
	for _, b := range w.beats {
		if !b.Opener && !b.Names && b.As != brief.Action && len(b.Words) > 0 {
			return false
		}
	}
	return len(w.beats) > 0
}

// toDo is a question in the words of an order to answer it: "what to do if you clicked".
var toDo = pattern.New(`(?i)^(?:and )?((?:how|what|where|when|whom?|which(?: [\p{L}-]+){1,3}?)) to (.+)$`)

// ownQuestions puts the questions that the prompt wants answered in the place of others.
func (w *writer) ownQuestions(ask [3]string) [3]string {
	if w.Wording.Code != "en" {
		return ask
	}
	own, n := ask, 0
	for _, p := range w.Brief.Points {
		texts := strings.Split(p.Text, ", ")
		for _, it := range p.Items {
			texts = append(texts, it.Title)
		}
		for _, t := range texts {
			if p.Form == brief.How && p.Text != "" && t == texts[0] && !toDo.MatchString(t) {
				t = "how " + t
			}
			if m := toDo.FindStringSubmatch(prose.Unstop(t)); m != nil && n < len(own) && prose.Words(m[2]) <= 9 {
				own[n] = prose.Upper(strings.ToLower(m[1]) + " do you " + m[2] + "?")
				n++
			}
		}
	}
	if n < 2 {
		return ask // the topic itself
	}
	return own
}

// reflect asks the viewers of a video that has only its topic, as often as its length
// needs, before the way in which it ends.
func (w *writer) reflect() {
	g, r := w.Wording, reflections[w.Wording.Code]
	line := func(headline string, words ...string) *telling.Beat {
		b := &telling.Beat{Words: words, As: brief.Body, Opener: true, Plain: true}
		b.Kind, b.Headline = scene.Statement, headline
		return b
	}
	card := func(question string) *telling.Beat {
		b := line(question, question)
		b.Moment = r.moment
		return b
	}
	steps := &telling.Beat{Words: []string{prose.Upper(prose.Stop(g.Join(r.look)))}, As: brief.Body, Opener: true}
	steps.Kind, steps.Headline = scene.Process, g.StepsHead
	for i, t := range r.look {
		steps.Items = append(steps.Items, scene.Item{Label: strconv.Itoa(i + 1), Title: prose.Upper(t), Icon: telling.Icon(t)})
	}
	telling.Cues(steps)
	ask := w.ownQuestions(r.ask[w.topicKind()])
	if b := w.beats[0]; b.Names && len(b.Words) == 1 && !asksOnly(b.Words[0]) { // "Here's why cats purr." promises too much
		topic := cmp.Or(b.Headline, prose.Unstop(b.Words[0]))
		b.Words = []string{prose.Upper(prose.Stop(topic))}
		if g.Code == "en" {
			b.Words = []string{g.Fill(g.Talk, g.Lower(topic))}
		}
	}
	recap := &telling.Beat{Words: []string{r.together}, As: brief.Body, Opener: true}
	recap.Kind, recap.Headline = scene.Points, r.together
	for _, q := range ask {
		recap.Items = append(recap.Items, scene.Item{Title: q, Icon: telling.Icon(q)})
	}
	all := []*telling.Beat{ // in the order that they are told
		line(w.Headline(r.agenda, 46), r.agenda),
		card(ask[0]), card(ask[1]), card(ask[2]),
		recap,
		line(r.talk[1], r.talk[0], r.talk[1]),
		steps,
		line(w.Headline(r.write, 46), r.write),
		line(r.back[1], r.back[0], r.back[1]),
	}
	use := map[int]bool{}
	chosen := func() []*telling.Beat {
		var out []*telling.Beat
		for i, b := range all {
			if use[i] {
				out = append(out, b)
			}
		}
		return out
	}
	for _, i := range []int{1, 2, 3, 0, 5, 6, 8, 4, 7} {
		said := w.spokenSeconds(append(append([]*telling.Beat{}, w.beats...), chosen()...))
		if (w.secs-said)/float64(len(w.beats)+len(use)+1) <= longestWait {
			break
		}
		use[i] = true
	}
	at := len(w.beats)
	if w.beats[at-1].As == brief.Action && at > 1 {
		at--
	}
	w.beats = append(w.beats[:at:at], append(chosen(), w.beats[at:]...)...)
	w.Note(0, "the prompt names a topic and no facts, and none are invented: the video is a conversation starter, which asks its viewers and leaves them time. For one that tells something, write its facts into the prompt or name files with them in context")
}
