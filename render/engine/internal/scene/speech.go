package scene

// SampleRate is the rate of all audio inside the engine, in Hz.
const SampleRate = 48000

// Word is one spoken word. Times are seconds.
type Word struct {
	Text     string  `json:"text"` // as captions show it, with its punctuation
	Start    float64 `json:"start"`
	End      float64 `json:"end"`
	Stressed bool    `json:"stressed,omitempty"` // carries the sentence's weight: nods and gestures land here
}

// Phone is one speech sound. Times are seconds.
type Phone struct {
	IPA    string  `json:"ipa"` // one phoneme without length marks; "" = silence
	Viseme string  `json:"viseme"`
	Start  float64 `json:"start"`
	End    float64 `json:"end"`
	Loud   float64 `json:"loud"` // RMS relative to the take's loudest phone, 0–1
}

// The nine mouth shapes: Rhubarb's letters (A closed … X rest).
const Visemes = "ABCDEFGHX"

// Line is one sentence as it is heard in a scene. Times are seconds from the
// start of whatever holds it: a take holds its own, a scene the scene's.
type Line struct {
	Text   string  `json:"text"`
	Start  float64 `json:"start"`
	End    float64 `json:"end"`
	Words  []Word  `json:"words"`
	Phones []Phone `json:"phones"`
}

// Shift returns the line moved by dt seconds.
func (l Line) Shift(dt float64) Line {
	out := l
	out.Start += dt
	out.End += dt
	out.Words = make([]Word, len(l.Words))
	for i, w := range l.Words {
		w.Start, w.End = w.Start+dt, w.End+dt
		out.Words[i] = w
	}
	out.Phones = make([]Phone, len(l.Phones))
	for i, p := range l.Phones {
		p.Start, p.End = p.Start+dt, p.End+dt
		out.Phones[i] = p
	}
	return out
}

// Take is one spoken sentence: mono samples at [SampleRate] in −1…1, starting at
// the first sound and ending after the last, and the line's times within them.
type Take struct {
	Samples int
	PCM     []float32 // nil where only the length is known
	Line    Line
}

// Seconds is the take's length.
func (t Take) Seconds() float64 { return float64(t.Samples) / SampleRate }
