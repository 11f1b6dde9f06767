package motion

import (
	"image"
	"math"
	"strings"
	"unicode/utf8"

	qrcode "github.com/skip2/go-qrcode"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
)

// drawEnd is the call to action: logo, headline, URL in a pill, QR code.
func drawEnd(c *comp) {
	defer c.fadeOut()
	name := strings.TrimSpace(c.in.Board.Look.LogoText)
	named := name != "" && strings.EqualFold(strings.TrimSpace(c.sc.Headline), name)
	if named && c.sc.URL == "" && c.sc.Action == "" && c.sc.Note == "" {
		drawLogo(c) // the sign is all there is to say
		return
	}
	e := c.ending()
	e.backdrop()
	e.artY = c.endArt(e.code == nil)
	e.sign(named)
	label, action := e.address()
	y := e.head(label == "" && c.sc.Note == "")
	high := 0.0
	if label != "" {
		c.together("action", box{e.x, y, e.addressW / 2, c.pick(8, 10)}, .55, 0, func() { high = c.pill(label, e.x, y, c.pick(4, 5), e.addressW) })
	}
	e.note(action, y+high)
	switch {
	case e.narrow: // it stands beside the note
	case e.code != nil && e.tight:
		c.qrPlain(e.code, box{c.w - 6.5 - 46, min(70, max(64, y)), 46, 46})
	case e.code != nil:
		c.qrCard(e.code)
	}
	e.captionZone()
	c.hit(.2, "whoosh")
	c.hit(.55, "pop")
}

// ending is the call to action on its card; lengths are in u.
type ending struct {
	c    *comp
	code [][]bool // nil = there is no address

	// Near square there is no room below for the code's card: it stands beside the words
	// where it is tight, or under the address where it is narrow, too.
	tight, narrow bool

	x                  float64 // where the words begin
	w, addressW, noteW float64
	logoY              float64
	artY               float64 // where the art begins below the words; 0 = there is none
}

func (c *comp) ending() *ending {
	e := &ending{c: c, code: qrOf(c.sc.URL), x: c.pick(8.9, 7), w: c.pick(104, c.w-13), logoY: c.pick(15.1, 23)}
	e.tight = c.port && c.h < 152 && e.code != nil
	e.narrow = e.tight && c.w < 115
	e.addressW, e.noteW = e.w, min(c.pick(96, c.w-14), e.w)
	switch {
	case e.narrow:
		e.noteW = c.w - 13 - narrowCode - 5
	case e.tight:
		e.addressW = c.w - 13 - 52
		e.noteW = e.addressW
		e.logoY = 27
	}
	if b := c.th.Style.Bars; b > 0 {
		e.logoY = max(e.logoY, c.frame().y+b+6)
	}
	return e
}

// below tells that the code's card stands below the words.
func (e *ending) below() bool { return e.c.port && e.code != nil && !e.tight }

// backdrop is a low skyline of the motif's cells, with the words' places kept free.
func (e *ending) backdrop() {
	c, fr := e.c, e.c.frame()
	keep := []box{{e.x - 4, 28, c.pick(112, 94), c.pick(56, 108)}, {118, 16, 54, 66}}
	if e.below() {
		keep = append(keep, e.captionBox())
	}
	bottom, cols := fr.y+fr.h, int(fr.w/7.8)+1
	f := field{x: fr.x - 3, y: bottom - 40, cols: cols, rows: 5, min: .03, max: .085, lit: .08, keep: keep}
	if c.port {
		f.y, f.rows, f.lit = bottom-50, 6, .1
	}
	f.skyline = c.ridge(cols, f.rows)
	c.motif(f)
	if !c.port && c.st.Dark && !c.th.Style.Flat {
		g := c.newCanvas(fr.w, fr.h*.45, 0)
		g.rr(0, 0, fr.w, fr.h*.45, 0, raster.Linear{Y1: fr.h * .45, Stops: []raster.Stop{gs(0, c.st.Base, 0), gs(1, c.st.Base, .72)}}, 1)
		g.put(fr.x, fr.y+fr.h*.55)
	}
}

