package voice

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"

	"gitops.video/render/render/engine/internal/voice/ort"
)

// piperConfig is the part of a Piper voice's JSON that speaking needs.
type piperConfig struct {
	Audio struct {
		SampleRate int `json:"sample_rate"`
	} `json:"audio"`
	Espeak struct {
		Voice string `json:"voice"`
	} `json:"espeak"`
	Inference struct {
		NoiseScale  float64 `json:"noise_scale"`
		LengthScale float64 `json:"length_scale"`
		NoiseW      float64 `json:"noise_w"`
	} `json:"inference"`
	PhonemeType  string              `json:"phoneme_type"`
	PhonemeMap   map[string][]string `json:"phoneme_map"`
	PhonemeIDs   map[string][]int64  `json:"phoneme_id_map"`
	NumSpeakers  int                 `json:"num_speakers"`
	SpeakerIDMap map[string]int64    `json:"speaker_id_map"`
	Language     struct {
		Code   string `json:"code"`
		Family string `json:"family"`
	} `json:"language"`
	Dataset string `json:"dataset"`
}

// neural is a Piper (VITS) voice, cut where the sentence's time is decided. The
// first part reads phonemes and says how long each lasts; the others turn frames
// into sound. Between them this program lays out the frames
// itself, which is what makes phoneme times exact, pauses and emphasis possible,
// and the noise repeatable: the model's own random nodes are inputs here.
type neural struct {
	config   piperConfig
	text     *ort.Session // phonemes to lengths
	flow     *ort.Session // frames to coarse frames
	sound    *ort.Session // coarse frames to samples
	cut      neuralCut
	rank     int    // of what the decoder takes
	multi    bool   // the model takes a speaker id
	sum      string // names the voice's files
	swallows bool   // the voice is silent at a stressed "dot", see mend
	hop      int    // samples a frame

	channels atomic.Int64 // of a frame, once something was said
	readings readings
}

// neuralCut names the tensors at the model's seams.
type neuralCut struct {
	DurationNoise string // noise of the duration predictor, [1,2,phonemes]
	Durations     string // frames a phoneme before rounding, [1,1,phonemes]
	Mean, Logs    string // what each phoneme sounds like, [1,channels,phonemes]
	Latent        string // what each frame sounds like, [1,channels,frames]
	Mask          string // 1 for each frame that counts, [1,1,frames]
	Coarse        string // what the decoder makes sound of, [1,channels,frames]
}

