package main_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "gitops.video/render"

// layers says what each part of the program may import of the others: never what
// stands above it, and on the levels of adapters and phases never its neighbours. The
// longest prefix that fits a package counts; a package that none fits is a mistake.
var layers = map[string][]string{
	"schema":                 {},
	"manifest/diag":          {},
	"manifest":               {"schema", "manifest/diag"},
	"render":                 {"manifest", "manifest/diag"},
	"render/container":       {},
	"render/wire":            {"schema"},
	"render/parcel":          {"manifest", "render", "render/wire"},
	"render/lockfile":        {"render"},
	"render/disk":            {"render", "render/lockfile"},
	"render/blob":            {"render"},
	"render/deliver":         {"manifest", "render"},
	"render/report":          {"render", "render/disk"},
	"render/runware":         {"manifest", "render", "render/wire", "render/parcel", "render/container", "schema"},
	"render/rendertest":      {"render"},
	"render/engine":          {"manifest", "manifest/diag", "render", "render/blob", "render/container", "render/engine/internal", "schema"},
	"render/engine/internal": {"manifest", "manifest/diag", "render", "schema", "render/engine/internal"},
	"render/server":          {"manifest", "manifest/diag", "render", "render/wire", "render/parcel", "render/blob", "render/container", "render/server", "schema"},
	"cmd/render":             {"cmd", "manifest", "schema", "render"}, // wires everything; nothing imports it
}

// anyBelow are the parts whose rule speaks of whole trees rather than of single packages.
var anyBelow = []string{"cmd", "render/engine/internal", "render/server"}

// TestImportsGoDown holds the direction of imports without any outside tool.
func TestImportsGoDown(t *testing.T) {
	t.Parallel()
	for pkg, imports := range packages(t) {
		rule, found := "", false
		for prefix := range layers {
			if (pkg == prefix || strings.HasPrefix(pkg, prefix+"/")) && len(prefix) >= len(rule) {
				rule, found = prefix, true
			}
		}
		if !found {
			t.Errorf("%s has no place in the layers: give it one here", pkg)
			continue
		}
		if strings.HasPrefix(rule, "cmd/") {
			continue
		}
		for _, imported := range imports {
			below, ours := strings.CutPrefix(imported, module+"/")
			if !ours || below == rule || strings.HasPrefix(below, pkg+"/") || strings.HasPrefix(below, rule+"/") && strings.HasPrefix(pkg, rule+"/") {
				continue
			}
			if slices.Contains(layers[rule], below) {
				continue
			}
			if slices.ContainsFunc(anyBelow, func(tree string) bool {
				return slices.Contains(layers[rule], tree) && strings.HasPrefix(below, tree+"/")
			}) {
				continue
			}
			t.Errorf("%s imports %s; it may import %s", pkg, below, strings.Join(layers[rule], ", "))
		}
	}
}

// phases share the scene's data and tools, never each other: only the engine knows
// their order.
var phases = []string{"script", "voice", "avatar", "motion", "caption", "sound", "timeline", "transition", "composite", "encode"}

func TestPhasesAreBlind(t *testing.T) {
	t.Parallel()
	const internal = "render/engine/internal/"
	for pkg, imports := range packages(t) {
		name, _, _ := strings.Cut(strings.TrimPrefix(pkg, internal), "/")
		if !strings.HasPrefix(pkg, internal) || !slices.Contains(phases, name) {
			continue
		}
		for _, imported := range imports {
			other, _, _ := strings.Cut(strings.TrimPrefix(imported, module+"/"+internal), "/")
			if strings.HasPrefix(imported, module+"/"+internal) && other != name && slices.Contains(phases, other) {
				t.Errorf("%s imports the phase %s", pkg, other)
			}
		}
	}
}

// TestDomainIsPure: the reconciler starts no process and opens no connection.
func TestDomainIsPure(t *testing.T) {
	t.Parallel()
	all := packages(t)
	for _, pkg := range []string{"render", "manifest", "schema", "manifest/diag", "render/lockfile", "render/report"} {
		for _, banned := range []string{"os/exec", "net/http", "net", "database/sql", "math/rand", "math/rand/v2"} {
			if slices.Contains(all[pkg], banned) {
				t.Errorf("%s imports %s", pkg, banned)
			}
		}
	}
	for pkg, imports := range all {
		switch {
		case pkg == "render/engine/internal/ffmpeg", pkg == "render/engine/internal/x264", pkg == "render/server/queue/queuetest", strings.HasPrefix(pkg, "render/engine/internal/voice"), strings.HasPrefix(pkg, "cmd/"):
		case slices.Contains(imports, "os/exec"):
			t.Errorf("%s starts processes; that is for render/engine/internal/ffmpeg and those who start this program again", pkg)
		}
	}
}

