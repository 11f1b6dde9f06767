package timeline

import (
	"math"
	"slices"
)

// The speaking rates within which speech still sounds natural, and the steps in which
// scenes take them: too small to be heard from one scene to the next.
const (
	Slowest = .9
	Fastest = 1.2
	step    = .05
)

// tightly is what tight pauses should leave, seconds, for rounding.
const tightly = .1

// Rates are the factors by which each part's speech has to become faster (above 1) or
// slower so that all fit into seconds once pauses have given what they can. Takes are
// as they are spoken at the rates given, nil = at 1.
//
// The rate is no property of the whole: where a second is missing, as many scenes speak
// a step faster as make up for it, those that say most first, and all of them have
// before one takes the next step. So neighbours differ by one step at most, and a
// sentence that becomes longer is paid for by a scene or two, not by all of them. Only a
// scene that was given a length of its own has a rate of its own.
func Rates(parts []Part, at []float64, seconds float64) []float64 {
	r := newRates(parts, at)
	need := tightly - seconds
	for i := range parts {
		r.hurry(i)
		need += r.least(i, r.steps[i])
	}
	if need > tightly {
		r.faster(need)
	} else if at == nil {
		r.slower(seconds)
	}
	return r.rates()
}

// Kept are the rates of parts that have been spoken before at those of was, 0 = a part
// is new. What was spoken stays so while it fits: pauses give way first, and two steps
// more or less than a part would now take are hardly heard. So an edit that takes a
// few seconds costs no scene but its own another take.
func Kept(parts []Part, was []float64, seconds float64) []float64 {
	fresh := Rates(parts, nil, seconds)
	known := slices.DeleteFunc(slices.Clone(was), func(rate float64) bool { return rate == 0 })
	if len(known) == 0 {
		return fresh
	}
	r := newRates(parts, nil)
	need := tightly - seconds
	for i, rate := range fresh {
		n, fresh := stepsOf(slices.Min(known)), stepsOf(rate)
		if was[i] > 0 {
			n = stepsOf(was[i])
		}
		if r.steps[i] = min(max(n, fresh-2), fresh+2); parts[i].Pinned > 0 {
			r.steps[i] = fresh
		}
		need += r.least(i, r.steps[i])
	}
	if need > tightly {
		r.faster(need)
	}
	return r.rates()
}

func rateAt(steps int) float64 { return math.Round((1+float64(steps)*step)*100) / 100 }

func stepsOf(rate float64) int { return int(math.Round((rate - 1) / step)) }

// rates is the parts with the steps that each is away from its natural rate.
type rates struct {
	parts  []Part
	speech []float64 // seconds at the natural rate
	at     []float64 // the rates of the parts' takes as they are
	steps  []int
}

func newRates(parts []Part, at []float64) rates {
	r := rates{parts: parts, speech: make([]float64, len(parts)), at: make([]float64, len(parts)), steps: make([]int, len(parts))}
	for i, p := range parts {
		r.at[i] = 1
		if at != nil {
			r.at[i], r.steps[i] = at[i], stepsOf(at[i])
		}
		r.speech[i] = p.speech() * r.at[i]
	}
	return r
}

func (r rates) rates() []float64 {
	out := make([]float64, len(r.steps))
	for i, n := range r.steps {
		out[i] = rateAt(n)
	}
	return out
}

// tight is how long part i lasts with tight pauses when it is spoken n steps faster,
// seconds.
func (r rates) tight(i, n int) float64 {
	p := r.parts[i]
	sum := r.speech[i] / rateAt(n)
	for _, g := range pausesAt(r.parts, i, rateAt(n)/r.at[i]) {
		sum += g.least
	}
	return max(sum, hold(p.Kind, len(p.Takes) > 0).least)
}

// least is tight, or the length that the part was given.
func (r rates) least(i, n int) float64 { return max(r.tight(i, n), r.parts[i].Pinned) }

// hurry lets a part of a given length speak as fast as that asks for.
func (r rates) hurry(i int) {
	if p := r.parts[i]; p.Pinned > 0 && len(p.Takes) > 0 {
		for n := r.steps[i]; rateAt(n) < Fastest && r.tight(i, n) > max(p.Pinned, r.tight(i, n+1)); n++ {
			r.steps[i] = n + 1
		}
	}
}

// faster takes steps until need seconds are made up for, but none that only makes pauses
// longer until the words are read.
func (r rates) faster(need float64) {
	for n := slices.Min(r.steps) + 1; rateAt(n) <= Fastest; n++ {
		gain := make([]float64, len(r.parts))
		for i := range r.parts {
			gain[i] = r.least(i, r.steps[i]) - r.least(i, max(n, r.steps[i]))
		}
		for _, i := range by(gain) {
			if need <= 0 {
				return
			}
			if p := r.parts[i]; len(p.Takes) > 0 && r.steps[i] < n && (gain[i] > 1e-9 || !r.waits(i, n)) {
				r.steps[i] = n
				need -= gain[i]
			}
		}
	}
}

// waits tells whether part i, spoken n steps faster, waits for its words to be read.
func (r rates) waits(i, n int) bool {
	for j := range r.parts[i].Takes {
		if r.parts[i].unread(j, rateAt(n)/r.at[i]) > 0 {
			return true
		}
	}
	return false
}

// slower takes steps while easy pauses and comfortable waits leave time for them.
func (r rates) slower(seconds float64) {
	for i := range r.parts {
		seconds -= own(r.parts, i, easy)
	}
	seconds -= comfortable(r.parts)
	for n := -1; rateAt(n) >= Slowest; n-- {
		for _, i := range by(r.speech) {
			if r.steps[i] != n+1 || r.speech[i] == 0 || r.parts[i].Pinned > 0 {
				continue
			}
			longer := r.speech[i]/rateAt(n) - r.speech[i]/rateAt(n+1)
			if longer > seconds {
				return
			}
			r.steps[i], seconds = n, seconds-longer
		}
	}
}

// by orders parts by a measure of their own, the largest first: not by where they stand,
// so that a scene that comes, goes or moves changes the turn of no other.
func by(measure []float64) []int {
	order := make([]int, len(measure))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case measure[a] > measure[b]:
			return -1
		case measure[a] < measure[b]:
			return 1
		}
		return 0
	})
	return order
}
