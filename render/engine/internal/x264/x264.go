// Package x264 encodes frames with the system's libx264, told which macroblocks have
// not changed since the frame before: those are skipped without a search, and of what
// we draw most stand still. The library works in a process of its own (this program,
// started again with a hidden argument), because of its licence and so that nothing it
// does can harm this one. Frames lie in memory that the two share; everything else
// goes through pipes.
//
// Only the builds whose structures are known here are used. Elsewhere, and on other
// systems, [Build] is "" and ffmpeg encodes.
package x264

import (
	"errors"
	"image"
)

// ErrMissing says that there is no libx264 here of a build that is known.
var ErrMissing = errors.New("libx264 is not here in a build that is known")

// Macroblock is the side of the squares in which pictures are encoded, pixels.
const Macroblock = 16

// Frame is one picture and where it may differ from the one before.
type Frame struct {
	Pix     []uint8 // yuv420p: Y, then U, then V
	Changed []bool  // macroblocks, row by row, that are not as they were; nil = nobody knows
}

// Options are the encoder's settings.
type Options struct {
	Size   image.Point // pixels, even
	FPS    int
	Preset string   // of x264: "veryfast"
	Params []string // "name=value", as x264's own command line takes them
	Plain  bool     // encode as if nothing were known of what stands still
}

// Sample is one encoded frame: NAL units, each after its length in four bytes.
type Sample struct {
	Data []byte // valid until the next sample
	Key  bool   // an IDR frame, which decoding may begin with
}

// Large says whether frames are larger than those of 1080p. Their encoders keep no more
// memory than they need, which takes some time for every stream.
func Large(size image.Point) bool { return size.X*size.Y > 1<<21 }

// blocks is the number of macroblocks of a frame.
func blocks(size image.Point) (w, h int) {
	return (size.X + Macroblock - 1) / Macroblock, (size.Y + Macroblock - 1) / Macroblock
}
