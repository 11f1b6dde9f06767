package motion

import (
	"fmt"
	"image"
	"math"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// Input is one scene of a storyboard and what it needs to be drawn.
type Input struct {
	Board    *scene.Storyboard // its seed is the scene's own
	Index    int               // of the scene in the board
	Theme    *look.Theme
	Fonts    *text.Fonts
	Size     image.Point            // frame pixels
	Seconds  float64                // length of the scene; it may be seen for longer
	Ends     float64                // when the programme ends, in the scene's time; 0 = another scene follows
	Lines    []scene.Line           // what is said, in the scene's time
	Logo     *image.RGBA            // nil = none
	Assets   map[string]image.Image // by the storyboard's name of the file
	Films    Films                  // nil = none
	Captions bool                   // captions will be drawn

	hosted bool        // the presenter stands at the foot, below the content
	whole  image.Point // the frame that Size is a part of; zero = it is the frame
}

// Build lays the scene out. The error names a scene that cannot be drawn.
func Build(in Input) (*scene.Stage, error) {
	c, err := compose(in)
	if err != nil {
		return nil, err
	}
	return c.stage, nil
}

func compose(in Input) (*comp, error) {
	if in.Board == nil || in.Index < 0 || in.Index >= len(in.Board.Scenes) {
		return nil, fmt.Errorf("scene %d is not in the storyboard", in.Index)
	}
	if in.Size.X < 16 || in.Size.Y < 16 {
		return nil, fmt.Errorf("frame of %d×%d pixels is too small to draw in", in.Size.X, in.Size.Y)
	}
	sc := &in.Board.Scenes[in.Index]
	draw, ok := layouts[sc.Kind]
	if !ok {
		return nil, fmt.Errorf("scene %s: kind %q has no layout", sc.ID, sc.Kind)
	}
	if beside, _ := Beside(in.Board, in.Index, in.Size); beside {
		if in.Size.X > in.Size.Y {
			c, _ := composeBeside(in, draw)
			return c, nil
		}
		in.hosted = true
	}
	c := newComp(in)
	c.decor()
	c.lay(draw)
	c.badge()
	c.asides()
	if c.late != nil {
		c.late(c.words())
	}
	if in.hosted {
		c.host()
	}
	c.finish()
	return c, nil
}

var layouts map[scene.Kind]func(*comp)

func init() {
	layouts = map[scene.Kind]func(*comp){
		scene.Title: drawTitle, scene.Presenter: drawPresenter, scene.Points: drawPoints, scene.Number: drawNumber,
		scene.Quote: drawQuote, scene.Statement: drawStatement, scene.End: drawEnd, scene.Chapter: drawChapter,
		scene.Chart: drawChart, scene.Compare: drawCompare, scene.Process: drawProcess, scene.Timeline: drawTimeline,
		scene.Grid: drawGrid, scene.Device: drawDevice, scene.Footage: drawFootage, scene.Code: drawCode,
		scene.Table: drawTable, scene.Location: drawLocation, scene.Logo: drawLogo,
	}
}

// stageOf is the world each kind of scene is set in.
var stageOf = map[scene.Kind]string{
	scene.Title: "ink", scene.Chapter: "brand", scene.Presenter: "ink", scene.Points: "paper", scene.Number: "ink",
	scene.Chart: "paper", scene.Compare: "ink", scene.Process: "ink", scene.Timeline: "paper", scene.Quote: "brand",
	scene.Statement: "brand", scene.Grid: "paper", scene.Device: "ink", scene.Code: "ink", scene.Table: "paper",
	scene.Location: "ink", scene.Footage: "ink", scene.End: "ink", scene.Logo: "ink",
}

// comp is a scene being composed. Positions in layouts are in u of a design box
// that is 177.78 × 100 in landscape and 100 × 177.78 in portrait (wider towards
// square); px maps them to the frame.
type comp struct {
	in      Input
	sc      *scene.Scene
	th      *look.Theme
	st      look.Stage
	port    bool
	w, h    float64 // u of the design box that the frame shows: its right and bottom edge
	u       float64 // px
	ox, oy  float64 // u: frame position of the design's origin
	rng     *rng
	stage   *scene.Stage
	back    *backdrop
	cues    *cues
	over    []scene.Layer                 // on top of everything, kept apart until finish
	set     []setText                     // what was set where, for checks
	rtl     bool                          // the stage will be turned over
	marked  float64                       // where the chapter marker begins, u; 0 = there is none
	inFull  bool                          // the chart writes thousands in full
	sourced bool                          // the chart has set its source line
	guest   bool                          // beside a presenter: the ground is somebody else's
	floor   float64                       // u: no type is smaller
	page    *page                         // the part that is laid out; nil = the whole scene
	span    *period                       // when that is seen
	book    *book                         // the whole of it
	late    func(words []image.Rectangle) // decoration that keeps away from words, once these stand
}

func newComp(in Input) *comp {
	c := &comp{in: in, sc: &in.Board.Scenes[in.Index], th: in.Theme, stage: &scene.Stage{Size: in.Size}}
	c.sizes()
	c.stand()
	c.rng = newRNG(in.Board.Seed*1000003 + 17)
	c.cues = newCues(in.Lines, in.Seconds)
	c.cues.compound = compounds[baseLang(c.lang())]
	if c.rtl = c.mirrored(); c.rtl {
		c.sc = asWritten(*c.sc)
	}
	c.back = newBackdrop(c)
	c.stage.Backdrop = c.back
	return c
}

// sizes sets how the design lies in the frame: its shape, its unit and its origin, and
// the smallest type.
func (c *comp) sizes() {
	in := c.in
	w, h := float64(in.Size.X), float64(in.Size.Y)
	switch a := w / h; {
	case a > 16.0/9+.01:
		c.u = h / 100
		c.ox = (w/c.u - 177.78) / 2
	case a > upright:
		c.u = w / 177.78
		c.oy = (h/c.u - 100) / 2
	case a >= .5625-.001:
		c.port = true
		c.u = w / max(100+30*(a-.5625)/.4375, 131*a) // from the square on, as high as that
		lift, share := 10.0, .21
		if in.hosted { // as small as the panel at the foot needs
			lift, share = 8, .7
			c.u = min(c.u, h/(leastPanel+c.panelTop()-lift))
		}
		c.oy = -max(0, min(lift, (177.78-h/c.u)*share))
	default:
		c.port = true
		c.u = w / 100
		c.oy = (h/c.u - 177.78) * .4
	}
	c.w, c.h = w/c.u-c.ox, h/c.u-c.oy
	if c.ox > 0 {
		c.w = 177.78
	}
	if in.hosted {
		c.h = min(c.h, c.panelTop())
	}
	whole := in.whole
	if whole == (image.Point{}) {
		whole = in.Size
	}
	c.floor = look.Floor(float64(whole.X)/float64(whole.Y)) * float64(min(whole.X, whole.Y)) / 100 / c.u
}

// finish puts the top layers on and the caption zone in.
func (c *comp) finish() {
	c.ticker()
	c.progress()
	c.watermark()
	c.stage.Layers = append(c.stage.Layers, c.over...)
	if c.stage.Slot == nil {
		c.stage.SlotAt = 0
	}
	if !c.captioned() {
		c.stage.Captions = image.Rectangle{}
	}
	if c.rtl {
		c.turn()
	}
	c.back.dry()
}

// upright is the widest shape, as width to height, that is laid out as portrait.
const upright = 1.2

// px maps a box in u to frame pixels.
func (c *comp) px(b box) image.Rectangle {
	f := func(v, o float64) int { return int(math.Round((v + o) * c.u)) }
	return image.Rect(f(b.x, c.ox), f(b.y, c.oy), f(b.x+b.w, c.ox), f(b.y+b.h, c.oy))
}

func (c *comp) pxX(x float64) float64 { return (x + c.ox) * c.u }
func (c *comp) pxY(y float64) float64 { return (y + c.oy) * c.u }

// box is a rectangle in u.
type box struct{ x, y, w, h float64 }

func (b box) inset(x, y float64) box { return box{b.x + x, b.y + y, b.w - 2*x, b.h - 2*y} }

// margin is the side margin in u.
func (c *comp) margin() float64 {
	if c.port {
		return 6.5
	}
	return 8.9
}

// frame is the whole frame in u.
func (c *comp) frame() box {
	return box{-c.ox, -c.oy, float64(c.in.Size.X) / c.u, float64(c.in.Size.Y) / c.u}
}

// captionZone sets where captions may stand: the given box, or the layout's usual
// place at the foot when w is 0.
func (c *comp) captionZone(b box) {
	if b.w == 0 {
		if c.port {
			b = box{6.5, 119, c.w - 13, 18}
		} else {
			b = box{22, 79.5, 133.78, 15.1}
		}
	}
	if bars := c.th.Style.Bars; bars > 0 && !c.port && b.y+b.h > 90 {
		b.h = min(b.h, 11.5)
		b.y = 90.6 - b.h
	}
	c.stage.Captions = c.px(b)
}

// bottom is where a layout's content ends at the latest, u; captions say whether any
// will stand below it.
func (c *comp) bottom(captions bool) float64 {
	switch {
	case captions:
		return c.pick(78, 117)
	case len(c.sc.Ticker) > 0:
		return c.pick(88, min(134, c.h-14))
	}
	if c.th.Style.Bars > 0 && !c.port {
		return 87
	}
	return min(c.pick(91, 137), c.h-4)
}

func (c *comp) hit(at float64, kind string) {
	if at >= 0 {
		at = max(0, c.early(at))
	}
	if at >= 0 && at < c.in.Seconds {
		c.stage.Hits = append(c.stage.Hits, scene.Hit{At: at, Kind: kind})
	}
}

func (c *comp) pick(land, port float64) float64 {
	if c.port {
		return port
	}
	return land
}

// rng is a small seeded generator (SplitMix64).
type rng struct{ s uint64 }

func newRNG(seed uint64) *rng { return &rng{seed} }

func (r *rng) next() uint64 {
	r.s += 0x9e3779b97f4a7c15
	z := r.s
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// float is in [0, 1).
func (r *rng) float() float64 { return float64(r.next()>>11) / (1 << 53) }
