package engine

import (
	"errors"
	"strings"
	"testing"
	"time"

	"gitops.video/render/render"
	"gitops.video/render/render/engine/internal/cache"
)

// A panic while one prompt is read fails that entry for good and names the place.
func TestAMistakeOfOursFailsOneEntry(t *testing.T) {
	t.Parallel()
	words, n := []string{"a"}, 3
	_, err := guarded(func() (string, error) { return words[n], nil })
	var f *render.Failure
	if !errors.As(err, &f) || !f.Terminal || f.Code != "internalError" || !strings.Contains(f.Message, "index out of range") || !strings.Contains(f.Message, "mistake_test.go:") {
		t.Errorf("%v", err)
	}
	if s, err := guarded(func() (string, error) { return "fine", nil }); s != "fine" || err != nil {
		t.Errorf("%q, %v", s, err)
	}
	want := errors.New("said")
	if _, err := guarded(func() (string, error) { return "", want }); !errors.Is(err, want) {
		t.Errorf("%v", err)
	}
}

// A panic while a segment is drawn fails its entry, and leaves the seat to the next.
func TestAMistakeAtADeskFreesItsSeat(t *testing.T) {
	t.Parallel()
	kept, err := cache.Open(t.TempDir(), 1<<20, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	e := &Engine{cache: kept, seats: make(chan struct{}, 1)}
	d := newDesk(t.Context(), &show{}, newWorkshop(1), false) // a show without a storyboard
	_, err = guarded(func() (string, error) {
		return e.piece(t.Context(), d, segment{key: "k", count: 1}, ".mp4", func(int) {})
	})
	var f *render.Failure
	if !errors.As(err, &f) || f.Code != "internalError" {
		t.Errorf("%v", err)
	}
	if len(e.seats) != 0 {
		t.Error("nobody else can draw")
	}
}
