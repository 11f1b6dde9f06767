package engine

import (
	"fmt"
	"strings"

	"gitops.video/render/manifest/diag"
	"gitops.video/render/render/engine/internal/avatar"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/lint"
	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/sound"
	"gitops.video/render/render/engine/internal/text"
	"gitops.video/render/render/engine/internal/voice"
)

// What can be said about an entry's names and words before anything is drawn.

// CheckVoice says what is wrong with the name of a voice, nil where one of the built-in
// voices has it or it is a path of one's own.
func CheckVoice(name string) error {
	if name == "" || voice.Known(name) {
		return nil
	}
	var names []string
	for _, v := range voice.Voices() {
		names = append(names, v.Name)
	}
	if near := diag.Nearest(strings.ToLower(name), names); near != "" {
		return fmt.Errorf("there is no voice named %q; did you mean %s?", name, near)
	}
	return fmt.Errorf("there is no voice named %q: see render voices list", name)
}

// CheckLanguage says what is wrong with the tag of a language, nil where a voice speaks it.
func CheckLanguage(tag string) error {
	if tag == "" || voice.Speaks(tag) {
		return nil
	}
	if code := grammar.LanguageOf(tag); voice.Speaks(code) {
		return fmt.Errorf("no voice here speaks %q; did you mean %s?", tag, code)
	}
	if code, name := voice.NearestLanguage(tag); code != "" {
		return fmt.Errorf("no voice here speaks %q; did you mean %s (%s)?", tag, code, name)
	}
	return fmt.Errorf("no voice here speaks %q: a language is written like en, de or pt-BR", tag)
}

// CheckStyle says that a style was probably meant to be a preset, nil where it is one or
// describes a look in words.
func CheckStyle(name string) error {
	if name == "" || look.StyleName(name) != "" {
		return nil
	}
	var names []string
	for _, s := range look.Styles() {
		names = append(names, s.Name)
	}
	if near := diag.Nearest(name, names); near != "" {
		return fmt.Errorf("style %q is no preset; did you mean %s?", name, near)
	}
	return nil
}

// CheckMood says what is wrong with the mood of music, nil where it can be composed.
func CheckMood(words string) error {
	if _, known := sound.Mood(words, ""); words == "" || known {
		return nil
	}
	return fmt.Errorf("music %q names none of the moods that can be composed: %s", words, strings.Join(sound.Moods(), ", "))
}

// CheckFont says what is wrong with the name of a font, nil where it is built in or on this
// machine.
func CheckFont(name string) error {
	if name == "" || text.Known(name) {
		return nil
	}
	var names []string
	for _, f := range text.Families() {
		names = append(names, f.Name)
	}
	if near := diag.Nearest(name, names); near != "" {
		return fmt.Errorf("there is no font named %q here, so Inter is drawn; did you mean %s?", name, near)
	}
	return fmt.Errorf("there is no font named %q here, so Inter is drawn", name)
}

// TooLong says that the words of a prompt cannot be spoken in so many seconds, whatever
// the rate: the seconds that they need at least; 0 = they fit, or are written to fit.
func TooLong(prompt string, seconds float64) float64 { return lint.LeastSeconds(prompt, seconds) }

// CheckAvatar says what is wrong with the id of a presenter, nil where somebody is drawn
// for it.
func CheckAvatar(id string) error {
	_, _, err := avatar.Match(id)
	return err
}
