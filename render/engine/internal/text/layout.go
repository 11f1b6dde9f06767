package text

import (
	"image/color"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/shaping"

	"gitops.video/render/render/engine/internal/phrase"
)

// Align places lines in the block's width. Start is right in right-to-left text.
type Align int

// The alignments.
const (
	Start Align = iota
	Center
	End
)

// Spec is a piece of text and the box that it has to fit.
type Spec struct {
	Text   string
	Size   float64 // px
	Weight float64 // 100–900
	Track  float64 // em
	Line   float64 // line height in sizes; 0 = 1.25
	Width  float64 // px; 0 = no limit
	Height float64 // px; 0 = no limit
	Lines  int     // most lines before the text shrinks; 0 = any number
	Align  Align
	Color  color.NRGBA
	Spans  []Span // other colours or weights for parts of the text

	Display bool    // the display cut
	Mono    bool    // the fixed-width font
	Rigid   bool    // never shrink, add lines or cut
	Ragged  bool    // fill lines first instead of balancing them
	Stops   bool    // take one more line where that lets sentences stand alone
	Least   float64 // smallest share of Size; 0 = .72
	Floor   float64 // smallest size, px
	Mirror  bool    // drawn as in a mirror, see [Block]
	Lang    string  // BCP 47; "" = en
}

// Span recolours the runes From…To of the text.
type Span struct {
	From, To int
	Color    color.NRGBA
}

// Word is one word of a block, in block pixels: its advance box, line high.
type Word struct {
	Text       string
	From, To   int // runes
	Line       int
	X, Y, W, H float64
}

// Row is one line of a block, in block pixels.
type Row struct {
	From, To      int // runes
	X, W          float64
	Top, Baseline float64
	glyphs        []placed // never mirrored
	parted        bool     // it ends in a hyphen that is not in the text
}

type placed struct {
	key   glyphKey
	x, y  float64 // px from the block's origin to the glyph's own
	size  float64
	rune_ int
}

// Block is text laid out. Its box starts at (0, 0); ink may reach a little beyond.
//
// A mirrored block is for pictures that are drawn as for a script that runs from
// the left and then turned over as a whole: in the block everything is mirrored
// left to right, letters too, so that they read again once the picture is turned.
// Its rows start at the left, whatever their script.
type Block struct {
	Spec   Spec
	Size   float64 // px, after fitting
	W, H   float64 // px; W is the widest line
	Rows   []Row
	Words  []Word
	Cut    bool // text was left out to make it fit
	RTL    bool // rows begin at their right end
	text   []rune
	fonts  *Fonts
	broken bool
}

// Layout sets s. When it does not fit, in this order: balance, shrink in 4 % steps
// to 72 %, one more line, cut at a clause, cut at a word with an ellipsis. A single
// word wider than the box shrinks to 60 % and is then hyphenated.
func (f *Fonts) Layout(s Spec) *Block {
	f.mu.Lock()
	defer f.mu.Unlock()
	if s.Line == 0 {
		s.Line = 1.25
	}
	s.Line = max(s.Line, leastLine(s.Text))
	if s.Least == 0 {
		s.Least = .72
	}
	floor := .6
	if s.Floor > 0 {
		s.Least = min(1, max(s.Least, s.Floor/s.Size))
		floor = min(1, max(floor, s.Floor/s.Size))
	}
	if s.Weight == 0 {
		s.Weight = 400
	}
	s.Text = strings.TrimRight(strings.ReplaceAll(s.Text, "\r", ""), " \n\t")
	if s.Rigid || s.Width <= 0 && s.Lines == 0 && s.Height <= 0 {
		return f.place(s, 1, false)
	}
	lines := s.Lines
	for step := 0; ; step++ {
		scale := 1 - .04*float64(step)
		if scale < s.Least-1e-9 {
			break
		}
		if b := f.place(s, scale, false); b.fits(lines) {
			return f.better(b, scale)
		}
	}
	if lines > 0 {
		if b := f.place(s, s.Least, false); b.fits(lines + 1) {
			return b
		}
	}
	if f.numberTooWide(s) { // it rather becomes small than two numbers
		for scale := s.Least; scale >= max(.36, s.Floor/s.Size)-1e-9; scale -= .04 {
			if b := f.place(s, scale, false); b.fits(lines) {
				return b
			}
		}
	}
	for scale := s.Least - .04; scale >= floor-1e-9; scale -= .04 { // a word rather becomes small than two
		if b := f.place(s, scale, false); b.fits(lines + min(1, lines)) {
			return b
		}
	}
	for scale := s.Least; scale >= floor-1e-9; scale -= .04 {
		if b := f.place(s, scale, true); b.fits(lines + min(1, lines)) {
			return b
		}
	}
	return f.cut(s, lines+min(1, lines), floor)
}

