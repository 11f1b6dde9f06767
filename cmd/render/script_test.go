package main_test

import (
	"errors"
	"flag"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"gitops.video/render/cmd/render/internal/cli"
	"gitops.video/render/render/runware/runwaretest"
)

var update = flag.Bool("update", false, "rewrite what the scripts compare with")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"render": func() { os.Exit(cli.Main(cli.FromOS())) },
	})
}

// TestScripts runs the program as testdata/script/*.txtar say. Beside testscript's own
// commands there are those of [runwaretest.Commands] and
//
//	exits CODE PROGRAM ARG…   runs a program that must end with this exit code
//	publish docs FILE         serves FILE as the hosted model's schema below $PUBLISHED
func TestScripts(t *testing.T) {
	t.Parallel()
	commands := runwaretest.Commands()
	commands["exits"] = exits
	commands["publish"] = publish
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("..", "..", "testdata", "script"),
		Cmds:                commands,
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("RENDER_CACHE_DIR", filepath.Join(e.WorkDir, ".cache"))
			e.Setenv("NO_COLOR", "1")
			return nil
		},
	})
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
