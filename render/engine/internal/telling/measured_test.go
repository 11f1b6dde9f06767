package telling

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/tongue"
)

// A verb of measure names what it measures; two things have a figure each.
func TestMeasured(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"de:Er wiegt 1,8 Kilo und passt auf jede Arbeitsplatte.": "Gewicht 1,8 kg Passt auf jede Arbeitsplatte",
		"es:La barra cuesta 1,90 € y la hogaza 4,50 €.":          "Barra 1,90€, Hogaza 4,50€",
		"fr:L'atelier dure 3 h et coûte 25 €.":                   "Durée 3 h, Prix 25€",
		"fr:Il pèse 90 grammes et porte jusqu'à 15 kilos.":       "Poids 90 g, Porte jusqu'à 15 kilos",
		"pt:Ela pesa 120 gramas e cabe no bolso.":                "Peso 120 g Cabe no bolso",
		"it:Pesa 90 grammi e porta fino a 15 chili.":             "Peso 90 g, Porta fino a 15 kg",
		"de:Der Kurs kostet 25 Euro.":                            "",
		"en:It weighs 1.8 kilos and fits on any worktop.":        "",
	} {
		w := &Writer{Wording: tongue.All[s[:2]], Lang: s[:2]}
		b := &Beat{}
		got := ""
		if w.measured(b, s[3:]) {
			got = strings.TrimSpace(b.Label + " " + FigureText(b.Figure) + " " + b.Subtitle)
			for _, it := range b.Items {
				got += ", " + it.Label + " " + it.Value
			}
		}
		if got != want {
			t.Errorf("%q is drawn as %q, want %q", s, got, want)
		}
	}
}

// The tail of a clause is no label, and thousands may stand apart.
func TestLabelsOfTongues(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"es:La verdura llega del campo a casa en menos de 24 horas.": "24 h|La verdura llega del campo a casa en menos de 24 horas|",
		"fr:Les livraisons sont passées de 8 200 à 9 100.":           "9 100|Livraisons|Contre 8 200 avant",
		"it:Il tasso di reclamo è sceso dal 2,4 all'1,7%.":           "1,7%|Tasso di reclamo|Prima 2,4 %",
	} {
		if got := shapedFigure(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
