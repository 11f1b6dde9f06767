package render

import (
	"context"
	"io"
	"time"
)

// What apply needs from the outside world. Every method is one side effect that a
// test can make fail; none of them decides anything.

// Ledger makes changes of records durable while apply runs.
type Ledger interface {
	// Record writes the entries, in order, and returns once they would survive a
	// power cut. Its cost does not depend on how many records there are.
	Record(entries ...LedgerEntry) error
}

// LedgerEntry is one change of one record; a nil Record drops the key.
type LedgerEntry struct {
	Key    string
	Record *Record
}

// Disk is the folder of one manifest: the finished files in it, and a private
// place on the same file system for unfinished ones. Output paths are slash
// separated, relative to the folder, and never leave it.
type Disk interface {
	Looker
	// WorkDir makes an empty folder for one task's files and gives its absolute path.
	WorkDir(taskUUID string) (string, error)
	// Discard removes what WorkDir made.
	Discard(taskUUID string) error
	// Seal forces a finished file to the disk and hashes it.
	Seal(path string) (sha256 string, bytes int64, err error)
	// Place moves a sealed file to an output path, replacing what is there.
	Place(path, output string) error
	// Hold moves an output aside under the hash of its content, and Take brings it
	// back under a path. Between the two a crash loses nothing: see Looker.Held.
	Hold(output, sha256 string) error
	Take(sha256, output string) error
	// Release forgets everything that is still held.
	Release() error
	// Keep moves a file that has no output path to where a user can find it, and
	// gives its path relative to the folder.
	Keep(path, name string) (string, error)
	// Remove deletes an output, and the folders that this leaves empty. A file
	// that is not there is no error.
	Remove(output string) error
	// Open opens an output for reading and gives its size in bytes.
	Open(output string) (io.ReadCloser, int64, error)
}

// Media are facts read from a finished video file.
type Media struct {
	Seconds       float64
	Width, Height int // pixels
}

// Prober reads the facts of a finished file. An error says that it is not a whole
// and playable video.
type Prober interface {
	Probe(ctx context.Context, path string) (Media, error)
}

// Deliverer carries finished videos to where the manifest wants them. URLs are
// given as written in the manifest: only it looks into the environment, and no
// error of its shows more of an URL than scheme, host and path.
type Deliverer interface {
	// Upload puts size bytes of a file to an uploadEndpoint.
	Upload(ctx context.Context, endpoint, contentType string, file io.Reader, size int64) error
	// Notify posts a JSON body to a webhookURL.
	Notify(ctx context.Context, webhook string, body []byte) error
}

// Clock tells the time and waits.
type Clock interface {
	Now() time.Time
	// Sleep returns early with the context's error when it ends.
	Sleep(ctx context.Context, d time.Duration) error
}

// SystemClock is the machine's clock.
type SystemClock struct{}

// Now gives the current time.
func (SystemClock) Now() time.Time { return time.Now() }

// Sleep waits for d or for the end of ctx.
func (SystemClock) Sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Pieces is where makers of one video share what is finished of it, by the hash of what
// made it. Its methods are safe for concurrent use.
type Pieces interface {
	// Fetch puts a piece at path, over what is there, complete and checked; false says
	// that nobody has shared it.
	Fetch(ctx context.Context, name, path string) (bool, error)
	// Share makes a finished piece known to the others; it may be known already.
	Share(ctx context.Context, name, path string) error
}
