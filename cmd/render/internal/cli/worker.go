package cli

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"
)

// newWorkerCommand is for the machines of a farm beside the server, and for more
// processes beside it on the same machine.
func newWorkerCommand(a *app) *cobra.Command {
	var f farmFlags
	var metrics string
	cmd := &cobra.Command{
		Use:   "worker --database postgres://… --bucket URL",
		Short: "Make videos for a task server, on this machine",
		Long: `Make videos for a task server. Start it on as many machines as you like, with the
database and the bucket of  render serve;  each takes the next task that is ready, and
several share long videos. Without --database it works for a server on this machine.

An interrupt lets running work go on for --grace and gives back what is left. A worker
may also be killed at any moment: after 30 seconds of silence others take over what it
had, from the last finished scene on where a video is shared.

Metrics for Prometheus are at --metrics-addr; traces go where OTEL_EXPORTER_OTLP_ENDPOINT
says, under the UUIDs of their tasks.

Environment: RENDER_WEBHOOK_SECRET signs webhooks (Standard Webhooks), RENDER_CACHE_DIR
is where models and scenes are kept, RENDER_DATA_DIR stands for --data.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx, cancel := a.interruptible(cmd.Context())
			defer cancel()
			m, err := a.openFarm(ctx, f)
			if err != nil {
				return err
			}
			if metrics != "" {
				stop, err := m.serveMetrics(ctx, metrics)
				if err != nil {
					return errors.Join(err, m.close())
				}
				defer stop()
			}
			m.log.Info("working", "slots", m.flags.slots, "deliveries", m.flags.deliveries, "farm", m.queue.Farm())
			err = errors.Join(m.work(ctx), m.close())
			m.log.Info("stopped")
			return err
		},
	}
	f.add(cmd.Flags())
	cmd.Flags().StringVar(&metrics, "metrics-addr", "", "serve /metrics and /healthz at this `address`, such as :9090 (default not)")
	return cmd
}

// serveMetrics serves what a worker has to tell, until stop is called.
func (m *farm) serveMetrics(ctx context.Context, addr string) (stop func(), err error) {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
	if err != nil {
		return nil, invalid("--metrics-addr: %w", err)
	}
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", m.metrics.Handler())
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) {
		if err := m.queue.Ready(r.Context()); err != nil {
			http.Error(w, "the database does not answer", http.StatusServiceUnavailable)
			return
		}
		_, _ = io.WriteString(w, "ok\n") // whoever asked may have left
	})
	s := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second, IdleTimeout: time.Minute}
	go func() { _ = s.Serve(l) }()
	m.log.Info("metrics", "address", l.Addr().String())
	return func() { _ = s.Close() }, nil
}
