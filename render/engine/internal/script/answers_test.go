package script

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gitops.video/render/manifest"
)

// A kept answer that was damaged is asked for again, even where what is left of it is
// still an answer.
func TestDamagedAnswersAreAskedForAgain(t *testing.T) {
	t.Parallel()
	for name, damage := range map[string]func([]byte) []byte{
		"altered": func(b []byte) []byte { return []byte(strings.Replace(string(b), "surprise", "confuses", 1)) },
		"cut":     func(b []byte) []byte { return b[:len(b)/2] },
		"empty":   func([]byte) []byte { return nil },
	} {
		l, calls, _ := model(t, draftJSON("€9"))
		r := Request{Spec: manifest.Spec{PositivePrompt: teaPrompt}, LLM: l}
		notes(t, r)
		files, err := filepath.Glob(filepath.Join(l.CacheDir, "llm", "*", "*.json"))
		if err != nil || len(files) != 1 {
			t.Fatalf("%v, %v", files, err)
		}
		b, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(files[0], damage(b), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, said := notes(t, r); calls.Load() != 2 || !strings.Contains(said, "When did tea last surprise you?") {
			t.Errorf("%s: %d calls, said %q", name, calls.Load(), said)
		}
		if notes(t, r); calls.Load() != 2 {
			t.Errorf("%s: the answer is not kept again", name)
		}
	}
}
