package revise_test

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/board"
	"gitops.video/render/render/engine/internal/revise"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/script"
)

func TestEdits(t *testing.T) {
	t.Parallel()
	base, _ := edited(t, "launch-homeowners.txt")
	for _, c := range []struct {
		edit  string
		check func(b *scene.Storyboard) bool
	}{
		{`in scene 3 say "It calls you within 5 seconds."`, func(b *scene.Storyboard) bool {
			return b.Scenes[2].Say == "It calls you within 5 seconds." && b.Scenes[2].Figure.Text == "5"
		}},
		{`Swap scenes 2 and 4.`, func(b *scene.Storyboard) bool {
			return b.Scenes[1].ID == base.Scenes[3].ID && b.Scenes[3].ID == base.Scenes[1].ID
		}},
		{`make the intro shorter`, func(b *scene.Storyboard) bool { return b.Scenes[0].Seconds > 0 && b.Scenes[0].Seconds < 3 }},
		{`make scene 2 longer`, func(b *scene.Storyboard) bool { return b.Scenes[1].Seconds > 4 }},
		{`use a darker background`, func(b *scene.Storyboard) bool { return b.Look.Background == "#0B1020" && b.Scenes[3].Stage == "ink" }},
		{`remove the music`, func(b *scene.Storyboard) bool { return b.Music.Off }},
		{`use calm music`, func(b *scene.Storyboard) bool { return b.Music.Mood == "calm" }},
		{`use cinematic style`, func(b *scene.Storyboard) bool {
			return b.Look.Style == "cinematic" && b.Music.Mood == base.Music.Mood
		}},
		{`turn off captions`, func(b *scene.Storyboard) bool { return b.Captions == "off" }},
		{`replace scene 2's B-roll with assets/dashboard-analytics.png`, func(b *scene.Storyboard) bool {
			return b.Scenes[1].Kind == scene.Device && b.Scenes[1].Asset == "assets/dashboard-analytics.png" && b.Scenes[1].Say == base.Scenes[1].Say
		}},
		{`change the accent color to #0f0`, func(b *scene.Storyboard) bool { return b.Look.Accent == "#00FF00" }},
		{`remove scene 4`, func(b *scene.Storyboard) bool {
			return len(b.Scenes) == len(base.Scenes)-1 && b.Scenes[3].Kind == scene.End
		}},
		{`add a scene after scene 2 saying "It never sleeps."`, func(b *scene.Storyboard) bool {
			return len(b.Scenes) == len(base.Scenes)+1 && b.Scenes[2].Say == "It never sleeps."
		}},
		{`move scene 4 before scene 2`, func(b *scene.Storyboard) bool { return b.Scenes[1].ID == base.Scenes[3].ID }},
		{`remove the presenter`, func(b *scene.Storyboard) bool {
			for _, s := range b.Scenes {
				if s.Kind == scene.Presenter || s.Kind == scene.Points {
					return false
				}
			}
			return b.Presenter.None
		}},
		{`replace "Tidemark" with "Tidewatch"`, func(b *scene.Storyboard) bool { return strings.Contains(b.Scenes[1].Say, "Tidewatch") }},
		{`use daniel as the presenter`, func(b *scene.Storyboard) bool {
			return b.Presenter.ID == "daniel" && b.Scenes[1].LowerThird.Name == "Daniel"
		}},
		{`change the URL to tidewatch.example`, func(b *scene.Storyboard) bool { return b.Scenes[4].URL == "tidewatch.example" }},
		{`speak a bit slower`, func(b *scene.Storyboard) bool { return b.Voice.Pace == .92 }},
	} {
		spec := promptSpec(t, "launch-homeowners.txt")
		spec.Edits = []string{c.edit}
		b, err := script.Write(context.Background(), script.Request{Spec: spec, Dir: "../script/testdata"})
		if err != nil {
			t.Errorf("%s: %v", c.edit, err)
			continue
		}
		answer := b.Notes[len(b.Notes)-1].Text
		if !c.check(b) || strings.Contains(answer, "not honoured") || !strings.HasPrefix(answer, "edit 1") {
			t.Errorf("%s: %s", c.edit, answer)
		}
	}
}

