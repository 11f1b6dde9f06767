// Package look turns a brand's colours and a style preset into the tokens that
// everything drawn uses: stages, text, cards, glows, type sizes, easing.
package look

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"
)

// LCH is a colour in OKLCH: L 0–1, C from 0, H in degrees.
// Formulas: Björn Ottosson, "A perceptual color space for image processing".
type LCH struct{ L, C, H float64 }

// RGB is an opaque sRGB colour, 0–1 a channel.
type RGB struct{ R, G, B float64 }

// Hex parses #RGB or #RRGGBB.
func Hex(s string) (RGB, error) {
	h := strings.TrimPrefix(strings.TrimSpace(s), "#")
	if len(h) == 3 {
		h = string([]byte{h[0], h[0], h[1], h[1], h[2], h[2]})
	}
	v, err := strconv.ParseUint(h, 16, 32)
	if err != nil || len(h) != 6 {
		return RGB{}, fmt.Errorf("colour %q is not #RRGGBB", s)
	}
	return RGB{float64(v>>16&255) / 255, float64(v>>8&255) / 255, float64(v&255) / 255}, nil
}

// MustHex is Hex for constants.
func MustHex(s string) RGB {
	c, err := Hex(s)
	if err != nil {
		panic(err)
	}
	return c
}

// String is #rrggbb.
func (c RGB) String() string { n := c.NRGBA(1); return fmt.Sprintf("#%02x%02x%02x", n.R, n.G, n.B) }

// NRGBA is the colour at an opacity of 0–1.
func (c RGB) NRGBA(alpha float64) color.NRGBA {
	return color.NRGBA{byte8(c.R), byte8(c.G), byte8(c.B), byte8(alpha)}
}

func byte8(v float64) uint8 { return uint8(math.Round(min(1, max(0, v)) * 255)) }

// Mix is the sRGB blend of c and d, t 0–1.
func (c RGB) Mix(d RGB, t float64) RGB {
	return RGB{c.R + (d.R-c.R)*t, c.G + (d.G-c.G)*t, c.B + (d.B-c.B)*t}
}

func toLinear(x float64) float64 {
	if x <= .04045 {
		return x / 12.92
	}
	return math.Pow((x+.055)/1.055, 2.4)
}

func fromLinear(x float64) float64 {
	if x <= .0031308 {
		return 12.92 * x
	}
	return 1.055*math.Pow(x, 1/2.4) - .055
}

// LCH converts to OKLCH.
func (c RGB) LCH() LCH {
	r, g, b := toLinear(c.R), toLinear(c.G), toLinear(c.B)
	l := math.Cbrt(.4122214708*r + .5363325363*g + .0514459929*b)
	m := math.Cbrt(.2119034982*r + .6806995451*g + .1073969566*b)
	s := math.Cbrt(.0883024619*r + .2817188376*g + .6299787005*b)
	L := .2104542553*l + .793617785*m - .0040720468*s
	A := 1.9779984951*l - 2.428592205*m + .4505937099*s
	B := .0259040371*l + .7827717662*m - .808675766*s
	return LCH{L, math.Hypot(A, B), math.Mod(math.Atan2(B, A)*180/math.Pi+360, 360)}
}

func (c LCH) linear() (r, g, b float64) {
	h := c.H * math.Pi / 180
	A, B := c.C*math.Cos(h), c.C*math.Sin(h)
	l, m, s := c.L+.3963377774*A+.2158037573*B, c.L-.1055613458*A-.0638541728*B, c.L-.0894841775*A-1.291485548*B
	l, m, s = l*l*l, m*m*m, s*s*s
	return 4.0767416621*l - 3.3077115913*m + .2309699292*s,
		-1.2684380046*l + 2.6097574011*m - .3413193965*s,
		-.0041960863*l - .7034186147*m + 1.707614701*s
}

// RGB converts to sRGB; outside the gamut the chroma shrinks by 4 % at a time.
func (c LCH) RGB() RGB {
	in := func(v float64) bool { return v >= -.0005 && v <= 1.0005 }
	r, g, b := c.linear()
	for i := 0; i < 60 && (!in(r) || !in(g) || !in(b)); i++ {
		c.C *= .96
		r, g, b = c.linear()
	}
	clamp := func(v float64) float64 { return fromLinear(min(1, max(0, v))) }
	return RGB{clamp(r), clamp(g), clamp(b)}
}

// Apart is how far two colours are from each other to the eye: their distance in OKLab.
// Below .1 two areas pass for the same colour.
func (c RGB) Apart(d RGB) float64 {
	p, q := c.LCH(), d.LCH()
	turn := (p.H - q.H) * math.Pi / 180
	return math.Sqrt((p.L-q.L)*(p.L-q.L) + p.C*p.C + q.C*q.C - 2*p.C*q.C*math.Cos(turn))
}

// Luminance is WCAG 2.2 relative luminance.
func (c RGB) Luminance() float64 {
	return .2126*toLinear(c.R) + .7152*toLinear(c.G) + .0722*toLinear(c.B)
}

// Contrast is the WCAG 2.2 contrast ratio, 1–21.
func Contrast(a, b RGB) float64 {
	x, y := a.Luminance(), b.Luminance()
	if x < y {
		x, y = y, x
	}
	return (x + .05) / (y + .05)
}

// Repair steps fg's lightness away from bg until their contrast reaches least.
func Repair(fg, bg RGB, least float64) RGB {
	c, step := fg.LCH(), .015
	if bg.Luminance() > .18 {
		step = -step
	}
	out := c.RGB()
	for i := 0; i < 70 && Contrast(out, bg) < least; i++ {
		c.L = min(1, max(0, c.L+step))
		out = c.RGB()
	}
	return out
}

// Mud says whether a colour of the yellows and oranges was darkened so far, to read, that
// it is a brown.
func Mud(was, is RGB) bool {
	a, b := was.LCH(), is.LCH()
	return a.C > .06 && a.H > 45 && a.H < 115 && a.L > .6 && a.L-b.L > .12
}
