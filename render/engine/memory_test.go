package engine

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
)

// measured names the job that this process renders only to measure it.
const measured = "RENDER_TEST_MEASURED"

// renderApart renders the job in a process of its own and returns the most memory that
// this took, and the most that it and those that it starts took together, in MB.
func renderApart(tb testing.TB, cache string, j render.Job) (own, tree int) {
	tb.Helper()
	body, err := json.Marshal(j)
	if err != nil {
		tb.Fatal(err)
	}
	cmd := exec.CommandContext(tb.Context(), os.Args[0], "-test.run=^TestMeasured$", "-test.v")
	cmd.Env = append(os.Environ(), measured+"="+string(body), "RENDER_CACHE_DIR="+cache, "GOMEMLIMIT=off")
	var words bytes.Buffer
	cmd.Stdout, cmd.Stderr = &words, &words
	if err := cmd.Start(); err != nil {
		tb.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for going := true; going; {
		select {
		case err = <-ended:
			going = false
		case <-time.After(50 * time.Millisecond):
			tree = max(tree, inMemory(cmd.Process.Pid))
		}
	}
	out := words.Bytes()
	if err != nil {
		tb.Fatalf("%v\n%s", err, out)
	}
	_, line, _ := strings.Cut(string(out), "peak: ")
	var peak int
	if _, err := fmt.Sscan(line, &peak); err != nil {
		tb.Fatalf("%v\n%s", err, out)
	}
	return peak, tree >> 10
}

// inMemory is what a process and those that it has started hold in memory together, kB:
// each page once, divided among those who share it.
func inMemory(pid int) int {
	sum := 0
	if rollup, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid)); err == nil {
		if _, pss, ok := bytes.Cut(rollup, []byte("\nPss:")); ok {
			sum, _ = strconv.Atoi(string(bytes.Fields(pss)[0]))
		}
	}
	tasks, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid))
	for _, t := range tasks {
		children, _ := os.ReadFile(t)
		for _, c := range bytes.Fields(children) {
			if n, err := strconv.Atoi(string(c)); err == nil && !bytes.Equal(words(pid), words(n)) {
				sum += inMemory(n)
			}
		}
	}
	return sum
}

// words are what a process was started with. One that has only just been forked has those,
// and the memory, of its parent.
func words(pid int) []byte {
	b, _ := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", pid))
	return b
}

// TestMeasured is the other side of renderApart.
func TestMeasured(t *testing.T) {
	body := os.Getenv(measured)
	if body == "" {
		t.Skip("renders only when it is asked to, in a process of its own")
	}
	debug.SetGCPercent(15) // as the program does
	var j render.Job
	if err := json.Unmarshal([]byte(body), &j); err != nil {
		t.Fatal(err)
	}
	j.WorkDir = t.TempDir()
	e, err := New(Options{CacheDir: os.Getenv("RENDER_CACHE_DIR")})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.Await(t.Context(), j, func(string, float64) {}); err != nil {
		t.Fatal(err)
	}
	e.speaker.Close()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Skip(err)
	}
	_, hwm, _ := bytes.Cut(status, []byte("VmHWM:"))
	peak, err := strconv.Atoi(string(bytes.Fields(hwm)[0]))
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println("peak:", peak>>10)
}

// TestMemoryDoesNotGrowWithLength: ten times the video takes the same memory.
func TestMemoryDoesNotGrowWithLength(t *testing.T) {
	whole(t)
	if _, err := os.Stat("/proc/self/status"); err != nil {
		t.Skip("no /proc to read peaks from")
	}
	t.Parallel()
	cache := t.TempDir()
	open(t, cache)
	long := func(seconds int) render.Job {
		b := fmt.Sprintf("storyboard: 1\nlanguage: en\nwidth: 320\nheight: 180\nfps: 30\nseconds: %d\nseed: 1\nlook: {style: default}\npresenter: {id: maya}\ncaptions: word\nscenes:\n", seconds)
		for i := range seconds / 6 {
			kind := [...]string{"statement", "presenter", "points"}[i%3]
			b += fmt.Sprintf("  - {id: s%d, kind: %s, headline: Part %d, items: [{title: Water}, {title: Air}], say: Water goes where nobody looks. Each of %d parts is counted.}\n", i, kind, i, seconds/6)
		}
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "board.yaml"), []byte(b), 0o600); err != nil {
			t.Fatal(err)
		}
		return render.Job{Key: "long", Dir: dir, Draft: true,
			Spec: manifest.Spec{Storyboard: "board.yaml", Width: 320, Height: 180, Duration: seconds}}
	}
	renderApart(t, cache, long(6)) // unpacks and prepares the voice; each video has words that are in no cache
	short, _ := renderApart(t, cache, long(12))
	tenfold, _ := renderApart(t, cache, long(120))
	t.Logf("12 s: %d MB, 120 s: %d MB", short, tenfold)
	if tenfold > short+short/5 || tenfold > 400 {
		t.Errorf("12 s take %d MB, 120 s %d MB", short, tenfold)
	}
}

