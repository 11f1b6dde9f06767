package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/net/netutil"
	"golang.org/x/sync/errgroup"

	"gitops.video/render/render/engine"
	"gitops.video/render/render/server"
	"gitops.video/render/render/server/dashboard"
	"gitops.video/render/render/server/keys"
	"gitops.video/render/render/server/telemetry"
)

// serveFlags are what a task server needs beside what its workers do.
type serveFlags struct {
	farmFlags
	addr, path, public, keys string
	origins                  []string
	price                    dollars
	logPrompts               bool
}

func newServeCommand(a *app) *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the Runware API on this machine, with a dashboard, and make the videos",
		Long: `Serve the Runware API: point a client at http://localhost:8080/v1, over HTTP or WebSocket,
and the videos are made here. The dashboard is at http://localhost:8080/.

Everything that was accepted is kept in a database and survives any end of the process.
With --database postgres://… and a --bucket that all can reach,  render worker  on other
machines takes part; --workers 0 makes no videos here. Metrics for Prometheus are at
/metrics, for the bearer of an admin's key where there are keys, and at --metrics-addr;
traces go where OTEL_EXPORTER_OTLP_ENDPOINT says, under the UUIDs of their tasks.

Without keys it answers to this machine only. Keys are made by  render serve key NAME
and kept in the file that --keys names, as hashes; RENDER_API_KEYS lists others as they
are. A hangup (kill -HUP) reads the file again. TLS is for a proxy in front; tell its
address with --public-url.

Environment: RENDER_API_KEYS, RENDER_WEBHOOK_SECRET signs webhooks (Standard Webhooks),
RENDER_CACHE_DIR is where models and scenes are kept, RENDER_DATA_DIR stands for --data.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx, hurry, cancel := a.twiceInterruptible(cmd.Context())
			defer cancel()
			idle := cmd.Flags().Changed("workers") && f.slots == 0
			return runServe(ctx, hurry, a, f, idle)
		},
	}
	fs := cmd.Flags()
	fs.SetNormalizeFunc(func(_ *pflag.FlagSet, name string) pflag.NormalizedName {
		if name == "slots" { // the same thing seen from the server
			name = "workers"
		}
		return pflag.NormalizedName(name)
	})
	f.add(fs)
	fs.StringVar(&f.addr, "addr", "127.0.0.1:8080", "`address` to listen on")
	fs.StringVar(&f.path, "path", "/v1", "`path` of the API")
	fs.StringVar(&f.public, "public-url", "", "what links to media begin with, such as https://video.example.com (default the address that a client used)")
	fs.StringVar(&f.keys, "keys", "", "`file` with the hashes of API keys (render serve key NAME)")
	fs.StringArrayVar(&f.origins, "allow-origin", nil, "`host` whose web pages may call, such as app.example.com (repeatable)")
	fs.Var(&f.price, "price-per-second", "`USD` a second of finished video, for cost and dry runs")
	fs.BoolVar(&f.logPrompts, "log-prompts", false, "write prompts to the log")
	cmd.AddCommand(newServeKeyCommand(a))
	return cmd
}

// newServeKeyCommand makes a key: its line goes to the output and the key itself, which is
// shown once, to the error stream.
func newServeKeyCommand(a *app) *cobra.Command {
	var more keys.Key
	cmd := &cobra.Command{
		Use:   "key NAME",
		Short: "Make an API key and the line that lets it in",
		Long: `Make an API key. The line for the file of keys is written to the output, the key itself,
