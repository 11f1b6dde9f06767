// Package text sets type: it shapes with HarfBuzz rules, wraps, balances and fits
// text into a box, and draws it into sprites. The fonts are inside the binary;
// scripts they do not hold come from the machine's fonts, and what no font holds
// is reported, never drawn as empty boxes.
package text

import (
	"bytes"
	"embed"
	"fmt"
	"io"
	"log"
	"os"
	"sort"
	"strings"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
	"github.com/go-text/typesetting/shaping"

	"gitops.video/render/render/engine/internal/raster"
)

//go:embed fonts
var embedded embed.FS

// Options choose families beyond the built-in ones.
type Options struct {
	Heading string   // family for display text; "" = Inter Display
	Body    string   // family for running text; "" = Inter
	Files   []string // font files that hold those families
}

// Fonts shapes and draws text. It is safe for use from many goroutines.
type Fonts struct {
	mu      sync.Mutex
	display *family
	body    *family
	mono    *family
	scripts []*family // Arabic, Hebrew, Devanagari, Thai
	extra   []*family // user files, then what the machine offered
	system  *fontscan.FontMap
	scanned bool
	shapers map[*font.Face]*shaping.HarfbuzzShaper
	shaped  map[shapedKey][]shaping.Output
	split   shaping.Segmenter
	lines   segmenter.Segmenter
	glyphs  map[glyphKey]*glyph
	missing map[rune]bool
	notes   []string

	shapedRunes int // in shaped
}

// family is one typeface: a variable font, or a regular and a bold cut.
type family struct {
	name     string
	variable *font.Font
	regular  *font.Font
	bold     *font.Font
	faces    map[int]*font.Face
}

type glyphKey struct {
	face *font.Face
	gid  font.GID
}

// glyph is an outline in em units, y down, or a bitmap.
type glyph struct {
	path   *raster.Path
	bitmap *bitmap
}

// New loads the built-in fonts and the user's. A family that cannot be found is a
// note, not an error; a font file that cannot be read is an error.
func New(o Options) (*Fonts, error) {
	f := &Fonts{glyphs: map[glyphKey]*glyph{}, shapers: map[*font.Face]*shaping.HarfbuzzShaper{}, shaped: map[shapedKey][]shaping.Output{}, missing: map[rune]bool{}}
	var err error
	load := func(name string, files ...string) *family {
		fam := &family{name: name, faces: map[int]*font.Face{}}
		for i, file := range files {
			data, e := embedded.ReadFile("fonts/" + file)
			if e == nil {
				var ft *font.Font
				if ft, e = parse(data); e == nil {
					switch {
					case len(files) == 1 && name != "JetBrains Mono":
						fam.variable = ft
					case i == 0:
						fam.regular = ft
					default:
						fam.bold = ft
					}
				}
			}
			if e != nil && err == nil {
				err = fmt.Errorf("built-in font %s: %w", file, e)
			}
		}
		return fam
	}
	f.body, f.display = load("Inter", "Inter.ttf"), load("Inter Display", "InterDisplay.ttf")
	f.mono = load("JetBrains Mono", "JetBrainsMono.ttf")
	for _, s := range []string{"Arabic", "Hebrew", "Devanagari", "Thai"} {
		f.scripts = append(f.scripts, load("Noto Sans "+s, "NotoSans"+s+"-Regular.ttf", "NotoSans"+s+"-Bold.ttf"))
	}
	if err != nil {
		return nil, err
	}
	user := map[string]*family{}
	for _, path := range o.Files {
		if err := f.addFile(path, user); err != nil {
			return nil, err
		}
	}
	names := make([]string, 0, len(user))
	for n := range user {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		f.extra = append(f.extra, user[n])
	}
	if fam := f.named(o.Heading, user); fam != nil {
		f.display = fam
	}
	if fam := f.named(o.Body, user); fam != nil {
		f.body = fam
	}
	return f, nil
}

func parse(data []byte) (*font.Font, error) {
	ld, err := opentype.NewLoader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return font.NewFont(ld)
}

// maxFontFile bounds what a user's font file may weigh.
const maxFontFile = 64 << 20

