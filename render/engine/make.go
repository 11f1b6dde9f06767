package engine

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/jpeg"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/sync/errgroup"

	"gitops.video/render/render"
	"gitops.video/render/render/engine/internal/cache"
	"gitops.video/render/render/engine/internal/caption"
	"gitops.video/render/render/engine/internal/encode"
	"gitops.video/render/render/engine/internal/ffmpeg"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/timeline"
)

// made counts what one video cost.
type made struct {
	rendered, reused int // scenes
	notes            []string
}

// prepare goes as far as everything is known and nothing is drawn.
func (e *Engine) prepare(ctx context.Context, job render.Job, variant int, progress render.Progress) (*show, error) {
	board, err := e.board(ctx, job, variant)
	if err != nil {
		return nil, err
	}
	set, err := settings(job, board)
	if err != nil {
		return nil, err
	}
	pattern.Forget() // speaking and drawing need the memory
	progress("voice", 0)
	talk, err := e.narrate(ctx, job.Dir, board, func(p float64) { progress("voice", p) })
	if err != nil {
		return nil, err
	}
	if err := e.speaker.Rest(); err != nil { // drawing needs the memory
		return nil, fmt.Errorf("voice: %w", err)
	}
	s, err := e.layout(ctx, job, board, talk, set)
	if err != nil {
		return nil, err
	}
	if why := overruled(job.Spec, board); why != "" && job.Spec.Storyboard != "" && variant == 0 { // the others differ on purpose
		s.notes = append(s.notes, why)
	}
	encoder, err := set.Identity()
	if err != nil {
		return nil, err
	}
	s.build = cache.Key(Version, buildID(), encoder)
	return s, nil
}

// make runs the pipeline for one result of a job. What has been drawn elsewhere is
// taken from pieces, if there are any.
func (e *Engine) make(ctx context.Context, job render.Job, variant int, pieces render.Pieces, progress render.Progress) (render.Result, made, error) {
	fail := func(err error) (render.Result, made, error) { return render.Result{}, made{}, asFailure(err) }
	show, err := e.prepare(ctx, job, variant, progress)
	if err != nil {
		return fail(err)
	}
	board, set := show.board, show.set
	inspect := e.inspector(job, show)
	if err := inspect.sources(ctx); err != nil {
		return fail(err)
	}
	dir, err := os.MkdirTemp(job.WorkDir, "make-*")
	if err != nil {
		return fail(fmt.Errorf("work folder: %w", err))
	}
	defer os.RemoveAll(dir)

	// The sound needs only the timeline and where the scenes' hits lie, so it is mixed
	// while scenes are drawn.
	type sound struct {
		path string
		err  error
	}
	audio := make(chan sound, 1)
	show.laid = newLaidOut()
	actx, cancel := context.WithCancel(ctx)
	defer cancel()
	go func() {
		path, err := guarded(func() (string, error) { return e.audio(actx, show) })
		audio <- sound{path, err}
	}()
	segs, count, err := e.draw(ctx, show, share{pieces: pieces}, progress)
	close(show.laid.ended)
	a := <-audio
	if err = errors.Join(err, a.err); err != nil {
		return fail(err)
	}
	progress("encode", 50)
	file := filepath.Join(job.WorkDir, fmt.Sprintf("result-%d.%s", variant+1, set.Format.Ext()))
	var poster string
	last, lctx := errgroup.WithContext(ctx)
	last.Go(func() (err error) {
		poster, err = show.poster(lctx, filepath.Join(job.WorkDir, fmt.Sprintf("result-%d.jpg", variant+1)))
		return err
	})
	last.Go(func() error {
		if err := encode.Mux(lctx, encode.Programme{
			Settings: set, Segments: segs, Audio: a.path, Seconds: show.seconds(), Title: show.title(),
			Comment: show.credits(), Chapters: show.chapters(),
		}, dir, file); err != nil {
			return err
		}
		return errors.Join(check(lctx, file, show), inspect.result(lctx, file))
	})
	if err := last.Wait(); err != nil {
		return fail(err)
	}
	res := render.Result{
		Path: file, Seed: int64(board.Seed >> 1), Seconds: show.seconds(),
		Width: set.Size.X, Height: set.Size.Y, NSFW: inspect.nsfw(), Sidecar: map[string]string{},
	}
	pages := show.pages()
	for ext, write := range map[string]func(io.Writer, []caption.Page) error{".vtt": caption.WriteVTT, ".srt": caption.WriteSRT} {
		if len(pages) == 0 && ext == ".srt" {
			continue // without cues it would be an empty file
		}
		path := filepath.Join(job.WorkDir, fmt.Sprintf("result-%d%s", variant+1, ext))
		f, err := os.Create(path)
		if err != nil {
			return fail(fmt.Errorf("captions: %w", err))
		}
		if err := errors.Join(write(f, pages), f.Close()); err != nil {
			return fail(fmt.Errorf("captions: %w", err))
		}
		res.Sidecar[ext] = path
	}
	res.Sidecar[".jpg"] = poster
	progress("encode", 100)
	count.notes = append(count.notes, append(show.notes, inspect.notes()...)...)
	return res, count, nil
}

// asFailure turns what the user can mend into the provider's way of saying no.
func asFailure(err error) error {
	if e, ok := timeline.IsTooLong(err); ok {
		return &render.Failure{
			Class: render.ClassValidation, Code: "narrationTooLong", Terminal: true,
			Message: fmt.Sprintf("%v: shorten the text, set duration to %d, or set fit to extend, or to trim where it says several sentences", e, int(math.Ceil(e.Need))),
		}
	}
	return err
}

