package voice

import (
	"context"
	"fmt"
	"os"
	"strings"

	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/voice/words"
)

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

// speaking is a voice that has been chosen for an utterance.
type speaking struct {
	name  string // as shown
	key   string // everything about the voice that decides the sound
	speak func(context.Context, []words.Token, delivery) (heard, error)
	notes []string // what differs from what was asked for
	// seconds tells how long speak would take to say it, without saying it; nil =
	// only speaking tells.
	seconds func(context.Context, []words.Token, delivery) (float64, error)
}

func isEnglish(lang string) bool {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	return base == "" || base == "en"
}

// Engine names the voice that speaks a language by default, as shown to the user.
func (s *Speaker) Engine(lang string) string {
	name, _ := s.Who(lang, scene.Voice{})
	return name
}

// Who names the voice that speaks a language when v is asked for, and says what
// differs from that wish, such as a fallback to another voice.
func (s *Speaker) Who(lang string, v scene.Voice) (name string, notes []string) {
	who, err := s.cast(Utterance{Language: lang, Voice: v})
	if err != nil {
		return "no voice: " + err.Error(), nil
	}
	return who.name, who.notes
}

// casting is one choice of a voice and the notes that it leaves.
type casting struct {
	*Speaker
	notes []string
}

func (c *casting) note(format string, args ...any) {
	c.notes = append(c.notes, fmt.Sprintf("voice: "+format, args...))
}

// cast chooses who speaks.
func (s *Speaker) cast(u Utterance) (speaking, error) {
	c := &casting{Speaker: s}
	who, err := c.choose(u)
	who.notes = c.notes
	return who, err
}

// choose takes a folder or server that the user named, then the built-in voice,
// then the user's folder for other languages, then espeak-ng.
func (c *casting) choose(u Utterance) (speaking, error) {
	name := strings.TrimSpace(u.Voice.Name)
	if looksLikePath(name) {
		return c.castPiper(name, u)
	}
	wantsEspeak := strings.HasPrefix(strings.ToLower(name), "espeak")
	if _, builtIn := findBuiltIn(name); c.opts.SpeechURL != "" && !builtIn && !wantsEspeak {
		return c.castServer(u)
	}
	if !wantsEspeak && isEnglish(u.Language) && haveBuiltin {
		v, err := c.jenny()
		if err == nil {
			return c.castJenny(v, u)
		}
		c.note("%s cannot be loaded (%v); espeak-ng speaks instead", jennyTitle, err)
	}
	if c.opts.PiperDir != "" && !wantsEspeak {
		who, err := c.castPiper(c.opts.PiperDir, u)
		if err == nil {
			return who, nil
		}
		c.note("%v", err)
	}
	return c.castEspeak(u)
}

func looksLikePath(name string) bool {
	return strings.ContainsAny(name, `/\`) || strings.HasSuffix(strings.ToLower(name), ".onnx")
}

func findBuiltIn(name string) (int, bool) {
	for i, v := range builtIn {
		if strings.EqualFold(name, v.Name) || strings.EqualFold(name, v.Title) {
			return i, true
		}
	}
	return 0, false
}

// castJenny chooses among the built-in voice and her variants: by name, by sample,
// by gender.
func (c *casting) castJenny(v *neural, u Utterance) (speaking, error) {
	i, known := findBuiltIn(u.Voice.Name)
	male := strings.EqualFold(u.Voice.Gender, "male")
	if !known && male {
		i = 1
	}
	if u.Voice.Name != "" && !known {
		c.note("there is no voice named %q; %s speaks (see: render voices list)", u.Voice.Name, builtIn[i].Title)
	}
	title, as := builtIn[i].Title, builtIn[i].variant
	if u.Voice.Sample != "" {
		m, err := c.match(u.Voice.Sample, v)
		if err != nil {
			return speaking{}, err
		}
		as = m
		title = jennyTitle + ", matched to a sample"
		c.note("%s is matched to the sample in pitch, size and pace, not cloned: %s speaks (pitch ×%.2f, formants ×%.2f, pace ×%.2f); a speech server (RENDER_SPEECH_URL) can clone", baseName(u.Voice.Sample), jennyTitle, as.pitch, as.formants, as.pace)
	}
	return speaking{
		name: title,
		key:  fmt.Sprintf("jenny %v", as),
		speak: func(ctx context.Context, t []words.Token, d delivery) (heard, error) {
			return c.speakNeural(ctx, v, as, t, d)
		},
		seconds: func(ctx context.Context, t []words.Token, d delivery) (float64, error) {
			return c.neuralSeconds(ctx, v, as, t, d)
		},
	}, nil
}

// castEspeak chooses espeak-ng's voice for a language.
func (c *casting) castEspeak(u Utterance) (speaking, error) {
	lang := u.Language
	if tag, ok := strings.CutPrefix(strings.ToLower(u.Voice.Name), "espeak-"); ok && lang == "" {
		lang = tag
	}
	name := espeakVoice(lang)
	if name == "ja" {
		c.note("espeak-ng reads Japanese kana but not kanji; write the words in kana, or name a speech server in RENDER_SPEECH_URL")
	}
	style := espeakStyle{Variant: "m3", Pitch: 42, Range: 58, Rate: 158}
	if strings.EqualFold(u.Voice.Gender, "female") {
		style = espeakStyle{Variant: "f2", Pitch: 48, Range: 60, Rate: 158}
	}
	if u.Voice.Sample != "" {
		c.note("espeak-ng cannot be matched to %s; it speaks as it is", baseName(u.Voice.Sample))
	}
	return speaking{name: "espeak-ng " + name, key: fmt.Sprintf("espeak %s %v", name, style), speak: func(ctx context.Context, t []words.Token, d delivery) (heard, error) {
		return c.speakEspeak(ctx, name, style, t, d)
	}}, nil
}

func baseName(path string) string {
	return path[strings.LastIndexAny(path, `/\`)+1:]
}

// exists reports whether path is there, whatever it is.
func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
