package sherpa

import (
	"encoding/binary"
	"errors"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func field(b []byte, num int, body string) []byte {
	b = binary.AppendUvarint(b, uint64(num<<3|wireBytes))
	b = binary.AppendUvarint(b, uint64(len(body)))
	return append(b, body...)
}

// onnx is a file with metadata, a version before it and something like a graph.
func onnx(pairs ...string) string {
	b := field([]byte{0x08, 0x08}, 7, strings.Repeat("weights", 50))
	for i := 0; i < len(pairs); i += 2 {
		b = field(b, modelMetadata, string(field(field(nil, entryKey, pairs[i]), entryValue, pairs[i+1])))
	}
	return string(b)
}

// folder writes files; a name that ends in a slash is a folder.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "model [1]") // no pattern
	for name, body := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, "/") {
			if err := os.MkdirAll(path, 0o755); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// folders are as sherpa-onnx publishes them, by the family they must be taken for.
var folders = map[Family]map[string]string{
	VITS:       {"en_US-amy-low.onnx": onnx("comment", "piper", "language", "English", "n_speakers", "1", "sample_rate", "16000"), "tokens.txt": "_ 0", "espeak-ng-data/": ""},
	Matcha:     {"model-steps-3.onnx": onnx("model_type", "matcha-tts", "language", "English"), "tokens.txt": "_ 0", "../vocos-22khz-univ.onnx": onnx(), "espeak-ng-data/": ""},
	Kokoro:     {"model.onnx": onnx("model_type", "kokoro", "speaker2id", "af_bella->1,AF_Sky->4"), "voices.bin": "v", "tokens.txt": "_ 0", "lexicon-us-en.txt": "a", "lexicon-gb-en.txt": "a", "lexicon-zh.txt": "a", "date-zh.fst": "f", "espeak-ng-data/": ""},
	Kitten:     {"model.fp16.onnx": onnx("model_type", "kitten-tts", "speaker_names", "expr-voice-2-m,expr-voice-2-f"), "voices.bin": "v", "tokens.txt": "_ 0", "espeak-ng-data/": ""},
	ZipVoice:   {"encoder.int8.onnx": onnx(), "encoder.onnx": onnx(), "decoder.int8.onnx": onnx(), "vocos_24khz.onnx": onnx(), "tokens.txt": "_ 0", "lexicon.txt": "a", "espeak-ng-data/": ""},
	Pocket:     {"lm_main.int8.onnx": onnx(), "lm_flow.int8.onnx": onnx(), "encoder.onnx": onnx(), "decoder.int8.onnx": onnx(), "text_conditioner.onnx": onnx(), "vocab.json": "{}", "token_scores.json": "{}"},
	Supertonic: {"duration_predictor.int8.onnx": onnx(), "text_encoder.int8.onnx": onnx(), "vector_estimator.int8.onnx": onnx(), "vocoder.int8.onnx": onnx(), "tts.json": "{}", "unicode_indexer.bin": "u", "voice.bin": "v"},
}

func TestFind(t *testing.T) {
	t.Parallel()
	sums := map[string]Family{}
	for family, files := range folders {
		m, err := Find(folder(t, files))
		if err != nil || m.Family != family {
			t.Errorf("%s: %s, %v", family, m.Family, err)
		}
		if want := family == ZipVoice || family == Pocket; m.Clones() != want {
			t.Errorf("%s clones: %v", family, m.Clones())
		}
		if other := sums[m.Sum]; other != "" || m.Sum == "" {
			t.Errorf("%s has the sum of %s", family, other)
		}
		sums[m.Sum] = family
		// Without any one of its files it is an error, or no model.
		for name := range files {
			if family != ZipVoice && (strings.HasSuffix(name, "/") || strings.Contains(name, "lexicon")) || strings.Contains(name, ".fst") || name == "encoder.int8.onnx" && family == ZipVoice {
				continue
			}
			fewer := map[string]string{}
			for n, body := range files {
				if n != name && (n != "encoder.int8.onnx" || family != ZipVoice) {
					fewer[n] = body
				}
			}
			if m, err := Find(folder(t, fewer)); err == nil {
				t.Errorf("%s without %s is taken for %s", family, name, m.Family)
			}
		}
	}
	m, err := Find(folder(t, folders[Kokoro]))
	if err != nil {
		t.Fatal(err)
	}
	if lex := m.Files["lexicon"]; strings.Count(lex, ",") != 1 || strings.Contains(lex, "gb") {
		t.Errorf("lexicons %s", lex)
	}
	for name, want := range map[string]int{"7": 7, "af_bella": 1, "af_sky": 4} {
		if got, err := m.Speaker(name); err != nil || got != want {
			t.Errorf("speaker %s: %d, %v", name, got, err)
		}
	}
	if _, err := m.Speaker("ada"); err == nil || !strings.Contains(err.Error(), "af_bella, af_sky") {
		t.Errorf("unknown speaker: %v", err)
	}
	for _, files := range []map[string]string{{"notes.txt": "x"}, {"model.onnx": onnx("model_type", "vits")}, {"model.onnx": onnx("model_type", "asr"), "tokens.txt": "_ 0"}} {
		if _, err := Find(folder(t, files)); !errors.Is(err, ErrNone) {
			t.Errorf("%v: %v", files, err)
		}
	}
	if _, err := Find(folder(t, map[string]string{"model.onnx": "no protobuf at all", "tokens.txt": "_ 0"})); err == nil {
		t.Error("a broken model is a model")
	}
}

func FuzzMetadata(f *testing.F) {
	f.Add([]byte(onnx("a", "b")))
	f.Add([]byte{0x3a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f})
	f.Add([]byte{0x72, 0x04, 0x0a, 0x7f, 'a', 'b'})
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := metadata(strings.NewReader(string(data)), int64(len(data))); err == nil && len(data) == 0 && len(m) > 0 {
			t.Fatal("metadata from nothing")
		}
	})
}

