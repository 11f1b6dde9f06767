package telling

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/tongue"
)

// A headline says what holds, without the day from which it does.
func TestUndated(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"de:Ab Montag, 12. Mai, wird die Heizungsanlage erneuert":          "Die Heizungsanlage wird erneuert",
		"de:Ab 1. Oktober gelten neue Preise":                              "Neue Preise gelten",
		"nl:Vanaf 1 september starten we met een continurooster":           "We starten met een continurooster",
		"pt:A partir de 3 de fevereiro, o balde castanho passa a ser azul": "O balde castanho passa a ser azul",
		"es:El 3 de mayo abre la piscina municipal":                        "Abre la piscina municipal",
		"it:Dal 4 marzo il negozio è aperto anche la domenica":             "Il negozio è aperto anche la domenica",
		"fr:Les travaux durent deux mois":                                  "Les travaux durent deux mois",
	} {
		code, text, _ := strings.Cut(s, ":")
		w := &Writer{Wording: tongue.For(code), Lang: code}
		if got := w.undated(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A figure's label names what has the figure, and never breaks off before it; what limits
// the figure stays with it.
func TestLabelsStandAlone(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"de:Die Mietminderung von 15 % ziehen wir automatisch mit der Juni-Miete ab.": "15%|Mietminderung|",
		"de:Die Bearbeitung dauert bis zu 10 Tage.":                                   "bis zu 10 Tage|Bearbeitung|",
		"de:Der neue Tarif gilt für 340 Haushalte.":                                   "340|Der neue Tarif gilt für 340 Haushalte|",
		"de:Wer betroffen ist, bekommt bis zu 25 € Gutschrift.":                       "25€|Wer betroffen ist, bekommt bis zu 25 € Gutschrift|",
		"fr:Environ 12 400 appareils sont concernés.":                                 "12 400|Environ 12 400 appareils sont concernés|",
		"fr:Salaire : 38 000 à 45 000 euros par an.":                                  "38 000–45 000€|Salaire|par an",
		"es:La lista de espera ha bajado a 12 días.":                                  "12 días|Lista de espera|",
		"fr:L'activation prend moins de 2 minutes.":                                   "moins de 2 min|Activation|",
		"pt:O app abre 40% mais rápido.":                                              "40%|O app abre 40% mais rápido|",
		"it:Il fatturato ha raggiunto 3,2 milioni di euro.":                           "3,2 M €|Fatturato|",
		"nl:De behandeling duurt maximaal 14 dagen.":                                  "maximaal 14 dagen|Behandeling|",
	} {
		if got := shapedFigure(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// shapedFigure is the figure that a sentence is drawn with, its label and what stands below
// it, parted by |; the sentence has its language before it: "de:Es sind 340.".
func shapedFigure(s string) string {
	code, text, _ := strings.Cut(s, ":")
	w := &Writer{Wording: tongue.For(code), Lang: code, Brief: prompt.Parse("Video about tea. It is hot.")}
	b := &Beat{Words: []string{text}}
	w.Shape(b, text)
	if b.Figure == nil {
		return "||"
	}
	return strings.Join([]string{FigureText(b.Figure), b.Label, b.Subtitle}, "|")
}