which is shown once, to the error stream:

    render serve key alice >> keys.yaml`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			secret, k, err := keys.New(args[0])
			if err != nil {
				return invalid("%w", err)
			}
			k.Concurrency, k.Daily, k.DailySeconds, k.Admin = more.Concurrency, more.Daily, more.DailySeconds, more.Admin
			if err := a.view.Raw([]byte(k.Line() + "\n")); err != nil {
				return err
			}
			_, err = fmt.Fprintln(a.Stderr, secret)
			return err
		},
	}
	fs := cmd.Flags()
	fs.IntVar(&more.Concurrency, "concurrency", 0, "videos of this key in the making at once (default as many as there are workers)")
	fs.IntVar(&more.Daily, "daily", 0, "tasks a day (default unlimited)")
	fs.Float64Var(&more.DailySeconds, "daily-seconds", 0, "seconds of video a day (default unlimited)")
	fs.BoolVar(&more.Admin, "admin", false, "see the tasks of all keys on the dashboard")
	return cmd
}

// Limits of connections.
const (
	headerTime     = 10 * time.Second // for a request's headers
	keepAlive      = 2 * time.Minute
	maxHeader      = 32 << 10
	maxConnections = 8192
	farewell       = 5 * time.Second // for requests that are being answered
)

func runServe(ctx context.Context, hurry <-chan struct{}, a *app, f serveFlags, idle bool) (err error) {
	if _, _, err := net.SplitHostPort(f.addr); err != nil {
		return &exit{code: exitInvalid, err: fmt.Errorf("--addr %s is no address", f.addr), hint: "an address is a host and a port, as in --addr 127.0.0.1:8080"}
	}
	ring, err := a.env.keyRing(f.keys)
	if err != nil {
		return err
	}
	if ring.Open() && !loopback(f.addr) {
		return &exit{code: exitInvalid, err: fmt.Errorf("%s can be reached from other machines, and there are no keys", f.addr),
			hint: "make one with  render serve key NAME >> keys.yaml  and start with  --keys keys.yaml,  or listen on 127.0.0.1"}
	}
	m, err := a.openFarm(ctx, f.farmFlags)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, m.close()) }()
	if idle {
		m.flags.slots = 0
	}
	s, err := server.New(ctx, server.Options{Queue: m.queue, Store: m.store, Keys: ring, Outbound: m.outbound, Path: f.path, PublicURL: f.public,
		Origins: f.origins, Price: f.price.usd, Scratch: m.scratch, Avatars: avatars(), HasAvatar: engine.HasAvatar, Logger: m.log, LogPrompts: f.logPrompts, Now: a.Clock.Now})
	if err != nil {
		return invalid("%w", err)
	}
	if err := s.ShowDashboard(ctx, dashboard.Config{Version: version().Version, Avatars: choices(engine.Avatars()), Voices: choices(engine.Voices()), Styles: choices(engine.Styles())}); err != nil {
		return errors.Join(err, s.Close())
	}
	s.Handle("GET /metrics", forAdmins(ring, m.metrics.Handler()))
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", f.addr)
	if err != nil {
		err = errors.Join(err, s.Close())
		return &exit{code: exitInvalid, err: fmt.Errorf("--addr: %w", err), hint: "end what listens there, or name another port: --addr 127.0.0.1:0 takes a free one"}
	}
	at := url.URL{Scheme: "http", Host: l.Addr().String()}
	if f.logFormat == "text" {
		a.view.Say("The API is at %s%s, the dashboard at %s/", at.String(), f.path, at.String())
	}
	m.log.Info("serving", "api", at.String()+f.path, "dashboard", at.String()+"/", "slots", m.flags.slots, "farm", m.queue.Farm())
	m.announceEnd(ctx)
	if f.keys != "" {
		defer m.rereadKeys(a, ring, f.keys)()
	}
	g, gctx := errgroup.WithContext(ctx)
	g.Go(func() error { return m.work(gctx, hurry) })
	g.Go(func() error { return listen(gctx, m.log, l, s, telemetry.Traced(m.metrics.Wrap(s))) })
	err = g.Wait()
	m.log.Info("stopped")
	return err
}

// listen answers on l, by s in the given wrapping, until ctx ends; then it lets go of l, ends what it is at and says
// goodbye to sockets.
func listen(ctx context.Context, log *slog.Logger, l net.Listener, s *server.Server, handler http.Handler) error {
	h := &http.Server{Handler: handler, ReadHeaderTimeout: headerTime, IdleTimeout: keepAlive, MaxHeaderBytes: maxHeader,
		ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelDebug)}
	done := make(chan error, 1)
	go func() { done <- h.Serve(netutil.LimitListener(l, maxConnections)) }()
	select {
	case err := <-done:
		return errors.Join(err, s.Close())
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), farewell)
	defer cancel()
	err := s.Close()
	if h.Shutdown(last) != nil { // somebody takes longer
		err = errors.Join(err, h.Close())
	}
	if e := <-done; !errors.Is(e, http.ErrServerClosed) {
		err = errors.Join(err, e)
	}
	return err
}

// keyRing reads the keys of the file and of the environment.
func (e *environment) keyRing(path string) (*keys.Ring, error) {
	ring := &keys.Ring{}
	if path != "" {
		f, err := os.Open(path)
		if err != nil {
			return nil, invalid("--keys: %w", err)
		}
		defer f.Close()
		if err := ring.Read(f); err != nil {
			return nil, invalid("--keys %s: %w", path, err)
		}
		if ring.Open() {
			return nil, invalid("--keys %s holds no key; `render serve key NAME` makes one", path)
		}
	}
	if err := ring.Accept(e.get("RENDER_API_KEYS")); err != nil {
		return nil, invalid("RENDER_API_KEYS: %w", err)
	}
	return ring, nil
}

// rereadKeys reads the file of keys again whenever the process gets a hangup. Keys that
// cannot be read leave the old ones in force.
func (m *farm) rereadKeys(a *app, ring *keys.Ring, path string) (stop func()) {
	hangups := make(chan os.Signal, 1)
	signal.Notify(hangups, syscall.SIGHUP)
	done := make(chan struct{})
	go func() {
		for {
			select {
			case <-hangups:
			case <-done:
				return
			}
			fresh, err := a.env.keyRing(path)
			if err != nil {
				m.log.Error("the keys stay as they were", "error", err)
				continue
			}
			ring.Become(fresh)
			m.log.Info("the keys have been read again", "file", path)
		}
	}()
	return func() { signal.Stop(hangups); close(done) }
}

// loopback says whether only this machine can reach an address.
func loopback(addr string) bool {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return false
	}
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.Unmap().IsLoopback()
}

func avatars() []server.Avatar {
	var out []server.Avatar
	for _, e := range engine.Avatars() {
		out = append(out, server.Avatar(e))
	}
	return out
}

func choices(list []engine.Entry) []dashboard.Choice {
	var out []dashboard.Choice
	for _, e := range list {
		label := e.Name
		if label == "" {
			label = e.ID
		}
		out = append(out, dashboard.Choice{Value: e.ID, Label: label})
	}
	return out
}
