package film

import (
	"bytes"
	"context"
	"crypto/sha256"
	"image"
	"image/color"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gitops.video/render/render/engine/internal/ffmpeg"
)

// shoot makes a little film with ffmpeg's own sources.
func shoot(t *testing.T, name, graph string, more ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	args := append([]string{"-f", "lavfi", "-i", graph}, more...)
	if err := ffmpeg.Run(t.Context(), "shoot", nil, nil, append(args, "-threads", "1", path)...); err != nil {
		t.Fatal(err)
	}
	return path
}

func prepared(t *testing.T, src string, s Spec) *Reader {
	t.Helper()
	info, err := Inspect(t.Context(), src)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	dst := filepath.Join(dir, "film.mp4")
	if err := Prepare(t.Context(), src, info, s, dir, dst); err != nil {
		t.Fatal(err)
	}
	r, err := Open(t.Context(), dst, s)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	return r
}

func at(t *testing.T, r *Reader, n int) *image.RGBA {
	t.Helper()
	s := r.Frame(n)
	if s == nil {
		t.Fatalf("frame %d: %v", n, r.Err())
	}
	return s.Img
}

func near(a color.RGBA, r, g, b, by int) bool {
	d := func(x uint8, y int) bool { return math.Abs(float64(int(x)-y)) <= float64(by) }
	return d(a.R, r) && d(a.G, g) && d(a.B, b)
}

// TestColours plays one red under every way of coding it: what comes out is that red.
func TestColours(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("decodes whole films")
	}
	const red = "color=c=0xC83C28:s=320x180:r=10:d=0.5"
	const hd = "color=c=0xC83C28:s=1280x720:r=10:d=0.3"
	for name, path := range map[string]string{
		"BT.601, said so": shoot(t, "a.mp4", red, "-vf", "scale=out_color_matrix=bt601:out_range=tv,format=yuv420p", "-colorspace", "smpte170m", "-color_range", "tv"),
		"BT.601, unsaid":  shoot(t, "a.mp4", red, "-vf", "scale=out_color_matrix=bt601:out_range=tv,format=yuv420p"),
		"BT.709, said so": shoot(t, "a.mp4", red, "-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p", "-colorspace", "bt709", "-color_range", "tv"),
		"BT.709, unsaid":  shoot(t, "a.mp4", hd, "-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"),
		"full range":      shoot(t, "a.mp4", red, "-vf", "scale=out_color_matrix=bt601:out_range=pc,format=yuvj420p", "-colorspace", "smpte170m", "-color_range", "pc"),
		"GIF":             shoot(t, "a.gif", red),
		"4:4:4":           shoot(t, "a.mkv", red, "-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv444p10le", "-colorspace", "bt709", "-c:v", "ffv1"),
	} {
		r := prepared(t, path, Spec{Size: image.Pt(160, 90), FPS: 30, Frames: 12})
		if got := at(t, r, 5).RGBAAt(80, 45); !near(got, 200, 60, 40, 4) {
			t.Errorf("%s: %v, want 200 60 40", name, got)
		}
	}
}

// counting is a film whose brightness says which second of it is seen.
const counting = "color=c=black:s=192x108:r=30:d=4,geq=lum='60+40*T':cb=128:cr=128"

func TestFramesInAnyOrder(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("decodes whole films")
	}
	path := shoot(t, "count.mp4", counting, "-crf", "4")
	s := Spec{Size: image.Pt(192, 108), FPS: 30, Frames: 100}
	r, again := prepared(t, path, s), prepared(t, path, s)
	var all [][32]byte
	for n := range 100 {
		all = append(all, sha256.Sum256(at(t, r, n).Pix))
	}
	for _, n := range []int{99, 0, 40, 41, 41, 39, 7, 98} {
		if sha256.Sum256(at(t, again, n).Pix) != all[n] {
			t.Errorf("frame %d differs when it is reached another way", n)
		}
	}
	// From says where the film begins.
	late := prepared(t, path, Spec{Size: s.Size, FPS: 30, Frames: 20, From: 2})
	if a, b := at(t, late, 3).RGBAAt(90, 50), at(t, r, 63).RGBAAt(90, 50); !near(a, int(b.R), int(b.G), int(b.B), 2) {
		t.Errorf("2 s in: %v, want %v", a, b)
	}
}