// A library compiled against sherpa-onnx's own header writes down what it is given:
// so the structs of every family are laid out as the real library reads them.
func TestWhatTheLibraryGets(t *testing.T) {
	t.Parallel()
	home, err := os.UserHomeDir()
	if err != nil {
		t.Skip(err)
	}
	headers, _ := filepath.Glob(filepath.Join(home, "go", "pkg", "mod", "github.com", "k2-fsa", "sherpa-onnx-go-linux@v1.13*", "c-api.h"))
	cc, err := exec.LookPath("gcc")
	if err != nil || len(headers) == 0 {
		t.Skip("needs gcc and sherpa-onnx's header: render doctor --install --tests fetches them")
	}
	lib := filepath.Join(t.TempDir(), "libsherpa-onnx-c-api.so")
	if out, err := exec.Command(cc, "-shared", "-fPIC", "-w", "-I", filepath.Dir(headers[len(headers)-1]), "-o", lib, "testdata/library.c").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for family, files := range folders {
		dir := folder(t, files)
		m, err := Find(dir)
		if err != nil {
			t.Fatal(err)
		}
		v := Open(lib, m, "en")
		t.Cleanup(v.Close)
		said, err := v.Speak(t.Context(), Ask{Text: "Héllo\x00.", Speaker: 3, Speed: 1.25, Sample: []float32{0.5, -0.25, 0.125}, SampleRate: 24000, Transcript: "Hi there."})
		if err != nil {
			t.Errorf("%s: %v", family, err)
			continue
		}
		if said.Rate != 24000 || len(said.Samples) != 2400 || math.Abs(float64(said.Samples[7])-0.007) > 1e-6 {
			t.Errorf("%s: %d samples at %d", family, len(said.Samples), said.Rate)
		}
		b, err := os.ReadFile(filepath.Join(dir, "seen"))
		if err != nil {
			t.Fatal(err)
		}
		seen := strings.Split(strings.TrimSpace(strings.ReplaceAll(string(b), m.Dir+"/", "")), "\n")
		want := []string{"family " + string(family), "text Héllo .", "speaker 3 speed 1.25", "sample 3 at 24000: 0.5 -0.25 0.125", "transcript Hi there.", "threads 2 on cpu"}
		for _, w := range append(want, map[Family][]string{
			VITS:       {"files en_US-amy-low.onnx tokens.txt espeak-ng-data"},
			Matcha:     {"files model-steps-3.onnx " + filepath.Join(filepath.Dir(m.Dir), "vocos-22khz-univ.onnx") + " tokens.txt espeak-ng-data"},
			Kokoro:     {"files model.onnx voices.bin tokens.txt espeak-ng-data lexicon-us-en.txt,lexicon-zh.txt", "fsts date-zh.fst"},
			Kitten:     {"files model.fp16.onnx voices.bin tokens.txt espeak-ng-data"},
			ZipVoice:   {"files tokens.txt encoder.onnx decoder.int8.onnx vocos_24khz.onnx espeak-ng-data lexicon.txt", "scales 0.1 0.5 0.1 1", "steps 5"},
			Pocket:     {"files lm_flow.int8.onnx lm_main.int8.onnx encoder.onnx decoder.int8.onnx text_conditioner.onnx vocab.json token_scores.json", "steps 5", `extra {"max_reference_audio_len": 12.0, "seed": 42}`},
			Supertonic: {`extra {"seed": 42, "lang": "en"}`, "files duration_predictor.int8.onnx text_encoder.int8.onnx vector_estimator.int8.onnx vocoder.int8.onnx tts.json unicode_indexer.bin voice.bin"},
		}[family]...) {
			if !slices.Contains(seen, w) {
				t.Errorf("%s got\n  %s\nwithout\n  %s", family, strings.Join(seen, "\n  "), w)
			}
		}
	}
	// A model that the library refuses.
	dir := folder(t, map[string]string{"refuse.onnx": onnx("model_type", "vits"), "tokens.txt": "_ 0"})
	m, err := Find(dir)
	if err != nil {
		t.Fatal(err)
	}
	v := Open(lib, m, "en")
	t.Cleanup(v.Close)
	if _, err := v.Speak(t.Context(), Ask{Text: "Hi.", Speed: 1}); err == nil || !strings.Contains(err.Error(), "does not load as a vits model") {
		t.Errorf("refused model: %v", err)
	}
	if _, err := Open(filepath.Join(t.TempDir(), "none.so"), m, "en").Speak(t.Context(), Ask{Text: "Hi."}); err == nil || !strings.Contains(err.Error(), "none.so") {
		t.Errorf("no library: %v", err)
	}
}
