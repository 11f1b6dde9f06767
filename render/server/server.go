// Package server is the task server: it speaks the Runware protocol over HTTP and
// WebSocket, so that clients of that API work unchanged when they are pointed here.
//
// A request is read strictly ([wire.Rules.Check]) and answered from the queue
// ([queue.Queue]), which keeps everything that was accepted; workers, in this process
// or elsewhere, make the videos. Nothing here draws, and nothing here waits for
// something to be drawn.
//
//	POST {path}                  tasks in, items and errors out
//	GET  {path} (Upgrade)        the same over a WebSocket, results pushed when ready
//	HEAD, PUT {path}/files/SHA   files of the extension, by their hash
//	GET  /media/UUID.EXT?sig=…   finished videos and uploaded media
//	GET  /healthz, /readyz       for whoever looks after the process; ?verbose says why
package server

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
	"time"

	"gitops.video/render/render"
	"gitops.video/render/render/server/answer"
	"gitops.video/render/render/server/keys"
	"gitops.video/render/render/server/outbound"
	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/wire"
)

// Model is the one model that is served.
const Model = "heygen:video-agent@0"

// Avatar is a presenter that tasks may name.
type Avatar struct {
	ID     string `json:"id"`
	Name   string `json:"name,omitempty"`
	Detail string `json:"detail,omitempty"`
}

// Options are what a server is made of. Queue, Store and Outbound are needed.
type Options struct {
	Queue    *queue.Queue
	Store    render.Store
	Outbound *outbound.Client
	Keys     *keys.Ring // none = everybody is let in

	Path      string   // of the API; /v1
	PublicURL string   // what links begin with; "" = the address that a client used
	Origins   []string // hosts of web pages that may call, beside the server's own
	Price     float64  // USD a second of finished video
	Scratch   string   // folder for uploads on their way and copies of media; "" = the system's

	Avatars   []Avatar             // of the catalogue
	HasAvatar func(id string) bool // also for ids that another stands in for; nil = all are known

	Logger     *slog.Logger // nil = silent
	LogPrompts bool
	Now        func() time.Time
}

// Limits that protect the server from its clients.
const (
	maxBody       = 64 << 20  // of a request with tasks, in bytes
	maxFree       = 1 << 20   // of a body that is read without waiting for others
	largeAtOnce   = 2         // larger bodies that are in the memory at once
	maxTasks      = 1000      // in a request
	maxFile       = 512 << 20 // of a file of the extension
	maxRequests   = 4096      // at once; more are told to come back
	maxPerKey     = 3072      // of one key, or of nobody that is known yet
	maxSockets    = 4096      // WebSockets at once
	bodyTime      = 2 * time.Minute
	fileTime      = 30 * time.Minute
	pieceTime     = 20 * time.Second // between two pieces of a body
	replyTime     = 30 * time.Second
	prepareAtOnce = 8 // images of one request that are fetched at once
	prepareTime   = 90 * time.Second
	defaultLength = 30
)

// Server is an [http.Handler].
type Server struct {
	opt      Options
	log      *slog.Logger
	now      func() time.Time
	teller   answer.Teller
	rules    wire.Rules
	base     *url.URL // Options.PublicURL; nil = of each request
	shelf    *shelf
	mux      *http.ServeMux
	handler  http.Handler
	requests chan struct{}
	open     chan struct{} // places for sockets
	large    chan struct{}
	pictures chan struct{}
	sessions sessions
	closing  context.Context
	close    context.CancelFunc
	sockets  sync.WaitGroup
	mu       sync.Mutex
	busy     map[string]int // open requests by the name of their key
	patience time.Duration  // between two pieces of a body
	idle     time.Duration  // of a socket
}

