package cli

import (
	"context"
	"encoding/json"

	"github.com/spf13/cobra"

	"gitops.video/render/cmd/render/internal/view"
	"gitops.video/render/cmd/render/internal/workspace"
	"gitops.video/render/manifest/diag"
	"gitops.video/render/render"
)

func newExplainCommand(a *app) *cobra.Command {
	var b batchFlags
	var p policyFlags
	var key string
	cmd := &cobra.Command{
		Use:   "explain PATH… --key KEY",
		Short: "Say why an entry would render, or would not: every input of its digest, old and new",
		Args:  paths,
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, cancel := a.interruptible(cmd.Context())
			defer cancel()
			return runExplain(ctx, a, args, &b, &p, key)
		},
	}
	f := cmd.Flags()
	f.StringVar(&key, "key", "", "the entry's `key`")
	f.StringArrayVar(&b.values, "values", nil, "YAML `file` merged over the manifests' values (repeatable)")
	f.StringArrayVar(&b.set, "set", nil, "one value, as in --set product.name=Acme (repeatable)")
	f.StringVar(&b.provider, "provider", "", "render with this `provider` instead of the manifest's")
	f.BoolVar(&p.allowMissing, "allow-missing", false, "outputs that are absent here but recorded as done count as present")
	_ = cmd.MarkFlagRequired("key") // fails only for a flag that does not exist
	return a.keyed(cmd)
}

func runExplain(ctx context.Context, a *app, paths []string, b *batchFlags, p *policyFlags, key string) error {
	w, err := a.open(ctx, paths, b, p)
	if err != nil {
		return err
	}
	defer w.Close()
	m, i, ok := w.Find(key)
	if !ok {
		return &exit{code: exitInvalid, err: errorf("no entry has the key %q", key), hint: diag.DidYouMean(key, w.Keys(), "the keys are")}
	}
	plan, err := w.Plan(ctx)
	if err != nil {
		return err
	}
	var change *render.Change
	for j := range plan.Changes {
		if c := &plan.Changes[j]; c.Key == key && c.Manifest == m.File.Path {
			change = c
		}
	}
	e := explanation(m, i, change)
	if a.flags.json {
		return a.view.Document(e)
	}
	a.view.Explain(e)
	return nil
}

// explanation lists every input of an entry's digest with where it comes from.
func explanation(m *workspace.Manifest, i int, c *render.Change) view.Explanation {
	entry, want := m.Entries[i], &m.Desired[i]
	e := view.Explanation{Key: entry.Key, Where: entry.At("").String(), Expansion: entry.Expansion,
		Action: string(c.Action), Reason: c.Reason, Held: c.Held, Note: c.Note, Digest: want.Task.Digest, Outputs: want.Outputs}
	var old json.RawMessage
	if r := c.Record(); r != nil {
		e.Recorded, e.State, e.TaskUUID, e.Attempt = r.Digest, string(r.State), r.TaskUUID, r.Attempt
		old = r.Task
	}
	changed := map[string]render.FieldChange{}
	for _, f := range render.FieldChanges(old, want.Task.Document) {
		changed[f.Field] = f
	}
	seen := map[string]bool{}
	for _, f := range render.Fields(want.Task.Document) {
		in := view.Input{Field: f.Field, New: f.New, Old: f.New, Where: place(entry.At, f.Field)}
		if d, ok := changed[f.Field]; ok {
			in.Old, in.Changed, in.Words = d.Old, true, d.Words
		} else if len(old) == 0 {
			in.Old = ""
		}
		seen[f.Field] = true
		e.Inputs = append(e.Inputs, in)
	}
	for name, d := range changed {
		if !seen[name] {
			e.Inputs = append(e.Inputs, view.Input{Field: name, Old: d.Old, Changed: true})
		}
	}
	e.Sort()
	return e
}

// place finds where a field of a task document was written.
func place(at func(string) diag.Range, field string) string {
	if field == "recipe" || field == "provider" {
		return ""
	}
	for pointer := pointerTo(field); pointer != ""; pointer = parent(pointer) {
		if r := at(pointer); r.Start.Line > 0 {
			return r.String()
		}
	}
	return ""
}

// pointerTo turns assets[0].files into /assets/0/files.
func pointerTo(field string) string {
	b := []byte{'/'}
	for _, c := range []byte(field) {
		switch c {
		case '.', '[':
			b = append(b, '/')
		case ']':
		default:
			b = append(b, c)
		}
	}
	return string(b)
}

func parent(pointer string) string {
	for i := len(pointer) - 1; i >= 0; i-- {
		if pointer[i] == '/' {
			return pointer[:i]
		}
	}
	return ""
}
