package revise

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// itemKinds are the kinds of scene whose items an instruction may mean by a word.
var itemKinds = map[string][]scene.Kind{
	"card": {scene.Grid}, "step": {scene.Process}, "event": {scene.Timeline},
	"point": {scene.Points, scene.Grid, scene.Process},
}

// mostItems are as many as a list can show.
const mostItems = 8

// inList finds the list that an instruction means: that of the scene it names, the one
// that has the item it speaks of, or the only one there is.
func (e *editor) inList(x edit.Edit) (int, error) {
	where, err := e.named(edit.Edit{Scenes: x.Scenes})
	if err != nil {
		return 0, err
	}
	if len(where) > 0 {
		if s := e.b.Scenes[where[0]]; len(s.Items) < 2 {
			return 0, fmt.Errorf("scene %d shows no list", where[0]+1)
		}
		return where[0], nil
	}
	kind := cmp.Or(x.Values["item"], x.Values["listword"])
	lists := e.lists(itemKinds[kind])
	if len(lists) == 0 {
		lists = e.lists(itemKinds["point"])
		if told := e.countedOff(lists); kind == "step" && len(told) > 0 {
			lists = told
		}
		if len(lists) != 1 && (kind == "step" || kind == "event") { // the only list may be one of steps
			return 0, fmt.Errorf("no scene shows %ss", kind)
		}
	}
	if name := nameWords(x.Values["name"]); len(name) > 0 && len(lists) > 1 { // "the list of checks"
		lists = slices.DeleteFunc(lists, func(i int) bool { return !names(sceneText(&e.b.Scenes[i]), name) })
	}
	if of := strings.Fields(x.Values["name"]); len(of) > 0 && len(lists) == 1 && !names(sceneText(&e.b.Scenes[lists[0]]), of) {
		return 0, fmt.Errorf("no list is one of %s: scene %d alone shows a list, say it with its number", x.Values["name"], lists[0]+1)
	}
	for _, it := range x.Items {
		if it.Number == 0 { // it says so itself
			lists = slices.DeleteFunc(lists, func(i int) bool { _, err := e.itemAt(i, it); return err != nil })
			if len(lists) == 0 {
				return 0, fmt.Errorf("no list has %q", cmp.Or(it.Words, it.About))
			}
		}
	}
	switch len(lists) {
	case 0:
		return 0, fmt.Errorf("no scene shows a list")
	case 1:
		return lists[0], nil
	}
	return 0, fmt.Errorf("which list: that of scene %s? Say it with its number", numbers(lists))
}

// countedOff are the lists whose items are told one by one: "Erstens: … Zweitens: …"
func (e *editor) countedOff(lists []int) []int {
	w := tongue.For(e.b.Language)
	heads := []string{w.Firstly}
	if el := tongue.Elaborations[w.Code]; el != nil {
		heads = append(heads, el.Points[0])
	}
	return slices.DeleteFunc(slices.Clone(lists), func(i int) bool {
		return !slices.ContainsFunc(heads, func(h string) bool {
			h, _, _ = strings.Cut(h, "%")
			return strings.TrimRight(h, ":, ") != "" && heard(e.b.Scenes[i].Say, strings.TrimSpace(h))
		})
	})
}

// lists are the scenes of some kinds that show a list of their own.
func (e *editor) lists(of []scene.Kind) []int {
	var out []int
	for i, s := range e.b.Scenes {
		if slices.Contains(of, s.Kind) && len(s.Items) > 1 && !e.repeats(i) && !e.recaps(i) {
			out = append(out, i)
		}
	}
	return out
}

// recaps tells whether a scene only says once more in short what others said.
func (e *editor) recaps(i int) bool {
	head := tongue.For(e.b.Language).RecapHead
	return head != "" && strings.HasPrefix(e.b.Scenes[i].Headline, head)
}

// repeats tells whether a scene only lists once more what one before it lists.
func (e *editor) repeats(i int) bool {
	return slices.ContainsFunc(e.b.Scenes[:i], func(s scene.Scene) bool {
		return len(s.Items) > 1 && len(s.Items) == len(e.b.Scenes[i].Items) && !slices.ContainsFunc(s.Items, func(it scene.Item) bool {
			return !slices.ContainsFunc(e.b.Scenes[i].Items, func(o scene.Item) bool { return strings.EqualFold(o.Title, it.Title) })
		})
	})
}

