package script

import (
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
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
	for _, s := range []string{w.b.Subject, w.b.Title, prompt.Unstop(strings.TrimPrefix(w.beats[0].text(), "Here's "))} {
		for _, k := range topicKinds {
			if s != "" && k.re.MatchString(s) {
				return k.kind
			}
		}
	}
	switch w.b.Purpose {
	case prompt.Launch, prompt.Event, prompt.Release, prompt.Hiring, prompt.News, prompt.Update:
		return ofNews
	}
	return ""
}

// thin tells whether a prompt names what its video is about and says nothing of it.
func (w *writer) thin() bool {
	if w.b.Level != prompt.Topic || reflections[w.w.code] == nil || w.untrimmed > 0 {
		return false
	}
	for _, b := range w.beats {
		if !b.opener && !b.names && b.role != prompt.Action && len(b.words) > 0 {
			return false
		}
	}
	return len(w.beats) > 0
}

// reflect asks the viewers of a video that has only its topic, as often as its length
// needs, before the way in which it ends.
func (w *writer) reflect() {
	g, r := w.w, reflections[w.w.code]
	line := func(headline string, words ...string) *beat {
		b := &beat{words: words, role: prompt.Body, opener: true, plain: true}
		b.Kind, b.Headline = scene.Statement, headline
		return b
	}
	card := func(question string) *beat {
		b := line(question, question)
		b.moment = r.moment
		return b
	}
	steps := &beat{words: []string{prompt.Upper(prompt.Stop(g.join(r.look)))}, role: prompt.Body, opener: true}
	steps.Kind, steps.Headline = scene.Process, g.stepsHead
	for i, t := range r.look {
		steps.Items = append(steps.Items, scene.Item{Label: strconv.Itoa(i + 1), Title: prompt.Upper(t), Icon: icon(t)})
	}
	cues(steps)
	ask := r.ask[w.topicKind()]
	if b := w.beats[0]; b.names && len(b.words) == 1 && !asksOnly(b.words[0]) { // "Here's why cats purr." promises too much
		topic := firstOf(b.Headline, prompt.Unstop(b.words[0]))
		b.words = []string{prompt.Upper(prompt.Stop(topic))}
		if g.code == "en" {
			b.words = []string{g.fill(g.talk, g.lower(topic))}
		}
	}
	recap := &beat{words: []string{r.together}, role: prompt.Body, opener: true}
	recap.Kind, recap.Headline = scene.Points, r.together
	for _, q := range ask {
		recap.Items = append(recap.Items, scene.Item{Title: q, Icon: icon(q)})
	}
	all := []*beat{ // in the order that they are told
		line(w.headline(r.agenda, 46), r.agenda),
		card(ask[0]), card(ask[1]), card(ask[2]),
		recap,
		line(r.talk[1], r.talk[0], r.talk[1]),
		steps,
		line(w.headline(r.write, 46), r.write),
		line(r.back[1], r.back[0], r.back[1]),
	}
	use := map[int]bool{}
	chosen := func() []*beat {
		var out []*beat
		for i, b := range all {
			if use[i] {
				out = append(out, b)
			}
		}
		return out
	}
	for _, i := range []int{1, 2, 3, 0, 5, 6, 8, 4, 7} {
		said := w.spokenSeconds(append(append([]*beat{}, w.beats...), chosen()...))
		if (w.secs-said)/float64(len(w.beats)+len(use)+1) <= longestWait {
			break
		}
		use[i] = true
	}
	at := len(w.beats)
	if w.beats[at-1].role == prompt.Action && at > 1 {
		at--
	}
	w.beats = append(w.beats[:at:at], append(chosen(), w.beats[at:]...)...)
	w.note(0, "the prompt names a topic and no facts, and none are invented: the video is a conversation starter, which asks its viewers and leaves them time. For one that tells something, write its facts into the prompt or name files with them in context")
}
