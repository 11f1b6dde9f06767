package engine

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/timeline"
)

// sentenceEdits change one sentence of the explainer each, as an author would: to one
// that is shorter, as long, or 3, 10 or 17 words longer.
var sentenceEdits = []struct{ name, old, new string }{
	{"shorter", "Most of us only hear it when the bill arrives.", "Few of us hear it."},
	{"shorter", "and nobody sees it.", "unseen."},
	{"shorter", "After six months the numbers speak for themselves.", "The numbers speak."},
	{"shorter", "It costs more, and it finds a leak months too late.", "It costs more."},
	{"same", "Every building talks.", "Every house speaks."},
	{"same", "can waste thirty thousand", "will waste forty thousand"},
	{"same", "Clip the sensors on.", "Snap the sensors on."},
	{"same", "Start with one valve, today.", "Begin with one valve, now."},
	{"+3", "Every building talks.", "Every building in your town talks."},
	{"+3", "Three signals are enough.", "Three signals are enough for most buildings."},
	{"+3", "It takes an afternoon.", "It takes an afternoon of one engineer."},
	{"+3", "Listen to your building.", "Listen to your building before it breaks."},
	{"+10", "and nobody sees it.", "and nobody sees it before the yearly bill lies on the table."},
	{"+10", "Losses fall from forty percent to nine.", "Losses fall from forty percent to nine, and they stay there for as long as somebody looks."},
	{"+10", "Then watch the first readings arrive.", "Then watch the first readings arrive on your phone while you are still in the cellar."},
	{"+10", "Compare that with a yearly inspection.", "Compare that with a yearly inspection by two people who walk through every single room."},
	{"+17", "Most of us only hear it when the bill arrives.", "Most of us only hear it when the bill arrives, which is long after the water has gone through the floor and into the ground."},
	{"+17", "Three signals are enough.", "Three signals are enough for a school, a hospital, an office or a factory, whatever its age and however many floors it has."},
	{"+17", "It takes an afternoon.", "It takes an afternoon of one engineer who has never seen the building before and does not need to know its plans at all."},
	{"+17", "Listen to your building.", "Listen to your building before the next winter comes, for that is when most of the pipes in old houses begin to leak."},
}

// TestOneSentenceIsSpokenAgain: whatever one sentence becomes, no other is spoken again where
// the words fit, and of the eight scenes at most one other is drawn again.
func TestOneSentenceIsSpokenAgain(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/explainer/storyboard.yaml")
	if err != nil {
		t.Fatal(err)
	}
	e, err := New(Options{CacheDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	// As long as they are measured: what is spoken differs by hundredths of a second.
	timed := func(seconds int, edits ...string) (*scene.Storyboard, []float64, []timeline.Cut) {
		t.Helper()
		j := render.Job{Key: "explainer", Dir: t.TempDir(), Spec: manifest.Spec{Storyboard: "storyboard.yaml", Width: 320, Height: 180, Duration: seconds, Edits: edits}}
		own := strings.Replace(string(data), "seconds: 60", fmt.Sprintf("seconds: %d", seconds), 1)
		if err := os.WriteFile(filepath.Join(j.Dir, "storyboard.yaml"), []byte(own), 0o600); err != nil {
			t.Fatal(err)
		}
		b, err := e.board(t.Context(), j, 0)
		if err != nil {
			t.Fatal(err)
		}
		voices := &talk{}
		if err := e.cast(t.Context(), j.Dir, b, voices); err != nil {
			t.Fatal(err)
		}
		takes, err := e.measure(t.Context(), b, voices)
		if err != nil {
			t.Fatal(err)
		}
		was, err := e.spokenAt(t.Context(), j.Dir, b, voices)
		if err != nil {
			t.Fatal(err)
		}
		rates := timeline.Kept(parts(b, takes), was, b.Seconds)
		for i := range takes {
			for k := range takes[i] {
				takes[i][k].Samples = int(float64(takes[i][k].Samples) / rates[i])
			}
		}
		cuts, err := timeline.Fit(parts(b, takes), b.Seconds, b.FPS)
		if err != nil {
			t.Fatal(err)
		}
		return b, rates, cuts
	}
	for _, seconds := range []int{60, 66, 68, 72} { // at 66 and 68 s some scenes speak slower
		plain, rates, cuts := timed(seconds)
		for _, edit := range sentenceEdits {
			if !strings.Contains(string(data), edit.old) {
				t.Fatalf("the storyboard does not say %q", edit.old)
			}
			b, r, c := timed(seconds, fmt.Sprintf("replace %q with %q", edit.old, edit.new))
			drawn, spoken := 0, 0
			for i := range b.Scenes {
				old, now := sentences(plain, i), sentences(b, i)
				for k := range now {
					if r[i] != rates[i] || k >= len(old) || now[k] != old[k] {
						spoken++
					}
				}
				if b.Scenes[i].Say != plain.Scenes[i].Say || c[i].Own != cuts[i].Own || !reflect.DeepEqual(c[i].Lines, cuts[i].Lines) {
					drawn++
				}
			}
			if spoken != 1 || drawn > 2 {
				t.Errorf("%d s, %s: %d sentences are spoken again and %d scenes drawn: %s", seconds, edit.name, spoken, drawn, edit.new)
			}
		}
	}
}
