package cli

import (
	"cmp"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/spf13/pflag"

	"gitops.video/render/render/engine"
	"gitops.video/render/render/server/answer"
	"gitops.video/render/render/server/outbound"
	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/server/telemetry"
	"gitops.video/render/render/server/worker"
)

// farmFlags are what a task server and its workers agree on.
type farmFlags struct {
	data, database, bucket string
	slots, deliveries      int
	name                   string
	grace                  time.Duration
	private                bool
	logFormat, secret      string
	metrics                string
}

func (f *farmFlags) add(fs *pflag.FlagSet) {
	fs.StringVar(&f.data, "data", "", "`folder` for the database and the media where nothing else is named (default ~/.local/share/render)")
	fs.StringVar(&f.database, "database", "", "postgres://… for a farm of many machines, or a SQLite `FILE` (default tasks.db in --data)")
	fs.StringVar(&f.bucket, "bucket", "", "where media are kept: file://DIR, or s3://, gs://, azblob:// in builds with the tag cloud (default media in --data)")
	fs.IntVar(&f.slots, "slots", 0, "videos made at once here (default one for every eight cores)")
	fs.IntVar(&f.deliveries, "deliveries", 8, "webhooks and uploads at once")
	fs.StringVar(&f.name, "name", "", "the worker's `name`, unique in the farm (default made of the host's name)")
	waitVar(fs, &f.grace, "grace", 20*time.Second, "how long running work may go on after an interrupt; then others take it over")
	fs.BoolVar(&f.private, "allow-private-urls", false, "let tasks name addresses on this machine and in private networks")
	fs.StringVar(&f.metrics, "metrics-addr", "", "serve /metrics and /healthz at this `address`, too, such as :9090")
	fs.StringVar(&f.secret, "webhook-secret", "", "`secret` that signs webhooks, whsec_… as in Standard Webhooks; RENDER_WEBHOOK_SECRET keeps it out of the list of processes")
	fs.StringVar(&f.logFormat, "log-format", "text", "text or json")
}

// farm is one member of a farm, or all of it: the queue, the bucket, and what a worker
// works with.
type farm struct {
	flags    farmFlags
	queue    *queue.Queue
	store    worker.Store
	engine   *engine.Engine
	outbound *outbound.Client
	worker   *worker.Worker
	metrics  *telemetry.Metrics
	untrace  func(context.Context) error
	scratch  string // of this process alone
	sweep    func() error
	log      *slog.Logger
}

// openFarm opens what the flags name. The folder's parts have the modes of secrets.
func (a *app) openFarm(ctx context.Context, f farmFlags) (_ *farm, err error) {
	log, err := a.logger(f.logFormat)
	if err != nil {
		return nil, err
	}
	if f.data == "" {
		if f.data, err = a.env.dataDir(); err != nil {
			return nil, err
		}
	}
	if f.data, err = filepath.Abs(f.data); err != nil {
		return nil, err
	}
	if f.slots < 0 || f.deliveries < 0 {
		return nil, invalid("a number of workers or deliveries is negative")
	}
	m := &farm{flags: f, log: log}
	if m.scratch, m.sweep, err = openScratch(filepath.Join(f.data, "scratch"), log); err != nil {
		return nil, &exit{code: exitInvalid, err: fmt.Errorf("the data folder: %w", err), hint: "name one that this user may write to with --data, or make room there"}
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, m.sweep())
		}
	}()
	many := strings.HasPrefix(f.database, "postgres")
	if f.database == "" {
		m.flags.database = filepath.Join(f.data, "tasks.db")
	}
	if f.bucket == "" {
		if many {
			return nil, &exit{code: exitInvalid, err: errors.New("a farm needs a bucket that all its machines reach"),
				hint: "name it with --bucket: a shared folder (file:///mnt/media), or s3://BUCKET in a build with the tag cloud"}
		}
		m.flags.bucket = "file://" + filepath.ToSlash(filepath.Join(f.data, "media"))
	}
	if f.slots <= 0 {
		m.flags.slots = max(1, runtime.NumCPU()/8)
	}
	store, err := a.env.store(ctx, m.flags.bucket, f.data)
	if err != nil {
		return nil, &exit{code: exitInvalid, err: fmt.Errorf("--bucket: %w", err), hint: bucketHint(f.bucket)}
	}
	var ok bool
	if m.store, ok = store.(worker.Store); !ok {
		return nil, invalid("--bucket: %s keeps everything for ever", m.flags.bucket)
	}
	if m.engine, err = a.env.engine(true); err != nil {
		return nil, err
	}
	if err := m.engine.Check(ctx, nil); err != nil {
		return nil, err
	}
	if m.queue, err = queue.Open(ctx, m.flags.database, queue.Options{Logger: log}); err != nil {
		return nil, invalid("--database: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, m.queue.Close())
		}
	}()
	if err := m.tryBucket(ctx); err != nil {
		return nil, err
	}
	m.metrics = telemetry.New(m.queue, version().Version, a.Clock.Now)
	if m.untrace, err = telemetry.StartTraces(ctx, a.env.get, "render", version().Version); err != nil {
		return nil, err
	}
	m.outbound = outbound.New(outbound.Options{AllowPrivate: f.private})
	links, err := m.queue.Secret(ctx, "media links")
	if err != nil {
		return nil, err
	}
	secret, err := webhookSecret(cmp.Or(f.secret, a.env.get("RENDER_WEBHOOK_SECRET")))
	if err != nil {
		return nil, err
	}
	m.worker, err = worker.New(worker.Options{Queue: m.queue, Store: m.store, Engine: m.engine, Outbound: m.outbound,
		Teller: answer.Teller{Links: answer.Links{Key: links}, Now: a.Clock.Now}, WebhookSecret: secret, Scratch: m.scratch, Logger: log})
	return m, err
}

