package script

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// brandWords is how long a prompt is at most that asks for nothing but the brand.
const brandWords = 25

// brandOnly asks for the brand in motion. Group 1 is whose: "a logo reveal for Acme
// Robotics", "an intro for our podcast Night Shift".
var brandOnly = pattern.New(`(?i:\b(?:logo[- ](?:sting|animation|reveal|bumper|ident|intro|outro)|intro|opener|outro|bumper|ident)\b)[^.!?]{0,60}?(?i:\b(?:for|of)\b)(?i: (?:our|the|my|an?))?(?: \p{Ll}[\p{L}-]+){0,3}? ([\p{Lu}\d][\p{L}\d&'’-]*(?: (?:[\p{Lu}\d&][\p{L}\d&'’-]*|of|and)){0,4})`)

// brandAlone makes the video of a prompt that asks for a logo sting and tells no facts:
// the brand, in motion and to music. It reports whether there is one.
func (w *writer) brandAlone() bool {
	p := w.r.Spec.PositivePrompt
	m := brandOnly.FindStringSubmatch(p)
	if m == nil || prose.Words(p) > brandWords || len(w.beats) > 0 && !logoSting.MatchString(p) || len(w.Brief.Screen) > 0 {
		return false
	}
	for _, b := range w.beats { // an opener of ours tells nothing
		if !b.Opener && !b.Names {
			return false
		}
	}
	b := &telling.Beat{Line: 1}
	b.Kind, b.Headline = scene.Logo, strings.TrimSpace(m[1])
	w.beats, w.drafted = []*telling.Beat{b}, true
	w.Note(0, "nobody speaks: the brand moves to music")
	return true
}
