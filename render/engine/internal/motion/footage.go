package motion

import (
	"image"
	"math"
	"slices"

	"golang.org/x/image/draw"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// Films are a storyboard's videos.
type Films interface {
	// Shape is the size of a video's picture as players show it; zero when there is no
	// such video.
	Shape(name string) image.Point
	// Open plays a video in a window of size (even): over all of it, or, where card is
	// not empty, in that part of it, on a soft copy of itself.
	Open(name string, size image.Point, card image.Rectangle) scene.Film
}

// asset is the scene's picture, nil when there is none.
func (c *comp) asset() image.Image {
	if c.sc.Asset == "" {
		return nil
	}
	return c.in.Assets[c.sc.Asset]
}

// film is the scene's video in a window of at least size, nil when it has none.
func (c *comp) film(size image.Point, card image.Rectangle) scene.Film {
	if c.in.Films == nil || c.filmShape() == (image.Point{}) {
		return nil
	}
	return c.in.Films.Open(c.sc.Asset, size.Add(image.Pt(size.X&1, size.Y&1)), card)
}

func (c *comp) filmShape() image.Point {
	if c.sc.Asset == "" || c.in.Films == nil {
		return image.Point{}
	}
	return c.in.Films.Shape(c.sc.Asset)
}

// cover scales the middle of src to fill w × h px.
func cover(src image.Image, w, h int, top float64) *image.RGBA {
	src = halved(src, w, h)
	b := src.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	if b.Empty() {
		return out
	}
	sw, sh := float64(b.Dx()), float64(b.Dy())
	k := max(float64(w)/sw, float64(h)/sh)
	cw, ch := float64(w)/k, float64(h)/k
	x0 := float64(b.Min.X) + (sw-cw)/2
	y0 := float64(b.Min.Y) + (sh-ch)*top
	r := image.Rect(int(x0), int(y0), int(math.Ceil(x0+cw)), int(math.Ceil(y0+ch))).Intersect(b)
	// The kernel widens where the picture shrinks, so that small detail stays quiet. It
	// holds 32 bytes for each pixel on its way; pictures for 4K are near their size
	// already and go without.
	var by draw.Scaler = draw.CatmullRom
	if w*r.Dy() > 4<<20 {
		by = draw.ApproxBiLinear
	}
	by.Scale(out, out.Rect, src, r, draw.Src, nil)
	return out
}

// halved averages a picture down by whole factors while it is more than twice as large
// as w × h: what a kernel then does costs a fraction of its time and memory.
func halved(src image.Image, w, h int) image.Image {
	b := src.Bounds()
	n := 1
	for b.Dx()/(2*n) >= w && b.Dy()/(2*n) >= h {
		n *= 2
	}
	if n == 1 {
		return src
	}
	out := image.NewRGBA(image.Rect(0, 0, b.Dx()/n, b.Dy()/n))
	// A strip at a time goes through RGBA, whatever the picture's own format is.
	strip := image.NewRGBA(image.Rect(0, 0, b.Dx()/n*n, n))
	for y := range out.Rect.Dy() {
		draw.Draw(strip, strip.Rect, src, image.Pt(b.Min.X, b.Min.Y+y*n), draw.Src)
		row := out.Pix[y*out.Stride:]
		for x := range out.Rect.Dx() {
			var sum [4]int
			for dy := range n {
				p := strip.Pix[dy*strip.Stride+4*x*n:][:4*n]
				for i, v := range p {
					sum[i&3] += int(v)
				}
			}
			for c, v := range sum {
				row[4*x+c] = uint8((v + n*n/2) / (n * n))
			}
		}
	}
	return out
}

// leastShown is the share of a picture below which cropping it to the frame would
// lose what it is about.
const leastShown = .55

// cardFor is where a picture of this shape stands when it cannot fill the frame: beside
// the words in landscape, above them in portrait and where it is wider than the frame. It
// is empty when cropping does.
func (c *comp) cardFor(shape image.Point) image.Rectangle {
	a := float64(shape.X) / float64(shape.Y)
	b := c.view().w / c.view().h
	if min(a/b, b/a) >= leastShown {
		return image.Rectangle{}
	}
	fr := c.frame()
	room := box{c.margin(), 9, c.w - 2*c.margin(), 82}
	switch {
	case c.port && c.sc.Headline == "": // midway in what captions leave
		room.y, room.h = 17, c.footageFoot()-17
	case c.port: // the words stand below
		_, _, words := c.footageText(false)
		room.y, room.h = 17, min(84, c.footageFoot()+3-words-cardGap-17)
	case c.spoken():
		room.h = 69
	}
	side := .5
	switch {
	case c.port || c.sc.Headline == "":
	case a > b: // two lines of words stand below
		room.y, side = 13, 0
		room.h -= 28
	default:
		room.x, room.w = fr.x+.58*fr.w, .34*fr.w
	}
	w, h := room.w, room.w/a
	if h > room.h {
		w, h = room.h*a, room.h
	}
	r := c.px(box{room.x + (room.w-w)*side, room.y + (room.h-h)/2, w, h})
	r.Max = r.Max.Sub(image.Pt(r.Dx()&1, r.Dy()&1))
	return r
}

// drawFootage is a picture or a video over the whole frame, with words on a dark
// foot. What does not have the frame's shape stands on a soft copy of itself.
func drawFootage(c *comp) {
	a, shape := c.asset(), c.filmShape()
	if a == nil && shape == (image.Point{}) {
		drawStatement(c)
		return
	}
	c.st = c.th.Stage("ink")
	c.back.still = true
	if a != nil {
		shape = a.Bounds().Size()
	}
	card := c.cardFor(shape)
	switch {
	case a == nil:
		film := c.film(c.px(c.view()).Intersect(image.Rectangle{Max: c.in.Size}).Size(), card)
		c.stage.Layers = append(c.stage.Layers, scene.Func(func(t float64) scene.Pose {
			return scene.Pose{Sprite: film.At(t), Alpha: 1}
		}))
	case card.Empty():
		c.kenBurns(a, c.px(c.view()).Intersect(image.Rectangle{Max: c.in.Size}), 1.16, nil)
	default:
		c.wall(a)
		m := min(card.Dx(), card.Dy())
		x, y, w, h := c.uX(card.Min.X), c.uY(card.Min.Y), float64(card.Dx())/c.u, float64(card.Dy())/c.u
		r := .035 * float64(m) / c.u
		k := c.newCanvas(w, h, 16)
		k.shadow(0, 0, w, h, r, 3, 9, look.RGB{}, .7)
		k.put(x, y)
		c.kenBurns(a, card, 1.07, c.maskOf(x, y, w, h, r))
	}
	c.footageWords(a, card)
}

// uX and uY are frame pixels in u of the design.
func (c *comp) uX(px int) float64 { return float64(px)/c.u - c.ox }
func (c *comp) uY(px int) float64 { return float64(px)/c.u - c.oy }

// kenBurns shows a picture in a window of the frame and moves slowly through it, by
// parts of a pixel: closer or farther away, with a drift to one side.
func (c *comp) kenBurns(a image.Image, in image.Rectangle, zoom float64, mask *scene.Sprite) {
	w, h := float64(in.Dx()), float64(in.Dy())
	// Made once at the size of the closest view: the camera then only shrinks it.
	pic := cover(a, int(math.Ceil(w*zoom)), int(math.Ceil(h*zoom)), .4)
	s := &scene.Sprite{Img: pic, Opaque: mask == nil && pic.Opaque()}
	inward := c.rng.float() < .5
	dx := (c.rng.float() - .5) * .6
	sec := c.in.Seconds
	c.stage.Layers = append(c.stage.Layers, scene.Func(func(t float64) scene.Pose {
		k := inOutSine(ramp(t, -.5, sec+3)) // on through the wait for the next scene
		if !inward {
			k = 1 - k
		}
		// scale runs between the closest view and one a little wider than the window.
		scale := (1 + (zoom-1)*(.15+.85*k)) / zoom
		slackX, slackY := float64(pic.Rect.Dx())*scale-w, float64(pic.Rect.Dy())*scale-h
		return scene.Pose{Sprite: s, X: float64(in.Min.X) - slackX*(.5+dx*(k-.5)), Y: float64(in.Min.Y) - slackY*.45, Scale: scale, Alpha: 1,
			Clip: in, Mask: mask}
	}))
}

// wall is a soft, dark copy of a picture over the whole frame.
func (c *comp) wall(a image.Image) {
	size := c.in.Size
	w, h := max(2, size.X/coarse), max(2, size.Y/coarse)
	small := cover(a, w, h, .4)
	sigma := float64(min(w, h)) / 14
	plane, weight := make([]float32, w*h), make([]float32, w*h)
	for i := range weight {
		weight[i] = 1
	}
	blurBoxes(weight, w, h, sigma) // how much of the picture each place has around it
	for ch := range 3 {
		for i := range plane {
			plane[i] = float32(small.Pix[4*i+ch])
		}
		blurBoxes(plane, w, h, sigma)
		for i, v := range plane {
			small.Pix[4*i+ch] = uint8(min(255, v/weight[i]*.56))
		}
	}
	for i := 3; i < len(small.Pix); i += 4 {
		small.Pix[i] = 255
	}
	img := image.NewRGBA(image.Rectangle{Max: size})
	draw.CatmullRom.Scale(img, img.Rect, small, small.Rect, draw.Src, nil)
	s := &scene.Sprite{Img: img, Opaque: true}
	c.stage.Layers = append(c.stage.Layers, scene.Func(func(float64) scene.Pose { return scene.Pose{Sprite: s, Alpha: 1} }))
}

// veil is how much dark, 0–.85, makes white text readable at 4.5:1 on the brightest
// twentieth of what a picture shows between two heights of the frame (u), dimmed to
// the share lit. Films are taken to be white: every frame has to do.
func (c *comp) veil(a image.Image, from, to, lit float64) float64 {
	bright := 1.0
	if a != nil {
		const w = 64
		fr := c.view()
		h := max(8, int(w*fr.h/fr.w))
		small := cover(a, w, h, .4)
		var v []float64
		y0, y1 := int((from-fr.y)/fr.h*float64(h)), int(math.Ceil((to-fr.y)/fr.h*float64(h)))
		for y := max(0, y0); y < min(h, max(y0+1, y1)); y++ {
			for x := range w {
				p := small.RGBAAt(x, y)
				v = append(v, (.2126*float64(p.R)+.7152*float64(p.G)+.0722*float64(p.B))/255)
			}
		}
		if len(v) > 0 {
			slices.Sort(v)
			bright = v[len(v)*19/20]
		}
	}
	bright *= lit
	const most, dark = .44, .04 // the ground's and the veil's own brightness
	return min(.85, max(0, (bright-most)/max(.01, bright-dark)))
}

// cardGap is between a picture's card and the words below it, u; a bar stands in it.
const cardGap = 5.5

// footageText is what is written on a picture, and how high it is, u.
func (c *comp) footageText(beside bool) (head, sub *text.Block, high float64) {
	hw, sw, lines := c.pick(130, c.w-13), c.pick(110, c.w-16), c.lines(2, 3)
	if beside {
		hw, sw, lines = 84, 80, 4
	}
	head = c.block(set{role: look.Headline, size: c.pick(8.4, 9), text: c.sc.Headline, w: hw, lines: lines, color: look.RGB{R: 1, G: 1, B: 1}})
	sub = c.block(set{role: look.Subtitle, text: c.sc.Subtitle, w: sw, lines: 2, color: look.RGB{R: .9, G: .92, B: .95}})
	if high = c.hgt(head); sub != nil {
		high += c.hgt(sub) + 2
	}
	return head, sub, high
}

// footageFoot is where the words on a picture end, u.
func (c *comp) footageFoot() float64 {
	if c.spoken() {
		return c.pick(77, 114)
	}
	return c.pick(91, 134)
}

// footageWords sets the scene's words over its picture a (nil = a film), on a foot as
// dark as the picture asks for; beside a card they have the left of the frame.
func (c *comp) footageWords(a image.Image, card image.Rectangle) {
	fr := c.view()
	dark := c.th.Ink0
	beside := !c.port && !card.Empty() && c.sc.Headline != "" && card.Min.X > c.in.Size.X/2
	lit := 1.0
	if !card.Empty() {
		lit = .56 // words stand on the wall
	}
	head, sub, words := c.footageText(beside)
	bottom := c.footageFoot()
	y := bottom - words
	if c.port && !card.Empty() { // below the card where there is room
		y = max(y, min(c.uY(card.Max.Y)+cardGap, bottom+3-words))
	}
	if c.sc.Headline != "" || c.spoken() {
		from := min(fr.y+fr.h*.38, y-16)
		hgt := fr.y + fr.h - from
		need := c.veil(a, y-2, y+words+2, lit)
		under, end := max(.5, need), max(.9, need)
		if c.port && !card.Empty() { // the wall is dark already, and all that is seen there
			under, end = max(.2, need), max(.34, need)
		}
		foot := raster.Linear{Y1: hgt, Stops: []raster.Stop{gs(0, dark, 0), gs((y-1-from)/hgt, dark, under), gs(1, dark, end)}}
		g := c.newCanvas(fr.w, hgt, 0)
		g.rr(0, 0, fr.w+1, hgt+1, 0, foot, 1)
		g.put(fr.x, fr.y+fr.h-hgt, c.fade(0, .4))
	}
	if row := c.pick(8.8, 16); c.th.Style.Bars == 0 || c.port { // the furniture's row
		hgt := row - fr.y + 12
		need := c.veil(a, fr.y, row, 1)
		top := c.newCanvas(fr.w, hgt, 0)
		top.rr(0, 0, fr.w+1, hgt+1, 0, raster.Linear{Y1: hgt, Stops: []raster.Stop{gs(0, dark, max(.55, need+.05)), gs((row-fr.y)/hgt, dark, max(.3, need)), gs(1, dark, 0)}}, 1)
		top.put(fr.x, fr.y)
	}
	at := .3
	if c.sc.Headline != "" {
		at = min(c.cues.at(c.sc.Headline, .3), .5*c.in.Seconds)
		c.rows(head, c.margin(), y, at, "headline")
		bar := c.newCanvas(5, .7, .2)
		bar.rr(0, 0, 5, .7, .35, solid(c.th.A), 1)
		bar.put(c.margin(), y-3, c.grow(at, .4, false, outQuint))
	}
	c.put(sub, c.margin()+.2, y+c.hgt(head)+2, c.enterAs("subtitle", at+.3, 0))
	c.furnitureOn(true, true)
	c.overlay(112)
	c.captionZone(box{})
}
