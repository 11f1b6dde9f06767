package telling

import (
	"testing"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/tongue"
)

// Where no word is known, a label with its amount and a list behind a colon are drawn by
// their shape; numbers to call, times and figures without a unit are not.
func TestAsWritten(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lang, s       string
		kind          scene.Kind
		text, suffix  string
		label, beside string
	}{
		{"zh", "销售额：320万元（环比增长8%）。", scene.Number, "320", "万元", "销售额", "环比增长8%"},
		{"tr", "Yeni müşteri: 58.", scene.Number, "58", "", "Yeni müşteri", ""},
		{"tr", "Satışlar: 4,2 milyon TL (Eylül: 3,7).", scene.Number, "4,2", "milyon TL", "Satışlar", "Eylül: 3,7"},
		{"hi", "संपर्क: 98100 00000.", "", "", "", "", ""},
		{"pl", "Otwarte od 6, dostawa gratis od 50 zł.", "", "", "", "", ""},
		{"pl", "W zeszłym roku było 14 wypadków, a w tym tylko 5.", "", "", "", "", ""},
		{"ko", "다음 회의: 11월 3일 오전 10시.", "", "", "", "", ""},
		{"hi", "चर्चा के विषय: परीक्षा, परिवहन, पुस्तकालय।", scene.Points, "", "", "", ""},
		{"zh", "议程：电梯、照明、费用。", scene.Points, "", "", "", ""},
	} {
		w := &Writer{Brief: &brief.Brief{}, Wording: tongue.Wordless, Lang: c.lang}
		b := &Beat{Words: []string{c.s}, Plain: true}
		w.asWritten(b, c.s)
		if b.Kind != c.kind {
			t.Errorf("%q is drawn as %q, want %q", c.s, b.Kind, c.kind)
			continue
		}
		if c.kind == scene.Number && (b.Figure.Text != c.text || b.Figure.Suffix != c.suffix || b.Label != c.label || b.Subtitle != c.beside) {
			t.Errorf("%q: %+v %q %q", c.s, b.Figure, b.Label, b.Subtitle)
		}
	}
}

// The heads of scenes are not cut between words that are not known.
func TestFindingAsWritten(t *testing.T) {
	t.Parallel()
	w := &Writer{Brief: &brief.Brief{}, Wording: tongue.Wordless, Lang: "pl"}
	if got := w.Finding("Cała ulica wiedziała już od rana, że jest piątek i że będzie świeży chleb.", 34); got != "" {
		t.Errorf("finding %q", got)
	}
}
