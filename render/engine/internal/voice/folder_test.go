package voice

import (
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// sherpaLibrary finds the library that `render doctor --install --tests` downloads.
func sherpaLibrary(t *testing.T) string {
	t.Helper()
	if lib := os.Getenv("RENDER_SHERPA_LIB"); lib != "" {
		return lib
	}
	cache := os.Getenv("GOMODCACHE")
	if cache == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			t.Skip(err)
		}
		cache = filepath.Join(home, "go", "pkg", "mod")
	}
	found, _ := filepath.Glob(filepath.Join(cache, "github.com", "k2-fsa", "sherpa-onnx-go-linux@v1.13*", "lib", "x86_64-unknown-linux-gnu", "libsherpa-onnx-c-api.so"))
	if runtime.GOOS != "linux" || runtime.GOARCH != "amd64" || len(found) == 0 {
		t.Skip("sherpa-onnx is not here: render doctor --install --tests fetches it")
	}
	return found[len(found)-1]
}

// property encodes a metadata entry of an ONNX file.
func property(key, value string) []byte {
	field := func(b []byte, num int, body string) []byte {
		b = binary.AppendUvarint(b, uint64(num<<3|2))
		b = binary.AppendUvarint(b, uint64(len(body)))
		return append(b, body...)
	}
	return field(nil, 14, string(field(field(nil, 1, key), 2, value)))
}

// sherpaJenny lays the built-in voice out the way sherpa-onnx packages VITS models:
// metadata in the model, tokens.txt and espeak-ng's data beside it.
func sherpaJenny(t *testing.T) string {
	t.Helper()
	s, v := jennyVoice(t)
	home, err := s.libraries()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	model, err := os.ReadFile(filepath.Join(shared.dir, "voice", jennyPack().name, "voice.onnx"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range [][2]string{{"model_type", "vits"}, {"comment", "piper"}, {"language", "English"}, {"voice", "en-gb-x-rp"}, {"has_espeak", "1"}, {"n_speakers", "1"}, {"sample_rate", "22050"}} {
		model = append(model, property(p[0], p[1])...)
	}
	var tokens strings.Builder
	for _, symbol := range slices.Sorted(maps.Keys(v.config.PhonemeIDs)) {
		fmt.Fprintln(&tokens, symbol, v.config.PhonemeIDs[symbol][0])
	}
	if err := os.WriteFile(filepath.Join(dir, "jenny.onnx"), model, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "tokens.txt"), []byte(tokens.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(home, "espeak-ng-data"), filepath.Join(dir, "espeak-ng-data")); err != nil {
		t.Fatal(err)
	}
	return dir
}

// A sherpa-onnx folder speaks through the real library: here with the built-in
// voice's weights, since no others are at hand.
func TestSherpaFolder(t *testing.T) {
	t.Parallel()
	neuralOnly(t)
	lib, dir := sherpaLibrary(t), sherpaJenny(t)
	open := func(lib string) *Speaker { return apart(t, Options{SherpaLib: lib}) }
	u := Utterance{Text: `Our customers saved 12 hours <break time="900ms"/> a week.`, Voice: scene.Voice{Name: dir}}
	if _, err := open("").Who(t.Context(), "en", u.Voice); err == nil || !strings.Contains(err.Error(), "RENDER_SHERPA_LIB") {
		t.Errorf("without the library: %v", err)
	}
	s := open(lib)
	who, err := s.Who(t.Context(), "en", u.Voice)
	if err != nil || !strings.Contains(who.Name, "sherpa-onnx vits") {
		t.Fatalf("%+v, %v", who, err)
	}
	take, err := s.Speak(t.Context(), u)
	if err != nil {
		t.Fatal(err)
	}
	sane(t, take)
	// The same voice by our own hand tells when the words fall.
	truth := say(t, Utterance{Text: u.Text})
	if got, want := take.Seconds(), truth.Seconds(); math.Abs(got/want-1) > 0.2 {
		t.Errorf("%.2f s, want about %.2f", got, want)
	}
	w := take.Line.Words
	if gap := w[5].Start - w[4].End; gap < 0.9 || gap > 1.3 {
		t.Errorf("the pause lasts %.2f s", gap)
	}
	again, err := open(lib).Speak(t.Context(), u)
	if err != nil || !slices.Equal(again.PCM, take.PCM) {
		t.Errorf("a second reading differs: %v", err)
	}
	// What sherpa-onnx does not like ends its process, not ours, and says why.
	bad := t.TempDir()
	for name, body := range map[string][]byte{"model.onnx": append(property("model_type", "vits"), property("sample_rate", "22050")...), "tokens.txt": []byte("a 1\n")} {
		if err := os.WriteFile(filepath.Join(bad, name), body, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Speak(t.Context(), Utterance{Text: "Hello.", Voice: scene.Voice{Name: bad}}); err == nil || !strings.Contains(err.Error(), "sherpa-onnx") {
		t.Errorf("broken model: %v", err)
	}
	if _, err := s.Speak(t.Context(), Utterance{Text: "Hello.", Voice: scene.Voice{Name: dir + "#nobody"}}); err == nil || !strings.Contains(err.Error(), "names no speakers") {
		t.Errorf("unknown speaker: %v", err)
	}
}

func TestPiperFolder(t *testing.T) {
	t.Parallel()
	neuralOnly(t)
	s, _ := jennyVoice(t)
	from := filepath.Join(shared.dir, "voice", jennyPack().name)
	dir := t.TempDir()
	for name, as := range map[string]string{"voice.onnx": "en_GB-mine.onnx", "voice.json": "en_GB-mine.onnx.json"} {
		if err := os.Symlink(filepath.Join(from, name), filepath.Join(dir, as)); err != nil {
			t.Fatal(err)
		}
	}
	u := Utterance{Text: "My own voice.", Voice: scene.Voice{Name: dir}}
	say(t, u)
	if who, err := s.Who(t.Context(), "en", u.Voice); err != nil || who.Name != "Piper en_GB-mine" {
		t.Errorf("%s speaks, %v", who.Name, err)
	}
	if _, err := s.Speak(t.Context(), Utterance{Text: "Hallo.", Language: "de", Voice: u.Voice}); err == nil || !strings.Contains(err.Error(), `no voice for "de"`) {
		t.Errorf("German from an English folder: %v", err)
	}
}
