package revise

import (
	"fmt"
	"slices"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// retitle changes the video's title, on its card and in the file.
func (e *editor) retitle(x edit.Edit) (string, error) {
	t, _ := prose.Unquote(x.Text)
	e.b.Title = t
	if len(e.b.Scenes) > 0 && e.b.Scenes[0].Kind == scene.Title {
		e.b.Scenes[0].Headline = t
	}
	return "the title is " + t, nil
}

func (e *editor) headline(x edit.Edit) (string, error) {
	t, _ := prose.Unquote(x.Text)
	if x.Has("also") {
		return e.alsoShow(x, prose.Unstop(ownContact.ReplaceAllString(t, "$1")))
	}
	return e.each(x, func(s *scene.Scene, n int) (string, error) {
		switch s.Kind {
		case scene.Presenter, scene.Footage:
			s.Overlay = []string{t}
		case scene.Number:
			s.Label = t
		default:
			s.Headline = t
		}
		return fmt.Sprintf("scene %d shows %q", n, t), nil
	})
}

// ownContact leads a number to call or an address: "our phone, 030 555 0199".
var ownContact = pattern.New(`(?i)^(?:(?:our|the|my|unsere?|die|der|nuestro|el|notre|le|la)\s+)?(?:phone(?: number)?|number|hotline|e-?mail(?: address)?|telefon(?:nummer)?|nummer|teléfono|número|téléphone|numéro)[,:]?\s+([+(]?\d.*|\S+@\S+)$`)

// alsoShow shows words beside what a scene shows already.
func (e *editor) alsoShow(x edit.Edit, t string) (string, error) {
	return e.each(x, func(s *scene.Scene, n int) (string, error) {
		switch {
		case s.Kind == scene.Presenter || s.Kind == scene.Footage:
			s.Overlay = append(s.Overlay, t)
		case s.Kind == scene.End && s.Note == "":
			s.Note = t
		case s.Subtitle == "":
			s.Subtitle = t
		case s.Note == "":
			s.Note = t
		default:
			return "", fmt.Errorf("scene %d has no room for more text: change the subtitle of scene %d to …", n, n)
		}
		return fmt.Sprintf("scene %d also shows %q", n, t), nil
	})
}

func (e *editor) subtitle(x edit.Edit) (string, error) {
	t, _ := prose.Unquote(x.Text)
	return e.each(x, func(s *scene.Scene, n int) (string, error) {
		switch {
		case x.Has("label"):
			s.Label = t
		case x.Has("note"):
			s.Note = t
		default:
			s.Subtitle = t
		}
		return fmt.Sprintf("scene %d shows %q", n, t), nil
	})
}

// noText takes one kind of text, or all of it, off a scene.
func (e *editor) noText(x edit.Edit) (string, error) {
	return e.each(x, func(s *scene.Scene, n int) (string, error) {
		for _, f := range []struct {
			name string
			text *string
		}{{"subtitle", &s.Subtitle}, {"label", &s.Label}, {"note", &s.Note}} {
			if x.Has(f.name) {
				if *f.text == "" && f.name == "subtitle" && captionsToo.MatchString(x.Source) { // one word for both
					s.Captions = "off"
					return fmt.Sprintf("captions are off in scene %d", n), nil
				}
				if *f.text == "" {
					return "", fmt.Errorf("scene %d shows no %s: write turn off the captions in scene %d, if those are meant", n, f.name, n)
				}
				*f.text = ""
				return fmt.Sprintf("scene %d shows no %s", n, f.name), nil
			}
		}
		if s.Kind != scene.Presenter && s.Kind != scene.Footage {
			return "", fmt.Errorf("scene %d is a %s: its text is its picture; change it with change the headline of scene %d to …", n, s.Kind, n)
		}
		s.Overlay, s.Headline = nil, ""
		return fmt.Sprintf("scene %d shows no text", n), nil
	})
}

// captionsToo is a word for a subtitle and for captions alike.
var captionsToo = pattern.New(`(?i)\b(?:untertitel|ondertitels?|subtítulos?|sottotitol[io]|legendas?)\b`)

// lessText leaves on each scene what it is about, and takes off what stands beside it: lines
// over the presenter and the footage, subtitles, notes, and the text of cards. Addresses,
// names and figures stay.
func (e *editor) lessText(x edit.Edit) (string, error) {
	where, err := e.named(x)
	if err != nil {
		return "", err
	}
	var in []int
	for i := range e.b.Scenes {
		s := &e.b.Scenes[i]
		if len(where) > 0 && !slices.Contains(where, i) {
			continue
		}
		had := s.Subtitle != "" || s.Note != "" || len(s.Overlay) > 0 || s.Kind == scene.Footage && s.Headline != ""
		s.Subtitle, s.Note, s.Overlay = "", "", nil
		if s.Kind == scene.Footage {
			s.Headline = ""
		}
		for k := range s.Items {
			if it := &s.Items[k]; it.Body != "" && it.Title != "" {
				it.Body, had = "", true
			}
		}
		if had {
			in = append(in, i)
		}
	}
	if len(in) == 0 {
		return "", fmt.Errorf("no scene shows more than what it is about: change the headline of scene N to …, or remove a bullet")
	}
	return fmt.Sprintf("%s show less text", inScenes(in)), nil
}