// New makes a server on an open queue.
func New(ctx context.Context, opt Options) (*Server, error) {
	if opt.Path == "" {
		opt.Path = "/v1"
	}
	if !strings.HasPrefix(opt.Path, "/") || strings.ContainsAny(opt.Path, " {}?#%") || opt.Path == "/" || strings.HasSuffix(opt.Path, "/") {
		return nil, fmt.Errorf("the path %q must be like /v1", opt.Path)
	}
	s := &Server{opt: opt, log: opt.Logger, now: opt.Now, busy: map[string]int{},
		requests: make(chan struct{}, maxRequests), open: make(chan struct{}, maxSockets), large: make(chan struct{}, largeAtOnce), patience: pieceTime, idle: idleTime, pictures: make(chan struct{}, 2)}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	if s.now == nil {
		s.now = time.Now
	}
	if opt.PublicURL != "" {
		u, err := url.Parse(opt.PublicURL)
		if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			return nil, fmt.Errorf("the public URL %q must be like https://video.example.com", opt.PublicURL)
		}
		s.base = u
	}
	key, err := opt.Queue.Secret(ctx, "media links")
	if err != nil {
		return nil, err
	}
	s.teller = answer.Teller{Links: answer.Links{Key: key}, Now: s.now}
	s.rules = wire.Rules{Models: []string{Model}, Avatar: opt.HasAvatar, Extension: true}
	for _, a := range opt.Avatars {
		s.rules.Avatars = append(s.rules.Avatars, a.ID)
	}
	if s.shelf, err = newShelf(opt.Store, opt.Scratch); err != nil {
		return nil, err
	}
	s.sessions.now = s.now
	s.closing, s.close = context.WithCancel(context.WithoutCancel(ctx))
	s.routes()
	return s, nil
}

func (s *Server) routes() {
	s.mux = http.NewServeMux()
	s.mux.HandleFunc(s.opt.Path, s.serveAPI)
	s.mux.HandleFunc("HEAD "+s.opt.Path+"/files/{sum}", s.headFile)
	s.mux.HandleFunc("PUT "+s.opt.Path+"/files/{sum}", s.putFile)
	s.mux.HandleFunc("GET "+answer.MediaPath+"{name}", s.serveMedia)
	s.mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { say(w, http.StatusOK, "ok") })
	s.mux.HandleFunc("GET /readyz", s.serveReady)
	s.handler = s.guard(s.logged(s.mux))
}

// Handle adds pages beside the API, such as the dashboard. Patterns are those of
// [http.ServeMux]; call it before the server is used.
func (s *Server) Handle(pattern string, h http.Handler) { s.mux.Handle(pattern, h) }

// Do carries out tasks for the owner of a key, as if they had been posted: for pages of
// the same process. base is the server's address as the caller knows it.
func (s *Server) Do(ctx context.Context, k keys.Key, base string, tasks ...wire.Task) wire.Answer {
	body, err := wire.Encode(tasks...)
	if err != nil {
		return wire.Answer{Errors: []wire.Error{{Code: "invalidRequest", Message: err.Error()}}}
	}
	asked, bad := wire.Split(body, maxTasks)
	if bad != nil {
		return wire.Answer{Errors: []wire.Error{*bad}}
	}
	a, _ := s.do(ctx, caller{key: k, known: true, base: base}, asked)
	return a
}

// Open gives content of the bucket for reading.
func (s *Server) Open(ctx context.Context, sha256 string) (*os.File, error) {
	return s.shelf.open(ctx, sha256)
}

// ServeHTTP implements [http.Handler].
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Close ends the sockets, which no [http.Server] knows of, and removes what was copied.
func (s *Server) Close() error {
	s.close()
	s.sockets.Wait()
	return s.shelf.close()
}

// baseOf is the address of this server as a client knows it.
func (s *Server) baseOf(r *http.Request) string {
	if s.base != nil {
		return strings.TrimRight(s.base.String(), "/")
	}
	scheme := "http"
	if r.TLS != nil {
		scheme = "https"
	}
	return (&url.URL{Scheme: scheme, Host: r.Host}).String()
}

func say(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text + "\n")) // a client that left is no error of ours
}
