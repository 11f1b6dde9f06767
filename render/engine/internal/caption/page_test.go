package caption

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"gitops.video/render/render/engine/internal/scene"
	"pgregory.net/rapid"
)

// said speaks a sentence at a steady rate from start on: fifteen letters a second,
// a pause of .25 s after a comma.
func said(text string, start float64) scene.Line {
	l := scene.Line{Text: text, Start: start}
	t := start
	for _, f := range strings.Fields(text) {
		end := t + float64(len([]rune(f)))/15
		l.Words = append(l.Words, scene.Word{Text: f, Start: t, End: end})
		t = end + .02
		if strings.HasSuffix(f, ",") {
			t += .25
		}
	}
	l.End = t
	return l
}

func texts(pages []Page) []string {
	var out []string
	for _, p := range pages {
		out = append(out, strings.ReplaceAll(p.Text(), "\n", " | "))
	}
	return out
}

func TestPages(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		say  string
		o    Options
		want []string
	}{
		{"Meet Solara.", Options{}, []string{"Meet Solara."}},
		// A clause's end is no reason to leave one word alone on a line.
		{"Plans for every home: single,", Options{MaxChars: Portrait}, []string{"Plans for every | home: single,"}},
		{"So, everybody in town saves.", Options{MaxChars: Portrait}, []string{"So, everybody | in town saves."}},
		{
			"Solar power is clean, quiet and, at last, cheap enough for everyone who owns a roof.", Options{},
			[]string{"Solar power is clean,", "quiet and, at last,", "cheap enough for everyone", "who owns a roof."},
		},
		{
			"Every team gets one place to plan the work and to see what is done.", Options{MaxChars: Portrait},
			[]string{"Every team gets one", "place to plan the work", "and to see | what is done."},
		},
		{
			"Die Donaudampfschifffahrtsgesellschaft fährt wieder.", Options{Lang: "de", MaxChars: Portrait},
			[]string{"Die Donaudampfschiff- | fahrtsgesellschaft", "fährt wieder."},
		},
		{
			"Meet the Rechtsschutzversicherung of Albatross Insurance.", Options{MaxChars: Portrait},
			[]string{"Meet the | Rechtsschutzversicherung", "of Albatross | Insurance."},
		},
		{"See https://example.com/a/very/long/path/that/never/ends now.", Options{MaxChars: Portrait}, nil},
	} {
		pages := Pages([]scene.Line{said(c.say, 0)}, c.o)
		if got := texts(pages); c.want != nil && strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s\n got %q\nwant %q", c.say, got, c.want)
		}
		limit := c.o.MaxChars
		if limit == 0 {
			limit = Landscape
		}
		for _, p := range pages {
			for i := range p.Lines {
				limit := limit
				if len(p.Lines[i]) == 1 {
					limit += limit / 4 // a whole word
				}
				if width(p.LineText(i)) > limit || len(p.Lines) > 2 {
					t.Errorf("page %q breaks the limits", p.Text())
				}
			}
		}
	}
}

// TestScriptsWithoutSpaces: words of Chinese and Thai stand together as they do in
// the text, and wide letters count double.
func TestScriptsWithoutSpaces(t *testing.T) {
	t.Parallel()
	l := scene.Line{Text: "太阳能清洁、安静，而且价格便宜，每个拥有屋顶的人都能负担得起。"}
	for i, w := range []string{"太阳能", "清洁", "、", "安静", "，", "而且", "价格", "便宜", "，", "每个", "拥有", "屋顶", "的", "人", "都", "能", "负担", "得起", "。"} {
		l.Words = append(l.Words, scene.Word{Text: w, Start: float64(i) * .3, End: float64(i)*.3 + .28})
	}
	pages := Pages([]scene.Line{l}, Options{Lang: "zh", MaxChars: Portrait})
	all := ""
	for _, p := range pages {
		all += strings.ReplaceAll(p.Text(), "\n", "")
		for i := range p.Lines {
			line := p.LineText(i)
			if width(line) > Portrait || strings.ContainsAny(line[:3], "、，。") || strings.Contains(line, " ") {
				t.Errorf("line %q", line)
			}
		}
	}
	if all != l.Text {
		t.Errorf("got %q", all)
	}
}

