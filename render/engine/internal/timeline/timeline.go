// Package timeline fits spoken scenes into a requested length, to the frame:
// pauses give first, then the speaking rate, then the pictures carry the rest.
package timeline

import (
	"errors"
	"fmt"
	"math"

	"gitops.video/render/render/engine/internal/scene"
)

// The speaking rates within which speech still sounds natural.
const (
	Slowest = .9
	Fastest = 1.2
)

// Part is one scene before it has a place in time.
type Part struct {
	Kind   scene.Kind
	Takes  []scene.Take // one a sentence, in order
	Pinned float64      // seconds the prompt asked for, 0 = free
}

// Cut is one scene in time.
type Cut struct {
	First, Count int          // frames of the programme
	Lines        []scene.Line // seconds from the scene's start
	Samples      []int64      // where each take starts in the programme
}

// TooLongError says that the words cannot be spoken in time.
type TooLongError struct{ Need, Have float64 }

func (e *TooLongError) Error() string {
	return fmt.Sprintf("the narration needs %.1f s even without pauses, the video has %.1f s", e.Need, e.Have)
}

// IsTooLong finds a TooLongError in err.
func IsTooLong(err error) (*TooLongError, bool) {
	var e *TooLongError
	ok := errors.As(err, &e)
	return e, ok
}

// give is how far a pause or a silent scene may be squeezed and stretched, seconds.
type give struct{ least, ideal, most float64 }

func (g give) plus(h give) give { return give{g.least + h.least, g.ideal + h.ideal, g.most + h.most} }

var (
	leadFirst = give{.25, .45, .8}
	lead      = give{.15, .3, .55}
	between   = give{.16, .34, .62}
	tail      = give{.18, .4, .85}
	tailLast  = give{.7, 1.5, 2.4}
)

// hold is how long a scene of a kind must at least be seen; its most is how long
// it may last without words before it drags.
func hold(k scene.Kind, spoken bool) give {
	switch {
	case k == scene.End:
		return give{3, 3.4, 5}
	case k == scene.Title && !spoken:
		return give{2, 2.8, 4}
	case k == scene.Chapter && !spoken:
		return give{1.8, 2.4, 3}
	case !spoken:
		return give{2.2, 3.2, 6}
	}
	return give{1.6, 0, 0}
}

// pauses lists a part's silences: before the first take, between takes, after the last.
func pauses(parts []Part, i int) []give {
	n := len(parts[i].Takes)
	if n == 0 {
		return nil
	}
	out := make([]give, n+1)
	for j := range out {
		out[j] = between
	}
	out[0], out[n] = lead, tail
	if i == 0 {
		out[0] = leadFirst
	}
	if i == len(parts)-1 {
		out[n] = tailLast
	}
	return out
}

// span is the range of lengths of one part, seconds.
func span(parts []Part, i int) give {
	p := parts[i]
	g := give{}
	for _, q := range pauses(parts, i) {
		g = g.plus(q)
	}
	speech := 0.0
	for _, t := range p.Takes {
		speech += t.Seconds()
	}
	g = g.plus(give{speech, speech, speech})
	h := hold(p.Kind, len(p.Takes) > 0)
	g = give{max(g.least, h.least), max(g.ideal, h.ideal), max(g.most, h.most)}
	g.ideal, g.most = max(g.ideal, g.least), max(g.most, g.ideal)
	if p.Pinned > 0 {
		v := max(p.Pinned, g.least)
		g.ideal, g.most = v, v
	}
	return g
}

// Span is how short and how long the parts can be with pauses alone, seconds.
func Span(parts []Part) (least, most float64) {
	for i := range parts {
		g := span(parts, i)
		least, most = least+g.least, most+g.most
	}
	return
}

// Rate is the speaking rate that brings speech spoken at rate 1 into seconds once
// pauses have given what they can; 1 when pauses are enough.
func Rate(parts []Part, seconds float64) float64 {
	speech := 0.0
	for _, p := range parts {
		for _, t := range p.Takes {
			speech += t.Seconds()
		}
	}
	least, most := Span(parts)
	if speech == 0 {
		return 1
	}
	// Aim at tight, not at minimal, pauses: the last of the slack is for rounding.
	if least > seconds {
		room := seconds - (least - speech) - .1
		if room <= 0 {
			return Fastest
		}
		return min(Fastest, speech/room)
	}
	if most < seconds {
		return max(Slowest, speech/(seconds-(most-speech)))
	}
	return 1
}

// Fit places the parts so that together they last exactly seconds.
func Fit(parts []Part, seconds float64, fps int) ([]Cut, error) {
	spans := make([]give, len(parts))
	var sum give
	for i := range parts {
		spans[i] = span(parts, i)
		sum = sum.plus(spans[i])
	}
	if len(parts) == 0 {
		return nil, errors.New("no scenes")
	}
	if sum.least > seconds+.5/float64(fps) {
		return nil, &TooLongError{sum.least, seconds}
	}
	lengths := make([]float64, len(parts))
	switch {
	case seconds <= sum.ideal:
		k := ratio(seconds-sum.least, sum.ideal-sum.least)
		for i, g := range spans {
			lengths[i] = g.least + (g.ideal-g.least)*k
		}
	case seconds <= sum.most:
		k := ratio(seconds-sum.ideal, sum.most-sum.ideal)
		for i, g := range spans {
			lengths[i] = g.ideal + (g.most-g.ideal)*k
		}
	default:
		rest, weight := seconds-sum.most, 0.0
		for i := range parts {
			weight += carries(parts[i])
		}
		for i, g := range spans {
			lengths[i] = g.most + rest*carries(parts[i])/weight
		}
	}
	total := int(math.Round(seconds * float64(fps)))
	cuts := make([]Cut, len(parts))
	at := 0.0
	for i := range parts {
		first := int(math.Round(at * float64(fps)))
		at += lengths[i]
		end := int(math.Round(at * float64(fps)))
		if i == len(parts)-1 {
			end = total
		}
		cuts[i] = place(parts, i, first, end-first, fps)
	}
	return cuts, nil
}

func ratio(a, b float64) float64 {
	if b <= 0 {
		return 0
	}
	return min(1, max(0, a/b))
}

// carries weighs how well a scene's pictures hold a longer look.
func carries(p Part) float64 {
	switch {
	case p.Pinned > 0:
		return .05 // only when nothing else can give
	case p.Kind == scene.End:
		return 1.6
	case p.Kind == scene.Title, p.Kind == scene.Presenter, p.Kind == scene.Chapter:
		return .7
	}
	return 1.2
}

func place(parts []Part, i, first, count, fps int) Cut {
	c := Cut{First: first, Count: count}
	p := parts[i]
	if len(p.Takes) == 0 {
		return c
	}
	gaps := pauses(parts, i)
	slack, room := float64(count)/float64(fps), 0.0
	for _, t := range p.Takes {
		slack -= t.Seconds()
	}
	for _, g := range gaps {
		slack -= g.least
		room += g.most - g.least
	}
	k := ratio(slack, room)
	at := 0.0
	for j, t := range p.Takes {
		at += gaps[j].least + (gaps[j].most-gaps[j].least)*k
		sample := int64(math.Round((float64(first)/float64(fps) + at) * scene.SampleRate))
		at = float64(sample)/scene.SampleRate - float64(first)/float64(fps)
		c.Samples = append(c.Samples, sample)
		c.Lines = append(c.Lines, t.Line.Shift(at))
		at += t.Seconds()
	}
	return c
}