// TestEditsAsPeopleWriteThem: each instruction is read by a rule, answered in the
// notes, and leaves a storyboard that can be drawn.
func TestEditsAsPeopleWriteThem(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes under the race detector, and shares nothing")
	}
	t.Parallel()
	for edit, want := range map[string]string{
		"make it 5 seconds shorter": "the video lasts 15 s", "make it 10 seconds longer": "the video lasts 30 s", "shorten the video by 3 seconds": "the video lasts 17 s", "cut 4 seconds": "the video lasts 16 s",
		"change the headline of scene 3 to Fast alerts": `scene 3 shows "Fast alerts"`, "Use Daniel as the presenter, please": "the presenter is daniel",
		"portrait": "the video is 1080×1920", "make it vertical": "1080×1920", "square format": "1080×1080", "slower voice": "pace 0.92", "use a faster voice": "pace 1.08",
		"replace 'Tidemark' with 'Tidewatch' everywhere": "5 places changed", "replace Tidemark with Tidewatch everywhere": "5 places changed",
		"make scene 3 a quote": "scene 3 is a quote", "turn scene 2 into a statement": "scene 2 is a statement", "make scene 4 a process": "scene 4 is a process",
		`end with "Sleep dry."`: `ends with "Sleep dry."`, "end the video with Order at tide.example": `ends with "Order at tide.example."`, "start with 'Your cellar is wet.'": `scene 1 now says "Your cellar is wet."`,
		"make the accent orange": "#F97316", "use JetBrains Mono as the font": "JetBrains Mono", `add a lower third "Ana Ruiz, CEO" in scene 2`: "scene 2 names Ana Ruiz, CEO", "remove the lower third": "nobody is named",
		"put the presenter on the right in scene 2": "on the right in 1 scene", "close-up in scene 2": "framed close", "make scene 3 last 6 seconds": "scene 3 lasts 6 s", "scene 2 should last 4 s": "scene 2 lasts 4 s",
		"shorten scene 3 to 5 seconds": "scene 3 lasts 5 s", "merge scenes 2 and 3": "are one", "remove scenes 2 and 3": "scenes 2 and 3 are gone", "change the title to Dry cellars": "the title is Dry cellars",
		"change the subtitle of scene 1 to For every home": "For every home", "make the intro shorter and remove the music": "the music is off", "use hard cuts everywhere": "transitions: cut", "use fade transitions": "transitions: fade",
		"make it more energetic": "energetic", "make the video calmer": "calm", "use voice jenny-older": "jenny-older", "make scene 3 dark": "already stands on ink", "make scene 4 dark": "stands on ink", "remove the logo": "no logo", "use a dissolve before scene 3": "comes on with dissolve",
		"swap scenes two and four": "changed places", "can you make scene three shorter please": "scene 3 is held", "Remove the presenter. Use calm music.": "nobody is on screen; the music is calm", "move the last scene to the start": "is now scene 1",
	} {
		spec := promptSpec(t, "launch-homeowners.txt")
		spec.Edits = []string{edit}
		b, err := script.Write(context.Background(), script.Request{Spec: spec, Dir: "../script/testdata"})
		if err != nil {
			t.Errorf("%s: %v", edit, err)
			continue
		}
		if answer := b.Notes[len(b.Notes)-1].Text; !strings.Contains(answer, want) || strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %s, want %q", edit, answer, want)
		}
	}
}

// TestSceneAboutInventsNothing: a new scene says what the prompt or its context
// files know about its topic and the video does not say yet.
// TestEditReachesTheRecap: what is said twice is changed twice, or told to be left.
func TestEditReachesTheRecap(t *testing.T) {
	t.Parallel()
	base, _ := edited(t, "launch-homeowners.txt")
	base.Scenes[2] = scene.Scene{ID: "a", Kind: scene.Statement, Say: "Shifts are 4 hours.", Headline: "Shifts are 4 hours"}
	base.Scenes[3] = scene.Scene{ID: "b", Kind: scene.Statement, Say: "Once more, in short. Shifts are 4 hours.", Headline: "Shifts are 4 hours"}
	for edit, want := range map[string]string{
		`in scene 3 say "Shifts are 6 hours."`:                    "Once more, in short. Shifts are 6 hours.",
		`in scene 3 say "Shifts are 6 hours. Lunch is on us."`:    "Once more, in short. Shifts are 4 hours.",
		`in scene 3 say "Shifts are 4 hours. Lunch is on us."`:    "Once more, in short. Shifts are 4 hours.",
		`change the first sentence of scene 3 to "Come at noon."`: "Once more, in short. Come at noon.",
	} {
		data, err := board.Encode(base)
		if err != nil {
			t.Fatal(err)
		}
		b, err := board.Decode("b.yaml", data, nil)
		if err != nil {
			t.Fatal(err)
		}
		r := revise.Entry{Spec: manifest.Spec{Edits: []string{edit}}}
		if err := r.Edit(t.Context(), b); err != nil {
			t.Fatal(err)
		}
		note := b.Notes[len(b.Notes)-1].Text
		if b.Scenes[3].Say != want {
			t.Errorf("%s: the recap says %q: %s", edit, b.Scenes[3].Say, note)
		}
		if told := strings.Contains(note, "scene 4"); told == strings.Contains(edit, "are 4 hours") {
			t.Errorf("%s: %s", edit, note)
		}
	}
}

func TestSceneAboutInventsNothing(t *testing.T) {
	t.Parallel()
	spec := manifest.Spec{PositivePrompt: "Create a 15 second video about Tidemark, a leak sensor. It alerts your phone within 8 seconds. Visit tide.example.", Context: []string{"context/facts.md"}}
	for edit, want := range map[string]string{
		"add a scene about the website after scene 2": "nothing is invented",
		"add a scene about parking":                   `scene 3 is new: "Parking costs nothing after 19:00."`,
	} {
		spec.Edits = []string{edit}
		b, err := script.Write(context.Background(), script.Request{Spec: spec, Dir: "../script/testdata"})
		if err != nil {
			t.Fatal(err)
		}
		answer := b.Notes[len(b.Notes)-1].Text
		if !strings.Contains(answer, want) {
			t.Errorf("%s: %s", edit, answer)
		}
	}
}

