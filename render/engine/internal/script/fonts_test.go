package script

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"gitops.video/render/manifest"
)

// A brand names its fonts as the manifest does: files, patterns and folders.
func TestFontFiles(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, name := range []string{"brand/b.ttf", "brand/a.ttf", "brand/.hidden.ttf", "brand/logo.svg", "brand/more/c.OTF", "d.ttf"} {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, tc := range []struct{ names, want []string }{
		{[]string{"brand/*.ttf"}, []string{"brand/a.ttf", "brand/b.ttf"}},
		{[]string{"./brand"}, []string{"brand/a.ttf", "brand/b.ttf", "brand/more/c.OTF"}},
		{[]string{"d.ttf", "brand/a.ttf", "brand/*.ttf"}, []string{"d.ttf", "brand/a.ttf", "brand/b.ttf"}},
		{[]string{"gone/*.ttf", "../*.ttf"}, []string{"gone/*.ttf", "../*.ttf"}}, // whoever opens them complains
		{nil, nil},
	} {
		b, err := Write(t.Context(), Request{Dir: dir, Width: 1280, Height: 720, Seconds: 20, Spec: manifest.Spec{PositivePrompt: "Explain how tides work in the harbour.",
			Brand: &manifest.Brand{Font: &manifest.BrandFont{Heading: "A", Files: tc.names}}}})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(b.Look.FontFiles, tc.want) {
			t.Errorf("%v became %v, want %v", tc.names, b.Look.FontFiles, tc.want)
		}
	}
}
