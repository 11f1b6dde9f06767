package sherpa

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// kokoroLanguages are the first letters of Kokoro's speakers by language ("ef_dora" is a
// Spanish woman), and what the library is told for it; in English and Chinese it goes by
// its lexicons.
var kokoroLanguages = map[string]struct{ letters, told string }{
	"en": {"ab", ""}, "zh": {"z", ""}, "es": {"e", "es"}, "fr": {"f", "fr"}, "hi": {"h", "hi"}, "it": {"i", "it"}, "pt": {"p", "pt-br"},
}

// supertonicLanguages are those of its third edition; earlier ones know fewer, and the
// library says so.
const supertonicLanguages = " en ko ja ar bg cs da de el es et fi fr hi hr hu id it lt lv nl pl pt ro ru sk sl sv tr uk vi "

// languageNames are languages as models' metadata call them.
var languageNames = map[string]string{
	"ar": "arabic", "bn": "bengali", "bg": "bulgarian", "ca": "catalan", "cs": "czech", "cy": "welsh", "da": "danish", "de": "german", "el": "greek", "en": "english",
	"es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french", "hi": "hindi", "hr": "croatian", "hu": "hungarian", "id": "indonesian",
	"is": "icelandic", "it": "italian", "ja": "japanese", "ka": "georgian", "kk": "kazakh", "ko": "korean", "lb": "luxembourgish", "lt": "lithuanian", "lv": "latvian", "ml": "malayalam",
	"nb": "norwegian", "ne": "nepali", "nl": "dutch", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sk": "slovak", "sl": "slovenian", "sr": "serbian",
	"sv": "swedish", "sw": "swahili", "te": "telugu", "th": "thai", "tr": "turkish", "uk": "ukrainian", "vi": "vietnamese", "zh": "chinese",
}

// Speaks reports whether the model speaks a language, given as a two-letter code; where
// it does not say what it speaks, it is believed to.
func (m Model) Speaks(language string) bool {
	language = cmp.Or(language, "en")
	switch m.Family {
	case ZipVoice:
		return language == "en" || language == "zh"
	case Kitten:
		return language == "en"
	case Supertonic:
		return strings.Contains(supertonicLanguages, " "+language+" ")
	case Kokoro:
		k, known := kokoroLanguages[language]
		if !m.multilingual {
			return language == "en" || m.said(language) == yes
		}
		return known && (len(m.speakers) == 0 || len(m.people(k.letters, "")) > 0)
	}
	return m.said(language) != no
}

// Loads is what the library has to be told of a language when it loads the model: models
// for which that is the same share a process. "" is nothing.
func (m Model) Loads(language string) string {
	if !m.multilingual {
		return ""
	}
	return kokoroLanguages[language].told
}

type answer int

const (
	unsaid answer = iota
	yes
	no
)

// said is what the metadata answers: "English", "German (Germany)", "Chinese + English".
func (m Model) said(language string) answer {
	about := strings.ToLower(m.Language)
	if name := languageNames[language]; name != "" && strings.Contains(about, name) {
		return yes
	}
	for _, name := range languageNames {
		if strings.Contains(about, name) {
			return no
		}
	}
	return unsaid
}

// Cast chooses a speaker for a language: the first of a gender, or the second for number
// 2. Models that do not tell their speakers apart have their first.
func (m Model) Cast(language, gender string, number int) int {
	letters := ""
	if m.Family == Kokoro {
		letters = kokoroLanguages[cmp.Or(language, "en")].letters
	}
	people := m.people(letters, gender)
	if len(people) == 0 {
		people = m.people(letters, "")
	}
	if len(people) == 0 {
		return 0
	}
	return people[(max(1, number)-1)%len(people)]
}

// people are the speakers whose names tell one of the languages that letters stand for
// ("" = any), and the gender, in order.
func (m Model) people(letters, gender string) []int {
	mark := map[string]string{"female": "f", "male": "m"}[gender]
	var out []int
	for _, name := range slices.Sorted(maps.Keys(m.speakers)) {
		switch {
		case m.Family == Kokoro && (len(name) < 3 || name[2] != '_' || !strings.Contains(letters, name[:1]) || mark != "" && name[1:2] != mark):
		case m.Family != Kokoro && mark != "" && !strings.HasSuffix(name, "-"+mark):
		default:
			out = append(out, m.speakers[name])
		}
	}
	slices.Sort(out)
	return out
}
