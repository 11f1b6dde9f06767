package engine

import (
	"fmt"
	"path"
	"runtime"
	"strings"

	"gitops.video/render/render"
)

// guarded keeps a mistake of ours that one prompt meets from ending a batch: where f
// panics, as it writes, speaks, draws or mixes, it is that entry that fails, and it says
// where.
func guarded[T any](f func() (T, error)) (out T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &render.Failure{Class: render.ClassValidation, Code: "internalError", Terminal: true,
				Message: fmt.Sprintf("this prompt meets a mistake of this program (%v in %s): please report it with the prompt; other words may pass", p, panicked())}
		}
	}()
	return f()
}

// panicked is the place in this program where the panic began that is being recovered.
func panicked() string {
	var pcs [64]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(0, pcs[:])])
	for begun := false; ; {
		f, more := frames.Next()
		if begun && !strings.HasPrefix(f.Function, "runtime.") {
			return fmt.Sprintf("%s:%d", path.Base(f.File), f.Line)
		}
		if begun = begun || f.Function == "runtime.gopanic"; !more {
			return "an unknown place"
		}
	}
}
