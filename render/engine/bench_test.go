package engine

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/engine/internal/composite"
	"gitops.video/render/render/engine/internal/ffmpeg"
)

// used is the processor time of this process or of its finished children.
func used(who int) time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(who, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// cpu is the processor time of this process and of its finished children.
func cpu() time.Duration { return used(syscall.RUSAGE_SELF) + used(syscall.RUSAGE_CHILDREN) }

// benchJobs are the quickstart's four entries.
func benchJobs(b *testing.B) []render.Job {
	b.Helper()
	batch, diags, err := manifest.Load(b.Context(), []string{"../../examples/quickstart/videos.yaml"}, manifest.Options{})
	if err != nil {
		b.Fatal(err)
	}
	for _, d := range diags {
		b.Log(d.Summary)
	}
	var jobs []render.Job
	for _, e := range batch.Entries {
		jobs = append(jobs, render.Job{Key: e.Key, Spec: e.Spec, Dir: e.File.Dir, WorkDir: b.TempDir()})
	}
	return jobs
}

// BenchmarkQuickstart renders the quickstart's four videos of 20 s; what it reports
// is told at [benchRender]. Run it with:
//
//	go test ./render/engine -run '^$' -bench Quickstart -benchtime 1x
func BenchmarkQuickstart(b *testing.B) { benchRender(b, benchJobs(b)) }

// BenchmarkExplainer renders one explainer of 60 s and eight scenes, 1080p30, with
// presenter, narration, word captions and music. Run it with:
//
//	go test ./render/engine -run '^$' -bench Explainer -benchtime 1x
func BenchmarkExplainer(b *testing.B) { benchRender(b, []render.Job{explainer(b)}) }

func explainer(b testing.TB) render.Job {
	return render.Job{Key: "explainer", Dir: "testdata/explainer", WorkDir: b.TempDir(),
		Spec: manifest.Spec{Storyboard: "storyboard.yaml", Width: 1920, Height: 1080, Duration: 60}}
}

// benchRender renders jobs cold, with the voice loaded, and in the same run encodes
// the very same frames from a raw file with the same settings. It reports:
//
//	×encode    CPU of everything ÷ CPU of encoding alone
//	×veryfast  CPU of everything ÷ CPU of encoding alone with x264's own veryfast, as it is
//	×realtime  seconds of video ÷ seconds on the clock
//	%cpu       CPU ÷ clock
//	ours-s     CPU seconds of this process alone: planning, speech, drawing, mixing
//	ffmpeg-s   CPU seconds of all ffmpegs
//	encode-s   CPU seconds of encoding alone
func benchRender(b *testing.B, jobs []render.Job) {
	e, err := New(Options{CacheDir: b.TempDir()})
	if err != nil {
		b.Fatal(err)
	}
	warmVoice(b, e, jobs[0])
	for b.Loop() {
		var video float64
		own0, kids0, t0 := used(syscall.RUSAGE_SELF), used(syscall.RUSAGE_CHILDREN), time.Now()
		for _, j := range jobs {
			out, err := e.Await(b.Context(), j, func(string, float64) {})
			if err != nil {
				b.Fatal(err)
			}
			for _, r := range out.Results {
				video += r.Seconds
			}
		}
		own, kids, wall := used(syscall.RUSAGE_SELF)-own0, used(syscall.RUSAGE_CHILDREN)-kids0, time.Since(t0)
		var encoding, veryfast time.Duration
		for _, j := range jobs {
			d, v, err := encodeAlone(b.Context(), e, j, b.TempDir())
			if err != nil {
				b.Fatal(err)
			}
			encoding, veryfast = encoding+d, veryfast+v
		}
		all := own + kids
		b.ReportMetric(all.Seconds()/encoding.Seconds(), "×encode")
		b.ReportMetric(all.Seconds()/veryfast.Seconds(), "×veryfast")
		b.ReportMetric(video/wall.Seconds(), "×realtime")
		b.ReportMetric(all.Seconds()*1000/(video*30), "cpu-ms/frame")
		b.ReportMetric(100*all.Seconds()/wall.Seconds(), "%cpu")
		b.ReportMetric(own.Seconds(), "ours-s")
		b.ReportMetric(kids.Seconds(), "ffmpeg-s")
		b.ReportMetric(encoding.Seconds(), "encode-s")
	}
}

// warmVoice makes e load its voice, as j will need it.
func warmVoice(b *testing.B, e *Engine, j render.Job) {
	j.Spec.Storyboard, j.Spec.PositivePrompt, j.Spec.Duration = "", "Script: Hello there, and welcome.", 5
	j.Spec.Width, j.Spec.Height = 320, 180
	if _, err := e.Await(b.Context(), j, func(string, float64) {}); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkEdit renders the explainer cold and then again and again with one edit each
// time, as an author would make it: a word, a longer, a shorter and another sentence,
// a sentence more of 17 words, one less, and a scene more. It reports the CPU of each edit in shares of
// the cold render, and how many scenes it drew:
//
//	go test ./render/engine -run '^$' -bench Edit -benchtime 1x
func BenchmarkEdit(b *testing.B) {
	edits := []struct{ name, old, new string }{
		{"word", "can waste thirty thousand", "will waste thirty thousand"},
		{"longer", "and nobody sees it.", "and nobody in the building ever sees it."},
		{"shorter", "Then watch the first readings arrive.", "Then watch the readings."},
		{"sentence", "It costs more, and it finds a leak months too late.", "It costs a great deal more, and by the time somebody has found the leak, months have gone by."},
		{"more", "nobody sees it.", "nobody sees it. By the time the next bill comes, a small swimming pool lies under the floor."},
		{"less", "After six months the numbers speak for themselves. ", ""},
		{"scene", "  - id: trend\n", "  - id: story\n    transition: {kind: push}\n    kind: statement\n    say: One school found three of them in its first week.\n    headline: Three in one week\n  - id: trend\n"},
	}
	board, err := os.ReadFile("testdata/explainer/storyboard.yaml")
	if err != nil {
		b.Fatal(err)
	}
	e, err := New(Options{CacheDir: b.TempDir()})
	if err != nil {
		b.Fatal(err)
	}
	j := explainer(b)
	warmVoice(b, e, j)
	j.Dir = b.TempDir()
	make := func(board string) (cost time.Duration, scenes int) {
		if err := os.WriteFile(filepath.Join(j.Dir, "storyboard.yaml"), []byte(board), 0o600); err != nil {
			b.Fatal(err)
		}
		c0 := cpu()
		out, err := e.Await(b.Context(), j, func(string, float64) {})
		if err != nil {
			b.Fatal(err)
		}
		return cpu() - c0, out.ScenesRendered
	}
	for b.Loop() {
		cold, _ := make(string(board))
		worst := 0.0
		for _, edit := range edits {
			edited := strings.Replace(string(board), edit.old, edit.new, 1)
			if edited == string(board) {
				b.Fatalf("the storyboard does not say %q", edit.old)
			}
			cost, scenes := make(edited)
			share := 100 * cost.Seconds() / cold.Seconds()
			worst = max(worst, share)
			b.ReportMetric(share, edit.name+"-%")
			b.ReportMetric(float64(scenes), edit.name+"-scenes")
		}
		b.ReportMetric(worst, "worst-%")
	}
}

// BenchmarkFrame draws single frames of the explainer with the narration in the
// cache, each with an engine of its own, as `render frame` does. It reports seconds:
//
//	go test ./render/engine -run '^$' -bench Frame -benchtime 1x
func BenchmarkFrame(b *testing.B) {
	o := Options{CacheDir: b.TempDir()}
	frame := func(at float64) {
		e, err := New(o)
		if err != nil {
			b.Fatal(err)
		}
		if err := e.Frame(b.Context(), explainer(b), at, io.Discard); err != nil {
			b.Fatal(err)
		}
	}
	frame(0)
	for b.Loop() {
		worst := time.Duration(0)
		for at := 3.; at < 60; at += 8 {
			t0 := time.Now()
			frame(at)
			worst = max(worst, time.Since(t0))
		}
		b.ReportMetric(worst.Seconds(), "worst-s")
	}
}

// encodeAlone draws a job's frames into a raw file and returns the CPU time of
// encoding that file by ffmpeg with the job's own settings, and with x264's preset
// veryfast.
func encodeAlone(ctx context.Context, e *Engine, j render.Job, dir string) (own, veryfast time.Duration, err error) {
	board, err := e.board(ctx, j, 0)
	if err != nil {
		return 0, 0, err
	}
	set, err := settings(j, board)
	if err != nil {
		return 0, 0, err
	}
	t, err := e.narrate(ctx, j.Dir, board, func(float64) {})
	if err != nil {
		return 0, 0, err
	}
	s, err := e.layout(ctx, j, board, t, set)
	if err != nil {
		return 0, 0, err
	}
	raw := filepath.Join(dir, "frames.yuv")
	f, err := os.Create(raw)
	if err != nil {
		return 0, 0, err
	}
	defer os.Remove(raw)
	d := newDesk(ctx, s, newWorkshop(1), false)
	joint, frames := make([]uint8, composite.FrameBytes(s.set.Size)), 0
	for _, g := range s.segments() {
		frames += g.count
		frame, err := d.source(g, joint)
		if err != nil {
			return 0, 0, err
		}
		for n := g.first; n < g.first+g.count; n++ {
			if _, err := f.Write(frame(n).Pix); err != nil {
				return 0, 0, err
			}
		}
	}
	if err := f.Close(); err != nil {
		return 0, 0, err
	}
	// Two at once, as a render keeps two cores busy: what a second of a core is worth
	// depends on what its neighbours do.
	const side = 2
	encode := func(change func(arg string) string) (time.Duration, error) {
		c0 := cpu()
		var g errgroup.Group
		for k := range side {
			g.Go(func() error {
				f, err := os.Open(raw)
				if err != nil {
					return err
				}
				defer f.Close()
				from, to := frames*k/side, frames*(k+1)/side
				if _, err := f.Seek(int64(from)*int64(composite.FrameBytes(s.set.Size)), io.SeekStart); err != nil {
					return err
				}
				args := s.set.SegmentArgs(filepath.Join(dir, fmt.Sprint("alone-", k, ".mp4")))
				for i := range args {
					args[i] = change(args[i])
				}
				last := len(args) - 1
				args = append(args[:last:last], "-frames:v", strconv.Itoa(to-from), args[last])
				return ffmpeg.Run(ctx, "encode alone", f, nil, args...)
			})
		}
		err := g.Wait()
		return cpu() - c0, err
	}
	if own, err = encode(func(arg string) string { return arg }); err != nil {
		return 0, 0, err
	}
	veryfast, err = encode(func(arg string) string { return strings.ReplaceAll(arg, ":subme=0", "") })
	return own, veryfast, err
}