// TestPackagesSayWhatTheyAre: one package comment in every package.
func TestPackagesSayWhatTheyAre(t *testing.T) {
	t.Parallel()
	comments := map[string][]string{}
	walk(t, func(pkg, file string) {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.PackageClauseOnly|parser.ParseComments)
		if err != nil {
			t.Error(err)
			return
		}
		comments[pkg] = append(comments[pkg], nil...)
		if text := f.Doc.Text(); text != "" {
			comments[pkg] = append(comments[pkg], filepath.Base(file))
			if begin := "Package " + f.Name.Name + " "; f.Name.Name != "main" && !strings.HasPrefix(text, begin) {
				t.Errorf("%s: the package comment does not begin with %q", file, begin)
			}
		}
	})
	for _, pkg := range slices.Sorted(maps.Keys(comments)) {
		if len(comments[pkg]) != 1 {
			t.Errorf("%s has %d package comments: %v", pkg, len(comments[pkg]), comments[pkg])
		}
	}
}

// mapped is from how many files on a package comment has to say which holds what.
const mapped = 50

// TestPolicyLargePackagesHaveAMap: where nobody can guess from a hundred names which file
// holds a rule, the package comment lists each with what it holds, and no others.
func TestPolicyLargePackagesHaveAMap(t *testing.T) {
	t.Parallel()
	files, comments := map[string][]string{}, map[string]string{}
	walk(t, func(pkg, file string) {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.PackageClauseOnly|parser.ParseComments)
		if err != nil {
			t.Error(err)
			return
		}
		if comments[pkg] += f.Doc.Text(); f.Doc == nil {
			files[pkg] = append(files[pkg], filepath.Base(file))
		}
	})
	entry := regexp.MustCompile(`(?m)^\s*- (\S+\.go): \S`)
	for pkg, names := range files {
		if len(names) < mapped {
			continue
		}
		var listed []string
		for _, m := range entry.FindAllStringSubmatch(comments[pkg], -1) {
			listed = append(listed, m[1])
		}
		for _, name := range names {
			if n := len(slices.DeleteFunc(slices.Clone(listed), func(l string) bool { return l != name })); n != 1 {
				t.Errorf("%s/doc.go lists %s %d times: give it one line there that says what it holds", pkg, name, n)
			}
		}
		for _, l := range listed {
			if !slices.Contains(names, l) {
				t.Errorf("%s/doc.go lists %s, which is not there", pkg, l)
			}
		}
	}
}

// packages gives the imports of every package, tests left out.
func packages(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	walk(t, func(pkg, file string) {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Error(err)
			return
		}
		for _, i := range f.Imports {
			name, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				t.Error(err)
			}
			if !slices.Contains(out[pkg], name) {
				out[pkg] = append(out[pkg], name)
			}
		}
	})
	return out
}

// walk visits the source files of the module, tests left out.
func walk(t *testing.T, visit func(pkg, file string)) {
	t.Helper()
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(p string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			if name := e.Name(); p != root && (strings.HasPrefix(name, ".") || name == "testdata" || name == "out" || name == "bench") {
				return fs.SkipDir
			}
			return nil
		}
		if strings.HasSuffix(p, ".go") && !strings.HasSuffix(p, "_test.go") {
			rel, err := filepath.Rel(root, p)
			if err != nil {
				return err
			}
			visit(path.Dir(filepath.ToSlash(rel)), p)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestPolicyNothingMadeAmongSources: videos, takes and models that a run made or fetched
// stand in a cache, never beside the sources.
func TestPolicyNothingMadeAmongSources(t *testing.T) {
	t.Parallel()
	made := []string{".mp4", ".m4a", ".webm", ".mov", ".wav", ".mp3", ".so", ".onnx"}
	for _, top := range []string{"manifest", "render", "schema"} {
		err := filepath.WalkDir(filepath.Join("..", "..", top), func(name string, d fs.DirEntry, err error) error {
			if err == nil && d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".")) {
				return filepath.SkipDir
			}
			if err == nil && slices.Contains(made, filepath.Ext(name)) {
				t.Errorf("%s does not belong into the sources", name)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
