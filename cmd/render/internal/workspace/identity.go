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

// digestsAt reads the digests that the lockfile recorded at a commit.
func digestsAt(ctx context.Context, ref, lockPath string) (map[string]string, error) {
	data, ok, err := git.Show(ctx, ref, lockPath)
	if err != nil {
		return nil, err
	}
	digests := map[string]string{}
	if !ok {
		return digests, nil // nothing was recorded then: everything is a change
	}
	lock, err := lockfile.Decode(ref+":"+filepath.Base(lockPath), data)
	if err != nil {
		return nil, err
	}
	for key, r := range lock.Records {
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
