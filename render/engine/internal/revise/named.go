package revise

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// removeNamed takes out what a name stands for: an item of a list, or the one scene
// that is about it.
func (e *editor) removeNamed(x edit.Edit) (string, error) {
	defer e.asItStands()()
	words := nameWords(x.Text)
	if len(words) == 0 {
		return "", fmt.Errorf("remove what? Name a scene by its number, or a bullet by its words in quotation marks")
	}
	if many := listSep.Split(x.Text, -1); len(many) > 1 {
		return e.removeSeveral(x, many)
	}
	where, err := e.named(edit.Edit{Scenes: x.Scenes})
	if err != nil {
		return "", err
	}
	if len(where) == 0 && strings.EqualFold(x.Text, telling.FirstName(e.b.Presenter.ID)) && !e.b.Presenter.None { // "leave Maya out"
		return e.nobody(edit.Edit{})
	}
	var items [][2]int
	for i, s := range e.b.Scenes {
		if !showsList(s) || e.repeats(i) || len(where) > 0 && !slices.Contains(where, i) {
			continue
		}
		for k, it := range s.Items {
			if isNamed(it, words) {
				items = append(items, [2]int{i, k})
			}
		}
	}
	if len(items) == 1 {
		i, k := items[0][0], items[0][1]
		return e.removeItem(edit.Edit{Scenes: sceneAt(i), Items: []edit.Line{{Number: k + 1}}})
	}
	var whole []int
	for i := range e.b.Scenes {
		if len(where) == 0 && e.isAbout(i, x.Text, words) {
			whole = append(whole, i)
		}
	}
	switch {
	case len(items) > 1:
		is := []int{}
		for _, it := range items {
			is = append(is, it[0])
		}
		return "", fmt.Errorf("which %q: that of scene %s? Write remove the second bullet of scene %d, or give its words in quotation marks", x.Text, numbers(slices.Compact(is)), items[0][0]+1)
	case len(whole) == 1:
		return e.remove(edit.Edit{Scenes: sceneAt(whole[0])})
	case len(whole) > 1:
		return "", fmt.Errorf("which %q: scene %s? Say it with its number", x.Text, numbers(whole))
	case features[x.Values["feature"]] != "":
		return e.beyond(x)
	}
	if i, j, l, ks, ok := e.listedIn(where, words); ok {
		say, err := e.shorter(l, map[int]bool{ks[0]: true})
		if err != nil {
			return "", fmt.Errorf("scene %d: %w", i+1, err)
		}
		done := e.resay(i, j, say)
		for k := range e.b.Scenes {
			if k != i && names(sceneText(&e.b.Scenes[k]), words) {
				done += fmt.Sprintf("; scene %d still speaks of it: %q", k+1, telling.Clip(e.b.Scenes[k].Say, 60))
			}
		}
		return done, nil
	}
	var says []int
	for i := range e.b.Scenes {
		if names(sceneText(&e.b.Scenes[i]), words) {
			says = append(says, i)
		}
	}
	if len(says) > 0 {
		speak := "speaks"
		if len(says) > 1 {
			speak = "speak"
		}
		return "", fmt.Errorf("no item and no scene is named %q; %s %s of it: write remove scene %d, or remove the sentence about %s", x.Text, inScenes(says), speak, says[0]+1, x.Text)
	}
	return "", fmt.Errorf("nothing in the video is named %q", x.Text)
}

// removeSeveral takes out what several names stand for: members of one list, or each by
// itself.
func (e *editor) removeSeveral(x edit.Edit, many []string) (string, error) {
	where, err := e.named(edit.Edit{Scenes: x.Scenes})
	if err != nil {
		return "", err
	}
	var wanted [][]string
	for _, name := range many {
		if w := nameWords(name); len(w) > 0 {
			wanted = append(wanted, w)
		}
	}
	for i, s := range e.b.Scenes {
		if !showsList(s) || e.repeats(i) || len(where) > 0 && !slices.Contains(where, i) {
			continue
		}
		var items []edit.Line
		for _, words := range wanted {
			k := itemNamed(s, words)
			if k >= 0 && !slices.Contains(items, edit.Line{Number: k + 1}) {
				items = append(items, edit.Line{Number: k + 1})
			}
		}
		if len(items) == len(many) {
			return e.removeItem(edit.Edit{Scenes: sceneAt(i), Items: items})
		}
	}
	if i, j, l, ks, ok := e.listedIn(where, wanted...); ok && len(ks) == len(many) {
		gone := map[int]bool{}
		for _, k := range ks {
			gone[k] = true
		}
		say, err := e.shorter(l, gone)
		if err != nil {
			return "", fmt.Errorf("scene %d: %w", i+1, err)
		}
		return e.resay(i, j, say), nil
	}
	var done []string
	for _, name := range many {
		d, err := e.removeNamed(edit.Edit{Scenes: x.Scenes, Text: name, Values: x.Values})
		if err != nil {
			return "", err
		}
		done = append(done, d)
	}
	return strings.Join(done, "; "), nil
}

