package llm

import (
	"os"
	"strings"
	"testing"
	"time"
)

func TestAnswersAreBounded(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	a := openAnswers(dir, maxKept)
	for i, q := range []string{"old", "asked", "new"} {
		a.keep(q, strings.Repeat("x", 1000))
		at := time.Now().Add(time.Duration(i-10) * time.Hour)
		if err := os.Chtimes(a.kept.Get(q, ".json"), at, at); err != nil {
			t.Fatal(err)
		}
	}
	a.of("old")
	if err := openAnswers(dir, 2500).kept.Trim(); err != nil {
		t.Fatal(err)
	}
	for q, want := range map[string]bool{"old": true, "asked": false, "new": true} {
		if _, kept := a.of(q); kept != want {
			t.Errorf("%q kept: %v", q, kept)
		}
	}
}
