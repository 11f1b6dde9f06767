package engine

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"image"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/encode"
	"gitops.video/render/render/engine/internal/ffmpeg"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/sound"
	"gitops.video/render/render/engine/internal/timeline"
	"gitops.video/render/render/engine/internal/voice"
)

// written mixes a programme and encodes it the way a video's sound is.
func written(t *testing.T, s encode.Settings, p sound.Program) string {
	t.Helper()
	r, w := io.Pipe()
	go func() {
		_, err := sound.Mix(t.Context(), p, w)
		w.CloseWithError(err)
	}()
	return encoded(t, s, r)
}

// heldAt is a sentence whose samples are in memory.
func heldAt(at int64, pcm []float32, words []scene.Word) sound.Spoken {
	return sound.Spoken{At: at, Samples: len(pcm), Words: words, PCM: func() ([]float32, error) { return pcm, nil }}
}

func encoded(t *testing.T, s encode.Settings, wav io.Reader) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), s.AudioName("sound"))
	if err := encode.Audio(t.Context(), s, wav, path); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestDeliveredLoudness measures the sound as a player gets it: after encoding, in
// every container, at the three usual loudnesses.
func TestDeliveredLoudness(t *testing.T) {
	whole(t)
	t.Parallel()
	e := open(t, t.TempDir())
	var spoken []sound.Spoken
	at := int64(24000)
	for _, text := range []string{"Our new pump runs quietly, in every building.", "It uses forty percent less power than the old one!"} {
		take, err := e.speaker.Speak(t.Context(), voice.Utterance{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		spoken = append(spoken, heldAt(at, take.PCM, take.Line.Words))
		at += int64(len(take.PCM)) + 30000
	}
	for i, f := range []encode.Settings{{Format: encode.MP4, Quality: 80}, {Format: encode.WEBM, Quality: 80}, {Format: encode.MOV, Quality: 80}, {Format: encode.MOV, Quality: 99}} {
		for k, want := range []float64{-14, -16, -23} {
			mood := sound.Moods()[(3*i+k)%len(sound.Moods())]
			t.Run(fmt.Sprintf("%s %d at %g, %s", f.Format, f.Quality, want, mood), func(t *testing.T) {
				t.Parallel()
				p := sound.Program{Samples: at + 96000, Voice: spoken, Music: scene.Music{Mood: mood}, LUFS: want, Seed: uint64(i),
					Hits: []scene.Hit{{At: .5, Kind: "whoosh"}, {At: 3, Kind: "impact"}, {At: 4, Kind: "pop"}, {At: 6, Kind: "tick"}}}
				var wav bytes.Buffer
				if err := ffmpeg.Run(t.Context(), "decode", nil, &wav, "-i", written(t, f, p), "-c:a", "pcm_s16le", "-f", "wav", "pipe:1"); err != nil {
					t.Fatal(err)
				}
				m, err := sound.Loudness(&wav)
				if err != nil {
					t.Fatal(err)
				}
				if l := m.LUFS(); math.Abs(l-want) > .5 {
					t.Errorf("%.2f LUFS", l)
				}
				if tp := m.TruePeak(); tp > -1 {
					t.Errorf("true peak %.2f dBTP", tp)
				}
			})
		}
	}
}

// TestDeliveredPeaks: a coder makes more of sharp peaks than the mix held; what comes
// out of the finished file stays under the limit all the same.
func TestDeliveredPeaks(t *testing.T) {
	whole(t)
	t.Parallel()
	clicks := func(context.Context, string) (io.ReadCloser, error) {
		rng := rand.New(rand.NewPCG(1, 2))
		var raw []byte
		for i := range 13 * 48000 {
			v := .01 * math.Sin(2*math.Pi*180*float64(i)/48000)
			if k := i % 24000; k < 400 {
				v += math.Exp(-float64(k)/60) * (2*rng.Float64() - 1)
			}
			u := uint16(int16(32000 * v))
			raw = binary.LittleEndian.AppendUint16(binary.LittleEndian.AppendUint16(raw, u), u)
		}
		return io.NopCloser(bytes.NewReader(raw)), nil
	}
	for f, lufs := range map[encode.Settings]float64{{Format: encode.MP4, Quality: 80}: -16, {Format: encode.WEBM, Quality: 80}: -16, {Format: encode.WEBM, Quality: 70}: -14} {
		t.Run(fmt.Sprintf("%s at %g", f.Format, lufs), func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), f.AudioName("sound"))
			p := sound.Program{Samples: 12 * 48000, Music: scene.Music{File: "song.mp3"}, Open: clicks, LUFS: lufs}
			if err := master(t.Context(), f, p, path); err != nil {
				t.Fatal(err)
			}
			var wav bytes.Buffer
			if err := ffmpeg.Run(t.Context(), "decode", nil, &wav, "-i", path, "-c:a", "pcm_s16le", "-f", "wav", "pipe:1"); err != nil {
				t.Fatal(err)
			}
			m, err := sound.Loudness(&wav)
			if err != nil {
				t.Fatal(err)
			}
			if math.Abs(m.LUFS()-lufs) > .5 || m.TruePeak() > -1 {
				t.Errorf("%.2f LUFS, %.2f dBTP", m.LUFS(), m.TruePeak())
			}
		})
	}
}

