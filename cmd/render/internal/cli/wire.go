package cli

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/blob"
	"gitops.video/render/render/container"
	"gitops.video/render/render/deliver"
	"gitops.video/render/render/disk"
	"gitops.video/render/render/engine"
	"gitops.video/render/render/runware"
	"gitops.video/render/render/server/outbound"
)

// environment builds what a run reaches out with. Nothing is opened before it is
// needed: a plan that has nothing to do must not pay for an engine.
type environment struct {
	app     *app
	mu      sync.Mutex
	opened  map[string]render.Provider
	folders map[string]*disk.Dir
}

func newEnvironment(a *app) *environment {
	return &environment{app: a, opened: map[string]render.Provider{}, folders: map[string]*disk.Dir{}}
}

func (e *environment) get(name string) string {
	v, _ := e.app.LookupEnv(name)
	return v
}

// cacheDir is where models, scenes and uploads are kept between runs.
func (e *environment) cacheDir() (string, error) {
	if dir := e.get("RENDER_CACHE_DIR"); dir != "" {
		return dir, nil
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("there is no cache folder: %w; set RENDER_CACHE_DIR", err)
	}
	return filepath.Join(dir, "render"), nil
}

// provider opens the provider that a manifest names.
func (e *environment) provider(cfg manifest.ProviderConfig, f *manifest.File) (render.Provider, error) {
	name := cfg.Name
	if name == "" {
		name = "local"
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	id := fmt.Sprintf("%s %+v", name, cfg)
	if name == "local" {
		id = name // one engine and one voice in memory, whatever else its manifests say
	}
	if p := e.opened[id]; p != nil {
		return p, nil
	}
	p, err := e.make(name, cfg, f)
	if err == nil {
		e.opened[id] = p
	}
	return p, err
}

func (e *environment) make(name string, cfg manifest.ProviderConfig, f *manifest.File) (render.Provider, error) {
	if open := e.app.Providers[name]; open != nil {
		return open(cfg, f)
	}
	switch name {
	case "local":
		return e.local()
	case "runware":
		return e.runware(cfg)
	}
	names := []string{"local", "runware"}
	for other := range e.app.Providers {
		names = append(names, other)
	}
	slices.Sort(names)
	return nil, fmt.Errorf("there is no provider %q; there are %s", name, strings.Join(slices.Compact(names), " and "))
}

// engineVersion is the version of what a provider draws with, "" when it has none or there
// is no such provider.
func (e *environment) engineVersion(name string) string {
	p, err := e.provider(manifest.ProviderConfig{Name: name}, nil)
	if err != nil {
		return ""
	}
	return p.Info().Engine
}

func (e *environment) runware(cfg manifest.ProviderConfig) (render.Provider, error) {
	key := cfg.APIKey
	if key == "" {
		key = e.get("RUNWARE_API_KEY")
	}
	key, err := manifest.ResolveEnv(key, e.app.LookupEnv)
	if err != nil {
		return nil, fmt.Errorf("provider.apiKey: %w", err)
	}
	base := cfg.BaseURL
	if base == "" {
		base = e.get("RUNWARE_BASE_URL")
	}
	cache, err := e.cacheDir()
	if err != nil {
		return nil, err
	}
	return runware.New(runware.Config{APIKey: key, BaseURL: base, Files: e.files, Concurrency: cfg.Concurrency, Rate: cfg.Rate, PollFirst: cfg.PollFirst,
		PollMax: cfg.PollMax, PricePerSecond: cfg.PricePerSecond, CacheDir: filepath.Join(cache, "runware"), Env: e.app.LookupEnv, Now: e.app.Clock.Now})
}

// files answers for the files in a manifest's folder.
func (e *environment) files(dir string) (render.Files, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if d := e.folders[dir]; d != nil {
		return d.Files(), nil
	}
	d, err := disk.Open(dir, "", disk.OpenHashes(dir, e.app.Clock.Now))
	if err != nil {
		return nil, err
	}
	e.folders[dir] = d
	return d.Files(), nil
}

// store opens a manifest's artifact store.
func (e *environment) store(ctx context.Context, url, dir string) (render.Store, error) {
	return blob.Open(ctx, url, dir)
}

func (e *environment) deliverer() render.Deliverer { return deliver.New(e.app.LookupEnv) }

// prober tells a whole video from a cut one by its container.
type prober struct{}

func (prober) Probe(_ context.Context, path string) (render.Media, error) {
	f, err := os.Open(path)
	if err != nil {
		return render.Media{}, err
	}
	defer f.Close()
	stat, err := f.Stat()
	if err != nil {
		return render.Media{}, err
	}
	info, err := container.Probe(f, stat.Size())
	return render.Media{Seconds: info.Seconds, Width: info.Width, Height: info.Height}, err
}

// lazy is a provider that says who it is at once and is opened when there is work.
type lazy struct {
	info render.Info
	open func() (render.Provider, error)
	once sync.Once
	real render.Provider
	err  error
}

var _ render.Provider = (*lazy)(nil)

func (l *lazy) get() (render.Provider, error) {
	l.once.Do(func() { l.real, l.err = l.open() })
	return l.real, l.err
}

func (l *lazy) Info() render.Info { return l.info }

func (l *lazy) Check(ctx context.Context, jobs []render.Job) error {
	p, err := l.get()
	if err != nil {
		return err
	}
	return p.Check(ctx, jobs)
}

func (l *lazy) Submit(ctx context.Context, job render.Job) error {
	p, err := l.get()
	if err != nil {
		return err
	}
	return p.Submit(ctx, job)
}

func (l *lazy) Await(ctx context.Context, job render.Job, progress render.Progress) (render.Outcome, error) {
	p, err := l.get()
	if err != nil {
		return render.Outcome{}, err
	}
	return p.Await(ctx, job, progress)
}

func (l *lazy) Fetch(ctx context.Context, job render.Job, r render.Result, path string, progress render.Progress) error {
	p, err := l.get()
	if err != nil {
		return err
	}
	return p.Fetch(ctx, job, r, path, progress)
}

// voice readies the local engine's voices, for doctor.
func (e *environment) voice(ctx context.Context, _ bool) (string, error) {
	cache, err := e.cacheDir()
	if err != nil {
		return "", err
	}
	return engine.ReadyVoice(ctx, cache)
}

// local is the engine in this process. It is opened when there is something to draw.
func (e *environment) local() (render.Provider, error) {
	return &lazy{info: render.Info{Name: "local", Engine: engine.Version}, open: func() (render.Provider, error) {
		return e.engine(false)
	}}, nil
}

// engine opens the engine; strangers says that its jobs come from clients of a server.
func (e *environment) engine(strangers bool) (*engine.Engine, error) {
	cache, err := e.cacheDir()
	if err != nil {
		return nil, err
	}
	limit := time.Duration(0)
	if s := e.get("RENDER_LLM_TIMEOUT"); s != "" {
		if limit, err = time.ParseDuration(s); err != nil || limit <= 0 {
			return nil, fmt.Errorf("RENDER_LLM_TIMEOUT is %q: write how long a language model may take, as in 90s or 5m", s)
		}
	}
	debug.SetGCPercent(gcDrawing)
	// Manifests of a pull request are somebody else's: their URLs reach the open internet only.
	fetch := outbound.New(outbound.Options{}).Fetch
	return engine.New(engine.Options{CacheDir: cache, Strangers: strangers, Fetch: fetch, Now: e.app.Clock.Now, VoiceDir: cmp.Or(e.get("RENDER_VOICE_DIR"), e.get("RENDER_PIPER_DIR")), SherpaLib: e.get("RENDER_SHERPA_LIB"),
		SpeechURL: e.get("RENDER_SPEECH_URL"), SpeechKey: e.get("RENDER_SPEECH_KEY"), SpeechModel: e.get("RENDER_SPEECH_MODEL"),
		WriterURL: e.get("OPENAI_BASE_URL"), WriterKey: e.get("OPENAI_API_KEY"), WriterModel: e.get("RENDER_LLM_MODEL"), WriterLimit: limit,
		StockKey: e.get("PEXELS_API_KEY"), StockURL: e.get("PEXELS_BASE_URL"),
		ClassifierURL: e.get("RENDER_CLASSIFIER_URL"), ClassifierKey: e.get("RENDER_CLASSIFIER_KEY")})
}
