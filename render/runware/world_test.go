package runware_test

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/runware"
	"gitops.video/render/render/runware/runwaretest"
	"gitops.video/render/render/wire"
)

// world is a provider and a server that talk through memory, inside a synctest
// bubble: waiting costs nothing and every interleaving of timers is the same again.
type world struct {
	t      *testing.T
	server *runwaretest.Server
	cfg    runware.Config
	dir    string
	wire   *pipes
}

// inWorld runs f in a bubble of its own.
func inWorld(t *testing.T, opt runwaretest.Options, f func(t *testing.T, w *world)) {
	t.Helper()
	t.Parallel()
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		l := &pipes{conns: make(chan net.Conn), closed: make(chan struct{})}
		s := runwaretest.New(opt)
		h := &http.Server{Handler: s, ReadHeaderTimeout: time.Hour}
		go func() { _ = h.Serve(l) }()
		transport := &http.Transport{DialContext: l.dial, MaxIdleConnsPerHost: 64, DisableCompression: true}
		w := &world{t: t, server: s, dir: dir, wire: l, cfg: runware.Config{
			APIKey: runwaretest.Key, BaseURL: "http://api.test/v1/", Transport: transport,
		}}
		defer func() {
			transport.CloseIdleConnections()
			_ = h.Close()
			_ = l.Close()
			synctest.Wait()
		}()
		f(t, w)
	})
}

func (w *world) provider() *runware.Provider {
	w.t.Helper()
	p, err := runware.New(w.cfg)
	if err != nil {
		w.t.Fatal(err)
	}
	return p
}

func (w *world) inject(name string, n int) {
	w.t.Helper()
	if err := w.server.Inject(name, n); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) job(key string) render.Job { return jobOf(w.dir, key, 1) }

func jobOf(dir, key string, attempt int) render.Job {
	return render.Job{
		Key: key, Attempt: attempt, Dir: dir, WorkDir: dir,
		TaskUUID: render.TaskUUID("project", key, "sha256:"+key, attempt),
		Spec:     manifest.Spec{Model: "heygen:video-agent@0", PositivePrompt: "Explain " + key + ".", Width: 1280, Height: 720, Duration: 30},
	}
}

// fetchAll brings a job's results to disk and compares them with what the server made.
func fetchAll(ctx context.Context, p *runware.Provider, job render.Job, out render.Outcome) error {
	if want := max(job.Spec.NumberResults, 1); len(out.Results) != want {
		return fmt.Errorf("%d results, want %d", len(out.Results), want)
	}
	task := wire.Task{TaskUUID: job.TaskUUID, Duration: job.Spec.Duration, Width: job.Spec.Width, Height: job.Spec.Height, OutputFormat: job.Spec.OutputFormat}
	good := map[[32]byte]bool{}
	for n := range len(out.Results) {
		good[sha256.Sum256(runwaretest.Video(task, n, 4096))] = true
	}
	for n, r := range out.Results {
		path := filepath.Join(job.WorkDir, fmt.Sprintf("%s-%d.tmp", job.Key, n))
		if err := p.Fetch(ctx, job, r, path, nil); err != nil {
			return fmt.Errorf("fetch: %w", err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(data)
		if !good[sum] {
			return fmt.Errorf("result %d has other bytes than the server made", n)
		}
		delete(good, sum)
	}
	return nil
}

// whole takes one job from submit to its files.
func whole(ctx context.Context, p *runware.Provider, job render.Job) error {
	if err := p.Submit(ctx, job); err != nil {
		return fmt.Errorf("submit: %w", err)
	}
	out, err := p.Await(ctx, job, nil)
	if err != nil {
		return fmt.Errorf("await: %w", err)
	}
	return fetchAll(ctx, p, job, out)
}

func (w *world) whole(job render.Job) {
	w.t.Helper()
	if err := whole(w.t.Context(), w.provider(), job); err != nil {
		w.t.Fatal(err)
	}
}

// clean fails the test where the books show a task accepted twice.
func (w *world) clean() runwaretest.Books {
	w.t.Helper()
	b := w.server.Books()
	for _, p := range b.Problems() {
		w.t.Error(p)
	}
	return b
}

// pipes is a listener in memory.
type pipes struct {
	conns  chan net.Conn
	closed chan struct{}
	once   sync.Once

	mu     sync.Mutex
	refuse error
	open   []net.Conn
	dials  int
}

func (l *pipes) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	l.mu.Lock()
	l.dials++
	refuse := l.refuse
	l.mu.Unlock()
	if refuse != nil {
		return nil, &net.OpError{Op: "dial", Net: "tcp", Err: refuse}
	}
	client, server := net.Pipe()
	select {
	case l.conns <- server:
		l.mu.Lock()
		l.open = append(l.open, client)
		l.mu.Unlock()
		return client, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-l.closed:
		return nil, errors.New("closed")
	}
}

func (l *pipes) Accept() (net.Conn, error) {
	select {
	case c := <-l.conns:
		return c, nil
	case <-l.closed:
		return nil, net.ErrClosed
	}
}

func (l *pipes) Close() error {
	l.once.Do(func() { close(l.closed) })
	return nil
}

func (l *pipes) Addr() net.Addr { return pipeAddr{} }

type pipeAddr struct{}

func (pipeAddr) Network() string { return "pipe" }
func (pipeAddr) String() string  { return "pipe" }
