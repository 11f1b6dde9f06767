package runware_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"gitops.video/render/render"
	"gitops.video/render/render/runware"
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
func TestEachFault(t *testing.T) {
	t.Parallel()
	for _, fault := range runwaretest.Names() {
		t.Run(fault, func(t *testing.T) {
			opt := runwaretest.Options{Delay: time.Minute, Forgets: strings.HasPrefix(fault, "details:")}
			inWorld(t, opt, func(t *testing.T, w *world) {
				p, job := w.provider(), w.job("a")
				job.Spec.NumberResults = 2
				n := 3
				if strings.HasSuffix(fault, ":401") {
					n = 1 // more of them rightly stop the batch
				}
				if err := p.Check(t.Context(), []render.Job{w.job("other")}); err != nil {
					t.Fatal(err) // the key has worked before the fault begins
				}
				w.inject(fault, n)
				if strings.HasPrefix(fault, "account:") {
					err := p.Check(t.Context(), []render.Job{job})
					if strings.HasSuffix(fault, ":401") {
						if f, ok := errors.AsType[*render.Failure](err); !ok || f.Class != render.ClassAuth {
							t.Fatalf("Check with a refused key gave %v", err)
						}
						return
					}
					if err != nil {
						t.Fatal(err)
					}
				}
				if strings.HasPrefix(fault, "upload:") {
					job.Spec.Inputs = photo(t, w.dir, 100<<10)
				}
				if err := whole(t.Context(), p, job); err != nil {
					if strings.HasSuffix(fault, "upload:401") {
						return
					}
					t.Fatal(err)
				}
				b := w.clean()
				if len(b.Tasks) != 1 || b.Tasks[0].Billed != 2 {
					t.Errorf("books: %s", b.Summary())
				}
				if b.Struck[fault] == 0 {
					t.Errorf("the fault never struck: %v", b.Struck)
				}
			})
		})
	}
}

// Hundreds of jobs under random faults, several seeds: each is accepted once for an
// attempt, all finish, every byte is right.
func TestChaos(t *testing.T) {
	t.Parallel()
	for seed := range uint64(3) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			inWorld(t, runwaretest.Options{Delay: 10 * time.Minute, Chance: 0.2, FailOne: 0.1, Seed: seed}, func(t *testing.T, w *world) {
				const n = 100
				w.cfg.Concurrency = 40
				w.cfg.Timeout = 24 * time.Hour
				p := w.provider()
				jobs := make([]render.Job, n)
				for i := range jobs {
					jobs[i] = w.job(fmt.Sprintf("job-%03d", i))
					jobs[i].Spec.NumberResults = 1 + i%4
				}
				for { // a run that a refused key stops is simply started again
					if err := p.Check(t.Context(), jobs); err == nil {
						break
					}
				}
				var wg sync.WaitGroup
				var failures, resumed atomic.Int64
				for _, job := range jobs {
					wg.Go(func() {
						for attempt := 1; ; {
							again := jobOf(w.dir, job.Key, attempt)
							again.Spec.NumberResults = job.Spec.NumberResults
							err := whole(t.Context(), p, again)
							f, refused := errors.AsType[*render.Failure](err)
							switch {
							case err == nil:
								return
							case refused && f.Terminal:
								failures.Add(1)
								attempt++
							default: // an open end: the same task again
								if resumed.Add(1) > 20*n {
									t.Errorf("%s: %v", job.Key, err)
									return
								}
							}
						}
					})
				}
				wg.Wait()
				b := w.clean()
				t.Logf("%s; %d runs resumed, %d attempts failed", b.Summary(), resumed.Load(), failures.Load())
				if b.Peak > 40 {
					t.Errorf("%d tasks in flight, the limit is 40", b.Peak)
				}
				if failures.Load() == 0 || len(b.Struck) < 30 {
					t.Errorf("too tame: %d failures, %d kinds of fault", failures.Load(), len(b.Struck))
				}
			})
		})
	}
}

// A server that takes a finished task's UUID again, and charges it: asking first is
// what keeps a lost answer from being paid twice.
func TestAsksBeforeItSendsAgain(t *testing.T) {
	inWorld(t, runwaretest.Options{Forgetful: true}, func(t *testing.T, w *world) {
		job := w.job("a")
		w.inject("submit:lost", 1)
		w.inject("poll:503", 2)
		w.whole(job)
		w.whole(job) // a later process that lost its journal
		if k := w.clean().Tasks[0]; k.Posts != 1 {
			t.Errorf("sent %d times", k.Posts)
		}
	})
}

