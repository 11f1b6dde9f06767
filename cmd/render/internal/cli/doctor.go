package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"gitops.video/render/cmd/render/internal/doctor"
	"gitops.video/render/render/engine"
)

func newDoctorCommand(a *app) *cobra.Command {
	var o doctor.Options
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Check what rendering needs on this machine, and print what mends it",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx, cancel := a.interruptible(cmd.Context())
			defer cancel()
			o.Voice, o.Encoder, o.Fonts, o.SherpaLib = a.env.voice, engine.Encoder, engine.FontsLacking, a.env.get("RENDER_SHERPA_LIB")
			found, err := doctor.Run(ctx, o, a.Stderr)
			for _, f := range found {
				if a.flags.json {
					if err := a.view.Data(f); err != nil {
						return err
					}
					continue
				}
				a.view.Finding(f.Name, f.OK, f.Detail, f.Fix)
			}
			if errors.Is(err, doctor.ErrUnfit) && !o.Install {
				return &exit{code: exitInvalid, err: err, hint: "render doctor --install"}
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&o.Install, "install", false, "install what is missing with the system's package manager")
	cmd.Flags().BoolVar(&o.Tests, "tests", false, "also check what the test suite wants")
	return cmd
}
