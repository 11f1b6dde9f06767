package revise

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/edit"
)

// TestModelFormsAreRead: what a model is told to write is understood.
func TestModelFormsAreRead(t *testing.T) {
	t.Parallel()
	for _, f := range modelForms {
		text := strings.NewReplacer("scene N", "scene 2", "scenes N and M", "scenes 2 and 3", "scene M", "scene 4", "S seconds", "5 seconds", "#RRGGBB", "#336699", "…", "x y").Replace(f)
		if _, err := edit.Read(text, "en"); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
}
