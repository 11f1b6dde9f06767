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
		n := 1
		for _, r := range w {
			if n++; r > 0x2e80 { // a syllable
				n += 2
			}
		}
		d := float64(n) / 16
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

// hostile are sentences that run away from who reads them: long ones without a stop, a slow
// beginning in front of a hasty end, long words, letters of other scripts.
var hostile = []string{
	"When the river rose in the autumn the volunteers carried every last one of the four thousand ledgers up three flights of stairs while the council argued about who would pay for the pumps that nobody had ordered and the mayor answered every question with another one until the water stood in the hall and the lamps went out and everybody was sent home through the dark and silent streets of the old town behind the cathedral",
	"1,984,653.27 and 2,118,409.66 and then quickly and quietly all the other things that nobody ever wanted to write down on such a long and narrow list of things",
	"Unternehmenssteuerfortentwicklungsgesetz Kraftfahrzeughaftpflichtversicherung Donaudampfschifffahrtselektrizitätenhauptbetriebswerk Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
	"一块电池可以为整栋大楼的每一户提供电力并且节省每个月的电费而且不需要任何维护也不会发出任何声音",
	"See https://example.com/a/very/long/path/that/never/ends/and/goes/on/for/ever?with=a&lot=of&things=in&it today",
}

// voiceOf says b's words at a pace, so many characters a second at 1; who is deaf speaks on
// as fast when asked to slow down.
func voiceOf(t *talk, b *scene.Storyboard, perSecond, pace float64, deaf bool) func() ([][]scene.Take, error) {
	return func() (takes [][]scene.Take, err error) {
		for i := range b.Scenes {
			var said []scene.Take
			for _, u := range t.utterances(b, i, t.rates[i]) {
				k, rate := hurried(scene.Plain(u.Text)), u.Rate*pace*perSecond/16
				if deaf {
					rate = t.rates[i] * pace * perSecond / 16
				}
				said = append(said, scene.Take{Samples: int(float64(k.Samples) / rate), Line: slower(k.Line, 1/rate)})
			}
			takes = append(takes, said)
		}
		return takes, nil
	}
}

// TestEverythingIsRead: whatever is said at whatever pace, in a video of whatever length, no
// page has more than two lines of 42 columns, nor runs at more than 20 characters a second,
// nor stands over another; what leaves no time for that is no video. Nobody's page comes
// more than about a second late whose voice slows down when it is asked to.
func TestEverythingIsRead(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob("internal/script/testdata/boards/*.yaml")
	if err != nil || len(paths) < 60 {
		t.Fatalf("%d boards, %v", len(paths), err)
	}
	seen, refused, worst := 0, 0, 0.0
	check := func(name string, b *scene.Storyboard, perSecond, pace float64, deaf bool) {
		t.Helper()
		b.Voice.Pace = pace
		k := &talk{rates: make([]float64, len(b.Scenes)), by: make([]int, len(b.Scenes)), who: []scene.Voice{b.Voice}}
		for i := range k.rates {
			k.rates[i] = 1
		}
		if err := k.settle(b, voiceOf(k, b, perSecond, pace, deaf)); err != nil {
			if _, long := timeline.IsTooLong(err); !long || b.Fit == "extend" {
				t.Errorf("%s: %v", name, err)
			}
			refused++
			return
		}
		seen++
		show := &show{board: b, talk: k, set: encode.Settings{Size: image.Pt(b.Width, b.Height), FPS: b.FPS}}
		last := 0.0
		for _, p := range show.pages() {
			n := 0
			for k := range p.Lines {
				w := utf8.RuneCountInString(p.LineText(k))
				if n += w; w > 42 || len(p.Lines) > 2 {
					t.Errorf("%s: %q", name, p.Text())
				}
			}
			if cps := float64(n) / (p.End - p.Start); cps > 20.0001 || p.Start < last-1e-9 {
				t.Errorf("%s: %.2f characters a second, rates %v, brakes %v, deaf %v: %q", name, cps, k.rates, k.brakes, deaf, p.Text())
			}
			last = p.End
			if late := p.Start - p.Words()[0].Start; !deaf && perSecond <= 17 { // faster ones do not become slow
				worst = max(worst, late)
			}
		}
	}
	for n, path := range paths {
		body, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for m, pace := range []float64{.8, 1, 1.15, 1.3, 1.5} {
			b, err := board.Decode(path, body, nil)
			if err != nil {
				t.Fatal(err)
			}
			if b.Fit = []string{"", "trim", "extend"}[(n+m)%3]; (n+m)%2 == 0 {
				b.Width, b.Height = b.Height, b.Width
			}
			check(fmt.Sprintf("%s at %g, fit %q", filepath.Base(path), pace, b.Fit), b, 16, pace, (n+m)%4 == 0)
		}
	}
	rapid.Check(t, func(r *rapid.T) {
		b := &scene.Storyboard{Language: "en", Width: 640, Height: 360, FPS: rapid.SampledFrom([]int{24, 30, 60}).Draw(r, "fps"), Seconds: float64(rapid.IntRange(8, 90).Draw(r, "seconds"))}
		b.Fit = rapid.SampledFrom([]string{"", "trim", "extend"}).Draw(r, "fit")
		if rapid.Bool().Draw(r, "upright") {
			b.Width, b.Height = b.Height, b.Width
		}
		for range rapid.IntRange(1, 5).Draw(r, "scenes") {
			say := ""
			for range rapid.IntRange(1, 3).Draw(r, "sentences") {
				if rapid.Bool().Draw(r, "hostile") {
					say += rapid.SampledFrom(hostile).Draw(r, "sentence")
				} else {
					for range rapid.IntRange(3, 24).Draw(r, "words") {
						say += rapid.SampledFrom([]string{"the", "valves", "of", "both", "halls", "open", "themselves,", "unmistakably", "when", "power", "disappears"}).Draw(r, "word") + " "
					}
				}
				say = strings.TrimSpace(say) + ". "
			}
			b.Scenes = append(b.Scenes, scene.Scene{Kind: scene.Presenter, Say: say})
			if rapid.IntRange(0, 4).Draw(r, "pinned") == 0 {
				b.Scenes[len(b.Scenes)-1].Seconds = float64(rapid.IntRange(2, 20).Draw(r, "length"))
			}
		}
		said := ""
		for _, s := range b.Scenes {
			said += fmt.Sprintf("\n%g s: %s", s.Seconds, s.Say)
		}
		check(fmt.Sprintf("%g s, fit %q:%s\n", b.Seconds, b.Fit, said), b, rapid.Float64Range(12, 22).Draw(r, "voice"), rapid.Float64Range(.8, 1.5).Draw(r, "pace"), rapid.Bool().Draw(r, "deaf"))
	})
	t.Logf("%d videos, %d refused; pages come at most %.2f s late", seen, refused, worst)
	if worst > caption.Late+.1 || seen < refused {
		t.Errorf("pages come %.2f s late", worst)
	}
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
