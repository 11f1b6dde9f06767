package voice

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// alphabet are the symbols that the little models know.
const alphabet = ".,!?'abcdefghijklmnopqrstuvwxyz"

// littlePocket is a Pocket model small enough to be written down. It speaks 80 ms for
// every token and three times more, in a tone of the sample's pitch.
func littlePocket(t *testing.T, dir string) {
	t.Helper()
	const width = 1024
	channel := func(g *graph, k int) string {
		one := make([]float32, width)
		one[k] = 1
		return g.floats([]int64{1, 1, width}, one...)
	}

	var e graph // how often the sample changes sign, in channel 0
	audio := e.input("audio", onnxFloat, 1, 1, -1)
	sign := e.do("Sign", audio)
	later := e.do("Slice", sign, e.ints(1), e.ints(math.MaxInt32), e.ints(2))
	before := e.do("Slice", sign, e.ints(0), e.ints(-1), e.ints(2))
	changes := e.with("ReduceMean", the("keepdims", 1), e.do("Abs", e.do("Sub", later, before)))
	e.node("embeddings", "Mul", nil, changes, channel(&e, 0))
	e.output("embeddings", onnxFloat, 1, -1, width)
	e.write(t, dir, "encoder.onnx")

	var c graph // a 1 for every token, in channel 1
	ids := c.cast(c.input("token_ids", onnxInt, 1, -1), onnxFloat)
	ones := c.do("Add", c.do("Mul", c.do("Unsqueeze", ids, c.ints(2)), c.number(0)), c.number(1))
	c.node("embeddings", "Mul", nil, ones, channel(&c, 1))
	c.output("embeddings", onnxFloat, 1, -1, width)
	c.write(t, dir, "text_conditioner.onnx")

	var m graph // remembers the voice, counts tokens and frames
	sequence, text := m.input("sequence", onnxFloat, 1, -1, 32), m.input("text_embeddings", onnxFloat, 1, -1, width)
	state := m.input("state", onnxFloat, 1, 3)
	sums := m.with("ReduceSum", the("keepdims", 0), text, m.ints(1))
	seen := m.do("Slice", sums, m.ints(0), m.ints(2), m.ints(1))
	frames := m.do("Reshape", m.dim(sequence, 1), m.ints(1, 1))
	m.node("state_out", "Add", nil, state, m.with("Concat", the("axis", 1), seen, frames))
	at := func(k int64) string { return m.with("Gather", the("axis", 1), "state_out", m.ints(k)) }
	m.node("conditioning", "Identity", nil, "state_out")
	m.node("eos_logit", "Sub", nil, m.do("Sub", at(2), at(1)), m.number(4))
	m.output("conditioning", onnxFloat, 1, 3)
	m.output("eos_logit", onnxFloat, 1, 1)
	m.output("state_out", onnxFloat, 1, 3)
	m.write(t, dir, "lm_main.onnx")

	var f graph // flows from noise to the voice, and is there after the last step
	voice := f.with("Gather", the("axis", 1), f.input("c", onnxFloat, 1, 3), f.ints(0))
	s := f.input("s", onnxFloat, 1, 1)
	f.input("t", onnxFloat, 1, 1)
	x := f.input("x", onnxFloat, 1, 32)
	f.node("flow", "Div", nil, f.do("Sub", voice, x), f.do("Sub", f.number(1), s))
	f.output("flow", onnxFloat, 1, 32)
	f.write(t, dir, "lm_flow.onnx")

	var d graph // a tone of whole waves in a frame
	time := make([]float32, 1920)
	for i := range time {
		time[i] = float32(2 * math.Pi * float64(i) / 1920)
	}
	rate := d.do("Slice", d.input("latent", onnxFloat, 1, -1, 32), d.ints(0), d.ints(1), d.ints(2))
	waves := d.do("Round", d.do("Mul", rate, d.number(1920/4)))
	tone := d.do("Sin", d.do("Mul", waves, d.floats([]int64{1, 1, 1920}, time...)))
	d.node("audio", "Reshape", nil, d.do("Mul", tone, d.number(0.3)), d.ints(1, 1, -1))
	d.output("audio", onnxFloat, 1, 1, -1)
	d.write(t, dir, "decoder.onnx")

	vocab, scores := map[string]int{}, map[string]float64{}
	for _, r := range "▁" + alphabet + strings.ToUpper(alphabet[5:]) {
		vocab[string(r)] = len(vocab)
	}
	for b := range 256 {
		vocab[fmt.Sprintf("<0x%02X>", b)] = len(vocab)
	}
	for token := range vocab {
		scores[token] = -1
	}
	for name, v := range map[string]any{"vocab.json": vocab, "token_scores.json": scores} {
		b, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		put(t, dir, name, string(b))
	}
}

