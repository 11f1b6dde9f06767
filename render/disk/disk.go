// Package disk is the folder of one manifest on the local file system: finished
// videos where the manifest wants them, and unfinished ones in .render/ beside it.
//
// Output paths come from templates and data, so they are only ever opened through
// an [os.Root]: neither "..", nor an absolute path, nor a symbolic link leads out
// of the folder.
package disk

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"syscall"

	"gitops.video/render/render"
	"gitops.video/render/render/lockfile"
)

// Dir is a manifest's folder.
type Dir struct {
	path   string
	root   *os.Root
	work   string // folder of what is being made for this manifest
	hold   string // folder of what this manifest's moves have set aside
	hashes *Hashes
	placed sync.Mutex
}

var _ render.Disk = (*Dir)(nil)

// Open opens a manifest's folder. hashes remembers what its files contain; owner is
// the name of its lockfile, which keeps apart what two manifests in one folder, or a
// manifest and its drafts, make and set aside.
func Open(dir, owner string, hashes *Hashes) (*Dir, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(abs)
	if err != nil {
		return nil, err
	}
	return &Dir{path: abs, root: root, work: path.Join(workDir, owner), hold: path.Join(holdDir, owner), hashes: hashes}, nil
}

// Path is the folder's absolute path.
func (d *Dir) Path() string { return d.path }

// Close gives the folder up.
func (d *Dir) Close() error { return d.root.Close() }

// Look compares a file with what was recorded of it. A size that differs settles
// it without reading; otherwise the hash cache answers, or the file is read.
func (d *Dir) Look(a render.Artifact) (render.FileState, error) {
	name := local(a.Path)
	info, err := d.root.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return render.Absent, nil
	case err != nil:
		return render.Absent, outside(a.Path, err)
	case info.Mode()&fs.ModeSymlink != 0:
		if info, err = d.root.Stat(name); errors.Is(err, fs.ErrNotExist) {
			return render.Absent, nil
		} else if err != nil {
			return render.Altered, nil // it leads out of the folder: not the file that was recorded
		}
	}
	if !info.Mode().IsRegular() || info.Size() != a.Bytes {
		return render.Altered, nil
	}
	sum, err := d.hashes.hash(d.root, name, info)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return render.Absent, nil
	case err != nil:
		return render.Absent, outside(a.Path, err)
	case sum != a.SHA256:
		return render.Altered, nil
	}
	return render.Same, nil
}

// Rehash compares a file with what was recorded of it by reading it whole.
func (d *Dir) Rehash(a render.Artifact) (render.FileState, error) {
	f, err := d.root.Open(local(a.Path))
	if errors.Is(err, fs.ErrNotExist) {
		return render.Absent, nil
	}
	if err != nil {
		return render.Absent, outside(a.Path, err)
	}
	defer f.Close()
	sum, _, err := sumOf(f)
	if err != nil {
		return render.Absent, err
	}
	if sum != a.SHA256 {
		return render.Altered, nil
	}
	return render.Same, nil
}

// The folders below .render/.
const (
	workDir = lockfile.StateDir + "/work"
	holdDir = lockfile.StateDir + "/hold"
	keptDir = lockfile.StateDir + "/kept"
)

