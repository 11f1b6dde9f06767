package git

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestShallowIdentity: the jobs of a CI system clone one commit, each with a token of its
// own in the address. All are one project, as is a colleague's shallow clone over SSH.
func TestShallowIdentity(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("needs git")
	}
	dir := t.TempDir()
	full, shallow := filepath.Join(dir, "full"), filepath.Join(dir, "shallow")
	git := func(args ...string) {
		t.Helper()
		cmd := exec.CommandContext(t.Context(), "git", args...)
		cmd.Env = append(os.Environ(), "GIT_AUTHOR_NAME=t", "GIT_AUTHOR_EMAIL=t@example.com", "GIT_COMMITTER_NAME=t", "GIT_COMMITTER_EMAIL=t@example.com", "GIT_CONFIG_GLOBAL=/dev/null")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	git("init", "-q", full)
	for _, m := range []string{"one", "two"} {
		git("-C", full, "commit", "-q", "--allow-empty", "-m", m)
	}
	git("clone", "-q", "--depth", "1", "file://"+full, shallow)
	identities := map[string]bool{}
	for _, url := range []string{"https://ci-token:first@git.example.com/acme/videos.git", "https://ci-token:second@git.example.com/acme/videos.git", "git@git.example.com:acme/videos.git"} {
		git("-C", shallow, "remote", "set-url", "origin", url)
		root, path, err := Identity(t.Context(), filepath.Join(shallow, "videos.yaml"))
		if err != nil || path != "videos.yaml" {
			t.Fatalf("%q, %v", path, err)
		}
		identities[root] = true
	}
	if len(identities) != 1 {
		t.Errorf("one repository has several identities: %v", identities)
	}
}

func TestPlace(t *testing.T) {
	t.Parallel()
	for url, want := range map[string]string{
		"https://github.com/acme/videos":                  "github.com/acme/videos",
		"https://github.com/acme/videos.git":              "github.com/acme/videos",
		"https://user:secret@GitHub.com/acme/videos.git/": "github.com/acme/videos",
		"ssh://git@github.com:22/acme/videos.git":         "github.com/acme/videos",
		"git@github.com:acme/videos.git":                  "github.com/acme/videos",
		"github.com:acme/videos":                          "github.com/acme/videos",
		"https://github.com/acme/other":                   "github.com/acme/other",
		"/srv/git/videos.git":                             "/srv/git/videos",
		"file:///srv/git/videos.git":                      "/srv/git/videos",
		"../videos":                                       "../videos",
	} {
		if got := place(url); got != want {
			t.Errorf("%s: %q, want %q", url, got, want)
		}
	}
}