// A voice that knows no words of Thai or Japanese gives clauses: they are parted at
// phrases, never in the middle of one.
func TestClausesWithoutSpaces(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lang, text, whole string }{
		{"ja", "バッテリー一台で建物のすべての部屋に電気を届けることができます。", "すべての"},
		{"th", "แบตเตอรี่หนึ่งก้อนให้พลังงานได้ทั้งอาคารและประหยัดค่าไฟทุกเดือน", "พลังงาน"},
		{"zh", "一块电池可以为整栋大楼的每一户提供电力并且节省每个月的电费", "大楼"},
	} {
		pages := Pages([]scene.Line{{Text: c.text, Words: []scene.Word{{Text: c.text, Start: 1, End: 9}}}}, Options{Lang: c.lang, MaxChars: Portrait})
		all, lines, last := "", "", 1.0
		for _, p := range pages {
			for i := range p.Lines {
				if w := width(p.LineText(i)); w > Portrait {
					t.Errorf("%s: %q has %d columns", c.lang, p.LineText(i), w)
				}
			}
			for _, w := range p.Words() {
				if w.Start < last-1e-6 || w.End > 9+1e-6 {
					t.Errorf("%s: %q is spoken %.2f–%.2f", c.lang, w.Text, w.Start, w.End)
				}
				last = w.End
			}
			all += strings.ReplaceAll(p.Text(), "\n", "")
			lines += p.Text() + "\n"
		}
		if all != c.text {
			t.Errorf("%s: got %q", c.lang, all)
		}
		if !strings.Contains(lines, c.whole) {
			t.Errorf("%s: %q is parted:\n%s", c.lang, c.whole, lines)
		}
	}
}

// TestPageRules holds for any speech.
func TestPageRules(t *testing.T) {
	t.Parallel()
	word := rapid.StringMatching(`[A-Za-z]{1,12}`)
	rapid.Check(t, func(t *rapid.T) {
		var lines []scene.Line
		at, count := 0.0, 0
		for s := range rapid.IntRange(1, 5).Draw(t, "sentences") {
			n := rapid.IntRange(1, 30).Draw(t, "words")
			l := scene.Line{Start: at}
			for i := range n {
				w := word.Draw(t, "word")
				if i == n-1 {
					w += "."
				} else if rapid.IntRange(0, 5).Draw(t, "comma") == 0 {
					w += ","
				}
				d := float64(len(w)) / rapid.Float64Range(11, 15).Draw(t, "rate")
				l.Words = append(l.Words, scene.Word{Text: w, Start: at, End: at + d})
				at += d + rapid.SampledFrom([]float64{.03, .05, .1, .3}).Draw(t, "gap")
				l.Text += w + " "
				count++
			}
			l.End = at
			at += rapid.Float64Range(.1, 2).Draw(t, fmt.Sprint("pause", s))
			lines = append(lines, l)
		}
		limit := rapid.SampledFrom([]int{Landscape, Portrait, 42}).Draw(t, "limit")
		pages := Pages(lines, Options{MaxChars: limit})
		k := 0
		for i, p := range pages {
			if len(p.Lines) > 2 {
				t.Fatalf("%d lines: %q", len(p.Lines), p.Text())
			}
			columns := 0
			for r := range p.Lines {
				columns += width(p.LineText(r))
				if width(p.LineText(r)) > limit {
					t.Fatalf("line of %d: %q", width(p.LineText(r)), p.LineText(r))
				}
			}
			words := p.Words()
			for j, w := range words {
				if strings.HasSuffix(w.Text, ".") && j < len(words)-1 {
					t.Fatalf("across a sentence: %q", p.Text())
				}
				if w.Start < p.Start-1e-9 || w.End > p.End+1e-9 {
					t.Fatalf("%q at %.2f–%.2f is outside its page %.2f–%.2f", w.Text, w.Start, w.End, p.Start, p.End)
				}
				k++
			}
			if len(words) > 12 {
				t.Fatalf("%d words: %q", len(words), p.Text())
			}
			room := math.Inf(1)
			if i+1 < len(pages) {
				room = pages[i+1].Start - p.Start
				gap := pages[i+1].Start - p.End
				if gap < -1e-9 || gap > 1e-9 && gap < bridge-1e-9 {
					t.Fatalf("gap of %.3f s after %q", gap, p.Text())
				}
			}
			if d := p.End - p.Start; d < min(least, room)-1e-9 {
				t.Fatalf("%q stands %.2f s with %.2f s of room", p.Text(), d, room)
			}
			if cps := float64(columns) / (p.End - p.Start); cps > MostCPS+.01 {
				t.Fatalf("%q runs at %.1f columns a second", p.Text(), cps)
			}
		}
		if k != count {
			t.Fatalf("%d words of %d", k, count)
		}
	})
}

