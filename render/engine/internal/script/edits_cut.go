package script

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// resize makes the video longer or shorter: by some seconds, by a share, to a
// length, or by a tenth.
func (e *editor) resize(x edit.Edit) (string, error) {
	if x.To && x.Seconds > 0 {
		return e.setLength(x.Seconds)
	}
	if k := factor(x); k > 0 {
		return e.setLength(math.Round(e.b.Seconds * k))
	}
	by := x.Seconds
	if x.Percent > 0 {
		by = math.Round(e.b.Seconds * x.Percent / 100)
	}
	if by == 0 {
		by = math.Round(e.b.Seconds / 10)
	}
	if !x.Has("longer") {
		by = -by
	}
	return e.setLength(e.b.Seconds + by)
}

// factor is by how much something becomes longer: 2 of "twice as long", 0 = none is named.
func factor(x edit.Edit) float64 {
	k, _ := strconv.ParseFloat(firstOf(x.Values["factor"], x.Values["times"]), 64)
	if k > 1 && x.Has("shorter") { // "twice as short"
		k = 1 / k
	}
	return k
}

func (e *editor) length(x edit.Edit) (string, error) { return e.setLength(x.Seconds) }

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

// hold gives scenes a length of their own.
func (e *editor) hold(x edit.Edit) (string, error) {
	return e.each(x, func(s *scene.Scene, n int) (string, error) { return e.lasts(s, n, x.Seconds) })
}

func (e *editor) lasts(s *scene.Scene, n int, secs float64) (string, error) {
	secs = math.Round(secs*10) / 10
	if secs < 1 || secs > e.b.Seconds {
		return "", fmt.Errorf("%g s is not a length that a scene of a %g s video can have", secs, e.b.Seconds)
	}
	if need := e.writer().seconds(s.Say, s.Language) / maxRate; need > secs {
		return "", fmt.Errorf("scene %d's words take %.1f s to speak: shorten them first", n, need)
	}
	s.Seconds = secs
	return fmt.Sprintf("scene %d lasts %g s", n, secs), nil
}

// pace makes scenes shorter or longer: to or by a length, or as the words allow.
func (e *editor) pace(x edit.Edit) (string, error) {
	return e.each(x, func(s *scene.Scene, n int) (string, error) {
		longer := x.Has("longer") || x.Has("slower") || x.Has("add")
		secs := e.writer().seconds(s.Say, s.Language)
		now := max(secs+.4, s.Seconds)
		by := x.Seconds
		if x.Percent > 0 {
			by = now * x.Percent / 100
		}
		switch k := factor(x); {
		case k > 0:
			return e.lasts(s, n, now*k)
		case x.Seconds > 0 && x.To:
			return e.lasts(s, n, x.Seconds)
		case by > 0 && longer:
			return e.lasts(s, n, now+by)
		case by > 0:
			return e.lasts(s, n, now-by)
		case longer:
			s.Seconds = math.Floor((max(secs, s.Seconds)+2.5)*10) / 10
			return fmt.Sprintf("scene %d lasts %g s", n, s.Seconds), nil
		}
		if ss := prompt.SplitSentences(s.Say); len(ss) > 1 && !s.Verbatim {
			e.speak(s, strings.Join(ss[:len(ss)-1], " "))
			s.Seconds = 0
			return fmt.Sprintf("scene %d no longer says %q", n, ss[len(ss)-1]), nil
		}
		s.Seconds = math.Floor(max(1.6, secs+.4)*10) / 10
		return fmt.Sprintf("scene %d is held to %g s", n, s.Seconds), nil
	})
}