// sign is the logo with its name, which is not said twice where the headline is the name.
func (e *ending) sign(named bool) {
	c := e.c
	name := c.logoName()
	if named {
		name = ""
	}
	if c.in.Logo != nil || !named {
		c.together("logo", box{e.x, e.logoY, 30, 6.3}, .1, 0, func() { c.sign(name, e.x, e.logoY, c.pick(4.2, 4.2), c.st.Dark, c.enter(.1)) })
	}
}

// address is what the pill says, and the action where that has no room on it.
func (e *ending) address() (label, action string) {
	label, action = displayURL(e.c.sc.URL), e.c.sc.Action
	switch {
	case label == "":
		return action, ""
	case action != "" && strings.EqualFold(action, e.c.sc.Headline): // it is said already
		return label, ""
	case action != "" && len(strings.Fields(action)) == 1 && !strings.ContainsFunc(action, phrase.Spaceless) && len([]rune(action+label)) <= 34 && !e.c.rtl:
		return action + " · " + label, "" // one word stands with where it is done
	}
	return label, action
}

// head sets the headline, which says it all where it is alone, and returns where the
// address follows. Short headlines leave room: the block moves towards the middle of its place.
func (e *ending) head(alone bool) (next float64) {
	c, spoken := e.c, e.c.spoken()
	y, most := c.pick(30, 33), c.pick(27, 36)
	switch {
	case e.narrow:
		y, most = 30, 30
	case e.tight:
		y = 39
	}
	if spoken && !c.port {
		y, most = 25, 25
	}
	words := set{role: look.BigHead, size: c.pick(11, 11.4), text: c.sc.Headline, w: e.w, h: most, lines: c.lines(2, 3), color: c.st.Text}
	if alone {
		words.size *= c.larger(words)
	}
	head := c.block(words)
	if e.narrow {
		y += max(0, 117-y-c.hgt(head)-16-3.5-narrowCode) / 2
	} else if e.artY > 0 { // the words have all of it
		rest, share := 16.0+6, .45 // for the address and the note
		if alone {
			rest, share = 0, .52
		}
		y = max(y, 23+(e.artY-23-c.hgt(head)-rest)*share)
	} else if alone { // beside the art, or in a square, midway between the sign and the foot
		y = max(y, (e.logoY+8+c.pick(80, c.h-10)-c.hgt(head))/2)
	} else if slack := c.pick(25, 36) - c.hgt(head); slack > 0 && !e.tight {
		y += slack * c.pick(.42, .36)
	}
	c.rows(head, e.x-.2, y, .2, "headline")
	next = c.pick(60.5, 72.5)
	if end := y + c.hgt(head) + c.pick(6, 5); rowCount(head) < c.lines(2, 3) || end > next || spoken {
		next = end
	}
	return next
}

// note sets the small words below the address, which ends at y; where it is narrow, the code
// stands beside them.
func (e *ending) note(action string, y float64) {
	c, text := e.c, e.c.sc.Note
	if action != "" {
		if text == "" {
			text = action
		} else if e.code == nil {
			text = action + " " + text
		}
	}
	lines := 2
	if e.narrow {
		lines = 4
	}
	pill := y
	y += c.pick(5, 3.6)
	small := set{role: look.Role{Land: 2.9, Port: 3.5, Weight: 460, Line: 1.35}, text: text, w: e.noteW, lines: lines, color: c.st.Text}
	if e.below() {
		small.h = qrTop - 3 - y
	}
	words := c.block(small)
	switch {
	case e.narrow:
		y = pill + 3.5
		c.qrPlain(e.code, box{c.w - 6.5 - narrowCode, y, narrowCode, narrowCode})
		y += max(0, (narrowCode-c.hgt(words))/2)
	case c.spoken() && !c.port:
		y = pill + 3.2
	}
	c.put(words, e.x+.1, y, c.enterAs("subtitle", .9, 0))
}

