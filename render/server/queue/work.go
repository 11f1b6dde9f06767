package queue

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"os"
	"runtime/debug"
	"sync"
	"time"

	"github.com/riverqueue/river"
)

// crew is one call of Work: a worker with its slots.
type crew struct {
	q      *Queue
	runner Runner
	opts   WorkOptions
	began  time.Time

	mu   sync.Mutex
	busy map[int64]*job // by unit
	rest time.Time      // takes no engine units until then
}

// job is a unit that a crew is at.
type job struct {
	unit    *Unit
	cancel  context.CancelCauseFunc
	phase   string
	percent float64
	news    bool // not told to the database yet

	watched bool      // somebody looks at the frames
	shown   time.Time // when the last one was handed over
	frame   []byte    // not told yet
}

// errGoing ends units whose worker is shutting down.
var errGoing = errors.New("the worker is shutting down")

// Work works units until ctx ends. Then it takes no new ones, lets those it has go on
// for opts.Grace, gives back what is left and returns.
func (q *Queue) Work(ctx context.Context, r Runner, opts WorkOptions) error {
	if opts.Host == "" {
		opts.Host, _ = os.Hostname()
	}
	if opts.ID == "" {
		opts.ID = fmt.Sprintf("%s-%d-%s", opts.Host, os.Getpid(), q.ids()[:8])
	}
	if err := q.sameMachine(ctx, opts.Host); err != nil {
		if ctx.Err() != nil {
			return nil // stopped before it began
		}
		return fmt.Errorf("worker %s: %w", opts.ID, err)
	}
	release, err := q.db.alive(opts.ID)
	if err != nil {
		return fmt.Errorf("worker %s: %w", opts.ID, err)
	}
	defer release()
	q.crews.Store(opts.ID, true)
	defer q.crews.Delete(opts.ID)
	c := &crew{q: q, runner: r, opts: opts, began: q.now(), busy: map[int64]*job{}}

	// The crew's own context outlives ctx: units go on while it drains.
	life, end := context.WithCancelCause(context.WithoutCancel(ctx))
	defer end(nil)
	client, err := c.client(life)
	if err != nil {
		return fmt.Errorf("worker %s: %w", opts.ID, err)
	}
	if err := c.beat(life); err != nil {
		return fmt.Errorf("worker %s: %w", opts.ID, err)
	}
	var beating sync.WaitGroup
	beating.Go(func() { c.beatLoop(life) })
	if err := client.Start(life); err != nil {
		return fmt.Errorf("worker %s: %w", opts.ID, err)
	}
	<-ctx.Done()

	grace, cancel := context.WithTimeout(life, opts.Grace)
	go func() {
		select {
		case <-opts.Hurry:
			cancel()
		case <-grace.Done():
		}
	}()
	err = client.Stop(grace) // takes no new tokens from here on
	cancel()
	c.dismiss()
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 30*time.Second)
	defer cancel()
	if err != nil {
		err = client.StopAndCancel(last)
	}
	end(nil)
	beating.Wait()
	// Without this the others would wait for its lease, and count its slots.
	return errors.Join(err, q.db.write(last, func(t tx) error {
		_, err := t.exec(last, `DELETE FROM render_worker WHERE id = $1`, opts.ID)
		return err
	}))
}

// sameMachine refuses a SQLite file that another machine works on: its locks do not
// reach over a network.
func (q *Queue) sameMachine(ctx context.Context, host string) error {
	if q.Farm() {
		return nil
	}
	ws, err := q.Workers(ctx)
	if err != nil {
		return err
	}
	for _, w := range ws {
		if w.Host != host && !w.Lost {
			return fmt.Errorf("the database is a SQLite file that a worker on %s uses: several machines need PostgreSQL (--database postgres://…)", w.Host)
		}
	}
	return nil
}

// dismiss ends all units at once.
func (c *crew) dismiss() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, j := range c.busy {
		j.cancel(errGoing)
	}
}

// client is River's side of the crew: one queue a lane, one job a slot.
func (c *crew) client(life context.Context) (riverClient, error) {
	workers := river.NewWorkers()
	river.AddWorker(workers, &tokenWorker{crew: c, life: life})
	queues := map[string]river.QueueConfig{}
	for l, n := range map[lane]int{engineLane: c.opts.Slots, deliveryLane: c.opts.Deliveries} {
		if n > 0 {
			queues[l.queue()] = river.QueueConfig{MaxWorkers: n}
		}
	}
	return c.q.db.client(&river.Config{
		ID: c.opts.ID, Queues: queues, Workers: workers, Logger: c.q.mutter,
		FetchCooldown: 10 * time.Millisecond, FetchPollInterval: time.Second,
		CompletedJobRetentionPeriod: 10 * time.Minute, CancelledJobRetentionPeriod: time.Hour, DiscardedJobRetentionPeriod: time.Hour,
	})
}

