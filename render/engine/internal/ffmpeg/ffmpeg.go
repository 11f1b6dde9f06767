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

func command(ctx context.Context, name string, args []string) (*process, *tail, error) {
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
	return &process{Cmd: cmd}, t, nil
}

// process is a command that ends: when its context does, and at the latest after a
// while. One that has run out of memory may wait for itself for ever.
type process struct {
	*exec.Cmd
	alarm *time.Timer
}

// longest is how long one process may live. It is a variable for the tests.
var longest = time.Hour

// Start starts the process under its limits.
func (p *process) Start() error {
	if err := p.Cmd.Start(); err != nil {
		return err
	}
	p.alarm = time.AfterFunc(longest, func() { _ = p.Process.Kill() })
	confine(p.Process.Pid)
	return nil
}

// Wait waits for the process to end.
func (p *process) Wait() error {
	defer p.alarm.Stop()
	return p.Cmd.Wait()
}

// Run starts the process and waits for it.
func (p *process) Run() error {
	if err := p.Start(); err != nil {
		return err
	}
	return p.Wait()
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
	cmd  *process
	tail *tail
	op   string
}

// Start runs ffmpeg and returns its standard input; Close it, then Wait.
func Start(ctx context.Context, op string, args ...string) (*Pipe, error) {
	cmd, t, err := command(ctx, "ffmpeg", append(base(), args...))
	if err != nil {
		return nil, err
	}
	out, in, err := os.Pipe()
	if err != nil {
		return nil, &Error{op, err, ""}
	}
	widen(in)
	cmd.Stdin = out
	err = cmd.Start()
	_ = out.Close() // the process has its own
	if err != nil {
		_ = in.Close()
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

// Output is a running ffmpeg whose standard output is read.
type Output struct {
	io.ReadCloser
	ctx  context.Context
	stop context.CancelFunc
	cmd  *process
	tail *tail
	op   string
}

// Open runs ffmpeg with args and returns its standard output. Close it.
func Open(ctx context.Context, op string, args ...string) (*Output, error) {
	inner, stop := context.WithCancel(ctx)
	cmd, t, err := command(inner, "ffmpeg", append(base(), args...))
	if err != nil {
		stop()
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		stop()
		return nil, &Error{op, err, ""}
	}
	return &Output{out, ctx, stop, cmd, t, op}, nil
}

// End waits for a process whose output has been read to its end.
func (o *Output) End() error {
	defer o.stop()
	if err := o.cmd.Wait(); err != nil {
		if o.ctx.Err() != nil {
			return o.ctx.Err()
		}
		return &Error{o.op, err, o.tail.String()}
	}
	return nil
}

// Close stops the process, however much it still has to say.
func (o *Output) Close() {
	_ = o.ReadCloser.Close() // first: a process that waits to be read hears no interrupt
	o.stop()
	_ = o.cmd.Wait() // interrupted on purpose
}

// Foreign are the input options for a file that somebody else made: it is read as
// one of a few containers and never as a playlist or a script that names others,
// over no protocol but files, and its pictures have a bearable size.
func Foreign() []string {
	return []string{"-protocol_whitelist", "file", "-format_whitelist", "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,gif", "-max_pixels", strconv.Itoa(MaxPixels)}
}

// ForeignSound are those for a sound file that somebody else made.
func ForeignSound() []string {
	return []string{"-protocol_whitelist", "file", "-format_whitelist", "wav,w64,aiff,caf,mp3,flac,ogg,aac,amr,mov,mp4,m4a,3gp,3g2,mj2,matroska,webm"}
}

// MaxPixels is the largest frame that is read of a foreign file: 8K.
const MaxPixels = 7680 * 4320

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
	Transfer, Range          string  // "bt709", "tv"; "" = not said
	Pixel                    string  // shape of a pixel, "1:1"
	Fields                   string  // "progressive", "tt" …; "" = not said
	Turned                   float64 // degrees by which a player turns the picture
	Still                    bool    // a cover picture, not a film
}

// AudioStream describes the first audio stream.
type AudioStream struct {
	Codec    string
	Rate     int // Hz
	Channels int
}

// Inspect probes a local file of our own.
func Inspect(ctx context.Context, path string) (Probe, error) {
	return inspect(ctx, path, "-protocol_whitelist", "file")
}

// InspectForeign probes a local file that somebody else made.
func InspectForeign(ctx context.Context, path string) (Probe, error) {
	return inspect(ctx, path, Foreign()...)
}

func inspect(ctx context.Context, path string, options ...string) (Probe, error) {
	args := append([]string{"-v", "error"}, options...)
	cmd, t, err := command(ctx, "ffprobe", append(args, "-show_format", "-show_streams", "-of", "json", path))
	if err != nil {
		return Probe{}, err
	}
	var out bytes.Buffer
	cmd.Stdout = &out
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return Probe{}, ctx.Err()
		}
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
			Transfer  string `json:"color_transfer"`
			Range     string `json:"color_range"`
			Pixel     string `json:"sample_aspect_ratio"`
			Fields    string `json:"field_order"`
			Rate      string `json:"sample_rate"`
			Channels  int    `json:"channels"`
			Is        struct {
				Cover int `json:"attached_pic"`
			} `json:"disposition"`
			Beside []struct {
				Rotation float64 `json:"rotation"`
			} `json:"side_data_list"`
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
			p.Video = &VideoStream{Codec: s.Codec, Profile: s.Profile, PixFmt: s.PixFmt, Width: s.Width, Height: s.Height, FPS: s.FPS, Frames: n,
				ColorSpace: s.Space, ColorPrimary: s.Primaries, Transfer: s.Transfer, Range: s.Range, Pixel: s.Pixel, Fields: s.Fields, Still: s.Is.Cover == 1}
			for _, b := range s.Beside {
				p.Video.Turned += b.Rotation
			}
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
