package revise

import (
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// TestLessText: what stands beside what a scene is about goes, addresses and names stay.
func TestLessText(t *testing.T) {
	t.Parallel()
	b := &scene.Storyboard{Version: 1, Language: "en", Scenes: []scene.Scene{
		{ID: "a", Kind: scene.Statement, Headline: "Yes", Subtitle: "More"},
		{ID: "b", Kind: scene.Grid, Headline: "Plans", Items: []scene.Item{{Title: "Solo", Body: "For one"}, {Title: "Team", Body: "For ten"}}},
		{ID: "c", Kind: scene.End, Headline: "Sign up", URL: "a.example", Note: "Today"},
	}}
	e := &editor{b: b, seen: sceneIDs(b)}
	if _, err := e.lessText(readOne(t, "less text on screen")); err != nil {
		t.Fatal(err)
	}
	if b.Scenes[0].Subtitle != "" || b.Scenes[0].Headline != "Yes" || b.Scenes[1].Items[0].Body+b.Scenes[1].Items[0].Title != "Solo" || b.Scenes[2].Note != "" || b.Scenes[2].URL == "" {
		t.Errorf("%+v", b.Scenes)
	}
	if _, err := e.lessText(readOne(t, "less text on screen")); err == nil {
		t.Error("there is no less")
	}
}
