package manifest

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"
	"text/template"

	"github.com/Masterminds/sprig/v3"
)

// Bounds on one scalar's template. A manifest comes from a pull request: whatever it
// holds, expanding it ends soon and within memory.
const (
	maxOutput = 1 << 20  // bytes one template may print, and the size of any value it makes
	maxSteps  = 100_000  // turns of range loops; a {{template}} call counts as callSteps
	callSteps = 500      //
	maxWork   = 64 << 20 // bytes that functions may read and write in all
	maxLoop   = 100_000  // numbers that until, untilStep and seq may make
	maxNested = 40       // depth of lists and dicts that a template builds
)

// shared marks the maps that many entries see. Templates read them like any map, but
// set, unset and merge may not change them: the result would depend on which entry
// ran first.
type shared map[string]any

// freeze marks a value's maps as shared, all the way down.
func freeze(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k, kid := range v {
			v[k] = freeze(kid)
		}
		return shared(v)
	case []any:
		for i, kid := range v {
			v[i] = freeze(kid)
		}
	}
	return v
}

// Reasons why a function of sprig is refused here.
const (
	whyEnv    = "it reads the environment, so the same manifest would make different videos on different machines"
	whyClock  = "it reads the clock, so the video would change, and be rendered again, by itself"
	whyRandom = "it is random, so the video would change, and be rendered again, by itself"
	whyNet    = "it asks the network, so the same manifest would make different videos on different days"
	whySecret = "keys and passwords have no place in a prompt, and it is random or slow by design"
	whyOS     = "it depends on the operating system"
)

// refused are functions that users of sprig may reach for, and what to do instead.
var refused = map[string][2]string{
	"env":       {whyEnv, "put it under values:, or pass it with --set name=value; delivery fields take ${env:NAME}"},
	"expandenv": {whyEnv, "put it under values:, or pass it with --set name=value; delivery fields take ${env:NAME}"},
	"now":       {whyClock, "write the date under values:, or pass it with --set date=2026-01-31"},
	"ago":       {whyClock, "write the words out"},

	"randAlphaNum": {whyRandom, "derive a short id from the key: {{ .key | sha256sum | trunc 8 }}"},
	"randAlpha":    {whyRandom, "derive a short id from the key: {{ .key | sha256sum | trunc 8 }}"},
	"randAscii":    {whyRandom, "derive a short id from the key: {{ .key | sha256sum | trunc 8 }}"},
	"randNumeric":  {whyRandom, "derive a number from the key: {{ .key | adler32sum | trunc 4 }}"},
	"randBytes":    {whyRandom, "derive it from the key: {{ .key | sha256sum }}"},
	"randInt":      {whyRandom, "use {{ mod .index 7 }}"},
	"uuidv4":       {whyRandom, "derive it from the key: {{ .key | sha256sum }}"},
	"shuffle":      {whyRandom, "put the words in the order you want"},

	"getHostByName": {whyNet, "write the address out"},

	"bcrypt": {whySecret, ""}, "htpasswd": {whySecret, ""}, "genPrivateKey": {whySecret, ""},
	"derivePassword": {whySecret, ""}, "buildCustomCert": {whySecret, ""}, "genCA": {whySecret, ""},
	"genCAWithKey": {whySecret, ""}, "genSelfSignedCert": {whySecret, ""}, "genSelfSignedCertWithKey": {whySecret, ""},
	"genSignedCert": {whySecret, ""}, "genSignedCertWithKey": {whySecret, ""}, "encryptAES": {whySecret, ""},
	"decryptAES": {whySecret, ""},

	"osBase": {whyOS, "use base"}, "osDir": {whyOS, "use dir"}, "osClean": {whyOS, "use clean"},
	"osExt": {whyOS, "use ext"}, "osIsAbs": {whyOS, "use isAbs"},
}

// library is what every machine starts from: sprig without what is refused, made
// deterministic where it is not, in one map that is built once.
var library = sync.OnceValue(func() map[string]reflect.Value {
	fns := sprig.TxtFuncMap()
	maps.DeleteFunc(fns, func(name string, _ any) bool { _, no := refused[name]; return no })
	maps.Copy(fns, ownFuncs)
	maps.Copy(fns, dateFuncs)
	out := make(map[string]reflect.Value, len(fns))
	for name, fn := range fns {
		out[name] = reflect.ValueOf(fn)
	}
	return out
})

