package script

import (
	"slices"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/board"
	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/scene"
)

// rng is splitmix64: a small generator whose bytes never change between releases.
type rng uint64

func (r *rng) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

func (r *rng) of(n int) int { return int(r.next() % uint64(max(1, n))) }

var motifs = []string{"cells", "dots", "arcs", "rings", "bars", "diagonals"}
var framings = []string{"medium", "close", "waist"}
var variantMoods = []string{"uplifting", "warm", "corporate", "tech", "calm", "energetic", "serious"}
var presenterSets = []string{"studio", "library", "office", "stage"}

// variantStages are the stages of the second to the fourth result, where they differ
// from the kind's own: what opens, lists and ends a video changes its ground.
var variantStages = []map[scene.Kind]string{
	1: {scene.Title: "brand", scene.Points: "ink", scene.End: "brand"},
	2: {scene.Title: "paper", scene.End: "brand", scene.Grid: "ink"},
	3: {scene.Points: "brand", scene.Grid: "brand", scene.End: "paper"},
}

// vary2 makes the results of one entry differ: layout, motif, framing, the set, the
// side of the presenter, music and the palette within the brand. The first result
// keeps the plain choice.
func (w *writer) vary2(b *scene.Storyboard) {
	v := w.r.Variant
	if b.Look.Motif == "" {
		first := rng(w.r.Seed)
		if v > 0 { // count on from the first result's, so that no two have the same
			first = rng(w.r.Family)
		}
		b.Look.Motif = motifs[(first.of(len(motifs))+v)%len(motifs)]
		if v == 0 && w.r.Spec.Brand == nil && w.r.Seed == 0 {
			b.Look.Motif = "cells"
		}
	}
	n := 0
	for i := range b.Scenes {
		s := &b.Scenes[i]
		if s.Kind == scene.Presenter && s.Framing == "" {
			s.Framing = framings[(n+v)%len(framings)]
			n++
		}
		if s.Kind == scene.Points && s.Presenter == "" && v%2 == 1 {
			s.Presenter = "right"
		}
		if s.Kind == scene.Points && s.Framing == "" && v > 0 {
			s.Framing = framings[v%len(framings)]
		}
	}
	restage(b, v, w.variantStyle(b))
	if b.Presenter.Set == "" && v > 0 {
		b.Presenter.Set = presenterSets[v%len(presenterSets)]
	}
	if v == 0 {
		return
	}
	if w.r.Spec.Music == nil && w.Brief.Music.Mood == "" && slices.Contains(variantMoods, b.Music.Mood) {
		b.Music.Mood = turned(variantMoods, b.Music.Mood, v)
	}
	walkStages(b, v)
	stages(b)
	retouch(b, v)
	if people := countKinds(b, scene.Presenter); v >= 2 && people > 0 {
		for i := range b.Scenes {
			if s := &b.Scenes[i]; s.Kind == scene.Points && len(s.Items) >= 3 && len(s.Items) <= 4 && s.Presenter != "left" && !s.Verbatim {
				s.Kind, s.Presenter = scene.Grid, "" // the list has the whole frame
				break
			}
		}
	}
	if v == 2 && w.Brief.Level == brief.Topic && len(w.r.Spec.Edits) == 0 { // an edit may name what a list has
		tellAlone(b)
	}
	b.Look.Style = w.variantStyle(b)
}

// turned is what stands v places behind now in a ring of choices; what is not among them
// counts as the first.
func turned(ring []string, now string, v int) string {
	return ring[(max(0, slices.Index(ring, now))+v)%len(ring)]
}

// restage gives what opens, lists and ends a result the ground of its own.
func restage(b *scene.Storyboard, v int, style string) {
	if v <= 0 || v >= len(variantStages) {
		return
	}
	for i := range b.Scenes {
		if s := &b.Scenes[i]; s.Stage == "" {
			if s.Stage = variantStages[v][s.Kind]; s.Stage == "paper" && s.Kind == scene.End && style != "default" {
				s.Stage = "" // elsewhere paper may be the accent's own colour
			}
		}
	}
}

// walkStages moves stages on by one, so that dark and light scenes change places.
func walkStages(b *scene.Storyboard, v int) {
	for i := range b.Scenes {
		s := &b.Scenes[i]
		switch s.Kind {
		case scene.Number, scene.Statement, scene.Process, scene.Compare, scene.Quote:
			if (i+v)%2 == 1 && s.Stage == "" {
				if board.KindStage[s.Kind] == "ink" {
					s.Stage = "brand"
				} else {
					s.Stage = "ink"
				}
			}
		}
	}
}

// retouch gives a result its own way from scene to scene, and leads the third by the
// palette's other colour.
func retouch(b *scene.Storyboard, v int) {
	for i := range b.Scenes {
		if k := b.Scenes[i].Transition.Kind; i > 0 && k == "push" {
			b.Scenes[i].Transition.Kind = []string{"push", "dissolve", "cellwipe", "cut"}[v%4]
		}
	}
	if l := &b.Look; v == 2 && l.Primary != "" && l.Accent != "" {
		l.Primary, l.Accent = l.Accent, l.Primary
	}
}

// revary makes the second to the fourth result of a pinned storyboard differ in all that
// is not its story: seed, motif, framing, set, grounds, music and the way from scene to
// scene. Words, scenes and their order stay as they were pinned.
func (r Request) revary(b *scene.Storyboard) {
	v := r.Variant
	if v == 0 {
		return
	}
	from := rng(b.Seed + uint64(v))
	b.Seed = from.next()
	if b.Look.Motif != "none" {
		b.Look.Motif = turned(motifs, b.Look.Motif, v)
	}
	if !b.Presenter.None {
		b.Presenter.Set = turned(presenterSets, b.Presenter.Set, v)
	}
	for i := range b.Scenes {
		if s := &b.Scenes[i]; s.Kind == scene.Presenter || s.Framing != "" {
			s.Framing = turned(framings, s.Framing, v)
		}
	}
	if r.Spec.Music == nil && b.Music.File == "" && !b.Music.Off {
		b.Music.Mood = turned(variantMoods, b.Music.Mood, v)
	}
	restage(b, v, b.Look.Style)
	walkStages(b, v)
	stages(b)
	retouch(b, v)
}

// variantStyle is a result's style: another each time where nobody asked for one.
func (w *writer) variantStyle(b *scene.Storyboard) string {
	if w.Brief.Look.Style == "" && w.r.Spec.Style == "" && w.r.Spec.Brand == nil {
		return []string{"default", "gradient", "minimal", "flat"}[w.r.Variant%4]
	}
	return b.Look.Style
}

// tellAlone lets the presenter say the first short list with the whole frame behind
// them, its points as words beside.
func tellAlone(b *scene.Storyboard) {
	if b.Presenter.None || b.Height > b.Width { // there the words would stand in the hair
		return
	}
	for i := range b.Scenes {
		s := &b.Scenes[i]
		if s.Kind != scene.Points || s.Verbatim || len(s.Items) > 3 {
			continue
		}
		words, lines := make([]string, len(s.Items)), 0
		for k, it := range s.Items {
			n := utf8.RuneCountInString(it.Title)
			if lines += 1 + n/19; n > 34 || lines > 4 || it.Body != "" {
				return
			}
			words[k] = it.Title
		}
		s.Kind, s.Overlay, s.Items, s.Headline, s.Presenter, s.Stage = scene.Presenter, words, nil, "", "", ""
		return
	}
}

func countKinds(b *scene.Storyboard, k scene.Kind) int {
	n := 0
	for _, s := range b.Scenes {
		if s.Kind == k {
			n++
		}
	}
	return n
}
