// Package sound makes a video's audio programme: the narration on one level, music
// composed for the video's exact length or cut from a user's file, ducked under
// the words, soft effects on hits, all at one loudness under a true-peak ceiling.
//
// The programme streams. A first pass measures, a second writes, and both hear the
// same samples, because everything is a pure function of the [Program].
package sound

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"

	"gitops.video/render/render/engine/internal/scene"
)

// Program is everything that is heard in a video.
type Program struct {
	Samples int64    // exact length, per channel, at 48 kHz
	Voice   []Spoken // in order of time
	Music   scene.Music
	Cues    []Cue  // what the music does from scene to scene, in order of time
	Style   string // the look's preset: it chooses the mood when Music.Mood names none
	Hits    []scene.Hit
	Films   []Ambient
	Seed    uint64
	LUFS    float64  // integrated loudness wanted; 0 = −16
	Lower   float64  // dB by which the ceiling of the peaks lies lower than usual
	Open    OpenFunc // decodes Music.File; needed only when it is set
	Scratch string   // folder for what one pass keeps for the next, gone when Mix returns; "" = that is made twice
}

// Report says what a mix turned out to be.
type Report struct {
	LUFS     float64 // integrated, −∞ for silence
	TruePeak float64 // dBTP, −∞ for silence
	Under    float64 // dB by which the music lies under the voice while someone speaks; 0 without both
	Mood     string  // of composed music, "" otherwise
	Key      string
	BPM      float64
	Final    float64 // seconds at which the composed music's last chord falls
}

const (
	// ceiling leaves AAC at 192 kbit/s its overshoot before −1 dBTP. What has to be
	// limited harder overshoots more: so much lower for each LU above −16.
	ceiling    = -2.0 // dBTP
	ceilingPer = .35
	musicUnder = 6.0 // dB of music under voice where nobody speaks; the ducking adds its 10
	block      = 480 // samples made at a time: 10 ms
)

// Mix writes the programme to w as a 48 kHz, 16-bit stereo WAV stream. The same
// Program gives the same bytes.
func Mix(ctx context.Context, p Program, w io.Writer) (Report, error) {
	if err := p.check(); err != nil {
		return Report{}, err
	}
	d, err := newDesk(p)
	if err != nil {
		return Report{}, err
	}
	if d.ambient, err = ambientGains(ctx, p.Films); err != nil {
		return Report{}, err
	}
	if p.Scratch != "" {
		if d.tape, err = newTape(p.Scratch); err != nil {
			return Report{}, err
		}
		defer d.tape.close()
	}
	levels, err := d.measure(ctx)
	if err != nil {
		return Report{}, err
	}
	gain, music, under := levels.balance(p.LUFS, p.Music.Level)
	// Where the limiter will have real work it costs loudness: find out how much.
	if levels.loss(gain, music, fromDB(d.ceiling())) > .2 {
		if gain, err = d.settle(ctx, gain, music); err != nil {
			return Report{}, err
		}
	}
	out, err := newWAV(w, p.Samples)
	if err != nil {
		return Report{}, err
	}
	meter, err := d.write(ctx, out, gain, music)
	if err != nil {
		return Report{}, err
	}
	r := Report{LUFS: meter.LUFS(), TruePeak: meter.TruePeak(), Under: under}
	if d.band != nil {
		first := d.band.first()
		r.Mood, r.Key, r.BPM, r.Final = first.mood.name, first.keyName(), first.bpm, float64(d.band.final())/rate
	}
	return r, nil
}

