package text

import (
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// em is the size text is shaped at; the fonts are not hinted, so that every
// measure scales.
const em = 1024

// runs shapes text[from:to] and returns the runs in logical order, for reading only: they
// are kept. To fit a box a text is tried in up to twenty sizes, and all are shaped alike.
func (f *Fonts) runs(s Spec, text []rune, from, to int, rtl bool) []shaping.Output {
	if from >= to {
		return nil
	}
	k := shapedKey{string(text), from, to, rtl, s.Mono, f.family(s), s.Weight, s.Lang}
	if outs, ok := f.shaped[k]; ok {
		return outs
	}
	outs := f.shape(s, text, from, to, rtl)
	if f.shapedRunes += to - from; f.shapedRunes > mostShaped {
		f.shaped, f.shapedRunes = map[shapedKey][]shaping.Output{}, to-from
	}
	f.shaped[k] = outs
	return outs
}

// shapedKey is all that decides how a part of a text is shaped. What stands around the
// part does, too, where letters join.
type shapedKey struct {
	text      string
	from, to  int
	rtl, mono bool
	family    *family
	weight    float64
	lang      string
}

// mostShaped is how many runes are kept shaped, in 10 MB; what goes beyond drops all.
const mostShaped = 1 << 16

func (f *Fonts) shape(s Spec, text []rune, from, to int, rtl bool) []shaping.Output {
	dir := di.DirectionLTR
	if rtl {
		dir = di.DirectionRTL
	}
	lang := s.Lang
	if lang == "" {
		lang = "en"
	}
	in := shaping.Input{Text: text, RunStart: from, RunEnd: to, Direction: dir,
		Size: fixed.I(em), Language: language.NewLanguage(lang), FontFeatures: features}
	c := &chain{f: f, first: f.family(s), weight: s.Weight}
	ins := spacesApart(f.split.Split(in, c), c.first.face(s.Weight))
	outs := make([]shaping.Output, 0, len(ins))
	for _, i := range ins {
		if s.Mono {
			i.FontFeatures = nil
		}
		outs = append(outs, f.shaper(i.Face).Shape(i))
	}
	return outs
}

// spacesApart gives the spaces that end a run of another font to the text's own:
// an emoji font's space is as wide as an emoji.
func spacesApart(ins []shaping.Input, own *font.Face) []shaping.Input {
	var out []shaping.Input
	for _, in := range ins {
		end := in.RunEnd
		for end > in.RunStart && (in.Text[end-1] == ' ' || in.Text[end-1] == '\u200a') {
			end--
		}
		if in.Face == own || end == in.RunEnd || end == in.RunStart || in.Direction == di.DirectionRTL {
			out = append(out, in)
			continue
		}
		tail := in
		in.RunEnd, tail.RunStart, tail.Face = end, end, own
		out = append(out, in, tail)
	}
	return out
}

// shaper keeps one shaper a face: the shaper caches by font and would take one
// weight's advances for another's.
func (f *Fonts) shaper(face *font.Face) *shaping.HarfbuzzShaper {
	s := f.shapers[face]
	if s == nil {
		s = &shaping.HarfbuzzShaper{}
		f.shapers[face] = s
	}
	return s
}

var features = []shaping.FontFeature{
	{Tag: tag("tnum"), Value: 1}, {Tag: tag("cv11"), Value: 1}, {Tag: tag("ss03"), Value: 1},
}

func tag(s string) opentype.Tag { return opentype.MustNewTag(s) }
