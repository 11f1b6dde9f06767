package telling

import (
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/tongue"
)

// Writer makes of facts what is said and shown of them, in one language.
type Writer struct {
	Wording *tongue.Wording
	Lang    string
	Brief   *brief.Brief
	Prompt  string // the prompt as it was typed
	Picked  string // the figure that a scene's picture names
	Notes   []scene.Note

	// Estimate returns the seconds that it takes to speak text at the natural rate, without
	// the pauses after it. nil = counted from words and digits.
	Estimate func(text, lang string) float64
	spoken   map[spoken]float64 // seconds of the texts that were estimated: whatever is left out, all others are asked for again
}

// Note adds a note about the prompt's line, 0 = all of it. Quoted words in the
// note say where on the line.
func (w *Writer) Note(line int, text string) {
	for _, n := range w.Notes {
		if n.Text == text {
			return
		}
	}
	line, col := w.Brief.Locate(line, QuotedIn(text)...)
	w.Notes = append(w.Notes, scene.Note{Line: line, Col: col, Text: text})
}

// Seconds is how long text takes to speak.
func (w *Writer) Seconds(text, lang string) float64 {
	if text == "" {
		return 0
	}
	if lang == "" {
		lang = w.Lang
	}
	key := spoken{text, lang}
	if secs, ok := w.spoken[key]; ok {
		return secs
	}
	secs := 0.0
	if w.Estimate != nil {
		secs = w.Estimate(scene.Paused(text), lang)
	} else {
		secs = GuessSeconds(text)
	}
	if w.spoken == nil {
		w.spoken = map[spoken]float64{}
	}
	w.spoken[key] = secs
	return secs
}

// spoken is a text in the language that it is spoken in.
type spoken struct{ text, lang string }

// MaxRate is how much faster than naturally verbatim words may be spoken.
const MaxRate = 1.2

// GuessSeconds estimates speech from the letters as they will be read: a digit
// is a word, a dot in an address is "dot". Within a tenth of the built-in English
// voice's own times for whole scripts.
func GuessSeconds(text string) float64 {
	letters, pauses := 0.0, 0.0
	r := []rune(text)
	at := func(i int) rune {
		if i < 0 || i >= len(r) {
			return ' '
		}
		return r[i]
	}
	for i, c := range r {
		switch {
		case c >= '0' && c <= '9':
			letters += 4.5
		case c == '%' || c == '°':
			letters += 7
		case strings.ContainsRune("€$£¥₪", c):
			letters += 5
		case (c == '.' || c == '-' || c == '/' || c == '@') && at(i+1) != ' ' && at(i-1) != ' ' && c != '-':
			letters += 4
		case c == '-' && at(i+1) >= '0' && at(i+1) <= '9' && at(i-1) == ' ':
			letters += 5
		case strings.ContainsRune(",;:–—،", c):
			pauses += .22
		case strings.ContainsRune(".!?…؟", c) && at(i+1) == ' ':
			pauses += .1
		case unicode.In(c, unicode.Arabic, unicode.Hebrew):
			letters += 1.6
		case unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			letters += 3.2
		case unicode.IsLetter(c):
			letters++
		}
	}
	return letters/14.8 + pauses + .1
}
