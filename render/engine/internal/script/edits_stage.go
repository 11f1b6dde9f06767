package script

import (
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// sizes of the three formats, pixels.
var sizes = map[string][2]int{"portrait": {1080, 1920}, "vertical": {1080, 1920}, "9:16": {1080, 1920}, "landscape": {1920, 1080}, "horizontal": {1920, 1080}, "16:9": {1920, 1080}, "square": {1080, 1080}, "1:1": {1080, 1080}}

func (e *editor) format(m []string) (string, error) {
	name := strings.ToLower(m[1])
	size := sizes[name]
	if e.r.Width > 0 && e.r.Height > 0 && (e.r.Width != size[0] || e.r.Height != size[1]) {
		return "", fmt.Errorf("the entry's size is %d×%d; change it there", e.r.Width, e.r.Height)
	}
	e.b.Width, e.b.Height = size[0], size[1]
	return fmt.Sprintf("the video is %d×%d", size[0], size[1]), nil
}

// colorNames are the colours that people ask for by name.
var colorNames = map[string]string{"red": "#DC2626", "orange": "#F97316", "amber": "#F59E0B", "yellow": "#FACC15", "green": "#16A34A", "lime": "#84CC16", "teal": "#0F766E", "turquoise": "#14B8A6",
	"cyan": "#06B6D4", "blue": "#2563EB", "navy": "#1E3A8A", "indigo": "#4F46E5", "purple": "#7C3AED", "violet": "#8B5CF6", "pink": "#EC4899", "magenta": "#D946EF", "brown": "#92400E", "grey": "#6B7280", "gray": "#6B7280", "black": "#000000", "white": "#FFFFFF", "gold": "#C9A227"}

func (e *editor) namedColor(m []string) (string, error) {
	hex := colorNames[strings.ToLower(m[2])]
	if hex == "" {
		return "", fmt.Errorf("%q is no colour name that is known here; write it as #RRGGBB", m[2])
	}
	return e.color([]string{m[0], m[1], hex})
}

// kind changes what a scene is, where its words carry the new picture.
func (e *editor) kind(m []string) (string, error) {
	s, n, err := e.scene(m[1])
	if err != nil {
		return "", err
	}
	name := strings.ToLower(strings.TrimSpace(m[2]))
	k, ok := kindWords[name]
	if !ok {
		return "", fmt.Errorf("%q is no kind of scene; use %s", name, kindList())
	}
	w := e.writer()
	bt := &beat{words: prompt.SplitSentences(s.Say), plain: true}
	data := scene.Scene{ID: s.ID, Kind: k, Say: s.Say, Verbatim: s.Verbatim, Language: s.Language, Seconds: s.Seconds, Chapter: s.Chapter, Transition: s.Transition, LowerThird: s.LowerThird}
	switch k {
	case scene.Chart:
		series := seriesIn("chart: "+s.Say, w.lang)
		for i := range s.Items {
			f := figureOf(s.Items[i].Value)
			if v, ok := number(f.Text, w.lang); ok && s.Items[i].Value != "" {
				if series == nil {
					series = &scene.Series{Type: "bar"}
				}
				series.Labels, series.Values = append(series.Labels, firstOf(s.Items[i].Label, s.Items[i].Title)), append(series.Values, v)
			}
		}
		if s.Series != nil {
			series = s.Series
		}
		if series == nil || len(series.Values) < 2 || len(series.Labels) != len(series.Values) {
			return "", fmt.Errorf("scene %d has no series of numbers to draw; say in scene %d say \"…: A 3, B 5, C 8\" first", n, n)
		}
		data.Series, data.Headline = series, firstOf(s.Headline, w.headline(firstWord(bt.words), 46))
	case scene.Number:
		w.shape(bt, s.Say)
		if bt.Figure == nil {
			return "", fmt.Errorf("scene %d says no figure", n)
		}
		data.Figure, data.Label, data.Subtitle = bt.Figure, bt.Label, bt.Subtitle
	case scene.Points, scene.Grid, scene.Process, scene.Timeline:
		items := s.Items
		if len(items) < 2 {
			for _, t := range sayItems(s.Say, w) {
				items = append(items, scene.Item{Title: clip(prompt.Upper(w.w.noun(t)), 46), Icon: icon(t)})
			}
		}
		if k == scene.Timeline {
			items = eventsOf(sayItems(s.Say, w))
		}
		if len(items) < 2 {
			return "", fmt.Errorf("scene %d has no list to draw as %s", n, k)
		}
		bt.Items = items
		cues(bt)
		data.Items, data.Headline = bt.Items, firstOf(s.Headline, w.headline(firstWord(bt.words), 46))
		if e.b.Presenter.None && k == scene.Points {
			data.Kind = scene.Grid
		}
	case scene.Quote:
		data.Headline, data.Name, data.Role = firstOf(prompt.Unstop(s.Say), s.Headline), s.Name, s.Role
	case scene.Presenter:
		if e.b.Presenter.None {
			return "", fmt.Errorf("the video has no presenter")
		}
		if h := w.finding(s.Say, 34); h != "" {
			data.Overlay = []string{h}
		}
	case scene.Statement, scene.Title, scene.Chapter, scene.End:
		data.Headline, data.URL, data.Action, data.Note = firstOf(s.Headline, w.headline(firstWord(bt.words), 46)), s.URL, s.Action, s.Note
	default:
		return "", fmt.Errorf("a scene of kind %s needs more than words: edit the storyboard file", k)
	}
	*s = data
	return fmt.Sprintf("scene %d is a %s", n, s.Kind), nil
}

var kindWords = map[string]scene.Kind{"chart": scene.Chart, "bar chart": scene.Chart, "graph": scene.Chart, "number": scene.Number, "counter": scene.Number, "big number": scene.Number, "list": scene.Points, "points": scene.Points,
	"checklist": scene.Points, "cards": scene.Grid, "grid": scene.Grid, "icons": scene.Grid, "process": scene.Process, "steps": scene.Process, "timeline": scene.Timeline, "quote": scene.Quote, "statement": scene.Statement,
	"presenter": scene.Presenter, "presenter scene": scene.Presenter, "presenter shot": scene.Presenter, "title card": scene.Title, "chapter card": scene.Chapter, "end card": scene.End}

// side puts the presenter of a scene on a side, or of all scenes that have one.
func (e *editor) side(m []string) (string, error) {
	side := strings.ToLower(m[1])
	if side == "center" || side == "centre" || side == "middle" {
		side = "full"
	}
	if e.b.Presenter.None {
		return "", fmt.Errorf("the video has no presenter")
	}
	n := 0
	for i := range e.b.Scenes {
		s := &e.b.Scenes[i]
		if m[2] != "" {
			k, err := e.find(m[2])
			if err != nil {
				return "", err
			}
			if k != i {
				continue
			}
		} else if s.Kind != scene.Presenter && s.Kind != scene.Points {
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

func (e *editor) framing(m []string) (string, error) {
	s, n, err := e.scene(m[2])
	if err != nil {
		return "", err
	}
	if s.Kind != scene.Presenter && s.Kind != scene.Points {
		return "", fmt.Errorf("scene %d shows no presenter", n)
	}
	f := strings.ToLower(m[1])
	switch {
	case strings.HasPrefix(f, "close"):
		s.Framing = "close"
	case strings.HasPrefix(f, "medium"):
		s.Framing = "medium"
	default:
		s.Framing = "waist"
	}
	return fmt.Sprintf("scene %d is framed %s", n, s.Framing), nil
}

// lowerThird names somebody in a scene.
func (e *editor) lowerThird(m []string) (string, error) {
	where, text := m[2], m[1]
	i := -1
	if where != "" {
		k, err := e.find(where)
		if err != nil {
			return "", err
		}
		i = k
	}
	for k := range e.b.Scenes {
		if i < 0 && e.b.Scenes[k].Kind == scene.Presenter {
			i = k
		}
	}
	if i < 0 {
		return "", fmt.Errorf("no scene shows a presenter to name")
	}
	t, _ := prompt.Unquote(prompt.Unstop(text))
	name, role := splitName(t)
	e.b.Scenes[i].LowerThird = &scene.LowerThird{Name: name, Role: role}
	return fmt.Sprintf("scene %d names %s", i+1, strings.TrimSuffix(name+", "+role, ", ")), nil
}

func (e *editor) noLowerThird([]string) (string, error) {
	n := 0
	for i := range e.b.Scenes {
		if e.b.Scenes[i].LowerThird != nil {
			e.b.Scenes[i].LowerThird = nil
			n++
		}
	}
	if n == 0 {
		return "", fmt.Errorf("there is none")
	}
	return "nobody is named", nil
}

// noText takes one kind of text, or all of it, off a scene.
func (e *editor) noText(m []string) (string, error) {
	s, n, err := e.scene(m[2])
	if err != nil {
		return "", err
	}
	what := strings.ToLower(m[1])
	switch {
	case strings.HasPrefix(what, "subtitle"):
		s.Subtitle = ""
	case strings.HasPrefix(what, "label"):
		s.Label = ""
	case strings.HasPrefix(what, "note"):
		s.Note = ""
	default:
		if s.Kind != scene.Presenter && s.Kind != scene.Footage {
			return "", fmt.Errorf("scene %d is a %s: its text is its picture; change it with change the headline of scene %d to …", n, s.Kind, n)
		}
		s.Overlay, s.Headline = nil, ""
	}
	return fmt.Sprintf("scene %d shows no %s", n, what), nil
}

func (e *editor) subtitle(m []string) (string, error) {
	s, n, err := e.scene(m[2])
	if err != nil {
		return "", err
	}
	t, _ := prompt.Unquote(m[3])
	switch strings.ToLower(m[1]) {
	case "label":
		s.Label = t
	case "note", "source", "source line":
		s.Note = t
	default:
		s.Subtitle = t
	}
	return fmt.Sprintf("scene %d shows %q", n, t), nil
}

func (e *editor) font(m []string) (string, error) {
	name := strings.TrimSpace(m[1])
	e.b.Look.Heading, e.b.Look.Body = name, name
	return "type: " + name + " where it is installed or among the brand's font files", nil
}

func (e *editor) logo(m []string) (string, error) {
	if err := e.r.exists(m[1]); err != nil {
		return "", err
	}
	e.b.Look.Logo = m[1]
	return "the logo is " + m[1], nil
}

// sceneStage makes one scene dark or light.
func (e *editor) sceneStage(m []string) (string, error) {
	s, n, err := e.scene(m[1])
	if err != nil {
		return "", err
	}
	s.Stage = "ink"
	if strings.HasPrefix(strings.ToLower(m[2]), "light") {
		s.Stage = "paper"
	} else if strings.HasPrefix(strings.ToLower(m[2]), "brand") {
		s.Stage = "brand"
	}
	return fmt.Sprintf("scene %d stands on %s", n, s.Stage), nil
}

// sceneTransition changes the way into one scene.
func (e *editor) sceneTransition(m []string) (string, error) {
	s, n, err := e.scene(m[2])
	if err != nil {
		return "", err
	}
	k := prompt.Transition(m[1])
	if k == "" {
		return "", fmt.Errorf("%q is no transition; use %s", m[1], strings.Join(transitionsKnown[1:], ", "))
	}
	s.Transition.Kind = k
	return fmt.Sprintf("scene %d comes on with %s", n, k), nil
}

// energy makes the whole more lively or calmer: its music and its pace.
func (e *editor) energy(m []string) (string, error) {
	word := strings.ToLower(m[1])
	pace, mood := 1.06, "energetic"
	switch word {
	case "calmer", "more relaxed", "slower", "more calm":
		pace, mood = .94, "calm"
	case "more serious", "more formal", "more professional":
		pace, mood = .98, "corporate"
	case "warmer", "friendlier", "more friendly", "more personal":
		pace, mood = 1, "warm"
	}
	e.b.Voice.Pace = pace
	if pace == 1 {
		e.b.Voice.Pace = 0
	}
	done := fmt.Sprintf("pace %g", pace)
	if !e.b.Music.Off && e.b.Music.File == "" {
		e.b.Music.Mood = mood
		done += ", the music is " + mood
	}
	return done + "; the words stay", nil
}

func (e *editor) voiceName(m []string) (string, error) {
	e.b.Voice.Name = strings.ToLower(m[1])
	return "voice: " + e.b.Voice.Name + ", if render voices list has it", nil
}
