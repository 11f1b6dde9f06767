package engine

import (
	"bytes"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/engine/internal/board"
	"gitops.video/render/render/engine/internal/caption"
	"gitops.video/render/render/engine/internal/encode"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/timeline"
	"pgregory.net/rapid"
)

// hurried is a take as long as a brisk voice needs for a sentence, 16 characters a second.
func hurried(text string) scene.Take {
	line := scene.Line{Text: text}
	at := 0.02
	for _, w := range strings.Fields(text) {
		d := float64(utf8.RuneCountInString(w)+1) / 16
		line.Words = append(line.Words, scene.Word{Text: w, Start: at, End: at + d*.92})
		at += d
	}
	line.End = at + .05
	return scene.Take{Samples: int(line.End * scene.SampleRate), Line: line}
}

// TestCaptionsOfRealBoards holds for storyboards of every kind and language, in landscape
// and portrait: two lines of 42 columns at most, 20 characters a second where a sentence
// leaves the time, the spoken word marked, both files with the same cues, and no caption
// on a face.
func TestCaptionsOfRealBoards(t *testing.T) {
	t.Parallel()
	whole(t)
	paths, err := filepath.Glob("internal/script/testdata/boards/*.yaml")
	if err != nil || len(paths) < 60 {
		t.Fatalf("%d boards, %v", len(paths), err)
	}
	e := open(t, t.TempDir())
	seen := 0
	for k, path := range paths {
		if k%4 != 0 {
			continue
		}
		for _, size := range []image.Point{{640, 360}, {360, 640}} {
			body, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			b, err := board.Decode(path, body, nil)
			if err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			b.Width, b.Height, b.Captions = size.X, size.Y, "word"
			b.Look.Logo, b.Look.FontFiles, b.Look.Watermark = "", nil, ""
			s := &talk{}
			for i := range b.Scenes {
				var takes []scene.Take
				for _, text := range sentences(b, i) {
					takes = append(takes, hurried(scene.Plain(text)))
				}
				s.takes = append(s.takes, takes)
			}
			p := parts(b, s.takes)
			if s.cuts, err = timeline.Fit(p, b.Seconds, b.FPS); err != nil {
				long, ok := timeline.IsTooLong(err)
				if !ok {
					t.Fatalf("%s: %v", path, err)
				}
				b.Seconds = long.Need + 1
				if s.cuts, err = timeline.Fit(p, b.Seconds, b.FPS); err != nil {
					t.Fatalf("%s: %v", path, err)
				}
			}
			job := render.Job{Dir: t.TempDir(), Spec: manifest.Spec{}}
			set, err := settings(job, b)
			if err != nil {
				t.Fatal(err)
			}
			show, err := e.layout(t.Context(), job, b, s, set)
			if err != nil { // it names files that only its own manifest has
				continue
			}
			seen++
			name := fmt.Sprintf("%s %v", filepath.Base(path), size)
			captionsHold(t, name, show)
		}
	}
	if seen < 40 {
		t.Errorf("only %d boards were laid out", seen)
	}
}

var tags = regexp.MustCompile(`[\x{202b}\x{202c}]|&rlm;`)

