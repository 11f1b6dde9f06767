package revise

import (
	"fmt"

	"gitops.video/render/render/engine/internal/edit"
)

// features are things that people ask to change and no instruction can, with what can be
// done instead.
var features = map[string]string{
	"wear":       "presenters wear what the catalogue shows: use another presenter, or one with changes, as in use maya?cloth=hoodie as the presenter",
	"face":       "a presenter's face and hands follow the words",
	"resolution": "width and height of the entry set the size of the picture",
	"fps":        "fps of the entry sets the frames a second",
	"loop":       "players loop videos, the file does not say",
	"code":       "no codes are drawn: put its picture into a folder of assets and write in scene N show assets/code.png",
	"blur":       "grounds are not blurred: use a plain background, or a darker one",
	"words":      "nobody writes its words: write mention that …, add \"…\" to scene N, or add a scene saying \"…\"",
	"icon":       "icons follow what the cards say: icon: in the storyboard file names another",
	"pitch":      "a voice sounds as it does: use voice NAME (render voices list), use a female voice, or speak slower",
	"caps":       "letters are drawn as they are written: change the headline of scene N to …, in capitals",
	"turn":       "the items of a list already come one by one, each as the voice names it",
	"item":       "write remove the second bullet of scene N, change it to \"…\", add \"…\" to the list of scene N, or swap steps 1 and 2 of scene N",
	"broll":      "name the file: write in scene N show assets/x.png, or remove the picture of scene N",
	"brand":      "the brand's colours come from brand: in the manifest: set the primary color to #RRGGBB, or make scene N brand",
	"serif":      "name the font's family: use Lora as the font (render fonts list)",
}

// beyond says why something that was understood cannot be had.
func (e *editor) beyond(x edit.Edit) (string, error) {
	if why := features[x.Values["feature"]]; why != "" {
		return "", fmt.Errorf("understood, but it cannot be set: %s", why)
	}
	if hex := fullHex(x.Values["color"]); (x.Has("charttype") || x.Values["kind"] == "chart") && hex != "" {
		return "", fmt.Errorf("understood, but it cannot be set: charts take the colours of the whole video: set the primary color to %s, and the accent color for what stands out", hex)
	}
	for _, c := range []struct{ concept, why string }{
		{"music", "the music begins and ends with the video and changes where scenes begin: write no music in scene N, use calm music in scene N, or make the music quieter in scene N"},
		{"faster", "of which words? Speak faster in scene N, use a faster voice, or make scene N shorter"},
		{"slower", "of which words? Speak slower in scene N, use a slower voice, or make scene N longer"},
		{"louder", "the voice is as loud as speech is measured everywhere: make the whole video louder"},
		{"quieter", "the voice is as loud as speech is measured everywhere: make the whole video quieter"},
		{"energy", "how a voice sounds is the voice's own: use voice NAME (render voices list), use a female voice, or speak slower"},
		{"voice", "which voice? Use voice NAME (render voices list), or a female or male voice"},
		{"zoom", "how much the pictures move belongs to the style: use minimal style is the calmest, bold style the liveliest"},
		{"soundeffect", "sound effects belong to the transitions: set transitions to cut, dissolve, flash …"},
		{"undo", "take the instruction out of edits: what it changed comes back from the cache"},
		{"logo", "the logo's size and place follow the style and the frame"},
		{"captions", "the captions' size, colour and place follow the style and the frame"},
		{"presenter", "say close-up, medium shot or wide shot in scene N, or put the presenter on the left"},
		{"color", "headlines have the colour of all text: write set the text color to #RRGGBB"},
	} {
		if x.Has(c.concept) {
			return "", fmt.Errorf("understood, but it cannot be set: %s", c.why)
		}
	}
	return "", fmt.Errorf("understood, but it cannot be set: the size of words follows their length and the frame; shorter words are shown larger")
}
