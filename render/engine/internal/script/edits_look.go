package script

import (
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

func (e *editor) shade(m []string) (string, error) {
	l := strings.ToLower(m[1])
	bg, stage := "#0B1020", "ink"
	if strings.HasPrefix(l, "light") || l == "white" {
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

func (e *editor) color(m []string) (string, error) {
	hex := strings.ToUpper(m[2])
	if len(hex) == 4 {
		hex = "#" + strings.Repeat(hex[1:2], 2) + strings.Repeat(hex[2:3], 2) + strings.Repeat(hex[3:4], 2)
	}
	l := &e.b.Look
	switch strings.ToLower(m[1]) {
	case "accent", "highlight":
		l.Accent = hex
	case "background":
		l.Background = hex
	case "text":
		l.Text = hex
	default:
		l.Primary = hex
	}
	return strings.ToLower(m[1]) + " is " + hex, nil
}

func (e *editor) music(m []string) (string, error) {
	mood := prompt.Mood(m[1])
	if mood == "" {
		return "", fmt.Errorf("%q names no mood of music", m[1])
	}
	e.b.Music = scene.Music{Mood: mood}
	return "the music is " + mood, nil
}

func (e *editor) style(m []string) (string, error) {
	s := strings.ToLower(m[1])
	name := styleName(s)
	if name == "" {
		name = "minimal"
	}
	e.b.Look.Style = name
	return "style: " + name, nil
}

func (e *editor) tempo(m []string) (string, error) {
	p := e.b.Voice.Pace
	if p == 0 {
		p = 1
	}
	if l := strings.ToLower(m[1]); l == "faster" || l == "more quickly" {
		p = min(1.2, p+.08)
	} else {
		p = max(.85, p-.08)
	}
	e.b.Voice.Pace = float64(int(p*100+.5)) / 100
	return fmt.Sprintf("pace %g", e.b.Voice.Pace), nil
}

func (e *editor) cast(m []string) (string, error) {
	id := strings.ToLower(m[1])
	for _, w := range []string{"a", "the", "another", "different", "some", "music", "captions"} {
		if id == w {
			return "", fmt.Errorf("which presenter? name one of render avatars list")
		}
	}
	old := firstName(e.b.Presenter.ID)
	e.b.Presenter = scene.Person{ID: id, Set: e.b.Presenter.Set}
	for i := range e.b.Scenes {
		if lt := e.b.Scenes[i].LowerThird; lt != nil && lt.Name == old && firstName(id) != "" {
			lt.Name = firstName(id)
		}
	}
	return "the presenter is " + id, nil
}

// nobody takes the presenter out: those scenes become statements and grids.
func (e *editor) nobody([]string) (string, error) {
	e.b.Presenter = scene.Person{None: true}
	w := e.writer()
	for i := range e.b.Scenes {
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
		case scene.Points:
			s.Kind = scene.Grid
		}
	}
	return "nobody is on screen", nil
}

func (e *editor) replace(m []string) (string, error) {
	n := 0
	sub := func(s *string) {
		if strings.Contains(*s, m[1]) {
			n += strings.Count(*s, m[1])
			*s = strings.ReplaceAll(*s, m[1], m[2])
		}
	}
	for i := range e.b.Scenes {
		s := &e.b.Scenes[i]
		for _, f := range []*string{&s.Say, &s.Headline, &s.Subtitle, &s.Label, &s.Note, &s.Name, &s.Role, &s.Action, &s.URL} {
			sub(f)
		}
		for j := range s.Overlay {
			sub(&s.Overlay[j])
		}
		for j := range s.Items {
			it := &s.Items[j]
			for _, f := range []*string{&it.Label, &it.Title, &it.Body, &it.Value} {
				sub(f)
			}
			if it.Cue = strings.ReplaceAll(it.Cue, strings.ToLower(m[1]), strings.ToLower(m[2])); !strings.Contains(strings.ToLower(s.Say), strings.ToLower(it.Cue)) {
				it.Cue = ""
			}
		}
	}
	if n == 0 {
		return "", fmt.Errorf("%q occurs nowhere", m[1])
	}
	return fmt.Sprintf("%d places changed", n), nil
}

func (e *editor) transitions(m []string) (string, error) {
	k := prompt.Transition(m[1])
	if k == "" {
		k = prompt.Transition(m[1] + " cut") // "hard" of "hard cuts"
	}
	if k == "" || k == "cut" && !strings.Contains(m[0], "cut") {
		return "", fmt.Errorf("%q is no transition; use %s", m[1], strings.Join(transitionsKnown[1:], ", "))
	}
	for i := range e.b.Scenes[min(1, len(e.b.Scenes)):] {
		e.b.Scenes[i+1].Transition.Kind = k
	}
	return "transitions: " + k, nil
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

func (e *editor) language(m []string) (string, error) {
	l := prompt.LanguageOf(m[1])
	if l == "" {
		return "", fmt.Errorf("%q is no language that is known here", m[1])
	}
	if strings.HasPrefix(e.b.Language, l) {
		return "it already is", nil
	}
	return "", fmt.Errorf("the words are %s and only a language model can translate them; write the prompt in %s or set OPENAI_BASE_URL", e.b.Language, m[1])
}