// BenchmarkMemory renders the explainer at 1080p in a process of its own, once with
// nothing prepared and once with the words kept, and reports its peaks in MB, and those
// with the encoders and everything else that it starts.
//
//	go test ./render/engine -run '^$' -bench Memory -benchtime 1x
func BenchmarkMemory(b *testing.B) {
	for b.Loop() {
		cache := b.TempDir()
		first, cold := renderApart(b, cache, explainer(b))
		if err := os.RemoveAll(filepath.Join(cache, "segments")); err != nil {
			b.Fatal(err)
		}
		again, tree := renderApart(b, cache, explainer(b))
		b.ReportMetric(float64(first), "first-MB")
		b.ReportMetric(float64(cold), "first-tree-MB")
		b.ReportMetric(float64(again), "again-MB")
		b.ReportMetric(float64(tree), "again-tree-MB")
	}
}

// BenchmarkMemoryLong renders long videos of large cards, people and words, of which no
// two scenes are alike, with nothing prepared, and reports the most memory in MB that each
// took with the encoders and everything else that it starts.
//
//	go test ./render/engine -run '^$' -bench MemoryLong -benchtime 1x -timeout 1h
func BenchmarkMemoryLong(b *testing.B) {
	for _, v := range []struct{ w, h, seconds int }{{1920, 1080, 300}, {1080, 1920, 300}, {3840, 2160, 40}} {
		b.Run(fmt.Sprintf("%dx%d", v.w, v.h), func(b *testing.B) {
			for b.Loop() {
				_, tree := renderApart(b, b.TempDir(), cards(b, v.w, v.h, v.seconds))
				b.ReportMetric(float64(tree), "tree-MB")
			}
		})
	}
}

// cards is a job of scenes of ten seconds, most of them of cards.
func cards(tb testing.TB, w, h, seconds int) render.Job {
	tb.Helper()
	things := []string{"Valves", "Pumps", "Filters", "Sensors", "Meters", "Pipes"}
	var points, rows, sides strings.Builder
	for i, t := range things {
		fmt.Fprintf(&points, "{title: %s, body: checked every %d weeks}, ", t, i+2)
		fmt.Fprintf(&rows, "[%s, '%d', '€%d']%s", t, i+2, 10*i+20, [...]string{", ", ""}[i/(len(things)-1)])
		fmt.Fprintf(&sides, "{label: %s, value: %d days}, ", t, 7*i+3)
	}
	items := "items: [" + points.String() + "]"
	kinds := [...]string{
		"points, " + items, "process, " + items, "presenter", "grid, " + items, "points, presenter: left, " + items, "chapter",
		"compare, columns: [{title: Before, rows: [" + sides.String() + "]}, {title: After, rows: [" + sides.String() + "]}]",
		"table, rows: [[Part, Weeks, Cost], " + rows.String() + "]", "number, figure: {text: '42', suffix: '%'}",
	}
	board := fmt.Sprintf("storyboard: 1\nlanguage: en\nwidth: %d\nheight: %d\nfps: 30\nseconds: %d\nseed: 1\nlook: {style: default}\npresenter: {id: maya}\nmusic: {mood: uplifting}\ncaptions: word\nscenes:\n", w, h, seconds)
	for i := range seconds / 10 {
		board += fmt.Sprintf("  - {id: s%d, kind: %s, headline: Part %d of the works, say: 'Part %d is about valves, pumps, filters, sensors, meters and pipes. Each of the %d parts is looked at in its turn.'}\n",
			i, kinds[i%len(kinds)], i+1, i+1, seconds/10)
	}
	dir := tb.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "board.yaml"), []byte(board), 0o600); err != nil {
		tb.Fatal(err)
	}
	return render.Job{Key: "cards", Dir: dir, Spec: manifest.Spec{Storyboard: "board.yaml", Width: w, Height: h, Duration: seconds}}
}
