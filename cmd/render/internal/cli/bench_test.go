package cli

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"gitops.video/render/render"
	"gitops.video/render/render/lockfile"
)

// campaign writes a manifest over a table of n rows.
func campaign(tb testing.TB, dir string, n int) string {
	tb.Helper()
	var csv bytes.Buffer
	csv.WriteString("sku,name,seconds,status\n")
	for i := range n {
		fmt.Fprintf(&csv, "sku-%06d,Product number %d,%d,active\n", i, i, 20+i%30)
	}
	write(tb, filepath.Join(dir, "products.csv"), csv.String())
	path := filepath.Join(dir, "videos.yaml")
	write(tb, path, `version: 1
project: 6f1c0e52-0000-4000-8000-000000000000
values: {product: Acme Bottle, site: acme.example}
templates: {cta: "Find yours at {{ .values.site }}."}
defaults: {duration: 20}
videos:
  - key: product-{{ .row.sku | lower }}
    forEach: {file: products.csv}
    when: '{{ ne .row.status "retired" }}'
    positivePrompt: 'Explain {{ .row.name }} in {{ .row.seconds }} seconds. It keeps drinks cold for a day. {{ template "cta" . }}'
    duration: '{{ .row.seconds }}'
`)
	return path
}

// settle makes every entry of a manifest done: the files, and the lockfile.
func settle(tb testing.TB, path string) {
	tb.Helper()
	a := &app{Config: Config{LookupEnv: func(string) (string, bool) { return "", false }, Clock: render.SystemClock{}, Stdout: io.Discard, Stderr: os.Stderr}}
	a.env = newEnvironment(a)
	a.look()
	w, err := a.open(tb.Context(), []string{path}, &batchFlags{}, &policyFlags{})
	if err != nil {
		tb.Fatal(err)
	}
	defer w.Close()
	m := w.Manifests[0]
	lock := &render.Lock{Project: m.File.Project, Records: map[string]*render.Record{}}
	long := time.Now().Add(-time.Hour)
	for _, d := range m.Desired {
		content := "video of " + d.Key
		file := filepath.Join(m.File.Dir, d.Outputs[0])
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			tb.Fatal(err)
		}
		write(tb, file, content)
		if err := os.Chtimes(file, long, long); err != nil {
			tb.Fatal(err)
		}
		sum := sha256.Sum256([]byte(content))
		lock.Records[d.Key] = &render.Record{Key: d.Key, Digest: d.Task.Digest, Provider: "local", Engine: m.Provider.Info().Engine,
			TaskUUID: render.TaskUUID(m.File.Project, d.Key, d.Task.Digest, 1), Attempt: 1, State: render.StateDone, Task: d.Task.Document,
			Results: []render.Output{{Output: d.Outputs[0], SHA256: hex.EncodeToString(sum[:]), Bytes: int64(len(content)), Seconds: 20, Width: 1920, Height: 1080}}}
	}
	write(tb, m.File.Lockfile, string(lockfile.Encode(lock)))
}

func write(tb testing.TB, path, content string) {
	tb.Helper()
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		tb.Fatal(err)
	}
}

// benchSize is RENDER_BENCH_ENTRIES, or small enough for every run of the suite.
func benchSize() int {
	if n, err := strconv.Atoi(os.Getenv("RENDER_BENCH_ENTRIES")); err == nil && n > 0 {
		return n
	}
	return 10_000
}

func run(tb testing.TB, args ...string) (string, int) {
	tb.Helper()
	var out, errs bytes.Buffer
	code := Main(Config{Args: args, Stdin: bytes.NewReader(nil), Stdout: &out, Stderr: &errs, LookupEnv: func(string) (string, bool) { return "", false }, Clock: render.SystemClock{}})
	return out.String() + errs.String(), code
}

// BenchmarkPlanCold is validate + expand + plan of a manifest that was never rendered.
func BenchmarkPlanCold(b *testing.B) {
	path := campaign(b, b.TempDir(), benchSize())
	for b.Loop() {
		if out, code := run(b, "plan", path); code != exitDone {
			b.Fatal(out)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(benchSize()), "ns/entry")
}

// BenchmarkPlanNoop is the plan of a manifest whose every video is there.
func BenchmarkPlanNoop(b *testing.B) {
	dir := b.TempDir()
	if keep := os.Getenv("RENDER_BENCH_DIR"); keep != "" {
		dir = keep // for measuring the built program on the same files
	}
	path := campaign(b, dir, benchSize())
	settle(b, path)
	if out, code := run(b, "plan", path); code != exitDone {
		b.Fatal(out)
	}
	for b.Loop() {
		out, code := run(b, "plan", path)
		if want := fmt.Sprintf("Nothing to do: %d,%03d videos are up to date.\n", benchSize()/1000, benchSize()%1000); code != exitDone || out != want {
			b.Fatal(out)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(benchSize()), "ns/entry")
}

// BenchmarkPlanUnchanged is the same without the proof of an earlier plan: everything
// is expanded and compared.
func BenchmarkPlanUnchanged(b *testing.B) {
	path := campaign(b, b.TempDir(), benchSize())
	settle(b, path)
	for b.Loop() {
		if out, code := run(b, "plan", "--format", "json", path); code != exitDone {
			b.Fatal(out)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(benchSize()), "ns/entry")
}
