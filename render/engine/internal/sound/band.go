package sound

import "math"

// bed is the music, before ducking: a score or a user's file. fill adds to l
// and r, which come in silent; calls follow one another.
type bed interface {
	fill(l, r []float32, at int64) error
}

// band plays a score.
type band struct {
	*score
	clips  map[clipKey]*clip
	next   int
	active []sounding
	buses  [roles][2][]float32
	used   [roles]bool
	send   [2][]float32
	room   *reverb
	tone   [2][2]biquad // a side each: rumble out, a dip where speech lives
}

type clipKey struct {
	inst  *instrument
	drum  *drum
	pitch int
}

type sounding struct {
	note
	clip        *clip
	pos         int64 // samples since at
	left, right float32
}

// rooms is what each role sends to the reverb; instruments scale it.
var roomOf = [roles]float64{rolePad: 1, roleKeys: 1, roleArp: 1, roleBass: 1, roleHigh: 1, roleDrums: .05, roleWet: .35}

func newBand(s *score) *band {
	b := &band{score: s, clips: map[clipKey]*clip{}, room: newReverb(s.mood.room)}
	for i := range b.tone {
		b.tone[i] = [2]biquad{highPass(36, .7), peaking(2600, .8, -2.5)}
	}
	return b
}

// again returns a band at the start of the same score; the rendered notes are shared.
func (b *band) again() *band {
	n := newBand(b.score)
	n.clips = b.clips
	return n
}

func (b *band) clipOf(n note) *clip {
	key := clipKey{n.inst, n.drum, n.pitch}
	c := b.clips[key]
	if c == nil {
		if n.drum != nil {
			c = &clip{pcm: n.drum.clip()}
		} else {
			c = n.inst.render(n.pitch)
		}
		b.clips[key] = c
	}
	return c
}

func (b *band) fill(l, r []float32, at int64) error {
	n := len(l)
	for i := range b.buses {
		b.used[i] = false
		for c := range b.buses[i] {
			b.buses[i][c] = grown(b.buses[i][c], n)
		}
	}
	for c := range b.send {
		b.send[c] = grown(b.send[c], n)
		clear(b.send[c])
	}
	for b.next < len(b.notes) && b.notes[b.next].at < at+int64(n) {
		e := b.notes[b.next]
		s := sounding{note: e, clip: b.clipOf(e)}
		sin, cos := math.Sincos((float64(e.pan) + 1) * math.Pi / 4)
		s.left, s.right = e.gain*float32(cos*math.Sqrt2), e.gain*float32(sin*math.Sqrt2)
		b.active = append(b.active, s)
		b.next++
	}
	kept := b.active[:0]
	for _, s := range b.active {
		from := max(0, s.at+s.pos-at)
		if !b.used[s.role] {
			b.used[s.role] = true
			clear(b.buses[s.role][0])
			clear(b.buses[s.role][1])
		}
		if s.play(b.buses[s.role][0][from:], b.buses[s.role][1][from:]) {
			kept = append(kept, s)
		}
	}
	b.active = kept
	for i := range b.buses {
		if !b.used[i] {
			continue
		}
		room := float32(roomOf[i] * b.roomOf(role(i)))
		x, y, sl, sr := b.buses[i][0], b.buses[i][1], b.send[0], b.send[1]
		for k := range l {
			l[k] += x[k]
			r[k] += y[k]
			sl[k] += x[k] * room
			sr[k] += y[k] * room
		}
	}
	b.room.fill(l, r, b.send[0], b.send[1])
	for c, x := range [2][]float32{l, r} {
		for i, v := range x {
			x[i] = float32(b.tone[c][1].step(b.tone[c][0].step(float64(v))))
		}
		b.tone[c][0].settle()
		b.tone[c][1].settle()
	}
	b.fade(l, r, at)
	return nil
}

func (b *band) roomOf(r role) float64 {
	switch m := b.mood; r {
	case rolePad:
		return m.pad.room
	case roleKeys:
		return m.keys.room
	case roleArp:
		return m.arp.room
	case roleBass:
		return m.bass.room
	case roleHigh:
		if m.high != nil {
			return m.high.room
		}
		return m.keys.room
	}
	return 1
}

// dying is how many samples the last chord takes to be gone at the last one, of left that
// it has: as long as it is heard to ring, and no longer.
func dying(left int64) int64 { return min(left*2/5, rate) }

// fade bends the last chord's decay so that nothing is left at the last sample.
func (b *band) fade(l, r []float32, at int64) {
	from := b.total - dying(b.total-b.final)
	if at+int64(len(l)) <= from {
		return
	}
	for i := range l {
		g := 1 - smooth(float64(at+int64(i)-from)/float64(b.total-1-from))
		l[i] *= float32(g)
		r[i] *= float32(g)
	}
}

// envelope is the note's factor at pos: 1 while it is held.
func (s *sounding) envelope(pos int64) float32 {
	g := float32(1)
	if pos < s.attack {
		g = float32(smooth(float64(pos) / float64(s.attack)))
	}
	if s.drum == nil && pos > s.length {
		g *= 1 - min(1, float32(pos-s.length)/float32(max(1, s.release)))
		g *= g
	}
	return g
}

// play adds the note to a bus; it reports whether anything is left. The envelope
// runs straight between the ends of the stretch, which is at most a few ms.
func (s *sounding) play(l, r []float32) bool {
	end := int64(len(s.clip.pcm))
	if s.clip.loop {
		end = s.length + s.release
	} else if s.drum == nil {
		end = min(end, s.length+s.release)
	}
	n := min(int64(len(l)), end-s.pos)
	if n <= 0 {
		return false
	}
	l, r = l[:n], r[:n]
	e := s.envelope(s.pos)
	de := (s.envelope(s.pos+n) - e) / float32(n)
	if s.clip.loop {
		s.playLoop(l, r, e, de)
	} else if pcm := s.clip.pcm[s.pos : s.pos+n]; de == 0 {
		x, y := e*s.left, e*s.right
		for i, v := range pcm {
			l[i] += v * x
			r[i] += v * y
		}
	} else {
		for i, v := range pcm {
			l[i] += v * e * s.left
			r[i] += v * e * s.right
			e += de
		}
	}
	s.pos += n
	return s.pos < end
}

// playLoop reads the two sides half a loop apart: the same note, never in step.
func (s *sounding) playLoop(l, r []float32, e, de float32) {
	pcm := s.clip.pcm
	a := int(s.pos % int64(len(pcm)))
	b := (a + len(pcm)/2) % len(pcm)
	for i := range l {
		l[i] += pcm[a] * e * s.left
		r[i] += pcm[b] * e * s.right
		e += de
		if a++; a == len(pcm) {
			a = 0
		}
		if b++; b == len(pcm) {
			b = 0
		}
	}
}

// grown returns a slice of n values, keeping the memory of s.
func grown(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n)
	}
	return s[:n]
}
