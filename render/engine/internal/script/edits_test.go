package script

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

func TestEdits(t *testing.T) {
	t.Parallel()
	base := boardOf(t, "launch-homeowners.txt")
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
		spec := specOf(t, "launch-homeowners.txt")
		spec.Edits = []string{c.edit}
		b, err := Write(context.Background(), Request{Spec: spec, Dir: "testdata"})
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

func TestEditsThatCannotBeHonouredSaySo(t *testing.T) {
	t.Parallel()
	base := boardOf(t, "launch-homeowners.txt")
	for _, e := range []string{"German voice-over", "in scene 12 say hello", "make the logo dance", "replace scene 2's B-roll with nope.mp4", "replace \"xyzzy\" with \"y\""} {
		spec := specOf(t, "launch-homeowners.txt")
		spec.Edits = []string{e}
		b, err := Write(context.Background(), Request{Spec: spec, Dir: "testdata"})
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
