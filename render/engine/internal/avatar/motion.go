package avatar

import (
	"math"
	"math/rand/v2"
	"sort"
	"strings"

	"gitops.video/render/render/engine/internal/scene"
)

// motion is everything a person does in a scene, planned once; [motion.at] reads
// it at any time. Times are seconds of the scene.
type motion struct {
	lips     lips
	blinks   []float64 // starts
	gaze     []gazeKey
	stresses []stress
	ask      [][2]float64 // spans in which a question lifts the brows
	acts     []act
	smile    float64
	greet    bool
	bye      bool
	seconds  float64
	phase    [8]float64
	breath   float64   // period of a breath
	jumps    []float64 // cuts between the two sizes of shot
	reach    reach
	low      float64 // how much lower than usual hands rest, mh
}

type gazeKey struct{ at, x, y float64 }

type stress struct {
	at, brow, nod float64
}

// act is a gesture: the hands rise from start, arrive at stroke, hold until
// hold and are back at end.
type act struct {
	kind                     string
	mirrored                 bool
	start, stroke, hold, end float64
}

const (
	blinkDown, blinkShut, blinkUp = .06, .03, .09
	riseTime, fallTime            = .35, .50
)

// reach is how far out each hand may go, in shoulder half widths; below leastReach
// there is no room for gestures on that side.
type reach [2]float64

const leastReach = .98

func (r reach) left() bool  { return r[0] >= leastReach }
func (r reach) right() bool { return r[1] >= leastReach }

func newMotion(in Input, smile float64, r reach) *motion {
	rng := rand.New(rand.NewPCG(in.Seed, hash(in.Person.ID)))
	m := &motion{lips: newLips(in.Lines), smile: smile, greet: in.Greeting, bye: in.Closing, seconds: in.Seconds, reach: r}
	for i := range m.phase {
		m.phase[i] = rng.Float64() * 2 * math.Pi
	}
	m.breath = 3.6 + .8*rng.Float64()
	if in.Posed {
		return m
	}
	between := func(a, b float64) float64 { return a + (b-a)*rng.Float64() }
	ends, pauses := clauseEnds(in.Lines, in.Seconds)
	m.planGaze(between, pauses)
	m.planBlinks(rng, between, ends)
	m.planStress(in.Lines, between)
	m.planActs(in, rng, between, r)
	return m
}

// clauseEnds are the moments a reader would breathe, and the pauses between
// sentences.
func clauseEnds(lines []scene.Line, seconds float64) (ends []float64, pauses [][2]float64) {
	for i, l := range lines {
		for _, w := range l.Words {
			if strings.ContainsAny(w.Text, ",;:.!?…") {
				ends = append(ends, w.End)
			}
		}
		next := seconds
		if i+1 < len(lines) {
			next = lines[i+1].Start
		}
		if next-l.End > .45 {
			pauses = append(pauses, [2]float64{l.End, next})
		}
	}
	return
}

func (m *motion) planGaze(between func(a, b float64) float64, pauses [][2]float64) {
	for t := between(.6, 1.6); t < m.seconds; t += between(1.2, 3) {
		m.gaze = append(m.gaze, gazeKey{t, between(-.12, .12), between(-.08, .08)})
	}
	for _, p := range pauses {
		if p[0] < .8 || between(0, 1) > .5 {
			continue
		}
		x := .5
		if between(0, 1) < .5 {
			x = -.5
		}
		stay := min(between(.4, .8), p[1]-p[0]-.05)
		m.gaze = append(m.gaze, gazeKey{p[0] + .02, x, between(.0, .25)}, gazeKey{p[0] + .02 + stay, 0, 0})
		m.blinks = append(m.blinks, p[0]) // a wide shift takes a blink along
	}
	sort.SliceStable(m.gaze, func(i, j int) bool { return m.gaze[i].at < m.gaze[j].at })
}

func (m *motion) planBlinks(rng *rand.Rand, between func(a, b float64) float64, ends []float64) {
	for t := between(.8, 3.2); t < m.seconds; t += between(2.5, 6) {
		at := t
		if rng.Float64() < .6 {
			for _, e := range ends {
				if math.Abs(e-t) < .7 {
					at = e - .03
					break
				}
			}
		}
		m.blinks = append(m.blinks, at)
		if rng.Float64() < .12 {
			m.blinks = append(m.blinks, at+.26)
		}
	}
	sort.Float64s(m.blinks)
	keep := m.blinks[:0]
	last := -1.0
	for _, b := range m.blinks {
		if b >= .4 && b-last >= .24 {
			keep, last = append(keep, b), b
		}
	}
	m.blinks = keep
}

