package look

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"gitops.video/render/render/engine/internal/scene"
)

// CardKind is how a style builds its cards.
type CardKind int

// The kinds of card.
const (
	SoftCard  CardKind = iota // translucent, soft shadow
	HardCard                  // opaque, thick border, hard shadow
	HairCard                  // no card: a hairline on top
	FlatCard                  // flat colour, border, no shadow
	PlainCard                 // flat colour, nothing else
)

// Style is a preset: tokens over the same layouts.
type Style struct {
	Name             string
	Primary, Accent  string // its own colours, where the brand has none
	Weight           float64
	NumberWeight     float64
	Track            float64 // added to the roles' tracking, em
	Scale            float64 // of display sizes
	Angle, CardAngle float64 // degrees
	Card             CardKind
	Border           float64 // of cards, u
	Hard             float64 // hard shadow of cards, u
	Radius           float64 // of cards, u
	TextShadow       string  // "", stacked, glow, double
	Motif            string  // cells, dots, arcs, rings, bars, diagonals, bokeh, none
	IconStroke       float64 // of 24
	IconFill         float64 // opacity of the main shape
	Data             string  // area, bars, thin
	Grain            float64 // of 255
	GlowScale        float64 // of the stage glows' alpha
	Halftone         float64 // opacity of the dot screen
	Bars             float64 // letterbox, u
	Flat             bool    // flat stages instead of gradients
	EveryStage       string  // all scenes on this stage; "" = the kind's own
	Enter            float64 // seconds
	EnterEase        string
	Steps            float64 // frames a second that motion is held to; 0 = every frame
}

var styles = map[string]Style{
	"default": {Weight: 760, NumberWeight: 780, Scale: 1, Radius: 2.8, Border: .1, Motif: "cells",
		IconStroke: 1.8, IconFill: .2, Data: "area", Grain: 1, GlowScale: 1, Enter: .45, EnterEase: "out-quint",
		Primary: "#2457F5", Accent: "#FFB224"},
	"bold": {Weight: 900, NumberWeight: 900, Track: -.012, Scale: 1.2, Radius: 2.4, Border: .55, Hard: 1.1, Angle: -3, CardAngle: 2,
		Card: HardCard, TextShadow: "stacked", Motif: "dots", IconStroke: 2.6, IconFill: 1, Data: "bars", Flat: true, GlowScale: 0,
		Enter: .3, EnterEase: "out-back", Primary: "#5B21FF", Accent: "#FFE03A"},
	"cinematic": {Weight: 300, NumberWeight: 200, Track: .014, Scale: .92, Card: HairCard, Border: .14, TextShadow: "glow", Motif: "bokeh",
		IconStroke: 1.2, Data: "thin", Grain: 4, GlowScale: 1, Bars: 8.2, Enter: .9, EnterEase: "out-sine", EveryStage: "ink",
		Primary: "#2B8C93", Accent: "#E8B26A"},
	"retro": {Weight: 900, NumberWeight: 900, Track: -.004, Scale: 1.2, Radius: 1.8, Border: .4, Card: FlatCard, TextShadow: "double",
		Motif: "arcs", IconStroke: 2.2, Data: "bars", Grain: 2, Halftone: .09, Flat: true, Enter: .4, EnterEase: "out-quint", Steps: 12,
		Primary: "#C6442A", Accent: "#E9A42F"},
}

func init() {
	def := styles["default"]
	minimal := def
	minimal.Motif, minimal.GlowScale = "none", .4
	gradient := def
	gradient.GlowScale, gradient.EveryStage = 1.3, "brand"
	flat := styles["bold"]
	flat.Angle, flat.CardAngle, flat.Border, flat.Hard, flat.TextShadow, flat.Card = 0, 0, 0, 0, "", PlainCard
	flat.EnterEase, flat.Enter, flat.Weight, flat.Scale, flat.Track = "out-quint", .4, 800, 1.1, -.004
	cartoon := styles["bold"]
	cartoon.Radius, cartoon.Border = 4, .7
	styles["minimal"], styles["gradient"], styles["flat"], styles["cartoon"] = minimal, gradient, flat, cartoon
}

