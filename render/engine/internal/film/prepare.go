package film

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"gitops.video/render/render/engine/internal/ffmpeg"
	"gitops.video/render/render/engine/internal/raster"
)

// Spec is the window that a film is prepared for.
type Spec struct {
	Size   image.Point // pixels, even
	FPS    int
	Frames int     // at most as many are kept
	From   float64 // second of the file where it begins
	// Card is the part of the window that the film fills, on a soft copy of itself;
	// empty = all of it.
	Card  image.Rectangle
	Sound bool // its sound is kept beside it
	Shown int  // frames that will be asked for; what is prepared does not depend on it
}

// Limits of what is looked for and cut off at the ends.
const (
	darkLead  = 3.0 // seconds of black at the start that are passed over
	darkLevel = 22  // mean luma of a thumbnail, 16 is black
	shortest  = 2   // seconds below which a film is meant to run over and over
)

// recipe rises whenever a film would be prepared differently.
const recipe = 4

// Identity is everything beside the file's bytes that a prepared film depends on.
func (s Spec) Identity() []any {
	return []any{"film", recipe, s.Size.X, s.Size.Y, s.FPS, s.Frames, s.From, s.Card, s.Sound}
}

// Prepare writes the part of the film at src that spec wants to dst. scratch is a
// folder for what is needed on the way.
func Prepare(ctx context.Context, src string, info Info, s Spec, scratch, dst string) error {
	seconds := float64(s.Frames)/float64(s.FPS) + darkLead
	limited, cancel := context.WithTimeout(ctx, time.Minute+time.Duration(30*seconds*float64(time.Second)))
	defer cancel()
	args := ffmpeg.Foreign()
	if s.From > 0 {
		args = append(args, "-ss", seconds64(s.From))
	}
	args = append(args, "-t", seconds64(seconds), "-threads", "2", "-i", src)
	graph := "[0:v:0]" + strings.Join(toShow(info, s), ",")
	if !s.Card.Empty() {
		matte, shade := filepath.Join(scratch, "matte.png"), filepath.Join(scratch, "shade.png")
		if err := drawMatte(matte, shade, s.Size, s.Card); err != nil {
			return err
		}
		args = append(args, "-protocol_whitelist", "file", "-i", matte, "-protocol_whitelist", "file", "-i", shade)
		graph += onBackdrop(s.Size, s.Card)
	} else {
		graph += "," + cover(s.Size) + "[out]"
	}
	whole := filepath.Join(scratch, "whole.mp4")
	args = append(args, "-filter_complex", graph, "-map", "[out]", "-frames:v", strconv.Itoa(s.Frames+int(darkLead*float64(s.FPS))))
	if err := ffmpeg.Run(limited, "prepare", nil, nil, append(args, output(s, whole)...)...); err != nil {
		return unreadable(ctx, err)
	}
	first, count, err := bright(limited, whole, s)
	if err != nil {
		return unreadable(ctx, err)
	}
	if count == 0 {
		return errors.New("it holds no picture from there on")
	}
	cut := []string{"-protocol_whitelist", "file", "-i", whole}
	if first == 0 && count < shortest*s.FPS {
		// So short a film is a loop by design, as animated GIFs are.
		cut = append([]string{"-stream_loop", strconv.Itoa(s.Frames / count)}, cut...)
		count = s.Frames
	}
	count = min(count, s.Frames)
	if s.Sound && info.Sound {
		rate := float64(s.FPS)
		cut = append(append(cut, ffmpeg.Foreign()...), "-ss", seconds64(s.From+float64(first)/rate), "-t", seconds64(float64(count)/rate), "-i", src,
			"-map", "1:a:0", "-c:a", "aac", "-ac", "2", "-ar", "48000", "-b:a", "192k")
	}
	cut = append(cut, "-map", "0:v:0", "-frames:v", strconv.Itoa(count))
	if first == 0 {
		cut = append(cut, "-c:v", "copy", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact", "-f", "mp4", dst)
	} else {
		cut = append(cut, "-vf", fmt.Sprintf("trim=start_frame=%d,setpts=PTS-STARTPTS", first))
		cut = append(cut, output(s, dst)...)
	}
	if err := ffmpeg.Run(limited, "cut", nil, nil, cut...); err != nil {
		return unreadable(ctx, err)
	}
	return nil
}

func seconds64(s float64) string { return strconv.FormatFloat(s, 'f', 6, 64) }

// output is how prepared films are kept: close to lossless, cheap to decode, with a
// key picture every half second for a quick start anywhere.
func output(s Spec, path string) []string {
	ts, gop := strconv.Itoa(512*s.FPS), strconv.Itoa(max(1, s.FPS/2))
	return []string{"-map_metadata", "-1", "-fps_mode", "passthrough",
		"-c:v", "libx264", "-preset", "superfast", "-tune", "fastdecode", "-crf", "9", "-bf", "0", "-g", gop, "-sc_threshold", "0", "-threads", "2",
		"-pix_fmt", "yuv420p", "-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709",
		"-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-video_track_timescale", ts, "-f", "mp4", path}
}

// toShow are the filters that give square, upright, progressive pictures in BT.709
// at the show's rate. ffmpeg itself turns what a camera noted as turned.
func toShow(info Info, s Spec) []string {
	v, rate := info.Video, "fps="+strconv.Itoa(s.FPS)
	var f []string
	if info.FPS > float64(s.FPS) {
		f = append(f, rate) // fewer pictures for the rest to work on
	}
	switch v.Fields {
	case "", "progressive", "unknown":
	default:
		f = append(f, "yadif=deint=interlaced")
	}
	if v.Transfer == "smpte2084" || v.Transfer == "arib-std-b67" {
		// Bright scenes of HDR keep their shape under a soft shoulder.
		f = append(f, "zscale=t=linear:npl=203", "format=gbrpf32le", "zscale=p=bt709", "tonemap=mobius:desat=0",
			"zscale=t=bt709:m=bt709:r=tv", "format=yuv420p")
	} else {
		if seeThrough(v.PixFmt) { // onto white, as a page would show it
			f = append(f, "format=gbrap", "negate=components=r+g+b", "premultiply=inplace=1", "negate=components=r+g+b", "format=gbrp")
		}
		if v.ColorPrimary == "bt2020" {
			f = append(f, "zscale=p=bt709:t=bt709:m=bt709:r=tv")
		} else {
			f = append(f, "scale=in_color_matrix="+matrix(v)+":out_color_matrix=bt709:out_range=tv")
		}
		f = append(f, "format=yuv420p")
	}
	if ratio(v.Pixel, ":", 1) != 1 {
		f = append(f, "scale=trunc(iw*sar/2)*2:ih", "setsar=1")
	}
	if info.FPS <= float64(s.FPS) {
		f = append(f, rate)
	}
	return f
}

// seeThrough says whether pictures of a format have an alpha channel.
func seeThrough(pixels string) bool {
	for _, p := range []string{"rgba", "bgra", "argb", "abgr", "gbrap", "yuva", "ya", "pal8"} {
		if strings.HasPrefix(pixels, p) {
			return true
		}
	}
	return false
}

// matrix is what a film's colours were coded with; where it does not say, high
// definition is BT.709 and the rest BT.601, as players have it.
func matrix(v ffmpeg.VideoStream) string {
	switch v.ColorSpace {
	case "bt709":
		return "bt709"
	case "bt470bg", "smpte170m":
		return "bt601"
	case "bt2020nc", "bt2020c":
		return "bt2020"
	case "smpte240m":
		return "smpte240m"
	case "gbr":
		return "auto"
	}
	if v.Height >= 720 || v.Width >= 1280 {
		return "bt709"
	}
	return "bt601"
}

// cover fills the window; what is above the middle is kept rather than what is below.
func cover(size image.Point) string {
	return fmt.Sprintf("scale=%d:%d:force_original_aspect_ratio=increase:force_divisible_by=2:flags=bicubic,setsar=1,crop=%[1]d:%[2]d:(iw-ow)/2:(ih-oh)*0.42", size.X, size.Y)
}

// onBackdrop lays the film, with round corners and a shadow, on a soft dark copy of
// itself. Input 1 is its matte, 2 the shadow.
func onBackdrop(size image.Point, card image.Rectangle) string {
	small := image.Pt(max(2, size.X/16*2), max(2, size.Y/16*2))
	blur := float64(min(small.X, small.Y)) / 14
	return fmt.Sprintf(",split[a][b];[a]%s,gblur=sigma=%.2f:steps=2,eq=brightness=-0.16:saturation=0.85,scale=%d:%d:flags=bicubic,setsar=1[wall];"+
		"[wall][2:v]overlay=0:0[shaded];[b]%s[film];[film][1:v]alphamerge[cut];"+
		"[shaded][cut]overlay=%d:%d,format=yuv420p[out]", cover(small), blur, size.X, size.Y, cover(card.Size()), card.Min.X, card.Min.Y)
}

// drawMatte writes the rounded shape of a card and the shadow that it casts on a wall
// of the given size.
func drawMatte(matte, shade string, size image.Point, card image.Rectangle) error {
	w, h := card.Dx(), card.Dy()
	r := .035 * float64(min(w, h))
	shape := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := 3; i < len(shape.Pix); i += 4 {
		shape.Pix[i] = 255
	}
	p := &raster.Path{}
	p.RoundRect(0, 0, float64(w), float64(h), r)
	raster.NewCanvas(shape).Fill(p, raster.Solid{R: 255, G: 255, B: 255, A: 255}, 1)
	shadow := image.NewRGBA(image.Rectangle{Max: size})
	x, y := float64(card.Min.X), float64(card.Min.Y)
	const steps = 24
	reach := .07 * float64(min(size.X, size.Y))
	for i := range steps { // a soft edge out of many thin ones
		d := reach * (1 - float64(i)/steps)
		q := &raster.Path{}
		q.RoundRect(x-d, y-d+.25*reach, float64(w)+2*d, float64(h)+2*d, r+d)
		raster.NewCanvas(shadow).Fill(q, raster.Solid{A: 255}, .042*float64(i+1)/steps)
	}
	return errors.Join(writePNG(matte, shape), writePNG(shade, shadow))
}

func writePNG(path string, img image.Image) error {
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("film: %w", err)
	}
	return errors.Join(png.Encode(f, img), f.Close())
}

