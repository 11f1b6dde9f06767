package engine

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/board"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/timeline"
	"gitops.video/render/render/engine/internal/voice"
)

// spokenRate is the range of words a second of written scripts by language, as measured
// with the built-in voices: words as they are spoken, numbers written out, over the time
// in which somebody speaks, without the pauses between sentences. With those, and a
// number counted as one word, English comes to 2.3 to 2.5. German joins words that others part, so it has fewer of them
// for the same time; Arabic and Hebrew write articles and prepositions into words;
// French ones are short.
var spokenRate = map[string][2]float64{
	"en": {2.5, 3.65}, "de": {2.1, 2.8}, "es": {2.2, 3.0}, "fr": {2.9, 4.2}, "it": {2.3, 2.8}, "pt": {2.3, 2.8}, "nl": {2.5, 3.0}, "ar": {1.5, 1.9}, "he": {1.5, 1.9},
}

// longestSilence is how long nobody speaks at most, seconds, unless the notes say that
// the words are too few. The longest without a note is around a chapter card.
const longestSilence = 5

// TestPaceOfEveryBoard holds the golden storyboards to the pace that people speak and
// listen at.
func TestPaceOfEveryBoard(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("internal/script/testdata/boards/*.yaml")
	if err != nil || len(files) < 25 {
		t.Fatal(len(files), err)
	}
	rates := map[string][]float64{}
	said, read, lasted := 0.0, 0.0, 0.0 // in English: words, those as they are written, and seconds from each scene's first to its last
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		b, err := board.Decode(f, data, nil)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(f), ".yaml")
		takes := make([][]scene.Take, len(b.Scenes))
		words, spoken := 0, 0.0
		written := false
		for i, s := range b.Scenes {
			for _, text := range sentences(b, i) {
				seconds := voice.Estimate(text, sceneLanguage(b, i))
				line := scene.Line{Text: text, End: seconds, Words: []scene.Word{{Text: text, End: seconds}}}
				takes[i] = append(takes[i], scene.Take{Samples: int(seconds * scene.SampleRate), Line: line})
				if !s.Verbatim {
					words += len(strings.Fields(voice.SpokenForm(text, sceneLanguage(b, i))))
					spoken += seconds
				}
			}
			written = written || !s.Verbatim && s.Say != ""
		}
		if written && words >= 20 { // the rate of a handful of words says little
			rates[b.Language] = append(rates[b.Language], float64(words)/spoken)
		}
		rates := timeline.Rates(parts(b, takes), nil, b.Seconds)
		for i := range takes {
			for j := range takes[i] {
				takes[i][j].Samples = int(float64(takes[i][j].Samples) / rates[i])
			}
		}
		cuts, err := timeline.Fit(parts(b, takes), b.Seconds, b.FPS)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		noted := slices.ContainsFunc(b.Notes, func(n scene.Note) bool {
			return strings.Contains(n.Text, "facts fill about") || strings.Contains(n.Text, "what fits fills") || strings.Contains(n.Text, "no facts") || strings.Contains(n.Text, "music carr")
		})
		if written && b.Language == "en" {
			said += float64(words)
			for i, c := range cuts {
				if n := len(c.Samples); n > 0 && !b.Scenes[i].Verbatim {
					read += float64(len(strings.Fields(b.Scenes[i].Say)))
					lasted += float64(c.Samples[n-1]-c.Samples[0])/scene.SampleRate + takes[i][n-1].Seconds()
				}
			}
		}
		if gap, at := silence(cuts, takes, b); gap > longestSilence && !noted {
			t.Errorf("%s: nobody speaks for %.1f s at %.0f s, and no note says why", name, gap, at)
		} else {
			t.Logf("%s: the longest silence is %.1f s at %.0f s", name, gap, at)
		}
	}
	t.Logf("English scenes say %.2f words a second, pauses between their sentences included; %.2f as they are written", said/lasted, read/lasted)
	if rate := read / lasted; rate < 2.3 || rate > 2.5 {
		t.Errorf("English scenes have %.2f written words a second, want 2.3 to 2.5", rate)
	}
	for lang, all := range rates {
		slices.Sort(all)
		base, _, _ := strings.Cut(lang, "-")
		want := spokenRate[base]
		t.Logf("%s: %.2f to %.2f words a second, median %.2f, in %d scripts", lang, all[0], all[len(all)-1], all[len(all)/2], len(all))
		if want != [2]float64{} && (all[0] < want[0] || all[len(all)-1] > want[1]) {
			t.Errorf("%s: %.2f to %.2f words a second, want %.2f to %.2f", lang, all[0], all[len(all)-1], want[0], want[1])
		}
	}
}

// silence is the longest time without speech, and when it begins, between the first
// second and the last picture.
func silence(cuts []timeline.Cut, takes [][]scene.Take, b *scene.Storyboard) (gap, at float64) {
	last := 0.0
	for i, c := range cuts {
		for j, from := range c.Samples {
			start := float64(from) / scene.SampleRate
			if start-last > gap {
				gap, at = start-last, last
			}
			last = math.Max(last, start+takes[i][j].Seconds())
		}
	}
	if end := b.Seconds - last; end > gap {
		gap, at = end, last
	}
	return gap, at
}
