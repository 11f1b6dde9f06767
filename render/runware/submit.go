package runware

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"gitops.video/render/render"
	"gitops.video/render/render/wire"
)

// maxTries bounds the sends of one submit that met an error. Being told to slow down
// is no error and does not count.
const maxTries = 8

// Submit implements [render.Provider].
func (p *Provider) Submit(ctx context.Context, job render.Job) error {
	if err := p.needKey(); err != nil {
		return err
	}
	task, sec, err := p.task(ctx, job)
	if err != nil {
		return err
	}
	if err := p.acquire(ctx, job.TaskUUID); err != nil {
		return err
	}
	err = p.submit(ctx, task, sec)
	if f, ok := errors.AsType[*render.Failure](err); ok && p.media.rejected(f, task) {
		// The provider has forgotten an image that it was given in an earlier run.
		if task, sec, err = p.task(ctx, job); err == nil {
			err = p.submit(ctx, task, sec)
		}
	}
	if err != nil {
		p.release(job.TaskUUID)
	}
	return err
}

// submit sends a task until the provider has accepted or refused it. An error that
// is no [*render.Failure] leaves open whether it was accepted.
func (p *Provider) submit(ctx context.Context, task wire.Task, sec *secrets) error {
	uuid := task.TaskUUID
	known, asked := p.forget(uuid)
	if known {
		return nil
	}
	var (
		start   = p.cfg.Now()
		unclear = !asked // an earlier process may have sent it
		sent    = false  // this process may have
		retried = false  // a 401 has been given its second chance
		last    error
	)
	for try := 0; try < maxTries; {
		if try > 0 {
			if err := sleep(ctx, p.backoff(try)); err != nil {
				return interrupted(err, sent, last)
			}
		}
		if unclear {
			// Ask before sending (again): a task that is finished may not be refused
			// as a conflict any more, and would be made and paid a second time.
			known, err := p.look(ctx, uuid)
			switch {
			case known:
				return nil
			case ctx.Err() != nil:
				return interrupted(err, sent, last)
			case err != nil:
				if f, ok := errors.AsType[*render.Failure](err); ok && f.Class == render.ClassAuth {
					if retried || !p.proven.Load() {
						return f
					}
					retried = true
				}
				if c, ok := errors.AsType[*callError](err); ok && c.permanent {
					return err
				}
				last = err
				try++
				continue
			}
			unclear = false
		}
		ans, err := p.client.call(ctx, options{submit: true}, task)
		if err != nil {
			var c *callError
			switch {
			case !errors.As(err, &c):
				// The context ended; whether the request had left is not known.
				return interrupted(err, true, last)
			case c.permanent:
				return err
			case c.sent:
				unclear, sent = true, true
			}
			last = errors.New(sec.clean(err.Error()))
			try++
			continue
		}
		accepted, refusal := judge(ans, uuid, sec)
		if accepted {
			p.proven.Store(true)
			return nil
		}
		if refusal == nil {
			last = fmt.Errorf("%s answered without a word about the task", p.client.host)
			unclear, sent = true, true
			try++
			continue
		}
		last = refusal
		switch refusal.Class {
		case render.ClassRateLimit:
			// The shared gate holds the next send back, so this loop does not count;
			// but no longer than a task may take anyway.
			refusal.After = ans.after
			if p.cfg.Now().Sub(start) > p.cfg.Timeout {
				return refusal
			}
		case render.ClassServer, render.ClassTimeout:
			unclear, sent = true, true
			try++
		case render.ClassProvider: // said no, and may say yes in a while
			unclear, sent = ans.status >= 500, sent || ans.status >= 500
			try++
		case render.ClassAuth:
			// A gateway that hiccups says 401 too. A key that has worked gets one
			// more chance; otherwise the whole batch stops here.
			if retried || !p.proven.Load() {
				return refusal
			}
			retried = true
			try++
		default:
			return refusal
		}
	}
	if !sent {
		return last
	}
	return fmt.Errorf("%w; the task may have been accepted, run again to find out: it will not be paid twice", plain(last))
}

// judge reads the answer to a submit. Neither accepted nor refused means that the
// answer does not speak about the task.
func judge(ans answer, uuid string, sec *secrets) (accepted bool, refusal *render.Failure) {
	items, errs := ans.About(uuid)
	if len(items) > 0 {
		return true, nil
	}
	errs = append(errs, ans.Unassigned()...)
	for _, e := range errs {
		if e.Conflict() {
			return true, nil
		}
	}
	if len(errs) > 0 {
		return false, failure(errs[0], ans.status, false, sec)
	}
	return false, nil
}

// look asks whether the provider knows a task.
func (p *Provider) look(ctx context.Context, uuid string) (known bool, err error) {
	found, err := p.lookAll(ctx, []string{uuid})
	return found[uuid], err
}

// lookAll asks about several tasks in one request.
func (p *Provider) lookAll(ctx context.Context, uuids []string) (map[string]bool, error) {
	ans, err := p.client.call(ctx, options{}, questions(uuids)...)
	if err != nil {
		return nil, err
	}
	found := map[string]bool{}
	for _, uuid := range uuids {
		items, errs := ans.About(uuid)
		for _, e := range errs {
			// The end of a generation is a trace of it, too; a word about this
			// question is not.
			if e.Status == wire.StatusError && e.TaskType != wire.TypeGetResponse && wire.Classify(e.Code, 0) != wire.ClassNotFound {
				found[uuid] = true
			}
		}
		if len(items) > 0 {
			found[uuid] = true
		}
	}
	if ans.status < 300 {
		p.proven.Store(true)
		return found, nil
	}
	if ans.status == 404 && len(uuids) == 1 { // "no such task"
		return found, nil
	}
	return found, failure(ans.Errors[0], ans.status, false, nil)
}

func questions(uuids []string) []wire.Task {
	tasks := make([]wire.Task, len(uuids))
	for i, u := range uuids {
		tasks[i] = wire.Task{TaskType: wire.TypeGetResponse, TaskUUID: u}
	}
	return tasks
}

// forget takes what Check learnt about a task. It is good for one submit.
func (p *Provider) forget(uuid string) (known, asked bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	known, asked = p.seen[uuid]
	delete(p.seen, uuid)
	return known, asked
}

func (p *Provider) backoff(try int) time.Duration {
	return jitter(min((p.cfg.PollFirst/10)<<(try-1), p.cfg.PollMax))
}

// needKey refuses to call out without a usable key. The key itself is not shown.
func (p *Provider) needKey() error {
	const how = "; set RUNWARE_API_KEY to a key from the provider's dashboard, or use `provider: local`"
	key := p.cfg.APIKey
	switch {
	case strings.TrimSpace(key) == "":
		return &render.Failure{Class: render.ClassAuth, Code: "missingApiKey", Message: "RUNWARE_API_KEY is not set" + how}
	case strings.ContainsFunc(key, func(r rune) bool { return r <= ' ' || r >= 0x7f }):
		return &render.Failure{Class: render.ClassAuth, Code: "invalidApiKey", Message: "RUNWARE_API_KEY holds a space, a line break or a character that no key has" + how}
	}
	return nil
}

// interrupted is the end of a submit that was called off.
func interrupted(err error, sent bool, last error) error {
	if err == nil {
		err = last
	}
	if !sent {
		return err
	}
	return fmt.Errorf("called off while submitting, run again to resume: %w", plain(err))
}

// plain keeps an open outcome from being taken for a refusal: a *render.Failure
// inside it is flattened to its text.
func plain(err error) error {
	if f, ok := errors.AsType[*render.Failure](err); ok {
		return errors.New(f.Error())
	}
	return err
}