var stampRE = regexp.MustCompile(`^(\d\d):(\d\d):(\d\d)[.,](\d{3}) --> (\d\d):(\d\d):(\d\d)[.,](\d{3})$`)

// parse reads back what the writers wrote, strictly.
func parse(t *testing.T, s string) (out []cue) {
	t.Helper()
	for i, block := range strings.Split(strings.TrimSpace(s), "\n\n") {
		lines := strings.Split(block, "\n")
		if len(lines) < 3 || lines[0] != strconv.Itoa(i+1) {
			t.Fatalf("cue %d is %q", i+1, block)
		}
		m := stampRE.FindStringSubmatch(lines[1])
		if m == nil {
			t.Fatalf("time %q", lines[1])
		}
		at := func(k int) int64 {
			d, err := time.ParseDuration(fmt.Sprintf("%sh%sm%ss%sms", m[k], m[k+1], m[k+2], m[k+3]))
			if err != nil {
				t.Fatal(err)
			}
			return d.Milliseconds()
		}
		out = append(out, cue{start: at(1), end: at(5), lines: lines[2:]})
	}
	return out
}

func TestSidecars(t *testing.T) {
	t.Parallel()
	lines := []scene.Line{said("If a < b && c --> d, then read <i>on</i>.", .5), said("Profit rose by 5 %, to 1.2 M.", 3604)}
	pages := Pages(lines, Options{Lang: "en-GB"})
	var vtt, srt bytes.Buffer
	if err := WriteVTT(&vtt, pages); err != nil {
		t.Fatal(err)
	}
	if err := WriteSRT(&srt, pages); err != nil {
		t.Fatal(err)
	}
	body, ok := strings.CutPrefix(vtt.String(), "WEBVTT\nKind: captions\nLanguage: en-GB\n\n")
	if !ok {
		t.Fatalf("header: %q", vtt.String())
	}
	v, s := parse(t, body), parse(t, srt.String())
	if len(v) != len(pages) || len(s) != len(pages) {
		t.Fatalf("%d pages, %d and %d cues", len(pages), len(v), len(s))
	}
	unescape := strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">")
	for i := range v {
		if v[i].start != s[i].start || v[i].end != s[i].end || v[i].start != int64(math.Round(pages[i].Start*1000)) {
			t.Errorf("cue %d: %v and %v for %v", i+1, v[i], s[i], pages[i])
		}
		if got := unescape.Replace(strings.Join(v[i].lines, "\n")); got != pages[i].Text() {
			t.Errorf("VTT %q, page %q", got, pages[i].Text())
		}
		for _, l := range s[i].lines {
			if strings.Contains(l, "-->") {
				t.Errorf("an arrow in SRT text: %q", l)
			}
		}
	}
	if v[len(v)-1].start < 3600_000 {
		t.Errorf("hours are lost: %v", v[len(v)-1])
	}
}

