package render

import "context"

// Preview shows somebody who watches the frames of a job while they are drawn. Want is
// asked for every frame and must be quick; only after it said yes is a frame made
// small and given to Show, as a JPEG of at most 480 pixels a side.
type Preview struct {
	Want func() bool
	Show func(jpeg []byte)
}

type previewKey struct{}

// WithPreview lets what is drawn under ctx be watched.
func WithPreview(ctx context.Context, p Preview) context.Context {
	return context.WithValue(ctx, previewKey{}, p)
}

// PreviewOf is who watches what is drawn under ctx; ok is false when nobody can.
func PreviewOf(ctx context.Context) (p Preview, ok bool) {
	p, ok = ctx.Value(previewKey{}).(Preview)
	return p, ok && p.Want != nil && p.Show != nil
}
