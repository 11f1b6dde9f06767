package engine

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"io/fs"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/voice"
)

// The mouth of a finished video opens and closes with its voice: the dark between
// the lips, measured in the decoded frames, follows the loudness of the decoded
// sound, and of all shifts the best match lies within a frame. So it does whoever
// speaks: the built-in voice, espeak-ng, a Piper folder, and a speech server that
// says nothing of when its words are heard.
func TestMouthFollowsTheVoiceInTheFinishedVideo(t *testing.T) {
	whole(t)
	t.Parallel()
	const text = "Mama bought a big apple pie. Papa ate it all, and Bob was mad about that."
	e := open(t, t.TempDir())
	for name, spec := range map[string]manifest.Spec{
		"built-in": {},
		"espeak":   {Voice: &manifest.Voice{Name: "espeak-en"}},
		"piper":    {Voice: &manifest.Voice{Name: filepath.Join(voices, "piper")}},
		"server":   {},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			e := e
			switch name {
			case "server":
				e = openServer(t, e)
			case "piper":
				piperFolder(t, e, spec.Voice.Name)
			}
			spec.PositivePrompt = "MUSIC: none\nCAPTIONS: off\nScene 1: [A-ROLL]\nVO: \"" + text + "\"\n"
			follows(t, e, spec)
		})
	}
}

// openServer is an engine whose voice is a speech server, with takes of e's own voice
// and no times for them.
func openServer(t *testing.T, e *Engine) *Engine {
	t.Helper()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var asked struct{ Input string }
		if r.URL.Path != "/v1/audio/speech" || json.NewDecoder(r.Body).Decode(&asked) != nil {
			http.NotFound(w, r)
			return
		}
		take, err := e.speaker.Speak(r.Context(), voice.Utterance{Text: asked.Input, Voice: scene.Voice{Name: "jenny-older"}})
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "audio/wav")
		head := []byte("RIFF....WAVEfmt ")
		for _, v := range []any{uint32(16), uint16(1), uint16(1), uint32(scene.SampleRate), uint32(2 * scene.SampleRate), uint16(2), uint16(16)} {
			head, _ = binary.Append(head, binary.LittleEndian, v)
		}
		head = binary.LittleEndian.AppendUint32(append(head, "data"...), uint32(2*len(take.PCM)))
		binary.LittleEndian.PutUint32(head[4:], uint32(len(head)+2*len(take.PCM)-8))
		for _, v := range take.PCM {
			head = binary.LittleEndian.AppendUint16(head, uint16(int16(32767*max(-1, min(1, v)))))
		}
		_, _ = w.Write(head)
	}))
	t.Cleanup(srv.Close)
	cache := t.TempDir()
	open(t, cache) // links the voices
	out, err := New(Options{CacheDir: cache, SpeechURL: srv.URL})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// piperFolder makes a user's folder of a Piper voice from the files of the built-in one.
func piperFolder(t *testing.T, e *Engine, dir string) {
	t.Helper()
	if _, err := e.speaker.Speak(t.Context(), voice.Utterance{Text: "Unpack."}); err != nil {
		t.Fatal(err)
	}
	found, err := filepath.Glob(filepath.Join(voices, "voice", "*", "voice.onnx"))
	if err != nil || len(found) == 0 {
		t.Skip("there is no built-in voice here")
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for from, to := range map[string]string{found[0]: "nora.onnx", filepath.Join(filepath.Dir(found[0]), "voice.json"): "nora.onnx.json"} {
		if err := os.Symlink(from, filepath.Join(dir, to)); err != nil && !errors.Is(err, fs.ErrExist) {
			t.Fatal(err)
		}
	}
}

// follows renders a scene of a presenter and compares mouth and voice.
func follows(t *testing.T, e *Engine, spec manifest.Spec) {
	t.Helper()
	const w, h, fps = 640, 360, 30
	spec.Width, spec.Height, spec.Duration, spec.Inputs = w, h, 9, &manifest.Inputs{Avatar: "maya"}
	r, _ := make1(t, e, job(t, spec))
	decode := func(args ...string) []byte {
		out, err := exec.CommandContext(t.Context(), "ffmpeg", append([]string{"-v", "error", "-i", r.Path}, args...)...).Output()
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	pix := decode("-f", "rawvideo", "-pix_fmt", "gray", "-")
	pcm := decode("-f", "f32le", "-ac", "1", "-ar", strconv.Itoa(fps*1600), "-")
	n := min(len(pix)/(w*h), len(pcm)/4/1600)
	mouth, voice := make([]float64, n), make([]float64, n)
	for f := range n {
		frame := pix[f*w*h:][:w*h]
		// The head is 35 hundredths of the height, its eyes at 44 hundredths.
		for y := h * 50 / 100; y < h*63/100; y++ {
			for x := w*63/100 - h*6/100; x < w*63/100+h*6/100; x++ {
				if frame[y*w+x] < 70 {
					mouth[f]++
				}
			}
		}
		for i := range 1600 {
			v := float64(math.Float32frombits(binary.LittleEndian.Uint32(pcm[4*(f*1600+i):])))
			voice[f] += v * v
		}
		voice[f] = math.Sqrt(voice[f])
	}
	best, most := 0, -1.0
	for lag := -8; lag <= 8; lag++ { // positive: the mouth is late
		var a, b, ab, aa, bb, k float64
		for i := 8; i < n-8; i++ {
			x, y := mouth[i+lag], voice[i]
			a, b, ab, aa, bb, k = a+x, b+y, ab+x*y, aa+x*x, bb+y*y, k+1
		}
		c := (ab - a*b/k) / math.Sqrt((aa-a*a/k)*(bb-b*b/k))
		t.Logf("shift %+d frames: correlation %.3f", lag, c)
		if c > most {
			best, most = lag, c
		}
	}
	if best < -1 || best > 1 || most < .5 {
		t.Errorf("the mouth matches the voice best when shifted by %d frames (correlation %.2f)", best, most)
	}
}