func (e *ending) captionZone() {
	zone := box{}
	switch {
	case !e.c.port:
		zone = box{e.x, 80, 108, 14.6}
	case e.below():
		zone = e.captionBox()
	}
	e.c.captionZone(zone)
}

// captionBox is the place of the captions below the code's card.
func (e *ending) captionBox() box { return box{6.5, 137.5, e.c.w - 13, 16} }

// fadeOut has the last .4 s fade to the stage's darkest.
func (c *comp) fadeOut() {
	if c.in.Ends <= 2 {
		return
	}
	out := c.in.Ends - .4
	c.over = append(c.over, &layer{sprite: plain(c.in.Size, solid(c.th.Ink0)), alpha: 1, tracks: []track{func(t float64, p *scene.Pose) {
		p.Alpha *= inOutSine(ramp(t, out, .4))
	}}})
}

// endArt draws the hero where there is no code to scan, and returns where it begins, u,
// or the foot of what may be read where there is none.
func (c *comp) endArt(alone bool) float64 {
	switch {
	case !alone:
		return 0
	case !c.port:
		c.hero(118, 10, 58)
		return 0
	}
	y := 104.0
	if c.spoken() { // the captions
		y = 141
	}
	if c.th.Style.Flat {
		y += 5 // its cap stands above it
	}
	c.hero(30+(c.w-100)*.6, y, 58)
	return min(y-4, c.h-8, 117)
}

// qrTop is where the code's card begins in portrait, u.
const qrTop = 96.0

// narrowCode is the side of the code's card under the address, u.
const narrowCode = 34.0

// mostURL is how many letters of an address are shown. A longer one nobody types: the
// code leads to all of it.
const mostURL = 48

// displayURL is an address as people write it: of a long one what leads closest to the
// page, and at least the host.
func displayURL(u string) string {
	u = strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(u), "https://"), "http://")
	u = strings.TrimSuffix(strings.TrimPrefix(u, "www."), "/")
	for _, mark := range []string{"#", "?", "/"} {
		for utf8.RuneCountInString(u) > mostURL {
			i := strings.LastIndex(u, mark)
			if i <= 0 {
				break
			}
			u = u[:i]
		}
	}
	return u
}

// ridge is a low skyline of varied height.
func (c *comp) ridge(cols, rows int) []int {
	out := make([]int, cols)
	for i := range out {
		out[i] = int(c.rng.next() % uint64(rows-1))
	}
	return out
}

// pill is the address on the accent, with an arrow, and a sheen that passes over it.
func (c *comp) pill(label string, x, y, z, limit float64) (height float64) {
	col := c.th.OnA
	fill := c.th.A
	if c.th.Style.Flat {
		col = c.th.On(fill)
	}
	b := c.block(set{role: look.Role{Land: z, Port: z, Weight: 700, Track: -.02, Line: 1.22, Display: c.th.Style.Weight > 500}, text: label, w: limit - z*2.9, lines: 1, color: col})
	h := c.hgt(b) + z*.98
	w := c.wid(b) + z*.9*2 + z*.95 + 1.8
	k := c.newCanvas(w, h, 8)
	r := h / 2
	if c.th.Style.Card == look.HardCard {
		k.rr(.9, .9, w, h, r, solid(c.th.Line), 1)
		k.rr(0, 0, w, h, r, solid(c.th.Line), 1)
		k.rr(.5, .5, w-1, h-1, r-.5, solid(fill), 1)
	} else {
		if !c.th.Style.Flat {
			k.shadow(0, 0, w, h, r, 1.6, 5, fill, .32)
		}
		k.rr(0, 0, w, h, r, solid(fill), 1)
	}
	k.text(b, z*.9, (h-c.hgt(b))/2)
	k.icon("arrow", w-z*.9-z*.95, (h-z*.95)/2, z*.95, col, 2.3)
	k.put(x, y, c.enter(.55))
	// The sheen: a slanted light, clipped to the pill, every 2.5 s.
	s := c.newCanvas(9, h, 0)
	p := &raster.Path{}
	p.MoveTo(4, 0)
	p.LineTo(9, 0)
	p.LineTo(5, h)
	p.LineTo(0, h)
	p.Close()
	s.Fill(p, raster.Linear{X1: 9, Stops: []raster.Stop{gs(0, look.RGB{R: 1, G: 1, B: 1}, 0), gs(.5, look.RGB{R: 1, G: 1, B: 1}, .5), gs(1, look.RGB{R: 1, G: 1, B: 1}, 0)}}, 1)
	mask := c.maskOf(x, y, w, h, r)
	s.put(x, y, func(t float64, p *scene.Pose) {
		v := math.Mod(t-1.6, 2.5)
		if t < 1.6 || v > .7 {
			p.Alpha = 0
			return
		}
		p.X += math.Round((w + 12) * c.u * inOutSine(v/.7))
		p.X -= 10 * c.u
		p.X = math.Round(p.X)
		p.Mask = mask
	})
	return h
}

