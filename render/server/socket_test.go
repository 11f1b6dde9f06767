package server_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"gitops.video/render/render/server"
	"gitops.video/render/render/server/keys"
)

// line is a client's end of a WebSocket.
type line struct {
	*websocket.Conn
	t testing.TB
}

func (w *world) dial(header http.Header) (*line, *http.Response, error) {
	ctx, cancel := context.WithTimeout(w.t.Context(), 5*time.Second)
	defer cancel()
	c, resp, err := websocket.Dial(ctx, "ws"+strings.TrimPrefix(w.url, "http")+"/v1", &websocket.DialOptions{HTTPHeader: header})
	if err != nil {
		return nil, resp, err
	}
	c.SetReadLimit(1 << 20)
	w.t.Cleanup(func() { _ = c.CloseNow() })
	return &line{Conn: c, t: w.t}, resp, nil
}

func (w *world) line() *line {
	w.t.Helper()
	l, _, err := w.dial(nil)
	if err != nil {
		w.t.Fatal(err)
	}
	return l
}

func (l *line) say(text string) {
	l.t.Helper()
	if err := l.Write(l.t.Context(), websocket.MessageText, []byte(text)); err != nil {
		l.t.Fatal(err)
	}
}

// hear waits for the next message.
func (l *line) hear() string {
	l.t.Helper()
	ctx, cancel := context.WithTimeout(l.t.Context(), 10*time.Second)
	defer cancel()
	_, b, err := l.Read(ctx)
	if err != nil {
		l.t.Fatalf("the line is dead: %v", err)
	}
	return strings.TrimSpace(string(b))
}

// hears expects parts of the next message.
func (l *line) hears(parts ...string) string {
	l.t.Helper()
	got := l.hear()
	for _, p := range parts {
		if !strings.Contains(got, p) {
			l.t.Fatalf("heard %s\nwithout %s", got, p)
		}
	}
	return got
}

// login authenticates and gives the session's UUID.
func (l *line) login(key, session string) string {
	l.t.Helper()
	more := ""
	if session != "" {
		more = `,"connectionSessionUUID":"` + session + `"`
	}
	l.say(`[{"taskType":"authentication","apiKey":"` + key + `"` + more + `}]`)
	_, id, ok := strings.Cut(l.hears(`"taskType":"authentication"`), `"connectionSessionUUID":"`)
	if !ok || len(id) < 36 {
		l.t.Fatal("no session")
	}
	return id[:36]
}

// hangsUp expects that the server ends the line.
func (l *line) hangsUp() {
	l.t.Helper()
	ctx, cancel := context.WithTimeout(l.t.Context(), 10*time.Second)
	defer cancel()
	for {
		if _, _, err := l.Read(ctx); err != nil {
			if ctx.Err() != nil {
				l.t.Error("the line stays open")
			}
			return
		}
	}
}

func TestSocketAuthenticatesFirst(t *testing.T) {
	t.Parallel()
	w := start(t, nil)
	for first, want := range map[string]string{
		`[{"taskType":"ping","ping":true}]`:                         "missingApiKey",
		`[{"taskType":"authentication","apiKey":"wrong"}]`:          "invalidApiKey",
		`[{"taskType":"authentication"}]`:                           "missingApiKey",
		`{"taskType":"authentication","apiKey":"` + aliceKey + `"}`: "invalidRequest",
		`hello`: "invalidRequest",
	} {
		l := w.line()
		l.say(first)
		// SDKs look for the error of an authentication by its task type.
		if got := l.hears(want, `"error":{"code":"`+want); want == "invalidApiKey" && (!strings.Contains(got, `"taskType":"authentication"`) || strings.Contains(got, `"taskUUID"`)) {
			t.Error(got)
		}
		l.hangsUp()
	}
	// More than a stranger has to say is not even read.
	l := w.line()
	_ = l.Write(t.Context(), websocket.MessageText, []byte(strings.Repeat(" ", 100_000)))
	l.hangsUp()

	l = w.line()
	l.login(aliceKey, "")
	l.say(`[{"taskType":"ping","ping":true}]`)
	l.hears(`"pong":true`)
	l.say(`nonsense`)
	l.hears("invalidRequest")
	l.say(`[{"taskType":"authentication","apiKey":"` + bobKey + `"}]`) // nobody becomes another on an open line
	l.hears("invalidApiKey")
	l.say("[" + task(id(), `"duration":1`) + "]")
	l.hears(`"errors":[{"code":"unsupportedDuration"`)

	// A key in the handshake does as well.
	in, _, err := w.dial(http.Header{"Authorization": {"Bearer " + aliceKey}})
	if err != nil {
		t.Fatal(err)
	}
	in.say(`[{"taskType":"ping"}]`)
	in.hears(`"pong":true`)
	if _, resp, err := w.dial(http.Header{"Authorization": {"Bearer wrong"}}); err == nil || resp.StatusCode != 401 {
		t.Errorf("a wrong key in the handshake: %v", err)
	}
	if _, resp, err := w.dial(http.Header{"Origin": {"https://evil.example"}}); err == nil || resp.StatusCode != 403 {
		t.Errorf("a page of another site: %v", err)
	}
}

