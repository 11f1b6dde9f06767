package main_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"gopkg.in/yaml.v3"
)

// quickstart is a copy of the example, the real binary, and a cache of its own.
type quickstart struct {
	bin, dir, cache string
}

func newQuickstart(t *testing.T) quickstart {
	t.Helper()
	if testing.Short() {
		t.Skip("renders four real videos") // the race run is -short; the README's test command is not
	}
	q := quickstart{bin: program(t), dir: filepath.Join(t.TempDir(), "quickstart"), cache: t.TempDir()}
	if err := os.CopyFS(q.dir, os.DirFS(filepath.Join("..", "..", "examples", "quickstart"))); err != nil {
		t.Fatal(err)
	}
	for _, made := range []string{"out", ".render", "videos.lock"} { // by whoever has rendered the example in place
		if err := os.RemoveAll(filepath.Join(q.dir, made)); err != nil {
			t.Fatal(err)
		}
	}
	return q
}

// shrink makes the videos a sixteenth of their size, for tests that are not about pictures;
// the portrait of an audience keeps its own, if one is named.
func (q quickstart) shrink(t *testing.T, but string) {
	t.Helper()
	sized := func(small, full string) string {
		return `{{ if and (eq .matrix.audience "` + but + `") (eq .matrix.format "portrait") }}` + full + `{{ else }}` + small + `{{ end }}`
	}
	text, err := os.ReadFile(filepath.Join(q.dir, "videos.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	q.write(t, strings.NewReplacer("}}1920{{", "}}"+sized("480", "1920")+"{{", "}}1080{{", "}}"+sized("270", "1080")+"{{").Replace(string(text)))
}

func (q quickstart) command(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), q.bin, args...)
	cmd.Dir = q.dir
	cmd.Env = append(os.Environ(), "RENDER_CACHE_DIR="+q.cache, "NO_COLOR=1")
	return cmd
}

func (q quickstart) run(t *testing.T, args ...string) string {
	t.Helper()
	var stderr bytes.Buffer
	cmd := q.command(t, args...)
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("render %s: %v\n%s%s", strings.Join(args, " "), err, out, stderr.String())
	}
	return string(out) + stderr.String()
}

type event struct {
	Event, Key, Action, Status, Phase string
	Outputs                           []string
	Created, Updated, Unchanged       int
	Failed, Resumed, Repaired         int
	ScenesRendered, ScenesReused      int
}

// apply runs apply --json and returns its events.
func (q quickstart) apply(t *testing.T, args ...string) (all []event, summary event) {
	t.Helper()
	out := q.run(t, append([]string{"apply", "videos.yaml", "--json"}, args...)...)
	for line := range strings.Lines(out) {
		var e event
		if json.Unmarshal([]byte(line), &e) != nil {
			continue // talk on the error stream
		}
		all = append(all, e)
		if e.Event == "summary" {
			summary = e
		}
	}
	if summary.Event == "" {
		t.Fatalf("no summary in:\n%s", out)
	}
	return all, summary
}

// TestQuickstart is the main job, end to end: a fresh copy of the example becomes
// four finished videos, a second run does nothing, one edit redraws what it touches.
func TestQuickstart(t *testing.T) {
	t.Parallel()
	q := newQuickstart(t)
	q.shrink(t, "homeowners") // one of the four at full size shows what is to be seen
	all, sum := q.apply(t)
	if sum.Created != 4 || sum.Failed != 0 {
		t.Fatalf("summary %+v", sum)
	}
	for _, e := range all {
		if e.Event != "finished" {
			continue
		}
		video := filepath.Join(q.dir, e.Outputs[0])
		q.checkWords(t, e.Key, video)
		switch {
		case e.Key == "launch-homeowners-portrait":
			q.checkVideo(t, video, 1080, 1920)
			q.checkTitle(t, video)
		case strings.HasSuffix(e.Key, "portrait"):
			q.checkVideo(t, video, 270, 480)
		default:
			q.checkVideo(t, video, 480, 270)
		}
	}
	if out := q.run(t, "apply", "videos.yaml"); !strings.Contains(out, "Nothing to do") {
		t.Errorf("the second apply says:\n%s", out)
	}

	manifest := filepath.Join(q.dir, "videos.yaml")
	text, err := os.ReadFile(manifest)
	if err != nil {
		t.Fatal(err)
	}
	edited := strings.Replace(string(text), "book a free pilot at", "ask for a free pilot at", 1)
	if err := os.WriteFile(manifest, []byte(edited), 0o600); err != nil {
		t.Fatal(err)
	}
	_, sum = q.apply(t, "--key", "*-landscape")
	if sum.Updated != 1 || sum.Unchanged < 1 || sum.ScenesReused < sum.ScenesRendered {
		t.Errorf("after one changed sentence: %+v", sum)
	}
}

