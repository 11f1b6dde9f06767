package main_test

import (
	"bufio"
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/uuid"

	"gitops.video/render/render/container"
	"gitops.video/render/render/wire"
)

// serving is `render serve` as a user starts it.
type serving struct {
	t    *testing.T
	cmd  *exec.Cmd
	api  string
	key  string
	said *bytes.Buffer
	over chan struct{}
}

func serve(t *testing.T, dir, key string, args ...string) *serving {
	t.Helper()
	s := &serving{t: t, key: key, said: &bytes.Buffer{}, over: make(chan struct{})}
	s.cmd = exec.Command("render", append([]string{"serve", "--addr", "127.0.0.1:0", "--allow-private-urls", "--data", filepath.Join(dir, "data")}, args...)...)
	s.cmd.Env = append(os.Environ(), "RENDER_CACHE_DIR="+filepath.Join(dir, "cache"), "RENDER_WEBHOOK_SECRET=whsec_MDEyMzQ1Njc4OWFiY2RlZg==")
	log, err := s.cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ready := make(chan string, 1)
	go func() {
		defer close(s.over)
		for lines := bufio.NewScanner(log); lines.Scan(); {
			s.said.WriteString(lines.Text() + "\n")
			if _, at, ok := strings.Cut(lines.Text(), "msg=serving api="); ok {
				ready <- strings.Fields(at)[0]
			}
		}
	}()
	t.Cleanup(func() { _ = s.cmd.Process.Kill(); <-s.over; _ = s.cmd.Wait() })
	select {
	case s.api = <-ready:
	case <-s.over:
		t.Fatalf("it does not serve:\n%s", s.said)
	case <-time.After(time.Minute):
		t.Fatal("it does not serve")
	}
	return s
}

func (s *serving) post(body string) (int, wire.Reply) {
	s.t.Helper()
	req, err := http.NewRequestWithContext(s.t.Context(), http.MethodPost, s.api, strings.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+s.key)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		s.t.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	r, err := wire.Decode(text)
	if err != nil {
		s.t.Fatal(err)
	}
	return resp.StatusCode, r
}

// TestServe takes the server as its users do: a key from the command line, a task over
// HTTP, an end by kill -9 while it is being made, and a new start. The video is made
// once, posted to its webhook with a signature, put to its endpoint, and served.
func TestServe(t *testing.T) {
	if testing.Short() {
		t.Skip("renders a video")
	}
	t.Parallel()
	dir := t.TempDir()
	var line, key bytes.Buffer
	cmd := exec.Command("render", "serve", "key", "alice", "--daily", "2")
	cmd.Stdout, cmd.Stderr = &line, &key
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "keys.yaml")
	write(t, file, line.String())

	hooks, puts := make(chan *http.Request, 8), make(chan []byte, 8)
	receiver := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if r.Method == http.MethodPut {
			puts <- body
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		hooks <- r
	}))
	defer receiver.Close()

	args := []string{"--keys", file, "--workers", "1", "--price-per-second", "0.01"}
	s := serve(t, dir, strings.TrimSpace(key.String()), args...)
	id := uuid.NewString()
	task := fmt.Sprintf(`[{"taskType":"videoInference","taskUUID":%q,"model":"heygen:video-agent@0","positivePrompt":"Scene 1: [title]\nVO: \"Tides rise and fall, and the moon pulls.\"",
		"width":228,"height":128,"duration":5,"includeCost":true,"webhookURL":"%s/hook?token=t0ken","uploadEndpoint":"%s/put"}]`, id, receiver.URL, receiver.URL)
	if status, r := s.post(task); status != 200 || len(r.Data) != 1 {
		t.Fatalf("submit: %d %+v", status, r)
	}
	ask := `[{"taskType":"getResponse","taskUUID":"` + id + `"}]`
	wait := func(s *serving, until func(wire.Item) bool) wire.Item {
		t.Helper()
		for end := time.Now().Add(3 * time.Minute); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
			status, r := s.post(ask)
			if status != 200 || len(r.Errors) > 0 {
				t.Fatalf("poll: %d %+v", status, r)
			}
			if until(r.Data[0]) {
				return r.Data[0]
			}
		}
		t.Fatal("it takes too long")
		return wire.Item{}
	}
	wait(s, func(i wire.Item) bool { return i.Done() || i.Progress != nil && *i.Progress > 0 })
	if err := s.cmd.Process.Signal(syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	<-s.over

	s = serve(t, dir, s.key, args...)
	if status, r := s.post(task); status != 400 || len(r.Errors) != 1 || !r.Errors[0].Conflict() {
		t.Errorf("after the restart the task is unknown: %d %+v", status, r)
	}
	item := wait(s, wire.Item.Done)
	resp, err := http.Get(item.URL())
	if err != nil {
		t.Fatal(err)
	}
	video, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil || resp.StatusCode != 200 {
		t.Fatalf("%d, %v", resp.StatusCode, err)
	}
	info, err := container.Probe(bytes.NewReader(video), int64(len(video)))
	if err != nil || info.Width != 228 || info.Seconds < 4 || item.Cost == nil || *item.Cost < .04 {
		t.Errorf("%+v, %v, %+v", info, err, item)
	}
	select {
	case put := <-puts:
		if !bytes.Equal(put, video) {
			t.Error("the endpoint was put something else")
		}
	case <-time.After(30 * time.Second):
		t.Error("nothing was put to the endpoint")
	}
	select {
	case hook := <-hooks:
		body, _ := io.ReadAll(hook.Body)
		mac := hmac.New(sha256.New, []byte("0123456789abcdef"))
		fmt.Fprintf(mac, "%s.%s.%s", hook.Header.Get("webhook-id"), hook.Header.Get("webhook-timestamp"), body)
		if hook.Header.Get("webhook-signature") != "v1,"+base64.StdEncoding.EncodeToString(mac.Sum(nil)) || hook.URL.RawQuery != "token=t0ken" {
			t.Errorf("webhook %s %v", hook.URL, hook.Header)
		}
		var told struct {
			Data []struct{ VideoURL, VideoUUID string }
		}
		if err := json.Unmarshal(body, &told); err != nil || len(told.Data) != 1 || told.Data[0].VideoUUID != item.VideoUUID || told.Data[0].VideoURL == "" {
			t.Errorf("webhook says %s", body)
		}
	case <-time.After(30 * time.Second):
		t.Error("the webhook was not called")
	}
	if err := s.cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	<-s.over
	if err := s.cmd.Wait(); err != nil {
		t.Errorf("an interrupt ends it with %v", err)
	}
	for _, secret := range []string{s.key, "Tides", "t0ken"} {
		if strings.Contains(s.said.String(), secret) {
			t.Errorf("the log holds %q:\n%s", secret, s.said)
		}
	}
}
