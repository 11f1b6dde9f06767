package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// voiceQuality are qualities that people ask voices for and that no voice here can be
// told to have.
var voiceQuality = pattern.New(`(?i)\b(?:(?:scottish|irish|welsh|cockney|australian|indian|southern|texan|new york|canadian|french|german|italian|spanish|russian|jamaican|` +
	`(?:south )?african|new zealand|northern|regional|local|foreign|thick|slight|strong) accent|deep|husky|raspy|gravelly|hoarse|smoky|velvety|booming|nasal|` +
	`high-pitched|squeaky|child(?:['’]s|like)?|kid['’]s|teenage|elderly|robotic|whispered|whispering|sung|singing)\b`)

// voicing notes what a direction for the voice asks for beyond its gender.
func (b *draft) voicing(text string, at int) {
	var asked []string
	for _, q := range voiceQuality.FindAllString(text, 8) {
		asked = append(asked, `"`+q+`"`)
	}
	if len(asked) > 0 {
		b.Note(at, "the voice: "+strings.Join(asked, ", ")+" cannot be asked of the voices here; voice.name picks one (render voices list), voice.sample brings one of your own")
	}
}
