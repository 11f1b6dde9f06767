// Package outbound is the one way out to addresses that users name: the pictures of
// tasks, webhooks, upload endpoints. It reaches the open internet and nothing else.
//
// Where a connection may go is decided on the IP address that is about to be dialled,
// after names are resolved, at every connection and so at every redirect: a name that
// changes its mind between a check and its use gains nothing. No proxy is used, no
// cookie kept, and every answer is read up to a limit and within a time.
package outbound

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Errors that no repetition mends.
var (
	// ErrRefused says that the address is not on the open internet, or no address that
	// a user may name at all.
	ErrRefused = errors.New("the address is not allowed")
	// ErrTooLarge says that an answer is longer than was agreed.
	ErrTooLarge = errors.New("the answer is too large")

	errPrivate = fmt.Errorf("%w: it leads to a private network or to this machine", ErrRefused)
)

// StatusError is an answer that is no 2xx.
type StatusError struct {
	Code  int
	After time.Duration // what Retry-After asked for
}

func (e *StatusError) Error() string { return fmt.Sprintf("it answered HTTP %d", e.Code) }

// Permanent says that the same request would fail again: the address is refused, or
// the answer says so.
func Permanent(err error) bool {
	if errors.Is(err, ErrRefused) || errors.Is(err, ErrTooLarge) {
		return true
	}
	var s *StatusError
	if !errors.As(err, &s) {
		return false
	}
	switch s.Code {
	case http.StatusRequestTimeout, http.StatusTooEarly, http.StatusTooManyRequests:
		return false
	}
	return s.Code < 500
}

// Options set a client's limits; zero values mean the defaults.
type Options struct {
	// AllowPrivate opens loopback and private networks: for tests and laptops.
	AllowPrivate bool
	Resolver     *net.Resolver // nil = the system's
	TLS          *tls.Config   // nil = the system's roots
	UserAgent    string        // "render"
}

const (
	maxRedirects  = 5
	dialTime      = 10 * time.Second
	headerTime    = 60 * time.Second // from the last byte sent to the answer's first
	maxHeader     = 64 << 10
	maxURL        = 4096
	drainLimit    = 64 << 10
	stallTime     = 30 * time.Second // between two pieces of an answer
	hostsInFlight = 8
)

// Client makes guarded requests. It is safe for concurrent use.
type Client struct {
	opt  Options
	may  func(netip.AddrPort) bool // whether a connection may be opened
	http *http.Client
}

// New makes a client.
func New(opt Options) *Client {
	if opt.UserAgent == "" {
		opt.UserAgent = "render"
	}
	c := &Client{opt: opt, may: func(to netip.AddrPort) bool { return opt.AllowPrivate || Public(to.Addr()) }}
	dialer := &net.Dialer{Timeout: dialTime, Resolver: opt.Resolver, Control: c.control}
	t := &http.Transport{
		Proxy:                  nil, // a proxy would dial for us, past the guard
		DialContext:            dialer.DialContext,
		TLSClientConfig:        opt.TLS,
		TLSHandshakeTimeout:    dialTime,
		ResponseHeaderTimeout:  headerTime,
		MaxResponseHeaderBytes: maxHeader,
		MaxConnsPerHost:        hostsInFlight,
		MaxIdleConns:           32,
		IdleConnTimeout:        30 * time.Second,
		DisableCompression:     true, // so no answer is longer than what came over the wire
		ForceAttemptHTTP2:      true,
	}
	c.http = &http.Client{Transport: t, CheckRedirect: c.redirect}
	return c
}

// control sees every address right before it is connected to.
func (c *Client) control(_, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil || !c.may(to) {
		return errPrivate
	}
	return nil
}

// redirect follows only what could have been named in the first place, and never from
// a protected connection to an open one.
func (c *Client) redirect(req *http.Request, via []*http.Request) error {
	if len(via) > maxRedirects {
		return fmt.Errorf("%w: more than %d redirects", ErrRefused, maxRedirects)
	}
	if via[len(via)-1].URL.Scheme == "https" && req.URL.Scheme != "https" {
		return fmt.Errorf("%w: it redirects from https to http", ErrRefused)
	}
	if via[0].Method != http.MethodGet && (req.URL.Host != via[0].URL.Host || req.Method != via[0].Method) {
		return fmt.Errorf("%w: it redirects to where the content must not go", ErrRefused)
	}
	return c.Check(req.URL.String())
}

