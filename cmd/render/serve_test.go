package main_test

import (
	"bufio"
	"bytes"
	"errors"
	"image"
	"image/draw"
	"image/png"
	"io"
	"math"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// everyField is a manifest that uses every field an entry may have and that is drawn
// from files: what travels to a server in the extension.
const everyField = `version: 1
project: 6f1c0e52-3c1b-4c86-9a52-2a4fd1c7a0bb
brands:
  acme:
    logo: brand/logo.svg
    colors: {primary: "#0E7C86", accent: "#FF8A3D"}
    font: {heading: Own, body: Own, files: ["brand/*.ttf"]}
    lowerThird: true
    watermark: logo
defaults: {width: 320, height: 180, duration: 5, language: en}
videos:
  - key: full
    positivePrompt: Explain how tides work in the harbour, with the figure 6.7 metres.
    brand: acme
    voice: {gender: female, pace: 1.1}
    style: bold
    captions: word
    music: bed.wav
    context: [facts/tides.md]
    assets: [{path: pics/harbour.png, tags: [harbour, tides]}]
    edits: [make it calmer]
    fit: extend
    pronounce: {harbour: HAR-ber}
    numberResults: 2
    outputFormat: WEBM
    outputQuality: 70
    safety: {mode: fast}
  - key: photo
    positivePrompt: Say that the office opens at nine.
    inputs: {image: me.png}
    music: none
    captions: off
  - key: pinned
    positivePrompt: Explain tides.
    storyboard: board.yaml
`

// TestServerMakesTheSameFiles: what a manifest's entries become does not depend on
// whether they are drawn here or by a server, down to the last byte and note.
func TestServerMakesTheSameFiles(t *testing.T) {
	q := newQuickstart(t)
	q.dir = t.TempDir()
	furnishFolder(t, q.dir)

	here := q
	unpinned, _, _ := strings.Cut(everyField, "  - key: pinned")
	here.write(t, "provider: local\n"+unpinned)
	if err := os.WriteFile(filepath.Join(q.dir, "board.yaml"), []byte(here.run(t, "storyboard", "videos.yaml", "--key", "full", "-q")), 0o644); err != nil {
		t.Fatal(err)
	}
	here.write(t, "provider: local\n"+everyField)
	said := here.run(t, "apply", "videos.yaml")
	local := files(t, filepath.Join(q.dir, "out"))

	there := q
	there.cache = t.TempDir() // the server must not find what was drawn here
	api, stop := there.serve(t)
	defer stop()
	t.Setenv("RUNWARE_BASE_URL", api+"/v1")
	t.Setenv("RUNWARE_API_KEY", "")
	for _, old := range []string{"out", "videos.lock", ".render"} {
		if err := os.RemoveAll(filepath.Join(q.dir, old)); err != nil {
			t.Fatal(err)
		}
	}
	there.write(t, "provider: runware\n"+everyField)
	answered := there.run(t, "apply", "videos.yaml")
	remote := files(t, filepath.Join(q.dir, "out"))
	for name, want := range local {
		if got, ok := remote[name]; !ok || !bytes.Equal(got, want) {
			t.Errorf("%s: %d bytes here, %d bytes from the server, and they differ", name, len(want), len(got))
		}
	}
	if len(remote) != len(local) || len(local) < 12 {
		t.Errorf("%d files here, %d from the server", len(local), len(remote))
	}
	if a, b := notes(said), notes(answered); !slices.Equal(a, b) || len(a) == 0 {
		t.Errorf("notes here:\n%s\nfrom the server:\n%s", strings.Join(a, "\n"), strings.Join(b, "\n"))
	}

	// There is nothing to do then, with the server and without it.
	there.run(t, "plan", "videos.yaml", "--detailed-exitcode")
	for target, want := range map[string]string{"/": "<b>3</b> <span>Done</span>", "/metrics": `render_tasks{state="done"} 3`, "/readyz": "ready"} {
		if body := fetch(t, api+target); !strings.Contains(body, want) {
			t.Errorf("%s lacks %s", target, want)
		}
	}
	// A file that went missing comes back without being asked for: nothing is paid there.
	name := "pinned.mp4"
	if err := os.Remove(filepath.Join(q.dir, "out", name)); err != nil {
		t.Fatal(err)
	}
	there.run(t, "apply", "videos.yaml")
	if got := files(t, filepath.Join(q.dir, "out"))[name]; !bytes.Equal(got, local[name]) {
		t.Errorf("%s came back as %d bytes, of %d", name, len(got), len(local[name]))
	}
	stop()
	there.run(t, "plan", "videos.yaml", "--detailed-exitcode")
	// Nor on a machine that has never seen the server and cannot reach it.
	if err := os.RemoveAll(filepath.Join(q.dir, ".render")); err != nil {
		t.Fatal(err)
	}
	there.cache = t.TempDir()
	there.run(t, "plan", "videos.yaml", "--detailed-exitcode")
}

// furnishFolder makes the files that everyField names.
func furnishFolder(t *testing.T, dir string) {
	t.Helper()
	put := func(name string, body []byte) {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(p), 0o755), os.WriteFile(p, body, 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	for from, to := range map[string]string{
		"examples/quickstart/brand/logo.svg":                  "brand/logo.svg",
		"render/engine/internal/text/fonts/JetBrainsMono.ttf": "brand/Own.ttf",
	} {
		body, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(from)))
		if err != nil {
			t.Fatal(err)
		}
		put(to, body)
	}
	put("facts/tides.md", []byte("# Tides\nThe tide at Dover rises by 6.7 metres in spring.\n"))
	put("pics/harbour.txt", []byte("boats at night"))
	put("bed.wav", tone(8))

	f, err := os.Open(filepath.Join("..", "..", "testdata", "presenter", "people.png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	people, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	cell := image.Rect(0, 0, people.Bounds().Dx()/4, people.Bounds().Dy()/3) // the first of twelve
	big := image.NewRGBA(image.Rect(0, 0, 3*cell.Dx(), 3*cell.Dy()))
	for y := range big.Rect.Dy() {
		for x := range big.Rect.Dx() {
			big.Set(x, y, people.At(x/3, y/3))
		}
	}
	var me, harbour bytes.Buffer
	sea := image.NewRGBA(image.Rect(0, 0, 320, 180))
	draw.Draw(sea, sea.Rect, image.NewUniform(people.At(1, 1)), image.Point{}, draw.Src)
	if err := errors.Join(png.Encode(&me, big), png.Encode(&harbour, sea)); err != nil {
		t.Fatal(err)
	}
	put("me.png", me.Bytes())
	put("pics/harbour.png", harbour.Bytes())
}

// tone is a WAV file of so many seconds.
func tone(seconds int) []byte {
	const rate = 16000
	n := rate * seconds
	le := func(v, size int) []byte {
		out := make([]byte, size)
		for i := range out {
			out[i] = byte(v >> (8 * i))
		}
		return out
	}
	b := slices.Concat([]byte("RIFF"), le(36+2*n, 4), []byte("WAVEfmt "), le(16, 4), le(1, 2), le(1, 2), le(rate, 4), le(2*rate, 4), le(2, 2), le(16, 2), []byte("data"), le(2*n, 4))
	for i := range n {
		b = append(b, le(int(8000*math.Sin(float64(i)*2*math.Pi*220/rate))&0xffff, 2)...)
	}
	return b
}

func (q quickstart) write(t *testing.T, manifest string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(q.dir, "videos.yaml"), []byte(manifest), 0o644); err != nil {
		t.Fatal(err)
	}
}

var served = regexp.MustCompile(`dashboard=(http://\S+?)/?(\s|$)`)

// serve starts a server on a port of its own and gives its address.
func (q quickstart) serve(t *testing.T) (address string, stop func()) {
	t.Helper()
	cmd := q.command(t, "serve", "--addr", "127.0.0.1:0", "--data", t.TempDir())
	log, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	found := make(chan string, 1)
	go func() {
		lines := bufio.NewScanner(log)
		for lines.Scan() {
			if m := served.FindStringSubmatch(lines.Text()); m != nil {
				found <- m[1]
				break
			}
		}
		_, _ = io.Copy(io.Discard, log) // what it says later is not looked at
		ended <- cmd.Wait()
	}()
	stopped := false
	stop = func() {
		if stopped {
			return
		}
		stopped = true
		_ = cmd.Process.Signal(syscall.SIGINT) // it may be gone
		if err := <-ended; err != nil {
			if x, ok := errors.AsType[*exec.ExitError](err); !ok || x.ExitCode() != 130 {
				t.Errorf("the server ended with %v", err)
			}
		}
	}
	t.Cleanup(stop)
	select {
	case address = <-found:
	case err := <-ended:
		t.Fatalf("the server did not start: %v", err)
	case <-time.After(time.Minute):
		t.Fatal("the server does not say where it is")
	}
	return address, stop
}

// files reads a folder.
func files(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, e := range entries {
		if out[e.Name()], err = os.ReadFile(filepath.Join(dir, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// notes are the lines below finished entries, sorted: entries finish in any order.
func notes(said string) []string {
	var out []string
	for line := range strings.Lines(said) {
		if strings.HasPrefix(line, "      ") {
			out = append(out, strings.TrimSpace(line))
		}
	}
	slices.Sort(out)
	return out
}

func fetch(t *testing.T, url string) string {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}