// check reads the finished file back: one video and one audio stream of the right
// size and length.
func check(ctx context.Context, file string, show *show) error {
	p, err := ffmpeg.Inspect(ctx, file)
	if err != nil {
		return err
	}
	want := show.seconds()
	switch {
	case p.Video == nil || p.Audio == nil:
		return errors.New("the finished file lacks its picture or its sound")
	case p.Video.Width != show.set.Size.X || p.Video.Height != show.set.Size.Y:
		return fmt.Errorf("the finished file is %d×%d, not %d×%d", p.Video.Width, p.Video.Height, show.set.Size.X, show.set.Size.Y)
	case math.Abs(p.Seconds-want) > .1:
		return fmt.Errorf("the finished file lasts %.3f s, not %.3f s", p.Seconds, want)
	}
	return nil
}

// settled is the show with its first scene as it is when all has come on: nothing is said,
// no caption stands there, and the presenter smiles into the camera.
func (s *show) settled() (*show, int) {
	b, t := *s.board, &talk{cuts: slices.Clone(s.talk.cuts)}
	b.Captions, b.Scenes = "off", slices.Clone(b.Scenes)
	b.Scenes[0].Captions = ""
	t.cuts[0].Lines = nil
	at := .97 * s.sceneSeconds(0)
	if b.Scenes[0].LowerThird != nil {
		at = min(at, lowerThirdSeen)
	}
	if end := s.ends(0); end > 0 {
		at = min(at, max(0, end-fadeOut-.1))
	}
	return &show{job: s.job, board: &b, talk: t, set: s.set, theme: s.theme, fonts: s.fonts, files: s.files, cache: s.cache, build: s.build, still: true}, int(at * float64(s.set.FPS))
}

// lowerThirdSeen is a second at which a name stands in the picture.
const lowerThirdSeen = 4.8

// poster writes the picture that stands for the video, its first scene, settled, to path.
func (s *show) poster(ctx context.Context, path string) (string, error) {
	s, n := s.settled()
	key := cache.Key("settled poster", s.build, n, s.pixels(0), s.ends(0))
	kept := s.cache.Get(key, ".jpg")
	if kept == "" {
		img, err := s.frame(ctx, n)
		if err != nil {
			return "", fmt.Errorf("poster: %w", err)
		}
		kept, err = s.cache.Put(key, ".jpg", func(p string) error {
			var b bytes.Buffer
			return errors.Join(jpeg.Encode(&b, img, &jpeg.Options{Quality: 88}), os.WriteFile(p, b.Bytes(), 0o600))
		})
		if err != nil {
			return "", fmt.Errorf("poster: %w", err)
		}
	}
	b, err := os.ReadFile(kept)
	if err == nil {
		err = os.WriteFile(path, b, 0o644) //nolint:gosec // it lies beside the video, for the same readers
	}
	if err != nil {
		return "", fmt.Errorf("poster: %w", err)
	}
	return path, nil
}

// title is what players call the video: what the storyboard does, else its first headline.
func (s *show) title() string {
	for i := 0; s.board.Title == "" && i < len(s.board.Scenes); i++ {
		if h := s.board.Scenes[i].Headline; h != "" {
			return h
		}
	}
	return s.board.Title
}

// shortestChapter is how long scenes run before the next may be a chapter of its own,
// in seconds: what players' own lists ask for.
const shortestChapter = 10

// chapters lists the video's chapters for the container: those that the storyboard
// names, else what scenes are about.
func (s *show) chapters() []encode.Chapter {
	var out []encode.Chapter
	named := slices.ContainsFunc(s.board.Scenes, func(sc scene.Scene) bool { return sc.Chapter != "" })
	for i, sc := range s.board.Scenes {
		at, title := float64(s.talk.cuts[i].First)/float64(s.set.FPS), sc.Chapter
		switch {
		case named && (title == "" || i > 0 && s.board.Scenes[i-1].Chapter == title):
			continue
		case !named:
			title = sc.Headline
			if n := len(out) - 1; title == "" || n >= 0 && (at-out[n].Start < shortestChapter || title == out[n].Title) {
				continue
			}
		}
		if len(out) == 0 {
			at = 0 // a list of chapters covers the video
		}
		if n := len(out); n > 0 {
			out[n-1].End = at
		}
		out = append(out, encode.Chapter{Title: title, Start: at})
	}
	if n := len(out); n > 0 {
		out[n-1].End = s.seconds()
	}
	return out
}

// pages are the caption cues of the whole programme: the scenes' own, in its time.
func (s *show) pages() []caption.Page {
	var out []caption.Page
	for i, c := range s.talk.cuts {
		out = append(out, s.scenePages(i, float64(c.First)/float64(s.set.FPS))...)
	}
	return out
}

// scenePages are scene i's cues, dt seconds after the scene's own time.
func (s *show) scenePages(i int, dt float64) []caption.Page {
	o := captionsOf(s.board, i)
	o.End = s.sceneSeconds(i)
	pages := caption.Pages(s.talk.cuts[i].Lines, o)
	for k := range pages {
		pages[k] = pages[k].Shift(dt)
	}
	return pages
}

func sceneLanguage(b *scene.Storyboard, i int) string {
	if l := b.Scenes[i].Language; l != "" {
		return l
	}
	return b.Language
}
