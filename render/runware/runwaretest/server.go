// Package runwaretest is a server of the Runware task protocol for tests: it takes
// tasks, "renders" them for a set time, serves their bytes, and misbehaves on demand
// in every way a client must survive. Its books show how often each task was sent,
// accepted, charged and fetched.
//
// A fault is named OPERATION:FAULT, as in "submit:lost": see [Faults]. It strikes
// the next requests of that operation ([Server.Inject]), or any request by chance
// ([Options.Chance], from a seed).
package runwaretest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"path"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"gitops.video/render/render/wire"
)

// Key is the API key that a server takes unless told otherwise.
const Key = "rw_test_0123456789abcdef"

// Options set a server's ways. The zero value answers at once and without fault.
type Options struct {
	Key       string        // Key
	Delay     time.Duration // how long a task is rendered
	Bytes     int           // size of a video's media; 4096
	Price     float64       // USD per second and result; 0.0333
	Balance   float64       // USD; 0 = 1000
	Forgetful bool          // a finished task's UUID is taken, and charged, again
	Forgets   bool          // polls know nothing of finished tasks; only the archive does
	Expires   bool          // polls call finished tasks expired; only the archive has them
	Single    bool          // refuses more than one question a request
	Extension bool          // takes whole manifest entries; Key "-" then stands for "wants none"
	NoDryRun  bool          // does not know the dry-run header and takes the task
	Seed      uint64        // of what happens by chance
	Chance    float64       // of a random fault, 0–1 for each request
	FailOne   float64       // of a generation that fails, 0–1 for each task
	Stall     time.Duration // how long a stalled request hangs before it is cut; 10 min
	Slow      time.Duration // pause between the pieces of a slow body; 1 ms
	After     int           // seconds in the Retry-After of 429-after; 1

	// Watch, where set, is called when a request arrives ("submit") and again when
	// it was done and not yet answered ("submit done"), from many goroutines.
	Watch func(moment string)
}

// Server is an [http.Handler] that speaks the protocol at any path.
type Server struct {
	opt Options

	mu       sync.Mutex
	rng      *rand.Rand
	armed    map[string]int
	struck   map[string]int
	tasks    map[string]*task
	media    map[string]int // uploads by media id
	files    map[string][]byte
	heads    int
	puts     int
	retired  bool
	leaks    bool
	requests int
	pings    int
	inFlight int
	peak     int
}

// task is one accepted task.
type task struct {
	wire.Task
	index    int
	ready    time.Time
	fails    string // code it ends with
	sig      int    // generation of its URLs; older ones have expired
	finished bool
	book     Book
}

// New makes a server that is not listening yet.
func New(opt Options) *Server {
	set(&opt.Key, Key)
	set(&opt.Bytes, 4096)
	set(&opt.Price, 0.0333)
	set(&opt.Balance, 1000)
	set(&opt.Stall, 10*time.Minute)
	set(&opt.Slow, time.Millisecond)
	set(&opt.After, 1)
	return &Server{
		opt: opt, rng: rand.New(rand.NewPCG(opt.Seed, 1)), //nolint:gosec // chance that can be repeated
		armed: map[string]int{}, struck: map[string]int{}, tasks: map[string]*task{}, media: map[string]int{},
		files: map[string][]byte{},
	}
}

// Start listens on loopback until the test ends, and returns the base URL.
func Start(t testing.TB, opt Options) (*Server, string) {
	t.Helper()
	s := New(opt)
	h := httptest.NewServer(s)
	t.Cleanup(h.Close)
	return s, h.URL + "/v1"
}

func set[T comparable](v *T, fallback T) {
	var zero T
	if *v == zero {
		*v = fallback
	}
}

