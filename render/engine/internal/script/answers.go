package script

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// maxKept bounds the answers that are kept, in bytes.
const maxKept = 64 << 20

// answers keeps what language models answered in a folder, by the question: each in a
// file of its own under its digest, so that a damaged one is none. "" keeps nothing.
// Several processes may use a folder at once.
type answers struct{ dir string }

func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

func (a answers) file(question string) string { return filepath.Join(a.dir, question+".json") }

// of is the answer to a question.
func (a answers) of(question string) (string, bool) {
	if a.dir == "" {
		return "", false
	}
	data, err := os.ReadFile(a.file(question))
	sum, answer, ok := strings.Cut(string(data), "\n")
	if err != nil || !ok || sum != digest([]byte(answer)) {
		return "", false
	}
	now := time.Now()
	_ = os.Chtimes(a.file(question), now, now) // recently used, for trim
	return answer, true
}

// keep stores an answer so that readers see all of it or nothing. What cannot be
// written only costs time.
func (a answers) keep(question, answer string) {
	if a.dir == "" || os.MkdirAll(a.dir, 0o755) != nil {
		return
	}
	f, err := os.CreateTemp(a.dir, "*.partial")
	if err != nil {
		return
	}
	_, werr := f.WriteString(digest([]byte(answer)) + "\n" + answer)
	if err := errors.Join(werr, f.Close()); err != nil || os.Rename(f.Name(), a.file(question)) != nil {
		_ = os.Remove(f.Name())
		return
	}
	a.trim(maxKept)
}

// trim removes what was not asked for longest until the folder is within limit bytes.
func (a answers) trim(limit int64) {
	entries, err := os.ReadDir(a.dir)
	if err != nil {
		return
	}
	var files []os.FileInfo
	var total int64
	for _, e := range entries {
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() {
			files = append(files, info)
			total += info.Size()
		}
	}
	slices.SortFunc(files, func(x, y os.FileInfo) int {
		return cmp.Or(x.ModTime().Compare(y.ModTime()), strings.Compare(x.Name(), y.Name()))
	})
	for _, f := range files {
		if total <= limit {
			return
		}
		if os.Remove(filepath.Join(a.dir, f.Name())) == nil {
			total -= f.Size()
		}
	}
}
