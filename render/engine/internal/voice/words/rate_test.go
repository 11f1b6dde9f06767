package words_test

import (
	"testing"

	"gitops.video/render/render/engine/internal/voice/words"
)

// TestRateOfASentence: the pace that a mark asks for, which is not said and not shown.
func TestRateOfASentence(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]float64{
		"Spain made 42 %.": 1,
		`<prosody rate="88%">Spain made 42 %</prosody>.`:    0.88,
		`<prosody rate='slow'>Spain made 42 %</prosody>.`:   0.88,
		`<prosody pitch="high" rate="x-fast">Go</prosody>.`: 1.3,
		`<prosody rate="900%">Go</prosody>.`:                2,
		`<prosody rate="nonsense">Go</prosody>.`:            1,
	} {
		if got := words.Rate(text); got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
	marked := `Listen. <prosody rate="88%">Spain made 42 %</prosody>. Then Portugal.`
	parts := words.Split(marked, "en")
	if len(parts) != 3 || words.Rate(parts[0]) != 1 || words.Rate(parts[1]) != 0.88 || words.Rate(parts[2]) != 1 || words.Shown(parts[1]) != "Spain made 42 %." {
		t.Errorf("%q", parts)
	}
}