// textFuncs are the functions of the library that take one text and give another.
var textFuncs = sync.OnceValue(func() map[string]func(string) string {
	out := map[string]func(string) string{}
	for name, fn := range library() {
		if f, ok := fn.Interface().(func(string) string); ok {
			out[name] = f
		}
	}
	return out
})

// functionNames are all names that a template may call, sorted.
var functionNames = sync.OnceValue(func() []string {
	names := slices.Collect(maps.Keys(library()))
	for name := range builtins {
		names = append(names, name)
	}
	names = append(names, "file", "template", "range", "with", "if", "else", "end")
	slices.Sort(names)
	return slices.Compact(names)
})

// builtins are text/template's own functions that the library leaves as they are.
var builtins = map[string]any{
	"and": 0, "or": 0, "not": 0, "eq": 0, "ne": 0, "lt": 0, "le": 0, "gt": 0, "ge": 0, "len": 0, "index": 0,
}

var errShared = errors.New("it would change data that every entry shares: copy it first, as in (set (deepCopy .values) \"name\" 1)")

func own(d any) (map[string]any, error) {
	switch d := d.(type) {
	case map[string]any:
		return d, nil
	case shared:
		return nil, errShared
	}
	return nil, fmt.Errorf("it needs a dict, not %T", d)
}

