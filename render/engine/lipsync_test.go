package engine

import (
	"encoding/binary"
	"math"
	"os/exec"
	"strconv"
	"testing"

	"gitops.video/render/manifest"
)

// The mouth of a finished video opens and closes with its voice: the dark between
// the lips, measured in the decoded frames, follows the loudness of the decoded
// sound, and of all shifts the best match lies within a frame.
func TestMouthFollowsTheVoiceInTheFinishedVideo(t *testing.T) {
	whole(t)
	t.Parallel()
	const w, h, fps = 640, 360, 30
	e := open(t, t.TempDir())
	j := job(t, manifest.Spec{Width: w, Height: h, Duration: 9, Inputs: &manifest.Inputs{Avatar: "maya"}, PositivePrompt: `MUSIC: none
CAPTIONS: off
Scene 1: [A-ROLL]
VO: "Mama bought a big apple pie. Papa ate it all, and Bob was mad about that."
`})
	r, _ := make1(t, e, j)
	decode := func(args ...string) []byte {
		out, err := exec.CommandContext(t.Context(), "ffmpeg", append([]string{"-v", "error", "-i", r.Path}, args...)...).Output()
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	pix := decode("-f", "rawvideo", "-pix_fmt", "gray", "-")
	pcm := decode("-f", "f32le", "-ac", "1", "-ar", strconv.Itoa(fps*1600), "-")
	n := min(len(pix)/(w*h), len(pcm)/4/1600)
	mouth, voice := make([]float64, n), make([]float64, n)
	for f := range n {
		frame := pix[f*w*h:][:w*h]
		// The head is 35 hundredths of the height, its eyes at 44 hundredths.
		for y := h * 50 / 100; y < h*63/100; y++ {
			for x := w*63/100 - h*6/100; x < w*63/100+h*6/100; x++ {
				if frame[y*w+x] < 70 {
					mouth[f]++
				}
			}
		}
		for i := range 1600 {
			v := float64(math.Float32frombits(binary.LittleEndian.Uint32(pcm[4*(f*1600+i):])))
			voice[f] += v * v
		}
		voice[f] = math.Sqrt(voice[f])
	}
	best, most := 0, -1.0
	for lag := -8; lag <= 8; lag++ { // positive: the mouth is late
		var a, b, ab, aa, bb, k float64
		for i := 8; i < n-8; i++ {
			x, y := mouth[i+lag], voice[i]
			a, b, ab, aa, bb, k = a+x, b+y, ab+x*y, aa+x*x, bb+y*y, k+1
		}
		c := (ab - a*b/k) / math.Sqrt((aa-a*a/k)*(bb-b*b/k))
		t.Logf("shift %+d frames: correlation %.3f", lag, c)
		if c > most {
			best, most = lag, c
		}
	}
	if best < -1 || best > 1 || most < .5 {
		t.Errorf("the mouth matches the voice best when shifted by %d frames (correlation %.2f)", best, most)
	}
}
