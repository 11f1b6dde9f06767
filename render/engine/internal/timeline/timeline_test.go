package timeline

import (
	"math"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
	"pgregory.net/rapid"
)

func take(seconds float64) scene.Take {
	return scene.Take{PCM: make([]float32, int(seconds*scene.SampleRate)), Line: scene.Line{End: seconds}}
}

func parts() []Part {
	return []Part{
		{Kind: scene.Title, Takes: []scene.Take{take(2)}},
		{Kind: scene.Presenter, Takes: []scene.Take{take(3), take(2.5)}},
		{Kind: scene.Number, Takes: []scene.Take{take(3.2)}},
		{Kind: scene.End, Takes: []scene.Take{take(1.8)}},
	}
}

func TestFitEndsOnTheFrame(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		seconds := float64(rapid.IntRange(16, 40).Draw(t, "seconds"))
		fps := rapid.SampledFrom([]int{24, 25, 30, 50, 60}).Draw(t, "fps")
		cuts, err := Fit(parts(), seconds, fps)
		if err != nil {
			t.Fatal(err)
		}
		at, lastEnd := 0, int64(0)
		for i, c := range cuts {
			if c.First != at {
				t.Fatalf("scene %d starts at frame %d, want %d", i, c.First, at)
			}
			at += c.Count
			for j, s := range c.Samples {
				if s < lastEnd {
					t.Fatalf("scene %d take %d starts before the last one ended", i, j)
				}
				lastEnd = s + int64(len(parts()[i].Takes[j].PCM))
				if got := c.Lines[j].End; got > float64(c.Count)/float64(fps) {
					t.Fatalf("scene %d take %d ends at %.2f s, after the scene", i, j, got)
				}
			}
		}
		if at != int(seconds)*fps {
			t.Fatalf("%d frames, want %d", at, int(seconds)*fps)
		}
	})
}

func TestFitSaysHowLongItNeeds(t *testing.T) {
	t.Parallel()
	_, err := Fit(parts(), 10, 30)
	e, ok := IsTooLong(err)
	if !ok || e.Need < 12.5 || e.Have != 10 {
		t.Fatalf("err = %v", err)
	}
}

func TestRateUsesPausesFirst(t *testing.T) {
	t.Parallel()
	least, most := Span(parts())
	for _, c := range []struct{ seconds, want float64 }{
		{(least + most) / 2, 1}, {least - .4, 1.05}, {5, Fastest}, {200, Slowest},
	} {
		got := Rate(parts(), c.seconds)
		if math.Abs(got-c.want) > .03 {
			t.Errorf("rate for %.1f s = %.3f, want about %.2f", c.seconds, got, c.want)
		}
	}
}

func TestPinnedSceneKeepsItsLength(t *testing.T) {
	t.Parallel()
	p := parts()
	p[2].Pinned = 8
	cuts, err := Fit(p, 24, 30)
	if err != nil {
		t.Fatal(err)
	}
	if got := float64(cuts[2].Count) / 30; math.Abs(got-8) > .5 {
		t.Errorf("pinned scene lasts %.2f s, want 8", got)
	}
}

// TestOneSentenceMovesTwoScenes is what makes editing cheap.
func TestOneSentenceMovesTwoScenes(t *testing.T) {
	t.Parallel()
	a, b := parts(), parts()
	b[1].Takes[1] = take(2.7)
	before, err := Fit(a, 20, 30)
	if err != nil {
		t.Fatal(err)
	}
	after, err := Fit(b, 20, 30)
	if err != nil {
		t.Fatal(err)
	}
	for i := range before {
		same := before[i].Count == after[i].Count
		if want := i != 1 && i != len(before)-1; same != want {
			t.Errorf("scene %d: %d frames, then %d", i, before[i].Count, after[i].Count)
		}
	}
}

// TestSlackIsSpread: words that fill a part of the time leave no frozen end card
// while other scenes could share the wait.
func TestSlackIsSpread(t *testing.T) {
	t.Parallel()
	const fps = 30
	for _, seconds := range []float64{24, 26, 28, 30, 34, 40} {
		cuts, err := Fit(parts(), seconds, fps)
		if err != nil {
			t.Fatal(err)
		}
		waits := make([]float64, len(cuts))
		for i, c := range cuts {
			waits[i] = float64(c.Count)/fps - c.Lines[len(c.Lines)-1].End
		}
		last := len(waits) - 1
		if waits[last] > 6.5 {
			t.Errorf("%g s: the end stands %.1f s after its last word", seconds, waits[last])
		}
		least := waits[1]
		for _, w := range waits[1:last] {
			least = min(least, w)
		}
		for i, w := range waits[1:last] {
			if w > 2.5 && least < 2 {
				t.Errorf("%g s: scene %d stands %.1f s after its last word while another stands %.1f s", seconds, i+1, w, least)
			}
		}
		if seconds <= 26 && waits[1] > 2.6 {
			t.Errorf("%g s: the presenter waits %.1f s", seconds, waits[1])
		}
	}
}
