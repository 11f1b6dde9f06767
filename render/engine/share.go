package engine

import (
	"context"
	"errors"
	"io"

	"gitops.video/render/render"
)

// A long video can be made by several engines, on several machines: one speaks and
// packs the narration, all draw a share of the segments and put them where the others
// find them, one puts the video together. Each comes to the same storyboard, times and
// keys by itself; what it is handed only saves work. So the video's bytes are those
// that one engine makes alone.

// share is the part of a video's segments that one engine draws. The zero value is all
// of them, and nothing from others.
type share struct {
	part, parts int
	pieces      render.Pieces
}

// of gives the share's segments: neighbours, since those are drawn from the same
// stages, and as many frames as the other shares have, as far as that goes.
func (s share) of(segs []segment) []segment {
	if s.parts <= 1 {
		return segs
	}
	total := 0
	for _, g := range segs {
		total += g.count
	}
	var out []segment
	at := 0
	for _, g := range segs {
		if (at+g.count/2)*s.parts/max(1, total) == s.part {
			out = append(out, g)
		}
		at += g.count
	}
	return out
}

var errNotShared = errors.New("not shared")

// fetch looks for a segment that another engine has drawn.
func (e *Engine) fetch(ctx context.Context, p render.Pieces, g *segment, ext string) error {
	if p == nil {
		return nil
	}
	path, err := e.cache.Put(g.key, ext, func(path string) error {
		found, err := p.Fetch(ctx, g.key+ext, path)
		if err == nil && !found {
			err = errNotShared
		}
		return err
	})
	if errors.Is(err, errNotShared) {
		return nil
	}
	g.path = path
	return err
}

// Result makes one of a job's videos, its variant-th from 0, taking from pieces (nil =
// none) what other engines have drawn.
func (e *Engine) Result(ctx context.Context, job render.Job, variant int, pieces render.Pieces, progress render.Progress) (render.Outcome, error) {
	res, made, err := e.make(ctx, job, variant, pieces, progress)
	if err != nil {
		return render.Outcome{}, err
	}
	return render.Outcome{Results: []render.Result{res}, ScenesRendered: made.rendered, ScenesReused: made.reused, Notes: made.notes}, e.cache.Trim()
}

// Speak narrates one of a job's videos and writes the takes to w, for [Engine.Listen].
func (e *Engine) Speak(ctx context.Context, job render.Job, variant int, w io.Writer, progress render.Progress) error {
	show, err := e.prepare(ctx, job, variant, progress)
	if err != nil {
		return asFailure(err)
	}
	return e.speaker.Pack(w, show.talk.files)
}

// Listen takes over a narration that another engine has spoken.
func (e *Engine) Listen(r io.Reader) error { return e.speaker.Unpack(r) }

// Draw draws a share of one of a job's videos, number part of parts from 0, into the
// cache and into pieces. It says how many scenes it has drawn.
func (e *Engine) Draw(ctx context.Context, job render.Job, variant, part, parts int, pieces render.Pieces, progress render.Progress) (scenes int, err error) {
	show, err := e.prepare(ctx, job, variant, progress)
	if err != nil {
		return 0, asFailure(err)
	}
	_, made, err := e.draw(ctx, show, share{part, parts, pieces}, progress)
	if err != nil {
		return 0, asFailure(err)
	}
	return made.rendered, e.cache.Trim()
}
