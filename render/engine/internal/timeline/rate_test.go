package timeline

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
	"pgregory.net/rapid"
)

func TestRatesUsePausesFirst(t *testing.T) {
	t.Parallel()
	least, _ := Span(parts())
	wider := 0.0
	for i := range parts() {
		wider += own(parts(), i, easy)
	}
	wider += comfortable(parts())
	for _, c := range []struct{ seconds, from, to float64 }{
		{(least + wider) / 2, 1, 1}, {least - .1, 1, 1.05}, {5, Fastest, Fastest}, {wider + .4, .95, 1}, {200, Slowest, Slowest},
	} {
		got := Rates(parts(), nil, c.seconds)
		if slices.Min(got) != c.from || slices.Max(got) != c.to {
			t.Errorf("rates for %.1f s = %v, want %g to %g", c.seconds, got, c.from, c.to)
		}
	}
}

// TestPinnedSceneSpeaksAsFastAsItMust: its length is its own, and so is its rate.
func TestPinnedSceneSpeaksAsFastAsItMust(t *testing.T) {
	t.Parallel()
	p := parts()
	p[1].Pinned = 5.6
	got := Rates(p, nil, 30)
	if least := 5.5/got[1] + lead.least + between.least + tail.least; got[1] == 1 || least > 5.6 {
		t.Errorf("rates %v: %.2f s of words in 5.6 s", got, least)
	}
	p[1].Pinned = 0
	if free := Rates(p, nil, 30); free[0] > 1 || got[0] != free[0] {
		t.Errorf("rates %v, those of others %v without it", got, free)
	}
}

// board is a random storyboard as the timeline sees it; named parts are told apart.
type board struct {
	ids   []int
	parts []Part
}

func (b board) clone() board {
	c := board{slices.Clone(b.ids), slices.Clone(b.parts)}
	for i := range c.parts {
		c.parts[i].Takes = slices.Clone(c.parts[i].Takes)
	}
	return c
}

func drawTake(t *rapid.T, label string) scene.Take {
	// A word takes a third of a second or so, and a sentence has four to twenty of them.
	k := take(float64(rapid.IntRange(12, 65).Draw(t, label)) / 10)
	k.Line.Text = fmt.Sprint("Sentence ", rapid.IntRange(0, 1<<30).Draw(t, label+" text"))
	return k
}

func drawBoard(t *rapid.T) board {
	kinds := []scene.Kind{scene.Presenter, scene.Points, scene.Number, scene.Statement, scene.Grid, scene.Chart}
	var b board
	for i := range rapid.IntRange(4, 14).Draw(t, "scenes") {
		p := Part{Kind: rapid.SampledFrom(kinds).Draw(t, "kind")}
		if i == 0 {
			p.Kind = scene.Title
		}
		for range rapid.IntRange(1, 3).Draw(t, "sentences") {
			p.Takes = append(p.Takes, drawTake(t, "sentence"))
		}
		b.ids, b.parts = append(b.ids, i), append(b.parts, p)
	}
	b.parts[len(b.parts)-1].Kind = scene.End
	return b
}

// edited changes the board between its ends as one edit would, and returns the id of
// the scene that the edit is about.
func (b board) edited(t *rapid.T) (board, int) {
	out := b.clone()
	n := len(out.parts)
	i := rapid.IntRange(1, n-2).Draw(t, "scene")
	p, about := &out.parts[i], out.ids[i]
	what := rapid.SampledFrom([]string{"word", "sentence", "sentence gone", "scene gone", "scene", "move"}).Draw(t, "edit")
	switch what {
	case "word":
		k := rapid.IntRange(0, len(p.Takes)-1).Draw(t, "which")
		p.Takes[k] = drawTake(t, "said instead")
	case "sentence":
		p.Takes = append(p.Takes, drawTake(t, "added"))
	case "sentence gone":
		if len(p.Takes) > 1 {
			p.Takes = p.Takes[:len(p.Takes)-1]
		}
	case "scene gone":
		out.ids, out.parts = slices.Delete(out.ids, i, i+1), slices.Delete(out.parts, i, i+1)
	case "scene":
		about = n
		out.ids = slices.Insert(out.ids, i, about)
		out.parts = slices.Insert(out.parts, i, Part{Kind: scene.Statement, Takes: []scene.Take{drawTake(t, "new")}})
	case "move":
		j := rapid.IntRange(1, n-2).Draw(t, "to")
		id, q := out.ids[i], out.parts[i]
		out.ids, out.parts = slices.Insert(slices.Delete(out.ids, i, i+1), j, id), slices.Insert(slices.Delete(out.parts, i, i+1), j, q)
	}
	return out, about
}

