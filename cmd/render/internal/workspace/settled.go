package workspace

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"time"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/disk"
	"gitops.video/render/render/lockfile"
)

// A plan that found nothing to do leaves a proof of it in .render/: the hash of every
// manifest and data file that was read, of the lockfile, and the stamps (size, times,
// inode) of every file that entries name or the lockfile vouches for. As long as all
// of that is the same, and the program and its flags are, the next plan is known to
// find nothing to do either, without expanding a single template.
//
// The proof is only ever a shortcut to "nothing to do". Anything that differs, or
// cannot be read, leads back to the full comparison.

const settledFormat = "render settled 2"

// proof is the head of a settled file; the paths that its Stamps are over follow it,
// each ended by a zero byte.
type proof struct {
	Format   string              `json:"format"`
	Program  string              `json:"program"` // which build of render, and which flags
	Entries  int                 `json:"entries"`
	Provider string              `json:"provider"`
	Engine   string              `json:"engine"`
	Lock     string              `json:"lock"`
	Reads    map[string]string   `json:"reads"`    // file → SHA-256
	Patterns map[string][]string `json:"patterns"` // glob or folder → files it stood for
	Stamps   string              `json:"stamps"`
}

// Question is what a proof answers: which manifests, under which flags.
type Question struct {
	Paths []string
	Flags string // whatever else decides a plan
	// Engine gives the version of what draws, by the provider's name.
	Engine func(provider string) string
}

// id is the same for the same program and flags.
func (q Question) id() (string, bool) {
	exe, err := os.Executable()
	if err != nil {
		return "", false
	}
	stamp, err := disk.StampOf(exe)
	if err != nil {
		return "", false
	}
	b, err := json.Marshal([]any{settledFormat, exe, stamp, q.Paths, q.Flags})
	if err != nil {
		return "", false
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:]), true
}

// single gives the only manifest of a question. Folders are looked through anew each
// time: a manifest that was added there changes the answer.
func (q Question) single() (path string, ok bool) {
	if len(q.Paths) != 1 {
		return "", false
	}
	info, err := os.Stat(q.Paths[0])
	return q.Paths[0], err == nil && info.Mode().IsRegular()
}

func settledPath(dir, id string) string {
	return filepath.Join(dir, lockfile.StateDir, "settled-"+id[:16])
}

// Settled says that nothing is to be done, and for how many entries, when that is
// proven. ok is false when it is not known.
func Settled(q Question) (entries int, ok bool) {
	path, single := q.single()
	id, known := q.id()
	if !single || !known {
		return 0, false
	}
	dir := filepath.Dir(path)
	data, err := os.ReadFile(settledPath(dir, id))
	if err != nil {
		return 0, false
	}
	head, list, found := bytes.Cut(data, []byte("\n"))
	var p proof
	if !found || json.Unmarshal(head, &p) != nil || p.Format != settledFormat || p.Program != id {
		return 0, false
	}
	if q.Engine(p.Provider) != p.Engine || lockfile.Unfolded(p.Lock) {
		return 0, false
	}
	for name, sum := range p.Reads {
		if got, err := hashFile(name); err != nil || got != sum {
			return 0, false
		}
	}
	if !patternsHold(dir, p.Patterns) {
		return 0, false
	}
	sum, _, err := stamps(dir, list)
	return p.Entries, err == nil && sum == p.Stamps
}

func patternsHold(dir string, patterns map[string][]string) bool {
	if len(patterns) == 0 {
		return true
	}
	d, err := disk.Open(dir, "", disk.OpenHashes(dir, time.Now))
	if err != nil {
		return false
	}
	defer d.Close()
	files := d.Files()
	for pattern, names := range patterns {
		now, err := files.Expand(pattern)
		if err != nil || !slices.Equal(now, names) {
			return false
		}
	}
	return true
}

// Settle leaves the proof that a plan found nothing to do, where there is one to give.
// It is a cache: that it could not be written matters to nobody.
func (w *Workspace) Settle(q Question, plan *render.Plan) {
	path, single := q.single()
	id, known := q.id()
	if !single || !known || len(w.Manifests) != 1 || !plan.Idle() || len(plan.Notes) > 0 {
		return
	}
	for i := range plan.Changes {
		if c := &plan.Changes[i]; c.Action != render.Unchanged || c.Outdated || c.Note != "" {
			return // it has more to say than one line
		}
	}
	m := w.Manifests[0]
	dir := filepath.Dir(path)
	if info, err := os.Stat(filepath.Join(dir, lockfile.StateDir)); err != nil || !info.IsDir() {
		return
	}
	reads, ok := m.reads()
	if !ok {
		return
	}
	list := m.watched()
	sum, newest, err := stamps(dir, list)
	// What was changed just now could change again without a new stamp.
	if err != nil || w.config.Clock.Now().Sub(newest) < disk.Settling {
		return
	}
	p := proof{Format: settledFormat, Program: id, Entries: plan.Entries, Lock: m.lockPath,
		Provider: m.Provider.Info().Name, Engine: m.Provider.Info().Engine, Reads: reads, Patterns: m.patterns(), Stamps: sum}
	head, err := json.Marshal(p)
	if err != nil {
		return
	}
	m.forgetProofs(dir)
	_ = lockfile.Replace(settledPath(dir, id), append(append(head, '\n'), list...)) // see above
}

