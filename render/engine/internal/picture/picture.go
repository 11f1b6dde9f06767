// Package picture reads pictures that other people made: bounded, upright, and with
// the words that their makers wrote into them.
package picture

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // the formats that are read
	_ "image/png"
	"path/filepath"
	"strings"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp"
)

// MaxPixels is the largest picture that is decoded: a bomb must not take the process
// down.
const MaxPixels = 80 << 20

// Is says whether a file of this name is a picture that Decode may read.
func Is(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".png", ".jpg", ".jpeg", ".webp":
		return true
	}
	return false
}

// Decode reads a JPEG, PNG or WebP picture after its header has shown a bearable
// size, and turns it upright as its camera noted.
func Decode(b []byte) (image.Image, error) {
	c, format, err := image.DecodeConfig(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("it is no JPEG, PNG or WebP picture (%w)", err)
	}
	if c.Width <= 0 || c.Height <= 0 || c.Width > MaxPixels/c.Height {
		return nil, fmt.Errorf("%d×%d pixels are too many, make it at most %d megapixels", c.Width, c.Height, MaxPixels>>20)
	}
	img, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("the file is damaged (%w)", err)
	}
	if o := orientation(bytes.NewReader(b), "."+format); o > 1 {
		flat := image.NewRGBA(image.Rectangle{Max: img.Bounds().Size()})
		draw.Draw(flat, flat.Rect, img, img.Bounds().Min, draw.Src)
		return upright(flat, o), nil
	}
	return img, nil
}
