//go:build (linux || darwin) && (amd64 || arm64)

package sherpa

import (
	"cmp"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"unsafe"

	"github.com/ebitengine/purego"
)

// The structs of sherpa-onnx's c-api.h, release 1.13. Newer releases only add
// fields at the ends, where these have room to spare.
type (
	vits struct {
		model, lexicon, tokens, data uintptr
		noise, noiseWidth, length    float32
		dict                         uintptr
	}
	matcha struct {
		model, vocoder, lexicon, tokens, data uintptr
		noise, length                         float32
		dict                                  uintptr
	}
	kokoro struct {
		model, voices, tokens, data uintptr
		length                      float32
		dict, lexicon, lang         uintptr
	}
	kitten struct {
		model, voices, tokens, data uintptr
		length                      float32
	}
	zipVoice struct {
		tokens, encoder, decoder, vocoder, data, lexicon uintptr
		featScale, timeShift, targetRMS, guidance        float32
	}
	pocket struct {
		flow, main, encoder, decoder, conditioner, vocab, scores uintptr
		cache                                                    int32
	}
	supertonic struct {
		duration, text, vector, vocoder, json, indexer, voice uintptr
	}
	config struct {
		vits           vits
		threads, debug int32
		provider       uintptr
		matcha         matcha
		kokoro         kokoro
		kitten         kitten
		zipVoice       zipVoice
		pocket         pocket
		supertonic     supertonic
		fsts           uintptr
		sentences      int32
		fars           uintptr
		silence        float32
		_              [64]uintptr
	}
	generation struct {
		silence, speed     float32
		speaker            int32
		sample             uintptr
		sampleLength, rate int32
		transcript         uintptr
		steps              int32
		extra              uintptr
		_                  [16]uintptr
	}
	generated struct {
		samples uintptr
		n, rate int32
	}
)

// still is a noise so small that two readings of a sentence are the same; 0 would
// stand for the model's own, which differs from run to run and cannot be seeded.
const still = 1e-30

// keeper keeps C strings alive.
type keeper struct{ kept [][]byte }

func (k *keeper) c(s string) uintptr {
	if s == "" {
		return 0
	}
	b := append([]byte(strings.ReplaceAll(s, "\x00", " ")), 0)
	k.kept = append(k.kept, b)
	return uintptr(unsafe.Pointer(&b[0]))
}

// configure fills in the model's family; the others stay empty.
func (m Model) configure(k *keeper, language string) *config {
	f := func(role string) uintptr { return k.c(m.Files[role]) }
	c := &config{threads: Threads, provider: k.c("cpu"), fsts: f("fsts"), fars: f("fars"), sentences: 1}
	switch m.Family {
	case VITS:
		c.vits = vits{model: f("model"), lexicon: f("lexicon"), tokens: f("tokens"), data: f("espeak"), noise: still, noiseWidth: still, length: 1}
	case Matcha:
		c.matcha = matcha{model: f("model"), vocoder: f("vocoder"), lexicon: f("lexicon"), tokens: f("tokens"), data: f("espeak"), noise: still, length: 1}
	case Kokoro:
		c.kokoro = kokoro{model: f("model"), voices: f("voices"), tokens: f("tokens"), data: f("espeak"), length: 1, lexicon: f("lexicon")}
		c.kokoro.lang = k.c(m.Loads(language))
	case Kitten:
		c.kitten = kitten{model: f("model"), voices: f("voices"), tokens: f("tokens"), data: f("espeak"), length: 1}
	case ZipVoice:
		c.zipVoice = zipVoice{tokens: f("tokens"), encoder: f("encoder"), decoder: f("decoder"), vocoder: f("vocoder"), data: f("espeak"), lexicon: f("lexicon"),
			featScale: 0.1, timeShift: 0.5, targetRMS: 0.1, guidance: 1}
	case Pocket:
		c.pocket = pocket{flow: f("lm_flow"), main: f("lm_main"), encoder: f("encoder"), decoder: f("decoder"), conditioner: f("text_conditioner"), vocab: f("vocab"), scores: f("scores"), cache: 4}
	case Supertonic:
		c.supertonic = supertonic{f("duration"), f("text"), f("vector"), f("vocoder"), f("json"), f("indexer"), f("voice")}
	}
	return c
}

// extra is what a family is told beyond the common settings, as JSON: seeds, since the
// library draws its noise anew otherwise. ZipVoice's cannot be had.
func extra(f Family, language string) string {
	switch f {
	case Pocket:
		return `{"max_reference_audio_len": 12.0, "seed": 42}`
	case Supertonic:
		return fmt.Sprintf(`{"seed": 42, "lang": %q}`, cmp.Or(language, "en"))
	}
	return ""
}

// open opens the library, loads the model and returns what speaks with it.
func open(path string, m Model, language string) (func(Ask) (Said, error), error) {
	lib, err := purego.Dlopen(path, purego.RTLD_NOW|purego.RTLD_GLOBAL)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	var create func(*config) uintptr
	var generate func(tts uintptr, text string, g *generation, callback, arg uintptr) *generated
	var destroy func(*generated)
	for name, fn := range map[string]any{"SherpaOnnxCreateOfflineTts": &create, "SherpaOnnxOfflineTtsGenerateWithConfig": &generate, "SherpaOnnxDestroyOfflineTtsGeneratedAudio": &destroy} {
		sym, err := purego.Dlsym(lib, name)
		if err != nil {
			return nil, fmt.Errorf("%s lacks %s; sherpa-onnx 1.13 or newer is needed", path, name)
		}
		purego.RegisterFunc(fn, sym)
	}
	k := &keeper{}
	tts := create(m.configure(k, language))
	runtime.KeepAlive(k)
	if tts == 0 {
		return nil, fmt.Errorf("%s does not load as a %s model", m.Dir, m.Family)
	}
	return func(a Ask) (Said, error) {
		k := &keeper{}
		g := &generation{silence: 1, speed: float32(a.Speed), speaker: int32(a.Speaker), transcript: k.c(a.Transcript), extra: k.c(extra(m.Family, a.Language)),
			sampleLength: int32(len(a.Sample)), rate: int32(a.SampleRate)}
		if len(a.Sample) > 0 {
			g.sample = uintptr(unsafe.Pointer(&a.Sample[0]))
		}
		if m.Family == ZipVoice || m.Family == Pocket {
			g.steps = 5
		}
		out := generate(tts, strings.ReplaceAll(a.Text, "\x00", " "), g, 0, 0)
		runtime.KeepAlive(k)
		runtime.KeepAlive(a.Sample)
		if out == nil {
			return Said{}, errors.New("nothing was generated")
		}
		defer destroy(out)
		said := Said{Rate: int(out.rate), Samples: make([]float32, out.n)}
		if out.n > 0 {
			copy(said.Samples, unsafe.Slice(*(**float32)(unsafe.Pointer(&out.samples)), out.n))
		}
		return said, nil
	}, nil
}
