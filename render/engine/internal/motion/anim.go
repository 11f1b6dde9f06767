package motion

import (
	"image"
	"math"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
)

// track changes a pose as time passes; tracks run in order.
type track func(t float64, p *scene.Pose)

// layer is a sprite at a place with its tracks.
type layer struct {
	sprite *scene.Sprite
	x, y   float64
	alpha  float64
	tracks []track
	page   *period               // nil = it stands through the scene
	paint  func(img *image.RGBA) // draws the sprite, which has pixels only while it is seen; nil = it has them
}

// At implements scene.Layer.
func (l *layer) At(t float64) scene.Pose {
	p := l.pose(t)
	if p.Alpha <= .002 || p.Sprite == nil {
		if l.paint != nil {
			l.sprite.Img.Pix = nil
		}
		return scene.Pose{}
	}
	if l.paint != nil && l.sprite.Img.Pix == nil {
		l.sprite.Img.Pix = make([]uint8, l.sprite.Img.Stride*l.sprite.Img.Rect.Dy())
		l.paint(l.sprite.Img)
	}
	// Large things move by whole pixels: they cost least there, and their steps
	// are fast enough not to be seen.
	b := p.Sprite.Img.Rect
	if p.Scale == 1 && p.Rotate == 0 && b.Dx()*b.Dy() > 260_000 {
		p.X, p.Y = math.Round(p.X), math.Round(p.Y)
	}
	return p
}

// pose is where the tracks bring the sprite.
func (l *layer) pose(t float64) scene.Pose {
	p := scene.Pose{Sprite: l.sprite, X: l.x, Y: l.y, Scale: 1, Alpha: l.alpha}
	if l.page != nil {
		if t, p.Alpha = l.page.at(t); p.Alpha <= 0 {
			return scene.Pose{}
		}
	}
	for _, f := range l.tracks {
		f(t, &p)
	}
	return p
}

// add puts a sprite on stage, its corner at frame pixels (x, y).
func (c *comp) add(s *scene.Sprite, x, y float64, tracks ...track) *layer {
	l := &layer{sprite: s, x: math.Round(x), y: math.Round(y), alpha: 1, tracks: tracks, page: c.span}
	c.stage.Layers = append(c.stage.Layers, l)
	return l
}

// clamp01 limits to 0–1.
func clamp01(v float64) float64 { return min(1, max(0, v)) }

// ramp is the progress of t from a over d seconds.
func ramp(t, a, d float64) float64 {
	if d <= 0 {
		if t >= a {
			return 1
		}
		return 0
	}
	return clamp01((t - a) / d)
}

// held is t on the style's frame grid: retro moves on twelve frames a second.
func (c *comp) held(t float64) float64 {
	if s := c.th.Style.Steps; s > 0 {
		return math.Floor(t*s+1e-6) / s
	}
	return t
}

var (
	outQuint   = look.Easing("out-quint")
	outCubic   = look.Easing("out-cubic")
	inCubic    = look.Easing("in-cubic")
	inOutCubic = look.Easing("in-out-cubic")
	inOutSine  = look.Easing("in-out-sine")
	outExpo    = look.Easing("out-expo")
	outBack    = look.Easing("out-back-low")
)

// pivot makes scale and rotation turn about the sprite's middle.
func pivot(p *scene.Pose) {
	b := p.Sprite.Img.Rect
	p.PivotX, p.PivotY = float64(b.Dx())/2, float64(b.Dy())/2
}

// early is when an entrance laid down for time at, in seconds, begins: what comes in a
// scene's first second is under way when the scene is cut to, or stands when its
// transition is over, and no stage is empty meanwhile. Openers have the time to unfold.
func (c *comp) early(at float64) float64 {
	if c.sc.Kind == scene.Title || c.sc.Kind == scene.Logo || at >= 1 {
		return at
	}
	return at - .35*(1-at)
}

// enter is the style's entrance, laid down for time at.
func (c *comp) enter(at float64) track { return c.come(c.early(at)) }

// come is the style's entrance from time at on: rise, fade and a little growth.
func (c *comp) come(at float64) track {
	d := c.th.Style.Enter
	ease := look.Easing(c.th.Style.EnterEase)
	rise := 2.4 * c.u
	back := c.th.Style.EnterEase == "out-back"
	return func(t float64, p *scene.Pose) {
		k := ramp(c.held(t), at, d)
		if k >= 1 {
			return
		}
		e := ease(k)
		p.Alpha *= clamp01(outCubic(min(1, k*1.8)))
		p.Y += rise * (1 - e)
		b := p.Sprite.Img.Rect
		if s := .97 + .03*e; back || b.Dx()*b.Dy() < 260_000 {
			if back {
				s = .8 + .2*e
			}
			p.Scale *= s
			pivot(p)
		}
	}
}