// findCut finds the seams by the shape of the graph rather than by node names,
// because names differ between exports.
func findCut(m *ort.Model) (neuralCut, error) {
	maker, users := map[string]*ort.Node{}, map[string][]*ort.Node{}
	var random []*ort.Node
	var c neuralCut
	for i := range m.Nodes {
		n := &m.Nodes[i]
		for _, o := range n.Outputs {
			maker[o] = n
		}
		for _, in := range n.Inputs {
			users[in] = append(users[in], n)
		}
		if n.Op == "RandomNormalLike" {
			random = append(random, n)
		}
		if n.Op == "Ceil" {
			if c.Durations != "" {
				return c, errors.New("more than one Ceil")
			}
			c.Durations = n.Inputs[0]
		}
	}
	if len(random) != 2 || c.Durations == "" {
		return c, fmt.Errorf("%d random nodes, want 2", len(random))
	}
	c.DurationNoise = random[0].Outputs[0]
	// mean → Transpose → MatMul(path, ·) → Transpose feeds the second random node.
	up := func(name, op string, input int) string {
		if n := maker[name]; n != nil && n.Op == op && len(n.Inputs) > input {
			return n.Inputs[input]
		}
		return ""
	}
	through := func(name string) string {
		return up(up(up(name, "Transpose", 0), "MatMul", 1), "Transpose", 0)
	}
	expandedMean := random[1].Inputs[0]
	c.Mean = through(expandedMean)
	// noise × exp(logs) × scale + mean is the latent.
	follow := func(name, op string) *ort.Node {
		for _, n := range users[name] {
			if n.Op == op {
				return n
			}
		}
		return nil
	}
	scaled := follow(random[1].Outputs[0], "Mul")
	if scaled == nil {
		return c, errors.New("noise is not scaled")
	}
	for _, in := range scaled.Inputs {
		if e := up(in, "Exp", 0); e != "" {
			c.Logs = through(e)
		}
	}
	weighted := follow(scaled.Outputs[0], "Mul")
	if weighted == nil {
		return c, errors.New("noise has no weight")
	}
	sum := follow(weighted.Outputs[0], "Add")
	if sum == nil {
		return c, errors.New("noise is not added")
	}
	c.Latent = sum.Outputs[0]
	// The mask is what multiplies the flow's first convolution.
	for i := range m.Nodes {
		n := &m.Nodes[i]
		if n.Op != "Mul" || c.Mask != "" || len(n.Inputs) != 2 {
			continue
		}
		conv := maker[n.Inputs[0]]
		if conv == nil || conv.Op != "Conv" || !descends(maker, conv.Inputs[0], c.Latent, 4) {
			continue
		}
		c.Mask = n.Inputs[1]
	}
	// The decoder begins with a convolution before the first upsampling.
	for i := range m.Nodes {
		if n := &m.Nodes[i]; n.Op == "ConvTranspose" {
			for at := n.Inputs[0]; c.Coarse == "" && maker[at] != nil && len(maker[at].Inputs) > 0; at = maker[at].Inputs[0] {
				if maker[at].Op == "Conv" {
					c.Coarse = maker[at].Inputs[0]
				}
			}
			break
		}
	}
	if c.Mean == "" || c.Logs == "" || c.Mask == "" || c.Coarse == "" {
		return c, errors.New("unknown layout")
	}
	return c, nil
}

// descends reports whether name is computed from ancestor within depth nodes,
// following first inputs.
func descends(maker map[string]*ort.Node, name, ancestor string, depth int) bool {
	for range depth {
		if name == ancestor {
			return true
		}
		n := maker[name]
		if n == nil || len(n.Inputs) == 0 {
			return false
		}
		name = n.Inputs[0]
	}
	return name == ancestor
}

// openNeural opens a Piper voice. Its parts are kept under work, ready to be
// mapped into memory; the model is read and cut when they are not there yet.
func openNeural(r *ort.Runtime, library, modelPath, configPath, work string) (*neural, error) {
	v := &neural{hop: 256}
	config, err := os.ReadFile(configPath)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(config, &v.config); err != nil {
		return nil, fmt.Errorf("voice configuration: %w", err)
	}
	if v.config.PhonemeType != "" && v.config.PhonemeType != "espeak" {
		return nil, fmt.Errorf("voice wants %q phonemes; only espeak phonemes are supported", v.config.PhonemeType)
	}
	for _, mark := range []string{"^", "$", "_"} {
		if len(v.config.PhonemeIDs[mark]) != 1 {
			return nil, fmt.Errorf("voice configuration has no phoneme id for %q", mark)
		}
	}
	if v.config.Audio.SampleRate < 8000 || v.config.Audio.SampleRate > 48000 || v.config.Audio.SampleRate%50 != 0 {
		return nil, fmt.Errorf("voice configuration: sample rate %d", v.config.Audio.SampleRate)
	}
	v.multi = v.config.NumSpeakers > 1
	h, err := openParts(r, library, modelPath, work)
	if err != nil {
		return nil, err
	}
	v.cut, v.rank = h.Cut, h.Rank
	if v.text, err = r.OpenFile(filepath.Join(work, h.Text), 1); err != nil {
		return nil, err
	}
	if v.flow, err = r.OpenFile(filepath.Join(work, h.Flow), 1); err != nil {
		v.text.Close()
		return nil, err
	}
	if v.sound, err = r.OpenFile(filepath.Join(work, h.Sound), 1); err != nil {
		v.text.Close()
		v.flow.Close()
		return nil, err
	}
	return v, nil
}

