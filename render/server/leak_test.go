package server_test

import (
	"bufio"
	"context"
	"encoding/base64"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"
	"gitops.video/render/render/server"
)

// crowd is what clients do to a server in one round: each kind of them often enough
// that one thing left behind by each would show.
type crowd struct {
	*world
	film string // address of a stored film
}

const (
	rounds      = 20
	perRound    = 20        // clients of each kind
	heapSlack   = 256 << 10 // half of what a session for each would be
	countsSlack = 10        // goroutines and files: far fewer than one a round
)

// TestNothingIsLeft lets crowds of clients come and go, the rude ones too, and counts
// what they leave: heap, goroutines and open files are what they were.
func TestNothingIsLeft(t *testing.T) { // not parallel: it counts what the whole process has
	if testing.Short() {
		t.Skip("thousands of clients")
	}
	w := start(t, func(o *server.Options) { o.Logger = nil })
	w.showDashboard(t)
	w.work(nil)
	c := &crowd{world: w, film: w.storeFilm()}
	for range 3 {
		c.round()
	}
	before := c.settled(usage{})
	for range rounds {
		c.round()
	}
	after := c.settled(before)
	t.Logf("after %d clients: %v; before %v", rounds*perRound*6, after, before)
	if after.goroutines > before.goroutines+countsSlack {
		buf := make([]byte, 256<<10)
		t.Errorf("%d goroutines are left:\n%s", after.goroutines-before.goroutines, buf[:runtime.Stack(buf, true)])
	}
	if after.files > before.files+countsSlack {
		t.Errorf("%d files are left open", after.files-before.files)
	}
	if after.heap > before.heap+heapSlack {
		t.Errorf("%d kB of heap are left", (after.heap-before.heap)>>10)
	}
}

// usage is what a process holds.
type usage struct{ heap, goroutines, files int }

func (u usage) String() string {
	return fmt.Sprintf("%d kB of heap, %d goroutines, %d files", u.heap>>10, u.goroutines, u.files)
}

// settled measures until what is going away has gone, or does not go.
func (c *crowd) settled(to usage) (u usage) {
	http.DefaultClient.CloseIdleConnections()
	for range 100 {
		runtime.GC()
		runtime.GC() // pools keep what they hold through one
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		u = usage{heap: int(m.HeapAlloc), goroutines: runtime.NumGoroutine(), files: 0}
		if fds, err := os.ReadDir("/proc/self/fd"); err == nil { // where the system has it
			u.files = len(fds)
		}
		if to.goroutines > 0 && u.heap <= to.heap+heapSlack && u.goroutines <= to.goroutines+countsSlack && u.files <= to.files+countsSlack {
			return u
		}
		time.Sleep(50 * time.Millisecond)
	}
	return u
}

// storeFilm uploads three megabytes that pass for a film and gives their address.
func (w *world) storeFilm() string {
	film := append([]byte("\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom"), make([]byte, 3<<20)...)
	_, r := w.want(`[{"taskType":"mediaStorage","taskUUID":"`+id()+`","operation":"upload","media":"data:video/mp4;base64,`+base64.StdEncoding.EncodeToString(film)+`"}]`, 200)
	return r.Data[0].MediaURL
}

func (c *crowd) round() {
	var wg sync.WaitGroup
	for range perRound {
		wg.Go(c.poll)
		wg.Go(func() { c.talk(true) })
		wg.Go(func() { c.talk(false) })
		wg.Go(c.watch)
		wg.Go(func() { c.download(3 << 20) })
		wg.Go(func() { c.download(100) })
		wg.Go(c.breakOff)
		wg.Go(c.sendRubbish)
	}
	wg.Add(2)
	for _, stays := range []bool{true, false} {
		go func() { defer wg.Done(); c.order(stays) }()
	}
	wg.Wait()
}

// poll asks for tasks, known and unknown, on one connection.
func (c *crowd) poll() {
	for range 10 {
		c.want(`[{"taskType":"getResponse","taskUUID":"`+id()+`"},{"taskType":"ping"}]`, 200)
	}
}

func (c *crowd) connect() *websocket.Conn {
	conn, _, err := websocket.Dial(c.t.Context(), "ws"+strings.TrimPrefix(c.url, "http")+"/v1", nil)
	if err != nil {
		c.t.Error(err)
		runtime.Goexit()
	}
	return conn
}

