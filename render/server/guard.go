package server

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"time"

	"gitops.video/render/render/server/answer"
	"gitops.video/render/render/wire"
)

// guard keeps out what no client of ours sends: pages of other sites that use the
// browser of somebody who can reach this server, names that were pointed at this
// machine from outside, and more at once than can be served.
func (s *Server) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer") // addresses of media are secrets
		if r.URL.Path == s.opt.Path || strings.HasPrefix(r.URL.Path, s.opt.Path+"/") {
			h.Set(wire.HeaderExtension, "1")
		}
		if s.opt.Keys.Open() && !s.homely(r.Host) {
			s.refuse(w, http.StatusForbidden, "forbiddenHost", "This server has no keys and answers only to localhost. Start it with keys, or name it with --public-url.")
			return
		}
		origin := r.Header.Get("Origin")
		if strings.HasPrefix(r.URL.Path, answer.MediaPath) {
			origin = "" // whoever has a signed address may show what it leads to, wherever their page is
		}
		if origin != "" && !s.welcome(origin, r.Host) {
			s.refuse(w, http.StatusForbidden, "forbiddenOrigin", "Pages of other sites may not call this server. Allow them with --allow-origin.")
			return
		} else if origin != "" {
			h.Set("Access-Control-Allow-Origin", origin)
			h.Set("Access-Control-Allow-Headers", "Authorization, Content-Type, "+wire.HeaderDryRun)
			h.Set("Access-Control-Expose-Headers", wire.HeaderExtension)
			h.Add("Vary", "Origin")
			if r.Method == http.MethodOptions && r.Header.Get("Access-Control-Request-Method") != "" {
				w.WriteHeader(http.StatusNoContent)
				return
			}
		} else if r.Header.Get("Sec-Fetch-Site") == "cross-site" && r.Method != http.MethodGet && r.Method != http.MethodHead {
			s.refuse(w, http.StatusForbidden, "forbiddenOrigin", "Pages of other sites may not call this server.")
			return
		}
		places := s.requests
		if isUpgrade(r) {
			places = s.open
		}
		select {
		case places <- struct{}{}:
			defer func() { <-places }()
		default:
			h.Set("Retry-After", "1")
			s.refuse(w, http.StatusServiceUnavailable, "serviceUnavailable", "Too many requests are being answered. Try again in a moment.")
			return
		}
		next.ServeHTTP(w, r)
	})
}

func isUpgrade(r *http.Request) bool {
	return r.Method == http.MethodGet && strings.EqualFold(r.Header.Get("Upgrade"), "websocket")
}

// homely says whether a Host header names this machine. A page whose own name was made
// to lead here would name itself.
func (s *Server) homely(host string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.Trim(strings.ToLower(name), "[]")
	if name == "localhost" || strings.HasSuffix(name, ".localhost") || s.base != nil && strings.EqualFold(name, s.base.Hostname()) {
		return true
	}
	_, err := netip.ParseAddr(name) // an address cannot be pointed elsewhere
	return err == nil
}

func (s *Server) welcome(origin, host string) bool {
	u, err := url.Parse(origin)
	if err != nil || u.Host == "" {
		return false
	}
	return strings.EqualFold(u.Host, host) || s.base != nil && strings.EqualFold(u.Host, s.base.Host) || slices.Contains(s.opt.Origins, strings.ToLower(u.Host))
}

// refuse answers with one error about the whole request.
func (s *Server) refuse(w http.ResponseWriter, status int, code, message string) {
	s.reply(w, status, wire.Answer{Errors: []wire.Error{{Code: code, Message: message}}})
}

func (s *Server) reply(w http.ResponseWriter, status int, a wire.Answer) {
	_ = http.NewResponseController(w).SetWriteDeadline(s.wall().Add(replyTime)) // not all connections have one
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write(a.JSON()) // a client that left is no error of ours
}

// wall is the machine's clock, which connections' deadlines go by.
func (s *Server) wall() time.Time { return time.Now() }

// logged writes a line about every request: never what it says.
func (s *Server) logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rec := &recorder{ResponseWriter: w}
		began := s.wall()
		next.ServeHTTP(rec, r)
		// The query may hold a signature, so the path has to do.
		s.log.Debug("request", "method", r.Method, "path", r.URL.Path, "status", rec.status, "bytes", rec.bytes, "ms", s.wall().Sub(began).Milliseconds())
	})
}

// recorder notes how a request was answered.
type recorder struct {
	http.ResponseWriter
	status int
	bytes  int64
}

func (r *recorder) WriteHeader(status int) {
	if r.status == 0 {
		r.status = status
	}
	r.ResponseWriter.WriteHeader(status)
}

func (r *recorder) Write(b []byte) (int, error) {
	if r.status == 0 {
		r.status = http.StatusOK
	}
	n, err := r.ResponseWriter.Write(b)
	r.bytes += int64(n)
	return n, err
}

// Unwrap gives [http.ResponseController] what lies below.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }
