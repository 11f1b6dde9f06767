package encode

import (
	"image"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/ffmpeg"
)

func TestQualityMovesInEvenSteps(t *testing.T) {
	t.Parallel()
	for name, steps := range map[string][][2]float64{"H.264": h264Steps, "VP9": vp9Steps} {
		last := math.Inf(1)
		for q := 20; q <= 99; q++ {
			v := step(steps, q)
			if v >= last {
				t.Fatalf("%s at %d is %v, not below %v", name, q, v, last)
			}
			last = v
		}
	}
	for q, want := range map[int]float64{20: 34.5, 50: 26.5, 70: 22.5, 85: 19.5, 95: 16.5, 99: 11.5} {
		if got := crf(q); got != want {
			t.Errorf("crf(%d) = %v, want %v", q, got, want)
		}
	}
}

func TestMetadataEscapesWhatMeansSomething(t *testing.T) {
	t.Parallel()
	got := metadata(Programme{Title: "a=b;c#d\\e\nEND=1"})
	if want := ";FFMETADATA1\ntitle=a\\=b\\;c\\#d\\\\e END\\=1\n"; got != want {
		t.Errorf("metadata = %q, want %q", got, want)
	}
}

func TestConcatListQuotes(t *testing.T) {
	t.Parallel()
	if got := concatList([]string{"/a/it's.mp4"}); !strings.Contains(got, `file '/a/it'\''s.mp4'`) {
		t.Errorf("list = %q", got)
	}
}

// TestJoinIsExact is the recipe's promise: segments of odd lengths join without a
// tick of drift, in every format.
func TestJoinIsExact(t *testing.T) {
	t.Parallel()
	for _, f := range []Format{MP4, MOV, WEBM} {
		t.Run(string(f), func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			s := Settings{Format: f, Size: image.Pt(64, 48), FPS: 30, Quality: 80}
			enc := NewEncoder(s)
			defer enc.Close()
			var segs []string
			total := 0
			for i, n := range []int{17, 1, 40} {
				p := filepath.Join(dir, s.SegmentName(string(rune('a'+i))))
				frame := make([]byte, 64*48*3/2)
				err := enc.Segment(t.Context(), p, total, n, func(n int) Frame {
					for j := range frame {
						frame[j] = uint8(64 + n*2 + j%7)
					}
					return Frame{Pix: frame}
				})
				if err != nil {
					t.Fatal(err)
				}
				segs, total = append(segs, p), total+n
			}
			out := filepath.Join(dir, "out."+f.Ext())
			if err := Mux(t.Context(), Programme{Settings: s, Segments: segs, Title: "Test"}, dir, out); err != nil {
				t.Fatal(err)
			}
			p, err := ffmpeg.Inspect(t.Context(), out)
			if err != nil {
				t.Fatal(err)
			}
			if want := float64(total) / 30; math.Abs(p.Seconds-want) > .002 {
				t.Errorf("%v s, want %v", p.Seconds, want)
			}
			if p.Video.ColorSpace != "bt709" || p.Video.FPS != "30/1" {
				t.Errorf("stream = %+v", *p.Video)
			}
			pts, err := exec.CommandContext(t.Context(), "ffprobe", "-v", "error", "-select_streams", "v:0",
				"-show_entries", "packet=pts", "-of", "csv=p=0", out).Output()
			if err != nil {
				t.Fatal(err)
			}
			if n := len(strings.Fields(string(pts))); n != total {
				t.Errorf("%d packets, want %d", n, total)
			}
			if st, _ := os.Stat(out); st.Size() == 0 {
				t.Error("empty file")
			}
		})
	}
}
