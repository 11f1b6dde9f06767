package sound

import (
	"math"
	"math/rand/v2"
	"slices"
)

// role is a part of the band; each has its own level and room.
type role int

const (
	rolePad role = iota
	roleKeys
	roleArp
	roleBass
	roleHigh
	roleDrums
	roleWet // drums that ring in the room
	roles
)

// note is one event of a score.
type note struct {
	at      int64 // sample
	role    role
	inst    *instrument // or
	drum    *drum
	pitch   int     // MIDI
	length  int64   // samples until it is let go; a drum rings out
	gain    float32 // velocity
	pan     float32 // −1 left … 1 right
	attack  int64   // samples
	release int64
}

// score is a piece of music that lasts exactly as long as the video.
type score struct {
	mood  *mood
	tonic int     // pitch class
	bpm   float64 // as played: the mood's tempo, bent until the bars fit
	notes []note  // by at
	final int64   // where the last chord falls
	total int64
}

// keyName is "D major" and the like.
func (s *score) keyName() string {
	n := []string{"C", "D♭", "D", "E♭", "E", "F", "F♯", "G", "A♭", "A", "B♭", "B"}[s.tonic]
	switch {
	case s.mood.scale[2] == 4:
		return n + " major"
	case s.mood.scale[5] == 9:
		return n + " dorian"
	}
	return n + " minor"
}

// composer carries what the parts of a score share while it is written.
type composer struct {
	score
	rng      *rand.Rand
	beat     float64 // samples
	arp      string
	comp     string
	bassline string
	groove   groove
	grooves  [parts]groove
	order    []int // steps of the arpeggio through the chord
	theme    theme
	sung     int // pitch that the theme is at
}

// orders are ways up and down a chord.
var orders = [][]int{{0, 1, 2, 3, 4, 3, 2, 1}, {0, 2, 1, 3, 2, 4, 3, 1}, {0, 1, 2, 4}, {0, 2, 4, 3, 2, 1}, {4, 2, 0, 1, 2, 3}}

// compose writes a piece of total samples. The tempo gives way a little so that
// the last chord falls on the first beat of a bar, about when the last word has
// been spoken (sample spoken; 0 = no words), and rings until the last sample.
func compose(m *mood, total, spoken int64, seed uint64) *score {
	rng := rand.New(rand.NewPCG(seedOf(seed, "music"), seedOf(seed, m.name)))
	c := &composer{rng: rng}
	c.mood, c.total = m, total
	c.tonic = pick(rng, m.tonics)
	tempo := float64(m.tempo[0] + rng.IntN(m.tempo[1]-m.tempo[0]+1))
	ring := 2.6
	if spoken > 0 {
		ring = min(3, max(1.6, float64(total-spoken)/rate))
	}
	before, beats := fitBars(total, tempo, ring)
	bars := (before + 3) / 4
	c.beat = float64(total) / float64(beats)
	c.bpm = 60 * rate / c.beat
	c.arp, c.comp, c.bassline = pick(rng, m.arps), pick(rng, m.comp), pick(rng, m.bassline)
	c.order = pick(rng, orders)
	for i := range c.grooves {
		c.grooves[i] = pick(rng, m.beats)
	}
	c.groove = c.grooves[verse]
	c.theme = newTheme(rng, m)
	phrases := [parts]progression{verse: pick(rng, m.verses), chorus: pick(rng, m.chorus)}
	phrases[bridge] = other(rng, append(slices.Clone(m.verses), m.chorus...), phrases[verse], phrases[chorus])

	for bar, s := range arrange(bars, m.most) {
		if s.first && s.level >= 3 { // each section moves in its own way
			c.comp, c.order, c.bassline, c.arp = pick(rng, m.comp), pick(rng, orders), pick(rng, m.bassline), pick(rng, m.arps)
		}
		c.groove = c.grooves[s.part]
		p := phrases[s.part]
		ch := p[s.bar%len(p)]
		if bar == bars-1 { // lead home
			ch = triad(5)
			if m.scale[2] == 3 {
				ch = triad(7)
			}
		}
		c.bar(bar, s, ch)
	}
	c.final = c.step(0, 4*before)
	c.notes = slices.DeleteFunc(c.notes, func(n note) bool { return n.at > c.final-int64(.03*rate) })
	for i := range c.notes { // a last bar of two beats
		c.notes[i].length = min(c.notes[i].length, c.final-c.notes[i].at)
	}
	c.ending()
	slices.SortStableFunc(c.notes, func(a, b note) int { return int(a.at - b.at) })
	return &c.score
}

// other picks a progression that is none of the two.
func other(rng *rand.Rand, from []progression, a, b progression) progression {
	same := func(x, y progression) bool {
		return slices.EqualFunc(x, y, func(p, q chord) bool { return p.degree == q.degree })
	}
	from = slices.DeleteFunc(from, func(p progression) bool { return same(p, a) || same(p, b) })
	if len(from) == 0 {
		return a
	}
	return pick(rng, from)
}

func pick[T any](rng *rand.Rand, from []T) T { return from[rng.IntN(len(from))] }

