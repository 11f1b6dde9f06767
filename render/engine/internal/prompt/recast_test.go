package prompt

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/prose"
)

// Orders are put around a topic in many ways: who is told, and of what, is the same.
func TestOrdersAroundATopicInOtherLanguages(t *testing.T) {
	t.Parallel()
	for _, x := range []struct{ text, subject, audience string }{
		{"Haz un vídeo de unos 45 segundos sobre la campaña de vacunación. La vacuna es gratuita.", "la campaña de vacunación", ""},
		{"Fais une vidéo d'environ 45 secondes sur la campagne de vaccination. Le vaccin est gratuit.", "la campagne de vaccination", ""},
		{"Crie um vídeo de 40 segundos alertando clientes do Banco Aurora sobre o golpe do falso atendente. O banco nunca pede senha.", "o golpe do falso atendente", "clientes do Banco Aurora"},
		{"Crea un video di circa 40 secondi che avvisi i condomini dei lavori all'ascensore. I lavori durano tre giorni.", "i lavori all'ascensore", "i condomini"},
		{"Crée une vidéo qui rappelle aux parents les dates de la rentrée. La rentrée a lieu le 2 septembre.", "les dates de la rentrée", "les parents"},
		{"Erstelle ein Video, das unsere Kunden vor Phishing warnt. Die Bank fragt nie nach der PIN.", "Phishing", "unsere Kunden"},
	} {
		b := Parse(x.text)
		if !strings.EqualFold(b.Subject+b.Title, x.subject) || b.Audience != x.audience {
			t.Errorf("%q: of %q for %q", x.text, b.Subject+b.Title, b.Audience)
		}
	}
}

// "Tell them that …" is said to the agent; the viewers are told what follows.
func TestTellThemIsNotSaid(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Vidéo d'accueil pour les nouveaux. Rappelez-leur que la cantine ouvre à midi.":           "La cantine ouvre à midi.",
		"Vidéo d'accueil pour les nouveaux. Dites-leur d'apporter le livret.":                     "Pensez à apporter le livret.",
		"Vídeo de bienvenida. Diles que el primer turno se reserva en la app.":                    "El primer turno se reserva en la app.",
		"Vídeo de boas-vindas para entregadores. Lembre-os de que o pagamento cai toda terça.":    "O pagamento cai toda terça.",
		"Video di benvenuto per i nuovi rider. Spiega loro che il pagamento arriva ogni martedì.": "Il pagamento arriva ogni martedì.",
		"Begrüßungsvideo für neue Fahrer. Erinnere sie daran, dass der Helm Pflicht ist.":         "Der Helm ist Pflicht.",
	} {
		b := Parse(text)
		if n := len(b.Points); n == 0 || prose.Stop(b.Points[n-1].Text) != want {
			t.Errorf("%q: points %+v", text, b.Points)
		}
	}
	b := Parse("SCRIPT:\nRappelez-leur que vous les aimez. Et dites-leur que tout va bien.")
	if n := len(b.Points); n != 2 || b.Points[0].Text != "Rappelez-leur que vous les aimez." {
		t.Errorf("a script is changed: %+v", b.Points)
	}
}
