package revise

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// resize makes the video longer or shorter: by some seconds, by a share, to a
// length, or by a tenth.
func (e *editor) resize(x edit.Edit) (string, error) {
	if x.To && x.Seconds > 0 {
		return e.setLength(x.Seconds)
	}
	if k := factor(x); k > 0 {
		return e.setLength(math.Round(e.b.Seconds * k))
	}
	by := x.Seconds
	if x.Percent > 0 {
		by = math.Round(e.b.Seconds * x.Percent / 100)
	}
	if by == 0 {
		by = math.Round(e.b.Seconds / 10)
	}
	if !x.Has("longer") {
		by = -by
	}
	return e.setLength(e.b.Seconds + by)
}

// factor is by how much something becomes longer: 2 of "twice as long", 0 = none is named.
func factor(x edit.Edit) float64 {
	k, _ := strconv.ParseFloat(cmp.Or(x.Values["factor"], x.Values["times"]), 64)
	if k > 1 && x.Has("shorter") { // "twice as short"
		k = 1 / k
	}
	return k
}

func (e *editor) length(x edit.Edit) (string, error) { return e.setLength(x.Seconds) }

// setLength sets the video's length. Words that no longer fit lose whole sentences,
// never those that must stay.
func (e *editor) setLength(secs float64) (string, error) {
	if secs < 5 || secs > 300 {
		return "", fmt.Errorf("%g s is not a length from 5 s to 300 s", secs)
	}
	if e.entry.Seconds > 0 && e.entry.Seconds != secs {
		return "", fmt.Errorf("the entry's duration is %g s; change it there to %g", e.entry.Seconds, secs)
	}
	w := e.writer()
	room := secs - .4
	need := func() float64 {
		t := 0.0
		for _, s := range e.b.Scenes {
			t += w.Seconds(s.Say, s.Language) / telling.MaxRate
		}
		return t
	}
	before := append([]scene.Scene{}, e.b.Scenes...)
	var dropped []string
	for i := len(e.b.Scenes) - 1; i > 0 && need() > room; i-- {
		s := &e.b.Scenes[i]
		for s.Kind != scene.End && !s.Verbatim && s.Say != "" && need() > room {
			ss := prose.SplitSentences(s.Say)
			dropped = append(dropped, ss[len(ss)-1])
			s.Say = strings.Join(ss[:len(ss)-1], " ")
		}
		if s.Say == "" && s.Kind != scene.End && s.Kind != scene.Chapter {
			e.b.Scenes = append(e.b.Scenes[:i:i], e.b.Scenes[i+1:]...)
		}
	}
	if n := need(); n > room {
		e.b.Scenes = before
		return "", fmt.Errorf("the words that must stay take %.0f s to speak", math.Ceil(n+.4))
	}
	for i := range e.b.Scenes {
		if p := &e.b.Scenes[i].Seconds; *p > 0 && secs < e.b.Seconds {
			*p = math.Round(*p*secs/e.b.Seconds*10) / 10
		}
	}
	e.b.Seconds = secs
	done := fmt.Sprintf("the video lasts %g s", secs)
	for i := len(dropped) - 1; i >= 0; i-- {
		done += fmt.Sprintf("; no longer says %q", dropped[i])
	}
	return done, nil
}

// hold gives scenes a length of their own.
func (e *editor) hold(x edit.Edit) (string, error) {
	before := e.need()
	done, err := e.each(x, func(s *scene.Scene, n int) (string, error) { return e.lasts(s, n, x.Seconds) })
	return done + e.grow(before), err
}

// need is how long the scenes of the video last at the least, at a natural pace.
func (e *editor) need() float64 {
	t := 0.0
	for _, s := range e.b.Scenes {
		t += max(e.writer().Seconds(s.Say, s.Language)+.4, s.Seconds)
	}
	return t
}

// grow makes a video longer for which nobody asked a length, where its scenes need more
// than before: all others keep their pace, and are not drawn again.
func (e *editor) grow(before float64) string {
	plan := prompt.Parse(e.entry.Spec.PositivePrompt)
	timed := slices.ContainsFunc(plan.Scenes, func(s brief.Scene) bool { return s.Seconds > 0 })
	if e.entry.Seconds > 0 || plan.Seconds > 0 || timed || e.entry.Spec.Storyboard != "" {
		return ""
	}
	more := math.Floor(e.need() - before) // the rest the waits give
	if more <= 0 || e.b.Seconds+more > 300 {
		return ""
	}
	e.b.Seconds += more
	return fmt.Sprintf("; the video lasts %g s", e.b.Seconds)
}

