package runware

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/google/uuid"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/wire"
)

// Estimate implements [render.Estimator]: from the configured price per second, else
// by a dry run at the provider, one for all jobs that differ in their words only. What
// it cannot learn (no key, no network, a server without dry runs) is not known, which
// is no error: a plan can be made anywhere.
func (p *Provider) Estimate(ctx context.Context, jobs []render.Job) (costs []float64, ok []bool, err error) {
	costs, ok = make([]float64, len(jobs)), make([]bool, len(jobs))
	for i, j := range jobs {
		switch per := p.cfg.PricePerSecond; {
		case per > 0:
			if d := j.Spec.Duration; d > 0 {
				costs[i], ok[i] = per*float64(d)*float64(max(j.Spec.NumberResults, 1)), true
			}
		case p.needKey() == nil:
			costs[i], ok[i] = p.prices.of(ctx, j)
		}
	}
	return costs, ok, ctx.Err()
}

// shape is what a price depends on.
type shape struct {
	model, format, mode             string
	width, height, seconds, quality int
	results                         int
	check, avatar, image            bool
}

func shapeOf(s manifest.Spec) shape {
	k := shape{
		model: or(s.Model, DefaultModel), format: s.OutputFormat, width: s.Width, height: s.Height,
		seconds: s.Duration, quality: s.OutputQuality, results: max(s.NumberResults, 1),
	}
	if s.Safety != nil {
		k.mode, k.check = s.Safety.Mode, s.Safety.CheckContent != nil && *s.Safety.CheckContent
	}
	if s.Inputs != nil {
		k.avatar, k.image = s.Inputs.Avatar != "", s.Inputs.Image != ""
	}
	return k
}

// priceList remembers the prices that dry runs brought.
type priceList struct {
	p      *Provider
	mu     sync.Mutex
	prices map[shape]float64 // below zero: not known
	mute   bool              // there is nothing to be learnt from this server
}

func newPriceList(p *Provider) *priceList {
	return &priceList{p: p, prices: map[shape]float64{}}
}

func (l *priceList) of(ctx context.Context, job render.Job) (cost float64, known bool) {
	// One dry run at a time: should a server not know the header and take the task
	// for real, its first answer shows it and there is no second.
	l.mu.Lock()
	defer l.mu.Unlock()
	key := shapeOf(job.Spec)
	if c, ok := l.prices[key]; ok || l.mute {
		return max(c, 0), ok && c >= 0
	}
	// Nothing that leaves a trace: no delivery, no upload, a UUID of its own.
	job.TaskUUID = uuid.NewString()
	job.Spec.WebhookURL, job.Spec.UploadEndpoint = "", ""
	if in := job.Spec.Inputs; in != nil && in.Image != "" {
		job.Spec.Inputs = nil
	}
	task, _, err := l.p.task(ctx, job)
	if err != nil {
		return 0, false // the submit will say it
	}
	task.Render = nil // its files may not be there yet, and it does not change the price
	for try := range checkTries {
		if try > 0 && sleep(ctx, l.p.backoff(try)) != nil {
			return 0, false
		}
		ans, err := l.p.client.call(ctx, options{dryRun: true, timeout: min(l.p.cfg.CallTimeout, 15*time.Second)}, task)
		if c, ok := errors.AsType[*callError](err); ok && c.sent {
			continue // the provider is there; without one a plan must not wait
		}
		if err != nil {
			break
		}
		for _, i := range ans.Data {
			if i.Cost != nil && (*i.Cost > 0 || l.p.extended()) { // nought is a price at our own server only
				l.prices[key] = *i.Cost
				return *i.Cost, true
			}
		}
		if len(ans.Errors) == 0 {
			break // this server does not do dry runs
		}
		switch render.Class(wire.Classify(ans.Errors[0].Code, ans.status)) {
		case render.ClassValidation, render.ClassSafety, render.ClassNotFound:
			l.prices[key] = -1 // about this shape alone; the submit will say what is wrong
			return 0, false
		case render.ClassAuth, render.ClassQuota:
			l.mute = true // so will Check
			return 0, false
		}
	}
	l.mute = true
	return 0, false
}
