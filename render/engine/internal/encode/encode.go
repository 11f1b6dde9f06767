// Package encode turns raw frames into video segments, joins segments without
// encoding them again, encodes the sound once for the whole programme, and muxes
// the two. All argument lists are pure functions of their inputs.
package encode

import (
	"context"
	"fmt"
	"image"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/ffmpeg"
	"gitops.video/render/render/engine/internal/x264"
)

// Format is the container and codecs of the finished file.
type Format string

// The three formats of the API.
const (
	MP4  Format = "MP4"  // H.264 High + AAC
	WEBM Format = "WEBM" // VP9 + Opus
	MOV  Format = "MOV"  // H.264 High + AAC in QuickTime; ProRes 422 HQ + PCM from MasterQuality on
)

// ParseFormat reads the API's outputFormat; "" is MP4.
func ParseFormat(s string) (Format, error) {
	switch f := Format(strings.ToUpper(s)); f {
	case "":
		return MP4, nil
	case MP4, WEBM, MOV:
		return f, nil
	default:
		return "", fmt.Errorf("outputFormat %q is not MP4, WEBM or MOV", s)
	}
}

// Ext is the file name extension without dot.
func (f Format) Ext() string { return strings.ToLower(string(f)) }

// MasterQuality is the outputQuality from which a MOV is a master for editing:
// ProRes 422 HQ with uncompressed sound.
const MasterQuality = 99

// Settings decide every byte of the encoded picture.
type Settings struct {
	Format  Format
	Size    image.Point // pixels, even
	FPS     int
	Quality int  // 20–99, the API's outputQuality
	Draft   bool // fastest settings
}

// Master says whether the file is for further editing: see [MasterQuality].
func (s Settings) Master() bool { return s.Format == MOV && s.Quality >= MasterQuality && !s.Draft }

// segmentExt is the container of a segment that joins without re-encoding.
func (s Settings) segmentExt() string {
	switch {
	case s.Format == WEBM:
		return ".webm"
	case s.Master():
		return ".mov"
	}
	return ".mp4"
}

// Constant rate factors for outputQuality in visually even steps, linear between. VP9's
// scale is another one: each of its steps is where frames of our own (text and cards, a
// push, a wipe, a photo's slow zoom, a sunset) come out as near to the original as H.264's,
// by SSIM and XPSNR, the mean of the frames and the worst of them.
var (
	h264Steps = [][2]float64{{20, 34.5}, {50, 26.5}, {70, 22.5}, {85, 19.5}, {95, 16.5}, {99, 11.5}}
	vp9Steps  = [][2]float64{{20, 53}, {50, 37}, {70, 29}, {85, 23}, {95, 15}, {99, 7}}
)

// crf maps outputQuality to x264's constant rate factor.
func crf(q int) float64 { return step(h264Steps, q) }

func step(steps [][2]float64, q int) float64 {
	v := min(99, max(20, float64(q)))
	for i := 1; i < len(steps); i++ {
		if a, b := steps[i-1], steps[i]; v <= b[0] {
			return a[1] + (b[1]-a[1])*(v-a[0])/(b[0]-a[0])
		}
	}
	return steps[len(steps)-1][1]
}

// timescale counts video time: 512 ticks a frame, as mp4 muxers do.
func (s Settings) timescale() int { return s.FPS * 512 }

// Threads is how many threads encode a segment. Bytes must not depend on the number of
// processors, so it is one, and segments run side by side. An encoder's memory goes by the
// size of a frame, though: of large ones, one segment at a time is encoded, by two threads.
func (s Settings) Threads() int {
	if x264.Large(s.Size) {
		return 2
	}
	return 1
}

// GOP is the length of a group of pictures, in frames: two seconds.
func (s Settings) GOP() int { return 2 * s.FPS }

// InputArgs describe the raw frames on standard input.
func (s Settings) InputArgs() []string {
	return []string{"-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", fmt.Sprintf("%dx%d", s.Size.X, s.Size.Y),
		"-r", strconv.Itoa(s.FPS), "-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"}
}

