package runware

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"gitops.video/render/manifest"
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
	if err = p.deliver(ctx, job, task, sec); err != nil {
		p.release(job.TaskUUID)
	}
	return err
}

// deliver brings a task's files and the task. Where the provider has forgotten an
// image or a file that it was given earlier, it gets it once more.
func (p *Provider) deliver(ctx context.Context, job render.Job, task wire.Task, sec *secrets) error {
	for again := false; ; again = true {
		err := p.files.bring(ctx, job.Dir, task.Render)
		if err == nil {
			err = p.submit(ctx, task, sec)
		}
		f, refused := errors.AsType[*render.Failure](err)
		if again || !refused || !p.media.rejected(f, task) && !p.files.rejected(f, task.Render) {
			return err
		}
		if task, sec, err = p.task(ctx, job); err != nil {
			return err
		}
	}
}

// submit sends a task until the provider has accepted or refused it. An error that
// is no [*render.Failure] leaves open whether it was accepted.
func (p *Provider) submit(ctx context.Context, task wire.Task, sec *secrets) error {
	seen, asked := p.forget(task.TaskUUID)
	if seen != absent {
		return nil
	}
	s := &sending{Provider: p, task: task, sec: sec, start: p.cfg.Now(), unclear: !asked}
	for s.try < maxTries {
		if s.try > 0 {
			if err := sleep(ctx, p.backoff(s.try)); err != nil {
				return s.interrupted(err)
			}
		}
		accepted, err := false, error(nil)
		if s.unclear {
			accepted, err = s.ask(ctx)
		}
		if !accepted && err == nil && !s.unclear {
			accepted, err = s.send(ctx)
		}
		if accepted || err != nil {
			return err
		}
	}
	if !s.sent {
		return s.last
	}
	return fmt.Errorf("%w; the task may have been accepted, run again to find out: it will not be paid twice", plain(s.last))
}

// sending is one submit under way.
type sending struct {
	*Provider
	task    wire.Task
	sec     *secrets
	start   time.Time
	try     int
	last    error // what went wrong in the last try
	unclear bool  // the provider may have the task: from an earlier process, or a lost answer
	sent    bool  // this process may have handed it over
	retried bool  // a 401 has had its second chance
}

// ask clears up whether the provider has the task, before it is sent (again): once it
// is finished, it may not be refused as a conflict any more, and would be made and
// paid a second time. Without an answer it stays unclear.
func (s *sending) ask(ctx context.Context) (known bool, err error) {
	seen, err := s.look(ctx, s.task.TaskUUID)
	var (
		refusal *render.Failure
		broken  *callError
	)
	switch {
	case seen != absent:
		if seen == made && !s.sent {
			s.remember(s.task.TaskUUID)
		}
		return true, nil
	case err == nil:
		s.unclear = false
		return false, nil
	case ctx.Err() != nil:
		return false, s.interrupted(err)
	case errors.As(err, &broken) && broken.permanent:
		return false, err
	case errors.As(err, &refusal) && refusal.Class == render.ClassAuth && !s.secondChance():
		return false, refusal
	}
	s.last = err
	s.try++
	return false, nil
}

// send posts the task once. Neither accepted nor an error means: try again.
func (s *sending) send(ctx context.Context) (accepted bool, err error) {
	ans, err := s.client.call(ctx, options{submit: true}, s.task)
	if err != nil {
		broken, ok := errors.AsType[*callError](err)
		switch {
		case !ok: // the context ended; whether the request had left is not known
			s.sent = true
			return false, s.interrupted(err)
		case broken.permanent:
			return false, err
		case broken.sent:
			s.unclear, s.sent = true, true
		}
		s.last = errors.New(s.sec.clean(err.Error()))
		s.try++
		return false, nil
	}
	accepted, refusal := judge(ans, s.task.TaskUUID, s.sec)
	switch {
	case accepted:
		s.proven.Store(true)
		return true, nil
	case refusal == nil:
		s.last = fmt.Errorf("%s answered without a word about the task", s.client.host)
		s.unclear, s.sent = true, true
		s.try++
		return false, nil
	}
	s.last = refusal
	switch refusal.Class {
	case render.ClassRateLimit:
		// The shared gate holds the next send back, so this does not count as a try;
		// but no longer than a task may take anyway.
		refusal.After = ans.after
		if s.cfg.Now().Sub(s.start) > s.cfg.Timeout {
			return false, refusal
		}
		return false, nil
	case render.ClassServer, render.ClassTimeout:
		s.unclear, s.sent = true, true
	case render.ClassProvider: // said no, and may say yes in a while
		s.unclear, s.sent = ans.status >= 500, s.sent || ans.status >= 500
	case render.ClassAuth:
		if !s.secondChance() {
			return false, refusal
		}
	default:
		return false, refusal
	}
	s.try++
	return false, nil
}

