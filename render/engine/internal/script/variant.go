package script

import (
	"gitops.video/render/render/engine/internal/prompt"
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
var presenterSets = []string{"studio", "library", "office", "stage"}

// vary2 makes the results of one entry differ: motif, framing, the set, the side
// of the overlay, music and the palette within the brand. The first result keeps
// the plain choice.
func (w *writer) vary2(b *scene.Storyboard) {
	r := rng(w.r.Seed)
	v := w.r.Variant
	if b.Look.Motif == "" {
		b.Look.Motif = motifs[(r.of(len(motifs))+v)%len(motifs)]
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
	}
	if b.Presenter.Set == "" && v > 0 {
		b.Presenter.Set = presenterSets[v%len(presenterSets)]
	}
	if v == 0 {
		return
	}
	if w.r.Spec.Music == nil && w.b.Music.Mood == "" && !b.Music.Off {
		alt := []string{"uplifting", "warm", "corporate", "tech", "calm", "energetic", "serious"}
		for i, m := range alt {
			if m == b.Music.Mood {
				b.Music.Mood = alt[(i+v)%len(alt)]
				break
			}
		}
	}
	// Stages walk on by one, so that dark and light scenes change places.
	for i := range b.Scenes {
		s := &b.Scenes[i]
		switch s.Kind {
		case scene.Number, scene.Statement, scene.Process, scene.Compare, scene.Quote:
			if (i+v)%2 == 1 && s.Stage == "" {
				if kindStage[s.Kind] == "ink" {
					s.Stage = "brand"
				} else {
					s.Stage = "ink"
				}
			}
		}
	}
	w.stages(b)
	for i := range b.Scenes {
		if k := b.Scenes[i].Transition.Kind; v >= 1 && i > 0 && k == "push" {
			b.Scenes[i].Transition.Kind = []string{"push", "dissolve", "cellwipe", "cut"}[v%4]
		}
	}
	if l := &b.Look; v == 2 && l.Primary != "" && l.Accent != "" {
		l.Primary, l.Accent = l.Accent, l.Primary // the same palette, led by its other colour
	}
	if people := countKinds(b, scene.Presenter); v >= 2 && people > 0 {
		for i := range b.Scenes {
			if s := &b.Scenes[i]; s.Kind == scene.Points && len(s.Items) >= 3 && len(s.Items) <= 4 && s.Presenter != "left" && !s.Verbatim {
				s.Kind, s.Presenter = scene.Grid, "" // the list has the whole frame
				break
			}
		}
	}
	if w.b.Look.Style == "" && w.r.Spec.Style == "" && w.r.Spec.Brand == nil {
		b.Look.Style = []string{"default", "gradient", "minimal", "flat"}[v%4]
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

// reorder moves independent facts for a variant: never words that lean on the
// sentence before, never the user's own script.
func (w *writer) reorder(body []*beat) []*beat {
	if w.r.Variant == 0 || w.b.Level != prompt.Topic || len(body) < 3 {
		return body
	}
	free := make([]int, 0, len(body))
	for i, b := range body {
		if b.opener || b.Verbatim || b.Kind == scene.Process || b.Chapter != "" || w.leans(b.text()) {
			continue
		}
		if i+1 < len(body) && w.leans(body[i+1].text()) {
			continue
		}
		free = append(free, i)
	}
	if len(free) < 2 {
		return body
	}
	out := append([]*beat{}, body...)
	for k, i := range free {
		out[i] = body[free[(k+w.r.Variant)%len(free)]]
	}
	return out
}

// leans tells whether a sentence needs the one before it.
func (w *writer) leans(s string) bool { return leaning.MatchString(s) }
