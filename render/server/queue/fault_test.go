//go:build linux

package queue_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/server/queue/queuetest"
)

// The fault tests run servers and workers as processes of their own, this test's
// binary once more, and kill them, and the database, at random moments.

const (
	roleVariable     = "RENDER_TEST_ROLE"
	databaseVariable = "RENDER_TEST_DATABASE"
	logVariable      = "RENDER_TEST_LOG"
	attemptsVariable = "RENDER_TEST_ATTEMPTS"
	workVariable     = "RENDER_TEST_WORK" // how long a unit takes
)

func TestMain(m *testing.M) {
	switch os.Getenv(roleVariable) {
	case "worker":
		os.Exit(childWorker())
	case "server":
		os.Exit(childServer())
	}
	os.Exit(queuetest.Main(m))
}

func childQueue() (*queue.Queue, error) {
	o := queue.Options{Lease: 1500 * time.Millisecond, Backoff: 10 * time.Millisecond, MaxAttempts: 1000}
	if n, err := strconv.Atoi(os.Getenv(attemptsVariable)); err == nil {
		o.MaxAttempts = n
	}
	return queue.Open(context.Background(), os.Getenv(databaseVariable), o)
}

// childWorker works until it is killed. Every delivery is a line of the log.
func childWorker() int {
	q, err := childQueue()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	log, err := os.OpenFile(os.Getenv(logVariable), os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o600)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	work := 30 * time.Millisecond
	if d, err := time.ParseDuration(os.Getenv(workVariable)); err == nil {
		work = d
	}
	r := &queuetest.Runner{
		OnRender: func(_ context.Context, u queue.Unit, report func(string, float64)) (queue.Made, error) {
			if u.Task.Owner == "deadly" {
				os.Exit(9)
			}
			time.Sleep(work / 2)
			report("draw", 50)
			time.Sleep(work / 2)
			return queuetest.Video(u), nil
		},
		OnDeliver: func(_ context.Context, u queue.Unit) error {
			_, err := fmt.Fprintf(log, "%s %d %s\n", u.Task.UUID, u.Index, u.Result().VideoUUID)
			return err
		},
	}
	if err := q.Work(context.Background(), r, queue.WorkOptions{Slots: 2, Deliveries: 2}); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	return 1
}

// childServer submits tasks and says which were acknowledged. As a good client it
// repeats what it got no answer for, and takes a conflict for a yes.
func childServer() int {
	var q *queue.Queue
	for {
		var err error
		if q, err = childQueue(); err == nil {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	for n := 0; ; n++ {
		batch := []queue.Submission{
			queuetest.Task("a", webhook), queuetest.Task("b", webhook, func(s *queue.Submission) { s.Limits.Concurrency = 1 }),
			queuetest.Task("a", webhook, func(s *queue.Submission) { s.Results = 2 }),
		}
		if n%8 == 0 {
			batch = append(batch, queuetest.Task("long", webhook, func(s *queue.Submission) { s.Seconds = 90 }))
		}
		for len(batch) > 0 {
			var again []queue.Submission
			for i, err := range q.Submit(context.Background(), batch...) {
				if err == nil || errors.Is(err, queue.ErrConflict) {
					fmt.Println(batch[i].UUID)
				} else {
					again = append(again, batch[i])
				}
			}
			if batch = again; len(batch) > 0 {
				time.Sleep(50 * time.Millisecond)
			}
		}
		time.Sleep(60 * time.Millisecond)
	}
}

func webhook(s *queue.Submission) { s.Webhook = "http://hook" }

// plant is the processes at one database.
type plant struct {
	t        testing.TB
	url, log string

	mu    sync.Mutex
	acked map[string]bool
	procs map[string]*exec.Cmd
	ends  sync.WaitGroup
}

func (p *plant) start(role, name string) {
	p.t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), roleVariable+"="+role, databaseVariable+"="+p.url, logVariable+"="+p.log)
	cmd.Stderr = os.Stderr
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	out, err := cmd.StdoutPipe()
	if err != nil {
		p.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	p.mu.Lock()
	p.procs[name] = cmd
	p.mu.Unlock()
	p.ends.Go(func() {
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if id := lines.Text(); len(id) == 36 { // a line that was cut off by the kill was not said
				p.mu.Lock()
				p.acked[id] = true
				p.mu.Unlock()
			}
		}
		_ = cmd.Wait()
	})
}