func (f *Fonts) addFile(path string, into map[string]*family) error {
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("font file: %w", err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxFontFile+1))
	if err != nil {
		return fmt.Errorf("font file %s: %w", path, err)
	}
	if len(data) > maxFontFile {
		return fmt.Errorf("font file %s is larger than 64 MB", path)
	}
	faces, err := font.ParseTTC(bytes.NewReader(data))
	if err != nil || len(faces) == 0 {
		return fmt.Errorf("font file %s is not a TrueType or OpenType font: %w", path, err)
	}
	for _, face := range faces {
		d := face.Describe()
		key := font.NormalizeFamily(d.Family)
		fam := into[key]
		if fam == nil {
			fam = &family{name: d.Family, faces: map[int]*font.Face{}}
			into[key] = fam
		}
		fam.add(face.Font, d)
	}
	return nil
}

func (fam *family) add(ft *font.Font, d font.Description) {
	switch {
	case len(variableAxes(ft)) > 0 && fam.variable == nil:
		fam.variable = ft
	case d.Aspect.Weight >= 600 && fam.bold == nil:
		fam.bold = ft
	case fam.regular == nil && (d.Aspect.Style != font.StyleItalic || fam.bold == nil):
		fam.regular = ft
	}
}

// variableAxes is non-empty when ft can be set to weights between its masters.
func variableAxes(ft *font.Font) []float32 {
	face := font.NewFace(ft)
	face.SetVariations([]font.Variation{{Tag: opentype.MustNewTag("wght"), Value: 650}})
	var out []float32
	for _, c := range face.Coords() {
		if c != 0 {
			out = append(out, float32(c))
		}
	}
	return out
}

// named finds a family among the user's files, the built-in ones and the machine's.
func (f *Fonts) named(name string, user map[string]*family) *family {
	if name == "" {
		return nil
	}
	key := font.NormalizeFamily(name)
	if fam := user[key]; fam != nil {
		return fam
	}
	switch key {
	case "inter", "interdisplay":
		return nil
	case "jetbrainsmono":
		return f.mono
	}
	f.scan()
	if f.system != nil {
		fam := &family{name: name, faces: map[int]*font.Face{}}
		for _, loc := range f.system.FindSystemFonts(name) {
			data, err := os.ReadFile(loc.File)
			if err != nil {
				continue
			}
			faces, err := font.ParseTTC(bytes.NewReader(data))
			if err != nil || int(loc.Index) >= len(faces) {
				continue
			}
			face := faces[loc.Index]
			fam.add(face.Font, face.Describe())
		}
		if fam.variable != nil || fam.regular != nil || fam.bold != nil {
			return fam
		}
	}
	f.notes = append(f.notes, fmt.Sprintf("the font %q is neither among look.fontFiles nor on this machine; Inter is used", name))
	return nil
}

// scan lists the machine's fonts once.
func (f *Fonts) scan() {
	if f.scanned {
		return
	}
	f.scanned = true
	m := fontscan.NewFontMap(log.New(io.Discard, "", 0))
	if err := m.UseSystemFonts(""); err != nil {
		return
	}
	f.system = m
}

// face returns the family at a weight of 100–900.
func (fam *family) face(weight float64) *font.Face {
	key := int(weight/10+.5) * 10
	if fam.variable == nil {
		key = 400
		if fam.regular == nil || weight >= 580 && fam.bold != nil {
			key = 700
		}
	}
	if face := fam.faces[key]; face != nil {
		return face
	}
	var face *font.Face
	switch {
	case fam.variable != nil:
		face = font.NewFace(fam.variable)
		face.SetVariations([]font.Variation{{Tag: opentype.MustNewTag("wght"), Value: float32(key)}})
	case key == 700:
		face = font.NewFace(fam.bold)
	default:
		face = font.NewFace(fam.regular)
	}
	fam.faces[key] = face
	return face
}

func (fam *family) has(r rune) bool {
	for _, ft := range []*font.Font{fam.variable, fam.regular, fam.bold} {
		if ft != nil {
			_, ok := ft.NominalGlyph(r)
			return ok
		}
	}
	return false
}

// chain resolves runes to faces for one piece of text; it implements
// shaping.FontmapScript.
type chain struct {
	f      *Fonts
	first  *family
	weight float64
	script language.Script
}

func (c *chain) SetScript(s language.Script) { c.script = s }

func (c *chain) ResolveFace(r rune) *font.Face {
	if invisible(r) || c.first.has(r) {
		return c.first.face(c.weight)
	}
	for _, list := range [][]*family{{c.f.display, c.f.body}, c.f.scripts, c.f.extra} {
		for _, fam := range list {
			if fam.has(r) {
				return fam.face(c.weight)
			}
		}
	}
	if face := c.f.fromSystem(r, c.script, c.weight); face != nil {
		return face
	}
	c.f.missing[r] = true
	return c.first.face(c.weight)
}

