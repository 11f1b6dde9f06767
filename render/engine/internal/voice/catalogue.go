package voice

import (
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/manifest/diag"
)

// Info describes a voice that can be asked for by name.
type Info struct {
	Name     string // as asked for: "jenny"
	Title    string // as shown: "Jenny (Dioco)"
	Language string // BCP 47, or "any language"
	Gender   string // female, male, or either
	Engine   string // neural, espeak-ng
	Note     string // what to know before choosing it
}

// variant is a way to play a neural voice. Factors of 1 leave it alone.
type variant struct {
	pitch    float64 // of the voice's own
	formants float64 // size of the mouth and throat: below 1 is larger
	pace     float64
	air      float64 // dB above 3.8 kHz
}

var asRecorded = variant{1, 1, 1, 0}

const jennyTitle = "Jenny (Dioco)"

// builtIn are the neural voices of this program. Where pitch and formants move
// together the samples are only played at another rate, which leaves no trace. The licence asks that software
// calls the voice by her name.
var builtIn = []struct {
	Info
	variant
}{
	{Info{"jenny", jennyTitle, "en-GB", "female", "neural", "the voice as recorded"}, asRecorded},
	{Info{"jenny-lower", jennyTitle + ", lower", "en-GB", "male", "neural", "pitch and formants lowered: about 118 Hz"}, variant{0.62, 0.8707, 0.98, 0}},
	{Info{"jenny-lighter", jennyTitle + ", lighter", "en-GB", "male", "neural", "a younger man: about 140 Hz"}, variant{0.74, 0.93, 1.02, 0}},
	{Info{"jenny-deeper", jennyTitle + ", deeper", "en-GB", "male", "neural", "pitch and formants lowered further: about 100 Hz"}, variant{0.52, 0.83, 0.95, 0.5}},
	{Info{"jenny-older", jennyTitle + ", older", "en-GB", "female", "neural", "lower, calmer, softer"}, variant{0.898, 0.898, 0.93, -2}},
	{Info{"jenny-brighter", jennyTitle + ", brighter", "en-GB", "female", "neural", "higher and livelier"}, variant{1.15, 1.06, 1.03, 0}},
}

// espeakLanguages are those that the catalogue names; espeak-ng speaks more than a
// hundred.
var espeakLanguages = []struct{ tag, name string }{
	{"ar", "Arabic"}, {"cs", "Czech"}, {"da", "Danish"}, {"de", "German"}, {"el", "Greek"}, {"es", "Spanish"}, {"es-419", "Spanish, Latin America"}, {"fa", "Persian"}, {"fi", "Finnish"}, {"fr", "French"},
	{"he", "Hebrew"}, {"hi", "Hindi"}, {"hu", "Hungarian"}, {"id", "Indonesian"}, {"it", "Italian"}, {"ja", "Japanese"}, {"ko", "Korean"}, {"nb", "Norwegian"}, {"nl", "Dutch"}, {"pl", "Polish"}, {"pt", "Portuguese, Brazil"}, {"pt-pt", "Portuguese"},
	{"ro", "Romanian"}, {"ru", "Russian"}, {"sv", "Swedish"}, {"th", "Thai"}, {"tr", "Turkish"}, {"uk", "Ukrainian"}, {"vi", "Vietnamese"}, {"zh", "Chinese"},
}

// spoken are all languages that espeak-ng has a voice for, without regions.
var spoken = strings.Fields(`af am an ar as az ba be bg bn bpy bs ca chr cmn cs cv cy da de el en eo es et eu fa fi fr ga gd gn grc gu hak haw hbs he hi hr
	ht hu hy hyw ia id io is it ja jbo ka kk kl kn ko kok ku ky la lb lfn lt ltg lv mi mk ml mr ms mt mto my nb nci ne nl nog om or pa pap pl pt quc ro ru sd
	shn si sjn sk sl smj sq sr sv sw ta te th tk tn tr tt ug uk ur uz vi yue zh`)

// Speaks says whether a built-in voice or one of espeak-ng's speaks a language, by its tag.
func Speaks(tag string) bool {
	base, _, _ := strings.Cut(espeakVoice(tag), "-")
	return tag != "" && slices.Contains(spoken, base)
}

// NearestLanguage is the language whose English name a word was probably meant to be.
func NearestLanguage(word string) (tag, name string) {
	names := []string{"English"}
	for _, l := range espeakLanguages {
		names = append(names, l.name)
	}
	name = diag.Nearest(word, names)
	for _, l := range espeakLanguages {
		if l.name == name {
			return l.tag, name
		}
	}
	if name == "English" {
		return "en", name
	}
	return "", ""
}

// Voices lists the built-in voices: the neural ones, then espeak-ng's, which speak any
// language, then espeak-ng's for each of the languages most asked for.
func Voices() []Info {
	var out []Info
	if haveBuiltin {
		for _, v := range builtIn {
			out = append(out, v.Info)
		}
	} else {
		out = append(out, Info{"espeak-en", "espeak-ng English", "en", "female or male", "espeak-ng", "formant voice"})
	}
	for _, gender := range []string{"female", "male"} {
		for i, v := range espeakCast[gender] {
			name := fmt.Sprintf("%s-%d", gender, i+1)
			out = append(out, Info{"espeak-" + name, "espeak-ng " + strings.ReplaceAll(name, "-", " "), "any language", gender, "espeak-ng", "formant voice, " + v.about})
		}
	}
	for _, l := range espeakLanguages {
		tag := "espeak-" + l.tag
		out = append(out, Info{tag, "espeak-ng " + l.name, l.tag, "female or male", "espeak-ng",
			fmt.Sprintf("formant voices %s-female-1 to -%d and %s-male-1 to -%d", tag, len(espeakCast["female"]), tag, len(espeakCast["male"]))})
	}
	return out
}
