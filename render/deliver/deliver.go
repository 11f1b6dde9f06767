// Package deliver carries finished videos to where a manifest wants them: a streamed
// PUT to uploadEndpoint, a POST of the result to webhookURL.
//
// Both URLs may hold secrets: a presigned signature, a token, a ${env:NAME}. They are
// resolved here, at the last moment, and no error of this package shows more of one
// than scheme, host and path, and there the name of a variable instead of its value.
package deliver

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
)

// Client delivers over HTTP.
type Client struct {
	env  func(string) (string, bool)
	http *http.Client
}

var _ render.Deliverer = (*Client)(nil)

// New makes a client that takes ${env:NAME} from env.
func New(env func(string) (string, bool)) *Client {
	t := &http.Transport{
		Proxy:                 http.ProxyFromEnvironment,
		DialContext:           (&net.Dialer{Timeout: 15 * time.Second}).DialContext,
		TLSHandshakeTimeout:   15 * time.Second,
		ResponseHeaderTimeout: 2 * time.Minute, // from the last byte sent
		ForceAttemptHTTP2:     true,
	}
	return &Client{env: env, http: &http.Client{Transport: t, CheckRedirect: sameHost}}
}

// sameHost follows a redirect only where the address stays in the same hands: the
// body is somebody's unpublished video.
func sameHost(req *http.Request, via []*http.Request) error {
	if len(via) >= 5 {
		return errors.New("too many redirects")
	}
	if req.URL.Host != via[0].URL.Host || via[0].URL.Scheme == "https" && req.URL.Scheme != "https" {
		return errors.New("it redirects to another host")
	}
	return nil
}

// Upload puts a file.
func (c *Client) Upload(ctx context.Context, endpoint, contentType string, file io.Reader, size int64) error {
	to, err := c.resolve(endpoint)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, to.url, io.NopCloser(file))
	if err != nil {
		return errors.New("uploadEndpoint: not a valid URL")
	}
	req.ContentLength = size // presigned URLs refuse chunked bodies
	req.Header.Set("Content-Type", contentType)
	return c.do(req, to)
}

// Notify posts a JSON body. A receiver has ten seconds to take it.
func (c *Client) Notify(ctx context.Context, webhook string, body []byte) error {
	to, err := c.resolve(webhook)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, to.url, bytes.NewReader(body))
	if err != nil {
		return errors.New("webhookURL: not a valid URL")
	}
	req.Header.Set("Content-Type", "application/json")
	return c.do(req, to)
}

// address is where something is sent.
type address struct {
	url    string
	shown  string            // as the manifest has it, up to its query
	hidden *strings.Replacer // takes the values of the environment out of a text
}

// resolve fills in the environment and checks what came out. The error never quotes
// the result: half of a malformed URL may be a secret.
func (c *Client) resolve(raw string) (*address, error) {
	var hidden []string // value, what stands for it, …
	hide := func(value, instead string) {
		if len(value) >= 4 { // shorter ones would tear words apart and protect nothing
			hidden = append(hidden, value, instead)
		}
	}
	text, err := manifest.ResolveEnv(raw, func(name string) (string, bool) {
		v, ok := c.env(name)
		hide(v, "${env:"+name+"}")
		return v, ok
	})
	if err != nil {
		return nil, &render.Failure{Class: render.ClassValidation, Code: "environment", Message: err.Error()}
	}
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, &render.Failure{Class: render.ClassValidation, Code: "invalidURL", Message: "not a valid http or https URL"}
	}
	if !strings.Contains(raw, u.Hostname()) {
		hide(u.Hostname(), "the host") // which errors of the network name
	}
	return &address{url: u.String(), shown: shown(raw), hidden: strings.NewReplacer(hidden...)}, nil
}

// shown is a URL without its user, its query and its fragment. It may hold references to
// the environment, which no parser of URLs would read.
func shown(raw string) string {
	s := raw
	if i := strings.IndexAny(s, "?#"); i >= 0 {
		s = s[:i]
	}
	scheme, rest, ok := strings.Cut(s, "://")
	if !ok {
		return s
	}
	host, path, _ := strings.Cut(rest, "/")
	if i := strings.LastIndexByte(host, '@'); i >= 0 {
		host = host[i+1:]
	}
	return strings.TrimSuffix(scheme+"://"+host+"/"+path, "/")
}

// netError is an error of the network whose text shows no secret.
type netError struct {
	text string
	err  error
}

func (e *netError) Error() string { return e.text }

func (e *netError) Unwrap() error { return e.err }

// do sends a request and sorts the answer into the classes that apply retries by.
func (c *Client) do(req *http.Request, to *address) error {
	resp, err := c.http.Do(req)
	if err != nil {
		var wrapped *url.Error
		if errors.As(err, &wrapped) {
			err = wrapped.Err // the wrapper quotes the whole URL
		}
		return &netError{req.Method + " " + to.shown + ": " + to.hidden.Replace(err.Error()), err}
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, io.LimitReader(resp.Body, 64<<10)) // so that the connection can be used again
	if resp.StatusCode/100 == 2 {
		return nil
	}
	f := &render.Failure{Class: render.ClassValidation, Code: "http" + strconv.Itoa(resp.StatusCode), Message: fmt.Sprintf("%s %s answered %s", req.Method, to.shown, to.hidden.Replace(resp.Status))}
	switch {
	case resp.StatusCode == http.StatusTooManyRequests:
		f.Class = render.ClassRateLimit
	case resp.StatusCode == http.StatusRequestTimeout, resp.StatusCode >= 500:
		f.Class = render.ClassServer
	}
	if s, err := strconv.Atoi(resp.Header.Get("Retry-After")); err == nil && s > 0 {
		f.After = time.Duration(min(s, 300)) * time.Second
	}
	return f
}
