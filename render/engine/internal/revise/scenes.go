package revise

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/folder"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

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
	t, _ := prose.Unquote(x.Text)
	e.insert(at, prose.Upper(prose.Stop(t)))
	return fmt.Sprintf("scene %d is new", at+1), nil
}

// addAbout adds a scene about something that the prompt or its context files have
// facts about which the video does not say yet. It invents none.
func (e *editor) addAbout(at int, topic string) (string, error) {
	want := telling.Keywords(topic)
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
			hit = hit || telling.Keywords(s)[k] || strings.Contains(strings.ToLower(s), k)
		}
		if priceTopic.MatchString(topic) && moneyRE.MatchString(s) {
			hit = true
		}
		if hit && !strings.Contains(said, prose.Unstop(s)) && len(facts) < 2 {
			facts = append(facts, prose.Upper(prose.Stop(s)))
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
	for _, p := range prompt.Parse(e.entry.Spec.PositivePrompt).Points {
		if t := telling.PointText(p); p.Form == brief.Clause && t != "" {
			out = append(out, t)
		}
	}
	for _, name := range e.entry.Spec.Context {
		low := strings.ToLower(name)
		if data, err := folder.Read(e.entry.Dir, name); err == nil && (strings.HasSuffix(low, ".md") || strings.HasSuffix(low, ".txt")) {
			for _, p := range prompt.Material(string(data), "").Points {
				if p.Form == brief.Clause {
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
	bt := &telling.Beat{Words: prose.SplitSentences(t), Plain: true}
	w.Shape(bt, bt.Words[0])
	if bt.Kind != scene.Number {
		w.Statement(bt)
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
	var ids, said []string
	for _, i := range gone {
		ids = append(ids, e.b.Scenes[i].ID)
		if !e.recaps(i) {
			said = append(said, e.b.Scenes[i].Say)
		}
	}
	told := e.forget(strings.Join(said, " "))
	kept := slices.DeleteFunc(slices.Clone(e.b.Scenes), func(s scene.Scene) bool { return slices.Contains(ids, s.ID) })
	if len(kept) == 0 {
		return "", fmt.Errorf("nothing would be left: the video has %d scenes", len(e.b.Scenes))
	}
	e.b.Scenes = kept
	if len(gone) == 1 {
		return fmt.Sprintf("scene %d is gone", gone[0]+1) + told, nil
	}
	return fmt.Sprintf("scenes %s are gone", numbers(gone)) + told, nil
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
	ss := prose.SplitSentences(s.Say)
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
	return fmt.Sprintf("scene %d now is scenes %d and %d; the second says %q", i+1, i+1, i+2, telling.Clip(second, 60)), nil
}

// heard tells whether words are said in a text.
func heard(text, words string) bool {
	return strings.Contains(strings.ToLower(text), strings.ToLower(words))
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
	if a == 0 || b == 0 { // nothing leads into the first; the others come on as they did, and are drawn no more
		sc[a].Transition, sc[b].Transition = sc[b].Transition, sc[a].Transition
	}
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
		if beside, err := e.named(edit.Edit{Scenes: x.Place.Scenes}); err == nil && x.Place.Line == nil && x.Place.Where != "into" && len(beside) == 1 && beside[0] == from {
			return "", fmt.Errorf("scene %d cannot stand beside itself: it has both", from+1)
		}
		if x.Place.Where == "into" && to > from {
			to++ // "move scene 2 to scene 4": it becomes scene 4
		}
	case x.Has("ord"):
		n, _ := strconv.Atoi(x.Values["ord"])
		if n < 1 || n > len(e.b.Scenes) {
			return "", fmt.Errorf("there is no scene %d: the video has %d", n, len(e.b.Scenes))
		}
		if to = n - 1; to > from {
			to++
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

// merge makes one scene of neighbours: the words of all, the picture of the first, or
// the end card.
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
	one := e.b.Scenes[a]
	if last := e.b.Scenes[b]; last.Kind == scene.End { // its card has the address
		one = last
		one.Transition = e.b.Scenes[a].Transition
	}
	var says []string
	for _, s := range e.b.Scenes[a : b+1] {
		says = append(says, s.Say)
		one.Verbatim = one.Verbatim || s.Verbatim
	}
	one.Say, one.Seconds = strings.Join(strings.Fields(strings.Join(says, " ")), " "), 0
	e.b.Scenes = slices.Replace(e.b.Scenes, a, b+1, one)
	return fmt.Sprintf("scenes %s are one", numbers(is)), nil
}