// checkVideo reads a finished file with ffprobe.
func (q quickstart) checkVideo(t *testing.T, video string, w, h int) {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "ffprobe", "-v", "error", "-show_entries",
		"stream=codec_name,profile,width,height,r_frame_rate,nb_frames,color_space,pix_fmt:format=duration", "-of", "json", video).Output()
	if err != nil {
		t.Fatal(err)
	}
	var p struct {
		Streams []map[string]any
		Format  struct{ Duration string }
	}
	// Chapters are a third stream, of text.
	if err := json.Unmarshal(out, &p); err != nil || len(p.Streams) < 2 || len(p.Streams) > 3 || p.Streams[1]["codec_name"] != "aac" {
		t.Fatalf("%s: %v %s", video, err, out)
	}
	want := map[string]any{"codec_name": "h264", "profile": "High", "width": float64(w), "height": float64(h),
		"r_frame_rate": "30/1", "nb_frames": "600", "color_space": "bt709", "pix_fmt": "yuv420p"}
	for k, v := range want {
		if p.Streams[0][k] != v {
			t.Errorf("%s: %s = %v, want %v", filepath.Base(video), k, p.Streams[0][k], v)
		}
	}
	if s, _ := strconv.ParseFloat(p.Format.Duration, 64); math.Abs(s-20) > .05 {
		t.Errorf("%s lasts %s s, want 20", filepath.Base(video), p.Format.Duration)
	}
}

// checkWords compares the captions with the script, word for word.
func (q quickstart) checkWords(t *testing.T, key, video string) {
	t.Helper()
	var board struct {
		Scenes []struct{ Say string }
	}
	if err := yaml.Unmarshal([]byte(q.run(t, "storyboard", "videos.yaml", "--key", key)), &board); err != nil {
		t.Fatal(err)
	}
	var script []string
	for _, s := range board.Scenes {
		script = append(script, strings.Fields(s.Say)...)
	}
	vtt, err := os.ReadFile(strings.TrimSuffix(video, ".mp4") + ".vtt")
	if err != nil {
		t.Fatal(err)
	}
	var shown []string
	cue := false
	for sc := bufio.NewScanner(bytes.NewReader(vtt)); sc.Scan(); {
		switch line := sc.Text(); {
		case strings.Contains(line, "-->"):
			cue = true
		case line == "":
			cue = false
		case cue:
			shown = append(shown, strings.Fields(line)...)
		}
	}
	if got, want := strings.Join(shown, " "), strings.Join(script, " "); got != want {
		t.Errorf("%s: captions say\n%s\nthe script\n%s", key, got, want)
	}
}

// checkTitle reads the opening frame as a person would.
func (q quickstart) checkTitle(t *testing.T, video string) {
	t.Helper()
	still := filepath.Join(t.TempDir(), "title.png")
	if out, err := exec.CommandContext(t.Context(), "ffmpeg", "-v", "error", "-ss", "2", "-i", video, "-frames:v", "1", still).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	text, err := exec.CommandContext(t.Context(), "tesseract", still, "-", "--psm", "11").Output()
	if err != nil {
		t.Fatal(err)
	}
	if words := strings.Join(strings.Fields(string(text)), " "); !strings.Contains(words, "leak sensor") || !strings.Contains(words, "Tidemark") {
		t.Errorf("%s: a reader sees %q", filepath.Base(video), words)
	}
}

// TestKilledApplyGoesOn: kill -9 in the middle of drawing, then apply again.
func TestKilledApplyGoesOn(t *testing.T) {
	t.Parallel()
	q := newQuickstart(t)
	q.shrink(t, "")
	const key = "launch-managers-landscape"
	cmd := q.command(t, "apply", "videos.yaml", "--json", "--key", key, "--draft=false")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	drawing := false
	for sc := bufio.NewScanner(out); sc.Scan(); {
		if strings.Contains(sc.Text(), `"draw"`) {
			drawing = true
			break
		}
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	var exit *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &exit) || !drawing {
		t.Fatalf("killed while drawing: %v, err = %v", drawing, err)
	}
	_, sum := q.apply(t, "--key", key)
	if sum.Failed != 0 || sum.Created+sum.Resumed != 1 {
		t.Fatalf("after the kill: %+v", sum)
	}
	q.checkVideo(t, filepath.Join(q.dir, "out", key+".mp4"), 480, 270)
	if out := q.run(t, "apply", "videos.yaml", "--key", key); !strings.Contains(out, "Nothing to do") {
		t.Errorf("then:\n%s", out)
	}
}

// TestCtrlCReachesNoEncoder: a terminal sends its interrupt to every process of the
// group. Only render may take it; an encoder that ended early would be a failure.
func TestCtrlCReachesNoEncoder(t *testing.T) {
	t.Parallel()
	q := newQuickstart(t)
	q.shrink(t, "")
	const key = "launch-homeowners-landscape"
	cmd := q.command(t, "apply", "videos.yaml", "--json", "--key", key)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	sc, sent := bufio.NewScanner(out), false
	for sc.Scan() {
		if strings.Contains(sc.Text(), `"status":"failed"`) {
			t.Errorf("after the interrupt: %s", sc.Text())
		}
		if !sent && strings.Contains(sc.Text(), `"draw"`) {
			sent = true
			if err := syscall.Kill(-cmd.Process.Pid, syscall.SIGINT); err != nil {
				t.Fatal(err)
			}
		}
	}
	var exit *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() != 130 {
		t.Fatalf("ended with %v, want exit code 130", err)
	}
	// One interrupt lets what is in flight finish, or leaves it to be resumed.
	if out := q.run(t, "status", "videos.yaml", "--key", key); !strings.Contains(out, "in flight") && !strings.Contains(out, "done") {
		t.Errorf("status says:\n%s", out)
	}
}