// StyleName is the preset that a name stands for; common other names of them are
// understood. "" where it stands for none.
func StyleName(name string) string {
	key := strings.ToLower(strings.TrimSpace(name))
	switch key {
	case "minimalistic", "minimalist", "clean":
		return "minimal"
	case "bold & vibrant", "bold and vibrant", "vibrant":
		return "bold"
	case "gradient modern", "modern gradient":
		return "gradient"
	case "flat design":
		return "flat"
	}
	if _, ok := styles[key]; !ok {
		return ""
	}
	return key
}

// StyleNamed returns a preset; "" is default.
func StyleNamed(name string) (Style, error) {
	key := StyleName(cmp.Or(name, "default"))
	s, ok := styles[key]
	if !ok {
		return Style{}, fmt.Errorf("style %q is not one of default, minimal, bold, cinematic, flat, gradient, retro, cartoon", name)
	}
	s.Name = key
	return s, nil
}

func knownMotif(m string) bool {
	switch m {
	case "cells", "dots", "arcs", "rings", "bars", "diagonals", "none", "bokeh":
		return true
	}
	return false
}

// restyle recolours the stages for the presets that are not built of the three
// default worlds.
func (t *Theme) restyle(l scene.Look) {
	own := l.Primary != ""
	switch t.Style.Name {
	case "bold", "cartoon", "flat":
		t.poster(own, ground(l))
	case "retro":
		t.retro(own, ground(l))
	case "cinematic":
		t.cinema(ground(l))
	}
}

// ground is the background that a look asks for; nil is none.
func ground(l scene.Look) *RGB {
	c, err := Hex(l.Background)
	if err != nil { // "", since what is no colour has been refused before
		return nil
	}
	return &c
}

// poster is bold, flat and cartoon: flat saturated fields and a near-black line.
func (t *Theme) poster(own bool, bg *RGB) {
	t.Line = MustHex("#170A2E")
	t.Flats = [4]RGB{MustHex("#FF2F6D"), MustHex("#5B21FF"), MustHex("#FFE03A"), MustHex("#2CE8B5")}
	if own {
		t.Line = LCH{.19, min(.06, t.P.LCH().C), t.HP}.RGB()
		p := bend(t.P, on(t.P, t.HP))
		t.Flats = [4]RGB{t.third(p), p, t.A, t.paleTint()}
	}
	switch { // a palette that names its ground is whole: no other colour comes in
	case bg == nil:
	case bg.Luminance() <= .18:
		t.Flats[0], t.Flats[1], t.Flats[2] = bend(t.P, on(t.P, t.HP)), *bg, t.A
	default:
		t.Flats[0], t.Flats[1], t.Flats[2] = t.A, bend(t.P, on(t.P, t.HP)), *bg
	}
	white := RGB{1, 1, 1}
	mk := func(name string, base RGB) Stage {
		tx := t.Line
		if Contrast(white, base) >= 4.5 {
			tx = white
		}
		return Stage{Name: name, Dark: tx == white, Base: base, Text: tx, Muted: tx, Accent: Repair(t.A, base, 3), Primary: tx,
			Card: Fill{white, 1}, Later: Fill{white.Mix(base, .25), 1}, Border: Fill{t.Line, 1}, Tile: Fill{t.Flats[2], 1}, Hair: Fill{tx, .3}}
	}
	t.stages = map[string]Stage{"ink": mk("ink", t.Flats[1]), "brand": mk("brand", t.Flats[0]), "paper": mk("paper", t.Flats[2])}
	for k, s := range t.stages {
		if k == "paper" {
			s.Tile = Fill{t.Flats[0], 1}
		}
		s.Accent = t.loudOn(s)
		t.stages[k] = s
	}
	hot := t.Flats[0]
	if hot.LCH().C < .05 { // a grey is not what a brand of black, white and one colour is known by
		if hot = t.Flats[1]; hot.Apart(white) < .1 {
			hot = t.Line
		}
	}
	t.Hot = [3]RGB{hot, hot, hot}
	t.OnP = t.bestOn(hot)
	mark := t.Flats[0]
	if mark.LCH().C < .05 && t.A.LCH().C > .05 && t.A.Apart(white) > .1 {
		mark = t.A // the one colour of a brand of black or grey
	}
	t.Caption = Caption{Plate: Fill{white, 1}, Border: .5, BorderColor: t.Line, HardShadow: .9, Radius: 2, Weight: 850,
		Spoken: t.Line, Coming: Fill{t.Line, .72}, Box: Fill{mark, 1}, Current: t.bestOn(mark)}
	if t.Style.Name == "flat" {
		t.Caption.Border, t.Caption.HardShadow, t.Caption.Weight = 0, 0, 720
	}
}

