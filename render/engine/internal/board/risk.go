package board

import (
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// Score is the slideshow risk of a storyboard: 0 is a film, 5 is a slide deck.
type Score struct {
	Total   float64
	Reasons []string
}

// Risk weighs repetition, static scenes and text that only repeats the voice.
func Risk(b *scene.Storyboard) Score {
	var s Score
	add := func(v float64, format string, args ...any) {
		if v > 0 {
			s.Total += v
			s.Reasons = append(s.Reasons, fmt.Sprintf(format, args...))
		}
	}
	n := len(b.Scenes)
	if n == 0 {
		return s
	}
	runs, stages, bullets, people, repeats := 0, 0, 0, 0, 0
	kinds := map[scene.Kind]bool{}
	for i, sc := range b.Scenes {
		kinds[sc.Kind] = true
		if i >= 2 && b.Scenes[i-1].Kind == sc.Kind && b.Scenes[i-2].Kind == sc.Kind {
			runs++
		}
		if i >= 2 && StageOf(sc) == StageOf(b.Scenes[i-1]) && StageOf(sc) == StageOf(b.Scenes[i-2]) {
			stages++
		}
		switch sc.Kind {
		case scene.Points, scene.Grid, scene.Table:
			bullets++
		}
		if sc.Kind == scene.Presenter || sc.Kind == scene.Points {
			people++
		}
		if sc.Headline != "" && strings.EqualFold(prose.Unstop(sc.Headline), prose.Unstop(sc.Say)) && sc.Kind != scene.Quote {
			repeats++
		}
	}
	add(float64(runs), "%d runs of three scenes of one kind", runs)
	add(float64(stages)*.7, "%d runs of three equal stages", stages)
	if n >= 4 {
		add(max(0, float64(bullets)/float64(n)-.4)*4, "%d of %d scenes are lists", bullets, n)
		add(float64(max(0, min(4, (n+1)/2)-len(kinds)))*.6, "only %d kinds of scene", len(kinds))
	}
	add(float64(repeats)*.4, "%d headlines repeat the spoken sentence", repeats)
	if people == 0 && !b.Presenter.None {
		add(.8, "no presenter")
	}
	if b.Seconds/float64(n) > 14 {
		add(min(2, b.Seconds/float64(n)/14), "scenes of %.0f s on average", b.Seconds/float64(n))
	}
	return s
}
