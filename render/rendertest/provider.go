// Package rendertest holds what tests of the reconciler share: a provider that
// keeps accounts, a clock that does not wait, and a way to make the n-th side
// effect of a run fail. Only tests import it.
package rendertest

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"gitops.video/render/render"
)

// Provider is a provider that lives outside any one run: like a remote service it
// remembers the tasks it was given, refuses none it knows, and keeps count of what
// it charged for.
type Provider struct {
	Name     string
	Engine   string
	Paid     bool
	Remote   bool // also without being paid
	Delivers bool
	Price    float64 // USD a result
	Sidecars []string
	// Before is called at the start of each method with the method's name and the
	// job; an error is returned as it is.
	Before func(ctx context.Context, op string, job render.Job) error
	// Partial is how many tasks fail for good after their first result was made.
	Partial int
	// Lost makes Submit accept a job and then lose the answer.
	Lost func(job render.Job) bool

	mu    sync.Mutex
	tasks map[string]render.Job
	made  map[string]int // task UUID → generations
}

var (
	_ render.Provider  = (*Provider)(nil)
	_ render.Estimator = (*Provider)(nil)
)

// Info describes the provider.
func (p *Provider) Info() render.Info {
	name := p.Name
	if name == "" {
		name = "local"
	}
	return render.Info{Name: name, Engine: p.Engine, Paid: p.Paid, Remote: p.Paid || p.Remote, Delivers: p.Delivers}
}

func (p *Provider) before(ctx context.Context, op string, job render.Job) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if p.Before == nil {
		return nil
	}
	return p.Before(ctx, op, job)
}

// Check accepts everything.
func (p *Provider) Check(ctx context.Context, jobs []render.Job) error {
	if len(jobs) == 0 {
		return nil
	}
	return p.before(ctx, "check", jobs[0])
}

// Estimate prices every job the same.
func (p *Provider) Estimate(_ context.Context, jobs []render.Job) ([]float64, []bool, error) {
	costs, ok := make([]float64, len(jobs)), make([]bool, len(jobs))
	for i, j := range jobs {
		costs[i], ok[i] = p.Price*float64(max(j.Spec.NumberResults, 1)), true
	}
	return costs, ok, nil
}

// ErrLost is an answer that never arrived.
var ErrLost = errors.New("connection reset")

// Submit makes the video at once, unless it has the task already.
func (p *Provider) Submit(ctx context.Context, job render.Job) error {
	if err := p.before(ctx, "submit", job); err != nil {
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.tasks == nil {
		p.tasks, p.made = map[string]render.Job{}, map[string]int{}
	}
	if _, known := p.tasks[job.TaskUUID]; !known {
		p.tasks[job.TaskUUID] = job
		p.made[job.TaskUUID]++
	}
	if p.Lost != nil && p.Lost(job) {
		return ErrLost
	}
	return nil
}

// Await gives the results of a task that was submitted, by this process or another.
func (p *Provider) Await(ctx context.Context, job render.Job, progress render.Progress) (render.Outcome, error) {
	if err := p.before(ctx, "await", job); err != nil {
		return render.Outcome{}, err
	}
	p.mu.Lock()
	_, known := p.tasks[job.TaskUUID]
	p.mu.Unlock()
	if !known && p.Paid {
		return render.Outcome{}, render.ErrPending // like a real one: it never heard of it, and does not say so
	}
	progress("draw", 50)
	var out render.Outcome
	p.mu.Lock()
	fails := p.Partial > 0
	p.Partial--
	p.mu.Unlock()
	for i := range max(job.Spec.NumberResults, 1) {
		if fails && i == 1 {
			return out, &render.Failure{Class: render.ClassProvider, Code: "inferenceError", Terminal: true}
		}
		r := render.Result{UUID: fmt.Sprintf("%s-%d", job.TaskUUID, i), Cost: p.Price, Seconds: float64(max(job.Spec.Duration, 5))}
		path := filepath.Join(job.WorkDir, fmt.Sprintf("made-%d.mp4", i))
		if err := os.WriteFile(path, Video(job, i), 0o644); err != nil {
			return out, err
		}
		r.Path = path
		for _, ext := range p.Sidecars {
			if r.Sidecar == nil {
				r.Sidecar = map[string]string{}
			}
			r.Sidecar[ext] = filepath.Join(job.WorkDir, fmt.Sprintf("made-%d%s", i, ext))
			if err := os.WriteFile(r.Sidecar[ext], []byte("captions of "+job.Spec.PositivePrompt+job.Digest+fmt.Sprint(i)+ext), 0o644); err != nil {
				return out, err
			}
		}
		out.Results = append(out.Results, r)
	}
	out.ScenesRendered = 1
	return out, nil
}

// Fetch moves the file.
func (p *Provider) Fetch(ctx context.Context, job render.Job, result render.Result, path string, _ render.Progress) error {
	if err := p.before(ctx, "fetch", job); err != nil {
		return err
	}
	return os.Rename(result.Path, path)
}

// Charges is what the provider has charged for: generations by task UUID.
func (p *Provider) Charges() map[string]int {
	p.mu.Lock()
	defer p.mu.Unlock()
	out := map[string]int{}
	for uuid, n := range p.made {
		out[uuid] = n
	}
	return out
}

// Tasks are the tasks that were accepted.
func (p *Provider) Tasks() []render.Job {
	p.mu.Lock()
	defer p.mu.Unlock()
	var out []render.Job
	for _, j := range p.tasks {
		out = append(out, j)
	}
	return out
}

// Video is what the provider makes of a job: an MP4 shell whose content tells the
// task and the number of the result.
func Video(job render.Job, i int) []byte {
	text := fmt.Sprintf("%s result %d of %s", job.Spec.PositivePrompt, i, job.Digest)
	header := make([]byte, 100) // movie header, version 0: milliseconds
	binary.BigEndian.PutUint32(header[12:], 1000)
	binary.BigEndian.PutUint32(header[16:], uint32(1000*max(job.Spec.Duration, 5)))
	binary.BigEndian.PutUint32(header[96:], 2)
	b := atom("ftyp", []byte("isom\x00\x00\x02\x00isomiso2mp41"))
	b = append(b, atom("moov", atom("mvhd", header))...)
	return append(b, atom("mdat", []byte(text))...)
}

func atom(kind string, content []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(content)+8))
	return append(append(b, kind...), content...)
}

// Clock is a clock that only moves when somebody sleeps.
type Clock struct {
	mu   sync.Mutex
	time time.Time
}

// Now gives the time, starting on a fixed day.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.time.IsZero() {
		c.time = time.Date(2026, 1, 2, 15, 4, 5, 0, time.UTC)
	}
	return c.time
}

// Sleep passes d without waiting.
func (c *Clock) Sleep(ctx context.Context, d time.Duration) error {
	now := c.Now()
	c.mu.Lock()
	c.time = now.Add(d)
	c.mu.Unlock()
	return ctx.Err()
}