// swapNamed lets two items of a list change places, what a sentence lists, or two scenes.
func (e *editor) swapNamed(x edit.Edit) (string, error) {
	defer e.asItStands()()
	a, b := nameWords(x.Text), nameWords(x.With)
	for i, s := range e.b.Scenes {
		if !showsList(s) || e.repeats(i) {
			continue
		}
		if j, k := itemNamed(s, a), itemNamed(s, b); j >= 0 && k >= 0 && j != k {
			return e.swapItems(edit.Edit{Op: edit.SwapItems, Scenes: sceneAt(i), Items: []edit.Line{{Number: j + 1}, {Number: k + 1}}})
		}
	}
	if i, j, l, ks, ok := e.listedIn(nil, a, b); ok && (l.lead != "" || ks[0] > 0 && ks[1] > 0) {
		l.members[ks[0]], l.members[ks[1]] = l.members[ks[1]], l.members[ks[0]]
		return e.resay(i, j, l.text(l.members)), nil
	}
	i, err := e.sceneCalled(x.Text)
	if err != nil {
		return "", err
	}
	j, err := e.sceneCalled(x.With)
	if err != nil {
		return "", err
	}
	return e.swap(edit.Edit{Scenes: []edit.Ref{{Number: i + 1}, {Number: j + 1}}})
}

// sceneCalled is the one scene that a name stands for, or the one that speaks of it.
func (e *editor) sceneCalled(name string) (int, error) {
	i, err := e.sceneNamed(name)
	if m := mannerOf(e.b.Language); err != nil && m != nil {
		if k, no := e.scenePart(m, name); no == nil {
			return k, nil
		}
	}
	return i, err
}

// moveNamed puts an item of a list, or a scene, first, last or beside another.
func (e *editor) moveNamed(x edit.Edit) (string, error) {
	defer e.asItStands()()
	words := nameWords(x.Text)
	for i, s := range e.b.Scenes {
		k := -1
		if showsList(s) && !e.repeats(i) && !e.recaps(i) {
			k = itemNamed(s, words)
		}
		if k < 0 {
			continue
		}
		if x.Place == nil {
			return e.swapItems(edit.Edit{Op: edit.MoveItem, Scenes: sceneAt(i), Items: []edit.Line{{Number: k + 1}}, Values: x.Values})
		}
		if to := itemNamed(s, nameWords(x.With)); to >= 0 && to != k {
			return e.moveBeside(i, k, to, x.Place.Where)
		}
	}
	i, err := e.sceneNamed(x.Text)
	if err != nil {
		return "", err
	}
	m := edit.Edit{Scenes: sceneAt(i), Values: x.Values}
	if x.Place != nil {
		j, err := e.sceneNamed(x.With)
		if err != nil {
			return "", err
		}
		if how := mannerOf(e.b.Language); i == j && how != nil {
			if done, err := e.placeItem(how, x.Text, x.Place.Where, x.With); !errors.Is(err, errOther) {
				return done, err
			}
			return "", fmt.Errorf("scene %d speaks of both", i+1)
		}
		m.Place = &edit.Place{Where: x.Place.Where, Scenes: sceneAt(j)}
	}
	if done, ok := e.spokenIn(i); ok { // what is shown behind the words that it repeats goes with them
		m.Scenes = sceneAt(done)
	}
	return e.withTwin(m)
}

// spokenIn is the scene that says what scene i only shows once more without a word.
func (e *editor) spokenIn(i int) (int, bool) { return i - 1, i > 0 && e.twin(i-1) }

// twin tells whether the scene behind scene i says nothing and shows its words once more.
func (e *editor) twin(i int) bool {
	if i+1 >= len(e.b.Scenes) {
		return false
	}
	s := &e.b.Scenes[i+1]
	return s.Say == "" && s.Kind == scene.Statement && s.Headline != "" && heard(e.b.Scenes[i].Say, prose.Unstop(s.Headline))
}

// moveScene moves the scene that an instruction names.
func (e *editor) moveScene(x edit.Edit) (string, error) {
	if e.entry.found {
		return e.withTwin(x)
	}
	return e.move(x)
}

