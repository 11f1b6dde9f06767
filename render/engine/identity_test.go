package engine

import (
	"slices"
	"testing"

	"gitops.video/render/render/engine/internal/cache"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/timeline"
)

// told is a show of which only the scenes are known: each lasts as long as any other.
func told(b scene.Storyboard) map[string]string {
	s := &show{board: &b, talk: &talk{}, files: &files{}}
	keys := map[string]string{}
	for range b.Scenes {
		s.talk.cuts = append(s.talk.cuts, timeline.Cut{Own: 90, Count: 120})
	}
	for i, sc := range b.Scenes {
		keys[sc.ID] = cache.Key(s.pixels(i))
	}
	return keys
}

func eightScenes() scene.Storyboard {
	b := scene.Storyboard{Seed: 7, Presenter: scene.Person{ID: "maya"}}
	for i, k := range []scene.Kind{scene.Title, scene.Statement, scene.Presenter, scene.Number, scene.Grid, scene.Chart, scene.Statement, scene.End} {
		id := string(rune('a' + i))
		b.Scenes = append(b.Scenes, scene.Scene{ID: id, Kind: k, Say: "Scene " + id + " says this."})
	}
	return b
}

// TestSceneDoesNotKnowWhereItStands: a scene that comes, goes or moves, and what is not
// drawn in a scene, dirties no other.
func TestSceneDoesNotKnowWhereItStands(t *testing.T) {
	t.Parallel()
	before := told(eightScenes())
	for name, c := range map[string]struct {
		edit  func(b *scene.Storyboard)
		dirty string // ids
	}{
		"nothing": {func(*scene.Storyboard) {}, ""},
		"a scene more": {func(b *scene.Storyboard) {
			b.Scenes = slices.Insert(b.Scenes, 4, scene.Scene{ID: "new", Kind: scene.Quote})
		}, ""},
		"a scene less":         {func(b *scene.Storyboard) { b.Scenes = slices.Delete(b.Scenes, 3, 4) }, ""},
		"changed place":        {func(b *scene.Storyboard) { b.Scenes[3], b.Scenes[6] = b.Scenes[6], b.Scenes[3] }, ""},
		"transition":           {func(b *scene.Storyboard) { b.Scenes[3].Transition.Kind = "flash" }, ""},
		"other names":          {func(b *scene.Storyboard) { b.Scenes[3].ID, b.Title, b.Music.Off = "d", "Other", true }, ""},
		"presenter":            {func(b *scene.Storyboard) { b.Presenter.ID = "daniel" }, "c"},
		"words":                {func(b *scene.Storyboard) { b.Scenes[4].Say = "Other words." }, "e"},
		"the first who greets": {func(b *scene.Storyboard) { b.Scenes = slices.Delete(b.Scenes, 1, 2) }, "c"},
		"a chapter": {func(b *scene.Storyboard) {
			b.Scenes[2].Chapter, b.Scenes[5].Chapter = "One", "Two"
		}, "cdefgh"},
		"look": {func(b *scene.Storyboard) { b.Look.Accent = "#FF0000" }, "abcdefgh"},
	} {
		b := eightScenes()
		c.edit(&b)
		after, dirty := told(b), ""
		for id := 'a'; id <= 'h'; id++ {
			if k := after[string(id)]; k != "" && k != before[string(id)] {
				dirty += string(id)
			}
		}
		if dirty != c.dirty {
			t.Errorf("%s: scenes %q are drawn anew, want %q", name, dirty, c.dirty)
		}
	}
}

// TestChapterMates: a scene sees how many chapters there are, and how far its own is.
func TestChapterMates(t *testing.T) {
	t.Parallel()
	b := eightScenes()
	b.Scenes[1].Chapter, b.Scenes[4].Chapter, b.Scenes[5].Chapter, b.Scenes[6].Chapter = "One", "Two", "Two", "Three"
	for i, want := range []string{"*", "*..23", ".*.23", "..*23", "1*.3", "1.*3", "12*.", "12.*"} {
		before, after := chapterMates(b.Scenes, i)
		got := ""
		for _, sc := range before {
			got += map[string]string{"One": "1", "Two": "2", "Three": "3", "": "."}[sc.Chapter]
		}
		got += "*"
		for _, sc := range after {
			got += map[string]string{"One": "1", "Two": "2", "Three": "3", "": "."}[sc.Chapter]
		}
		if len(got) != len(want) || len(before) != slices.Index([]byte(want), '*') {
			t.Errorf("scene %d sees %s, want %s", i+1, got, want)
		}
	}
	first := []scene.Scene{{Chapter: "One"}, {Chapter: "Two"}}
	for i := range first {
		if before, after := chapterMates(first, i); len(before)+len(after) != 1 || len(before) != i {
			t.Errorf("scene %d of two chapters sees %v %v", i+1, before, after)
		}
	}
	cards := []scene.Scene{{Kind: scene.Chapter}, {Kind: scene.Number}, {Kind: scene.Chapter}, {Kind: scene.Number}}
	if before, after := chapterMates(cards, 2); len(before) != 1 || before[0].Kind != scene.Chapter || len(after) != 0 {
		t.Errorf("the second card sees %v %v", before, after)
	}
	if before, after := chapterMates(cards, 3); len(before)+len(after) != 0 {
		t.Errorf("what is no card sees %v %v", before, after)
	}
}
