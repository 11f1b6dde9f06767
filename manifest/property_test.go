package manifest

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gitops.video/render/manifest/diag"
)

func load(t testing.TB, files map[string]string, o Options, paths ...string) (*Batch, diag.List, string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if len(paths) == 0 {
		paths = []string{"videos.yaml"}
	}
	for i, p := range paths {
		paths[i] = filepath.Join(dir, p)
	}
	b, l, err := Load(context.Background(), paths, o)
	if err != nil {
		t.Fatal(err)
	}
	return b, l, dir
}

// outcome is everything that a run depends on, without places.
func outcome(t testing.TB, b *Batch) string {
	t.Helper()
	var out strings.Builder
	for _, e := range b.Entries {
		j, err := json.Marshal(e.Spec)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&out, e.Key, e.Outputs, e.Labels, e.Protect, e.Inputs, string(j))
	}
	return out.String()
}

// written prints a map as YAML with its keys in a random order.
func written(rnd *rand.Rand, m map[string]string, indent string) string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	rnd.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
	var b strings.Builder
	for _, k := range keys {
		fmt.Fprintf(&b, "%s%s: %s\n", indent, k, m[k])
	}
	return b.String()
}

// The order in which entries and the keys of maps are written decides nothing.
func TestOrderNeverMatters(t *testing.T) {
	t.Parallel()
	entries := []map[string]string{
		{"key": "plain", "positivePrompt": "'{{ .values.a }} {{ .values.b }}'", "labels": "{x: 1, y: 2}"},
		{"key": "'m-{{ .matrix.f }}-{{ .matrix.l }}'", "matrix": "MATRIX", "positivePrompt": "'{{ .index }} {{ .key }} {{ .ext }}'", "outputFormat": "WEBM"},
		{"key": "'r-{{ .row.id }}'", "forEach": "[{id: 1, n: one}, {n: two, id: 2}]", "positivePrompt": "'{{ .row.n }} {{ range $k, $v := .values.d }}{{ $k }}{{ $v }}{{ end }}'", "brand": "acme"},
		{"key": "own", "positivePrompt": "x", "values": "{c: '{{ .values.a }}'}", "numberResults": "2"},
	}
	header := map[string]string{
		"values": "\n  a: '{{ .values.b }}!'\n  b: beta\n  d: {z: 1, y: 2}", "defaults": "{duration: 20, style: bold}",
		"brands": "{acme: {colors: {accent: '#111111', primary: '#222222'}}}", "templates": "{t: x, s: y}", "concurrency": "3",
	}
	want := ""
	for seed := range uint64(30) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		matrix := "{f: [a, b], l: [en, de]}"
		if seed%2 == 1 {
			matrix = "{l: [en, de], f: [a, b]}"
		}
		text := "version: 1\n" + written(rnd, header, "") + "videos:\n"
		for _, i := range rnd.Perm(len(entries)) {
			body := strings.ReplaceAll(written(rnd, entries[i], "    "), "MATRIX", matrix)
			text += "  - " + strings.TrimPrefix(body, "    ")
		}
		b, l, _ := load(t, map[string]string{"videos.yaml": text}, Options{})
		if len(l) > 0 {
			t.Fatalf("%v\n%s", l, text)
		}
		got := outcome(t, b)
		if want == "" {
			want = got
		}
		if got != want {
			t.Fatalf("seed %d: got\n%s\nwant\n%s\nfor\n%s", seed, got, want, text)
		}
	}
	if strings.Count(want, "\n") != 8 {
		t.Errorf("made\n%s", want)
	}
}

