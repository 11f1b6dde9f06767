package engine

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
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

// BenchmarkSentence tells for each of them how many of the explainer's scenes are drawn
// again and how many of its sentences spoken again, at several lengths. Every edit meets the
// cache of the first render, without what other edits left there:
//
//	go test ./render/engine -run '^$' -bench Sentence -benchtime 1x
func BenchmarkSentence(b *testing.B) {
	for _, seconds := range []int{60, 68} {
		b.Run(fmt.Sprintf("%ds", seconds), func(b *testing.B) { benchSentences(b, seconds) })
	}
}

func benchSentences(b *testing.B, seconds int) {
	board, err := os.ReadFile("testdata/explainer/storyboard.yaml")
	if err != nil {
		b.Fatal(err)
	}
	make := func(cache string, edits ...string) (scenes, reused, spoken int) {
		e, err := New(Options{CacheDir: cache})
		if err != nil {
			b.Fatal(err)
		}
		before := takes(b, cache)
		j := render.Job{Key: "explainer", Dir: b.TempDir(), WorkDir: b.TempDir(),
			Spec: manifest.Spec{Storyboard: "storyboard.yaml", Width: 320, Height: 180, Duration: seconds, Edits: edits}}
		own := strings.Replace(string(board), "seconds: 60", fmt.Sprintf("seconds: %d", seconds), 1)
		if err := os.WriteFile(filepath.Join(j.Dir, "storyboard.yaml"), []byte(own), 0o600); err != nil {
			b.Fatal(err)
		}
		out, err := e.Await(b.Context(), j, func(string, float64) {})
		if err != nil {
			b.Fatal(err)
		}
		return out.ScenesRendered, out.ScenesReused, takes(b, cache) - before
	}
	for b.Loop() {
		cold := b.TempDir()
		make(cold)
		all, total := 0, 0
		for _, edit := range sentenceEdits {
			if !strings.Contains(string(board), edit.old) {
				b.Fatalf("the storyboard does not say %q", edit.old)
			}
			own := b.TempDir()
			if err := os.CopyFS(own, os.DirFS(cold)); err != nil {
				b.Fatal(err)
			}
			scenes, reused, spoken := make(own, fmt.Sprintf("replace %q with %q", edit.old, edit.new))
			b.Logf("%-8s scenes %d drawn, %d reused; %d sentences spoken: %s", edit.name, scenes, reused, spoken, edit.new)
			all, total = all+scenes, total+spoken
		}
		n := float64(len(sentenceEdits))
		b.ReportMetric(float64(all)/n, "scenes/edit")
		b.ReportMetric(float64(total)/n, "sentences/edit")
	}
}

// takes counts the sentences that a cache has spoken.
func takes(b *testing.B, cache string) int {
	n := 0
	err := filepath.WalkDir(cache, func(path string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(path, ".take") {
			n++
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return n
}
