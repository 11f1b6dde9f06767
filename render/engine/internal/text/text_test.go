package text

import (
	"image/color"
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/language"
	"unicode/utf8"
)

func fonts(t testing.TB) *Fonts {
	t.Helper()
	f, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func rows(b *Block) []string {
	var out []string
	for _, r := range b.Rows {
		out = append(out, strings.TrimSpace(string(b.text[r.From:r.To])))
	}
	return out
}

func TestTextWithoutLettersIsEmpty(t *testing.T) {
	t.Parallel()
	f := fonts(t)
	for _, s := range []string{"", " ", "\n", " \n ", "\u200b", "a\n\nb"} {
		b := f.Layout(Spec{Text: s, Size: 40, Width: 200, Lines: 2})
		b.Sprite()
		if strings.TrimSpace(s) == "" && len(b.Words) != 0 {
			t.Errorf("%q has words %v", s, b.Words)
		}
	}
}

func TestBalancesLines(t *testing.T) {
	t.Parallel()
	f := fonts(t)
	b := f.Layout(Spec{Text: "How shared storage cuts evening bills for every flat without a single roof panel of your own.", Size: 36, Width: 950, Lines: 2})
	if len(b.Rows) != 2 {
		t.Fatalf("rows = %q", rows(b))
	}
	if d := b.Rows[0].W - b.Rows[1].W; d > 120 || d < -120 {
		t.Errorf("rows differ by %.0f px: %q", d, rows(b))
	}
}

func TestNoWidowAndNoWeakEnd(t *testing.T) {
	t.Parallel()
	f := fonts(t)
	b := f.Layout(Spec{Text: "Everything that a building needs to save is in a box", Size: 60, Weight: 730, Display: true, Width: 1000})
	for i, r := range rows(b) {
		w := strings.Fields(r)
		last := w[len(w)-1]
		if i < len(b.Rows)-1 && (last == "a" || last == "to" || last == "the") {
			t.Errorf("row ends with %q: %q", last, rows(b))
		}
		if i == len(b.Rows)-1 && len(w) == 1 && len(w[0]) < 6 {
			t.Errorf("widow: %q", rows(b))
		}
	}
}

func TestLinesEndAtClausesAndKeepNamesWhole(t *testing.T) {
	t.Parallel()
	f := fonts(t)
	for words, bad := range map[string]string{"14 Quay Street, Leeds": "Quay", "Ask Marta Lindholm about the week": "Marta", "Charge overnight, share it at six": ""} {
		for w := 620.0; w < 900; w += 20 {
			b := f.Layout(Spec{Text: words, Size: 80, Weight: 730, Display: true, Width: w, Lines: 2})
			if len(b.Rows) != 2 {
				continue
			}
			first := strings.TrimSpace(rows(b)[0])
			if bad != "" && strings.HasSuffix(first, bad) || bad == "" && !strings.HasSuffix(first, ",") && w > 660 {
				t.Errorf("%.0f: %q", w, rows(b))
			}
		}
	}
}

func TestLinesDoNotEndInsideHyphenatedWords(t *testing.T) {
	t.Parallel()
	f := fonts(t)
	const words = "Connect with Moonlight-Setup and open the site"
	for w := 620.0; w < 900; w += 10 {
		b := f.Layout(Spec{Text: words, Size: 40, Weight: 600, Width: w, Lines: 2})
		for _, r := range b.Rows[:len(b.Rows)-1] {
			if strings.HasSuffix(string([]rune(words)[:r.To]), "-") {
				t.Errorf("%.0f: a line ends in %q", w, string([]rune(words)[r.From:r.To]))
			}
		}
	}
}

func TestFits(t *testing.T) {
	t.Parallel()
	f := fonts(t)
	long := strings.Repeat("Every building can share what it stores, and each flat gets an equal credit. ", 3)[:200]
	for _, c := range []struct {
		name, text string
		w          float64
		lines      int
	}{
		{"long", long, 900, 2},
		{"compound", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", 400, 2},
		{"one word", "Unternehmenssteuerfortentwicklungsgesetz", 500, 1},
		{"arabic", "بطارية واحدة لمبنى كامل تخفض فواتير المساء لكل شقة", 500, 2},
		{"hindi", "एक बैटरी पूरी इमारत के लिए शाम के बिल घटाती है", 500, 2},
		{"thai", "แบตเตอรี่หนึ่งก้อนสำหรับทั้งอาคารช่วยลดค่าไฟตอนเย็น", 400, 2},
		{"mixed", "Save 40 % with שלום and 9 kWh مرحبا today", 420, 2},
		{"url", "https://example.com/a/very/long/path/that/goes/on/and/on/without/any/space", 300, 2},
	} {
		b := f.Layout(Spec{Text: c.text, Size: 64, Weight: 730, Display: true, Line: 1.06, Width: c.w, Lines: c.lines})
		if b.W > c.w+1 {
			t.Errorf("%s: %.0f px wide in %.0f: %q", c.name, b.W, c.w, rows(b))
		}
		if len(b.Rows) > c.lines+2 {
			t.Errorf("%s: %d rows", c.name, len(b.Rows))
		}
		if b.Size < 64*mostShrunk-1e-6 {
			t.Errorf("%s: shrank to %.1f", c.name, b.Size)
		}
		if b.Cut && !utf8.ValidString(strings.Join(rows(b), " ")) {
			t.Errorf("%s: cut inside a character", c.name)
		}
	}
}

// However long its words are, a text stays in its box: cut, where it must be, to its
// beginning.
func TestNothingOverflowsItsBox(t *testing.T) {
	t.Parallel()
	f := fonts(t)
	for _, s := range []string{
		strings.Repeat("Rindfleischetikettierungsüberwachungsaufgaben", 4),
		"Kraftfahrzeughaftpflichtversicherungsbedingungen und Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
		strings.Repeat("ประหยัดค่าไฟในช่วงเย็นสำหรับทุกห้อง", 3), strings.Repeat("ソーラーパネルなしで各戸の", 6), strings.Repeat("w", 200),
		"Everything that every resident of the building has to know about the shared battery before the meeting on Thursday",
	} {
		for _, box := range []Spec{{Width: 260, Height: 60, Lines: 1}, {Width: 180, Height: 90, Lines: 2}, {Width: 420, Height: 44, Lines: 1}, {Width: 150, Lines: 1}} {
			sp := box
			sp.Text, sp.Size, sp.Floor = s, 34, 20
			b := f.Layout(sp)
			if b.W > sp.Width+1 || sp.Height > 0 && b.H > sp.Height+1 || len(b.Rows) > sp.Lines+2 {
				t.Errorf("%.0f × %.0f, %d lines: %.0f × %.0f: %q", sp.Width, sp.Height, sp.Lines, b.W, b.H, rows(b))
			}
			if !b.Cut && strings.HasSuffix(b.Spec.Text, "…") {
				t.Errorf("a cut is not told: %q", rows(b))
			}
		}
	}
}

func TestWordBoxesCoverTheText(t *testing.T) {
	t.Parallel()
	f := fonts(t)
	b := f.Layout(Spec{Text: "Each flat keeps three hundred and eighteen euros.", Size: 44, Weight: 680, Width: 500, Lines: 2, Align: Center})
	if len(b.Words) != 8 {
		t.Fatalf("words = %v", b.Words)
	}
	for i, w := range b.Words {
		if w.W <= 0 || w.X < -1 || w.X+w.W > 501 {
			t.Errorf("word %q at %.1f+%.1f", w.Text, w.X, w.W)
		}
		if i > 0 && b.Words[i-1].Line == w.Line && w.X < b.Words[i-1].X+b.Words[i-1].W {
			t.Errorf("%q overlaps %q", w.Text, b.Words[i-1].Text)
		}
	}
}

func TestRightToLeftRunsFromTheRight(t *testing.T) {
	t.Parallel()
	f := fonts(t)
	b := f.Layout(Spec{Text: "بطارية واحدة", Size: 50})
	if !b.RTL || len(b.Words) != 2 || b.Words[0].X < b.Words[1].X {
		t.Errorf("first word is not on the right: %+v", b.Words)
	}
	if b.Path(-1).Empty() {
		t.Error("no Arabic glyphs")
	}
}

func TestMissingGlyphsAreReported(t *testing.T) {
	t.Parallel()
	f := fonts(t)
	f.scanned = true // as on a machine without fonts
	b := f.Layout(Spec{Text: "電池 ok", Size: 50})
	if n := len(b.Rows[0].glyphs); n != 3 {
		t.Errorf("%d glyphs drawn, want the space and two letters", n)
	}
	if notes := f.Notes(); len(notes) != 1 || !strings.Contains(notes[0], "U+96FB") {
		t.Errorf("notes = %q", notes)
	}
}

func TestSpriteHasInkInItsColour(t *testing.T) {
	t.Parallel()
	f := fonts(t)
	b := f.Layout(Spec{Text: "318", Size: 200, Weight: 780, Display: true, Color: color.NRGBA{255, 0, 0, 255}})
	s, _, _ := b.Sprite()
	n := 0
	for i := 0; i < len(s.Img.Pix); i += 4 {
		p := s.Img.Pix[i : i+4]
		if p[1] != 0 || p[2] != 0 || p[0] > p[3] {
			t.Fatalf("pixel %v", p)
		}
		if p[3] == 255 {
			n++
		}
	}
	if n < 4000 {
		t.Errorf("%d opaque pixels", n)
	}
}

func TestDigitsShareOneWidth(t *testing.T) {
	t.Parallel()
	f := fonts(t)
	want := f.Layout(Spec{Text: "0", Size: 100, Weight: 540}).W
	for _, d := range "123456789" {
		if w := f.Layout(Spec{Text: string(d), Size: 100, Weight: 540}).W; w < want-.2 || w > want+.2 {
			t.Errorf("%c is %.2f wide, 0 is %.2f", d, w, want)
		}
	}
}

func BenchmarkLayoutAndSprite(b *testing.B) {
	f := fonts(b)
	for b.Loop() {
		f.Layout(Spec{Text: "One battery. A whole building.", Size: 136, Weight: 760, Display: true, Track: -.036, Line: .98, Width: 1270, Lines: 2}).Sprite()
	}
}

func TestLinesEndBetweenPhrases(t *testing.T) {
	t.Parallel()
	f := fonts(t)
	for _, c := range []struct{ text, lang, want string }{
		{"バッテリー一台で建物のすべての部屋に電気を届けます。", "ja", "バッテリー一台で|建物の|すべての|部屋に|電気を|届けます。"},
		{"一块电池可以为整栋大楼供电，而且便宜。", "zh", "一块|电池|可以|为|整栋|大楼|供电，|而且|便宜。"},
		{"ประหยัด 318 บาทต่อเดือน", "th", "ประหยัด |318 |บาท|ต่อ|เดือน"},
		{"배터리 하나로 건물 전체에 전기를, 매년 318원", "ko", "배터리 |하나로 |건물 |전체에 |전기를, |매년 |318원"},
		{"단독주택공동발전시설", "ko", "단|독|주|택|공|동|발|전|시|설"},
		{"GitOpsで「動画」を作る", "ja", "GitOpsで|「動画」を|作る"},
	} {
		text := []rune(c.text)
		adv := make([]float64, len(text)+1)
		for i := range text {
			adv[i] = 1 // whatever fonts there are
		}
		at, got := 0, []string{}
		for _, e := range f.lineEnds(text, 0, len(text), c.lang, 8, adv) {
			got = append(got, string(text[at:e]))
			at = e
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: %s, want %s", c.lang, s, c.want)
		}
	}
	// A phrase wider than a line may be parted, but not before what must not begin one.
	text := []rune("クラウドプラットフォームを、")
	adv := make([]float64, len(text)+1)
	for i := range text {
		adv[i] = 1
	}
	ends := f.lineEnds(text, 0, len(text), "ja", 6, adv)
	if len(ends) < 3 {
		t.Errorf("ends %v", ends)
	}
	for _, e := range ends {
		if e < len(text) && strings.ContainsRune("ーッォ、", text[e]) {
			t.Errorf("a line begins with %c", text[e])
		}
	}
}

// Without a space to break at, Thai has to be cut between words to fit at all.
func TestThaiFitsItsBox(t *testing.T) {
	t.Parallel()
	b := fonts(t).Layout(Spec{Text: "แบตเตอรี่หนึ่งก้อนให้พลังงานได้ทั้งอาคารและประหยัดค่าไฟทุกเดือน", Size: 60, Weight: 700, Width: 620, Lines: 3, Lang: "th"})
	if b.W > 620.5 || len(b.Rows) < 2 || b.Cut {
		t.Errorf("%.0f px wide in %d rows, cut %v", b.W, len(b.Rows), b.Cut)
	}
	if len(b.Words) < 6 {
		t.Errorf("words %v", b.Words)
	}
}

func TestKeycapsAreTheirDigits(t *testing.T) {
	t.Parallel()
	if got := fonts(t).Drawable("Press 1️⃣ or 2️⃣."); got != "Press 1 or 2." {
		t.Errorf("%q", got)
	}
}

func TestArabicThatBeginsWithANameRunsFromTheRight(t *testing.T) {
	t.Parallel()
	f := fonts(t)
	if b := f.Layout(Spec{Text: "Commonwatt توفر الطاقة", Size: 40, Lang: "ar"}); !b.RTL {
		t.Error("runs from the left")
	}
	if b := f.Layout(Spec{Text: "Commonwatt توفر الطاقة", Size: 40, Lang: "en"}); b.RTL {
		t.Error("runs from the right")
	}
	if b := f.Layout(Spec{Text: "commonwatt.example", Size: 40, Lang: "ar"}); b.RTL {
		t.Error("Latin alone runs from the right")
	}
}

// Spaces after an emoji are the text's own, not as wide as an emoji.
func TestSpacesAfterEmojiAreNarrow(t *testing.T) {
	t.Parallel()
	f := fonts(t)
	width := func(s string) float64 { return f.Layout(Spec{Text: s, Size: 100, Rigid: true}).W }
	gap := width("🔥 \u200aa") - width("🔥a")
	if want := width("b \u200aa") - width("ba"); gap > want*1.5 {
		t.Errorf("the gap is %.0f px wide after an emoji, %.0f px after a letter", gap, want)
	}
}

// A number is never two: it becomes small before it is parted.
func TestNumbersStayWhole(t *testing.T) {
	t.Parallel()
	f, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"−1,234,567,890 €", "1.234.567,89 €", "Saved 1,234,567,890"} {
		b := f.Layout(Spec{Text: s, Size: 60, Width: 240, Lines: 1, Floor: 20})
		if b.Broken() || b.W > 241 {
			t.Errorf("%q: broken %v, %.0f px wide in 240", s, b.Broken(), b.W)
		}
	}
}

// A word that is parted shows its hyphen when it is drawn alone, too.
func TestPartedWordsKeepTheirHyphen(t *testing.T) {
	t.Parallel()
	f, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	b := f.Layout(Spec{Text: "Kraftfahrzeughaftpflichtversicherung", Size: 60, Width: 500, Lines: 2, Color: color.NRGBA{A: 255}})
	if len(b.Words) < 2 || !b.Parted(0) || b.Parted(len(b.Words)-1) {
		t.Fatalf("%d words of %q", len(b.Words), b.Spec.Text)
	}
	s, _, _ := b.SpriteWord(0, color.NRGBA{A: 255})
	plain := f.Layout(Spec{Text: b.Words[0].Text, Size: b.Size, Rigid: true})
	// The hyphen stands right of the letters, at half their height.
	right := 0
	for y := range s.Img.Rect.Dy() {
		for x := range s.Img.Rect.Dx() {
			if s.Img.RGBAAt(x, y).A > 128 {
				right = max(right, x)
			}
		}
	}
	if float64(right) < plain.W+.1*b.Size {
		t.Errorf("the word's ink ends at %d px, its letters at %.0f", right, plain.W)
	}
}

// Emoji that no font draws leave no gaps.
func TestMissingEmojiLeaveNoGaps(t *testing.T) {
	t.Parallel()
	f, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	const say = "\U0001F680 Ship it \U0001F389 today \U0001F319, and tomorrow \U0001F389."
	want := say
	f.Layout(Spec{Text: say, Size: 40})
	for _, n := range f.Notes() {
		if strings.Contains(n, "no font") {
			want = "Ship it today, and tomorrow."
		}
	}
	if got := f.Drawable(say); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// A phrase of a script without spaces that is a little wider than its line makes the text
// smaller; it is not parted.
func TestPhrasesShrinkBeforeTheyPart(t *testing.T) {
	t.Parallel()
	f, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	if f.Check("思"); len(f.Notes()) > 0 {
		t.Skip("no font for Japanese on this machine")
	}
	b := f.Layout(Spec{Text: "一年で電気代が半分になるとは思っていませんでした。", Size: 40, Width: 380, Lines: 6, Lang: "ja"})
	for _, r := range b.Rows[:len(b.Rows)-1] {
		if line := string(b.text[r.From:r.To]); strings.HasSuffix(line, "思っ") {
			t.Errorf("a line ends within a word: %q", line)
		}
	}
	if b.Size < 40*.72 {
		t.Errorf("the text shrank to %.1f", b.Size)
	}
}

// Where a compound has to be parted, it is where its parts meet.
func TestCompoundsArePartedAtTheirJoints(t *testing.T) {
	t.Parallel()
	f, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]string{"Genehmigungsplanung": "Genehmigungs", "Nahwärmeversorgungsgenossenschaft": "Nahwärmeversorgungs"} {
		one := f.Layout(Spec{Text: want + "pl", Size: 40, Rigid: true, Lang: "de"})
		b := f.Layout(Spec{Text: word, Size: 40, Width: one.W + 20, Floor: 40, Lines: 2, Lang: "de"})
		if got := string(b.text[b.Rows[0].From:b.Rows[0].To]); got != want {
			t.Errorf("%s ends its first line with %q", word, got)
		}
	}
}

// A word wider than its box becomes smaller before it is parted, and what is left over of
// one that is parted is no stump.
func TestWordsShrinkBeforeTheyPart(t *testing.T) {
	t.Parallel()
	f, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"Zugangsberechtigungen", "Softwareaktualisierung", "Verantwortungsbewusstsein", "internationalisation"} {
		w := f.Layout(Spec{Text: word, Size: 100, Rigid: true, Lang: "de"}).W
		if b := f.Layout(Spec{Text: "Neue " + word, Size: 100, Width: w * .63, Lines: 2, Lang: "de"}); b.Broken() || b.Cut {
			t.Errorf("%s was parted where six tenths of its size fit", word)
		}
		b := f.Layout(Spec{Text: word, Size: 100, Width: w * .55, Lines: 2, Lang: "de"})
		if last := b.Rows[len(b.Rows)-1]; !b.Broken() || last.To-last.From < 5 {
			t.Errorf("%s ends in %q", word, string(b.text[last.From:last.To]))
		}
	}
}

