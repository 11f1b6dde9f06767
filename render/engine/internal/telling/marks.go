package telling

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// Plain takes the marks for the voice out of what is shown. They come from the
// prompt's own sentences, which are said with them and shown without. In a
// storyboard's narration pauses are tags. What is literal stays, character for character.
func Plain(b *scene.Storyboard, literal map[string]bool) {
	lang := b.Language
	clean := func(fields ...*string) {
		for _, f := range fields {
			if literal[*f] {
				continue
			}
			*f = scene.Plain(*f)
			if rest, ok := strings.CutPrefix(*f, "¡"); ok && !strings.Contains(rest, "!") {
				*f = prose.Upper(rest) // the mark at its end is not shown
			}
			if strings.HasPrefix(lang, "fr") && !strings.HasPrefix(lang, "fr-CA") {
				*f = spaced(*f)
			}
		}
	}
	clean(&b.Title)
	for i := range b.Scenes {
		s := &b.Scenes[i]
		s.Say = scene.Paused(s.Say)
		if lang = b.Language; s.Language != "" {
			lang = s.Language
		}
		if !s.Verbatim && strings.HasPrefix(lang, "fr") && !strings.HasPrefix(lang, "fr-CA") {
			s.Say = spaced(s.Say)
		}
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

// spaced puts the space before a mark of two parts that French typography asks for.
func spaced(s string) string { return tightMark.ReplaceAllString(s, "$1 $2$3") }

var tightMark = pattern.New(`([\p{L}\d)»])([:;?!])(\s|$)`)
