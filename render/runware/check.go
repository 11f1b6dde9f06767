package runware

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/google/uuid"
	"golang.org/x/sync/errgroup"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/wire"
)

// checkTries is how often Check asks before it says that the provider is out of reach.
const checkTries = 4

// Check implements [render.Provider]. It asks for the account, which proves the
// address and the key, asks polls and archive about every task, so that what an
// earlier run sent is not sent again, and compares the balance with what the rest will cost.
func (p *Provider) Check(ctx context.Context, jobs []render.Job) error {
	err := p.check(ctx, jobs)
	if errors.Is(err, context.DeadlineExceeded) {
		return &callError{text: p.client.host + " gave no answer within the run's --timeout", err: err}
	}
	return err
}

func (p *Provider) check(ctx context.Context, jobs []render.Job) error {
	if err := p.needKey(); err != nil {
		return err
	}
	balance, err := p.balance(ctx)
	if err != nil {
		return err
	}
	if err := p.extension.agrees(); err != nil {
		return err
	}
	// What was accepted needs no question and costs nothing more.
	jobs = slices.DeleteFunc(slices.Clone(jobs), func(j render.Job) bool { return j.Accepted })
	if err := p.survey(ctx, jobs); err != nil {
		return err
	}
	if balance == nil {
		return nil
	}
	fresh := p.unknownOf(jobs)
	costs, ok, err := p.Estimate(ctx, fresh)
	if err != nil {
		return err
	}
	sum, priced := 0.0, 0
	for i, c := range costs {
		if ok[i] {
			sum += c
			priced++
		}
	}
	if priced > 0 && sum > *balance+1e-9 {
		return &render.Failure{
			Class: render.ClassQuota, Code: "insufficientCredits",
			Message: fmt.Sprintf("the account holds %.2f USD and these %d videos will cost about %.2f USD; nothing was sent: top up, or select fewer with --key or --max-cost",
				*balance, priced, sum),
		}
	}
	return nil
}

// balance asks for the account's balance in USD; nil when this server does not tell
// or the key may not ask.
func (p *Provider) balance(ctx context.Context) (*float64, error) {
	var last error
	for try := range checkTries {
		if try > 0 {
			if err := sleep(ctx, p.backoff(try)); errors.Is(err, context.DeadlineExceeded) {
				return nil, last
			} else if err != nil {
				return nil, err
			}
		}
		ans, err := p.client.call(ctx, options{}, wire.Task{
			TaskType: wire.TypeAccount, TaskUUID: uuid.NewString(), Operation: "getDetails",
		})
		if err != nil {
			last = err
			if c, ok := errors.AsType[*callError](err); !ok || c.permanent {
				return nil, err
			}
			continue
		}
		for _, i := range ans.Data {
			if i.Balance != nil {
				p.proven.Store(true)
				return i.Balance, nil
			}
		}
		if len(ans.Errors) == 0 {
			return nil, nil
		}
		f := failure(ans.Errors[0], ans.status, false, p.secretsOf(manifest.Spec{}))
		last = f
		switch f.Class {
		case render.ClassAuth:
			if ans.status == 403 { // a key that may render but not look at the account
				return nil, nil
			}
			return nil, f
		case render.ClassQuota:
			return nil, f
		case render.ClassValidation, render.ClassNotFound: // a server without accounts
			return nil, nil
		}
	}
	return nil, last
}

// survey learns which tasks the provider has already.
func (p *Provider) survey(ctx context.Context, jobs []render.Job) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(pollsAtOnce)
	for part := range slices.Chunk(jobs, pollBatch) {
		group.Go(func() error {
			uuids := make([]string, len(part))
			for i, j := range part {
				uuids[i] = j.TaskUUID
			}
			var found map[string]sight
			var err error
			for try := range checkTries {
				if try > 0 {
					if err := sleep(ctx, p.backoff(try)); err != nil {
						return err
					}
				}
				if found, err = p.lookAll(ctx, uuids); err == nil {
					break
				}
				f, refused := errors.AsType[*render.Failure](err)
				if refused && (f.Class == render.ClassAuth || f.Class == render.ClassQuota) {
					return f
				}
				if refused && f.Class == render.ClassValidation {
					return nil // one question a request, then: Submit asks by itself
				}
			}
			if err != nil {
				return err
			}
			p.mu.Lock()
			defer p.mu.Unlock()
			for _, u := range uuids {
				p.seen[u] = found[u]
			}
			return nil
		})
	}
	return group.Wait()
}

// unknownOf leaves the jobs that the provider does not have yet.
func (p *Provider) unknownOf(jobs []render.Job) []render.Job {
	p.mu.Lock()
	defer p.mu.Unlock()
	var out []render.Job
	for _, j := range jobs {
		if p.seen[j.TaskUUID] == absent {
			out = append(out, j)
		}
	}
	return out
}
