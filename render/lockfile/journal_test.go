package lockfile

import (
	"bytes"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
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

// TestReplay is the law of journals: what a run has recorded is there after it died, at
// any point of its fold and however often the fold is begun anew; what git has brought
// since stays, beside it where both changed an entry.
func TestReplay(t *testing.T) {
	t.Parallel()
	for seed := range uint64(150) {
		rng := rand.New(rand.NewPCG(seed, 1))
		record := func(key string) *render.Record {
			if rng.IntN(5) == 0 {
				return nil
			}
			states := []render.State{render.StateSubmitting, render.StateSubmitted, render.StateDone, render.StateFailed}
			n := string(rune('0' + rng.IntN(4)))
			return &render.Record{Key: key, Digest: "sha256:" + strings.Repeat(n, 64), TaskUUID: "task-" + n, Attempt: 1 + rng.IntN(2), State: states[rng.IntN(4)]}
		}
		base := map[string]*render.Record{}
		for _, key := range []string{"a", "b", "c"} {
			if r := record(key); r != nil {
				base[key] = r
			}
		}
		lock := func(records map[string]*render.Record) *render.Lock {
			return &render.Lock{Records: maps.Clone(records)}
		}
		path := filepath.Join(t.TempDir(), "journal")
		j, err := openJournal(path, 0)
		if err != nil {
			t.Fatal(err)
		}
		ours := maps.Clone(base)
		for range rng.IntN(6) {
			key := string(rune('a' + rng.IntN(3)))
			r := record(key)
			if err := j.append(lock(base), []render.LedgerEntry{{Key: key, Record: r}}); err != nil {
				t.Fatal(err)
			}
			if ours[key] = r; r == nil {
				delete(ours, key)
			}
		}
		if err := j.f.Close(); err != nil {
			t.Fatal(err)
		}
		acts, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		check := func(what string, got *render.Lock, want map[string]*render.Record) {
			t.Helper()
			if a, b := Encode(got), Encode(lock(want)); !bytes.Equal(a, b) {
				t.Fatalf("seed %d, %s:\n%swant\n%s", seed, what, a, b)
			}
		}
		once := lock(base)
		if whole := replay(once, acts); whole != int64(len(acts)) {
			t.Fatalf("seed %d: %d of %d bytes are whole", seed, whole, len(acts))
		}
		check("after the run died", once, ours)
		replay(once, acts)
		check("after the fold died", once, ours)

		theirs := maps.Clone(base)
		pulled := string(rune('a' + rng.IntN(3)))
		if theirs[pulled] = record(pulled); theirs[pulled] == nil {
			delete(theirs, pulled)
		}
		merged := lock(theirs)
		replay(merged, acts)
		for _, key := range []string{"a", "b", "c"} {
			got := sideOf(merged, key)
			holds := func(r *render.Record) bool {
				for _, g := range got {
					if same([]*render.Record{g}, []*render.Record{r}) || g.Digest == r.Digest && g.TaskUUID == r.TaskUUID {
						return true
					}
				}
				return false
			}
			if r := ours[key]; r != nil && mark(r) != mark(base[key]) && !holds(r) {
				t.Fatalf("seed %d: what the run recorded of %s is lost: %s", seed, key, Encode(merged))
			}
			if r := theirs[key]; r != nil && mark(r) != mark(base[key]) && !known(acts, key, r) && !holds(r) {
				t.Fatalf("seed %d: what was pulled of %s is lost: %s", seed, key, Encode(merged))
			}
		}
	}
}

// known says whether a journal has written a record itself.
func known(acts []byte, key string, r *render.Record) bool {
	for line := range bytes.Lines(acts) {
		list, _ := decodeAct(bytes.TrimSuffix(line, []byte("\n")))
		for _, a := range list {
			if a.Key == key && mark(a.Record) == mark(r) {
				return true
			}
		}
	}
	return false
}
