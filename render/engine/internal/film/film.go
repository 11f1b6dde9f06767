// Package film plays other people's videos in scenes. A file is prepared once for
// the window that it plays in: cropped or set on a backdrop made of itself, turned
// upright, brought to BT.709 and to the show's frame rate, without black at its
// ends. The prepared file then streams frame by frame, over and over where it is
// shorter than its scene, and never lies in memory whole.
//
// The files are hostile until proven otherwise: ffmpeg reads them in a process of
// its own, as one of a few containers, with limits on pixels, bytes and time.
package film

import (
	"context"
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"gitops.video/render/render/engine/internal/ffmpeg"
)

// MaxBytes is the largest file that is read.
const MaxBytes = 4 << 30

// probeTime is how long it may take to look at a file.
const probeTime = 30 * time.Second

// Is says whether a file of this name is a film.
func Is(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".mp4", ".m4v", ".mov", ".webm", ".mkv", ".gif":
		return true
	}
	return false
}

// Info is what a film is like.
type Info struct {
	Width, Height int     // pixels as shown, upright and square
	Seconds       float64 // 0 = the file does not say
	FPS           float64 // 0 = varies or unknown
	Sound         bool
	Video         ffmpeg.VideoStream
}

// InfoVersion rises whenever Inspect would say something else of the same file.
const InfoVersion = 1

// Inspect looks at the film at path and decodes its first picture. The error says
// what is wrong with the file, without its name.
func Inspect(ctx context.Context, path string) (Info, error) {
	limited, cancel := context.WithTimeout(ctx, probeTime)
	defer cancel()
	p, err := ffmpeg.InspectForeign(limited, path)
	if err != nil {
		return Info{}, unreadable(ctx, err)
	}
	v := p.Video
	if v == nil || v.Still || v.Width <= 0 || v.Height <= 0 {
		return Info{}, errors.New("it holds no moving picture")
	}
	if v.Width*v.Height > ffmpeg.MaxPixels {
		return Info{}, fmt.Errorf("its pictures of %d×%d pixels are larger than 8K", v.Width, v.Height)
	}
	args := append(ffmpeg.Foreign(), "-threads", "1", "-i", path, "-map", "0:v:0", "-frames:v", "1", "-f", "null", "-")
	if err := ffmpeg.Run(limited, "look", nil, nil, args...); err != nil {
		return Info{}, unreadable(ctx, err)
	}
	w, h := float64(v.Width)*ratio(v.Pixel, ":", 1), float64(v.Height)
	if q := math.Mod(math.Abs(v.Turned), 180); q > 45 && q < 135 {
		w, h = h, w
	}
	fps := ratio(v.FPS, "/", 0)
	if fps > 240 {
		fps = 0 // a timebase, no rate
	}
	info := Info{Width: int(math.Round(w)), Height: int(math.Round(h)), Seconds: p.Seconds, FPS: fps, Sound: p.Audio != nil, Video: *v}
	if info.Width < 2 || info.Height < 2 || w > 100*h || h > 100*w {
		return Info{}, fmt.Errorf("its pictures of %d×%d pixels have no usable shape", info.Width, info.Height)
	}
	return info, nil
}

// ratio reads "30000/1001" or "4:3".
func ratio(s, sep string, otherwise float64) float64 {
	a, b, _ := strings.Cut(s, sep)
	x, err1 := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(b, 64)
	if err1 != nil || err2 != nil || x <= 0 || y <= 0 {
		return otherwise
	}
	return x / y
}

// unreadable says in one line what ffmpeg could not do with a file.
func unreadable(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if errors.Is(err, ffmpeg.ErrMissing) {
		return err
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return errors.New("it takes too long to read")
	}
	var f *ffmpeg.Error
	if errors.As(err, &f) {
		lines := strings.Split(f.Stderr, "\n")
		last := lines[len(lines)-1]
		if i := strings.LastIndex(last, ": "); i > 0 && strings.Contains(last[:i], "/") {
			last = last[i+2:] // without our own path
		}
		if last != "" {
			return fmt.Errorf("it is damaged or no video that can be read (%s)", last)
		}
	}
	return errors.New("it is damaged or no video that can be read")
}
