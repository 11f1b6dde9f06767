package engine

import (
	"cmp"
	"encoding/binary"
	"hash/fnv"
	"image/color"

	"gitops.video/render/render/engine/internal/cache"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/transition"
)

// What a scene is drawn from, and so the address under which the cache keeps it. A scene
// knows its own words and pictures and the look of the whole, and not where it stands:
// one that comes, goes or moves dirties no other.

// alone is the storyboard as scene i may see it, and where in it the scene is: of the
// others there are only those that the chapter marker and the numbers of chapter cards
// count. What it cannot see cannot dirty it.
func (s *show) alone(i int) (*scene.Storyboard, int) {
	b, sc := *s.board, s.board.Scenes[i]
	b.Notes, b.Pronounce, b.Music, b.Title, b.Fit, b.Seconds, b.Voice = nil, nil, scene.Music{}, "", "", 0, scene.Voice{}
	b.Seed = ownSeed(b.Seed, sc)
	b.Presenter, b.Speakers = scene.Person{None: b.Presenter.None}, nil
	if hosted(sc) {
		b.Presenter = s.board.PersonOf(i)
	}
	b.Captions = cmp.Or(sc.Captions, b.Captions)
	sc.Music, sc.Captions = nil, ""
	sc.Verbatim, sc.Seconds, sc.Speaker, sc.Credit, sc.Set, sc.Transition = false, 0, "", "", "", scene.Transition{} // its set is the presenter's
	before, after := chapterMates(s.board.Scenes, i)
	b.Scenes = append(append(before, sc), after...)
	return &b, len(before)
}

// ownSeed is what is left to chance in a scene. It follows from what the scene says, or
// shows where it says nothing.
func ownSeed(seed uint64, sc scene.Scene) uint64 {
	what := sc.Say
	if what == "" {
		what = sc.Headline
	}
	h := fnv.New64a()
	_ = binary.Write(h, binary.BigEndian, seed)
	h.Write([]byte(string(sc.Kind) + "\x00" + what + "\x00" + sc.Asset))
	return h.Sum64()
}

// chapterMates are the scenes that scene i has to know of to tell which chapter it is in
// and how far that has come: one of each other chapter, and all of its own.
func chapterMates(scenes []scene.Scene, i int) (before, after []scene.Scene) {
	run, runs, cur, named := make([]int, len(scenes)), 0, "", false
	for j, sc := range scenes {
		if sc.Chapter != "" && sc.Chapter != cur {
			cur, named = sc.Chapter, true
			runs++
		}
		run[j] = runs
	}
	if named && run[i] == 0 && scenes[i].Kind != scene.Chapter {
		return nil, nil // no chapter has begun, and no marker is drawn
	}
	for j, sc := range scenes {
		mate := scene.Scene{Chapter: sc.Chapter}
		switch {
		case j == i:
			continue
		case !named: // cards are counted
			if mate.Kind = scene.Chapter; sc.Kind != scene.Chapter || scenes[i].Kind != scene.Chapter || j > i {
				continue
			}
		case run[j] == 0, run[j] != run[i] && j > 0 && run[j] == run[j-1]:
			continue
		}
		if j < i {
			before = append(before, mate)
		} else {
			after = append(after, mate)
		}
	}
	return before, after
}

// hosted tells whether the presenter may be seen in a scene.
func hosted(sc scene.Scene) bool {
	return sc.Kind == scene.Presenter || sc.Kind == scene.Points || sc.Presenter == "left" || sc.Presenter == "right"
}

// greets and takesLeave tell whether the presenter waves in scene i: with the video's
// first words, or its last.
func (s *show) greets(i int) bool { return i <= 1 && hosted(s.board.Scenes[i]) }

func (s *show) takesLeave(i int) bool {
	return i >= len(s.board.Scenes)-2 && hosted(s.board.Scenes[i])
}

// pixels are everything that the picture of scene i depends on, but for when the
// programme ends.
func (s *show) pixels(i int) any {
	b, at := s.alone(i)
	b.Scenes[at].ID = "" // is not seen
	return struct {
		Board         *scene.Storyboard
		At            int
		Greets, Leave bool
		Frames        int
		Lines         []scene.Line
		Files         map[string]string
		Film          int // a film shows how it ends: that depends on when
	}{b, at, s.greets(i), s.takesLeave(i), s.talk.cuts[i].Own, s.talk.cuts[i].Lines, s.sceneFiles(i), s.filmed(i)}
}

// filmed is for how many frames the film of scene i is seen, the transition that
// follows included; 0 without a film.
func (s *show) filmed(i int) int {
	n := s.talk.cuts[i].Count
	switch _, film := s.files.films[s.board.Scenes[i].Asset]; {
	case !film:
		return 0
	case i+1 < len(s.talk.cuts):
		n += s.junctionFrames(i + 1)
	}
	return n
}

// sceneFiles are the hashes of the files that scene i is drawn from.
func (s *show) sceneFiles(i int) map[string]string {
	out := map[string]string{}
	l, photo := s.board.Look, s.board.Presenter.Photo
	if !hosted(s.board.Scenes[i]) {
		photo = ""
	}
	for _, name := range append([]string{l.Logo, photo, s.board.Scenes[i].Asset}, l.FontFiles...) {
		if sum := s.files.sums[name]; sum != "" {
			out[name] = sum
		}
	}
	return out
}

// key is the address of a segment in the cache.
func (s *show) key(g segment) string {
	parts := []any{"segment", s.build, g.first, g.count, g.junction, s.pixels(g.scene)}
	switch {
	case g.junction:
		parts = append(parts, s.pixels(g.scene-1), s.talk.cuts[g.scene-1].Count, s.transition(g.scene))
	case g.wait:
		parts = append(parts, s.ends(g.scene))
	}
	return cache.Key(parts...)
}

func (s *show) transition(i int) transition.Spec {
	b, _ := s.alone(i)
	c := s.theme.Ink0.NRGBA(1)
	return transition.Spec{
		Kind: s.board.Scenes[i].Transition.Kind,
		Ink:  color.RGBA{c.R, c.G, c.B, 255},
		Unit: float64(min(s.set.Size.X, s.set.Size.Y)) / 100,
		Seed: b.Seed,
	}
}
