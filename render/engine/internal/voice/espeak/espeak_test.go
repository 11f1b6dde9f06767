package espeak

import (
	"context"
	"errors"
	"os"
	"strings"
	"sync"
	"testing"
)

// system returns a helper on the installed espeak-ng.
func system(t *testing.T) *Helper {
	t.Helper()
	if _, err := System(); err != nil {
		t.Skip(err)
	}
	h := New(System)
	t.Cleanup(h.Close)
	return h
}

var plain = Settings{Voice: "en", Rate: 170, Pitch: 50, Range: 50}

func TestSpeakTellsWordsAndSounds(t *testing.T) {
	t.Parallel()
	said, err := system(t).Speak(t.Context(), plain, "Solar power is clean.")
	if err != nil {
		t.Fatal(err)
	}
	var words, sounds, at int
	for _, e := range said.Events {
		if e.Sample < at || e.Sample > len(said.Samples) {
			t.Errorf("event at %d after %d of %d samples", e.Sample, at, len(said.Samples))
		}
		at = e.Sample
		switch {
		case e.Word:
			words++
		case e.IPA != "":
			sounds++
		}
	}
	if words != 4 || sounds < 10 || said.Rate < 8000 || len(said.Samples) < said.Rate/2 {
		t.Errorf("%d words, %d sounds, %d samples at %d Hz", words, sounds, len(said.Samples), said.Rate)
	}
}

func TestHelperTakesTurns(t *testing.T) {
	t.Parallel()
	h := system(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := h.Speak(ctx, plain, "Three."); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if _, err := h.Speak(t.Context(), Settings{Voice: "no-such-voice"}, "Four."); err == nil || !strings.Contains(err.Error(), "no-such-voice") {
		t.Errorf("unknown voice: %v", err)
	}
	var all sync.WaitGroup
	for range 4 { // callers take turns
		all.Go(func() {
			if said, err := h.Speak(t.Context(), plain, "Five, in turn.\x00 And more."); err != nil || len(said.Samples) == 0 {
				t.Errorf("in turn: %v", err)
			}
		})
	}
	all.Wait()
}

func TestMissingLibrary(t *testing.T) {
	t.Parallel()
	h := New(func() (Library, error) { return Library{Path: t.TempDir() + "/libespeak-ng.so.1"}, nil })
	t.Cleanup(h.Close)
	if _, err := h.Speak(t.Context(), plain, "Hello."); err == nil || !strings.Contains(err.Error(), "open espeak-ng") {
		t.Errorf("missing library: %v", err)
	}
	h = New(func() (Library, error) { return Library{}, os.ErrNotExist })
	if _, err := h.Phonemes(t.Context(), "en", "Hello."); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no library: %v", err)
	}
}
