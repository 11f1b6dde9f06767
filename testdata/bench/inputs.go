package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"
)

// prepare writes n entries in every tool's own form below dir.
func prepare(dir, program string, n int) ([]job, error) {
	steps := []func(dir string, n int) ([]job, error){
		func(dir string, n int) ([]job, error) { return ours(dir, program, n) },
		helm, cue, kustomize, snakemake, ninja, terraform,
	}
	var jobs []job
	for i, step := range steps {
		sub := filepath.Join(dir, strconv.Itoa(i))
		if err := os.MkdirAll(sub, 0o755); err != nil {
			return nil, err
		}
		more, err := step(sub, n)
		if err != nil {
			return nil, err
		}
		jobs = append(jobs, more...)
	}
	return jobs, nil
}

// write streams a file: head, then one piece an entry, then foot.
func write(path, head string, n int, piece func(i int) string, foot string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	_, _ = w.WriteString(head) // a bufio.Writer keeps its first error for Flush
	for i := range n {
		_, _ = w.WriteString(piece(i))
	}
	_, _ = w.WriteString(foot)
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

// ours are the jobs of render. The files of the second folder, with its lockfile and
// finished outputs, are made by the benchmark of the same name.
func ours(dir, program string, n int) ([]job, error) {
	settled, cold := filepath.Join(dir, "settled"), filepath.Join(dir, "cold")
	if err := os.MkdirAll(settled, 0o755); err != nil {
		return nil, err
	}
	cmd := exec.Command("go", "test", "-run", "^$", "-bench", "^BenchmarkPlanNoop$", "-benchtime", "1x", "./cmd/render/internal/cli")
	cmd.Env = append(os.Environ(), "RENDER_BENCH_DIR="+settled, "RENDER_BENCH_ENTRIES="+strconv.Itoa(n))
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("making finished entries: %w\n%s", err, out)
	}
	if err := os.MkdirAll(cold, 0o755); err != nil {
		return nil, err
	}
	for _, name := range []string{"videos.yaml", "products.csv"} {
		if err := os.Link(filepath.Join(settled, name), filepath.Join(cold, name)); err != nil {
			return nil, err
		}
	}
	// The first plan of this build leaves a proof that nothing is to do, as the plan after
	// any apply does. It trusts no file that changed just now.
	time.Sleep(3 * time.Second)
	if out, err := exec.Command(program, "plan", filepath.Join(settled, "videos.yaml")).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, out)
	}
	return []job{
		{tool: "render", name: "validate", dir: cold, argv: []string{program, "validate", "videos.yaml"}},
		{tool: "render", name: "expand", dir: cold, argv: []string{program, "expand", "videos.yaml"}, want: fmt.Sprintf("sku-%06d", n-1)},
		{tool: "render", name: "plan, all new", dir: cold, argv: []string{program, "plan", "videos.yaml"}, want: "Plan: "},
		{tool: "render", name: "plan, no-op", dir: settled, argv: []string{program, "plan", filepath.Join(settled, "videos.yaml")}, want: "Nothing to do"},
		{tool: "render", name: "plan, no-op, all compared", dir: settled, argv: []string{program, "plan", "--format", "json", "videos.yaml"}, want: "{"},
	}, nil
}

const prompt = "It keeps drinks cold for a day. Find yours at acme.example."

func helm(dir string, n int) ([]job, error) {
	if err := write(filepath.Join(dir, "Chart.yaml"), "apiVersion: v2\nname: videos\nversion: 1.0.0\n", 0, nil, ""); err != nil {
		return nil, err
	}
	if err := write(filepath.Join(dir, "values.yaml"), "site: acme.example\nvideos:\n", n, func(i int) string {
		return fmt.Sprintf("  - {sku: sku-%06d, name: Product number %d, seconds: %d, status: active}\n", i, i, 20+i%30)
	}, ""); err != nil {
		return nil, err
	}
	return []job{{tool: "helm", name: "template", dir: dir, argv: []string{"helm", "template", "videos", "."}, want: fmt.Sprintf("sku-%06d", n-1)}},
		write(filepath.Join(dir, "templates", "videos.yaml"), `{{- range .Values.videos }}
{{- if ne .status "retired" }}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: product-{{ .sku | lower }}}
data:
  positivePrompt: {{ printf "Explain %s in %v seconds. It keeps drinks cold for a day. Find yours at %s." .name .seconds $.Values.site | quote }}
  duration: {{ .seconds | quote }}
{{- end }}
{{- end }}
`, 0, nil, "")
}

