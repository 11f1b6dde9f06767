package cli

import (
	"errors"

	"github.com/spf13/cobra"
)

// newWorkerCommand is for the machines of a farm beside the server, and for more
// processes beside it on the same machine.
func newWorkerCommand(a *app) *cobra.Command {
	var f farmFlags
	cmd := &cobra.Command{
		Use:   "worker --database postgres://… --bucket URL",
		Short: "Make videos for a task server, on this machine",
		Long: `Make videos for a task server. Start it on as many machines as you like, with the
database and the bucket of  render serve;  each takes the next task that is ready, and
several share long videos. Without --database it works for a server on this machine.

An interrupt lets running work go on for --grace and gives back what is left; a second
one gives it back at once. A worker may also be killed at any moment: after 30 seconds of
silence others take over what it had, from the last finished scene on where a video is
shared.

Metrics for Prometheus are at --metrics-addr; traces go where OTEL_EXPORTER_OTLP_ENDPOINT
says, under the UUIDs of their tasks.

Environment: RENDER_WEBHOOK_SECRET signs webhooks (Standard Webhooks), RENDER_CACHE_DIR
is where models and scenes are kept, RENDER_DATA_DIR stands for --data.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx, hurry, cancel := a.twiceInterruptible(cmd.Context())
			defer cancel()
			m, err := a.openFarm(ctx, f)
			if err != nil {
				return err
			}
			m.log.Info("working", "slots", m.flags.slots, "deliveries", m.flags.deliveries, "farm", m.queue.Farm())
			m.announceEnd(ctx)
			err = errors.Join(m.work(ctx, hurry), m.close())
			m.log.Info("stopped")
			return err
		},
	}
	f.add(cmd.Flags())
	return cmd
}
