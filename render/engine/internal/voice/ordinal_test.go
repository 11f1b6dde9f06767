package voice

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/voice/sound"
)

// TestVoicesApart: the people of a conversation are told apart with eyes closed, in
// every language: between two voices of one gender pitch and formants differ, not in
// opposite ways, by 2.5 semitones of pitch, or 1.5 of formants, or a part of each.
func TestVoicesApart(t *testing.T) {
	alone(t)
	t.Parallel()
	neuralOnly(t)
	text := map[string]string{
		"en": "Every street has a battery now. It charges when power is cheap, and gives it back in the evening.",
		"de": "Jede Straße hat jetzt eine Batterie. Sie lädt, wenn der Strom billig ist, und gibt ihn abends zurück.",
		"fr": "Chaque rue a maintenant une batterie. Elle se charge quand le courant est bon marché, et le rend le soir.",
		"hi": "अब हर गली में एक बैटरी है। जब बिजली सस्ती होती है तब यह चार्ज होती है, और शाम को वापस देती है।",
	}
	for language, words := range text {
		for _, gender := range []string{"female", "male"} {
			var heard []portrait
			var keys []string
			for n := range 3 {
				name := fmt.Sprintf("%s-%d", gender, n+1)
				take := say(t, Utterance{Text: words, Language: language, Voice: scene.Voice{Name: name}})
				const rate = 22050
				p := paint(sound.Resample(take.PCM, scene.SampleRate, rate), rate)
				if lo, hi := 68.0, 155.0; gender == "male" && (p.pitch < lo || p.pitch > hi) || gender == "female" && (p.pitch < 140 || p.pitch > 260) {
					t.Errorf("%s %s speaks at %.0f Hz", language, name, p.pitch)
				}
				who, err := speaker(t).Who(t.Context(), language, scene.Voice{Name: name})
				if err != nil || len(who.Notes) > 0 {
					t.Errorf("%s %s: %v, notes %q", language, name, err, who.Notes)
				}
				for i, other := range heard {
					tones := 12 * math.Log2(p.pitch/other.pitch)
					size := throat(p.spectrum, other.spectrum)
					formants := 12 * math.Log2(size)
					if apart := math.Hypot(tones/2.5, formants/1.5); apart < 1.1 || tones*formants < 0 && math.Abs(formants) > .3 {
						t.Errorf("%s %s and %s-%d are too alike: %+.1f semitones, formants ×%.3f", language, name, gender, i+1, tones, size)
					}
					if keys[i] == who.Key {
						t.Errorf("%s %s and %s-%d are one voice", language, name, gender, i+1)
					}
				}
				heard, keys = append(heard, p), append(keys, who.Key)
			}
		}
	}
}

// throat is by how much a's formants lie higher than b's: the stretch of the frequency
// axis at which two long-term spectra of the same words, less their slopes, agree best.
func throat(a, b []float64) float64 {
	level := func(x []float64) []float64 {
		n := float64(len(x))
		mean, tilt := 0.0, 0.0
		for _, v := range x {
			mean += v / n
		}
		for i, v := range x {
			u := float64(i) - (n-1)/2
			tilt += u * (v - mean) / (n * (n*n - 1) / 12)
		}
		out := make([]float64, len(x))
		for i, v := range x {
			out[i] = v - mean - tilt*(float64(i)-(n-1)/2)
		}
		return smooth(out, 2)
	}
	a, b = level(a), level(b)
	best, factor := math.Inf(-1), 1.0
	for shift := -6.0; shift <= 6; shift += 0.1 { // sixteenths of an octave
		var ab, aa, bb float64
		for i := range b {
			at := float64(i) + shift
			k := int(math.Floor(at))
			if k < 0 || k+1 >= len(a) {
				continue
			}
			x := a[k] + (a[k+1]-a[k])*(at-float64(k))
			ab, aa, bb = ab+x*b[i], aa+x*x, bb+b[i]*b[i]
		}
		if r := ab / math.Sqrt(aa*bb+1e-9); r > best {
			best, factor = r, math.Pow(2, shift/16)
		}
	}
	return factor
}

// Every voice of the catalogue answers to its name.
func TestCatalogue(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, v := range Voices() {
		language := v.Language
		if !strings.HasPrefix(v.Name, "espeak-") {
			continue
		}
		if language == "any language" {
			language = "it"
		}
		who, err := speaker(t).Who(t.Context(), language, scene.Voice{Name: v.Name})
		if err != nil || !strings.HasPrefix(who.Name, "espeak-ng "+espeakVoice(language)) {
			t.Errorf("%s is answered by %s, %v", v.Name, who.Name, err)
		}
		for _, n := range who.Notes {
			if strings.Contains(n, "no voice named") {
				t.Errorf("%s: %s", v.Name, n)
			}
		}
		seen[v.Name] = true
	}
	for _, name := range []string{"espeak-female-3", "espeak-male-2", "espeak-de", "espeak-pt-pt"} {
		if !seen[name] {
			t.Errorf("the catalogue lacks %s", name)
		}
	}
}

// What a name says about language and gender is heard, and what it cannot mean is said.
func TestVoiceNames(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, gender, language, want, note string }{
		{"", "", "de", "espeak-ng de, male 1", ""},
		{"", "female", "de", "espeak-ng de, female 1", ""},
		{"female-2", "", "de", "espeak-ng de, female 2", ""},
		{"female-2", "male", "de", "espeak-ng de, female 2", ""},
		{"Female", "", "de", "espeak-ng de, female 1", ""},
		{"male", "", "en", "Jenny (Dioco), lower", ""},
		{"espeak-de-female", "", "de", "espeak-ng de, female 1", ""},
		{"male-5", "", "de", "espeak-ng de, male 2", ""},
		{"espeak-male-3", "", "fr", "espeak-ng fr, male 3", ""},
		{"espeak-de-female-3", "", "de", "espeak-ng de, female 3", ""},
		{"espeak-pt-pt-female-2", "", "pt", "espeak-ng pt, female 2", ""},
		{"espeak-pt", "female", "pt-PT", "espeak-ng pt, female 1", ""},
		{"espeak-de", "", "fr", "espeak-ng fr, male 1", `"espeak-de" speaks de`},
		{"espeak-ng", "", "fr", "espeak-ng fr, male 1", ""},
		{"espeak", "female", "fr", "espeak-ng fr, female 1", ""},
		{"jenny", "", "fr", "espeak-ng fr, male 1", "speaks English only"},
		{"anna", "female", "fr", "espeak-ng fr, female 1", `no voice named "anna"`},
		{"female-0", "", "fr", "espeak-ng fr, male 1", "no voice named"},
		{"de-female-1", "", "de", "espeak-ng de, male 1", "no voice named"},
	} {
		who, err := speaker(t).Who(t.Context(), c.language, scene.Voice{Name: c.name, Gender: c.gender})
		notes := strings.Join(who.Notes, "; ")
		if err != nil || who.Name != c.want || (notes == "") != (c.note == "") || !strings.Contains(notes, c.note) {
			t.Errorf("%q %s in %s: %s (%s) %v, want %s (%s)", c.name, c.gender, c.language, who.Name, notes, err, c.want, c.note)
		}
	}
}

func TestGenderOfNames(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{"": "", "jenny": "female", "Jenny-Lower": "male", "Jenny (Dioco), older": "female", "male": "male", "male-2": "male",
		"espeak-de-female-3": "female", "espeak-de": "", "bob": "", "models/male": ""} {
		if got := GenderOf(name); got != want {
			t.Errorf("%q is a %q voice, not %q", name, got, want)
		}
	}
}