// A long manifest is cut into chunks; what comes out is what one piece gives, places
// included.
func TestChunksEqualOnePiece(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"plain":            "videos:\n  - key: a\n    positivePrompt: x\n  - key: b\n    positivePrompt: y\n",
		"no indent":        "videos: # list\n- key: a\n  positivePrompt: x\n\n# between\n- key: b\n  positivePrompt: y\n",
		"blocks":           "videos:\n  - key: a\n    positivePrompt: |\n      - not an item\n        - nor this\n\n      end\n  - key: b\n    positivePrompt: >\n      - folded\n",
		"wide dash":        "videos:\n  -   key: a\n      positivePrompt: x\n  -\n    key: b\n    positivePrompt: y\n",
		"quote over a cut": "videos:\n- key: a\n  positivePrompt: \"one\n- key: two\n  three\"\n- key: b\n  positivePrompt: y\n",
		"flow over a cut":  "videos:\n- key: a\n  positivePrompt: x\n  edits: [one,\n- two]\n- key: b\n  positivePrompt: y\n",
		"anchors":          "videos:\n  - &a\n    key: a\n    positivePrompt: x\n  - <<: *a\n    key: b\n",
		"header anchor":    "x-d: &d {duration: 10}\nvideos:\n  - <<: *d\n    key: a\n    positivePrompt: x\n  - key: b\n    positivePrompt: x\n",
		"more keys after":  "videos:\n  - key: a\n    positivePrompt: x\n  - key: b\n    positivePrompt: '{{ .values.v }}'\nvalues: {v: late}\n",
		"document marks":   "videos:\n  - key: a\n    positivePrompt: x\n  - key: b\n    positivePrompt: y\n...\n",
		"crlf":             "videos:\r\n  - key: a\r\n    positivePrompt: |\r\n      one\r\n      two\r\n  - key: b\r\n    positivePrompt: y\r\n",
		"mistakes":         "videos:\n  - key: a\n    positivePromt: x\n  - key: b\n    positivePrompt: '{{ .values.gone }}'\n    duration: 3\n  - text\n",
		"bad yaml":         "videos:\n  - key: a\n    positivePrompt: x\n  - key: b\n   positivePrompt: y\n",
		"duplicates":       "videos:\n  - key: a\n    positivePrompt: x\n    positivePrompt: z\n  - key: a\n    positivePrompt: y\n",
	}
	for name, text := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			p := filepath.Join(dir, "videos.yaml")
			if err := os.WriteFile(p, []byte("version: 1\n"+text), 0o644); err != nil {
				t.Fatal(err)
			}
			run := func(cut int) string {
				b, l, err := loadCut(context.Background(), []string{p}, Options{}, cut)
				if err != nil {
					t.Fatal(err)
				}
				var out strings.Builder
				if err := l.WriteText(&out, diag.TextOptions{}); err != nil {
					t.Fatal(err)
				}
				for _, e := range b.Entries {
					fmt.Fprintln(&out, e.Key, e.At("/positivePrompt"), e.At(""), e.At("/nothing"))
				}
				return outcome(t, b) + out.String()
			}
			whole, cut := run(-1), run(1)
			if whole != cut {
				t.Errorf("in one piece\n%s\nin chunks\n%s", whole, cut)
			}
		})
	}
}

func TestDataEncodings(t *testing.T) {
	t.Parallel()
	manifest := "version: 1\nvideos:\n  - key: a\n    forEach: {file: d.csv%s}\n    positivePrompt: '{{ .row.name }}'\n"
	tests := []struct{ name, option, data, want string }{
		{"utf-8", "", "name\nKäse – 5 €\n", "Käse – 5 €"},
		{"byte order mark", "", "\xef\xbb\xbfname\nKäse\n", "Käse"},
		{"windows", "", "name\r\nK\xe4se \x96 5 \x80\r\n", "Käse – 5 €"},
		{"said to be latin-1", ", encoding: latin-1", "name\nK\xe4se\n", "Käse"},
		{"utf-16 little", "", "\xff\xfen\x00a\x00m\x00e\x00\n\x00K\x00\xe4\x00\n\x00", "Kä"},
		{"utf-16 big", "", "\xfe\xff\x00n\x00a\x00m\x00e\x00\n\x00K\x00\xe4\x00\n", "Kä"},
		{"quoted", "", "name,b\n\"a, \"\"b\"\"\nc\",1\n", "a, \"b\"\nc"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			b, l, _ := load(t, map[string]string{"videos.yaml": fmt.Sprintf(manifest, tt.option), "d.csv": tt.data}, Options{})
			if len(l) > 0 || len(b.Entries) != 1 || b.Entries[0].Spec.PositivePrompt != tt.want {
				t.Errorf("got %v %+v, want %q", l, b.Entries, tt.want)
			}
		})
	}
	_, l, _ := load(t, map[string]string{"videos.yaml": fmt.Sprintf(manifest, ", encoding: utf-8"), "d.csv": "name\nx\nK\xe4se\n"}, Options{})
	if len(l) != 1 || l[0].Range.Start.Line != 3 || !strings.Contains(l[0].Hint, "latin-1") {
		t.Errorf("bytes that are not UTF-8: %+v", l)
	}
}