func (f *Fonts) fromSystem(r rune, s language.Script, weight float64) *font.Face {
	f.scan()
	if f.system == nil {
		return nil
	}
	aspect := font.Aspect{Weight: font.WeightNormal}
	if weight >= 580 {
		aspect.Weight = font.WeightBold
	}
	families := []string{"Noto Sans", "Noto Sans CJK SC", "sans-serif"}
	if isEmoji(r) {
		families = []string{"Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji", "emoji"}
	}
	f.system.SetQuery(fontscan.Query{Families: families, Aspect: aspect})
	f.system.SetScript(s)
	face := f.system.ResolveFace(r)
	if face == nil {
		return nil
	}
	gid, ok := face.NominalGlyph(r)
	if !ok {
		return nil
	}
	if r >= pictograph { // the few that a text font draws in outline would be all that is left of them
		face.SetPpem(136, 136)
		if _, color := face.GlyphData(gid).(font.GlyphBitmap); !color {
			return nil
		}
	}
	return face
}

// invisible runes need no glyph of their own; a keycap's frame is nothing to miss.
func invisible(r rune) bool {
	return r < ' ' || r == 0x200b || r == 0x200c || r == 0x200d || r == 0x2060 || r == 0xfeff ||
		r >= 0xfe00 && r <= 0xfe0f || r == keycap || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200e || r == 0x200f
}

// keycap frames the digit before it; the digit alone stands for the key.
const keycap = 0x20e3

// pictograph is the first of the emoji that are pictures only: those before it are signs
// of text, too.
const pictograph = 0x1f000

func isEmoji(r rune) bool {
	return r >= 0x2300 && r <= 0x23ff || r >= 0x2b00 && r <= 0x2bff || r >= pictograph && r <= 0x1faff || r >= 0x2600 && r <= 0x27bf || r >= 0x1f1e6 && r <= 0x1f1ff
}

// Drawable is a text without the emoji that no font draws, nor the spaces that would
// gape beside them.
func (f *Fonts) Drawable(s string) string {
	if t := f.Drawn(s); t != "" {
		return t
	}
	return s
}

// Drawn is Drawable, and empty where nothing of the text is drawn.
func (f *Fonts) Drawn(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return isEmoji(r) || r == keycap }) {
		return s
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	c := &chain{f: f, first: f.body, weight: 400}
	var out []rune
	dropped := false
	for _, r := range s {
		switch {
		case isEmoji(r):
			if _, ok := c.ResolveFace(r).NominalGlyph(r); ok {
				break
			}
			dropped = true
			continue
		case r == keycap:
			out = []rune(strings.TrimSuffix(string(out), "\ufe0f"))
			continue
		case dropped && (r == 0xfe0f || r == 0x200d):
			continue
		case dropped && r == ' ' && (len(out) == 0 || out[len(out)-1] == ' '):
			continue
		case dropped && strings.ContainsRune(",.…)", r): // "by night 🌙, ready by day"
			out = []rune(strings.TrimRight(string(out), " "))
		}
		if r != ' ' {
			dropped = false
		}
		out = append(out, r)
	}
	return strings.TrimSpace(string(out))
}

// Check looks for a face for every character of a text, so that Notes knows of those
// which have none before anything is drawn.
func (f *Fonts) Check(s string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	c := &chain{f: f, first: f.body, weight: 400}
	seen := map[rune]bool{}
	for _, r := range s {
		if !seen[r] && !unicode.IsSpace(r) {
			seen[r] = true
			c.SetScript(language.LookupScript(r))
			c.ResolveFace(r)
		}
	}
}

// Notes says which characters no font could draw and which families were not found.
func (f *Fonts) Notes() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	notes := append([]string(nil), f.notes...)
	if len(f.missing) > 0 {
		rs := make([]rune, 0, len(f.missing))
		for r := range f.missing {
			rs = append(rs, r)
		}
		sort.Slice(rs, func(i, j int) bool { return rs[i] < rs[j] })
		var list []string
		for i, r := range rs {
			if i == 12 {
				list = append(list, "…")
				break
			}
			list = append(list, fmt.Sprintf("%c (U+%04X)", r, r))
		}
		notes = append(notes, "no font on this machine draws "+strings.Join(list, " ")+
			"; they are left out. Install fonts for that script (Debian: fonts-noto-cjk, fonts-noto-color-emoji) or name one in look.fontFiles")
	}
	return notes
}