// secondChance is given once to a key that has worked: a gateway that hiccups says
// 401 too. Otherwise a refused key stops the whole batch.
func (s *sending) secondChance() bool {
	if s.retried || !s.proven.Load() {
		return false
	}
	s.retried = true
	return true
}

// interrupted is the end of a submit that was called off.
func (s *sending) interrupted(err error) error {
	if !s.sent {
		return err
	}
	return fmt.Errorf("called off while submitting, run again to resume: %w", plain(err))
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

// sight is what the provider shows of a task.
type sight int

const (
	absent sight = iota
	begun        // it has the task
	made         // and has finished it
)

// look asks whether the provider knows a task.
func (p *Provider) look(ctx context.Context, uuid string) (sight, error) {
	found, err := p.lookAll(ctx, []string{uuid})
	return found[uuid], err
}

// lookAll asks about several tasks in one request, and the archive about those that
// polls do not know: what is told of no more may have been made, and paid.
func (p *Provider) lookAll(ctx context.Context, uuids []string) (map[string]sight, error) {
	found, err := p.polled(ctx, uuids)
	if err != nil {
		return found, err
	}
	var unknown []string
	for _, uuid := range uuids {
		if found[uuid] == absent {
			unknown = append(unknown, uuid)
		}
	}
	if len(unknown) == 0 {
		return found, nil
	}
	results, err := p.archived(ctx, unknown...)
	for uuid := range results {
		found[uuid] = made
	}
	return found, err
}

// polled asks about several tasks in one request.
func (p *Provider) polled(ctx context.Context, uuids []string) (map[string]sight, error) {
	ans, err := p.client.call(ctx, options{}, tasksOf(wire.TypeGetResponse, uuids)...)
	if err != nil {
		return nil, err
	}
	found := map[string]sight{}
	for _, uuid := range uuids {
		items, errs := ans.About(uuid)
		for _, e := range errs {
			// The end of a generation is a trace of it, too; a word about this
			// question is not.
			if e.Status == wire.StatusError && e.TaskType != wire.TypeGetResponse && wire.Classify(e.Code, 0) != wire.ClassNotFound {
				found[uuid] = begun
			}
		}
		if len(items) > 0 {
			found[uuid] = begun
		}
		if slices.ContainsFunc(items, wire.Item.Done) {
			found[uuid] = made
		}
	}
	if ans.status < 300 {
		p.proven.Store(true)
		return found, nil
	}
	if ans.status == 404 && len(uuids) == 1 { // "no such task"
		return found, nil
	}
	return found, failure(ans.Errors[0], ans.status, false, p.secretsOf(manifest.Spec{}))
}

// forget takes what Check learnt about a task. It is good for one submit.
func (p *Provider) forget(uuid string) (seen sight, asked bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	seen, asked = p.seen[uuid]
	delete(p.seen, uuid)
	if seen == made {
		p.old[uuid] = true
	}
	return seen, asked
}

// remember keeps that a task was made before this process began it.
func (p *Provider) remember(uuid string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.old[uuid] = true
}

// madeBefore says whether an earlier run had the task made.
func (p *Provider) madeBefore(uuid string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.old[uuid]
}

func (p *Provider) backoff(try int) time.Duration {
	return jitter(min((p.cfg.PollFirst/10)<<(try-1), p.cfg.PollMax))
}

// needKey refuses to call out without a usable key. The key itself is not shown.
func (p *Provider) needKey() error {
	const how = "; set RUNWARE_API_KEY to a key from the provider's dashboard, or use `provider: local`"
	key := p.cfg.APIKey
	switch {
	case key == "" && p.extended(): // it says itself whether it wants one
	case strings.TrimSpace(key) == "":
		return &render.Failure{Class: render.ClassAuth, Code: "missingApiKey", Message: "RUNWARE_API_KEY is not set" + how}
	case strings.ContainsFunc(key, func(r rune) bool { return r <= ' ' || r >= 0x7f }):
		return &render.Failure{Class: render.ClassAuth, Code: "invalidApiKey", Message: "RUNWARE_API_KEY holds a space, a line break or a character that no key has" + how}
	}
	return nil
}

// plain keeps an open outcome from being taken for a refusal: a *render.Failure
// inside it is flattened to its text.
func plain(err error) error {
	if f, ok := errors.AsType[*render.Failure](err); ok {
		return errors.New(f.Error())
	}
	return err
}
