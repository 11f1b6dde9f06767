package runwaretest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"path"
	"slices"
	"strings"

	"gitops.video/render/render/wire"
)

// What the server does when Options.Extension is set: it announces the extension,
// keeps files, refuses tasks whose files it lacks, and gives results sidecars and notes.

// serveFile answers HEAD and PUT below …/files/.
func (s *Server) serveFile(w http.ResponseWriter, r *http.Request) {
	sum := path.Base(r.URL.Path)
	if !s.extended() || len(sum) != 64 {
		http.NotFound(w, r)
		return
	}
	if s.opt.Key != "-" && r.Header.Get("Authorization") != "Bearer "+s.opt.Key {
		s.reply(w, 401, nil, wire.Error{Code: "invalidApiKey", Message: "Invalid API key."})
		return
	}
	op := "file"
	if r.Method == http.MethodPut {
		op = "put"
	}
	s.watch(op)
	body, err := io.ReadAll(r.Body)
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	fault := s.strike(op)
	if before(w, r, s, fault) {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.heads++
	if r.Method == http.MethodHead {
		if s.files[sum] == nil {
			w.WriteHeader(http.StatusNotFound)
		}
		return
	}
	s.puts++
	if got := sha256.Sum256(body); hex.EncodeToString(got[:]) != sum {
		s.reply(w, 400, nil, wire.Error{Code: "invalidFile", Message: "The content has another hash."})
		return
	}
	if !s.leaks {
		s.files[sum] = body
	}
	if fault == "lost" {
		panic(http.ErrAbortHandler)
	}
	w.WriteHeader(http.StatusCreated)
}

// lacks names the files of a task that the server does not have.
func (s *Server) lacks(t wire.Task) []string {
	var out []string
	if t.Render != nil {
		for name, sum := range t.Render.Files {
			if s.files[sum] == nil {
				out = append(out, "render.files."+name)
			}
		}
	}
	slices.Sort(out)
	return out
}

// Retire takes the extension away, as a server of another kind at the same address.
func (s *Server) Retire() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.retired = true
}

// Leak makes the server lose files as soon as it has taken them.
func (s *Server) Leak() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.leaks = true
}

// extended says whether the server has the extension (still).
func (s *Server) extended() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.opt.Extension && !s.retired
}

// ForgetFiles removes all stored files.
func (s *Server) ForgetFiles() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.files)
}

// Files says how often files were asked for, and how often one was sent.
func (s *Server) Files() (asked, sent int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.heads - s.puts, s.puts
}

// Task gives an accepted task as it came, nil when there is none.
func (s *Server) Task(uuid string) *wire.Task {
	s.mu.Lock()
	defer s.mu.Unlock()
	if k := s.tasks[uuid]; k != nil {
		t := k.Task
		return &t
	}
	return nil
}

// made is the extension of a task's result n.
func (k *task) made(host string, n int) *wire.Made {
	if k.Render == nil {
		return nil
	}
	m := &wire.Made{Index: n, Seconds: 30, Width: k.Width, Height: k.Height, Notes: []string{fmt.Sprintf("note of result %d", n)},
		ScenesRendered: 1 + n, ScenesReused: 2, Sidecars: map[string]string{}}
	for _, ext := range []string{".vtt", ".srt", ".mp4"} { // no client takes a video for a sidecar
		m.Sidecars[ext] = fmt.Sprintf("http://%s/sidecars/%s/%d%s?sig=%d", host, k.TaskUUID, n, ext, k.sig)
	}
	return m
}

// Sidecar is the content of the file beside result n of a task.
func Sidecar(uuid string, n int, ext string) string {
	return strings.ToUpper(ext[1:]) + " of " + VideoUUID(uuid, n) + "\n"
}
