// Package parcel puts a whole manifest entry into one task of the protocol and takes
// it out again at the other end. What the task has no field for travels in its
// extension (see [wire.Extension]), files as hashes of their content. What
// [Unpack] gives draws the same video, byte for byte, as what was given to [Pack].
package parcel

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/wire"
)

// MaxFiles bounds the files of one entry.
const MaxFiles = 10_000

// Pack gives the extension of an entry's task. files answers for the manifest's folder:
// those that the task's digest counts are those that travel. One that the entry names
// and that is not there is a [*render.FileError].
func Pack(spec manifest.Spec, files render.Files) (*wire.Extension, error) {
	used := &recorder{files: files, sums: map[string]string{}}
	if _, err := render.NewTask(spec, "", used); err != nil {
		return nil, err
	}
	if len(used.sums) > MaxFiles {
		return nil, fmt.Errorf("the entry depends on %d files, more than the %d that can travel", len(used.sums), MaxFiles)
	}
	rest := beyond(spec)
	if in := spec.Inputs; in != nil && in.Image != "" && manifest.IsLocalImage(in.Image) {
		rest.Inputs = &manifest.Inputs{Image: in.Image}
	}
	body, err := json.Marshal(struct {
		manifest.Spec
		PositivePrompt string `json:"positivePrompt,omitempty"` // over the Spec's own, which is never left out
	}{Spec: rest})
	if err != nil {
		return nil, fmt.Errorf("pack: %w", err)
	}
	ext := &wire.Extension{Version: wire.ExtensionVersion}
	if string(body) != "{}" {
		ext.Spec = body
	}
	if len(used.sums) > 0 {
		ext.Files = used.sums
	}
	return ext, nil
}

// Unpack gives the entry that a task describes, whether it has an extension or not.
// An error says what in the extension is wrong; files are named there by paths that
// stay inside any folder they are laid in.
func Unpack(t wire.Task) (manifest.Spec, error) {
	var s manifest.Spec
	if t.Render != nil {
		if err := check(t.Render); err != nil {
			return s, err
		}
		if len(t.Render.Spec) > 0 {
			d := json.NewDecoder(bytes.NewReader(t.Render.Spec))
			d.DisallowUnknownFields()
			if err := d.Decode(&s); err != nil {
				return s, fmt.Errorf("render.spec: %w", err)
			}
		}
		rest := beyond(s)
		if s.Inputs != nil && s.Inputs.Image != "" {
			if t.Render.Files[path.Clean(s.Inputs.Image)] == "" {
				return s, fmt.Errorf("render.spec.inputs.image: %.80q is not among render.files", s.Inputs.Image)
			}
			rest.Inputs = &manifest.Inputs{Image: s.Inputs.Image}
		}
		if !reflect.DeepEqual(s, rest) {
			return s, errors.New("render.spec: it repeats fields that the task has itself")
		}
	}
	s.Model, s.PositivePrompt = t.Model, t.PositivePrompt
	s.Width, s.Height, s.Duration = t.Width, t.Height, t.Duration
	s.OutputType, s.OutputFormat, s.OutputQuality = t.OutputType, t.OutputFormat, t.OutputQuality
	s.NumberResults, s.DeliveryMethod, s.TTL, s.IncludeCost = t.NumberResults, t.DeliveryMethod, t.TTL, t.IncludeCost
	s.WebhookURL, s.UploadEndpoint = t.WebhookURL, t.UploadEndpoint
	if t.Safety != nil {
		s.Safety = &manifest.Safety{CheckContent: t.Safety.CheckContent, Mode: t.Safety.Mode}
	}
	if in := t.Inputs; in != nil {
		if s.Inputs == nil {
			s.Inputs = &manifest.Inputs{}
		} else if in.Image != "" {
			return s, errors.New("inputs.image: the task and its render.spec both have one")
		}
		s.Inputs.Avatar = in.Avatar
		if in.Image != "" {
			s.Inputs.Image = in.Image
		}
	}
	return s, nil
}

// beyond is the part of a spec that the protocol has no fields for.
func beyond(s manifest.Spec) manifest.Spec {
	return manifest.Spec{
		Brand: s.Brand, Language: s.Language, Voice: s.Voice, Style: s.Style, Captions: s.Captions, Music: s.Music,
		Context: s.Context, Assets: s.Assets, Storyboard: s.Storyboard, Edits: s.Edits, Fit: s.Fit, Pronounce: s.Pronounce,
	}
}

// recorder notes which files are asked for.
type recorder struct {
	files render.Files
	sums  map[string]string // by clean path
}

func (r *recorder) Hash(name string) (string, error) {
	sum, err := r.files.Hash(name)
	if err == nil {
		r.sums[path.Clean(name)] = sum
	}
	return sum, err
}

func (r *recorder) Expand(pattern string) ([]string, error) { return r.files.Expand(pattern) }

var hexHash = regexp.MustCompile(`^[0-9a-f]{64}$`)

// check looks at everything about an extension but its spec.
func check(x *wire.Extension) error {
	if x.Version < 1 || x.Version > wire.ExtensionVersion {
		return fmt.Errorf("render.version: %d is not spoken here, only 1 to %d", x.Version, wire.ExtensionVersion)
	}
	if len(x.Files) > MaxFiles {
		return fmt.Errorf("render.files: %d files are more than the %d allowed", len(x.Files), MaxFiles)
	}
	for name, sum := range x.Files {
		switch {
		case !fs.ValidPath(name) || name == "." || !filepath.IsLocal(filepath.FromSlash(name)) || strings.ContainsAny(name, "\\\x00"):
			return fmt.Errorf("render.files: %.80q is not a path inside the manifest's folder", name)
		case !hexHash.MatchString(sum):
			return fmt.Errorf("render.files: the hash of %.80q is not a SHA-256 in hex", name)
		}
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			if x.Files[dir] != "" {
				return fmt.Errorf("render.files: %.80q is a file and a folder", dir)
			}
		}
	}
	return nil
}

// Names lists an extension's files in a fixed order.
func Names(x *wire.Extension) []string {
	if x == nil {
		return nil
	}
	names := make([]string, 0, len(x.Files))
	for name := range x.Files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