// TestSocketEndsWithItsKey: a key that is taken away while sockets are open ends them,
// the silent ones too; others go on, with the limits that hold now.
func TestSocketEndsWithItsKey(t *testing.T) {
	t.Parallel()
	ring := &keys.Ring{}
	if err := ring.Accept(aliceKey + "," + bobKey); err != nil {
		t.Fatal(err)
	}
	w := start(t, func(o *server.Options) { o.Keys = ring })
	silent, busy, bob := w.line(), w.line(), w.line()
	silent.login(aliceKey, "")
	busy.login(aliceKey, "")
	bob.login(bobKey, "")
	b, _ := ring.Find(bobKey)
	b.Daily = 1
	fewer := &keys.Ring{}
	if err := fewer.Read(strings.NewReader(b.Line())); err != nil {
		t.Fatal(err)
	}
	ring.Become(fewer)
	// A message that crosses with the farewell is not carried out.
	a := id()
	_ = busy.Write(t.Context(), websocket.MessageText, []byte("["+task(a)+"]"))
	for _, l := range []*line{silent, busy} {
		l.hears(`"code":"invalidApiKey"`)
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		var err error
		for err == nil {
			_, _, err = l.Read(ctx)
		}
		cancel()
		if websocket.CloseStatus(err) != websocket.StatusPolicyViolation {
			t.Errorf("the line ends with %v", err)
		}
	}
	if x, err := w.queue.Task(t.Context(), "", a); err != nil || x != nil {
		t.Errorf("a task was taken from a key that is no more: %v, %v", x, err)
	}
	bob.say("[" + task(id()) + "]")
	bob.hears(`"data":[{"taskType":"videoInference"`)
	bob.say("[" + task(id()) + "]")
	bob.hears("quotaExceeded")
}

func TestSocketWithoutKeys(t *testing.T) {
	t.Parallel()
	w := start(t, func(o *server.Options) { o.Keys = &keys.Ring{}; o.Origins = []string{"app.example.com"} })
	in, _, err := w.dial(http.Header{"Origin": {"https://app.example.com"}})
	if err != nil {
		t.Fatal(err)
	}
	in.login("anything", "")
	a := id()
	in.say("[" + task(a) + "]")
	in.hears(`"taskUUID":"` + a + `"`)
	in.say(`[{"taskType":"getResponse","taskUUID":"` + a + `"}]`)
	in.hears(`"status":"processing"`)
	if _, resp, err := w.dial(http.Header{"Origin": {"https://app.example.com.evil.example"}}); err == nil || resp.StatusCode != 403 {
		t.Errorf("another site: %v", err)
	}
}

func TestSocketEndsWithTheServer(t *testing.T) {
	t.Parallel()
	w := start(t, nil)
	l := w.line()
	l.login(aliceKey, "")
	done := make(chan error, 1)
	go func() { done <- w.Close() }()
	l.hangsUp()
	select {
	case err := <-done:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(10 * time.Second):
		t.Error("the server waits for its sockets")
	}
}
