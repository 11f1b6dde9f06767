package script

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

const (
	easyRate    = 1.12 // rate that a written script may need
	sceneGap    = .4   // seconds without speech around a scene's words
	sentenceGap = .25  // pause between sentences of a scene
	endHold     = .8   // seconds that the last picture stays after the last word
)

// spokenSeconds is the time that the beats take with their natural pauses, spoken
// as fast as a written script may be.
func (w *writer) spokenSeconds(beats []*telling.Beat) float64 {
	t := float64(endHold)
	scenes := min(len(beats), sceneCount(w.secs))
	for _, b := range beats {
		if len(b.Words) > 0 {
			t += w.Seconds(b.Text(), b.Language)/easyRate + float64(len(b.Words)-1)*sentenceGap
		}
	}
	return t + float64(scenes)*sceneGap + float64(len(beats)-scenes)*sentenceGap
}

const (
	fewest = 3 // items that a list keeps

	namedMost = 8 // items that a note names
)

// trim makes a written script that is too long fit: long lists lose their last items,
// then whole points go, first what no instruction asked for, from the end. The hook and
// the call to action stay, and quotations as long as anything else can go. The last point
// stays, too, where a sentence opens that only names the subject and can go instead; a long
// list loses items before that.
func (w *writer) trim() {
	need := w.spokenSeconds(w.beats)
	for w.spokenSeconds(w.beats) > w.secs {
		drop, score, points := -1, 0.0, 0
		for i, b := range w.beats {
			if b.Verbatim && b.Kind != scene.Quote || b.As != brief.Body {
				continue
			}
			points++
			if s := spare(b, i); drop < 0 || s > score {
				drop, score = i, s
			}
		}
		if drop < 0 || len(w.beats) == 1 {
			break // a video says something
		}
		if opening := w.beats[0]; points == 1 && drop > 0 && len(w.beats[drop].Items) < 4 && (opening.Opener || opening.Names) && !opening.Verbatim {
			w.beats = w.beats[1:]
			continue
		}
		w.untrimmed = need
		b := w.beats[drop]
		if b.Fewer != nil && len(b.Listed) > fewest && w.shorten(drop) {
			continue
		}
		w.Note(b.Line, fmt.Sprintf("left out to fit %g s: %q", w.secs, b.Text()))
		w.beats = append(w.beats[:drop], w.beats[drop+1:]...)
	}
	for _, b := range w.beats {
		if n := len(b.Cut); n > 0 {
			slices.Reverse(b.Cut)
			named := strings.Join(b.Cut[:min(n, namedMost)], "\", \"")
			if n > namedMost {
				named += "\" … \"" + b.Cut[n-1]
			}
			w.Note(b.Line, fmt.Sprintf("left out to fit %g s, the last %d of %d items: \"%s\"", w.secs, n, n+len(b.Listed), named))
		}
	}
}

// spare says how easily the script does without its beat number i.
func spare(b *telling.Beat, i int) float64 {
	s := float64(i)
	switch {
	case b.Fewer != nil && len(b.Listed) > telling.ListMost:
		return s + 2000 // nobody sees those at its end
	case b.Opener:
		s -= 500
	case !b.Asked:
		s += 1000
	}
	switch {
	case b.Kind == scene.Quote:
		s -= 1400
	case b.Kind != "":
		s -= 100
	}
	return s
}

// shorten gives the list of beat number i as many items as fit, or else as few as it may
// have: those that a scene shows, in a second step fewer.
func (w *writer) shorten(i int) bool {
	b := w.beats[i]
	least := telling.ListMost
	if len(b.Listed) <= telling.ListMost {
		least = fewest
	}
	n := least + sort.Search(len(b.Listed)-1-least, func(k int) bool { // the first that is too many
		w.beats[i] = shortened(b, least+k+1)
		return w.beats[i] == nil || w.spokenSeconds(w.beats) > w.secs
	})
	w.beats[i] = shortened(b, n)
	if w.beats[i] == nil {
		w.beats[i] = b
		return false
	}
	return true
}

// shortened is a list with its first n items only, nil if it is none then.
func shortened(b *telling.Beat, n int) *telling.Beat {
	less := b.Fewer(n)
	if less == nil {
		return nil
	}
	less.As, less.Chapter, less.Fewer, less.Listed = b.As, b.Chapter, b.Fewer, b.Listed[:n]
	less.Cut = slices.Clone(b.Cut)
	for i := len(b.Listed) - 1; i >= n; i-- {
		less.Cut = append(less.Cut, b.Listed[i])
	}
	return less
}

// surely is how much less than estimated words may take: what lies between is measured
// when they are spoken.
const surely = .95

// unsure is how far from the estimate a language's words may be: English has been measured
// most, and its voice takes longest to ask.
func unsure(lang string) float64 {
	if phrase.Base(lang) == "en" {
		return .06
	}
	return .2
}

// quickest are the takes of sentences as they are estimated at the fastest rate.
func (w *writer) quickest(sentences []string, lang string) []scene.Take {
	var takes []scene.Take
	for _, s := range sentences {
		takes = append(takes, lasting(s, w.Seconds(s, lang)/telling.MaxRate))
	}
	return takes
}

// lasting is a take of so many seconds. How long its captions are read depends on the words.
func lasting(text string, seconds float64) scene.Take {
	return scene.Take{Samples: int(seconds * scene.SampleRate), Line: scene.Line{Text: scene.Plain(text)}}
}

// leastOf is the shortest video of scenes whose sentences take as long as takes.
func (w *writer) leastOf(scenes []scene.Scene, takes [][]scene.Take) float64 {
	if w.r.Least != nil {
		return w.r.Least(scenes, takes)
	}
	words := 0.0
	for _, t := range slices.Concat(takes...) {
		words += t.Seconds()
	}
	return words
}