func TestEditsThatCannotBeHonouredSaySo(t *testing.T) {
	t.Parallel()
	base, _ := edited(t, "launch-homeowners.txt")
	for _, e := range []string{"German voice-over", "in scene 12 say hello", "make the logo dance", "make scene 2 a chart", "add a scene about pricing after scene 2", "make it 19 seconds shorter", "replace scene 2's B-roll with nope.mp4", "replace \"xyzzy\" with \"y\""} {
		spec := promptSpec(t, "launch-homeowners.txt")
		spec.Edits = []string{e}
		b, err := script.Write(context.Background(), script.Request{Spec: spec, Dir: "../script/testdata"})
		if err != nil {
			t.Errorf("%s: %v", e, err)
			continue
		}
		if answer := b.Notes[len(b.Notes)-1].Text; !strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %s", e, answer)
		}
		if !reflect.DeepEqual(b.Scenes, base.Scenes) {
			t.Errorf("%s changed the scenes", e)
		}
	}
}

// TestEditsFindWhatTheyName: scenes and sentences by what they speak of, the people
// and words that a video has.
func TestEditsFindWhatTheyName(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes under the race detector, and shares nothing")
	}
	t.Parallel()
	for edit, want := range map[string]string{
		"make the pricing scene shorter": "scene 5 is held", "shorten the scene where Maya says it alerts your phone": "scene 3 is held", "die Preisszene bitte kürzer": "scene 5 is held",
		"remove the scene about the battery": "scene 4 is gone", "la escena sobre el precio más larga": "scene 5 lasts", "raccourcis la scène sur le prix": "scene 5 is held",
		"delete the last two scenes": "scenes 4 and 5 are gone", "remove the sentence about the battery": "scene 4, which said nothing else, is gone", "take out the scene about horses": `not honoured: no scene speaks of "horses"`,
		"close-up of Maya in scene 2": "framed close", "close-up of Priya in scene 2": "not honoured: Priya is not in the video", "swap Maya for Leo": "the presenter is leo", "use Priya instead of Maya": "the presenter is priya",
		"change 79 to 59": "2 places changed", "change 9 to 8": "not honoured", "change €79 to €59 in scene 5": "2 places changed", "change €79 to €59 in scene 2": "not honoured", "change coin to cent": "2 places changed", "change wir to cable": "not honoured",
		"no transition between 2 and 3": "scene 3 comes on with cut", "translate to Spanish": "not honoured: the words are en", "logo bigger": "not honoured: understood, but it cannot be set", "start with a question": "not honoured: with which words?",
		"add a pause of 1 second after scene 2": "pauses for 1 s", "trim 9 seconds off scene 3": "not honoured", "remove the presenter from scene 2": "nobody is on screen in scene 2", "swap scenes 2 and 2": "not honoured",
		"Mach das Intro kürzer und entferne die Musik": "the music is off", "supprime la musique et les sous-titres": "captions are off", "the intro is too long": "scene 1 is held",
		`add "It is tiny." to scene 2`: "scene 2 also says", "brand colors: #112233 and #445566": "primary is #112233; accent is #445566", "remove the music in scene 2": "the music is off in scene 2", "German captions": "not honoured: the words are en",
	} {
		spec := promptSpec(t, "launch-homeowners.txt")
		spec.Edits = []string{edit}
		b, err := script.Write(context.Background(), script.Request{Spec: spec, Dir: "../script/testdata"})
		if err != nil {
			t.Errorf("%s: %v", edit, err)
			continue
		}
		answer := b.Notes[len(b.Notes)-1].Text
		if !strings.Contains(answer, want) || !strings.HasPrefix(want, "not honoured") && strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %s, want %q", edit, answer, want)
		}
	}
}

// TestEditsAreWholeOrNotDone: of two things in one instruction the first is not done
// where the second is not understood, or cannot be done.
func TestEditsAreWholeOrNotDone(t *testing.T) {
	t.Parallel()
	base, _ := edited(t, "launch-homeowners.txt")
	for edit, want := range map[string]string{
		"make the intro shorter and add sparkles": `"add sparkles" is not, and an edit is carried out whole or not at all`,
		"remove the music and delete scene 12":    `"delete scene 12": there is no scene 12`,
		"remove the music. It should sparkle.":    "not honoured",
		"remove all scenes":                       "nothing would be left",
		"do nothing":                              "no rule reads",
	} {
		spec := promptSpec(t, "launch-homeowners.txt")
		spec.Edits = []string{edit}
		b, err := script.Write(context.Background(), script.Request{Spec: spec, Dir: "../script/testdata"})
		if err != nil {
			t.Errorf("%s: %v", edit, err)
			continue
		}
		if answer := b.Notes[len(b.Notes)-1].Text; !strings.Contains(answer, want) || !strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %s", edit, answer)
		}
		b.Notes = base.Notes
		if !reflect.DeepEqual(b, base) {
			t.Errorf("%s changed the storyboard", edit)
		}
	}
}
