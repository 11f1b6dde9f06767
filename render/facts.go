package render

import (
	"context"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"
)

// FileState is what the disk says about a file that the lockfile vouches for.
type FileState uint8

// The three things that can be true of a recorded file.
const (
	Same    FileState = iota // present, with the recorded content
	Absent                   // not there
	Altered                  // there, with other content
)

// Fact is what is known of one recorded file outside the lockfile.
type Fact struct {
	State  FileState
	Held   bool // an interrupted move left the content beside the outputs
	Stored bool // the artifact store has the content
}

// Facts maps each recorded file that is not [Same] to what is known of it. Two records
// may name one path, and differ in what they expect there.
type Facts map[Artifact]Fact

// Looker answers for the files of one manifest's folder, without changing any.
type Looker interface {
	// Look compares a file with what was recorded of it.
	Look(a Artifact) (FileState, error)
	// Held says whether an interrupted move left this content behind.
	Held(sha256 string) bool
}

// Store keeps finished files by the hash of their content.
type Store interface {
	// Has says whether the store holds the content.
	Has(ctx context.Context, sha256 string) (bool, error)
	// Put stores the file at path, whose content hashes to sha256.
	Put(ctx context.Context, sha256, path string) error
	// Get writes the content to a new file at path, checked against its hash.
	Get(ctx context.Context, sha256, path string) error
}

// Survey looks at every file that the records vouch for. The store, which may be
// nil, is asked only about files that the disk does not have.
func Survey(ctx context.Context, records []*Record, disk Looker, store Store) (Facts, error) {
	var files []Artifact
	for _, r := range records {
		if done := r.Finished(); done != nil {
			files = append(files, done.Artifacts()...)
		}
	}
	facts := Facts{}
	if len(files) == 0 {
		return facts, nil
	}
	var mu sync.Mutex
	group, ctx := errgroup.WithContext(ctx)
	workers := max(runtime.GOMAXPROCS(0), 1)
	for part := range slices.Chunk(files, (len(files)+workers-1)/workers) {
		group.Go(func() error {
			for _, a := range part {
				if err := ctx.Err(); err != nil {
					return err
				}
				state, err := disk.Look(a)
				if err != nil {
					return err
				}
				if state == Same {
					continue
				}
				f := Fact{State: state, Held: disk.Held(a.SHA256)}
				if store != nil && !f.Held {
					if f.Stored, err = store.Has(ctx, a.SHA256); err != nil {
						return err
					}
				}
				mu.Lock()
				facts[a] = f
				mu.Unlock()
			}
			return nil
		})
	}
	return facts, group.Wait()
}
