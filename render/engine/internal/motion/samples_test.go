package motion

import "gitops.video/render/render/engine/internal/scene"

// samples are the scenes of the art direction's stills.
func samples() []scene.Scene {
	return []scene.Scene{
		{ID: "titlecap", Say: "One battery can serve a whole building of flats.", Kind: scene.Title, Headline: "One battery. A whole building.", Subtitle: "How shared storage cuts evening bills for every flat, without a single roof panel of your own.", Label: "A 90-second guide for residents"},
		{ID: "title", Kind: scene.Title, Headline: "One battery. A whole building.", Subtitle: "How shared storage cuts evening bills for every flat, without a single roof panel of your own.", Label: "A 90-second guide for residents"},
	}
}
