// Package script turns a brief into a storyboard: it writes what is said, fits it
// to the length, and decides scene by scene what is shown.
//
// It reads the prompt with package prompt, keeps the user's own words wherever
// it can, and adds nothing that the prompt, the context files or the values do
// not say. A language model may write instead, through [LLM]; what it answers is
// checked like a file that a person wrote.
package script

import (
	"context"
	"fmt"
	"math"
	"strings"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// Request is everything that a storyboard depends on.
type Request struct {
	Spec    manifest.Spec
	Dir     string  // folder that the entry's files are relative to; nothing outside it is read
	Width   int     // pixels, 0 = as the prompt says, else 1920
	Height  int     // pixels, 0 = as the prompt says, else 1080
	FPS     int     // frames a second, 0 = 30
	Seconds float64 // length, 0 = as the prompt says, else 30
	Seed    uint64  // chooses among equals; the same seed gives the same storyboard
	Variant int     // 0 for the first of numberResults

	// Estimate returns the seconds that it takes to speak text at the natural
	// rate, without the pauses after it. nil = counted from words and digits.
	Estimate func(text, lang string) float64
}

// Write makes the storyboard of an entry. What it understood, replaced or could
// not honour is in the storyboard's notes.
func Write(ctx context.Context, r Request) (*scene.Storyboard, error) {
	if r.Spec.Storyboard != "" {
		return r.pinned()
	}
	if strings.TrimSpace(r.Spec.PositivePrompt) == "" {
		return nil, fmt.Errorf("the prompt is empty: write what the video should say in positivePrompt")
	}
	brief := prompt.Parse(r.Spec.PositivePrompt)
	w := newWriter(r, brief)
	if brief.Level == prompt.Scenes {
		w.planned()
	} else {
		w.compose()
	}
	b := w.board()
	if err := w.fit(b); err != nil {
		return nil, err
	}
	w.dress(b)
	return b, ctx.Err()
}

// writer carries one request to its storyboard.
type writer struct {
	r     Request
	b     *prompt.Brief
	w     *wording
	lang  string
	secs  float64
	beats []*beat
	notes []scene.Note
}

func newWriter(r Request, b *prompt.Brief) *writer {
	w := &writer{r: r, b: b, lang: b.Language}
	if r.Spec.Language != "" {
		want := strings.ToLower(strings.SplitN(r.Spec.Language, "-", 2)[0])
		heard := strings.ToLower(strings.SplitN(b.Language, "-", 2)[0])
		if want != heard && prompt.Detect(spokenText(b)) != "" {
			w.note(0, fmt.Sprintf("language is %s but the prompt's words are %s: they are spoken as written; only a language model can translate them", r.Spec.Language, b.Language))
		} else {
			w.lang = r.Spec.Language
		}
	}
	w.w = wordingFor(w.lang)
	w.secs = r.Seconds
	planned := 0.0
	for _, s := range b.Scenes {
		planned += s.Seconds
	}
	switch {
	case w.secs == 0 && b.Seconds > 0:
		w.secs = math.Min(300, math.Max(5, b.Seconds))
		if w.secs != b.Seconds {
			w.note(0, fmt.Sprintf("a length of %g s is outside 5 to 300 s: %g s is used", b.Seconds, w.secs))
		}
	case w.secs == 0 && planned >= 5:
		w.secs = math.Min(300, planned)
	case w.secs == 0:
		w.secs = 30
	case b.Seconds > 0 && math.Abs(b.Seconds-w.secs) > .5:
		w.note(0, fmt.Sprintf("the prompt says %g s, the entry %g s: the entry decides", b.Seconds, w.secs))
	}
	for _, n := range b.Notes {
		w.note(n.Line, n.Text)
	}
	return w
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

func (w *writer) note(line int, text string) {
	for _, n := range w.notes {
		if n.Text == text {
			return
		}
	}
	w.notes = append(w.notes, scene.Note{Line: line, Text: text})
}

// say returns the seconds that text takes to speak.
func (w *writer) seconds(text, lang string) float64 {
	if text == "" {
		return 0
	}
	if lang == "" {
		lang = w.lang
	}
	if w.r.Estimate != nil {
		return w.r.Estimate(text, lang)
	}
	return guessSeconds(text)
}

// guessSeconds estimates speech at 2.9 words a second; digits count as the words
// they are read as.
func guessSeconds(text string) float64 {
	n := 0.0
	for _, f := range strings.Fields(text) {
		digits := 0
		for _, r := range f {
			if r >= '0' && r <= '9' {
				digits++
			}
		}
		n += 1 + max(0, float64(digits)-1)*.6
		if u := prompt.URL(f); u != "" {
			n += float64(strings.Count(u, ".")+strings.Count(u, "/")) * 1.1
		}
		if len([]rune(f)) > 11 {
			n += .3
		}
	}
	return n/2.9 + .15
}
