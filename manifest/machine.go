package manifest

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"text/template"
	"text/template/parse"
)

// machine runs templates for one worker. It is not safe for concurrent use: its
// budget belongs to the template that is running.
type machine struct {
	named map[string]*parse.Tree
	base  *template.Template // nil until the first template that needs it
	known map[*tmpl]*template.Template
	out   limitedWriter
	work  int // bytes that functions may still read and write
	read  func(path string) (string, error)
}

// newMachine makes a machine that knows a manifest's named templates and reads its
// files. named trees must have been guarded; they are only read.
func newMachine(named map[string]*parse.Tree, read func(string) (string, error)) *machine {
	return &machine{known: map[*tmpl]*template.Template{}, named: named, read: read}
}

// build prepares text/template; machines that only meet simple scalars never need it.
func (m *machine) build() {
	fns := make(template.FuncMap, len(library())+2)
	for name, fn := range library() {
		fns[name] = m.metered(name, fn)
	}
	fns["file"] = m.read
	fns[printer] = printValue
	m.base = template.New("").Option("missingkey=error").Funcs(fns)
	for name, tree := range m.named {
		template.Must(m.base.AddParseTree(name, tree))
	}
}

// metered wraps a function so that what it reads and makes is counted.
func (m *machine) metered(name string, fn reflect.Value) any {
	switch f := fn.Interface().(type) {
	case func(string) string:
		return func(s string) (string, error) {
			if err := m.spend(len(s)); err != nil {
				return "", err
			}
			s = f(s)
			return s, m.spendResult(len(s))
		}
	}
	typ := fn.Type()
	isRegex := strings.Contains(strings.ToLower(name), "regex")
	outs := typ.NumOut()
	// The wrapper always returns an error as well, so that it can refuse.
	in := make([]reflect.Type, typ.NumIn())
	for i := range in {
		in[i] = typ.In(i)
	}
	sig := reflect.FuncOf(in, []reflect.Type{typ.Out(0), errorType}, typ.IsVariadic())
	fail := func(err error) []reflect.Value {
		return []reflect.Value{reflect.Zero(typ.Out(0)), reflect.ValueOf(&err).Elem()}
	}
	return reflect.MakeFunc(sig, func(args []reflect.Value) []reflect.Value {
		cost := 16
		for _, a := range args {
			if a.Kind() == reflect.Interface && !a.IsNil() {
				a = a.Elem()
			}
			switch a.Kind() {
			case reflect.String, reflect.Slice, reflect.Map:
				cost += a.Len()
			}
		}
		if isRegex && len(args) > 1 {
			cost *= regexWork(args[0])
		}
		if err := m.spend(cost); err != nil {
			return fail(err)
		}
		var res []reflect.Value
		if typ.IsVariadic() {
			res = fn.CallSlice(args)
		} else {
			res = fn.Call(args)
		}
		if outs == 2 && !res[1].IsNil() {
			return res
		}
		left := maxOutput
		if err := weigh(res[0].Interface(), 0, &left); err != nil {
			return fail(err)
		}
		if err := m.spend(maxOutput - left); err != nil {
			return fail(err)
		}
		if outs == 1 {
			res = append(res, reflect.Zero(errorType))
		}
		return res
	}).Interface()
}

var errorType = reflect.TypeFor[error]()

// regexWork is how many states a pattern may keep alive for each byte, roughly.
func regexWork(pattern reflect.Value) int {
	if pattern.Kind() != reflect.String {
		return 1
	}
	p := pattern.String()
	n := len(p)/4 + 1
	if strings.Contains(p, "{") {
		n *= 64
	}
	return n
}

var errWork = errors.New("it would take too long")

func (m *machine) spend(n int) error {
	if m.work -= n; m.work < 0 {
		return errWork
	}
	return nil
}

func (m *machine) spendResult(n int) error {
	if n > maxOutput {
		return errTooBig
	}
	return m.spend(n)
}

