// Package report writes a static HTML gallery of a manifest's videos: each with a
// player, its prompt, its state, what changed since it was committed last, and what
// it cost. The folder is complete in itself; it can be opened from disk, published,
// or kept as an artifact of a CI run.
package report

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"html/template"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"gitops.video/render/render"
	"gitops.video/render/render/disk"
)

// Page is what the gallery shows.
type Page struct {
	Title   string
	Entries []Entry
	Counts  render.Counts // of the plan: what apply would do now
	Cost    float64       // USD, of everything recorded
	Spoken  string        // when and from what it was made, shown at the foot
}

// Entry is one card.
type Entry struct {
	Key      string
	Manifest string
	State    string // "done", "changed", "new", "failed" …
	Reason   string
	Prompt   string
	Labels   []string // "audience=smb"
	Facts    []string // "20 s", "1920×1080", "$0.67"
	Digest   string
	TaskUUID string
	Diff     []render.FieldChange // since the state it is compared with
	Since    string               // what that state is
	Media    []Media
}

// Media is one finished file.
type Media struct {
	Output   string // name to show
	Source   string // file to take it from
	SHA256   string
	Captions string // WebVTT file beside it, "" = none
	Poster   string // JPEG file beside it, "" = none
	Width    int
	Height   int

	File  template.URL // path inside the report, set by Write
	Track template.URL
	Still template.URL
}

//go:embed page.html
var pageHTML string

var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"short": func(s string) string {
		return strings.TrimPrefix(s, "sha256:")[:min(12, len(strings.TrimPrefix(s, "sha256:")))]
	},
	"slug": slug,
	"ratio": func(m Media) template.CSS { // made of two numbers
		if m.Width <= 0 || m.Height <= 0 {
			return "16 / 9"
		}
		return template.CSS(fmt.Sprintf("%d / %d", m.Width, m.Height))
	},
	"portrait": func(m Media) bool { return m.Height > m.Width },
}).Parse(pageHTML))

// slug makes a key fit for an id and a state fit for a class.
func slug(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return '-'
	}, strings.ToLower(s))
}

// Write makes the gallery in dir: index.html and media/. Files are linked where the
// file system allows and copied elsewhere; media of an earlier report that is no
// longer shown is removed.
func Write(dir string, p Page) error {
	media := filepath.Join(dir, "media")
	if err := os.MkdirAll(media, 0o755); err != nil {
		return err
	}
	used := map[string]bool{}
	take := func(source, sum, ext string) (template.URL, error) {
		name := sum[:min(24, len(sum))] + ext
		if !used[name] {
			used[name] = true
			if err := bring(source, filepath.Join(media, name)); err != nil {
				return "", err
			}
		}
		return template.URL("media/" + name), nil // a hash and an extension of ours: nothing to escape
	}
	p.Entries = slices.Clone(p.Entries)
	for i := range p.Entries {
		e := &p.Entries[i]
		e.Media = slices.Clone(e.Media)
		for j := range e.Media {
			m := &e.Media[j]
			var err error
			if m.File, err = take(m.Source, m.SHA256, extension(m.Output)); err != nil {
				return fmt.Errorf("%s: %w", e.Key, err)
			}
			if m.Captions != "" {
				if m.Track, err = take(m.Captions, m.SHA256, ".vtt"); err != nil {
					return fmt.Errorf("%s: %w", e.Key, err)
				}
			}
			if m.Poster != "" {
				if m.Still, err = take(m.Poster, m.SHA256, ".jpg"); err != nil {
					return fmt.Errorf("%s: %w", e.Key, err)
				}
			}
		}
	}
	var b bytes.Buffer
	if err := page.Execute(&b, p); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "index.html"), b.Bytes(), 0o644); err != nil {
		return err
	}
	return sweep(media, used)
}

// extension is the lower-case extension of a video; anything unknown becomes none.
func extension(output string) string {
	switch ext := strings.ToLower(path.Ext(output)); ext {
	case ".mp4", ".webm", ".mov":
		return ext
	}
	return ""
}

// bring puts a file into the report, replacing one of the same name.
func bring(from, to string) error {
	if err := os.Remove(to); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if os.Link(from, to) == nil {
		return nil
	}
	return disk.Copy(from, to)
}

// sweep removes what an earlier report brought and this one does not show. Only
// files that carry a name of ours are touched.
func sweep(media string, used map[string]bool) error {
	entries, err := os.ReadDir(media)
	if err != nil {
		return err
	}
	for _, e := range entries {
		stem := strings.TrimSuffix(e.Name(), path.Ext(e.Name()))
		if used[e.Name()] || len(stem) != 24 || strings.Trim(stem, "0123456789abcdef") != "" {
			continue
		}
		if err := os.Remove(filepath.Join(media, e.Name())); err != nil {
			return err
		}
	}
	return nil
}
