package timeline

import (
	"errors"
	"math"

	"gitops.video/render/render/engine/internal/scene"
)

// How the parts share the time. Speech and easy pauses inside a scene come first. What
// is left is waited after the last words, some in each scene, in units; the rest falls
// to the last scene. Only where nothing is left do pauses become tight, one scene after
// the other.
//
// All that is coarse on purpose: a changed sentence changes its own scene and how
// long the last one stands, at times the wait of some others, and rarely the pauses
// of one that is drawn anew then.
const unit = 1. // seconds: waits change by this, the last scene takes the rest

// pace is how a part's pauses are: easy, or tight.
type pace bool

const (
	easy  pace = false
	tight pace = true
)

func (g give) at(p pace) float64 {
	if p == tight {
		return g.least
	}
	return g.ideal
}

// A scene waits comfortably for one unit, the last one, which holds the address to
// write down, for two. It waits at most for the rest of its tail's give and, so that no
// other has to stand much longer, for linger seconds more.
const (
	comfort     = unit
	comfortLast = 2 * unit
	linger      = 1.6
	lingerLast  = 2.6
)

// comfortable is how long the parts wait together before they do anything else with
// their time, seconds.
func comfortable(parts []Part) float64 {
	sum := 0.0
	for i, p := range parts {
		switch {
		case p.Pinned > 0:
		case i == len(parts)-1:
			sum += comfortLast
		default:
			sum += comfort
		}
	}
	return sum
}

// Fit places the parts so that together they last exactly seconds.
func Fit(parts []Part, seconds float64, fps int) ([]Cut, error) {
	if len(parts) == 0 {
		return nil, errors.New("no scenes")
	}
	if least, _ := Span(parts); least > seconds+.5/float64(fps) {
		return nil, &TooLongError{least, seconds}
	}
	total := int(math.Round(seconds * float64(fps)))
	frames := func(seconds float64) int { return int(seconds*float64(fps) + 1e-6) } // down, so that nothing comes out too short
	cuts, paces := make([]Cut, len(parts)), make([]pace, len(parts))
	rest := total
	gain := make([]float64, len(parts))
	for i := range parts {
		cuts[i].Own = frames(own(parts, i, easy))
		rest -= cuts[i].Own
		gain[i] = own(parts, i, easy) - own(parts, i, tight)
	}
	for _, i := range by(gain) {
		if rest < 0 {
			less := frames(own(parts, i, tight))
			rest += cuts[i].Own - less
			paces[i], cuts[i].Own = tight, less
		}
	}
	// Lengths that were asked for give way last: words that are cut off would be worse.
	for i, p := range parts {
		if gain[i] = 0; p.Pinned > 0 {
			gain[i] = float64(cuts[i].Own) - math.Ceil(span(parts, i).least*float64(fps)-1e-6)
		}
	}
	for _, i := range by(gain) {
		if less := min(int(gain[i]), -rest); less > 0 {
			cuts[i].Own, rest = cuts[i].Own-less, rest+less
		}
	}
	waits := share(parts, float64(max(0, rest))/float64(fps))
	first := 0
	for i := range parts {
		c := &cuts[i]
		c.First = first
		if waits.over[i] > 0 {
			c.Own += frames(waits.over[i])
		}
		c.Count = c.Own + frames(waits.wait[i])
		if i == len(parts)-1 {
			c.Count = total - first
			c.Own = min(c.Own, c.Count)
		}
		c.place(parts, i, paces[i], fps)
		first += c.Count
	}
	return cuts, nil
}

// own is how long part i lasts for itself, seconds: its words with their pauses, and
// a tail, the last part's as short as can be.
func own(parts []Part, i int, as pace) float64 {
	p := parts[i]
	h := hold(p.Kind, len(p.Takes) > 0)
	if p.Pinned > 0 {
		return span(parts, i).ideal
	}
	if len(p.Takes) == 0 {
		return h.at(as)
	}
	sum := 0.0
	for j, g := range pauses(parts, i) {
		if j < len(p.Takes) {
			sum += p.Takes[j].Seconds()
		} else if i == len(parts)-1 {
			as = tight
		}
		sum += g.at(as)
	}
	return max(sum, h.least)
}

// waits says how long each part waits after its words, and how much longer than
// that it has to be when all have waited as long as they may; seconds.
type waits struct{ wait, over []float64 }

// share divides rest seconds, but for what the last part takes anyway.
func share(parts []Part, rest float64) waits {
	n := len(parts)
	w := waits{make([]float64, n), make([]float64, n)}
	left := int(rest/unit + 1e-9)
	give := func(i int, limit float64) bool {
		if left == 0 || parts[i].Pinned > 0 || w.wait[i]+unit > limit+1e-9 {
			return false
		}
		w.wait[i] += unit
		left--
		return true
	}
	// Round by round, those that say least first, so that none waits a unit longer than
	// another may: what is short is seen for longer, and a scene that is given more to say
	// pays for it with its own wait. The last one has its share after the first round.
	speech := make([]float64, n)
	for i, p := range parts {
		speech[i] = -p.speech()
	}
	turns := by(speech)
	round := func() (given bool) {
		for _, i := range turns {
			given = i < n-1 && give(i, tail.most-tail.ideal+linger) || given
		}
		return given
	}
	end := func(limit float64) {
		for give(n-1, limit) {
		}
	}
	round()
	end(comfortLast)
	for round() {
	}
	end(tailLast.most - tailLast.least + lingerLast - unit)
	if left == 0 {
		return w
	}
	// What is left goes unit by unit to the part that carries most for what it has, as
	// seats go to parties: one more unit changes one part.
	for ; left > 0; left-- {
		next, most := 0, 0.0
		for _, i := range turns {
			if k := carries(parts[i], i == n-1) / (w.over[i] + unit); k > most {
				next, most = i, k
			}
		}
		w.over[next] += unit
	}
	return w
}

// carries weighs how well a scene's pictures hold a longer look.
func carries(p Part, last bool) float64 {
	switch {
	case p.Pinned > 0:
		return .05 // only when nothing else can give
	case last:
		return .2 // it has lingered already
	case p.Kind == scene.Title, p.Kind == scene.Presenter, p.Kind == scene.Chapter:
		return .7
	}
	return 1.2
}

// place puts the takes into the part's own time. Times within the scene are whole
// samples of it, so that they do not depend on where it stands in the programme.
func (c *Cut) place(parts []Part, i int, as pace, fps int) {
	p := parts[i]
	if len(p.Takes) == 0 {
		return
	}
	gaps := pauses(parts, i)
	gap := func(g give) float64 { return g.at(as) }
	if p.Pinned > 0 { // the pauses take what the length leaves
		slack, room := float64(c.Own)/float64(fps), 0.0
		for _, t := range p.Takes {
			slack -= t.Seconds()
		}
		for _, g := range gaps {
			slack -= g.least
			room += g.most - g.least
		}
		k := min(1, max(0, slack/room))
		gap = func(g give) float64 { return g.least + (g.most-g.least)*k }
	}
	start := int64(math.Round(float64(c.First) / float64(fps) * scene.SampleRate))
	at := 0.0
	for j, t := range p.Takes {
		offset := int64(math.Round((at + gap(gaps[j])) * scene.SampleRate))
		at = float64(offset) / scene.SampleRate
		c.Samples = append(c.Samples, start+offset)
		c.Lines = append(c.Lines, t.Line.Shift(at))
		at += t.Seconds()
	}
}