// third is the colour that a brand of two lacks: a shade of one of them, as far as can be
// from both, from white and from the line. No hue comes in that the brand does not have,
// and yellows do not get so dark that they are brown.
func (t *Theme) third(p RGB) RGB {
	best, far := p, -1.0
	for i, c := range []LCH{t.P.LCH(), t.A.LCH()} {
		for _, l := range []float64{.34, .42, .50, .58, .66, .74, .80} {
			if c.C > .03 && hueGap(c.H, 85) < 40 && l < .8 {
				continue
			}
			s := LCH{l, max(c.C, min(.16, 2*c.C)), c.H}.RGB()
			s = bend(s, t.bestOn(s))
			d := min(apart(s, p), apart(s, t.A), apart(s, t.Line), apart(s, RGB{1, 1, 1}))
			if d < .18 {
				d -= .2 // near enough to be taken for it
			}
			if d += .5*s.LCH().C - .12*float64(i); d > far {
				best, far = s, d
			}
		}
	}
	return best
}

// paleTint is the brand's own off-white: of the accent where the primary is pale itself.
func (t *Theme) paleTint() RGB {
	c := t.P.LCH()
	if t.light || c.C < .03 {
		c = t.A.LCH()
	}
	return LCH{.90, min(.09, c.C), c.H}.RGB()
}

// apart is how far two colours are from each other to the eye: their distance in OKLab.
func apart(a, b RGB) float64 {
	p, q := a.LCH(), b.LCH()
	ps, pc := math.Sincos(p.H * math.Pi / 180)
	qs, qc := math.Sincos(q.H * math.Pi / 180)
	return math.Hypot(p.L-q.L, math.Hypot(p.C*pc-q.C*qc, p.C*ps-q.C*qs))
}

// loudOn is the colour of a stage's great figures and key words: the first of the palette
// that reads there as it is, and is not just the text's. One that had to be darkened
// until it reads would be mud.
func (t *Theme) loudOn(s Stage) RGB {
	order := []RGB{t.Flats[2], t.Flats[1], t.Flats[3], t.Flats[0], {1, 1, 1}}
	if s.Name == "paper" {
		order = []RGB{t.Flats[1], t.Flats[0], t.Flats[3], {1, 1, 1}}
	}
	for _, c := range order {
		if Contrast(c, s.Base) >= 3 && apart(c, s.Text) > .12 {
			return c
		}
	}
	return s.Text
}

func (t *Theme) bestOn(bg RGB) RGB {
	if w := (RGB{1, 1, 1}); Contrast(w, bg) >= Contrast(t.Line, bg) {
		return w
	}
	return t.Line
}

