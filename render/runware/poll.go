package runware

import (
	"cmp"
	"container/heap"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
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

// Await implements [render.Provider].
func (p *Provider) Await(ctx context.Context, job render.Job, progress render.Progress) (render.Outcome, error) {
	p.occupy(job.TaskUUID)
	defer p.release(job.TaskUUID)
	if err := p.needKey(); err != nil {
		return render.Outcome{}, err
	}
	w := &waiter{
		uuid: job.TaskUUID, results: max(job.Spec.NumberResults, 1), progress: progress,
		interval: p.cfg.PollFirst, found: map[string]wire.Item{}, done: make(chan struct{}),
	}
	p.poller.add(w)
	limit := time.NewTimer(p.cfg.Timeout)
	defer limit.Stop()
	select {
	case <-w.done:
	case <-limit.C:
		p.poller.drop(w, fmt.Errorf("%w after %s; run again to resume", render.ErrPending, p.cfg.Timeout))
	case <-ctx.Done():
		p.poller.drop(w, fmt.Errorf("%w; run again to resume (%w)", render.ErrPending, context.Cause(ctx)))
	}
	w.telling.Lock()
	w.progress = nil
	w.telling.Unlock()
	return w.outcome(), w.err
}

// waiter is one task that somebody waits for. Its fields belong to the poller's lock.
type waiter struct {
	uuid     string
	results  int
	progress render.Progress
	due      time.Duration // since the poller's start: no clock that is set can delay it
	interval time.Duration
	found    map[string]wire.Item // finished results by id
	shape    string               // what the last poll showed of a failure
	empty    int                  // polls that said nothing, in a row
	over     bool
	err      error
	done     chan struct{}

	telling sync.Mutex // held while progress is called; nobody is told after Await returned
}

func (w *waiter) tell(phase string, percent float64) {
	w.telling.Lock()
	defer w.telling.Unlock()
	if w.progress != nil {
		w.progress(phase, percent)
	}
}

func (w *waiter) finish(err error) {
	if !w.over {
		w.over, w.err = true, err
		close(w.done)
	}
}

// outcome lists what was finished, sorted by the provider's id: replies come in any
// order, and the second result must be the same video in every run.
func (w *waiter) outcome() render.Outcome {
	var out render.Outcome
	for _, id := range sortedKeys(w.found) {
		i := w.found[id]
		r := render.Result{URL: i.URL(), UUID: or(i.VideoUUID, i.MediaUUID), Seed: i.Seed, NSFW: i.NSFW}
		if i.Cost != nil {
			r.Cost = *i.Cost
		}
		if i.NSFW {
			out.Notes = append(out.Notes, "the provider's safety check flagged this video")
		}
		out.Results = append(out.Results, r)
	}
	if len(out.Results) > w.results {
		out.Results = out.Results[:w.results]
	}
	return out
}

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
	ans, err := l.p.client.call(ctx, options{}, questions(uuids)...)

	var archive []*waiter
	reports := map[*waiter]float64{}
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
			reports[w] = percent
			if w.empty > 0 && w.empty%archiveEvery == 0 {
				archive = append(archive, w)
			}
		}
		w.interval = min(w.interval*3/2, l.p.cfg.PollMax)
		l.schedule(w, jitter(w.interval))
	}
	l.mu.Unlock()

	for w, percent := range reports {
		if percent == queued {
			w.tell("queued", -1)
		} else {
			w.tell("rendering", percent)
		}
	}
	for _, w := range archive {
		l.recall(ctx, w)
	}
}

// queued is what settle returns for a task that nothing is said about.
const queued = -2