// CodecArgs are the video encoder's settings.
func (s Settings) CodecArgs() []string {
	color := []string{"-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"}
	gop, threads := strconv.Itoa(s.GOP()), strconv.Itoa(s.Threads())
	if s.Format == WEBM {
		cpu, q := "6", strconv.Itoa(int(step(vp9Steps, s.Quality)+.5))
		if s.Draft {
			cpu = "8"
		}
		// No alternate reference frames: a segment must join by copy.
		return append([]string{"-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", cpu, "-crf", q, "-b:v", "0",
			"-g", gop, "-auto-alt-ref", "0", "-lag-in-frames", "0", "-row-mt", "0", "-tile-columns", strconv.Itoa(s.Threads() / 2), "-threads", threads, "-pix_fmt", "yuv420p"}, color...)
	}
	if s.Master() {
		return append([]string{"-c:v", "prores_ks", "-profile:v", "3", "-vendor", "apl0", "-threads", threads, "-pix_fmt", "yuv422p10le"}, color...)
	}
	preset, params := s.x264()
	return append([]string{"-c:v", "libx264", "-preset", preset, "-profile:v", "high", "-threads", threads, "-pix_fmt", "yuv420p",
		"-x264-params", strings.Join(params, ":")}, color...)
}

// h264 says whether x264 encodes.
func (s Settings) h264() bool { return s.Format != WEBM && !s.Master() }

// x264 is x264's preset and what is set otherwise, as name=value.
//
// aq-mode 3 keeps bits in dark gradients, where banding shows first; no B-frames keeps
// decode times from going negative at the joins. Motion is searched by whole pixels:
// of what we draw, most stands still or moves by steps of its own, and on drawn scenes
// the search for the rest costs a third of all encoding for the same SSIM at the same
// size (on slow zooms into photographs, a fifth more bytes). It looks 2 frames ahead
// instead of 10, which takes 51 MB less at 1080p; at a rate factor lower by one and a half,
// the bytes are the same and the pictures 0.8 dB worse, of 52.
func (s Settings) x264() (preset string, params []string) {
	preset, rate := "veryfast", crf(s.Quality)
	if s.Draft {
		preset, rate = "ultrafast", 26
	}
	gop := strconv.Itoa(s.GOP())
	params = []string{"crf=" + strconv.FormatFloat(rate, 'f', -1, 64), "threads=" + strconv.Itoa(s.Threads()), "force-cfr=1",
		"bframes=0", "keyint=" + gop, "min-keyint=" + gop, "scenecut=0", "open-gop=0",
		"aq-mode=3", "aq-strength=0.8", "deblock=1,1", "subme=0", "repeat-headers=1", "stitchable=1",
		"fullrange=off", "colorprim=bt709", "transfer=bt709", "colormatrix=bt709"}
	if !s.Draft { // which looks at none
		params = append(params, "rc-lookahead=2")
	}
	if s.Threads() > 1 { // each has a slice of a frame: whole frames side by side would take memory for each
		params = append(params, "sliced-threads=1")
	}
	return preset, params
}

func bitexact() []string {
	return []string{"-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"}
}

// SegmentArgs are a whole segment's arguments, raw frames in, path out.
func (s Settings) SegmentArgs(path string) []string {
	a := append(s.InputArgs(), "-i", "pipe:0", "-an")
	a = append(a, s.CodecArgs()...)
	a = append(a, bitexact()...)
	if s.Format != WEBM {
		// Movie and track on one timescale: without it each join drifts by some ticks.
		ts := strconv.Itoa(s.timescale())
		a = append(a, "-video_track_timescale", ts, "-movie_timescale", ts, "-f", strings.TrimPrefix(s.segmentExt(), "."))
	} else {
		a = append(a, "-f", "webm")
	}
	return append(a, path)
}

// SegmentName is a file name for a segment.
func (s Settings) SegmentName(base string) string { return base + s.segmentExt() }

// Audio encodes a WAV stream once for the whole programme.
func Audio(ctx context.Context, s Settings, wav io.Reader, path string) error {
	args := []string{"-f", "wav", "-i", "pipe:0", "-vn"}
	switch {
	case s.Format == WEBM:
		args = append(args, "-c:a", "libopus", "-b:a", "160k", "-ar", "48000", "-f", "webm")
	case s.Master():
		args = append(args, "-c:a", "pcm_s16le", "-f", "mov")
	default:
		// ffmpeg's own words on this coder: much faster, and better at high bit rates.
		args = append(args, "-c:a", "aac", "-aac_coder", "fast", "-b:a", "192k", "-ar", "48000", "-f", "mp4")
	}
	args = append(args, bitexact()...)
	return ffmpeg.Run(ctx, "audio", wav, nil, append(args, path)...)
}