func (p *plant) kill(name string) { _ = p.proc(name).Process.Signal(syscall.SIGKILL) }

func (p *plant) proc(name string) *exec.Cmd {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.procs[name]
}

// chaos runs a plant of workers and a server, does harm to it, and checks that every
// task that was acknowledged is done, once.
func chaos(t *testing.T, url string, workers int, server *queuetest.Server) {
	acts := 10
	if n, err := strconv.Atoi(os.Getenv("RENDER_FAULTS")); err == nil {
		acts = n
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d, %d acts; RENDER_FAULTS sets their number", seed, acts)
	rng := rand.New(rand.NewPCG(seed, 0))
	p := &plant{t: t, url: url, log: filepath.Join(t.TempDir(), "deliveries"), acked: map[string]bool{}, procs: map[string]*exec.Cmd{}}
	q := queuetest.Open(t, url)
	names := []string{"server"}
	for i := range workers {
		names = append(names, fmt.Sprintf("worker %d", i))
	}
	role := func(name string) string { r, _, _ := strings.Cut(name, " "); return r }
	for _, n := range names {
		p.start(role(n), n)
	}
	defer func() {
		for _, n := range names {
			_ = p.proc(n).Process.Signal(syscall.SIGCONT)
			p.kill(n)
		}
		p.ends.Wait()
	}()
	for act := range acts {
		time.Sleep(time.Duration(150+rng.IntN(500)) * time.Millisecond)
		name := names[rng.IntN(len(names))]
		switch {
		case server != nil && act%5 == 3:
			server.Kill()
			time.Sleep(time.Duration(rng.IntN(500)) * time.Millisecond)
			if err := server.Start(); err != nil {
				t.Fatal(err)
			}
		case act%5 == 1 && name != "server":
			// A worker that is stopped for longer than its lease finds that others have its units.
			cmd := p.proc(name)
			_ = cmd.Process.Signal(syscall.SIGSTOP)
			time.AfterFunc(2*time.Second, func() { _ = cmd.Process.Signal(syscall.SIGCONT) })
		default:
			p.kill(name)
			p.start(role(name), name)
		}
	}
	p.kill("server")
	time.Sleep(2100 * time.Millisecond) // the last stopped worker goes on
	p.mu.Lock()
	var ids []string
	for id := range p.acked {
		ids = append(ids, id)
	}
	p.mu.Unlock()
	began := time.Now()
	ts := queuetest.Wait(t, q, ids, func(x *queue.Task) bool { return x.State.Ended() })
	t.Logf("%d tasks were acknowledged; all had ended %.1f s after the last act", len(ids), time.Since(began).Seconds())
	if len(ids) < acts {
		t.Errorf("only %d tasks were acknowledged", len(ids))
	}
	videos := map[string]string{}
	for _, x := range ts {
		for i, r := range x.Results {
			if r.State != queue.Done || r.Made == nil {
				t.Errorf("task %s, result %d: %+v", x.UUID, i, r)
			}
			videos[fmt.Sprint(x.UUID, " ", i)] = r.VideoUUID
		}
	}
	p.checkBooks(q, videos)
}

// checkBooks holds what was counted and delivered against what there is.
func (p *plant) checkBooks(q *queue.Queue, videos map[string]string) {
	t := p.t
	// Tasks whose acknowledgement was lost count, too; they may still be going on.
	var u queue.Usage
	want := -1
	for deadline := time.Now().Add(20 * time.Second); u.Results != want && time.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		want = 0
		all, err := q.List(t.Context(), queue.Filter{Limit: 100_000})
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range all {
			want += len(x.Results)
		}
		if u, err = q.Usage(t.Context(), "", time.Time{}); err != nil {
			t.Fatal(err)
		}
	}
	if u.Results != want {
		t.Errorf("%d results were booked for %d", u.Results, want)
	}
	missing := len(videos)
	for deadline := time.Now().Add(20 * time.Second); missing > 0 && time.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		text, err := os.ReadFile(p.log)
		if err != nil {
			t.Fatal(err)
		}
		told := map[string]string{}
		for line := range strings.Lines(string(text)) {
			f := strings.Fields(line)
			key := f[0] + " " + f[1]
			if before := told[key]; before != "" && before != f[2] {
				t.Fatalf("two videos were delivered for one result: %s", line)
			}
			told[key] = f[2]
		}
		missing = 0
		for key, video := range videos {
			if told[key] != video {
				missing++
			}
		}
	}
	if missing > 0 {
		t.Errorf("%d of %d results were not delivered", missing, len(videos))
	}
}