// settle takes one task's part of a poll's answer and says how far it is: percent,
// −1 for being made, or queued.
func (w *waiter) settle(items []wire.Item, errs []wire.Error, status int) float64 {
	percent, processing := float64(queued), 0
	for _, i := range items {
		switch {
		case i.Done():
			w.found[i.ID()] = i
			percent = max(percent, -1)
		default:
			processing++
			percent = max(percent, -1)
			if i.Progress != nil {
				percent = max(percent, min(max(*i.Progress, 0), 100))
			}
		}
	}
	if len(w.found) >= w.results {
		w.finish(nil)
		return 100
	}
	var failed []wire.Error
	sure := true // the provider says that the task ended, not that the question failed
	for _, e := range errs {
		ends, certain := endsTask(e, status)
		if ends {
			failed = append(failed, e)
			sure = sure && certain
		}
	}
	if len(items)+len(failed) == 0 {
		w.empty++
	} else {
		w.empty = 0
	}
	shape := ""
	if len(failed) > 0 {
		codes := make([]string, len(failed))
		for i, e := range failed {
			codes[i] = e.Code
		}
		slices.Sort(codes)
		shape = fmt.Sprint(len(w.found), processing, codes)
		all := len(w.found)+len(failed) >= w.results && processing == 0
		again := shape == w.shape && (processing == 0 || w.results == 1)
		if sure && all || again {
			w.finish(failure(failed[0], status, true, nil))
		}
	}
	w.shape = shape
	return percent
}

// endsTask says whether an error of a poll's answer means that the task's own
// generation ended, and whether that is certain or must be seen twice: a question
// that failed may look the same, but does not fail the same way again.
func endsTask(e wire.Error, status int) (ends, certain bool) {
	own := e.Status == wire.StatusError && e.TaskType != wire.TypeGetResponse
	class := wire.Classify(e.Code, 0)
	switch {
	case status == 401, status == 402, status == 403, status == 429, status >= 500:
		return false, false // about the poll
	case e.Conflict():
		return false, false // the echo of a submit that was refused as known
	case own:
		return true, class != wire.ClassNotFound // a task just sent may not be found yet
	case e.TaskType == wire.TypeGetResponse:
		return class == wire.ClassNotFound, false
	}
	switch class {
	case wire.ClassAuth:
		return false, false
	case wire.ClassQuota, wire.ClassRateLimit:
		// providerRateLimitExceeded speaks about the model, rateLimitExceeded about us.
		code := strings.ToLower(e.Code)
		return strings.HasPrefix(code, "provider") || strings.HasPrefix(code, "inference"), false
	case wire.ClassServer, wire.ClassTimeout, wire.ClassProvider, wire.ClassNotFound:
		return true, false
	}
	return true, true
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
			"the provider refuses the key while polling ("+ans.Errors[0].Code+"); the tasks go on there; set RUNWARE_API_KEY right and run again to resume"))
		for _, w := range append(slices.Clone(due), l.queue...) {
			w.finish(why)
		}
		l.queue = nil
	}
}

// recall asks the archive about a task that polls say nothing about. Only finished
// results count: the archive keeps the last answer, which may be that of a refused
// replay.
func (l *poller) recall(ctx context.Context, w *waiter) {
	items, err := l.p.archived(ctx, w.uuid)
	if err != nil {
		return // the next round asks again
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if w.over {
		return
	}
	for _, i := range items {
		w.found[i.ID()] = i
	}
	if len(w.found) >= w.results {
		l.end(w, nil)
	}
}

// archived returns the finished results that getTaskDetails knows of a task.
func (p *Provider) archived(ctx context.Context, uuid string) ([]wire.Item, error) {
	ans, err := p.client.call(ctx, options{}, wire.Task{TaskType: wire.TypeGetTaskDetails, TaskUUID: uuid})
	if err != nil {
		return nil, err
	}
	var done []wire.Item
	for _, item := range ans.Data {
		inner, err := wire.Decode(item.Response)
		if err != nil {
			continue
		}
		about, _ := inner.About(uuid)
		for _, i := range append(about, item) {
			if i.Done() && strings.EqualFold(i.TaskUUID, uuid) {
				done = append(done, i)
			}
		}
	}
	return done, nil
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
