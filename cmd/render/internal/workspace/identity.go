package workspace

import (
	"context"
	"crypto/rand"
	"errors"
	"io/fs"
	"path/filepath"
	"syscall"

	"gitops.video/render/cmd/render/internal/git"
	"gitops.video/render/render"
	"gitops.video/render/render/lockfile"
)

// project is the identity of a manifest: its own `project:`, else the lockfile's,
// else one that every clone of the repository arrives at by itself, so that even a
// first run that dies before the lockfile is committed comes back to the same tasks.
func (m *Manifest) project(ctx context.Context) (string, error) {
	switch {
	case m.File.Project != "":
		return m.File.Project, nil
	case m.Lock.Project != "":
		return m.Lock.Project, nil
	}
	root, path, err := git.Identity(ctx, m.File.Path)
	switch {
	case err == nil:
		return render.ProjectID(root, path), nil
	case errors.Is(err, git.ErrNone):
		return render.ProjectID(rand.Text(), filepath.Base(m.File.Path)), nil
	}
	return "", err
}

// ErrNoHistory says that there is no git repository to compare with.
var ErrNoHistory = git.ErrNone

// RecordsAt reads what the lockfile recorded at a commit; nothing when it was not
// there yet.
func RecordsAt(ctx context.Context, ref, lockPath string) (map[string]*render.Record, error) {
	data, ok, err := git.Show(ctx, ref, lockPath)
	if err != nil || !ok {
		return map[string]*render.Record{}, err
	}
	lock, err := lockfile.Decode(ref+":"+filepath.Base(lockPath), data)
	if err != nil {
		return nil, err
	}
	return lock.Records, nil
}

// digestsAt reads the digests that the lockfile recorded at a commit. An entry that
// was not recorded then has none, and so counts as changed.
func digestsAt(ctx context.Context, ref, lockPath string) (map[string]string, error) {
	records, err := RecordsAt(ctx, ref, lockPath)
	if err != nil {
		return nil, err
	}
	digests := map[string]string{}
	for key, r := range records {
		if done := r.Finished(); done != nil {
			digests[key] = done.Digest
		}
	}
	return digests, nil
}

// isReadOnly says that the folder cannot be written to: a plan does not need to.
func isReadOnly(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
}