// Check says at once what can be said about a URL without asking anybody: no address
// that a user may name, or one that is plainly private. A nil error promises nothing:
// names are judged when they are used.
func (c *Client) Check(raw string) error {
	if len(raw) > maxURL || strings.ContainsFunc(raw, func(r rune) bool { return r <= ' ' || r == 0x7f }) {
		return fmt.Errorf("%w: it is no URL", ErrRefused)
	}
	u, err := url.Parse(raw)
	if err != nil || u.Opaque != "" || u.Hostname() == "" {
		return fmt.Errorf("%w: it is no URL", ErrRefused)
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		return fmt.Errorf("%w: it must begin with https:// or http://", ErrRefused)
	}
	port := 443
	if p := u.Port(); p != "" {
		if port, err = strconv.Atoi(p); err != nil || port < 1 || port > 65535 {
			return fmt.Errorf("%w: its port is no port", ErrRefused)
		}
	}
	if c.opt.AllowPrivate {
		return nil
	}
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	if a, err := netip.ParseAddr(host); err == nil {
		if !c.may(netip.AddrPortFrom(a, uint16(port))) { //nolint:gosec // checked above
			return errPrivate
		}
		return nil
	}
	// 2130706433, 0x7f.1, 127.1: resolvers read them as addresses. A name's last part
	// is never a number.
	last := host[strings.LastIndexByte(host, '.')+1:]
	if last == "" || last[0] >= '0' && last[0] <= '9' {
		return fmt.Errorf("%w: its host is no name", ErrRefused)
	}
	for _, end := range []string{"localhost", "local", "internal", "localdomain", "home.arpa"} {
		if host == end || strings.HasSuffix(host, "."+end) {
			return errPrivate
		}
	}
	return nil
}

// Fetch reads what a URL shows into w, up to limit bytes and within the time that ctx
// and a server that stalls leave. It gives the Content-Type that the server told.
func (c *Client) Fetch(ctx context.Context, raw string, w io.Writer, limit int64) (string, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	resp, err := c.do(ctx, http.MethodGet, raw, nil, 0, nil)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.ContentLength > limit {
		return "", fmt.Errorf("%w: %d bytes, at most %d are read", ErrTooLarge, resp.ContentLength, limit)
	}
	stalled := time.AfterFunc(stallTime, cancel)
	defer stalled.Stop()
	n, err := io.Copy(w, io.LimitReader(watched{resp.Body, stalled}, limit+1))
	switch {
	case n > limit:
		return "", fmt.Errorf("%w: more than %d bytes", ErrTooLarge, limit)
	case err != nil:
		return "", fmt.Errorf("the answer broke off: %w", plain(err))
	}
	return resp.Header.Get("Content-Type"), nil
}

// watched puts a deadline off with every piece that arrives.
type watched struct {
	r io.Reader
	t *time.Timer
}

func (w watched) Read(p []byte) (int, error) {
	n, err := w.r.Read(p)
	if n > 0 {
		w.t.Reset(stallTime)
	}
	return n, err
}

// Put streams size bytes to a URL, with their type and length.
func (c *Client) Put(ctx context.Context, raw, contentType string, body io.Reader, size int64) error {
	return c.send(ctx, http.MethodPut, raw, body, size, http.Header{"Content-Type": {contentType}})
}

// Post sends a JSON body with further headers.
func (c *Client) Post(ctx context.Context, raw string, header http.Header, body []byte) error {
	h := header.Clone()
	if h == nil {
		h = http.Header{}
	}
	h.Set("Content-Type", "application/json")
	return c.send(ctx, http.MethodPost, raw, strings.NewReader(string(body)), int64(len(body)), h)
}

func (c *Client) send(ctx context.Context, method, raw string, body io.Reader, size int64, h http.Header) error {
	resp, err := c.do(ctx, method, raw, body, size, h)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, io.LimitReader(resp.Body, drainLimit)) // so that the connection serves again
	return nil
}

// do sends a request and sorts the answer. No error says more of a URL than its host:
// the rest may be a signature.
func (c *Client) do(ctx context.Context, method, raw string, body io.Reader, size int64, h http.Header) (*http.Response, error) {
	if err := c.Check(raw); err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, method, raw, body)
	if err != nil {
		return nil, fmt.Errorf("%w: it is no URL", ErrRefused)
	}
	if body != nil {
		req.ContentLength = size // presigned URLs refuse chunked bodies
	}
	for name, values := range h {
		req.Header[name] = values
	}
	req.Header.Set("User-Agent", c.opt.UserAgent)
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w", method, req.URL.Hostname(), plain(err))
	}
	if resp.StatusCode/100 == 2 {
		return resp, nil
	}
	_, _ = io.Copy(io.Discard, io.LimitReader(resp.Body, drainLimit))
	_ = resp.Body.Close()
	s := &StatusError{Code: resp.StatusCode}
	if n, err := strconv.Atoi(resp.Header.Get("Retry-After")); err == nil && n > 0 {
		s.After = time.Duration(min(n, 3600)) * time.Second
	}
	return nil, fmt.Errorf("%s %s: %w", method, req.URL.Hostname(), s)
}

// plain takes off the wrappers that quote the whole URL, or an address behind a name.
func plain(err error) error {
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		err = wrapped.Err
	}
	var op *net.OpError
	if errors.As(err, &op) {
		err = op.Err
	}
	var dns *net.DNSError
	if errors.As(err, &dns) {
		return errors.New("its name cannot be resolved")
	}
	return err
}