// work works until ctx ends and the grace is over, or hurry says that it is.
func (m *farm) work(ctx context.Context, hurry <-chan struct{}) error {
	stop, err := m.serveMetrics(ctx)
	if err != nil {
		return err
	}
	defer stop()
	var sweep sync.WaitGroup
	sweep.Go(func() { m.worker.Sweep(ctx) })
	defer sweep.Wait()
	return m.queue.Work(ctx, newThrifty(telemetry.Runner(m.worker, m.metrics)), queue.WorkOptions{ID: m.flags.name, Version: engine.Version, Slots: m.flags.slots,
		Deliveries: m.flags.deliveries, Grace: m.flags.grace, Hurry: hurry})
}

// announceEnd tells, when ctx ends, how long the end may take.
func (m *farm) announceEnd(ctx context.Context) {
	context.AfterFunc(ctx, func() {
		m.log.Info("ending: what is being made may go on for a while; a second interrupt gives it back at once", "grace", m.flags.grace.String())
	})
}

func (m *farm) close() error {
	return errors.Join(m.untrace(context.Background()), m.queue.Close(), m.sweep())
}

// logger writes to the error stream.
func (a *app) logger(format string) (*slog.Logger, error) {
	o := &slog.HandlerOptions{Level: slog.LevelInfo}
	switch {
	case a.flags.quiet:
		o.Level = slog.LevelWarn
	case a.flags.verbose:
		o.Level = slog.LevelDebug
	}
	switch format {
	case "text":
		if is, _, _ := terminal(a.Stderr); is {
			o.ReplaceAttr = forEyes
		}
		return slog.New(slog.NewTextHandler(a.Stderr, o)), nil
	case "json":
		return slog.New(slog.NewJSONHandler(a.Stderr, o)), nil
	}
	return nil, invalid("--log-format %q is neither text nor json", format)
}

// forEyes leaves out of a line in a terminal what somebody who watches knows.
func forEyes(groups []string, a slog.Attr) slog.Attr {
	switch {
	case len(groups) > 0:
	case a.Key == slog.TimeKey:
		return slog.String(a.Key, a.Value.Time().Local().Format(time.TimeOnly))
	case a.Key == slog.LevelKey && a.Value.Any() == slog.LevelInfo:
		return slog.Attr{}
	}
	return a
}

// webhookSecret reads a secret as Standard Webhooks writes it, whsec_ and base64, or any
// other text as it is.
func webhookSecret(s string) ([]byte, error) {
	if rest, ok := strings.CutPrefix(s, "whsec_"); ok {
		b, err := base64.StdEncoding.DecodeString(rest)
		if err != nil || len(b) < 16 {
			return nil, invalid("the webhook secret begins with whsec_, but what follows is no base64 of 16 bytes or more")
		}
		return b, nil
	}
	return []byte(s), nil
}

// dataDir is where a server keeps what must not be lost.
func (e *environment) dataDir() (string, error) {
	if dir := e.get("RENDER_DATA_DIR"); dir != "" {
		return dir, nil
	}
	if dir := e.get("XDG_DATA_HOME"); dir != "" {
		return filepath.Join(dir, "render"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("there is no home folder: %w; name a folder with --data", err)
	}
	return filepath.Join(home, ".local", "share", "render"), nil
}
