package cli

import (
	"github.com/spf13/cobra"

	"gitops.video/render/schema"
)

func newSchemaCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:       "schema manifest|lock|task|storyboard",
		Short:     "Print a JSON Schema, for editors and other tools",
		Args:      cobra.ExactArgs(1),
		ValidArgs: []string{"manifest", "lock", "task", "storyboard"},
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := schema.ByName(args[0])
			if err != nil {
				return err
			}
			return a.view.Raw(append(s.JSON(), '\n'))
		},
	}
	cmd.AddCommand(newRefreshCommand(a))
	return cmd
}
