package script

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/tongue"
)

// A sentence that is a row of orders is told order by order, in as many pictures as it needs.
func TestRowOfOrdersInOneSentence(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]int{ // steps of each picture
		"How to patch a bicycle inner tube: take the wheel off, pull out the tube, pump it up and listen for the hole, roughen the spot with sandpaper, spread the glue and wait 3 minutes, press the patch on for a minute, then put it all back together. Check the tyre for glass first.": {4, 3},
		"How-to video: how to repot a monstera. Choose a pot 5 cm wider, loosen the roots, put 3 cm of gravel in, fill up with soil, water it well. Do it in spring.":                                                                                                                        {5},
		"Explain how to clean the coffee machine. First empty the tray, then rinse the filter, then run a cycle with hot water. Takes 4 minutes.":                                                                                                                                            {3},
		"Video about our bakery. Our bread rests for 20 hours, our rolls for 8, our pretzels for 2.":                                                                                                                                                                                         nil,
	} {
		var got []int
		step := 0
		for _, s := range minuteOf(t, text).Scenes {
			if s.Headline != tongue.English.StepsHead || s.Kind != scene.Process && s.Kind != scene.Points {
				continue
			}
			got = append(got, len(s.Items))
			if n := strings.Count(s.Say, "."); n != len(s.Items) {
				t.Errorf("%d sentences for %d steps: %q", n, len(s.Items), s.Say)
			}
			for _, it := range s.Items {
				if step++; it.Label != string(rune('0'+step)) {
					t.Errorf("step %d is labelled %q", step, it.Label)
				}
			}
		}
		if len(got) != len(want) || len(got) > 0 && got[0] != want[0] {
			t.Errorf("%.40q: pictures of %v steps, want %v", text, got, want)
		}
	}
}

// TestLongListsAreShownWhole: what a list says is shown, on pages that turn with the voice.
func TestLongListsAreShownWhole(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "Tutorial on setting up a hive: clear the spot, level the ground, set the stand, place the floor, add the brood box, hang ten frames, put the lid on, open the entrance, fill the feeder, and register the hive.", "Clear the spot")
	if len(s.Items) != 10 || s.Items[9].Title != "Register the hive" {
		t.Errorf("%d items: %+v", len(s.Items), s.Items)
	}
}
