package script

import (
	"context"
	"fmt"
	"math"
	"strings"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/casting"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/llm"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/revise"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/stock"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// Request is everything that a storyboard depends on.
type Request struct {
	Spec    manifest.Spec
	Dir     string         // folder that the entry's files are relative to; nothing outside it is read
	Width   int            // pixels, 0 = as the prompt says, else 1920
	Height  int            // pixels, 0 = as the prompt says, else 1080
	FPS     int            // frames a second, 0 = 30
	Seconds float64        // length, 0 = as the prompt says, else what its words take
	Seed    uint64         // chooses among equals; the same seed gives the same storyboard
	Variant int            // 0 for the first of numberResults
	Family  uint64         // the first result's seed, from which the others count on
	LLM     *llm.LLM       // nil = written without a language model
	Stock   *stock.Library // nil = no stock pictures

	// Faces lists the presenters to choose from by their looks, those with names
	// first; nil = the choice is by gender alone.
	Faces func() []casting.Face

	// VoiceGender is the gender that a voice's name tells, female or male; "" where it
	// tells none. nil = no name does.
	VoiceGender func(name string) string

	// Estimate returns the seconds that it takes to speak text at the natural
	// rate, without the pauses after it. nil = counted from words and digits.
	Estimate func(text, lang string) float64

	// Least returns the seconds of the shortest video of scenes whose sentences take as
	// long as takes, pauses and the look at each scene included. nil = the takes alone.
	Least func(scenes []scene.Scene, takes [][]scene.Take) float64

	// Measure returns the seconds that b's voice takes to speak text, a sentence or two, at
	// the fastest rate. It takes longer than Estimate and is exact; nil = Estimate has to do.
	Measure func(ctx context.Context, b *scene.Storyboard, text, lang string) (float64, error)
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
		if err := r.entry().Edit(ctx, b); err != nil {
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
	b, w, err := r.write(ctx)
	if err != nil {
		return nil, err
	}
	r.silence(ctx, w, b)
	if err := r.entry().Edit(ctx, b); err != nil {
		return nil, err
	}
	return b, nil
}

// write makes the storyboard of a prompt, before its edits.
func (r Request) write(ctx context.Context) (*scene.Storyboard, *writer, error) {
	understood := prompt.Parse(r.Spec.PositivePrompt)
	w := newWriter(r, understood)
	switch {
	case understood.Level == brief.Scenes:
		w.planned()
	case r.LLM != nil && understood.Level == brief.Topic && w.askModel(ctx):
		w.drafted = true
	default:
		if err := w.readContext(); err != nil {
			return nil, nil, err
		}
		w.compose()
	}
	w.within()
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	if !w.brandAlone() && len(w.beats) == 0 && !w.textOnly() {
		return nil, nil, fmt.Errorf("the prompt directs a video but says nothing that it is about: add a topic, facts or a script")
	}
	b := w.board()
	w.cast(b)
	if err := w.fit(ctx, b); err != nil {
		return nil, nil, err
	}
	if err := w.assets(ctx, b); err != nil {
		return nil, nil, err
	}
	w.dress(b)
	w.hush(b)
	telling.Plain(b, w.literalTexts())
	return b, w, nil
}

// entry is what the edits need to know.
func (r Request) entry() revise.Entry {
	return revise.Entry{Spec: r.Spec, Dir: r.Dir, Width: r.Width, Height: r.Height, Seconds: r.Seconds, LLM: r.LLM, Faces: r.Faces, Estimate: r.Estimate}
}

var onlyAddress = pattern.New(`^\s*<?(?:https?://|www\.)\S+>?\s*$`)

// writer carries one request to its storyboard.
type writer struct {
	r Request
	telling.Writer
	secs    float64
	free    bool // no length is given: the words decide
	beats   []*telling.Beat
	drafted bool // by a language model: kinds and order are its own

	enumerated int          // lists that are told point by point
	logo       string       // an asset that is the video's
	tables     [][][]string // of the context files: rows of cells, the first one names the columns
	lookedUp   []string     // what tables answer to wishes of the prompt
	more       []string     // colours of the prompt beyond a main one and an accent
	untrimmed  float64      // seconds that the words took before points were left out; 0 = none was

}

func newWriter(r Request, b *brief.Brief) *writer {
	w := &writer{r: r, Writer: telling.Writer{Brief: b, Lang: b.Language, Prompt: r.Spec.PositivePrompt, Estimate: r.Estimate}}
	if r.Spec.Language != "" {
		if phrase.Base(r.Spec.Language) != phrase.Base(b.Language) && grammar.Detect(spokenText(b)) != "" {
			w.Note(0, fmt.Sprintf("language is %s but the prompt's words are %s: they are spoken as written; only a language model can translate them", r.Spec.Language, b.Language))
		} else {
			w.Lang = r.Spec.Language
		}
	}
	w.Wording = tongue.For(w.Lang)
	form := tongue.Form(b.Address)
	if form == "" {
		form = tongue.FormOf(w.Wording.Code, b.Subject+" "+strings.TrimSpace(spokenText(b)))
	}
	w.Wording = w.Wording.Addressing(form)
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
			w.Note(0, fmt.Sprintf("a length of %g s is outside 5 to 300 s: %g s is used", b.Seconds, w.secs))
		}
	case w.secs == 0 && planned >= 5 && timed:
		w.secs = math.Min(300, planned)
	case w.secs == 0 && b.Level != brief.Topic:
		w.secs = w.natural()
		w.Note(0, fmt.Sprintf("no length is given: %g s is what the words take at a natural pace", w.secs))
	case w.secs == 0 && len(b.Points) > 0 && len(r.Spec.Context) == 0 && r.LLM == nil:
		w.free, w.secs = true, math.Min(300, w.natural()+frameSeconds)
	case w.secs == 0 && len(r.Spec.Context) > 0 && r.LLM == nil && b.Level == brief.Topic:
		w.free, w.secs = true, ofFiles // as much as there is room for in them
	case w.secs == 0:
		w.secs = unasked
	case b.Seconds > 0 && math.Abs(b.Seconds-w.secs) > .5:
		w.Note(0, fmt.Sprintf("the prompt says %g s, the entry %g s: the entry decides", b.Seconds, w.secs))
	}
	w.briefed()
	for _, n := range b.Notes {
		w.Notes = append(w.Notes, scene.Note(n))
	}
	return w
}

