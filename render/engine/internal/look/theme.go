package look

import (
	"fmt"
	"hash/fnv"
	"math"
	"strings"

	"gitops.video/render/render/engine/internal/scene"
)

// Theme is one brand in one style: every colour and token that drawing needs.
type Theme struct {
	Style Style
	P, A  RGB // primary and accent after the edge cases
	HP    float64
	HA    float64

	Ink0, InkMid, Ink1, InkCard  RGB
	Paper0, PaperMid, Paper1     RGB
	BrandHi, Brand0, Brand1      RGB
	Glow, Glow2, Cool, BrandDeep RGB // light on the backdrops
	OnA, OnP                     RGB // text on the accent, on the active card
	Hot                          [3]RGB
	AccentHi                     RGB // the accent's bright end, for lit cells

	Flats   [4]RGB // bold and retro: the flat colours, stage by stage
	Line    RGB    // bold and retro: outline colour
	Caption Caption

	Pale bool // the look names a pale ground: what would stand on ink stands on it

	stages map[string]Stage
	light  bool // the primary is a light colour: the brand stage is light
}

// Stage is one of the three worlds that a scene is set in, with the colours that
// hold their contrast there.
type Stage struct {
	Name    string // ink, paper, brand
	Dark    bool   // text is light
	Text    RGB
	Muted   RGB
	Accent  RGB // accent as text
	Primary RGB // primary as text and icons
	Card    Fill
	Later   Fill // card of what is still to come
	Border  Fill
	Tile    Fill // behind icons
	Hair    Fill // hairlines and chart grids
	Base    RGB  // the colour of a scrim
}

// Fill is a colour at an opacity of 0–1.
type Fill struct {
	RGB
	Alpha float64
}

// Caption holds the caption tokens of a style.
type Caption struct {
	Plate       Fill
	Border      float64 // u
	BorderColor RGB
	HardShadow  float64 // u, 0 = none
	SoftShadow  bool    // shadow under the letters, for captions without a plate
	Radius      float64 // u
	Weight      float64
	Spoken      RGB
	Coming      Fill
	Box         Fill // behind the current word; alpha 0 = colour only
	Current     RGB  // the current word
}

// on picks the near-white or near-black that reads best on bg.
func on(bg RGB, h float64) RGB {
	w, k := LCH{.985, .006, h}.RGB(), LCH{.19, .045, h}.RGB()
	if c := Contrast(w, bg); c >= 4.5 || c > Contrast(k, bg) {
		return w
	}
	return k
}

// On is the text colour for a background of the brand's own hue.
func (t *Theme) On(bg RGB) RGB { return on(bg, t.HP) }

// Tint is an OKLCH colour at the primary's hue plus turn degrees.
func (t *Theme) Tint(l, c, turn float64) RGB { return LCH{l, c, t.HP + turn}.RGB() }

func hueGap(a, b float64) float64 { return math.Abs(math.Mod(a-b+540, 360) - 180) }

func clamp(x, a, b float64) float64 { return min(b, max(a, x)) }