// ServeHTTP implements [http.Handler].
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.requests++
	s.mu.Unlock()
	switch r.Method {
	case http.MethodGet:
		s.download(w, r)
		return
	case http.MethodHead, http.MethodPut:
		s.serveFile(w, r)
		return
	}
	if s.extended() {
		w.Header().Set(wire.HeaderExtension, "1")
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, 64<<20))
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	var tasks []wire.Task
	if err := json.Unmarshal(body, &tasks); err != nil || len(tasks) == 0 {
		s.reply(w, 400, nil, wire.Error{Code: "invalidRequest", Message: "The body must be a JSON array of tasks."})
		return
	}
	if tasks[0].TaskType == wire.TypePing {
		s.mu.Lock()
		s.pings++
		s.mu.Unlock()
	}
	if s.opt.Key != "-" && r.Header.Get("Authorization") != "Bearer "+s.opt.Key {
		s.reply(w, 401, nil, wire.Error{Code: "invalidApiKey", Message: "Invalid API key."})
		return
	}
	s.serve(w, r, tasks)
}

var operations = map[string]string{
	wire.TypeVideoInference: "submit", wire.TypeGetResponse: "poll", wire.TypeMediaStorage: "upload",
	wire.TypeAccount: "account", wire.TypeGetTaskDetails: "details", wire.TypePing: "ping",
}

func (s *Server) serve(w http.ResponseWriter, r *http.Request, tasks []wire.Task) {
	op := operations[tasks[0].TaskType]
	if op == "" {
		s.reply(w, 400, nil, wire.Error{Code: "unsupportedTaskType", Message: "Unsupported task type.", TaskUUID: tasks[0].TaskUUID})
		return
	}
	s.watch(op)
	fault := s.strike(op)
	if before(w, r, s, fault) {
		return
	}
	var items []any
	var errs []wire.Error
	status := 200
	for _, t := range tasks {
		switch op {
		case "submit":
			i, e := s.submit(t, r.Header.Get(wire.HeaderDryRun) != "" && !s.opt.NoDryRun)
			items, errs = append(items, i...), append(errs, e...)
		case "poll":
			if s.opt.Single && len(tasks) > 1 {
				errs, status = []wire.Error{{Code: "invalidRequest", Message: "One getResponse task per request."}}, 400
				continue
			}
			i, e := s.poll(t.TaskUUID, r.Host)
			if s.opt.Forgets && s.over(t.TaskUUID) {
				continue
			}
			if s.opt.Expires && s.over(t.TaskUUID) {
				errs = append(errs, wire.Error{Code: "taskExpired", Message: "The task has expired.", Status: wire.StatusError, TaskType: wire.TypeVideoInference, TaskUUID: t.TaskUUID})
				continue
			}
			items, errs = append(items, i...), append(errs, e...)
		case "upload":
			i, e := s.upload(t)
			items, errs = append(items, i...), append(errs, e...)
		case "ping":
			items = append(items, map[string]any{"taskType": t.TaskType, "pong": true})
		case "account":
			items = append(items, map[string]any{"taskType": t.TaskType, "taskUUID": t.TaskUUID,
				"balance": map[string]any{"amount": s.opt.Balance, "currency": "USD"}})
		case "details":
			i, e := s.poll(t.TaskUUID, r.Host)
			inner, _ := json.Marshal(envelope(i, e)) // items of ours always marshal
			items = append(items, map[string]any{"taskType": t.TaskType, "taskUUID": t.TaskUUID, "response": json.RawMessage(inner)})
		}
	}
	if op != "poll" && len(errs) > 0 {
		status = 400
	}
	s.watch(op + " done")
	s.after(w, fault, status, items, errs)
}

func (s *Server) watch(moment string) {
	if s.opt.Watch != nil {
		s.opt.Watch(moment)
	}
}

// failMark in a prompt makes the generation end with a code: FAIL(inferenceError).
var failMark = regexp.MustCompile(`FAIL\((\w+)\)`)

