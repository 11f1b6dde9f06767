// Package worker makes what the queue asks for: it runs the engine on units, puts what
// comes out into the bucket, and carries results to where clients want them.
//
// Everything here may be done twice, and nothing is lost by it: content goes by its
// hash, and the queue takes a unit's result from the last worker that claimed it only.
package worker

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"regexp"
	"strings"
	"syscall"
	"time"

	"gitops.video/render/render"
	"gitops.video/render/render/blob"
	"gitops.video/render/render/server/answer"
	"gitops.video/render/render/server/outbound"
	"gitops.video/render/render/server/queue"
)

// Engine makes videos: as a whole, or in shares that meet in pieces.
type Engine interface {
	Result(ctx context.Context, job render.Job, variant int, pieces render.Pieces, progress render.Progress) (render.Outcome, error)
	Storyboard(ctx context.Context, job render.Job, w io.Writer) error
	Speak(ctx context.Context, job render.Job, variant int, w io.Writer, progress render.Progress) error
	Listen(r io.Reader) error
	Draw(ctx context.Context, job render.Job, variant, part, parts int, pieces render.Pieces, progress render.Progress) (scenes int, err error)
}

// Store is a bucket that content can be taken out of again.
type Store interface {
	render.Store
	Delete(ctx context.Context, sha256 string) error
}

// Options are what a worker is made of. All but the last three are needed.
type Options struct {
	Queue    *queue.Queue
	Store    Store
	Engine   Engine
	Outbound *outbound.Client
	Teller   answer.Teller
	// WebhookSecret signs webhooks; nil = they are not signed.
	WebhookSecret []byte
	Scratch       string // folder for what is being made; "" = the system's
	Logger        *slog.Logger
}

// Worker implements [queue.Runner].
type Worker struct {
	Options
	pieces render.Pieces
}

var _ queue.Runner = (*Worker)(nil)

// New makes a worker.
func New(o Options) (*Worker, error) {
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.Scratch != "" {
		if err := os.MkdirAll(o.Scratch, 0o700); err != nil {
			return nil, fmt.Errorf("worker: %w", err)
		}
	}
	return &Worker{Options: o, pieces: pieces{o.Queue, o.Store}}, nil
}

// unitTime bounds one unit. It only has to end what hangs: a long video at the largest
// size takes much less on one core.
const unitTime = 6 * time.Hour

// Render implements [queue.Runner].
func (w *Worker) Render(ctx context.Context, u queue.Unit, report func(string, float64)) (queue.Made, error) {
	bounded, cancel := context.WithTimeout(ctx, unitTime)
	defer cancel()
	d, err := openDesk(bounded, w, u)
	if err != nil {
		return queue.Made{}, w.failure(ctx, "", err)
	}
	defer d.close()
	made, err := w.render(bounded, d, u, report)
	return made, w.failure(ctx, d.job.Dir, err)
}

func (w *Worker) render(ctx context.Context, d *desk, u queue.Unit, report func(string, float64)) (made queue.Made, err error) {
	ctx = render.WithPreview(ctx, render.Preview{Want: u.Watched, Show: u.Show})
	switch u.Kind {
	case queue.Speak:
		return made, d.speak(ctx, u, report)
	case queue.Draw:
		if err := d.listen(ctx, u); err != nil {
			return made, err
		}
		made.ScenesRendered, err = w.Engine.Draw(ctx, d.job, u.Index, u.Part, u.Parts, w.pieces, stages(report, 5, 90, 100))
		return made, err
	case queue.Assemble:
		if err := d.listen(ctx, u); err != nil {
			return made, err
		}
		// Voice and pictures are there already: it is only put together now.
		join := func(_ string, percent float64) { report("encode", percent) }
		out, err := w.Engine.Result(ctx, d.job, u.Index, w.pieces, stages(join, 10, 50, 100))
		// What the shares have drawn was found finished here, and is new all the same.
		drawn := min(u.Drawn, out.ScenesReused)
		out.ScenesRendered, out.ScenesReused = out.ScenesRendered+drawn, out.ScenesReused-drawn
		if err != nil {
			return made, err
		}
		return d.keep(ctx, u, out)
	default:
		out, err := w.Engine.Result(ctx, d.job, u.Index, nil, stages(report, 20, 90, 100))
		if err != nil {
			return made, err
		}
		return d.keep(ctx, u, out)
	}
}

// stages turns the engine's progress, which begins anew with every phase, into one that
// rises from 0 to 100: voice ends at the first percentage, draw at the second.
func stages(report func(string, float64), voice, draw, encode float64) render.Progress {
	return func(phase string, percent float64) {
		from, to := draw, encode
		switch phase {
		case "voice":
			from, to = 0, voice
		case "queued":
			from, to = voice, voice
		case "draw":
			from, to = voice, draw
		}
		report(phase, from+(to-from)*min(100, max(0, percent))/100)
	}
}

// failure puts an engine's error into the words that the client is told: files are named
// as the client did, not by where they lay here, in dir.
func (w *Worker) failure(ctx context.Context, dir string, err error) error {
	if err == nil || ctx.Err() != nil {
		return err
	}
	var known *queue.Failure
	if errors.As(err, &known) {
		return err
	}
	if unwell(err) {
		return &queue.Unfit{Err: err}
	}
	var f *render.Failure
	if errors.As(err, &f) {
		out := &queue.Failure{Code: f.Code, Message: f.Message, Permanent: f.Terminal}
		if dir != "" {
			out.Message = strings.NewReplacer(dir+string(os.PathSeparator), "", dir, "the task's folder").Replace(f.Message)
		}
		switch f.Class {
		case render.ClassAuth, render.ClassQuota, render.ClassSafety, render.ClassNotFound, render.ClassValidation:
			out.Permanent = true
		}
		return out
	}
	w.Logger.Error("the engine failed", "error", err)
	return &queue.Failure{Code: "inferenceError", Message: places.ReplaceAllString(err.Error(), "…/")}
}

// places are folders in an error's text: where things lie here is nobody's business.
var places = regexp.MustCompile(`(?:[A-Za-z]:)?(?:[/\\][^/\\\s:"']+)*[/\\]`)

// unwell says whether an error is this machine's, or the bucket's, and not the task's.
func unwell(err error) bool {
	var b *bucketError
	if errors.As(err, &b) {
		return true
	}
	for _, e := range []error{syscall.ENOSPC, syscall.EDQUOT, syscall.EROFS, syscall.EIO, syscall.EMFILE, syscall.ENFILE, syscall.ENOMEM} {
		if errors.Is(err, e) {
			return true
		}
	}
	return strings.Contains(err.Error(), "No space left on device") // as ffmpeg says it
}

// bucketError is a bucket's refusal to take or to give content that is in it.
type bucketError struct{ err error }

func (e *bucketError) Error() string { return "the bucket: " + e.err.Error() }

func (e *bucketError) Unwrap() error { return e.err }

// ofBucket marks a bucket's errors but those that are about the content.
func ofBucket(err error) error {
	if err == nil || errors.Is(err, fs.ErrNotExist) || errors.Is(err, blob.ErrDamaged) {
		return err
	}
	return &bucketError{err}
}

// Sweep lets go what has had its time, now and every minute, until ctx ends.
func (w *Worker) Sweep(ctx context.Context) {
	tick := time.NewTicker(time.Minute)
	defer tick.Stop()
	for {
		if err := w.Queue.Expire(ctx, w.Store.Delete); err != nil && ctx.Err() == nil {
			w.Logger.Warn("expiring content", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}