func TestCheckFindsWhatAnEarlierRunSent(t *testing.T) {
	inWorld(t, runwaretest.Options{Forgetful: true}, func(t *testing.T, w *world) {
		var jobs []render.Job
		for i := range 120 {
			jobs = append(jobs, w.job(fmt.Sprint("job-", i)))
		}
		early := w.provider()
		for _, j := range jobs[:60] {
			if err := early.Submit(t.Context(), j); err != nil {
				t.Fatal(err)
			}
		}
		before := w.server.Books().Requests
		p := w.provider()
		if err := p.Check(t.Context(), jobs); err != nil {
			t.Fatal(err)
		}
		for _, j := range jobs {
			if err := p.Submit(t.Context(), j); err != nil {
				t.Fatal(err)
			}
		}
		b := w.clean()
		// Account, three questions about 120 tasks, one dry run, 60 submits.
		if got := b.Requests - before; got != 1+3+1+60 {
			t.Errorf("%d requests", got)
		}
		if len(b.Tasks) != 120 {
			t.Errorf("%d tasks", len(b.Tasks))
		}
	})
}

// Polls that have forgotten a task, and a URL that has expired: the archive helps.
func TestArchive(t *testing.T) {
	inWorld(t, runwaretest.Options{Forgets: true, Delay: time.Minute}, func(t *testing.T, w *world) {
		w.inject("download:expired", 2)
		w.whole(w.job("a"))
		w.clean()
	})
}

// A result that is really gone is said to be gone, and is not made again by itself.
func TestGone(t *testing.T) {
	inWorld(t, runwaretest.Options{}, func(t *testing.T, w *world) {
		p, job := w.provider(), w.job("a")
		if err := p.Submit(t.Context(), job); err != nil {
			t.Fatal(err)
		}
		out, err := p.Await(t.Context(), job, nil)
		if err != nil {
			t.Fatal(err)
		}
		w.inject("download:expired", 1000)
		err = p.Fetch(t.Context(), job, out.Results[0], filepath.Join(w.dir, "x"), nil)
		if f, ok := errors.AsType[*render.Failure](err); !ok || f.Terminal || f.Code != "resultExpired" || !strings.Contains(f.Message, "--force") {
			t.Errorf("got %v", err)
		}
		if _, err := os.Stat(filepath.Join(w.dir, "x")); err == nil {
			t.Error("a half file was left behind")
		}
	})
}

