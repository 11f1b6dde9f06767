// Package ffmpeg is the one door through which the engine starts ffmpeg and
// ffprobe: argv only, files and pipes only, interrupted before killed.
package ffmpeg

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"time"
)

// ErrMissing says that a program is not installed.
var ErrMissing = errors.New("not installed")

// killAfter is how long an interrupted process may take to end.
const killAfter = 3 * time.Second

// Path finds ffmpeg or ffprobe on PATH.
func Path(name string) (string, error) {
	p, err := exec.LookPath(name)
	if err != nil {
		return "", fmt.Errorf("%s is %w: run `render doctor --install`", name, ErrMissing)
	}
	return p, nil
}

// Error is a run that failed: the operation's name, and the end of what ffmpeg said.
type Error struct {
	Op     string
	Err    error
	Stderr string
}

func (e *Error) Error() string {
	if e.Stderr == "" {
		return fmt.Sprintf("ffmpeg %s: %v", e.Op, e.Err)
	}
	return fmt.Sprintf("ffmpeg %s: %v: %s", e.Op, e.Err, e.Stderr)
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// tail keeps the last bytes written to it.
type tail struct {
	mu  sync.Mutex
	buf []byte
}

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.buf = append(t.buf, p...)
	if n := len(t.buf) - 2000; n > 0 {
		t.buf = t.buf[n:]
	}
	return len(p), nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return strings.TrimSpace(string(t.buf))
}

// base is what every ffmpeg call begins with.
func base() []string { return []string{"-nostdin", "-hide_banner", "-loglevel", "error", "-y"} }

func command(ctx context.Context, name string, args []string) (*exec.Cmd, *tail, error) {
	p, err := Path(name)
	if err != nil {
		return nil, nil, err
	}
	cmd := exec.CommandContext(ctx, p, args...)
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = killAfter
	apart(cmd)
	// A clean environment: nothing of the user's (FFREPORT, proxies) changes the bytes.
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=/nonexistent", "LC_ALL=C"}
	t := &tail{}
	cmd.Stderr = t
	return cmd, t, nil
}

// Run runs ffmpeg with args and feeds it stdin, if any. op names the step in errors.
func Run(ctx context.Context, op string, stdin io.Reader, stdout io.Writer, args ...string) error {
	cmd, t, err := command(ctx, "ffmpeg", append(base(), args...))
	if err != nil {
		return err
	}
	cmd.Stdin, cmd.Stdout = stdin, stdout
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return &Error{op, err, t.String()}
	}
	return nil
}

// Pipe is a running ffmpeg that reads raw frames.
type Pipe struct {
	io.WriteCloser
	ctx  context.Context
	cmd  *exec.Cmd
	tail *tail
	op   string
}

// Start runs ffmpeg and returns its standard input; Close it, then Wait.
func Start(ctx context.Context, op string, args ...string) (*Pipe, error) {
	cmd, t, err := command(ctx, "ffmpeg", append(base(), args...))
	if err != nil {
		return nil, err
	}
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, &Error{op, err, ""}
	}
	if err := cmd.Start(); err != nil {
		return nil, &Error{op, err, ""}
	}
	return &Pipe{in, ctx, cmd, t, op}, nil
}

// Wait ends the input and waits for the process.
func (p *Pipe) Wait() error {
	_ = p.Close()
	if err := p.cmd.Wait(); err != nil {
		if p.ctx.Err() != nil {
			return p.ctx.Err()
		}
		return &Error{p.op, err, p.tail.String()}
	}
	return nil
}

// Probe is what ffprobe says of a file.
type Probe struct {
	Seconds float64
	Format  string
	Video   *VideoStream
	Audio   *AudioStream
}

// VideoStream describes the first video stream.
type VideoStream struct {
	Codec, Profile, PixFmt   string
	Width, Height            int
	FPS                      string // "30/1"
	Frames                   int    // 0 when the container does not say
	ColorSpace, ColorPrimary string
}

// AudioStream describes the first audio stream.
type AudioStream struct {
	Codec    string
	Rate     int // Hz
	Channels int
}

// Inspect probes a local file.
func Inspect(ctx context.Context, path string) (Probe, error) {
	cmd, t, err := command(ctx, "ffprobe", []string{"-v", "error", "-protocol_whitelist", "file",
		"-show_format", "-show_streams", "-of", "json", path})
	if err != nil {
		return Probe{}, err
	}
	var out bytes.Buffer
	cmd.Stdout = &out
	if err := cmd.Run(); err != nil {
		return Probe{}, &Error{"probe", err, t.String()}
	}
	var j struct {
		Format struct {
			Duration string `json:"duration"`
			Name     string `json:"format_name"`
		} `json:"format"`
		Streams []struct {
			Type      string `json:"codec_type"`
			Codec     string `json:"codec_name"`
			Profile   string `json:"profile"`
			PixFmt    string `json:"pix_fmt"`
			Width     int    `json:"width"`
			Height    int    `json:"height"`
			FPS       string `json:"r_frame_rate"`
			Frames    string `json:"nb_frames"`
			Space     string `json:"color_space"`
			Primaries string `json:"color_primaries"`
			Rate      string `json:"sample_rate"`
			Channels  int    `json:"channels"`
		} `json:"streams"`
	}
	if err := json.Unmarshal(out.Bytes(), &j); err != nil {
		return Probe{}, &Error{"probe", err, ""}
	}
	p := Probe{Format: j.Format.Name}
	p.Seconds, _ = strconv.ParseFloat(j.Format.Duration, 64)
	for _, s := range j.Streams {
		switch {
		case s.Type == "video" && p.Video == nil:
			n, _ := strconv.Atoi(s.Frames)
			p.Video = &VideoStream{s.Codec, s.Profile, s.PixFmt, s.Width, s.Height, s.FPS, n, s.Space, s.Primaries}
		case s.Type == "audio" && p.Audio == nil:
			r, _ := strconv.Atoi(s.Rate)
			p.Audio = &AudioStream{s.Codec, r, s.Channels}
		}
	}
	return p, nil
}

// Version is the first line of `ffmpeg -version`, which names the build.
var Version = sync.OnceValues(func() (string, error) {
	cmd, t, err := command(context.Background(), "ffmpeg", []string{"-hide_banner", "-version"})
	if err != nil {
		return "", err
	}
	out := &bytes.Buffer{}
	cmd.Stdout = out
	if err := cmd.Run(); err != nil {
		return "", &Error{"version", err, t.String()}
	}
	line, _, _ := strings.Cut(out.String(), "\n")
	return line, nil
})
