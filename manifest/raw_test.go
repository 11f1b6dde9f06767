package manifest_test

import (
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"gopkg.in/yaml.v3"

	"gitops.video/render/schema"
)

// What an editor checks with the printed schema while someone types is what Load
// accepts: every good case passes
// it as it is written.
func TestSchemaAcceptsGoodManifests(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join("..", "testdata", "manifest", "ok", "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	check := func(name string, text []byte) {
		var doc map[string]any
		if err := yaml.Unmarshal(text, &doc); err != nil {
			t.Fatal(name, err)
		}
		for _, v := range schema.Manifest().Validate(doc) {
			t.Errorf("%s: %s: %s", name, v.Pointer, v.Summary)
		}
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range a.Files {
			// Editors read 2026-01-31 as a date and 1.10 as a number; those two are for Load.
			if f.Name == "videos.yaml" && filepath.Base(file) != "types.txtar" {
				check(file, f.Data)
			}
		}
	}
}
