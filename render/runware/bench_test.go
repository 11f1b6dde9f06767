package runware_test

import (
	"fmt"
	"net/http/httptest"
	"os"
	"runtime"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/sync/errgroup"

	"gitops.video/render/render"
	"gitops.video/render/render/runware"
	"gitops.video/render/render/runware/runwaretest"
)

// BenchmarkInstantServer takes 5,000 entries from submit to checked file against a
// server on loopback that renders in no time, client and server in one process. Run
// it with -benchtime 1x; it reports entries a second and how far the heap grew with
// 500 and with 5,000 entries.
func BenchmarkInstantServer(b *testing.B) {
	for _, n := range []int{500, 5000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := memoryDir(b)
			for b.Loop() {
				s := runwaretest.New(runwaretest.Options{Balance: 1e6})
				h := httptest.NewServer(s)
				p, err := runware.New(runware.Config{APIKey: runwaretest.Key, BaseURL: h.URL + "/v1",
					PollFirst: 2 * time.Millisecond, PollMax: 20 * time.Millisecond})
				if err != nil {
					b.Fatal(err)
				}
				jobs := make([]render.Job, n)
				for i := range jobs {
					jobs[i] = jobOf(dir, fmt.Sprintf("job-%04d", i), 1)
				}
				heap := watchHeap()
				began := time.Now()
				if err := p.Check(b.Context(), jobs); err != nil {
					b.Fatal(err)
				}
				var group errgroup.Group
				group.SetLimit(64)
				for _, j := range jobs {
					group.Go(func() error { return whole(b.Context(), p, j) })
				}
				if err := group.Wait(); err != nil {
					b.Fatal(err)
				}
				took := time.Since(began)
				b.ReportMetric(float64(n)/took.Seconds(), "entries/s")
				b.ReportMetric(heap(), "MB-heap")
				books := s.Books()
				if len(books.Tasks) != n || len(books.Problems()) > 0 {
					b.Fatal(books.Summary())
				}
				h.Close()
			}
		})
	}
}

// memoryDir is a folder in memory where there is one: creating 5,000 files on a slow
// disk would be all that is measured.
func memoryDir(b *testing.B) string {
	b.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "render-bench-")
	if err != nil {
		return b.TempDir()
	}
	b.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// watchHeap samples the live heap until the returned function is called, which gives
// its growth in MB.
func watchHeap() func() float64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	start, peak := m.HeapInuse, m.HeapInuse
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		t := time.NewTicker(50 * time.Millisecond)
		defer t.Stop()
		for {
			select {
			case <-stop:
				return
			case <-t.C:
				runtime.ReadMemStats(&m)
				peak = max(peak, m.HeapInuse)
			}
		}
	}()
	return func() float64 {
		close(stop)
		<-done
		return float64(peak-start) / (1 << 20)
	}
}

// TestKeepsTheProviderBusy renders 600 videos of 30 s, 200 in flight. Ideal is 90 s
// of the server's time; polling, back-off and downloads may add a tenth.
func TestKeepsTheProviderBusy(t *testing.T) {
	inWorld(t, runwaretest.Options{Delay: 30 * time.Second}, func(t *testing.T, w *world) {
		const n, limit = 600, 200
		w.cfg.Concurrency = limit
		w.cfg.PollFirst, w.cfg.PollMax = 2*time.Second, 2*time.Second
		p := w.provider()
		jobs := make([]render.Job, n)
		for i := range jobs {
			jobs[i] = w.job(fmt.Sprintf("job-%04d", i))
		}
		if err := p.Check(t.Context(), jobs); err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		var wg sync.WaitGroup
		for _, j := range jobs {
			wg.Go(func() {
				if err := whole(t.Context(), p, j); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		synctest.Wait()
		ideal := n / limit * 30 * time.Second
		took := time.Since(began)
		b := w.clean()
		t.Logf("%s for an ideal of %s (+%.1f %%), %s", took, ideal, 100*(took.Seconds()/ideal.Seconds()-1), b.Summary())
		if took > ideal*11/10 || b.Peak != limit {
			t.Errorf("took %s where %s are ideal, with %d in flight", took, ideal, b.Peak)
		}
	})
}
