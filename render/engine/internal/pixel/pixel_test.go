package pixel

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

// noise is a row of n valid premultiplied pixels, with runs of clear and opaque ones.
func noise(r *rand.Rand, n int) []uint8 {
	p := make([]uint8, 4*n)
	for i := 0; i < n; i++ {
		a := r.IntN(256)
		if run := i / 11 % 4; run == 0 {
			a = 0
		} else if run == 1 {
			a = 255
		}
		for c := range 3 {
			p[4*i+c] = uint8(r.IntN(a + 1))
		}
		p[4*i+3] = uint8(a)
	}
	return p
}

// plain runs f with the assembly switched off by feeding it one pixel at a time.
func TestFastLoopsEqualPlainGo(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{2, 8, 14, 64, 202} {
		a, b, d := noise(r, n+1), noise(r, n+1), noise(r, n)
		for _, k := range []uint32{0, 1, 77, 128, 255, 256} {
			fast, slow := bytes.Clone(d), bytes.Clone(d)
			Over(fast, a[:4*n], k)
			for i := range n {
				Over(slow[4*i:4*i+4], a[4*i:4*i+4], k)
			}
			if !bytes.Equal(fast, slow) {
				t.Fatalf("Over n=%d k=%d differs", n, k)
			}
			cover := make([]uint8, n)
			for i := range cover {
				cover[i] = uint8(r.IntN(3) * 127 * r.IntN(2))
				if i%5 == 0 {
					cover[i] = uint8(r.IntN(256))
				}
			}
			OverMask(fast, a[:4*n], cover)
			for i := range n {
				OverMask(slow[4*i:4*i+4], a[4*i:4*i+4], cover[i:i+1])
			}
			if !bytes.Equal(fast, slow) {
				t.Fatalf("OverMask n=%d differs", n)
			}
			Mix(fast, a[:4*n], b[:4*n], k)
			for i := range n {
				Mix(slow[4*i:4*i+4], a[4*i:4*i+4], b[4*i:4*i+4], k)
			}
			if !bytes.Equal(fast, slow) {
				t.Fatalf("Mix n=%d k=%d differs", n, k)
			}
			if k == 256 {
				continue
			}
			Shift(fast, a, b, k, 255-k)
			for i := range n {
				Shift(slow[4*i:4*i+4], a[4*i:4*i+8], b[4*i:4*i+8], k, 255-k)
			}
			if !bytes.Equal(fast, slow) {
				t.Fatalf("Shift n=%d k=%d differs", n, k)
			}
		}
		planes := func() [4][]uint8 {
			return [4][]uint8{make([]uint8, n), make([]uint8, n), make([]uint8, n/2), make([]uint8, n/2)}
		}
		f, s := planes(), planes()
		for i := 3; i < len(a); i += 4 {
			a[i], b[i] = 255, 255
		}
		changed, one := make([]uint8, (n+7)/8), make([]uint8, 1)
		ToYUV(a[:4*n], b[:4*n], f[0], f[1], f[2], f[3], changed)
		for i := range n / 2 {
			ToYUV(a[8*i:8*i+8], b[8*i:8*i+8], s[0][2*i:2*i+2], s[1][2*i:2*i+2], s[2][i:i+1], s[3][i:i+1], one)
		}
		// Again, where now one sample differs, and now another.
		for p := range f {
			for i := range f[p] {
				clear(changed)
				f[p][i]++
				ToYUV(a[:4*n], b[:4*n], f[0], f[1], f[2], f[3], changed)
				want := make([]uint8, len(changed))
				want[i/(len(f[p])*8/n)] = 1
				if !bytes.Equal(changed, want) {
					t.Fatalf("ToYUV n=%d, another sample %d of plane %d: changed %v", n, i, p, changed)
				}
			}
		}
		for p := range f {
			if !bytes.Equal(f[p], s[p]) {
				t.Fatalf("ToYUV n=%d plane %d differs", n, p)
			}
		}
	}
}

func TestOverRoundsToNearest(t *testing.T) {
	t.Parallel()
	for a := range uint32(256) {
		for d := range uint32(256) {
			got := OverOne(d|d<<8|d<<16|d<<24, a<<24|a)
			want := a + (2*d*(255-a)+255)/510
			if got&255 != want || got>>24 != want {
				t.Fatalf("alpha %d over %d = %d, %d, want %d", a, d, got&255, got>>24, want)
			}
		}
	}
}

func TestFastBlendEqualsPlainGo(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	const n = 120
	nodes, noise := make([]int16, 4*(n/Grid+1)), make([]int16, n)
	for i := range nodes {
		nodes[i] = int16(r.IntN(4600) + 9346*(i%4)) // up to 255 levels
	}
	for i := range noise {
		noise[i] = int16(r.IntN(1024) - 512)
	}
	fast, slow := make([]uint8, 4*n), make([]uint8, 4*n)
	Blend(fast, nodes, noise)
	for i := range n {
		// One pixel at a time is too short for the fast path.
		k := i / Grid * Grid
		block := make([]uint8, 4*(i-k)+4)
		Blend(block[:4*(i-k)+4:4*(i-k)+4], nodes[4*(i/Grid):], noise[k:i+1])
		copy(slow[4*i:4*i+4], block[4*(i-k):])
	}
	for i := range n {
		if i%Grid == Grid-1 {
			continue // the eighth pixel completes a block, and is fast in both
		}
		if !bytes.Equal(fast[4*i:4*i+4], slow[4*i:4*i+4]) {
			t.Fatalf("pixel %d: %v, want %v", i, fast[4*i:4*i+4], slow[4*i:4*i+4])
		}
	}
}
