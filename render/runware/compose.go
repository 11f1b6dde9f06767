package runware

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
	"unicode/utf8"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
)

// MaxPrompt is the API's limit of a prompt, in characters.
const MaxPrompt = 10000

// maxText bounds how much of a context or storyboard file is read, in bytes; more
// could not fit a prompt.
const maxText = 4*MaxPrompt + 1

// section is one headed part of the block.
type section struct {
	head string
	text string
}

// Compose writes what the API has no field for behind the prompt. It reads the files
// that the spec names inside dir. A spec without such wishes comes back unchanged.
func Compose(spec manifest.Spec, dir string) (manifest.Spec, error) {
	if err := sendable(spec, dir); err != nil {
		return spec, err
	}
	sections, err := sections(spec, dir)
	if err != nil {
		return spec, err
	}
	out := spec
	out.Brand, out.Voice, out.Captions, out.Music = nil, nil, nil, nil
	out.Language, out.Style, out.Storyboard, out.Fit = "", "", "", ""
	out.Context, out.Assets, out.Edits, out.Pronounce, out.Mentions = nil, nil, nil, nil, nil

	length := utf8.RuneCountInString(spec.PositivePrompt)
	if len(sections) == 0 {
		if length > MaxPrompt {
			return spec, fieldErrorf("positivePrompt", "the prompt is %d characters, %d over the limit of %d; shorten it", length, length-MaxPrompt, MaxPrompt)
		}
		return out, nil
	}
	var block strings.Builder
	var parts []string
	for _, s := range sections {
		before := block.Len()
		if strings.Contains(s.text, "\n") {
			fmt.Fprintf(&block, "%s:\n%s\n", s.head, s.text)
		} else {
			fmt.Fprintf(&block, "%s: %s\n", s.head, s.text)
		}
		parts = append(parts, fmt.Sprintf("%s %d", s.head, utf8.RuneCountInString(block.String()[before:])))
	}
	out.PositivePrompt = strings.TrimRight(spec.PositivePrompt, " \t\r\n") + "\n\n" + strings.TrimRight(block.String(), "\n")
	if n := utf8.RuneCountInString(out.PositivePrompt); n > MaxPrompt {
		return spec, fieldErrorf("positivePrompt", "the prompt (%d characters) and what is composed behind it (%s) make %d characters, %d over the limit of %d; shorten the prompt or these fields",
			length, strings.Join(parts, ", "), n, n-MaxPrompt, MaxPrompt)
	}
	return out, nil
}

// sendable refuses what the API would refuse, or would make and pay for in vain.
func sendable(s manifest.Spec, dir string) error {
	if s.UploadEndpoint != "" && s.NumberResults > 1 {
		return fieldErrorf("uploadEndpoint", "%d results would be uploaded to one address, each over the one before; set numberResults: 1 or make one entry for each", s.NumberResults)
	}
	if in := s.Inputs; in != nil && in.Image != "" {
		if in.Avatar != "" {
			return fieldErrorf("inputs", "image and avatar are both set and only one can be the presenter; remove one")
		}
		if manifest.IsLocalImage(in.Image) {
			return checkImage(dir, in.Image)
		}
	}
	return nil
}

func fieldErrorf(field, format string, args ...any) error {
	return &render.FieldError{Field: field, Err: fmt.Errorf(format, args...)}
}

// sections lists the wishes from the most particular to the most general: facts,
// plan and edits first, the look last, where a video agent expects it.
func sections(spec manifest.Spec, dir string) ([]section, error) {
	var out []section
	add := func(head, text string) {
		if text = strings.TrimSpace(text); text != "" {
			out = append(out, section{head, text})
		}
	}
	for _, name := range spec.Context {
		texts, err := readTexts(dir, name, "context")
		if err != nil {
			return nil, err
		}
		for _, text := range texts {
			add("FACTS THE SCRIPT MAY DRAW ON", text)
		}
	}
	if spec.Storyboard != "" {
		texts, err := readTexts(dir, spec.Storyboard, "storyboard")
		if err != nil {
			return nil, err
		}
		add("STORYBOARD TO FOLLOW", strings.Join(texts, "\n"))
	}
	var footage []string
	for _, a := range spec.Assets {
		footage = append(footage, a.Tags...)
	}
	add("B-ROLL SUBJECTS", strings.Join(unique(footage), ", "))
	var edits strings.Builder
	for i, e := range spec.Edits {
		fmt.Fprintf(&edits, "%d. %s\n", i+1, oneLine(e))
	}
	add("CHANGES TO MAKE, LATER ONES WIN", edits.String())
	if spec.Language != "" {
		add("LANGUAGE", spec.Language+" for narration, captions and on-screen text")
	}
	add("VOICE", voice(spec.Voice))
	var say []string
	for _, word := range sortedKeys(spec.Pronounce) {
		say = append(say, fmt.Sprintf("%q as %q", word, spec.Pronounce[word]))
	}
	add("PRONOUNCE", strings.Join(say, ", "))
	if spec.Captions != nil {
		switch spec.Captions.Mode {
		case "off":
			add("CAPTIONS", "none")
		case "word":
			add("CAPTIONS", "on, with the spoken word highlighted")
		case "line":
			add("CAPTIONS", "on, line by line")
		default:
			add("CAPTIONS", oneLine(spec.Captions.Mode))
		}
	}
	if m := spec.Music; m != nil {
		switch {
		case m.Off:
			add("MUSIC", "none")
		case m.Mood != "":
			add("MUSIC", oneLine(m.Mood)+", quiet under the voice")
		}
	}
	add("BRAND", brand(spec.Brand))
	style := spec.Style
	if style == "" && spec.Brand != nil {
		style = spec.Brand.Style
	}
	add("STYLE", style)
	return out, nil
}