func (s *Server) submit(t wire.Task, dry bool) ([]any, []wire.Error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	refuse := func(code, field, msg string) ([]any, []wire.Error) {
		return nil, []wire.Error{{Code: code, Message: msg, Parameters: []string{field}, TaskType: t.TaskType, TaskUUID: t.TaskUUID}}
	}
	n := len([]rune(t.PositivePrompt))
	switch {
	case !uuid4.MatchString(t.TaskUUID):
		return refuse("invalidTaskUUID", "taskUUID", "taskUUID must be a UUID v4.")
	case n < 1 || n > 10000:
		return refuse("invalidPositivePromptLength", "positivePrompt", "The prompt must have 1 to 10000 characters.")
	case t.Duration != 0 && (t.Duration < 5 || t.Duration > 300):
		return refuse("unsupportedDuration", "duration", "The duration must be 5 to 300 seconds.")
	}
	if in := t.Inputs; in != nil && uuid4.MatchString(in.Image) && s.media[in.Image] == 0 {
		return refuse("invalidInputsImage", "inputs.image", "The image was not found.")
	}
	if t.Render != nil && !s.opt.Extension {
		return refuse("unsupportedParameter", "render", "There is no such parameter.")
	}
	if names := s.lacks(t); len(names) > 0 {
		return nil, []wire.Error{{Code: wire.CodeMissingFile, Message: "A file is not here.", Parameters: names, TaskType: t.TaskType, TaskUUID: t.TaskUUID}}
	}
	if dry {
		return []any{map[string]any{"taskType": t.TaskType, "taskUUID": t.TaskUUID, "cost": s.cost(t) * float64(max(t.NumberResults, 1))}}, nil
	}
	old, seen := s.tasks[t.TaskUUID]
	if seen {
		old.book.Posts++
		if !s.opt.Forgetful || time.Now().Before(old.ready) {
			old.book.Conflicts++
			return refuse("conflictTaskUUID", "taskUUID", "A task with this UUID exists.")
		}
		old.book.Accepted++
		return []any{ack(t)}, nil
	}
	k := &task{Task: t, index: len(s.tasks), ready: time.Now().Add(s.opt.Delay), book: Book{UUID: t.TaskUUID, Prompt: t.PositivePrompt, Posts: 1, Accepted: 1}}
	nameless := t
	nameless.TaskUUID = ""
	ask, _ := wire.Encode(nameless) // it was JSON a moment ago
	k.book.ask = string(ask)
	if m := failMark.FindStringSubmatch(t.PositivePrompt); m != nil {
		k.fails = m[1]
	} else if s.opt.FailOne > 0 && rand.New(rand.NewPCG(s.opt.Seed, hash(t.TaskUUID))).Float64() < s.opt.FailOne { //nolint:gosec // as above
		k.fails = "inferenceError"
	}
	s.tasks[t.TaskUUID] = k
	s.inFlight++
	s.peak = max(s.peak, s.inFlight)
	return []any{ack(t)}, nil
}

var uuid4 = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)

func ack(t wire.Task) wire.Item { return wire.Item{TaskType: t.TaskType, TaskUUID: t.TaskUUID} }

func (s *Server) cost(t wire.Task) float64 {
	d := t.Duration
	set(&d, 30)
	return s.opt.Price * float64(d)
}

// poll gives a task's whole state. A task with several results finishes them one
// after another, the last at its ready time.
func (s *Server) poll(uuid, host string) (items []any, errs []wire.Error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	k := s.tasks[uuid]
	if k == nil {
		return nil, nil
	}
	k.book.Polls++
	n, now := max(k.NumberResults, 1), time.Now()
	if !now.Before(k.ready) && !k.finished {
		k.finished = true
		s.inFlight--
		if k.fails == "" {
			k.book.Billed = n
			k.book.Cost = s.cost(k.Task) * float64(n)
		} else {
			k.book.Failed = k.fails
		}
	}
	if k.finished && k.fails != "" {
		return nil, []wire.Error{{Code: k.fails, Message: "The generation failed.", Status: wire.StatusError, TaskType: k.TaskType, TaskUUID: uuid}}
	}
	for i := range n {
		due := k.ready.Add(-s.opt.Delay / 4 * time.Duration(n-1-i) / time.Duration(n))
		if now.Before(due) {
			done := 100 * (1 - float64(k.ready.Sub(now))/float64(s.opt.Delay))
			item := map[string]any{"taskType": k.TaskType, "taskUUID": uuid, "status": "processing", "progress": done}
			if k.Render != nil {
				item["render"] = wire.Made{Index: i, Phase: "draw"}
			}
			items = append(items, item)
			continue
		}
		item := wire.Item{TaskType: k.TaskType, TaskUUID: uuid, Status: wire.StatusSuccess, VideoUUID: VideoUUID(uuid, i),
			VideoURL: fmt.Sprintf("http://%s/files/%s/%d?sig=%d", host, uuid, i, k.sig), Seed: int64(hash(uuid)>>12) + int64(i), Render: k.made(host, i)}
		if k.IncludeCost != nil && *k.IncludeCost {
			c := s.cost(k.Task)
			item.Cost = &c
		}
		items = append(items, item)
	}
	return items, nil
}

