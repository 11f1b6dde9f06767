package manifest

import (
	"context"
	"sync"
)

// queue hands jobs to workers; jobs may push further jobs.
type queue struct {
	mu   sync.Mutex
	wake *sync.Cond
	jobs []func(*worker)
	open int // jobs that are waiting or running
}

func newQueue() *queue {
	q := &queue{}
	q.wake = sync.NewCond(&q.mu)
	return q
}

func (q *queue) push(job func(*worker)) {
	q.mu.Lock()
	q.jobs = append(q.jobs, job)
	q.open++
	q.mu.Unlock()
	q.wake.Signal()
}

// run returns when every job is done; after a cancel the rest is dropped.
func (q *queue) run(ctx context.Context, workers []*worker) {
	var wg sync.WaitGroup
	for _, w := range workers {
		wg.Go(func() {
			for {
				job := q.next()
				if job == nil {
					return
				}
				if ctx.Err() == nil {
					job(w)
				}
				q.done()
			}
		})
	}
	wg.Wait()
}

func (q *queue) next() func(*worker) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.jobs) == 0 {
		if q.open == 0 {
			return nil
		}
		q.wake.Wait()
	}
	job := q.jobs[0]
	q.jobs[0] = nil
	q.jobs = q.jobs[1:]
	return job
}

func (q *queue) done() {
	q.mu.Lock()
	q.open--
	last := q.open == 0
	q.mu.Unlock()
	if last {
		q.wake.Broadcast()
	}
}