// withTwin moves a scene, and behind it the one that only shows its words once more.
func (e *editor) withTwin(x edit.Edit) (string, error) {
	is, err := e.named(edit.Edit{Scenes: x.Scenes})
	if err != nil || len(is) != 1 || !e.twin(is[0]) {
		return e.move(x)
	}
	id, twin := e.b.Scenes[is[0]].ID, e.b.Scenes[is[0]+1].ID
	done, err := e.move(x)
	if err != nil {
		return "", err
	}
	k := slices.IndexFunc(e.b.Scenes, func(s scene.Scene) bool { return s.ID == twin })
	s := e.b.Scenes[k]
	e.b.Scenes = slices.Delete(e.b.Scenes, k, k+1)
	to := 1 + slices.IndexFunc(e.b.Scenes, func(s scene.Scene) bool { return s.ID == id })
	if to == k {
		e.b.Scenes = slices.Insert(e.b.Scenes, to, s)
		return done, nil
	}
	e.b.Scenes = slices.Insert(e.b.Scenes, to, s)
	return done + ", with the one behind it, which only shows its words", nil
}

// keepNamed takes all scenes out but those that are called by their names.
func (e *editor) keepNamed(x edit.Edit) (string, error) {
	defer e.asItStands()()
	var refs []edit.Ref
	for _, l := range x.Items {
		i, err := e.sceneNamed(l.Words)
		if err != nil {
			return "", err
		}
		refs = append(refs, sceneAt(i)...)
	}
	return e.keep(edit.Edit{Scenes: refs})
}

// unsay takes words out that are not to be said, or puts others in their place.
func (e *editor) unsay(x edit.Edit) (string, error) {
	if x.With != "" {
		return e.replace(edit.Edit{Text: x.Text, With: x.With, Quoted: true})
	}
	if words := nameWords(x.Text); x.Has("topic") && len(words) > 0 { // a member of a list goes, and not the list
		if _, _, _, _, ok := e.listedIn(nil, words); ok {
			return e.removeNamed(edit.Edit{Text: x.Text, Values: x.Values})
		}
	}
	if member, ok := e.memberOn(nameWords(x.Text)); x.Has("topic") && ok {
		return e.removeNamed(edit.Edit{Text: member, Values: x.Values})
	}
	if m := mannerOf(e.b.Language); m != nil && x.Has("topic") {
		if done, err := e.dropNamed(m, x.Text, false); !errors.Is(err, errOther) {
			return done, err
		}
	}
	if x.Has("topic") {
		return e.removeLine(edit.Edit{Line: &edit.Line{About: x.Text}})
	}
	return e.removeLine(edit.Edit{Text: x.Text, Quoted: true})
}

// memberOn is the one member of a list that speaks of something, "weniger Lärm" of the noise;
// ok is false where there is none or more than one, or where the scene speaks of it besides.
func (e *editor) memberOn(words []string) (member string, ok bool) {
	if len(words) == 0 {
		return "", false
	}
	for i := range e.b.Scenes {
		if e.recaps(i) {
			continue
		}
		for _, t := range prose.SplitSentences(e.b.Scenes[i].Say) {
			if !names(t, words) {
				continue
			}
			l, has := listingOf(t, e.b.Language)
			if !has || len(l.members) < 3 || names(l.lead, words) {
				return "", false // a sentence of its own
			}
			for _, m := range l.members {
				if !names(m, words) {
					continue
				}
				if ok || prose.Words(m) > 4 {
					return "", false
				}
				member, ok = m, true
			}
		}
	}
	return member, ok
}

// mention says something beside all the rest: in the one scene that speaks of it, or
// else in a scene of its own before the end.
func (e *editor) mention(x edit.Edit) (string, error) {
	t := prose.Upper(prose.Stop(strings.TrimSpace(x.Text)))
	for i, s := range e.b.Scenes {
		if heard(s.Say, prose.Unstop(t)) {
			return "", fmt.Errorf("scene %d already says it", i+1)
		}
	}
	want := telling.Keywords(t)
	best, most, tied := -1, 0, false
	for i, s := range e.b.Scenes {
		have, n := telling.Keywords(s.Say), 0
		for k := range want {
			if have[k] {
				n++
			}
		}
		if s.Kind == scene.Title || s.Kind == scene.End || s.Kind == scene.Quote || s.Headline == tongue.For(e.b.Language).RecapHead {
			continue
		}
		if n > most {
			best, most, tied = i, n, false
		} else if n == most && n > 0 {
			tied = true
		}
	}
	if best >= 0 && !tied {
		s := &e.b.Scenes[best]
		s.Say, s.Verbatim, s.Seconds = strings.TrimSpace(s.Say+" "+t), true, 0
		return fmt.Sprintf("scene %d also says %q", best+1, t), nil
	}
	at := len(e.b.Scenes)
	for at > 1 && (e.b.Scenes[at-1].Kind == scene.End || e.b.Scenes[at-1].Headline == tongue.For(e.b.Language).RecapHead) {
		at--
	}
	e.insert(at, t)
	return fmt.Sprintf("scene %d is new and says %q", at+1, t), nil
}
