package sound

import (
	"math"

	"gitops.video/render/render/engine/internal/scene"
)

// Cue is what the music does from a sample of the programme on, until the next one.
type Cue struct {
	At int64
	scene.Cue
}

const (
	cueFade = .8 // s that a cue takes where it does not say
	// leastStretch is how long music has to last in one mood before another may come, and
	// what it needs to come to an end, in seconds.
	leastStretch = 4.0
)

// fader is the level that the cues give the music over time, as a factor.
type fader struct {
	cues         []Cue
	next         int
	from, to     float64
	begun, lasts int64 // the change that is going on
}

func newFader(cues []Cue) *fader {
	f := &fader{cues: cues, from: 1, to: 1}
	for f.next < len(cues) && cues[f.next].At <= 0 { // what is so from the beginning does not come about
		f.to = levelOf(cues[f.next])
		f.from, f.next = f.to, f.next+1
	}
	return f
}

func levelOf(c Cue) float64 {
	if c.Off {
		return 0
	}
	return fromDB(c.Level)
}

// at is the factor at a sample. Calls go forward in time.
func (f *fader) at(t int64) float64 {
	for f.next < len(f.cues) && f.cues[f.next].At <= t {
		c := f.cues[f.next]
		f.from = f.now(c.At)
		f.to, f.begun, f.next = levelOf(c), c.At, f.next+1
		f.lasts = int64(cueFade * rate)
		if c.Fade > 0 {
			f.lasts = int64(c.Fade * rate)
		}
	}
	return f.now(t)
}

func (f *fader) now(t int64) float64 {
	if f.lasts == 0 || t >= f.begun+f.lasts {
		return f.to
	}
	return f.from + (f.to-f.from)*smooth(float64(t-f.begun)/float64(f.lasts))
}

// ramp fills g with the factors from a sample on, worked out every 48 samples and drawn
// straight in between.
func (f *fader) ramp(g []float32, at int64) {
	const step = 48
	a := f.at(at)
	for i := 0; i < len(g); i += step {
		n := min(step, len(g)-i)
		b := f.at(at + int64(i+n))
		for k := range n {
			g[i+k] = float32(a + (b-a)*float64(k)/float64(n))
		}
		a = b
	}
}

// medley is composed music in several moods, one after another. Each piece begins on a beat
// of the one before, which fades away within that beat.
type medley struct{ pieces []piece }

type piece struct {
	*band
	from, to int64 // samples of the programme; the last has no end
	fade     int64 // samples that it takes to go
	l, r     []float32
}

// newMedley composes the music of a programme: a piece for each mood that its cues name, the
// last of which comes to an end with it. spoken is the sample after the last word.
func newMedley(music scene.Music, style string, cues []Cue, total, spoken int64, seed uint64) *medley {
	m := &medley{}
	add := func(words string, from int64) {
		name, _ := Mood(words, style)
		if n := len(m.pieces); n > 0 {
			before := &m.pieces[n-1]
			if before.mood.name == name {
				return // it goes on
			}
			beat := 60 * rate / before.bpm
			from = before.from + int64(math.Round(math.Ceil(float64(from-before.from)/beat-.5)*beat))
			if float64(from-before.from) < leastStretch*rate || float64(total-from) < leastStretch*rate {
				return
			}
			before.to, before.fade = from, int64(beat)
		}
		m.pieces = append(m.pieces, piece{band: newBand(compose(moodNamed(name), total-from, max(0, spoken-from), seed)), from: from, to: math.MaxInt64 / 2})
	}
	first := music.Mood
	for _, c := range cues {
		if c.At <= 0 && c.Mood != "" {
			first = c.Mood
		}
	}
	add(first, 0)
	for _, c := range cues {
		if c.At > 0 && c.Mood != "" {
			add(c.Mood, c.At)
		}
	}
	return m
}

// again returns the music at its start; the rendered notes are shared.
func (m *medley) again() *medley {
	out := &medley{}
	for _, p := range m.pieces {
		p.band, p.l, p.r = p.band.again(), nil, nil
		out.pieces = append(out.pieces, p)
	}
	return out
}

func (m *medley) first() *band { return m.pieces[0].band }

// final is the sample of the programme at which the last chord falls.
func (m *medley) final() int64 {
	last := m.pieces[len(m.pieces)-1]
	return last.from + last.band.final
}

func (m *medley) fill(l, r []float32, at int64) error {
	if len(m.pieces) == 1 {
		return m.pieces[0].fill(l, r, at)
	}
	for i := range m.pieces {
		if err := m.pieces[i].addTo(l, r, at); err != nil {
			return err
		}
	}
	return nil
}

// addTo adds the part of a piece that lies in the samples from at on.
func (p *piece) addTo(l, r []float32, at int64) error {
	off := max(0, p.from-at)
	if off >= int64(len(l)) || at >= p.to+p.fade {
		return nil
	}
	n := len(l) - int(off)
	p.l, p.r = grown(p.l, n), grown(p.r, n)
	clear(p.l)
	clear(p.r)
	if err := p.fill(p.l, p.r, at+off-p.from); err != nil {
		return err
	}
	for i := range n {
		g := float32(1)
		if t := at + off + int64(i); t >= p.to {
			g = float32(1 - smooth(float64(t-p.to)/float64(p.fade)))
		}
		l[int(off)+i] += p.l[i] * g
		r[int(off)+i] += p.r[i] * g
	}
	return nil
}
