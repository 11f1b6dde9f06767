package revise

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/manifest/diag"
	"gitops.video/render/render/engine/internal/casting"
	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// is says that somebody whom an instruction names is not on screen.
func (e *editor) is(x edit.Edit) error {
	who, on := x.Values["proper"], telling.FirstName(e.b.Presenter.ID)
	if who == "" || on == "" || strings.EqualFold(who, on) {
		return nil
	}
	return fmt.Errorf("%s is not in the video, %s is: write use %s as the presenter first", who, on, strings.ToLower(who))
}

var faceID = pattern.New(`^[a-z][a-z0-9-]{1,20}(?:\?[\w=&-]+)?$`)

func (e *editor) cast(x edit.Edit) (string, error) {
	id := strings.ToLower(x.Values["single"])
	if !faceID.MatchString(id) {
		return "", fmt.Errorf("%q is no presenter: name one of render avatars list", x.Values["single"])
	}
	if e.entry.Faces != nil && id[0] != 'p' {
		base, _, _ := strings.Cut(id, "?")
		faces := e.entry.Faces()
		if !slices.ContainsFunc(faces, func(f casting.Face) bool { return f.ID == base }) {
			var ids []string
			for _, f := range faces {
				ids = append(ids, f.ID)
			}
			return "", fmt.Errorf("there is no presenter %q; %s", x.Values["single"], diag.DidYouMean(base, ids, "render avatars list shows"))
		}
	}
	return e.put(id)
}

// put shows another presenter, whose name follows in the lower third.
func (e *editor) put(id string) (string, error) {
	old := telling.FirstName(e.b.Presenter.ID)
	e.b.Presenter = scene.Person{ID: id, Set: e.b.Presenter.Set}
	for i := range e.b.Scenes {
		if lt := e.b.Scenes[i].LowerThird; lt != nil && lt.Name == old && telling.FirstName(id) != "" {
			lt.Name = telling.FirstName(id)
		}
	}
	return "the presenter is " + id, nil
}

func (e *editor) gender(x edit.Edit) (string, error) {
	if x.Has("presenter") && !x.Has("voice") && !x.Has("speak") && !x.Has("sayword") {
		return e.castLike(x.Values["gender"])
	}
	e.b.Voice.Gender, e.b.Voice.Name = x.Values["gender"], ""
	return "voice: " + e.b.Voice.Gender, nil
}

// otherCast takes another presenter, like the one before unless the instruction says so.
func (e *editor) otherCast(x edit.Edit) (string, error) {
	if e.b.Presenter.None {
		return "", fmt.Errorf("the video has no presenter")
	}
	if e.entry.Faces != nil {
		faces := e.entry.Faces()
		if g := e.b.Voice.Gender; g != "" && slices.ContainsFunc(faces, func(f casting.Face) bool { return f.ID == e.b.Presenter.ID && f.Gender != g }) {
			return e.castLike(g) // "a male voice and another presenter"
		}
		now, _, _ := strings.Cut(cmp.Or(e.b.Presenter.ID, "maya"), "?")
		at := slices.IndexFunc(faces, func(f casting.Face) bool { return f.ID == now })
		for k := range faces {
			if f := faces[(at+1+k)%len(faces)]; at >= 0 && f.Gender == faces[at].Gender && f.ID != now {
				return e.put(f.ID)
			}
		}
	}
	return "", fmt.Errorf("which presenter? Name one of render avatars list")
}

// castLike takes the first presenter of a gender that is not on screen yet.
func (e *editor) castLike(gender string) (string, error) {
	if e.entry.Faces != nil {
		for _, f := range e.entry.Faces() {
			if f.Gender == gender && f.ID != e.b.Presenter.ID {
				return e.put(f.ID)
			}
		}
	}
	return "", fmt.Errorf("which presenter? Name one of render avatars list")
}

// set says where the presenter stands, in the scenes named or in all.
func (e *editor) set(x edit.Edit) (string, error) {
	if e.b.Presenter.None {
		return "", fmt.Errorf("the video has no presenter")
	}
	if err := e.is(x); err != nil {
		return "", err
	}
	set := x.Values["set"]
	if len(x.Scenes) > 0 {
		return e.each(x, func(s *scene.Scene, n int) (string, error) {
			s.Set = set
			return fmt.Sprintf("the presenter of scene %d stands in: %s", n, set), nil
		})
	}
	e.b.Presenter.Set = set
	for i := range e.b.Scenes {
		e.b.Scenes[i].Set = ""
	}
	return "the presenter stands in: " + e.b.Presenter.Set, nil
}

