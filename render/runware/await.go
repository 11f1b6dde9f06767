package runware

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"gitops.video/render/render"
	"gitops.video/render/render/wire"
)

// Await implements [render.Provider].
func (p *Provider) Await(ctx context.Context, job render.Job, progress render.Progress) (render.Outcome, error) {
	p.occupy(job.TaskUUID)
	defer p.release(job.TaskUUID)
	if err := p.needKey(); err != nil {
		return render.Outcome{}, err
	}
	first, _ := p.pace()
	w := &waiter{
		uuid: job.TaskUUID, results: max(job.Spec.NumberResults, 1), progress: progress,
		secrets: p.secretsOf(job.Spec), interval: first, found: map[string]wire.Item{}, done: make(chan struct{}),
	}
	if p.madeBefore(job.TaskUUID) {
		w.archive = asked // polls may have forgotten it
	}
	p.poller.add(w)
	limit := time.NewTimer(p.cfg.Timeout)
	defer limit.Stop()
	select {
	case <-w.done:
	case <-limit.C:
		p.poller.drop(w, fmt.Errorf("%w: the wait of %s is over", render.ErrPending, p.cfg.Timeout))
	case <-ctx.Done():
		p.poller.drop(w, render.ErrPending)
	}
	w.telling.Lock()
	w.progress = nil
	w.telling.Unlock()
	out := w.outcome(job.WorkDir)
	out.Recalled = p.madeBefore(job.TaskUUID)
	return out, w.err
}

// waiter is one task that somebody waits for. Its fields belong to the poller's lock.
type waiter struct {
	uuid     string
	secrets  *secrets // not to be told
	results  int
	progress render.Progress
	due      time.Duration // since the poller's start: no clock that is set can delay it
	interval time.Duration
	found    map[string]wire.Item // finished results by id
	phase    string               // what is being done to the first unfinished result, "" = not told
	shape    string               // what the last poll showed of a failure
	empty    int                  // polls that said nothing, in a row
	archive  archive
	over     bool
	err      error
	done     chan struct{}

	telling sync.Mutex // held while progress is called; nobody is told after Await returned
}

// archive is how far the archive was asked about a task that polls call unknown or
// expired: its videos may be there, made and paid.
type archive int

const (
	unasked archive = iota
	asked
	hasNone
)

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

// outcome lists what was finished, sorted by the number that the server gave it, else
// by the provider's id: replies come in any order, and the second result must be the
// same video in every run. dir is where files beside the videos will be put.
func (w *waiter) outcome(dir string) render.Outcome {
	var out render.Outcome
	ids := sortedKeys(w.found)
	slices.SortStableFunc(ids, func(a, b string) int {
		x, y := w.found[a].Render, w.found[b].Render
		if x == nil || y == nil {
			return 0
		}
		return cmp.Compare(x.Index, y.Index)
	})
	for n, id := range ids[:min(len(ids), w.results)] {
		i := w.found[id]
		r := render.Result{URL: i.URL(), UUID: or(i.VideoUUID, i.MediaUUID), Seed: i.Seed, NSFW: i.NSFW}
		if i.Cost != nil {
			r.Cost = *i.Cost
		}
		if i.NSFW {
			out.Notes = append(out.Notes, "the provider's safety check flagged this video")
		}
		if m := i.Render; m != nil {
			r.Seconds, r.Width, r.Height = m.Seconds, m.Width, m.Height
			out.Note(m.Notes...)
			out.ScenesRendered += m.ScenesRendered
			out.ScenesReused += m.ScenesReused
			for _, ext := range sidecars {
				if u := m.Sidecars[ext]; u != "" {
					if r.Sidecar == nil {
						r.Sidecar, r.SidecarURL = map[string]string{}, map[string]string{}
					}
					r.Sidecar[ext], r.SidecarURL[ext] = filepath.Join(dir, fmt.Sprintf("result-%d%s", n+1, ext)), u
				}
			}
		}
		out.Results = append(out.Results, r)
	}
	return out
}

// queued is what settle returns for a task that nothing is said about.
const queued = -2

// settle takes one task's part of a poll's answer and says how far it is: percent,
// −1 for being made, or queued.
func (w *waiter) settle(items []wire.Item, errs []wire.Error, status int) float64 {
	percent, processing := float64(queued), 0
	w.phase = ""
	for _, i := range items {
		switch {
		case i.Done():
			w.found[i.ID()] = i
			percent = max(percent, -1)
		default:
			processing++
			w.phase = or(w.phase, phaseOf(i))
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
		if lost := !slices.ContainsFunc(failed, func(e wire.Error) bool { return wire.Classify(e.Code, 0) != wire.ClassNotFound }); lost && w.archive != hasNone {
			w.archive = asked
		} else if sure && all || again {
			w.finish(failure(failed[0], status, true, w.secrets))
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
