package script

import (
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// What is done one after the other is drawn as steps, under the case that it is done in.
func TestStepsWithinASentence(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		prompt, words, headline string
		kind                    scene.Kind
		items                   int
	}{
		{"Make a 40-second video about lost phones for our staff. If you lose your phone, call the help desk, block the device and change your password. Most phones come back.", "If you lose", "If you lose your phone", scene.Process, 3},
		{"Make a 40-second video about leaks for our tenants. When water drips from the ceiling, close the main valve, put a bucket under it, and call the caretaker. Most leaks are small.", "When water", "When water drips from the ceiling", scene.Process, 3},
		{"Make a 40-second video about the app for new staff. You log in, your phone shows a code, and you type it in. It is quick.", "You log in", "Step by step", scene.Process, 3},
		{"Make a 40-second video about leaks for our tenants. If the lamp is red, call the caretaker. Most leaks are small.", "If the lamp", "", scene.Presenter, 0},
	} {
		s := sceneOf(t, tt.prompt, tt.words)
		if kind := s.Kind; kind != tt.kind && !(tt.kind == scene.Process && kind == scene.Points) || len(s.Items) != tt.items || s.Headline != tt.headline {
			t.Errorf("%q is drawn as %s %q with %d items", s.Say, s.Kind, s.Headline, len(s.Items))
		}
	}
	if s := sceneOf(t, "Welcome runners to Bristol Half Marathon. The start is at 9:30. Water stands every 5 km.", "Welcome"); s.Headline != "Welcome to the Bristol Half Marathon" {
		t.Errorf("its title is %q", s.Headline)
	}
}
