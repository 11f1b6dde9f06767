// Package transition joins the end of one scene to the start of the next: each
// kind is a pure function of the two pictures and the progress between them.
package transition

import (
	"image"
	"image/color"
	"math"
	"slices"
)

// Spec is one transition.
type Spec struct {
	Kind string     // a name of [Kinds]
	Ink  color.RGBA // the dark stage colour, for fades
	Unit float64    // 1 u in pixels: the frame's short side / 100
	Seed uint64
}

var kinds = map[string]struct {
	draw    func(pl plane, p float64, s Spec)
	seconds float64 // default length
}{
	"push":     {push, .45},
	"cellwipe": {cellWipe, .6},
	"gridwipe": {gridWipe, .55},
	"dissolve": {dissolve, .5},
	"liquid":   {liquid, .7},
	"smash":    {smash, 2. / 30},
	"flash":    {flash, .3},
	"pop":      {pop, .4},
	"iris":     {iris, .6},
	"fade":     {fade, .7},
	"stripes":  {stripes, .55},
}

// Kinds lists the names that draw something; "cut" is none of them.
func Kinds() []string {
	out := make([]string, 0, len(kinds))
	for k := range kinds {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// Seconds is how long a transition takes: 0 for a cut and for unknown names, the
// kind's own length when want is 0, else want held to 0.1–1.2 s.
func Seconds(kind string, want float64) float64 {
	k, ok := kinds[kind]
	if !ok {
		return 0
	}
	if want <= 0 {
		return k.seconds
	}
	return min(1.2, max(.1, want))
}

// Draw puts the picture at progress p (0–1) between a and b into dst. The three are yuv420p
// frames of a size in even pixels, BT.709 of limited range, and dst is neither a nor b. They
// are mixed as the encoder takes them: it costs half as much as mixing colours, and a frame
// that is only to be mixed never stands in memory as red, green and blue.
func Draw(dst, a, b []uint8, size image.Point, p float64, s Spec) {
	k, ok := kinds[s.Kind]
	if !ok || p >= 1 {
		copy(dst, b)
		return
	}
	for _, pl := range planes(dst, a, b, size) {
		k.draw(pl, min(1, max(0, p)), s)
	}
}

// noise is a hash of the cell, 0–1.
func noise(seed uint64, x, y int) float64 {
	h := seed ^ uint64(x)*0x9E3779B97F4A7C15 ^ uint64(y)*0xC2B2AE3D27D4EB4F
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	h ^= h >> 32
	return float64(h>>11) / (1 << 53)
}

func smoothNoise(seed uint64, x, y float64) float64 {
	x0, y0 := math.Floor(x), math.Floor(y)
	fx, fy := inOut(x-x0), inOut(y-y0)
	i, j := int(x0), int(y0)
	top := noise(seed, i, j)*(1-fx) + noise(seed, i+1, j)*fx
	bot := noise(seed, i, j+1)*(1-fx) + noise(seed, i+1, j+1)*fx
	return top*(1-fy) + bot*fy
}
