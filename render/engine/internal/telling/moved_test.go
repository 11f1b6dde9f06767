package telling

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/tongue"
)

// A sentence that tells what a value was and is shows the new one large, what it is the
// value of, and the old one with its unit, whatever the verb and wherever it stands.
func TestChangesOfTongues(t *testing.T) {
	t.Parallel()
	for sentence, want := range map[string]string{
		"de:Die Abschlussquote hat sich von 62 auf 75 Prozent verbessert.":    "75%|Abschlussquote|Vorher 62 %",
		"de:Die Zahl der Kurse ist von 40 auf 58 gestiegen.":                  "58|Zahl der Kurse|Vorher 40",
		"de:Die Kosten pro Kurs konnten wir von 120 auf 85 Euro senken.":      "85€|Kosten pro Kurs|Vorher 120 €",
		"de:Seit März haben wir die Wartezeit von 14 auf 6 Minuten verkürzt.": "6 min|Wartezeit|Vorher 14 min",
		"de:Die Antwortzeit verkürzte sich von 9 auf 4 Stunden.":              "4 Stunden|Antwortzeit|Vorher 9 Stunden",
		"es:La satisfacción subió del 62 al 75 %.":                            "75%|Satisfacción|Antes 62 %",
		"es:El número de cursos aumentó de 40 a 58.":                          "58|Número de cursos|Antes 40",
		"es:Redujimos el coste por curso de 120 a 85 euros.":                  "85€|Coste por curso|Antes 120 €",
		"es:El tiempo de respuesta se redujo de 9 a 4 horas.":                 "4 h|Tiempo de respuesta|Antes 9 h",
		"es:Los cursos duran de 4 a 9 semanas.":                               "4–9 semanas|Los cursos duran|",
		"fr:Le taux de réussite passe de 62 à 75 %.":                          "75%|Taux de réussite|Contre 62 % avant",
		"fr:Le nombre de cours a grimpé de 40 à 58.":                          "58|Nombre de cours|Contre 40 avant",
		"fr:Nous avons réduit le coût par cours de 120 à 85 euros.":           "85€|Coût par cours|Contre 120 € avant",
		"fr:Grâce au tri, les déchets ont diminué de 9 à 4 tonnes.":           "4 tonnes|Déchets|Contre 9 tonnes avant",
		"it:Il tasso di completamento è migliorato dal 62 al 75 %.":           "75%|Tasso di completamento|Prima 62 %",
		"it:Abbiamo ridotto il costo per corso da 120 a 85 euro.":             "85€|Costo per corso|Prima 120 €",
		"it:I soci sono aumentati da 40 a 58.":                                "58|Soci|Prima 40",
		"pt:A taxa de conclusão melhorou de 62 % para 75 %.":                  "75%|Taxa de conclusão|Antes 62 %",
		"pt:O número de cursos aumentou de 40 para 58.":                       "58|Número de cursos|Antes 40",
	} {
		if got := shapedFigure(sentence); got != want {
			t.Errorf("%q: %q, want %q", sentence, got, want)
		}
	}
	w := &Writer{Wording: tongue.For("de"), Lang: "de"}
	if got := w.stated("Antwortzeit verkürzte sich von 9 auf 4 Stunden"); strings.Contains(got, "ging") {
		t.Errorf("a sentence with its verb gets another: %q", got)
	}
}
