package avatar

import "gitops.video/render/render/engine/internal/look"

// shade moves a colour in OKLCH.
func shade(c look.RGB, dL, dC, dh float64) look.RGB {
	q := c.LCH()
	return oklch(q.L+dL, q.C+dC, q.H+dh)
}

func oklch(l, c, h float64) look.RGB {
	return look.LCH{L: max(0, min(1, l)), C: max(0, c), H: h}.RGB()
}

func hex(s string) look.RGB { return look.MustHex(s) }

var white = hex("#ffffff")

// skin is every tone of a face, derived from one base.
type skin struct{ base, light, hi, shade, deep, line, blush, lid, lip look.RGB }

func skinTones(base look.RGB) skin {
	q := base.LCH()
	l, c, h := q.L, q.C, q.H
	d := .055 + .055*l // deep skin takes smaller steps
	blushH, lipC := 24.0, .105
	if l <= .55 {
		blushH = 30
	}
	if l <= .5 {
		lipC = .085
	}
	return skin{
		base:  base,
		light: oklch(l+.03+.05*(1-l), c*.94, h+3),
		hi:    oklch(min(.97, l+.08+.13*(1-l)), c*.75, h+6),
		shade: oklch(l-d, c+.018, h-8),
		deep:  oklch(l-2.1*d, c+.022, h-14),
		line:  oklch(l*.50-.02, min(.085, c+.01), h-18),
		blush: oklch(l-.055, c+.075, blushH),
		lid:   oklch(l-.04, c+.008, h-8),
		lip:   oklch(.28+.42*l, lipC, 20+8*(1-l)),
	}
}

// cloth is the tones of one fabric.
type cloth struct{ base, light, shade, deep, line look.RGB }

func clothTones(base look.RGB) cloth {
	q := base.LCH()
	k := .05 + .05*q.L
	return cloth{
		base:  base,
		light: oklch(min(.985, q.L+.045), q.C, q.H),
		shade: oklch(q.L-k, q.C+.005, q.H-4),
		deep:  oklch(q.L-2.1*k, q.C+.005, q.H-8),
		line:  oklch(max(.05, q.L-2.8*k), q.C*.9, q.H-8),
	}
}

// hairTones are base, light, highlight, shade and deep.
type hairTones struct{ b, l, h, s, d look.RGB }

func hairFrom(c look.RGB) hairTones {
	if over := c.LCH().L + .14 - .99; over > 0 {
		// Above it there is no light left to draw locks with: the whole ladder steps down,
		// and its lower half goes farther, cool as white hair is in the shade.
		c = shade(c, -over, 0, 0)
		d := func(l float64) look.RGB { return oklch(c.LCH().L+l, max(.012, c.LCH().C), 265) }
		return hairTones{b: c, l: shade(c, .06, 0, 0), h: shade(c, .14, 0, 0), s: d(-.10), d: d(-.22)}
	}
	return hairTones{b: c, l: shade(c, .07, .008, 0), h: shade(c, .14, .012, 0), s: shade(c, -.055, 0, 0), d: shade(c, -.10, 0, 0)}
}

func (t hairTones) tone(k byte) look.RGB {
	switch k {
	case 'l':
		return t.l
	case 'h':
		return t.h
	case 's':
		return t.s
	case 'd':
		return t.d
	}
	return t.b
}
