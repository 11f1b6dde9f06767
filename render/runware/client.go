package runware

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/time/rate"

	"gitops.video/render/render/wire"
)

const (
	// maxReply bounds the body of one answer; a hundred results take some 100 KB.
	maxReply = 16 << 20
	// maxCalls bounds the API calls under way at once.
	maxCalls = 32
	// maxRetryAfter bounds what a Retry-After may ask for.
	maxRetryAfter = 10 * time.Minute
)

// client sends requests to the API, one try each: whoever calls it knows what a
// second try would mean.
type client struct {
	http    *http.Client // of the API
	media   *http.Client // of finished videos: no key, redirects followed
	url     string
	host    string
	key     string
	now     func() time.Time
	limit   *rate.Limiter // of submits; nil = none
	calls   chan struct{}
	fetches chan struct{}
	work    *gate // submits and uploads
	looks   *gate // polls and questions
	per     time.Duration
}

func newClient(cfg Config, base *url.URL) *client {
	// A pause begins at a tenth of the first poll's wait: the one setting that says
	// how fast this provider's world turns.
	step := cfg.PollFirst / 10
	c := &client{
		http: &http.Client{
			Transport: cfg.Transport,
			CheckRedirect: func(*http.Request, []*http.Request) error {
				return http.ErrUseLastResponse // a POST that follows a redirect loses its body
			},
		},
		url: base.String(), host: base.Host, key: cfg.APIKey, now: cfg.Now,
		calls: make(chan struct{}, maxCalls), fetches: make(chan struct{}, downloadsAtOnce),
		work:  newGate(cfg.Now, step, cfg.PollMax),
		looks: newGate(cfg.Now, step, cfg.PollMax),
		per:   cfg.CallTimeout,
	}
	c.media = &http.Client{
		Transport: cfg.Transport,
		CheckRedirect: func(req *http.Request, via []*http.Request) error {
			if len(via) > 5 {
				return errors.New("too many redirects")
			}
			return c.allowed(req.URL.String())
		},
	}
	return c
}

// allowed refuses to fetch a video over a scheme of the server's choosing: an
// API spoken to over TLS gives its files over TLS.
func (c *client) allowed(raw string) error {
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" {
		return &callError{permanent: true, text: "the provider gave a URL that cannot be read"}
	}
	if u.Scheme != "https" && (u.Scheme != "http" || strings.HasPrefix(c.url, "https:")) {
		return &callError{permanent: true, text: fmt.Sprintf("the provider gave a %s: URL for the video; only https is fetched", u.Scheme)}
	}
	return nil
}

// answer is a reply that arrived whole.
type answer struct {
	wire.Reply
	status int
	// foreign says that the body was none of this protocol.
	foreign   bool
	extension int           // version that the server announces, 0 = none
	after     time.Duration // the server asked to wait this long
}

// callError says that no answer arrived, or none that can be read.
type callError struct {
	sent      bool // the request may have reached the server
	permanent bool // trying again cannot help
	text      string
	err       error
}

func (e *callError) Error() string { return e.text }
func (e *callError) Unwrap() error { return e.err }

// options of one call.
type options struct {
	submit  bool // counts against the rate, and is held back by the shared back-off
	dryRun  bool
	timeout time.Duration // 0 = the client's own
}

// call sends tasks in one request and reads the answer. An answer with an HTTP error
// status always holds at least one error, made up from the status where the server
// sent none.
func (c *client) call(ctx context.Context, opt options, tasks ...wire.Task) (answer, error) {
	body, err := wire.Encode(tasks...)
	if err != nil {
		return answer{}, err
	}
	gate := c.looks
	if opt.submit {
		gate = c.work
		if err := c.waitRate(ctx); err != nil {
			return answer{}, err
		}
	}
	if err := gate.wait(ctx); err != nil {
		return answer{}, err
	}
	select {
	case c.calls <- struct{}{}:
		defer func() { <-c.calls }()
	case <-ctx.Done():
		return answer{}, context.Cause(ctx)
	}
	a, err := c.send(ctx, body, opt)
	switch {
	case err != nil:
	case a.status == http.StatusTooManyRequests, a.status == http.StatusServiceUnavailable, a.limited(opt.submit):
		gate.push(a.after)
	case a.status < 400:
		gate.ease()
	}
	return a, err
}