// over says whether a task has come to its end.
func (s *Server) over(uuid string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	k := s.tasks[uuid]
	return k != nil && k.finished
}

func (s *Server) upload(t wire.Task) ([]any, []wire.Error) {
	if t.Operation != "upload" || len(t.Media) < 16 {
		return nil, []wire.Error{{Code: "invalidMedia", Message: "Nothing to store.", TaskUUID: t.TaskUUID}}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	id := MediaUUID(t.Media)
	s.media[id]++
	return []any{map[string]any{"taskType": t.TaskType, "taskUUID": t.TaskUUID, "operation": "upload", "mediaUUID": id, "mediaURL": "https://im.example/" + id}}, nil
}

// ForgetMedia removes all stored images, as the provider does after 30 days.
func (s *Server) ForgetMedia() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.media)
}

func envelope(items []any, errs []wire.Error) map[string]any {
	out := map[string]any{"data": items}
	if items == nil {
		out["data"] = []any{}
	}
	if len(errs) > 0 {
		out["errors"] = errs
	}
	return out
}

func (s *Server) reply(w http.ResponseWriter, status int, items []any, errs ...wire.Error) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(envelope(items, errs)) // a client that left is no error of ours
}

// download serves /…/files/UUID/N?sig=S with ranges.
func (s *Server) download(w http.ResponseWriter, r *http.Request) {
	s.watch("download")
	fault := s.strike("download")
	parts := strings.Split(strings.Trim(r.URL.Path, "/"), "/")
	if len(parts) < 3 || parts[len(parts)-3] != "files" && parts[len(parts)-3] != "sidecars" {
		http.NotFound(w, r)
		return
	}
	uuid, ext := parts[len(parts)-2], path.Ext(parts[len(parts)-1])
	n, err := strconv.Atoi(strings.TrimSuffix(parts[len(parts)-1], ext))
	s.mu.Lock()
	k := s.tasks[uuid]
	ok := err == nil && k != nil && k.finished && n < max(k.NumberResults, 1)
	if ok && fault == "expired" {
		k.sig++
	}
	ok = ok && r.URL.Query().Get("sig") == strconv.Itoa(k.sig)
	if ok && ext == "" {
		k.book.Downloads++
	}
	s.mu.Unlock()
	if !ok {
		http.Error(w, "expired", http.StatusNotFound)
		return
	}
	if before(w, r, s, fault) {
		return
	}
	data, kind := Video(k.Task, n, s.opt.Bytes), "video/mp4"
	if ext != "" {
		data, kind = []byte(Sidecar(uuid, n, ext)), "text/plain"
	}
	switch fault {
	case "short": // a file cut by the server itself, with a length that agrees
		data = data[:len(data)*2/3]
	case "norange":
		r.Header.Del("Range")
		w.Header().Set("Content-Length", strconv.Itoa(len(data)))
		_, _ = w.Write(data)
		return
	case "nolength":
		_, _ = w.Write(data[:len(data)/2])
		_ = http.NewResponseController(w).Flush()
		_, _ = w.Write(data[len(data)/2:])
		return
	case "cut", "stall-half":
		w = &cutter{ResponseWriter: w, left: len(data) / 3, cut: func() {
			if fault == "stall-half" {
				s.hang(r)
			}
			panic(http.ErrAbortHandler)
		}}
	}
	w.Header().Set("ETag", fmt.Sprintf("%q", VideoUUID(uuid, n)))
	w.Header().Set("Content-Type", kind)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

// cutter lets some bytes through and then ends the connection.
type cutter struct {
	http.ResponseWriter
	left int
	cut  func()
}

func (c *cutter) Write(b []byte) (int, error) {
	n, err := c.ResponseWriter.Write(b[:min(len(b), c.left)])
	if c.left -= n; c.left <= 0 {
		_ = http.NewResponseController(c.ResponseWriter).Flush()
		c.cut()
	}
	return n, err
}