// reading is what the first half of the model makes of a phoneme sequence.
type reading struct {
	frames     []float64 // natural length of each phoneme id in frames, not yet rounded
	mean, logs []float32
	channels   int
}

// readings are what the first half has made of late: a sentence is measured before it
// is said. They are the answers to the very same input, so it matters to nobody
// whether one is here.
type readings struct {
	mu    sync.Mutex
	known map[[sha256.Size]byte]reading
	bytes int
}

// readingBytes bounds what is kept until the voice rests.
const readingBytes = 16 << 20

func (k *readings) get(key [sha256.Size]byte) (reading, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	r, ok := k.known[key]
	return r, ok
}

func (k *readings) keep(key [sha256.Size]byte, r reading) {
	k.mu.Lock()
	defer k.mu.Unlock()
	n := 8*len(r.frames) + 4*(len(r.mean)+len(r.logs))
	if k.bytes+n > readingBytes {
		return
	}
	if k.known == nil {
		k.known = map[[sha256.Size]byte]reading{}
	}
	k.known[key] = r
	k.bytes += n
}

func (k *readings) forget() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.known, k.bytes = nil, 0
}

// readingKey names an input of the first half.
func readingKey(ids []int64, noise []float32, speaker int64) [sha256.Size]byte {
	b := binary.LittleEndian.AppendUint64(nil, uint64(speaker))
	for _, id := range ids {
		b = binary.LittleEndian.AppendUint64(b, uint64(id))
	}
	for _, v := range noise {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
	}
	return sha256.Sum256(b)
}

// read runs the first half. The noise comes from rng alone.
func (v *neural) read(ids []int64, rng *rand.Rand, speaker int64) (reading, error) {
	noise := make([]float32, 2*len(ids))
	for i := range noise {
		noise[i] = float32(rng.NormFloat64())
	}
	key := readingKey(ids, noise, speaker)
	if r, ok := v.readings.get(key); ok {
		return r, nil
	}
	out, err := v.text.Run(v.textInput(ids, noise, speaker), v.cut.Durations, v.cut.Mean, v.cut.Logs)
	if err != nil {
		return reading{}, err
	}
	r := reading{mean: out[1].F32, logs: out[2].F32, channels: len(out[1].F32) / len(ids)}
	if len(out[0].F32) != len(ids) || r.channels*len(ids) != len(r.mean) || len(r.logs) != len(r.mean) {
		return reading{}, fmt.Errorf("voice model answered %d durations for %d phonemes", len(out[0].F32), len(ids))
	}
	for _, d := range out[0].F32 {
		f := float64(d)
		if math.IsNaN(f) || f < 0 || f > 400 {
			return reading{}, fmt.Errorf("voice model answered a phoneme of %v frames", d)
		}
		r.frames = append(r.frames, f)
	}
	v.readings.keep(key, r)
	return r, nil
}

// textInput are the inputs of the first half: phonemes, [1,n], and the noise of their lengths,
// [1,2,n].
func (v *neural) textInput(ids []int64, noise []float32, speaker int64) []ort.Tensor {
	n, c := int64(len(ids)), v.config.Inference
	return v.withSpeaker(speaker,
		ort.Tensor{Name: "input", Shape: []int64{1, n}, I64: ids},
		ort.Tensor{Name: "input_lengths", Shape: []int64{1}, I64: []int64{n}},
		ort.Tensor{Name: "scales", Shape: []int64{3}, F32: []float32{float32(c.NoiseScale), float32(c.LengthScale), float32(c.NoiseW)}},
		ort.Tensor{Name: v.cut.DurationNoise, Shape: []int64{1, 2, n}, F32: noise})
}