func TestKilledProcessesOnSQLite(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	t.Parallel()
	chaos(t, filepath.Join(t.TempDir(), "tasks.db"), 2, nil)
}

// TestKilledProcessesOnPostgres has the server for itself, since it kills that, too.
func TestKilledProcessesOnPostgres(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	server := queuetest.NewPostgres(t)
	chaos(t, server.Database(t), 3, server)
}

// TestDeadlyTask: a task that ends every process that touches it is given up, and the
// others are made.
func TestDeadlyTask(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	t.Setenv(attemptsVariable, "3")
	p := &plant{t: t, url: filepath.Join(t.TempDir(), "tasks.db"), log: filepath.Join(t.TempDir(), "deliveries"), acked: map[string]bool{}, procs: map[string]*exec.Cmd{}}
	q := queuetest.Open(t, p.url)
	ids := queuetest.Submit(t, q, queuetest.Task("a"), queuetest.Task("deadly"), queuetest.Task("a"))
	ctx, cancel := context.WithCancel(t.Context())
	deaths := 0
	kept := make(chan struct{})
	go func() { // as a supervisor would
		defer close(kept)
		for ctx.Err() == nil {
			p.start("worker", "worker")
			p.ends.Wait()
			deaths++
		}
	}()
	ts := queuetest.Wait(t, q, ids, func(x *queue.Task) bool { return x.State.Ended() })
	cancel()
	for ended := false; !ended; { // the supervisor may just be starting one more
		p.kill("worker")
		select {
		case <-kept:
			ended = true
		case <-time.After(20 * time.Millisecond):
		}
	}
	if r := ts[1].Results[0]; ts[0].State != queue.Done || ts[2].State != queue.Done || ts[1].State != queue.Failed || r.Attempts != 3 || !strings.Contains(r.Err.Message, "lost 3 times") {
		t.Errorf("%v, %v, %+v", ts[0].State, ts[2].State, r)
	}
	if deaths < 3 || deaths > 5 { // three by the task, and those that the test has ended
		t.Errorf("%d workers ended", deaths)
	}
}

// BenchmarkFarm: tasks of a fixed time on one worker process and on three, PostgreSQL.
//
//	go test ./render/server/queue -run '^$' -bench Farm -benchtime 1x
func BenchmarkFarm(b *testing.B) {
	b.Setenv(workVariable, "1s") // long beside what the queue itself does, as with real videos
	rate := func(workers int) float64 {
		p := &plant{t: b, url: queuetest.NewPostgres(b).Database(b), log: filepath.Join(b.TempDir(), "deliveries"), acked: map[string]bool{}, procs: map[string]*exec.Cmd{}}
		q := queuetest.Open(b, p.url)
		defer p.ends.Wait()
		for i := range workers {
			name := fmt.Sprint("worker ", i)
			p.start("worker", name)
			defer p.kill(name)
		}
		for { // all are there
			if ws, err := q.Workers(b.Context()); err != nil || len(ws) == workers {
				break
			}
			time.Sleep(20 * time.Millisecond)
		}
		tasks := make([]queue.Submission, 20*workers)
		for i := range tasks {
			tasks[i] = queuetest.Task("a")
		}
		began := time.Now()
		queuetest.Wait(b, q, queuetest.Submit(b, q, tasks...), func(x *queue.Task) bool { return x.State == queue.Done })
		return float64(len(tasks)) / time.Since(began).Seconds()
	}
	for b.Loop() {
		one := rate(1)
		three := rate(3)
		b.ReportMetric(one, "tasks/s-1-worker")
		b.ReportMetric(three, "tasks/s-3-workers")
		b.ReportMetric(three/one, "ratio")
	}
}
