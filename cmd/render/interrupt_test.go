package main_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"gitops.video/render/render/runware/runwaretest"
)

// TestInterruptBuysNothing stops an apply by SIGINT when two of eight videos are being
// made and six wait for their turn: no further one is sent, and the next run makes the
// rest and resumes the two.
func TestInterruptBuysNothing(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs SIGINT")
	}
	t.Parallel()
	var mu sync.Mutex
	var victim *os.Process
	submits := 0
	server, base := runwaretest.Start(t, runwaretest.Options{Delay: 500 * time.Millisecond, Watch: func(moment string) {
		mu.Lock()
		defer mu.Unlock()
		if moment == "poll" && submits == 2 && victim != nil {
			_ = victim.Signal(os.Interrupt) // it may have ended by itself
			victim = nil
		}
		if moment == "submit done" {
			submits++
		}
	}})
	dir := t.TempDir()
	write(t, filepath.Join(dir, "videos.yaml"), strings.NewReplacer("concurrency: 24", "concurrency: 2", "concurrency: 32", "concurrency: 8").Replace(chaosManifest))
	write(t, filepath.Join(dir, "clips.csv"), "n,topic,results\n1,a,1\n2,b,1\n3,c,1\n4,d,1\n5,e,1\n6,f,1\n7,g,1\n8,h,1\n")
	apply := func(interrupt bool) (int, string) {
		cmd := exec.CommandContext(t.Context(), "render", "apply", "videos.yaml")
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "RUNWARE_BASE_URL="+base, "RUNWARE_API_KEY="+runwaretest.Key, "RENDER_CACHE_DIR="+filepath.Join(dir, "cache"))
		var out strings.Builder
		cmd.Stdout, cmd.Stderr = &out, &out
		mu.Lock()
		if err := cmd.Start(); err != nil {
			mu.Unlock()
			t.Fatal(err)
		}
		if interrupt {
			victim = cmd.Process
		}
		mu.Unlock()
		err := cmd.Wait()
		if exit, ok := errors.AsType[*exec.ExitError](err); ok {
			return exit.ExitCode(), out.String()
		} else if err != nil {
			t.Fatal(err)
		}
		return 0, out.String()
	}
	code, out := apply(true)
	if n := len(server.Books().Tasks); code != 130 || n != 2 {
		t.Errorf("exit %d with %d tasks sent, want 130 with 2:\n%s", code, n, out)
	}
	if !strings.Contains(out, "Stopping: what was submitted goes on at the provider") || strings.Contains(out, "drawn here") {
		t.Errorf("what it says when it is stopped is not true:\n%s", out)
	}
	if code, out = apply(false); code != 0 {
		t.Errorf("the next run exits %d:\n%s", code, out)
	}
	b := server.Books()
	if len(b.Tasks) != 8 || len(b.Problems()) > 0 {
		t.Errorf("%s %v", b.Summary(), b.Problems())
	}
	for _, k := range b.Tasks {
		if k.Posts != 1 {
			t.Errorf("%s was sent %d times", k.Prompt, k.Posts)
		}
	}
}
