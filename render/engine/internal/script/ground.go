package script

import (
	"fmt"
	"math"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// ground gives a scene the background that its picture asks for.
func (w *writer) ground(bt *telling.Beat, ps brief.Scene) {
	stage, words := groundOf(ps)
	if ps.Ground != "" && stage == "" && bt.Kind != scene.Presenter && bt.Kind != scene.Footage {
		bt.Stage = ps.Ground
		return
	}
	if words == "" || len(ps.Layers) > 0 && bt.Stage != "" || bt.Kind == scene.Presenter || bt.Kind == scene.Footage {
		return
	}
	if bt.Stage = w.ofPalette(stage); stage == "" {
		w.Note(ps.Line, fmt.Sprintf("scene %d, \"%s\": the style's own background is drawn", ps.Number, words))
	}
}

// groundOf is the stage that the words of a scene's picture ask for, a colour or a world of
// the style's, and those words.
func groundOf(ps brief.Scene) (stage, words string) {
	s := telling.QuoteIn.ReplaceAllString(ps.Header+". "+ps.Visual, " ")
	s = walksOn.ReplaceAllString(s, "$1 ")
	s = hexGround.ReplaceAllString(s, "$2 $1")
	s = hexBehind.ReplaceAllString(s, "$1") // "green (#2F855A)" is that green
	for _, re := range groundForms {
		for _, m := range re.FindAllStringSubmatch(s, -1) {
			words = strings.TrimSpace(m[0])
			if stage = stageNamed(m[1]); stage != "" {
				return stage, words
			}
		}
	}
	return "", words
}

// ofPalette is the colour of the prompt's own palette that goes by the same name as another
// one: where #B3001B is the brand's, it is what "a red background" means.
func (w *writer) ofPalette(stage string) string {
	if !strings.HasPrefix(stage, "#") {
		return stage
	}
	var palette []string
	if br := w.r.Spec.Brand; br != nil {
		palette = append(palette, br.Colors["primary"], br.Colors["accent"], br.Colors["background"])
	}
	for _, c := range w.Brief.Look.Colors {
		palette = append(palette, c.Hex)
	}
	for _, hex := range palette {
		if kin(hex, stage) {
			return strings.ToUpper(hex)
		}
	}
	return stage
}

// kin tells whether two colours go by one name: they are near in hue and in lightness, or
// both have no hue.
func kin(a, b string) bool {
	x, errX := look.Hex(a)
	y, errY := look.Hex(b)
	if errX != nil || errY != nil {
		return false
	}
	p, q := x.LCH(), y.LCH()
	if grey := isNeutral(a); grey || isNeutral(b) {
		return grey == isNeutral(b) && math.Abs(p.L-q.L) < .12
	}
	return math.Abs(math.Mod(p.H-q.H+540, 360)-180) < 20 && math.Abs(p.L-q.L) < .22
}

var hexBehind = pattern.New(`(?i)\b(?:(?:deep|dark|light|bright|pale|soft) )?(?:` + groundNames + `) \(?(#[0-9a-f]{6})\b\)?`)

// walksOn is what somebody does on a colour, which is no ground: "walk on green".
var walksOn = pattern.New(`(?i)\b(walk|drive|click|tap|press|step|cross|bet|gehen|fahren)(?:s|ing|ped|ed)? (?:on|over|against|auf) `)

// hexGround is a ground by its colour's name, and the value of that colour behind it.
var hexGround = pattern.New(`(?i)\b(?:(?:deep|dark|light|bright|pale|soft) )?(?:` + groundNames + `) (background|backdrop|bg|screen|ground|slide) \(?(#[0-9a-f]{6})\b\)?`)

// groundNames are the colours that are called by name.
var groundNames = prompt.ColorWords()

const shade = `(?:(?:solid|plain|flat|deep|dark|light|bright|pale|soft|warm|cool|brand|sky|royal|navy|forest|lime|mint)[ -]|(?:near|off|jet)[ -])`

var groundForms = []*pattern.Pattern{
	pattern.New(`(?i)(?:\bon (?:an? |the )?)?((?:\b` + shade + `){0,2}(?:\b(?:` + groundNames + `|dark|light|brand(?:ed)?|warm|cool)|#[0-9a-f]{6})(?: (?:brand|colou?r|gradient|blue))*) (?:full[- ]screen |studio )?(?:background|backdrop|bg|screen|ground|slide)\b`),
	cardGround,
	pattern.New(`(?i)\b(?:background|backdrop|bg|hintergrund|fondo|fond|sfondo|fundo|achtergrond)(?: colou?r)?(?: (?:is|in|turns|of)|:)? ((?:` + shade + `){0,2}(?:\p{L}+|#[0-9a-f]{6}))`),
	pattern.New(`(?i)\b(?:on|over|against) (?:an? |the )?((?:` + shade + `){0,2}(?:black|white|navy|blue|red|green|yellow|orange|purple|pink|gr[ea]y|cream|brown|teal|gold|beige|amber|mint|coral|indigo|violet|burgundy|charcoal|turquoise|slate|graphite|ivory|#[0-9a-f]{6}))\s*(?:[,.;:)]|$)`),
	pattern.New(`(?i)\b(?:on|over|against) (?:an? |the )?(#[0-9a-f]{6})\b`),
}

// cardGround is the colour of the card that a text fills the frame with: "quote on a yellow card".
var cardGround = pattern.New(`(?i)\b(?:quote|statement|title|text|headline|words?)s?\b[^.;:"“„]{0,20}? (?:on|over|in) (?:an? |the )?((?:` + shade + `){0,2}(?:` + groundNames + `)) (?:card|panel|plate|block)\b`)

// stageNamed is the stage that words name: the value of a colour, or one of the style's
// worlds where they say only how bright it is.
func stageNamed(s string) string {
	if brandGround.MatchString(s) {
		return "brand"
	}
	if hex := prompt.ColorIn(s); hex != "" {
		return hex
	}
	return lookupStage(s)
}

var brandGround = pattern.New(`(?i)\bbrand(?:ed)?\b`)

// layerStage is the stage that a background layer asks for: a colour, where it is no more
// than one.
func layerStage(s string) string {
	if m := groundFirst.FindStringSubmatch(s); m != nil {
		if hex := prompt.ColorIn(m[1]); hex != "" {
			return hex // "black background with orange #FF6B00 grid lines"
		}
	}
	if hex := hexes.FindAllString(s, 3); len(hex) == 1 {
		return strings.ToUpper(hex[0])
	}
	if m := colorGround.FindStringSubmatch(s); m != nil {
		if hex := prompt.ColorIn(m[1]); hex != "" {
			return hex
		}
	}
	if hex := prompt.ColorIn(s); hex != "" && prose.Words(s) <= 4 && !strings.Contains(strings.ToLower(s), "gradient") {
		return hex
	}
	return lookupStage(s)
}

// groundFirst is the colour of a ground, and behind it what lies on it.
var groundFirst = pattern.New(`(?i)^(?:an? |the )?((?:\p{L}+[ -]){0,3}?(?:\p{L}+|#[0-9a-f]{6})) (?:background|backdrop|bg|ground|canvas|wall|paper|field),? (?:with|and|under|behind|mit|con|avec)\b`)

// hexes are colours by their values.
var hexes = pattern.New(`#[0-9a-fA-F]{6}\b`)

// colorGround is a colour that a background is in.
var colorGround = pattern.New(`(?i)((?:\p{L}+[ -]){0,2}\p{L}+)\s+(?:colou?r )?(?:gradient|field|wall|paper|wash|texture)\b`)

// stageWords are the words for the worlds of a style that scenes stand in.
var stageWords = []struct {
	stage string
	re    *pattern.Pattern
}{
	{"ink", pattern.New(`(?i)\b(?:dark|black|navy|night|midnight|charcoal|dunkel|schwarz|oscuro|negro|sombre|noir|escuro|preto|scuro|nero)\p{L}*\b`)},
	{"paper", pattern.New(`(?i)\b(?:light|white|off-white|cream|pale|bright|paper|hell|weiß|claro|blanco|clair|blanc|branco|chiaro|bianco)\p{L}*\b`)},
	{"brand", pattern.New(`(?i)\b(?:brand(?:ed)?|primary|gradient|saturated|vivid)\b`)},
}

// lookupStage is the world that words ask for; "" = none of them.
func lookupStage(s string) string {
	for _, g := range stageWords {
		if g.re.MatchString(s) {
			return g.stage
		}
	}
	return ""
}
