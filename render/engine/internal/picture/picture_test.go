package picture

import (
	"image"
	"testing"
)

func TestOrientation(t *testing.T) {
	t.Parallel()
	exif := append([]byte("\xff\xd8\xff\xe1\x00\x22Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"), 0xff, 0xda)
	if o := orientation(exif); o != 6 {
		t.Errorf("orientation %d, want 6", o)
	}
	for cut := range exif { // damaged files say nothing, and never panic
		orientation(exif[:cut])
	}
	img := image.NewRGBA(image.Rect(0, 0, 3, 2))
	img.Pix[0] = 9 // top left
	if got := upright(img, 6); got.Rect.Dx() != 2 || got.Rect.Dy() != 3 || got.RGBAAt(1, 0).R != 9 {
		t.Errorf("turned: %v", got)
	}
}
