package script

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/telling"
)

// Letters that are longer or shorter when they are small (İ, K, Ⱥ) move no place in a text.
func TestLettersThatChangeTheirLength(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("İ", 20)
	if got := telling.RowsFor("Old", []string{"Old takes " + long}); len(got) != 1 || got[0].Label != "Takes" || got[0].Value != long {
		t.Errorf("rowsFor: %+v", got)
	}
	for _, c := range []struct{ lang, text string }{
		{"en", "Create a 30 second video for " + long + " Deli.\n\n" + long + ", we cut waiting to 12 minutes. Compare before and after: before " + long + " 40 minutes, after 12 minutes."},
		{"de", "Erstelle ein Video über " + long + ". " + long + ", die Wartezeit beträgt nur noch 12 Minuten. Die " + long + " kostet 40 Euro."},
		{"es", "Crea un vídeo sobre " + long + ". " + long + ", la espera es de 12 minutos."},
		{"en", "Scene 1: Old way vs New way\nVisual: split screen, Old way vs New way\nVO: \"Old way takes " + long + ". New way takes two hours.\""},
	} {
		holds(t, c.text, 0)
		holds(t, strings.ReplaceAll(c.text, "İ", "\u212a"), 0)
		holds(t, strings.ReplaceAll(c.text, "İ", "Ⱥ"), 0)
	}
}
