package engine

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
)

// BenchmarkSideBySide draws one scene of ten seconds at 1080p30, a title and three
// cards over a living gradient with word captions, on this engine, and on HyperFrames
// and Remotion, one after another in the same run. It reports CPU and clock seconds of
// each and how many times more the others take. They make the picture alone; so does
// this engine for these figures, with narration and music in its cache. What it takes
// with both to be made is reported beside them, as spoken-cpu-s and spoken-wall-s.
//
//	render/engine/testdata/sidebyside/install DIR
//	RENDER_SIDEBYSIDE=DIR go test ./render/engine -run '^$' -bench SideBySide -benchtime 1x -timeout 30m
//
// What a process has used counts when somebody waits for it, so the others' CPU can
// only come out too small.
func BenchmarkSideBySide(b *testing.B) {
	dir := os.Getenv("RENDER_SIDEBYSIDE")
	if dir == "" {
		b.Skip("RENDER_SIDEBYSIDE names no folder made by testdata/sidebyside/install")
	}
	chrome := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil && chrome == "" {
			chrome = p
		}
	}
	if chrome == "" {
		b.Skip("neither Chromium nor Chrome is installed")
	}
	modules := filepath.Join(dir, "node_modules")
	node := filepath.Join(modules, "node/bin/node")
	bin := func(name string) string { return filepath.Join(modules, ".bin", name) }
	others := []struct {
		name string
		argv []string
	}{
		{"hyperframes", []string{node, bin("hyperframes"), "render", "hyperframes", "-o", "hyperframes.mp4", "-f", "30", "--crf", "20", "-w", "2", "--quiet"}},
		{"remotion", []string{node, bin("remotion"), "render", "remotion/index.jsx", "scene", "remotion.mp4", "--browser-executable=" + chrome,
			"--chrome-mode=chrome-for-testing", "--concurrency=2", "--codec=h264", "--crf=20", "--x264-preset=veryfast", "--muted", "--log=error"}},
	}
	board, err := os.ReadFile("testdata/sidebyside/scene.yaml")
	if err != nil {
		b.Fatal(err)
	}
	var e *Engine
	render := func(board string) (cpuTime, wall time.Duration) {
		j := render.Job{Key: "scene", Spec: manifest.Spec{Storyboard: "scene.yaml", Width: 1920, Height: 1080, Duration: 10}, Dir: b.TempDir(), WorkDir: b.TempDir()}
		if err := os.WriteFile(filepath.Join(j.Dir, "scene.yaml"), []byte(board), 0o600); err != nil {
			b.Fatal(err)
		}
		c0, t0 := cpu(), time.Now()
		if _, err := e.Await(b.Context(), j, func(string, float64) {}); err != nil {
			b.Fatal(err)
		}
		return cpu() - c0, time.Since(t0)
	}
	recolored := strings.Replace(string(board), "#FFB224", "#FFB225", 1)
	if recolored == string(board) {
		b.Fatal("the scene has another accent than this test knows")
	}
	for b.Loop() {
		if e, err = New(Options{CacheDir: b.TempDir()}); err != nil {
			b.Fatal(err)
		}
		warmVoice(b, e, explainer(b))
		c, w := render(string(board))
		b.ReportMetric(c.Seconds(), "spoken-cpu-s")
		b.ReportMetric(w.Seconds(), "spoken-wall-s")
		ourCPU, ourWall := render(recolored) // the same sound, another picture
		b.ReportMetric(ourCPU.Seconds(), "cpu-s")
		b.ReportMetric(ourWall.Seconds(), "wall-s")
		for _, o := range others {
			c, w, err := watch(b.Context(), dir, chrome, o.argv)
			if err != nil {
				b.Errorf("%s: %v", o.name, err)
				continue
			}
			b.ReportMetric(c.Seconds(), o.name+"-cpu-s")
			b.ReportMetric(w.Seconds(), o.name+"-wall-s")
			b.ReportMetric(c.Seconds()/ourCPU.Seconds(), o.name+"-×cpu")
			b.ReportMetric(w.Seconds()/ourWall.Seconds(), o.name+"-×wall")
		}
	}
}

// watch runs argv and returns the CPU of every process that comes of it. What its
// processes leave behind becomes our child and is waited for, so that it counts.
func watch(ctx context.Context, dir, chrome string, argv []string) (cpuTime, wall time.Duration, err error) {
	if err := unix.Prctl(unix.PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0); err != nil {
		return 0, 0, err
	}
	cmd := exec.CommandContext(ctx, argv[0], argv[1:]...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PATH="+filepath.Dir(argv[0])+":"+os.Getenv("PATH"), "HYPERFRAMES_BROWSER_PATH="+chrome,
		"PRODUCER_HEADLESS_SHELL_PATH="+chrome, "PUPPETEER_EXECUTABLE_PATH="+chrome, "HYPERFRAMES_TELEMETRY=0", "DO_NOT_TRACK=1", "CI=1")
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	cmd.WaitDelay = time.Second
	var log strings.Builder
	cmd.Stdout, cmd.Stderr = &log, &log
	before, start := used(syscall.RUSAGE_CHILDREN), time.Now()
	err = cmd.Run()
	wall = time.Since(start)
	if err != nil && !errors.Is(err, exec.ErrWaitDelay) {
		return 0, 0, fmt.Errorf("%w\n%s", err, log.String())
	}
	for range 100 { // ten seconds
		pid, err := syscall.Wait4(-1, nil, syscall.WNOHANG, nil)
		if errors.Is(err, syscall.ECHILD) {
			break
		}
		if pid == 0 {
			time.Sleep(100 * time.Millisecond)
		}
	}
	return used(syscall.RUSAGE_CHILDREN) - before, wall, nil
}
