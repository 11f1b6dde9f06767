package revise_test

import (
	"fmt"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// TestWhatPeoplePointAt: scenes, sentences and values by the words for them.
func TestWhatPeoplePointAt(t *testing.T) {
	t.Parallel()
	for edit, c := range map[string]struct {
		of   func(b *scene.Storyboard) any
		want string
	}{
		"training scene should be longer":   {func(b *scene.Storyboard) any { return b.Scenes[7].Seconds > 0 }, "true"},
		"swap the prices with the training": {func(b *scene.Storyboard) any { return b.Scenes[2].ID + b.Scenes[7].ID }, "s8s3"},
		"S4 to the front":                   {func(b *scene.Storyboard) any { return b.Scenes[0].ID }, "s4"},
		"put the training second":           {func(b *scene.Storyboard) any { return b.Scenes[1].ID }, "s8"},
		"the part on prices is too short":   {func(b *scene.Storyboard) any { return b.Scenes[2].Seconds > 0 }, "true"},
		"add a pause after the sentence about the limit": {func(b *scene.Storyboard) any { return b.Scenes[5].Say },
			`Before you start, check the brakes, the horn and the forks. The limit is 8 km/h indoors and 15 km/h in the yard. <break time="1000ms"/>`},
		"pause for 2 seconds before the sentence about our trainers": {func(b *scene.Storyboard) any { return b.Scenes[7].Say[:100] },
			`The training takes place on 12 March at 9:00 am in room 204. <break time="2000ms"/> Our trainers are`},
		"highlight Q2 in the chart":                            {func(b *scene.Storyboard) any { return *b.Scenes[6].Series.Focus }, "1"},
		"add Q4 3.9 to the chart":                              {func(b *scene.Storyboard) any { return b.Scenes[6].Series.Values }, "[2.1 2.8 3.4 3.9]"},
		"end card: See you soon":                               {func(b *scene.Storyboard) any { return b.Scenes[8].Headline }, "See you soon"},
		"the end card should also show our phone 030 555 0199": {func(b *scene.Storyboard) any { return b.Scenes[8].Note }, "030 555 0199"},
		"no music during the quote":                            {func(b *scene.Storyboard) any { return fmt.Sprint(*b.Scenes[4].Music, *b.Scenes[5].Music) }, "{ true 0 0} { false 0 0}"},
		"quieter music in scene 3":                             {func(b *scene.Storyboard) any { return b.Scenes[2].Music.Level }, "-6"},
		"fade out the music at the end":                        {func(b *scene.Storyboard) any { return *b.Scenes[8].Music }, "{ true 0 3}"},
		"Ruth left, it's Olga now":                             {func(b *scene.Storyboard) any { return strings.Contains(b.Scenes[7].Say, "Mei, Carlos and Olga") }, "true"},
		`after "the horn" wait half a second`: {func(b *scene.Storyboard) any { return b.Scenes[5].Say[:74] },
			`Before you start, check the brakes, the horn <break time="500ms"/> and the`},
		"music only from scene 3 on":   {func(b *scene.Storyboard) any { return fmt.Sprint(*b.Scenes[0].Music, *b.Scenes[2].Music) }, "{ true 0 0} { false 0 0}"},
		"no voice in scene 7":          {func(b *scene.Storyboard) any { return b.Scenes[6].Say }, ""},
		"step 2 is we bring it to you": {func(b *scene.Storyboard) any { return b.Scenes[3].Items[1].Title }, "We bring it to you"},
	} {
		b, answer := amended(t, severalPrompt, edit)
		if strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %s", edit, answer)
		} else if got := fmt.Sprint(c.of(b)); got != c.want {
			t.Errorf("%s: %s; %s", edit, got, answer)
		}
	}
	for edit, answer := range map[string]string{
		"drop the quote, frob the prices": "not honoured",
		"the limit thing frobs":           `scene 6 says "The limit`,
	} {
		if b, got := amended(t, severalPrompt, edit); len(b.Scenes) != 9 || !strings.Contains(got, answer) {
			t.Errorf("%s: %s", edit, got)
		}
	}
}