// littleZipVoice is a ZipVoice model of the same kind: eight frames of 256 samples for
// every token, and a vocoder that plays the loudest band of the sample's spectrum.
func littleZipVoice(t *testing.T, dir string) {
	t.Helper()
	const mels = 100

	var e graph
	tokens := e.input("tokens", onnxInt, 1, -1)
	e.input("prompt_tokens", onnxInt, 1, -1)
	prompt := e.input("prompt_features_len", onnxInt, 1)
	speed := e.input("speed", onnxFloat, 1)
	said := e.cast(e.do("Div", e.do("Mul", e.dim(tokens, 1), e.number(8)), speed), onnxInt)
	shape := e.with("Concat", the("axis", 0), e.ints(1), e.do("Add", prompt, said), e.ints(mels))
	e.node("text_condition", "ConstantOfShape", nil, shape)
	e.output("text_condition", onnxFloat, 1, -1, mels)
	e.write(t, dir, "encoder.onnx")

	var d graph
	now := d.input("t", onnxFloat, 1)
	x := d.input("x", onnxFloat, 1, -1, mels)
	d.input("text_condition", onnxFloat, 1, -1, mels)
	speech := d.input("speech_condition", onnxFloat, 1, -1, mels)
	d.input("guidance_scale", onnxFloat, 1)
	peak := d.with("ReduceMax", axes("axes", 1), speech)
	d.node("v", "Div", nil, d.do("Sub", peak, x), d.do("Sub", d.number(1), now))
	d.output("v", onnxFloat, 1, -1, mels)
	d.write(t, dir, "decoder.onnx")

	littleVocos(t, dir, mels)
	putWords(t, dir, "lexicon.txt")
}

func put(t *testing.T, dir, name, body string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
}

// littleVocos is a vocoder that plays a wave at the loudest band of each frame.
func littleVocos(t *testing.T, dir string, mels int64) {
	t.Helper()
	const bins = 513
	// Waves stay in step from one frame to the next in every fourth band.
	var v graph
	v.about("model_type", "vocos")
	mel := v.input("mels", onnxFloat, 1, mels, -1)
	only := v.with("Softmax", the("axis", 1), v.do("Mul", mel, v.number(20)))
	bands := make([]float32, bins*mels)
	high := func(hz float64) float64 { return 2595 * math.Log10(1+hz/700) }
	for k := 0; k < bins; k += 4 {
		if at := math.Round(high(float64(k)*24000/1024)/high(12000)*float64(mels+1)) - 1; at >= 0 && at < float64(mels) {
			bands[k*int(mels)+int(at)] = 100
		}
	}
	v.node("mag", "MatMul", nil, v.floats([]int64{bins, mels}, bands...), only)
	still := v.do("Mul", "mag", v.number(0))
	v.node("x", "Add", nil, still, v.number(1))
	v.node("y", "Identity", nil, still)
	for _, name := range []string{"mag", "x", "y"} {
		v.output(name, onnxFloat, 1, bins, -1)
	}
	v.write(t, dir, "vocos_24khz.onnx")
}