// spoken is what the engine makes of a board: rates, takes at those rates, cuts.
func spoken(t *rapid.T, b board, seconds float64, fps int) ([]float64, []Cut) {
	return spokenAfter(t, b, make([]float64, len(b.parts)), seconds, fps)
}

// spokenAfter is the same where scenes have been spoken at the rates of was before.
func spokenAfter(t *rapid.T, b board, was []float64, seconds float64, fps int) ([]float64, []Cut) {
	rates := Kept(b.parts, was, seconds)
	said := b.clone()
	for i := range said.parts {
		for j := range said.parts[i].Takes {
			said.parts[i].Takes[j].Samples = int(float64(said.parts[i].Takes[j].Samples) / rates[i])
		}
	}
	if again := Rates(said.parts, rates, seconds); !reflect.DeepEqual(again, rates) {
		t.Fatalf("rates %v, and once they are spoken %v", rates, again)
	}
	cuts, err := Fit(said.parts, seconds, fps)
	if err != nil {
		t.Fatal(err)
	}
	return rates, cuts
}

// TestOnlyWhatMustGiveWayChanges holds random edits of random boards to what editing
// promises: beside the scenes that the edit is about, only as many are spoken or drawn
// anew as make up for the time that it takes or leaves.
func TestOnlyWhatMustGiveWayChanges(t *testing.T) {
	t.Parallel()
	edits, anew, respoken, keptAnew, keptDrawn := 0, 0, 0, 0, 0
	edit := func(t *rapid.T) {
		b := drawBoard(t)
		after, about := b.edited(t)
		// A length into which both fit, from as fast as can be to time to spare.
		full, seconds := rapid.Float64Range(.3, 1.2).Draw(t, "how full"), 0.0
		for _, x := range []board{b, after} {
			r, fastest, speech := newRates(x.parts, nil), 0.0, 0.0
			for i := range x.parts {
				fastest, speech = fastest+r.least(i, stepsOf(Fastest)), speech+r.speech[i]
			}
			seconds = math.Ceil(max(seconds, fastest+.5, total(x)+speech/full-speech))
		}
		fps := rapid.SampledFrom([]int{24, 25, 30, 60}).Draw(t, "fps")

		r0, c0 := spoken(t, b, seconds, fps)
		r1, c1 := spoken(t, after, seconds, fps)
		r2, c2 := spokenAfter(t, after, ratesOf(after, b, r0), seconds, fps)
		for _, x := range []struct {
			rates []float64
			cuts  []Cut
		}{{r0, c0}, {r1, c1}, {r2, c2}} {
			if lo, hi := slices.Min(x.rates), slices.Max(x.rates); lo < Slowest || hi > Fastest || hi-lo > step+1e-9 {
				t.Fatalf("rates %v", x.rates)
			}
			frames := 0
			for _, c := range x.cuts {
				frames += c.Count
			}
			if want := int(math.Round(seconds * float64(fps))); frames != want {
				t.Fatalf("%d frames, want %d", frames, want)
			}
		}
		change := math.Abs(total(after) - total(b)) // seconds that the others give or get
		others, rated := 0, 0
		for i, id := range after.ids {
			if was := slices.Index(b.ids, id); was >= 0 && id != about {
				if r0[was] != r2[i] {
					keptAnew++
				}
				if c0[was].Own != c2[i].Own || !reflect.DeepEqual(c0[was].Lines, c2[i].Lines) {
					keptDrawn++
				}
			}
		}
		for i, id := range after.ids {
			was := slices.Index(b.ids, id)
			if was < 0 || id == about {
				continue
			}
			if r0[was] != r1[i] {
				rated++
			}
			if c0[was].Own != c1[i].Own || !reflect.DeepEqual(c0[was].Lines, c1[i].Lines) {
				others++
			}
		}
		edits, anew, respoken = edits+1, anew+others, respoken+rated
		if most := mustGive(b, change); rated > most || others > 2*most {
			t.Fatalf("an edit of %.1f s in %g s speaks %d and draws %d other scenes anew, want at most %d\n%v\n%v", change, seconds, rated, others, most, r0, r1)
		}
	}
	for range 10 { // the mean of a hundred edits varies by a third
		rapid.Check(t, edit)
	}
	per := func(n int) float64 { return float64(n) / float64(edits) }
	t.Logf("%d edits: %.2f other scenes each are spoken anew, %.2f drawn; %.2f and %.2f where it is known how they were spoken before", edits, per(respoken), per(anew), per(keptAnew), per(keptDrawn))
	if 3*keptAnew > 2*respoken {
		t.Errorf("knowing how scenes were spoken before saves less than a third of the takes")
	}
}

