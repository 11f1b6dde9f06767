package main_test

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/server/queue/queuetest"
)

// farm is a server that makes nothing itself and workers, processes of their own, on
// PostgreSQL and one bucket, with caches of their own.
type farm struct {
	t                  *testing.T
	bin, dir, database string
	api                string

	mu   sync.Mutex
	said map[string][]string // lines of each member's log
	news chan struct{}       // something was said
}

func newFarm(t *testing.T) *farm {
	t.Helper()
	f := &farm{t: t, bin: program(t), dir: t.TempDir(), database: queuetest.NewPostgres(t).Database(t), said: map[string][]string{}, news: make(chan struct{}, 1)}
	f.start("server", "serve", "--workers", "0", "--addr", "127.0.0.1:0")
	_, api, _ := strings.Cut(f.heard("server", "msg=serving"), "api=")
	f.api, _, _ = strings.Cut(api, " ")
	return f
}

// cache is where a process keeps what it makes: a folder of its own, but for the voice,
// whose unpacking takes longer than the videos.
func (f *farm) cache(name string) string {
	f.t.Helper()
	path, voices := filepath.Join(f.dir, name), filepath.Join(f.dir, "voices")
	for _, err := range []error{os.MkdirAll(voices, 0o700), os.MkdirAll(filepath.Join(path, "voice"), 0o700), os.Symlink(voices, filepath.Join(path, "voice", "voice"))} {
		if err != nil && !errors.Is(err, fs.ErrExist) {
			f.t.Fatal(err)
		}
	}
	return "RENDER_CACHE_DIR=" + path
}

// start starts a member of the farm, which is killed with the test.
func (f *farm) start(name string, args ...string) *os.Process {
	f.t.Helper()
	cmd := exec.Command(f.bin, append(args, "--database", f.database, "--bucket", "file://"+filepath.Join(f.dir, "bucket"), "--data", filepath.Join(f.dir, name+"-data"))...)
	cmd.Env = append(os.Environ(), f.cache(name))
	log, err := cmd.StderrPipe()
	if err != nil {
		f.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		f.t.Fatal(err)
	}
	var reading sync.WaitGroup
	reading.Go(func() {
		for lines := bufio.NewScanner(log); lines.Scan(); {
			f.mu.Lock()
			f.said[name] = append(f.said[name], lines.Text())
			f.mu.Unlock()
			select {
			case f.news <- struct{}{}:
			default:
			}
		}
	})
	f.t.Cleanup(func() { _ = cmd.Process.Kill(); reading.Wait(); _ = cmd.Wait() })
	return cmd.Process
}

func (f *farm) worker(name string) *os.Process {
	f.t.Helper()
	p := f.start(name, "worker", "--name", name, "--slots", "1")
	f.heard(name, "msg=working")
	return p
}

// lines are what a member has said with all of these words.
func (f *farm) lines(name string, words ...string) (found []string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, line := range f.said[name] {
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(line, w) }) {
			found = append(found, line)
		}
	}
	return found
}

// until waits for what members say.
func (f *farm) until(what string, ok func() bool) {
	f.t.Helper()
	for deadline := time.After(5 * time.Minute); !ok(); {
		select {
		case <-f.news:
		case <-time.After(time.Second): // another may have taken the news
		case <-deadline:
			f.t.Fatalf("waited too long: %s", what)
		}
	}
}

// heard waits until a member has said something with all of these words.
func (f *farm) heard(name string, words ...string) string {
	f.t.Helper()
	f.until(name+" says "+strings.Join(words, " "), func() bool { return len(f.lines(name, words...)) > 0 })
	return f.lines(name, words...)[0]
}

// apply runs the program on a manifest in a folder, at the farm or alone, and gives
// the folder with the outputs.
func (f *farm) apply(name, manifest string, atFarm bool) string {
	f.t.Helper()
	folder := filepath.Join(f.dir, name)
	if err := os.MkdirAll(filepath.Join(folder, "brand"), 0o700); err != nil {
		f.t.Fatal(err)
	}
	write(f.t, filepath.Join(folder, "videos.yaml"), manifest)
	write(f.t, filepath.Join(folder, "brand", "logo.svg"), `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="18" fill="#1E40AF"/></svg>`)
	cmd := exec.Command(f.bin, "apply", "videos.yaml")
	cmd.Dir, cmd.Env = folder, append(os.Environ(), f.cache(name+"-cache"))
	if atFarm {
		cmd.Args, cmd.Env = append(cmd.Args, "--provider", "runware"), append(cmd.Env, "RUNWARE_BASE_URL="+f.api)
	}
	if said, err := cmd.CombinedOutput(); err != nil {
		f.t.Errorf("%s: %v\n%s", name, err, said)
	}
	return filepath.Join(folder, "out")
}