// within makes the video as long as its words where the prompt gives only a limit.
func (w *writer) within() {
	if w.free && w.thin() {
		w.free, w.secs = false, unasked
	}
	if !w.Brief.AtMost || w.r.Seconds > 0 || len(w.beats) == 0 || w.drafted {
		return
	}
	if need := math.Max(5, w.easy()); need < w.secs {
		w.Note(0, fmt.Sprintf("%g s is a limit: %g s is what the words take at a natural pace. Nothing is invented: facts or a context file make it longer", w.secs, need))
		w.secs = need
	}
}

const (
	unasked      = 30 // seconds of a video that neither a length nor facts give one
	ofFiles      = 90 // seconds of a video of files, at most, where no length is given
	frameSeconds = 12 // seconds that an opening and an end take at most
)

// easy is the length of a video of the beats at a natural pace, whole seconds.
func (w *writer) easy() float64 {
	need := float64(endHold) + 1
	for _, b := range w.beats {
		need += max(w.Seconds(b.Text(), b.Language), b.Seconds, 1.5) + float64(len(b.Words))*sentenceGap + sceneGap
	}
	return math.Ceil(need * 1.06)
}

// lasting makes a video as long as its words where no length is given.
func (w *writer) lasting() {
	if !w.free || len(w.beats) == 0 {
		return
	}
	w.secs = math.Min(300, math.Max(8, w.easy()))
	w.Note(0, fmt.Sprintf("no length is given: %g s is what the words take at a natural pace", w.secs))
}

// natural is the length of a video that says all the prompt's own words, with
// room to breathe.
func (w *writer) natural() float64 {
	t, scenes := endHold+1.0, 0
	for _, p := range w.Brief.Points {
		t += w.Seconds(telling.PointText(p), "") + sentenceGap
	}
	for _, s := range w.Brief.Scenes {
		scenes++
		words := w.Seconds(s.Say, "")
		if s.Say == "" {
			words = 2.5
		}
		t += max(words, s.Seconds)
	}
	t += float64(max(scenes, int(t/7))) * sceneGap
	return math.Min(300, math.Max(8, math.Ceil(t)))
}

func spokenText(b *brief.Brief) string {
	var s strings.Builder
	for _, p := range b.Points {
		s.WriteString(p.Text + " ")
	}
	for _, sc := range b.Scenes {
		s.WriteString(sc.Say + " ")
	}
	return s.String()
}
