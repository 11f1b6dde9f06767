// Package espeak speaks and phonemises through libespeak-ng in a process of its
// own: the library keeps global state, may be called by one thread only, and is
// under GPL-3, so it never enters the main process.
package espeak

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"gitops.video/render/render/engine/internal/voice/helper"
)

// helperArgument is the hidden first argument of the helper process.
const helperArgument = "internal-espeak-helper"

func init() {
	helper.Main(helperArgument, func(args []string) (func(request) (response, error), error) {
		if len(args) != 2 {
			return nil, errors.New("the helper takes a library and its data")
		}
		return open(args[0], args[1])
	})
}

// Clause is a piece of text up to a pause, as espeak-ng divides it.
type Clause struct {
	IPA string // words divided by spaces
	// End is the mark that closed the clause: one of ". , ? ! : ;", or 0.
	End byte
	// Sentence says that the clause ended a sentence.
	Sentence bool
}

// Event is something that happens at a sample of espeak's speech.
type Event struct {
	Word     bool   // start of the word at Text; otherwise start of the phoneme IPA
	IPA      string // "" = pause
	Text     int    // 0-based character of the text
	Length   int    // characters of the word
	Sample   int
	Sentence bool // end of a sentence
}

// Speech is what espeak-ng said.
type Speech struct {
	Rate    int // samples a second
	Samples []int16
	Events  []Event
}

// Settings are espeak-ng's own: words a minute 80–450, pitch and range 0–100.
type Settings struct {
	Voice                   string
	Rate, Pitch, Range, Gap int
}

type request struct {
	Text     string
	Phonemes bool
	Codes    []string // instead of a text: how does the voice say these phoneme codes?
	Settings Settings
}

type response struct {
	Clauses []Clause
	IPA     []string // of each code; "" = the voice has no such sound
	Speech  Speech
}

// Library names a libespeak-ng and its data.
type Library struct {
	Path string // shared library
	Data string // folder that holds espeak-ng-data; "" = the library's own
}

// systemPaths are where an installed libespeak-ng lies.
var systemPaths = []string{"libespeak-ng.so.1", "/usr/local/lib/libespeak-ng.so.1", "/opt/homebrew/lib/libespeak-ng.dylib", "/usr/local/lib/libespeak-ng.dylib", "libespeak-ng.dylib"}

// System finds the installed espeak-ng.
func System() (Library, error) {
	for _, p := range systemPaths {
		if filepath.IsAbs(p) {
			if _, err := os.Stat(p); err == nil {
				return Library{Path: p}, nil
			}
			continue
		}
		for _, dir := range []string{"/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib", "/lib"} {
			if _, err := os.Stat(filepath.Join(dir, p)); err == nil {
				return Library{Path: filepath.Join(dir, p)}, nil
			}
		}
	}
	return Library{}, errors.New("espeak-ng is not installed; install it (Debian: apt-get install libespeak-ng1, macOS: brew install espeak-ng)")
}

// Helper speaks in a process of its own, started on first use and again after a
// crash. Its methods may be called from several goroutines and take turns.
type Helper struct {
	process *helper.Helper[request, response]

	mu    sync.Mutex
	codes map[string]map[string]string // by voice: IPA → code
}

// New returns a helper for the library that lib finds. Nothing starts yet.
func New(lib func() (Library, error)) *Helper {
	return &Helper{codes: map[string]map[string]string{}, process: helper.New[request, response](helperArgument, time.Minute, func() ([]string, error) {
		l, err := lib()
		return []string{l.Path, l.Data}, err
	})}
}

// Phonemes returns the text's clauses in the voice's IPA.
func (h *Helper) Phonemes(ctx context.Context, voice, text string) ([]Clause, error) {
	r, err := h.call(ctx, request{Text: text, Phonemes: true, Settings: Settings{Voice: voice}})
	return r.Clauses, err
}

// Speak speaks the text. What stands in [[double brackets]] is read as phoneme
// codes, see [Helper.Coded].
func (h *Helper) Speak(ctx context.Context, s Settings, text string) (Speech, error) {
	r, err := h.call(ctx, request{Text: text, Settings: s})
	return r.Speech, err
}

// Close ends the process.
func (h *Helper) Close() { h.process.Close() }

func (h *Helper) call(ctx context.Context, q request) (response, error) {
	// The C interface ends texts at NUL.
	q.Text = strings.ReplaceAll(q.Text, "\x00", " ")
	r, err := h.process.Call(ctx, q)
	if err != nil && ctx.Err() == nil {
		err = fmt.Errorf("espeak-ng: %w", err)
	}
	return r, err
}
