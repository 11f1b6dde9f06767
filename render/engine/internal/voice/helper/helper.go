// Package helper keeps a C library out of this process: the running program starts
// itself again with a hidden first argument, opens the library there, and the two
// talk over pipes. Speech libraries keep global state, want one thread, carry
// other licences, and some end their process when a file is not to their taste.
package helper

import (
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"time"
)

// answer is what travels back: R, or why there is none.
type answer[R any] struct {
	Err   string
	Reply R
}

// Main turns this process into the helper when it was started as the one called
// argument, and returns otherwise. It belongs into an init function, so that every
// program that uses the library, tests included, can start itself as its helper.
// open gets the helper's own arguments; what it returns answers one request at a
// time, on one thread.
func Main[Q, R any](argument string, open func(args []string) (func(Q) (R, error), error)) {
	if len(os.Args) < 2 || os.Args[1] != argument {
		return
	}
	// A Ctrl-C in the terminal reaches this process, too; it is the parent's to
	// answer, whose end closes our input.
	signal.Ignore(os.Interrupt)
	runtime.LockOSThread()
	if err := serve(os.Stdin, os.Stdout, func() (func(Q) (R, error), error) { return open(os.Args[2:]) }); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

func serve[Q, R any](in io.Reader, out io.Writer, open func() (func(Q) (R, error), error)) error {
	reply, openErr := open()
	dec, enc := gob.NewDecoder(in), gob.NewEncoder(out)
	for {
		var q Q
		if err := dec.Decode(&q); err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
		var a answer[R]
		err := openErr
		if err == nil {
			a.Reply, err = reply(q)
		}
		if err != nil {
			a.Err = err.Error()
		}
		if err := enc.Encode(a); err != nil {
			return err
		}
	}
}

// Helper is a running helper process, started on first use and again after a
// crash. Its methods may be called from several goroutines and take turns.
type Helper[Q, R any] struct {
	argument string
	limit    time.Duration
	args     func() ([]string, error)

	mu    sync.Mutex
	cmd   *exec.Cmd
	in    io.WriteCloser
	enc   *gob.Encoder
	dec   *gob.Decoder
	words *tail
}

// New returns the helper that [Main] answers as argument, with the arguments that
// args finds. A call may take as long as limit. Nothing starts yet.
func New[Q, R any](argument string, limit time.Duration, args func() ([]string, error)) *Helper[Q, R] {
	return &Helper[Q, R]{argument: argument, limit: limit, args: args}
}

// Close ends the process.
func (h *Helper[Q, R]) Close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.stop()
}

// Call asks for one reply.
func (h *Helper[Q, R]) Call(ctx context.Context, q Q) (R, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	var none R
	if err := ctx.Err(); err != nil {
		return none, err
	}
	var err error
	for range 2 { // a helper that died is started once more
		if err = h.start(); err != nil {
			return none, err
		}
		var a answer[R]
		err = h.exchange(ctx, q, &a)
		if err == nil {
			if a.Err != "" {
				return none, errors.New(a.Err)
			}
			return a.Reply, nil
		}
		h.stop()
		if ctx.Err() != nil {
			return none, ctx.Err()
		}
	}
	if last := h.words.last(); last != "" {
		return none, errors.New(last)
	}
	return none, fmt.Errorf("the helper process stopped: %w", err)
}

// exchange sends q and waits for the answer; ctx ends the process, because a
// library call cannot be interrupted.
func (h *Helper[Q, R]) exchange(ctx context.Context, q Q, a *answer[R]) error {
	ctx, cancel := context.WithTimeout(ctx, h.limit)
	defer cancel()
	stop := context.AfterFunc(ctx, func() { _ = h.cmd.Process.Kill() })
	defer stop()
	if err := h.enc.Encode(q); err != nil {
		return err
	}
	return h.dec.Decode(a)
}

func (h *Helper[Q, R]) start() error {
	if h.cmd != nil {
		return nil
	}
	args, err := h.args()
	if err != nil {
		return err
	}
	self := "/proc/self/exe" // still there when a rebuild has replaced the file
	if runtime.GOOS != "linux" {
		if self, err = os.Executable(); err != nil {
			return fmt.Errorf("start a helper process: %w", err)
		}
	}
	cmd := exec.Command(self, append([]string{h.argument}, args...)...)
	cmd.Env = []string{"LC_ALL=C.UTF-8"} // no keys, no settings
	h.words = &tail{}
	cmd.Stderr = h.words
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("start a helper process: %w", err)
	}
	h.cmd, h.in, h.enc, h.dec = cmd, in, gob.NewEncoder(in), gob.NewDecoder(out)
	return nil
}

func (h *Helper[Q, R]) stop() {
	if h.cmd == nil {
		return
	}
	_ = h.in.Close() // the helper ends when its input does
	_ = h.cmd.Process.Kill()
	_ = h.cmd.Wait()
	h.cmd = nil
}

// tail keeps the end of what a helper writes to its error stream, up to the signal that
// ends it: pages about goroutines follow that.
type tail struct {
	mu   sync.Mutex
	text []byte
	over bool
}

// crash is how Go begins to report a signal that the library's code raised.
var crash = regexp.MustCompile(`(?m)^SIG[A-Z]+: .*\n`)

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.over {
		return len(p), nil
	}
	t.text = append(t.text, p...)
	if at := crash.FindIndex(t.text); at != nil {
		t.text, t.over = t.text[:at[1]], true
	}
	if n := len(t.text); n > 4096 {
		t.text = append([]byte(nil), t.text[n-4096:]...)
	}
	return len(p), nil
}

// last is the last line with words in it; of a crash, what the library said before.
func (t *tail) last() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	lines := strings.Split(strings.TrimSpace(strings.ToValidUTF8(string(t.text), "?")), "\n")
	last := strings.TrimSpace(lines[len(lines)-1])
	if n := len(lines); t.over && n > 1 {
		last = strings.TrimSpace(lines[n-2]) + " (" + last + ")"
	}
	line := []rune(last)
	return string(line[:min(len(line), 300)])
}
