package revise

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// kindWords are the kinds that an instruction may name.
var kindWords = map[string]scene.Kind{"chart": scene.Chart, "number": scene.Number, "list": scene.Points, "cards": scene.Grid, "process": scene.Process, "timeline": scene.Timeline,
	"quote": scene.Quote, "statement": scene.Statement, "presenter": scene.Presenter, "title card": scene.Title, "chapter card": scene.Chapter, "end card": scene.End,
	"table": scene.Table, "code": scene.Code, "map": scene.Location}

// find returns the indices of the scenes that a reference names, one but for "all".
func (e *editor) find(r edit.Ref) ([]int, error) {
	n := len(e.b.Scenes)
	switch {
	case r.All:
		all := make([]int, n)
		for i := range all {
			all[i] = i
		}
		return all, nil
	case r.Kind == "new": // what edits before have added
		var is []int
		for i, s := range e.b.Scenes {
			if e.first != nil && !slices.Contains(sceneIDs(e.first), s.ID) {
				is = append(is, i)
			}
		}
		if len(is) != 1 {
			return nil, fmt.Errorf("%d scenes are new: say which by its number", len(is))
		}
		return is, nil
	case r.Kind != "":
		var is []int
		for i, s := range e.b.Scenes {
			if s.Kind == kindWords[r.Kind] || r.Kind == "list" && s.Kind == scene.Grid {
				is = append(is, i)
			}
		}
		if i := e.titled([]string{r.Kind}); i >= 0 && (len(is) != 1 || slices.Contains(is, i)) { // "the numbers scene"
			return []int{i}, nil
		}
		switch len(is) {
		case 0:
			return nil, fmt.Errorf("there is no %s scene", r.Kind)
		case 1:
			return is, nil
		}
		return nil, fmt.Errorf("which %s: scene %s?", r.Kind, numbers(is))
	case r.About != "":
		i, err := e.speaksOf(r.About)
		if err == nil {
			err = e.speaksOfAll(i, r.About)
		}
		return []int{i}, err
	}
	return e.counted(r.Number)
}

// speaksOfAll fails where a topic names several things of which a scene has not a word: "the
// address and bigger text" is not all a topic.
func (e *editor) speaksOfAll(i int, topic string) error {
	for _, more := range listSep.Split(topic, -1)[1:] {
		words := nameWords(more)
		if len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return names(sceneText(&e.b.Scenes[i]), []string{w}) }) {
			return fmt.Errorf("no scene speaks of %q", more)
		}
	}
	return nil
}

// counted finds a scene by its number. Whoever writes one instruction counts the scenes
// that they see, whatever its first part does to them: "remove scene 2 and make scene 4 blue".
func (e *editor) counted(number int) ([]int, error) {
	n := len(e.seen)
	i := number - 1
	if number < 0 {
		i = n + number
	}
	if i < 0 || i >= n || number == 0 {
		return nil, fmt.Errorf("there is no scene %d: the video has %d", number, n)
	}
	if slices.Equal(e.seen, sceneIDs(e.b)) {
		return []int{i}, nil
	}
	now := slices.IndexFunc(e.b.Scenes, func(s scene.Scene) bool { return s.ID == e.seen[i] })
	if now < 0 {
		return nil, fmt.Errorf("scene %d is gone", i+1)
	}
	return []int{now}, nil
}

// asItStands counts scenes as they stand until what it returns is called: those that are
// found and not named by the instruction.
func (e *editor) asItStands() func() {
	seen := e.seen
	e.seen = sceneIDs(e.b)
	return func() { e.seen = seen }
}

func sceneIDs(b *scene.Storyboard) []string {
	ids := make([]string, len(b.Scenes))
	for i, s := range b.Scenes {
		ids[i] = s.ID
	}
	return ids
}

// one is the index of one scene.
func (e *editor) one(r edit.Ref) (int, error) {
	is, err := e.find(r)
	if err != nil {
		return 0, err
	}
	if len(is) != 1 {
		return 0, fmt.Errorf("which scene? Give its number")
	}
	return is[0], nil
}

// named are the scenes that an instruction names, each once, in its order.
func (e *editor) named(x edit.Edit) ([]int, error) {
	refs := x.Scenes
	if len(refs) == 0 && x.Has("start") {
		refs = []edit.Ref{{Number: 1}}
	}
	if len(refs) == 0 && x.Has("end") {
		refs = []edit.Ref{{Number: -1}}
	}
	var out []int
	for _, r := range refs {
		is, err := e.find(r)
		if err != nil {
			return nil, err
		}
		for _, i := range is {
			if !slices.Contains(out, i) {
				out = append(out, i)
			}
		}
	}
	return out, nil
}

// each does something to every scene that an instruction names.
func (e *editor) each(x edit.Edit, do func(s *scene.Scene, n int) (string, error)) (string, error) {
	is, err := e.named(x)
	if err != nil {
		return "", err
	}
	var done []string
	for _, i := range is {
		d, err := do(&e.b.Scenes[i], i+1)
		if err != nil {
			return "", err
		}
		done = append(done, d)
	}
	return strings.Join(done, "; "), nil
}