func cue(dir string, n int) ([]job, error) {
	if err := write(filepath.Join(dir, "rows.json"), "{\"rows\": [\n", n, func(i int) string {
		comma := ","
		if i == n-1 {
			comma = ""
		}
		return fmt.Sprintf(`{"sku": "sku-%06d", "name": "Product number %d", "seconds": %d, "status": "active"}%s`+"\n", i, i, 20+i%30, comma)
	}, "]}\n"); err != nil {
		return nil, err
	}
	return []job{{tool: "cue", name: "export", dir: dir, argv: []string{"cue", "export", "videos.cue", "rows.json"}, want: fmt.Sprintf("sku-%06d", n-1)}},
		write(filepath.Join(dir, "videos.cue"), `package videos

#Row: {sku: =~"^[a-z0-9-]+$", name: string, seconds: int & >=1 & <=300, status: string}
rows: [...#Row]
videos: [for r in rows if r.status != "retired" {
	key:            "product-\(r.sku)"
	positivePrompt: "Explain \(r.name) in \(r.seconds) seconds. `+prompt+`"
	duration:       r.seconds
}]
`, 0, nil, "")
}

func kustomize(dir string, n int) ([]job, error) {
	if err := write(filepath.Join(dir, "kustomization.yaml"), "resources: [videos.yaml]\nnamePrefix: product-\n", 0, nil, ""); err != nil {
		return nil, err
	}
	return []job{{tool: "kustomize", name: "build", largest: 2000, dir: dir, argv: []string{"kustomize", "build", "."}, want: fmt.Sprintf("sku-%06d", n-1)}},
		write(filepath.Join(dir, "videos.yaml"), "", n, func(i int) string {
			return fmt.Sprintf("---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: sku-%06d}\ndata:\n  positivePrompt: Explain Product number %d in %d seconds. %s\n  duration: '%d'\n", i, i, 20+i%30, prompt, 20+i%30)
		}, "")
}

func snakemake(dir string, n int) ([]job, error) {
	rules := `import csv
keys = [r["sku"] for r in csv.DictReader(open("products.csv")) if r["status"] != "retired"]
rule all:
    input: expand("out/{key}.mp4", key=keys)
rule video:
    output: "out/{key}.mp4"
    shell: "render {wildcards.key}"
`
	var jobs []job
	for _, done := range []bool{false, true} {
		sub, name, want := filepath.Join(dir, "cold"), "-n, all new", "rule video"
		if done {
			sub, name, want = filepath.Join(dir, "settled"), "-n, no-op", "Nothing to be done"
		}
		if err := write(filepath.Join(sub, "products.csv"), "sku,status\n", n, func(i int) string { return fmt.Sprintf("sku-%06d,active\n", i) }, ""); err != nil {
			return nil, err
		}
		if err := write(filepath.Join(sub, "Snakefile"), rules, 0, nil, ""); err != nil {
			return nil, err
		}
		if err := outputs(sub, n, done); err != nil {
			return nil, err
		}
		jobs = append(jobs, job{tool: "snakemake", name: name, largest: 20_000, dir: sub, argv: []string{"snakemake", "-n", "--rerun-triggers", "mtime"}, want: want})
	}
	return jobs, nil
}

// outputs makes what a finished target would have left.
func outputs(dir string, n int, done bool) error {
	for i := range n {
		if !done {
			return nil
		}
		if err := write(filepath.Join(dir, "out", fmt.Sprintf("sku-%06d.mp4", i)), "", 0, nil, ""); err != nil {
			return err
		}
	}
	return nil
}

func ninja(dir string, n int) ([]job, error) {
	var jobs []job
	for _, done := range []bool{false, true} {
		sub, name, want := filepath.Join(dir, "cold"), "-n, all new", "["
		if done {
			sub, name, want = filepath.Join(dir, "settled"), "-n, no-op", "no work to do"
		}
		// A generator's outputs are good without an entry in ninja's log, which only a real run would write.
		if err := write(filepath.Join(sub, "build.ninja"), "rule video\n  command = render $in $out\n  generator = 1\n", n, func(i int) string {
			return fmt.Sprintf("build out/sku-%06d.mp4: video\n  prompt = Explain Product number %d in %d seconds. %s\n", i, i, 20+i%30, prompt)
		}, ""); err != nil {
			return nil, err
		}
		if err := outputs(sub, n, done); err != nil {
			return nil, err
		}
		jobs = append(jobs, job{tool: "ninja", name: name, dir: sub, argv: []string{"ninja", "-n"}, want: want})
	}
	return jobs, nil
}

// terraform plans new entries only: recording this many would take it minutes.
func terraform(dir string, n int) ([]job, error) {
	if err := write(filepath.Join(dir, "videos.yaml"), "videos:\n", n, func(i int) string {
		return fmt.Sprintf("  sku-%06d: {name: Product number %d, seconds: %d, status: active}\n", i, i, 20+i%30)
	}, ""); err != nil {
		return nil, err
	}
	return []job{{tool: "terraform", name: "plan, all new", largest: 1000, dir: dir, argv: []string{"terraform", "plan", "-no-color", "-input=false"}, want: "Plan: "}},
		write(filepath.Join(dir, "main.tf"), `locals { videos = yamldecode(file("videos.yaml")).videos }
resource "terraform_data" "video" {
  for_each = { for k, v in local.videos : k => v if v.status != "retired" }
  input = {
    positivePrompt = "Explain ${each.value.name} in ${each.value.seconds} seconds. `+prompt+`"
    duration       = each.value.seconds
  }
}
`, 0, nil, "")
}
