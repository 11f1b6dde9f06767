package script

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// How somebody is reached ends the video, as it is written, and is no figure.
func TestContactEndsTheVideo(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, number string }{
		{"Video über unser Sommerfest. Am 12. Juli ab 15 Uhr im Stadtpark. Der Eintritt ist frei. Anmeldung: 030 998877. Für alle Nachbarn.", "030 998877"},
		{"Video sobre nuestra fiesta de verano. El 12 de julio a partir de las 15 h en el parque. La entrada es gratuita. Contacto: 912 998 877, calle Mayor 4. Habrá música en directo.", "912 998 877"},
		{"Vidéo sur notre fête d'été. Le 12 juillet à partir de 15 h au parc. L'entrée est gratuite. Contact : 01 99 88 77 66, 4 rue du Parc. Il y aura de la musique.", "01 99 88 77 66"},
		{"Video sulla nostra festa d'estate. L'ingresso è gratuito. Prenotazioni: 06 998 8776. Ci sarà musica dal vivo nel parco.", "06 998 8776"},
		{"Vídeo sobre a nossa festa de verão. A entrada é gratuita. Contato: 21 9988 7766, rua do Parque 4. Haverá música ao vivo.", "21 9988 7766"},
	} {
		b := boardOfText(t, c.text)
		last := b.Scenes[len(b.Scenes)-1]
		if last.Kind != scene.End || !strings.Contains(last.Say, c.number) || !strings.Contains(last.Headline+last.Subtitle+last.Action, c.number) {
			t.Errorf("%q ends with %s %q, %q, said %q", c.text, last.Kind, last.Headline, last.Action, last.Say)
		}
		if strings.Contains(last.Say, " es de ") {
			t.Errorf("%q says %q", c.text, last.Say)
		}
		for _, s := range b.Scenes {
			if s.Figure != nil && len(s.Figure.Text) > 4 && strings.Contains(s.Figure.Text, c.number) {
				t.Errorf("%q draws the number %q as a figure", c.text, s.Figure.Text)
			}
		}
	}
}
