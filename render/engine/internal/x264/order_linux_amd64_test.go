package x264

import (
	"compress/gzip"
	"crypto/sha256"
	"image"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
)

// TestOrderDoesNotShow: a stream is the same bytes whatever the process has encoded
// before it, and whatever lies in its memory. x264 told what stands still reads some that
// it has not written. It rarely matters; it does in these frames, a backdrop that stands
// and moves by a level at times.
func TestOrderDoesNotShow(t *testing.T) {
	if Build() == "" {
		t.Skip("no libx264 here")
	}
	size := image.Pt(320, 180)
	f, err := os.Open("testdata/ground.yuv.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	frame := size.X * size.Y * 3 / 2
	var ground []byte
	for _, n := range []int{0, 1, 1, 1, 1, 1, 1, 2} {
		ground = append(ground, kept[n*frame:][:frame]...)
	}
	noise, rnd := make([]byte, len(ground)), rand.New(rand.NewPCG(3, 4))
	for i := range noise {
		noise[i] = uint8(rnd.UintN(256))
	}
	o := Options{FPS: 30, Preset: "veryfast", Params: []string{"crf=18", "bframes=0", "keyint=60", "min-keyint=60", "scenecut=0",
		"aq-mode=3", "aq-strength=0.8", "deblock=1,1", "repeat-headers=1", "stitchable=1", "subme=0", "open-gop=0"}}
	alone := o.Params
	for _, threads := range [][]string{{"threads=1"}, {"threads=2", "sliced-threads=1"}} {
		o.Params = slices.Concat(alone, threads)
		sameInAnyOrder(t, o, size, ground, noise)
	}
}

func sameInAnyOrder(t *testing.T, o Options, size image.Point, ground, noise []byte) {
	t.Helper()
	frame := size.X * size.Y * 3 / 2
	sum := func(e *Encoder, pix []byte) [32]byte {
		h := sha256.New()
		if err := e.Encode(o, len(pix)/frame, func(i int) Frame { return Frame{Pix: pix[i*frame:][:frame]} }, func([]byte) error { return nil }, func(s Sample) error { h.Write(s.Data); return nil }); err != nil {
			t.Fatal(err)
		}
		return [32]byte(h.Sum(nil))
	}
	e, err := Start(t.Context(), size)
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	first := sum(e, ground)
	for i := range 6 {
		sum(e, noise)
		if sum(e, ground) != first {
			t.Fatalf("%v: other bytes after %d other streams", o.Params, i+1)
		}
	}
	clean := environment
	defer func() { environment = clean }()
	environment = append([]string{"MALLOC_PERTURB_=1"}, clean...) // new memory is full of 254
	littered, err := Start(t.Context(), size)
	if err != nil {
		t.Fatal(err)
	}
	defer littered.Close()
	if sum(littered, ground) != first {
		t.Errorf("%v: other bytes where the memory was not zero", o.Params)
	}
}
