package script

import (
	"context"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/timeline"
)

// leastSeconds is the shortest video that speaks all words of scenes: at the fastest rate,
// with the shortest of pauses, and no scene shorter than it can be seen.
func (w *writer) leastSeconds(scenes []scene.Scene) float64 {
	takes := make([][]scene.Take, len(scenes))
	for i, s := range scenes {
		takes[i] = w.quickest(prose.SplitSentences(s.Say), s.Language)
	}
	return w.leastOf(scenes, takes)
}

// A list that is too long for the video loses its last items, with a note; lesser facts
// go before a quotation.
func TestWhatDoesNotFit(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes under the race detector, and shares nothing")
	}
	t.Parallel()
	b, err := Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: "Make a 15 second video. Our spring catalogue has: tulip bulbs, garden gloves, watering cans, compost, seed trays, trellis panels, raised beds, secateurs, hoses, bird feeders, solar lanterns, rain barrels, bamboo canes and plant labels. Order by 20 April at greenrow.example."}})
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(b.Scenes, func(s scene.Scene) bool { return strings.Contains(s.Say, "tulip bulbs") })
	if i < 0 || len(b.Scenes[i].Items) < 4 || strings.Contains(b.Scenes[i].Say, "plant labels") {
		t.Fatalf("the list is %+v", b.Scenes)
	}
	notes := ""
	for _, n := range b.Notes {
		notes += n.Text + "\n"
	}
	if !strings.Contains(notes, `of 14 items`) || !strings.Contains(notes, `"plant labels"`) || strings.Contains(notes, "the scene shows six") {
		t.Errorf("the notes are %s", notes)
	}
	w := &writer{Writer: telling.Writer{Lang: "en"}, secs: 15}
	if room := w.secs - w.spokenSeconds(nil); func() float64 {
		sum := 0.0
		for _, s := range b.Scenes {
			sum += w.Seconds(s.Say, "")
		}
		return sum
	}() < room*.6 {
		t.Errorf("much more than needed is left out: %+v", b.Scenes)
	}

	// A list without end costs no more than its words, nor does its note.
	b, err = Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: "Make a 10 second video. We have: " + strings.Repeat("tulip bulbs, ", 700) + "hoses."}})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range b.Notes {
		if len(n.Text) > 400 {
			t.Errorf("a note of %d characters: %.80s", len(n.Text), n.Text)
		}
	}

	const quote = `Sam Okafor, head of fleet at Cargo North, says: "We cut idle time by a third in six weeks, and for the first time my drivers ask for the dashboard."`
	text := said(t, "15 second testimonial video for Brightlane. Mention that it connects to any truck. Mention that setup takes one day. Say that there is no contract. Explain that it is used in 14 countries. "+quote+" Highlight the free trial of thirty days. Visit brightlane.example.", 15)
	if !strings.Contains(text, "my drivers ask for the dashboard") || strings.Contains(text, "14 countries") {
		t.Errorf("says %q", text)
	}
}

// TestSecondsThatAreNamedAreEnough: the length that an error asks for is one that the
// words fit, pauses and the closing card included.
func TestSecondsThatAreNamedAreEnough(t *testing.T) {
	t.Parallel()
	spec := manifest.Spec{PositivePrompt: "SCRIPT (word for word):\nOur harbour cranes lift forty tonnes in one go. They work through the night, in wind and rain. Every container has a number and a place. Drivers see on a screen where to go. Nobody waits longer than eight minutes. Come and see it."}
	// As the engine has it.
	lasting := func(scenes []scene.Scene, takes [][]scene.Take) float64 {
		parts := make([]timeline.Part, len(scenes))
		for i, s := range scenes {
			parts[i] = timeline.Part{Kind: s.Kind, Takes: takes[i], Pinned: s.Seconds}
		}
		least, _ := timeline.Span(parts)
		return least
	}
	_, err := Write(t.Context(), Request{Seconds: 8, Spec: spec, Least: lasting})
	if err == nil {
		t.Fatal("eight seconds are taken")
	}
	m := regexp.MustCompile(`set duration to (\d+)`).FindStringSubmatch(err.Error())
	if m == nil {
		t.Fatal(err)
	}
	secs, _ := strconv.Atoi(m[1])
	b := write(t, Request{Seconds: float64(secs), Spec: spec, Least: lasting})
	w := &writer{Writer: telling.Writer{Lang: "en"}, r: Request{Least: lasting}}
	if least := w.leastSeconds(b.Scenes); least > float64(secs) || least < float64(secs)-2.5 {
		t.Errorf("%d s are named, %.1f are needed", secs, least)
	}
	spec.Fit = "trim"
	b = write(t, Request{Seconds: 8, Spec: spec, Least: lasting})
	if least := w.leastSeconds(b.Scenes); least > 8 || !strings.Contains(b.Scenes[len(b.Scenes)-1].Say, "Come and see it") || !strings.Contains(notesOf(b), `left out "Nobody waits`) {
		t.Errorf("trimmed to %.1f s: %s", least, notesOf(b))
	}
}

