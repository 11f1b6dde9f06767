package main_test

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/server/queue/queuetest"
)

const farmManifest = `version: 1
project: 6f1c0e52-0000-4000-8000-000000000007
defaults: {width: 228, height: 128}
brands: {acme: {logo: brand/logo.svg, watermark: logo, colors: {primary: "#1E40AF"}}}
videos:
  - key: short
    duration: 5
    brand: acme
    positivePrompt: |
      Scene 1: [title]
      VO: "Our pump runs quietly."
  - key: long
    duration: 62
    music: none
    captions: line
    positivePrompt: |
      Scene 1: [title]
      VO: "Tides rise and fall."

      Scene 2: [motion graphics]
      VO: "The moon pulls the sea."
`

// TestFarm drives the whole of it as its users do: a server that makes nothing itself
// and two workers, on PostgreSQL and one bucket, with caches of their own. One worker
// is killed in the middle. What render apply then fetches is what the engine makes
// alone, byte for byte.
func TestFarm(t *testing.T) {
	if testing.Short() {
		t.Skip("renders whole videos")
	}
	t.Parallel()
	bin := buildProgram(t)
	database := queuetest.NewPostgres(t).Database(t)
	dir := t.TempDir()
	voices := filepath.Join(dir, "voices") // unpacking the voice takes longer than the videos: it is shared
	cache := func(name string) string {
		path := filepath.Join(dir, name)
		for _, err := range []error{os.MkdirAll(voices, 0o700), os.MkdirAll(filepath.Join(path, "voice"), 0o700), os.Symlink(voices, filepath.Join(path, "voice", "voice"))} {
			if err != nil {
				t.Fatal(err)
			}
		}
		return "RENDER_CACHE_DIR=" + path
	}
	start := func(name string, ready string, args ...string) (*exec.Cmd, string) {
		t.Helper()
		args = append(args, "--database", database, "--bucket", "file://"+filepath.Join(dir, "bucket"), "--data", filepath.Join(dir, name+"-data"))
		cmd := exec.Command(bin, args...)
		cmd.Env = append(os.Environ(), cache(name))
		log, err := cmd.StderrPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
		said := make(chan string, 1)
		go func() {
			for lines := bufio.NewScanner(log); lines.Scan(); {
				if strings.Contains(lines.Text(), ready) {
					select {
					case said <- lines.Text():
					default:
					}
				}
			}
			close(said)
		}()
		select {
		case line := <-said:
			return cmd, line
		case <-time.After(30 * time.Second):
			t.Fatalf("%s is not ready", name)
			return nil, ""
		}
	}
	_, line := start("server", "msg=serving", "serve", "--workers", "0", "--addr", "127.0.0.1:0")
	_, api, _ := strings.Cut(line, "api=")
	api, _, _ = strings.Cut(api, " ")
	first, _ := start("first", "msg=working", "worker", "--name", "first")
	start("second", "msg=working", "worker", "--name", "second")

	// What an engine makes alone, meanwhile.
	apply := func(folder, cacheName string, env ...string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Join(folder, "brand"), 0o700); err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(folder, "videos.yaml"), farmManifest)
		write(t, filepath.Join(folder, "brand", "logo.svg"), `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="18" fill="#1E40AF"/></svg>`)
		args := []string{"apply", "videos.yaml"}
		if len(env) > 0 {
			args = append(args, "--provider", "runware")
		}
		cmd := exec.Command(bin, args...)
		cmd.Dir, cmd.Env = folder, append(append(os.Environ(), cache(cacheName)), env...)
		var said bytes.Buffer
		cmd.Stdout, cmd.Stderr = &said, &said
		if err := cmd.Run(); err != nil {
			t.Fatalf("%v\n%s", err, said.String())
		}
	}
	farm, alone := filepath.Join(dir, "farm"), filepath.Join(dir, "alone")
	killed := make(chan bool)
	go func() {
		defer close(killed)
		killWhenDrawing(t, database, first.Process)
	}()
	apply(farm, "client", "RUNWARE_BASE_URL="+api)
	<-killed
	apply(alone, "alone")

	want, err := filepath.Glob(filepath.Join(alone, "out", "*"))
	if err != nil || len(want) != 8 {
		t.Fatal(want, err)
	}
	for _, path := range want {
		a, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(farm, "out", filepath.Base(path)))
		if err != nil || !bytes.Equal(a, b) {
			t.Errorf("%s: %d bytes alone, %d from the farm (%v)", filepath.Base(path), len(a), len(b), err)
		}
	}
}

// killWhenDrawing kills the first worker in the middle of its work.
func killWhenDrawing(t *testing.T, database string, worker *os.Process) {
	q := queuetest.Open(t, database, func(o *queue.Options) { o.Lease = 30 * time.Second })
	for changes := q.Changes(t.Context()); ; {
		tasks, err := q.List(t.Context(), queue.Filter{State: queue.Running})
		if err != nil {
			t.Error(err)
			return
		}
		for _, x := range tasks {
			if r := x.Results[0]; r.Worker == "first" && r.Phase == "draw" {
				if err := worker.Signal(syscall.SIGKILL); err != nil {
					t.Error(err)
				}
				return
			}
		}
		if _, open := <-changes; !open {
			t.Error("the first worker never drew anything")
			return
		}
	}
}