// Derive turns the brand's colours and the style's name into a theme. Notes say
// what was changed so that text stays readable; the error names a colour or style
// that does not exist.
func Derive(l scene.Look) (Theme, []string, error) {
	st, err := StyleNamed(l.Style)
	if err != nil {
		return Theme{}, nil, err
	}
	if l.Motif != "" {
		if !knownMotif(l.Motif) {
			return Theme{}, nil, fmt.Errorf("motif %q is not one of cells, dots, arcs, rings, bars, diagonals, none", l.Motif)
		}
		if st.Motif == "cells" || l.Motif == "none" {
			st.Motif = l.Motif // other presets are built around their own
		}
	}
	var notes []string
	if l.Motif == "" && st.Motif == "cells" { // the preset's default
		st.Motif = brandMotif(l)
	}
	t := Theme{Style: st}
	pick := func(name, own, preset string) (RGB, error) {
		if own == "" {
			return MustHex(preset), nil
		}
		c, err := Hex(own)
		if err != nil {
			return c, fmt.Errorf("look.%s: %w", name, err)
		}
		return c, nil
	}
	if t.P, err = pick("primary", l.Primary, st.Primary); err != nil {
		return Theme{}, nil, err
	}
	p := t.P.LCH()
	accent := st.Accent
	if l.Primary != "" && l.Accent == "" {
		a := LCH{.80, .16, 76}
		if p.C >= .03 && hueGap(p.H, 76) < 45 {
			a.H = 200
		}
		accent = a.RGB().String()
	}
	if t.A, err = pick("accent", l.Accent, accent); err != nil {
		return Theme{}, nil, err
	}
	a := t.A.LCH()
	grey := p.C < .03
	if grey && l.Primary != "" {
		p.H = a.H
	}
	if hueGap(p.H, a.H) < 30 && math.Abs(p.L-a.L) < .15 && !grey {
		if a.L >= p.L && a.L+.18 < .95 || a.L < p.L && a.L-.18 < .3 {
			a.L += .18
		} else {
			a.L -= .18
		}
		t.A = a.RGB()
		notes = append(notes, fmt.Sprintf("the accent was too close to the primary; it is %s", t.A))
		a = t.A.LCH()
	}
	if a.C < .04 && a.L < .45 && !grey && !st.Flat { // yellow and black: on dark scenes black would be a dull grey
		a = LCH{max(.80, p.L), min(p.C, .16), p.H}
		if p.L >= .68 {
			a.C = p.C
		}
		notes = append(notes, fmt.Sprintf("the accent %s does not stand out on dark scenes: %s does, and words are dark", t.A, a.RGB()))
		t.A = a.RGB()
	}
	t.HP, t.HA = p.H, a.H
	t.light = p.L >= .68
	t.derive(p, a, grey)
	if err := t.override(l); err != nil {
		return Theme{}, nil, err
	}
	t.buildStages()
	t.restyle(l)
	if err := t.textColour(l.Text); err != nil {
		return Theme{}, nil, err
	}
	return t, notes, nil
}

// textColour sets the words of every stage on which the brand's colour of text reads in
// it; the others keep their own.
func (t *Theme) textColour(name string) error {
	if name == "" {
		return nil
	}
	c, err := Hex(name)
	if err != nil {
		return fmt.Errorf("look.text: %w", err)
	}
	grounds := map[string][]RGB{"ink": {t.Ink0, t.InkCard}, "paper": {t.Paper1}, "brand": {t.BrandHi, t.Brand0}}
	if t.Flats != [4]RGB{} {
		grounds = nil // one flat colour each
	}
	for k, s := range t.stages {
		hardest := s.Base
		for _, bg := range grounds[k] {
			if Contrast(c, bg) < Contrast(c, hardest) {
				hardest = bg
			}
		}
		if Contrast(c, hardest) < 3 {
			continue // a dark text on a dark stage
		}
		own := c
		if Contrast(c, hardest) < 4.5 {
			if own = Repair(c, hardest, 4.5); own.Luminance() > hardest.Luminance() != (c.Luminance() > hardest.Luminance()) {
				continue // it would become the opposite: the stage's own is that already
			}
		}
		s.Text = own
		s.Muted = Repair(s.Text.Mix(s.Base, .15), hardest, 4.5)
		t.stages[k] = s
	}
	return nil
}

// brandMotif gives every brand one pattern of its own: half of them cells, the
// others dots, rings, diagonals or arcs.
func brandMotif(l scene.Look) string {
	if l.Primary == "" && l.LogoText == "" {
		return "cells"
	}
	h := fnv.New32a()
	h.Write([]byte(l.LogoText + "\x00" + strings.ToLower(l.Primary)))
	return []string{"cells", "cells", "cells", "cells", "dots", "rings", "diagonals", "arcs"}[h.Sum32()>>7%8]
}

