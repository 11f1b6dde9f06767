package main_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gitops.video/render/render/runware/runwaretest"
)

// BenchmarkApplyInstantServer lets the built program take 5,000 entries from a
// manifest to files and a lockfile, against a server on loopback that renders in no
// time. Run it with -benchtime 1x.
func BenchmarkApplyInstantServer(b *testing.B) {
	const n = 5000
	bin := program(b)
	for b.Loop() {
		_, base := runwaretest.Start(b, runwaretest.Options{Balance: 1e6})
		dir, err := os.MkdirTemp("/dev/shm", "render-bench-") // a slow disk would be all that is measured
		if err != nil {
			dir = b.TempDir()
		}
		manifest := strings.NewReplacer("first: 20ms, max: 200ms", "first: 2ms, max: 20ms", "concurrency: 24, ", "", "concurrency: 32", "concurrency: 64").Replace(chaosManifest)
		write(b, filepath.Join(dir, "videos.yaml"), manifest)
		var csv strings.Builder
		csv.WriteString("n,topic,results\n")
		for i := range n {
			fmt.Fprintf(&csv, "%04d,topic number %d,1\n", i, i)
		}
		write(b, filepath.Join(dir, "clips.csv"), csv.String())
		cmd := exec.CommandContext(b.Context(), bin, "apply", "-q", "videos.yaml")
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "RUNWARE_BASE_URL="+base, "RUNWARE_API_KEY="+runwaretest.Key, "RENDER_CACHE_DIR="+filepath.Join(dir, "cache"))
		began := time.Now()
		if out, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
		took := time.Since(began)
		b.ReportMetric(n/took.Seconds(), "entries/s")
		b.ReportMetric(float64(cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime())/1e9, "CPU-s")
		_ = os.RemoveAll(dir)
	}
}