func (p *Program) check() error {
	if p.Samples < rate/10 || p.Samples > 3600*rate {
		return fmt.Errorf("audio programme of %d samples: it must last between 0.1 s and an hour", p.Samples)
	}
	if p.LUFS == 0 {
		p.LUFS = -16
	}
	if p.LUFS > -8 || p.LUFS < -40 || math.IsNaN(p.LUFS) {
		return fmt.Errorf("loudness %g LUFS is outside −40…−8; use −14, −16 or −23", p.LUFS)
	}
	if p.Music.File != "" && !p.Music.Off && p.Open == nil {
		return errors.New("music file given without a decoder")
	}
	for i, v := range p.Voice {
		if v.At < 0 || i > 0 && v.At < p.Voice[i-1].At {
			return fmt.Errorf("sentence %d starts at sample %d, before the one in front of it", i+1, v.At)
		}
	}
	return nil
}

// desk holds what both passes share.
type desk struct {
	Program
	gains   []float32 // a sentence each
	ambient []float32 // a film each
	band    *medley   // nil without composed music
	tape    *tape     // nil = each pass makes everything anew
}

func newDesk(p Program) (*desk, error) {
	d := &desk{Program: p}
	for _, v := range p.Voice {
		pcm, err := v.PCM()
		if err != nil {
			return nil, err
		}
		d.gains = append(d.gains, sentenceGain(pcm))
	}
	if !p.Music.Off && p.Music.File == "" {
		spoken := int64(newDucker(p.Voice, p.Samples).spoken() * rate)
		d.band = newMedley(p.Music, p.Style, p.Cues, p.Samples, spoken, p.Seed)
	}
	return d, nil
}

// ceiling is the highest true peak that leaves the limiter, in dBTP.
func (d *desk) ceiling() float64 { return ceiling - ceilingPer*max(0, d.LUFS+16) - d.Lower }

// pass is one run through the programme, a block at a time.
type pass struct {
	voice *voiceChannel
	air   *breather
	foley *foley
	films *ambience
	music bed // nil = none
	duck  *ducker
	fader *fader
	track *track

	speech     []float32 // mono
	fx, bed    [2][]float32
	down       []float32    // ducking factor
	level      []float32    // that the cues give the music
	front      [2][]float32 // speech and effects
	under      [2][]float32 // the ducked music
	at, length int64
	from       *tape // what an earlier pass has made; nil = make it
}

// kept is what a later pass needs of a block.
func (p *pass) kept() [4][]float32 {
	return [4][]float32{p.front[0], p.front[1], p.under[0], p.under[1]}
}

func (d *desk) start(ctx context.Context) *pass {
	p := &pass{voice: newVoiceChannel(d.Voice, d.gains), air: newBreather(breathing(d.Voice, d.Seed)), duck: newDucker(d.Voice, d.Samples), fader: newFader(d.Cues), length: d.Samples}
	tonic := 9
	switch {
	case d.band != nil:
		p.music, tonic = d.band.again(), d.band.first().tonic
	case !d.Music.Off:
		p.track = newTrack(ctx, d.Music.File, d.Open, d.Samples)
		p.music = p.track
	}
	p.foley = newFoley(d.Hits, tonic)
	p.films = newAmbience(ctx, d.Films, slices.Clone(d.ambient))
	return p
}

// again starts a pass after the first.
func (d *desk) again(ctx context.Context) (*pass, error) {
	if d.tape == nil {
		return d.start(ctx), nil
	}
	return &pass{length: d.Samples, from: d.tape}, d.tape.rewind()
}

func (p *pass) close() {
	if p.from != nil {
		return
	}
	p.films.close()
	if p.track != nil {
		p.track.Close()
	}
}

