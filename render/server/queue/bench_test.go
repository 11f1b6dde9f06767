package queue_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/server/queue/queuetest"
)

// The figures of the task server's heart, without HTTP:
//
//	go test ./render/server/queue -run '^$' -bench . -benchtime 5x
//
// Times of a shared machine lie: run them where nothing else does.

// atOnce is how many tasks come in at once.
const atOnce = 2000

// BenchmarkSubmitAtOnce: so many clients submit a task each at the same moment; the
// figures are how long they wait until it is on the disk.
func BenchmarkSubmitAtOnce(b *testing.B) {
	b.Run("SQLite", func(b *testing.B) { submitAtOnce(b, filepath.Join(b.TempDir(), "tasks.db")) })
	b.Run("Postgres", func(b *testing.B) { submitAtOnce(b, queuetest.NewPostgres(b).Database(b)) })
}

func submitAtOnce(b *testing.B, url string) {
	q := queuetest.Open(b, url)
	var all []time.Duration
	for b.Loop() {
		b.StopTimer()
		tasks := make([]queue.Submission, atOnce)
		for i := range tasks {
			tasks[i] = queuetest.Task(fmt.Sprint("key ", i%4))
		}
		waits := make([]time.Duration, atOnce)
		begin := make(chan bool)
		var wg sync.WaitGroup
		for i := range tasks {
			wg.Go(func() {
				<-begin
				start := time.Now()
				if err := q.Submit(b.Context(), tasks[i])[0]; err != nil {
					b.Error(err)
				}
				waits[i] = time.Since(start)
			})
		}
		b.StartTimer()
		close(begin)
		wg.Wait()
		all = append(all, waits...)
	}
	slices.Sort(all)
	b.ReportMetric(float64(all[len(all)/2].Milliseconds()), "p50-ms")
	b.ReportMetric(float64(all[len(all)*99/100].Milliseconds()), "p99-ms")
	b.ReportMetric(float64(all[len(all)-1].Milliseconds()), "max-ms")
}

// BenchmarkPoll: clients ask for tasks of which one in a hundred is being worked on.
func BenchmarkPoll(b *testing.B) {
	for name, url := range map[string]func(*testing.B) string{
		"SQLite":   func(b *testing.B) string { return filepath.Join(b.TempDir(), "tasks.db") },
		"Postgres": func(b *testing.B) string { return queuetest.NewPostgres(b).Database(b) },
	} {
		b.Run(name, func(b *testing.B) {
			q := queuetest.Open(b, url(b))
			tasks := make([]queue.Submission, atOnce)
			for i := range tasks {
				tasks[i] = queuetest.Task("a")
			}
			ids := queuetest.Submit(b, q, tasks...)
			work := &queuetest.Runner{OnRender: func(ctx context.Context, u queue.Unit, report func(string, float64)) (queue.Made, error) {
				for p := range 100 {
					report("draw", float64(p))
					select {
					case <-time.After(10 * time.Millisecond):
					case <-ctx.Done():
						return queue.Made{}, ctx.Err()
					}
				}
				return queuetest.Video(u), nil
			}}
			stop := queuetest.Work(b, q, work, queue.WorkOptions{Slots: 20})
			var n atomic.Int64
			b.ResetTimer()
			b.RunParallel(func(pb *testing.PB) {
				for pb.Next() {
					if ts, err := q.Tasks(b.Context(), "a", ids[n.Add(1)*7919%atOnce]); err != nil || len(ts) != 1 {
						b.Error(len(ts), err)
					}
				}
			})
			b.StopTimer()
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "polls/s")
			stop()
		})
	}
}

// BenchmarkLife: tasks come in, are polled, worked and delivered, 500 a round. Memory
// must not grow with their number: it is measured after ten rounds, in the middle and
// at the end, the heap and what the system says that the process has, since SQLite's
// memory is not on the heap.
//
//	go test ./render/server/queue -run '^$' -bench Life -benchtime 60x
func BenchmarkLife(b *testing.B) {
	q := queuetest.Open(b, filepath.Join(b.TempDir(), "tasks.db"))
	queuetest.Work(b, q, silent{}, queue.WorkOptions{Slots: 4, Deliveries: 4})
	const each, warm = 500, 10
	round := func() {
		tasks := make([]queue.Submission, each)
		for i := range tasks {
			tasks[i] = queuetest.Task("a", func(s *queue.Submission) { s.Webhook = "http://hook" })
		}
		queuetest.Wait(b, q, queuetest.Submit(b, q, tasks...), func(x *queue.Task) bool { return x.State.Ended() })
	}
	for range warm {
		round()
	}
	heap, resident := []float64{heapMB()}, []float64{residentMB(b)}
	b.ResetTimer()
	for b.Loop() {
		round()
		heap, resident = append(heap, heapMB()), append(resident, residentMB(b))
	}
	b.ReportMetric(float64(each*b.N)/b.Elapsed().Seconds(), "tasks/s")
	for when, i := range map[string]int{"first": 0, "half": len(heap) / 2, "last": len(heap) - 1} {
		b.ReportMetric(heap[i], "heap-MB-"+when)
		b.ReportMetric(resident[i], "rss-MB-"+when)
	}
}

func heapMB() float64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / (1 << 20)
}

// residentMB is the memory that the process holds, 0 where the system does not say.
func residentMB(b *testing.B) float64 {
	text, err := os.ReadFile("/proc/self/statm")
	if errors.Is(err, fs.ErrNotExist) {
		return 0
	}
	var all, resident int
	if _, e := fmt.Sscan(string(text), &all, &resident); err != nil || e != nil {
		b.Fatal(err, e)
	}
	return float64(resident*os.Getpagesize()) / (1 << 20)
}

// silent is a runner that remembers nothing.
type silent struct{}

func (silent) Render(_ context.Context, u queue.Unit, _ func(string, float64)) (queue.Made, error) {
	return queuetest.Video(u), nil
}
func (silent) Deliver(context.Context, queue.Unit) error { return nil }
