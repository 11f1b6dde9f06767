package manifest

import (
	"errors"
	"fmt"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"gitops.video/render/manifest/diag"
)

var (
	templatePlace = regexp.MustCompile(`^template: (.+?):(\d+)(?::(\d+))?: `)
	executing     = regexp.MustCompile(`(?s)^executing ".*?" at <(.*?)>: `)
	notDefined    = regexp.MustCompile(`function "([^"]+)" not defined`)
	noEntry       = regexp.MustCompile(`map has no entry for key "(.*)"$`)
	noTemplate    = regexp.MustCompile(`template "([^"]+)" not defined`)
	noField       = regexp.MustCompile(`can't evaluate field (\S+) in type (.+)$`)
	callFailed    = regexp.MustCompile(`(?s)error calling (\S+): (.*)$`)
)

// split takes a text/template error apart: where it was, in which words, and the rest.
func splitTemplateError(err error) *templateError {
	msg := strings.TrimSpace(err.Error())
	e := &templateError{code: "template", line: 1}
	if m := templatePlace.FindStringSubmatch(msg); m != nil {
		msg = msg[len(m[0]):]
		e.name = m[1]
		e.line, _ = strconv.Atoi(m[2])
		if m[3] != "" {
			e.col, _ = strconv.Atoi(m[3])
			e.col++ // text/template counts columns from 0
		}
	}
	if m := executing.FindStringSubmatch(msg); m != nil {
		msg = msg[len(m[0]):]
		e.expr = m[1]
	}
	if e.name == scalarName {
		e.name = ""
	}
	e.summary = msg
	return e
}

// parseError words what the template parser refused.
func parseError(err error, text string) *templateError {
	e := splitTemplateError(err)
	msg := e.summary
	if m := notDefined.FindStringSubmatch(msg); m != nil {
		e.expr = m[1]
		if why, ok := refused[m[1]]; ok {
			e.code = "template-refused"
			e.summary = fmt.Sprintf("the template function %s is not allowed in a manifest", m[1])
			e.detail, e.hint = why[0], why[1]
			return e
		}
		e.code = "template-function"
		e.summary = fmt.Sprintf("there is no template function %s", m[1])
		if n := diag.Nearest(m[1], functionNames()); n != "" {
			e.hint = "did you mean " + n + "?"
		} else if !strings.Contains(text, "."+m[1]) {
			e.hint = "values are written with a dot: {{ .values." + m[1] + " }}"
		}
		return e
	}
	switch {
	case strings.Contains(msg, "unclosed action"):
		e.summary, e.expr = "a {{ is never closed", "{{"
		e.hint = "close it with }}, or write {{ \"{{\" }} for two braces as text"
	case strings.Contains(msg, "unexpected EOF"):
		e.summary = "an {{ if }}, {{ range }} or {{ with }} is never ended"
		e.hint = "add {{ end }}"
	case strings.Contains(msg, "unexpected {{end}}"):
		e.summary, e.expr = "this {{ end }} ends nothing", "end"
		e.hint = "remove it"
	case strings.Contains(msg, "missing value for command"), strings.Contains(msg, "empty command"):
		e.summary = "an empty {{ }}"
		e.hint = "remove it, or name a value: {{ .values.name }}"
	default:
		e.summary = "the template cannot be read: " + msg
	}
	return e
}

// execError words what went wrong while a template ran.
func (m *machine) execError(err error, t *tmpl, ctx map[string]any) *templateError {
	if errors.Is(err, errSteps) || errors.Is(err, errOutput) {
		return &templateError{code: "template-limit", line: 1, summary: err.Error(),
			hint: "make many entries with matrix or forEach instead of one long text"}
	}
	e := splitTemplateError(err)
	msg := e.summary
	if f := callFailed.FindStringSubmatch(msg); f != nil {
		e.summary = f[1] + ": " + f[2]
		switch f[1] {
		case printer:
			e.code, e.summary = "template-value", "this value cannot be printed"
			e.detail, e.hint, _ = strings.Cut(f[2], "; ")
			e.expr = e.action(t.text)
		case "fail":
			e.code, e.summary = "template-fail", f[2]
		case "file":
			e.code = "file"
			e.summary, e.hint, _ = strings.Cut(f[2], "; ")
		default:
			if strings.Contains(f[2], errTooBig.Error()) || strings.Contains(f[2], errWork.Error()) {
				e.code = "template-limit"
			}
			if strings.Contains(f[2], "incompatible types") {
				e.mixedTypes()
			}
			if f[1] == "index" && strings.Contains(f[2], "nil pointer") {
				e.summary = "index: there is no such key"
			}
		}
		return e
	}
	if f := noEntry.FindStringSubmatch(msg); f != nil {
		e.code = "template-missing"
		e.missing(f[1], ctx)
		return e
	}
	if f := noTemplate.FindStringSubmatch(msg); f != nil {
		e.code = "template-missing"
		e.summary = fmt.Sprintf("there is no template named %q", f[1])
		var names []string
		for _, x := range m.base.Templates() {
			if x.Name() != scalarName {
				names = append(names, x.Name())
			}
		}
		e.hint = diag.DidYouMean(f[1], names, "templates: has")
		if len(names) == 0 {
			e.hint = "define it under templates:"
		}
		return e
	}
	if f := noField.FindStringSubmatch(msg); f != nil {
		e.summary = fmt.Sprintf("there is no .%s here: the value before it is %s", f[1], goType(f[2]))
		return e
	}
	switch {
	case strings.Contains(msg, "nil pointer evaluating"), strings.Contains(msg, "nil data"):
		e.code = "template-missing"
		e.summary = fmt.Sprintf("%s: the value before the last dot is null", e.expr)
	case strings.Contains(msg, "incompatible types for comparison"):
		e.mixedTypes()
	case strings.Contains(msg, "exceeded maximum template depth"):
		e.code, e.summary = "template-limit", "the template calls itself without end"
	}
	return e
}

