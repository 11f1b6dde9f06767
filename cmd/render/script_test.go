package main_test

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"gitops.video/render/cmd/render/internal/cli"
	"gitops.video/render/cmd/render/internal/workspace"
	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/rendertest"
	"gitops.video/render/render/runware/runwaretest"
)

var update = flag.Bool("update", false, "rewrite what the scripts compare with")

func TestMain(m *testing.M) {
	testscript.Main(tidy{M: m}, map[string]func(){
		"render": func() {
			c := cli.FromOS()
			if os.Getenv("DRAWN_BY") == "stand-in" {
				c.Providers = standIn()
			}
			os.Exit(cli.Main(c))
		},
	})
}

// tidy runs the tests and then removes the program that they have built.
type tidy struct{ *testing.M }

func (m tidy) Run() int {
	code := m.M.Run()
	_ = os.RemoveAll(builtIn)
	return code
}

var builtIn string // "" = it was not built

// built is the path of the program as a user would build it.
var built = sync.OnceValues(func() (bin string, err error) {
	if builtIn, err = os.MkdirTemp("", "render-"); err != nil {
		return "", err
	}
	bin = filepath.Join(builtIn, "render")
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return bin, nil
})

// program is the built program, which the tests share.
func program(t testing.TB) string {
	t.Helper()
	bin, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return bin
}

// standIn takes the local engine's place in scripts that are not about pictures:
// DRAWN_BY=stand-in. It exists in this test binary only, and does as it is told:
//
//	FAIL=key,…    these entries end in a terminal failure
//	BLOCK=key     this entry writes the file "blocked" and waits for the run's end
//	ENGINE=2      another version of what draws
func standIn() map[string]workspace.Opener {
	p := &rendertest.Provider{Name: "local", Engine: cmp.Or(os.Getenv("ENGINE"), "1"), Sidecars: []string{".vtt"}}
	p.Before = func(ctx context.Context, op string, job render.Job) error {
		if op != "await" {
			return nil
		}
		if slices.Contains(strings.Split(os.Getenv("FAIL"), ","), job.Key) {
			return &render.Failure{Class: render.ClassSafety, Code: "promptBlocked", Message: "told to fail", Terminal: true}
		}
		if os.Getenv("BLOCK") == job.Key {
			if err := os.WriteFile("blocked", nil, 0o644); err != nil {
				return err
			}
			<-ctx.Done()
			return ctx.Err()
		}
		return nil
	}
	return map[string]workspace.Opener{"local": func(manifest.ProviderConfig, *manifest.File) (render.Provider, error) { return p, nil }}
}

// TestScripts runs the program as testdata/script/*.txtar say. Beside testscript's own
// commands there are those of [runwaretest.Commands] and
//
//	exits CODE PROGRAM ARG…   runs a program that must end with this exit code
//	publish docs FILE         serves FILE as the hosted model's schema below $PUBLISHED
//	await FILE                waits for a file to appear
//	age FILE…                 makes files an hour old
//	terminate                 sends SIGTERM to the program started last in the background
func TestScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, scripts("."))
}

// scripts are the scripts of a folder below testdata/script, and what they may use.
func scripts(folder string) testscript.Params {
	commands := runwaretest.Commands()
	commands["exits"], commands["publish"], commands["await"], commands["age"], commands["terminate"] = exits, publish, await, age, terminate
	return testscript.Params{
		Dir:                 filepath.Join("..", "..", "testdata", "script", folder),
		Cmds:                commands,
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("RENDER_CACHE_DIR", filepath.Join(e.WorkDir, ".cache"))
			e.Setenv("NO_COLOR", "1")
			e.Setenv("GIT_CONFIG_GLOBAL", filepath.Join(e.WorkDir, ".gitconfig"))
			for _, who := range []string{"AUTHOR", "COMMITTER"} {
				e.Setenv("GIT_"+who+"_NAME", "Test")
				e.Setenv("GIT_"+who+"_EMAIL", "test@example.com")
				e.Setenv("GIT_"+who+"_DATE", "2026-01-02T15:04:05Z")
			}
			return nil
		},
	}
}

func await(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: await FILE")
	}
	for range 3000 {
		if _, err := os.Stat(ts.MkAbs(args[0])); err == nil {
			return
		}
		time.Sleep(10 * time.Millisecond) // another process makes the file: there is nothing to wait on but the file
	}
	ts.Fatalf("%s did not appear", args[0])
}

func terminate(ts *testscript.TestScript, neg bool, args []string) {
	running := ts.BackgroundCmds()
	if neg || len(args) > 0 || len(running) == 0 {
		ts.Fatalf("usage: terminate, with a program in the background")
	}
	ts.Check(running[len(running)-1].Process.Signal(syscall.SIGTERM))
}

func age(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: age FILE…")
	}
	then := time.Now().Add(-time.Hour)
	for _, name := range args {
		ts.Check(os.Chtimes(ts.MkAbs(name), then, then))
	}
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM ARG…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

func publish(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 || args[0] != "docs" {
		ts.Fatalf("usage: publish docs FILE")
	}
	doc := ts.ReadFile(args[1])
	h := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/docs/models/heygen-video-agent/schema.json" {
			http.NotFound(w, r)
			return
		}
		_, _ = io.WriteString(w, doc)
	}))
	ts.Defer(h.Close)
	ts.Setenv("PUBLISHED", h.URL+"/docs")
}