// appear shows the presenter in scenes: beside their list, or instead of their words.
func (e *editor) appear(x edit.Edit) (string, error) {
	if len(x.Scenes) == 0 {
		return e.addPresenter()
	}
	if e.b.Presenter.None {
		return "", fmt.Errorf("the video has no presenter: write add a presenter first")
	}
	return e.each(x, func(s *scene.Scene, n int) (string, error) {
		switch s.Kind {
		case scene.Presenter, scene.Points:
			return fmt.Sprintf("the presenter already is in scene %d", n), nil
		case scene.Grid:
			s.Kind = scene.Points
		case scene.Statement:
			return e.become(s, n, scene.Presenter)
		default:
			return "", fmt.Errorf("scene %d is of kind %s and has no room for the presenter: write make scene %d a presenter scene", n, s.Kind, n)
		}
		return fmt.Sprintf("the presenter is in scene %d", n), nil
	})
}

// addPresenter shows somebody where words alone are shown, or beside the first list.
func (e *editor) addPresenter() (string, error) {
	shown := func(s scene.Scene) bool { return s.Kind == scene.Presenter || s.Kind == scene.Points }
	if !e.b.Presenter.None && slices.ContainsFunc(e.b.Scenes, shown) {
		return "", fmt.Errorf("the video has a presenter: write show the presenter in scene N")
	}
	e.b.Presenter = scene.Person{ID: e.b.Presenter.ID, Set: e.b.Presenter.Set}
	var in []int
	for i := range e.b.Scenes {
		if s := &e.b.Scenes[i]; s.Kind == scene.Statement {
			if _, err := e.become(s, i+1, scene.Presenter); err != nil {
				return "", err
			}
			in = append(in, i)
		}
	}
	for i := range e.b.Scenes {
		if s := &e.b.Scenes[i]; len(in) == 0 && s.Kind == scene.Grid && !e.recaps(i) {
			s.Kind, in = scene.Points, append(in, i)
		}
	}
	if len(in) == 0 {
		return "", fmt.Errorf("no scene has room for a presenter: write make scene N a presenter scene")
	}
	return "the presenter is in " + inScenes(in), nil
}

// nobody takes the presenter out, of the whole video or of the scenes that are named:
// those scenes become statements and grids.
func (e *editor) nobody(x edit.Edit) (string, error) {
	if who := x.Values["proper"]; who != "" && !strings.EqualFold(who, telling.FirstName(e.b.Presenter.ID)) {
		return "", fmt.Errorf("%s is not the presenter; to take words away write remove \"…\" with a whole sentence", who)
	}
	is, err := e.named(x)
	if x.Place != nil {
		is, err = e.beyondPlace(x)
	}
	if err != nil {
		return "", err
	}
	if x.Has("only") && len(is) > 0 { // "the presenter only in scene 1": in all others nobody
		if empty := slices.DeleteFunc(slices.Clone(is), func(i int) bool { return e.onScreen(i) }); len(empty) > 0 {
			return "", fmt.Errorf("%s shows no presenter: write show the presenter in scene %d first, or name the scenes in which the presenter is to stay", inScenes(empty), empty[0]+1)
		}
		all, _ := e.find(edit.Ref{All: true})
		is = slices.DeleteFunc(all, func(i int) bool { return slices.Contains(is, i) })
	}
	if x.Place == nil && len(is) == 0 || len(is) == len(e.b.Scenes) {
		e.b.Presenter = scene.Person{None: true}
		is, _ = e.find(edit.Ref{All: true})
	}
	w, n := e.writer(), 0
	for _, i := range is {
		s := &e.b.Scenes[i]
		s.LowerThird = nil
		s.Presenter = ""
		switch s.Kind {
		case scene.Presenter:
			s.Kind, s.Framing = scene.Statement, ""
			if len(s.Overlay) > 0 {
				s.Headline, s.Overlay = s.Overlay[0], nil
			} else if s.Say != "" {
				s.Headline = w.Headline(prose.SplitSentences(s.Say)[0], 46)
			}
			n++
		case scene.Points:
			s.Kind = scene.Grid
			n++
		}
	}
	if e.b.Presenter.None {
		return "nobody is on screen", nil
	}
	switch {
	case n == 0 && x.Has("only"):
		return "the presenter is on screen there alone already", nil
	case n == 0:
		return "", fmt.Errorf("nobody is on screen there")
	}
	return fmt.Sprintf("nobody is on screen in %s", inScenes(is)), nil
}

// onScreen tells whether a scene shows the presenter.
func (e *editor) onScreen(i int) bool {
	s := e.b.Scenes[i]
	return !e.b.Presenter.None && s.Presenter != "none" && (s.Kind == scene.Presenter || s.Kind == scene.Points)
}

