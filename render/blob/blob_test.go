package blob_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gitops.video/render/render"
	"gitops.video/render/render/blob"
	"gitops.video/render/render/blob/blobtest"
)

func TestDir(t *testing.T) {
	t.Parallel()
	blobtest.Run(t, func(t *testing.T) blobtest.Backend {
		dir := t.TempDir()
		root := filepath.Join(dir, ".render", "store")
		return blobtest.Backend{
			Open: func(t *testing.T) render.Store {
				store, err := blob.Open(t.Context(), "file://.render/store", dir)
				if err != nil {
					t.Fatal(err)
				}
				return store
			},
			Overwrite: func(t *testing.T, name string, content []byte) {
				if err := os.WriteFile(filepath.Join(root, name), content, 0o644); err != nil {
					t.Fatal(err)
				}
			},
			Names: func(t *testing.T) (names []string) {
				err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
					if err != nil || d.IsDir() {
						return err
					}
					name, err := filepath.Rel(root, path)
					names = append(names, filepath.ToSlash(name))
					return err
				})
				if err != nil && !os.IsNotExist(err) {
					t.Fatal(err)
				}
				return names
			},
		}
	})
}

func TestOpenRefuses(t *testing.T) {
	t.Parallel()
	for url, want := range map[string]string{
		"ftp://host/x": "begins with file://, s3://, gs:// or azblob://",
		"file://":      "needs a folder",
		":":            "not valid",
	} {
		if _, err := blob.Open(t.Context(), url, "."); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", url, err)
		}
	}
}