func (c *crowd) exchange(conn *websocket.Conn, say, hear string) {
	if err := conn.Write(c.t.Context(), websocket.MessageText, []byte(say)); err != nil {
		c.t.Error(err)
	}
	for {
		_, got, err := conn.Read(c.t.Context())
		if err != nil {
			c.t.Error(err)
		}
		if err != nil || strings.Contains(string(got), hear) {
			return
		}
	}
}

// talk opens a WebSocket, and leaves with or without a word, or before saying who it is.
func (c *crowd) talk(politely bool) {
	conn := c.connect()
	c.exchange(conn, `[{"taskType":"authentication","apiKey":"`+aliceKey+`"}]`, "connectionSessionUUID")
	c.exchange(conn, `[{"taskType":"ping"}]`, `"pong"`)
	if politely {
		_ = conn.Close(websocket.StatusNormalClosure, "")
	} else {
		_ = conn.Write(c.t.Context(), websocket.MessageText, []byte("[{"))
	}
	_ = conn.CloseNow()
	stranger := c.connect()
	_ = stranger.Write(c.t.Context(), websocket.MessageText, []byte("[{"))
	_ = stranger.CloseNow()
}

// order submits a task over a WebSocket and stays for the video, or leaves before it.
func (c *crowd) order(stays bool) {
	conn := c.connect()
	c.exchange(conn, `[{"taskType":"authentication","apiKey":"`+aliceKey+`"}]`, "connectionSessionUUID")
	a := id()
	if stays {
		c.exchange(conn, "["+task(a)+"]", `"videoURL"`)
	} else {
		c.exchange(conn, "["+task(a)+"]", a)
	}
	_ = conn.CloseNow()
}

// watch looks at the dashboard for a moment.
func (c *crowd) watch() {
	v := c.visit(c.t)
	defer v.c.CloseIdleConnections()
	v.c.Transport = &http.Transport{}
	v.do(http.MethodPost, "/login", map[string][]string{"key": {aliceKey}})
	ctx, leave := context.WithCancel(c.t.Context())
	defer leave()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, c.url+"/events", nil)
	if err != nil {
		c.t.Error(err)
		return
	}
	resp, err := v.c.Do(r)
	if err != nil {
		c.t.Error(err)
		return
	}
	defer resp.Body.Close()
	lines := bufio.NewScanner(resp.Body)
	for lines.Buffer(nil, 4<<20); lines.Scan(); {
		if lines.Text() == "event: patch" {
			return
		}
	}
	c.t.Errorf("the stream ended: %v", lines.Err())
}

// download reads the first n bytes of a film and leaves.
func (c *crowd) download(n int64) {
	r, err := http.NewRequestWithContext(c.t.Context(), http.MethodGet, c.film, nil)
	if err != nil {
		c.t.Error(err)
		return
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		c.t.Error(err)
		return
	}
	defer resp.Body.Close()
	if got, err := io.CopyN(io.Discard, resp.Body, n); err != nil {
		c.t.Error(got, err)
	}
}

// breakOff sends the beginning of a body.
func (c *crowd) breakOff() {
	for _, what := range []string{"POST /v1", "PUT /v1/files/" + strings.Repeat("ab", 32)} {
		conn, err := net.Dial("tcp", strings.TrimPrefix(c.url, "http://"))
		if err != nil {
			c.t.Error(err)
			return
		}
		_, _ = io.WriteString(conn, what+" HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "+aliceKey+"\r\nContent-Length: 100000\r\n\r\n[{")
		_ = conn.Close()
	}
}

// sendRubbish uploads what is no picture, and asks for what is not there.
func (c *crowd) sendRubbish() {
	c.want(upload(base64.StdEncoding.EncodeToString(make([]byte, 10_000))), 400, "invalidMedia")
	if resp, _ := c.request(http.MethodGet, strings.Replace(c.film, "sig=", "sig=0", 1), nil, nil); resp.StatusCode != http.StatusForbidden && resp.StatusCode != http.StatusNotFound {
		c.t.Errorf("a forged address: %d", resp.StatusCode)
	}
}