// at is the index at which a new scene stands at a place.
func (e *editor) at(p *edit.Place) (int, error) {
	if p.Line != nil { // "after the part about York": the scene that says so
		i, _, err := e.line(edit.Edit{Line: p.Line})
		if p.Where == "after" {
			i++
		}
		return i, err
	}
	i, err := e.one(p.Scenes[0])
	if err != nil {
		return 0, err
	}
	switch p.Where {
	case "after":
		i++
	case "between":
		j, err := e.one(p.Scenes[1])
		if err != nil {
			return 0, err
		}
		if j != i+1 && i != j+1 {
			return 0, fmt.Errorf("scenes %d and %d are no neighbours", i+1, j+1)
		}
		i = max(i, j)
	}
	return i, nil
}

// speaksOf finds the one scene that says or shows something.
func (e *editor) speaksOf(topic string) (int, error) {
	if i := e.titled(nameWords(topic)); i >= 0 {
		return i, nil
	}
	best, score, tied := -1, 0, []int{}
	for i := range e.b.Scenes {
		switch n := e.likeness(topic, sceneText(&e.b.Scenes[i])); {
		case n > score:
			best, score, tied = i, n, []int{i}
		case n == score && n > 0:
			tied = append(tied, i)
		}
	}
	if own := slices.DeleteFunc(slices.Clone(tied), e.recaps); len(tied) > 1 && len(own) == 1 { // the recap says all once more
		return own[0], nil
	}
	switch {
	case best < 0:
		return 0, fmt.Errorf("no scene speaks of %q", topic)
	case len(tied) > 1:
		return 0, fmt.Errorf("%s speak of %q: say which by its number", inScenes(tied), topic)
	}
	return best, nil
}

// titled is the one scene to which the prompt gives a title with all of the words, −1 =
// none or several: the scenes of a plan are known by what it calls them.
func (e *editor) titled(words []string) int {
	first := e.first
	if len(words) == 0 || first == nil {
		return -1
	}
	plan := e.entry.headers()
	if len(plan) != len(first.Scenes) {
		return -1
	}
	at := -1
	for k, head := range plan {
		i := slices.IndexFunc(e.b.Scenes, func(s scene.Scene) bool { return s.ID == first.Scenes[k].ID })
		if i < 0 || !names(head, words) {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = i
	}
	return at
}

// likeness counts the words of a topic that a text has; its very words count most.
func (e *editor) likeness(topic, text string) int {
	low, want := strings.ToLower(text), strings.ToLower(strings.TrimSpace(prose.Unstop(topic)))
	n := 0
	if strings.Contains(low, want) {
		n += 3
	}
	have := telling.Keywords(text)
	for k := range telling.Keywords(topic) {
		switch {
		case have[k]:
			n += 2
		case len(k) >= 4 && strings.Contains(" "+low, " "+k), (e.b.Language == "de" || e.b.Language == "nl") && compounded(k, have):
			n++
		}
	}
	if priceTopic.MatchString(topic) && moneyRE.MatchString(text) {
		n += 2
	}
	return n
}

// compounded tells whether a word is one of others with a noun behind it: "Besucherzahlen" of
// "Besucher".
func compounded(word string, of map[string]bool) bool {
	for w := range of {
		if utf8.RuneCountInString(w) >= 5 && strings.HasPrefix(word, w) {
			return true
		}
	}
	return false
}

// sceneText is all that a scene says and shows.
func sceneText(s *scene.Scene) string {
	parts := []string{s.Say, s.Headline, s.Subtitle, s.Label, s.Name, s.Role, s.URL, s.Action}
	parts = append(parts, s.Overlay...)
	for _, it := range s.Items {
		parts = append(parts, it.Title, it.Label, it.Body)
	}
	return strings.Join(parts, " ")
}

func (e *editor) writer() *telling.Writer {
	return &telling.Writer{Brief: &brief.Brief{Subject: e.b.Title, Language: e.b.Language}, Wording: tongue.For(e.b.Language), Lang: e.b.Language, Prompt: e.entry.Spec.PositivePrompt, Estimate: e.entry.Estimate}
}

// sceneAt names the scene at an index.
func sceneAt(i int) []edit.Ref { return []edit.Ref{{Number: i + 1}} }

// whichOf asks which of several is meant that with is to take the place of.
func whichOf(found []string, with string) error {
	return fmt.Errorf("instead of which: %s? Write replace %q with %q", strings.Join(found, ", "), found[0], with)
}

func (e *editor) freeID() string {
	for n := len(e.b.Scenes) + 1; ; n++ {
		id := fmt.Sprintf("s%d", n)
		if !slices.ContainsFunc(e.b.Scenes, func(s scene.Scene) bool { return s.ID == id }) {
			return id
		}
	}
}

// inScenes names scenes: "scene 2", "scenes 2 and 3".
func inScenes(is []int) string {
	if len(is) == 1 {
		return "scene " + numbers(is)
	}
	return "scenes " + numbers(is)
}

// showsList tells whether a scene's items are a list of their own.
func showsList(s scene.Scene) bool {
	return len(s.Items) > 1 && slices.Contains([]scene.Kind{scene.Points, scene.Grid, scene.Process, scene.Timeline}, s.Kind)
}

// numbers lists scenes as people count them: "2, 3 and 5".
func numbers(indices []int) string {
	out := make([]string, len(indices))
	for i, n := range indices {
		out[i] = strconv.Itoa(n + 1)
	}
	return tongue.English.Join(out)
}