func (e *editor) lasts(s *scene.Scene, n int, secs float64) (string, error) {
	secs = math.Round(secs*10) / 10
	if secs < 1 || secs > e.b.Seconds {
		return "", fmt.Errorf("%g s is not a length that a scene of a %g s video can have", secs, e.b.Seconds)
	}
	if need := e.writer().Seconds(s.Say, s.Language) / telling.MaxRate; need > secs {
		return "", fmt.Errorf("scene %d's words take %.1f s to speak: shorten them first", n, need)
	}
	s.Seconds = secs
	return fmt.Sprintf("scene %d lasts %g s", n, secs), nil
}

// pace makes scenes shorter or longer: to or by a length, or as the words allow.
func (e *editor) pace(x edit.Edit) (string, error) {
	before := e.need()
	done, err := e.each(x, func(s *scene.Scene, n int) (string, error) {
		longer := x.Has("longer") || x.Has("slower") || x.Has("add")
		secs := e.writer().Seconds(s.Say, s.Language)
		now := max(secs+.4, s.Seconds)
		by := x.Seconds
		if x.Percent > 0 {
			by = now * x.Percent / 100
		}
		switch k := factor(x); {
		case k > 0:
			return e.lasts(s, n, now*k)
		case x.Seconds > 0 && x.To:
			return e.lasts(s, n, x.Seconds)
		case by > 0 && longer:
			return e.lasts(s, n, now+by)
		case by > 0:
			return e.lasts(s, n, now-by)
		case e.asBefore(s, longer):
			if s.Seconds == 0 {
				return fmt.Sprintf("scene %d is as long as it was", n), nil
			}
			return fmt.Sprintf("scene %d lasts %g s, as it did", n, s.Seconds), nil
		case longer:
			s.Seconds = math.Floor((max(secs, s.Seconds)+2.5)*10) / 10
			return fmt.Sprintf("scene %d lasts %g s", n, s.Seconds), nil
		}
		if ss := prose.SplitSentences(s.Say); len(ss) > 1 && !s.Verbatim && !lists(s, ss[len(ss)-1]) {
			e.speak(s, strings.Join(ss[:len(ss)-1], " "))
			s.Seconds = 0
			return fmt.Sprintf("scene %d no longer says %q", n, ss[len(ss)-1]), nil
		}
		s.Seconds = math.Floor(max(1.6, secs+.4)*10) / 10
		return fmt.Sprintf("scene %d is held to %g s", n, s.Seconds), nil
	})
	if longer := x.Has("longer") || x.Has("slower") || x.Has("add"); longer && err == nil {
		done += e.grow(before)
	}
	return done, err
}

// lists tells whether a sentence says an item that its scene shows.
func lists(s *scene.Scene, sentence string) bool {
	return slices.ContainsFunc(s.Items, func(it scene.Item) bool {
		return heard(sentence, cmp.Or(it.Cue, it.Title))
	})
}

// asBefore takes back what edits before have done to a scene's length: longer undoes
// shorter, and shorter undoes longer.
func (e *editor) asBefore(s *scene.Scene, longer bool) bool {
	if e.first == nil {
		return false
	}
	k := slices.IndexFunc(e.first.Scenes, func(f scene.Scene) bool { return f.ID == s.ID })
	if k < 0 {
		return false
	}
	was := e.first.Scenes[k]
	if rest, cut := strings.CutPrefix(was.Say, s.Say); longer && cut && strings.TrimSpace(rest) != "" && !was.Verbatim {
		e.speak(s, strings.TrimSpace(s.Say+" "+prose.SplitSentences(strings.TrimSpace(rest))[0]))
		s.Seconds = was.Seconds
		return true
	}
	natural := e.writer().Seconds(s.Say, s.Language) + .5
	if s.Say != was.Say || s.Seconds == was.Seconds || longer != (s.Seconds > 0 && s.Seconds <= natural) {
		return false
	}
	s.Seconds = was.Seconds
	return true
}

// around is the scene that is on about secs into the video, by the words alone: the
// voice, the pauses and the fit move it.
func (e *editor) around(secs float64) int {
	w, total := e.writer(), 0.0
	long := make([]float64, len(e.b.Scenes))
	for i, s := range e.b.Scenes {
		long[i] = math.Max(w.Seconds(s.Say, s.Language)+.6, s.Seconds)
		total += long[i]
	}
	scale := math.Max(1, e.b.Seconds/math.Max(total, 1))
	for i, l := range long {
		if secs -= l * scale; secs < 0 {
			return i
		}
	}
	return len(long) - 1
}
