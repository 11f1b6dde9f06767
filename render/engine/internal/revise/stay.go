package revise

import (
	"fmt"
	"reflect"
	"slices"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// stay does nothing: it is what the instruction asks for.
func (e *editor) stay(x edit.Edit) (string, error) {
	if len(x.Values) == 0 {
		return fmt.Sprintf("%q asks for nothing to be changed", telling.Clip(x.Source, 60)), nil
	}
	return fmt.Sprintf("nothing was done that %q rules out", telling.Clip(x.Source, 60)), nil
}

// stayed tells what was to stay as it is and did not.
func (e *editor) stayed(before *scene.Storyboard, x edit.Edit) error {
	now := e.b
	for _, c := range []struct {
		concept string
		same    bool
	}{
		{"music", before.Music == now.Music},
		{"captions", before.Captions == now.Captions},
		{"voice", before.Voice == now.Voice},
		{"presenter", before.Presenter == now.Presenter},
		{"background", before.Look.Background == now.Look.Background},
		{"font", before.Look.Heading == now.Look.Heading},
	} {
		if x.Has(c.concept) && len(x.Scenes) == 0 && !c.same {
			return fmt.Errorf("the rest of the instruction changes it")
		}
	}
	is, err := (&editor{b: before, entry: e.entry, seen: sceneIDs(before)}).named(edit.Edit{Scenes: x.Scenes})
	if err != nil {
		return err
	}
	for _, i := range is {
		old := before.Scenes[i]
		k := slices.IndexFunc(now.Scenes, func(s scene.Scene) bool { return s.ID == old.ID })
		if k < 0 || !reflect.DeepEqual(now.Scenes[k], old) {
			return fmt.Errorf("the rest of the instruction changes scene %d", i+1)
		}
	}
	return nil
}
