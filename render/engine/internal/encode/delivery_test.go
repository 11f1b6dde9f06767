package encode

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"image"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// picture fills a yuv420p frame with moving texture, so that quality has something to
// keep or to lose.
func picture(buf []byte, size image.Point, n int) {
	for y := range size.Y {
		for x := range size.X {
			buf[y*size.X+x] = wave[(x+2*n)&63] + wave[(3*y+64-n)&63]/2 + uint8((x*7919+y*104729+n*31)%17)
		}
	}
	for i := size.X * size.Y; i < len(buf); i++ {
		buf[i] = uint8(112 + (i+n)%32)
	}
}

// wave is one period of a sine, 20 to 100.
var wave = func() (w [64]uint8) {
	for i := range w {
		w[i] = uint8(60 + 40*math.Sin(float64(i)/32*math.Pi))
	}
	return w
}()

// deliver makes a whole file of two segments and a second of sound.
func deliver(t *testing.T, s Settings, frames int) string {
	t.Helper()
	dir := t.TempDir()
	buf := make([]byte, s.Size.X*s.Size.Y*3/2)
	var segs []string
	enc := NewEncoder(s)
	defer enc.Close()
	for i, part := range [][2]int{{0, frames / 2}, {frames / 2, frames - frames/2}} {
		p := filepath.Join(dir, s.SegmentName(fmt.Sprint("s", i)))
		if err := enc.Segment(t.Context(), p, part[0], part[1], func(n int) Frame { picture(buf, s.Size, n); return Frame{Pix: buf} }); err != nil {
			t.Fatal(err)
		}
		segs = append(segs, p)
	}
	pcm := make([]byte, 48000*4*frames/s.FPS)
	for i := 0; i+3 < len(pcm); i += 4 {
		v := uint16(int16(8000 * math.Sin(float64(i)/4*2*math.Pi*440/48000)))
		binary.LittleEndian.PutUint16(pcm[i:], v)
		binary.LittleEndian.PutUint16(pcm[i+2:], v)
	}
	wav := []byte("RIFF....WAVEfmt ")
	for _, v := range []any{uint32(16), uint16(1), uint16(2), uint32(48000), uint32(192000), uint16(4), uint16(16)} {
		wav, _ = binary.Append(wav, binary.LittleEndian, v)
	}
	wav = binary.LittleEndian.AppendUint32(append(wav, "data"...), uint32(len(pcm)))
	binary.LittleEndian.PutUint32(wav[4:], uint32(len(wav)+len(pcm)-8))
	sound := filepath.Join(dir, s.AudioName("sound"))
	if err := Audio(t.Context(), s, bytes.NewReader(append(wav, pcm...)), sound); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "out."+s.Format.Ext())
	end := float64(frames) / float64(s.FPS)
	err := Mux(t.Context(), Programme{Settings: s, Segments: segs, Audio: sound, Seconds: end, Title: "Quiet; pumps = 40 %", Comment: "Voice: Test",
		Chapters: []Chapter{{"Opening", 0, end / 2}, {"Closing", end / 2, end}}}, dir, out)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

type probed struct {
	Streams []map[string]any `json:"streams"`
	Format  struct {
		Tags     map[string]string `json:"tags"`
		Duration string            `json:"duration"`
	} `json:"format"`
	Chapters []struct {
		Start string            `json:"start_time"`
		Tags  map[string]string `json:"tags"`
	} `json:"chapters"`
	Frames []struct {
		Key int    `json:"key_frame"`
		At  string `json:"pts_time"`
	} `json:"frames"`
}

func probe(t *testing.T, path string, args ...string) probed {
	t.Helper()
	args = append([]string{"-v", "error", "-of", "json", "-show_streams", "-show_format", "-show_chapters"}, append(args, path)...)
	out, err := exec.CommandContext(t.Context(), "ffprobe", args...).Output()
	if err != nil {
		t.Fatal(err)
	}
	var p probed
	if err := json.Unmarshal(out, &p); err != nil {
		t.Fatal(err)
	}
	return p
}