func (m *motion) planStress(lines []scene.Line, between func(a, b float64) float64) {
	lastBrow, lastNod := -9.0, -9.0
	for _, l := range lines {
		for _, w := range l.Words {
			if !w.Stressed {
				continue
			}
			s := stress{at: w.Start}
			if w.Start-lastBrow >= 1.5 {
				s.brow, lastBrow = between(.35, .6), w.Start
			}
			if w.Start-lastNod >= .9 {
				s.nod, lastNod = between(.7, 1), w.Start
			}
			m.stresses = append(m.stresses, s)
		}
		if strings.HasSuffix(strings.TrimSpace(l.Text), "?") {
			m.ask = append(m.ask, [2]float64{max(l.Start, l.End-.9), l.End + .25})
		}
	}
}

// jumpAfter is how long a shot lasts at least, seconds.
const jumpAfter = 6

// planJumps cuts to the closer shot and back where sentences begin.
func (m *motion) planJumps(lines []scene.Line) {
	last := 0.0
	for i, l := range lines {
		if i > 0 && l.Start-last > jumpAfter && m.seconds-l.Start > 2 {
			last = l.Start
			m.jumps = append(m.jumps, l.Start-lead)
		}
	}
}

// close says whether the closer shot is on.
func (m *motion) close(t float64) bool {
	return sort.Search(len(m.jumps), func(i int) bool { return m.jumps[i] > t })%2 == 1
}

// planActs puts gestures on stressed words, with rest between them.
func (m *motion) planActs(in Input, rng *rand.Rand, between func(a, b float64) float64, r reach) {
	if !r.left() && !r.right() {
		return
	}
	add := func(kind string, stroke, hold float64) bool {
		a := act{kind: kind, stroke: stroke, start: stroke - riseTime, hold: stroke + hold}
		// Mostly the hand on the right: names and words stand on the left.
		a.mirrored = !r.right() || r.left() && kind != "wave" && rng.IntN(4) == 0
		if kind == "both" && (!r.left() || !r.right()) {
			a.kind = "explain"
		}
		a.end = a.hold + fallTime
		if n := len(m.acts); a.start < .15 || a.end > in.Seconds-.1 || n > 0 && a.start < m.acts[n-1].hold+2.5 {
			return false
		}
		m.acts = append(m.acts, a)
		return true
	}
	if in.Greeting && len(in.Lines) > 0 {
		add("wave", max(.6, in.Lines[0].Start+.25), .9)
	}
	byeFrom := math.Inf(1)
	if in.Closing && len(in.Lines) > 0 {
		byeFrom = in.Lines[len(in.Lines)-1].End - 1.6
	}
	for _, l := range in.Lines {
		for _, w := range l.Words {
			if !w.Stressed || w.Start > byeFrom {
				continue
			}
			kind := "explain"
			switch q := rng.Float64(); {
			case q < .27:
				kind = "both"
			case q < .43:
				kind = "point"
			}
			add(kind, w.Start, between(.5, 1.2))
		}
	}
	if in.Closing && len(in.Lines) > 0 {
		add("wave", max(byeFrom+.8, riseTime+.2), .7)
	}
}

// instant is a person at one moment.
type instant struct {
	mood
	lips     lipState
	lipSmile float64 // of the mouth: nobody beams while they speak
	breath   float64 // 0–1
	arms     [2]armState
	armKey   [2]armKey
}

// armKey names an arm's pose: the gesture, whose side's pose it is, and the
// way towards it in steps of 1/armSteps.
type armKey struct {
	kind   string
	source int
	step   int
	wag    int // of a waving hand, in steps of wagStep degrees
}

const wagStep = 3

const armSteps = 16

// slow quantises time for movements that take seconds: the head sways at 15 Hz,
// in steps too small to be seen, and the frames between cost nothing.
func slow(t float64) float64 { return math.Floor(t*15+1e-6) / 15 }

// slower is the clock of the torso, which moves a pixel or two a second.
func slower(t float64) float64 { return math.Floor(t*7.5+1e-6) / 7.5 }

func (m *motion) at(t float64) instant {
	var s instant
	s.lips = m.lips.at(t)
	s.smile = m.smileAt(t)
	s.blink = m.blinkAt(t)
	s.gazeX, s.gazeY = m.gazeAt(t, .04)
	for _, k := range m.stresses {
		d := t - k.at
		if d < -.3 || d > .8 {
			continue
		}
		s.brow = max(s.brow, k.brow*envelope(d+.06, .12, .15, .25))
		s.pitch += k.nod * nod(d+.06)
	}
	for _, q := range m.ask {
		s.brow += .5 * smooth((t-q[0])/.25) * (1 - smooth((t-q[1])/.3))
	}
	s.brow = min(1, s.brow)
	// Sway never repeats: its sines have no common period and their phases drift.
	u := slow(t)
	sin := func(period float64, i int) float64 { return math.Sin(2*math.Pi*u/period + m.phase[i]) }
	s.roll = 1.0*sin(7.3, 0) + .4*sin(3.1, 1)
	s.yaw = .22*sin(9.7, 2) + .1*sin(4.3, 3)
	s.shiftX, s.shiftY = 6*sin(8.3, 4), 4*sin(6.1, 5)
	fx, fy := m.gazeAt(u-.08, .25) // the head follows the eyes
	s.yaw += .4 * fx
	s.pitch += .3 * fy
	s.breath = m.breathAt(slower(t))
	s.shiftY -= 6 * .5 * m.breathAt(u-.15) // the head rides on the shoulders
	for i := range s.arms {
		s.arms[i], s.armKey[i] = m.armAt(i, t)
	}
	return s
}

