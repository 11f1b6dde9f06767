package lockfile

import (
	"bytes"
	"io"
	"os"
	"testing"

	"gitops.video/render/render"
)

// TestTornJournalTakesNothingMore: an act that could neither be written whole nor cut off
// again would hide the acts behind it from the replay. A pipe takes a line, and can be
// neither synced nor cut.
func TestTornJournalTakesNothingMore(t *testing.T) {
	t.Parallel()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	j := &journal{f: w}
	act := []render.LedgerEntry{{Key: "a", Record: &render.Record{Key: "a"}}}
	if err := j.append(&render.Lock{}, act); err == nil {
		t.Fatal("a line that cannot be synced was acknowledged")
	}
	if err := j.append(&render.Lock{}, act); err == nil {
		t.Fatal("a line behind a torn one was acknowledged")
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	written, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(written, []byte("\n")); n != 1 {
		t.Errorf("%d lines were written, the second one behind a torn one", n)
	}
}
