package engine

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"image"
	"image/jpeg"
	"io/fs"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/engine/internal/ffmpeg"
	"gitops.video/render/render/engine/internal/sound"
)

const threeScenes = `Scene 1: [title]
Visual: "Quiet pumps"
VO: "Our new pump runs quietly."

Scene 2: [A-ROLL]
VO: "It uses 40 percent less power than the old one."

Scene 3: [motion graphics]
VO: "See it at acme.example."
`

func job(t *testing.T, spec manifest.Spec) render.Job {
	t.Helper()
	if spec.Width == 0 {
		spec.Width, spec.Height = 480, 270
	}
	if spec.Duration == 0 {
		spec.Duration = 9
	}
	return render.Job{Key: "test", Spec: spec, Dir: t.TempDir(), WorkDir: t.TempDir()}
}

// whole keeps a test that renders whole videos out of the -short race run, where
// the drawing loops are ten times slower; what races would show, the rest shows.
func whole(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("renders whole videos")
	}
}

// voices is the folder of unpacked voices that the tests' caches share: unpacking is
// tested where it belongs, and takes longer than the videos here.
var voices string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "voices-")
	if err != nil {
		panic(err)
	}
	voices = dir
	code := m.Run()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

func open(t *testing.T, cache string) *Engine {
	t.Helper()
	if err := os.Symlink(voices, filepath.Join(cache, "voice")); err != nil && !errors.Is(err, fs.ErrExist) {
		t.Fatal(err)
	}
	e, err := New(Options{CacheDir: cache})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func make1(t *testing.T, e *Engine, j render.Job) (render.Result, render.Outcome) {
	t.Helper()
	out, err := e.Await(t.Context(), j, func(string, float64) {})
	if err != nil {
		t.Fatal(err)
	}
	if len(out.Results) != 1 {
		t.Fatalf("%d results, want 1", len(out.Results))
	}
	return out.Results[0], out
}

func digest(t *testing.T, path string) [32]byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return sha256.Sum256(b)
}

// TestVideoIsWhatWasAsked renders for real and reads the file back.
func TestVideoIsWhatWasAsked(t *testing.T) {
	whole(t)
	t.Parallel()
	e := open(t, t.TempDir())
	r, out := make1(t, e, job(t, manifest.Spec{PositivePrompt: threeScenes}))
	p, err := ffmpeg.Inspect(t.Context(), r.Path)
	if err != nil {
		t.Fatal(err)
	}
	if p.Video.Codec != "h264" || p.Video.Profile != "High" || p.Video.PixFmt != "yuv420p" || p.Video.ColorSpace != "bt709" ||
		p.Video.FPS != "30/1" || p.Video.Width != 480 || p.Video.Height != 270 {
		t.Errorf("video stream %+v", *p.Video)
	}
	if p.Video.Frames != 9*30 {
		t.Errorf("%d frames, want %d", p.Video.Frames, 9*30)
	}
	if p.Audio == nil || p.Audio.Codec != "aac" || p.Audio.Rate != 48000 || p.Audio.Channels != 2 {
		t.Errorf("audio stream %+v", p.Audio)
	}
	var pcm bytes.Buffer
	if err := ffmpeg.Run(t.Context(), "decode", nil, &pcm, "-i", r.Path, "-vn", "-c:a", "pcm_s16le", "-f", "wav", "pipe:1"); err != nil {
		t.Fatal(err)
	}
	m, err := sound.Loudness(&pcm)
	if err != nil {
		t.Fatal(err)
	}
	if l := m.LUFS(); math.Abs(l+16) > .5 {
		t.Errorf("%.2f LUFS, want −16 ± 0.5", l)
	}
	if tp := m.TruePeak(); tp > -1 {
		t.Errorf("true peak %.2f dBTP, want ≤ −1", tp)
	}
	for ext, path := range r.Sidecar { // whoever may read the video may read what is beside it
		video, err := os.Stat(r.Path)
		beside, berr := os.Stat(path)
		if err := errors.Join(err, berr); err != nil || video.Mode() != beside.Mode() {
			t.Errorf("%s: %v, the video %v: %v", ext, beside.Mode(), video.Mode(), err)
		}
	}
	poster, err := os.ReadFile(r.Sidecar[".jpg"])
	if err != nil {
		t.Fatal(err)
	}
	if still, err := jpeg.Decode(bytes.NewReader(poster)); err != nil || still.Bounds() != image.Rect(0, 0, 480, 270) {
		t.Errorf("the poster is no picture of the video's size: %v", err)
	}
	vtt, err := os.ReadFile(r.Sidecar[".vtt"])
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Join(strings.Fields(string(vtt)), " ")
	for _, want := range []string{"pump runs quietly.", "40 percent", "acme.example."} {
		if !strings.Contains(words, want) {
			t.Errorf("captions lack %q:\n%s", want, vtt)
		}
	}
	if out.ScenesRendered != 3 || out.ScenesReused != 0 {
		t.Errorf("rendered %d, reused %d scenes", out.ScenesRendered, out.ScenesReused)
	}
	// The moov atom comes first: players start before the file is whole.
	head, _ := os.ReadFile(r.Path)
	if i, j := bytes.Index(head, []byte("moov")), bytes.Index(head, []byte("mdat")); i < 0 || i > j {
		t.Error("the file is not laid out for a fast start")
	}
}