// littleMatcha says eight frames for every symbol, all of one band.
func littleMatcha(t *testing.T, dir string) {
	t.Helper()
	const mels = 80
	var m graph
	x := m.input("x", onnxInt, 1, -1)
	m.input("x_length", onnxInt, 1)
	m.input("noise_scale", onnxFloat, 1)
	length := m.input("length_scale", onnxFloat, 1)
	frames := m.cast(m.do("Mul", m.do("Mul", m.dim(x, 1), m.number(8)), length), onnxInt)
	silence := m.do("ConstantOfShape", m.with("Concat", the("axis", 0), m.ints(1), m.ints(mels), frames))
	band := make([]float32, mels)
	band[8] = 1 // about 281 Hz
	m.node("mel", "Add", nil, silence, m.floats([]int64{1, mels, 1}, band...))
	m.output("mel", onnxFloat, 1, mels, -1)
	for _, p := range [][2]string{{"model_type", "matcha-tts"}, {"language", "English"}, {"has_espeak", "1"}, {"voice", "en-us"}, {"jieba", "0"}, {"n_speakers", "1"}, {"sample_rate", "24000"},
		{"pad_id", "0"}, {"use_eos_bos", "0"}, {"num_ode_steps", "3"}} {
		m.about(p[0], p[1])
	}
	m.write(t, dir, "model-steps-3.onnx")
	littleVocos(t, dir, mels)
	putWords(t, dir, "unused.txt")
}

// putWords lays out what the library needs to make symbols of words.
func putWords(t *testing.T, dir, lexicon string) {
	t.Helper()
	var list, words strings.Builder
	fmt.Fprintln(&list, "  0")
	for i, r := range alphabet + "^$_ɪəɹɛθðˈɾɲɣβ" {
		fmt.Fprintln(&list, string(r), i+1)
	}
	for _, w := range strings.Fields("hello there my friend this is me") {
		fmt.Fprintln(&words, w, strings.Join(strings.Split(w, ""), " "))
	}
	put(t, dir, "tokens.txt", list.String())
	put(t, dir, lexicon, words.String())
	home, err := speaker(t).libraries()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(home, "espeak-ng-data"), filepath.Join(dir, "espeak-ng-data")); err != nil {
		t.Fatal(err)
	}
}

// putStyles writes what tells the speakers of a Kokoro or Kitten model apart: here the
// pitch of each, once for every length of text.
func putStyles(t *testing.T, dir string, lengths int, pitches ...float32) {
	t.Helper()
	var b []byte
	for _, hz := range pitches {
		for range lengths {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(hz))
			b = binary.LittleEndian.AppendUint32(b, 0)
		}
	}
	put(t, dir, "voices.bin", string(b))
}

// styled is a model of a Kokoro's or a Kitten's shape: 50 ms for every symbol, at the
// speaker's pitch.
func styled(about ...string) *graph {
	var g graph
	tokens := g.input("tokens", onnxInt, 1, -1)
	style := g.input("style", onnxFloat, 1, 2)
	speed := g.input("speed", onnxFloat, 1)
	hz := g.do("Reshape", g.do("Slice", style, g.ints(0), g.ints(1), g.ints(1)), g.ints(1))
	n := g.do("Div", g.do("Mul", g.dim(tokens, 1), g.number(1200)), speed)
	g.node("audio", "Unsqueeze", nil, g.tone(n, hz, 24000), g.ints(0))
	g.output("audio", onnxFloat, 1, -1)
	for i := 0; i < len(about); i += 2 {
		g.about(about[i], about[i+1])
	}
	return &g
}