// itemAt is the index of an item in the list of scene i.
func (e *editor) itemAt(i int, l edit.Line) (int, error) {
	items := e.b.Scenes[i].Items
	if l.Number != 0 {
		k := l.Number - 1
		if l.Number < 0 {
			k = len(items) + l.Number
		}
		if k < 0 || k >= len(items) {
			return 0, fmt.Errorf("scene %d lists %d", i+1, len(items))
		}
		return k, nil
	}
	best, score, tied := -1, 0, false
	for k, it := range items {
		n := 0
		switch {
		case l.Words != "" && strings.EqualFold(prose.Unstop(it.Title), prose.Unstop(l.Words)):
			n = 9
		case l.Words != "" && heard(it.Title+" "+it.Body, prose.Unstop(l.Words)):
			n = 3
		case l.About != "":
			n = e.likeness(l.About, it.Title+" "+it.Body)
		}
		if n > score {
			best, score, tied = k, n, false
		} else if n == score && n > 0 {
			tied = true
		}
	}
	if best < 0 || tied {
		return 0, fmt.Errorf("scene %d has no one item about %q", i+1, cmp.Or(l.Words, l.About))
	}
	return best, nil
}

// isItem tells whether words are an item of a list.
func (e *editor) isItem(words string) bool {
	return slices.ContainsFunc(e.b.Scenes, func(s scene.Scene) bool {
		return len(s.Items) > 1 && slices.ContainsFunc(s.Items, func(it scene.Item) bool {
			return strings.EqualFold(prose.Unstop(it.Title), prose.Unstop(words))
		})
	})
}

func (e *editor) removeItem(x edit.Edit) (string, error) {
	i, err := e.inList(x)
	if err != nil {
		return "", err
	}
	items := e.b.Scenes[i].Items
	gone := map[int]bool{}
	var names []string
	for _, l := range x.Items {
		k, err := e.itemAt(i, l)
		if err != nil {
			return "", err
		}
		gone[k] = true
		names = append(names, strconv.Quote(items[k].Title))
	}
	if len(x.Items) == 0 { // by its words
		k, err := e.itemAt(i, edit.Line{Words: x.Text})
		if err != nil {
			return "", err
		}
		gone[k], names = true, append(names, strconv.Quote(items[k].Title))
	}
	var order []int
	for k := range items {
		if !gone[k] {
			order = append(order, k)
		}
	}
	if len(order) == 0 {
		return "", fmt.Errorf("nothing would be left of the list: write remove scene %d", i+1)
	}
	return e.rearrange(i, order, nil, "no longer lists "+tongue.English.Join(names))
}

func (e *editor) changeItem(x edit.Edit) (string, error) {
	i, err := e.inList(x)
	if err != nil {
		return "", err
	}
	if n := x.Items[0].Number; x.Values["item"] == "card" && len(x.Scenes) == 0 && !x.Has("change") && (n == 1 || n == -1) { // the whole video begins and ends with one
		is := max(0, n-1)
		if n < 0 {
			is = len(e.b.Scenes) - 1
		}
		return "", fmt.Errorf("which card: of the list in scene %d, or scene %d itself? Write change the first bullet of scene %d to \"…\", or change the headline of scene %d to \"…\"", i+1, is+1, i+1, is+1)
	}
	k, err := e.itemAt(i, x.Items[0])
	if err != nil {
		return "", err
	}
	t, _ := prose.Unquote(prose.Unstop(x.Text))
	old := e.b.Scenes[i].Items[k].Title
	if m := mannerOf(e.b.Language); m != nil && !x.Quoted {
		if f := m.drop.FindStringSubmatch(t); f != nil && slices.ContainsFunc(e.b.Scenes[i].Items, func(it scene.Item) bool { return sharedWords(it.Title, m.topic(f[1])) > 0 }) {
			return "", fmt.Errorf("is %q what to do, or what the list is to say? Write remove the third bullet of scene %d, or give the words in quotation marks", t, i+1)
		}
	}
	order := make([]int, len(e.b.Scenes[i].Items))
	for j := range order {
		order[j] = j
	}
	order[k] = -1
	return e.rearrange(i, order, []string{t}, fmt.Sprintf("lists %q instead of %q", prose.Upper(t), old))
}