// bright finds the first picture that is not black within the lead, and how many
// follow until the film ends or goes black for good. A film that is all dark stays
// as it is.
func bright(ctx context.Context, path string, s Spec) (first, count int, err error) {
	const w, h = 32, 18
	out, err := ffmpeg.Open(ctx, "measure", "-protocol_whitelist", "file", "-i", path, "-fps_mode", "passthrough",
		"-vf", fmt.Sprintf("scale=%d:%d:flags=area,format=yuv420p,extractplanes=y", w, h), "-f", "rawvideo", "pipe:1")
	if err != nil {
		return 0, 0, err
	}
	var lit []bool
	thumb := make([]byte, w*h)
	for {
		if _, err := io.ReadFull(out, thumb); err != nil {
			break
		}
		sum := 0
		for _, v := range thumb {
			sum += int(v)
		}
		lit = append(lit, sum > darkLevel*w*h)
	}
	if err := out.End(); err != nil {
		return 0, 0, err
	}
	first, last := 0, len(lit)
	for first < len(lit) && !lit[first] {
		first++
	}
	for last > first && !lit[last-1] {
		last--
	}
	if last-first < s.FPS/4 || float64(first) > darkLead*float64(s.FPS) {
		return 0, len(lit), nil
	}
	return first, last - first, nil
}