// TestDeliveredFiles reads back what players and editors will read, in every container.
func TestDeliveredFiles(t *testing.T) {
	t.Parallel()
	size := image.Pt(160, 90)
	for name, c := range map[string]struct {
		Settings
		video, profile, pixels, audio string
	}{
		"MP4":        {Settings{Format: MP4, FPS: 30, Quality: 80}, "h264", "High", "yuv420p", "aac"},
		"MOV":        {Settings{Format: MOV, FPS: 25, Quality: 98}, "h264", "High", "yuv420p", "aac"},
		"MOV master": {Settings{Format: MOV, FPS: 24, Quality: 99}, "prores", "HQ", "yuv422p10le", "pcm_s16le"},
		"WEBM":       {Settings{Format: WEBM, FPS: 50, Quality: 80}, "vp9", "Profile 0", "yuv420p", "opus"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c.Size = size
			path := deliver(t, c.Settings, 3*c.FPS)
			p := probe(t, path, "-select_streams", "v:0", "-show_frames", "-show_entries", "frame=key_frame,pts_time")
			for field, want := range map[string]string{
				"codec_name": c.video, "profile": c.profile, "pix_fmt": c.pixels, "r_frame_rate": strconv.Itoa(c.FPS) + "/1",
				"color_range": "tv", "color_space": "bt709", "color_primaries": "bt709", "color_transfer": "bt709", "has_b_frames": "0",
			} {
				if got := fmt.Sprint(p.Streams[0][field]); got != want {
					t.Errorf("%s is %s, want %s", field, got, want)
				}
			}
			if a := probe(t, path, "-select_streams", "a:0").Streams[0]; a["codec_name"] != c.audio || a["sample_rate"] != "48000" || a["channels"] != 2.0 {
				t.Errorf("sound is %v at %v Hz, %v channels; want %s", a["codec_name"], a["sample_rate"], a["channels"], c.audio)
			}
			if long, err := strconv.ParseFloat(p.Format.Duration, 64); err != nil || math.Abs(long-3) > .0015 {
				t.Errorf("the file lasts %v s, its picture 3", long)
			}
			tags := map[string]string{}
			for k, v := range p.Format.Tags {
				tags[strings.ToLower(k)] = v
			}
			if tags["title"] != "Quiet; pumps = 40 %" || tags["comment"] != "Voice: Test" {
				t.Errorf("tags %v", tags)
			}
			if len(p.Chapters) != 2 || p.Chapters[0].Tags["title"] != "Opening" || p.Chapters[1].Tags["title"] != "Closing" || !strings.HasPrefix(p.Chapters[1].Start, "1.5") {
				t.Errorf("chapters %+v", p.Chapters)
			}
			last := 0.0
			for i, f := range p.Frames {
				at, err := strconv.ParseFloat(f.At, 64)
				if err != nil {
					t.Fatal(err)
				}
				if want := float64(i) / float64(c.FPS); math.Abs(at-want) > .0011 {
					t.Fatalf("frame %d at %v s, want %v", i, at, want)
				}
				if f.Key == 1 {
					if at-last > 2.001 {
						t.Errorf("%v s between key frames", at-last)
					}
					last = at
				}
			}
			if len(p.Frames) != 3*c.FPS {
				t.Errorf("%d frames, want %d", len(p.Frames), 3*c.FPS)
			}
			body, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if c.Format == WEBM {
				if cues, cluster := bytes.LastIndex(body, []byte("\x1c\x53\xbb\x6b")), bytes.Index(body, []byte("\x1f\x43\xb6\x75")); cues < 0 || cues > cluster {
					t.Errorf("cues at %d, the first cluster at %d: it cannot be sought in before it is loaded", cues, cluster)
				}
			} else {
				if moov, mdat := bytes.Index(body, []byte("moov")), bytes.Index(body, []byte("mdat")); moov < 0 || moov > mdat {
					t.Errorf("moov at %d, mdat at %d: it does not start before it is loaded", moov, mdat)
				}
				if !bytes.Contains(body, []byte("colrnclx\x00\x01\x00\x01\x00\x01")) && !bytes.Contains(body, []byte("colrnclc\x00\x01\x00\x01\x00\x01")) {
					t.Error("the container does not say BT.709")
				}
			}
			if again, err := os.ReadFile(deliver(t, c.Settings, 3*c.FPS)); err != nil || !bytes.Equal(again, body) {
				t.Errorf("the same frames gave other bytes (%v)", err)
			}
		})
	}
}

func TestSizeRisesWithQuality(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("encodes a lot")
	}
	for f, steps := range map[Format][]int{MP4: {20, 50, 70, 85, 95, 99}, WEBM: {20, 50, 70, 85, 95, 99}, MOV: {20, 50, 98, 99}} {
		last := int64(0)
		for _, q := range steps {
			st, err := os.Stat(deliver(t, Settings{Format: f, Size: image.Pt(160, 90), FPS: 30, Quality: q}, 15))
			if err != nil {
				t.Fatal(err)
			}
			if st.Size() <= last {
				t.Errorf("%s at %d: %d bytes, not more than %d", f, q, st.Size(), last)
			}
			last = st.Size()
		}
	}
}

// TestSizesAndRates makes a frame or two at the ends of what can be asked for.
func TestSizesAndRates(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("encodes a lot")
	}
	for _, c := range []struct {
		size image.Point
		fps  int
	}{{image.Pt(3840, 2160), 60}, {image.Pt(2160, 3840), 24}, {image.Pt(130, 66), 50}, {image.Pt(66, 130), 25}} {
		path := deliver(t, Settings{Format: MP4, Size: c.size, FPS: c.fps, Quality: 60}, 2)
		v := probe(t, path, "-select_streams", "v:0").Streams[0]
		if v["width"] != float64(c.size.X) || v["height"] != float64(c.size.Y) || v["r_frame_rate"] != strconv.Itoa(c.fps)+"/1" {
			t.Errorf("%v at %d: %v×%v at %v", c.size, c.fps, v["width"], v["height"], v["r_frame_rate"])
		}
	}
}
