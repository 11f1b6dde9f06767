// Package dashboard is the page to look at: what waits, what is being drawn, what
// came of it and what went wrong, who works, and a form to ask for a video. It reads
// the queue and hands tasks to whatever takes those of the API.
//
// Pages are complete without JavaScript. With it, one event stream brings what has
// changed as rendered fragments, which the script puts in their places.
package dashboard

import (
	"bytes"
	"context"
	"embed"
	"html/template"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/wire"
)

// Who is somebody that looks at the dashboard.
type Who struct {
	Name  string // the owner of tasks; "" without keys
	Admin bool   // sees everybody's tasks, and the machines
}

// scope is the owner whose tasks somebody may see, "" for everybody's.
func (w Who) scope() string {
	switch {
	case w.Admin:
		return ""
	case w.Name == "":
		return "\x00" // nobody's
	}
	return w.Name
}

// Keys are the API keys, for logging in.
type Keys interface {
	// Check says whose key this is.
	Check(key string) (Who, bool)
	// Still says who bears a name now: a key that was taken away ends its sessions.
	Still(name string) (Who, bool)
}

// Queue is what the dashboard reads. [*queue.Queue] is one.
type Queue interface {
	List(ctx context.Context, f queue.Filter) ([]*queue.Task, error)
	Task(ctx context.Context, owner, uuid string) (*queue.Task, error)
	Counts(ctx context.Context, owner string) (map[queue.State]int, error)
	Usage(ctx context.Context, owner string, from time.Time) (queue.Usage, error)
	Workers(ctx context.Context) ([]queue.Worker, error)
	Changes(ctx context.Context) <-chan []string
}

// Choice is one value that the form offers.
type Choice struct{ Value, Label string }

// Config says what a dashboard shows.
type Config struct {
	Queue Queue
	Keys  Keys // nil = whoever reaches it sees everything

	// Submit takes a task as POST /v1 would and says what is wrong with it.
	Submit func(r *http.Request, who Who, t wire.Task) []wire.Error
	// MediaURL is where the file of a finished result can be had for a while: ext is
	// that of the video, of a sidecar, or ".jpg" for the poster. "" = not to be had.
	MediaURL func(t *queue.Task, r *queue.Result, ext string) string
	// Open reads a file of a finished result from the bucket. nil = no storyboards.
	Open func(ctx context.Context, sha256 string) (io.ReadCloser, error)
	// Frame is the frame that is being drawn, a small JPEG, and when it was drawn.
	// Asking for it is what makes workers send it. nil = no previews.
	Frame func(ctx context.Context, uuid string, index int) (jpeg []byte, drawn time.Time, err error)

	Avatars, Voices, Styles []Choice

	Closing <-chan struct{} // closed when the server shuts down: event streams end then
	Secret  []byte          // 32 bytes that all servers of a farm share: they sign sessions
	Version string
	Now     func() time.Time // nil = time.Now
	Logger  *slog.Logger     // nil = silent
}

//go:embed pages assets
var content embed.FS

type dashboard struct {
	Config
	log     *slog.Logger
	pages   map[string]*template.Template
	streams chan struct{} // places for event streams
	assets  string        // names the assets' content, for their addresses
	wrong   sync.Mutex    // held while a wrong key is answered
}

// maxStreams bounds the event streams of one process.
const maxStreams = 128

// New makes the handler of /, /tasks/{uuid}, /new, /login, /logout, /events, /frames/…
// and /assets/….
func New(c Config) http.Handler {
	d := &dashboard{Config: c, log: c.Logger, streams: make(chan struct{}, maxStreams)}
	if d.log == nil {
		d.log = slog.New(slog.DiscardHandler)
	}
	if d.Now == nil {
		d.Now = time.Now
	}
	d.assets = assetSum()
	d.pages = map[string]*template.Template{}
	for _, name := range []string{"board", "task", "new", "login", "message"} {
		d.pages[name] = template.Must(template.New("layout.html").Funcs(d.funcs()).ParseFS(content, "pages/layout.html", "pages/parts.html", "pages/"+name+".html"))
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", d.signedIn(d.board))
	mux.HandleFunc("GET /tasks/{uuid}", d.signedIn(d.task))
	mux.HandleFunc("GET /new", d.signedIn(d.form))
	mux.HandleFunc("POST /new", d.signedIn(d.submit))
	mux.HandleFunc("GET /events", d.signedIn(d.events))
	mux.HandleFunc("GET /frames/{uuid}/{index}", d.signedIn(d.frame))
	mux.HandleFunc("GET /login", d.loginPage)
	mux.HandleFunc("POST /login", d.login)
	mux.HandleFunc("POST /logout", d.logout)
	assets, err := fs.Sub(content, "assets")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	mux.Handle("GET /assets/", http.StripPrefix("/assets/", cached(http.FileServerFS(assets))))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		d.message(w, r, http.StatusNotFound, "There is no such page.")
	})
	// Browsers say where a request comes from; what another site makes them send is
	// refused. Requests that are no browser's carry no cookie.
	return d.guarded(http.NewCrossOriginProtection().Handler(mux))
}

// policy lets pages use what this server serves, and nothing else: no inline script,
// no framing, no forms to elsewhere.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

func (d *dashboard) guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
		next.ServeHTTP(w, r)
	})
}

func cached(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.RawQuery != "" { // the address names the content
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		next.ServeHTTP(w, r)
	})
}

// render writes a page. It is made whole first, so that an error leaves none half done.
func (d *dashboard) render(w http.ResponseWriter, r *http.Request, status int, name string, data any) {
	var b bytes.Buffer
	if err := d.pages[name].Execute(&b, data); err != nil {
		d.fail(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes()) // a visitor who left is no error
}

// page is what every page's layout needs.
type page struct {
	Title   string
	Who     Who
	Keys    bool
	Nav     string
	Events  string // address of the page's event stream, "" = none
	Version string
	Search  string
}

func (d *dashboard) page(r *http.Request, title, nav string) page {
	return page{Title: title, Who: whoIs(r), Keys: d.Keys != nil, Nav: nav, Version: d.Version}
}

func (d *dashboard) message(w http.ResponseWriter, r *http.Request, status int, text string) {
	p := d.page(r, http.StatusText(status), "")
	d.render(w, r, status, "message", struct {
		page
		Text string
	}{p, text})
}

// fail tells the visitor that something broke, and the log what.
func (d *dashboard) fail(w http.ResponseWriter, r *http.Request, err error) {
	if r.Context().Err() != nil {
		return
	}
	d.log.ErrorContext(r.Context(), "dashboard", "path", r.URL.Path, "error", err)
	http.Error(w, "The server could not read its queue. The reason is in its log.", http.StatusInternalServerError)
}