func captionsHold(t *testing.T, name string, s *show) {
	t.Helper()
	pages := s.pages()
	for i, p := range pages {
		n := 0
		for k := range p.Lines {
			w := utf8.RuneCountInString(p.LineText(k))
			if n += w; w > 42 {
				t.Errorf("%s: %d characters in %q", name, w, p.LineText(k))
			}
		}
		if len(p.Lines) > 2 {
			t.Errorf("%s: %d lines: %q", name, len(p.Lines), p.Text())
		}
		if cps := float64(n) / (p.End - p.Start); cps > 20.01 {
			t.Errorf("%s: %.1f characters a second: %q", name, cps, p.Text())
		}
		if i > 0 && p.Start < pages[i-1].End-1e-9 {
			t.Errorf("%s: %q comes before %q has gone", name, p.Text(), pages[i-1].Text())
		}
		for k, w := range p.Words() {
			if begun, spoken := p.Current((w.Start + w.End) / 2); begun != k+1 || !spoken {
				t.Errorf("%s: while %q is said, word %d of %q is marked", name, w.Text, begun, p.Text())
			}
		}
	}
	var vtt, srt bytes.Buffer
	if err := caption.WriteVTT(&vtt, pages); err != nil {
		t.Fatal(err)
	}
	if err := caption.WriteSRT(&srt, pages); err != nil {
		t.Fatal(err)
	}
	a := strings.Split(strings.TrimSpace(tags.ReplaceAllString(vtt.String(), "")), "\n\n")[1:]
	b := strings.Split(strings.TrimSpace(tags.ReplaceAllString(srt.String(), "")), "\n\n")
	if len(a) != len(b) || len(a) != len(pages) {
		t.Errorf("%s: %d pages, %d cues of WebVTT, %d of SubRip", name, len(pages), len(a), len(b))
		return
	}
	unescape := strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">")
	for i := range a {
		if x, y := unescape.Replace(a[i]), strings.ReplaceAll(b[i], ",", "."); strings.ReplaceAll(x, ",", ".") != y {
			t.Errorf("%s: WebVTT has %q, SubRip %q", name, x, y)
		}
	}
	for i := range s.board.Scenes {
		p := &projector{ctx: t.Context(), show: s, scene: i}
		st, err := s.stage(i, p)
		p.Close()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if st.Slot == nil || st.Captions.Empty() {
			continue
		}
		h := st.Slot.Head * 1.035 * 1.12
		face := image.Rect(int(st.Slot.EyeX-.34*h), int(st.Slot.EyeY-.22*h), int(st.Slot.EyeX+.34*h), int(st.Slot.EyeY+.5*h)).Intersect(st.Slot.Window)
		if !face.Intersect(st.Captions).Empty() {
			t.Errorf("%s: scene %s: captions %v on the face %v", name, s.board.Scenes[i].ID, st.Captions, face)
		}
	}
}

// TestFastSpeechIsRead: whatever the pace of a voice, pages that are held while it pauses
// run at 20 characters a second at most, where the video may become as long as that takes.
// Nobody speaks faster for it than the pages allow.
func TestFastSpeechIsRead(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		b := &scene.Storyboard{Language: "en", Width: 640, Height: 360, FPS: 30, Fit: "extend", Seconds: float64(rapid.IntRange(8, 60).Draw(t, "seconds"))}
		if rapid.Bool().Draw(t, "upright") {
			b.Width, b.Height = b.Height, b.Width
		}
		pace := rapid.Float64Range(.8, 1.35).Draw(t, "pace")
		spoken := func(at []float64) (takes [][]scene.Take) {
			for i := range b.Scenes {
				var in []scene.Take
				for _, text := range sentences(b, i) {
					k := hurried(text)
					in = append(in, scene.Take{Samples: int(float64(k.Samples) / pace / at[i]), Line: slower(k.Line, 1/pace/at[i])})
				}
				takes = append(takes, in)
			}
			return takes
		}
		ones := []float64{}
		for range rapid.IntRange(1, 5).Draw(t, "scenes") {
			say := ""
			for range rapid.IntRange(1, 4).Draw(t, "sentences") {
				for range rapid.IntRange(3, 24).Draw(t, "words") {
					say += rapid.SampledFrom([]string{"the", "valves", "of", "both", "halls", "open", "themselves,", "unmistakably", "when", "power", "disappears"}).Draw(t, "word") + " "
				}
				say += "today. "
			}
			b.Scenes, ones = append(b.Scenes, scene.Scene{Kind: scene.Presenter, Say: say}), append(ones, 1)
		}
		k := &talk{rates: timeline.Rates(parts(b, spoken(ones)), nil, b.Seconds)}
		k.takes = spoken(k.rates)
		if err := k.fit(b); err != nil {
			t.Fatal(err)
		}
		show := &show{board: b, talk: k, set: encode.Settings{Size: image.Pt(b.Width, b.Height), FPS: b.FPS}}
		for _, p := range show.pages() {
			n := 0
			for k := range p.Lines {
				n += utf8.RuneCountInString(p.LineText(k))
			}
			if cps := float64(n) / (p.End - p.Start); cps > 20.5 {
				t.Fatalf("%.1f characters a second at pace %.2f, rates %v: %q", cps, pace, k.rates, p.Text())
			}
		}
	})
}

// slower is a line that takes k times as long.
func slower(l scene.Line, k float64) scene.Line {
	l.Start, l.End = l.Start*k, l.End*k
	words := l.Words
	l.Words = nil
	for _, w := range words {
		l.Words = append(l.Words, scene.Word{Text: w.Text, Start: w.Start * k, End: w.End * k})
	}
	return l
}
