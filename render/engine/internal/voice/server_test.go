package voice

import (
	"encoding/base64"
	"encoding/json"
	"io"
	"math"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

func TestSpeechServer(t *testing.T) {
	t.Parallel()
	neuralOnly(t)
	const text = "Our customers saved 12 hours a week, on average."
	truth := say(t, Utterance{Text: text, Voice: scene.Voice{Name: "jenny-lower"}})
	for _, captions := range []bool{false, true} {
		var asked map[string]any
		srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			body, _ := io.ReadAll(r.Body)
			switch {
			case r.Header.Get("Authorization") != "Bearer sk-secret":
				http.Error(w, "bad key "+r.Header.Get("Authorization"), http.StatusUnauthorized)
			case r.URL.Path == "/dev/captioned_speech" && captions:
				type word struct {
					Word  string  `json:"word"`
					Start float64 `json:"start_time"`
					End   float64 `json:"end_time"`
				}
				var told []word
				for _, v := range truth.Line.Words {
					told = append(told, word{strings.ReplaceAll(v.Text, "12", "twelve"), v.Start, v.End})
				}
				_ = json.NewEncoder(w).Encode(map[string]any{"audio": base64.StdEncoding.EncodeToString(wave(truth.PCM, scene.SampleRate)), "timestamps": told})
			case r.URL.Path == "/v1/audio/speech":
				_ = json.Unmarshal(body, &asked)
				w.Header().Set("Content-Type", "audio/wav")
				_, _ = w.Write(wave(truth.PCM, scene.SampleRate))
			default:
				http.NotFound(w, r)
			}
		}))
		defer srv.Close()
		open := func(key string) *Speaker { return apart(t, Options{SpeechURL: srv.URL, SpeechKey: key}) }
		take, err := open("sk-secret").Speak(t.Context(), Utterance{Text: text, Voice: scene.Voice{Name: "nova"}})
		if err != nil {
			t.Fatal(err)
		}
		sane(t, take)
		limit := 0.035 // mean error of our own alignment
		if captions {
			limit = 0.02
		} else if asked["voice"] != "nova" || !strings.Contains(asked["input"].(string), "twelve hours") {
			t.Errorf("asked for %v", asked)
		}
		var off float64
		for i, w := range take.Line.Words {
			off += math.Abs(w.Start-truth.Line.Words[i].Start) / float64(len(take.Line.Words))
		}
		if off > limit {
			t.Errorf("captions %v: words are off by %.3f s on average", captions, off)
		}
		_, err = open("sk-wrong").Speak(t.Context(), Utterance{Text: "Hello."})
		if err == nil || !strings.Contains(err.Error(), "401") || strings.Contains(err.Error(), "sk-wrong") {
			t.Errorf("wrong key: %v", err)
		}
	}
}

// TestSpeechServerRefusalHidesTheKey, also where the message is cut off within it.
func TestSpeechServerRefusalHidesTheKey(t *testing.T) {
	t.Parallel()
	s := server{key: "sk-0123456789abcdef"}
	for _, before := range []int{0, 290, 299, 400} {
		if said := s.said([]byte(strings.Repeat("x", before) + "sk-0123456789abcdef is unknown")); strings.Contains(said, "sk-") {
			t.Errorf("%d: %q", before, said)
		}
	}
}

// TestSpeechServerSilent: an answer in which nobody speaks is no speech.
func TestSpeechServerSilent(t *testing.T) {
	t.Parallel()
	if _, err := decodeAnswer(t.Context(), make([]byte, 48000), "audio/pcm"); err == nil || !strings.Contains(err.Error(), "silence") {
		t.Errorf("a second of silence: %v", err)
	}
}

// TestSpeechServerTooLong: an answer that is small and holds hours of sound is refused
// before it fills the memory.
func TestSpeechServerTooLong(t *testing.T) {
	t.Parallel()
	hum := func(n int) []float32 {
		pcm := make([]float32, n)
		for i := range pcm {
			pcm[i] = 0.3 * float32(i/20%2) // 100 Hz
		}
		return pcm
	}
	if _, err := decodeAnswer(t.Context(), wave(hum(2000*4000), 4000), "audio/wav"); err == nil || !strings.Contains(err.Error(), "more than 300 s") {
		t.Errorf("2000 s of sound: %v", err)
	}
	if pcm, err := decodeAnswer(t.Context(), wave(hum(4000), 4000), "audio/wav"); err != nil || len(pcm) != scene.SampleRate {
		t.Errorf("1 s of sound: %d samples, %v", len(pcm), err)
	}
}
