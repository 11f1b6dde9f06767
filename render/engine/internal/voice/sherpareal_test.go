package voice

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/voice/sound"
)

// realSpeaker speaks with the real sherpa-onnx, in a process and a cache of its own.
func realSpeaker(t *testing.T, dir string) *Speaker {
	t.Helper()
	return apart(t, Options{SherpaLib: sherpaLibrary(t), VoiceDir: dir})
}

// TestCloningForReal speaks with the real sherpa-onnx in the voice of a sample, through
// models small enough to be written here: the speech has the sample's pitch, and its
// length is the text's.
func TestCloningForReal(t *testing.T) {
	alone(t)
	t.Parallel()
	neuralOnly(t)
	sherpaLibrary(t)
	for family, lay := range map[string]func(*testing.T, string){"pocket": littlePocket, "zipvoice": littleZipVoice} {
		dir := t.TempDir()
		lay(t, dir)
		s := realSpeaker(t, dir)
		for n, hz := range []float64{187.5, 281.25} {
			pcm := make([]float32, 5*sampleRate)
			for i := range pcm {
				pcm[i] = float32(0.3 * math.Sin(2*math.Pi*hz*float64(i)/sampleRate))
			}
			sample := filepath.Join(t.TempDir(), "me.wav")
			if err := os.WriteFile(sample, wave(pcm, sampleRate), 0o600); err != nil {
				t.Fatal(err)
			}
			u := Utterance{Text: "hello there my friend.", Voice: scene.Voice{Sample: sample, Consent: "me, today", Transcript: "this is me."}}
			take, err := s.Speak(t.Context(), u)
			if err != nil {
				t.Fatalf("%s: %v", family, err)
			}
			sane(t, take)
			if got := sound.Pitch(take.PCM, scene.SampleRate).Median(); math.Abs(got/hz-1) > 0.03 {
				t.Errorf("%s: a voice of %.0f Hz is cloned at %.0f", family, hz, got)
			}
			if got := take.Seconds(); math.Abs(got-2) > 0.12 {
				t.Errorf("%s: %.2f s", family, got)
			}
			if n > 0 {
				continue
			}
			again, err := realSpeaker(t, dir).Speak(t.Context(), u)
			if err != nil || !slices.Equal(again.PCM, take.PCM) {
				t.Errorf("%s: a second reading differs: %v", family, err)
			}
		}
	}
}

// TestFamiliesForReal does so with those that have speakers of their own: the language
// and the gender choose one, the speed and the text decide the length.
func TestFamiliesForReal(t *testing.T) {
	alone(t)
	t.Parallel()
	neuralOnly(t)
	sherpaLibrary(t)
	dirs := map[string]string{}
	const english, spanish = "hello there my friend.", "hola mi amiga."
	for _, c := range []struct {
		family   string
		lay      func(*testing.T, string)
		language string
		voice    scene.Voice
		text     string
		hz       float64
	}{
		{"kokoro", littleKokoro, "en", scene.Voice{}, english, 200},
		{"kokoro", littleKokoro, "en", scene.Voice{Gender: "male"}, english, 120},
		{"kokoro", littleKokoro, "en", scene.Voice{Name: "#am_two"}, english, 120},
		{"kokoro", littleKokoro, "es", scene.Voice{}, spanish, 240},
		{"kokoro", littleKokoro, "es", scene.Voice{Name: "male-1"}, spanish, 100},
		{"kitten", littleKitten, "en", scene.Voice{}, english, 110},
		{"kitten", littleKitten, "en", scene.Voice{Gender: "female"}, english, 220},
		{"matcha", littleMatcha, "en", scene.Voice{}, english, 281.25},
		{"supertonic", littleSupertonic, "en", scene.Voice{}, english, 200},
		{"supertonic", littleSupertonic, "es", scene.Voice{}, spanish, 200},
	} {
		dir, again := dirs[c.family], dirs[c.family] == ""
		if again {
			dir = t.TempDir()
			dirs[c.family] = dir
			c.lay(t, dir)
		}
		u := Utterance{Text: c.text, Language: c.language, Voice: c.voice}
		if u.Voice.Name == "" || u.Voice.Name[0] == '#' {
			u.Voice.Name = dir + u.Voice.Name
		}
		s := realSpeaker(t, dir)
		take, err := s.Speak(t.Context(), u)
		if err != nil {
			t.Errorf("%s %s %+v: %v", c.family, c.language, c.voice, err)
			continue
		}
		sane(t, take)
		if got := sound.Pitch(take.PCM, scene.SampleRate).Median(); math.Abs(got/c.hz-1) > 0.03 {
			t.Errorf("%s %s %+v speaks at %.0f Hz, not %.0f", c.family, c.language, c.voice, got, c.hz)
		}
		if !again { // once for a family
			continue
		}
		second, err := realSpeaker(t, dir).Speak(t.Context(), u)
		if err != nil || !slices.Equal(second.PCM, take.PCM) {
			t.Errorf("%s: a second reading differs: %v", c.family, err)
		}
		u.Rate = 1.5
		faster, err := s.Speak(t.Context(), u)
		if err != nil || math.Abs(take.Seconds()/faster.Seconds()-1.5) > 0.12 {
			t.Errorf("%s: %.2f s at pace 1.5, %.2f at 1, %v", c.family, faster.Seconds(), take.Seconds(), err)
		}
	}
}