// Links out of the manifest's folder are not followed.
func TestLinksStayInside(t *testing.T) {
	t.Parallel()
	outside := t.TempDir()
	secret := filepath.Join(outside, "secret.txt")
	if err := os.WriteFile(secret, []byte("hidden words"), 0o600); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Symlink(secret, filepath.Join(dir, "link.txt")); err != nil {
		t.Skip("no symbolic links here")
	}
	if err := os.Symlink(outside, filepath.Join(dir, "folder")); err != nil {
		t.Fatal(err)
	}
	text := "version: 1\nvideos:\n  - {key: a, positivePrompt: '{{ file \"link.txt\" }}'}\n  - {key: b, positivePrompt: x, context: [folder/secret.txt]}\n  - {key: c, positivePrompt: x, forEach: folder/secret.csv}\n"
	p := filepath.Join(dir, "videos.yaml")
	if err := os.WriteFile(p, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	b, l, err := Load(context.Background(), []string{p}, Options{})
	if err != nil || len(b.Entries) != 0 || len(l) != 3 {
		t.Fatalf("got %d entries, %v, %v", len(b.Entries), l, err)
	}
	for _, d := range l {
		if !strings.Contains(d.Summary, "outside") || strings.Contains(d.String()+d.Detail, "hidden words") {
			t.Errorf("got %v", d)
		}
	}
}

func TestBigFiles(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	p := filepath.Join(dir, "videos.yaml")
	f, err := os.Create(p)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.Truncate(100 << 20); err != nil {
		t.Fatal(err)
	}
	_, l, err := Load(context.Background(), []string{p}, Options{})
	if err != nil || len(l) != 1 || l[0].Code != "too-big" {
		t.Errorf("100 MB: %v, %v", l, err)
	}
	// A single line of half a megabyte is fine, and a mistake in it is shown in part.
	long := "version: 1\nvideos: [" + strings.Repeat("{key: a, positivePrompt: x}, ", 20_000) + "{key: Z}]\n"
	_, l, _ = load(t, map[string]string{"videos.yaml": long}, Options{})
	for _, d := range l {
		if d.Snippet != nil && len(d.Snippet.Text) > 2000 {
			t.Errorf("a snippet of %d bytes", len(d.Snippet.Text))
		}
	}
	if !l.HasErrors() || len(l) > maxDiagnostics+1 {
		t.Errorf("%d findings", len(l))
	}
}

// Files that cost far more to hold than they weigh are refused before they are parsed,
// and the same mistake ten thousand times is looked up a few hundred times only.
func TestHostileFiles(t *testing.T) {
	t.Parallel()
	_, l, _ := load(t, map[string]string{"videos.yaml": "version: 1\nx-a: [" + strings.Repeat("a,", maxPieces) + "]\nvideos: [{key: a, positivePrompt: x}]\n"}, Options{})
	if len(l) != 1 || l[0].Code != "too-big" {
		t.Errorf("two million commas: %v", l)
	}
	b, l, _ := load(t, map[string]string{"videos.yaml": "version: 1\nvideos:\n" + strings.Repeat("- {key: a, positivePrompt: x}\n", 10_000)}, Options{})
	if len(b.Entries) != 1 || !l.HasErrors() || len(l) > maxDiagnostics+1 {
		t.Errorf("one key ten thousand times: %d entries, %d findings", len(b.Entries), len(l))
	}
	var keys strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&keys, "  k%d: 1\n", i)
	}
	b, l, _ = load(t, map[string]string{"videos.yaml": "version: 1\nvalues:\n" + keys.String() + "videos: [{key: a, positivePrompt: '{{ .values.k9999 }}'}]\n"}, Options{Set: []string{"k1=2"}})
	if len(l) > 0 || len(b.Entries) != 1 {
		t.Errorf("a map of ten thousand keys: %v", l)
	}
}

