package main_test

import (
	"fmt"
	"io"
	"path/filepath"
	"testing"
	"time"

	"gitops.video/render/cmd/render/internal/cli"
	"gitops.video/render/render"
	"gitops.video/render/render/runware/runwaretest"
)

// TestEachManifestHasItsServer: what one manifest's own server is to make for nothing is
// not bought at the server of the manifest beside it.
func TestEachManifestHasItsServer(t *testing.T) {
	t.Parallel()
	own, ownBase := runwaretest.Start(t, runwaretest.Options{Delay: time.Millisecond})
	paid, paidBase := runwaretest.Start(t, runwaretest.Options{Delay: time.Millisecond})
	dir := t.TempDir()
	for name, base := range map[string]string{"a-trial": ownBase, "b-real": paidBase, "c-trial": ownBase} {
		write(t, filepath.Join(dir, name+".yaml"), fmt.Sprintf(`version: 1
project: 6f1c0e52-0000-4000-8000-000000000008
provider: {name: runware, baseURL: %q, poll: {first: 20ms, max: 200ms}, pricing: {perSecond: 0.0333}}
videos: [{key: %s, duration: 20, positivePrompt: "The %s one."}]
`, base, name, name))
	}
	env := map[string]string{"RUNWARE_API_KEY": runwaretest.Key, "RENDER_CACHE_DIR": filepath.Join(dir, "cache")}
	code := cli.Main(cli.Config{Args: []string{"apply", "-q", dir}, Stdout: io.Discard, Stderr: t.Output(), Clock: render.SystemClock{},
		LookupEnv: func(name string) (string, bool) { v, ok := env[name]; return v, ok }})
	if code != 0 {
		t.Errorf("exit code %d", code)
	}
	for _, c := range []struct {
		name string
		of   *runwaretest.Server
		want int
	}{{"own", own, 2}, {"paid", paid, 1}} {
		if got := len(c.of.Books().Tasks); got != c.want {
			t.Errorf("the %s server was given %d tasks, want %d", c.name, got, c.want)
		}
	}
}
