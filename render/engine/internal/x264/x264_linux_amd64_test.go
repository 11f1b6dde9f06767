package x264

import (
	"bytes"
	"fmt"
	"image"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
)

// TestSlots: whatever is drawn and whatever of it is called changed, a slot holds the
// frame, and marks those macroblocks that are as they were.
func TestSlots(t *testing.T) {
	t.Parallel()
	for _, size := range []image.Point{{64, 48}, {70, 50}, {16, 16}, {2, 2}, {130, 34}} {
		rnd := rand.New(rand.NewPCG(uint64(size.X), 7))
		shared := make([]byte, slots*slotBytes(size))
		rnd2 := func() uint8 { return uint8(rnd.UintN(256)) }
		for i := range shared {
			shared[i] = rnd2() // what an earlier stream has left
		}
		r := newRing(size, shared)
		w, h := blocks(size)
		pix, last := make([]uint8, size.X*size.Y*3/2), []uint8(nil)
		for i := range 40 {
			for range rnd.IntN(5) { // some macroblocks are drawn again, some of them as they were
				k := rnd.IntN(w * h)
				if rnd.IntN(3) > 0 {
					r.planes(k%w, k%w+1, k/w, func(width, base, left, right, top, bottom int) bool {
						if top < bottom && left < right {
							pix[base+top*width+left] = rnd2()
						}
						return true
					})
				}
			}
			f := Frame{Pix: pix}
			if i > 0 && rnd.IntN(8) > 0 {
				f.Changed = make([]bool, w*h)
				for k := range f.Changed {
					f.Changed[k] = !r.same(pix, last, k%w, k/w)
				}
			}
			r.put(i, f)
			slot := shared[i%slots*slotBytes(size):]
			if !bytes.Equal(slot[:len(pix)], pix) {
				t.Fatalf("%v: frame %d is another one", size, i)
			}
			for k := range w * h {
				same := i > 0 && r.same(pix, last, k%w, k/w)
				if marked := slot[len(pix)+k] == constant; marked != same {
					t.Fatalf("%v: frame %d, macroblock %d: marked %v, is %v", size, i, k, marked, same)
				}
			}
			last = bytes.Clone(pix)
		}
	}
}

// TestRefusals: what the library does not take is an error with its name in it, and
// the process that said so is not waited for.
func TestRefusals(t *testing.T) {
	t.Parallel()
	if Build() == "" {
		t.Skip("no libx264 here")
	}
	if !strings.HasPrefix(Build(), "core 164 ") {
		t.Errorf("build %q", Build())
	}
	for _, o := range []Options{
		{FPS: 30, Preset: "hasty"},
		{FPS: 30, Preset: "veryfast", Params: []string{"no-such-thing=1"}},
		{FPS: 30, Preset: "veryfast", Params: []string{"crf=many"}},
	} {
		e, err := Start(t.Context(), image.Pt(64, 64))
		if err != nil {
			t.Fatal(err)
		}
		err = e.Encode(o, 3, func(int) Frame { t.Error("a frame was asked for"); return Frame{} }, func([]byte) error { return nil }, func(Sample) error { return nil })
		if last := append(o.Params, o.Preset)[0]; err == nil || !strings.Contains(err.Error(), last) {
			t.Errorf("%+v: %v", o, err)
		}
		e.Close()
	}
}

// TestEncoderDies: a process that is killed is no riddle.
func TestEncoderDies(t *testing.T) {
	t.Parallel()
	if Build() == "" {
		t.Skip("no libx264 here")
	}
	e, err := Start(t.Context(), image.Pt(64, 64))
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	pix := make([]uint8, 64*64*3/2)
	err = e.Encode(Options{FPS: 30, Preset: "veryfast"}, 500, func(i int) Frame {
		if i == 30 {
			_ = e.cmd.Process.Kill()
		}
		return Frame{Pix: pix}
	}, func([]byte) error { return nil }, func(Sample) error { return nil })
	if err == nil || !strings.Contains(err.Error(), "ended early (signal: killed)") {
		t.Errorf("err = %v", err)
	}
}

// TestLargeFrames: an encoder of large frames keeps no memory that it does not need, from
// stream to stream.
func TestLargeFrames(t *testing.T) {
	if Build() == "" {
		t.Skip("no libx264 here")
	}
	size := image.Pt(3840, 2160)
	e, err := Start(t.Context(), size)
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	pix := make([]byte, size.X*size.Y*3/2)
	o := Options{FPS: 30, Preset: "veryfast", Params: []string{"crf=16.5", "bframes=0", "threads=2", "sliced-threads=1", "subme=0", "rc-lookahead=2"}}
	for n := range 3 {
		for i := range pix[:n<<18] {
			pix[i] = byte(i * i >> 7)
		}
		var used int
		err := e.Encode(o, 6, func(int) Frame { return Frame{Pix: pix} }, func([]byte) error { return nil }, func(Sample) error {
			b, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", e.cmd.Process.Pid))
			_, own, _ := strings.Cut(string(b), "RssAnon:")
			n, _ := strconv.Atoi(strings.Fields(own)[0])
			used = max(used, n>>10)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%d MB", used)
		if used < 50 || used > 200 {
			t.Errorf("it takes %d MB", used)
		}
	}
}
