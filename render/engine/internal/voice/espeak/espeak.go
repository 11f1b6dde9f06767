// Package espeak speaks and phonemises through libespeak-ng in a process of its
// own. The library keeps global state, may be called by one thread only, and is
// under GPL-3, so it never enters the main process: the running program starts
// itself again with a hidden first argument, and the two talk over pipes.
package espeak

import (
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"
)

// helperArgument is the hidden first argument of the helper process.
const helperArgument = "internal-espeak-helper"

// init turns the process into the helper when it was started as one. It stands
// here, not in main, so that every program that speaks, tests included, can
// start itself as its helper.
func init() {
	if len(os.Args) == 4 && os.Args[1] == helperArgument {
		// A Ctrl-C in the terminal reaches this process, too; it is the parent's to
		// answer, whose end closes our input.
		signal.Ignore(os.Interrupt)
		if err := serve(os.Args[2], os.Args[3], os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
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
	Settings Settings
}

type response struct {
	Err     string
	Clauses []Clause
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

// Helper is a running helper process, started on first use and again after a
// crash. Its methods may be called from several goroutines and take turns.
type Helper struct {
	lib func() (Library, error)
	mu  sync.Mutex
	cmd *exec.Cmd
	in  io.WriteCloser
	enc *gob.Encoder
	dec *gob.Decoder
}

// New returns a helper for the library that lib finds. Nothing starts yet.
func New(lib func() (Library, error)) *Helper { return &Helper{lib: lib} }

// Phonemes returns the text's clauses in the voice's IPA.
func (h *Helper) Phonemes(ctx context.Context, voice, text string) ([]Clause, error) {
	r, err := h.call(ctx, request{Text: text, Phonemes: true, Settings: Settings{Voice: voice}})
	return r.Clauses, err
}

// Speak speaks the text.
func (h *Helper) Speak(ctx context.Context, s Settings, text string) (Speech, error) {
	r, err := h.call(ctx, request{Text: text, Settings: s})
	return r.Speech, err
}

// Close ends the process.
func (h *Helper) Close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.stop()
}

func (h *Helper) call(ctx context.Context, q request) (response, error) {
	// The C interface ends texts at NUL.
	q.Text = strings.ReplaceAll(q.Text, "\x00", " ")
	h.mu.Lock()
	defer h.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return response{}, err
	}
	var r response
	var err error
	for range 2 { // a helper that died is started once more
		if err = h.start(); err != nil {
			return r, err
		}
		r = response{}
		err = h.exchange(ctx, q, &r)
		if err == nil {
			if r.Err != "" {
				return r, errors.New("espeak-ng: " + r.Err)
			}
			return r, nil
		}
		h.stop()
		if ctx.Err() != nil {
			return r, ctx.Err()
		}
	}
	return r, fmt.Errorf("espeak-ng helper stopped: %w", err)
}

// exchange sends q and waits for the answer; ctx ends the process, because a
// library call cannot be interrupted.
func (h *Helper) exchange(ctx context.Context, q request, r *response) error {
	ctx, cancel := context.WithTimeout(ctx, 60*time.Second)
	defer cancel()
	stop := context.AfterFunc(ctx, func() { _ = h.cmd.Process.Kill() })
	defer stop()
	if err := h.enc.Encode(q); err != nil {
		return err
	}
	return h.dec.Decode(r)
}

func (h *Helper) start() error {
	if h.cmd != nil {
		return nil
	}
	lib, err := h.lib()
	if err != nil {
		return err
	}
	self := "/proc/self/exe" // still there when a rebuild has replaced the file
	if runtime.GOOS != "linux" {
		if self, err = os.Executable(); err != nil {
			return fmt.Errorf("start espeak-ng helper: %w", err)
		}
	}
	cmd := exec.Command(self, helperArgument, lib.Path, lib.Data)
	cmd.Env = []string{"LC_ALL=C.UTF-8"} // no keys, no settings
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("start espeak-ng helper: %w", err)
	}
	h.cmd, h.in, h.enc, h.dec = cmd, in, gob.NewEncoder(in), gob.NewDecoder(out)
	return nil
}

func (h *Helper) stop() {
	if h.cmd == nil {
		return
	}
	_ = h.in.Close() // the helper ends when its input does
	_ = h.cmd.Process.Kill()
	_ = h.cmd.Wait()
	h.cmd = nil
}
