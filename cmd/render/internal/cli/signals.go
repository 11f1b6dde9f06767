package cli

import (
	"os"
	"os/signal"
	"syscall"
)

// notifySignals gives the signals that end a run.
func notifySignals() <-chan os.Signal {
	c := make(chan os.Signal, 2)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	return c
}