func (t *Theme) derive(p, a LCH, grey bool) {
	h, c := p.H, p.C
	at := func(l, c, h float64) RGB { return LCH{l, c, h}.RGB() }
	k := dusk(h)
	t.Ink0, t.Ink1 = at(.155, k*min(.05, c*.22), h), at(.255, k*min(.105, c*.45), h)
	t.InkMid = at(.20, k*min(.075, c*.33), h)
	t.InkCard = at(.27, k*min(.075, c*.33), h)
	t.Paper0, t.Paper1 = at(.982, min(.007, c*.04), h), at(.925, min(.03, c*.14), h)
	t.PaperMid = at(.962, min(.014, c*.08), h)
	base := clamp(p.L, .42, .52)
	hi := LCH{.56, c * .93, h - 5}
	switch {
	case grey:
		base, hi = .24, LCH{.34, c, h}
	case t.light:
		base = clamp(p.L, .70, .86)
		hi = LCH{min(.92, base+.05), c * .93, h - 5}
	}
	t.Brand0, t.BrandHi = at(base, c, h), hi.RGB()
	t.Brand1 = at(base-.15, c*.82, h-4)
	if t.light {
		t.Brand1 = at(base-.07, c*.9, h-4)
	}
	// The stage's text has to read on all of its gradient.
	tx := on(t.Brand0, h)
	t.BrandHi, t.Brand1 = bend(t.BrandHi, tx), bend(t.Brand1, tx)
	t.Brand0 = bend(t.Brand0, tx)
	t.Glow, t.Glow2, t.Cool = at(clamp(p.L, .5, .7), c, h), at(.66, c*.75, h-18), at(.60, c*.75, h-45)
	t.BrandDeep = at(.30, min(.17, c), h)
	if grey { // the accent's light on black would be brown or olive: black is lit by cool white
		t.Glow, t.Glow2, t.Cool, t.BrandDeep = at(.54, .018, coolWhite), at(.62, .016, coolWhite), at(.46, .022, coolWhite), at(.17, .008, coolWhite)
	}
	if t.light {
		t.BrandDeep = at(base-.12, c, h)
	}
	t.OnA = on(t.A, h)
	// The active card is white on the primary; a primary of middling lightness goes
	// as dark as the brand stage does, so that its gradient stays clear.
	hot := t.P
	t.OnP = on(hot, h)
	if !t.light && t.OnP.Luminance() < .18 {
		t.OnP = LCH{.985, .006, h}.RGB()
		hot = at(base, c, h)
	}
	t.Hot = [3]RGB{
		bend(at(.565, c*.91, h-6), t.OnP),
		bend(hot, t.OnP),
		bend(at(clamp(p.L, .42, .52)-.15, c*.82, h-4), t.OnP),
	}
	if t.light {
		t.Hot = [3]RGB{bend(at(min(.93, p.L+.05), c*.9, h-6), t.OnP), bend(t.P, t.OnP), bend(at(p.L-.08, c*.9, h-4), t.OnP)}
	}
	if grey && !t.light {
		t.Hot = [3]RGB{bend(at(.40, c, h), t.OnP), bend(at(.30, c, h), t.OnP), bend(at(.22, c, h), t.OnP)}
		t.OnP = on(t.Hot[1], h)
	}
	if t.light {
		t.OnP = on(t.P, h)
	}
	t.AccentHi = at(min(.94, a.L+.10), a.C*.72, a.H+8)
}

// coolWhite is the hue that daylight has on a black or grey brand's grounds, degrees.
const coolWhite = 262

// dusk is the share of its colour that a hue keeps where it is dark: a dark yellow is brown or
// olive to the eye, and no longer the brand's.
func dusk(h float64) float64 {
	away := math.Abs(math.Mod(h-95+540, 360) - 180)
	return .35 + .65*clamp((away-20)/25, 0, 1)
}

// bend moves a background's lightness away from its text until that reads at 4.5.
func bend(bg, text RGB) RGB { return Repair(bg, text, 4.55) }

