package script

import "gitops.video/render/render/engine/internal/scene"

// plain takes the marks for the voice out of what is shown. They come from the
// prompt's own sentences, which are said with them and shown without. In a
// storyboard's narration pauses are tags.
func plain(b *scene.Storyboard) {
	clean := func(fields ...*string) {
		for _, f := range fields {
			*f = scene.Plain(*f)
		}
	}
	clean(&b.Title)
	for i := range b.Scenes {
		s := &b.Scenes[i]
		s.Say = scene.Paused(s.Say)
		clean(&s.Chapter, &s.Label, &s.Headline, &s.Subtitle, &s.Note, &s.Name, &s.Role, &s.Action)
		for j := range s.Overlay {
			clean(&s.Overlay[j])
		}
		for j := range s.Ticker {
			clean(&s.Ticker[j])
		}
		for j := range s.Items {
			it := &s.Items[j]
			clean(&it.Label, &it.Title, &it.Body, &it.Value, &it.Cue)
		}
	}
}