// maxProofs bounds how many questions a folder keeps proofs for.
const maxProofs = 8

func (m *Manifest) forgetProofs(dir string) {
	old, err := filepath.Glob(filepath.Join(dir, lockfile.StateDir, "settled-*"))
	if err != nil || len(old) < maxProofs {
		return
	}
	for _, name := range old {
		_ = os.Remove(name) // one that stays is only room lost
	}
}

// sources finds the files that the loader read. A name is as the user wrote it, from
// the working folder or from the manifest's; the one with the right content is meant.
func (m *Manifest) sources() (map[string]string, bool) {
	out := map[string]string{}
	find := func(name, sum string) bool {
		for _, at := range []string{name, filepath.Join(m.File.Dir, filepath.FromSlash(name))} {
			if got, err := hashFile(at); err == nil && got == sum {
				out[at] = sum
				return true
			}
		}
		return false
	}
	for name, sum := range m.File.Reads {
		if !find(name, sum) {
			return nil, false
		}
	}
	return out, true
}

// reads are the sources and the lockfile.
func (m *Manifest) reads() (map[string]string, bool) {
	out, ok := m.sources()
	if !ok {
		return nil, false
	}
	sum, err := hashFile(m.lockPath)
	if errors.Is(err, fs.ErrNotExist) && len(m.Entries) == 0 {
		return out, true
	}
	out[m.lockPath] = sum
	return out, err == nil && len(m.File.Reads) > 0
}

// watched lists the files whose stamps count, each ended by a zero byte: what the
// lockfile vouches for and what entries read, sorted so that neighbours on disk are
// neighbours here.
func (m *Manifest) watched() []byte {
	names := map[string]bool{}
	for _, r := range m.Lock.Records {
		if done := r.Finished(); done != nil {
			for _, a := range done.Artifacts() {
				names[a.Path] = true
			}
		}
	}
	for _, e := range m.Entries {
		for _, in := range e.Inputs {
			names[in.Path] = true
		}
	}
	var b bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(names)) {
		b.WriteString(name)
		b.WriteByte(0)
	}
	return b.Bytes()
}

// patterns are the globs and folders that entries name, with what they stand for.
func (m *Manifest) patterns() map[string][]string {
	out := map[string][]string{}
	files := m.Dir.Files()
	add := func(pattern string) {
		if pattern == "" || out[pattern] != nil {
			return
		}
		if names, err := files.Expand(pattern); err == nil {
			out[pattern] = names
		}
	}
	var last *manifest.Brand
	for _, e := range m.Entries {
		for _, p := range e.Spec.Context {
			add(p)
		}
		for _, a := range e.Spec.Assets {
			add(a.Path)
		}
		if b := e.Spec.Brand; b != nil && b != last {
			last = b
			if b.Font != nil {
				for _, p := range b.Font.Files {
					add(p)
				}
			}
		}
	}
	return out
}

// stamps sums up the stamps of a list of files, on all processors, and gives the
// time of the last change among them.
func stamps(dir string, list []byte) (sum string, newest time.Time, err error) {
	names := bytes.Split(bytes.TrimSuffix(list, []byte{0}), []byte{0})
	if len(list) == 0 {
		names = nil
	}
	d, err := os.OpenRoot(dir)
	if err != nil {
		return "", newest, err
	}
	defer d.Close()
	workers := runtime.GOMAXPROCS(0)
	size := max((len(names)+workers-1)/workers, 1)
	parts := make([]stampSum, (len(names)+size-1)/size)
	var wg sync.WaitGroup
	for i := range parts {
		part := names[i*size : min((i+1)*size, len(names))]
		wg.Go(func() { parts[i] = disk.StampAll(d, part) })
	}
	wg.Wait()
	h := sha256.New()
	for _, p := range parts {
		if p.Err != nil {
			return "", newest, p.Err
		}
		h.Write(p.Sum)
		if p.Newest.After(newest) {
			newest = p.Newest
		}
	}
	// The number of parts follows from the number of processors: a machine that
	// changed its mind about that asks again.
	fmt.Fprintf(h, "%d", len(parts))
	return hex.EncodeToString(h.Sum(nil)), newest, nil
}

type stampSum = disk.StampSum

func hashFile(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.CopyBuffer(h, f, make([]byte, 256<<10)); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
