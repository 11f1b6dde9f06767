package engine

import (
	"reflect"
	"testing"

	"gitops.video/render/render/engine/internal/encode"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/timeline"
)

// TestChapters lists what the storyboard names, else what its scenes are about, never
// closer together than players show.
func TestChapters(t *testing.T) {
	t.Parallel()
	at := func(scenes []scene.Scene) []encode.Chapter {
		s := &show{board: &scene.Storyboard{Scenes: scenes}, talk: &talk{}, set: encode.Settings{FPS: 30}}
		for i := range scenes {
			s.talk.cuts = append(s.talk.cuts, timeline.Cut{First: i * 180, Count: 180})
		}
		return s.chapters()
	}
	got := at([]scene.Scene{{}, {Headline: "One"}, {Headline: "Two"}, {Headline: "Three"}, {}, {Headline: "Five"}})
	want := []encode.Chapter{{Title: "One", Start: 0, End: 12}, {Title: "Two", Start: 12, End: 30}, {Title: "Five", Start: 30, End: 36}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("from headlines: %v, want %v", got, want)
	}
	got = at([]scene.Scene{{Headline: "Acme"}, {}, {}, {Headline: "Acme"}, {}, {Headline: "Buy it"}})
	want = []encode.Chapter{{Title: "Acme", Start: 0, End: 30}, {Title: "Buy it", Start: 30, End: 36}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("a headline that comes again: %v, want %v", got, want)
	}
	got = at([]scene.Scene{{Headline: "x"}, {Chapter: "A"}, {Chapter: "A"}, {Chapter: "B"}})
	want = []encode.Chapter{{Title: "A", Start: 0, End: 18}, {Title: "B", Start: 18, End: 24}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("named: %v, want %v", got, want)
	}
}

// TestTitle: a storyboard without a title is called by its first headline.
func TestTitle(t *testing.T) {
	t.Parallel()
	b := &scene.Storyboard{Scenes: []scene.Scene{{}, {Headline: "One"}, {Headline: "Two"}}}
	if got := (&show{board: b}).title(); got != "One" {
		t.Errorf("it is called %q", got)
	}
	if b.Title = "Water"; (&show{board: b}).title() != "Water" {
		t.Error("its own title is passed over")
	}
}