func (e *templateError) mixedTypes() {
	e.summary = "two different kinds of value are compared"
	e.detail = "cells of a csv file are text, numbers in YAML are numbers"
	e.hint = "convert one side, as in {{ if eq (int .row.n) 3 }}"
}

// action is what stands between the braces at the error's place, "" when that is not
// in text.
func (e *templateError) action(text string) string {
	lines := strings.Split(text, "\n")
	if e.name != "" || e.line > len(lines) || e.col < 1 || e.col-1 > len(lines[e.line-1]) {
		return ""
	}
	rest := lines[e.line-1][e.col-1:]
	if i := strings.Index(rest, "}}"); i >= 0 {
		rest = rest[:i]
	}
	return strings.Trim(rest, "{}- ")
}

func goType(t string) string {
	switch {
	case strings.Contains(t, "string"):
		return "text"
	case strings.Contains(t, "int"), strings.Contains(t, "float"):
		return "a number"
	case strings.Contains(t, "bool"):
		return "true or false"
	case strings.HasPrefix(t, "[]"):
		return "a list"
	}
	return t
}

// missing words a lookup that found nothing, with the nearest name beside it.
func (e *templateError) missing(key string, ctx map[string]any) {
	chain := e.expr
	if i := strings.IndexAny(chain, " |()"); i >= 0 {
		chain = ""
	}
	path := lookupPath(strings.TrimPrefix(chain, "$"))
	parent := any(ctx)
	if len(path) > 0 {
		// The chain may go on behind the missing key: <.values.sit.name>.
		for i, name := range path {
			if name == key {
				path = path[:i]
				break
			}
		}
		if v, ok := lookup(ctx, path); ok || len(path) == 0 {
			if len(path) > 0 {
				parent = v
			}
		}
	}
	shown := "." + strings.Join(append(append([]string(nil), path...), key), ".")
	e.summary = fmt.Sprintf("%s is not defined", shown)
	var names []string
	switch p := parent.(type) {
	case map[string]any:
		for k := range p {
			names = append(names, k)
		}
	case shared:
		for k := range p {
			names = append(names, k)
		}
	case row:
		names = append(names, p.table.columns...)
	}
	sort.Strings(names)
	holder := "." + strings.Join(path, ".")
	if len(path) == 0 {
		holder = "a template here"
	}
	switch {
	case len(path) == 0 && contextHint[key] != "":
		e.hint = contextHint[key]
	case diag.Nearest(key, names) != "":
		e.hint = "did you mean " + strings.TrimSuffix("."+strings.Join(path, "."), ".") + "." + diag.Nearest(key, names) + "?"
	case len(names) == 0:
		e.hint = holder + " is empty"
	default:
		e.hint = diag.DidYouMean(key, names, holder+" has") + "; for an optional one: {{ get " + orDot(path) + " \"" + key + "\" | default \"…\" }}"
	}
	if chain == "" {
		e.hint = strings.TrimPrefix(e.hint, "a template here")
	}
}

func orDot(path []string) string {
	if len(path) == 0 {
		return "."
	}
	return "." + strings.Join(path, ".")
}

// contextHint explains the parts of the context that are not always there.
var contextHint = map[string]string{
	"row":    "an entry has .row only with forEach:",
	"matrix": "an entry has .matrix only with matrix:",
	"brand":  "an entry has .brand only with brand:",
	"key":    ".key is not known yet while the key itself, matrix, when and brand are worked out",
	"ext":    ".ext is not known yet while key and outputFormat are worked out",
	"suffix": ".suffix is known in output only",
	"env":    "templates cannot read the environment; put it under values: or pass --set",
	"Values": "it is written in lower case: .values",
}
