package voice

import (
	"archive/tar"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
)

// packed are the names that a pack may hold.
var packed = regexp.MustCompile(`^[0-9a-f]{64}\.(take|length)$`)

// maxPacked bounds one file of a pack, in bytes: about ten minutes of speech.
const maxPacked = 64 << 20

// Pack writes files of the cache that utterances have named (see [Utterance]) so that
// [Speaker.Unpack] elsewhere need not speak again. The same files make the same bytes.
func (s *Speaker) Pack(w io.Writer, files []string) error {
	files = slices.Compact(slices.Sorted(slices.Values(files)))
	t := tar.NewWriter(w)
	for _, path := range files {
		b, err := os.ReadFile(path)
		if errors.Is(err, os.ErrNotExist) {
			continue // it could not be kept, or was trimmed: it is spoken again there
		}
		if err == nil {
			err = t.WriteHeader(&tar.Header{Name: filepath.Base(path), Mode: 0o644, Size: int64(len(b))})
		}
		if err == nil {
			_, err = t.Write(b)
		}
		if err != nil {
			return fmt.Errorf("pack the narration: %w", err)
		}
	}
	return t.Close()
}

// Unpack puts the takes of a pack into the cache. Damaged ones are misses later.
func (s *Speaker) Unpack(r io.Reader) error {
	for t := tar.NewReader(r); ; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("unpack a narration: %w", err)
		}
		if h.Typeflag != tar.TypeReg || !packed.MatchString(h.Name) || h.Size > maxPacked {
			return fmt.Errorf("unpack a narration: %q does not belong there", h.Name)
		}
		path := filepath.Join(s.takes.dir, h.Name)
		if _, err := os.Stat(path); err == nil {
			continue
		}
		b, err := io.ReadAll(t)
		if err != nil {
			return fmt.Errorf("unpack a narration: %w", err)
		}
		s.takes.write(path, b)
	}
}
