package telling

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/tongue"
)

// A sentence with figures in several of its parts is drawn part by part, in its own words:
// one large figure would leave the others out.
func TestPartwise(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lang, s, want string }{
		{"pt", "Abriu em setembro, criou 120 postos de trabalho, produz 8 mil bicicletas por mês e usa 100% de energia solar.", "Abriu em setembro|Criou 120 postos de trabalho|Produz 8 mil bicicletas por mês|Usa 100% de energia solar"},
		{"fr", "Chiffre d'affaires 4,2 M€ (+12 %), marge brute 38 % contre 35 % l'an dernier, 17 nouveaux clients, 2 pertes.", "Chiffre d'affaires 4,2 M€ (+12 %)|Marge brute 38 % contre 35 % l'an dernier|17 nouveaux clients|2 pertes"},
		{"it", "La biblioteca ha 48.000 libri e accoglie 900 visitatori a settimana.", "La biblioteca ha 48.000 libri|Accoglie 900 visitatori a settimana"},
		{"ja", "席は150席、メニューは毎日4種類で、そのうち1つはベジタリアンです。", "席は150席|メニューは毎日4種類で|そのうち1つはベジタリアンです"},
		{"de", "Das Mittagessen kostet 6,50 Euro.", ""},
		{"de", "Wenn es über 30 Grad hat, trinken Sie 2 Liter Wasser am Tag.", ""},
		{"it", "Siamo in via Garibaldi 14, 20121 Milano.", ""},
		{"fr", "Le délai est passé de 9 à 6 jours.", ""},
		{"pl", "W zeszłym roku było 14 wypadków, a w tym tylko 5.", ""},
	} {
		w := &Writer{Brief: &brief.Brief{Title: "X"}, Wording: tongue.For(c.lang), Lang: c.lang}
		b := &Beat{Words: []string{c.s}, Plain: true}
		w.Clause(b, &brief.Point{Text: c.s})
		var got []string
		if b.Kind == scene.Points {
			for _, it := range b.Items {
				got = append(got, it.Title)
			}
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("%q is drawn as %q (%s), want %q", c.s, g, b.Kind, c.want)
		}
	}
}
