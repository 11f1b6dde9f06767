package x264

import (
	"bytes"
	"encoding/binary"
	"image"
)

// slots is how many frames the shared memory holds: the one that is being encoded, with
// which the next is compared, and the next.
const slots = 2

// slotBytes is the memory of one frame and of what is known of its macroblocks, in
// whole cache lines.
func slotBytes(size image.Point) int {
	w, h := blocks(size)
	return (size.X*size.Y*3/2 + w*h + 63) &^ 63
}

// ring is the shared memory as the frames fill it, one slot after another.
type ring struct {
	size   image.Point
	shared []byte
	stale  [slots][]bool // where a slot differs from the frame shown last
}

func newRing(size image.Point, shared []byte) ring {
	r := ring{size: size, shared: shared}
	w, h := blocks(size)
	for i := range r.stale {
		r.stale[i] = make([]bool, w*h)
	}
	return r
}

// put makes frame i of a stream the content of its slot, and notes which macroblocks
// are as they were in the frame before: where nobody says, by their pixels.
func (r *ring) put(i int, f Frame) {
	for s := range r.stale {
		for k := range r.stale[s] {
			r.stale[s][k] = r.stale[s][k] || i == 0 || f.Changed == nil || f.Changed[k]
		}
	}
	n := slotBytes(r.size)
	slot, before := r.shared[i%slots*n:][:n], r.shared[(i+slots-1)%slots*n:][:n]
	info, stale := slot[r.size.X*r.size.Y*3/2:], r.stale[i%slots]
	w, h := blocks(r.size)
	for y := range h {
		for x := range w {
			info[y*w+x] = 0
			if i > 0 && (f.Changed != nil && !f.Changed[y*w+x] || f.Changed == nil && r.same(f.Pix, before, x, y)) {
				info[y*w+x] = constant
			}
		}
		for x := 0; x < w; x++ {
			from := x
			for x < w && stale[y*w+x] {
				x++
			}
			if x > from {
				r.copy(slot, f.Pix, from, x, y)
			}
		}
	}
	clear(stale)
}

// planes calls f with the width of each plane, where it begins, and the part of it that
// macroblocks x0 to x1 of row y cover, x1 not among them.
func (r *ring) planes(x0, x1, y int, f func(width, base, left, right, top, bottom int) bool) bool {
	w, h, side, base := r.size.X, r.size.Y, Macroblock, 0
	for plane := range 3 {
		if !f(w, base, x0*side, min(w, x1*side), y*side, min(h, (y+1)*side)) {
			return false
		}
		base += w * h
		if plane == 0 {
			w, h, side = w/2, h/2, side/2
		}
	}
	return true
}

func (r *ring) same(a, b []uint8, x, y int) bool {
	return r.planes(x, x+1, y, func(width, base, left, right, top, bottom int) bool {
		at, n := base+top*width+left, right-left
		if n != Macroblock {
			for ; top < bottom; top, at = top+1, at+width {
				if !bytes.Equal(a[at:at+n], b[at:at+n]) {
					return false
				}
			}
			return true
		}
		for ; top < bottom; top, at = top+1, at+width { // most of the work, so without a call for each row
			p, q := a[at:at+Macroblock:at+Macroblock], b[at:at+Macroblock:at+Macroblock]
			if binary.LittleEndian.Uint64(p) != binary.LittleEndian.Uint64(q) || binary.LittleEndian.Uint64(p[8:]) != binary.LittleEndian.Uint64(q[8:]) {
				return false
			}
		}
		return true
	})
}

func (r *ring) copy(dst, src []uint8, x0, x1, y int) {
	r.planes(x0, x1, y, func(width, base, left, right, top, bottom int) bool {
		for o := base + top*width; top < bottom; top, o = top+1, o+width {
			copy(dst[o+left:o+right], src[o+left:o+right])
		}
		return true
	})
}
