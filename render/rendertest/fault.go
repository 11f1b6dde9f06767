package rendertest

import (
	"errors"
	"io"
	"sync"

	"gitops.video/render/render"
)

// ErrDead is every side effect of a process that has crashed.
var ErrDead = errors.New("the process is dead")

// Faults counts side effects by name and stops the world at one of them: from then
// on nothing has an effect any more, as after kill -9. With After set the effect
// that is stopped at still happens, but nobody learns of it.
type Faults struct {
	At    int // the n-th side effect, counted from 1; 0 = never
	After bool

	mu   sync.Mutex
	n    int
	Ops  []string // names of the side effects so far
	dead bool
}

// Dead says whether the crash has happened.
func (f *Faults) Dead() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.dead
}

// Op carries a side effect out, unless the process is dead.
func (f *Faults) Op(name string, effect func() error) error {
	f.mu.Lock()
	if f.dead {
		f.mu.Unlock()
		return ErrDead
	}
	f.n++
	f.Ops = append(f.Ops, name)
	f.dead = f.At == f.n
	hit := f.dead
	f.mu.Unlock()
	if hit && !f.After {
		return ErrDead
	}
	err := effect()
	if hit {
		return ErrDead
	}
	return err
}

// Ledger is a ledger under faults.
type Ledger struct {
	*Faults
	render.Ledger
}

// Record records under faults.
func (l Ledger) Record(entries ...render.LedgerEntry) error {
	name := "record"
	for _, e := range entries {
		if e.Record == nil {
			name += ":drop"
		} else {
			name += ":" + string(e.Record.State)
		}
	}
	return l.Op(name, func() error { return l.Ledger.Record(entries...) })
}

// Disk is a disk under faults.
type Disk struct {
	*Faults
	render.Disk
}

// WorkDir makes a folder under faults.
func (d Disk) WorkDir(uuid string) (dir string, err error) {
	err = d.Op("workdir", func() error { dir, err = d.Disk.WorkDir(uuid); return err })
	return dir, err
}

// Discard discards under faults.
func (d Disk) Discard(uuid string) error {
	return d.Op("discard", func() error { return d.Disk.Discard(uuid) })
}

// Seal seals under faults.
func (d Disk) Seal(path string) (sum string, n int64, err error) {
	err = d.Op("seal", func() error { sum, n, err = d.Disk.Seal(path); return err })
	return sum, n, err
}

// Place places under faults.
func (d Disk) Place(path, output string) error {
	return d.Op("place", func() error { return d.Disk.Place(path, output) })
}

// Hold holds under faults.
func (d Disk) Hold(output, sum string) error {
	return d.Op("hold", func() error { return d.Disk.Hold(output, sum) })
}

// Take takes under faults.
func (d Disk) Take(sum, output string) error {
	return d.Op("take", func() error { return d.Disk.Take(sum, output) })
}

// Release releases under faults.
func (d Disk) Release() error { return d.Op("release", d.Disk.Release) }

// Keep keeps under faults.
func (d Disk) Keep(path, name string) (kept string, err error) {
	err = d.Op("keep", func() error { kept, err = d.Disk.Keep(path, name); return err })
	return kept, err
}

// Remove removes under faults.
func (d Disk) Remove(output string) error {
	return d.Op("remove", func() error { return d.Disk.Remove(output) })
}

// Open opens under faults.
func (d Disk) Open(output string) (r io.ReadCloser, n int64, err error) {
	err = d.Op("open", func() error { r, n, err = d.Disk.Open(output); return err })
	return r, n, err
}
