package script

import (
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/scene"
)

const (
	shortestRead = 2.5 // seconds that a scene without words is looked at, at least
	longestLine  = 110 // characters that stand under a headline to be read
)

// hush takes the voice from a storyboard whose prompt wants none. Scenes show what they
// said, as long as saying it would have taken, and share the time that is left.
func (w *writer) hush(b *scene.Storyboard) {
	if !w.Brief.Silent {
		return
	}
	b.Captions = "off"
	total := 0.0
	for i := range b.Scenes {
		s := &b.Scenes[i]
		said := strings.TrimSpace(scene.Plain(s.Say))
		s.Seconds = max(s.Seconds, shortestRead, w.Seconds(said, s.Language))
		total += s.Seconds
		read(s, said)
		s.Say, s.Verbatim = "", false
		for k := range s.Items {
			s.Items[k].Cue = ""
		}
		if s.Figure != nil {
			s.Figure.Cue = ""
		}
	}
	if b.Seconds > 0 {
		for i := range b.Scenes {
			s := &b.Scenes[i]
			s.Seconds = float64(int(s.Seconds*b.Seconds/total*10)) / 10
		}
	}
}

// read sees to it that the words of a scene are to be read where little else is shown.
func read(s *scene.Scene, said string) {
	switch s.Kind {
	case scene.Presenter, scene.Title, scene.Statement:
	default:
		return // items, figures and rows tell it
	}
	if s.Kind == scene.Presenter {
		s.Kind, s.Overlay, s.LowerThird, s.Framing = scene.Statement, nil, nil, ""
	}
	if s.Headline == "" {
		s.Headline = said
		return
	}
	if n := utf8.RuneCountInString(said); s.Subtitle == "" && n <= longestLine && n > utf8.RuneCountInString(s.Headline)+12 {
		s.Subtitle = said
	}
}
