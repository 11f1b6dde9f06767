package render

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
)

// maxGenerations bounds how often one apply lets a provider begin an entry anew
// after a generation ended in an error that another may not meet.
const maxGenerations = 2

// generate makes an entry's video. The order of acts is what makes a crash at any
// point harmless: "submitting" is on disk before the provider hears of the task,
// "submitted" before anything is waited for, every file is sealed before the
// record vouches for it, and what is replaced goes last.
func (a *applier) generate(ctx context.Context, c *Change) Event {
	provider := a.Sites[c.Manifest].Provider
	attempt := c.attempt
	var before Event // what the attempts that failed have brought
	for n := 1; ; n++ {
		e, again := a.attempt(ctx, c, provider, attempt)
		if n > 1 && errors.Is(e.Err, ErrBudget) {
			e.Err = fmt.Errorf("%w; the attempt before: %v", e.Err, before.Err)
		}
		e.Cost += before.Cost
		e.Notes = append(before.Notes, e.Notes...)
		if !again || a.RecallOnly || n == maxGenerations || a.halt(ctx) != nil {
			return e
		}
		a.observe(Event{Event: Retrying, Manifest: c.Manifest, Key: c.Key, Err: e.Err, Reason: "beginning attempt " + strconv.Itoa(attempt+1)})
		attempt++
		before = e
		// From here on it is a fresh generation, whatever the plan began with.
		fresh := *c
		fresh.record = &Record{Key: c.Key, State: StateFailed, Previous: c.record.Finished()}
		if c.record != nil {
			fresh.record.Extra = c.record.Extra
		}
		if fresh.Action == Resume {
			fresh.Action = Update
		}
		c = &fresh
	}
}

// attempt is one generation. again says that it ended in an error that a further
// attempt may not meet.
func (a *applier) attempt(ctx context.Context, c *Change, provider Provider, attempt int) (e Event, again bool) {
	site := a.Sites[c.Manifest]
	info := provider.Info()
	job := a.job(c, attempt, "")
	dir, err := site.Disk.WorkDir(job.TaskUUID)
	if err != nil {
		return failed(err), false
	}
	defer func() {
		if err := site.Disk.Discard(job.TaskUUID); err != nil {
			e.Notes = append(e.Notes, err.Error())
		}
	}()
	job.WorkDir = dir
	record := &Record{Key: c.Key, Digest: c.Digest, Provider: c.Provider, Engine: info.Engine, TaskUUID: job.TaskUUID,
		Attempt: attempt, State: StateSubmitting, Protect: c.desired.Protect, Task: c.desired.Task.Document, Previous: c.record.Finished()}
	if c.record != nil {
		record.Extra = c.record.Extra
	}
	accepted := a.RecallOnly || c.accepted()
	job.Accepted = accepted

	cost, paid := 0.0, 0.0
	if !accepted { // what was accepted is paid for, by the run that sent it
		if cost, err = a.reserve(c.price); err != nil {
			return Event{Status: Skipped, Err: err}, false
		}
		defer func() { a.settleCost(cost, paid) }()
	}

	a.observe(Event{Event: Started, Manifest: c.Manifest, Key: c.Key, Action: c.Action, TaskUUID: job.TaskUUID})
	if !accepted {
		if err := a.renamed(site, c, record); err != nil {
			return failed(err), false
		}
		// A stop reaches a submit that waits for its turn: nothing is bought after it.
		submit := a.leaveOnStop(ctx, info)
		err := a.retry(submit, c, job.TaskUUID, info.Remote, func() error { return provider.Submit(submit, job) })
		if err != nil {
			e, again := a.refused(submit, site, c, record, info, err)
			if info.Remote && e.Status == Failed && record.State.InFlight() {
				paid = cost // it may have been accepted: count it until the provider says otherwise
			}
			return e, again
		}
	}
	record.State = StateSubmitted
	if !a.RecallOnly {
		if err := a.renamed(site, c, record); err != nil {
			return failed(err), false
		}
	}

	await := a.leaveOnStop(ctx, info)
	progress := func(phase string, percent float64) {
		a.observe(Event{Event: Moving, Manifest: c.Manifest, Key: c.Key, TaskUUID: job.TaskUUID, Phase: phase, Percent: percent})
	}
	var outcome Outcome
	err = a.retry(await, c, job.TaskUUID, false, func() error {
		var err error
		outcome, err = provider.Await(await, job, progress)
		return err
	})
	e.Rendered, e.Reused, e.Notes = outcome.ScenesRendered, outcome.ScenesReused, outcome.Notes
	if err != nil {
		paid = cost
		refusal, again := a.refused(await, site, c, record, info, err)
		e.Status, e.Err, e.TaskUUID = refusal.Status, refusal.Err, job.TaskUUID
		if len(outcome.Results) > 0 && record.State == StateFailed {
			a.keepPartial(await, site, provider, job, outcome, progress, &e)
		}
		return e, again
	}
	if !outcome.Recalled {
		paid = costOf(outcome, cost)
	}
	a.collect(ctx, site, c, provider, job, record, outcome, progress, &e)
	if e.Status == Failed && c.Generates() && gone(e.Err) {
		// The task had been made and paid before, for a version that the entry came back to;
		// what the plan has announced is begun only now.
		refusal, _ := a.refused(ctx, site, c, record, info, e.Err)
		e.Err = refusal.Err
		return e, true
	}
	return e, false
}

