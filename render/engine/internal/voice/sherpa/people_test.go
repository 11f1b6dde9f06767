package sherpa

import (
	"strings"
	"testing"
)

// What a model says of itself decides what it is asked to speak, and who speaks it.
func TestSpeaks(t *testing.T) {
	t.Parallel()
	kokoro := Model{Family: Kokoro, multilingual: true, Language: "multi-lang, e.g., Chinese + English", speakers: map[string]int{"af_bella": 0, "am_adam": 5, "bf_emma": 7, "ef_dora": 9, "em_alex": 10, "zf_xiao": 11}}
	for _, c := range []struct {
		m    Model
		yes  string
		none string
	}{
		{Model{Family: VITS, Language: "English"}, "en", "de fr"},
		{Model{Family: VITS, Language: "German (Germany)"}, "de", "en"},
		{Model{Family: VITS, Language: "Chinese + English"}, "zh en", "de"},
		{Model{Family: VITS}, "de en zh", ""},
		{Model{Family: Matcha, Language: "Persian+English"}, "fa en", "de"},
		{Model{Family: Kokoro, Language: "English"}, "en", "es"},
		{kokoro, "en es zh", "fr de"},
		{Model{Family: Kitten, Language: "English"}, "en", "de"},
		{Model{Family: ZipVoice}, "en zh", "de"},
		{Model{Family: Supertonic}, "en de ko", "zh"},
		{Model{Family: Pocket}, "en", ""},
	} {
		for _, l := range strings.Fields(c.yes) {
			if !c.m.Speaks(l) {
				t.Errorf("%s %q does not speak %s", c.m.Family, c.m.Language, l)
			}
		}
		for _, l := range strings.Fields(c.none) {
			if c.m.Speaks(l) {
				t.Errorf("%s %q speaks %s", c.m.Family, c.m.Language, l)
			}
		}
	}
	for _, c := range []struct {
		m              Model
		language, want string
	}{{kokoro, "en", ""}, {kokoro, "zh", ""}, {kokoro, "es", "es"}, {kokoro, "pt", "pt-br"}, {Model{Family: Kokoro}, "es", ""}, {Model{Family: Supertonic}, "es", ""}} {
		if got := c.m.Loads(c.language); got != c.want {
			t.Errorf("%s is told %q when it is loaded for %s, want %q", c.m.Family, got, c.language, c.want)
		}
	}
	kitten := Model{Family: Kitten, speakers: map[string]int{"expr-voice-2-m": 0, "expr-voice-2-f": 1, "expr-voice-3-m": 2, "expr-voice-3-f": 3}}
	for _, c := range []struct {
		m                Model
		language, gender string
		number, want     int
	}{
		{kokoro, "en", "", 1, 0}, {kokoro, "en", "female", 2, 7}, {kokoro, "en", "male", 1, 5}, {kokoro, "en", "male", 2, 5}, {kokoro, "es", "female", 1, 9}, {kokoro, "es", "male", 1, 10},
		{kokoro, "zh", "male", 1, 11}, {kitten, "en", "female", 2, 3}, {kitten, "en", "male", 1, 0}, {kitten, "en", "", 1, 0}, {Model{Family: VITS}, "en", "male", 3, 0},
		{Model{Family: VITS, speakers: map[string]int{"p225": 4, "p226": 2}}, "en", "male", 1, 2},
	} {
		if got := c.m.Cast(c.language, c.gender, c.number); got != c.want {
			t.Errorf("%s %s %s %d: speaker %d, want %d", c.m.Family, c.language, c.gender, c.number, got, c.want)
		}
	}
}
