package engine

import (
	"errors"
	"strings"
	"testing"

	"gitops.video/render/render"
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