// maskOf is the shape of a rounded box as a mask in frame pixels.
func (c *comp) maskOf(x, y, w, h, r float64) *scene.Sprite {
	b := c.px(box{x, y, w, h}).Inset(-1)
	img := image.NewRGBA(b)
	p := &raster.Path{}
	p.RoundRect(c.pxX(x), c.pxY(y), w*c.u, h*c.u, r*c.u)
	raster.NewCanvas(img).Fill(p, raster.Solid{A: 255}, 1)
	return &scene.Sprite{Img: img}
}

// qrOf encodes an address, without a quiet zone; nil when there is none.
func qrOf(u string) [][]bool {
	u = strings.TrimSpace(u)
	if u == "" {
		return nil
	}
	if !strings.Contains(u, "://") {
		u = "https://" + u
	}
	q, err := qrcode.New(u, qrcode.Medium)
	if err != nil {
		return nil
	}
	q.DisableBorder = true
	return q.Bitmap()
}

// qrCard is the code on white with its words.
func (c *comp) qrCard(code [][]bool) {
	b := box{121, 20, 47.9, 57.5}
	size := 39.8
	if c.port {
		b, size = box{6.5, qrTop, c.w - 13, 37}, 30
	}
	dark := look.LCH{L: .2, C: .05, H: c.th.HP}.RGB()
	muted := look.LCH{L: .45, C: .04, H: c.th.HP}.RGB()
	k := c.newCanvas(b.w, b.h, 16)
	r := 4.0
	switch {
	case c.th.Style.Card == look.HardCard:
		k.rr(1.1, 1.1, b.w, b.h, 2.4, solid(c.th.Line), 1)
		k.rr(0, 0, b.w, b.h, 2.4, solid(c.th.Line), 1)
		k.rr(.55, .55, b.w-1.1, b.h-1.1, 1.9, white(1), 1)
	case c.th.Style.Flat:
		k.rr(0, 0, b.w, b.h, c.th.Style.Radius, white(1), 1)
	default:
		k.shadow(0, 0, b.w, b.h, r, 4, 10, c.th.Ink0, .6)
		k.rr(-1.6, -1.6, b.w+3.2, b.h+3.2, r+1.6, white(.07), 1)
		k.rr(0, 0, b.w, b.h, r, white(1), 1)
	}
	// The quiet zone is the card's own white: four modules at least on every side.
	side, oy := k.modules(code, size, b, dark)
	words := scanWords[baseLang(c.lang())]
	if words == "" {
		words = displayURL(c.sc.URL)
	}
	if c.sc.Action != "" && len([]rune(c.sc.Action)) <= 34 && c.sc.Note != "" {
		words = c.sc.Action
	}
	if c.port {
		tx := 3.6 + side + 4
		wb := c.block(set{role: look.Role{Land: 4.8, Port: 4.8, Weight: 720, Track: -.025, Line: 1.1, Display: true}, text: words, w: b.w - tx - 3, lines: 3, color: dark})
		ub := c.block(set{role: look.Role{Land: 3, Port: 3, Weight: 430, Line: 1.3}, text: displayURL(c.sc.URL), w: b.w - tx - 3, lines: 2, color: muted})
		if words == displayURL(c.sc.URL) {
			ub = nil
		}
		top := (b.h - c.hgt(wb) - c.hgt(ub) - 1.3) / 2
		k.text(wb, tx, top)
		k.text(ub, tx, top+c.hgt(wb)+1.3)
	} else {
		wb := c.block(set{role: look.Role{Land: 2.7, Port: 2.7, Weight: 640, Line: 1.3}, text: words, w: b.w - 6, lines: 1, color: dark})
		bottom := oy + side
		k.text(wb, (b.w-c.wid(wb))/2, bottom+(b.h-bottom-c.hgt(wb))/2)
	}
	k.put(b.x, b.y, c.slide(.5, .7, c.pick(8, 0), c.pick(0, 8)))
}

