package cli

import (
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
)

// TestOneEngine: manifests that differ in what they say of their provider share the
// engine, and no two servers are taken for one.
func TestOneEngine(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	a := &app{Config: Config{LookupEnv: func(name string) (string, bool) {
		return map[string]string{"RENDER_CACHE_DIR": dir}[name], name == "RENDER_CACHE_DIR"
	}, Clock: render.SystemClock{}}}
	e := newEnvironment(a)
	opened := func(cfg manifest.ProviderConfig) render.Provider {
		p, err := e.provider(cfg, nil)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	if opened(manifest.ProviderConfig{}) != opened(manifest.ProviderConfig{Name: "local", Concurrency: 2}) {
		t.Error("two engines are opened")
	}
	if opened(manifest.ProviderConfig{Name: "runware"}) == opened(manifest.ProviderConfig{Name: "runware", BaseURL: "http://localhost:8080/v1"}) {
		t.Error("two servers are one")
	}
}
