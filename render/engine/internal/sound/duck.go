package sound

// The ducking curve of ENGINE.md D: the music has gone down by the first
// syllable, waits after the last, and comes back slowly. A pause shorter than
// all three together would only make it pump, so it stays down through those.
const (
	duckDepth = -10.0 // dB
	duckDown  = .15   // s, ending at the first syllable
	duckHold  = .20
	duckUp    = .50
	duckPause = duckDown + duckHold + duckUp
)

// ducker is the gain of the music over time.
type ducker struct {
	spans [][2]float64 // seconds of speech, in order, pauses under duckPause joined
	at    int
	soon  bool // little is left after the last word: the last chord must be heard
}

// newDucker takes the words of all sentences, in order of time, and the length of
// the programme in samples.
func newDucker(voice []Spoken, total int64) *ducker {
	d := &ducker{}
	add := func(a, b float64) {
		if n := len(d.spans); n > 0 && a-d.spans[n-1][1] < duckPause {
			d.spans[n-1][1] = max(d.spans[n-1][1], b)
			return
		}
		d.spans = append(d.spans, [2]float64{a, b})
	}
	for _, v := range voice {
		t := float64(v.At) / rate
		if len(v.Words) == 0 {
			add(t, t+float64(v.Samples)/rate)
		}
		for _, w := range v.Words {
			add(t+w.Start, t+max(w.Start, w.End))
		}
	}
	d.soon = float64(total)/rate-d.spoken() < 2.5
	return d
}

// spoken is when the last word ends, in seconds; 0 without words.
func (d *ducker) spoken() float64 {
	if len(d.spans) == 0 {
		return 0
	}
	return d.spans[len(d.spans)-1][1]
}

// after is how long the music waits after span i, and how long it takes to be back.
func (d *ducker) after(i int) (hold, up float64) {
	if d.soon && i == len(d.spans)-1 {
		return duckHold / 2, duckUp * .6
	}
	return duckHold, duckUp
}

// db is the curve at t seconds, between duckDepth and 0. Calls go forward in time.
func (d *ducker) db(t float64) float64 {
	for d.at < len(d.spans) && t > d.spans[d.at][1]+duckHold+duckUp {
		d.at++
	}
	down := 0.0
	for i := d.at; i < len(d.spans) && d.spans[i][0]-duckDown < t; i++ {
		a, b := d.spans[i][0], d.spans[i][1]
		hold, up := d.after(i)
		switch {
		case t < a:
			down = max(down, smooth((t-a+duckDown)/duckDown))
		case t <= b+hold:
			down = 1
		default:
			down = max(down, 1-smooth((t-b-hold)/up))
		}
	}
	return duckDepth * down
}

// ramp fills g with the curve's factor for the samples from at on. The curve is
// worked out every 48 samples and drawn straight in between.
func (d *ducker) ramp(g []float32, at int64) {
	const step = 48
	value := func(i int) float64 { return fromDB(d.db(float64(at+int64(i)) / rate)) }
	a := value(0)
	for i := 0; i < len(g); i += step {
		n := min(step, len(g)-i)
		b := value(i + n)
		for k := range n {
			g[i+k] = float32(a + (b-a)*float64(k)/float64(n))
		}
		a = b
	}
}
