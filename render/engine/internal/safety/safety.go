// Package safety looks at pictures and words for what should not be in a video
// unseen: behind one interface stand a built-in look at bare skin and a classifier
// that the user runs.
//
// The built-in look is a coarse alarm. It sees large connected areas with the colour
// and the softness of skin that no face explains. It cannot see drawings, small or
// partly covered bodies, skin in coloured light or in black and white, and knows
// nothing of violence, symbols, weapons or words in pictures; close-ups of hands, of
// sand or of light wood may alarm it. Whoever must be sure names a classifier.
package safety

import (
	"context"
	"image"
)

// Verdict is what a check says.
type Verdict struct {
	Flagged bool
	Why     string // "sexual", "bare skin over 61 % of the picture": for notes
}

// Classifier judges pictures and words. It is safe for concurrent use. An error means
// that it could not look, never that there is nothing.
type Classifier interface {
	// Pictures judges each picture, in order.
	Pictures(ctx context.Context, all []image.Image) ([]Verdict, error)
	// Words judges a text.
	Words(ctx context.Context, text string) (Verdict, error)
}

// Batch is how many pictures are judged at a time, and Side the longer side in pixels
// to which the frames of videos are brought before.
const (
	Batch = 8
	Side  = 320
)
