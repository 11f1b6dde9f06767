package engine

import (
	"cmp"
	"fmt"
	"strings"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
)

// overruled tells which of an entry's fields ask for something else than the storyboard
// that it pins: the storyboard holds all that is drawn and heard, and so it decides. ""
// where nothing is asked for in vain.
func overruled(s manifest.Spec, b *scene.Storyboard) string {
	var asked []string
	differ := func(field, wants, has string) {
		if wants != "" && !strings.EqualFold(wants, has) {
			asked = append(asked, fmt.Sprintf("%s: %s", field, wants))
		}
	}
	number := func(field string, wants, has float64) {
		if wants != 0 && wants != has {
			asked = append(asked, fmt.Sprintf("%s: %g", field, wants))
		}
	}
	number("width", float64(s.Width), float64(b.Width))
	number("height", float64(s.Height), float64(b.Height))
	if b.Fit != "extend" && b.Seconds > 0 { // else the words decide
		number("duration", float64(s.Duration), b.Seconds)
	}
	differ("language", s.Language, b.Language)
	if st, err := look.StyleNamed(s.Style); err == nil && s.Style != "" {
		differ("style", st.Name, cmp.Or(b.Look.Style, "default"))
	}
	if v := s.Voice; v != nil {
		differ("voice.name", v.Name, b.Voice.Name)
		differ("voice.gender", v.Gender, b.Voice.Gender)
		number("voice.pace", v.Pace, cmp.Or(b.Voice.Pace, 1))
		differ("voice.sample", v.Sample, b.Voice.Sample)
	}
	if c := s.Captions; c != nil {
		differ("captions", c.Mode, cmp.Or(b.Captions, "word"))
	}
	if m := s.Music; m != nil {
		if m.Off && !b.Music.Off {
			asked = append(asked, "music: none")
		}
		differ("music.mood", m.Mood, b.Music.Mood)
		differ("music.file", m.File, b.Music.File)
		number("music.loudness", m.Loudness, cmp.Or(b.Music.Loudness, -16))
	}
	if in := s.Inputs; in != nil {
		differ("inputs.avatar", in.Avatar, b.Presenter.ID)
		if in.Image != "" && in.Image != b.Presenter.Photo { // a photo may be pasted in, too long for a note
			asked = append(asked, "inputs.image")
		}
	}
	if s.Brand != nil {
		for _, c := range []struct{ name, has string }{{"primary", b.Look.Primary}, {"accent", b.Look.Accent}, {"background", b.Look.Background}, {"text", b.Look.Text}} {
			differ("brand.colors."+c.name, s.Brand.Colors[c.name], c.has)
		}
		differ("brand.logo", s.Brand.Logo, b.Look.Logo)
	}
	if len(asked) == 0 {
		return ""
	}
	return fmt.Sprintf("the pinned storyboard decides, and it says otherwise than the entry's %s: change it there, or by edits", strings.Join(asked, ", "))
}
