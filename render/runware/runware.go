// Package runware is the provider that makes videos through the Runware API, or
// through any server that speaks its task protocol.
//
// # Paid once
//
// A task is sent under a UUID that follows from what it asks for, so every retry,
// every later run and every other machine sends the same one. The rules, in the
// order in which they matter:
//
//   - An answer "conflictTaskUUID" to a submit means: accepted, by this request or
//     an earlier one.
//   - Where a submit may have arrived and its answer is lost, the provider is asked
//     about the UUID before it is sent again, and its archive where polls know
//     nothing of it. [Provider.Check] asks about all of them at once, so a run on a
//     fresh machine finds what an earlier one sent.
//   - An empty poll means pending. A poll that fails says nothing about the task.
//   - Only the provider's word that this generation failed ends an attempt.
//   - A wait that ends is [render.ErrPending], never a failure.
//
// # Manners
//
// One loop polls for all tasks, several in a request. Submits share one rate, one
// back-off and one limit of tasks in flight; a 429 or 503 slows all of them down,
// for as long as Retry-After says.
//
// # Whole entries
//
// The API has no fields for brand, voice, files or storyboard, so [Provider.Compose]
// writes them behind the prompt. A server of this program takes them as they are and
// says so (see the package wire): then entries are left alone, their files travel by
// hash, and what comes back is what the local engine would have made.
package runware

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/time/rate"

	"gitops.video/render/render"
)

// DefaultBaseURL is where the API is served.
const DefaultBaseURL = "https://api.runware.ai/v1"

// Config says how to reach the provider and how patiently. A zero field takes the
// default named beside it.
type Config struct {
	APIKey  string // RUNWARE_API_KEY; never printed
	BaseURL string // DefaultBaseURL

	Concurrency    int           // tasks in flight at the provider; 0 = as many as are submitted
	Rate           float64       // submits a second; 0 = unlimited
	PollFirst      time.Duration // wait before the first poll of a task; 10 s
	PollMax        time.Duration // longest wait between two polls of a task; 60 s
	Timeout        time.Duration // how long Await waits; 90 min
	CallTimeout    time.Duration // one API call, answer included; 60 s
	StallTimeout   time.Duration // a download without a new byte; 30 s
	PricePerSecond float64       // USD per second of video; 0 = ask the provider

	CacheDir    string // folder where ids of uploaded images are kept between runs; "" = nowhere
	InlineLimit int    // images up to this many bytes travel inside the task; 64 KiB, negative = none

	// Files answers for the files in a manifest's folder, for servers that take whole
	// entries: see the package wire. Without it, entries are composed for every server.
	Files func(dir string) (render.Files, error)

	Env       func(name string) (string, bool) // for ${env:NAME} and SSL_CERT_FILE; nothing is set without it
	Transport http.RoundTripper                // [NewTransport]
	Now       func() time.Time                 // time.Now
}

func (c Config) withDefaults() Config {
	c.BaseURL = or(c.BaseURL, DefaultBaseURL)
	c.PollFirst = or(c.PollFirst, 10*time.Second)
	c.PollMax = max(or(c.PollMax, 60*time.Second), c.PollFirst)
	c.Timeout = or(c.Timeout, 90*time.Minute)
	c.CallTimeout = or(c.CallTimeout, 60*time.Second)
	c.StallTimeout = or(c.StallTimeout, 30*time.Second)
	c.InlineLimit = or(c.InlineLimit, 64<<10)
	if c.Env == nil {
		c.Env = func(string) (string, bool) { return "", false }
	}
	if c.Now == nil {
		c.Now = time.Now //nolint:forbidigo // the one place where the provider takes the wall clock
	}
	return c
}

func or[T comparable](v, fallback T) T {
	var zero T
	if v == zero {
		return fallback
	}
	return v
}

// Provider is the [render.Provider] over HTTP. It is safe for concurrent use.
type Provider struct {
	cfg    Config
	client *client
	poller *poller
	media  *mediaStore
	files  *fileStore
	prices *priceList

	slots chan struct{} // nil = unlimited
	mu    sync.Mutex
	held  map[string]bool  // tasks that hold a slot
	seen  map[string]sight // asked about before the first submit
	old   map[string]bool  // tasks that were made before this process began them

	proven    atomic.Bool // the key has worked at least once
	extension extension
	patient   bool // nobody said how often to poll
}