// WorkDir makes an empty folder for one task's files.
func (d *Dir) WorkDir(taskUUID string) (string, error) {
	if taskUUID == "" || strings.ContainsAny(taskUUID, `/\`) || taskUUID[0] == '.' {
		return "", fmt.Errorf("a task named %q cannot have a folder", taskUUID)
	}
	if err := lockfile.MakeStateDir(filepath.Join(d.path, lockfile.StateDir)); err != nil {
		return "", err
	}
	name := path.Join(d.work, taskUUID)
	if err := d.root.RemoveAll(name); err != nil {
		return "", err
	}
	if err := d.root.MkdirAll(name, 0o755); err != nil {
		return "", err
	}
	return filepath.Join(d.path, filepath.FromSlash(name)), nil
}

// Discard removes what WorkDir made.
func (d *Dir) Discard(taskUUID string) error {
	return d.root.RemoveAll(path.Join(d.work, taskUUID))
}

// Seal forces a file to the disk and hashes it.
func (d *Dir) Seal(name string) (sum string, bytes int64, err error) {
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return "", 0, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if err := f.Sync(); err != nil {
		return "", 0, err
	}
	sum, bytes, err = sumOf(f)
	if err == nil && bytes == 0 {
		err = fmt.Errorf("%s is empty", filepath.Base(name))
	}
	return sum, bytes, err
}

// Place moves a sealed file to an output path.
func (d *Dir) Place(file, output string) error {
	from, err := filepath.Rel(d.path, file)
	if err != nil || !filepath.IsLocal(from) {
		return fmt.Errorf("%s is not in the manifest's folder", filepath.Base(file))
	}
	return d.rename(from, output)
}

// rename moves a file inside the folder to an output path and makes the new name
// durable. Folders on other file systems, mounted below, are copied into.
func (d *Dir) rename(from, output string) error {
	to := local(output)
	if err := d.makeParent(to); err != nil {
		return unwritable(output, err)
	}
	// A folder that sits where the file belongs is the user's: it is never replaced.
	if info, err := d.root.Lstat(to); err == nil && info.IsDir() {
		return fmt.Errorf("%s is a folder", output)
	}
	err := d.root.Rename(from, to)
	if isCrossDevice(err) {
		err = d.copyOver(from, to)
	}
	if err != nil {
		return unwritable(output, err)
	}
	d.hashes.forget(filepath.Join(d.path, to))
	return d.syncParent(to)
}

// copyOver is a rename between file systems: a copy under a temporary name beside
// the destination, forced to the disk, then a rename.
func (d *Dir) copyOver(from, to string) error {
	temp := to + ".partial"
	if err := d.copyFile(from, temp); err != nil {
		_ = d.root.Remove(temp) // it may not have come to be
		return err
	}
	if err := d.root.Rename(temp, to); err != nil {
		return err
	}
	return d.root.Remove(from)
}

// Hold moves an output aside under the hash of its content.
func (d *Dir) Hold(output, sum string) error {
	if err := lockfile.MakeStateDir(filepath.Join(d.path, lockfile.StateDir)); err != nil {
		return err
	}
	return d.rename(local(output), path.Join(d.hold, sum))
}

// Held says whether content waits in hold.
func (d *Dir) Held(sum string) bool {
	info, err := d.root.Stat(path.Join(d.hold, sum))
	return err == nil && info.Mode().IsRegular()
}

// Take brings content back from hold. Two outputs with the same content take the
// same held file, so it is linked, or copied, and stays until Release.
func (d *Dir) Take(sum, output string) error {
	held, to := path.Join(d.hold, sum), local(output)
	if err := d.makeParent(to); err != nil {
		return outside(output, err)
	}
	temp := to + ".partial"
	if err := d.root.Remove(temp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return outside(output, err)
	}
	if err := d.root.Link(held, temp); err != nil {
		if err := d.copyFile(held, temp); err != nil {
			return outside(output, err)
		}
	}
	return d.rename(temp, output)
}

// copyFile copies within the folder and forces the copy to the disk.
func (d *Dir) copyFile(from, to string) error {
	src, err := d.root.Open(from)
	if err != nil {
		return err
	}
	defer src.Close()
	dst, err := d.root.Create(to)
	if err != nil {
		return err
	}
	return copyAndClose(dst, src)
}

// Release forgets what is held.
func (d *Dir) Release() error { return d.root.RemoveAll(d.hold) }

// Keep moves a file to where results without a place are kept.
func (d *Dir) Keep(file, name string) (string, error) {
	output := path.Join(keptDir, name)
	return output, d.Place(file, output)
}

// Remove deletes an output and the folders that this leaves empty.
func (d *Dir) Remove(output string) error {
	name := local(output)
	if err := d.root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return outside(output, err)
	}
	d.placed.Lock()
	defer d.placed.Unlock()
	for dir := filepath.Dir(name); dir != "."; dir = filepath.Dir(dir) {
		if d.root.Remove(dir) != nil {
			break // not empty
		}
	}
	return nil
}

// Open opens an output for reading.
func (d *Dir) Open(output string) (io.ReadCloser, int64, error) {
	f, err := d.root.Open(local(output))
	if err != nil {
		return nil, 0, outside(output, err)
	}
	info, err := f.Stat()
	if err != nil {
		return nil, 0, errors.Join(err, f.Close())
	}
	return f, info.Size(), nil
}

// makeParent and Remove exclude each other: a folder must not go as empty between
// being made and being used.
func (d *Dir) makeParent(name string) error {
	d.placed.Lock()
	defer d.placed.Unlock()
	return d.root.MkdirAll(filepath.Dir(name), 0o755)
}

func (d *Dir) syncParent(name string) error {
	f, err := d.root.Open(filepath.Dir(name))
	if err != nil {
		return err
	}
	_ = f.Sync() // some file systems refuse to sync a folder; there the rename has to do
	return f.Close()
}

func local(output string) string { return filepath.FromSlash(path.Clean(output)) }

// outside says plainly what os.Root means by "escapes".
func outside(output string, err error) error {
	if err != nil && strings.Contains(err.Error(), "escapes from parent") {
		return fmt.Errorf("%s leads out of the manifest's folder", output)
	}
	return err
}

// unwritable says why a finished file cannot be put in its place, and that a later run
// takes up from there.
func unwritable(output string, err error) error {
	const again = "; mend that and run again: what was rendered is not rendered again"
	switch {
	case strings.Contains(err.Error(), "escapes from parent"):
		return outside(output, err)
	case errors.Is(err, fs.ErrExist), errors.Is(err, syscall.ENOTDIR):
		return fmt.Errorf("cannot write %s: one of the folders on the way is not a folder%s", output, again)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("cannot write %s: permission denied%s: %w", output, again, err)
	case errors.Is(err, syscall.ENOSPC):
		return fmt.Errorf("cannot write %s: the disk is full%s: %w", output, again, err)
	}
	return fmt.Errorf("cannot write %s: %w", output, err)
}

// buffers are what files are read through: a first look at a large campaign opens many.
var buffers = sync.Pool{New: func() any { return new([256 << 10]byte) }}

func sumOf(r io.Reader) (string, int64, error) {
	h := sha256.New()
	buf := buffers.Get().(*[256 << 10]byte)
	defer buffers.Put(buf)
	// A file would bring a small buffer of its own; all that is asked of it is to be read.
	n, err := io.CopyBuffer(h, struct{ io.Reader }{r}, buf[:])
	if err != nil {
		return "", 0, err
	}
	return hex.EncodeToString(h.Sum(nil)), n, nil
}