// tokenWorker works River's tokens.
type tokenWorker struct {
	river.WorkerDefaults[token]
	crew *crew
	life context.Context
}

// Timeout is none: a unit's lease says how long it may be silent.
func (w *tokenWorker) Timeout(*river.Job[token]) time.Duration { return -1 }

// Work spends a token: on the best unit there is, or on nothing.
func (w *tokenWorker) Work(ctx context.Context, j *river.Job[token]) error {
	if j.Args.Lane == engineLane && w.crew.paused() {
		select { // one token a slot is kept meanwhile: others have the rest
		case <-time.After(time.Second):
		case <-ctx.Done():
		}
		return river.JobSnooze(100 * time.Millisecond)
	}
	u, err := w.crew.q.claim(w.life, j.Args.Lane, w.crew.opts.ID, j.ID)
	if err != nil {
		w.crew.q.mutter.Warn("claiming a unit", "error", err)
		return river.JobSnooze(time.Second)
	}
	if u != nil {
		w.crew.work(w.life, u)
	}
	return nil
}

// work carries out one claimed unit and settles it.
func (c *crew) work(life context.Context, u *Unit) {
	ctx, cancel := context.WithCancelCause(life)
	defer cancel(nil)
	claimed := *u // what the heartbeats read, while u gets the whole task
	j := &job{unit: &claimed, cancel: cancel}
	c.mu.Lock()
	c.busy[u.ID] = j
	c.mu.Unlock()
	defer func() {
		c.mu.Lock()
		delete(c.busy, u.ID)
		c.mu.Unlock()
	}()
	holder := fmt.Sprintf("unit/%d", u.ID)
	u.crew = c
	held := false
	u.hold = func(ctx context.Context, shas ...string) error {
		held = true
		return c.q.holdAs(ctx, holder, shas)
	}

	log := c.q.log.With("task", u.Task.UUID, "index", u.Index, "kind", string(u.Kind), "part", u.Part, "attempt", u.Attempt, "worker", c.opts.ID)
	log.Info("begun")
	began := time.Now()
	made, err := c.run(ctx, u, j)
	going := errors.Is(context.Cause(ctx), errGoing)
	lost := errors.Is(context.Cause(ctx), ErrLost)
	var unfit *Unfit
	resting := errors.As(err, &unfit) && u.uncounted() < maxUnfit
	if resting && u.lane == engineLane {
		c.pause()
	}
	c.settle(life, u, func(ctx context.Context) error {
		switch {
		case lost:
			return ErrLost
		case err == nil:
			return c.q.finish(ctx, u, c.opts.ID, made)
		case going:
			return c.q.release(ctx, u, 0)
		case resting:
			return c.q.release(ctx, u, c.q.unfitWait(u.uncounted()))
		}
		return c.q.fail(ctx, u, c.opts.ID, err)
	})
	if held {
		c.letGo(life, holder)
	}
	switch {
	case lost:
		log.Warn("given to another worker meanwhile")
	case err != nil && going:
		log.Info("given back")
	case resting:
		log.Error("this worker cannot work now and rests; the task waits", "rest", c.q.opts.Lease.String(), "error", err)
	case err != nil:
		log.Warn("failed", "error", err)
	default:
		log.Info("done", "seconds", math.Round(time.Since(began).Seconds()*100)/100)
	}
}

// run reads the task and calls the runner; a panic of it is an error like others.
func (c *crew) run(ctx context.Context, u *Unit, j *job) (made Made, err error) {
	defer func() {
		if p := recover(); p != nil {
			c.q.log.Error("panic", "task", u.Task.UUID, "panic", p, "stack", string(debug.Stack()))
			err = fmt.Errorf("internal error: %v", p)
		}
	}()
	ts, err := c.q.load(ctx, c.q.db, []string{u.Task.UUID})
	if err == nil && len(ts) == 0 {
		err = sql.ErrNoRows
	}
	if err != nil {
		return made, &Unfit{fmt.Errorf("read the task: %w", err)}
	}
	if err := c.q.fill(ctx, c.q.db, ts[0]); err != nil {
		return made, &Unfit{fmt.Errorf("read the task: %w", err)}
	}
	u.Task = ts[0]
	if u.lane == deliveryLane {
		return made, c.runner.Deliver(ctx, *u)
	}
	return c.runner.Render(ctx, *u, func(phase string, percent float64) {
		c.mu.Lock()
		defer c.mu.Unlock()
		if phase != j.phase || percent-j.percent >= 1 {
			j.phase, j.percent, j.news = phase, percent, true
		}
	})
}

// settle notes a unit's end, however long the database is away: the lease decides
// meanwhile whether it is still ours to settle.
func (c *crew) settle(life context.Context, u *Unit, note func(context.Context) error) {
	for wait := 200 * time.Millisecond; ; wait = min(2*wait, 5*time.Second) {
		err := note(life)
		if err == nil || errors.Is(err, ErrLost) || life.Err() != nil {
			break
		}
		c.q.log.Warn("noting a unit's end", "task", u.Task.UUID, "error", err)
		select {
		case <-time.After(wait):
		case <-life.Done():
		}
	}
}