func (e *editor) addItem(x edit.Edit) (string, error) {
	if x.Place != nil && len(x.Items) == 1 {
		return e.addBeside(x)
	}
	at := -1
	if len(x.Items) > 0 && x.Items[0].Number > 0 {
		at = x.Items[0].Number - 1
		x.Items = nil
	} else if x.Has("start") {
		at = 0
	}
	x.Items = nil
	i, err := e.inList(x)
	if err != nil {
		return "", err
	}
	n := len(e.b.Scenes[i].Items)
	t, _ := prose.Unquote(prose.Unstop(x.Text))
	switch {
	case n >= mostItems:
		return "", fmt.Errorf("scene %d already lists %d, and more cannot be read", i+1, n)
	case slices.ContainsFunc(e.b.Scenes[i].Items, func(it scene.Item) bool { return strings.EqualFold(it.Title, t) }):
		return "", fmt.Errorf("scene %d already lists %q", i+1, t)
	}
	if at < 0 || at > n {
		at = n
	}
	var order []int
	for k := range n {
		order = append(order, k)
	}
	return e.rearrange(i, slices.Insert(order, at, -1), []string{t}, fmt.Sprintf("also lists %q", prose.Upper(t)))
}

// addBeside lets something join a list behind or before one of its items: of a list that a
// scene shows, or of one that a sentence tells.
func (e *editor) addBeside(x edit.Edit) (string, error) {
	defer e.asItStands()()
	t, _ := prose.Unquote(prose.Unstop(strings.TrimSpace(x.Text)))
	t = leadingAnd.ReplaceAllString(t, "")
	words := nameWords(x.Items[0].Words)
	if i, err := e.inList(edit.Edit{Items: x.Items, Values: x.Values}); err == nil {
		k, err := e.itemAt(i, x.Items[0])
		if err != nil {
			return "", err
		}
		if x.Place.Where == "after" {
			k++
		}
		return e.addItem(edit.Edit{Scenes: sceneAt(i), Items: []edit.Line{{Number: k + 1}}, Text: t, Values: map[string]string{}})
	} else if len(words) == 0 {
		return "", err
	}
	i, j, l, ks, ok := e.listedIn(nil, words)
	if !ok || l.lead == "" && ks[0] == 0 {
		return "", fmt.Errorf("no list has %q: write add \"…\" to the list of scene N, or in scene N say …", x.Items[0].Words)
	}
	if verb := lastWords(strings.TrimSpace(l.lead), 1); verb != "" && len(l.members) > 1 { // "check the lights" joins "check the brakes and the horn"
		t = strings.TrimPrefix(t, verb+" ")
	}
	more, err := e.likeOthers(t, l.members)
	if err != nil {
		return "", err
	}
	at := ks[0]
	if x.Place.Where == "after" {
		at++
	}
	l.lead = e.recount(l.lead, len(l.members), len(l.members)+1)
	return e.resay(i, j, l.text(slices.Insert(slices.Clone(l.members), at, more))), nil
}

// leadingAnd begins what joins a list as its last.
var leadingAnd = pattern.New(`(?i)^(?:and|und|y|e|et|ed|en|plus) `)

// relistNamed gives the one list of which a statement speaks the items of the statement.
// Those that it has stay as they are, in the order of the statement.
func (e *editor) relistNamed(x edit.Edit) (string, error) {
	none := fmt.Errorf("no scene lists what %q speaks of: write in scene N say …", x.Text)
	words := slices.DeleteFunc(strings.Fields(strings.ToLower(x.Text)), func(w string) bool { return len(w) < 4 || e.counts(w) })
	var at []int
	for _, i := range append(e.lists(itemKinds["point"]), e.lists(itemKinds["event"])...) {
		s := &e.b.Scenes[i]
		if n := sharedWords(s.Headline+" "+prose.SplitSentences(s.Say + " ")[0], words); n > 0 && slices.ContainsFunc(s.Items, func(it scene.Item) bool {
			return slices.ContainsFunc(x.Items, func(l edit.Line) bool { return isNamed(it, nameWords(l.Words)) })
		}) {
			at = append(at, i)
		}
	}
	switch {
	case len(at) == 0:
		return "", none
	case len(at) > 1:
		return "", fmt.Errorf("which list: that of scene %s? Say it with its number", numbers(at))
	case len(x.Items) > mostItems:
		return "", fmt.Errorf("a list of more than %d cannot be read", mostItems)
	}
	var order []int
	var fresh []string
	for _, l := range x.Items {
		k := itemNamed(e.b.Scenes[at[0]], nameWords(l.Words))
		if slices.Contains(order, k) {
			k = -1
		}
		if k < 0 {
			fresh = append(fresh, l.Words)
		}
		order = append(order, k)
	}
	return e.rearrange(at[0], order, fresh, fmt.Sprintf("lists %d", len(order)))
}

