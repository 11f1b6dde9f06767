package runware_test

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"syscall"
	"testing"

	"gitops.video/render/render"
	"gitops.video/render/render/runware"
	"gitops.video/render/render/runware/runwaretest"
)

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