// fitBars chooses how many beats come before the last chord, and how many the
// whole piece has, near the tempo and the seconds of ringing wanted. The last bar
// may have two beats.
func fitBars(total int64, tempo, wanted float64) (before, beats int) {
	want := float64(total) / rate * tempo / 60
	best := math.Inf(1)
	for b := max(2, int(want*.9)-1); b <= int(want*1.1)+2; b++ {
		for n := 0; n < b; n += 2 {
			bend := math.Abs(float64(b)/want-1) / .03
			ring := float64(b-n) * float64(total) / float64(b) / rate
			cost := bend*bend + (ring-wanted)*(ring-wanted)/.6
			if ring < 1.2 { // not a chord's time
				cost += 100
			}
			if n%4 != 0 {
				cost += .4
			}
			if cost < best {
				best, before, beats = cost, n, b
			}
		}
	}
	return before, beats
}

// part is what a section is in the song.
type part int

const (
	verse part = iota
	chorus
	bridge
	parts
)

// barPlan is what a bar of the arrangement plays.
type barPlan struct {
	level int // 0 pad and a chord … 4 everything
	part  part
	bar   int  // within its section
	of    int  // bars in the section
	first bool // opens a section
	last  bool // closes one
}

// form is how a long piece goes on after its introduction: it rises twice and
// rests between.
var form = []struct {
	level int
	part  part
}{{3, verse}, {4, chorus}, {2, bridge}, {3, verse}, {4, chorus}, {3, bridge}, {4, chorus}, {2, verse}}

// arrange builds up, keeps a long piece moving in sections of eight bars and
// thins out before the end.
func arrange(bars, most int) []barPlan {
	var out []barPlan
	section := func(n, level int, p part) {
		n = min(n, bars-len(out))
		for i := range n {
			out = append(out, barPlan{min(level, most), p, i, n, i == 0, i == n-1})
		}
	}
	switch {
	case bars <= 2:
		section(bars, 2, verse)
	case bars <= 6:
		section(1, 1, verse)
		section(bars-1, 3, chorus)
	case bars <= 14:
		section(2, 1, verse)
		section(2, 2, verse)
		section(bars-5, 3, chorus)
		section(1, 2, chorus)
	default:
		section(2, 1, verse)
		section(2, 2, verse)
		left := bars - 6
		for i := 0; left > 0; i++ {
			n := 8
			if left < 12 { // no stump of a section at the end
				n = left
			}
			f := form[i%len(form)]
			section(n, f.level, f.part)
			left -= n
		}
		section(2, 2, verse)
	}
	return out
}

// step is the sample of a sixteenth; the off-beat ones swing.
func (c *composer) step(bar, step int) int64 {
	at := float64(4*bar) + float64(step)/4
	if step%2 == 1 {
		at += c.mood.swing / 4
	}
	return int64(at * c.beat)
}

// human is a small seeded push or pull of a hand, in samples.
func (c *composer) human() int64 { return int64((c.rng.Float64() - .5) * .007 * rate) }

// pitches stacks the chord's notes from lo up within an octave. A seventh or ninth
// leaves its root to the bass; notes a semitone apart are pulled an octave apart.
func (c *composer) pitches(ch chord, lo int) []int {
	degrees := []int{0}
	if len(ch.stack) > 2 {
		degrees = nil
	}
	degrees = append(degrees, ch.stack...)
	var out []int
	for _, d := range degrees {
		pc := c.tonic + c.mood.scale[(ch.degree-1+d)%7]
		out = append(out, lo+((pc-lo)%12+12)%12)
	}
	slices.Sort(out)
	for i := 1; i < len(out); i++ {
		if out[i]-out[i-1] == 1 {
			out[i-1] += 12
			slices.Sort(out)
			break
		}
	}
	return out
}

// root is the chord's root from A1 up.
func (c *composer) root(ch chord) int {
	pc := c.tonic + c.mood.scale[ch.degree-1]
	return 33 + ((pc-33)%12+12)%12
}

func (c *composer) play(r role, in *instrument, at int64, pitch int, length int64, gain float64) {
	c.notes = append(c.notes, note{at: max(0, at), role: r, inst: in, pitch: pitch, length: length,
		gain: float32(gain * in.level), pan: float32(max(-.8, min(.8, in.width*float64(pitch-66)/14))),
		attack: int64(in.attack * rate), release: int64(in.release * rate)})
}

func (c *composer) hit(d *drum, at int64, gain float64) {
	r := roleDrums
	if d.room >= .2 {
		r = roleWet
	}
	c.notes = append(c.notes, note{at: max(0, at), role: r, drum: d, gain: float32(gain * d.level), pan: float32(d.pan)})
}