// Parted says whether word i ends in a hyphen that is not in the text.
func (b *Block) Parted(i int) bool {
	w := b.Words[i]
	return b.Rows[w.Line].parted && w.To == b.Rows[w.Line].To
}

// Broken says whether a word of the block was parted over two lines.
func (b *Block) Broken() bool { return b.broken }

// piece is what lies between two places where a line may end.
type piece struct {
	from, to int     // runes
	w, space float64 // advance without and of the trailing space, em
	glue     bool    // a line should not end after it
	hyphen   bool    // breaking after it shows a hyphen
	stop     bool    // it ends a sentence
	clause   bool    // it ends a part of one
	name     bool    // it and the next are parts of a name
}

func (f *Fonts) family(s Spec) *family {
	switch {
	case s.Mono:
		return f.mono
	case s.Display:
		return f.display
	}
	return f.body
}

// place lays s out at a share of its size. hyphenate lets a word that is wider than
// the box break.
func (f *Fonts) place(s Spec, scale float64, hyphenate bool) *Block {
	size := s.Size * scale
	text := []rune(s.Text)
	b := &Block{Spec: s, Size: size, text: text, fonts: f, RTL: rightToLeft(text, s.Lang)}
	limit := math.Inf(1)
	if s.Width > 0 {
		limit = s.Width / size
	}
	for from := 0; from <= len(text); {
		to := from
		for to < len(text) && text[to] != '\n' {
			to++
		}
		pieces := f.pieces(s, text, from, to, b.RTL, limit, hyphenate)
		for _, ln := range breakLines(pieces, limit, s.Ragged, s.Stops) {
			b.addRow(f, s, size, ln)
		}
		from = to + 1
	}
	b.finish(f)
	return b
}

// line is a run of runes on one row.
type line struct {
	from, to int
	hyphen   bool
}

func (b *Block) addRow(f *Fonts, s Spec, size float64, ln line) {
	text, from, to := b.text, ln.from, ln.to
	for to > from && unicode.IsSpace(text[to-1]) {
		to--
	}
	if ln.hyphen {
		b.broken = true
		text = append(append([]rune(nil), text[:to]...), '‐')
		if !f.family(s).has('‐') {
			text[to] = '-'
		}
		to++
	}
	row := Row{From: from, To: ln.to, parted: ln.hyphen}
	x := 0.0
	outs := visual(f.runs(s, text, from, to, b.RTL), b.RTL)
	n := 0
	for _, o := range outs {
		n += len(o.Glyphs)
	}
	row.glyphs = make([]placed, 0, n)
	for _, o := range outs {
		for _, g := range o.Glyphs {
			adv := float64(g.Advance) / 64 / em * size
			if missingGlyph(f, text, g) {
				continue
			}
			row.glyphs = append(row.glyphs, placed{
				key: glyphKey{o.Face, g.GlyphID}, size: size, rune_: min(g.TextIndex(), ln.to-1), // a hyphen goes with the last letter
				x: x + float64(g.XOffset)/64/em*size, y: -float64(g.YOffset) / 64 / em * size,
			})
			if adv != 0 {
				adv += s.Track * size
			}
			x += adv
		}
	}
	if len(row.glyphs) > 0 {
		x -= s.Track * size
	}
	row.W = max(0, x)
	b.Rows = append(b.Rows, row)
}

func missingGlyph(f *Fonts, text []rune, g shaping.Glyph) bool {
	i := g.TextIndex()
	return g.GlyphID == 0 && i < len(text) && (f.missing[text[i]] || invisible(text[i]))
}

