package script

import (
	"context"
	"fmt"
	"math"
	"strings"
	"unicode"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/stock"
)

// Request is everything that a storyboard depends on.
type Request struct {
	Spec    manifest.Spec
	Dir     string         // folder that the entry's files are relative to; nothing outside it is read
	Width   int            // pixels, 0 = as the prompt says, else 1920
	Height  int            // pixels, 0 = as the prompt says, else 1080
	FPS     int            // frames a second, 0 = 30
	Seconds float64        // length, 0 = as the prompt says, else 30
	Seed    uint64         // chooses among equals; the same seed gives the same storyboard
	Variant int            // 0 for the first of numberResults
	Family  uint64         // the first result's seed, from which the others count on
	LLM     *LLM           // nil = written without a language model
	Stock   *stock.Library // nil = no stock pictures

	// Faces lists the presenters to choose from by their looks, those with names
	// first; nil = the choice is by gender alone.
	Faces func() []Face

	// VoiceGender is the gender that a voice's name tells, female or male; "" where it
	// tells none. nil = no name does.
	VoiceGender func(name string) string

	// Estimate returns the seconds that it takes to speak text at the natural
	// rate, without the pauses after it. nil = counted from words and digits.
	Estimate func(text, lang string) float64

	// Least returns the seconds of the shortest video of scenes whose sentences take as
	// long as takes, pauses and the look at each scene included. nil = the takes alone.
	Least func(scenes []scene.Scene, takes [][]scene.Take) float64
}

// Write makes the storyboard of an entry. What it understood, replaced or could
// not honour is in the storyboard's notes.
func Write(ctx context.Context, r Request) (*scene.Storyboard, error) {
	if r.Spec.Storyboard != "" {
		b, err := r.pinned()
		if err != nil {
			return nil, err
		}
		r.revary(b)
		if err := r.edit(ctx, b); err != nil {
			return nil, err
		}
		return b, nil
	}
	if strings.TrimSpace(r.Spec.PositivePrompt) == "" {
		return nil, fmt.Errorf("the prompt is empty: write what the video should say in positivePrompt")
	}
	if onlyAddress.MatchString(r.Spec.PositivePrompt) {
		return nil, fmt.Errorf("the prompt is only an address, and no web page is read: write what the video should say, or save the page's text and name it in context")
	}
	brief := prompt.Parse(r.Spec.PositivePrompt)
	w := newWriter(r, brief)
	switch {
	case brief.Level == prompt.Scenes:
		w.planned()
	case r.LLM != nil && brief.Level == prompt.Topic && w.askModel(ctx):
		w.drafted = true
	default:
		if err := w.readContext(); err != nil {
			return nil, err
		}
		w.compose()
	}
	w.within()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if !w.brandAlone() && len(w.beats) == 0 && !w.textOnly() {
		return nil, fmt.Errorf("the prompt directs a video but says nothing that it is about: add a topic, facts or a script")
	}
	b := w.board()
	if err := w.fit(b); err != nil {
		return nil, err
	}
	if err := w.assets(ctx, b); err != nil {
		return nil, err
	}
	w.dress(b)
	w.hush(b)
	plain(b, w.literalTexts())
	if err := r.edit(ctx, b); err != nil {
		return nil, err
	}
	return b, nil
}

// midSentence takes the first word off every sentence: there "Sie" may be "they".
var midSentence = pattern.New(`(?:^|[.!?]\s+)\p{L}+`)

var onlyAddress = pattern.New(`^\s*<?(?:https?://|www\.)\S+>?\s*$`)

// writer carries one request to its storyboard.
type writer struct {
	r       Request
	b       *prompt.Brief
	w       *wording
	lang    string
	secs    float64
	beats   []*beat
	drafted bool // by a language model: kinds and order are its own
	notes   []scene.Note

	enumerated int          // lists that are told point by point
	logo       string       // an asset that is the video's
	picked     string       // the figure that a scene's picture names
	tables     [][][]string // of the context files: rows of cells, the first one names the columns
	untrimmed  float64      // seconds that the words took before points were left out; 0 = none was

	spoken map[spoken]float64 // seconds of the texts that were estimated: whatever is left out, all others are asked for again
}