// fade brings a thing on without moving it.
func (c *comp) fade(at, d float64) track {
	at = c.early(at)
	return func(t float64, p *scene.Pose) { p.Alpha *= inOutSine(ramp(c.held(t), at, d)) }
}

// slide brings a thing in from (dx, dy) u away.
func (c *comp) slide(at, d, dx, dy float64) track { return c.slideFrom(c.early(at), d, dx, dy) }

func (c *comp) slideFrom(at, d, dx, dy float64) track {
	return func(t float64, p *scene.Pose) {
		k := ramp(c.held(t), at, d)
		if k >= 1 {
			return
		}
		e := outQuint(k)
		p.X += dx * c.u * (1 - e)
		p.Y += dy * c.u * (1 - e)
		p.Alpha *= clamp01(k * 2.5)
	}
}

// leave takes a thing off at time at: up and away.
func (c *comp) leave(at float64) track {
	rise := 1.2 * c.u
	return func(t float64, p *scene.Pose) {
		k := ramp(c.held(t), at, .25)
		if k > 0 {
			e := inCubic(k)
			p.Y -= rise * e
			p.Alpha *= 1 - e
		}
	}
}

// pop grows a thing from nothing about its middle.
func (c *comp) pop(at, d float64) track {
	at = c.early(at)
	return func(t float64, p *scene.Pose) {
		k := ramp(c.held(t), at, d)
		if k >= 1 {
			return
		}
		p.Scale *= max(.01, outBack(k))
		p.Alpha *= clamp01(k * 4)
		pivot(p)
	}
}

// unveil reveals a sprite through a clip over d seconds: open gives what is to be seen of
// it, in pixels of the frame, at a progress of 0 to 1.
func (c *comp) unveil(at, d float64, open func(p *scene.Pose, k float64) image.Rectangle) track {
	at = c.early(at)
	return func(t float64, p *scene.Pose) {
		switch k := ramp(c.held(t), at, d); {
		case k <= 0:
			p.Alpha = 0
		case k < 1:
			clip(p, open(p, k))
		}
	}
}

// grow reveals a sprite from one side.
func (c *comp) grow(at, d float64, vertical bool, ease look.Ease) track {
	return c.unveil(at, d, func(p *scene.Pose, k float64) image.Rectangle {
		e := ease(k)
		b := p.Sprite.Img.Rect.Add(image.Pt(int(math.Round(p.X)), int(math.Round(p.Y))))
		if vertical {
			b.Min.Y = b.Max.Y - int(float64(b.Dy())*e+.5)
		} else {
			b.Max.X = b.Min.X + int(float64(b.Dx())*e+.5)
		}
		return b
	})
}

// handOver replaces one thing in b by another over d seconds, the new one from the right:
// an edge between them moves to the left.
func (c *comp) handOver(at, d float64, b box) (away, back track) {
	r := c.px(b)
	edge := func(t float64) (x int, k float64) {
		k = ramp(c.held(t), at, d)
		return r.Max.X - int(float64(r.Dx())*inOutCubic(k)+.5), k
	}
	const far = 1 << 16
	away = func(t float64, p *scene.Pose) {
		if x, k := edge(t); k > 0 {
			clip(p, image.Rect(-far, -far, x, far))
			p.Alpha *= 1 - math.Floor(k)
		}
	}
	back = func(t float64, p *scene.Pose) {
		switch x, k := edge(t); {
		case k <= 0:
			p.Alpha = 0
		case k < 1:
			clip(p, image.Rect(x, -far, far, far))
		}
	}
	return away, back
}

// clip narrows a pose's clip; an empty one hides it.
func clip(p *scene.Pose, r image.Rectangle) {
	if !p.Clip.Empty() {
		r = r.Intersect(p.Clip)
	}
	if r.Empty() {
		p.Alpha = 0
	}
	p.Clip = r
}

// window limits a layer to a rectangle of the frame.
func window(r image.Rectangle) track {
	return func(_ float64, p *scene.Pose) { clip(p, r) }
}

// show is visible from a until b (b ≤ a: to the end), with fades of d.
func (c *comp) show(a, b, d float64) track {
	return func(t float64, p *scene.Pose) {
		t = c.held(t)
		p.Alpha *= inOutSine(ramp(t, a, d))
		if b > a {
			p.Alpha *= 1 - inOutSine(ramp(t, b, d))
		}
	}
}

// tilt turns a thing for styles that set things at an angle.
func tilt(deg float64) track {
	return func(_ float64, p *scene.Pose) {
		if deg != 0 {
			p.Rotate += deg
			pivot(p)
		}
	}
}
