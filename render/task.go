package render

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"gitops.video/render/manifest"
)

// Recipe is the version of the rules by which a task becomes a digest. It is part
// of every task document, so a lockfile made under other rules can be told apart
// from one whose videos really changed.
const Recipe = 1

// Files answers for the local files that a task depends on. Paths are slash
// separated and relative to the manifest's folder; they never leave it.
type Files interface {
	// Hash gives the SHA-256 of a file's content in hex.
	Hash(name string) (string, error)
	// Expand lists the files that a path, a glob or a folder stands for, sorted;
	// an empty list when there are none.
	Expand(pattern string) ([]string, error)
}

// Task is an entry reduced to what decides its picture and sound.
type Task struct {
	Document json.RawMessage // RFC 8785 JSON; local files appear as hashes of their content
	Digest   string          // "sha256:" and the hex SHA-256 of Document
}

// NewTask reduces a resolved spec to its task. What only decides where a video
// goes or who is told (output path, uploadEndpoint, webhookURL, ttl, includeCost,
// deliveryMethod, labels) is left out; a field at its documented default counts
// the same as one left out.
func NewTask(spec manifest.Spec, provider string, files Files) (Task, error) {
	r := resolver{files: files}
	doc := r.document(spec)
	if r.err != nil {
		return Task{}, r.err
	}
	doc["recipe"], doc["provider"] = Recipe, provider
	b, err := canonical(make([]byte, 0, 512+len(spec.PositivePrompt)), doc)
	if err != nil {
		return Task{}, err
	}
	sum := sha256.Sum256(b)
	return Task{Document: b, Digest: "sha256:" + hex.EncodeToString(sum[:])}, nil
}

// FileError says which field named a local file that could not be used.
type FileError struct {
	Field string // the field's path in the entry, such as "brand.logo"
	Path  string
	Err   error
}

func (e *FileError) Error() string {
	if errors.Is(e.Err, fs.ErrNotExist) {
		return fmt.Sprintf("%s: there is no file %q in the manifest's folder", e.Field, e.Path)
	}
	return fmt.Sprintf("%s: cannot read %q: %v", e.Field, e.Path, e.Err)
}

func (e *FileError) Unwrap() error { return e.Err }

// resolver builds a task document and keeps the first error, so that the list of
// fields below stays a list.
type resolver struct {
	files Files
	err   error
}

func (r *resolver) document(s manifest.Spec) object {
	o := object{"positivePrompt": s.PositivePrompt}
	put(o, "model", s.Model)
	put(o, "width", s.Width)
	put(o, "height", s.Height)
	put(o, "duration", s.Duration)
	putUnless(o, "outputFormat", s.OutputFormat, "MP4")
	putUnless(o, "outputQuality", s.OutputQuality, 95)
	putUnless(o, "numberResults", s.NumberResults, 1)
	if in := s.Inputs; in != nil {
		inputs := object{}
		put(inputs, "avatar", in.Avatar)
		put(inputs, "image", r.image("inputs.image", in.Image))
		putObject(o, "inputs", inputs)
	}
	putUnless(o, "safety", safetyMode(s.Safety), "none")
	if s.Brand != nil {
		putObject(o, "brand", r.brand(*s.Brand))
	}
	put(o, "language", s.Language)
	if v := s.Voice; v != nil {
		voice := object{}
		put(voice, "name", v.Name)
		put(voice, "gender", v.Gender)
		putUnless(voice, "pace", v.Pace, 1)
		put(voice, "sample", r.file("voice.sample", v.Sample))
		put(voice, "transcript", v.Transcript)
		putUnless(voice, "breaths", v.Breaths, "on")
		putObject(o, "voice", voice)
	}
	put(o, "style", s.Style)
	if s.Captions != nil {
		put(o, "captions", s.Captions.Mode)
	}
	if m := s.Music; m != nil {
		music := object{}
		put(music, "mood", m.Mood)
		put(music, "file", r.file("music.file", m.File))
		if m.Off {
			music["off"] = true
		}
		putUnless(music, "loudness", m.Loudness, -16)
		putObject(o, "music", music)
	}
	var context []any
	for _, name := range s.Context {
		for _, f := range r.expand("context", name) {
			context = append(context, r.file("context", f)+path.Ext(f))
		}
	}
	putList(o, "context", context)
	var assets []any
	for _, a := range s.Assets {
		assets = append(assets, r.asset(a))
	}
	putList(o, "assets", assets)
	put(o, "storyboard", r.file("storyboard", s.Storyboard))
	putList(o, "edits", list(s.Edits))
	var mentions []any
	for _, name := range s.Mentions {
		mentions = append(mentions, object{"name": name, "content": r.file("storyboard", name)})
	}
	putList(o, "mentions", mentions)
	put(o, "fit", s.Fit)
	putObject(o, "pronounce", stringMap(s.Pronounce))
	return o
}

