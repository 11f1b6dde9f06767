package cli

import (
	"bytes"
	"context"
	"encoding/json"

	"github.com/spf13/cobra"
	"gopkg.in/yaml.v3"
)

func newExpandCommand(a *app) *cobra.Command {
	var b batchFlags
	var format string
	cmd := &cobra.Command{
		Use:   "expand PATH…",
		Short: "Show every entry as it would be sent, one line each; nothing is sent",
		Args:  paths,
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, cancel := a.interruptible(cmd.Context())
			defer cancel()
			return runExpand(ctx, a, args, &b, format)
		},
	}
	b.add(cmd.Flags())
	cmd.Flags().StringVar(&format, "format", "json", "json (one line an entry) or yaml")
	oneOf(cmd, "format", "json", "yaml")
	return a.keyed(cmd)
}

// expanded is one line of expand.
type expanded struct {
	Key     string   `json:"key"`
	Digest  string   `json:"digest"`
	Output  string   `json:"output"`
	Outputs []string `json:"outputs,omitempty"` // when there are several
	Task    any      `json:"task"`
}

func runExpand(ctx context.Context, a *app, paths []string, b *batchFlags, format string) error {
	if format != "json" && format != "yaml" {
		return invalid("--format %s: it is json or yaml", format)
	}
	w, err := a.open(ctx, paths, b, &policyFlags{})
	if err != nil {
		return err
	}
	defer w.Close()
	for _, m := range w.Manifests {
		for i, e := range m.Entries {
			if !e.Selected {
				continue
			}
			d := &m.Desired[i]
			line := expanded{Key: d.Key, Digest: d.Task.Digest, Output: d.Outputs[0], Task: d.Spec}
			if len(d.Outputs) > 1 {
				line.Outputs = d.Outputs
			}
			if format == "json" {
				err = a.view.Data(line)
			} else {
				err = a.yamlDocument(line)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// yamlDocument writes a value as one YAML document under its JSON names.
func (a *app) yamlDocument(v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	var node yaml.Node
	if err := yaml.Unmarshal(b, &node); err != nil { // JSON is YAML
		return err
	}
	blockStyle(&node)
	var out bytes.Buffer
	out.WriteString("---\n")
	enc := yaml.NewEncoder(&out)
	enc.SetIndent(2)
	if err := enc.Encode(&node); err != nil {
		return err
	}
	return a.view.Raw(out.Bytes())
}

// blockStyle undoes the flow style and the quotes that the JSON brought along.
func blockStyle(n *yaml.Node) {
	n.Style = 0
	for _, c := range n.Content {
		blockStyle(c)
	}
}
