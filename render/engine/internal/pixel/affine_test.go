package pixel

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

func TestAffineEqualsPlainGo(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	const w, h = 90, 40
	src := noise(r, w*h)
	for _, c := range []struct{ u, v, du, dv float64 }{{1.3, 2.7, 1, 0}, {0, 0, 1.49, .03}, {3.9, 30.2, .66, -.41}, {85.7, 5, -1.2, .37}, {0, 38.99, 1.483, 0}} {
		for _, n := range []int{1, 3, 4, 16, 31, 60} {
			u, v, du, dv := int64(c.u*65536), int64(c.v*65536), int64(c.du*65536), int64(c.dv*65536)
			fast, slow := make([]uint8, 4*n), make([]uint8, 4*n)
			Affine(fast, src, 4*w, u, v, du, dv)
			for i := range n {
				Affine(slow[4*i:4*i+4], src, 4*w, u+int64(i)*du, v+int64(i)*dv, du, dv)
			}
			if !bytes.Equal(fast, slow) {
				t.Fatalf("%+v n=%d differs", c, n)
			}
		}
	}
	one := make([]uint8, 4)
	Affine(one, src, 4*w, 5<<16, 7<<16, 1, 0)
	if !bytes.Equal(one, src[4*(7*w+5):][:4]) {
		t.Errorf("a sample on a pixel is %v, the pixel %v", one, src[4*(7*w+5):][:4])
	}
}

func BenchmarkAffine(b *testing.B) {
	src := noise(rand.New(rand.NewPCG(1, 1)), 800*600)
	dst := make([]uint8, 4*400)
	b.SetBytes(400)
	for b.Loop() {
		Affine(dst, src, 3200, 100<<16, 100<<16, 3<<15, 1000)
	}
}
