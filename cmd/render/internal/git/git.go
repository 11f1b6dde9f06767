// Package git asks the git program about the repository around a manifest: what
// identifies it, and what a file held at another commit. Everything here is
// optional: outside a repository, or without git, the answer is [ErrNone].
package git

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os/exec"
	"path/filepath"
	"strings"
)

// ErrNone says that there is no repository, or no git to ask.
var ErrNone = errors.New("not in a git repository")

// run starts git in dir. Arguments never pass through a shell.
func run(ctx context.Context, dir string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "git", append([]string{"-C", dir}, args...)...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		var exit *exec.ExitError
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case !errors.As(err, &exit), strings.Contains(errs.String(), "not a git repository"):
			return nil, ErrNone
		}
		return nil, fmt.Errorf("git %s: %s", args[0], strings.TrimSpace(errs.String()))
	}
	return out.Bytes(), nil
}

// Root gives the top folder of the repository around dir.
func Root(ctx context.Context, dir string) (string, error) {
	out, err := run(ctx, dir, "rev-parse", "--show-toplevel")
	return strings.TrimSpace(string(out)), err
}

// Identity gives what every full clone of the repository has in common, its first
// commit, and the path of file in it. A shallow clone does not know its first
// commit; the address it came from stands in.
func Identity(ctx context.Context, file string) (root, path string, err error) {
	dir := filepath.Dir(file)
	top, err := Root(ctx, dir)
	if err != nil {
		return "", "", err
	}
	if path, err = Relative(top, file); err != nil {
		return "", "", err
	}
	shallow, err := run(ctx, dir, "rev-parse", "--is-shallow-repository")
	if err != nil {
		return "", "", err
	}
	if strings.TrimSpace(string(shallow)) == "true" {
		address, err := run(ctx, dir, "remote", "get-url", "origin")
		if err != nil {
			return "", "", ErrNone
		}
		return "origin " + place(strings.TrimSpace(string(address))), path, nil
	}
	commits, err := run(ctx, dir, "rev-list", "--max-parents=0", "HEAD")
	if err != nil {
		return "", "", ErrNone // a repository without a commit
	}
	lines := strings.Fields(string(commits))
	if len(lines) == 0 {
		return "", "", ErrNone
	}
	return lines[len(lines)-1], path, nil // the oldest, when histories were joined
}

// place is where an address of a repository leads, the same however it is reached: CI
// systems put a token of each job into it, and people have their own ways.
func place(address string) string {
	host, path := "", address
	if u, err := url.Parse(address); err == nil && u.Scheme != "" && strings.Contains(address, "://") {
		host, path = u.Hostname(), u.Path
	} else if before, after, ok := strings.Cut(address, ":"); ok && !strings.ContainsAny(before, `/\`) {
		host, path = before[strings.LastIndexByte(before, '@')+1:], after
	}
	path = strings.TrimSuffix(strings.TrimRight(path, "/"), ".git")
	if host == "" {
		return path
	}
	return strings.ToLower(host) + "/" + strings.TrimLeft(path, "/")
}

// Relative gives file's slash-separated path below top, following links on both sides.
func Relative(top, file string) (string, error) {
	dir, err := filepath.EvalSymlinks(filepath.Dir(file))
	if err != nil {
		return "", err
	}
	if dir, err = filepath.Abs(dir); err != nil {
		return "", err
	}
	if top, err = filepath.EvalSymlinks(top); err != nil {
		return "", err
	}
	rel, err := filepath.Rel(top, filepath.Join(dir, filepath.Base(file)))
	return filepath.ToSlash(rel), err
}

// Show gives the content of a file at a commit; ok is false when it had none there.
func Show(ctx context.Context, ref, file string) (data []byte, ok bool, err error) {
	if strings.HasPrefix(ref, "-") {
		return nil, false, fmt.Errorf("%q is no name of a commit", ref)
	}
	dir := filepath.Dir(file)
	top, err := Root(ctx, dir)
	if err != nil {
		return nil, false, err
	}
	path, err := Relative(top, file)
	if err != nil {
		return nil, false, err
	}
	if _, err := run(ctx, dir, "rev-parse", "--verify", "--quiet", "--end-of-options", ref+"^{commit}"); err != nil {
		if errors.Is(err, ErrNone) || ctx.Err() != nil {
			return nil, false, err
		}
		return nil, false, fmt.Errorf("git knows no commit %q here (in CI, fetch it first)", ref)
	}
	listed, err := run(ctx, dir, "ls-tree", "--name-only", "--full-tree", ref, "--", path)
	if err != nil {
		return nil, false, err
	}
	if len(bytes.TrimSpace(listed)) == 0 {
		return nil, false, nil
	}
	data, err = run(ctx, dir, "cat-file", "blob", ref+":"+path)
	return data, err == nil, err
}

// Config sets a value in the repository's own configuration.
func Config(ctx context.Context, dir, name, value string) error {
	_, err := run(ctx, dir, "config", "--local", name, value)
	return err
}