// TestSameInputSameBytes: nothing but the input decides, not the cache, not the
// number of workers.
func TestSameInputSameBytes(t *testing.T) {
	whole(t)
	t.Parallel()
	spec := manifest.Spec{PositivePrompt: threeScenes, Width: 320, Height: 568}
	first := open(t, t.TempDir())
	a, _ := make1(t, first, job(t, spec))
	again, out := make1(t, first, job(t, spec))
	if out.ScenesRendered != 0 || out.ScenesReused != 3 {
		t.Errorf("second time rendered %d, reused %d scenes", out.ScenesRendered, out.ScenesReused)
	}
	other := open(t, t.TempDir())
	other.workers = 1
	b, _ := make1(t, other, job(t, spec))
	if digest(t, a.Path) != digest(t, again.Path) {
		t.Error("the same video from the cache has other bytes")
	}
	if digest(t, a.Path) != digest(t, b.Path) {
		t.Error("the same video with one worker and an empty cache has other bytes")
	}
}

// TestEditRedrawsOneScene: what a scene cannot see cannot dirty it.
func TestEditRedrawsOneScene(t *testing.T) {
	whole(t)
	t.Parallel()
	e := open(t, t.TempDir())
	j := job(t, manifest.Spec{PositivePrompt: threeScenes})
	make1(t, e, j)
	j.Spec.PositivePrompt = strings.Replace(threeScenes, "See it at acme.example.", "Try it at acme.example.", 1)
	j.WorkDir = t.TempDir()
	_, out := make1(t, e, j)
	if out.ScenesRendered > 2 || out.ScenesReused < 1 {
		t.Errorf("one word of the last scene changed: rendered %d, reused %d of 3 scenes", out.ScenesRendered, out.ScenesReused)
	}
}

// TestSoundIsMixedForWhatIsHeard: another title or size leaves the sound as it is.
func TestSoundIsMixedForWhatIsHeard(t *testing.T) {
	whole(t)
	t.Parallel()
	dir := t.TempDir()
	e := open(t, dir)
	j := job(t, manifest.Spec{PositivePrompt: threeScenes})
	make1(t, e, j)
	j.Spec.PositivePrompt = strings.Replace(threeScenes, "Quiet pumps", "Quiet pump", 1)
	j.Spec.Width, j.Spec.Height, j.WorkDir = 320, 180, t.TempDir()
	make1(t, e, j)
	if sounds, _ := filepath.Glob(filepath.Join(dir, "segments", "*", "*.m4a")); len(sounds) != 1 {
		t.Errorf("%d programmes of sound were mixed, want 1", len(sounds))
	}
	j.Spec.PositivePrompt, j.WorkDir = strings.Replace(threeScenes, "40 percent", "50 percent", 1), t.TempDir()
	make1(t, e, j)
	if sounds, _ := filepath.Glob(filepath.Join(dir, "segments", "*", "*.m4a")); len(sounds) != 2 {
		t.Errorf("%d programmes of sound were mixed for other words, want 2", len(sounds))
	}
}

func TestOtherFormats(t *testing.T) {
	whole(t)
	t.Parallel()
	e := open(t, t.TempDir())
	for format, want := range map[string][2]string{"WEBM": {"vp9", "opus"}, "MOV": {"prores", "pcm_s16le"}} {
		j := job(t, manifest.Spec{PositivePrompt: threeScenes, OutputFormat: format, OutputQuality: 99, Width: 320, Height: 180})
		r, _ := make1(t, e, j)
		p, err := ffmpeg.Inspect(t.Context(), r.Path)
		if err != nil {
			t.Fatal(err)
		}
		if p.Video.Codec != want[0] || p.Audio.Codec != want[1] || math.Abs(p.Seconds-9) > .05 || filepath.Ext(r.Path) != "."+strings.ToLower(format) {
			t.Errorf("%s: %s + %s, %.3f s, %s", format, p.Video.Codec, p.Audio.Codec, p.Seconds, r.Path)
		}
	}
}