// AudioName is a file name for the programme's sound.
func (s Settings) AudioName(base string) string {
	switch {
	case s.Format == WEBM:
		return base + ".webm"
	case s.Master():
		return base + ".mov"
	}
	return base + ".m4a"
}

// Chapter is a named part of the programme.
type Chapter struct {
	Title      string
	Start, End float64 // seconds
}

// Programme is what Mux joins.
type Programme struct {
	Settings
	Segments []string // in order
	Audio    string   // "" = silent
	Seconds  float64  // the picture's length; 0 = the sound may be longer by what its coder pads
	Title    string
	Comment  string
	Chapters []Chapter
}

// Mux joins the segments and the sound into path without encoding. dir holds its
// two small text files.
func Mux(ctx context.Context, p Programme, dir, path string) error {
	list, meta := filepath.Join(dir, "segments.txt"), filepath.Join(dir, "metadata.txt")
	if p.joins() {
		video := filepath.Join(dir, "video.mp4")
		if err := join(p.Settings, p.Segments, video); err != nil {
			return err
		}
		defer os.Remove(video)
		p.Segments = []string{video}
	}
	if err := os.WriteFile(list, []byte(concatList(p.Segments)), 0o600); err != nil {
		return fmt.Errorf("mux: %w", err)
	}
	if err := os.WriteFile(meta, []byte(metadata(p)), 0o600); err != nil {
		return fmt.Errorf("mux: %w", err)
	}
	return ffmpeg.Run(ctx, "mux", nil, nil, muxArgs(p, list, meta, path)...)
}

func muxArgs(p Programme, list, meta, path string) []string {
	a := []string{"-protocol_whitelist", "file", "-f", "concat", "-safe", "0", "-i", list}
	n := 1
	if p.Audio != "" {
		if p.Format == WEBM && p.Seconds > 0 {
			// Opus says whole packets of 20 ms behind 6.5 ms of its own: without this the last
			// one, padding but for those 6.5 ms, makes the file longer than its picture.
			a = append(a, "-t", strconv.FormatFloat(p.Seconds, 'f', 6, 64))
		}
		a = append(a, "-protocol_whitelist", "file", "-i", p.Audio)
		n++
	}
	a = append(a, "-protocol_whitelist", "file", "-f", "ffmetadata", "-i", meta, "-map", "0:v:0")
	if p.Audio != "" {
		a = append(a, "-map", "1:a:0")
	}
	a = append(a, "-map_metadata", strconv.Itoa(n), "-map_chapters", strconv.Itoa(n), "-c", "copy",
		"-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact")
	switch p.Format {
	case WEBM:
		a = append(a, "-cues_to_front", "1", "-f", "webm") // players seek before they have the whole
	case MOV:
		a = append(a, "-movflags", "+faststart", "-f", "mov")
	default:
		a = append(a, "-movflags", "+faststart", "-f", "mp4")
	}
	return append(a, path)
}

// concatList is the concat demuxer's script; a quote inside a name is closed, escaped and opened again.
func concatList(files []string) string {
	var b strings.Builder
	b.WriteString("ffconcat version 1.0\n")
	for _, f := range files {
		fmt.Fprintf(&b, "file '%s'\n", strings.ReplaceAll(f, "'", `'\''`))
	}
	return b.String()
}

// metadata is an ffmetadata script. Titles come from prompts, so every character
// that means something to the format is escaped.
func metadata(p Programme) string {
	esc := strings.NewReplacer("\\", `\\`, "=", `\=`, ";", `\;`, "#", `\#`, "\n", " ", "\r", " ")
	var b strings.Builder
	b.WriteString(";FFMETADATA1\n")
	if p.Title != "" {
		fmt.Fprintf(&b, "title=%s\n", esc.Replace(p.Title))
	}
	if p.Comment != "" {
		fmt.Fprintf(&b, "comment=%s\n", esc.Replace(p.Comment))
	}
	for _, c := range p.Chapters {
		fmt.Fprintf(&b, "[CHAPTER]\nTIMEBASE=1/1000\nSTART=%d\nEND=%d\ntitle=%s\n",
			int(c.Start*1000), int(c.End*1000), esc.Replace(c.Title))
	}
	return b.String()
}