func voice(v *manifest.Voice) string {
	if v == nil {
		return ""
	}
	var parts []string
	if v.Name != "" {
		parts = append(parts, oneLine(v.Name))
	}
	if v.Gender != "" {
		parts = append(parts, oneLine(v.Gender))
	}
	switch {
	case v.Pace > 1:
		parts = append(parts, fmt.Sprintf("%d %% faster than usual", int(v.Pace*100+0.5)-100))
	case v.Pace > 0 && v.Pace < 1:
		parts = append(parts, fmt.Sprintf("%d %% slower than usual", 100-int(v.Pace*100+0.5)))
	}
	return strings.Join(parts, ", ")
}

func brand(b *manifest.Brand) string {
	if b == nil {
		return ""
	}
	var parts []string
	if b.Name != "" {
		parts = append(parts, oneLine(b.Name))
	}
	var colors []string
	for _, role := range sortedKeys(b.Colors) {
		colors = append(colors, oneLine(role)+" "+oneLine(b.Colors[role]))
	}
	if len(colors) > 0 {
		parts = append(parts, "colours "+strings.Join(colors, ", "))
	}
	if f := b.Font; f != nil {
		switch {
		case f.Heading != "" && f.Body != "" && f.Heading != f.Body:
			parts = append(parts, "headings in "+oneLine(f.Heading)+", text in "+oneLine(f.Body))
		case f.Heading != "" || f.Body != "":
			parts = append(parts, "type in "+oneLine(or(f.Heading, f.Body)))
		}
	}
	if b.LowerThird != nil {
		if *b.LowerThird {
			parts = append(parts, "introduce the presenter with a lower third")
		} else {
			parts = append(parts, "no lower third")
		}
	}
	if b.Watermark != "" && b.Watermark != "logo" { // a logo file cannot be sent
		parts = append(parts, fmt.Sprintf("watermark %q", oneLine(b.Watermark)))
	}
	return strings.Join(parts, "; ")
}

// readTexts reads the text files that a field names inside the manifest's folder: a
// file, a folder or a pattern, in the order of their names.
func readTexts(dir, name, field string) ([]string, error) {
	root, err := os.OpenRoot(or(dir, "."))
	if err != nil {
		return nil, &render.FieldError{Field: field, Err: err}
	}
	defer root.Close()
	names := []string{name}
	switch info, err := root.Stat(name); {
	case err == nil && info.IsDir():
		names = nil
		err := fs.WalkDir(root.FS(), path.Clean(name), func(p string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case strings.HasPrefix(d.Name(), ".") && p != path.Clean(name):
				if d.IsDir() {
					return fs.SkipDir
				}
			case d.Type().IsRegular():
				names = append(names, p)
			}
			return nil
		})
		if err != nil {
			return nil, &render.FieldError{Field: field, Err: err}
		}
	case err != nil && strings.ContainsAny(name, "*?["):
		if names, err = fs.Glob(root.FS(), name); err != nil || len(names) == 0 {
			return nil, fieldErrorf(field, "no file matches %s", name)
		}
	}
	var out []string
	for _, n := range names {
		text, err := readText(root, n)
		if err != nil {
			return nil, &render.FieldError{Field: field, Err: err}
		}
		out = append(out, text)
	}
	return out, nil
}

func readText(root *os.Root, name string) (string, error) {
	f, err := root.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && !info.Mode().IsRegular() {
		return "", fmt.Errorf("%s is not a file", name)
	}
	data, err := io.ReadAll(io.LimitReader(f, maxText))
	if err != nil {
		return "", err
	}
	if len(data) == maxText {
		return "", fmt.Errorf("%s is longer than a prompt can be (%d characters); shorten it", name, MaxPrompt)
	}
	if !utf8.Valid(data) {
		return "", fmt.Errorf("%s is not UTF-8 text", name)
	}
	return strings.ReplaceAll(strings.TrimPrefix(string(data), "\ufeff"), "\r\n", "\n"), nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// unique keeps the first of equal values, in order.
func unique(list []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, v := range list {
		if v = oneLine(v); v != "" && !seen[v] {
			seen[v] = true
			out = append(out, v)
		}
	}
	return out
}
