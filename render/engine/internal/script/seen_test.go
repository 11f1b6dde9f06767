package script

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// TestNumbersToCallAreShown: nobody remembers one from hearing it.
func TestNumbersToCallAreShown(t *testing.T) {
	t.Parallel()
	for text, number := range map[string]string{
		"Erstelle ein Video für Mieter über den Umbau. Es wird laut. Wer Hilfe beim Tragen braucht, ruft den Hausmeister an: 0171 555 0199. Ab April geht es los.": "0171 555 0199",
		"Video for our members about the new app. If you lose your card, call the front desk on 555-0199. It opens at 7.":                                          "555-0199",
	} {
		s := sceneOf(t, text, number)
		if seen := s.Headline + " " + strings.Join(s.Overlay, " "); !strings.Contains(seen, number) {
			t.Errorf("%q is drawn as %s: %s", number, s.Kind, seen)
		}
	}
}

// TestScriptsAreDrawnPartByPart: a long sentence of a script keeps its words, and each of its
// parts is seen when it is said.
func TestScriptsAreDrawnPartByPart(t *testing.T) {
	t.Parallel()
	const said = "Live jazz in the atrium, torchlight tours of the dinosaur hall every 30 minutes, and the planetarium shows Black Holes at 9 and 10:30."
	s := sceneOf(t, "Museum night! Friday June 12, 6pm to midnight. Free entry after 8. "+said+" Kids under 12 need an adult.", "Live jazz")
	if s.Say != said || len(s.Items) != 3 || s.Items[2].Title != "The planetarium shows Black Holes at 9 and 10:30" {
		t.Errorf("%s %+v: %s", s.Kind, s.Items, s.Say)
	}
}

// TestAddressesKeepTheirLetters at the head of a sentence, too.
func TestAddressesKeepTheirLetters(t *testing.T) {
	t.Parallel()
	b := minuteOf(t, "Video about our vans. We switch 40 vans by June. Questions? fleet@hartley.example.")
	if said := saidIn(b); strings.Contains(said, "Fleet@") || !strings.Contains(said, "fleet@hartley.example") {
		t.Error(said)
	}
}

// TestGermanNounsAreNoVerbs: "die Arbeiten" do not work.
func TestGermanNounsAreNoVerbs(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "Erstelle ein Video für Mieter über den Umbau. Es wird laut. Die Arbeiten dauern 3 Wochen. Danke.", "3 Wochen")
	if s.Kind == scene.Number && (s.Label != "Arbeiten" || s.Figure.Suffix != "Wochen") {
		t.Errorf("%q over %+v", s.Label, s.Figure)
	}
}