// fit checks words that must stay against the length. Too many of them, even at
// the fastest rate and without pauses, is an error unless fit says trim or extend.
func (w *writer) fit(ctx context.Context, b *scene.Storyboard) error {
	p := w.spoken(ctx, b)
	if w.least(b, p)*p.sure <= b.Seconds {
		return nil
	}
	secs := math.Ceil(w.least(b, p) / p.sure) // enough, too, where they turn out to take longer
	switch {
	case b.Fit == "extend":
		w.Note(0, fmt.Sprintf("fit extend: the words need %.0f s, so the video lasts that instead of %g s", secs, b.Seconds))
		b.Seconds = math.Min(300, secs)
		if secs > 300 {
			return fmt.Errorf("the words need %.0f s, the longest video is 300 s: shorten the script or split it", secs)
		}
		return nil
	case b.Fit == "trim", w.freelyWorded(b):
		w.trimSentences(b, &p)
		need := w.least(b, p)
		if need*p.sure <= b.Seconds {
			return nil
		}
		if secs = math.Ceil(need / p.sure); b.Fit != "" {
			return fmt.Errorf("fit: trim leaves out whole sentences, and what is left takes %.0f s to say and to read even at 1.2 times the natural rate, the video lasts %g s: set duration to %.0f or more, shorten %q, or set fit: extend", secs, b.Seconds, secs, excerpt(p.said))
		}
	}
	return fmt.Errorf("the script takes %.0f s to say and to read even at 1.2 times the natural rate, the video lasts %g s: set duration to %.0f or more, shorten the script, or set fit: trim or fit: extend", secs, b.Seconds, secs)
}

// freelyWorded tells a script that was written here, none of whose words must stay: it was
// to fit, but takes longer than it was estimated to.
func (w *writer) freelyWorded(b *scene.Storyboard) bool {
	return w.Brief.Level == brief.Topic && !slices.ContainsFunc(b.Scenes, func(s scene.Scene) bool { return s.Verbatim })
}

// excerpt is the beginning of the first of sentences.
func excerpt(said [][]string) string {
	for _, s := range said {
		if len(s) > 0 {
			return prose.Clip(s[0], 60)
		}
	}
	return ""
}

// spokenWords are a storyboard's words at the fastest rate.
type spokenWords struct {
	said  [][]string // per scene, its sentences
	takes [][]scene.Take
	sure  float64 // what of the takes' seconds is sure, 1 = they are measured
}

// spoken are b's words. Where the estimate does not tell whether they fit, they are
// measured in b's voice.
func (w *writer) spoken(ctx context.Context, b *scene.Storyboard) spokenWords {
	p := spokenWords{said: make([][]string, len(b.Scenes)), takes: make([][]scene.Take, len(b.Scenes)), sure: surely}
	for i, s := range b.Scenes {
		p.said[i] = prose.SplitSentences(s.Say)
		p.takes[i] = w.quickest(p.said[i], s.Language)
	}
	need := w.least(b, p)
	if doubt := unsure(b.Language); w.r.Measure == nil || need < b.Seconds*(1-doubt) || need > b.Seconds*(1+doubt) && b.Fit == "" {
		return p
	}
	measured := make([][]scene.Take, len(b.Scenes))
	for i, s := range b.Scenes {
		for _, text := range p.said[i] {
			secs, err := w.r.Measure(ctx, b, text, cmp.Or(s.Language, b.Language))
			if err != nil { // who draws the video says what is wrong with the voice
				return p
			}
			measured[i] = append(measured[i], lasting(text, secs))
		}
	}
	p.takes, p.sure = measured, 1
	return p
}

// least is the shortest video of b's scenes that still say something or never did, seconds.
func (w *writer) least(b *scene.Storyboard, p spokenWords) float64 {
	var scenes []scene.Scene
	var takes [][]scene.Take
	for i, s := range b.Scenes {
		if !left(s) {
			scenes, takes = append(scenes, s), append(takes, p.takes[i])
		}
	}
	return w.leastOf(scenes, takes)
}

// left tells a scene that trimming has left without words.
func left(s scene.Scene) bool { return s.Kind == "" }

// trimSentences drops whole sentences from the end, but keeps the last scene's words.
func (w *writer) trimSentences(b *scene.Storyboard, p *spokenWords) {
	var dropped []string
	over := func() bool { return w.least(b, *p) > b.Seconds }
	for i := len(b.Scenes) - 1; i >= 0 && over(); i-- {
		if i == len(b.Scenes)-1 && b.Scenes[i].Kind == scene.End && len(b.Scenes) > 1 {
			continue
		}
		for over() && len(p.said[i]) > 0 {
			last := len(p.said[i]) - 1
			if i == 0 && last == 0 {
				break // something has to be said
			}
			dropped = append(dropped, p.said[i][last])
			p.said[i], p.takes[i] = p.said[i][:last], p.takes[i][:last]
			if b.Scenes[i].Say = strings.Join(p.said[i], " "); b.Scenes[i].Say == "" {
				b.Scenes[i].Kind = "" // has lost its last words
			}
		}
	}
	for i := len(b.Scenes) - 1; i >= 0; i-- {
		if left(b.Scenes[i]) {
			b.Scenes = slices.Delete(b.Scenes, i, i+1)
			p.said, p.takes = slices.Delete(p.said, i, i+1), slices.Delete(p.takes, i, i+1)
		}
	}
	why := "fit trim: left out"
	if b.Fit == "" {
		why = fmt.Sprintf("left out to fit %g s:", b.Seconds)
	}
	for i := len(dropped) - 1; i >= 0; i-- {
		w.Note(0, fmt.Sprintf("%s %q", why, dropped[i]))
	}
}
