package voice

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/voice/sound"
)

// ceo is a recording to be cloned or matched.
func ceo(t *testing.T) string {
	t.Helper()
	low := say(t, Utterance{Text: "Here is what changed this quarter, and why it matters to you.", Voice: scene.Voice{Name: "jenny-deeper"}})
	file := filepath.Join(t.TempDir(), "ceo.wav")
	if err := os.WriteFile(file, wave(low.PCM, scene.SampleRate), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// A speech server that takes samples, the way vLLM-Omni and Chatterbox do.
func TestCloningByServer(t *testing.T) {
	t.Parallel()
	neuralOnly(t)
	sample := ceo(t)
	spoken := say(t, Utterance{Text: "Nice to meet you.", Voice: scene.Voice{Name: "jenny-lower"}})
	for _, form := range []struct{ path, name, file, list string }{
		{"/v1/audio/voices", "name", "audio_sample", `{"voices":["vivian"%s]}`},
		{"/v1/voices", "voice_name", "voice_file", `{"voices":[{"name":"sarah"}%s]}`},
		{}, // takes none
	} {
		var uploads, requests atomic.Int32
		var known, asked atomic.Value
		known.Store("")
		srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			requests.Add(1)
			switch {
			case r.URL.Path == form.path && r.Method == http.MethodGet:
				extra := ""
				if name := known.Load().(string); name != "" {
					extra = fmt.Sprintf(",%q", name)
				}
				fmt.Fprintf(w, form.list, extra)
			case r.URL.Path == form.path:
				uploads.Add(1)
				f, _, err := r.FormFile(form.file)
				if err != nil {
					http.Error(w, err.Error(), http.StatusBadRequest)
					return
				}
				body, _ := io.ReadAll(f)
				if r.FormValue("consent") != "Ada Reyes, 2 March 2026" || !strings.HasPrefix(string(body), "RIFF") || len(body) < 3*2*sampleRate || len(body) > 21*2*sampleRate {
					http.Error(w, "bad upload", http.StatusBadRequest)
					return
				}
				known.Store(r.FormValue(form.name))
				_, _ = io.WriteString(w, `{"success":true}`)
			case r.URL.Path == "/v1/audio/speech":
				var ask struct{ Voice string }
				_ = json.NewDecoder(r.Body).Decode(&ask)
				asked.Store(ask.Voice)
				w.Header().Set("Content-Type", "audio/wav")
				_, _ = w.Write(wave(spoken.PCM, scene.SampleRate))
			default:
				http.NotFound(w, r)
			}
		}))
		defer srv.Close()
		open := func() *Speaker { return apart(t, Options{SpeechURL: srv.URL}) }
		s := open()
		v := scene.Voice{Sample: sample}
		if _, err := s.Speak(t.Context(), Utterance{Text: "Nice to meet you.", Voice: v}); !errors.Is(err, ErrConsent) || requests.Load() != 0 {
			t.Errorf("without consent: %v, %d requests", err, requests.Load())
		}
		v.Consent = "Ada Reyes, 2 March 2026"
		take, err := s.Speak(t.Context(), Utterance{Text: "Nice to meet you.", Voice: v})
		if err != nil {
			t.Fatal(err)
		}
		sane(t, take)
		who, err := s.Who(t.Context(), "en", v)
		if err != nil {
			t.Fatal(err)
		}
		if form.path == "" { // matched instead, and said so
			notes := strings.Join(who.Notes, "\n")
			if !strings.Contains(notes, "takes no voice samples") || !strings.Contains(notes, "not cloned") || asked.Load() != nil {
				t.Errorf("%+v", who)
			}
			if hz := sound.Pitch(take.PCM, scene.SampleRate).Median(); hz > 150 {
				t.Errorf("matched at %.0f Hz", hz)
			}
			continue
		}
		name, _ := known.Load().(string)
		if uploads.Load() != 1 || asked.Load() != name || !strings.HasPrefix(name, "render-") || len(who.Notes) != 0 {
			t.Errorf("%s: %d uploads, asked for %v of %q; %+v", form.path, uploads.Load(), asked.Load(), name, who)
		}
		// Another run finds the voice on the server.
		if _, err := open().Speak(t.Context(), Utterance{Text: "Nice to meet you.", Voice: v}); err != nil || uploads.Load() != 1 {
			t.Errorf("again: %v, %d uploads", err, uploads.Load())
		}
	}
}

// In other languages espeak-ng's voice comes as close to a sample as it can.
func TestMatchingElsewhere(t *testing.T) {
	t.Parallel()
	neuralOnly(t)
	s := speaker(t)
	const text = "Wir freuen uns auf morgen, und auf alles, was danach noch kommen mag."
	for name, limits := range map[string][2]float64{"jenny-deeper": {85, 130}, "jenny-brighter": {170, 260}} {
		model := say(t, Utterance{Text: "Here is what changed this quarter, and why it matters to you.", Voice: scene.Voice{Name: name}})
		file := filepath.Join(t.TempDir(), name+".wav")
		if err := os.WriteFile(file, wave(model.PCM, scene.SampleRate), 0o600); err != nil {
			t.Fatal(err)
		}
		u := Utterance{Text: text, Language: "de", Voice: scene.Voice{Sample: file}}
		take := say(t, u)
		if hz := sound.Pitch(take.PCM, scene.SampleRate).Median(); hz < limits[0] || hz > limits[1] {
			t.Errorf("%s: matched at %.0f Hz, the sample is at %.0f", name, hz, sound.Pitch(model.PCM, scene.SampleRate).Median())
		}
		if who, err := s.Who(t.Context(), "de", u.Voice); err != nil || !strings.Contains(strings.Join(who.Notes, ""), "not cloned") {
			t.Errorf("%+v, %v", who, err)
		}
	}
}