// next makes the next block; done when it is empty.
func (p *pass) next() (n int, err error) {
	n = int(min(block, p.length-p.at))
	if n <= 0 {
		return 0, nil
	}
	for c := range p.front {
		p.front[c], p.under[c] = grown(p.front[c], n), grown(p.under[c], n)
	}
	if p.from != nil {
		p.at += int64(n)
		return n, p.from.next(p, n)
	}
	zeroed := func(s []float32) []float32 { s = grown(s, n); clear(s); return s }
	p.speech, p.down, p.level = zeroed(p.speech), grown(p.down, n), grown(p.level, n)
	for c := range p.fx {
		p.fx[c], p.bed[c] = zeroed(p.fx[c]), zeroed(p.bed[c])
	}
	if err := p.voice.fill(p.speech, p.at); err != nil {
		return 0, err
	}
	p.air.fill(p.speech, p.at)
	p.foley.fill(p.fx[0], p.fx[1], p.at)
	if err := p.films.fill(p.fx[0], p.fx[1], p.at); err != nil {
		return 0, err
	}
	p.duck.ramp(p.down, p.at)
	p.fader.ramp(p.level, p.at)
	if p.music != nil {
		if err := p.music.fill(p.bed[0], p.bed[1], p.at); err != nil {
			return 0, err
		}
	}
	// Effects give way to speech by a part of what the music does.
	k := float32((1 - fromDB(underTalk)) / (1 - fromDB(duckDepth)))
	for i, g := range p.down {
		f := 1 - (1-g)*k
		for c := range p.front {
			p.front[c][i] = p.speech[i] + p.fx[c][i]*f
			p.under[c][i] = p.bed[c][i] * g * p.level[i]
		}
	}
	p.at += int64(n)
	return n, nil
}

// levels is what the first pass learns: K-weighted power a tick of what stands in
// front and of the music, and the power of the two together, from which the
// loudness of the mix follows for any music level.
type levels struct {
	front, bed, ducked, cross []float64
	down                      []float64 // ducking factor at the tick's end
	spoken, shown             bool      // somebody speaks; a film is heard
	peaks, bedPeaks           []float64 // sample peaks in front, and of the ducked music
}

func (d *desk) measure(ctx context.Context) (*levels, error) {
	p := d.start(ctx)
	defer p.close()
	lv := &levels{spoken: len(d.Voice) > 0, shown: len(d.Films) > 0}
	k := [4]kWeight{newKWeight(), newKWeight(), newKWeight(), newKWeight()}
	var front, bed, ducked, cross, top, topBed float64
	count := 0
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		n, err := p.next()
		if err != nil {
			return nil, err
		}
		if n == 0 {
			return lv, nil
		}
		for i := range n {
			fl, fr := p.front[0][i], p.front[1][i]
			top = max(top, math.Abs(float64(fl)), math.Abs(float64(fr)))
			a, b := k[0].step(float64(fl)), k[1].step(float64(fr))
			front += a*a + b*b
			if p.music != nil {
				x, y := k[2].step(float64(p.bed[0][i])), k[3].step(float64(p.bed[1][i]))
				g := float64(p.down[i] * p.level[i])
				topBed = max(topBed, math.Abs(float64(p.under[0][i])), math.Abs(float64(p.under[1][i])))
				bed += x*x + y*y
				ducked += (x*x + y*y) * g * g
				cross += (a*x + b*y) * g
			}
		}
		for i := range k {
			k[i].settle()
		}
		if d.tape != nil {
			if err := d.tape.keep(p, n); err != nil {
				return nil, err
			}
		}
		if count += n; count == tick {
			lv.front, lv.bed = append(lv.front, front/tick), append(lv.bed, bed/tick)
			lv.ducked, lv.cross = append(lv.ducked, ducked/tick), append(lv.cross, cross/tick)
			lv.down = append(lv.down, float64(p.down[n-1]))
			lv.peaks, lv.bedPeaks = append(lv.peaks, top), append(lv.bedPeaks, topBed)
			front, bed, ducked, cross, top, topBed, count = 0, 0, 0, 0, 0, 0, 0
		}
	}
}