// retro is warm paper, mustard, rust and teal with a brown line.
func (t *Theme) retro(own bool, bg *RGB) {
	cream, cream2 := MustHex("#F7E8CB"), MustHex("#FCF3DF")
	if bg != nil && bg.Luminance() > .5 {
		cream, cream2 = *bg, bg.Mix(RGB{1, 1, 1}, .4)
	}
	t.Line = MustHex("#3A1F14")
	t.Flats = [4]RGB{t.P, t.A, MustHex("#2E6E66"), MustHex("#F1C9A0")}
	if own { // the brand's own second field, as faded as the preset's
		h := t.HA
		if hueGap(h, 85) < 40 || hueGap(h, t.HP) < 40 { // which would be mud, or no second one
			h = t.HP
		}
		c := min(.08, .8*max(t.P.LCH().C, t.A.LCH().C))
		t.Flats[2] = LCH{.46, c, h}.RGB()
		if apart(t.Flats[2], t.P) < .12 {
			t.Flats[2] = LCH{.34, c, h}.RGB()
		}
	}
	mk := func(name string, base RGB) Stage {
		tx := t.Line
		if Contrast(tx, base) < 4.5 {
			tx = cream2
		}
		tx = Repair(tx, base, 4.5)
		return Stage{Name: name, Dark: tx.Luminance() > .18, Base: base, Text: tx, Muted: tx.Mix(base, .08), Accent: Repair(t.P, base, 3), Primary: tx,
			Card: Fill{cream2, 1}, Later: Fill{cream2.Mix(base, .3), 1}, Border: Fill{t.Line, 1}, Tile: Fill{t.Flats[3], 1}, Hair: Fill{tx, .3}}
	}
	teal := Repair(t.Flats[2], cream2, 4.5)
	t.Flats[2] = teal
	brand := mk("brand", teal)
	brand.Accent = Repair(t.A, teal, 3)
	t.stages = map[string]Stage{"ink": mk("ink", cream), "paper": mk("paper", cream), "brand": brand}
	t.Hot = [3]RGB{t.A, t.A, t.A}
	t.OnP = t.bestOn(t.A)
	t.Caption = Caption{Plate: Fill{t.Line, 1}, Radius: 1.4, Weight: 720, Spoken: cream2, Coming: Fill{cream2, .72},
		Box: Fill{t.A, 1}, Current: on(t.A, t.A.LCH().H)}
	if Contrast(t.Line, t.A) >= 4.5 {
		t.Caption.Current = t.Line
	}
	t.Paper0, t.Paper1, t.PaperMid = cream, cream.Mix(t.Flats[3], .25), cream
	t.Ink0, t.Ink1 = t.Line, t.Line.Mix(t.Flats[2], .2)
}

// cinema is near-black with light in two colours.
func (t *Theme) cinema(bg *RGB) {
	bk, tx := MustHex("#05070A"), MustHex("#F4EFE6")
	t.Ink0, t.Ink1, t.InkMid = bk, MustHex("#0A1418"), MustHex("#080D11")
	t.InkCard = MustHex("#11181D")
	if bg != nil && bg.Luminance() < .05 {
		c := bg.LCH()
		bk = *bg
		t.Ink0, t.InkMid, t.Ink1, t.InkCard = bk, LCH{c.L + .02, c.C, c.H}.RGB(), LCH{c.L + .05, c.C * 1.2, c.H}.RGB(), LCH{c.L + .07, c.C, c.H}.RGB()
	}
	white := RGB{1, 1, 1}
	s := Stage{Name: "ink", Dark: true, Base: bk, Text: tx, Muted: MustHex("#B9C3C5"),
		Accent: Repair(t.A, t.InkCard, 4.5), Primary: Repair(t.P.Mix(white, .35), t.InkCard, 4.5),
		Card: Fill{white, 0}, Later: Fill{white, 0}, Border: Fill{white, .22}, Tile: Fill{white, .06}, Hair: Fill{white, .2}}
	t.stages = map[string]Stage{"ink": s, "paper": s, "brand": s}
	t.Hot = [3]RGB{t.InkCard, t.InkCard, t.InkCard}
	t.OnP = s.Accent
	t.Caption = Caption{SoftShadow: true, Weight: 460, Spoken: tx, Coming: Fill{tx, .75}, Current: s.Accent}
}
