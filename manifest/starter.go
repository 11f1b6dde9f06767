package manifest

import (
	_ "embed"
	"strings"
)

//go:embed starter.yaml
var starter string

// Starter is the commented manifest that `render init` writes. project becomes its
// identity. The schema that its first line names is [schema.Manifest]'s JSON.
func Starter(project string) string {
	return strings.Replace(starter, "PROJECT", project, 1)
}

// StarterIgnore are the lines of .gitignore that belong with it.
const StarterIgnore = `# render: journal, cache and store of this machine; finished videos
.render/
out/
`
