package revise_test

import (
	"context"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/casting"
	"gitops.video/render/render/engine/internal/script"
)

// TestPresentersByTheirLooks: a description is somebody who has all of it, or changes who
// is on screen.
func TestPresentersByTheirLooks(t *testing.T) {
	t.Parallel()
	faces := func() []casting.Face {
		return []casting.Face{{ID: "maya", Gender: "female", Looks: "honey skin, espresso wavy hair, blazer"}, {ID: "daniel", Gender: "male", Looks: "rose skin, brown side parting, stubble, blazer"},
			{ID: "grace", Gender: "female", Looks: "rose skin, silver bob, glasses, older, sweater"}, {ID: "layla", Gender: "female", Looks: "olive skin, hijab, blazer"}, {ID: "henry", Gender: "male", Looks: "rose skin, silver receding hair, full beard, older, shirt"}, {ID: "p0001", Gender: "female", Looks: "older, glasses, hoodie"}}
	}
	for edit, want := range map[string]string{
		"use an older presenter with glasses":                "grace",
		"a woman with short hair please":                     "grace?hair=pixie",
		"a younger presenter with a beard and a navy jacket": "daniel?age=young&beard=full&colour=1E3A8A",
		"give the presenter a hijab":                         "maya?hair=hijab",
		"give her glasses":                                   "maya?glasses=round",
		"the presenter should wear a green hoodie":           "maya?cloth=hoodie&colour=16A34A",
		"use a bald man with a moustache":                    "daniel?hair=bald&beard=moustache",
		"Nimm einen älteren Moderator mit Brille":            "henry?glasses=rect",
		"une présentatrice aux cheveux courts":               "grace?hair=pixie",
		"usa una presentadora mayor con gafas":               "grace",
		"use uma apresentadora de cabelo curto":              "grace?hair=pixie",
		"usa un presentatore con la barba":                   "henry",
		"gebruik een oudere presentatrice met bril":          "grace",
		"can we have a woman in a hijab instead?":            "layla",
	} {
		b, err := script.Write(context.Background(), script.Request{Spec: manifest.Spec{PositivePrompt: listsPrompt, Edits: []string{edit}}, Faces: faces})
		if err != nil {
			t.Fatal(err)
		}
		if b.Presenter.ID != want {
			t.Errorf("%s: %s, want %s; %s", edit, b.Presenter.ID, want, b.Notes[len(b.Notes)-1].Text)
		}
	}
	b, err := script.Write(context.Background(), script.Request{Spec: manifest.Spec{PositivePrompt: listsPrompt, Edits: []string{"use a woman with a beard"}}, Faces: faces})
	if answer := b.Notes[len(b.Notes)-1].Text; err != nil || !strings.Contains(answer, "not honoured") || !strings.Contains(answer, "beard") {
		t.Errorf("%s %v", answer, err)
	}
}