func TestTooManyWordsIsAnErrorBeforeDrawing(t *testing.T) {
	t.Parallel()
	e := open(t, t.TempDir())
	long := "Scene 1: [A-ROLL]\nVO: \"" + strings.Repeat("This sentence takes about three seconds to say aloud. ", 8) + "\"\n"
	j := job(t, manifest.Spec{PositivePrompt: long, Duration: 6})
	_, err := e.Await(t.Context(), j, func(phase string, _ float64) {
		if phase == "draw" {
			t.Error("drawing began")
		}
	})
	var f *render.Failure
	if !errors.As(err, &f) || f.Class != render.ClassValidation || !f.Terminal {
		t.Fatalf("err = %v, want a terminal validation failure", err)
	}
	if !strings.Contains(f.Message, "fit") {
		t.Errorf("message does not say what to do: %s", f.Message)
	}
}

func TestInterruptLeavesACleanCache(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	e := open(t, dir)
	ctx, cancel := context.WithCancel(t.Context())
	j := job(t, manifest.Spec{PositivePrompt: threeScenes})
	_, err := e.Await(ctx, j, func(phase string, p float64) {
		if phase == "draw" && p > 20 {
			cancel()
		}
	})
	cancel()
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("err = %v, want context.Canceled", err)
	}
	partial, _ := filepath.Glob(filepath.Join(dir, "segments", "*", "*.partial"))
	if len(partial) > 0 {
		t.Errorf("left behind: %v", partial)
	}
	make1(t, e, j)
}

// TestStopLeavesWhatWaits: what stands in the queue is not begun after a stop, and is
// made by the next run; what needs no drawing is finished.
func TestStopLeavesWhatWaits(t *testing.T) {
	t.Parallel()
	e := open(t, t.TempDir())
	j := job(t, manifest.Spec{PositivePrompt: threeScenes})
	for range cap(e.drawing) {
		e.drawing <- struct{}{}
	}
	stop := make(chan struct{})
	ctx := render.WithStop(t.Context(), stop)
	_, err := e.Await(ctx, j, func(phase string, _ float64) {
		if phase == "queued" {
			close(stop)
		}
	})
	if !errors.Is(err, render.ErrPending) {
		t.Fatalf("err = %v, want pending", err)
	}
	for range cap(e.drawing) {
		<-e.drawing
	}
	make1(t, e, j)
	if _, err := e.Await(ctx, j, func(string, float64) {}); err != nil {
		t.Errorf("with everything in the cache: %v", err)
	}
}

// TestFrameIsTheVideosFrame: what authoring shows is what is encoded.
func TestFrameIsTheVideosFrame(t *testing.T) {
	whole(t)
	t.Parallel()
	e := open(t, t.TempDir())
	j := job(t, manifest.Spec{PositivePrompt: threeScenes, OutputQuality: 99})
	r, _ := make1(t, e, j)
	dir := t.TempDir()
	still, shot := filepath.Join(dir, "still.png"), filepath.Join(dir, "shot.png")
	f, err := os.Create(still)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(e.Frame(t.Context(), j, 4, f), f.Close()); err != nil {
		t.Fatal(err)
	}
	if err := ffmpeg.Run(t.Context(), "shot", nil, nil, "-ss", "4", "-i", r.Path, "-frames:v", "1", shot); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), "ffmpeg", "-hide_banner", "-i", still, "-i", shot, "-lavfi", "ssim", "-f", "null", "-").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	_, all, _ := strings.Cut(string(out), "All:")
	if len(all) < 4 || all[:4] < "0.97" {
		t.Errorf("SSIM of the frame and the video's frame = %.8s", all)
	}
}

// TestMusicFileThatIsNone is refused with its name and what to do.
func TestMusicFileThatIsNone(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("renders whole videos")
	}
	j := job(t, manifest.Spec{PositivePrompt: threeScenes, Width: 160, Height: 90, Music: &manifest.Music{File: "bed.mp3"}})
	if err := os.WriteFile(filepath.Join(j.Dir, "bed.mp3"), []byte("no music at all"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := open(t, t.TempDir()).Await(t.Context(), j, func(string, float64) {})
	var f *render.Failure
	if !errors.As(err, &f) || f.Code != "invalidMusic" || !strings.Contains(f.Message, "bed.mp3 cannot be played") {
		t.Errorf("got %v", err)
	}
}