func TestShortFilmsRunOn(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("decodes whole films")
	}
	path := shoot(t, "count.mp4", counting, "-crf", "4")
	r := prepared(t, path, Spec{Size: image.Pt(192, 108), FPS: 30, Frames: 400, Shown: 400})
	last := float64(at(t, r, 0).RGBAAt(90, 50).R)
	for n := 1; n < 400; n++ {
		v := float64(at(t, r, n).RGBAAt(90, 50).R)
		if math.Abs(v-last) > 14 {
			t.Fatalf("frame %d jumps from %.0f to %.0f", n, last, v)
		}
		last = v
	}
	// An animated GIF repeats as it is.
	gif := prepared(t, shoot(t, "a.gif", "color=c=black:s=64x64:r=10:d=0.5,geq=lum='80+200*T':cb=128:cr=128"), Spec{Size: image.Pt(64, 64), FPS: 30, Frames: 90})
	for _, n := range []int{0, 7, 14} {
		if a, b := at(t, gif, n).RGBAAt(30, 30), at(t, gif, n+15).RGBAAt(30, 30); !near(a, int(b.R), int(b.G), int(b.B), 3) {
			t.Errorf("frame %d: %v, a round later %v", n, a, b)
		}
	}
}

// TestFilmsThatLastAlmostLongEnough: a film does not begin again for the last moment
// of its scene, nor fade into its start where the scene ends in time.
func TestFilmsThatLastAlmostLongEnough(t *testing.T) {
	t.Parallel()
	path := shoot(t, "a.mp4", "color=c=black:s=64x64:r=30:d=3,geq=lum='60+50*T':cb=128:cr=128", "-crf", "4")
	r := prepared(t, path, Spec{Size: image.Pt(64, 64), FPS: 30, Frames: 180, Shown: 105})
	for n := 60; n < 105; n++ {
		want := (60 + 50*float64(min(n, 89))/30 - 16) * 255 / 219
		if got := float64(at(t, r, n).RGBAAt(30, 30).R); math.Abs(got-want) > 6 {
			t.Fatalf("frame %d is %.0f, want %.0f", n, got, want)
		}
	}
}

func TestRatesAreConverted(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("decodes whole films")
	}
	for _, rate := range []string{"60", "25", "30000/1001"} {
		path := shoot(t, "a.mp4", "color=c=black:s=64x64:r="+rate+":d=3,geq=lum='60+50*T':cb=128:cr=128", "-crf", "4")
		r := prepared(t, path, Spec{Size: image.Pt(64, 64), FPS: 30, Frames: 75})
		for _, n := range []int{0, 15, 30, 74} {
			want := (60 + 50*float64(n)/30 - 16) * 255 / 219
			if got := float64(at(t, r, n).RGBAAt(30, 30).R); math.Abs(got-want) > 11 { // a picture of the slowest lasts 5
				t.Errorf("%s to 30: frame %d is %.0f, want %.0f", rate, n, got, want)
			}
		}
	}
}

func TestBlackEndsAreCutOff(t *testing.T) {
	t.Parallel()
	path := shoot(t, "a.mp4", "color=c=white:s=64x64:r=30:d=5,fade=in:st=0.5:d=0.5,fade=out:st=3:d=0.5")
	r := prepared(t, path, Spec{Size: image.Pt(64, 64), FPS: 30, Frames: 240})
	for n := 0; n < 240; n += 3 {
		if v := at(t, r, n).RGBAAt(30, 30).R; v < 5 {
			t.Fatalf("frame %d is black", n)
		}
	}
}

// TestNoBars draws films into windows of other shapes, cropped and on a card: no row
// or column at the edge is flat black, and the card holds the whole film.
func TestNoBars(t *testing.T) {
	t.Parallel()
	path := shoot(t, "a.mp4", "color=c=0xC83C28:s=180x320:r=10:d=0.5")
	for _, s := range []Spec{
		{Size: image.Pt(192, 108)},
		{Size: image.Pt(192, 108), Card: image.Rect(100, 10, 148, 94)},
	} {
		s.FPS, s.Frames = 30, 10
		img := at(t, prepared(t, path, s), 2)
		for _, p := range []image.Point{{1, 1}, {190, 1}, {1, 106}, {190, 106}, {96, 1}, {96, 106}, {1, 54}, {190, 54}} {
			if c := img.RGBAAt(p.X, p.Y); c.R < 40 {
				t.Errorf("card %v: a bar at %v: %v", s.Card, p, c)
			}
		}
		if c := img.RGBAAt(124, 50); !near(c, 200, 60, 40, 6) {
			t.Errorf("card %v: the film itself is %v", s.Card, c)
		}
	}
}

