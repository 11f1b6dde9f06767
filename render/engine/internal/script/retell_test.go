package script

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// TestFewFactsLeaveNoLongWaits: where facts fill only part of a video they are told one by
// one and once more, so that no scene stands long without speech, and nothing is added.
func TestFewFactsLeaveNoLongWaits(t *testing.T) {
	t.Parallel()
	b := minuteOf(t, "Launch video for Brewbuddy, a smart kettle. It boils in 90 seconds, keeps tea warm for two hours, and costs €89.")
	if len(b.Scenes) < 8 {
		t.Errorf("three facts fill a minute with %d scenes", len(b.Scenes))
	}
	said := map[string]int{}
	for _, s := range b.Scenes {
		for _, x := range []string{"It boils in 90 seconds.", "It keeps tea warm for two hours.", "It costs €89."} {
			if strings.Contains(s.Say, x) {
				said[x]++
			}
		}
	}
	if len(said) != 3 {
		t.Errorf("facts by themselves: %v", said)
	}
	if last := b.Scenes[len(b.Scenes)-1]; last.Say != "That's Brewbuddy, a smart kettle." {
		t.Errorf("ends with %q", last.Say)
	}
}

// TestPartings: a video that asks nothing of its viewers ends with what it was about.
func TestPartings(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Customer update from Kiln Coffee. The roastery moved to a bigger building in March. Orders now ship within 24 hours.":          "That's the customer update.",
		"60 second video about our library's new opening hours. From 3 February we open at 8 am. Saturdays stay the same.":              "That's what to know about our library's new opening hours.",
		"How to reset your Lumo thermostat. First unplug it. It takes a minute.":                                                        "And that's how to reset your Lumo thermostat.",
		"Release notes video for Foo CLI 2.4. Builds are faster now. Errors are clearer now.":                                           "That's what's new in Foo CLI 2.4.",
		"Message from our CEO, Marcus Lindqvist, to all employees. We are acquiring Bluefin Analytics in Oslo. Nobody loses their job.": "Thank you.",
	} {
		b := minuteOf(t, text)
		if last := b.Scenes[len(b.Scenes)-1]; last.Kind != scene.End || last.Say != want {
			t.Errorf("%q ends with %q, want %q", text, last.Say, want)
		}
	}
}

// TestOneSubjectSeveralVerbs: such a sentence is parted, others are not.
func TestOneSubjectSeveralVerbs(t *testing.T) {
	t.Parallel()
	w := &writer{Writer: telling.Writer{Wording: tongue.English, Lang: "en"}}
	for s, want := range map[string]string{
		"It boils in 90 seconds, keeps tea warm for two hours, and costs €89.":               "It boils in 90 seconds.|It keeps tea warm for two hours.|It costs €89.",
		"From 3 February we open at 8 am on weekdays and stay open until 9 pm on Thursdays.": "From 3 February we open at 8 am on weekdays.|We stay open until 9 pm on Thursdays.",
		"We work with schools, clubs, and families.":                                         "",
		"It comes with a bag and costs nothing.":                                             "It comes with a bag.|It costs nothing.",
		"You need a card and two minutes.":                                                   "",
		"Ben sings and Ana plays the piano.":                                                 "",
	} {
		if got := strings.Join(w.predicates(s), "|"); got != want {
			t.Errorf("%q is parted into %q, want %q", s, got, want)
		}
	}
}

// TestFewFactsAreSeenTwice: facts that fill only part of a video are shown once more without a
// word, in every language whose grammar is known, and no sentence is said twice.
func TestFewFactsAreSeenTwice(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"Our food bank fed 3,100 families last year.",
		"Make a training video about gifts. Employees may accept gifts worth up to 50 euros. Cash is never allowed. If you are unsure, ask before you accept.",
		"Video über das neue Parkhaus. Das Parkhaus am Bahnhof hat Platz für 400 Autos. Eine Stunde kostet an Werktagen nur 2 Euro. Es ist auch nachts durchgehend hell beleuchtet. Anwohner der Altstadt zahlen 40 Euro im Monat.",
		"Vidéo sur le nouveau parking. Le parking de la gare a 400 places couvertes. Une heure coûte 2 euros en semaine. Il est éclairé toute la nuit sans interruption. Les riverains du centre paient 40 euros par mois.",
		"Vídeo sobre el nuevo aparcamiento. El aparcamiento de la estación tiene 400 plazas. Una hora cuesta 2 euros entre semana. Además está iluminado durante toda la noche. Los vecinos del centro pagan 40 euros al mes.",
		"Video sul nuovo parcheggio. Il parcheggio della stazione ha 400 posti coperti. Un'ora costa 2 euro nei giorni feriali. Inoltre è illuminato durante tutta la notte. I residenti del centro pagano 40 euro al mese.",
		"Vídeo sobre o novo estacionamento. O estacionamento da estação tem 400 vagas. Uma hora custa 2 euros durante a semana. Ele é iluminado durante toda a noite. Os moradores do centro pagam 40 euros por mês.",
		"Video over de nieuwe parkeergarage. De parkeergarage bij het station heeft 400 plaatsen. Een uur kost 2 euro op gewone werkdagen. Hij is ook de hele nacht goed verlicht. Bewoners van de wijk betalen 40 euro per maand.",
	} {
		said, shown := map[string]bool{}, 0
		for _, s := range minuteOf(t, text).Scenes {
			if s.Say == "" && s.Kind != scene.Title && s.Kind != scene.End {
				shown++
			}
			for _, x := range prose.SplitSentences(s.Say) {
				if said[x] {
					t.Errorf("%q says %q twice", text, x)
				}
				said[x] = true
			}
		}
		if shown < 2 {
			t.Errorf("%q: %d scenes only show something", text, shown)
		}
	}
}