// say runs the second half: frames[i] is how many frames phoneme i lasts.
func (v *neural) say(r reading, frames []int, rng *rand.Rand, speaker int64) ([]float32, error) {
	total := 0
	for _, f := range frames {
		total += f
	}
	n := len(frames)
	latent := make([]float32, r.channels*total)
	scale := v.config.Inference.NoiseScale
	for c := range r.channels {
		at := c * total
		for i, f := range frames {
			mean, dev := r.mean[c*n+i], math.Exp(float64(r.logs[c*n+i]))*scale
			for range f {
				latent[at] = mean + float32(rng.NormFloat64()*dev)
				at++
			}
		}
	}
	v.channels.Store(int64(r.channels))
	out, err := v.flow.Run(v.flowInput(latent, r.channels, total, speaker), v.cut.Coarse)
	if err != nil {
		return nil, err
	}
	if len(out[0].F32) != len(latent) {
		return nil, fmt.Errorf("voice model answered %d values for %d", len(out[0].F32), len(latent))
	}
	return v.decode(out[0].F32, r.channels, total, decodeFrames, speaker)
}

func (v *neural) flowInput(latent []float32, channels, frames int, speaker int64) []ort.Tensor {
	mask := make([]float32, frames)
	for i := range mask {
		mask[i] = 1
	}
	return v.withSpeaker(speaker,
		ort.Tensor{Name: v.cut.Latent, Shape: []int64{1, int64(channels), int64(frames)}, F32: latent},
		ort.Tensor{Name: v.cut.Mask, Shape: []int64{1, 1, int64(frames)}, F32: mask})
}

func (v *neural) soundInput(coarse []float32, channels, frames int, speaker int64) []ort.Tensor {
	shape := []int64{1, int64(channels), int64(frames)}
	if v.rank == 4 {
		shape = []int64{1, int64(channels), 1, int64(frames)}
	}
	return v.withSpeaker(speaker, ort.Tensor{Name: v.cut.Coarse, Shape: shape, F32: coarse})
}

func (v *neural) withSpeaker(speaker int64, in ...ort.Tensor) []ort.Tensor {
	if v.multi {
		in = append(in, ort.Tensor{Name: "sid", Shape: []int64{1}, I64: []int64{speaker}})
	}
	return in
}

// rest gives back the working memory that the longest sentence needed, which the
// runtime would keep, and the readings.
func (v *neural) rest() error {
	v.readings.forget()
	const frames = 4
	n := int(v.channels.Load())
	if n == 0 {
		return nil // nothing was said
	}
	some := make([]float32, n*frames)
	defer ort.Trim()
	few := []int64{1, 0, 2} // the marks before, between and behind the sounds of every voice
	return errors.Join(v.text.Shrink(v.textInput(few, make([]float32, 2*len(few)), 0), v.cut.Durations, v.cut.Mean, v.cut.Logs), v.flow.Shrink(v.flowInput(some, n, frames, 0), v.cut.Coarse), v.sound.Shrink(v.soundInput(some, n, frames, 0), "output"))
}

// The decoder needs hundreds of times its output in scratch memory, so it works on
// a stretch of frames at a time. A frame's sound depends on its neighbours within
// decodeContext only; with them the stretches join without a seam.
const (
	decodeFrames  = 128
	decodeContext = 12
)

// decode turns coarse frames, [channels, total], into samples, step frames a time.
func (v *neural) decode(coarse []float32, channels, total, step int, speaker int64) ([]float32, error) {
	pcm := make([]float32, 0, total*v.hop)
	for at := 0; at < total; at += step {
		end := min(total, at+step)
		from, to := max(0, at-decodeContext), min(total, end+decodeContext)
		part := make([]float32, 0, channels*(to-from))
		for c := range channels {
			part = append(part, coarse[c*total+from:c*total+to]...)
		}
		out, err := v.sound.Run(v.soundInput(part, channels, to-from, speaker), "output")
		if err != nil {
			return nil, err
		}
		if len(out[0].F32) != (to-from)*v.hop {
			return nil, fmt.Errorf("voice model answered %d samples for %d frames", len(out[0].F32), to-from)
		}
		pcm = append(pcm, out[0].F32[(at-from)*v.hop:(end-from)*v.hop]...)
	}
	return pcm, nil
}
