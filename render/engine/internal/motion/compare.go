package motion

import (
	"math"
	"slices"

	"gitops.video/render/render/engine/internal/icons"
	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// leastRead is how long a side of a comparison is seen at least, seconds.
const leastRead = 2.2

// drawCompare is two columns on shared baselines; the winner's is the hot card.
func drawCompare(c *comp) {
	cols := c.sc.Columns
	if len(cols) < 2 {
		drawStatement(c)
		return
	}
	if len(cols) > 2 {
		drawTable(c)
		return
	}
	a, b := cols[0], cols[1]
	if a.Winner && !b.Winner {
		a, b = b, a // the winner stands on the right
	}
	won := b.Winner && !a.Winner
	c.stageMotif(box{8, 10, c.w - 16, c.pick(72, 110)})
	head := c.block(set{role: look.Headline, size: c.pick(6.4, 8.2), text: c.sc.Headline, w: c.pick(150, c.w-13), h: c.pick(0, 18), lines: c.lines(1, 2), color: c.st.Text})
	hy := c.pick(13, 20.5)
	if rowCount(head) > 1 && !c.port {
		hy = 10
	}
	c.rows(head, c.margin(), hy, .15, "headline")
	n := max(len(a.Rows), len(b.Rows))
	n = min(n, c.most())
	if n == 0 {
		n = 1
	}
	rightAt := c.cues.at(b.Title, max(.75, .3*c.in.Seconds))
	// A side that is named last of all has to be read, too.
	rightAt = max(.5, min(rightAt, c.in.Seconds-leastRead))
	switch l, r := pairs(a, b, n); {
	case claimed(l, r):
		c.claims(a, b, won, n, rightAt)
	case n <= fewRows:
		c.versus(a, b, won, n, rightAt)
	case c.port:
		c.comparePort(a, b, won, n, rightAt)
	default:
		c.compareLand(a, b, won, n, rightAt)
	}
	c.furniture()
	zone := box{}
	if c.port {
		zone = box{6.5, 121, c.w - 13, 16}
	}
	c.captionZone(zone)
	c.hit(rightAt, "whoosh")
}

// pairs makes the rows of both columns align: the same label on the same line.
func pairs(a, b scene.Column, n int) (l, r []scene.Item) {
	l, r = make([]scene.Item, n), make([]scene.Item, n)
	get := func(rows []scene.Item, i int) scene.Item {
		if i < len(rows) {
			return rows[i]
		}
		return scene.Item{}
	}
	for i := range n {
		l[i], r[i] = get(a.Rows, i), get(b.Rows, i)
		for _, it := range []*scene.Item{&l[i], &r[i]} {
			switch { // a title is what stands in the row, or its name
			case it.Value == "":
				it.Value = it.Title
			case it.Label == "":
				it.Label = it.Title
			}
		}
		if l[i].Label == "" {
			l[i].Label = r[i].Label
		}
		if r[i].Label == "" {
			r[i].Label = l[i].Label
		}
	}
	return l, r
}

// abreast lays out the texts of one side at the size that their like on both sides have,
// where neither side has won: what differs in size looks weighed.
func (c *comp) abreast(won bool, sets []set, both ...string) []*text.Block {
	all := slices.Clone(sets)
	for _, t := range both {
		if !won {
			s := sets[0]
			s.text = t
			all = append(all, s)
		}
	}
	return c.blocks(all)[:len(sets)]
}

// valuesOf are the values of both sides.
func valuesOf(l, r []scene.Item) []string {
	var out []string
	for _, it := range slices.Concat(l, r) {
		out = append(out, it.Value)
	}
	return out
}

// rowTimes is when the rows of a side come up whose first comes up at time at: with the words
// that name them, in their order, and at the latest a second before the scene ends.
func (c *comp) rowTimes(rows []scene.Item, at float64) []float64 {
	out := make([]float64, len(rows))
	for i, row := range rows {
		out[i] = at
		if i == 0 {
			continue
		}
		out[i] = out[i-1] + .15
		for _, name := range []string{row.Cue, row.Value} {
			if t, _, ok := c.cues.find(name, 0); ok && name != "" {
				out[i] = max(out[i], min(t-lead, c.in.Seconds-1))
				break
			}
		}
	}
	return out
}

func (c *comp) compareLand(a, b scene.Column, won bool, n int, rightAt float64) {
	lb, rb := box{8.9, 27.5, 74, 50.5}, box{88, 24, 80.9, 57}
	if !won {
		lb, rb = box{8.9, 26, 76.5, 53}, box{92.4, 26, 76.5, 53}
	}
	pitch := map[int]float64{3: 11.5, 4: 9.4, 5: 7.3, 6: 6.1}[n]
	value := map[int]float64{3: 4.6, 4: 4.4, 5: 3.8, 6: 3.5}[n]
	const first = 40.3 // top of the rows, the same for both
	l, r := pairs(a, b, n)
	both := valuesOf(l, r)
	side := func(bx box, col scene.Column, rows []scene.Item, hot bool, icon int, in ...track) {
		s := cardStyle{n: icon}
		if hot {
			s.state, s.radius = active, 3.4
		}
		ct := c.onCard(bx.w, bx.h, s)
		z, pad := 6.0, 3.4
		if hot {
			z, pad = 6.8, 4
		}
		ty := 31 - bx.y + (6.8-z)/2 - .6
		tileBG, tileCol := ct.tile, ct.muted
		if hot && !c.th.Style.Flat {
			tileBG, tileCol = look.Fill{RGB: c.th.A, Alpha: 1}, c.th.OnA
		}
		ts := 3.6
		if hot {
			ts = 4.2
		}
		name := set{role: look.Role{Land: ts, Port: ts, Weight: 680, Track: look.CardTitle.Track, Line: look.CardTitle.Line, Display: look.CardTitle.Display}, text: col.Title, w: bx.w - 2*pad - z - 1.8, lines: 1, color: ct.text}
		tb := c.abreast(won, []set{name}, a.Title, b.Title)[0]
		c.cardWhenSeen(bx.w, bx.h, s, func(k *canvas, _ cardText) {
			k.tile(icons.For("", icon, col.Title), pad, ty, z, tileBG, tileCol)
			k.text(tb, pad+z+1.8, ty+(z-c.hgt(tb))/2)
		}).put(bx.x, bx.y, in...)
		var labels, values []set
		inner := bx.w - 2*pad
		for _, it := range rows {
			vs, vw := value*.8, 560.0
			if hot || !won {
				vs, vw = value, 720
			}
			values = append(values, set{role: look.Role{Land: vs, Port: vs, Weight: vw, Track: -.022, Line: 1.15, Display: true}, text: it.Value, w: inner * .58, h: pitch - .5, lines: 1, color: ct.text})
			labels = append(labels, set{role: look.Role{Land: 2.4, Port: 2.4, Weight: 460, Line: 1.25}, text: it.Label, w: inner * .46, lines: 2, color: ct.muted})
		}
		vbs := c.abreast(won, values, both...)
		for i, b := range vbs { // a label has what its value leaves
			labels[i].w = inner - max(.5*inner, c.wid(b)) - 2.4
			labels[i].lines = 3
			labels[i].h = pitch
		}
		lbs := c.blocks(labels)
		at := .5
		if hot || bx.x > 60 {
			at = rightAt + .15
		}
		times := c.rowTimes(rows, at)
		for i := range rows {
			rk := c.whenSeen(inner, pitch, .4, func(rk *canvas) {
				if i > 0 {
					alpha := .10
					if hot {
						alpha = .22
					}
					rk.rr(0, 0, inner, .1, 0, raster.Solid(ct.text.NRGBA(alpha)), 1)
				}
				rk.text(lbs[i], 0, (pitch-c.hgt(lbs[i]))/2)
				if vbs[i] != nil {
					rk.text(vbs[i], inner-c.wid(vbs[i]), (pitch-c.hgt(vbs[i]))/2)
				} else {
					rk.rr(inner-3, pitch/2-.12, 3, .24, .12, raster.Solid(ct.muted.NRGBA(.7)), 1)
				}
			})
			lift := in[len(in)-1:]
			rk.put(bx.x+pad, first+float64(i)*pitch, append([]track{c.enter(times[i])}, lift...)...)
		}
	}
	lift := c.lift(won, rightAt+.6)
	still := track(func(float64, *scene.Pose) {})
	c.together("items", lb, .3, 0, func() { side(lb, a, l, false, 0, c.slide(.3, .6, -12, 0), still) })
	c.placeSide(rb, 31, first, pitch, n, rightAt)
	c.together("items", rb, rightAt, 1, func() { side(rb, b, r, won, 1, c.slide(rightAt, .6, 12, 0), lift) })
	// Between two rows, where no value comes near.
	c.orDisc((lb.x+lb.w+rb.x)/2, first+pitch*math.Round((52.8-first)/pitch), 4.5, rightAt+.35, "→")
}

// lift raises the winning card by one u.
func (c *comp) lift(won bool, at float64) track {
	return func(t float64, p *scene.Pose) {
		if won {
			p.Y -= c.u * inOutSine(ramp(c.held(t), at, .4))
		}
	}
}

// aTime is the title of a column that is a time, or the state before or after a change.
var aTime = pattern.New(`(?i)^(?:(?:19|20)\d\d$|(?:before|after|then|now|today|yesterday|previously|instead of|old way|new way)$|(?:last|this|goal for|target for) |(?:vorher|nachher|früher|heute|jetzt)$|(?:letztes|dieses) |(?:antes|después|ahora|hoy|depois|agora|hoje)$|(?:este año|este ano|año pasado|ano passado)$|(?:avant|après|maintenant)$|(?:cette|l['’]an)|(?:prima|dopo|ora|oggi)$|(?:voor|na|vroeger|före|efter|før|etter|przed|po|wcześniej|önce|sonra|до|после|раньше|сейчас|ennen|jälkeen|před)$|(?:قبل|بعد|לפני|אחרי|之前|之后|以前|现在|導入前|導入後|現在|이전|이후)$|(?:l['’]anno|quest['’]anno))`)

// orWords are "or" between two things, by language.
var orWords = map[string]string{"en": "or", "de": "oder", "fr": "ou", "es": "o", "it": "o", "pt": "ou", "nl": "of", "sv": "eller", "da": "eller", "nb": "eller", "no": "eller",
	"fi": "tai", "pl": "lub", "cs": "nebo", "sk": "alebo", "hu": "vagy", "ro": "sau", "tr": "veya", "el": "ή", "ru": "или", "uk": "або", "bg": "или", "sr": "или", "hr": "ili",
	"ar": "أو", "fa": "یا", "ur": "یا", "he": "או", "hi": "या", "th": "หรือ", "vi": "hoặc", "id": "atau", "ms": "atau", "zh": "或", "ja": "または", "ko": "또는"}

// orDisc is the round word between the cards, or an arrow to the next.
func (c *comp) orDisc(x, y, r, at float64, arrow string) {
	word := orWords[baseLang(c.lang())]
	if word == "" {
		word = "/"
	}
	if c.rtl && arrow == "→" {
		arrow = "←"
	}
	if cols := c.sc.Columns; len(cols) > 1 && aTime.MatchString(cols[0].Title) && aTime.MatchString(cols[1].Title) {
		word = arrow // one became the other: there is nothing to choose
	}
	k := c.newCanvas(2*r, 2*r, 5)
	k.shadow(0, 0, 2*r, 2*r, r, 1, 3, c.th.Ink0, .5)
	k.disc(r, r, r, white(1), 1)
	dark := look.LCH{L: .2, C: .05, H: c.th.HP}.RGB()
	in := set{role: look.Role{Land: r * .66, Port: r * .66, Weight: 680, Line: 1}, text: word, color: dark, rigid: true}
	b := c.block(in)
	if w := c.wid(b); w > 1.75*r {
		in.size = r * .66 * 1.75 * r / w
		b = c.block(in)
	}
	k.text(b, r-c.wid(b)/2, r-c.hgt(b)/2)
	k.put(x-r, y-r, c.pop(at, .35))
}

func (c *comp) comparePort(a, b scene.Column, won bool, n int, rightAt float64) {
	half := (c.w - 13) / 2
	deep := 0.0 // lower than where captions stand
	if !c.spoken() {
		deep = max(0, min(133, c.h-9)-118.5)
	}
	lb, rb := box{6.5, 47.5, half - 2.5, 71}, box{6.5 + half - 1.5, 43, half + 1.5, 75.5}
	if !won {
		lb, rb = box{6.5, 45, half - 1.2, 73}, box{6.5 + half + 1.2, 45, half - 1.2, 73}
	}
	lb.h, rb.h = lb.h+deep, rb.h+deep
	pitch := (56 + deep) / float64(n)
	grow := max(1, min(1.25, pitch/14.3)) // three rows have the room to be larger
	const first = 60.5
	l, r := pairs(a, b, n)
	both := valuesOf(l, r)
	side := func(bx box, col scene.Column, rows []scene.Item, hot bool, icon int, in ...track) {
		s := cardStyle{n: icon, radius: 3}
		if hot {
			s.state, s.radius = active, 3.4
		}
		ct := c.onCard(bx.w, bx.h, s)
		z, pad := 5.6, 3.0
		if hot {
			z, pad = 6.8, 3.5
		}
		tileBG, tileCol := ct.tile, ct.muted
		if hot && !c.th.Style.Flat {
			tileBG, tileCol = look.Fill{RGB: c.th.A, Alpha: 1}, c.th.OnA
		}
		ty := 53.6 - bx.y - z/2
		ts := 3.6
		if hot {
			ts = 4.2
		}
		name := set{role: look.Role{Land: ts, Port: ts, Weight: 700, Track: -.018, Line: 1.1, Display: true}, text: col.Title, w: bx.w - 2*pad - z - 1.6, lines: 2, h: 9, color: ct.text}
		tb := c.abreast(won, []set{name}, a.Title, b.Title)[0]
		c.cardWhenSeen(bx.w, bx.h, s, func(k *canvas, _ cardText) {
			k.tile(icons.For("", icon, col.Title), pad, ty, z, tileBG, tileCol)
			k.text(tb, pad+z+1.6, ty+(z-c.hgt(tb))/2)
		}).put(bx.x, bx.y, in...)
		inner := bx.w - 2*pad
		var labels, values []set
		for _, it := range rows {
			vs, vw := 4.4, 560.0
			if hot {
				vs, vw = 5.6, 730
			} else if !won {
				vs, vw = 5, 680
			}
			vs *= grow
			label := 2.7 * grow * 1.2 // the height of one line
			vs *= min(1, (pitch-2.1-label)/(vs*1.12))
			labels = append(labels, set{role: look.Role{Land: 2.7 * grow, Port: 2.7 * grow, Weight: 460, Line: 1.2}, text: it.Label, w: inner, h: max(label, pitch-2.1-vs*1.12), lines: 1, color: ct.muted})
			values = append(values, set{role: look.Role{Land: vs, Port: vs, Weight: vw, Track: -.022, Line: 1.12, Display: true}, text: it.Value, w: inner, h: pitch - 1.7 - label, lines: 1, color: ct.text})
		}
		vbs := c.abreast(won, values, both...)
		for i := range labels { // a label has what its value leaves
			labels[i].h = max(labels[i].role.Port*1.2, pitch-1.7-c.hgt(vbs[i]))
		}
		lbs := c.blocks(labels)
		at := .5
		if bx.x > 20 {
			at = rightAt + .15
		}
		times := c.rowTimes(rows, at)
		for i := range rows {
			rk := c.whenSeen(inner, pitch, .4, func(rk *canvas) {
				if i > 0 {
					rk.rr(0, 0, inner, .12, 0, raster.Solid(ct.text.NRGBA(.18)), 1)
				}
				top := min(1.5, max(.9, pitch-c.hgt(lbs[i])-c.hgt(vbs[i])-.9))
				rk.text(lbs[i], 0, top)
				if vbs[i] != nil {
					room := pitch - top - c.hgt(lbs[i]) - c.hgt(vbs[i])
					rk.text(vbs[i], 0, top+c.hgt(lbs[i])+max(.1, min(.2+max(.3, (6.3*grow-c.hgt(vbs[i]))/2), room-.4)))
				} else {
					rk.rr(0, 1.7+c.hgt(lbs[i])+3, 3, .24, .12, raster.Solid(ct.muted.NRGBA(.7)), 1)
				}
			})
			rk.put(bx.x+pad, first+float64(i)*pitch-1.7, c.enter(times[i]), in[len(in)-1])
		}
	}
	still := track(func(float64, *scene.Pose) {})
	c.together("items", lb, .3, 0, func() { side(lb, a, l, false, 0, c.slide(.3, .6, -10, 0), still) })
	c.placeSide(rb, 50.8, first-1.7, pitch, n, rightAt)
	c.together("items", rb, rightAt, 1, func() { side(rb, b, r, won, 1, c.slide(rightAt, .6, 10, 0), c.lift(won, rightAt+.6)) })
}
