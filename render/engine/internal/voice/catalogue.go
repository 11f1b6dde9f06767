package voice

// Info describes a voice that can be asked for by name.
type Info struct {
	Name     string // as asked for: "jenny"
	Title    string // as shown: "Jenny (Dioco)"
	Language string // BCP 47
	Gender   string // female, male
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
	{Info{"jenny-deeper", jennyTitle + ", deeper", "en-GB", "male", "neural", "pitch and formants lowered further: about 105 Hz"}, variant{0.56, 0.857, 0.95, 0.5}},
	{Info{"jenny-older", jennyTitle + ", older", "en-GB", "female", "neural", "lower, calmer, softer"}, variant{0.898, 0.898, 0.93, -2}},
	{Info{"jenny-brighter", jennyTitle + ", brighter", "en-GB", "female", "neural", "higher and livelier"}, variant{1.0612, 1.0612, 1.03, 0}},
}

// espeakLanguages are those that the catalogue names; espeak-ng speaks more than a
// hundred.
var espeakLanguages = []struct{ tag, name string }{
	{"ar", "Arabic"}, {"cs", "Czech"}, {"da", "Danish"}, {"de", "German"}, {"el", "Greek"}, {"es", "Spanish"}, {"es-419", "Spanish, Latin America"}, {"fa", "Persian"}, {"fi", "Finnish"}, {"fr", "French"},
	{"he", "Hebrew"}, {"hi", "Hindi"}, {"hu", "Hungarian"}, {"id", "Indonesian"}, {"it", "Italian"}, {"ja", "Japanese"}, {"ko", "Korean"}, {"nb", "Norwegian"}, {"nl", "Dutch"}, {"pl", "Polish"}, {"pt", "Portuguese, Brazil"}, {"pt-pt", "Portuguese"},
	{"ro", "Romanian"}, {"ru", "Russian"}, {"sv", "Swedish"}, {"th", "Thai"}, {"tr", "Turkish"}, {"uk", "Ukrainian"}, {"vi", "Vietnamese"}, {"zh", "Chinese"},
}

// Voices lists the built-in voices: the neural ones, then one of espeak-ng's for
// each of the languages most asked for.
func Voices() []Info {
	var out []Info
	if haveBuiltin {
		for _, v := range builtIn {
			out = append(out, v.Info)
		}
	} else {
		out = append(out, Info{"espeak-en", "espeak-ng English", "en", "female", "espeak-ng", "formant voice"})
	}
	for _, l := range espeakLanguages {
		out = append(out, Info{"espeak-" + l.tag, "espeak-ng " + l.name, l.tag, "male", "espeak-ng", "formant voice; gender: female or male"})
	}
	return out
}