func TestSeeThroughFilmsStandOnWhite(t *testing.T) {
	t.Parallel()
	path := shoot(t, "a.gif", "color=c=0x28783C:s=80x80:r=10:d=0.5,format=rgba,geq=r='r(X,Y)':g='g(X,Y)':b='b(X,Y)':a='255*lt(X,40)',split[a][b];[a]palettegen=reserve_transparent=1[p];[b][p]paletteuse=alpha_threshold=128")
	img := at(t, prepared(t, path, Spec{Size: image.Pt(80, 80), FPS: 30, Frames: 9}), 4)
	if l, r := img.RGBAAt(20, 40), img.RGBAAt(60, 40); !near(l, 40, 120, 60, 8) || !near(r, 255, 255, 255, 6) {
		t.Errorf("left %v, right %v: want the film's green and white", l, r)
	}
}

func TestTurnedFilmStandsUpright(t *testing.T) {
	t.Parallel()
	flat := shoot(t, "a.mp4", "color=c=red:s=320x180:r=10:d=0.5,drawbox=0:0:160:180:blue:fill")
	turned := filepath.Join(t.TempDir(), "b.mp4")
	if err := ffmpeg.Run(t.Context(), "turn", nil, nil, "-i", flat, "-c", "copy", "-metadata:s:v", "rotate=90", turned); err != nil {
		t.Fatal(err)
	}
	info, err := Inspect(t.Context(), turned)
	if err != nil || info.Width != 180 || info.Height != 320 {
		t.Fatalf("%+v, %v: want 180×320", info, err)
	}
	img := at(t, prepared(t, turned, Spec{Size: image.Pt(90, 160), FPS: 30, Frames: 5}), 1)
	top, bottom := img.RGBAAt(45, 30), img.RGBAAt(45, 130)
	if (top.B > 150) == (bottom.B > 150) {
		t.Errorf("top %v and bottom %v look the same: it was not turned", top, bottom)
	}
}

func TestHostileFiles(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	secret := filepath.Join(dir, "secret.txt")
	good := shoot(t, "good.mp4", counting)
	body, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{
		"empty.mp4":    {},
		"text.mov":     []byte("this is no film"),
		"cut.mp4":      body[:len(body)/3],
		"playlist.mp4": []byte("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://" + secret + "\n#EXT-X-ENDLIST\n"),
		"script.mkv":   []byte("ffconcat version 1.0\nfile '" + good + "'\n"),
		"noise.webm":   bytes.Repeat([]byte{0x1a, 0x45, 0xdf, 0xa3, 7}, 4000),
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		if info, err := Inspect(t.Context(), path); err == nil {
			t.Errorf("%s is taken for a film: %+v", name, info)
		} else if strings.Contains(err.Error(), dir) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %q is no short message", name, err)
		}
	}
	if _, err := Inspect(t.Context(), shoot(t, "sound.mkv", "sine=d=0.3")); err == nil || !strings.Contains(err.Error(), "no moving picture") {
		t.Errorf("sound alone: %v", err)
	}
	ctx, cancel := context.WithDeadline(t.Context(), time.Now())
	defer cancel()
	if _, err := Inspect(ctx, good); err == nil {
		t.Error("a look without time succeeded")
	}
}

func TestEveryFrameMeansEvery(t *testing.T) {
	t.Parallel()
	path := shoot(t, "a.mp4", "testsrc2=s=160x90:r=30:d=4", "-g", "30", "-keyint_min", "30", "-sc_threshold", "0")
	info, err := Inspect(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	count := func(th Thumbs) (n int) {
		th.Side = 64
		if err := Each(t.Context(), path, info, th, func(img *image.RGBA) error {
			if img.Rect.Dx() != 64 || img.Rect.Dy() != 36 {
				t.Errorf("a thumb of %v", img.Rect)
			}
			n++
			return nil
		}); err != nil {
			t.Error(err)
		}
		return n
	}
	if all, keys, part := count(Thumbs{Every: true}), count(Thumbs{}), count(Thumbs{Every: true, From: 1, Seconds: 2}); all != 120 || keys != 4 || part != 60 {
		t.Errorf("%d frames, %d key frames, %d in part; want 120, 4, 60", all, keys, part)
	}
	err = Each(t.Context(), path, info, Thumbs{Side: 64, Every: true, patience: 1}, func(*image.RGBA) error { return nil })
	if err == nil || !strings.Contains(err.Error(), "too long") {
		t.Errorf("a film that takes too long to read: %v", err)
	}
}
