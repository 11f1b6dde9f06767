package manifest

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/template/parse"

	"github.com/rogpeppe/go-internal/txtar"

	"gitops.video/render/manifest/diag"
)

// seeds are the manifests of all cases.
func seeds(f *testing.F, add func(text string)) {
	f.Helper()
	files, err := filepath.Glob(filepath.Join("..", "testdata", "manifest", "*", "*.txtar"))
	if err != nil || len(files) == 0 {
		f.Fatal("no cases", err)
	}
	for _, name := range files {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range a.Files {
			if file.Name == "videos.yaml" {
				add(string(file.Data))
			}
		}
	}
}

// FuzzLoad: no manifest makes Load panic, hang or disagree with itself; every finding
// lies in the file; a file cut into chunks means what it means in one piece.
func FuzzLoad(f *testing.F) {
	seeds(f, func(text string) { f.Add(text) })
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 20_000 {
			t.Skip()
		}
		dir := t.TempDir()
		p := filepath.Join(dir, "videos.yaml")
		if err := os.WriteFile(p, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		run := func(cut int) (string, diag.List) {
			b, l, err := loadCut(context.Background(), []string{p}, Options{}, cut)
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range b.Entries {
				if len(e.Outputs) == 0 || e.At("/positivePrompt").File == "" {
					t.Errorf("entry %q has no output or place", e.Key)
				}
			}
			return outcome(t, b), l
		}
		whole, found := run(-1)
		if again, _ := run(-1); again != whole {
			t.Fatalf("two loads differ:\n%s\n%s", whole, again)
		}
		cut, foundCut := run(1)
		// A header may parse on its own where the whole file does not: more is found then.
		broken := slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return strings.HasPrefix(d.Code, "yaml") })
		if cut != whole || len(found) != len(foundCut) && !broken {
			t.Fatalf("in one piece\n%s%v\nin chunks\n%s%v", whole, found, cut, foundCut)
		}
		src := &source{data: []byte(text)}
		for _, d := range found {
			if d.Summary == "" {
				t.Error("a finding without words")
			}
			if _, ok := src.line(d.Range.Start.Line); d.Range.Start.Line != 0 && !ok && d.Range.File == filepath.ToSlash(p) {
				t.Errorf("%v lies behind the file", d)
			}
		}
	})
}

// FuzzQuick: what the quick parser answers is what yaml.v3 answers, place by place.
func FuzzQuick(f *testing.F) {
	seeds(f, func(text string) {
		if _, items, ok := strings.Cut(text, "videos:\n"); ok {
			f.Add(items)
		}
	})
	for _, s := range []string{
		"- a: 1\n", "- a: x # c\n  b: [1, two, 'three', \"f\"] # d\n", "- a: |\n    one\n\n    two\n\n- b\n", "- a: |-\n   x\n  b: {c: d, e: {f: -1}}\n",
		"- a:\n    b: c\n  d:\n  - e\n  - f: g\n", "-   a: é x\n    b: 'it''s'\n", "- 'a'\n- \"b\\n\"\n- 1.10\n", "- a: b: c\n", "- a: {b: é, c: x}\n",
		"- a: x\n   y\n", "- null: a\n", "- a: [b: c]\n", "- a: {b:c}\n", "- a: [x]#c\n", "- a: 2026-01-31\n  b: yes\n  c: ~\n", "  - a: |\n      b\n    # c\n    d: e\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		src := &source{name: "f", data: []byte(text)}
		items, ok := quickItems(&chunk{src: src, text: src.data, line: 3})
		if !ok {
			t.Skip()
		}
		root := parseYAML(src, src.data, 3, func(d diag.Diagnostic) { t.Fatalf("%q: %v", text, d) })
		if root == nil || root.kind != kindList || len(root.kids) != len(items) {
			t.Fatalf("%q: yaml.v3 sees %+v", text, root)
		}
		for i := range items {
			sameNode(t, text, items[i], root.kids[i])
		}
	})
}