// TestSyncOverFiveMinutes marks a 300 s programme with flashes and clicks and looks
// where both are in the finished file.
func TestSyncOverFiveMinutes(t *testing.T) {
	whole(t)
	t.Parallel()
	const fps, seconds = 30, 300
	marks := []int{1, 150, 298} // seconds
	click := make([]float32, 4800)
	for i := 2400; i < 2448; i++ {
		click[i] = float32(.8 * math.Sin(2*math.Pi*2000*float64(i)/48000))
	}
	p := sound.Program{Samples: seconds * 48000, Music: scene.Music{Off: true}}
	for _, m := range marks {
		p.Voice = append(p.Voice, heldAt(int64(m)*48000-2400, click, nil))
	}
	var wav bytes.Buffer
	if _, err := sound.Mix(t.Context(), p, &wav); err != nil {
		t.Fatal(err)
	}
	for _, f := range []encode.Format{encode.MP4, encode.WEBM} { // MOV is muxed like MP4
		t.Run(string(f), func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			s := encode.Settings{Format: f, Size: image.Pt(32, 32), FPS: fps, Quality: 60, Draft: true}
			enc := encode.NewEncoder(s)
			defer enc.Close()
			dark, light := bytes.Repeat([]byte{30}, 32*32*3/2), bytes.Repeat([]byte{220}, 32*32*3/2)
			var segs []string
			for first := 0; first < seconds*fps; first += 1800 {
				path := filepath.Join(dir, s.SegmentName(fmt.Sprint(first)))
				if err := enc.Segment(t.Context(), path, first, 1800, func(n int) encode.Frame {
					for _, m := range marks {
						if n == m*fps {
							return encode.Frame{Pix: light}
						}
					}
					return encode.Frame{Pix: dark}
				}); err != nil {
					t.Fatal(err)
				}
				segs = append(segs, path)
			}
			out := filepath.Join(dir, "out."+f.Ext())
			if err := encode.Mux(t.Context(), encode.Programme{Settings: s, Segments: segs, Audio: encoded(t, s, bytes.NewReader(wav.Bytes())), Title: "Sync"}, dir, out); err != nil {
				t.Fatal(err)
			}
			clicks, flashes := clicksOf(t, out), flashesOf(t, out)
			if len(clicks) != len(marks) || len(flashes) != len(marks) {
				t.Fatalf("clicks %v, flashes %v", clicks, flashes)
			}
			for i := range marks {
				if d := clicks[i] - flashes[i]; math.Abs(d) > .001 {
					t.Errorf("at %d s sound and picture are %.2f ms apart", marks[i], 1000*d)
				}
			}
		})
	}
}

