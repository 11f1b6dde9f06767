package revise

import (
	"reflect"
	"slices"
	"strconv"

	"gitops.video/render/render/engine/internal/scene"
)

// within carries out an instruction that begins with the scene which all of it is about:
// "scene 3: put emergency care first". It is carried out on a video of which the other
// scenes say and show nothing, and only if it leaves them so; scenes that say the rest once
// more follow. errOther = it begins with no scene, or reaches beyond it.
func (entry Entry) within(b, first *scene.Storyboard, s string) (*scene.Storyboard, string, error) {
	m := mannerOf(b.Language)
	if m == nil {
		return nil, "", errOther
	}
	f := m.within.FindStringSubmatch(s)
	if f == nil {
		return nil, "", errOther
	}
	n, _ := strconv.Atoi(f[1])
	if n < 1 || n > len(b.Scenes) {
		return nil, "", errOther
	}
	alone, err := clone(b)
	if err != nil {
		return nil, "", err
	}
	mute := func(i int) scene.Scene { return scene.Scene{ID: b.Scenes[i].ID, Kind: scene.Presenter} }
	muted := func(i int) bool { return i != n-1 && !(&editor{b: b}).recaps(i) }
	for i := range alone.Scenes {
		if muted(i) {
			alone.Scenes[i] = mute(i)
		}
	}
	next, done, err := entry.carryOut(alone, first, f[2])
	if err != nil {
		return nil, "", err
	}
	if !slices.Equal(sceneIDs(next), sceneIDs(b)) {
		return nil, "", errOther
	}
	for i := range next.Scenes {
		if !muted(i) {
			continue
		}
		if !reflect.DeepEqual(next.Scenes[i], mute(i)) {
			return nil, "", errOther
		}
		next.Scenes[i] = b.Scenes[i]
	}
	same := *next
	same.Scenes = b.Scenes
	if before, err := clone(b); err != nil || !reflect.DeepEqual(&same, before) && !reflect.DeepEqual(same, *b) {
		return nil, "", errOther
	}
	return next, done, nil
}
