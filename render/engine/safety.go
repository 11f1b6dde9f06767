package engine

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"net/http"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/engine/internal/film"
	"gitops.video/render/render/engine/internal/picture"
	"gitops.video/render/render/engine/internal/policy"
	"gitops.video/render/render/engine/internal/safety"
)

// safetyMode is how closely a job's content is looked at: none, fast or full.
func safetyMode(s *manifest.Safety) string {
	switch {
	case s == nil, s.Mode == "" && (s.CheckContent == nil || !*s.CheckContent):
		return "none"
	case s.Mode == "":
		return "fast"
	}
	return s.Mode
}

// inspector looks at the content of one video: its words, what the user put into it,
// and the finished file. In mode fast films are looked at by their key frames, in
// mode full frame by frame.
type inspector struct {
	show    *show
	full    bool
	look    safety.Classifier
	flagged []string // what was found, for people to read
}

// inspector is nil where the job asks for no check.
func (e *Engine) inspector(job render.Job, s *show) *inspector {
	mode := safetyMode(job.Spec.Safety)
	if mode == "none" {
		return nil
	}
	in := &inspector{show: s, full: mode == "full", look: safety.Skin{}}
	if e.opts.ClassifierURL != "" {
		in.look = &safety.HTTP{URL: e.opts.ClassifierURL, Key: e.opts.ClassifierKey, Client: http.DefaultClient}
	}
	return in
}

// unchecked is a check that could not be made: the video is not delivered as if it
// had been.
func unchecked(ctx context.Context, err error) error {
	if err == nil || ctx.Err() != nil {
		return errors.Join(err, ctx.Err())
	}
	return &render.Failure{Class: render.ClassSafety, Code: "contentCheckFailed", Terminal: true,
		Message: fmt.Sprintf("the content could not be checked: %v; mend that, or set safety.mode to none", err)}
}

// sources looks at the words and at the user's own pictures and films.
func (in *inspector) sources(ctx context.Context) error {
	if in == nil {
		return nil
	}
	s := in.show
	prompt := s.job.Spec.PositivePrompt
	if v := policy.Judge(policy.Words{}, prompt, s.board); v.Flagged {
		in.found("prompt and script", v.Rule)
	}
	v, err := in.look.Words(ctx, prompt+"\n"+policy.Text(s.board))
	if err != nil {
		return unchecked(ctx, err)
	}
	if v.Flagged {
		in.found("prompt and script", v.Why)
	}
	if photo := s.files.photo; len(photo) > 0 {
		img, err := picture.Decode(photo)
		if err == nil { // a photo that cannot be read is refused where it is used
			if err := in.pictures(ctx, "inputs.image", img); err != nil {
				return err
			}
		}
	}
	seen := map[string]bool{}
	for i, sc := range s.board.Scenes {
		if sc.Asset == "" || seen[sc.Asset] {
			continue
		}
		seen[sc.Asset] = true
		name := fmt.Sprintf("%s (scene %d)", sc.Asset, i+1)
		if img := s.files.pictures[sc.Asset]; img != nil {
			err = in.pictures(ctx, name, img)
		} else if info, ok := s.files.films[sc.Asset]; ok {
			t := film.Thumbs{Side: safety.Side, Every: in.full, Seconds: s.sceneSeconds(i) + 6}
			if sc.Clip != nil {
				t.From = sc.Clip.From
			}
			err = in.film(ctx, name, s.files.path(sc.Asset), info, t)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// result looks at the finished file.
func (in *inspector) result(ctx context.Context, file string) error {
	if in == nil {
		return nil
	}
	size := in.show.set.Size
	info := film.Info{Width: size.X, Height: size.Y, Seconds: in.show.seconds()}
	return in.film(ctx, "the finished video", file, info, film.Thumbs{Side: safety.Side, Every: in.full})
}

func (in *inspector) found(where, why string) {
	in.flagged = append(in.flagged, fmt.Sprintf("content check: %s: %s", where, why))
}

func (in *inspector) pictures(ctx context.Context, name string, img image.Image) error {
	v, err := in.look.Pictures(ctx, []image.Image{img})
	if err != nil {
		return unchecked(ctx, err)
	}
	if v[0].Flagged {
		in.found(name, v[0].Why)
	}
	return nil
}

var errFlagged = errors.New("flagged")

// film looks at a film's pictures until one is flagged. A picture that is the same as
// the one before it was looked at already.
func (in *inspector) film(ctx context.Context, name, path string, info film.Info, t film.Thumbs) error {
	var batch []image.Image
	judge := func() error {
		all, err := in.look.Pictures(ctx, batch)
		if err != nil {
			return unchecked(ctx, err)
		}
		batch = batch[:0]
		for _, v := range all {
			if v.Flagged {
				in.found(name, v.Why)
				return errFlagged
			}
		}
		return nil
	}
	var last []uint8
	err := film.Each(ctx, path, info, t, func(img *image.RGBA) error {
		if bytes.Equal(last, img.Pix) {
			return nil
		}
		kept := &image.RGBA{Pix: bytes.Clone(img.Pix), Stride: img.Stride, Rect: img.Rect}
		last, batch = kept.Pix, append(batch, kept)
		if len(batch) < safety.Batch {
			return nil
		}
		return judge()
	})
	if err == nil && len(batch) > 0 {
		err = judge()
	}
	var f *render.Failure
	switch {
	case errors.Is(err, errFlagged):
		return nil
	case err == nil, errors.As(err, &f):
		return err
	}
	return unchecked(ctx, err)
}

// notes are what was found.
func (in *inspector) notes() []string {
	if in == nil {
		return nil
	}
	return in.flagged
}

func (in *inspector) nsfw() bool { return in != nil && len(in.flagged) > 0 }
