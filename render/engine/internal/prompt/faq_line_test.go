package prompt

import (
	"testing"

	"gitops.video/render/render/engine/internal/brief"
)

// Where a prompt says that it is of questions, an answer may follow on its question's line.
func TestAnswersOnTheLineOfTheirQuestion(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"FAQ on the job ticket:\nHow much is it? €34 a month.\nHow do I cancel? By the 10th, in the app.",
		"Häufige Fragen zum Ticket:\nWie viel kostet es? 34,30 € im Monat.\nWie kündige ich? Bis zum 10. eines Monats.",
		"Preguntas frecuentes:\n¿Cuánto cuesta? 34 € al mes.\n¿Cómo lo cancelo? En la app.",
	} {
		n := 0
		for _, pt := range Parse(text).Points {
			if pt.Form == brief.Ask && pt.Said != "" {
				n++
			}
		}
		if n != 2 {
			t.Errorf("%q: %d questions are answered", text, n)
		}
	}
}
