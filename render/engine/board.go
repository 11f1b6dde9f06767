package engine

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"io/fs"
	"slices"

	"gitops.video/render/manifest/diag"
	"gitops.video/render/render"
	"gitops.video/render/render/engine/internal/avatar"
	"gitops.video/render/render/engine/internal/board"
	"gitops.video/render/render/engine/internal/casting"
	"gitops.video/render/render/engine/internal/composite"
	"gitops.video/render/render/engine/internal/lint"
	"gitops.video/render/render/engine/internal/motion"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/script"
	"gitops.video/render/render/engine/internal/voice"
)

// board writes the storyboard of one result of a job. Where the entry names no size
// or length the prompt decides, and else it is 1920×1080 at 30 fps for 30 s.
func (e *Engine) board(ctx context.Context, job render.Job, variant int) (*scene.Storyboard, error) {
	r := script.Request{
		Spec: job.Spec, Dir: job.Dir, Width: job.Spec.Width, Height: job.Spec.Height, Seconds: float64(job.Spec.Duration),
		Seed: seed(job, variant), Variant: variant, Family: seed(job, 0), Estimate: e.speaker.Estimate, Least: least,
		VoiceGender: voice.GenderOf,
	}
	r.Faces = func() []casting.Face {
		var out []casting.Face
		for _, a := range avatar.List() {
			out = append(out, casting.Face{ID: a.ID, Gender: a.Gender, Looks: a.Looks})
		}
		return out
	}
	r.Measure = func(ctx context.Context, b *scene.Storyboard, text, lang string) (float64, error) {
		if e.opts.Strangers {
			if err := namedVoices(b); err != nil {
				return 0, err
			}
		}
		return e.quickest(ctx, job.Dir, b, text, lang)
	}
	r.LLM = e.writer
	if e.opts.StockKey != "" {
		r.Stock = e.stock()
	}
	b, err := guarded(func() (*scene.Storyboard, error) { return script.Write(ctx, r) })
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if f, ours := errors.AsType[*render.Failure](err); ours {
			return nil, f
		}
		return nil, &render.Failure{Class: render.ClassValidation, Code: "invalidPrompt", Message: err.Error(), Terminal: true}
	}
	if e.opts.Strangers {
		return b, namedVoices(b)
	}
	return b, nil
}

// namedVoices refuses a storyboard that has a voice in a file, wherever the name came
// from: the entry, a pinned storyboard, an edit or a language model. A model is a program,
// and its folder may be any on this machine.
func namedVoices(b *scene.Storyboard) error {
	voices := []scene.Voice{b.Voice}
	for _, s := range b.Speakers {
		voices = append(voices, s.Voice)
	}
	for _, v := range voices {
		if voice.NamesFile(v.Name) {
			return &render.Failure{Class: render.ClassValidation, Code: "invalidVoice", Message: "voice.name names a file; voices are known by name only here", Terminal: true}
		}
	}
	return nil
}

// PromptFinding is one known anti-pattern in a prompt, with what to write instead.
type PromptFinding struct {
	Line, Col  int // of the prompt, from 1
	Rule       string
	Text, Help string
}

// LintPrompt reports what makes worse videos in a prompt.
func LintPrompt(prompt string) []PromptFinding {
	var out []PromptFinding
	for _, f := range lint.Lint(prompt) {
		out = append(out, PromptFinding(f))
	}
	return out
}

// CheckStoryboard reports everything that is wrong in a storyboard file; file is its
// name in the messages, tree the manifest's folder, in which the files that it names
// must be. With voices of one's own, from a server or a folder, their names and languages
// are not known here.
func CheckStoryboard(file string, data []byte, tree fs.FS, ownVoices bool) diag.List {
	b, err := board.DecodeCast(file, data, tree, CheckAvatar)
	var m board.Mistakes
	if errors.As(err, &m) {
		return diag.List(m)
	}
	if err != nil {
		return diag.List{{Code: "storyboard", Summary: err.Error(), Range: diag.Range{File: file}}}
	}
	names := board.Names{Mood: CheckMood, Font: CheckFont}
	if !ownVoices {
		names.Voice, names.Language = CheckVoice, CheckLanguage
	}
	return slices.Concat(board.Unheard(file, data), board.Unknown(file, data, names), board.Idle(file, data), board.Unseen(file, data, func(i int) string {
		return unseen(b, i, image.Pt(b.Width, b.Height))
	}))
}

