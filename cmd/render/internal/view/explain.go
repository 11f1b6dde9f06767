package view

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render"
)

// Explanation is why one entry would render, or would not.
type Explanation struct {
	Key       string   `json:"key"`
	Where     string   `json:"where,omitempty"`
	Expansion string   `json:"expansion,omitempty"`
	Action    string   `json:"action"`
	Reason    string   `json:"reason,omitempty"`
	Held      string   `json:"held,omitempty"`
	Note      string   `json:"note,omitempty"`
	Digest    string   `json:"digest"`
	Recorded  string   `json:"recordedDigest,omitempty"`
	State     string   `json:"state,omitempty"`
	TaskUUID  string   `json:"taskUUID,omitempty"`
	Attempt   int      `json:"attempt,omitempty"`
	Outputs   []string `json:"outputs"`
	Inputs    []Input  `json:"inputs"`
}

// Input is one thing that the digest is made of.
type Input struct {
	Field   string            `json:"field"`
	Old     string            `json:"old,omitempty"`
	New     string            `json:"new,omitempty"`
	Changed bool              `json:"changed"`
	Where   string            `json:"where,omitempty"`
	Words   []render.WordSpan `json:"-"`
}

// Sort puts changed inputs first, then by field.
func (e *Explanation) Sort() {
	slices.SortStableFunc(e.Inputs, func(a, b Input) int {
		if a.Changed != b.Changed {
			if a.Changed {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.Field, b.Field)
	})
}

// Explain shows an explanation.
func (v *View) Explain(e Explanation) {
	v.mu.Lock()
	defer v.mu.Unlock()
	verdict := "would not render: nothing that decides its picture or sound has changed"
	switch render.Action(e.Action) {
	case render.Unchanged:
	case render.Move, render.Upload:
		verdict = "would not render, only " + e.Action + ": " + e.Reason
	default:
		verdict = "would " + e.Action + ": " + e.Reason
	}
	if e.Held != "" {
		verdict += " (held back: pass " + e.Held + ")"
	}
	fmt.Fprintf(v.Out, "%s %s\n", v.bold(clean(e.Key)), clean(verdict))
	if e.Note != "" {
		fmt.Fprintf(v.Out, "  %s\n", clean(e.Note))
	}
	at := e.Where
	if e.Expansion != "" {
		at += " (" + e.Expansion + ")"
	}
	fmt.Fprintf(v.Out, "  %s %s\n", v.dim("written at "), clean(at))
	fmt.Fprintf(v.Out, "  %s %s\n", v.dim("outputs    "), clean(strings.Join(e.Outputs, ", ")))
	fmt.Fprintf(v.Out, "  %s %s\n", v.dim("digest     "), e.Digest)
	if e.Recorded != "" {
		fmt.Fprintf(v.Out, "  %s %s, %s, attempt %d, task %s\n", v.dim("recorded   "), e.Recorded, clean(e.State), e.Attempt, clean(e.TaskUUID))
	} else {
		fmt.Fprintf(v.Out, "  %s nothing: it was never rendered\n", v.dim("recorded   "))
	}
	longest := 0
	for _, in := range e.Inputs {
		longest = max(longest, width(in.Field))
	}
	longest = min(longest, 36)
	fmt.Fprintln(v.Out)
	for _, in := range e.Inputs {
		v.input(in, longest, e.Recorded != "")
	}
}

func (v *View) input(in Input, longest int, compared bool) {
	room := 72
	if v.Width > 0 {
		room = max(v.Width-longest-8, 30)
	}
	mark, text := " ", value(in.New, room)
	switch {
	case in.Changed && len(in.Words) > 0:
		mark, text = v.yellow("~"), v.words(in.Words, room)
	case in.Changed && in.New == "":
		mark, text = v.red("-"), value(in.Old, room)
	case in.Changed && in.Old == "":
		mark, text = v.green("+"), value(in.New, room)
	case in.Changed:
		mark, text = v.yellow("~"), v.red(value(in.Old, room/2))+" → "+v.green(value(in.New, room/2))
	case !compared:
		mark = v.green("+")
	}
	line := "  " + mark + " " + pad(clean(in.Field), longest) + "  " + text
	if in.Where != "" {
		line += "  " + v.dim(clean(in.Where))
	}
	fmt.Fprintln(v.Out, line)
}