// ownFuncs replace functions of sprig and text/template that are not deterministic,
// change shared data, or can ask for endless memory before a result could be checked.
var ownFuncs = template.FuncMap{
	"set": func(d any, key string, v any) (any, error) {
		m, err := own(d)
		if err == nil {
			m[key] = v
		}
		return m, err
	},
	"unset": func(d any, key string) (any, error) {
		m, err := own(d)
		if err == nil {
			delete(m, key)
		}
		return m, err
	},
	"merge":              mergeDicts(false),
	"mustMerge":          mergeDicts(false),
	"mergeOverwrite":     mergeDicts(true),
	"mustMergeOverwrite": mergeDicts(true),
	"deepCopy":           thaw,
	"mustDeepCopy":       thaw,
	"keys": func(ds ...map[string]any) []string {
		var out []string
		for _, d := range ds {
			out = append(out, slices.Sorted(maps.Keys(d))...)
		}
		return out
	},
	"values": func(d map[string]any) []any {
		out := make([]any, 0, len(d))
		for _, k := range slices.Sorted(maps.Keys(d)) {
			out = append(out, d[k])
		}
		return out
	},
	"dig": dig,
	"repeat": func(n int, s string) (string, error) {
		if err := fits(n, len(s)); err != nil {
			return "", err
		}
		return strings.Repeat(s, max(n, 0)), nil
	},
	"indent":  func(n int, s string) (string, error) { return indent(n, s) },
	"nindent": func(n int, s string) (string, error) { s, err := indent(n, s); return "\n" + s, err },
	"replace": func(old, with, s string) (string, error) {
		if err := fits(strings.Count(s, old), len(with)); err != nil {
			return "", err
		}
		return strings.ReplaceAll(s, old, with), nil
	},
	"until":     func(n int) ([]int, error) { return steps(0, n, sign(n)) },
	"untilStep": steps,
	"seq": func(p ...int) (string, error) {
		start, step, end := 1, 1, 0
		switch len(p) {
		case 1:
			end = p[0]
		case 2:
			start, end = p[0], p[1]
		case 3:
			start, step, end = p[0], p[1], p[2]
		default:
			return "", errors.New("it takes one to three numbers")
		}
		if len(p) < 3 && end < start {
			step = -1
		}
		list, err := steps(start, end+sign(step), step)
		return strings.Trim(fmt.Sprint(list), "[]"), err
	},
	"atoi": func(s string) (int, error) {
		var n int
		if _, err := fmt.Sscanf(strings.TrimSpace(s)+"\n", "%d\n", &n); err != nil {
			return 0, fmt.Errorf("%q is not a whole number", s)
		}
		return n, nil
	},
	"print":    func(v ...any) string { return fmt.Sprint(v...) },
	"println":  func(v ...any) string { return fmt.Sprintln(v...) },
	"printf":   func(f string, v ...any) string { return fmt.Sprintf(f, v...) },
	"html":     template.HTMLEscaper,
	"js":       template.JSEscaper,
	"urlquery": template.URLQueryEscaper,
	"call":     func(...any) (any, error) { return nil, errors.New("there is nothing to call") },
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

func fits(n, size int) error {
	if n > 0 && size > 0 && n > maxOutput/size {
		return errTooBig
	}
	return nil
}

var errTooBig = fmt.Errorf("it would make more than %d KiB", maxOutput>>10)

func indent(n int, s string) (string, error) {
	if err := fits(strings.Count(s, "\n")+1, max(n, 0)); err != nil {
		return "", err
	}
	pad := strings.Repeat(" ", max(n, 0))
	return pad + strings.ReplaceAll(s, "\n", "\n"+pad), nil
}

func steps(start, stop, step int) ([]int, error) {
	out := []int{}
	if step == 0 {
		return out, nil
	}
	for i := start; step > 0 && i < stop || step < 0 && i > stop; i += step {
		if len(out) >= maxLoop {
			return nil, fmt.Errorf("it would make more than %d numbers", maxLoop)
		}
		out = append(out, i)
	}
	return out, nil
}

// mergeDicts merges into a copy-free first dict, as sprig does, key by key and deep.
func mergeDicts(overwrite bool) func(dst any, srcs ...any) (any, error) {
	return func(dst any, srcs ...any) (any, error) {
		d, err := own(dst)
		if err != nil {
			return nil, err
		}
		for _, s := range srcs {
			src, ok := dictOf(s)
			if !ok {
				return nil, fmt.Errorf("it needs dicts, not %T", s)
			}
			mergeInto(d, src, overwrite)
		}
		return d, nil
	}
}

func dictOf(v any) (map[string]any, bool) {
	switch v := v.(type) {
	case map[string]any:
		return v, true
	case shared:
		return v, true
	}
	return nil, false
}

func mergeInto(dst, src map[string]any, overwrite bool) {
	for k, v := range src {
		have, ok := dst[k]
		if !ok || have == nil || have == "" {
			dst[k], _ = thaw(v)
			continue
		}
		hd, isDict := have.(map[string]any)
		if sd, ok := dictOf(v); ok && isDict {
			mergeInto(hd, sd, overwrite)
		} else if overwrite {
			dst[k], _ = thaw(v)
		}
	}
}

// thaw copies a value so that a template may change it.
func thaw(v any) (any, error) {
	switch v := v.(type) {
	case shared:
		return thawMap(v)
	case map[string]any:
		return thawMap(v)
	case []any:
		out := make([]any, len(v))
		for i, kid := range v {
			out[i], _ = thaw(kid)
		}
		return out, nil
	}
	return v, nil
}

func thawMap(m map[string]any) (any, error) {
	out := make(map[string]any, len(m))
	for k, kid := range m {
		out[k], _ = thaw(kid)
	}
	return out, nil
}

// dig walks a dict by keys and falls back to a default: dig "a" "b" "default" dict.
func dig(args ...any) (any, error) {
	if len(args) < 3 {
		return nil, errors.New("it needs a key, a default and a dict")
	}
	v := args[len(args)-1]
	for _, k := range args[:len(args)-2] {
		d, ok := dictOf(v)
		if !ok {
			return nil, fmt.Errorf("it needs a dict, not %T", v)
		}
		if v, ok = d[fmt.Sprint(k)]; !ok {
			return args[len(args)-2], nil
		}
	}
	return v, nil
}

// weigh adds up the bytes of a value as it would be written out, and refuses one that
// is too big, too deep or contains itself.
func weigh(v any, depth int, left *int) error {
	if depth > maxNested {
		return fmt.Errorf("it would nest more than %d levels deep", maxNested)
	}
	*left -= 8
	switch v := v.(type) {
	case string:
		*left -= len(v)
	case shared:
		// Shared data was read from files, whose size is bounded already.
		return nil
	case map[string]any:
		for k, kid := range v {
			*left -= len(k)
			if err := weigh(kid, depth+1, left); err != nil {
				return err
			}
		}
	case []any:
		for _, kid := range v {
			if err := weigh(kid, depth+1, left); err != nil {
				return err
			}
		}
	case []string:
		for _, kid := range v {
			*left -= 8 + len(kid)
		}
	case map[string]string:
		for k, kid := range v {
			*left -= 8 + len(k) + len(kid)
		}
	case []int:
		*left -= 8 * len(v)
	}
	if *left < 0 {
		return errTooBig
	}
	return nil
}
