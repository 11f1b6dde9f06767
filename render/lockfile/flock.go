package lockfile

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"time"

	"gitops.video/render/render"
)

// flock is an advisory lock on a file whose content says who holds it. The lock is
// the operating system's: it ends with the process, however that ends.
type flock struct{ f *os.File }

type holder struct {
	PID   int       `json:"pid"`
	Host  string    `json:"host"`
	Since time.Time `json:"since"`
}

// pollEvery is how often a waiting process tries again.
const pollEvery = 200 * time.Millisecond

// ErrLocked is what [TryLock] says of a file that another process holds.
var ErrLocked = errors.New("locked")

func acquire(ctx context.Context, p paths, timeout time.Duration, clock render.Clock) (*flock, error) {
	f, err := os.OpenFile(p.flock, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	deadline := clock.Now().Add(timeout)
	for {
		err := TryLock(f)
		if err == nil {
			break
		}
		if !errors.Is(err, ErrLocked) {
			return nil, errors.Join(err, f.Close())
		}
		if !clock.Now().Before(deadline) {
			return nil, errors.Join(heldBy(p, f), f.Close())
		}
		if err := clock.Sleep(ctx, pollEvery); err != nil {
			return nil, errors.Join(err, f.Close())
		}
	}
	host, _ := os.Hostname() // only for the message
	who, err := json.Marshal(holder{os.Getpid(), host, clock.Now().Truncate(time.Second)})
	if err == nil {
		err = f.Truncate(0)
	}
	if err == nil {
		_, err = f.WriteAt(append(who, '\n'), 0)
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &flock{f}, nil
}

func heldBy(p paths, f *os.File) error {
	e := &HeldError{Path: p.lock}
	var h holder
	if data, err := io.ReadAll(io.LimitReader(f, 4096)); err == nil && json.Unmarshal(data, &h) == nil {
		e.PID, e.Host, e.Since = h.PID, h.Host, h.Since
	}
	return e
}

// release empties the file and drops the lock. The file itself stays: deleting it
// would let two processes lock two files of the same name.
func (l *flock) release() error {
	return errors.Join(l.f.Truncate(0), unlock(l.f), l.f.Close())
}
