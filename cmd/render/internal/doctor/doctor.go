// Package doctor checks the programs that render starts but does not contain, and
// installs what is missing through the platform's own package manager.
package doctor

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// Options say what to check and whether to mend it.
type Options struct {
	Install bool
	Tests   bool // also what only the test suite wants
	// Voice readies the built-in voices and says which runtime speaks; nil leaves them out.
	Voice func(ctx context.Context, install bool) (detail string, err error)
	// Encoder names the library that encodes H.264 here; "" = ffmpeg does. nil leaves it out.
	Encoder func() string
	// Fonts names the scripts that no font here draws; nil leaves it out.
	Fonts func() ([]string, error)
	// SherpaLib is the library that RENDER_SHERPA_LIB names; "" = none.
	SherpaLib string
}

// Finding is the state of one need.
type Finding struct {
	Name   string `json:"name"`
	OK     bool   `json:"ok"`
	Detail string `json:"detail"`        // version when OK, else what is wrong
	Fix    string `json:"fix,omitempty"` // command that mends it
}

// ErrUnfit says that something needed is missing.
var ErrUnfit = errors.New("something that render needs is missing")

// need is one outside program.
type need struct {
	name    string
	program string
	version []string          // arguments that print a version
	parts   []string          // encoders that ffmpeg must have
	also    []string          // other names of the program, and patterns of paths where it may be
	pkg     map[string]string // package by manager; "" key = the same everywhere
	tests   bool
}

var needs = []need{
	{name: "ffmpeg", program: "ffmpeg", version: []string{"-hide_banner", "-version"},
		parts: []string{"libx264", "libvpx-vp9", "aac", "libopus"}, pkg: map[string]string{"": "ffmpeg"}},
	{name: "ffprobe", program: "ffprobe", version: []string{"-hide_banner", "-version"}, pkg: map[string]string{"": "ffmpeg"}},
	{name: "C compiler (race detector)", program: "gcc", version: []string{"--version"}, tests: true,
		pkg: map[string]string{"": "gcc", "apt-get": "gcc libc6-dev", "apk": "build-base"}},
	{name: "tesseract (reads frames)", program: "tesseract", version: []string{"--version"}, tests: true,
		pkg: map[string]string{"": "tesseract", "apt-get": "tesseract-ocr", "apk": "tesseract-ocr tesseract-ocr-data-eng"}},
	{name: "PostgreSQL (the queue of a farm)", program: "postgres", also: []string{"/usr/lib/postgresql/*/bin/postgres"}, version: []string{"--version"}, tests: true,
		pkg: map[string]string{"": "postgresql", "dnf": "postgresql-server"}},
	{name: "Chromium (looks at pages)", program: "chromium", also: []string{"chromium-browser", "google-chrome"}, version: []string{"--version"}, tests: true,
		pkg: map[string]string{"": "chromium"}},
}

// espeak is needed only where the built-in voices and their own copy of it cannot load.
var espeak = need{name: "espeak-ng", program: "espeak-ng", version: []string{"--version"}, pkg: map[string]string{"": "espeak-ng"}}

// Run checks everything, one finding a need, and installs what is missing when
// asked. What it runs is shown on log. It returns [ErrUnfit] when something is
// still missing at the end.
func Run(ctx context.Context, o Options, log io.Writer) ([]Finding, error) {
	all := needs
	if runtime.GOOS != "linux" || runtime.GOARCH != "amd64" {
		all = append(slices.Clone(all), espeak)
	}
	check := func() (out []Finding, missing []need) {
		for _, n := range all {
			if n.tests && !o.Tests {
				continue
			}
			f := n.check(ctx)
			if !f.OK {
				missing = append(missing, n)
			}
			out = append(out, f)
		}
		return
	}
	found, missing := check()
	if o.Install && len(missing) > 0 {
		if err := install(ctx, missing, log); err != nil {
			return found, err
		}
		found, missing = check()
	}
	if o.Voice != nil {
		f := Finding{Name: "voice", OK: true}
		var err error
		if f.Detail, err = o.Voice(ctx, o.Install); err != nil {
			f.OK, f.Detail = false, err.Error()
		}
		found = append(found, f)
		if !f.OK {
			return found, ErrUnfit
		}
	}
	if o.Encoder != nil {
		f := Finding{Name: "encoder", OK: true, Detail: "ffmpeg; where libx264 of build 164 is installed, drawing H.264 takes a quarter less computing"}
		if lib := o.Encoder(); lib != "" {
			f.Detail = "libx264 " + lib
		}
		found = append(found, f)
	}
	if o.Fonts != nil {
		f := Finding{Name: "fonts", OK: true, Detail: "for every script that is commonly asked for"}
		lacking, err := o.Fonts()
		if err != nil {
			return found, err
		}
		if len(lacking) > 0 {
			var fonts, packages []string
			if len(lacking) > 1 || lacking[0] != "emoji" {
				fonts, packages = []string{"Noto Sans CJK"}, []string{"fonts-noto-cjk"}
			}
			if slices.Contains(lacking, "emoji") {
				fonts, packages = append(fonts, "Noto Color Emoji"), append(packages, "fonts-noto-color-emoji")
			}
			f.Fix = fmt.Sprintf("install %s (Debian: apt-get install %s)", strings.Join(fonts, " and "), strings.Join(packages, " "))
			f.Detail = "none for " + strings.Join(lacking, ", ") + ", which are left out of the picture: " + f.Fix
		}
		found = append(found, f)
	}
	if o.Voice != nil {
		found = append(found, japanese())
	}
	f, err := o.sherpa(ctx, log)
	if err != nil {
		return found, err
	}
	found = append(found, f)
	if len(missing) > 0 || !f.OK {
		return found, ErrUnfit
	}
	return found, nil
}

