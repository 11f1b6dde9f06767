package voice

import (
	"context"
	"fmt"
	"os"
	"strings"

	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/voice/kana"
	"gitops.video/render/render/engine/internal/voice/words"
)

// speaking is a voice that has been chosen for an utterance.
type speaking struct {
	name  string // as shown
	key   string // everything about the voice that decides the sound
	speak func(context.Context, []words.Token, delivery) (heard, error)
	notes []string // what differs from what was asked for
	human bool     // sounds like one who has to breathe, and is not heard to
	// seconds tells how long speak would take to say it, without saying it; nil =
	// only speaking tells.
	seconds func(context.Context, []words.Token, delivery) (float64, error)
}

func isEnglish(lang string) bool { return phrase.Base(lang) == "" || phrase.Base(lang) == "en" }

// Cast is a voice as it was chosen.
type Cast struct {
	Name  string   // as shown to the user: "Jenny (Dioco)"
	Key   string   // everything about the voice that decides the sound
	Notes []string // what differs from what was asked for, such as a fallback

	Human bool // sounds like one who has to breathe, and is not heard to
}

// Who says which voice speaks a language when v is asked for. An error is the
// user's to mend: a folder that is not there, a sample without consent.
func (s *Speaker) Who(ctx context.Context, lang string, v scene.Voice) (Cast, error) {
	who, err := s.cast(ctx, Utterance{Language: lang, Voice: v})
	return Cast{who.name, who.key, who.notes, who.human}, err
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
func (s *Speaker) cast(ctx context.Context, u Utterance) (speaking, error) {
	c := &casting{Speaker: s}
	who, err := c.choose(ctx, u)
	who.notes = c.notes
	return who, err
}

// choose takes what the user named, a folder or a server; then the built-in voice;
// then the user's folder for other languages; then espeak-ng. A sample goes before
// all where something can clone it.
func (c *casting) choose(ctx context.Context, u Utterance) (speaking, error) {
	name := strings.TrimSpace(u.Voice.Name)
	if NamesFile(name) {
		return c.castFolder(ctx, name, u)
	}
	wantsEspeak := strings.HasPrefix(strings.ToLower(name), "espeak")
	if u.Voice.Sample != "" && !wantsEspeak {
		who, cloned, err := c.castClone(ctx, u)
		if cloned || err != nil {
			return who, err
		}
	}
	if _, builtIn := findBuiltIn(name); c.opts.SpeechURL != "" && !builtIn && !wantsEspeak {
		if u.Voice.Sample == "" || !isEnglish(u.Language) || !haveBuiltin {
			return c.castServer(u)
		}
	}
	if !wantsEspeak && isEnglish(u.Language) && haveBuiltin {
		// A voice that lies prepared has spoken on this machine before; what is spoken
		// already needs no voice, so it is loaded when there is something new to say.
		var err error
		if !c.prepared() {
			_, err = c.jenny()
		}
		if err == nil {
			return c.castJenny(ctx, u)
		}
		if fullDisk(err) { // that passes: another voice would stay in the video
			return speaking{}, fmt.Errorf("%s cannot be unpacked, the disk of the cache is full: %w", jennyTitle, err)
		}
		c.note("%s cannot be loaded (%v); espeak-ng speaks instead", jennyTitle, err)
	}
	if c.opts.VoiceDir != "" && !wantsEspeak {
		who, err := c.castFolder(ctx, c.opts.VoiceDir, u)
		if err == nil {
			return who, nil
		}
		c.note("%v", err)
	}
	return c.castEspeak(ctx, u)
}

// NamesFile tells whether a voice's name is the path of a model, a file or a folder of this
// machine, rather than the name of a voice.
func NamesFile(name string) bool {
	name = strings.TrimSpace(name)
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
func (c *casting) castJenny(ctx context.Context, u Utterance) (speaking, error) {
	i, known := findBuiltIn(u.Voice.Name)
	if !known {
		var asked ordinal
		asked, _ = numbered(u.Voice)
		i, known = asked.builtIn(), asked.named
	}
	if u.Voice.Name != "" && !known {
		c.note("there is no voice named %q; %s speaks (see: render voices list)", u.Voice.Name, builtIn[i].Title)
	}
	title, as := builtIn[i].Title, builtIn[i].variant
	if u.Voice.Sample != "" {
		v, err := c.jenny()
		if err != nil {
			return speaking{}, err
		}
		m, err := c.match(ctx, u.Voice.Sample, jennyTitle, func(ctx context.Context, t []words.Token, d delivery) (heard, error) {
			return c.speakNeural(ctx, v, asRecorded, t, d)
		})
		if err != nil {
			return speaking{}, err
		}
		as = m
		title = jennyTitle + ", matched to a sample"
		c.matched(u.Voice.Sample, jennyTitle, as)
	}
	return speaking{
		name:  title,
		key:   fmt.Sprintf("jenny %v", as),
		human: true,
		speak: func(ctx context.Context, t []words.Token, d delivery) (heard, error) {
			v, err := c.jenny()
			if err != nil {
				return heard{}, err
			}
			return c.speakNeural(ctx, v, as, t, d)
		},
		seconds: func(ctx context.Context, t []words.Token, d delivery) (float64, error) {
			v, err := c.jenny()
			if err != nil {
				return 0, err
			}
			return c.neuralSeconds(ctx, v, as, t, d)
		},
	}, nil
}

// castEspeak chooses espeak-ng's voice for a language.
func (c *casting) castEspeak(ctx context.Context, u Utterance) (speaking, error) {
	asked, accent := numbered(u.Voice)
	name := espeakVoice(u.Language)
	switch named := espeakVoice(accent); {
	case accent == "" || named == name:
	case u.Language == "" || phrase.Base(accent) == phrase.Base(u.Language) && strings.Contains(accent, "-"):
		name = named // a region's own way to speak the language
	case phrase.Base(accent) == phrase.Base(u.Language):
	default:
		c.note("%q speaks %s, and the words are %s: espeak-ng %s speaks", u.Voice.Name, accent, u.Language, name)
	}
	reads := "" // how kanji are read
	if name == "ja" {
		if _, ok := kana.Installed(); ok {
			reads = " by mecab"
		} else {
			c.note("espeak-ng reads Japanese kana but not kanji: sentences with kanji are shown, and silent for as long as they would take; install mecab with a dictionary (Debian: apt install mecab mecab-ipadic-utf8), which reads them, write the words in kana, or name a speech server in RENDER_SPEECH_URL")
			if kana.Kanji(u.Text) {
				return speaking{name: "nobody: kanji cannot be read", key: "silent", speak: silent, seconds: silentSeconds}, nil
			}
		}
	}
	if asks := u.Voice.Name; asks != "" && !asked.named {
		if i, other := findBuiltIn(asks); other && !isEnglish(u.Language) {
			c.note("%s speaks English only; espeak-ng %s speaks", builtIn[i].Title, name)
		} else if !other {
			c.note("there is no voice named %q; espeak-ng %s speaks (see: render voices list)", asks, name)
		}
	}
	style, as := asked.style(), asRecorded
	title := fmt.Sprintf("espeak-ng %s, %s", name, asked)
	if u.Voice.Sample != "" {
		var err error
		if as, err = c.matchEspeak(ctx, u.Voice.Sample, style); err != nil {
			return speaking{}, err
		}
		if u.Voice.Gender == "" && !asked.named && as.pitch > 1.25 { // nearer to the other voice
			asked.gender = "female"
			style = asked.style()
			if as, err = c.matchEspeak(ctx, u.Voice.Sample, style); err != nil {
				return speaking{}, err
			}
		}
		c.matched(u.Voice.Sample, title, as)
		title += ", matched to a sample"
	}
	return speaking{name: title, key: fmt.Sprintf("espeak %s %v %v%s", name, style, as, reads), speak: func(ctx context.Context, t []words.Token, d delivery) (heard, error) {
		return c.speakEspeak(ctx, name, style, as, t, d)
	}}, nil
}

// matchEspeak matches one of espeak-ng's voices; the language does not matter, since
// all are made of the same throat.
func (c *casting) matchEspeak(ctx context.Context, sample string, style espeakStyle) (variant, error) {
	return c.match(ctx, sample, fmt.Sprint("espeak ", style), func(ctx context.Context, t []words.Token, d delivery) (heard, error) {
		return c.speakEspeak(ctx, espeakVoice("en"), style, asRecorded, t, d)
	})
}

func baseName(path string) string {
	return path[strings.LastIndexAny(path, `/\`)+1:]
}

// exists reports whether path is there, whatever it is.
func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