// clicksOf returns the times at which clicks begin, as a player plays them.
func clicksOf(t *testing.T, path string) []float64 {
	t.Helper()
	r, w := io.Pipe()
	go func() {
		// Samples lie where their time stamps say.
		w.CloseWithError(ffmpeg.Run(t.Context(), "decode", nil, w, "-copyts", "-i", path, "-vn", "-af", "aresample=async=1:first_pts=0", "-ac", "1", "-ar", "48000", "-f", "s16le", "pipe:1"))
	}()
	var out []float64
	raw := make([]byte, 9600)
	last := -48000
	for at := 0; ; {
		n, err := io.ReadFull(r, raw)
		for i := 0; i+1 < n; i += 2 {
			v := int16(binary.LittleEndian.Uint16(raw[i:]))
			if (v > 3000 || v < -3000) && at+i/2-last > 24000 {
				out = append(out, float64(at+i/2)/48000)
			}
			if v > 3000 || v < -3000 {
				last = at + i/2
			}
		}
		at += n / 2
		if err != nil {
			return out
		}
	}
}

// flashesOf returns the times at which the picture turns bright.
func flashesOf(t *testing.T, path string) []float64 {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "ffprobe", "-v", "error", "-f", "lavfi", "-i", "movie="+path+",signalstats",
		"-show_entries", "frame=pts_time:frame_tags=lavfi.signalstats.YAVG", "-of", "csv=p=0")
	body, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var out []float64
	for line := range strings.Lines(string(body)) {
		var at, level float64
		if _, err := fmt.Sscanf(strings.TrimSpace(line), "%f,%f", &at, &level); err == nil && level > 120 {
			out = append(out, at)
		}
	}
	return out
}

// TestMusicFiles: a user's track plays whatever it is packed in, and a file that is
// something else is refused, playlists that name other files included.
func TestMusicFiles(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("renders whole videos")
	}
	dir := t.TempDir()
	var tone bytes.Buffer
	for i := range 48000 {
		v := int16(8000 * math.Sin(2*math.Pi*330*float64(i)/24000))
		_ = binary.Write(&tone, binary.LittleEndian, v)
	}
	for _, f := range []string{"mp3", "wav", "m4a", "ogg", "flac"} {
		path := filepath.Join(dir, "bed."+f)
		if err := ffmpeg.Run(t.Context(), "make", bytes.NewReader(tone.Bytes()), nil, "-f", "s16le", "-ar", "24000", "-ac", "1", "-i", "pipe:0", path); err != nil {
			t.Fatal(err)
		}
		r, err := openMusic(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if n := len(body) / 4; err != nil || n < 94000 || n > 101000 {
			t.Errorf("%s: %d samples, %v", f, n, err)
		}
	}
	for name, body := range map[string]string{
		"playlist.mp3": "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nfile:///etc/passwd\n", "list.wav": "ffconcat version 1.0\nfile /etc/passwd\n",
		"empty.ogg": "", "text.m4a": strings.Repeat("no music ", 500),
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		r, err := openMusic(t.Context(), path)
		if err == nil {
			var got []byte
			if got, err = io.ReadAll(r); err == nil {
				t.Errorf("%s plays %d bytes", name, len(got))
			}
		}
	}
}

// TestMusicFadesOutAtTheEnd: what fades away in the last scene is gone when the video ends;
// elsewhere, and where nothing is said of fading, it goes when its scene begins.
func TestMusicFadesOutAtTheEnd(t *testing.T) {
	t.Parallel()
	for fade, want := range map[float64]int64{2.5: 27.5 * scene.SampleRate, 0: 20 * scene.SampleRate, 30: 20 * scene.SampleRate} {
		off := &scene.Cue{Off: true, Fade: fade}
		s := &show{
			board: &scene.Storyboard{Scenes: []scene.Scene{{}, {Music: off}, {Music: off}}}, set: encode.Settings{FPS: 30},
			talk: &talk{cuts: []timeline.Cut{{Count: 300}, {First: 300, Count: 300}, {First: 600, Count: 300}}},
		}
		got := s.cues(30 * scene.SampleRate)
		if len(got) != 2 || got[0].At != 10*scene.SampleRate || got[1].At != want {
			t.Errorf("fade %g: %+v", fade, got)
		}
	}
}
