// Command render turns video manifests kept in git into finished videos, and
// renders again only what changed.
package main

import (
	"os"

	"gitops.video/render/cmd/render/internal/cli"
)

func main() { os.Exit(cli.Main(cli.FromOS())) }