// override puts the user's background and text in place of paper or ink.
func (t *Theme) override(l scene.Look) error {
	if l.Background == "" {
		return nil
	}
	bg, err := Hex(l.Background)
	if err != nil {
		return fmt.Errorf("look.background: %w", err)
	}
	c := bg.LCH()
	if bg.Luminance() > .18 {
		t.Paper0, t.PaperMid = bg, bg
		t.Pale = !t.Style.Flat && t.Style.EveryStage == ""
		if t.Paper1 = (LCH{max(0, c.L-.05), c.C + .012, c.H}).RGB(); t.Paper1.Luminance() <= .18 {
			t.Paper1 = bg // a middle grey: its shade would ask for light words
		}
		return nil
	}
	t.Ink0, t.InkMid = bg, LCH{c.L + .04, c.C, c.H}.RGB()
	t.Ink1 = LCH{c.L + .09, c.C * 1.3, c.H}.RGB()
	t.InkCard = LCH{c.L + .11, c.C * 1.2, c.H}.RGB()
	if white := (RGB{1, 1, 1}); Contrast(white, t.InkCard) < 4.6 { // a mid blue: lighter yet, no words read on both
		t.InkMid, t.Ink1 = LCH{c.L - .02, c.C, c.H}.RGB(), LCH{c.L - .05, c.C, c.H}.RGB()
		t.InkCard = LCH{c.L - .09, c.C, c.H}.RGB()
	}
	return nil
}

func (t *Theme) buildStages() {
	white := RGB{1, 1, 1}
	h := t.HP
	c := t.P.LCH().C
	at := func(l, c float64) RGB { return LCH{l, c, h}.RGB() }
	ink := Stage{
		Name: "ink", Dark: true, Base: t.Ink0,
		Text: Repair(at(.98, .006), t.InkCard, 4.5), Muted: Repair(at(.80, min(.035, c)), t.InkCard, 4.5),
		Accent: Repair(t.A, t.InkCard, 4.5), Primary: Repair(at(.72, c*.7), t.InkCard, 4.5),
		Card: Fill{t.InkCard, .74}, Later: Fill{t.InkCard, .5}, Border: Fill{white, .11},
		Tile: Fill{white, .09}, Hair: Fill{white, .13},
	}
	paper := Stage{
		Name: "paper", Base: t.Paper0,
		Text: Repair(at(.20, min(.05, c*.22)), t.Paper1, 4.5), Muted: Repair(at(.47, min(.04, c)), t.Paper1, 4.5),
		Accent: Repair(t.A, t.Paper0, 4.5), Primary: Repair(t.P, t.Paper1, 4.5),
		Card: Fill{white, 1}, Later: Fill{white, .62}, Border: Fill{t.P, .07},
		Tile: Fill{t.P, .09}, Hair: Fill{at(.895, min(.016, c)), 1},
	}
	tx := on(t.Brand0, h)
	brand := Stage{
		Name: "brand", Dark: tx.Luminance() > .18, Base: t.Brand0,
		Text: tx, Muted: tx.Mix(t.Brand0, .08), Accent: Repair(t.A, t.Brand0, 3), Primary: tx,
		Card: Fill{tx, .07}, Later: Fill{tx, .04}, Border: Fill{tx, .2}, Tile: Fill{tx, .15}, Hair: Fill{tx, .22},
	}
	brand.Muted = Repair(brand.Muted, t.BrandHi, 4.5)
	if !brand.Dark { // on a light colour cards are lighter yet; darker ones look soiled
		brand.Card, brand.Later, brand.Border, brand.Tile = Fill{white, .55}, Fill{white, .3}, Fill{tx, .1}, Fill{tx, .1}
	}
	t.stages = map[string]Stage{"ink": ink, "paper": paper, "brand": brand}
	box := t.A
	if Contrast(box, t.Ink0) < 2.2 { // the spoken word would not stand out
		box = Repair(box, t.Ink0, 3)
	}
	t.Caption = Caption{
		Plate: Fill{t.Ink0, .84}, Radius: 2.2, Weight: 680, Spoken: white, Coming: Fill{white, .66},
		Box: Fill{box, 1}, Current: on(box, h),
	}
	t.Line = t.Ink0
}

// Stage returns the colours of ink, paper or brand; any other name is ink.
func (t *Theme) Stage(name string) Stage {
	if s, ok := t.stages[name]; ok {
		return s
	}
	return t.stages["ink"]
}