func sameNode(t *testing.T, text string, a, b *node) {
	t.Helper()
	if a.kind != b.kind || a.style != b.style || a.templated != b.templated || a.line != b.line || a.col != b.col || a.text != b.text ||
		!slices.Equal(a.keys, b.keys) || len(a.kids) != len(b.kids) {
		t.Fatalf("%q: quick %+v, yaml.v3 %+v", text, *a, *b)
	}
	for i := range a.kids {
		sameNode(t, text, a.kids[i], b.kids[i])
	}
}

// FuzzExpand: a template ends, in bounded memory, with the same text every time.
func FuzzExpand(f *testing.F) {
	for _, s := range []string{
		"x {{ .values.a }}", "{{ range .values.l }}{{ . }}{{ end }}", "{{ repeat 10 \"x\" | upper }}", "{{ $x := 1 }}{{ $x }}",
		"{{ template \"t\" . }}", "{{ set (dict) \"a\" 1 | toJson }}", "{{ range until 10 }}{{ cat \"a\" . }}{{ end }}",
		"{{ regexReplaceAll \"a+\" \"aaa\" \"b\" }}", "{{ .values.d | toPrettyJson | indent 3 }}", "{{ with .row }}{{ . }}{{ end }}",
		"{{ list 1 2 | join \"-\" }}", "{{ date \"2006\" \"2026-01-31\" }}", "{{ dig \"a\" \"b\" 1 .values.d }}", "{{ seq 1 3 }}",
		"{{ $l := list }}{{ range until 30 }}{{ $l = concat $l (list 1) }}{{ end }}{{ len $l }}", "{{ printf \"%1000d\" 1 }}",
	} {
		f.Add(s)
	}
	named := map[string]string{"t": "[{{ .values.a }}]"}
	trees := map[string]*parse.Tree{}
	for name, text := range named {
		if err := namedTree(name, text, trees); err != nil {
			f.Fatal(err)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			t.Skip()
		}
		run := func() (string, string) {
			m := newMachine(trees, func(string) (string, error) { return "file", nil })
			ctx := map[string]any{"values": freeze(map[string]any{"a": "b", "l": []any{1, "two"}, "d": map[string]any{"a": map[string]any{"b": "c"}}}), "key": "k"}
			s, err := m.run(parseTemplate(text), ctx)
			if err != nil {
				return "", err.Error()
			}
			return s, ""
		}
		one, err1 := run()
		two, err2 := run()
		if one != two || err1 != err2 {
			t.Fatalf("%q gives %q %q, then %q %q", text, one, err1, two, err2)
		}
		if len(one) > maxOutput {
			t.Fatalf("%q prints %d bytes", text, len(one))
		}
	})
}

// FuzzRows: no data file makes a reader panic, and every row has a place.
func FuzzRows(f *testing.F) {
	for _, s := range []string{"a,b\n1,2\n", "a\tb\n1\t2\n", `[{"a":1}]`, "{\"a\":1}\n{}", "- a: 1\n", "a;b\n\"x\"\"y\";2", "\xff\xfea\x00", "a\n\xe4"} {
		for _, format := range []string{"csv", "tsv", "json", "jsonl", "yaml"} {
			f.Add(format, []byte(s))
		}
	}
	f.Fuzz(func(t *testing.T, format string, data []byte) {
		src := &source{name: "d", data: data}
		tab, err := readTable(src, format, "", func(diag.Diagnostic) {})
		if err != nil {
			return
		}
		for i := range tab.len() {
			r := row{table: tab, at: i}
			at, _ := r.rng()
			if _, ok := src.line(at.Start.Line); !ok {
				t.Errorf("row %d lies at %v", i, at)
			}
			for k := range r.dict() {
				if _, ok := r.get(k); !ok {
					t.Errorf("row %d has no %q", i, k)
				}
			}
		}
	})
}
