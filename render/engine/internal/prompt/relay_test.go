package prompt

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/prose"
)

// What is passed on is said; whom it is for is noted.
func TestWhatIsPassedOnIsSaid(t *testing.T) {
	t.Parallel()
	for _, x := range []struct{ text, said, audience string }{
		{"Mach mir ein kurzes Video, in dem du unseren Mietern erklärst, dass am 14. März von 8 bis 12 Uhr das Wasser abgestellt wird.", "Am 14. März von 8 bis 12 Uhr wird das Wasser abgestellt.", "unsere Mieter"},
		{"Sag den Eltern, dass sie ihre Kinder um 12 Uhr abholen müssen.", "Sie müssen Ihre Kinder um 12 Uhr abholen.", "Eltern"},
		{"Recuérdales a los padres que el lunes no hay clase.", "El lunes no hay clase.", "los padres"},
		{"Grava um vídeo a anunciar que a nossa padaria abre em Braga.", "A nossa padaria abre em Braga.", ""},
		{"Fais une vidéo pour prévenir les salariés que le parking sera fermé du 2 au 6 juin.", "Le parking sera fermé du 2 au 6 juin.", "les salariés"},
		{"Dis aux parents qu'ils doivent apporter leur carte.", "Vous devez apporter votre carte.", "les parents"},
		{"Fai un video in cui spieghi ai clienti che il negozio chiude ad agosto.", "Il negozio chiude ad agosto.", "i clienti"},
		{"Maak een filmpje waarin je de ouders vertelt dat de school dicht is.", "De school is dicht.", "de ouders"},
		{"Herinner de bewoners eraan dat het oud papier op dinsdag wordt opgehaald.", "Het oud papier wordt op dinsdag opgehaald.", "de bewoners"},
		{"أخبر أولياء الأمور أن المدرسة ستغلق يوم الأحد.", "المدرسة ستغلق يوم الأحد.", "أولياء الأمور"},
	} {
		b := Parse(x.text)
		if len(b.Points) != 1 || prose.Stop(b.Points[0].Text) != x.said || b.Audience != x.audience {
			t.Errorf("%q: for %q, points %+v", x.text, b.Audience, b.Points)
		}
	}
}

func TestVideosThatInvite(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Ik wil een filmpje waarin je onze leden uitnodigt voor de algemene ledenvergadering op donderdag 18 april.": "de algemene ledenvergadering",
		"Erstelle ein Video, in dem wir die Nachbarn zum Sommerfest einladen.":                                       "Sommerfest",
		"Graba un vídeo en el que invitamos a los socios a la cena de gala.":                                         "la cena de gala",
		"Cria um vídeo a convidar os antigos alunos para o jantar dos 25 anos.":                                      "o jantar dos 25 anos",
		"Fais une vidéo qui invite les habitants à l'inauguration de la médiathèque.":                                "l'inauguration de la médiathèque",
	} {
		if b := Parse(text); !strings.EqualFold(b.Subject, want) || b.Audience == "" {
			t.Errorf("%q invites %q to %q", text, b.Audience, b.Subject)
		}
	}
}

// A thing that is spoken of and what it does make a sentence in the writer's words.
func TestSpokenOfWithWhatItDoes(t *testing.T) {
	t.Parallel()
	b := Parse("Vídeo sobre a nossa padaria. Fala também do pão de fermentação lenta, que demora 24 horas a fazer.")
	if n := len(b.Points); n != 1 || b.Points[0].Text != "O pão de fermentação lenta demora 24 horas a fazer." {
		t.Errorf("points %+v", b.Points)
	}
}
