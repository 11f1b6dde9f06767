package phrase

import "strings"

// Common first names, so that a presenter called Tom is not drawn as a woman.
const femaleNames = " amara ana anna anne antonia barbara beatriz camila carla carmen caroline catherine chiara chloé claire claudia clara daniela dana diana elena elisa elizabeth emily emma eva fatima fernanda francesca gabriela giulia grace hannah helen ines ingrid isabel isabella jane jennifer jessica joan judith julia karen kate katharina laura layla lea lena leila lina lisa lucia lucy luisa maria marie marta martina mary maya mei mia michelle monica nadia nina nora olivia paula petra priya rachel rebecca rosa ruth sabine sandra sara sarah silvia sofia sophie stephanie susan sylvia teresa valentina vera victoria yasmin zoe zuri "

const maleNames = " adam ahmed alan alex alessandro ali amir andré andreas andrew anton antonio arjun ben bruno carlos charles chris christian christoph daniel david diego dieter emil enrico eric erik ethan felix fernando francesco francisco frank george giovanni hans henry hugo ian ivan jack jacob jakob james jan javier jean jens joão john jonas jorge josé joseph juan kenji klaus kwame lars leo leon liam louis luca lucas luis lukas malik marco mario mark markus martin mateo matteo matthew max michael miguel mohammed nico nicolas noah oliver omar oscar pablo paolo patrick paul paulo pedro peter philipp pierre rafael ravi ricardo richard robert roberto sam samuel sebastian sergio simon stefan stephen steve thomas tim tobias tom tomás victor vincent wei werner will william yusuf "

// GenderOfName is the gender, female or male, that a person's first name is common
// for; "" = the name is not known.
func GenderOfName(name string) string {
	f := strings.Fields(strings.ToLower(name))
	if len(f) == 0 {
		return ""
	}
	switch first := " " + f[0] + " "; {
	case strings.Contains(femaleNames, first):
		return "female"
	case strings.Contains(maleNames, first):
		return "male"
	}
	return ""
}
