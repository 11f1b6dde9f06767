package runware

import (
	"cmp"
	"container/heap"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"gitops.video/render/render"
	"gitops.video/render/render/wire"
)

const (
	// pollBatch is how many tasks one request asks about.
	pollBatch = 50
	// pollsAtOnce is how many such requests may be under way.
	pollsAtOnce = 8
	// keyStrikes ends all waits: so many polls in a row were refused for the key.
	keyStrikes = 5
	// archiveEvery is after how many empty polls the archive is asked, in case the
	// provider has forgotten the answer to polls but not the task.
	archiveEvery = 20
)

// poller polls for all waiters in one loop, which runs while there are any.
type poller struct {
	p    *Provider
	tick time.Duration // due times are rounded up to it, so that tasks share requests
	born time.Time
	sem  chan struct{}
	wake chan struct{}

	mu       sync.Mutex
	queue    waiters
	running  bool
	underway int           // polls that were sent and not yet settled
	single   bool          // this server wants one question a request
	strikes  int           // polls in a row that were refused for the key
	struck   time.Duration // when the first of them was
}

func newPoller(p *Provider) *poller {
	return &poller{
		p: p, tick: max(p.cfg.PollFirst/10, time.Microsecond), born: p.cfg.Now(),
		sem: make(chan struct{}, pollsAtOnce), wake: make(chan struct{}, 1),
	}
}

func (l *poller) add(w *waiter) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.schedule(w, w.interval)
	if !l.running {
		l.running = true
		go l.run()
	}
}

// schedule queues w for a poll after d. The lock is held.
func (l *poller) schedule(w *waiter, d time.Duration) {
	w.due = (l.now() + d).Truncate(l.tick) + l.tick
	heap.Push(&l.queue, w)
	if l.queue[0] == w {
		l.nudge()
	}
}

func (l *poller) now() time.Duration { return l.p.cfg.Now().Sub(l.born) }

func (l *poller) nudge() {
	select {
	case l.wake <- struct{}{}:
	default:
	}
}

// drop takes out a waiter whose wait ended for a reason of its own.
func (l *poller) drop(w *waiter, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.end(w, err)
}

// end finishes a waiter between two polls. The lock is held.
func (l *poller) end(w *waiter, err error) {
	w.finish(err)
	// It may lie in the queue for another minute; without this the loop would stay
	// alive for nobody.
	if i := slices.Index(l.queue, w); i >= 0 {
		heap.Remove(&l.queue, i)
	}
	l.nudge()
}

func (l *poller) run() {
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		l.mu.Lock()
		due := l.takeDue()
		if len(due)+len(l.queue)+l.underway == 0 {
			l.running = false
			l.mu.Unlock()
			return
		}
		if len(due) == 0 {
			if len(l.queue) > 0 {
				timer.Reset(l.queue[0].due - l.now())
			} else {
				timer.Stop()
			}
			l.mu.Unlock()
			select {
			case <-timer.C:
			case <-l.wake:
			}
			continue
		}
		l.underway++
		l.mu.Unlock()
		l.sem <- struct{}{}
		go func() {
			l.poll(due)
			<-l.sem
			l.mu.Lock()
			l.underway--
			l.nudge()
			l.mu.Unlock()
		}()
	}
}

// takeDue takes as many tasks off the queue as fit one request. The lock is held.
func (l *poller) takeDue() []*waiter {
	size := pollBatch
	if l.single {
		size = 1
	}
	var due []*waiter
	for now := l.now(); len(l.queue) > 0 && len(due) < size && l.queue[0].due <= now; {
		if w := heap.Pop(&l.queue).(*waiter); !w.over {
			due = append(due, w)
		}
	}
	return due
}

// poll asks about some tasks and settles each by what is said about it.
func (l *poller) poll(due []*waiter) {
	uuids := make([]string, len(due))
	for i, w := range due {
		uuids[i] = w.uuid
	}
	// Waits end one by one; the request belongs to all of them and has its own limit.
	ctx := context.Background()
	ans, err := l.p.client.call(ctx, options{}, tasksOf(wire.TypeGetResponse, uuids)...)

	var archive []*waiter
	type report struct {
		phase   string
		percent float64
	}
	reports := map[*waiter]report{}
	_, longest := l.p.pace()
	l.mu.Lock()
	l.judgeKey(ans, err, due)
	refused := err == nil && ans.status == 400 && len(ans.Data) == 0 && len(due) > 1
	if refused {
		l.single = true
	}
	for _, w := range due {
		if w.over {
			continue
		}
		if refused {
			l.schedule(w, 0)
			continue
		}
		if err == nil {
			items, errs := ans.About(w.uuid)
			percent := w.settle(items, errs, ans.status)
			if w.over {
				continue
			}
			reports[w] = report{w.phase, percent}
			if w.archive == asked || w.empty > 0 && w.empty%archiveEvery == 0 {
				archive = append(archive, w)
			}
		}
		w.interval = min(w.interval*3/2, longest)
		l.schedule(w, jitter(w.interval))
	}
	l.mu.Unlock()

	for w, r := range reports {
		if r.percent == queued {
			w.tell("queued", -1)
		} else {
			w.tell(or(r.phase, "rendering"), r.percent)
		}
	}
	for _, w := range archive {
		l.recall(ctx, w)
	}
}

// judgeKey gives up all waits when poll after poll is refused for the key: nothing
// is lost, but nothing can be learnt either. The lock is held.
func (l *poller) judgeKey(ans answer, err error, due []*waiter) {
	refused := err == nil && len(ans.Data) == 0 && slices.ContainsFunc(ans.Errors, func(e wire.Error) bool {
		return e.Status != wire.StatusError && wire.Classify(e.Code, ans.status) == wire.ClassAuth
	})
	switch {
	case err != nil:
	case !refused:
		l.strikes = 0
	default:
		if l.strikes++; l.strikes == 1 {
			l.struck = l.now()
		}
		// Polls run side by side, so time must pass, too.
		if l.strikes < keyStrikes || l.now()-l.struck < 2*l.p.cfg.PollFirst {
			return
		}
		l.strikes = 0
		why := fmt.Errorf("%w: %w", render.ErrPending, errors.New(
			"the provider refuses the key while polling ("+ans.Errors[0].Code+"); the tasks go on there, set RUNWARE_API_KEY right"))
		for _, w := range append(slices.Clone(due), l.queue...) {
			w.finish(why)
		}
		l.queue = nil
	}
}

// recall asks the archive about a task that polls say nothing about.
func (l *poller) recall(ctx context.Context, w *waiter) {
	found, err := l.p.archived(ctx, w.uuid)
	if err != nil {
		return // the next round asks again
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if w.over {
		return
	}
	for _, i := range found[w.uuid] {
		w.found[i.ID()] = i
	}
	if w.archive == asked {
		w.archive = hasNone
	}
	if len(w.found) >= w.results {
		l.end(w, nil)
	}
}

// waiters is a heap by due time; equal times keep the order of their UUIDs, so that
// a run can be repeated.
type waiters []*waiter

func (h waiters) Len() int { return len(h) }
func (h waiters) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(h[i].due, h[j].due), cmp.Compare(h[i].uuid, h[j].uuid)) < 0
}
func (h waiters) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *waiters) Push(w any)   { *h = append(*h, w.(*waiter)) }
func (h *waiters) Pop() any {
	old := *h
	w := old[len(old)-1]
	old[len(old)-1] = nil
	*h = old[:len(old)-1]
	return w
}
