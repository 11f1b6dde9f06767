package x264

import (
	"crypto/sha256"
	"image"
	"math/rand/v2"
	"testing"
)

// TestOrderDoesNotShow: a stream is the same bytes whatever the process has encoded
// before it.
func TestOrderDoesNotShow(t *testing.T) {
	t.Parallel()
	if Build() == "" {
		t.Skip("no libx264 here")
	}
	size := image.Pt(320, 180)
	frames := func(seed uint64) func(int) Frame {
		rnd := rand.New(rand.NewPCG(seed, 1))
		pix := make([]uint8, size.X*size.Y*3/2)
		for i := range pix {
			pix[i] = uint8(90 + i%size.X/8 + int(seed)*5 + rnd.IntN(3))
		}
		return func(i int) Frame {
			for range 1 + i%3 {
				x, y := rnd.IntN(size.X-24), rnd.IntN(size.Y-24)
				for k := range 24 * 24 {
					pix[(y+k/24)*size.X+x+k%24] = uint8(40*seed) + uint8(k%24)
				}
			}
			return Frame{Pix: pix}
		}
	}
	o := Options{FPS: 30, Preset: "veryfast", Params: []string{"crf=21", "bframes=0", "keyint=60", "min-keyint=60", "scenecut=0", "threads=1",
		"aq-mode=3", "aq-strength=0.8", "deblock=1,1", "repeat-headers=1", "stitchable=1", "subme=0", "open-gop=0"}}
	sum := func(e *Encoder, seed uint64) [32]byte {
		h := sha256.New()
		if err := e.Encode(o, 20+11*int(seed), frames(seed), func([]byte) error { return nil }, func(s Sample) error { h.Write(s.Data); return nil }); err != nil {
			t.Fatal(err)
		}
		return [32]byte(h.Sum(nil))
	}
	start := func() *Encoder {
		e, err := Start(t.Context(), size)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(e.Close)
		return e
	}
	alone := map[uint64][32]byte{}
	for seed := range uint64(6) {
		alone[seed] = sum(start(), seed)
	}
	e, rnd := start(), rand.New(rand.NewPCG(3, 4))
	for range 60 {
		if seed := rnd.Uint64N(6); sum(e, seed) != alone[seed] {
			t.Fatalf("stream %d is other bytes after others", seed)
		}
	}
}
