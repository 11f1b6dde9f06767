// Package container reads the outer shell of video files, MP4 and MOV (ISO base
// media) and WebM (Matroska): enough to tell a finished file from a cut or foreign
// one, and how long and how large its picture is. It decodes nothing and trusts
// nothing: sizes and depths are bounded, and a file is never read into memory.
package container

import (
	"errors"
	"fmt"
	"io"
)

// Info is what a container says about itself.
type Info struct {
	Format  string  // "mp4", "mov" or "webm"
	Seconds float64 // 0 when the container does not say
	Width   int     // pixels of the first video track, 0 when not said
	Height  int
}

// ErrUnknown says that the bytes are no container this package knows.
var ErrUnknown = errors.New("neither MP4, MOV nor WebM")

// CutError says that a container ends before the length it announces.
type CutError struct {
	Size int64 // bytes there are
	Want int64 // bytes announced, 0 when only the end of a structure is missing
	Part string
}

func (e *CutError) Error() string {
	if e.Want > 0 {
		return fmt.Sprintf("the file is cut: %d bytes of %d, in its %s", e.Size, e.Want, e.Part)
	}
	return fmt.Sprintf("the file is cut in its %s after %d bytes", e.Part, e.Size)
}

// Probe reads the shell of a file of size bytes.
func Probe(r io.ReaderAt, size int64) (Info, error) {
	var head [12]byte
	n, err := r.ReadAt(head[:min(size, int64(len(head)))], 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return Info{}, fmt.Errorf("read: %w", err)
	}
	switch b := head[:n]; {
	case len(b) >= 12 && string(b[4:8]) == "ftyp":
		return probeMP4(r, size, string(b[8:12]))
	case len(b) >= 4 && string(b[:4]) == "\x1a\x45\xdf\xa3":
		return probeWebM(r, size)
	case len(b) == 0:
		return Info{}, fmt.Errorf("the file is empty: %w", ErrUnknown)
	}
	return Info{}, ErrUnknown
}
