// Package engine is the embedded maker of videos: a [render.Provider] that runs
// the whole pipeline in this process, offline. It is the only place that knows the
// order of the phases:
//
//	prompt → storyboard → narration → timeline → stages → segments → programme
//
// Each phase is a package under internal/ that shares the data of package scene
// and never another phase. Segments and takes are cached by the hash of what made
// them, so that an edit redraws one scene and respeaks one sentence.
package engine

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"gitops.video/render/render"
	"gitops.video/render/render/engine/internal/cache"
	"gitops.video/render/render/engine/internal/ffmpeg"
	"gitops.video/render/render/engine/internal/llm"
	"gitops.video/render/render/engine/internal/voice"
)

// Version rises whenever the same storyboard would be drawn or spoken differently.
const Version = "14"

// cacheBytes bounds the folder of finished segments.
const cacheBytes = 8 << 30

// Options configure an engine.
type Options struct {
	CacheDir string           // models, takes and finished segments; made when missing
	Workers  int              // segments drawn at once over all videos; 0 = one a core
	Now      func() time.Time // for the cache's bookkeeping only; nil = time.Now
	// Strangers says that jobs are other people's: no voice model that one of them names
	// or brings is run, and no folder of this machine is looked at for one.
	Strangers bool

	VoiceDir    string // folder of the user's Piper voices or of a sherpa-onnx model; "" = none
	SherpaLib   string // libsherpa-onnx-c-api.so, which runs sherpa-onnx models; "" = none
	SpeechURL   string // OpenAI-compatible speech server that narrates instead; "" = none
	SpeechKey   string // its bearer token
	SpeechModel string // its model; "" = tts-1

	WriterURL   string        // OpenAI-compatible endpoint that writes scripts
	WriterKey   string        // its bearer token
	WriterModel string        // "" = scripts are written by rules
	WriterLimit time.Duration // longest wait for an answer of it; 0 = two minutes

	// Fetch reads what a URL that a manifest names shows into w, at most limit bytes, and
	// gives its type; it guards where it goes. nil = URLs are refused.
	Fetch func(ctx context.Context, url string, w io.Writer, limit int64) (string, error)

	StockKey string // of the Pexels API, for stock pictures where a prompt asks for them; "" = only what was fetched before
	StockURL string // "" = https://api.pexels.com

	ClassifierURL string // looks at content where an entry asks for a check; "" = the built-in look
	ClassifierKey string // its bearer token
}

// Engine makes videos. It is safe for concurrent use.
type Engine struct {
	opts    Options
	cache   *cache.Dir
	speaker *voice.Speaker
	writer  *llm.LLM      // nil = scripts are written by rules
	drawing chan struct{} // videos being drawn at once
	seats   chan struct{} // segments being drawn and programmes' sounds being made at once
	workers int           // segments of one video drawn at once
}

var _ render.Provider = (*Engine)(nil)

// New opens the engine's folders. Models are loaded when first needed.
func New(o Options) (*Engine, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	c, err := cache.Open(filepath.Join(o.CacheDir, "segments"), cacheBytes, o.Now)
	if err != nil {
		return nil, fmt.Errorf("engine: %w", err)
	}
	sp, err := voice.Open(voice.Options{CacheDir: filepath.Join(o.CacheDir, "voice"), VoiceDir: o.VoiceDir, SherpaLib: o.SherpaLib,
		SpeechURL: o.SpeechURL, SpeechKey: o.SpeechKey, SpeechModel: o.SpeechModel})
	if err != nil {
		return nil, fmt.Errorf("engine: %w", err)
	}
	// A few workers finish one video soonest; many cores draw several videos.
	videos := max(1, o.Workers/8)
	e := &Engine{opts: o, cache: c, speaker: sp, drawing: make(chan struct{}, videos), seats: make(chan struct{}, o.Workers), workers: max(1, o.Workers/videos)}
	if o.WriterModel != "" {
		e.writer = &llm.LLM{BaseURL: o.WriterURL, Key: o.WriterKey, Model: o.WriterModel, CacheDir: filepath.Join(o.CacheDir, "scripts"), Limit: o.WriterLimit}
	}
	return e, nil
}

// Info implements [render.Provider].
func (e *Engine) Info() render.Info { return render.Info{Name: "local", Engine: Version} }

// Check says before the first job whether the encoder is there.
func (e *Engine) Check(context.Context, []render.Job) error {
	for _, name := range []string{"ffmpeg", "ffprobe"} {
		if _, err := ffmpeg.Path(name); err != nil {
			return err
		}
	}
	return nil
}

// Submit has nothing to hand over: the work is done where it is awaited.
func (e *Engine) Submit(context.Context, render.Job) error { return nil }

// Await makes the job's videos.
func (e *Engine) Await(ctx context.Context, job render.Job, progress render.Progress) (render.Outcome, error) {
	var out render.Outcome
	n := max(1, job.Spec.NumberResults)
	for v := range n {
		part := func(phase string, percent float64) {
			progress(phase, (float64(v)*100+percent)/float64(n))
		}
		res, made, err := e.make(ctx, job, v, nil, part)
		if err != nil {
			return out, err
		}
		out.Results = append(out.Results, res)
		out.ScenesRendered += made.rendered
		out.ScenesReused += made.reused
		out.Note(made.notes...)
	}
	if err := e.cache.Trim(); err != nil {
		return out, err
	}
	return out, nil
}

// Fetch moves a finished file to where apply wants it.
func (e *Engine) Fetch(_ context.Context, _ render.Job, r render.Result, path string, _ render.Progress) error {
	if err := os.Rename(r.Path, path); err != nil {
		return fmt.Errorf("fetch: %w", err)
	}
	return nil
}
