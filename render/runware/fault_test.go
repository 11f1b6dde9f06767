package runware_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/runware/runwaretest"
)

func TestEachFault(t *testing.T) {
	t.Parallel()
	for _, fault := range runwaretest.Names() {
		t.Run(fault, func(t *testing.T) {
			extended := strings.HasPrefix(fault, "file:") || strings.HasPrefix(fault, "put:") || strings.HasPrefix(fault, "ping:")
			opt := runwaretest.Options{Delay: time.Minute, Forgets: strings.HasPrefix(fault, "details:"), Extension: extended}
			inWorld(t, opt, func(t *testing.T, w *world) {
				if extended {
					w.cfg.Files = filesOf(t)
				}
				p, job := w.provider(), w.job("a")
				job.Spec.NumberResults = 2
				if extended {
					job.Spec.Music = &manifest.Music{File: write(t, w.dir, "bed.mp3", 300<<10)}
				}
				n := 3
				if strings.HasSuffix(fault, ":401") {
					n = 1 // more of them rightly stop the batch
				}
				if strings.HasPrefix(fault, "ping:") {
					w.inject(fault, 1) // it is the very first call
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
					if fault == "upload:401" || fault == "put:401" {
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
		// Account, three questions about 120 tasks and two to the archive about those that
		// the polls did not know, one dry run, 60 submits.
		if got := b.Requests - before; got != 1+3+2+1+60 {
			t.Errorf("%d requests", got)
		}
		if len(b.Tasks) != 120 {
			t.Errorf("%d tasks", len(b.Tasks))
		}
	})
}

// TestForgottenTaskOnAFreshMachine: a run without lockfile and journal meets a provider
// whose polls have forgotten the finished task, and which would make and charge it again.
// The archive is asked before anything is sent; where it cannot be asked, nothing is.
func TestForgottenTaskOnAFreshMachine(t *testing.T) {
	for name, checked := range map[string]bool{"checked": true, "submitted at once": false} {
		t.Run(name, func(t *testing.T) {
			inWorld(t, runwaretest.Options{Forgetful: true, Forgets: true, Delay: time.Minute}, func(t *testing.T, w *world) {
				job := w.job("a")
				w.whole(job)
				w.inject("details:503", 1)
				fresh := w.provider()
				if checked {
					if err := fresh.Check(t.Context(), []render.Job{job, w.job("b")}); err != nil {
						t.Fatal(err)
					}
				}
				began := time.Now()
				if err := whole(t.Context(), fresh, job); err != nil {
					t.Fatal(err)
				}
				if waited := time.Since(began); waited > 2*time.Minute {
					t.Errorf("what is known to be made was waited for %s", waited)
				}
				if k := w.clean().Tasks[0]; k.Posts != 1 {
					t.Errorf("sent %d times", k.Posts)
				}
			})
		})
	}
}

func TestArchive(t *testing.T) {
	inWorld(t, runwaretest.Options{Forgets: true, Delay: time.Minute}, func(t *testing.T, w *world) {
		w.inject("download:expired", 2)
		w.whole(w.job("a"))
		w.clean()
	})
}

// TestExpiredPolls: what polls have forgotten is paid, and may be had from the archive
// still; it is not called failed, and made anew by the next run, before that was asked.
func TestExpiredPolls(t *testing.T) {
	inWorld(t, runwaretest.Options{Expires: true, Delay: time.Minute}, func(t *testing.T, w *world) {
		w.inject("details:500", 1)
		w.whole(w.job("a"))
		w.clean()
	})
}

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
