package script

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// sizes of the three formats, pixels.
var sizes = map[string][2]int{"portrait": {1080, 1920}, "landscape": {1920, 1080}, "square": {1080, 1080}}

func (e *editor) format(x edit.Edit) (string, error) {
	size := sizes[x.Values["format"]]
	if e.r.Width > 0 && e.r.Height > 0 && (e.r.Width != size[0] || e.r.Height != size[1]) {
		return "", fmt.Errorf("the entry's size is %d×%d; change it there", e.r.Width, e.r.Height)
	}
	e.b.Width, e.b.Height = size[0], size[1]
	return fmt.Sprintf("the video is %d×%d", size[0], size[1]), nil
}

// kind changes what scenes are, where their words carry the new picture.
func (e *editor) kind(x edit.Edit) (string, error) {
	if len(x.Scenes) == 0 { // "bars instead of a line": of the one chart
		x.Scenes, x.Values["kind"] = []edit.Ref{{Kind: "chart"}}, "chart"
	}
	return e.each(x, func(s *scene.Scene, n int) (string, error) {
		k := kindWords[x.Values["kind"]]
		done, err := fmt.Sprintf("scene %d already is a %s", n, k), error(nil)
		if s.Kind != k {
			done, err = e.become(s, n, k)
		}
		if t := x.Values["charttype"]; err == nil && t != "" && s.Series != nil {
			s.Series.Type = t
			done = fmt.Sprintf("scene %d is a %s chart", n, t)
		}
		return done, err
	})
}

func (e *editor) become(s *scene.Scene, n int, k scene.Kind) (string, error) {
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
	i := -1
	if len(is) > 0 {
		i = is[0]
	}
	for k := range e.b.Scenes {
		if i < 0 && e.b.Scenes[k].Kind == scene.Presenter {
			i = k
		}
	}
	if i < 0 {
		return "", fmt.Errorf("no scene shows a presenter to name")
	}
	t, _ := prompt.Unquote(prompt.Unstop(x.Text))
	name, role := splitName(t)
	e.b.Scenes[i].LowerThird = &scene.LowerThird{Name: name, Role: role}
	return fmt.Sprintf("scene %d names %s", i+1, strings.TrimSuffix(name+", "+role, ", ")), nil
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

func (e *editor) font(x edit.Edit) (string, error) {
	name := strings.TrimSpace(firstOf(x.Values["name"], x.Text))
	if prompt.Upper(name) != name && !x.Quoted {
		return "", fmt.Errorf("%q is no font: write its family's name as it is spelled", name)
	}
	e.b.Look.Heading, e.b.Look.Body = name, name
	return "type: " + name + " where it is installed or among the brand's font files", nil
}

func (e *editor) logo(x edit.Edit) (string, error) {
	if err := e.r.exists(x.File); err != nil {
		return "", err
	}
	e.b.Look.Logo = x.File
	return "the logo is " + x.File, nil
}

func (e *editor) noLogo(x edit.Edit) (string, error) {
	if len(x.Scenes) > 0 {
		return "", fmt.Errorf("the logo belongs to the whole video: write remove the logo")
	}
	e.b.Look.Logo, e.b.Look.LogoText, e.b.Look.Watermark = "", "", ""
	return "no logo is shown", nil
}

func (e *editor) asset(x edit.Edit) (string, error) {
	file := path.Clean(x.File)
	if !isMedia(file) {
		return "", fmt.Errorf("%s is no picture (PNG, JPEG, WebP, SVG) and no video (MP4, MOV, WebM, MKV, GIF)", file)
	}
	if err := e.r.exists(file); err != nil {
		return "", err
	}
	return e.each(x, func(s *scene.Scene, n int) (string, error) {
		show(s, media{file: file, screen: isScreen(file)}, e.writer())
		return fmt.Sprintf("scene %d shows %s", n, file), nil
	})
}

// noAsset takes the photo or video out of scenes: their words stand alone.
func (e *editor) noAsset(x edit.Edit) (string, error) {
	return e.each(x, func(s *scene.Scene, n int) (string, error) {
		if s.Asset == "" {
			return "", fmt.Errorf("scene %d shows no photo and no video", n)
		}
		s.Asset, s.Clip, s.Credit = "", nil, ""
		if s.Kind == scene.Footage || s.Kind == scene.Device {
			s.Kind = scene.Statement
		}
		if s.Headline == "" && s.Say != "" {
			s.Headline = e.writer().headline(prompt.SplitSentences(s.Say)[0], 46)
		}
		return fmt.Sprintf("scene %d is a statement", n), nil
	})
}

// sceneStage makes scenes dark or light.
func (e *editor) sceneStage(x edit.Edit) (string, error) {
	stage := "ink"
	if x.Has("light") {
		stage = "paper"
	} else if x.Has("brand") {
		stage = "brand"
	}
	return e.each(x, func(s *scene.Scene, n int) (string, error) {
		if stageOf(*s) == stage {
			return fmt.Sprintf("scene %d already stands on %s", n, stage), nil
		}
		s.Stage = stage
		return fmt.Sprintf("scene %d stands on %s", n, stage), nil
	})
}

// energy makes the whole more lively or calmer: its music and its pace.
func (e *editor) energy(x edit.Edit) (string, error) {
	mood := x.Values["energy"]
	pace := map[string]float64{"energetic": 1.06, "calm": .94, "corporate": .98}[mood]
	e.b.Voice.Pace = pace
	done := fmt.Sprintf("pace %g", pace)
	if pace == 0 {
		done = "natural pace"
	}
	if !e.b.Music.Off && e.b.Music.File == "" && !e.stays["music"] {
		e.b.Music.Mood = mood
		done += ", the music is " + mood
	}
	return done + "; the words stay", nil
}