// finish stacks and aligns the rows and finds the words.
func (b *Block) finish(f *Fonts) {
	lh := b.Spec.Line * b.Size
	for _, r := range b.Rows {
		b.W = max(b.W, r.W)
	}
	box := b.W
	fromRight := b.RTL || b.Spec.Mirror
	if b.Spec.Width > 0 && (b.Spec.Align != Start || b.RTL && !b.Spec.Mirror) {
		box = max(box, b.Spec.Width)
	}
	// Inter's ascender and descender are .969 and .242 of the size; the line box
	// is centred on them, as browsers do.
	asc := (lh-1.211*b.Size)/2 + .969*b.Size
	if b.Spec.Line >= arabicLine && strings.ContainsFunc(b.Spec.Text, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) {
		asc -= .08 * b.Size // Arabic reaches lower than it rises
	}
	for i := range b.Rows {
		r := &b.Rows[i]
		r.Top = float64(i) * lh
		r.Baseline = r.Top + asc
		switch {
		case b.Spec.Align == Center:
			r.X = (box - r.W) / 2
		case (b.Spec.Align == End) != fromRight:
			r.X = box - r.W
		}
		for k := range r.glyphs {
			r.glyphs[k].x += r.X
			r.glyphs[k].y += r.Baseline
		}
	}
	b.H = float64(len(b.Rows)) * lh
	if box > b.W && b.Spec.Align != Start {
		b.W = box
	}
	b.findWords()
	if b.Spec.Mirror {
		for i := range b.Rows {
			b.Rows[i].X = b.W - b.Rows[i].X - b.Rows[i].W
		}
		b.RTL = !b.RTL
	}
}

// findWords lists the words: what spaces part or, in scripts without spaces, phrases.
func (b *Block) findWords() {
	phrases := phrase.Ends(b.text, b.Spec.Lang)
	for li, r := range b.Rows {
		for i := r.From; i < r.To; {
			if unicode.IsSpace(b.text[i]) {
				i++
				continue
			}
			j := i + 1
			for j < r.To && !unicode.IsSpace(b.text[j]) && (phrases == nil || !phrases[j]) {
				j++
			}
			x0, x1 := b.extent(li, i, j)
			b.Words = append(b.Words, Word{Text: string(b.text[i:j]), From: i, To: j, Line: li,
				X: x0, W: x1 - x0, Y: r.Top, H: b.Spec.Line * b.Size})
			i = j
		}
	}
}

// Extent is the horizontal span of the runes from…to on a row, in block pixels.
func (b *Block) Extent(row, from, to int) (x0, x1 float64) { return b.extent(row, from, to) }

// extent is the horizontal span of the runes from…to on a row.
func (b *Block) extent(row, from, to int) (x0, x1 float64) {
	r := b.Rows[row]
	x0, x1 = math.Inf(1), math.Inf(-1)
	for k, g := range r.glyphs {
		if g.rune_ < from || g.rune_ >= to {
			continue
		}
		end := r.glyphs[0].x + r.W
		if k+1 < len(r.glyphs) {
			end = r.glyphs[k+1].x
		}
		x0, x1 = min(x0, g.x), max(x1, max(end, g.x))
	}
	if x0 > x1 {
		return r.X, r.X
	}
	if b.Spec.Mirror {
		return b.W - x1, b.W - x0
	}
	return x0, x1
}

// RightToLeft says whether the language of a BCP 47 tag is written from the right.
func RightToLeft(lang string) bool {
	return slices.Contains([]string{"ar", "he", "iw", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"}, phrase.Base(lang))
}

// rightToLeft is the direction of the first strong character; a text in a language
// of right-to-left script that begins with a foreign name still runs from the right.
func rightToLeft(text []rune, lang string) bool {
	own := RightToLeft(lang)
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko):
			return true
		case unicode.IsLetter(r) && !own:
			return false
		}
	}
	return false
}

// visual puts runs into the order they are seen in.
func visual(outs []shaping.Output, rtl bool) []shaping.Output {
	res := append([]shaping.Output(nil), outs...)
	rev := func(s []shaping.Output) {
		for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
			s[i], s[j] = s[j], s[i]
		}
	}
	if rtl {
		rev(res)
	}
	for i := 0; i < len(res); {
		j := i
		against := func(o shaping.Output) bool { return (o.Direction == di.DirectionRTL) != rtl }
		for j < len(res) && against(res[j]) {
			j++
		}
		rev(res[i:j])
		i = max(j, i+1)
	}
	return res
}

// Edges is where a row ends after each of its glyph clusters in turn, in block
// pixels: the right edge, or the left one in right-to-left text. It is what text
// that types itself needs.
func (b *Block) Edges(row int) []float64 {
	r := b.Rows[row]
	var out []float64
	for i := r.From; i < r.To; i++ {
		x0, x1 := b.extent(row, i, i+1)
		if x0 == x1 && len(out) > 0 {
			out = append(out, out[len(out)-1])
			continue
		}
		if b.RTL {
			out = append(out, x0)
		} else {
			out = append(out, x1)
		}
	}
	return out
}
