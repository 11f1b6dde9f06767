package script

import (
	"fmt"
	"math"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// resize makes the video longer or shorter by some seconds, or by a tenth.
func (e *editor) resize(m []string) (string, error) {
	by := prompt.Duration(m[1])
	if by == 0 {
		by = math.Round(e.b.Seconds / 10)
	}
	to := e.b.Seconds - by
	switch strings.ToLower(m[2]) {
	case "longer", "lengthen", "extend":
		to = e.b.Seconds + by
	}
	return e.setLength(to)
}

func (e *editor) length(m []string) (string, error) { return e.setLength(prompt.Duration(m[1])) }

// setLength sets the video's length. Words that no longer fit lose whole sentences,
// never those that must stay.
func (e *editor) setLength(secs float64) (string, error) {
	if secs < 5 || secs > 300 {
		return "", fmt.Errorf("%g s is not a length from 5 s to 300 s", secs)
	}
	if e.r.Seconds > 0 && e.r.Seconds != secs {
		return "", fmt.Errorf("the entry's duration is %g s; change it there to %g", e.r.Seconds, secs)
	}
	w := e.writer()
	room := secs - .4
	need := func() float64 {
		t := 0.0
		for _, s := range e.b.Scenes {
			t += w.seconds(s.Say, s.Language) / maxRate
		}
		return t
	}
	before := append([]scene.Scene{}, e.b.Scenes...)
	var dropped []string
	for i := len(e.b.Scenes) - 1; i > 0 && need() > room; i-- {
		s := &e.b.Scenes[i]
		for s.Kind != scene.End && !s.Verbatim && s.Say != "" && need() > room {
			ss := prompt.SplitSentences(s.Say)
			dropped = append(dropped, ss[len(ss)-1])
			s.Say = strings.Join(ss[:len(ss)-1], " ")
		}
		if s.Say == "" && s.Kind != scene.End && s.Kind != scene.Chapter {
			e.b.Scenes = append(e.b.Scenes[:i:i], e.b.Scenes[i+1:]...)
		}
	}
	if n := need(); n > room {
		e.b.Scenes = before
		return "", fmt.Errorf("the words that must stay take %.0f s to speak", math.Ceil(n+.4))
	}
	for i := range e.b.Scenes {
		if p := &e.b.Scenes[i].Seconds; *p > 0 && secs < e.b.Seconds {
			*p = math.Round(*p*secs/e.b.Seconds*10) / 10
		}
	}
	e.b.Seconds = secs
	done := fmt.Sprintf("the video lasts %g s", secs)
	for i := len(dropped) - 1; i >= 0; i-- {
		done += fmt.Sprintf("; no longer says %q", dropped[i])
	}
	return done, nil
}

// hold gives a scene a length of its own.
func (e *editor) hold(m []string) (string, error) {
	s, n, err := e.scene(m[1])
	if err != nil {
		return "", err
	}
	secs := prompt.Duration(m[2])
	if secs < 1 || secs > e.b.Seconds {
		return "", fmt.Errorf("%q is not a length that a scene of a %g s video can have", m[2], e.b.Seconds)
	}
	if need := e.writer().seconds(s.Say, s.Language) / maxRate; need > secs {
		return "", fmt.Errorf("scene %d's words take %.1f s to speak: shorten them first", n, need)
	}
	s.Seconds = secs
	return fmt.Sprintf("scene %d lasts %g s", n, secs), nil
}

// addAbout adds a scene about something that the prompt or its context files have
// facts about which the video does not say yet. It invents none.
func (e *editor) addAbout(m []string) (string, error) {
	topic, where := m[1], m[3]
	at := len(e.b.Scenes)
	if n := len(e.b.Scenes); n > 0 && e.b.Scenes[n-1].Kind == scene.End {
		at = n - 1
	}
	if where != "" {
		i, err := e.find(where)
		if err != nil {
			return "", err
		}
		if at = i; strings.EqualFold(m[2], "after") {
			at++
		}
	}
	want := keywords(topic)
	if len(want) == 0 {
		want = map[string]bool{strings.ToLower(strings.TrimSpace(topic)): true}
	}
	said := ""
	for _, s := range e.b.Scenes {
		said += " " + s.Say
	}
	var facts []string
	for _, s := range e.sources() {
		hit := false
		for k := range want {
			hit = hit || keywords(s)[k] || strings.Contains(strings.ToLower(s), k)
		}
		if priceTopic.MatchString(topic) && moneyRE.MatchString(s) {
			hit = true
		}
		if hit && !strings.Contains(said, prompt.Unstop(s)) && len(facts) < 2 {
			facts = append(facts, prompt.Upper(prompt.Stop(s)))
		}
	}
	if len(facts) == 0 {
		return "", fmt.Errorf("neither the prompt nor its context files say more about %q, and nothing is invented: write add a scene … saying \"…\"", strings.TrimSpace(topic))
	}
	e.insert(at, strings.Join(facts, " "))
	return fmt.Sprintf("scene %d is new: %q", at+1, strings.Join(facts, " ")), nil
}

var (
	priceTopic = pattern.New(`(?i)\b(?:pric(?:e|es|ing)|costs?|preise?|kosten|precios?|prix|prezz[oi]|preços?)\b`)
	moneyRE    = pattern.New(`[€$£¥₪]\s?\d|\d\s?[€$£¥₪]|(?i)\d (?:euros?|dollars?|pounds?)`)
)

// sources are the sentences of the prompt and of the text files of its context.
func (e *editor) sources() []string {
	var out []string
	for _, p := range prompt.Parse(e.r.Spec.PositivePrompt).Points {
		if t := pointText(p); p.Form == prompt.Clause && t != "" {
			out = append(out, t)
		}
	}
	for _, name := range e.r.Spec.Context {
		low := strings.ToLower(name)
		if data, err := e.r.readFile(name); err == nil && (strings.HasSuffix(low, ".md") || strings.HasSuffix(low, ".txt")) {
			for _, f := range textFacts(name, string(data), nil) {
				out = append(out, f.point.Text)
			}
		}
	}
	return out
}

// insert puts a scene that says t at a place.
func (e *editor) insert(at int, t string) {
	w := e.writer()
	bt := &beat{words: prompt.SplitSentences(t), plain: true}
	w.shape(bt, bt.words[0])
	if bt.Kind != scene.Number {
		w.statement(bt)
	}
	s := bt.Scene
	s.Say, s.Verbatim, s.ID = t, true, e.freeID()
	s.Transition.Kind = "push"
	e.b.Scenes = append(e.b.Scenes[:at:at], append([]scene.Scene{s}, e.b.Scenes[at:]...)...)
}

// removeTwo takes out "scenes 2 and 3".
func (e *editor) removeTwo(m []string) (string, error) {
	a, err := e.find("scene " + m[1])
	if err != nil {
		return "", err
	}
	b, err := e.find("scene " + m[2])
	if err != nil {
		return "", err
	}
	if len(e.b.Scenes) <= 2 {
		return "", fmt.Errorf("the video has only %d scenes", len(e.b.Scenes))
	}
	kept := e.b.Scenes[:0:0]
	for i, s := range e.b.Scenes {
		if i != a && i != b {
			kept = append(kept, s)
		}
	}
	e.b.Scenes = kept
	return fmt.Sprintf("scenes %d and %d are gone", a+1, b+1), nil
}

// merge makes one scene of two neighbours: the words of both, the picture of the first.
func (e *editor) merge(m []string) (string, error) {
	a, err := e.find("scene " + m[1])
	if err != nil {
		return "", err
	}
	b, err := e.find("scene " + m[2])
	if err != nil {
		return "", err
	}
	if b != a+1 {
		return "", fmt.Errorf("scenes %s and %s are no neighbours", m[1], m[2])
	}
	sc := e.b.Scenes
	sc[a].Say = strings.TrimSpace(sc[a].Say + " " + sc[b].Say)
	if sc[a].Seconds > 0 || sc[b].Seconds > 0 {
		sc[a].Seconds = 0
	}
	sc[a].Verbatim = sc[a].Verbatim || sc[b].Verbatim
	e.b.Scenes = append(sc[:b:b], sc[b+1:]...)
	return fmt.Sprintf("scenes %d and %d are one", a+1, b+1), nil
}

// lastSentence takes the last sentence out of a scene.
func (e *editor) lastSentence(m []string) (string, error) {
	s, n, err := e.scene(m[1])
	if err != nil {
		return "", err
	}
	ss := prompt.SplitSentences(s.Say)
	if len(ss) < 2 {
		return "", fmt.Errorf("scene %d says only one sentence", n)
	}
	s.Say = strings.Join(ss[:len(ss)-1], " ")
	return fmt.Sprintf("scene %d no longer says %q", n, ss[len(ss)-1]), nil
}

// endWith gives the video its last words.
func (e *editor) endWith(m []string) (string, error) {
	t, _ := prompt.Unquote(prompt.Unstop(m[1]))
	n := len(e.b.Scenes)
	if n == 0 || e.b.Scenes[n-1].Kind != scene.End {
		e.b.Scenes = append(e.b.Scenes, scene.Scene{ID: e.freeID(), Kind: scene.End, Transition: scene.Transition{Kind: "cellwipe"}})
		n++
	}
	s := &e.b.Scenes[n-1]
	s.Say, s.Verbatim, s.Action = prompt.Upper(prompt.Stop(t)), true, ""
	u := prompt.URL(t)
	if u != "" {
		s.URL = u
		if head := strings.TrimSpace(atURL.ReplaceAllString(t[:strings.Index(t, u)], "")); prompt.Words(head) >= 2 {
			s.Headline = prompt.Upper(head)
		}
	} else {
		s.Headline = clip(prompt.Upper(t), 46+longer)
	}
	return fmt.Sprintf("the video ends with %q", s.Say), nil
}

// startWith gives the video its first words.
func (e *editor) startWith(m []string) (string, error) {
	return e.say([]string{m[0], "intro", m[1]})
}