// bar writes one bar of every part that its level has.
func (c *composer) bar(bar int, s barPlan, ch chord) {
	m, start, length := c.mood, c.step(bar, 0), int64(4*c.beat)
	// Sections grow a little towards what follows them.
	swell := .94 + .1*float64(s.bar)/float64(max(1, s.of-1))
	vel := func(v float64) float64 { return v * swell * (.92 + .16*c.rng.Float64()) }

	for _, p := range c.pitches(ch, 57) {
		c.play(rolePad, m.pad, start, p, length-int64(.05*rate), vel(.26))
	}

	comp, soft := c.comp, 1.0
	if s.level < 2 {
		comp, soft = "x...............", .9
	}
	notes := c.pitches(ch, 58)
	c.steps(comp, func(step, next int, accent float64) {
		for k, p := range notes {
			at := c.step(bar, step) + int64(k)*190 + c.human()
			c.play(roleKeys, m.keys, at, p, int64(float64(next-step)*c.beat/4*.96), vel(.42*accent*soft))
		}
	})

	if s.level >= 1 {
		ladder := append(c.pitches(ch, 64), c.pitches(ch, 76)...)
		k := 0
		c.steps(c.arp, func(step, next int, accent float64) {
			g := .38 * accent
			if s.level == 1 {
				g *= .8
			}
			if step%4 != 0 {
				g *= .82
			}
			c.play(roleArp, m.arp, c.step(bar, step)+c.human()/2, ladder[c.order[k%len(c.order)]%len(ladder)], int64(c.beat*.9), vel(g))
			// From side to side, as two hands would.
			c.notes[len(c.notes)-1].pan = float32(m.arp.width * (.5 - float64(k%2)))
			k++
		})
	}

	if s.level >= 2 {
		root := c.root(ch)
		c.steps(c.bassline, func(step, next int, accent float64) {
			p := root
			if step >= 12 && s.level >= 3 && c.rng.IntN(3) == 0 {
				p += 7 // the fifth, on the way to the next bar
				if !c.inScale(p) {
					p += 5
				}
			}
			c.play(roleBass, m.bass, c.step(bar, step), p, int64(float64(next-step)*c.beat/4*.92), vel(.72*accent))
		})
	}

	if s.level >= 4 && m.high != nil {
		top := c.pitches(ch, 79)
		for _, step := range [2]int{0, 6 + 4*(bar%2)} {
			c.play(roleHigh, m.high, c.step(bar, step)+c.human(), top[(step/2+bar)%len(top)], int64(2*c.beat), vel(.26))
		}
	}
	c.sing(bar, s, ch)
	c.drums(bar, s)
}

func (c *composer) drums(bar int, s barPlan) {
	for _, p := range c.groove.parts {
		if s.level < p.level {
			continue
		}
		for step, r := range p.steps {
			if r == '.' || s.last && s.level >= 3 && step >= 14 && p.drum != hat { // a breath before the next section
				continue
			}
			g := .5
			if r == 'o' {
				g = .26
			}
			c.hit(p.drum, c.step(bar, step)+c.human()/4, g*(.9+.2*c.rng.Float64()))
		}
	}
	if s.last && s.level >= 3 && s.of >= 4 && c.rng.IntN(3) > 0 {
		c.fill(bar)
	}
	if s.first && s.level >= 3 && bar > 0 {
		c.hit(crash, c.step(bar, 0), .5)
		if at := c.step(bar, 0) - 2*rate; at > 0 {
			c.hit(swell, at, .45)
		}
	}
}

// fill leads into the next section on the groove's own back beat.
func (c *composer) fill(bar int) {
	for _, p := range c.groove.parts {
		if p.steps[4] != 'x' || p.steps[0] == 'x' {
			continue
		}
		for i, step := range [3]int{10, 13, 14} {
			c.hit(p.drum, c.step(bar, step), .2+.07*float64(i))
		}
		return
	}
}

// steps calls play for each hit of a sixteen-step rhythm; next is the step of the
// following hit.
func (c *composer) steps(rhythm string, play func(step, next int, accent float64)) {
	for i := 0; i < len(rhythm); i++ {
		if rhythm[i] == '.' {
			continue
		}
		next := i + 1
		for next < len(rhythm) && rhythm[next] == '.' {
			next++
		}
		accent := 1.0
		if rhythm[i] == 'o' {
			accent = .6
		}
		play(i, next, accent)
	}
}

func (c *composer) inScale(pitch int) bool {
	return slices.Contains(c.mood.scale, ((pitch-c.tonic)%12+12)%12)
}

// ending is the last chord: everybody on the tonic, let go early enough to have
// died away by the last sample.
func (c *composer) ending() {
	m, home := c.mood, triad(1)
	if m.scale[2] == 4 {
		home = ninth(1)
	}
	left := c.total - c.final
	hold := left - dying(left)
	for _, p := range c.pitches(triad(1), 57) {
		c.play(rolePad, m.pad, c.final, p, hold, .28)
		last := &c.notes[len(c.notes)-1]
		last.release = left - hold
	}
	for k, p := range append(c.pitches(home, 60), 72+((c.tonic-72)%12+12)%12) {
		c.play(roleKeys, m.keys, c.final+int64(k)*1400, p, left, .45)
	}
	c.play(roleBass, m.bass, c.final, c.root(triad(1)), left, .75)
	if m.high != nil {
		c.play(roleHigh, m.high, c.final+int64(c.beat), 84+((c.tonic-84)%12+12)%12, left, .24)
	}
	if m.most >= 4 {
		c.hit(crash, c.final, .5)
		c.hit(c.groove.parts[0].drum, c.final, .5)
	}
}
