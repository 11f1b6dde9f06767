package telemetry

import (
	"context"
	"errors"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"

	"gitops.video/render/render/server/queue"
)

// Runner measures what a worker's runner does. m is nil where only traces are wanted.
func Runner(next queue.Runner, m *Metrics) queue.Runner { return runner{next, m} }

type runner struct {
	queue.Runner
	m *Metrics
}

func (r runner) Render(ctx context.Context, u queue.Unit, report func(phase string, percent float64)) (made queue.Made, err error) {
	ctx, end := r.begin(ctx, u)
	span, last := trace.SpanFromContext(ctx), ""
	defer func() { end(err) }()
	made, err = r.Runner.Render(ctx, u, func(phase string, percent float64) {
		if phase != last && span.IsRecording() {
			last = phase
			span.AddEvent(phase)
		}
		report(phase, percent)
	})
	if err == nil && made.Video.SHA256 != "" {
		span.SetAttributes(attribute.Float64("render.video.seconds", made.Seconds), attribute.Int("render.scenes.drawn", made.ScenesRendered), attribute.Int("render.scenes.reused", made.ScenesReused))
		if r.m != nil {
			r.m.video.Add(made.Seconds)
			r.m.scenes.WithLabelValues("drawn").Add(float64(made.ScenesRendered))
			r.m.scenes.WithLabelValues("reused").Add(float64(made.ScenesReused))
		}
	}
	return made, err
}

func (r runner) Deliver(ctx context.Context, u queue.Unit) (err error) {
	ctx, end := r.begin(ctx, u)
	defer func() { end(err) }()
	return r.Runner.Deliver(ctx, u)
}

// begin starts the span and the clock of a unit; the function it gives ends both. It is
// deferred, so that a runner that panics is measured, too.
func (r runner) begin(ctx context.Context, u queue.Unit) (context.Context, func(error)) {
	ctx, span := tracer().Start(ofTask(ctx, u.Task.UUID), string(u.Kind), trace.WithSpanKind(trace.SpanKindConsumer), trace.WithAttributes(
		attribute.String("render.task", u.Task.UUID), attribute.Int("render.result", u.Index), attribute.Int("render.attempt", u.Attempt)))
	finish := func(string) {}
	if r.m != nil {
		began := r.m.now()
		finish = func(outcome string) {
			r.m.units.WithLabelValues(string(u.Kind), outcome).Inc()
			r.m.work.WithLabelValues(string(u.Kind)).Observe(r.m.now().Sub(began).Seconds())
		}
	}
	return ctx, func(err error) {
		outcome := "done"
		var f *queue.Failure
		var unfit *queue.Unfit
		switch {
		case err == nil:
		case ctx.Err() != nil:
			outcome = "released"
		case errors.As(err, &f) && f.Permanent:
			outcome = "failed"
		case errors.As(err, &unfit):
			outcome = "unfit"
		default:
			outcome = "retried"
		}
		if err != nil && outcome != "released" {
			code := "error" // messages may quote a prompt
			if f != nil {
				code = f.Code
			}
			span.SetStatus(codes.Error, code)
		}
		span.SetAttributes(attribute.String("render.outcome", outcome))
		span.End()
		finish(outcome)
	}
}
