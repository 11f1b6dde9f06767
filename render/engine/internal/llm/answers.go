package llm

import (
	"os"
	"time"

	"gitops.video/render/render/engine/internal/cache"
)

// maxKept bounds the answers that are kept, in bytes.
const maxKept = 64 << 20

// answers keeps what language models answered, by the digest of the question. Without a
// folder it keeps nothing.
type answers struct{ kept *cache.Dir }

// openAnswers keeps answers in a folder, limit bytes of them. One that cannot be made only
// costs time.
func openAnswers(dir string, limit int64) answers {
	kept, err := cache.Open(dir, limit, time.Now)
	if err != nil {
		return answers{}
	}
	return answers{kept}
}

// of is the answer to a question.
func (a answers) of(question string) (string, bool) {
	if a.kept == nil {
		return "", false
	}
	path := a.kept.Get(question, ".json")
	if path == "" {
		return "", false
	}
	data, err := os.ReadFile(path)
	return string(data), err == nil
}

// keep stores an answer. What cannot be written only costs time.
func (a answers) keep(question, answer string) {
	if a.kept == nil {
		return
	}
	if _, err := a.kept.Put(question, ".json", func(path string) error { return os.WriteFile(path, []byte(answer), 0o600) }); err == nil {
		_ = a.kept.Trim()
	}
}