// add puts in a new scene: with words of the user's, or about something.
func (e *editor) add(x edit.Edit) (string, error) {
	at := len(e.b.Scenes)
	if at > 0 && e.b.Scenes[at-1].Kind == scene.End {
		at--
	}
	if x.Place != nil {
		i, err := e.at(x.Place)
		if err != nil {
			return "", err
		}
		at = i
	}
	switch {
	case x.Has("end"):
		at = len(e.b.Scenes)
	case x.Has("start"):
		at = 0
	}
	if x.Text == "" {
		if len(x.Scenes) != 1 || x.Scenes[0].About == "" {
			return "", fmt.Errorf("what does the new scene say? Write add a scene … saying \"…\"")
		}
		return e.addAbout(at, x.Scenes[0].About)
	}
	t, _ := prompt.Unquote(x.Text)
	e.insert(at, prompt.Upper(prompt.Stop(t)))
	return fmt.Sprintf("scene %d is new", at+1), nil
}

// addAbout adds a scene about something that the prompt or its context files have
// facts about which the video does not say yet. It invents none.
func (e *editor) addAbout(at int, topic string) (string, error) {
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
			for _, p := range prompt.Material(string(data), "").Points {
				if p.Form == prompt.Clause {
					out = append(out, p.Text)
				}
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

// remove takes scenes out.
func (e *editor) remove(x edit.Edit) (string, error) {
	gone, err := e.named(x)
	if x.Place != nil {
		gone, err = e.beyondPlace(x)
	}
	if err != nil {
		return "", err
	}
	if len(gone) == 0 {
		return "", fmt.Errorf("there is no scene there")
	}
	if len(gone) >= len(e.b.Scenes) {
		return "", fmt.Errorf("nothing would be left: the video has %d scenes", len(e.b.Scenes))
	}
	var kept []scene.Scene
	for i, s := range e.b.Scenes {
		if !slices.Contains(gone, i) {
			kept = append(kept, s)
		}
	}
	e.b.Scenes = kept
	if len(gone) == 1 {
		return fmt.Sprintf("scene %d is gone", gone[0]+1), nil
	}
	return fmt.Sprintf("scenes %s are gone", numbers(gone)), nil
}

// beyondPlace are all scenes on one side of a place: "everything after scene 3".
func (e *editor) beyondPlace(x edit.Edit) ([]int, error) {
	if slices.ContainsFunc(x.Scenes, func(r edit.Ref) bool { return !r.All }) {
		return nil, fmt.Errorf("which scene? Give its number")
	}
	i, err := e.one(x.Place.Scenes[0])
	if err != nil {
		return nil, err
	}
	from, to := 0, i
	switch x.Place.Where {
	case "after":
		from, to = i+1, len(e.b.Scenes)
	case "before":
	default:
		return nil, fmt.Errorf("which scene? Give its number")
	}
	var out []int
	for ; from < to; from++ {
		out = append(out, from)
	}
	return out, nil
}

// keep takes all scenes out but those named.
func (e *editor) keep(x edit.Edit) (string, error) {
	kept, err := e.named(edit.Edit{Scenes: slices.DeleteFunc(slices.Clone(x.Scenes), func(r edit.Ref) bool { return r.All })})
	if err != nil {
		return "", err
	}
	switch {
	case len(kept) == 0:
		return "", fmt.Errorf("which scenes stay?")
	case len(kept) == len(e.b.Scenes):
		return "", fmt.Errorf("those are all the scenes that the video has")
	}
	slices.Sort(kept)
	var left []scene.Scene
	for _, i := range kept {
		left = append(left, e.b.Scenes[i])
	}
	gone := len(e.b.Scenes) - len(left)
	e.b.Scenes = left
	if gone == 1 {
		return fmt.Sprintf("scenes %s stay, 1 other is gone", numbers(kept)), nil
	}
	return fmt.Sprintf("scenes %s stay, %d others are gone", numbers(kept), gone), nil
}

// copy shows a scene once more: at a place, or right behind itself.
func (e *editor) copy(x edit.Edit) (string, error) {
	is, err := e.named(edit.Edit{Scenes: x.Scenes})
	if err != nil {
		return "", err
	}
	if len(is) != 1 {
		return "", fmt.Errorf("copy one scene at a time")
	}
	to := is[0] + 1
	switch {
	case x.Place != nil:
		if to, err = e.at(x.Place); err != nil {
			return "", err
		}
	case x.Has("end"):
		to = len(e.b.Scenes)
	case x.Has("start"):
		to = 0
	}
	s := e.b.Scenes[is[0]]
	s.ID = e.freeID()
	e.b.Scenes = slices.Insert(e.b.Scenes, to, s)
	twin, err := clone(e.b) // so that a change of one is none of the other
	if err != nil {
		return "", err
	}
	*e.b = *twin
	return fmt.Sprintf("scene %d is a copy of scene %d", to+1, is[0]+1), nil
}

// split makes two scenes of each named: the first keeps the picture, the second shows
// what its own sentences say.
func (e *editor) split(x edit.Edit) (string, error) {
	is, err := e.named(x)
	if err != nil {
		return "", err
	}
	if len(is) != 1 {
		return "", fmt.Errorf("split one scene at a time")
	}
	i := is[0]
	s := &e.b.Scenes[i]
	ss := prompt.SplitSentences(s.Say)
	if len(ss) < 2 {
		return "", fmt.Errorf("scene %d says only one sentence", i+1)
	}
	half := len(ss) - len(ss)/2 // sentences that stay
	for k, n := 0, 0; k < len(ss); k++ {
		if n += len(ss[k]); 2*n >= len(s.Say) {
			half = min(max(1, k+1), len(ss)-1)
			break
		}
	}
	first, second := strings.Join(ss[:half], " "), strings.Join(ss[half:], " ")
	verbatim, transition, who, lang := s.Verbatim, s.Transition, s.Speaker, s.Language
	items := slices.DeleteFunc(slices.Clone(s.Items), func(it scene.Item) bool { return it.Cue == "" || !heard(second, it.Cue) || heard(first, it.Cue) })
	if rest := len(s.Items) - len(items); len(items) > 1 && rest > 1 { // both halves have a list
		twin := *s
		s.Items = slices.DeleteFunc(slices.Clone(s.Items), func(it scene.Item) bool { return it.Cue != "" && heard(second, it.Cue) && !heard(first, it.Cue) })
		twin.Items, twin.ID, twin.Say, twin.Seconds = items, e.freeID(), second, 0
		e.b.Scenes = slices.Insert(e.b.Scenes, i+1, twin)
	} else {
		e.insert(i+1, second)
	}
	s = &e.b.Scenes[i]
	e.speak(s, first)
	s.Seconds = 0
	next := &e.b.Scenes[i+1]
	next.Verbatim, next.Speaker, next.Language = verbatim, who, lang
	if i > 0 {
		next.Transition = transition
	}
	return fmt.Sprintf("scene %d now is scenes %d and %d; the second says %q", i+1, i+1, i+2, clip(second, 60)), nil
}

// heard tells whether words are said in a text.
func heard(text, words string) bool {
	return strings.Contains(strings.ToLower(text), strings.ToLower(words))
}

// numbers lists scenes as people count them: "2, 3 and 5".
func numbers(indices []int) string {
	out := make([]string, len(indices))
	for i, n := range indices {
		out[i] = strconv.Itoa(n + 1)
	}
	return english.join(out)
}

func (e *editor) swap(x edit.Edit) (string, error) {
	is, err := e.named(x)
	if err != nil {
		return "", err
	}
	if len(is) != 2 {
		return "", fmt.Errorf("two different scenes can change places")
	}
	sc, a, b := e.b.Scenes, is[0], is[1]
	sc[a], sc[b] = sc[b], sc[a]
	sc[a].Transition, sc[b].Transition = sc[b].Transition, sc[a].Transition
	return fmt.Sprintf("scenes %d and %d changed places", a+1, b+1), nil
}

// move puts a scene, or neighbours, somewhere else.
func (e *editor) move(x edit.Edit) (string, error) {
	is, err := e.named(edit.Edit{Scenes: x.Scenes})
	if err != nil {
		return "", err
	}
	if len(is) != 1 {
		return "", fmt.Errorf("move one scene at a time")
	}
	from, to := is[0], 0
	switch {
	case x.Place != nil:
		if to, err = e.at(x.Place); err != nil {
			return "", err
		}
		if x.Place.Where == "into" && to > from {
			to++ // "move scene 2 to scene 4": it becomes scene 4
		}
	case x.Has("upward"):
		to = max(0, from-1)
	case x.Has("downward"):
		to = min(len(e.b.Scenes), from+2)
	case x.Has("end"), x.Has("endverb"):
		to = len(e.b.Scenes)
	}
	s := e.b.Scenes[from]
	rest := slices.Delete(slices.Clone(e.b.Scenes), from, from+1)
	if to > from {
		to--
	}
	e.b.Scenes = slices.Insert(rest, to, s)
	if from == to {
		return fmt.Sprintf("scene %d already stands there", from+1), nil
	}
	return fmt.Sprintf("scene %d is now scene %d", from+1, to+1), nil
}

// merge makes one scene of neighbours: the words of all, the picture of the first.
func (e *editor) merge(x edit.Edit) (string, error) {
	is, err := e.named(x)
	if err != nil {
		return "", err
	}
	slices.Sort(is)
	for k, i := range is {
		if i != is[0]+k {
			return "", fmt.Errorf("scenes %s are no neighbours", numbers(is))
		}
	}
	a, b := is[0], is[len(is)-1]
	first := &e.b.Scenes[a]
	for _, s := range e.b.Scenes[a+1 : b+1] {
		first.Say = strings.TrimSpace(first.Say + " " + s.Say)
		first.Verbatim = first.Verbatim || s.Verbatim
	}
	first.Seconds = 0
	e.b.Scenes = slices.Delete(e.b.Scenes, a+1, b+1)
	return fmt.Sprintf("scenes %s are one", numbers(is)), nil
}

// endWith gives the video its last words.
func (e *editor) endWith(x edit.Edit) (string, error) {
	if err := e.words(x); err != nil {
		return "", err
	}
	t, _ := prompt.Unquote(prompt.Unstop(x.Text))
	n := len(e.b.Scenes)
	if n == 0 || e.b.Scenes[n-1].Kind != scene.End {
		e.b.Scenes = append(e.b.Scenes, scene.Scene{ID: e.freeID(), Kind: scene.End, Transition: scene.Transition{Kind: "cellwipe"}})
		n++
	}
	s := &e.b.Scenes[n-1]
	said, _ := prompt.Unquote(x.Text)
	s.Say, s.Verbatim, s.Action = prompt.Upper(prompt.Stop(said)), true, ""
	endCard(s, t)
	return fmt.Sprintf("the video ends with %q", s.Say), nil
}

// endCard shows on a card what is said there, the address on its own line.
func endCard(s *scene.Scene, said string) {
	u := prompt.URL(said)
	if u == "" {
		s.Headline, s.Note = clip(prompt.Upper(said), 46+longer), ""
		return
	}
	s.URL = u
	if head := strings.TrimSpace(atURL.ReplaceAllString(said[:strings.Index(said, u)], "")); prompt.Words(head) >= 2 {
		s.Headline, s.Note = prompt.Upper(head), ""
	}
}

// startWith gives the video its first words.
func (e *editor) startWith(x edit.Edit) (string, error) {
	if err := e.words(x); err != nil {
		return "", err
	}
	return e.say(edit.Edit{Scenes: []edit.Ref{{Number: 1}}, Text: x.Text})
}

// words tells what is to be said from what it is to be like: "start with a question".
func (e *editor) words(x edit.Edit) error {
	t := strings.TrimSpace(x.Text)
	if _, quoted := prompt.Unquote(t); x.Quoted || quoted || prompt.Words(t) > 4 || wordingFor(e.b.Language).noun(t) == t {
		return nil
	}
	return fmt.Errorf("with which words? Write them in quotation marks")
}