// ratesOf are the rates at which b's scenes are spoken, for those of after.
func ratesOf(after, b board, rates []float64) []float64 {
	was := make([]float64, len(after.ids))
	for i, id := range after.ids {
		if k := slices.Index(b.ids, id); k >= 0 {
			was[i] = rates[k]
		}
	}
	return was
}

// total is the time that a board's words and least pauses take.
func total(b board) float64 { least, _ := Span(b.parts); return least }

// mustGive is how many scenes have to take a step to make up for some seconds, where
// those that say least do.
func mustGive(b board, seconds float64) int {
	var gains []float64
	for _, p := range b.parts {
		gains = append(gains, p.speech()*step/Fastest/Fastest)
	}
	slices.Sort(gains)
	n := 0
	for _, g := range gains {
		if n++; seconds < g {
			break
		}
		seconds -= g
	}
	return n + 1 // the one whose turn was the edited scene's
}

// TestLongerSentenceKeepsOtherTakes: where there is time, a sentence that becomes
// longer takes it from the waits, not from the slow speech of other scenes.
func TestLongerSentenceKeepsOtherTakes(t *testing.T) {
	t.Parallel()
	board := func(longer float64) []Part {
		var p []Part
		for i := range 8 {
			p = append(p, Part{Kind: scene.Statement, Takes: []scene.Take{take(3 + float64(i)/10), take(2)}})
		}
		p[3].Takes[1] = take(2 + longer)
		return p
	}
	const seconds = 64.5
	was := Rates(board(0), nil, seconds)
	others := func(now []float64) int {
		n := 0
		for i := range now {
			if i != 3 && now[i] != was[i] {
				n++
			}
		}
		return n
	}
	fresh := others(Rates(board(3), nil, seconds))
	if fresh < 3 {
		t.Fatalf("rates %v change in %d other scenes by themselves: the board tests nothing", was, fresh)
	}
	if n := others(Kept(board(3), was, seconds)); n > 0 {
		t.Errorf("%d other scenes are spoken again", n)
	}
	if _, err := Fit(board(3), seconds, 30); err != nil {
		t.Error(err)
	}
	for i, rate := range Kept(board(0), make([]float64, 8), seconds) { // none is known
		if rate != was[i] {
			t.Errorf("scene %d speaks at %g, want %g", i, rate, was[i])
		}
	}
	if now := Kept(board(-1.5), []float64{1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2}, 90); slices.Max(now) > 1.05 {
		t.Errorf("rates %v: nobody hurries where there is time to spare", now)
	}
}

// TestWhatIsReadSetsTheLength: parts whose words take longer to be read than to be spoken
// pause for the difference whatever the time; nobody speaks faster only to pause longer.
func TestWhatIsReadSetsTheLength(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		b := drawBoard(t)
		pace := rapid.Float64Range(.8, 1.7).Draw(t, "pace") // of speech to reading
		read := make([][]float64, len(b.parts))
		for i := range b.parts {
			p := &b.parts[i]
			for _, k := range p.Takes {
				read[i] = append(read[i], k.Seconds()*pace)
			}
			p.Unread = func(j int, rate float64) float64 { return max(0, read[i][j]-p.Takes[j].Seconds()/rate) }
		}
		seconds := float64(rapid.IntRange(10, 120).Draw(t, "seconds"))
		rates := Rates(b.parts, nil, seconds)
		for i := range b.parts {
			for j := range b.parts[i].Takes {
				b.parts[i].Takes[j].Samples = int(float64(b.parts[i].Takes[j].Samples) / rates[i])
			}
		}
		cuts, err := Fit(b.parts, seconds, 30)
		if long, ok := IsTooLong(err); ok {
			cuts, err = Fit(b.parts, math.Ceil(long.Need), 30)
		}
		if err != nil {
			t.Fatal(err)
		}
		for i, c := range cuts {
			for j := range c.Samples {
				end := c.First + c.Count
				until := float64(end) / 30
				if j+1 < len(c.Samples) {
					until = float64(c.Samples[j+1]) / scene.SampleRate
				}
				if got, want := until-float64(c.Samples[j])/scene.SampleRate, read[i][j]; got < want-.034 {
					t.Fatalf("part %d of %d: sentence %d is there for %.2f s and takes %.2f s to read", i, len(cuts), j, got, want)
				}
			}
		}
	})
}