// breathAt is 0 with empty lungs, 1 with full ones; no two breaths are equally long.
func (m *motion) breathAt(t float64) float64 {
	return .5 - .5*math.Cos(2*math.Pi*t/m.breath+m.phase[6]+.5*math.Sin(t*.7+m.phase[7]))
}

func (m *motion) smileAt(t float64) float64 {
	k := m.smile
	if m.greet {
		k += (.8 - m.smile) * (1 - smooth((t-2.4)/.4))
	}
	if m.bye {
		k += (.8 - m.smile) * smooth((t-(m.seconds-3))/.4)
	}
	return min(k, .85)
}

func (m *motion) blinkAt(t float64) float64 {
	i := sort.SearchFloat64s(m.blinks, t)
	if i == 0 {
		return 0
	}
	d := t - m.blinks[i-1]
	switch {
	case d < blinkDown:
		return smooth(d / blinkDown)
	case d < blinkDown+blinkShut:
		return 1
	}
	return 1 - smooth((d-blinkDown-blinkShut)/blinkUp)
}

// gazeAt is where the eyes look, each shift taking so long.
func (m *motion) gazeAt(t, takes float64) (x, y float64) {
	i := sort.Search(len(m.gaze), func(i int) bool { return m.gaze[i].at > t })
	if i == 0 {
		return 0, 0
	}
	k, prev := m.gaze[i-1], gazeKey{}
	if i > 1 {
		prev = m.gaze[i-2]
	}
	q := smooth((t - k.at) / takes)
	return prev.x + (k.x-prev.x)*q, prev.y + (k.y-prev.y)*q
}

// armAt is arm i (0 left, 1 right) at t.
func (m *motion) armAt(i int, t float64) (armState, armKey) {
	side := float64(2*i - 1)
	rest := m.fitted(gestures["rest"][i], i)
	for _, a := range m.acts {
		if t < a.start || t > a.end {
			continue
		}
		src := i
		if a.mirrored {
			src = 1 - i
		}
		lag := 0.0
		if i == 0 {
			lag = .06 // hands never move in phase
		}
		q := 0.0
		switch {
		case t < a.hold:
			x := max(0, min(1, (t-a.start-lag)/riseTime))
			q = 1 - (1-x)*(1-x)*(1-x)
		default:
			q = 1 - smooth((t-a.hold-lag)/(fallTime-.06))
		}
		step := int(math.Round(q * armSteps))
		if step == 0 {
			break
		}
		wag := 0
		if a.kind == "wave" && src == 1 && t > a.stroke && t < a.hold {
			d := t - a.stroke
			wag = int(math.Round(14 / wagStep * math.Sin(2*math.Pi*2.1*d) * smooth(d/.15) * smooth((a.hold-t)/.15)))
		}
		to := m.fitted(gestures[a.kind][src], i)
		to.angle += float64(wag * wagStep)
		return armState{side, rest, to, float64(step) / armSteps}, armKey{a.kind, src, step, wag}
	}
	return armState{side: side, from: rest, to: rest}, armKey{}
}

// fitted puts a resting hand out of sight where the frame would cut through it, and
// keeps a raised one inside the window.
func (m *motion) fitted(p armPose, side int) armPose {
	if p.hand == "rest" {
		p.wy, p.ey = p.wy+m.low, p.ey+m.low*.3
	} else {
		p.wx = min(p.wx, m.reach[side])
	}
	return p
}

// envelope rises, holds and falls.
func envelope(d, attack, hold, release float64) float64 {
	return smooth(d/attack) * (1 - smooth((d-attack-hold)/release))
}

// nod is the head's pitch through one nod of 380 ms: down, a little up, rest.
func nod(d float64) float64 {
	switch {
	case d <= 0 || d >= .38:
		return 0
	case d < .14:
		return .45 * smooth(d/.14)
	case d < .28:
		return .45 - .53*smooth((d-.14)/.14)
	}
	return -.08 * (1 - smooth((d-.28)/.10))
}

// hash is FNV-1a.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}
