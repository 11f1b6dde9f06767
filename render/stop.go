package render

import "context"

type stopKey struct{}

// WithStop tells those who make something under ctx when to begin nothing more: what
// has begun is to be finished, what waits for its turn ends with [ErrPending].
func WithStop(ctx context.Context, stop <-chan struct{}) context.Context {
	return context.WithValue(ctx, stopKey{}, stop)
}

// Stopping is closed when nothing more is to begin under ctx; nil, on which one waits
// for ever, when nobody will say so.
func Stopping(ctx context.Context) <-chan struct{} {
	stop, _ := ctx.Value(stopKey{}).(<-chan struct{})
	return stop
}