// side puts the presenter of a scene on a side, or of all scenes that have one.
func (e *editor) side(x edit.Edit) (string, error) {
	side := x.Values["side"]
	if side == "center" {
		side = "full"
	}
	if e.b.Presenter.None {
		return "", fmt.Errorf("the video has no presenter")
	}
	if err := e.is(x); err != nil {
		return "", err
	}
	is, err := e.named(x)
	if err != nil {
		return "", err
	}
	n := 0
	for i := range e.b.Scenes {
		s := &e.b.Scenes[i]
		if len(is) > 0 && !slices.Contains(is, i) || len(is) == 0 && s.Kind != scene.Presenter && s.Kind != scene.Points {
			continue
		}
		s.Presenter = side
		n++
	}
	if n == 0 {
		return "", fmt.Errorf("no scene shows the presenter")
	}
	where := map[string]string{"left": "on the left", "right": "on the right", "full": "in the middle"}[side]
	if n == 1 {
		return "the presenter stands " + where + " in 1 scene", nil
	}
	return fmt.Sprintf("the presenter stands %s in %d scenes", where, n), nil
}

// framing says how near the presenter is, in the scenes named or in all.
func (e *editor) framing(x edit.Edit) (string, error) {
	if err := e.is(x); err != nil {
		return "", err
	}
	f := x.Values["framing"]
	if f == "" { // "the presenter smaller"
		f = "waist"
		if x.Has("bigger") {
			f = "close"
		}
	}
	shows := func(s *scene.Scene) bool { return s.Kind == scene.Presenter || s.Kind == scene.Points }
	if len(x.Scenes) > 0 {
		return e.each(x, func(s *scene.Scene, n int) (string, error) {
			if !shows(s) {
				return "", fmt.Errorf("scene %d shows no presenter", n)
			}
			s.Framing = f
			return fmt.Sprintf("scene %d is framed %s", n, f), nil
		})
	}
	n := 0
	for i := range e.b.Scenes {
		if s := &e.b.Scenes[i]; shows(s) {
			s.Framing = f
			n++
		}
	}
	if n == 0 {
		return "", fmt.Errorf("no scene shows the presenter")
	}
	return fmt.Sprintf("the presenter is framed %s in %d scenes", f, n), nil
}

// lowerThird names somebody in a scene.
func (e *editor) lowerThird(x edit.Edit) (string, error) {
	is, err := e.named(x)
	if err != nil {
		return "", err
	}
	t, _ := prose.Unquote(prose.Unstop(x.Text))
	name, role := telling.SplitName(t)
	i := -1
	if len(is) > 0 {
		i = is[0]
	} else if first := strings.Fields(name); len(first) > 0 && !strings.EqualFold(first[0], telling.FirstName(e.b.Presenter.ID)) {
		for k, s := range e.b.Scenes { // somebody of whom the video speaks
			if s.Kind != scene.Presenter && heard(s.Say, first[0]) {
				return "", fmt.Errorf("scene %d speaks of %s and shows no presenter: write add a lower third … in scene N", k+1, first[0])
			}
		}
	}
	for k := range e.b.Scenes {
		if i < 0 && e.b.Scenes[k].Kind == scene.Presenter {
			i = k
		}
	}
	if i < 0 {
		return "", fmt.Errorf("no scene shows a presenter to name")
	}
	if was := e.b.Scenes[i].LowerThird; was != nil && role == "" && isCalled.MatchString(x.Source) { // "her name is …" keeps what she is
		role = was.Role
	}
	e.b.Scenes[i].LowerThird = &scene.LowerThird{Name: name, Role: role}
	if isCalled.MatchString(x.Source) { // it may be said in another way
		for _, said := range namesIn(e.b.Scenes[i].Say, nil, phrase.Base(e.b.Language)) {
			if !heard(e.b.Scenes[i].Say, like(said, name)) && sharedWords(name, nameWords(said)) > 0 {
				if _, err := e.replace(edit.Edit{Text: said, With: like(said, name), Quoted: true}); err == nil {
					e.b.Scenes[i].LowerThird.Name = name
					return fmt.Sprintf("scene %d names %s, and says so instead of %s", i+1, name, said), nil
				}
			}
		}
	}
	return fmt.Sprintf("scene %d names %s", i+1, strings.TrimSuffix(name+", "+role, ", ")), nil
}

// isCalled says what somebody is called, and not only what stands below them.
var isCalled = pattern.New(`(?i)\b(?:name is|is (?:called|named)|heißt|se llama|s'appelle|si chiama|chama-se|heet)\b`)

// like is a name without the title that another one of it has not: "Amara Osei-Bonsu" where
// the doctor's title stands before what is replaced.
func like(was, name string) string {
	first := strings.Fields(was)[0]
	if at := strings.Index(name, first); at > 0 {
		return name[at:]
	}
	return name
}

func (e *editor) noLowerThird(x edit.Edit) (string, error) {
	is, err := e.named(x)
	if err != nil {
		return "", err
	}
	n := 0
	for i := range e.b.Scenes {
		if e.b.Scenes[i].LowerThird != nil && (len(is) == 0 || slices.Contains(is, i)) {
			e.b.Scenes[i].LowerThird = nil
			n++
		}
	}
	if n == 0 {
		return "", fmt.Errorf("there is none")
	}
	return "nobody is named", nil
}
