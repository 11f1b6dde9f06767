package queue

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
)

// TestSubmitIsDurableAndUnique submits many at once and one of them again.
func TestSubmitIsDurableAndUnique(t *testing.T) {
	ctx := context.Background()
	q, err := Open(ctx, filepath.Join(t.TempDir(), "q.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer q.Close()
	for range 2 {
		var subs []Submission
		for range 200 {
			subs = append(subs, Submission{UUID: newUUID(), Owner: "a", Request: []byte(`{"positivePrompt":"hello hello hello hello hello hello hello hello"}`), Spec: []byte(`{"positivePrompt":"hello hello hello hello hello hello hello hello"}`), Results: 1, Seconds: 30})
		}
		for _, err := range q.Submit(ctx, subs...) {
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := q.Submit(ctx, subs[0])[0]; !errors.Is(err, ErrConflict) {
			t.Fatal(err)
		}
		ts, err := q.Tasks(ctx, "a", subs[0].UUID, subs[5].UUID, "x")
		if err != nil || len(ts) != 2 || ts[1].UUID != subs[5].UUID || ts[0].State != Queued {
			t.Fatal(ts, err)
		}
	}
}
