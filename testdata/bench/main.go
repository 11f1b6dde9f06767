// Command bench compares, in one run, how long render takes to look at many entries
// with what tools that people know take for the nearest job: helm template, cue
// export, kustomize build, snakemake -n, ninja -n and terraform plan. Tools that are
// not installed are passed over.
//
//	go run ./testdata/bench [-sizes 1000,10000,100000] [-runs 5] [-timeout 120s]
//
// Every tool gets the same entries in its own form: one table row or list item each,
// out of which it makes one document or one target. Wall time is the median of the
// runs; CPU time and memory are those of that run.
package main

import (
	"bytes"
	"cmp"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// job is one command to be measured.
type job struct {
	tool, name string
	largest    int // entries it is tried with at most, 0 for any number: some grow with the square
	dir        string
	argv       []string
	want       string // what the output holds when the job was done
}

// result is the median run of a job.
type result struct {
	wall, cpu time.Duration
	rss       int64 // KiB
	printed   int   // bytes
}

func main() {
	sizes := flag.String("sizes", "1000,10000,100000", "numbers of entries")
	runs := flag.Int("runs", 5, "runs of each job")
	timeout := flag.Duration("timeout", 2*time.Minute, "give up on a run after this long")
	flag.Parse()
	if err := compare(*sizes, *runs, *timeout); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func compare(sizes string, runs int, timeout time.Duration) error {
	root, err := os.MkdirTemp("", "render-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(root)
	program := filepath.Join(root, "render")
	if out, err := exec.Command("go", "build", "-o", program, "./cmd/render").CombinedOutput(); err != nil {
		return fmt.Errorf("building render (run this in the repository's root): %w\n%s", err, out)
	}
	load, _ := os.ReadFile("/proc/loadavg")
	fmt.Printf("Load average at the start: %s\n\n", cmp.Or(strings.TrimSpace(string(load)), "unknown"))
	fmt.Println("| entries | tool | job | wall s | CPU s | MB | bytes printed |")
	fmt.Println("|---|---|---|---|---|---|---|")
	absent := map[string]bool{}
	for size := range strings.SplitSeq(sizes, ",") {
		n, err := strconv.Atoi(size)
		if err != nil || n < 1 {
			return fmt.Errorf("-sizes: %q is no number of entries", size)
		}
		dir := filepath.Join(root, size)
		jobs, err := prepare(dir, program, n)
		if err != nil {
			return err
		}
		for _, j := range jobs {
			if _, err := exec.LookPath(j.argv[0]); err != nil {
				absent[j.tool] = true
				continue
			}
			fmt.Println(row(j, n, runs, timeout))
		}
		if err := os.RemoveAll(dir); err != nil {
			return err
		}
	}
	for _, tool := range sortedKeys(absent) {
		fmt.Printf("\n%s is not installed: passed over.\n", tool)
	}
	return nil
}

func row(j job, n, runs int, timeout time.Duration) string {
	head := fmt.Sprintf("| %d | %s | %s | ", n, j.tool, j.name)
	if j.largest > 0 && n > j.largest {
		return head + fmt.Sprintf("not tried above %d | | | |", j.largest)
	}
	var all []result
	for range runs {
		r, err := measure(j, timeout)
		if err != nil {
			return head + strings.ReplaceAll(err.Error(), "\n", " ") + " | | | |"
		}
		all = append(all, r)
		if r.wall > timeout/10 {
			break // once is enough of that
		}
	}
	slices.SortFunc(all, func(a, b result) int { return cmp.Compare(a.wall, b.wall) })
	r := all[len(all)/2]
	return head + fmt.Sprintf("%.3f | %.2f | %d | %d |", r.wall.Seconds(), r.cpu.Seconds(), r.rss>>10, r.printed)
}

func measure(j job, timeout time.Duration) (result, error) {
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	cmd := exec.CommandContext(ctx, j.argv[0], j.argv[1:]...)
	cmd.Dir = j.dir
	cmd.Env = append(os.Environ(), "NO_COLOR=1", "TF_IN_AUTOMATION=1", "RENDER_CACHE_DIR="+filepath.Join(j.dir, ".cache"))
	var out count
	cmd.Stdout, cmd.Stderr = &out, &out
	out.want = []byte(j.want)
	began := time.Now()
	err := cmd.Run()
	wall := time.Since(began)
	if ctx.Err() != nil {
		return result{}, fmt.Errorf("more than %v", timeout)
	}
	if err != nil {
		return result{}, fmt.Errorf("failed: %w: %.200s", err, out.tail)
	}
	if !out.seen {
		return result{}, fmt.Errorf("did not print %q: %.200s", j.want, out.tail)
	}
	r := result{wall: wall, cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), printed: out.n}
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		r.rss = usage.Maxrss
	}
	return r, nil
}

// count counts what a tool prints, and looks for a sign that it did its job; it keeps
// only the end.
type count struct {
	n          int
	want, tail []byte
	seen       bool
}

func (c *count) Write(p []byte) (int, error) {
	c.n += len(p)
	c.tail = append(c.tail, p...)
	c.seen = c.seen || bytes.Contains(c.tail, c.want)
	if len(c.tail) > 200 {
		c.tail = append(c.tail[:0], c.tail[len(c.tail)-200:]...)
	}
	return len(p), nil
}

func sortedKeys(m map[string]bool) (keys []string) {
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
