package manifest_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"gitops.video/render/manifest"
	"gitops.video/render/manifest/diag"
)

var update = flag.Bool("u", false, "rewrite what the cases of testdata/manifest expect")

// unpack writes the files of a case into a folder and returns it. A comment line
// "args: …" gives paths and options.
func unpack(t *testing.T, a *txtar.Archive) (dir string, paths []string, o manifest.Options) {
	t.Helper()
	dir = t.TempDir()
	for _, f := range a.Files {
		if f.Name == "want" {
			continue
		}
		p := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, bytes.TrimSuffix(f.Data, []byte("<no newline>\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	args := []string{"videos.yaml"}
	for line := range strings.Lines(string(a.Comment)) {
		if rest, ok := strings.CutPrefix(line, "args:"); ok {
			args = strings.Fields(rest)
		}
	}
	for i := 0; i < len(args); i++ {
		switch args[i] {
		case "--values":
			i++
			o.ValuesFiles = append(o.ValuesFiles, filepath.Join(dir, args[i]))
		case "--set":
			i++
			o.Set = append(o.Set, args[i])
		case "--key":
			i++
			o.Keys = append(o.Keys, args[i])
		case "--exclude":
			i++
			o.Excludes = append(o.Excludes, args[i])
		case "--provider":
			i++
			o.Provider = args[i]
		default:
			paths = append(paths, filepath.Join(dir, filepath.FromSlash(args[i])))
		}
	}
	return dir, paths, o
}

// cases runs every txtar file of a folder through run and compares with its want.
func cases(t *testing.T, folder string, run func(t *testing.T, b *manifest.Batch, l diag.List) string) {
	files, err := filepath.Glob(filepath.Join("..", "testdata", "manifest", folder, "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in %s: %v", folder, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			dir, paths, o := unpack(t, a)
			b, l, err := manifest.Load(context.Background(), paths, o)
			if err != nil {
				t.Fatal(err)
			}
			got := strings.ReplaceAll(run(t, b, l), filepath.ToSlash(dir)+"/", "")
			got = strings.ReplaceAll(got, filepath.ToSlash(dir), ".")
			want := ""
			at := -1
			for i, f := range a.Files {
				if f.Name == "want" {
					want, at = string(f.Data), i
				}
			}
			if got == want {
				return
			}
			if !*update {
				t.Errorf("got\n%s\nwant\n%s", got, want)
				return
			}
			if at < 0 {
				a.Files = append(a.Files, txtar.File{Name: "want"})
				at = len(a.Files) - 1
			}
			a.Files[at].Data = []byte(got)
			if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func rendered(t *testing.T, l diag.List) string {
	t.Helper()
	var b strings.Builder
	if err := l.WriteText(&b, diag.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestBadManifests(t *testing.T) {
	t.Parallel()
	cases(t, "bad", func(t *testing.T, b *manifest.Batch, l diag.List) string {
		if len(l) == 0 {
			t.Error("nothing was found wrong")
		}
		return rendered(t, l)
	})
}

func TestGoodManifests(t *testing.T) {
	t.Parallel()
	cases(t, "ok", func(t *testing.T, b *manifest.Batch, l diag.List) string {
		if l.HasErrors() {
			t.Error(rendered(t, l))
		}
		return listing(t, b) + rendered(t, l)
	})
}

// listing writes what came out, an entry a line.
func listing(t *testing.T, b *manifest.Batch) string {
	t.Helper()
	var out strings.Builder
	for _, e := range b.Entries {
		j, err := json.Marshal(map[string]any{"key": e.Key, "outputs": e.Outputs, "task": e.Spec, "from": e.Expansion,
			"inputs": e.Inputs, "labels": e.Labels, "protect": e.Protect, "selected": e.Selected})
		if err != nil {
			t.Fatal(err)
		}
		var m map[string]any
		if err := json.Unmarshal(j, &m); err != nil {
			t.Fatal(err)
		}
		for k, v := range m {
			if v == nil || v == "" || v == false {
				delete(m, k)
			}
		}
		if e.Selected {
			delete(m, "selected")
		} else {
			m["selected"] = false
		}
		enc := json.NewEncoder(&out)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(m); err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}