// Emoji are pictures in colour or are left out: never some of them as a text font's
// outlines.
func TestEmojiAreOfOneKind(t *testing.T) {
	t.Parallel()
	f, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, r := range "😀😍😱🎉🚀🍜" {
		face := f.fromSystem(r, language.Common, 400)
		if face == nil {
			continue
		}
		gid, _ := face.NominalGlyph(r)
		if g := f.glyph(glyphKey{face, gid}); g.bitmap == nil {
			t.Errorf("%c is drawn as an outline", r)
		}
	}
}

// TestLackingIsWhatIsLeftOut: what is named is what the notes of a text in it say.
func TestLackingIsWhatIsLeftOut(t *testing.T) {
	t.Parallel()
	lacking, err := Lacking()
	if err != nil {
		t.Fatal(err)
	}
	for name, sample := range map[string]string{"Chinese": "漢", "Japanese": "あ", "Korean": "한", "emoji": "😀"} {
		f, err := New(Options{})
		if err != nil {
			t.Fatal(err)
		}
		f.Check(sample)
		if noted := strings.Contains(strings.Join(f.Notes(), " "), sample); noted != slices.Contains(lacking, name) {
			t.Errorf("%s: lacking %v, but the notes are %q", name, lacking, f.Notes())
		}
	}
}
