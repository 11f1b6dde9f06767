package cli

import (
	"bytes"
	"os"
	"syscall"
	"testing"

	"gitops.video/render/cmd/render/internal/view"
)

// TestStoppable: the first Ctrl-C asks for an orderly end, the second one ends; a
// SIGTERM, which a CI sends before it kills, ends at once.
func TestStoppable(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		signals []os.Signal
	}{{"twice", []os.Signal{os.Interrupt, os.Interrupt}}, {"term", []os.Signal{syscall.SIGTERM}}} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			signals := make(chan os.Signal)
			a := &app{Config: Config{Signals: signals}, view: view.New(view.Options{Err: &bytes.Buffer{}})}
			ctx, stop, cancel := a.stoppable(t.Context())
			defer cancel()
			for i, s := range c.signals {
				signals <- s
				<-stop
				if i < len(c.signals)-1 && ctx.Err() != nil {
					t.Fatal("the first signal ended the run")
				}
			}
			<-ctx.Done()
		})
	}
}
