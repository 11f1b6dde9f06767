// Package timeline fits spoken scenes into a requested length, to the frame:
// pauses give first, then the speaking rate, then the pictures carry the rest.
package timeline

import (
	"errors"
	"fmt"
	"hash/fnv"
	"strings"

	"gitops.video/render/render/engine/internal/scene"
)

// Part is one scene before it has a place in time.
type Part struct {
	Kind   scene.Kind
	Takes  []scene.Take // one a sentence, in order
	Pinned float64      // seconds the prompt asked for, 0 = free

	// Unread is how many seconds after a take's end its words still have to be seen to be
	// read, when it is spoken rate times as fast as it is; nil = nobody reads. The pause
	// behind is at least as long.
	Unread func(take int, rate float64) float64
}

// unread is Unread of take j, where somebody reads.
func (p Part) unread(j int, rate float64) float64 {
	if p.Unread == nil {
		return 0
	}
	return p.Unread(j, rate)
}

// speech is how long the part's words take, seconds.
func (p Part) speech() float64 {
	sum := 0.0
	for _, t := range p.Takes {
		sum += t.Seconds()
	}
	return sum
}

// Cut is one scene in time. Its first Own frames follow from its own words and from
// how much room the whole leaves in coarse steps; then it waits, up to Count, until
// the next scene comes on. An edit elsewhere moves First and Count, rarely Own.
type Cut struct {
	First, Count int          // frames of the programme
	Own          int          // frames
	Lines        []scene.Line // seconds from the scene's start
	Samples      []int64      // where each take starts in the programme
}

// TooLongError says that the words cannot be spoken and read, or the scenes seen, in time.
type TooLongError struct{ Need, Have float64 }

func (e *TooLongError) Error() string {
	return fmt.Sprintf("the scenes need %.1f s to be seen and for their words to be heard and read, the shortest pauses included; the video has %.1f s", e.Need, e.Have)
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
	leadFirst = give{.25, .5, .8}
	lead      = give{.15, .35, .55}
	between   = give{.16, .58, .62}
	tail      = give{.18, .25, .85}
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
	case k == scene.Logo && !spoken:
		return give{2, 2.6, 4}
	case k == scene.Chapter && !spoken:
		return give{1.8, 2.4, 3}
	case !spoken:
		return give{2.2, 3.2, 6}
	}
	return give{1.6, 0, 0}
}

// pauses lists a part's silences: before the first take, between takes, after the last.
func pauses(parts []Part, i int) []give { return pausesAt(parts, i, 1) }

// pausesAt is pauses for takes that are spoken k times as fast.
func pausesAt(parts []Part, i int, k float64) []give {
	n := len(parts[i].Takes)
	if n == 0 {
		return nil
	}
	out := make([]give, n+1)
	for j := range out {
		out[j] = between
		if j > 0 && j < n {
			b := breath(parts[i].Takes[j-1].Line.Text)
			out[j].ideal, out[j].most = out[j].ideal*b, out[j].most*b
		}
	}
	out[0], out[n] = lead, tail
	if i == 0 {
		out[0] = leadFirst
	}
	if i == len(parts)-1 {
		out[n] = tailLast
	}
	for j := range n {
		g, rest := &out[j+1], parts[i].unread(j, k)
		*g = give{max(g.least, rest), max(g.ideal, rest), max(g.most, rest)}
	}
	return out
}

// breath is how much longer than usual a speaker waits after a sentence: nobody
// waits the same time twice, and after a question longer. It follows from the
// sentence alone, so that a change elsewhere moves nothing here.
func breath(text string) float64 {
	h := fnv.New32a()
	h.Write([]byte(text))
	k := .86 + .28*float64(h.Sum32()%1024)/1023
	switch {
	case strings.HasSuffix(text, "?"):
		k *= 1.2
	case strings.HasSuffix(text, "…"), strings.HasSuffix(text, "..."):
		k *= 1.3
	}
	return k
}

// span is the range of lengths of one part, seconds.
func span(parts []Part, i int) give {
	p := parts[i]
	g := give{}
	for _, q := range pauses(parts, i) {
		g = g.plus(q)
	}
	speech := p.speech()
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
