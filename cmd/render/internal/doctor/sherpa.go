package doctor

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// sherpaModule carries sherpa-onnx's libraries and its C header for linux. It is
// fetched on demand: 40 MB that only sherpa-onnx voice folders need.
const sherpaModule = "github.com/k2-fsa/sherpa-onnx-go-linux@v1.13.8"

// sherpaTriple is the library's folder inside the module, "" where there is none.
func sherpaTriple() string {
	if runtime.GOOS != "linux" {
		return ""
	}
	return map[string]string{"amd64": "x86_64-unknown-linux-gnu", "arm64": "aarch64-unknown-linux-gnu"}[runtime.GOARCH]
}

// sherpa says whether the library for sherpa-onnx voice folders is set up. Nothing
// else needs it, so it is missing only where it was named.
func (o Options) sherpa(ctx context.Context, log io.Writer) (Finding, error) {
	f := Finding{Name: "sherpa-onnx", OK: true, Detail: o.SherpaLib}
	if triple := sherpaTriple(); triple != "" {
		f.Fix = fmt.Sprintf("go mod download %s && export RENDER_SHERPA_LIB=$(go env GOMODCACHE)/%s/lib/%s/libsherpa-onnx-c-api.so", sherpaModule, sherpaModule, triple)
		if o.Install && o.Tests {
			if err := fetchSherpa(ctx, log); err != nil {
				return f, err
			}
		}
	} else {
		f.Fix = "install sherpa-onnx 1.13 or newer and name its libsherpa-onnx-c-api in RENDER_SHERPA_LIB"
	}
	switch _, err := os.Stat(o.SherpaLib); {
	case o.SherpaLib == "":
		f.Detail = "not set up; only sherpa-onnx voice folders need it: " + f.Fix
	case err != nil:
		f.OK, f.Detail = false, fmt.Sprintf("RENDER_SHERPA_LIB names %s, which is not there", o.SherpaLib)
	}
	return f, nil
}

// fetchSherpa downloads the module for the tests.
func fetchSherpa(ctx context.Context, log io.Writer) error {
	tool, err := exec.LookPath("go")
	if err != nil {
		return nil // the tests that want it skip
	}
	out, err := exec.CommandContext(ctx, tool, "env", "GOMODCACHE").Output()
	if err == nil {
		if _, err := os.Stat(filepath.Join(string(out[:max(0, len(out)-1)]), filepath.FromSlash(sherpaModule), "c-api.h")); err == nil {
			return nil
		}
	}
	fmt.Fprintln(log, "+ go mod download", sherpaModule)
	cmd := exec.CommandContext(ctx, tool, "mod", "download", sherpaModule)
	cmd.Dir = os.TempDir() // no module of ours takes note
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("go mod download %s: %w\n%s", sherpaModule, err, out)
	}
	return nil
}
