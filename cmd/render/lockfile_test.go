package main_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"gitops.video/render/render/runware/runwaretest"
)

// TestLockfileCannotBeWritten: videos were bought, and the lockfile cannot be put in its
// place. That is no "nothing was submitted", and the next run buys nothing again.
func TestLockfileCannotBeWritten(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	lock := filepath.Join(dir, "videos.lock")
	var once sync.Once
	server, base := runwaretest.Start(t, runwaretest.Options{Watch: func(moment string) {
		if moment == "submit done" {
			once.Do(func() { // a folder stands in its place
				if err := errors.Join(os.Remove(lock), os.MkdirAll(filepath.Join(lock, "folder"), 0o700)); err != nil {
					t.Error(err)
				}
			})
		}
	}})
	write(t, filepath.Join(dir, "videos.yaml"), chaosManifest)
	write(t, filepath.Join(dir, "clips.csv"), "n,topic,results\n1,a,1\n2,b,1\n")
	apply := func() (int, string) {
		cmd := exec.CommandContext(t.Context(), "render", "apply", "videos.yaml")
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "RUNWARE_BASE_URL="+base, "RUNWARE_API_KEY="+runwaretest.Key, "RENDER_CACHE_DIR="+filepath.Join(dir, "cache"))
		out, err := cmd.CombinedOutput()
		if exit, ok := errors.AsType[*exec.ExitError](err); ok {
			return exit.ExitCode(), string(out)
		} else if err != nil {
			t.Fatal(err)
		}
		return 0, string(out)
	}
	if code, out := apply(); code != 3 || !strings.Contains(out, "writing the lockfile") {
		t.Errorf("exit %d:\n%s", code, out)
	}
	if err := os.RemoveAll(lock); err != nil {
		t.Fatal(err)
	}
	if code, out := apply(); code != 0 {
		t.Errorf("exit %d:\n%s", code, out)
	}
	books := server.Books()
	for _, p := range books.Problems() {
		t.Error(p)
	}
	for _, k := range books.Tasks {
		if k.Posts != 1 {
			t.Errorf("%s was sent %d times", k.Prompt, k.Posts)
		}
	}
	if len(books.Tasks) != 2 {
		t.Errorf("%d tasks", len(books.Tasks))
	}
}
