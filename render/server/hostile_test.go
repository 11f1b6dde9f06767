package server_test

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"gitops.video/render/render/wire"
)

// zeros is a body of n spaces.
func zeros(n int64) io.Reader { return io.LimitReader(spaces{}, n) }

type spaces struct{}

func (spaces) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

// TestSlowClients sends the beginning of a body and then nothing: the server answers,
// or hangs up, and does not wait for the rest.
func TestSlowClients(t *testing.T) {
	t.Parallel()
	w := start(t, nil)
	w.Hurry(100*time.Millisecond, 100*time.Millisecond)
	for _, head := range []string{
		"POST /v1 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + aliceKey + "\r\nContent-Length: 1000\r\n\r\n[{",
		"PUT /v1/files/" + strings.Repeat("ab", 32) + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + aliceKey + "\r\nContent-Length: 1000\r\n\r\nabc",
	} {
		c, err := net.Dial("tcp", strings.TrimPrefix(w.url, "http://"))
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if _, err := io.WriteString(c, head); err != nil {
			t.Fatal(err)
		}
		_ = c.SetDeadline(time.Now().Add(10 * time.Second))
		resp, err := http.ReadResponse(bufio.NewReader(c), nil)
		if err != nil || resp.StatusCode != http.StatusRequestTimeout {
			t.Errorf("%.10s: %v, %v", head, resp, err)
		}
	}
	l := w.line()
	l.login(aliceKey, "")
	l.hangsUp() // it says nothing for too long
	w.line().hangsUp()
}

// TestLargeAndDeepBodies keeps the memory in bounds whatever a body holds.
func TestLargeAndDeepBodies(t *testing.T) {
	t.Parallel()
	w := start(t, nil)
	for name, body := range map[string]string{
		"deep":        `[{"taskType":"videoInference","a":` + strings.Repeat(`{"a":`, 500_000) + "1" + strings.Repeat("}", 500_000) + "}]",
		"long array":  "[" + strings.Repeat("{},", 300_000) + "{}]",
		"many fields": `[{"taskType":"ping"` + manyFields(20_000) + "}]",
		"long number": `[{"taskType":"getResponse","taskUUID":` + strings.Repeat("9", 1<<20) + "}]",
		"long string": `[{"taskType":"` + strings.Repeat("x", 1<<20) + `"}]`,
		"long list":   `[{"taskType":"modelSearch","taskUUID":"` + id() + `","tags":[` + strings.Repeat(`"a",`, 100_000) + `"a"]}]`,
		"no utf-8":    "[{\"taskType\":\"\xff\xfe\"}]",
	} {
		status, text, r := w.post(body)
		if status != 400 || len(r.Errors) == 0 || len(text) > 64<<10 {
			t.Errorf("%s: %d, %d bytes of answer", name, status, len(text))
		}
	}
	if log := w.log.String(); len(log) > 1<<20 {
		t.Errorf("the log grew to %d bytes", len(log))
	}
}

func manyFields(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `,"field%d":%d`, i, i)
	}
	return b.String()
}

// TestLinesInNames tries to write headers and log lines of its own through everything
// that is said again somewhere.
func TestLinesInNames(t *testing.T) {
	t.Parallel()
	w := start(t, nil)
	evil := `x\r\nX-Evil: 1\u001b[2J`
	for _, body := range []string{
		`[{"taskType":"` + evil + `"}]`,
		`[{"taskType":"ping","` + evil + `":1}]`,
		`[{"taskType":"getResponse","taskUUID":"` + evil + `"}]`,
		`[{"taskType":"videoInference","taskUUID":"` + id() + `","model":"` + evil + `","positivePrompt":"p"}]`,
	} {
		resp, text := w.request(http.MethodPost, "/v1", nil, strings.NewReader(body))
		if resp.StatusCode != 400 || resp.Header.Get("X-Evil") != "" || strings.ContainsAny(strings.TrimSpace(text), "\r\n\x1b") {
			t.Errorf("%s: %d %q", body, resp.StatusCode, text)
		}
	}
	if log := w.log.String(); strings.Contains(log, "\x1b") || strings.Contains(log, "\nX-Evil") {
		t.Errorf("the log was written into: %q", log)
	}
}

// FuzzRequest posts anything: the server must answer with JSON that a client can read,
// and never with an error of its own.
func FuzzRequest(f *testing.F) {
	for _, s := range []string{"[" + task(id()) + "]", `[{"taskType":"authentication","apiKey":"x"}]`, upload("aGVsbG8="), `[{"taskType":"getTaskDetails","taskUUID":"` + id() + `"}]`,
		"[" + task(id(), `"render":{"version":1,"spec":{"style":"bold"},"files":{"a":"b"}}`) + "]", "[" + task(id(), `"inputs":{"image":"data:image/png;base64,iVBORw0KGgo="}`) + "]"} {
		f.Add(s)
	}
	w := start(f, nil)
	f.Fuzz(func(t *testing.T, body string) {
		w.t = t
		resp, text := w.request(http.MethodPost, "/v1", nil, strings.NewReader(body))
		if _, err := wire.Decode([]byte(text)); err != nil || resp.StatusCode >= 500 {
			t.Errorf("%q is answered %d %s", body, resp.StatusCode, text)
		}
	})
}
