package manifest_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"gitops.video/render/manifest"
	"gitops.video/render/manifest/diag"
)

// Load turns manifests into entries; mistakes come back together, each with its place.
func ExampleLoad() {
	dir, err := os.MkdirTemp("", "example")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "videos.yaml")
	text := `version: 1
values: {product: Acme Bottle}
videos:
  - key: launch-{{ .matrix.audience }}
    matrix: {audience: [smb, enterprise]}
    positivePrompt: Introduce {{ .values.product }} to {{ .matrix.audience }} buyers.
`
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		fmt.Println(err)
		return
	}
	batch, found, err := manifest.Load(context.Background(), []string{path}, manifest.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := found.WriteText(os.Stderr, diag.TextOptions{}); err != nil {
		fmt.Println(err)
	}
	for _, e := range batch.Entries {
		fmt.Println(e.Key, "→", e.Outputs[0], "|", e.Spec.PositivePrompt)
	}
	// Output:
	// launch-enterprise → out/launch-enterprise.mp4 | Introduce Acme Bottle to enterprise buyers.
	// launch-smb → out/launch-smb.mp4 | Introduce Acme Bottle to smb buyers.
}
