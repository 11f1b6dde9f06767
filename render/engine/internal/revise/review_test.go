package revise_test

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// TestEditsOfReviewers: what colleagues write in a review, with what of the storyboard
// changes and what the answer says.
func TestEditsOfReviewers(t *testing.T) {
	t.Parallel()
	base, _ := edited(t, "launch-homeowners.txt")
	for _, c := range []struct {
		edit, answer string
		check        func(b *scene.Storyboard) bool
	}{
		{`The hook is weak. Replace it with "Water never waits."`, `is taken as a remark`, func(b *scene.Storyboard) bool { return b.Scenes[0].Say == "Water never waits." }},
		{`Scene 4 is boring, cut it`, "scene 4 is gone", func(b *scene.Storyboard) bool { return ids(b) == "s1 s2 s3 s5" }},
		{`Love it! Just make scene 3 longer.`, "scene 3 lasts", func(b *scene.Storyboard) bool { return b.Scenes[2].Seconds > 0 }},
		{`Love it!`, "asks for nothing", nil},
		{`don't remove the music`, "rules out", nil},
		{`don't change the music, but make it calmer`, "pace 0.94; the words stay", func(b *scene.Storyboard) bool { return b.Music == base.Music && b.Voice.Pace == .94 }},
		{`leave scene 3 as it is, but make scene 3 shorter`, "not honoured", nil},
		{`keep scene 2 but drop scene 3`, "scene 3 is gone", func(b *scene.Storyboard) bool { return ids(b) == "s1 s2 s4 s5" }},
		{`No cambies la música, pero oscurece el fondo`, "rules out", func(b *scene.Storyboard) bool { return !b.Music.Off && b.Look.Background == "#0B1020" }},
		{`the background is too dark`, "the background is #F8FAFC", nil},
		{`the background is too busy`, "no pattern", func(b *scene.Storyboard) bool { return b.Look.Motif == "none" }},
		{`at 0:12 make it shorter`, "(0:12 is about where scene 4 is)", nil},
		{`cut the first 5 seconds`, "times are not read", nil},
		{`scene 2 is off`, "it says what is wrong, not what to do", nil},
		{`blur the background`, "not honoured: understood, but", nil},
		{`use a deeper voice`, "not honoured: understood, but", nil},
		{`it should be 5 seconds, not 8 seconds`, "places changed", func(b *scene.Storyboard) bool { return strings.Contains(b.Scenes[2].Say, "5 seconds") }},
		{`the price should be $89`, "no number like", nil},
		{`the price should be €89`, "place", func(b *scene.Storyboard) bool {
			return strings.Contains(b.Scenes[4].Say, "€89") && !strings.Contains(b.Scenes[4].Say, "€79")
		}},
		{`add "No wiring at all." at the end`, "scene 5 also says", func(b *scene.Storyboard) bool {
			return strings.HasPrefix(b.Scenes[4].Say, base.Scenes[4].Say) && b.Scenes[4].Headline == base.Scenes[4].Headline
		}},
		{`The CTA should say "Buy now at tide.example/buy"`, "the call to action is", func(b *scene.Storyboard) bool {
			return b.Scenes[4].URL == "tide.example/buy" && b.Scenes[4].Headline == "Buy now"
		}},
		{`scene 5: lose the price`, "not honoured", nil},
		{`should we remove scene 4?`, "it asks a question", nil},
		{`shorten all scenes but the first`, "not honoured", nil},
		{`Scene 3 number wrong: 5 seconds not 8 seconds`, "places changed", func(b *scene.Storyboard) bool {
			return b.Scenes[2].Figure.Text == "5" && strings.Contains(b.Scenes[2].Say, "5 seconds")
		}},
		{`in scene 4 say "Water waits for nobody."`, "drawn as a statement", func(b *scene.Storyboard) bool { return b.Scenes[3].Items == nil }},
		{`in scene 5 say "Try it now at tide.example/try."`, "scene 5 now says", func(b *scene.Storyboard) bool {
			return b.Scenes[4].URL == "tide.example/try" && b.Scenes[4].Headline == "Try it now"
		}},
		{`start with scene 3`, "scene 3 is now scene 1", func(b *scene.Storyboard) bool { return ids(b) == "s3 s1 s2 s4 s5" }},
		{`move scene 4 up`, "scene 4 is now scene 3", func(b *scene.Storyboard) bool { return ids(b) == "s1 s2 s4 s3 s5" }},
		{`insert a pause after scene 2`, "pauses for 1 s", nil},
		{`use our red #C00`, "primary is #CC0000", func(b *scene.Storyboard) bool { return b.Look.Primary == "#CC0000" }},
		{`In scene 2, put her on the left and use a close-up`, "is framed close", func(b *scene.Storyboard) bool {
			return b.Scenes[1].Framing == "close" && b.Scenes[1].Presenter == "left" && b.Scenes[3].Presenter == "" && b.Scenes[3].Framing == base.Scenes[3].Framing
		}},
	} {
		b, answers := edited(t, "launch-homeowners.txt", c.edit)
		if !strings.Contains(answers[0], c.answer) || c.check != nil && !c.check(b) {
			t.Errorf("%s: %s", c.edit, answers[0])
		}
		if c.check == nil && (strings.Contains(answers[0], "not honoured") || strings.Contains(c.answer, "rules out")) && ids(b) != ids(base) {
			t.Errorf("%s changed the scenes", c.edit)
		}
	}
}