// gone says that a provider no longer has what it once made.
func gone(err error) bool {
	var failure *Failure
	return errors.As(err, &failure) && failure.Terminal && failure.Class == ClassNotFound
}

// accepted says whether an earlier run's submit was acknowledged.
func (c *Change) accepted() bool {
	return c.Action == Resume && c.record != nil && c.record.State == StateSubmitted
}

// leaveOnStop gives the context to submit and wait under: a remote task that an
// orderly stop interrupts goes on without us; one that this process draws is finished,
// one that waits to be drawn is left.
func (a *applier) leaveOnStop(ctx context.Context, info Info) context.Context {
	if info.Remote {
		return a.remote
	}
	return WithStop(ctx, a.Stop)
}

// cutShort says what becomes of a job that a provider has begun and nobody waits for.
func cutShort(info Info) error {
	if info.Remote {
		return ErrPending
	}
	return ErrUnfinished
}

// refused records why a generation did not come to its end.
func (a *applier) refused(ctx context.Context, site *Site, c *Change, record *Record, info Info, err error) (e Event, again bool) {
	var failure *Failure
	switch {
	case errors.As(err, &failure):
		record.Error = &RecordError{Class: failure.Class, Code: failure.Code, Message: failure.Message, Terminal: failure.Terminal}
		again = failure.Terminal && failure.Class.retried()
		if !failure.Terminal && (failure.Class.retried() || failure.Class.StopsBatch()) && record.State == StateSubmitted {
			// The provider could not be asked; that says nothing about the task.
			return Event{Status: Failed, Err: err}, false
		}
	case errors.Is(err, ErrPending), ctx.Err() != nil:
		if !errors.Is(err, ErrPending) || !info.Remote {
			err = cutShort(info)
		}
		return Event{Status: Pending, Err: err, TaskUUID: record.TaskUUID}, false
	case info.Remote:
		return Event{Status: Failed, Err: fmt.Errorf("%w (it may have been accepted: run again to find out, it is not submitted twice)", err)}, false
	default:
		record.Error = &RecordError{Message: told(err, site.Dir)}
		err = advised(err)
	}
	if a.RecallOnly {
		return Event{Status: Failed, Err: err, TaskUUID: record.TaskUUID}, false
	}
	record.State = StateFailed
	if werr := site.Ledger.Record(LedgerEntry{record.Key, record}); werr != nil {
		return failed(errors.Join(err, werr)), false
	}
	return Event{Status: Failed, Err: err, TaskUUID: record.TaskUUID}, again
}

