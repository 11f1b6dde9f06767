package server

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"time"

	"gitops.video/render/render/server/keys"
	"gitops.video/render/render/wire"
)

// caller is who sent a request, and how it wants it treated.
type caller struct {
	key   keys.Key
	known bool     // the key is good
	base  string   // this server's address as the caller knows it
	dry   bool     // check and price, run nothing
	on    *session // the WebSocket's, nil over REST
}

func (s *Server) serveAPI(w http.ResponseWriter, r *http.Request) {
	switch {
	case isUpgrade(r):
		s.serveSocket(w, r)
		return
	case r.Method != http.MethodPost:
		w.Header().Set("Allow", "POST")
		s.refuse(w, http.StatusMethodNotAllowed, "invalidMethod", "Send tasks by POST, as a JSON array, or open a WebSocket.")
		return
	case r.Header.Get("Content-Encoding") != "" && r.Header.Get("Content-Encoding") != "identity":
		s.refuse(w, http.StatusUnsupportedMediaType, "unsupportedContentEncoding", "Send the body as it is, not compressed.")
		return
	}
	c := caller{base: s.baseOf(r), dry: dryRun(r)}
	if secret, there := bearer(r); there || s.opt.Keys.Open() {
		if c.key, c.known = s.opt.Keys.Find(secret); !c.known {
			s.reply(w, http.StatusUnauthorized, wire.Answer{Errors: []wire.Error{badKey()}})
			return
		}
	}
	leave, ok := s.enter(c.key.Name)
	if !ok {
		w.Header().Set("Retry-After", "1")
		s.refuse(w, http.StatusTooManyRequests, "rateLimitExceeded", "This API key has too many requests open. Wait for some of them to be answered.")
		return
	}
	defer leave()
	limit := int64(maxBody)
	if !c.known {
		limit = maxFree // strangers wait in nobody's way; with a key in the header they are none
	}
	body, release, err := s.body(r.Context(), s.paced(w, http.MaxBytesReader(w, r.Body, limit), bodyTime), r.ContentLength)
	defer release()
	if err != nil {
		var long *http.MaxBytesError
		switch {
		case errors.As(err, &long):
			hint := ""
			if !c.known {
				hint = " Longer ones are taken with the API key in the header."
			}
			s.refuse(w, http.StatusRequestEntityTooLarge, "maxBodySizeExceeded", fmt.Sprintf("The body is longer than %d MB.%s", limit>>20, hint))
		case errors.Is(err, os.ErrDeadlineExceeded), errors.Is(err, context.DeadlineExceeded):
			s.refuse(w, http.StatusRequestTimeout, "requestTimeout", "The body came too slowly.")
		default:
			s.refuse(w, http.StatusBadRequest, "invalidRequest", "The body broke off.")
		}
		return
	}
	asked, bad := wire.Split(body, maxTasks)
	if bad != nil {
		status := http.StatusBadRequest
		if !c.known { // strangers learn nothing about what is wrong
			status, bad = http.StatusUnauthorized, new(noKey())
		}
		s.reply(w, status, wire.Answer{Errors: []wire.Error{*bad}})
		return
	}
	a, status := s.do(r.Context(), c, asked)
	if status == http.StatusTooManyRequests || status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", "5")
	}
	s.reply(w, status, a)
}

// body reads a request's body. Large ones wait for each other, until release is called,
// so that many at once cannot fill the memory.
// size is how long it says that it is; less than 0 = unknown.
func (s *Server) body(ctx context.Context, in io.Reader, size int64) (body []byte, release func(), err error) {
	head, err := io.ReadAll(io.LimitReader(in, maxFree))
	if err != nil || len(head) < maxFree {
		return head, func() {}, err
	}
	select {
	case s.large <- struct{}{}:
	case <-ctx.Done():
		return nil, func() {}, ctx.Err()
	}
	release = func() { <-s.large }
	all := bytes.NewBuffer(make([]byte, 0, min(max(size, 4*maxFree), maxBody)+bytes.MinRead))
	all.Write(head)
	_, err = all.ReadFrom(in)
	return all.Bytes(), release, err
}

// enter counts the open requests of a key, so that one cannot take all places.
func (s *Server) enter(key string) (leave func(), ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.busy[key] >= maxPerKey {
		return nil, false
	}
	s.busy[key]++
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.busy[key]--; s.busy[key] == 0 {
			delete(s.busy, key)
		}
	}, true
}

// paced gives up on a body that does not come on, or is not there in the end.
type paced struct {
	r    io.Reader
	ctl  *http.ResponseController
	end  time.Time
	wait time.Duration
	now  func() time.Time
}

func (s *Server) paced(w http.ResponseWriter, body io.Reader, all time.Duration) *paced {
	return &paced{r: body, ctl: http.NewResponseController(w), end: s.wall().Add(all), wait: s.patience, now: s.wall}
}

func (p *paced) Read(b []byte) (int, error) {
	next := p.now().Add(p.wait)
	if p.end.Before(next) {
		next = p.end
	}
	_ = p.ctl.SetReadDeadline(next) // not all connections have one
	return p.r.Read(b)
}

// bearer gives the key in a request's header, and whether there is one.
func bearer(r *http.Request) (string, bool) {
	h := r.Header.Get("Authorization")
	scheme, secret, ok := strings.Cut(strings.TrimSpace(h), " ")
	if !ok || !strings.EqualFold(scheme, "Bearer") {
		return "", h != ""
	}
	return strings.TrimSpace(secret), true
}

func dryRun(r *http.Request) bool {
	return truthy(r.Header.Get(wire.HeaderDryRun)) || truthy(r.URL.Query().Get("dryRun"))
}

func truthy(s string) bool { return s == "1" || strings.EqualFold(s, "true") }

func badKey() wire.Error {
	return wire.Error{Code: "invalidApiKey", TaskType: wire.TypeAuthentication, Parameters: wire.Names{"apiKey"}, Type: "string",
		Message: "Invalid API key. The key was not recognized: check it for typos, and that it belongs to this server."}
}

func noKey() wire.Error {
	return wire.Error{Code: "missingApiKey", TaskType: wire.TypeAuthentication, Parameters: wire.Names{"apiKey"}, Type: "string",
		Message: "Missing API key. Send it in the header 'Authorization: Bearer <key>', or in an authentication task that comes first."}
}