func TestSidecarsRightToLeft(t *testing.T) {
	t.Parallel()
	pages := Pages([]scene.Line{said("الطاقة الشمسية نظيفة.", 0), said("SolarX متوفر الآن.", 4)}, Options{Lang: "ar"})
	var vtt, srt bytes.Buffer
	_ = WriteVTT(&vtt, pages)
	_ = WriteSRT(&srt, pages)
	if !strings.Contains(vtt.String(), "\nالطاقة الشمسية نظيفة.\n") || !strings.Contains(vtt.String(), "\n&rlm;SolarX متوفر الآن.\n") {
		t.Errorf("VTT:\n%s", vtt.String())
	}
	if strings.Count(srt.String(), "\u202b") != 2 || strings.Count(srt.String(), ".\u202c\n") != 2 {
		t.Errorf("SRT:\n%q", srt.String())
	}
}

func TestCurrent(t *testing.T) {
	t.Parallel()
	p := Pages([]scene.Line{said("One two three.", 1)}, Options{})[0]
	w := p.Lines[0]
	for _, c := range []struct {
		t      float64
		begun  int
		spoken bool
	}{{.9, 0, false}, {1, 1, true}, {w[1].Start, 2, true}, {w[1].End + .01, 2, true}, {w[2].End + .2, 3, true}, {9, 3, false}} {
		if n, on := p.Current(c.t); n != c.begun || on != c.spoken {
			t.Errorf("at %.2f: %d, %v; want %d, %v", c.t, n, on, c.begun, c.spoken)
		}
	}
	if q := p.Shift(2); q.Start != p.Start+2 || q.Lines[0][2].End != w[2].End+2 || p.Lines[0][0].Start != 1 {
		t.Errorf("shifted %v to %v", p, q)
	}
}

// TestSceneEnds: no page outlives its scene.
func TestSceneEnds(t *testing.T) {
	t.Parallel()
	l := said("Solar power is cheap.", 1)
	for _, c := range []struct{ end, want float64 }{{l.End + .2, l.End + .2}, {l.End + .55, l.End + .55}, {9, 0}, {0, 0}} {
		got := Pages([]scene.Line{l}, Options{End: c.end})[0].End
		if c.want > 0 && math.Abs(got-c.want) > 1e-9 || c.want == 0 && got > l.End+1 {
			t.Errorf("scene ends at %.2f, page at %.2f, want %.2f", c.end, got, c.want)
		}
	}
}

func FuzzPages(f *testing.F) {
	f.Add("Hello, world.", "en", 22)
	f.Add("a\u0301\u200d👩‍👩‍👧 太阳能، \x00\xff -->", "ar", 3)
	f.Fuzz(func(t *testing.T, text, lang string, limit int) {
		pages := Pages([]scene.Line{said(text, 0)}, Options{Lang: lang, MaxChars: limit})
		var vtt, srt bytes.Buffer
		if WriteVTT(&vtt, pages) != nil || WriteSRT(&srt, pages) != nil {
			t.Fatal("cannot write")
		}
		for _, p := range pages {
			if len(p.Lines) == 0 || len(p.Lines) > 2 || strings.Contains(strings.Join(strings.Split(p.Text(), "\n"), ""), "\r") {
				t.Fatalf("page %q", p.Text())
			}
		}
	})
}

// What is spoken too fast to be read is not made worse by pages that flash past: they stay
// as long as elsewhere.
func TestFastSpeechIsNotCutIntoFlashes(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"When the river rose in the autumn the volunteers carried every last one of the four thousand ledgers up three flights of stairs",
		"Presque rien : vos abonnements restent valables jusqu’au trente et un décembre et le long formulaire disparaît",
	} {
		for _, perLetter := range []float64{.03, .038, .046} {
			l := scene.Line{Text: text}
			at := 0.0
			for _, w := range strings.Fields(text) {
				d := perLetter * float64(len([]rune(w))+1)
				l.Words = append(l.Words, scene.Word{Text: w, Start: at, End: at + d})
				at += d
			}
			l.End = at
			for _, max := range []int{Landscape, Portrait} {
				pages := Pages([]scene.Line{l}, Options{Lang: "en", MaxChars: max})
				for _, p := range pages[:len(pages)-1] {
					if p.End-p.Start < .6 || len(p.Words()) < 2 {
						t.Errorf("%.3f s a letter, %d columns: %q stands %.2f s", perLetter, max, p.Text(), p.End-p.Start)
					}
				}
			}
		}
	}
}