// balance sets the music under the voice and the whole to the loudness wanted. It
// returns the gain of the whole, the music's own factor before that, and by how
// many dB the ducked music lies under the voice. level is how much louder than usual the
// music is to be, dB.
func (lv *levels) balance(want, level float64) (gain, music, under float64) {
	music = 1
	bed := integrated(lv.bed)
	if voice := integrated(lv.front); lv.spoken && !math.IsInf(voice, -1) && !math.IsInf(bed, -1) {
		music = fromDB(voice - musicUnder + level - bed)
		var a, b float64
		for i, g := range lv.down {
			if g < fromDB(duckDepth+.5) {
				a += lv.front[i]
				b += lv.ducked[i] * music * music
			}
		}
		if b > 0 {
			under = 10 * math.Log10(a/b)
		}
	}
	gain = 1
	switch got := integrated(lv.mixed(music)); {
	case !lv.spoken && !lv.shown && math.IsInf(bed, -1): // effects alone stay as soft as under a voice
		gain = fromDB(want - voiceLevel)
	case !math.IsInf(got, -1):
		gain = fromDB(want - got)
	}
	return gain, music, under
}

// mixed is the power of the whole, a tick each.
func (lv *levels) mixed(music float64) []float64 {
	sum := make([]float64, len(lv.front))
	for i := range sum {
		sum[i] = lv.front[i] + 2*music*lv.cross[i] + music*music*lv.ducked[i]
	}
	return sum
}

// loss is about the most LU that limiting to the ceiling can cost: as if each peak
// turned down all of its tick and of the next.
func (lv *levels) loss(gain, music, ceiling float64) float64 {
	sum := lv.mixed(music)
	full, last := integrated(sum), 1.0
	for i := range sum {
		now := min(1, ceiling/max(1e-9, gain*(lv.peaks[i]+music*lv.bedPeaks[i])))
		sum[i] *= min(now, last) * min(now, last)
		last = now
	}
	return full - integrated(sum)
}

// settle moves gain until the limited programme has the loudness wanted, in a few
// trial runs. What is put back is limited again in part: how much, the runs tell.
// Where there is nothing but peaks it ends below, having raised them by most.
func (d *desk) settle(ctx context.Context, gain, music float64) (float64, error) {
	const tries, most, near = 12, 30.0, .1 // dB, LU
	first, slope, lastGain, lastLUFS := gain, .9, 0.0, 0.0
	for i := range tries {
		trial, err := d.write(ctx, nil, gain, music)
		if err != nil {
			return 0, err
		}
		got := trial.LUFS()
		lost := d.LUFS - got
		if math.IsInf(lost, 0) || math.Abs(lost) < near {
			break
		}
		if step := toDB(gain / max(lastGain, 1e-9)); i > 0 && math.Abs(step) > .01 {
			slope = min(1.2, max(.25, (got-lastLUFS)/step))
		}
		lastGain, lastLUFS = gain, got
		gain = min(gain*fromDB(max(-6, min(6, lost/slope))), first*fromDB(most))
		if math.Abs(lost) < 3*near || gain == lastGain {
			break
		}
	}
	return gain, nil
}

// write runs the programme through gain and limiter to out, which may be nil, and
// measures it.
func (d *desk) write(ctx context.Context, out *wavWriter, gain, music float64) (*Meter, error) {
	p, err := d.again(ctx)
	if err != nil {
		return nil, err
	}
	defer p.close()
	meter, lim := NewMeter(), newLimiter(d.ceiling())
	l, r := make([]float32, block), make([]float32, block)
	skip, left := latency, d.Samples
	for left > 0 {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		n, err := p.next()
		if err != nil {
			return nil, err
		}
		if n == 0 { // what is still in the limiter's delay
			n = block
			clear(l)
			clear(r)
		} else {
			g, m := float32(gain), float32(gain*music)
			for i := range n {
				l[i] = p.front[0][i]*g + p.under[0][i]*m
				r[i] = p.front[1][i]*g + p.under[1][i]*m
			}
		}
		lim.process(l[:n], r[:n])
		from := min(skip, n)
		skip -= from
		to := from + int(min(left, int64(n-from)))
		left -= int64(to - from)
		meter.Add(l[from:to], r[from:to])
		if out != nil {
			if err := out.write(l[from:to], r[from:to]); err != nil {
				return nil, err
			}
		}
	}
	return meter, nil
}
