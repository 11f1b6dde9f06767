package runware_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"gitops.video/render/render"
	"gitops.video/render/render/runware/runwaretest"
)

func TestOneVideo(t *testing.T) {
	inWorld(t, runwaretest.Options{Delay: 25 * time.Minute}, func(t *testing.T, w *world) {
		p, job := w.provider(), w.job("a")
		if err := p.Check(t.Context(), []render.Job{job}); err != nil {
			t.Fatal(err)
		}
		if err := p.Submit(t.Context(), job); err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		var phases []string
		out, err := p.Await(t.Context(), job, func(phase string, percent float64) {
			if percent < -1 || percent > 100 {
				t.Errorf("progress of %v percent", percent)
			}
			if len(phases) == 0 || phases[len(phases)-1] != phase {
				phases = append(phases, phase)
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		if waited := time.Since(began); waited < 25*time.Minute || waited > 27*time.Minute {
			t.Errorf("waited %s for a task of 25 minutes", waited)
		}
		r := out.Results[0]
		if r.Cost < 0.998 || r.Cost > 1 || r.UUID != runwaretest.VideoUUID(job.TaskUUID, 0) || r.Seed == 0 {
			t.Errorf("result %+v", r)
		}
		if err := fetchAll(t.Context(), p, job, out); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(phases, " "); got != "rendering" {
			t.Errorf("phases %q", got)
		}
		// 10 s, then ×1.5 up to a minute, ±20 %: some 30 polls in 25 minutes, with the
		// one that Check asked.
		if k := w.clean().Tasks[0]; k.Posts != 1 || k.Polls < 22 || k.Polls > 40 {
			t.Errorf("%d posts, %d polls", k.Posts, k.Polls)
		}
	})
}

// Each fault alone, three times in a row: the job is done, and paid once.

// Hundreds of jobs under random faults, several seeds: each is accepted once for an

// attempt, all finish, every byte is right.

// A server that takes a finished task's UUID again, and charges it: asking first is

// what keeps a lost answer from being paid twice.

// Polls that have forgotten a task, and a URL that has expired: the archive helps.

// A result that is really gone is said to be gone, and is not made again by itself.

func TestGenerationFails(t *testing.T) {
	for code, class := range map[string]render.Class{
		"inferenceError": render.ClassProvider, "timeoutProvider": render.ClassTimeout,
		"contentPolicyViolation": render.ClassSafety, "providerInsufficientCredits": render.ClassQuota,
		"taskCancelled": render.ClassNotFound, "providerRateLimitExceeded": render.ClassRateLimit,
	} {
		t.Run(code, func(t *testing.T) {
			inWorld(t, runwaretest.Options{Delay: time.Minute}, func(t *testing.T, w *world) {
				p, job := w.provider(), w.job("a")
				job.Spec.PositivePrompt = "FAIL(" + code + ")"
				if err := p.Submit(t.Context(), job); err != nil {
					t.Fatal(err)
				}
				_, err := p.Await(t.Context(), job, nil)
				f, ok := errors.AsType[*render.Failure](err)
				if !ok || !f.Terminal || f.Code != code || f.Class != class {
					t.Errorf("got %#v, want a terminal %s", err, class)
				}
			})
		})
	}
}

func TestSubmitRefused(t *testing.T) {
	inWorld(t, runwaretest.Options{}, func(t *testing.T, w *world) {
		p, job := w.provider(), w.job("a")
		job.Spec.Duration = 4
		err := p.Submit(t.Context(), job)
		f, ok := errors.AsType[*render.Failure](err)
		if !ok || f.Terminal || f.Class != render.ClassValidation || !strings.Contains(f.Message, "5 to 300") || !strings.Contains(f.Message, "duration") {
			t.Errorf("got %v", err)
		}
		if n := w.server.Books().Requests; n != 3 { // asked, looked up in the archive, sent, not sent again
			t.Errorf("%d requests", n)
		}
	})
}

func TestWaitEnds(t *testing.T) {
	inWorld(t, runwaretest.Options{Delay: 3 * time.Hour}, func(t *testing.T, w *world) {
		p, job := w.provider(), w.job("a")
		if err := p.Submit(t.Context(), job); err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		if _, err := p.Await(t.Context(), job, nil); !errors.Is(err, render.ErrPending) {
			t.Errorf("after the timeout: %v", err)
		}
		if d := time.Since(began); d != 90*time.Minute {
			t.Errorf("gave up after %s", d)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		if _, err := p.Await(ctx, job, nil); !errors.Is(err, render.ErrPending) {
			t.Errorf("at the context's end: %v", err)
		}
		// A new process that never submitted takes it up.
		time.Sleep(2 * time.Hour)
		q := w.provider()
		out, err := q.Await(t.Context(), job, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := fetchAll(t.Context(), q, job, out); err != nil {
			t.Fatal(err)
		}
		w.clean()
	})
}

func TestKeyRevokedWhileWaiting(t *testing.T) {
	inWorld(t, runwaretest.Options{Delay: time.Hour}, func(t *testing.T, w *world) {
		p, job := w.provider(), w.job("a")
		if err := p.Submit(t.Context(), job); err != nil {
			t.Fatal(err)
		}
		w.inject("poll:401", 1000)
		began := time.Now()
		_, err := p.Await(t.Context(), job, nil)
		if !errors.Is(err, render.ErrPending) || !strings.Contains(err.Error(), "RUNWARE_API_KEY") {
			t.Errorf("got %v", err)
		}
		if d := time.Since(began); d > 10*time.Minute {
			t.Errorf("noticed after %s", d)
		}
	})
}

// A server that does not know the header takes the first dry run for a task. There

// must be no second.

// A jam of many submits is one jam: all wait, and they come back one by one.

func TestRate(t *testing.T) {
	inWorld(t, runwaretest.Options{}, func(t *testing.T, w *world) {
		w.cfg.Rate = 2
		p := w.provider()
		began := time.Now()
		var wg sync.WaitGroup
		for i := range 21 {
			wg.Go(func() {
				if err := p.Submit(t.Context(), w.job(fmt.Sprint(i))); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		if d := time.Since(began); d < 9*time.Second || d > 11*time.Second {
			t.Errorf("21 submits at 2 a second took %s", d)
		}
	})
}

func TestDiskTrouble(t *testing.T) {
	inWorld(t, runwaretest.Options{}, func(t *testing.T, w *world) {
		p, job := w.provider(), w.job("a")
		if err := p.Submit(t.Context(), job); err != nil {
			t.Fatal(err)
		}
		out, err := p.Await(t.Context(), job, nil)
		if err != nil {
			t.Fatal(err)
		}
		err = p.Fetch(t.Context(), job, out.Results[0], filepath.Join(w.dir, "missing", "a.mp4"), nil)
		if err == nil || !strings.Contains(err.Error(), "does not exist") {
			t.Errorf("missing folder: %v", err)
		}
		if _, err := os.Stat("/dev/full"); err == nil {
			link := filepath.Join(w.dir, "full")
			if err := os.Symlink("/dev/full", link); err != nil {
				t.Fatal(err)
			}
			err = p.Fetch(t.Context(), job, out.Results[0], link, nil)
			if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), "disk is full") {
				t.Errorf("full disk: %v", err)
			}
		}
		if err := fetchAll(t.Context(), p, job, out); err != nil { // and it stays fetchable
			t.Fatal(err)
		}
	})
}

func TestFetchMovesLocalFiles(t *testing.T) {
	inWorld(t, runwaretest.Options{}, func(t *testing.T, w *world) {
		from, to := filepath.Join(w.dir, "from"), filepath.Join(w.dir, "to")
		if err := os.WriteFile(from, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := w.provider().Fetch(t.Context(), w.job("a"), render.Result{Path: from}, to, nil); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(to); err != nil {
			t.Error(err)
		}
	})
}

func TestFetchRefusesOtherSchemes(t *testing.T) {
	inWorld(t, runwaretest.Options{}, func(t *testing.T, w *world) {
		for _, u := range []string{"file:///etc/passwd", "ftp://x/y", "http:", "::"} {
			err := w.provider().Fetch(t.Context(), w.job("a"), render.Result{URL: u}, filepath.Join(w.dir, "x"), nil)
			if err == nil {
				t.Errorf("%s was fetched", u)
			}
		}
		w.cfg.BaseURL = "https://api.test/v1"
		err := w.provider().Fetch(t.Context(), w.job("a"), render.Result{URL: "http://api.test/files/x/0"}, filepath.Join(w.dir, "x"), nil)
		if err == nil || !strings.Contains(err.Error(), "only https") {
			t.Errorf("from TLS down to plain text: %v", err)
		}
	})
}