var (
	_ render.Provider  = (*Provider)(nil)
	_ render.Composer  = (*Provider)(nil)
	_ render.Estimator = (*Provider)(nil)
	_ render.Recaller  = (*Provider)(nil)
)

// New makes a provider. It opens no connection and does not need the key yet, so
// that a plan can be made without one.
func New(cfg Config) (*Provider, error) {
	patient := cfg.PollFirst == 0 && cfg.PollMax == 0
	cfg = cfg.withDefaults()
	base, err := parseBaseURL(cfg.BaseURL)
	if err != nil {
		return nil, err
	}
	if cfg.Transport == nil {
		t, err := NewTransport(cfg.Env)
		if err != nil {
			return nil, err
		}
		cfg.Transport = t
	}
	p := &Provider{cfg: cfg, held: map[string]bool{}, seen: map[string]sight{}, old: map[string]bool{}, patient: patient}
	p.extension.p = p
	if cfg.Concurrency > 0 {
		p.slots = make(chan struct{}, cfg.Concurrency)
	}
	p.client = newClient(cfg, base)
	if cfg.Rate > 0 {
		p.client.limit = rate.NewLimiter(rate.Limit(cfg.Rate), max(1, int(cfg.Rate)))
	}
	p.poller = newPoller(p)
	p.media = newMediaStore(p, base)
	p.files = newFileStore(p)
	p.prices = newPriceList(p)
	return p, nil
}

// parseBaseURL takes a URL with any path, with or without a slash at its end.
func parseBaseURL(raw string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil {
		return nil, fmt.Errorf("the base URL cannot be read; want something like %s", DefaultBaseURL)
	}
	switch {
	case u.Scheme != "https" && u.Scheme != "http" || u.Host == "":
		return nil, fmt.Errorf("the base URL %q is not an http or https address; want something like %s", u.Redacted(), DefaultBaseURL)
	case u.User != nil:
		return nil, errors.New("the base URL holds a user name or password; give the key in RUNWARE_API_KEY instead")
	case u.RawQuery != "" || u.Fragment != "":
		return nil, fmt.Errorf("the base URL of %s has a query or fragment; give the address alone", u.Host)
	}
	u.Path = strings.TrimRight(u.Path, "/")
	u.RawPath = ""
	return u, nil
}

// Info implements [render.Provider]. A server that takes entries whole is somebody's own:
// what it makes again costs nothing, as far as is known by now.
func (p *Provider) Info() render.Info {
	return render.Info{Name: "runware", Paid: p.extension.version.Load() == 0, Remote: true, Delivers: true, Timeout: p.cfg.Timeout}
}

// acquire takes a slot for a task in flight; it is given back when its wait ends.
func (p *Provider) acquire(ctx context.Context, uuid string) error {
	p.mu.Lock()
	held := p.held[uuid]
	p.held[uuid] = true
	p.mu.Unlock()
	if p.slots == nil || held {
		return nil
	}
	select {
	case p.slots <- struct{}{}:
		if ctx.Err() == nil {
			return nil
		}
		// The stop that freed the place is meant for this task, too.
		<-p.slots
	case <-ctx.Done():
	}
	p.mu.Lock()
	delete(p.held, uuid)
	p.mu.Unlock()
	return context.Cause(ctx)
}

// occupy takes a slot, where one is free, for a task that an earlier run submitted:
// it is in flight whether there is room or not.
func (p *Provider) occupy(uuid string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.slots == nil || p.held[uuid] {
		return
	}
	select {
	case p.slots <- struct{}{}:
		p.held[uuid] = true
	default:
	}
}

func (p *Provider) release(uuid string) {
	p.mu.Lock()
	held := p.held[uuid]
	delete(p.held, uuid)
	p.mu.Unlock()
	if held && p.slots != nil {
		<-p.slots
	}
}

// sleep waits for d or the end of ctx.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
