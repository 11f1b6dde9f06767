package main_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"gitops.video/render/render/runware/runwaretest"
	"gitops.video/render/render/wire"
)

const chaosManifest = `version: 1
project: 6f1c0e52-0000-4000-8000-000000000001
provider: {name: runware, concurrency: 24, poll: {first: 20ms, max: 200ms}, pricing: {perSecond: 0.0333}}
concurrency: 32
defaults: {model: "heygen:video-agent@0", width: 1280, height: 720, duration: 30}
videos:
  - key: clip-{{ .row.n }}
    forEach: {file: clips.csv}
    positivePrompt: "Clip {{ .row.n }}: {{ .row.topic }}."
    numberResults: "{{ .row.results }}"
`

// TestChaos drives the built program against a server on which every fifteenth request
// meets a fault and every fortieth generation fails, and kills it with SIGKILL at
// random moments: when a request has arrived, or when it was carried out and is not
// answered. Then it runs until it is done. The server's books must show that each
// task was accepted once and that no prompt was sent as another task before its last
// one had failed; every file must be there, byte for byte.
//
// RENDER_CHAOS=2000 sets the number of entries (default 200), RENDER_CHAOS_SEED
// another course of events.
func TestChaos(t *testing.T) {
	if testing.Short() {
		t.Skip("drives the built program for some seconds")
	}
	if runtime.GOOS == "windows" {
		t.Skip("needs SIGKILL")
	}
	t.Parallel()
	n, seed := number(t, "RENDER_CHAOS", 200), uint64(number(t, "RENDER_CHAOS_SEED", 1))
	kills := max(8, n/40)
	bin := program(t)

	var mu sync.Mutex
	var victim *os.Process
	countdown := 0
	server, base := runwaretest.Start(t, runwaretest.Options{
		Delay: 100 * time.Millisecond, Chance: 1.0 / 15, FailOne: 1.0 / 40, Seed: seed, Stall: 150 * time.Millisecond,
		Bytes: 16 << 10, Balance: 1e6,
		Watch: func(string) {
			mu.Lock()
			defer mu.Unlock()
			if countdown--; countdown == 0 && victim != nil {
				_ = victim.Kill() // it may have ended by itself
			}
		},
	})
	dir := t.TempDir()
	write(t, filepath.Join(dir, "videos.yaml"), chaosManifest)
	var csv strings.Builder
	csv.WriteString("n,topic,results\n")
	for i := range n {
		fmt.Fprintf(&csv, "%04d,topic number %d,%d\n", i, i, 1+i%20/18*(1+i%3))
	}
	write(t, filepath.Join(dir, "clips.csv"), csv.String())

	var last bytes.Buffer
	run := func(dieAfter int, args ...string) int {
		t.Helper()
		last.Reset()
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
		defer cancel()
		cmd := exec.CommandContext(ctx, bin, args...)
		cmd.Dir, cmd.Stdout, cmd.Stderr = dir, &last, &last
		cmd.Env = append(os.Environ(), "RUNWARE_BASE_URL="+base, "RUNWARE_API_KEY="+runwaretest.Key, "RENDER_CACHE_DIR="+filepath.Join(dir, "cache"))
		mu.Lock()
		if err := cmd.Start(); err != nil {
			mu.Unlock()
			t.Fatal(err)
		}
		victim, countdown = cmd.Process, dieAfter
		mu.Unlock()
		err := cmd.Wait()
		mu.Lock()
		victim = nil
		mu.Unlock()
		if ctx.Err() != nil {
			t.Fatalf("hangs:\n%s", last.String())
		}
		if err == nil {
			return 0
		}
		exit, ok := errors.AsType[*exec.ExitError](err)
		if !ok {
			t.Fatal(err)
		}
		return exit.ExitCode() // -1 when killed
	}

	rng := rand.New(rand.NewPCG(seed, 2))
	began, killed, runs, code := time.Now(), 0, 0, -1
	for killed < kills && code != 0 {
		runs++
		if code = run(1+rng.IntN(max(n/2, 60)), "apply", "-q", "videos.yaml"); code == -1 {
			killed++
		}
	}
	for ; code != 0 && runs < kills+40; runs++ {
		code = run(0, "apply", "-q", "videos.yaml")
	}
	took := time.Since(began)
	books := server.Books()
	t.Logf("%d entries, seed %d: %d runs, %d of them killed, in %s; %s", n, seed, runs, killed, took.Round(100*time.Millisecond), books.Summary())
	if code != 0 {
		t.Fatalf("not done after %d runs, exit %d:\n%s", runs, code, last.String())
	}
	for _, p := range books.Problems() {
		t.Error(p)
	}
	if done := checkFiles(t, dir); done != n {
		t.Errorf("%d of %d entries are done", done, n)
	}
	if code := run(0, "verify", "videos.yaml"); code != 0 {
		t.Errorf("verify exits %d:\n%s", code, last.String())
	}
	if code := run(0, "apply", "videos.yaml"); code != 0 {
		t.Errorf("another apply exits %d:\n%s", code, last.String())
	}
	after := server.Books()
	if more := after.Requests - after.Pings - (books.Requests - books.Pings); more != 0 {
		t.Errorf("an apply with nothing to do made %d requests", more)
	}
}

// checkFiles compares every recorded output with what the server made for its task,
// and gives the number of entries.
func checkFiles(t *testing.T, dir string) (done int) {
	t.Helper()
	f, err := os.Open(filepath.Join(dir, "videos.lock"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var rec struct {
			Key, TaskUUID, State string
			Results              []struct{ Output, SHA256 string }
		}
		if err := json.Unmarshal(lines.Bytes(), &rec); err != nil {
			t.Fatal(err)
		}
		if rec.Key == "" { // the header
			continue
		}
		if rec.State != "done" || len(rec.Results) == 0 {
			t.Errorf("%s: %s with %d results", rec.Key, rec.State, len(rec.Results))
			continue
		}
		rendered := map[string]bool{} // which of several results is which is not said
		for i := range rec.Results {
			sum := sha256.Sum256(runwaretest.Video(wire.Task{TaskUUID: rec.TaskUUID, Width: 1280, Height: 720, Duration: 30}, i, 16<<10))
			rendered[hex.EncodeToString(sum[:])] = true
		}
		done++
		for _, r := range rec.Results {
			data, err := os.ReadFile(filepath.Join(dir, r.Output))
			if err != nil {
				t.Error(err)
				continue
			}
			sum := sha256.Sum256(data)
			got := hex.EncodeToString(sum[:])
			if !rendered[got] || strings.TrimPrefix(r.SHA256, "sha256:") != got {
				t.Errorf("%s: the file %s, the lockfile and what was rendered differ", rec.Key, r.Output)
			}
			delete(rendered, got)
		}
	}
	return done
}

func number(t *testing.T, name string, fallback int) int {
	t.Helper()
	v := os.Getenv(name)
	if v == "" {
		return fallback
	}
	n, err := strconv.Atoi(v)
	if err != nil || n < 1 {
		t.Fatalf("%s=%s is not a number above zero", name, v)
	}
	return n
}

func write(t testing.TB, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