// letGo drops what a unit held while it was worked on: its result holds it by now.
func (c *crew) letGo(life context.Context, holder string) {
	err := c.q.db.write(life, func(t tx) error { return c.q.dropHolds(life, t, holder, c.q.now()) })
	if err != nil && life.Err() == nil {
		c.q.log.Warn("letting content go", "holder", holder, "error", err) // Expire does it later
	}
}

// beatLoop keeps the crew's leases and tells its progress.
func (c *crew) beatLoop(ctx context.Context) {
	often := min(time.Second, c.q.every())
	tick := time.NewTicker(often)
	defer tick.Stop()
	last := time.Now()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		var err error
		if time.Since(last) >= c.q.every() {
			if err = c.beat(ctx); err == nil {
				last = time.Now()
			}
		} else {
			err = c.tell(ctx, false)
		}
		err = errors.Join(err, c.show(ctx))
		if err != nil && ctx.Err() == nil {
			c.q.mutter.Warn("heartbeat", "worker", c.opts.ID, "error", err)
		}
	}
}

// beat says that the crew is alive and extends all its leases.
func (c *crew) beat(ctx context.Context) error {
	c.mu.Lock()
	n := 0
	for _, j := range c.busy {
		if j.unit.lane == engineLane {
			n++
		}
	}
	c.mu.Unlock()
	err := c.q.db.write(ctx, func(t tx) error {
		_, err := t.exec(ctx, `INSERT INTO render_worker (id, host, pid, version, slots, running, started, beat) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
			ON CONFLICT (id) DO UPDATE SET running = excluded.running, beat = excluded.beat`,
			c.opts.ID, c.opts.Host, os.Getpid(), c.opts.Version, c.opts.Slots, n, ms(c.began), ms(c.q.now()))
		return err
	})
	return errors.Join(err, c.tell(ctx, true))
}

// tell writes what is new of the crew's units, or of all, and extends their leases.
// Units that are no longer the crew's are stopped.
func (c *crew) tell(ctx context.Context, all bool) error {
	type note struct {
		u       *Unit
		phase   string
		percent float64
	}
	var notes []note
	c.mu.Lock()
	for _, j := range c.busy {
		if all || j.news {
			notes = append(notes, note{j.unit, j.phase, j.percent})
			j.news = false
		}
	}
	c.mu.Unlock()
	if len(notes) == 0 {
		return nil
	}
	var lost []int64
	err := c.q.db.write(ctx, func(t tx) error {
		lost = nil
		now := c.q.now()
		for _, n := range notes {
			k, err := t.exec(ctx, `UPDATE render_unit SET lease = $3, phase = $4, percent = $5 WHERE id = $1 AND claim = $2 AND state = 1`,
				n.u.ID, n.u.claim, ms(now.Add(c.q.opts.Lease)), n.phase, n.percent)
			if err != nil {
				return err
			}
			if k == 0 {
				lost = append(lost, n.u.ID)
				continue
			}
			if err := touch(ctx, t, n.u.Task.UUID, now); err != nil {
				return err
			}
		}
		return c.q.db.notify(ctx, t)
	})
	if err != nil {
		return err
	}
	c.q.feed.wake()
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, id := range lost {
		if j := c.busy[id]; j != nil {
			j.cancel(ErrLost)
		}
	}
	return nil
}

// mine says whether a worker of this process bears the id.
func (q *Queue) mine(id string) bool {
	_, ok := q.crews.Load(id)
	return ok
}

// Worker is a process that works, as it was last heard.
type Worker struct {
	ID      string
	Host    string
	PID     int
	Version string
	Slots   int
	Running int // engine units
	Started time.Time
	Beat    time.Time
	Lost    bool // silent for longer than its lease
}

// Workers gives the workers that have been heard lately, in the order they started.
func (q *Queue) Workers(ctx context.Context) ([]Worker, error) {
	var out []Worker
	now := q.now()
	err := each(ctx, q.db, `SELECT w.id, w.host, w.pid, w.version, w.slots, w.started, w.beat,
		(SELECT count(*) FROM render_unit u WHERE u.lane = 0 AND u.state = 1 AND u.worker = w.id) FROM render_worker w ORDER BY w.started, w.id`, nil, func(r row) error {
		var w Worker
		var started, beat int64
		if err := r.Scan(&w.ID, &w.Host, &w.PID, &w.Version, &w.Slots, &started, &beat, &w.Running); err != nil {
			return err
		}
		w.Started, w.Beat = at(started), at(beat)
		w.Lost = now.Sub(w.Beat) > q.opts.Lease
		out = append(out, w)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("workers: %w", err)
	}
	return out, nil
}
