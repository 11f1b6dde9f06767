package film

import (
	"cmp"
	"context"
	"fmt"
	"image"
	"io"
	"strings"
	"time"

	"gitops.video/render/render/engine/internal/ffmpeg"
)

// Thumbs says which small pictures of a film are wanted.
type Thumbs struct {
	Side    int     // pixels of the longer side
	Every   bool    // every frame; else the key frames, at most one a second
	From    float64 // seconds of the file
	Seconds float64 // 0 = to its end

	patience time.Duration // for the reading alone; 0 = by the film's length
}

// Each calls f with small pictures of the film at path, in order. A picture is valid
// until f returns; an error of f ends it. A film that cannot be read in reasonable time is
// given up, however long f takes.
func Each(ctx context.Context, path string, info Info, t Thumbs, f func(*image.RGBA) error) error {
	w, h := t.Side, t.Side
	if info.Width > info.Height {
		h = max(2, t.Side*info.Height/info.Width)
	} else {
		w = max(2, t.Side*info.Width/info.Height)
	}
	limited, cancel := context.WithCancel(ctx)
	defer cancel()
	left, since := cmp.Or(t.patience, 2*time.Minute+time.Duration(20*max(info.Seconds, t.Seconds)*float64(time.Second))), time.Now()
	watch := time.AfterFunc(left, cancel)
	defer watch.Stop()
	args := ffmpeg.Foreign()
	var chain []string
	if !t.Every {
		args = append(args, "-skip_frame", "nokey")
		chain = append(chain, "select='isnan(prev_selected_t)+gte(t-prev_selected_t,1)'")
	}
	if t.From > 0 {
		args = append(args, "-ss", seconds64(t.From))
	}
	if t.Seconds > 0 {
		args = append(args, "-t", seconds64(t.Seconds))
	}
	chain = append(chain, fmt.Sprintf("scale=%d:%d:flags=area", w, h), "format=rgba")
	out, err := ffmpeg.Open(limited, "thumbs", append(args, "-threads", "2", "-i", path, "-map", "0:v:0", "-fps_mode", "passthrough",
		"-vf", strings.Join(chain, ","), "-f", "rawvideo", "pipe:1")...)
	late := func() bool { return limited.Err() != nil && ctx.Err() == nil }
	if err != nil {
		if late() {
			err = unreadable(ctx, context.DeadlineExceeded)
		}
		return err
	}
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for {
		if _, err := io.ReadFull(out, img.Pix); err != nil {
			break
		}
		watch.Stop() // f may ask somebody who takes long
		left -= time.Since(since)
		err := f(img)
		since = time.Now()
		watch.Reset(left)
		if err != nil {
			out.Close()
			return err
		}
	}
	if err := out.End(); err != nil {
		if late() {
			err = context.DeadlineExceeded
		}
		return unreadable(ctx, err)
	}
	return nil
}