// What a cloning model folder needs besides its weights is asked for before they load.
func TestCloningByFolder(t *testing.T) {
	t.Parallel()
	neuralOnly(t)
	speaker(t)
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "espeak-ng-data"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, f := range []string{"encoder.int8.onnx", "decoder.int8.onnx", "vocos_24khz.onnx", "tokens.txt", "lexicon.txt"} {
		if err := os.WriteFile(filepath.Join(dir, f), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s := apart(t, Options{VoiceDir: dir, SherpaLib: "/no/such/libsherpa-onnx-c-api.so"})
	sample := ceo(t)
	short := filepath.Join(t.TempDir(), "short.wav")
	if err := os.WriteFile(short, wave(make([]float32, sampleRate), sampleRate), 0o600); err != nil {
		t.Fatal(err)
	}
	for want, v := range map[string]scene.Voice{
		"voice.sample":     {Name: dir},
		"voice.consent":    {Sample: sample},
		"voice.transcript": {Sample: sample, Consent: "yes"},
		"too few to clone": {Sample: short, Consent: "yes", Transcript: "Hi."},
	} {
		if _, err := s.Who(t.Context(), "en", v); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v, want …%s…", v, err, want)
		}
	}
	who, err := s.Who(t.Context(), "en", scene.Voice{Sample: sample, Consent: "yes", Transcript: "Here is what changed."})
	if err != nil || !strings.Contains(who.Name, "zipvoice), cloned from ceo.wav") {
		t.Errorf("%+v, %v", who, err)
	}
	if _, err := s.Speak(t.Context(), Utterance{Text: "Hi.", Voice: scene.Voice{Sample: sample, Consent: "yes", Transcript: "Here."}}); err == nil || !strings.Contains(err.Error(), "libsherpa-onnx-c-api.so") {
		t.Errorf("no library: %v", err)
	}
	// Without a sample the built-in voice speaks as ever.
	if who, err := s.Who(t.Context(), "en", scene.Voice{}); err != nil || who.Name != jennyTitle {
		t.Errorf("%+v, %v", who, err)
	}
}

// Speech of an engine that knows neither stress nor pauses gets both.
func TestServerPauses(t *testing.T) {
	t.Parallel()
	neuralOnly(t)
	plain := say(t, Utterance{Text: "We make bottles that stay cold."})
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/v1/audio/speech" {
			http.NotFound(w, r)
			return
		}
		_, _ = w.Write(wave(plain.PCM, scene.SampleRate))
	}))
	defer srv.Close()
	s := apart(t, Options{SpeechURL: srv.URL})
	take, err := s.Speak(t.Context(), Utterance{Text: "We make bottles [pause 0.8s] that *stay* cold."})
	if err != nil {
		t.Fatal(err)
	}
	sane(t, take)
	w := take.Line.Words
	if gap := w[3].Start - w[2].End; gap < 0.75 || gap > 1 {
		t.Errorf("the pause lasts %.2f s", gap)
	}
	if d := take.Seconds() - plain.Seconds(); math.Abs(d-0.8) > 0.1 {
		t.Errorf("%.2f s longer", d)
	}
}

func TestMatching(t *testing.T) {
	alone(t)
	t.Parallel()
	neuralOnly(t)
	s := speaker(t)
	low := say(t, Utterance{Text: "Here is what changed this quarter, and why it matters to you.", Voice: scene.Voice{Name: "jenny-deeper"}})
	file := filepath.Join(t.TempDir(), "ceo.wav")
	if err := os.WriteFile(file, wave(low.PCM, scene.SampleRate), 0o600); err != nil {
		t.Fatal(err)
	}
	u := Utterance{Text: "Nice to meet you.", Voice: scene.Voice{Sample: file}}
	if hz := sound.Pitch(say(t, u).PCM, scene.SampleRate).Median(); hz > 150 {
		t.Errorf("matched at %.0f Hz", hz)
	}
	if who, err := s.Who(t.Context(), "en", u.Voice); err != nil || !strings.Contains(strings.Join(who.Notes, "\n"), "not cloned") {
		t.Errorf("notes %q, %v", who.Notes, err)
	}
	// Neither noise nor a list of files that names a good one is a recording.
	for _, bad := range []string{"not audio", "ffconcat version 1.0\nfile " + filepath.Base(file) + "\n"} {
		if err := os.WriteFile(file+"2", []byte(bad), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Speak(t.Context(), Utterance{Text: "Hi.", Voice: scene.Voice{Sample: file + "2"}}); err == nil || !strings.Contains(err.Error(), "ceo.wav2") {
			t.Errorf("bad sample: %v", err)
		}
	}
}
