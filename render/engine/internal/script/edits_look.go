package script

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"gitops.video/render/manifest/diag"
	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

func (e *editor) shade(x edit.Edit) (string, error) {
	l := firstOf(x.Values["dark"], x.Values["light"])
	bg, stage := "#0B1020", "ink"
	if l == "light" || l == "white" {
		bg, stage = "#F8FAFC", "paper"
	}
	if e.b.Look.Background == bg && l != "black" && l != "white" {
		bg = map[string]string{"#0B1020": "#05070F", "#F8FAFC": "#FFFFFF"}[bg]
	}
	if l == "black" {
		bg = "#000000"
	} else if l == "white" {
		bg = "#FFFFFF"
	}
	e.b.Look.Background = bg
	n := 0
	for i := range e.b.Scenes {
		s := &e.b.Scenes[i]
		if st := stageOf(*s); st == "ink" || st == "paper" {
			if st != stage {
				s.Stage = stage
				n++
			}
		}
	}
	return fmt.Sprintf("the background is %s; %d scenes changed their stage", bg, n), nil
}

// color sets a colour of the look, the leading one where none is named.
func (e *editor) color(x edit.Edit) (string, error) {
	hex, name := fullHex(x.Values["color"]), firstOf(x.Values["paint"], "primary")
	l := &e.b.Look
	*map[string]*string{"primary": &l.Primary, "accent": &l.Accent, "background": &l.Background, "text": &l.Text}[name] = hex
	return name + " is " + hex, nil
}

// fullHex is a colour with two digits a channel.
func fullHex(hex string) string {
	if len(hex) == 4 {
		return "#" + strings.Repeat(hex[1:2], 2) + strings.Repeat(hex[2:3], 2) + strings.Repeat(hex[3:4], 2)
	}
	return hex
}

// ownWorlds are the styles whose ground belongs to them.
var ownWorlds = []string{"cinematic", "gradient", "retro"}

// sceneColor puts scenes on a ground of their own.
func (e *editor) sceneColor(x edit.Edit) (string, error) {
	if p := x.Values["paint"]; p != "" && p != "background" {
		return "", fmt.Errorf("the %s colour is that of the whole video: write set the %s color to %s", p, p, fullHex(x.Values["color"]))
	}
	if slices.Contains(ownWorlds, e.b.Look.Style) {
		return "", fmt.Errorf("every scene of the %s style stands on the ground of that style: use minimal style first", e.b.Look.Style)
	}
	hex := fullHex(x.Values["color"])
	return e.each(x, func(s *scene.Scene, n int) (string, error) {
		switch stageOf(*s) {
		case "set":
			return "", fmt.Errorf("scene %d shows the presenter's room, which takes the video's colours: set the primary color to %s, or make scene %d a statement", n, hex, n)
		case "footage":
			return "", fmt.Errorf("scene %d shows a picture over the whole frame", n)
		}
		s.Stage = hex
		return fmt.Sprintf("scene %d stands on %s", n, hex), nil
	})
}

func (e *editor) style(x edit.Edit) (string, error) {
	e.b.Look.Style = x.Values["style"]
	return "style: " + e.b.Look.Style, nil
}

func (e *editor) music(x edit.Edit) (string, error) {
	loud := e.b.Music.Loudness
	if x.File != "" {
		if err := e.r.exists(x.File); err != nil {
			return "", err
		}
		e.b.Music = scene.Music{File: path.Clean(x.File), Loudness: loud}
		return "the music is " + e.b.Music.File, nil
	}
	e.b.Music = scene.Music{Mood: firstOf(x.Values["mood"], x.Values["energy"]), Loudness: loud}
	return "the music is " + e.b.Music.Mood, nil
}

var musicMoods = []string{"uplifting", "warm", "corporate", "tech", "calm", "energetic", "serious"}

func (e *editor) otherMusic(edit.Edit) (string, error) {
	mood := musicMoods[(slices.Index(musicMoods, e.b.Music.Mood)+1)%len(musicMoods)]
	e.b.Music = scene.Music{Mood: mood, Loudness: e.b.Music.Loudness}
	return "the music is " + mood, nil
}