func (r *resolver) brand(b manifest.Brand) object {
	o := object{}
	put(o, "name", b.Name)
	put(o, "logo", r.file("brand.logo", b.Logo))
	putObject(o, "colors", stringMap(b.Colors))
	if f := b.Font; f != nil {
		font := object{}
		put(font, "heading", f.Heading)
		put(font, "body", f.Body)
		var files []any
		for _, pattern := range f.Files {
			for _, name := range r.expand("brand.font.files", pattern) {
				files = append(files, r.file("brand.font.files", name))
			}
		}
		putList(font, "files", files)
		putObject(o, "font", font)
	}
	put(o, "style", b.Style)
	if b.LowerThird != nil {
		o["lowerThird"] = *b.LowerThird
	}
	put(o, "watermark", b.Watermark)
	return o
}

// asset keeps the names of files below the asset's path beside their hashes: a
// storyboard may choose a clip by its name.
func (r *resolver) asset(a manifest.Asset) object {
	o := object{}
	var files []any
	for _, name := range r.expand("assets", a.Path) {
		short := path.Base(name)
		if rest, ok := strings.CutPrefix(name, strings.TrimSuffix(a.Path, "/")+"/"); ok {
			short = rest
		}
		files = append(files, object{"name": short, "content": r.file("assets", name)})
	}
	putList(o, "files", files)
	putList(o, "tags", list(a.Tags))
	return o
}

func (r *resolver) image(field, value string) string {
	if value == "" {
		return ""
	}
	if manifest.IsLocalImage(value) {
		return r.file(field, value)
	}
	if isUUID(value) || strings.HasPrefix(value, "http://") || strings.HasPrefix(value, "https://") {
		return value
	}
	sum := sha256.Sum256([]byte(value)) // inline image data would make every lockfile line megabytes long
	return "data:sha256:" + hex.EncodeToString(sum[:])
}

// file gives the content hash that stands for a local file.
func (r *resolver) file(field, name string) string {
	if name == "" || r.err != nil {
		return ""
	}
	sum, err := r.files.Hash(name)
	if err != nil {
		r.err = &FileError{Field: field, Path: name, Err: err}
		return ""
	}
	return "sha256:" + sum
}

func (r *resolver) expand(field, pattern string) []string {
	if r.err != nil {
		return nil
	}
	names, err := r.files.Expand(pattern)
	if err == nil && len(names) == 0 {
		err = fs.ErrNotExist
	}
	if err != nil {
		r.err = &FileError{Field: field, Path: pattern, Err: err}
	}
	return names
}

func isUUID(s string) bool {
	if len(s) != 36 {
		return false
	}
	for i := range len(s) {
		c := s[i]
		switch i {
		case 8, 13, 18, 23:
			if c != '-' {
				return false
			}
		default:
			if !(c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F') {
				return false
			}
		}
	}
	return true
}

// safetyMode folds the two ways to ask for a content check into the one that counts.
func safetyMode(s *manifest.Safety) string {
	switch {
	case s == nil:
		return "none"
	case s.Mode != "":
		return s.Mode
	case s.CheckContent != nil && *s.CheckContent:
		return "fast"
	}
	return "none"
}

func put[T comparable](o object, name string, v T) {
	var zero T
	if v != zero {
		o[name] = v
	}
}

func putUnless[T comparable](o object, name string, v, documented T) {
	if v != documented {
		put(o, name, v)
	}
}

func putObject(o object, name string, v object) {
	if len(v) > 0 {
		o[name] = v
	}
}

func putList(o object, name string, v []any) {
	if len(v) > 0 {
		o[name] = v
	}
}

func list(v []string) []any {
	out := make([]any, 0, len(v))
	for _, s := range v {
		out = append(out, s)
	}
	return slices.Clip(out)
}

func stringMap(m map[string]string) object {
	o := make(object, len(m))
	for k, v := range m {
		o[k] = v
	}
	return o
}
