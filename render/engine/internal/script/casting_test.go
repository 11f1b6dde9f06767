package script

import (
	"context"
	"slices"
	"testing"

	"gitops.video/render/manifest"
)

// Who presents has the gender of the voice that the entry names.
func TestPresenterFitsTheVoice(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		voice manifest.Voice
		from  []string
	}{
		{manifest.Voice{Name: "deep"}, men},
		{manifest.Voice{Name: "deep", Gender: "female"}, men},
		{manifest.Voice{Gender: "male"}, men},
		{manifest.Voice{Name: "unknown"}, women},
		{manifest.Voice{Name: "unknown", Gender: "male"}, men},
	} {
		b, err := Write(context.Background(), Request{
			Spec:        manifest.Spec{PositivePrompt: "Introduce Acme Bottle, a steel bottle that keeps water cold for 24 hours.", Voice: &c.voice},
			VoiceGender: func(name string) string { return map[string]string{"deep": "male"}[name] },
		})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(c.from, b.Presenter.ID) {
			t.Errorf("%+v: %s presents", c.voice, b.Presenter.ID)
		}
	}
}