// same holds two folders of outputs against each other.
func (f *farm) same(alone, farm string, files int) {
	f.t.Helper()
	want, err := filepath.Glob(filepath.Join(alone, "*"))
	if err != nil || len(want) != files {
		f.t.Fatal(want, err)
	}
	for _, path := range want {
		a, err := os.ReadFile(path)
		if err != nil {
			f.t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(farm, filepath.Base(path)))
		if err != nil || !bytes.Equal(a, b) {
			f.t.Errorf("%s: %d bytes alone, %d from the farm (%v)", filepath.Base(path), len(a), len(b), err)
		}
	}
}

// longManifest asks for a long video, a scene for every twelve seconds of it; little is
// said in them, because speech takes longer to make than such small pictures.
func longManifest(seconds int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "version: 1\nproject: 6f1c0e52-0000-4000-8000-000000000300\nvideos:\n  - key: long\n    width: 320\n    height: 180\n    duration: %d\n    positivePrompt: |\n", seconds)
	for i := range seconds / 12 {
		fmt.Fprintf(&b, "      Scene %d: [motion graphics]\n      VO: \"The water rose by %d centimetres.\"\n\n", i+1, 20+7*i)
	}
	return b.String()
}

const shortManifest = `version: 1
project: 6f1c0e52-0000-4000-8000-000000000005
brands: {acme: {logo: brand/logo.svg, watermark: logo, colors: {primary: "#1E40AF"}}}
videos:
  - key: short
    width: 320
    height: 180
    duration: 5
    brand: acme
    music: none
    captions: line
    positivePrompt: |
      Scene 1: [title]
      VO: "Our pump runs quietly."
`

// TestFarm drives the whole of it as its users do: it spreads one long video over three
// workers, kills one of them after it has drawn a share and while it draws the next, and
// asks for a short video in between. The long one is made by the others to the end, byte
// for byte what one engine makes alone, and the short one does not wait for it.
//
// RENDER_LONG=300 sets the long one's length in seconds (default 120: four shares).
func TestFarm(t *testing.T) {
	if testing.Short() {
		t.Skip("renders a long video twice")
	}
	t.Parallel()
	manifest := longManifest(number(t, "RENDER_LONG", 120))
	f := newFarm(t)
	workers := map[string]*os.Process{"first": f.worker("first"), "second": f.worker("second"), "third": f.worker("third")}
	var long string
	var applying sync.WaitGroup
	began := time.Now()
	applying.Go(func() { long = f.apply("long", manifest, true) })
	killed := ""
	f.until("a worker draws its second share", func() bool {
		for name := range workers {
			done := len(f.lines(name, "msg=done", "kind=draw"))
			if done > 0 && len(f.lines(name, "msg=begun", "kind=draw")) > done {
				killed = name
			}
		}
		return killed != ""
	})
	if err := workers[killed].Signal(syscall.SIGKILL); err != nil {
		t.Error(err)
	}
	short := f.apply("short", shortManifest, true)
	applying.Wait()
	took := time.Since(began)

	q := queuetest.Open(t, f.database, func(o *queue.Options) { o.Lease = 30 * time.Second })
	tasks, err := q.List(t.Context(), queue.Filter{})
	if err != nil || len(tasks) != 2 {
		t.Fatal(tasks, err)
	}
	if s, l := tasks[0], tasks[1]; s.Seconds != 5 || !s.Finished.Before(l.Finished) {
		t.Errorf("the short video, of %g s, was finished at %s, the long one at %s", s.Seconds, s.Finished, l.Finished)
	}
	shares, drew := map[string]int{}, 0
	for name := range workers {
		if shares[name] = len(f.lines(name, "msg=done", "kind=draw")); shares[name] > 0 {
			drew++
		}
	}
	t.Logf("shares by worker: %v, of which %s was killed; the long video took %.0f s, the short one waited %.1f s to begin",
		shares, killed, took.Seconds(), tasks[0].Started.Sub(tasks[0].Submitted).Seconds())
	if drew < 2 {
		t.Error("one worker did it all")
	}
	f.same(f.apply("long-alone", manifest, false), long, 4)
	f.same(f.apply("short-alone", shortManifest, false), short, 4)
}
