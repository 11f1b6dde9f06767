package pixel

import "golang.org/x/sys/cpu"

var avx2 = cpu.X86.HasAVX2

// The assembly works on eight pixels at a time and returns nothing; the callers
// below say how much of the row that covers.

//go:noescape
func overAVX2(d, s *uint8, blocks int, alpha uint32)

//go:noescape
func maskAVX2(d, s, cover *uint8, blocks int)

//go:noescape
func blendAVX2(dst *uint8, nodes, noise *int16, blocks int)

//go:noescape
func mixAVX2(dst, a, b *uint8, blocks int, k uint32)

//go:noescape
func shiftAVX2(dst, top, bottom *uint8, blocks int, fx, fy uint32)

//go:noescape
func yuvAVX2(a, b, y0, y1, u, v, changed *uint8, blocks int)

func overFast(d, s []uint8, alpha uint32) int {
	n := min(len(d), len(s)) / 32
	if !avx2 || n == 0 {
		return 0
	}
	overAVX2(&d[0], &s[0], n, alpha)
	return 32 * n
}

func maskFast(d, s, cover []uint8) int {
	n := min(len(d)/32, len(s)/32, len(cover)/8)
	if !avx2 || n == 0 {
		return 0
	}
	maskAVX2(&d[0], &s[0], &cover[0], n)
	return 8 * n
}

func blendFast(dst []uint8, nodes, noise []int16) int {
	n := min(len(dst)/32, len(noise)/8, len(nodes)/4-1)
	if !avx2 || n <= 0 {
		return 0
	}
	blendAVX2(&dst[0], &nodes[0], &noise[0], n)
	return 8 * n
}

func mixFast(dst, a, b []uint8, k uint32) int {
	n := min(len(dst), len(a), len(b)) / 32
	if !avx2 || n == 0 {
		return 0
	}
	mixAVX2(&dst[0], &a[0], &b[0], n, k)
	return 32 * n
}

func shiftFast(dst, top, bottom []uint8, fx, fy uint32) int {
	n := min(len(dst), len(top)-4, len(bottom)-4) / 32
	if !avx2 || n <= 0 {
		return 0
	}
	shiftAVX2(&dst[0], &top[0], &bottom[0], n, fx, fy)
	return 32 * n
}

func yuvFast(a, b, y0, y1, u, v, changed []uint8) int {
	n := min(len(a)/32, len(b)/32, len(y0)/8, len(y1)/8, len(u)/4, len(v)/4, len(changed))
	if !avx2 || n == 0 {
		return 0
	}
	yuvAVX2(&a[0], &b[0], &y0[0], &y1[0], &u[0], &v[0], &changed[0], n)
	return 4 * n
}

//go:noescape
func affineAVX2(dst, src *uint8, stride int, u, v, du, dv int64, blocks int)

// affineFast checks the ends of the line, and so all of it, before the assembly
// reads without looking.
func affineFast(dst, src []uint8, stride int, u, v, du, dv int64) int {
	n := len(dst) / 16
	if !avx2 || n == 0 {
		return 0
	}
	k := int64(4*n - 1)
	x0, x1, y0, y1 := u>>16, (u+k*du)>>16, v>>16, (v+k*dv)>>16
	right, low := int(max(x0, x1)), int(max(y0, y1))
	if min(x0, x1, y0, y1) < 0 || 4*right+8 > stride || (low+1)*stride+4*right+8 > len(src) {
		return 0
	}
	affineAVX2(&dst[0], &src[0], stride, u, v, du, dv, n)
	return 16 * n
}
