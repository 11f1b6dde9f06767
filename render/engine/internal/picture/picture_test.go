package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"
)

// segment is one marker segment of a JPEG.
func segment(marker byte, body string) string {
	return "\xff" + string([]byte{marker}) + string(binary.BigEndian.AppendUint16(nil, uint16(len(body)+2))) + body
}

func jpegWith(t *testing.T, segments ...string) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 32, 16))
	for y := range 16 {
		for x := range 32 {
			img.Set(x, y, color.RGBA{uint8(200 * (1 - x/16)), 40, uint8(200 * (x / 16)), 255}) // red left, blue right
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return []byte("\xff\xd8" + strings.Join(segments, "") + b.String()[2:])
}

const turned6 = "Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"

func TestPicturesStandUpright(t *testing.T) {
	t.Parallel()
	img, err := Decode(jpegWith(t, segment(0xe1, turned6)))
	if err != nil {
		t.Fatal(err)
	}
	if img.Bounds() != image.Rect(0, 0, 16, 32) {
		t.Fatalf("%v, want 16×32", img.Bounds())
	}
	if r, _, b, _ := img.At(8, 4).RGBA(); r < b {
		t.Error("turned the wrong way: the top should be what was left")
	}
	whole := jpegWith(t, segment(0xe1, turned6))
	for cut := range 60 { // damaged files say nothing, and never panic
		orientation(bytes.NewReader(whole[:cut]), "a.jpg")
	}
}

func TestWordsInPictures(t *testing.T) {
	t.Parallel()
	iptc := func(n byte, s string) string {
		return "\x1c\x02" + string([]byte{n}) + string(binary.BigEndian.AppendUint16(nil, uint16(len(s)))) + s
	}
	data := iptc(5, "Harbour") + iptc(25, "crane") + iptc(25, "containers") + iptc(120, "Loading a ship at dawn")
	res := "8BIM\x04\x04\x00\x00" + string(binary.BigEndian.AppendUint32(nil, uint32(len(data)))) + data
	xmp := "http://ns.adobe.com/xap/1.0/\x00" + `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:subject><rdf:Bag><rdf:li>logistics</rdf:li></rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>`
	words := Words(bytes.NewReader(jpegWith(t, segment(0xe1, xmp), segment(0xed, "Photoshop 3.0\x00"+res))), "a.jpg")
	for _, want := range []string{"Harbour", "crane", "containers", "Loading a ship at dawn", "logistics"} {
		if !slices.Contains(words, want) {
			t.Errorf("%q lack %q", words, want)
		}
	}
	if w := Words(strings.NewReader("no picture"), "a.png"); len(w) != 0 {
		t.Errorf("text has the words %q", w)
	}
}

func TestBombsAreNotOpened(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8))); err != nil {
		t.Fatal(err)
	}
	bomb := b.Bytes()
	binary.BigEndian.PutUint32(bomb[16:], 1<<20)
	binary.BigEndian.PutUint32(bomb[20:], 1<<20)
	if _, err := Decode(bomb); err == nil {
		t.Error("a picture of a million by a million pixels was opened")
	}
}
