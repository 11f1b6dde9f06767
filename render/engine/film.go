package engine

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"math"
	"os"

	"gitops.video/render/render/engine/internal/cache"
	"gitops.video/render/render/engine/internal/ffmpeg"
	"gitops.video/render/render/engine/internal/film"
	"gitops.video/render/render/engine/internal/scene"
)

// inspectFilm looks at a film once for its content: what was found is kept by its hash.
func (e *Engine) inspectFilm(ctx context.Context, path, sum string) (film.Info, error) {
	key := cache.Key("film info", film.InfoVersion, sum)
	var info film.Info
	if kept := e.cache.Get(key, ".json"); kept != "" {
		if b, err := os.ReadFile(kept); err == nil && json.Unmarshal(b, &info) == nil {
			return info, nil
		}
	}
	info, err := film.Inspect(ctx, path)
	if err != nil {
		return info, err
	}
	b, err := json.Marshal(info)
	if err != nil {
		return info, fmt.Errorf("film: %w", err)
	}
	_, err = e.cache.Put(key, ".json", func(p string) error { return os.WriteFile(p, b, 0o600) })
	return info, err
}

// preparedFilm is the file of a film made ready for a window; it is made once.
func (s *show) preparedFilm(ctx context.Context, name string, spec film.Spec) (string, error) {
	ff, err := ffmpeg.Version()
	if err != nil {
		return "", err
	}
	key := cache.Key("film", ff, s.files.sums[name], spec.Identity())
	s.preparing.Lock() // one at a time: two workers may want the same, and each uses both cores
	defer s.preparing.Unlock()
	if path := s.cache.Get(key, ".mp4"); path != "" {
		return path, nil
	}
	scratch, err := os.MkdirTemp(s.job.WorkDir, "film-*")
	if err != nil {
		return "", fmt.Errorf("work folder: %w", err)
	}
	defer os.RemoveAll(scratch)
	path, err := s.cache.Put(key, ".mp4", func(p string) error {
		return film.Prepare(ctx, s.files.path(name), s.files.films[name], spec, scratch, p)
	})
	if err != nil && ctx.Err() == nil {
		return "", invalidFile(fmt.Errorf("%s: %w", name, err))
	}
	return path, err
}

// projector plays the films of one stage. It implements [motion.Films]. Without a
// context it only answers for their shapes: enough to lay out what is not drawn.
type projector struct {
	ctx   context.Context //nolint:containedctx // films are read for as long as the stage stands
	show  *show
	scene int
	reels []*reel
}

// Shape implements [motion.Films].
func (p *projector) Shape(name string) image.Point {
	info := p.show.files.films[name]
	return image.Pt(info.Width, info.Height)
}

// Open implements [motion.Films].
func (p *projector) Open(name string, size image.Point, card image.Rectangle) scene.Film {
	s := p.show
	// To the end of the transition that follows, in whole seconds, so that a change of
	// pace rarely asks for a new preparation.
	seconds := math.Ceil(float64(s.talk.cuts[p.scene].Count)/float64(s.set.FPS)) + 2
	r := &reel{of: p, name: name, spec: film.Spec{Size: size, FPS: s.set.FPS, Frames: int(seconds) * s.set.FPS, Shown: s.filmed(p.scene), Card: card}}
	if c := s.board.Scenes[p.scene].Clip; c != nil {
		r.spec.From, r.spec.Sound = c.From, c.Sound == "under" && s.files.films[name].Sound
	}
	p.reels = append(p.reels, r)
	return r
}

// Err is what went wrong with the films so far.
func (p *projector) Err() error {
	var errs []error
	for _, r := range p.reels {
		if r.err == nil && r.reader != nil {
			r.err = r.reader.Err()
		}
		errs = append(errs, r.err)
	}
	return errors.Join(errs...)
}

// Close ends the processes that decode.
func (p *projector) Close() {
	for _, r := range p.reels {
		if r.reader != nil {
			r.reader.Close()
		}
	}
}

// reel is one film in its window. It is prepared and opened when first seen.
type reel struct {
	of     *projector
	name   string
	spec   film.Spec
	reader *film.Reader
	err    error
}

// At implements [scene.Film].
func (r *reel) At(t float64) *scene.Sprite {
	if r.err != nil || r.of.ctx == nil {
		return nil
	}
	if r.reader == nil {
		var path string
		if path, r.err = r.of.show.preparedFilm(r.of.ctx, r.name, r.spec); r.err != nil {
			return nil
		}
		if r.reader, r.err = film.Open(r.of.ctx, path, r.spec); r.err != nil {
			return nil
		}
	}
	return r.reader.Frame(int(math.Round(t * float64(r.spec.FPS))))
}
