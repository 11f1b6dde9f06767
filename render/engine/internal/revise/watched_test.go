package revise_test

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// watched are videos that somebody has watched once and now wants changed.
var watched = map[string]string{
	"desks": `Scene 1: Hook
VO: "Half of your desks are empty on Fridays."
Scene 2: Product
VO: "Brightdesk shows free desks on a live map."
Scene 3: Plans
VO: "There are three plans: Solo at $19 a month, Team at $49 a month and Studio at $99 a month."
Scene 4: Voice
VO: "Nadia says: we filled our Fridays in six weeks."
Visual: quote "We filled our Fridays in six weeks." by Nadia Haddad, owner of Loft 12
Scene 5: End
VO: "Start your free trial at brightdesk.example."
`,
	"festival": `Scene 1: Hello
VO: "You're invited to the Harbour Street Food Festival."
Scene 2: When
VO: "It takes place on Saturday 12 July from 11 am to 9 pm at Pier 3."
Scene 3: Children
VO: "Children under 12 get a free ice cream."
Scene 4: Way
VO: "Take tram 5, there is no parking."
Scene 5: End
VO: "More at harbourfood.example."
`,
	"office": `Scene 1: Welcome
VO: "Welcome to Norvale."
Scene 2: First day
VO: "Your first day starts at 9:00 am at the front desk. Bring your ID, your bank details and a signed contract."
Scene 3: People
VO: "Your buddy is Priya Shah. Your HR partner is Tom Weaver."
Visual: presenter
Scene 4: Benefits
VO: "You get 28 days of holiday, a gym pass and a learning budget of £600 a year."
Visual: list of cards: "28 days of holiday", "Gym pass", "£600 learning budget"
Scene 5: Probation
VO: "The probation period lasts three months. Your first review is on 14 September."
Scene 6: Questions
VO: "Write to people@norvale.example."
`,
	"paniers": `Vidéo de 45 secondes pour présenter Panier Vert, un service de paniers de légumes bio à Nantes.
Il y a trois formules : le petit panier à 12 €, le panier famille à 19 € et le grand panier à 26 €.
« Mes enfants mangent enfin des carottes », dit Claire, cliente à Rezé.
Inscrivez-vous sur paniervert.example`,
	"gimnasio": `Vídeo de 45 segundos para el gimnasio Puerta Norte en Valencia. Abrimos de lunes a viernes de 6 a 23 horas.
La cuota es de 29 € al mes y la matrícula es gratis hasta el 30 de septiembre.
Nuestros entrenadores son Lucía, Marcos y Elena. El 92 % de los socios nos recomienda.
Reserva tu clase de prueba en puertanorte.example`,
}

// TestWatched: what people write after they have watched a video, and what is said then.
func TestWatched(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ video, edit, said string }{
		{"festival", "children under 10, not 12", "Saturday 12 July from 11 am to 9 pm at Pier 3. | Children under 10"},
		{"office", "mention that lunch is free and remove the gym pass", "You get 28 days of holiday and a learning budget of £600 a year. | The probation period lasts three months. Your first review is on 14 September. | Lunch is free. |"},
		{"desks", "mention that members book in two taps and skip the queue", "Members book in two taps and skip the queue."},
		{"office", `in scene 2 change the first bullet to "Come on time"`, "front desk. Come on time, your bank details"},
		{"office", "Start time is 8:30 not 9", "starts at 8:30 am at"},
	} {
		b, answer := amended(t, watched[c.video], c.edit)
		if said := wordsOf(b); !strings.Contains(said, c.said) || strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %s\n%s", c.edit, said, answer)
		}
	}
}

// TestWatchedPicture: what is shown then.
func TestWatchedPicture(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		video, edit string
		check       func(b *scene.Storyboard) bool
	}{
		{"paniers", "Le petit panier passe à 13 €", func(b *scene.Storyboard) bool {
			for _, s := range b.Scenes {
				if s.Series != nil {
					return s.Series.Values[0] == 13 && strings.Contains(s.Say, "13 €")
				}
			}
			return false
		}},
		{"desks", "Can you open with the customer quote instead? It's our strongest asset", func(b *scene.Storyboard) bool { return b.Scenes[0].Kind == scene.Quote }},
	} {
		b, answer := amended(t, watched[c.video], c.edit)
		if !c.check(b) || strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %s\n%s", c.edit, wordsOf(b), answer)
		}
	}
}

// TestWatchedDeclined: what is better asked than guessed.
func TestWatchedDeclined(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ video, edit, answer string }{
		{"gimnasio", "El texto de la escena 3 es demasiado largo, deja solo la cifra", "not honoured"},
		{"festival", "change 12 to 14", "which"},
		{"office", `put "Nice to meet you" on the first card`, "which card"},
		{"desks", "open with the strongest argument that we have", "with which words"},
	} {
		base, _ := amended(t, watched[c.video], "")
		b, answer := amended(t, watched[c.video], c.edit)
		if wordsOf(b) != wordsOf(base) || !strings.Contains(answer, c.answer) {
			t.Errorf("%s: %s\n%s", c.edit, wordsOf(b), answer)
		}
	}
}
