//go:build !amd64

package pixel

func overFast(d, s []uint8, alpha uint32) int                         { return 0 }
func mixFast(dst, a, b []uint8, k uint32) int                         { return 0 }
func shiftFast(dst, top, bottom []uint8, fx, fy uint32) int           { return 0 }
func yuvFast(a, b, y0, y1, u, v, changed []uint8) int                 { return 0 }
func maskFast(d, s, cover []uint8) int                                { return 0 }
func blendFast(dst []uint8, nodes, noise []int16) int                 { return 0 }
func affineFast(dst, src []uint8, stride int, u, v, du, dv int64) int { return 0 }
