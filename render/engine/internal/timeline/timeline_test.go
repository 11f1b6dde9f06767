package timeline

import (
	"math"
	"reflect"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
	"pgregory.net/rapid"
)

func take(seconds float64) scene.Take {
	return scene.Take{Samples: int(seconds * scene.SampleRate), Line: scene.Line{End: seconds}}
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
				lastEnd = s + int64(parts()[i].Takes[j].Samples)
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

// TestOneSentenceDirtiesOneScene is what makes editing cheap: a sentence that becomes
// longer or shorter changes how long others wait, not what they show until then.
func TestOneSentenceDirtiesOneScene(t *testing.T) {
	t.Parallel()
	const fps = 30
	explainer := func(second float64) []Part {
		out := []Part{{Kind: scene.Title, Takes: []scene.Take{take(3.7)}}}
		for i := range 6 {
			p := Part{Kind: scene.Points}
			for j := range 2 + i%2 {
				p.Takes = append(p.Takes, take(2.3+.37*float64(i)+.53*float64(j)))
			}
			out = append(out, p)
		}
		out[2].Takes[1] = take(second)
		return append(out, Part{Kind: scene.End, Takes: []scene.Take{take(2.9)}})
	}
	edits, anew, waits, most := 0, 0, 0, 0
	for seconds := 70.; seconds < 86; seconds += 2 {
		before, err := Fit(explainer(3), seconds, fps)
		if err != nil {
			t.Fatal(err)
		}
		for d := -1.5; d < 1.6; d += .1 {
			after, err := Fit(explainer(3+d), seconds, fps)
			if err != nil {
				t.Fatal(err)
			}
			edits++
			others := 0
			for i := range before {
				a, b := before[i], after[i]
				switch {
				case i == 2:
				case a.Own != b.Own || !reflect.DeepEqual(a.Lines, b.Lines):
					others++
				case a.Count != b.Count && i < len(before)-1:
					waits++
				}
			}
			anew, most = anew+others, max(most, others)
		}
	}
	t.Logf("%d edits: %d other scenes are drawn anew, at most %d for one edit; %d waits change", edits, anew, most, waits)
	if anew*2 > edits || most > 5 {
		t.Errorf("%d edits draw %d other scenes, one of them %d", edits, anew, most)
	}
	if waits > 2*edits {
		t.Errorf("%d edits change %d waits", edits, waits)
	}
}

// TestLinesDoNotKnowWhereTheirSceneStands: to the last bit, or a scene that only
// moves would be drawn again.
func TestLinesDoNotKnowWhereTheirSceneStands(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		fps := rapid.SampledFrom([]int{24, 25, 30, 50, 60}).Draw(t, "fps")
		a, b := parts(), parts()
		a[0].Pinned = rapid.Float64Range(4, 7).Draw(t, "first")
		b[0].Pinned = rapid.Float64Range(4, 7).Draw(t, "first, edited")
		before, err := Fit(a, 26, fps)
		if err != nil {
			t.Fatal(err)
		}
		after, err := Fit(b, 26, fps)
		if err != nil {
			t.Fatal(err)
		}
		if before[1].Own != after[1].Own {
			t.Skip("another level")
		}
		if !reflect.DeepEqual(before[1].Lines, after[1].Lines) {
			t.Fatalf("%v, then %v", before[1].Lines, after[1].Lines)
		}
	})
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

// TestNoWordsAreCutOff: scenes that were given more time than the video has give it back
// before the last one's words have no place.
func TestNoWordsAreCutOff(t *testing.T) {
	t.Parallel()
	for i := range parts() {
		p := parts()
		p[i].Pinned = 18
		cuts, err := Fit(p, 26, 30)
		if err != nil {
			t.Fatal(err)
		}
		for j, c := range cuts {
			if last := c.Lines[len(c.Lines)-1]; last.End > float64(c.Own)/30 {
				t.Errorf("scene %d is to last 18 s: the words of scene %d end at %.2f s of %.2f s", i, j, last.End, float64(c.Own)/30)
			}
		}
	}
}

// TestPausesBreathe: between sentences nobody waits the same time twice, a question
// waits longer, and the same sentences always wait the same.
func TestPausesBreathe(t *testing.T) {
	t.Parallel()
	var takes []scene.Take
	texts := []string{"One.", "Two is longer.", "Is it?", "Three.", "Four, at last.", "Is it still?", "Five."}
	for _, text := range texts {
		k := take(2)
		k.Line.Text = text
		takes = append(takes, k)
	}
	p := []Part{{Kind: scene.Presenter, Takes: takes}}
	cuts, err := Fit(p, 20, 30)
	if err != nil {
		t.Fatal(err)
	}
	seen, asked, told := map[int64]bool{}, 0.0, 0.0
	for i := 1; i < len(takes); i++ {
		gap := cuts[0].Samples[i] - cuts[0].Samples[i-1] - int64(takes[i-1].Samples)
		if s := float64(gap) / scene.SampleRate; s < .16 || s > .8 {
			t.Errorf("a pause of %.2f s", s)
		}
		seen[gap/480] = true // hundredths of a second
		if texts[i-1][len(texts[i-1])-1] == '?' {
			asked += float64(gap) / 2
		} else {
			told += float64(gap) / 4
		}
	}
	if len(seen) < 4 || asked <= told {
		t.Errorf("pauses %v, after questions %.0f samples, else %.0f", seen, asked, told)
	}
}
