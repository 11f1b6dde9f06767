package script

import (
	"strings"
	"testing"
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
		w := &writer{w: wordings[s[:2]], lang: s[:2]}
		b := &beat{}
		got := ""
		if w.measured(b, s[3:]) {
			got = strings.TrimSpace(b.Label + " " + figureText(b.Figure) + " " + b.Subtitle)
			for _, it := range b.Items {
				got += ", " + it.Label + " " + it.Value
			}
		}
		if got != want {
			t.Errorf("%q is drawn as %q, want %q", s, got, want)
		}
	}
}