// japanese tells whether kanji are read aloud; videos in other languages need nothing of it.
func japanese() Finding {
	f := Finding{Name: "kanji", OK: true, Detail: "read aloud by MeCab"}
	if _, err := exec.LookPath("mecab"); err != nil {
		f.Fix = "install mecab with a dictionary (Debian: apt-get install mecab mecab-ipadic-utf8)"
		f.Detail = "shown and not spoken by the voices here: " + f.Fix
	}
	return f
}

func (n need) check(ctx context.Context) Finding {
	f := Finding{Name: n.name}
	if _, argv, err := plan([]need{n}); err == nil {
		f.Fix = strings.Join(argv, " ")
	}
	path, err := n.find()
	if err != nil {
		f.Detail = n.program + " is not installed"
		return f
	}
	var warnings bytes.Buffer
	cmd := exec.CommandContext(ctx, path, n.version...)
	cmd.Stderr = &warnings
	out, err := cmd.Output()
	if len(out) == 0 {
		out = warnings.Bytes() // some print their version there
	}
	if err != nil {
		f.Detail = fmt.Sprintf("%s does not run: %v", path, err)
		return f
	}
	line, _, _ := bytes.Cut(out, []byte("\n"))
	f.Detail = shortVersion(string(line))
	if len(n.parts) > 0 {
		enc, err := exec.CommandContext(ctx, path, "-hide_banner", "-encoders").Output()
		if err != nil {
			f.Detail = fmt.Sprintf("%s does not list its encoders: %v", path, err)
			return f
		}
		var lacks []string
		for _, p := range n.parts {
			if !bytes.Contains(enc, []byte(" "+p+" ")) {
				lacks = append(lacks, p)
			}
		}
		if len(lacks) > 0 {
			f.Detail += " lacks " + strings.Join(lacks, ", ")
			return f
		}
		f.Detail += " with " + strings.Join(n.parts, ", ")
	}
	f.OK, f.Fix = true, ""
	return f
}

// find gives the program's path.
func (n need) find() (string, error) {
	path, err := exec.LookPath(n.program)
	for _, other := range n.also {
		if err == nil {
			break
		}
		if found, _ := filepath.Glob(other); len(found) > 0 {
			return found[len(found)-1], nil
		}
		path, err = exec.LookPath(other)
	}
	return path, err
}

// shortVersion keeps the version and drops the build notes of a program's first line.
func shortVersion(line string) string {
	line, _, _ = strings.Cut(strings.TrimSpace(line), " Copyright")
	if len(line) > 60 {
		line = line[:60]
	}
	return line
}

// managers are tried in order.
var managers = []struct {
	name    string
	refresh []string // run once before the install; nil = not needed
	install []string
	root    bool
}{
	{"apt-get", []string{"apt-get", "update", "-qq"}, []string{"apt-get", "install", "-y", "-qq", "--no-install-recommends"}, true},
	{"dnf", nil, []string{"dnf", "install", "-y"}, true},
	{"apk", nil, []string{"apk", "add", "--no-cache"}, true},
	{"brew", nil, []string{"brew", "install"}, false},
}

// plan names the manager and the command that installs the missing needs.
func plan(missing []need) (manager int, argv []string, err error) {
	for i, m := range managers {
		if _, err := exec.LookPath(m.name); err != nil {
			continue
		}
		var pkgs []string
		for _, n := range missing {
			p, ok := n.pkg[m.name]
			if !ok {
				p = n.pkg[""]
			}
			for _, q := range strings.Fields(p) {
				if !slices.Contains(pkgs, q) {
					pkgs = append(pkgs, q)
				}
			}
		}
		return i, append(asRoot(m.root, m.install), pkgs...), nil
	}
	return 0, nil, errors.New("no package manager found (apt-get, dnf, apk or brew): install the programs by hand")
}

// asRoot puts sudo in front where the manager needs root and we are not.
func asRoot(root bool, argv []string) []string {
	if root && os.Geteuid() != 0 {
		return append([]string{"sudo"}, argv...)
	}
	return slices.Clone(argv)
}

func install(ctx context.Context, missing []need, log io.Writer) error {
	i, argv, err := plan(missing)
	if err != nil {
		return err
	}
	steps := [][]string{argv}
	if r := managers[i].refresh; r != nil {
		steps = [][]string{asRoot(managers[i].root, r), argv}
	}
	for _, step := range steps {
		fmt.Fprintln(log, "+", strings.Join(step, " "))
		cmd := exec.CommandContext(ctx, step[0], step[1:]...)
		cmd.Env = append(os.Environ(), "DEBIAN_FRONTEND=noninteractive")
		out, err := cmd.CombinedOutput()
		if err != nil {
			return fmt.Errorf("%s: %w\n%s", strings.Join(step, " "), err, bytes.TrimSpace(out))
		}
	}
	return nil
}
