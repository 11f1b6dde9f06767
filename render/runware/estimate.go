package runware

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/google/uuid"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
)

// Estimate implements [render.Estimator]: from the configured price per second, else
// by a dry run at the provider, one for all jobs that differ in their words only.
// Without a key or a price it knows nothing, which is no error.
func (p *Provider) Estimate(ctx context.Context, jobs []render.Job) (costs []float64, ok []bool, err error) {
	costs, ok = make([]float64, len(jobs)), make([]bool, len(jobs))
	if per := p.cfg.PricePerSecond; per > 0 {
		for i, j := range jobs {
			if d := j.Spec.Duration; d > 0 {
				costs[i], ok[i] = per*float64(d)*float64(max(j.Spec.NumberResults, 1)), true
			}
		}
		return costs, ok, nil
	}
	if p.cfg.APIKey == "" {
		return costs, ok, nil
	}
	for i, j := range jobs {
		cost, known, err := p.prices.of(ctx, j)
		if err != nil {
			return costs, ok, fmt.Errorf("ask for the price of %s: %w", j.Key, err)
		}
		if known {
			costs[i], ok[i] = cost, true
		}
	}
	return costs, ok, nil
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
	mute   bool              // this server does not do dry runs
}

func newPriceList(p *Provider) *priceList {
	return &priceList{p: p, prices: map[shape]float64{}}
}

func (l *priceList) of(ctx context.Context, job render.Job) (cost float64, known bool, err error) {
	// One dry run at a time: should a server not know the header and take the task
	// for real, its first answer shows it and there is no second.
	l.mu.Lock()
	defer l.mu.Unlock()
	key := shapeOf(job.Spec)
	if c, ok := l.prices[key]; ok || l.mute {
		return max(c, 0), ok && c >= 0, nil
	}
	// Nothing that leaves a trace: no delivery, no upload, a UUID of its own.
	job.TaskUUID = uuid.NewString()
	job.Spec.WebhookURL, job.Spec.UploadEndpoint = "", ""
	if in := job.Spec.Inputs; in != nil && in.Image != "" {
		job.Spec.Inputs = nil
	}
	task, sec, err := l.p.task(ctx, job)
	if err != nil {
		return 0, false, err
	}
	ans, err := l.p.client.call(ctx, options{dryRun: true}, task)
	if err != nil {
		return 0, false, err
	}
	for _, i := range ans.Data {
		if i.Cost != nil && *i.Cost > 0 {
			l.prices[key] = *i.Cost
			return *i.Cost, true, nil
		}
	}
	if len(ans.Errors) > 0 {
		f := failure(ans.Errors[0], ans.status, false, sec)
		if f.Class.StopsBatch() {
			return 0, false, f
		}
		l.prices[key] = -1 // the submit will say what is wrong with the task
		return 0, false, nil
	}
	l.mute = true
	return 0, false, errors.New("the server answered a dry run without a price; set pricing.perSecond in the manifest's provider block to get estimates")
}