func TestCancelledLoad(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	p := filepath.Join(t.TempDir(), "videos.yaml")
	if err := os.WriteFile(p, []byte("version: 1\nvideos: [{key: a, positivePrompt: x}]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := Load(ctx, []string{p}, Options{}); err == nil {
		t.Error("a cancelled load went through")
	}
}

func TestFingerprintFollowsEveryInput(t *testing.T) {
	t.Parallel()
	base := map[string]string{
		"videos.yaml": "version: 1\nextends: base.yaml\nvideos:\n  - {key: 'a-{{ .row.id }}', forEach: d.csv, positivePrompt: '{{ file \"t.txt\" }} {{ .values.v }}'}\n",
		"base.yaml":   "version: 1\nvalues: {v: 1}\n", "d.csv": "id\n1\n", "t.txt": "text", "more.yaml": "w: 1\n", "unused.txt": "x",
	}
	sum := func(change string, set ...string) string {
		files := map[string]string{}
		for k, v := range base {
			files[k] = v
		}
		if change != "" {
			files[change] += "\n"
		}
		dir := t.TempDir()
		for name, text := range files {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		b, l, err := Load(context.Background(), []string{filepath.Join(dir, "videos.yaml")}, Options{Set: set, ValuesFiles: []string{filepath.Join(dir, "more.yaml")}})
		if err != nil || len(l) > 0 {
			t.Fatal(l, err)
		}
		return b.Files[0].SHA256
	}
	plain := sum("")
	if plain != sum("") || plain != sum("unused.txt") {
		t.Error("the same inputs give different fingerprints")
	}
	for _, f := range []string{"videos.yaml", "base.yaml", "d.csv", "t.txt", "more.yaml"} {
		if sum(f) == plain {
			t.Errorf("a change of %s is not seen", f)
		}
	}
	if sum("", "v=2") == plain {
		t.Error("--set is not seen")
	}
}

func TestResolveEnv(t *testing.T) {
	t.Parallel()
	env := func(name string) (string, bool) {
		if name == "TOKEN" {
			return "s3cret", true
		}
		return "", false
	}
	tests := []struct{ in, want, err string }{
		{"https://x.example/?t=${env:TOKEN}&u=${env:TOKEN}", "https://x.example/?t=s3cret&u=s3cret", ""},
		{"plain", "plain", ""},
		{"${env:TOKEN}${env:GONE}", "", "the environment variable GONE is not set"},
		{"${env:}", "", "a reference to the environment is not complete"},
		{"${env:TOKEN", "", "a reference to the environment is not complete"},
		{"${env:A-B}", "", "a reference to the environment is not complete"},
	}
	for _, tt := range tests {
		got, err := ResolveEnv(tt.in, env)
		if got != tt.want || (err == nil) != (tt.err == "") || err != nil && err.Error() != tt.err {
			t.Errorf("%s: got %q, %v", tt.in, got, err)
		}
	}
}

// Random YAML, made of the pieces that matter, means to the quick parser what it means
// to yaml.v3, wherever the quick one has an answer.
func TestQuickParserAgreesOnRandomYAML(t *testing.T) {
	t.Parallel()
	values := []string{
		"x", "a b", "x # note", "x#y", "'q'", "\"q\"", "'it''s' # c", "\"a\\nb\"", "\"open", "1", "01", "1.10", "-3", "+4", "0x1F", "1_000", "12:30:45", "1e3", ".5", ".inf",
		"true", "False", "no", "null", "~", "2026-01-31", "a: b", "a:b", "a:", "http://x.example/a?b=c", "- x", "-", "?", "&a x", "*a", "!!str 1", "@x", "%x", "|", "|-", "|+", ">", "| # c", "|2",
		"{a: b}", "{}", "[]", "[a, b]", "[a, [b, c], {d: e}]", "{a: [1, -2], b: 'x'} # c", "[a,b]", "{a: b, a: c}", "{a: }", "[a, ]", "{ a: b }", "[ x , y ]", "[a b, c]#d", "[\"x\"]", "{a: \"x\"y}",
		"{{ .a }}", "x {{ .a }}", "'{{ .a }}'", "é ü", "日本: x", "{é: x}", "[é, b]", "/path/x", "$v", "(x)", "<<", "=", "+", "", " ", "x ", "a, b", "x]", "x}",
	}
	rnd := rand.New(rand.NewPCG(3, 4))
	answered := 0
	for range 10_000 {
		var b strings.Builder
		for range 1 + rnd.IntN(6) {
			b.WriteString(strings.Repeat(" ", []int{0, 0, 2, 2, 2, 4, 4, 3}[rnd.IntN(8)]))
			if rnd.IntN(3) == 0 {
				b.WriteString([]string{"- ", "- ", "-  ", "-", "- - "}[rnd.IntN(5)])
			}
			switch rnd.IntN(8) {
			case 0:
				b.WriteString(values[rnd.IntN(len(values))])
			case 1:
				b.WriteString([]string{"", "# note", "   ", "<<: x", "'k': v", "on: x", "null: x", "k :x"}[rnd.IntN(8)])
			default:
				fmt.Fprintf(&b, "%c:%s%s", 'a'+rune(rnd.IntN(6)), []string{" ", " ", "  ", ""}[rnd.IntN(4)], values[rnd.IntN(len(values))])
			}
			b.WriteByte('\n')
		}
		text := "- a: b\n" + b.String()
		src := &source{name: "f", data: []byte(text)}
		items, ok := quickItems(&chunk{src: src, text: src.data})
		if !ok {
			continue
		}
		answered++
		root := parseYAML(src, src.data, 0, func(d diag.Diagnostic) { t.Fatalf("%q: %v", text, d) })
		if root == nil || root.kind != kindList || len(root.kids) != len(items) {
			t.Fatalf("%q: yaml.v3 sees %+v", text, root)
		}
		for i := range items {
			sameNode(t, text, items[i], root.kids[i])
		}
	}
	if answered < 150 {
		t.Errorf("the quick parser answered %d times only", answered)
	}
}

// TestJSONAsProgramsPrintIt: characters beyond the first 65,536 are pairs of escapes there; an
// escaped backslash begins none, and YAML that only has such letters keeps them.
func TestJSONAsProgramsPrintIt(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		`{"version": 1, "videos": [{"key": "a", "positivePrompt": "Hi \ud83d\udc4b \u00e9 \\ud83d"}]}`: "Hi 👋 é \\ud83d",
		"version: 1\nvideos:\n  - key: a\n    positivePrompt: 'Hi \\ud83d\\udc4b'\n":                   "Hi \\ud83d\\udc4b",
	} {
		b, l, _ := load(t, map[string]string{"videos.yaml": text}, Options{})
		if len(l) > 0 || len(b.Entries) != 1 || b.Entries[0].Spec.PositivePrompt != want {
			t.Errorf("got %v %+v, want %q", l, b.Entries, want)
		}
	}
}