func (e *editor) swapItems(x edit.Edit) (string, error) {
	i, err := e.inList(x)
	if err != nil {
		return "", err
	}
	order := make([]int, len(e.b.Scenes[i].Items))
	for k := range order {
		order[k] = k
	}
	a, err := e.itemAt(i, x.Items[0])
	if err != nil {
		return "", err
	}
	if x.Op == edit.MoveItem {
		to := len(order) - 1
		switch {
		case x.Has("start"), x.Has("higher"):
			to = 0
		case x.Has("upward"):
			to = max(0, a-1)
		case x.Has("downward"):
			to = min(to, a+1)
		}
		return e.moveItem(i, a, to)
	}
	b, err := e.itemAt(i, x.Items[1])
	if err != nil {
		return "", err
	}
	order[a], order[b] = order[b], order[a]
	return e.rearrange(i, order, nil, fmt.Sprintf("lists %q and %q the other way round", e.b.Scenes[i].Items[a].Title, e.b.Scenes[i].Items[b].Title))
}

// moveItem makes item a of scene i number to of its list, both from 0.
func (e *editor) moveItem(i, a, to int) (string, error) {
	var order []int
	for k := range e.b.Scenes[i].Items {
		if k != a {
			order = append(order, k)
		}
	}
	return e.rearrange(i, slices.Insert(order, to, a), nil, fmt.Sprintf("lists %q as number %d", e.b.Scenes[i].Items[a].Title, to+1))
}

// moveBeside puts item k of scene i before item n of its list, or behind it: where is "after"
// or "behind".
func (e *editor) moveBeside(i, k, n int, where string) (string, error) {
	if where == "after" || where == "behind" {
		n++
	}
	if n > k {
		n--
	}
	if n == k {
		return fmt.Sprintf("scene %d lists it there already", i+1), nil
	}
	return e.moveItem(i, k, n)
}

// rearrange makes the list of scene i anew: of its items in an order, −1 stands for the
// next of the fresh ones. The words that say the list follow, and what counts it.
func (e *editor) rearrange(i int, order []int, fresh []string, done string) (string, error) {
	old := e.b.Scenes[i].Items
	told := ""
	for j := range e.b.Scenes {
		s := &e.b.Scenes[j]
		if j != i && !sameTitles(s.Items, old) {
			continue
		}
		say, err := e.retellList(s, order, fresh)
		if err != nil {
			return "", fmt.Errorf("scene %d %w", j+1, err)
		}
		items, next := []scene.Item{}, fresh
		for n, k := range order {
			it := scene.Item{}
			if k >= 0 {
				it = s.Items[k]
			} else {
				it, next = freshItem(next[0], s.Items, e.b.Language), next[1:]
			}
			if s.Kind == scene.Process && s.Items[0].Label != "" {
				it.Label = strconv.Itoa(n + 1)
			}
			it.Cue = ""
			items = append(items, it)
		}
		s.Headline = e.recount(s.Headline, len(old), len(order))
		s.Label = e.recount(s.Label, len(old), len(order))
		bt := &telling.Beat{Words: prose.SplitSentences(say)}
		bt.Items = items
		telling.Cues(bt)
		if s.Items = bt.Items; len(items) == 1 { // one item is no list
			s.Kind, s.Items, s.Subtitle = scene.Statement, nil, ""
			if s.Headline = items[0].Title; say != "" { // a scene that only shows the list says nothing
				s.Headline = e.writer().Headline(prose.SplitSentences(say)[0], 46)
			}
		}
		if s.Say != say {
			if s.Headline != "" && heard(s.Say, s.Headline) && !heard(say, s.Headline) {
				s.Headline = e.writer().Headline(prose.SplitSentences(say)[0], 46)
			}
			s.Say, s.Seconds = say, 0
			if j == i {
				told = fmt.Sprintf(" and says %q", telling.Clip(say, 90))
			}
		}
		if j != i {
			told += fmt.Sprintf("; so does scene %d, which lists it once more", j+1)
		}
	}
	return fmt.Sprintf("scene %d %s%s", i+1, done, told), nil
}

// freshItem is what joins a list: with a title and a body where the others have both.
func freshItem(t string, others []scene.Item, lang string) scene.Item {
	it := scene.Item{Title: t, Icon: telling.Icon(t)}
	if f := titledBody.FindStringSubmatch(t); f != nil && slices.ContainsFunc(others, func(o scene.Item) bool { return o.Body != "" }) {
		it.Title, it.Body = f[1], prose.Upper(f[2])
	}
	it.Title = prose.Upper(unarticled(it.Title, lang))
	return it
}

// titledBody is a title with its body. Groups: both.
var titledBody = pattern.New(`^([^:–—]{2,50}?)(?:: | [–—-] )(.+)$`)

func sameTitles(a, b []scene.Item) bool {
	return slices.EqualFunc(a, b, func(x, y scene.Item) bool { return x.Title == y.Title })
}
