package motion

import (
	"math"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
)

// entrance is the verb that a thing comes on by: the move as the prompt asks for it, in
// one scene.
type entrance struct {
	scene.Move
	c      *comp
	at     float64 // seconds into the scene, its place in the order counted in
	i      int     // its place in the order
	fw, fh float64 // the frame, px
}

// entrances are the verbs that move a thing as a whole, by their names.
var entrances = map[string]func(entrance) track{
	"slam":    entrance.slam,
	"crash":   entrance.crash,
	"punch":   entrance.punch,
	"stamp":   entrance.stamp,
	"slide":   entrance.slide,
	"drop":    entrance.drop,
	"bounce":  entrance.pop,
	"pop":     entrance.pop,
	"fill":    entrance.open,
	"draw":    entrance.open,
	"wipe":    entrance.open,
	"morph":   entrance.open,
	"type":    entrance.typeOn,
	"cascade": entrance.cascade,
	"shatter": entrance.shatter,
	"fade":    entrance.fade,
	"float":   entrance.float,
	"grow":    entrance.grow,
	"spin":    entrance.spin,
	"shake":   entrance.shake,
	"pulse":   entrance.pulse,
	"rise":    entrance.rise,
}

// plainMove is a verb as a track, from where it comes by itself.
func (c *comp) plainMove(m scene.Move, at float64, i int) track {
	name := scene.VerbName(m.Verb)
	stagger := m.Stagger
	if stagger == 0 && name == "cascade" {
		stagger = .09
	}
	size := c.frame()
	e := entrance{Move: m, c: c, at: at + stagger*float64(i), i: i, fw: size.w * c.u, fh: size.h * c.u}
	if by, ok := entrances[name]; ok {
		return by(e)
	}
	in := c.come(e.at)
	return func(t float64, p *scene.Pose) {
		in(t, p)
		e.turn(p)
	}
}

// turn sets a thing at the angle that is asked for.
func (m entrance) turn(p *scene.Pose) {
	if m.Angle != 0 {
		p.Rotate += m.Angle
		pivot(p)
	}
}

// quake lets a thing tremble for d seconds from the blow on, by up to amount u.
func (m entrance) quake(t float64, p *scene.Pose, from, d, amount float64) {
	if k := ramp(t, from, d); k > 0 && k < 1 {
		p.X += math.Round(amount * m.c.u * (1 - k) * math.Sin(k*40))
		p.Y += math.Round(amount * m.c.u * (1 - k) * math.Cos(k*33))
	}
}

// slam: from far too large, hard stop, the frame shakes.
func (m entrance) slam() track {
	return func(t float64, p *scene.Pose) {
		k := ramp(t, m.at, .22)
		p.Scale *= 1 + 1.5*(1-inCubic(k))
		p.Alpha *= clamp01(k * 2.2)
		pivot(p)
		m.quake(t, p, m.at+.22, .3, .9)
		m.turn(p)
	}
}

// crash: from a side, past its place and back.
func (m entrance) crash() track {
	dx, dy := direction(m.From, -1, 0)
	return func(t float64, p *scene.Pose) {
		k := ramp(t, m.at, .45)
		e := look.Back(k, 2.2)
		if k >= 1 {
			e = 1
		}
		far := func(way float64) float64 { return max(way*(1-e), -5*m.c.u) } // past its place, but not out of sight
		p.X += dx * far(m.fw*.9)
		p.Y += dy * far(m.fh*.9)
		p.Rotate += dx * 14 * (1 - e)
		pivot(p)
		p.Alpha *= clamp01(k * 6)
		m.quake(t, p, m.at+.3, .35, .7)
		m.turn(p)
	}
}

// punch: a short blow, in at once, swells and settles.
func (m entrance) punch() track {
	return func(t float64, p *scene.Pose) {
		k := ramp(t, m.at, .4)
		p.Alpha *= clamp01((t - m.at + .001) * 20)
		if k < 1 {
			p.Scale *= 1 + .35*math.Sin(k*math.Pi*1.5)*(1-k)
		}
		pivot(p)
		m.turn(p)
	}
}

// stamp: pressed on at an angle.
func (m entrance) stamp() track {
	return func(t float64, p *scene.Pose) {
		k := ramp(t, m.at, .16)
		p.Scale *= 1 + .8*(1-k)
		p.Alpha *= clamp01(k * 3)
		a := m.Angle
		if a == 0 {
			a = -4
		}
		p.Rotate += a * (1 - .4*ramp(t, m.at+.16, .2))
		pivot(p)
		m.quake(t, p, m.at+.16, .15, .35)
	}
}

// slide: comes in from a side.
func (m entrance) slide() track {
	dx, dy := direction(m.From, -1, 0)
	return func(t float64, p *scene.Pose) {
		e := outQuint(ramp(t, m.at, .6))
		w, h := extent(p)
		p.X += dx * (m.fw*.35 + w*.3) * (1 - e)
		p.Y += dy * (m.fh*.35 + h*.3) * (1 - e)
		p.Alpha *= clamp01(ramp(t, m.at, .25) * 1.5)
		m.turn(p)
	}
}

