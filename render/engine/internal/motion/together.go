package motion

import (
	"image"
	"math"

	"gitops.video/render/render/engine/internal/scene"
)

// together draws the parts of a thing that the frame shows in b, and moves them as one
// by the verb that the prompt has for it, from time at; i counts things of its kind.
func (c *comp) together(target string, b box, at float64, i int, draw func()) {
	first := len(c.stage.Layers)
	draw()
	m, ok := c.verb(target)
	if !ok {
		return
	}
	in := asOne(c.px(b), c.move(m, at, i))
	for _, l := range c.stage.Layers[first:] {
		if l, ok := l.(*layer); ok {
			l.tracks = append(l.tracks, in)
		}
	}
	c.strike(scene.VerbName(m.Verb), at+m.Stagger*float64(i))
}

// asOne is a move of the rectangle r of the frame for whatever stands in it: every part
// keeps its place in the whole, which turns and grows about its middle.
func asOne(r image.Rectangle, in track) track {
	whole := &scene.Sprite{Img: &image.RGBA{Rect: image.Rectangle{Max: r.Size()}}}
	x, y := float64(r.Min.X), float64(r.Min.Y)
	cx, cy := x+float64(r.Dx())/2, y+float64(r.Dy())/2
	return func(t float64, p *scene.Pose) {
		g := scene.Pose{Sprite: whole, X: x, Y: y, Scale: 1, Alpha: 1}
		in(t, &g)
		p.Alpha *= g.Alpha
		dx, dy := g.X-x, g.Y-y
		if g.Scale != 1 || g.Rotate != 0 {
			sin, cos := math.Sincos(g.Rotate * math.Pi / 180)
			qx, qy := p.X+p.PivotX-cx, p.Y+p.PivotY-cy
			dx += g.Scale*(qx*cos-qy*sin) - qx
			dy += g.Scale*(qx*sin+qy*cos) - qy
			p.Scale *= g.Scale
			p.Rotate += g.Rotate
		}
		p.X += dx
		p.Y += dy
		if !p.Clip.Empty() {
			p.Clip = p.Clip.Add(image.Pt(int(math.Round(dx)), int(math.Round(dy))))
		}
		if !g.Clip.Empty() {
			clip(p, g.Clip)
		}
	}
}

// strike is the sound of a verb that begins at time at.
func (c *comp) strike(name string, at float64) {
	switch name {
	case "slam", "crash", "punch", "stamp", "shatter", "drop":
		c.hit(at+.2, "impact")
	case "slide", "wipe", "fill", "draw", "morph":
		c.hit(at, "whoosh")
	}
}

// undirected are the verbs that come from nowhere by themselves. Where the prompt names
// a side they come from there, too.
var undirected = map[string]float64{"slam": .26, "punch": .3, "stamp": .2, "cascade": .5, "fade": .8, "float": 1.2, "grow": .6, "pop": .4, "bounce": .4, "spin": .6, "pulse": .4, "rise": .6}

// move is a verb as a track for the i-th thing of its kind that comes on at time at.
func (c *comp) move(m scene.Move, at float64, i int) track {
	in := c.plainMove(m, at, i)
	d, ok := undirected[scene.VerbName(m.Verb)]
	dx, dy := direction(m.From, 0, 0)
	if !ok || dx == 0 && dy == 0 {
		return in
	}
	size := c.frame()
	dx, dy = dx*.3*size.w*c.u, dy*.3*size.h*c.u
	at += m.Stagger * float64(i)
	return func(t float64, p *scene.Pose) {
		in(t, p)
		left := 1 - outQuint(ramp(t, at, d))
		p.X += math.Round(dx * left)
		p.Y += math.Round(dy * left)
	}
}
