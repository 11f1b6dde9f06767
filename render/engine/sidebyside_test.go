package engine

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

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
// Browsers end their helpers without waiting for them, so the CPU of the others is
// sampled from /proc and can only come out too small.
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
	var e *Engine
	render := func(board string, height int) (cpuTime, wall time.Duration) {
		j := render.Job{Key: "scene", Spec: manifest.Spec{Storyboard: board, Width: height * 16 / 9, Height: height, Duration: 10}, Dir: "testdata/sidebyside", WorkDir: b.TempDir()}
		c0, t0 := cpu(), time.Now()
		if _, err := e.Await(b.Context(), j, func(string, float64) {}); err != nil {
			b.Fatal(err)
		}
		return cpu() - c0, time.Since(t0)
	}
	for b.Loop() {
		open := func() {
			var err error
			if e, err = New(Options{CacheDir: b.TempDir()}); err != nil {
				b.Fatal(err)
			}
			render("warm.yaml", 360) // loads the voice
		}
		open()
		c, w := render("scene.yaml", 1080)
		b.ReportMetric(c.Seconds(), "spoken-cpu-s")
		b.ReportMetric(w.Seconds(), "spoken-wall-s")
		open()
		render("scene.yaml", 360) // the same sound
		ourCPU, ourWall := render("scene.yaml", 1080)
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

// watch runs argv in its own session and adds up the CPU of every process of it.
func watch(ctx context.Context, dir, chrome string, argv []string) (cpuTime, wall time.Duration, err error) {
	cmd := exec.CommandContext(ctx, argv[0], argv[1:]...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PATH="+filepath.Dir(argv[0])+":"+os.Getenv("PATH"), "HYPERFRAMES_BROWSER_PATH="+chrome,
		"PRODUCER_HEADLESS_SHELL_PATH="+chrome, "PUPPETEER_EXECUTABLE_PATH="+chrome, "HYPERFRAMES_TELEMETRY=0", "DO_NOT_TRACK=1", "CI=1")
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	var log strings.Builder
	cmd.Stdout, cmd.Stderr = &log, &log
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return 0, 0, err
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	used := map[string]time.Duration{}
	ours := map[int]bool{cmd.Process.Pid: true}
	for {
		select {
		case err := <-done:
			wall = time.Since(start)
			for _, d := range used {
				cpuTime += d
			}
			if err != nil {
				return 0, 0, fmt.Errorf("%w\n%s", err, log.String())
			}
			return cpuTime, wall, nil
		case <-time.After(100 * time.Millisecond):
			sample(used, ours)
		}
	}
}

// sample notes the CPU of every process that descends from one in ours. A process
// stays known after its parent has gone.
func sample(used map[string]time.Duration, ours map[int]bool) {
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	type process struct {
		pid, parent int
		key         string
		cpu         time.Duration
	}
	var all []process
	for _, file := range stats {
		raw, err := os.ReadFile(file)
		if err != nil {
			continue
		}
		pid, rest, _ := strings.Cut(string(raw), " ")
		f := strings.Fields(rest[strings.LastIndex(rest, ")")+1:]) // state, ppid, …; field 3 of proc(5) is f[0]
		if len(f) < 20 {
			continue
		}
		n := func(s string) int { v, _ := strconv.Atoi(s); return v }
		all = append(all, process{n(pid), n(f[1]), pid + "@" + f[19], time.Duration(n(f[11])+n(f[12])) * 10 * time.Millisecond})
	}
	for grew := true; grew; {
		grew = false
		for _, p := range all {
			if !ours[p.pid] && ours[p.parent] {
				ours[p.pid], grew = true, true
			}
		}
	}
	for _, p := range all {
		if ours[p.pid] {
			used[p.key] = max(used[p.key], p.cpu)
		}
	}
}