// drop: falls and bounces once.
func (m entrance) drop() track {
	b := look.Easing("out-bounce")
	dx, dy := direction(m.From, 0, -1)
	return func(t float64, p *scene.Pose) {
		k := ramp(t, m.at, .8)
		w, h := extent(p)
		p.X += math.Round(dx * (m.fw*.45 + w) * (1 - b(k)))
		p.Y += math.Round(dy * (m.fh*.45 + h) * (1 - b(k)))
		p.Alpha *= clamp01(k * 8)
		m.turn(p)
	}
}

// pop: springs up past its size and back.
func (m entrance) pop() track {
	return func(t float64, p *scene.Pose) {
		k := ramp(t, m.at, .5)
		p.Scale *= max(.01, look.Back(k, 2.4))
		if k >= 1 {
			p.Scale = 1
		}
		p.Alpha *= clamp01(k * 5)
		pivot(p)
		m.turn(p)
	}
}

// open: is uncovered from a side.
func (m entrance) open() track {
	dx, dy := direction(m.From, -1, 0)
	return func(t float64, p *scene.Pose) {
		k := ramp(t, m.at, .8)
		if k >= 1 {
			m.turn(p)
			return
		}
		if k <= 0 {
			p.Alpha = 0
			return
		}
		opening(p, dx, dy, inOutCubic(k))
	}
}

// typeOn: from left to right, letter by letter as it seems.
func (m entrance) typeOn() track {
	return func(t float64, p *scene.Pose) {
		const strokes = 18
		k := ramp(t, m.at, .8)
		if k <= 0 {
			p.Alpha = 0
		} else if k < 1 {
			opening(p, -1, 0, math.Ceil(k*strokes)/strokes)
		}
		m.turn(p)
	}
}

// cascade: down into place, one after another.
func (m entrance) cascade() track {
	return func(t float64, p *scene.Pose) {
		k := ramp(t, m.at, .5)
		p.Y -= math.Round(9 * m.c.u * (1 - outQuint(k)))
		p.Alpha *= clamp01(k * 3)
		m.turn(p)
	}
}

// shatter: flies together out of all directions.
func (m entrance) shatter() track {
	far := float64(m.c.in.Board.Seed%7) + 2.4*float64(m.i)
	fx, fy := math.Cos(far), math.Sin(far)
	return func(t float64, p *scene.Pose) {
		k := ramp(t, m.at, .5)
		left := 1 - outQuint(k)
		p.X += fx * .3 * m.fw * left
		p.Y += fy * .3 * m.fh * left
		p.Rotate += 70 * fx * left
		p.Alpha *= clamp01(k * 4)
		pivot(p)
		m.turn(p)
	}
}

// fade: fades in.
func (m entrance) fade() track {
	return func(t float64, p *scene.Pose) {
		p.Alpha *= inOutSine(ramp(t, m.at, .8))
		m.turn(p)
	}
}

// float: up slowly, then stays afloat.
func (m entrance) float() track {
	return func(t float64, p *scene.Pose) {
		e := outCubic(ramp(t, m.at, 1.2))
		p.Y += 6 * m.c.u * (1 - e)
		p.Y += .5 * m.c.u * math.Sin((t-m.at)*1.4) * e
		p.Alpha *= e
		m.turn(p)
	}
}

// grow: grows to its size.
func (m entrance) grow() track {
	return func(t float64, p *scene.Pose) {
		k := outQuint(ramp(t, m.at, .7))
		p.Scale *= .4 + .6*k
		p.Alpha *= clamp01(k * 2)
		pivot(p)
		m.turn(p)
	}
}

// spin: turns half around as it grows.
func (m entrance) spin() track {
	return func(t float64, p *scene.Pose) {
		k := outQuint(ramp(t, m.at, .7))
		p.Rotate += -180 * (1 - k)
		p.Scale *= .3 + .7*k
		p.Alpha *= clamp01(k * 2)
		pivot(p)
		m.turn(p)
	}
}

// shake: is there at once, and trembles.
func (m entrance) shake() track {
	return func(t float64, p *scene.Pose) {
		p.Alpha *= clamp01((t - m.at + .001) * 12)
		m.quake(t, p, m.at, .6, 1.4)
		m.turn(p)
	}
}

// pulse: is there, and breathes.
func (m entrance) pulse() track {
	return func(t float64, p *scene.Pose) {
		p.Alpha *= outCubic(ramp(t, m.at, .4))
		p.Scale *= 1 + .025*math.Sin((t-m.at)*3)
		pivot(p)
		m.turn(p)
	}
}

// rise: rises into place.
func (m entrance) rise() track {
	return func(t float64, p *scene.Pose) {
		e := outQuint(ramp(t, m.at, .7))
		p.Y += 9 * m.c.u * (1 - e)
		p.Alpha *= e
		m.turn(p)
	}
}