func littleKokoro(t *testing.T, dir string) {
	t.Helper()
	styled("model_type", "kokoro", "version", "2", "language", "multi-lang, e.g., Chinese + English", "has_espeak", "1", "voice", "en-us", "sample_rate", "24000",
		"style_dim", "200,1,2", "n_speakers", "4", "speaker2id", "af_one->0,am_two->1,ef_tres->2,em_cuatro->3", "speaker_names", "af_one,am_two,ef_tres,em_cuatro").write(t, dir, "model.onnx")
	putStyles(t, dir, 200, 200, 120, 240, 100)
	putWords(t, dir, "lexicon-us-en.txt")
}

func littleKitten(t *testing.T, dir string) {
	t.Helper()
	styled("model_type", "kitten-tts", "language", "English", "has_espeak", "1", "voice", "en-us", "sample_rate", "24000",
		"style_dim", "1,2", "n_speakers", "2", "speaker_names", "expr-voice-2-m,expr-voice-2-f").write(t, dir, "model.fp16.onnx")
	putStyles(t, dir, 1, 110, 220)
	putWords(t, dir, "unused.txt")
}

// littleSupertonic says 50 ms for every character, in a tone as uneven as its noise.
func littleSupertonic(t *testing.T, dir string) {
	t.Helper()
	put(t, dir, "tts.json", `{"ae": {"sample_rate": 24000, "base_chunk_size": 240}, "ttl": {"chunk_compress_factor": 2, "latent_dim": 2}}`)
	var d graph
	ids := d.input("text_ids", onnxInt, 1, -1)
	d.input("style_dp", onnxFloat, 1, 1, 1)
	d.input("text_mask", onnxFloat, 1, 1, -1)
	d.node("duration", "Mul", nil, d.dim(ids, 1), d.number(0.05))
	d.output("duration", onnxFloat, 1)
	d.write(t, dir, "duration_predictor.onnx")
	var e graph
	e.input("text_ids", onnxInt, 1, -1)
	e.input("style_ttl", onnxFloat, 1, 1, 1)
	e.node("text_emb", "Identity", nil, e.input("text_mask", onnxFloat, 1, 1, -1))
	e.output("text_emb", onnxFloat, 1, 1, -1)
	e.write(t, dir, "text_encoder.onnx")
	var v graph
	v.node("denoised_latent", "Identity", nil, v.input("noisy_latent", onnxFloat, 1, 4, -1))
	v.input("text_emb", onnxFloat, 1, 1, -1)
	v.input("style_ttl", onnxFloat, 1, 1, 1)
	v.input("latent_mask", onnxFloat, 1, 1, -1)
	v.input("text_mask", onnxFloat, 1, 1, -1)
	v.input("current_step", onnxFloat, 1)
	v.input("total_step", onnxFloat, 1)
	v.output("denoised_latent", onnxFloat, 1, 4, -1)
	v.write(t, dir, "vector_estimator.onnx")
	var w graph
	wave := make([]float32, 480)
	for i := range wave {
		wave[i] = float32(0.1 * math.Sin(2*math.Pi*float64(i)/120))
	}
	noise := w.do("Reshape", w.do("Slice", w.input("latent", onnxFloat, 1, 4, -1), w.ints(0), w.ints(1), w.ints(1)), w.ints(-1, 1))
	w.node("wav_tts", "Reshape", nil, w.do("Mul", w.do("Add", noise, w.number(3)), w.floats([]int64{1, 480}, wave...)), w.ints(1, -1))
	w.output("wav_tts", onnxFloat, 1, -1)
	w.write(t, dir, "vocoder.onnx")
	var index, voices []byte
	for r := range 65536 {
		id := uint32(math.MaxUint32)
		if r < 128 {
			id = uint32(r)
		}
		index = binary.LittleEndian.AppendUint32(index, id)
	}
	for _, n := range []uint64{2, 1, 1, 2, 1, 1} {
		voices = binary.LittleEndian.AppendUint64(voices, n)
	}
	put(t, dir, "unicode_indexer.bin", string(index))
	put(t, dir, "voice.bin", string(append(voices, make([]byte, 16)...)))
}