func TestServerWithOneQuestionARequest(t *testing.T) {
	inWorld(t, runwaretest.Options{Single: true, Delay: time.Minute}, func(t *testing.T, w *world) {
		p := w.provider()
		jobs := []render.Job{w.job("a"), w.job("b"), w.job("c")}
		if err := p.Check(t.Context(), jobs); err != nil {
			t.Fatal(err)
		}
		var wg sync.WaitGroup
		for _, j := range jobs {
			wg.Go(func() {
				if err := whole(t.Context(), p, j); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		w.clean()
	})
}

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
		if n := w.server.Books().Requests; n != 2 { // asked, sent, not sent again
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

func TestKey(t *testing.T) {
	inWorld(t, runwaretest.Options{}, func(t *testing.T, w *world) {
		jobs := []render.Job{w.job("a")}
		for _, key := range []string{"", " \n", "rw key\n", "rw_wrong_secret_key"} {
			w.cfg.APIKey = key
			p := w.provider()
			for name, err := range map[string]error{"Check": p.Check(t.Context(), jobs), "Submit": p.Submit(t.Context(), jobs[0])} {
				f, ok := errors.AsType[*render.Failure](err)
				if !ok || f.Class != render.ClassAuth || !strings.Contains(f.Message, "RUNWARE_API_KEY") {
					t.Errorf("%s with key %q: %v", name, key, err)
				}
				if strings.Contains(fmt.Sprint(err), "secret") {
					t.Errorf("%s shows the key: %v", name, err)
				}
			}
		}
		if n := len(w.server.Books().Tasks); n != 0 {
			t.Errorf("%d tasks were accepted", n)
		}
	})
}

func TestBalance(t *testing.T) {
	inWorld(t, runwaretest.Options{Balance: 2.5}, func(t *testing.T, w *world) {
		jobs := []render.Job{w.job("a"), w.job("b"), w.job("c")}
		for _, per := range []float64{0, 0.0333} { // by dry run, by configuration
			w.cfg.PricePerSecond = per
			p := w.provider()
			err := p.Check(t.Context(), jobs)
			f, ok := errors.AsType[*render.Failure](err)
			if !ok || f.Class != render.ClassQuota || !strings.Contains(f.Message, "2.50 USD") || !strings.Contains(f.Message, "3.00 USD") {
				t.Errorf("got %v", err)
			}
			if err := p.Check(t.Context(), jobs[:2]); err != nil {
				t.Errorf("enough money: %v", err)
			}
			// What was accepted is paid: it must be possible to fetch it with an
			// account that is empty now.
			taken := append(jobs[:2:2], w.job("c"), w.job("d"))
			taken[2].Accepted, taken[3].Accepted = true, true
			if err := p.Check(t.Context(), taken); err != nil {
				t.Errorf("paid already: %v", err)
			}
		}
		if n := len(w.server.Books().Tasks); n != 0 {
			t.Errorf("%d tasks were accepted", n)
		}
	})
}

func TestEstimate(t *testing.T) {
	inWorld(t, runwaretest.Options{}, func(t *testing.T, w *world) {
		jobs := []render.Job{w.job("a"), w.job("b"), w.job("c"), w.job("d")}
		jobs[2].Spec.Duration = 60
		jobs[3].Spec.Duration = 3 // refused by the dry run
		before := w.server.Books().Requests
		costs, ok, err := w.provider().Estimate(t.Context(), jobs)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprintf("%.3f %v", costs, ok); got != "[0.999 0.999 1.998 0.000] [true true true false]" {
			t.Error(got)
		}
		if n := w.server.Books().Requests - before; n != 3 {
			t.Errorf("%d dry runs for 3 shapes", n)
		}
		w.inject("submit:503", 2) // a hiccup
		if _, ok, err := w.provider().Estimate(t.Context(), jobs[:1]); err != nil || !ok[0] {
			t.Errorf("after a hiccup: %v %v", ok, err)
		}
		w.wire.refuse = syscall.ECONNREFUSED
		w.cfg.Transport.(*http.Transport).CloseIdleConnections()
		if _, ok, err := w.provider().Estimate(t.Context(), jobs); err != nil || ok[0] {
			t.Errorf("without a network: %v %v", ok, err)
		}
		w.cfg.APIKey = ""
		if _, ok, err := w.provider().Estimate(t.Context(), jobs); err != nil || ok[0] {
			t.Errorf("without key or price: %v %v", ok, err)
		}
	})
}

// A server that does not know the header takes the first dry run for a task. There
// must be no second.
func TestDryRunUnknown(t *testing.T) {
	inWorld(t, runwaretest.Options{NoDryRun: true}, func(t *testing.T, w *world) {
		jobs := []render.Job{w.job("a"), w.job("b")}
		jobs[1].Spec.Duration = 60
		p := w.provider()
		for range 2 {
			if _, ok, err := p.Estimate(t.Context(), jobs); err != nil || ok[0] || ok[1] {
				t.Errorf("known %v, %v", ok, err)
			}
		}
		if n := len(w.server.Books().Tasks); n != 1 {
			t.Errorf("%d dry runs were taken for tasks", n)
		}
	})
}

func TestRetryAfterIsHonoured(t *testing.T) {
	inWorld(t, runwaretest.Options{After: 120}, func(t *testing.T, w *world) {
		p := w.provider()
		w.inject("submit:429-after", 2)
		began := time.Now()
		if err := p.Submit(t.Context(), w.job("a")); err != nil {
			t.Fatal(err)
		}
		if d := time.Since(began); d < 240*time.Second || d > 250*time.Second {
			t.Errorf("asked twice to wait 120 s, waited %s", d)
		}
	})
}

// A jam of many submits is one jam: all wait, and they come back one by one.
func TestBackOffIsShared(t *testing.T) {
	inWorld(t, runwaretest.Options{}, func(t *testing.T, w *world) {
		p := w.provider()
		w.inject("submit:429", 20)
		var wg sync.WaitGroup
		for i := range 40 {
			wg.Go(func() {
				if err := p.Submit(t.Context(), w.job(fmt.Sprint(i))); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		b := w.clean()
		posts := b.Struck["submit:429"]
		for _, k := range b.Tasks {
			posts += k.Posts
		}
		if posts != 60 {
			t.Errorf("%d submits for 40 tasks and 20 refusals", posts)
		}
	})
}

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

func TestUnreachable(t *testing.T) {
	inWorld(t, runwaretest.Options{}, func(t *testing.T, w *world) {
		w.wire.refuse = syscall.ECONNREFUSED
		p := w.provider()
		err := p.Check(t.Context(), []render.Job{w.job("a")})
		if err == nil || !strings.Contains(err.Error(), "api.test") || !strings.Contains(err.Error(), "refused") {
			t.Errorf("Check: %v", err)
		}
		err = p.Submit(t.Context(), w.job("a"))
		if _, isFailure := errors.AsType[*render.Failure](err); err == nil || isFailure {
			t.Errorf("Submit: %v, want an error that leaves the job resumable", err)
		}
		// The provider comes back while we wait.
		w.wire.mu.Lock()
		w.wire.refuse = nil
		w.wire.mu.Unlock()
		w.whole(w.job("a"))
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

func TestBaseURL(t *testing.T) {
	t.Parallel()
	for base, good := range map[string]bool{
		"": true, "https://x/v1/": true, "http://localhost:8080/a/b/v1": true, "https://x": true,
		"localhost:8080/v1": false, "ftp://x/v1": false, "https://": false, "https://key:secret@x/v1": false, "https://x/v1?key=secret": false, "::": false,
	} {
		_, err := runware.New(runware.Config{BaseURL: base})
		if (err == nil) != good {
			t.Errorf("base URL %q: %v", base, err)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("a secret is shown: %v", err)
		}
	}
}
