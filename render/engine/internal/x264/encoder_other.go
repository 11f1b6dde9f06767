//go:build !(linux && amd64)

package x264

import (
	"context"
	"image"
)

// Build is "": no libx264 is used here.
func Build() string { return "" }

// Encoder does not exist here.
type Encoder struct{}

// Start says that there is none.
func Start(context.Context, image.Point) (*Encoder, error) { return nil, ErrMissing }

// Close does nothing.
func (*Encoder) Close() {}

// Encode says that there is none.
func (*Encoder) Encode(Options, int, func(int) Frame, func([]byte) error, func(Sample) error) error {
	return ErrMissing
}