// waitRate holds a submit back to the configured rate.
func (c *client) waitRate(ctx context.Context) error {
	if c.limit == nil {
		return ctx.Err()
	}
	now := c.now()
	r := c.limit.ReserveN(now, 1)
	if err := sleep(ctx, r.DelayFrom(now)); err != nil {
		r.CancelAt(c.now())
		return err
	}
	return nil
}

func (c *client) send(ctx context.Context, body []byte, opt options) (answer, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, or(opt.timeout, c.per), errNoAnswer)
	defer cancel()
	// Whether a connection was had decides if the request may have arrived. The hook
	// may run in a goroutine of the transport's, after the request was given up.
	var connected atomic.Bool
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{GotConn: func(httptrace.GotConnInfo) { connected.Store(true) }})
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url, bytes.NewReader(body))
	if err != nil {
		return answer{}, &callError{permanent: true, text: "the request cannot be made: " + err.Error(), err: err}
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept", "application/json")
	c.authorize(req)
	if opt.dryRun {
		req.Header.Set(wire.HeaderDryRun, "1")
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return answer{}, c.explain(ctx, err, connected.Load())
	}
	defer resp.Body.Close()
	raw, err := io.ReadAll(io.LimitReader(resp.Body, maxReply+1))
	if err != nil {
		return answer{}, c.explain(ctx, err, true)
	}
	a := answer{status: resp.StatusCode, after: retryAfter(resp.Header, c.now), extension: wire.ExtensionOf(resp.Header)}
	if len(raw) > maxReply {
		return a, &callError{sent: true, text: fmt.Sprintf("%s sent an answer of more than %d MB", c.host, maxReply>>20)}
	}
	if resp.StatusCode >= 300 && resp.StatusCode < 400 {
		text := fmt.Sprintf("%s answers with a redirect (HTTP %d)", c.host, resp.StatusCode)
		if to, err := resp.Location(); err == nil {
			text += fmt.Sprintf(" to %s: set RUNWARE_BASE_URL to the API's own address", to.Redacted())
		}
		return a, &callError{permanent: true, text: text}
	}
	a.Reply, err = wire.Decode(raw)
	a.foreign = err != nil
	if err != nil && resp.StatusCode < 300 {
		return a, &callError{sent: true, text: c.host + ": " + err.Error(), err: err}
	}
	if resp.StatusCode >= 400 && len(a.Errors) == 0 {
		made := wire.Error{Code: "http" + strconv.Itoa(resp.StatusCode), Message: "HTTP " + resp.Status}
		if err != nil {
			made.Message += ": " + err.Error()
		}
		a.Errors = append(a.Errors, made)
	}
	return a, nil
}

// authorize names the account. A server of one's own may want no key.
func (c *client) authorize(req *http.Request) {
	if c.key != "" {
		req.Header.Set("Authorization", "Bearer "+c.key)
	}
}

// errNoAnswer ends a call that took too long.
var errNoAnswer = errors.New("no answer in time")

// limited says that the server answered HTTP 200 but means "slow down". In the answer
// to a poll, an error with a taskUUID speaks about that task's generation.
func (a answer) limited(submit bool) bool {
	errs := a.Errors
	if !submit {
		errs = a.Unassigned()
	}
	for _, e := range errs {
		if wire.Classify(e.Code, a.status) == wire.ClassRateLimit {
			return true
		}
	}
	return false
}

// retryAfter reads a Retry-After header, seconds or a date. A date is taken relative
// to the server's own clock, since ours may be wrong.
func retryAfter(h http.Header, now func() time.Time) time.Duration {
	v := h.Get("Retry-After")
	if v == "" {
		return 0
	}
	if secs, err := strconv.ParseFloat(v, 64); err == nil {
		if !(secs > 0) {
			return 0
		}
		return min(time.Duration(min(secs, maxRetryAfter.Seconds())*float64(time.Second)), maxRetryAfter)
	}
	at, err := http.ParseTime(v)
	if err != nil {
		return 0
	}
	from := now()
	if date, err := http.ParseTime(h.Get("Date")); err == nil {
		from = date
	}
	return min(max(at.Sub(from), 0), maxRetryAfter)
}