// unseen says what scene i of a board holds and does not show in frames of a size; "" is
// nothing.
func unseen(b *scene.Storyboard, i int, size image.Point) string {
	s := &b.Scenes[i]
	if _, why := motion.Beside(b, i, size); why != "" {
		return fmt.Sprintf("presenter %s is not shown: %s", s.Presenter, why)
	}
	return motion.LeftOut(s, size)
}

// seed depends on who is talking to whom, and on the number of the result: not on
// key, place or time, and not on the words, so that an edit changes what it says
// and nothing else, and all videos of a brand are of one family.
func seed(job render.Job, variant int) uint64 {
	s := job.Spec
	who := s.Voice
	if who != nil { // whether somebody agreed changes nothing that is seen or heard
		v := *who
		v.Consent = ""
		who = &v
	}
	body, err := json.Marshal([]any{s.Model, s.Brand, s.Inputs, s.Style, s.Language, who, variant})
	if err != nil {
		panic(fmt.Sprintf("spec: %v", err)) // a Spec holds nothing that JSON refuses
	}
	h := sha256.Sum256(body)
	return binary.BigEndian.Uint64(h[:8])
}

// Storyboard writes the job's storyboard as YAML, before a frame is drawn.
func (e *Engine) Storyboard(ctx context.Context, job render.Job, w io.Writer) error {
	b, err := e.board(ctx, job, 0)
	if err != nil {
		return err
	}
	out, err := board.Encode(b)
	if err != nil {
		return fmt.Errorf("storyboard: %w", err)
	}
	_, err = w.Write(out)
	return err
}

// Frame draws the one frame that is seen at the given second and writes it as PNG.
// Only the scene around it is laid out; nothing is encoded.
func (e *Engine) Frame(ctx context.Context, job render.Job, at float64, w io.Writer) error {
	b, err := e.board(ctx, job, 0)
	if err != nil {
		return err
	}
	set, err := settings(job, b)
	if err != nil {
		return err
	}
	t, err := e.narrate(ctx, job.Dir, b, func(float64) {})
	if err != nil {
		return asFailure(err)
	}
	s, err := e.layout(ctx, job, b, t, set)
	if err != nil {
		return err
	}
	img, err := s.frame(ctx, int(at*float64(s.set.FPS)))
	if err != nil {
		return err
	}
	// Dithered gradients hardly compress, and trying hard takes longer than all else.
	fast := png.Encoder{CompressionLevel: png.BestSpeed}
	return fast.Encode(w, img)
}

// frame draws frame n of the programme.
func (s *show) frame(ctx context.Context, n int) (*image.RGBA, error) {
	d := newDesk(ctx, s, newWorkshop(1), false)
	defer d.close()
	for i, c := range s.talk.cuts {
		k := n - c.First
		if k < 0 || k >= c.Count {
			continue
		}
		in, err := d.stage(i)
		if err != nil {
			return nil, err
		}
		if k >= s.junctionFrames(i) {
			img := in.RGBA(k)
			return img, d.err()
		}
		out, err := d.stage(i - 1)
		if err != nil {
			return nil, err
		}
		joint := make([]uint8, composite.FrameBytes(s.set.Size))
		d.junction(out, in, i, joint)(k)
		return reduced(joint, s.set.Size, 1), d.err()
	}
	return nil, fmt.Errorf("there is no frame at %.2f s: the video lasts %.2f s", float64(n)/float64(s.set.FPS), s.seconds())
}