// scanWords say what a code is for; in other languages the address stands there.
var scanWords = map[string]string{
	"en": "Scan to open", "de": "Zum Öffnen scannen", "es": "Escanea para abrir", "fr": "Scannez pour ouvrir", "pt": "Digitalize para abrir",
	"it": "Scansiona per aprire", "nl": "Scan om te openen", "he": "סרקו כדי לפתוח", "ar": "امسح الرمز للفتح", "ja": "スキャンして開く", "zh": "扫码打开", "ko": "스캔하여 열기",
}

// modules draws a code of about size u on a card and returns its side and top in u.
// Modules are whole pixels, so that their edges are sharp.
func (k *canvas) modules(code [][]bool, size float64, b box, dark look.RGB) (side, top float64) {
	u := k.c.u
	n := len(code)
	px := max(1, math.Floor(min(size, b.w*float64(n)/float64(n+8), b.h*float64(n)/float64(n+8))*u/float64(n)))
	w := px * float64(n)
	ox := math.Round(k.padX + (b.w*u-w)/2)
	oy := math.Round(k.padY + max(4*u, 4*px))
	if b.w > 1.5*b.h {
		ox = math.Round(k.padX + max(3.6*u, 4*px))
	}
	if b.w >= b.h {
		oy = math.Round(k.padY + (b.h*u-w)/2)
	}
	d := dark.NRGBA(1)
	for y, row := range code {
		for x, on := range row {
			if !on {
				continue
			}
			if k.c.rtl { // a mirrored code would not be read
				x = n - 1 - x
			}
			x0, y0 := int(ox+float64(x)*px), int(oy+float64(y)*px)
			for yy := y0; yy < y0+int(px); yy++ {
				o := k.Dst.Pix[k.Dst.PixOffset(x0, yy):][:4*int(px)]
				for i := 0; i < len(o); i += 4 {
					o[i], o[i+1], o[i+2], o[i+3] = d.R, d.G, d.B, 255
				}
			}
		}
	}
	return w / u, (oy - k.padY) / u
}

// qrPlain is the code alone on its white.
func (c *comp) qrPlain(code [][]bool, b box) {
	k := c.newCanvas(b.w, b.h, 14)
	if !c.th.Style.Flat {
		k.shadow(0, 0, b.w, b.h, 3, 3, 8, c.th.Ink0, .55)
	}
	k.rr(0, 0, b.w, b.h, max(.5, c.th.Style.Radius), white(1), 1)
	k.modules(code, b.w-6, b, look.LCH{L: .2, C: .05, H: c.th.HP}.RGB())
	k.put(b.x, b.y, c.slide(.5, .7, 0, 8))
}
