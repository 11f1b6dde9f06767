package prompt

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/prose"
)

func TestProseShots(t *testing.T) {
	t.Parallel()
	for name, x := range map[string]struct{ text, want string }{
		"pictures, cuts and a narrator": {
			`Make a 40-second film. We open on an empty pier. The narrator says: "Nobody came." Then the pier DRAWS itself and we smash cut to a counter running up to 4,200, with the small print "visitors a week". "They came," says the narrator. The camera pushes in. Next, a bar chart: 2023 12, 2024 30. The voice-over explains that visitors have more than doubled. Finally the logo appears with the text "Come by." She ends with: "Come by." Calm music, no avatar.`,
			"0||Nobody came.|an empty pier. the pier DRAWS itself.|\n0||They came.|a counter running up to 4,200, with the small print \"visitors a week\". The camera pushes in.|\n0||Visitors have more than doubled.|a bar chart: 2023 12, 2024 30.|\n0||Come by.|the logo appears with the text \"Come by.\"|"},
		"lines of cuts and voice": {
			"A clip for our bakery.\n\nStart on hands kneading dough.\nVO: \"Thirty-six hours.\"\nCut to: three cards: Rye, Spelt, Emmer.\nVO: \"Baked by six.\"\nFade to black. Logo.\n\nSoft piano.",
			"0||Thirty-six hours.|hands kneading dough.|\n0||Baked by six.|three cards: Rye, Spelt, Emmer.|\n0|||Logo.|"},
		"German": {
			"Wir öffnen auf einer leeren Straße. Die Sprecherin sagt: „Hier fährt nichts.“ Schnitt auf eine Tabelle: N1 20 Minuten, N4 30 Minuten. Sie erklärt: „Ab Mai fahren zwei Linien.“ Danach erscheint das Logo. 30 Sekunden, ruhige Musik.",
			"0||Hier fährt nichts.|einer leeren Straße.|\n0||Ab Mai fahren zwei Linien.|eine table: N1 20 Minuten, N4 30 Minuten.|\n0|||fades in das logo.|"},
		"Spanish": {
			"Abrimos con una playa vacía. La locutora dice: «Dos toneladas.» Después vemos un gráfico de barras: 2022 2,1, 2024 0,9. Voz en off: «Este año, menos de una.» La cámara se acerca. Al final aparece el logo.",
			"0||Dos toneladas.|una playa vacía.|\n0||Este año, menos de una.|bar chart: 2022 2,1, 2024 0,9. La cámara zooms in.|\n0|||fades in el logo.|"},
		"nobody speaks": {
			"A 20s teaser. The film opens on a wet road. Then the motor glows. Then we show the price, €2,490. The camera circles the bike. It ends with fjordbike.example.",
			"0|||a wet road.|\n0|||the motor glows.|\n0|||price, €2,490. The camera circles the bike.|\n0|||fjordbike.example.|"},
		"facts about a company":  {"We cut prices on 12 routes from Monday. We see a 20% rise in bookings. The camera in every bus is new. We open on Sundays now.", ""},
		"orders":                 {"Open with the question \"Do you hear it?\" Explain that it feels the first drop. Show how it closes the valve. End with a call to action and the logo.", ""},
		"a day":                  {"We open with a welcome at nine. Then we see the plant. Finally Anna says \"Goodbye\" to the team.", ""},
		"a product with cameras": {"The camera has 48 megapixels. It opens in a second. We cut weight to 180 g. \"I love it,\" says Kim.", ""},
	} {
		if got := shots(x.text); got != x.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, x.want)
		}
	}
}

func TestWhatStandsBesideAPlanInProse(t *testing.T) {
	t.Parallel()
	b := Parse("We open on a dark pier. The narrator says: \"Nobody came.\" Hard cut to a map. \"They came,\" says the narrator. No presenter.\n\nStyle: bold, #F5B301. Music: gentle strings. 40 seconds, 9:16. Captions off.")
	if b.Seconds != 40 || b.Orientation != "portrait" || !b.Presenter.None || b.Captions != "off" || b.Music.Mood != "calm" || len(b.Look.Colors) != 1 || len(b.Scenes) != 2 || b.Scenes[0].Transition != "cut" {
		t.Errorf("%+v", b)
	}
	for _, pt := range b.Points {
		t.Errorf("of no scene: %q", strings.TrimSpace(pt.Text))
	}
}

func TestALengthIsNoTitle(t *testing.T) {
	t.Parallel()
	if b := Parse("25 segundos, sin avatar.\n\nEscena 1: playa\nVO: «Cada verano dejamos plástico.»"); b.Title != "" || b.Seconds != 25 || !b.Presenter.None {
		t.Errorf("title %q, %g s, presenter %+v", b.Title, b.Seconds, b.Presenter)
	}
}

// TestPicturesAreNoFacts keeps a sentence about a film out of what is said even where it
// stands alone, and facts that only look like one in.
func TestPicturesAreNoFacts(t *testing.T) {
	t.Parallel()
	for text, film := range map[string]bool{
		"Then we cut to a courier on a bridge.":         true,
		"The camera pans over the old town.":            true,
		"We see a close-up of a drill.":                 true,
		"La cámara recorre la fábrica.":                 true,
		"The camera weighs 180 grams.":                  false,
		"We see a 20% rise in bookings.":                false,
		"We cut prices on twelve routes from Monday.":   false,
		"The app opens on every phone within a second.": false,
	} {
		b := Parse("Make a 30-second video about the Aarhus depot. " + text + " The depot employs 40 people.")
		said := strings.Contains(spokenBy(b), prose.Unstop(text))
		noted := false
		for _, n := range b.Notes {
			noted = noted || strings.Contains(n.Text, "tells a picture")
		}
		if said == film || noted != film {
			t.Errorf("%q: said %v, noted %v", text, said, noted)
		}
	}
}
