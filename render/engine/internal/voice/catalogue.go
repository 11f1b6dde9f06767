package voice

import (
	"context"
	"strings"

	"gitops.video/render/render/engine/internal/voice/words"
)

// Info describes a voice that can be asked for by name.
type Info struct {
	Name     string // as asked for: "jenny"
	Title    string // as shown: "Jenny (Dioco)"
	Language string // BCP 47
	Gender   string // female, male
	Engine   string // neural, espeak-ng
	Note     string
}

// speaking is a voice that has been chosen for an utterance.
type speaking struct {
	name  string // as shown
	key   string // everything about the voice that decides the sound
	speak func(context.Context, []words.Token, delivery) (heard, error)
}

func isEnglish(lang string) bool {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	return base == "" || base == "en"
}

const jennyTitle = "Jenny (Dioco)"

// Voices lists the built-in voices.
func Voices() []Info {
	return []Info{{Name: "jenny", Title: jennyTitle, Language: "en-GB", Gender: "female", Engine: "neural"}}
}

// Engine names the voice that would speak a language, as shown to the user.
func (s *Speaker) Engine(lang string) string {
	who, err := s.cast(Utterance{Language: lang})
	if err != nil {
		return err.Error()
	}
	return who.name
}

// cast chooses who speaks.
func (s *Speaker) cast(u Utterance) (speaking, error) {
	if isEnglish(u.Language) && haveBuiltin {
		v, err := s.jenny()
		if err == nil {
			return speaking{jennyTitle, "jenny", func(ctx context.Context, t []words.Token, d delivery) (heard, error) {
				return s.speakNeural(ctx, v, t, d)
			}}, nil
		}
		s.note("voice: %s cannot be loaded (%v); espeak-ng speaks instead", jennyTitle, err)
	}
	name := espeakVoice(u.Language)
	style := espeakStyle{Pitch: 45, Range: 55, Rate: 158}
	return speaking{"espeak-ng " + name, "espeak " + name, func(ctx context.Context, t []words.Token, d delivery) (heard, error) {
		return s.speakEspeak(ctx, name, style, t, d)
	}}, nil
}
