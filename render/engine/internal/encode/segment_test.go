package encode

import (
	"bytes"
	"context"
	"errors"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"gitops.video/render/render/engine/internal/x264"
)

// stream is the H.264 stream in an MP4 file, without what encoders say of themselves:
// ffmpeg says it twice.
func stream(t *testing.T, path string) []byte {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "ffmpeg", "-v", "error", "-i", path, "-c", "copy", "-bsf:v", "h264_mp4toannexb,filter_units=remove_types=6", "-f", "h264", "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// decoded is the frames in a file, one after another.
func decoded(t *testing.T, path string) []byte {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "ffmpeg", "-v", "error", "-i", path, "-f", "rawvideo", "-pix_fmt", "yuv420p", "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func needX264(t *testing.T) {
	t.Helper()
	if x264.Build() == "" {
		t.Skip("ffmpeg encodes here")
	}
}

// TestOneFileTwoWriters: what the library encodes without being told what stands still
// is bit for bit what ffmpeg makes of the same settings, so that there is one set of
// settings and one look.
func TestOneFileTwoWriters(t *testing.T) {
	t.Parallel()
	needX264(t)
	for _, s := range []Settings{
		{Format: MP4, Size: image.Pt(192, 108), FPS: 30, Quality: 95},
		{Format: MOV, Size: image.Pt(130, 214), FPS: 25, Quality: 40},
		{Format: MP4, Size: image.Pt(64, 64), FPS: 60, Quality: 80, Draft: true},
	} {
		dir, buf := t.TempDir(), make([]byte, s.Size.X*s.Size.Y*3/2)
		frames := func(n int) Frame { picture(buf, s.Size, n); return Frame{Pix: buf} }
		piped, direct := filepath.Join(dir, "piped.mp4"), filepath.Join(dir, "direct.mp4")
		if err := s.pipe(t.Context(), piped, 0, 70, frames); err != nil {
			t.Fatal(err)
		}
		enc := NewEncoder(s)
		defer enc.Close()
		enc.plain = true
		if err := enc.Segment(t.Context(), direct, 0, 70, frames); err != nil {
			t.Fatal(err)
		}
		if a, b := stream(t, piped), stream(t, direct); !bytes.Equal(a, b) {
			t.Errorf("%+v: ffmpeg made %d bytes, the library %d, and they differ", s, len(a), len(b))
		}
	}
}

// TestStandingStill: where nothing changes a frame takes next to no bytes, what changes
// is shown at once and in its place, and it makes no difference how much is called changed.
func TestStandingStill(t *testing.T) {
	t.Parallel()
	needX264(t)
	s := Settings{Format: MP4, Size: image.Pt(328, 180), FPS: 30, Quality: 90}
	w, h := (s.Size.X+15)/16, (s.Size.Y+15)/16
	const count = 50
	still, buf := make([]byte, s.Size.X*s.Size.Y*3/2), make([]byte, s.Size.X*s.Size.Y*3/2)
	picture(still, s.Size, 0)
	// A square of 40 pixels wanders over the picture, 4 pixels a frame, and rests for a while.
	at := func(n int) int { return 20 + 4*min(n, 30) }
	drawn := func(n int) []byte {
		copy(buf, still)
		for y := 60; y < 100; y++ {
			for x := at(n); x < at(n)+40; x++ {
				buf[y*s.Size.X+x] = uint8(200 + (x-at(n)+y)%8)
			}
		}
		return buf
	}
	exact := func(n int) Frame {
		changed := make([]bool, w*h)
		for y := 60 / 16; y <= 99/16; y++ {
			for x := at(n-1) / 16; x <= (at(n)+39)/16; x++ {
				changed[y*w+x] = at(n) != at(n-1)
			}
		}
		return Frame{Pix: drawn(n), Changed: changed}
	}
	all := func(n int) Frame { return Frame{Pix: drawn(n)} }
	dir := t.TempDir()
	enc := NewEncoder(s)
	defer enc.Close()
	files := map[string]Frames{"exact": exact, "all": all, "again": exact}
	for name, f := range files {
		if err := enc.Segment(t.Context(), filepath.Join(dir, name+".mp4"), 0, count, f); err != nil {
			t.Fatal(err)
		}
	}
	one := stream(t, filepath.Join(dir, "exact.mp4"))
	for name := range files {
		if !bytes.Equal(one, stream(t, filepath.Join(dir, name+".mp4"))) {
			t.Errorf("%s: other bytes", name)
		}
	}
	shown := decoded(t, filepath.Join(dir, "exact.mp4"))
	if len(shown) != count*len(buf) {
		t.Fatalf("%d bytes of frames, want %d", len(shown), count*len(buf))
	}
	for n := range count {
		want, sum := drawn(n), 0
		for i, v := range shown[n*len(buf):][:s.Size.X*s.Size.Y] {
			d := int(v) - int(want[i])
			sum += d * d
		}
		if mse := float64(sum) / float64(s.Size.X*s.Size.Y); mse > 12 { // 37 dB
			t.Errorf("frame %d is %.1f off, by the mean of squares", n, mse)
		}
	}
}

// TestEncoderEnds: an interrupted segment is no segment, and says why.
func TestEncoderEnds(t *testing.T) {
	t.Parallel()
	needX264(t)
	s := Settings{Format: MP4, Size: image.Pt(64, 64), FPS: 30, Quality: 90}
	ctx, cancel := context.WithCancel(t.Context())
	enc := NewEncoder(s)
	defer enc.Close()
	buf := make([]byte, 64*64*3/2)
	path := filepath.Join(t.TempDir(), "cut.mp4")
	err := enc.Segment(ctx, path, 0, 1000, func(n int) Frame {
		if n == 20 {
			cancel()
		}
		return Frame{Pix: buf}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("err = %v", err)
	}
	full := NewEncoder(s)
	defer full.Close()
	if err := full.Segment(t.Context(), "/dev/full", 0, 10, func(int) Frame { return Frame{Pix: buf} }); err == nil {
		t.Error("a full disk is no error")
	}
	if err := NewEncoder(s).Segment(t.Context(), filepath.Join(path, "in", "a", "file"), 0, 1, nil); !errors.Is(err, os.ErrNotExist) && err == nil {
		t.Errorf("err = %v", err)
	}
}

// TestJoined: joining by ourselves gives the samples and the times that ffmpeg's
// joining gives, and files of other making are refused.
func TestJoined(t *testing.T) {
	t.Parallel()
	needX264(t)
	s := Settings{Format: MP4, Size: image.Pt(130, 70), FPS: 25, Quality: 80}
	dir, buf := t.TempDir(), make([]byte, 130*70*3/2)
	enc := NewEncoder(s)
	defer enc.Close()
	var segs []string
	total := 0
	for i, n := range []int{61, 1, 7, 130} {
		p := filepath.Join(dir, s.SegmentName(string(rune('a'+i))))
		if err := enc.Segment(t.Context(), p, total, n, func(n int) Frame { picture(buf, s.Size, n); return Frame{Pix: buf} }); err != nil {
			t.Fatal(err)
		}
		segs, total = append(segs, p), total+n
	}
	list := filepath.Join(dir, "list.txt")
	if err := os.WriteFile(list, []byte(concatList(segs)), 0o600); err != nil {
		t.Fatal(err)
	}
	packets := func(args ...string) string {
		out, err := exec.CommandContext(t.Context(), "ffprobe", append([]string{"-v", "error", "-show_entries", "packet=pts,dts,duration,size,flags,data_hash:stream=codec_name,profile,width,height,pix_fmt,color_space,color_range,r_frame_rate,nb_frames,extradata_hash",
			"-show_data_hash", "md5", "-of", "csv"}, args...)...).Output()
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	concat := filepath.Join(dir, "concat.mp4")
	if out, err := exec.CommandContext(t.Context(), "ffmpeg", "-v", "error", "-f", "concat", "-safe", "0", "-i", list, "-c", "copy", concat).CombinedOutput(); err != nil {
		t.Fatal(err, string(out))
	}
	joined := filepath.Join(dir, "joined.mp4")
	if err := join(s, segs, joined); err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(dir, "copied.mp4")
	if out, err := exec.CommandContext(t.Context(), "ffmpeg", "-v", "error", "-i", joined, "-c", "copy", copied).CombinedOutput(); err != nil {
		t.Fatal(err, string(out))
	}
	if a, b := packets(concat), packets(copied); a != b {
		t.Errorf("ffmpeg's:\n%.400s\nours:\n%.400s", a, b)
	}
	whole, err := os.ReadFile(segs[0])
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string][]byte{"foreign": []byte("RIFF and so on, which is no segment at all"), "cut": whole[:len(whole)-9], "empty": nil, "tables": whole[:len(whole)-len(whole)/8]} {
		p := filepath.Join(dir, name)
		if err := os.WriteFile(p, b, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := join(s, []string{segs[1], p}, filepath.Join(dir, "bad.mp4")); !errors.Is(err, errForeign) {
			t.Errorf("%s: err = %v", name, err)
		}
	}
}
