package script

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/board"
	"gitops.video/render/render/engine/internal/scene"
)

var update = flag.Bool("u", false, "rewrite the golden storyboards")

// specOf is the entry that a prompt of testdata is written for: what a prompt
// needs beside itself is told by its file's first line, "#! context=…".
func specOf(t *testing.T, name string) manifest.Spec {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "prompts", name))
	if err != nil {
		t.Fatal(err)
	}
	s := manifest.Spec{PositivePrompt: string(data)}
	if head, rest, ok := strings.Cut(string(data), "\n"); ok && strings.HasPrefix(head, "#! ") {
		s.PositivePrompt = rest
		for _, f := range strings.Fields(head[3:]) {
			k, v, _ := strings.Cut(f, "=")
			switch k {
			case "context":
				s.Context = strings.Split(v, ",")
			case "assets":
				s.Assets = append(s.Assets, manifest.Asset{Path: v})
			default:
				t.Fatalf("%s: unknown key %q in its first line", name, k)
			}
		}
	}
	return s
}

func prompts(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/prompts/*.txt")
	if err != nil || len(files) < 25 {
		t.Fatalf("%d prompts, %v", len(files), err)
	}
	for i := range files {
		files[i] = filepath.Base(files[i])
	}
	return files
}

func boardOf(t *testing.T, name string) *scene.Storyboard {
	t.Helper()
	b, err := Write(context.Background(), Request{Spec: specOf(t, name), Dir: "testdata"})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return b
}

func TestGolden(t *testing.T) {
	t.Parallel()
	for _, name := range prompts(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := boardOf(t, name)
			if err := board.Check(b); err != nil {
				t.Error(err)
			}
			got, err := board.Encode(b)
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Contains(got, []byte("!!binary")) {
				t.Error("the storyboard holds broken characters")
			}
			golden := filepath.Join("testdata", "boards", strings.TrimSuffix(name, ".txt")+".yaml")
			if *update {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("%s has changed; look at the difference, then go test -u\ngot:\n%s", golden, got)
			}
			back, err := board.Decode(golden, got, nil)
			if err != nil {
				t.Fatal(err)
			}
			again, err := board.Encode(back)
			if err != nil || !bytes.Equal(again, got) {
				t.Errorf("a decoded storyboard encodes differently: %v", err)
			}
		})
	}
}
