package lockfile

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"gitops.video/render/render"
)

// StateDir is the folder beside a manifest that holds what is not committed.
const StateDir = ".render"

// paths are where the parts of one lockfile live.
type paths struct{ lock, state, journal, flock string }

func pathsOf(lockPath string) paths {
	state := filepath.Join(filepath.Dir(lockPath), StateDir)
	base := strings.TrimSuffix(filepath.Base(lockPath), ".lock")
	return paths{lockPath, state, filepath.Join(state, base+".journal"), filepath.Join(state, base+".apply")}
}

// Read gives the recorded state: the lockfile with the journal of an apply that
// runs, or died, played over it. It takes no lock and changes nothing. A lockfile
// that does not exist is empty.
func Read(lockPath string) (*render.Lock, error) {
	lock, _, err := read(pathsOf(lockPath))
	return lock, err
}

func read(p paths) (lock *render.Lock, whole int64, err error) {
	// The journal is read first: an apply that ends between the two reads has put it
	// into the lockfile before it removes it, and playing it twice changes nothing.
	acts, err := readOptional(p.journal)
	if err != nil {
		return nil, 0, err
	}
	data, err := readOptional(p.lock)
	if err != nil {
		return nil, 0, err
	}
	if lock, err = Decode(p.lock, data); err != nil {
		return nil, 0, err
	}
	if len(data) == 0 {
		lock.Notes = nil
	}
	return lock, replay(lock, acts), nil
}

func readOptional(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// Session is the right to change a lockfile, held by one process at a time.
type Session struct {
	paths paths
	lock  *render.Lock
	flock *flock

	mu      sync.Mutex
	journal *journal
	dirty   bool
}

var _ render.Ledger = (*Session)(nil)

// HeldError is a lockfile that another process is working on.
type HeldError struct {
	Path  string // the lockfile
	PID   int    // 0 when it could not be read
	Host  string
	Since time.Time
}

func (e *HeldError) Error() string {
	if e.PID == 0 {
		return fmt.Sprintf("another apply is at work on %s; wait for it with --lock-timeout 5m", e.Path)
	}
	return fmt.Sprintf("another apply is at work on %s (pid %d on %s, since %s); wait for it with --lock-timeout 5m, or end that process",
		e.Path, e.PID, e.Host, e.Since.Format("2006-01-02 15:04:05"))
}

// Open takes the advisory lock and reads the recorded state, with what an apply
// that died left in the journal. When another process holds the lock, Open tries
// until timeout has passed and then gives a *HeldError. The operating system drops
// the lock of a process that dies, so there is nothing to break by hand.
func Open(ctx context.Context, lockPath string, timeout time.Duration, clock render.Clock) (*Session, error) {
	p := pathsOf(lockPath)
	if err := MakeStateDir(p.state); err != nil {
		return nil, err
	}
	held, err := acquire(ctx, p, timeout, clock)
	if err != nil {
		return nil, err
	}
	lock, whole, err := read(p)
	if err != nil {
		return nil, errors.Join(err, held.release())
	}
	j, err := openJournal(p.journal, whole)
	if err != nil {
		return nil, errors.Join(err, held.release())
	}
	return &Session{paths: p, lock: lock, flock: held, journal: j, dirty: whole > 0}, nil
}

// MakeStateDir makes the private folder and keeps it out of git, whatever the
// repository's own ignore rules say.
func MakeStateDir(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	ignore := filepath.Join(dir, ".gitignore")
	if _, err := os.Stat(ignore); errors.Is(err, fs.ErrNotExist) {
		return os.WriteFile(ignore, []byte("*\n"), 0o644)
	}
	return nil
}

// Lock is the recorded state as it was when the session began. Changes made through
// Record are played over it when the session closes.
func (s *Session) Lock() *render.Lock { return s.lock }

// SetProject gives a lockfile without an identity its own, durably: it must not be
// another one after a crash.
func (s *Session) SetProject(id string) error {
	if s.lock.Project == id {
		return nil
	}
	s.lock.Project = id
	return s.write()
}

// Record makes changes durable. They are one act: after a crash all of them are
// there or none.
func (s *Session) Record(entries ...render.LedgerEntry) error {
	if len(entries) == 0 {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.journal.append(s.lock, entries); err != nil {
		return err
	}
	s.dirty = true
	return nil
}

// Settled makes decisions durable that reading the lock called for. What they were
// between is gone after that.
func (s *Session) Settled() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.write(); err != nil {
		return err
	}
	s.journal.size, s.dirty = 0, false
	return s.journal.cut()
}

// Close folds the journal into the lockfile and gives the right up. The lockfile
// is written whole before the journal goes, so that dying here repeats the fold.
func (s *Session) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	err := s.fold()
	return errors.Join(err, s.journal.f.Close(), s.flock.release())
}

// Abandon gives the right up and leaves the journal for the next run to play, as a
// process does that dies.
func (s *Session) Abandon() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return errors.Join(s.journal.f.Close(), s.flock.release())
}

func (s *Session) fold() error {
	if !s.dirty {
		return nil
	}
	// It is read anew, since git may have changed it in the meantime.
	lock, _, err := read(s.paths)
	if err != nil {
		return err
	}
	lock.Project = s.lock.Project
	*s.lock = *lock
	if err := s.write(); err != nil {
		return err
	}
	if err := s.journal.f.Truncate(0); err != nil {
		return err
	}
	return s.journal.f.Sync()
}

// write replaces the lockfile unless it already holds these bytes.
func (s *Session) write() error {
	data := Encode(s.lock)
	if have, err := os.ReadFile(s.paths.lock); err == nil && string(have) == string(data) {
		return nil
	}
	return Replace(s.paths.lock, data)
}

// Unfolded says whether an apply that died, or is running, left a journal.
func Unfolded(lockPath string) bool {
	info, err := os.Stat(pathsOf(lockPath).journal)
	return err == nil && info.Size() > 0
}
