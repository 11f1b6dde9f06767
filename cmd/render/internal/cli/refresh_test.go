package cli

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"gitops.video/render/render"
)

// TestSizesOfAnotherServer: sizes are compared with what the API is known to make only
// where the API is meant, and not a server at another address.
func TestSizesOfAnotherServer(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "videos.yaml")
	write(t, path, "version: 1\nprovider: runware\nvideos:\n  - {key: a, positivePrompt: Explain tides., width: 640, height: 360}\n")
	for base, warns := range map[string]bool{"": true, "https://api.runware.ai/v1": true, "http://127.0.0.1:8080/v1": false} {
		var said bytes.Buffer
		code := Main(Config{Args: []string{"validate", path}, Stdin: strings.NewReader(""), Stdout: &said, Stderr: &said, Clock: render.SystemClock{}, LookupEnv: func(name string) (string, bool) {
			v := map[string]string{"RUNWARE_BASE_URL": base, "RENDER_CACHE_DIR": dir, "RUNWARE_API_KEY": "k"}[name]
			return v, v != ""
		}})
		if got := strings.Contains(said.String(), "known to make"); code != 0 || got != warns {
			t.Errorf("%q: code %d\n%s", base, code, &said)
		}
	}
}