// collect brings the results home: fetched, probed, sealed, stored, placed, recorded.
func (a *applier) collect(ctx context.Context, site *Site, c *Change, provider Provider, job Job, record *Record, outcome Outcome, progress Progress, e *Event) {
	e.TaskUUID, e.Status = job.TaskUUID, Failed
	if len(outcome.Results) < len(c.Outputs) {
		e.Err = fmt.Errorf("the provider gave %s, the entry wants %d", plural(len(outcome.Results), "result", "results"), len(c.Outputs))
		return
	}
	type sealed struct{ path, output string }
	var files []sealed
	for i, output := range c.Outputs {
		result := outcome.Results[i]
		path := filepath.Join(job.WorkDir, "fetched-"+strconv.Itoa(i)+extension(output))
		if err := a.retry(ctx, c, job.TaskUUID, provider.Info().Remote, func() error { return provider.Fetch(ctx, job, result, path, progress) }); err != nil {
			if ctx.Err() != nil {
				e.Status, err = Pending, cutShort(provider.Info())
			}
			e.Err = err
			return
		}
		out, err := a.seal(ctx, site, path, output, result)
		if err != nil {
			e.Err = err
			return
		}
		files = append(files, sealed{path, output})
		for _, ext := range sortedKeys(result.Sidecar) {
			side, err := a.sealSidecar(ctx, site, result.Sidecar[ext], besides(output, ext))
			if err != nil {
				e.Err = err
				return
			}
			out.Sidecars = append(out.Sidecars, side)
			files = append(files, sealed{result.Sidecar[ext], side.Output})
		}
		record.Results = append(record.Results, out)
		e.NSFW = e.NSFW || out.NSFW
		e.Seconds += out.Seconds
		if !outcome.Recalled {
			e.Cost += out.Cost
		}
	}
	for _, f := range files {
		if err := site.Disk.Place(f.path, f.output); err != nil {
			e.Err = err
			return
		}
		if extension(f.output) == extension(c.Outputs[0]) {
			e.Outputs = append(e.Outputs, f.output)
		}
	}
	record.State, record.Error = StateDone, nil
	if !a.replaces(c, record) {
		record.Previous = nil // nothing of it is left
	}
	if provider.Info().Delivers {
		record.Upload = c.desired.Upload
	}
	if err := site.Ledger.Record(LedgerEntry{record.Key, record}); err != nil {
		e.Err = err
		return
	}
	e.Status = Done
	if err := a.removeReplaced(site, c, record, e); err != nil {
		e.Status, e.Err = Failed, err
		return
	}
	if !provider.Info().Delivers {
		a.deliver(ctx, site, c, record, e)
	}
}

func (a *applier) seal(ctx context.Context, site *Site, path, output string, result Result) (Output, error) {
	out := Output{Output: output, Seconds: result.Seconds, Width: result.Width, Height: result.Height,
		Cost: result.Cost, UUID: result.UUID, Seed: result.Seed, NSFW: result.NSFW}
	if a.Probe != nil {
		media, err := a.Probe.Probe(ctx, path)
		if err != nil {
			return out, fmt.Errorf("the result for %s is no whole video: %w", output, err)
		}
		if media.Seconds > 0 {
			out.Seconds = media.Seconds
		}
		if media.Width > 0 {
			out.Width, out.Height = media.Width, media.Height
		}
	}
	var err error
	if out.SHA256, out.Bytes, err = site.Disk.Seal(path); err != nil {
		return out, err
	}
	return out, a.store(ctx, site, out.SHA256, path)
}

func (a *applier) sealSidecar(ctx context.Context, site *Site, path, output string) (Sidecar, error) {
	sum, n, err := site.Disk.Seal(path)
	if err != nil {
		return Sidecar{}, err
	}
	return Sidecar{Output: output, SHA256: sum, Bytes: n}, a.store(ctx, site, sum, path)
}

// store puts a sealed file into the artifact store, before any record speaks of it.
func (a *applier) store(ctx context.Context, site *Site, sum, path string) error {
	if site.Store == nil {
		return nil
	}
	if err := site.Store.Put(ctx, sum, path); err != nil {
		return fmt.Errorf("artifact store: %w", err)
	}
	return nil
}

// keepPartial saves the results that did arrive before a generation failed: they
// are paid for.
func (a *applier) keepPartial(ctx context.Context, site *Site, provider Provider, job Job, outcome Outcome, progress Progress, e *Event) {
	for i, result := range outcome.Results {
		path := filepath.Join(job.WorkDir, "partial-"+strconv.Itoa(i))
		if provider.Fetch(ctx, job, result, path, progress) != nil {
			continue
		}
		e.Cost += result.Cost
		if kept, err := site.Disk.Keep(path, job.TaskUUID+"-"+strconv.Itoa(i+1)); err == nil {
			e.Notes = append(e.Notes, "a finished result was kept as "+kept)
		}
	}
}

func costOf(o Outcome, estimate float64) float64 {
	sum := 0.0
	for _, r := range o.Results {
		sum += r.Cost
	}
	if sum == 0 {
		return estimate // a provider that does not report costs is not free
	}
	return sum
}

func failed(err error) Event { return Event{Status: Failed, Err: err} }