func newWriter(r Request, b *prompt.Brief) *writer {
	w := &writer{r: r, b: b, lang: b.Language}
	if r.Spec.Language != "" {
		if phrase.Base(r.Spec.Language) != phrase.Base(b.Language) && prompt.Detect(spokenText(b)) != "" {
			w.note(0, fmt.Sprintf("language is %s but the prompt's words are %s: they are spoken as written; only a language model can translate them", r.Spec.Language, b.Language))
		} else {
			w.lang = r.Spec.Language
		}
	}
	w.w = wordingFor(w.lang)
	if w.w == german && formalRE.MatchString(b.Subject+" "+strings.TrimSpace(midSentence.ReplaceAllString(spokenText(b), " "))) {
		w.w = germanFormal
	}
	w.secs = r.Seconds
	planned, timed := 0.0, true
	for _, s := range b.Scenes {
		planned += s.Seconds
		timed = timed && s.Seconds > 0
	}
	switch {
	case w.secs == 0 && b.Seconds > 0:
		w.secs = math.Min(300, math.Max(5, b.Seconds))
		if w.secs != b.Seconds {
			w.note(0, fmt.Sprintf("a length of %g s is outside 5 to 300 s: %g s is used", b.Seconds, w.secs))
		}
	case w.secs == 0 && planned >= 5 && timed:
		w.secs = math.Min(300, planned)
	case w.secs == 0 && b.Level != prompt.Topic:
		w.secs = w.natural()
		w.note(0, fmt.Sprintf("no length is given: %g s is what the words take at a natural pace", w.secs))
	case w.secs == 0:
		w.secs = 30
	case b.Seconds > 0 && math.Abs(b.Seconds-w.secs) > .5:
		w.note(0, fmt.Sprintf("the prompt says %g s, the entry %g s: the entry decides", b.Seconds, w.secs))
	}
	w.briefed()
	for _, n := range b.Notes {
		w.notes = append(w.notes, scene.Note(n))
	}
	return w
}

// within makes the video as long as its words where the prompt gives only a limit.
func (w *writer) within() {
	if !w.b.AtMost || w.r.Seconds > 0 || len(w.beats) == 0 || w.drafted {
		return
	}
	need := float64(endHold) + 1
	for _, b := range w.beats {
		need += max(w.seconds(b.text(), b.Language), 1.5) + float64(len(b.words))*sentenceGap + sceneGap
	}
	if need = math.Max(5, math.Ceil(need*1.06)); need < w.secs {
		w.note(0, fmt.Sprintf("%g s is a limit: %g s is what the words take at a natural pace. Nothing is invented: facts or a context file make it longer", w.secs, need))
		w.secs = need
	}
}

// natural is the length of a video that says all the prompt's own words, with
// room to breathe.
func (w *writer) natural() float64 {
	t, scenes := endHold+1.0, 0
	for _, p := range w.b.Points {
		t += w.seconds(pointText(p), "") + sentenceGap
	}
	for _, s := range w.b.Scenes {
		scenes++
		words := w.seconds(s.Say, "")
		if s.Say == "" {
			words = 2.5
		}
		t += max(words, s.Seconds)
	}
	t += float64(max(scenes, int(t/7))) * sceneGap
	return math.Min(300, math.Max(8, math.Ceil(t)))
}

func spokenText(b *prompt.Brief) string {
	var s strings.Builder
	for _, p := range b.Points {
		s.WriteString(p.Text + " ")
	}
	for _, sc := range b.Scenes {
		s.WriteString(sc.Say + " ")
	}
	return s.String()
}

// note adds a note about the prompt's line, 0 = all of it. Quoted words in the
// note say where on the line.
func (w *writer) note(line int, text string) {
	for _, n := range w.notes {
		if n.Text == text {
			return
		}
	}
	line, col := w.b.Locate(line, quotedIn(text)...)
	w.notes = append(w.notes, scene.Note{Line: line, Col: col, Text: text})
}

// seconds is how long text takes to speak.
func (w *writer) seconds(text, lang string) float64 {
	if text == "" {
		return 0
	}
	if lang == "" {
		lang = w.lang
	}
	key := spoken{text, lang}
	if secs, ok := w.spoken[key]; ok {
		return secs
	}
	secs := 0.0
	if w.r.Estimate != nil {
		secs = w.r.Estimate(scene.Paused(text), lang)
	} else {
		secs = guessSeconds(text)
	}
	if w.spoken == nil {
		w.spoken = map[spoken]float64{}
	}
	w.spoken[key] = secs
	return secs
}

// spoken is a text in the language that it is spoken in.
type spoken struct{ text, lang string }

// guessSeconds estimates speech from the letters as they will be read: a digit
// is a word, a dot in an address is "dot". Within a tenth of the built-in English
// voice's own times for whole scripts.
func guessSeconds(text string) float64 {
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
