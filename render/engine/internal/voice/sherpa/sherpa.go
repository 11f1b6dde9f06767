package sherpa

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gitops.video/render/render/engine/internal/voice/helper"
)

// Said is speech: mono samples in −1…1 at Rate.
type Said struct {
	Rate    int
	Samples []float32
}

// Ask is what a voice is to say.
type Ask struct {
	Text     string
	Language string // two letters; "" = English
	Speaker  int
	Speed    float64 // 1 = the voice's own
	// Sample is what a cloning model takes the voice from, at SampleRate, and
	// Transcript what is said in it.
	Sample     []float32
	SampleRate int
	Transcript string
}

// Threads is how many threads a model computes with. It is fixed, since sums of
// floats depend on how they are divided.
const Threads = 2

const helperArgument = "internal-sherpa-helper"

func init() {
	helper.Main(helperArgument, func(args []string) (func(Ask) (Said, error), error) {
		if len(args) != 3 {
			return nil, errors.New("the helper takes a library, a model folder and a language")
		}
		m, err := Find(args[1])
		if err != nil {
			return nil, err
		}
		return open(args[0], m, args[2])
	})
}

// Voice is a loaded model. Its methods may be called from several goroutines and
// take turns.
type Voice struct {
	Model
	process *helper.Helper[Ask, Said]
}

// Open prepares a model for speaking a language, and those that it Loads alike, with the
// library at path. It is loaded with the first sentence.
func Open(library string, m Model, language string) *Voice {
	return &Voice{m, helper.New[Ask, Said](helperArgument, 5*time.Minute, func() ([]string, error) { return []string{library, m.Dir, language}, nil })}
}

// Speak says one sentence.
func (v *Voice) Speak(ctx context.Context, a Ask) (Said, error) {
	said, err := v.process.Call(ctx, a)
	if err != nil && ctx.Err() == nil {
		return said, fmt.Errorf("sherpa-onnx: %w", err)
	}
	return said, err
}

// Close ends the helper process and frees the model.
func (v *Voice) Close() { v.process.Close() }
