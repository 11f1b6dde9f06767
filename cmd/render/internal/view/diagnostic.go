package view

import (
	"fmt"
	"strings"

	"gitops.video/render/manifest/diag"
)

// Diagnostics shows findings as text, json or github.
func (v *View) Diagnostics(list diag.List, format string) error {
	switch format {
	case "json":
		for _, d := range list {
			if err := v.Data(diagnosticJSON(d)); err != nil {
				return err
			}
		}
		return nil
	case "github":
		for _, d := range list {
			v.annotate(d)
		}
		return nil
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	for i, d := range list {
		if i > 0 {
			fmt.Fprintln(v.Err)
		}
		v.diagnostic(d)
	}
	if errs, warnings := list.Count(); errs+warnings > 1 {
		fmt.Fprintf(v.Err, "\n%s, %s\n", count(errs, "error", "errors"), count(warnings, "warning", "warnings"))
	}
	return nil
}

// diagnostic is one finding the way compilers show it: place, line with a caret,
// why, the way that led here, and what to do.
func (v *View) diagnostic(d diag.Diagnostic) {
	name := v.red("error")
	if d.Severity == diag.Warning {
		name = v.yellow("warning")
	}
	head := ""
	if at := d.Range.String(); at != "" {
		head = v.bold(clean(at)) + ": "
	}
	fmt.Fprintf(v.Err, "%s%s: %s\n", head, name, v.bold(clean(d.Summary)))
	v.snippet(d.Range, d.Snippet)
	if d.Detail != "" {
		fmt.Fprintf(v.Err, "  %s\n", indent(clean(d.Detail)))
	}
	for _, n := range d.Notes {
		at := ""
		if r := n.Range.String(); r != "" {
			at = " " + clean(r)
		}
		fmt.Fprintf(v.Err, "  %s%s %s\n", v.dim(clean(n.Label)+":"), at, indent(clean(n.Text)))
		v.snippet(n.Range, n.Snippet)
	}
	if d.Count > 1 {
		fmt.Fprintf(v.Err, "  %s the same for %s\n", v.dim("also:"), count(d.Count-1, "other entry", "other entries"))
	}
	if d.Hint != "" {
		fmt.Fprintf(v.Err, "  %s %s\n", v.cyan("fix:"), indent(clean(d.Hint)))
	}
}

func (v *View) snippet(r diag.Range, s *diag.Snippet) {
	if s == nil {
		return
	}
	line := fmt.Sprint(r.Start.Line)
	text := strings.ReplaceAll(clean(s.Text), "\t", " ") // one column each, so that the caret stands right
	before := []rune(text)
	before = before[:min(max(s.Col-1, 0), len(before))]
	fmt.Fprintf(v.Err, " %s %s\n", v.dim(line+" |"), text)
	fmt.Fprintf(v.Err, " %s %s%s\n", v.dim(strings.Repeat(" ", len(line))+" |"),
		strings.Repeat(" ", width(string(before))), v.red(strings.Repeat("^", max(s.Len, 1))))
}

func indent(s string) string { return strings.ReplaceAll(s, "\n", "\n  ") }

// annotate writes a workflow command that GitHub shows beside the line.
func (v *View) annotate(d diag.Diagnostic) {
	v.mu.Lock()
	defer v.mu.Unlock()
	text := d.Summary
	for _, more := range []string{d.Detail, d.Hint} {
		if more != "" {
			text += "\n" + more
		}
	}
	for _, n := range d.Notes {
		text += "\n" + n.Label + ": " + n.Text
	}
	properties := "title=" + property("render: "+d.Code)
	if d.Range.File != "" {
		properties = "file=" + property(d.Range.File) + "," + properties
	}
	if d.Range.Start.Line > 0 {
		properties += fmt.Sprintf(",line=%d,col=%d", d.Range.Start.Line, max(d.Range.Start.Col, 1))
	}
	fmt.Fprintf(v.Out, "::%s %s::%s\n", d.Severity, properties, message(text))
}

var (
	messageEscapes  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func message(s string) string  { return messageEscapes.Replace(clean(s)) }
func property(s string) string { return propertyEscapes.Replace(clean(s)) }

type jsonNote struct {
	Label string `json:"label,omitempty"`
	Text  string `json:"text,omitempty"`
	At    string `json:"at,omitempty"`
}

type jsonDiagnostic struct {
	Severity string     `json:"severity"`
	Code     string     `json:"code"`
	Summary  string     `json:"summary"`
	Detail   string     `json:"detail,omitempty"`
	Hint     string     `json:"hint,omitempty"`
	File     string     `json:"file,omitempty"`
	Line     int        `json:"line,omitempty"`
	Column   int        `json:"column,omitempty"`
	Source   string     `json:"source,omitempty"`
	Notes    []jsonNote `json:"notes,omitempty"`
	Count    int        `json:"count,omitempty"`
}

func diagnosticJSON(d diag.Diagnostic) jsonDiagnostic {
	j := jsonDiagnostic{Severity: d.Severity.String(), Code: d.Code, Summary: d.Summary, Detail: d.Detail, Hint: d.Hint,
		File: d.Range.File, Line: d.Range.Start.Line, Column: d.Range.Start.Col, Count: d.Count}
	if d.Snippet != nil {
		j.Source = d.Snippet.Text
	}
	for _, n := range d.Notes {
		j.Notes = append(j.Notes, jsonNote{n.Label, n.Text, n.Range.String()})
	}
	return j
}