// TestWhatTrimCannotMakeFitIsRefused: one sentence that is too long is not cut, and the
// storyboard says so, not the drawing.
func TestWhatTrimCannotMakeFitIsRefused(t *testing.T) {
	t.Parallel()
	const long = "Every ship that enters the port needs a pilot who boards two miles before the pier, knows every sandbank and every current, and guides the captain past the lighthouse through ice and storm."
	_, err := Write(t.Context(), Request{Seconds: 6, Spec: manifest.Spec{PositivePrompt: `Script: "` + long + `"`, Fit: "trim"}})
	if err == nil || !strings.Contains(err.Error(), "fit: extend") || !regexp.MustCompile(`set duration to \d+`).MatchString(err.Error()) || !strings.Contains(err.Error(), "Every ship that enters") {
		t.Errorf("six seconds: %v", err)
	}
}

// TestWhatIsNearlyTooLongIsMeasured: where an estimate does not tell whether words fit, the
// voice does, for better and for worse, and a script that is written here gives way.
func TestWhatIsNearlyTooLongIsMeasured(t *testing.T) {
	t.Parallel()
	const words = `Script: "ยินดีต้อนรับสู่ร้านกาแฟของเรา. เราเปิดทุกวันตั้งแต่เจ็ดโมงเช้า. กาแฟของเรามาจากดอยช้าง."`
	writer := &writer{Writer: telling.Writer{Lang: "th"}}
	estimated := write(t, Request{Seconds: 60, Spec: manifest.Spec{PositivePrompt: words}})
	need := writer.leastSeconds(estimated.Scenes)
	at := func(prompt string, k, seconds float64) (*scene.Storyboard, error) {
		return Write(t.Context(), Request{Seconds: seconds, Spec: manifest.Spec{PositivePrompt: prompt},
			Measure: func(_ context.Context, _ *scene.Storyboard, text, lang string) (float64, error) {
				return k * writer.Seconds(text, lang) / telling.MaxRate, nil
			}})
	}
	if _, err := at(words, 1, need*1.02); err != nil {
		t.Errorf("as estimated: %v", err)
	}
	if _, err := at(words, 1.1, need*1.02); err == nil {
		t.Error("words that take a tenth longer than estimated are taken")
	}
	if _, err := at(words, .85, need*.9); err != nil {
		t.Errorf("words that take less than estimated are refused: %v", err)
	}
	const topic = "Stelle unser Café am Hafen vor. Es öffnet täglich um 7 Uhr. Es hat 40 Plätze am Wasser. Die Bohnen kommen aus vier Ländern. Der Kuchen wird jeden Morgen im Haus gebacken. Hunde sind willkommen. Am Sonntag spielt eine Kapelle."
	b, err := at(topic, 1.3, 15)
	if err != nil || !strings.Contains(notesOf(b), "left out to fit 15 s") {
		t.Errorf("a written script: %v", err)
	}
}

// TestTheLastFactIsSaidInsteadOfItsOpener: where a short video has room for one sentence,
// it is the user's and not the one that this program opens with.
func TestTheLastFactIsSaidInsteadOfItsOpener(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ prompt, fact string }{
		{"Create a quick teaser about our new opening hours. From 1 May we are open from 8 am to 10 pm.", "8 am to 10 pm"},
		{"Explain how our new return policy works. Customers have 60 days to return shoes.", "60 days to return shoes"},
	} {
		b, err := Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: c.prompt}, Dir: "testdata", Seconds: 5})
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		for _, s := range b.Scenes {
			said += s.Say + " "
		}
		if !strings.Contains(said, c.fact) {
			t.Errorf("%q is told as %q", c.prompt, said)
		}
		for _, n := range b.Notes {
			if strings.Contains(n.Text, "left out") {
				t.Errorf("%q: %s", c.prompt, n.Text)
			}
		}
	}
}