func (e *editor) noMusic(edit.Edit) (string, error) {
	e.b.Music = scene.Music{Off: true, Loudness: e.b.Music.Loudness}
	return "the music is off", nil
}

// loudness makes the whole programme louder or quieter, within what players take.
func (e *editor) loudness(x edit.Edit) (string, error) {
	l := e.b.Music.Loudness
	if l == 0 {
		l = -16
	}
	by := 2.0
	if x.Has("quieter") {
		by = -2
	}
	if l+by > -12 || l+by < -24 {
		return "", fmt.Errorf("the video is at %g LUFS: −24 to −12 is the range", l)
	}
	e.b.Music.Loudness = l + by
	return fmt.Sprintf("the video is at %g LUFS", l+by), nil
}

func (e *editor) captions(x edit.Edit) (string, error) {
	if x.Op == edit.NoCaptions {
		e.b.Captions = "off"
		return "captions are off", nil
	}
	e.b.Captions = firstOf(x.Values["capmode"], "word")
	return "captions: " + e.b.Captions, nil
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
	if e.r.Faces != nil {
		faces := e.r.Faces()
		now, _, _ := strings.Cut(firstOf(e.b.Presenter.ID, "maya"), "?")
		at := slices.IndexFunc(faces, func(f Face) bool { return f.ID == now })
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
	if e.r.Faces != nil {
		for _, f := range e.r.Faces() {
			if f.Gender == gender && f.ID != e.b.Presenter.ID {
				return e.put(f.ID)
			}
		}
	}
	return "", fmt.Errorf("which presenter? Name one of render avatars list")
}

func (e *editor) voiceName(x edit.Edit) (string, error) {
	e.b.Voice.Name = strings.ToLower(x.Values["single"])
	return "voice: " + e.b.Voice.Name + ", if render voices list has it", nil
}

func (e *editor) tempo(x edit.Edit) (string, error) {
	p := e.b.Voice.Pace
	if p == 0 {
		p = 1
	}
	by := .08
	if x.Percent > 0 {
		by = p * x.Percent / 100
	}
	if x.Has("faster") {
		p = min(1.2, p+by)
	} else {
		p = max(.85, p-by)
	}
	e.b.Voice.Pace = float64(int(p*100+.5)) / 100
	return fmt.Sprintf("pace %g", e.b.Voice.Pace), nil
}

// is says that somebody whom an instruction names is not on screen.
func (e *editor) is(x edit.Edit) error {
	who, on := x.Values["proper"], firstName(e.b.Presenter.ID)
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
	if e.r.Faces != nil && id[0] != 'p' {
		base, _, _ := strings.Cut(id, "?")
		faces := e.r.Faces()
		if !slices.ContainsFunc(faces, func(f Face) bool { return f.ID == base }) {
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
	old := firstName(e.b.Presenter.ID)
	e.b.Presenter = scene.Person{ID: id, Set: e.b.Presenter.Set}
	for i := range e.b.Scenes {
		if lt := e.b.Scenes[i].LowerThird; lt != nil && lt.Name == old && firstName(id) != "" {
			lt.Name = firstName(id)
		}
	}
	return "the presenter is " + id, nil
}

func (e *editor) set(x edit.Edit) (string, error) {
	if e.b.Presenter.None {
		return "", fmt.Errorf("the video has no presenter")
	}
	if err := e.is(x); err != nil {
		return "", err
	}
	e.b.Presenter.Set = x.Values["set"]
	return "the presenter stands in: " + e.b.Presenter.Set, nil
}

// appear shows the presenter in scenes: beside their list, or instead of their words.
func (e *editor) appear(x edit.Edit) (string, error) {
	if e.b.Presenter.None {
		return "", fmt.Errorf("the video has no presenter: write use maya as the presenter first")
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

// nobody takes the presenter out, of the whole video or of the scenes that are named:
// those scenes become statements and grids.
func (e *editor) nobody(x edit.Edit) (string, error) {
	if who := x.Values["proper"]; who != "" && !strings.EqualFold(who, firstName(e.b.Presenter.ID)) {
		return "", fmt.Errorf("%s is not the presenter; to take words away write remove \"…\" with a whole sentence", who)
	}
	is, err := e.named(x)
	if x.Place != nil {
		is, err = e.beyondPlace(x)
	}
	if err != nil {
		return "", err
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
				s.Headline = w.headline(prompt.SplitSentences(s.Say)[0], 46)
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
	if n == 0 {
		return "", fmt.Errorf("nobody is on screen there")
	}
	return fmt.Sprintf("nobody is on screen in scene %s", numbers(is)), nil
}

// transition changes the way into scenes: those named, or all. Without one a scene
// comes on with a cut.
func (e *editor) transition(x edit.Edit) (string, error) {
	k := firstOf(x.Values["transition"], "cut")
	if x.Op == edit.NoTransition {
		k = "cut"
	}
	is, err := e.named(x)
	if err != nil {
		return "", err
	}
	if p := x.Place; p != nil && !p.Scenes[0].All {
		i, err := e.at(p)
		if err != nil {
			return "", err
		}
		if i >= len(e.b.Scenes) {
			return "", fmt.Errorf("no scene follows the last one")
		}
		is = []int{i}
	}
	if len(is) == 0 || len(is) == len(e.b.Scenes) {
		for i := range e.b.Scenes[min(1, len(e.b.Scenes)):] {
			e.b.Scenes[i+1].Transition.Kind = k
		}
		return "transitions: " + k, nil
	}
	for _, i := range is {
		if i == 0 {
			return "", fmt.Errorf("scene 1 begins the video: nothing leads into it")
		}
		e.b.Scenes[i].Transition.Kind = k
	}
	return fmt.Sprintf("scene %s comes on with %s", numbers(is), k), nil
}

func (e *editor) address(x edit.Edit) (string, error) {
	url := strings.TrimRight(x.Text, ".")
	if len(x.Scenes) > 0 {
		return e.each(x, func(s *scene.Scene, n int) (string, error) {
			if s.Kind != scene.End {
				return "", fmt.Errorf("scene %d is a %s and shows no address: the end card does", n, s.Kind)
			}
			e.readdress(s, url)
			return "the address is " + url, nil
		})
	}
	return e.onEnd(func(s *scene.Scene) { e.readdress(s, url) }, "the address is "+url)
}

// readdress gives an end card another address, which is then also said and shown wherever
// the old one was.
func (e *editor) readdress(s *scene.Scene, url string) {
	old := s.URL
	if s.URL = url; old != "" && old != url {
		e.substitute(nil, old, url)
	}
}

func (e *editor) callToAction(x edit.Edit) (string, error) {
	t, _ := prompt.Unquote(x.Text)
	if t == "" {
		return "", fmt.Errorf("with which words? Write change the call to action to \"…\"")
	}
	if x.Has("add") && !slices.ContainsFunc(e.b.Scenes, func(s scene.Scene) bool { return s.Kind == scene.End }) {
		return e.endWith(x)
	}
	return e.onEnd(func(s *scene.Scene) {
		s.Say, s.Action = prompt.Stop(t), ""
		endCard(s, prompt.Unstop(t))
	}, "the call to action is "+t)
}

func (e *editor) onEnd(do func(*scene.Scene), what string) (string, error) {
	for i := len(e.b.Scenes) - 1; i >= 0; i-- {
		if e.b.Scenes[i].Kind == scene.End {
			do(&e.b.Scenes[i])
			return what, nil
		}
	}
	return "", fmt.Errorf("the video has no end card")
}

// language changes who speaks, never the words: those that are in another language
// would have to be translated.
func (e *editor) language(x edit.Edit) (string, error) {
	l := x.Values["lang"]
	if strings.HasPrefix(e.b.Language, l) {
		return "it already is", nil
	}
	var words strings.Builder
	for _, s := range e.b.Scenes {
		words.WriteString(s.Say + " ")
	}
	if x.Op == edit.Language && prompt.Detect(words.String()) == l {
		e.b.Language = l
		return "the words are read as " + l, nil
	}
	return "", fmt.Errorf("the words are %s and only a language model can translate them; write the prompt in that language or set OPENAI_BASE_URL", e.b.Language)
}