// run executes a template over a context.
func (m *machine) run(t *tmpl, ctx map[string]any) (string, *templateError) {
	if t.err != nil {
		return "", t.err
	}
	if t.parts != nil {
		if s, ok := m.fast(t.parts, ctx); ok {
			return s, nil
		}
		// It failed, or prints something unusual: let text/template say so.
		slow := &tmpl{text: t.text}
		trees, err := parse.Parse(scalarName, t.text, "", "", parseFuncs())
		if err != nil {
			return "", parseError(err, t.text)
		}
		slow.tree = guard(trees[scalarName], false)
		return m.execute(slow, ctx)
	}
	return m.execute(t, ctx)
}

// fast joins the parts of a simple template.
func (m *machine) fast(parts []part, ctx map[string]any) (string, bool) {
	if len(parts) == 1 && parts[0].path == nil {
		return parts[0].text, true
	}
	buf := m.out.buf[:0]
	for i := range parts {
		if parts[i].path == nil {
			buf = append(buf, parts[i].text...)
			continue
		}
		v, ok := lookup(ctx, parts[i].path)
		if !ok {
			return "", false
		}
		if s, ok := v.(string); ok {
			for _, fn := range parts[i].fns {
				s = fn(s)
			}
			buf = append(buf, s...)
			continue
		}
		if parts[i].fns != nil {
			return "", false
		}
		switch v := v.(type) {
		case int:
			buf = strconv.AppendInt(buf, int64(v), 10)
		case bool:
			buf = strconv.AppendBool(buf, v)
		default:
			return "", false
		}
	}
	m.out.buf = buf
	if len(buf) > maxOutput {
		return "", false
	}
	return string(buf), true
}

func lookup(ctx map[string]any, path []string) (any, bool) {
	var v any = ctx
	for _, name := range path {
		var ok bool
		switch m := v.(type) {
		case map[string]any:
			v, ok = m[name]
		case shared:
			v, ok = m[name]
		case row:
			v, ok = m.get(name)
		}
		if !ok {
			return nil, false
		}
	}
	return v, true
}

func (m *machine) execute(t *tmpl, ctx map[string]any) (string, *templateError) {
	if t.tree == nil {
		return "", nil
	}
	if m.base == nil {
		m.build()
	}
	x := m.known[t]
	if x == nil {
		var err error
		if x, err = m.base.AddParseTree(scalarName, t.tree); err != nil {
			return "", parseError(err, t.text)
		}
		if len(m.known) < maxKnown {
			m.known[t] = x
		}
	}
	if r, ok := ctx["row"].(row); ok {
		ctx["row"] = r.dict()
	}
	m.out = limitedWriter{buf: m.out.buf[:0], steps: maxSteps}
	m.work = maxWork
	if err := x.Execute(&m.out, ctx); err != nil {
		return "", m.execError(err, t, ctx)
	}
	return string(m.out.buf), nil
}

// maxKnown is how many scalars a worker keeps ready to run.
const maxKnown = 4096

// limitedWriter collects what a template prints and counts its steps.
type limitedWriter struct {
	buf   []byte
	steps int
}

func (w *limitedWriter) Write(p []byte) (int, error) {
	if len(p) == len(markStep) && len(p) > 0 {
		switch &p[0] {
		case &markStep[0]:
			if w.steps--; w.steps < 0 {
				return 0, errSteps
			}
			return len(p), nil
		case &markCall[0]:
			if w.steps -= callSteps; w.steps < 0 {
				return 0, errSteps
			}
			return len(p), nil
		}
	}
	if len(w.buf)+len(p) > maxOutput {
		return 0, errOutput
	}
	w.buf = append(w.buf, p...)
	return len(p), nil
}

// printValue is how a value reaches text.
func printValue(v any) (string, error) {
	switch v := v.(type) {
	case nil:
		return "", errors.New("the value is null, and nothing can be printed for it; give it a value or use {{ with … }}")
	case string:
		return v, nil
	case bool:
		return strconv.FormatBool(v), nil
	case int:
		return strconv.Itoa(v), nil
	case int64:
		return strconv.FormatInt(v, 10), nil
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64), nil
	case fmt.Stringer:
		return v.String(), nil
	}
	switch reflect.ValueOf(v).Kind() {
	case reflect.Map:
		return "", errors.New("this is a map; pick one of its values, or write it out with toJson")
	case reflect.Slice, reflect.Array:
		return "", errors.New("this is a list; write it with join \", \", or loop over it with range")
	}
	return fmt.Sprint(v), nil
}
