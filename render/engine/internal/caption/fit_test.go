package caption

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
	"pgregory.net/rapid"
)

// scripts are words as voices give them, of several scripts; those without spaces are
// put together.
var scripts = []struct {
	lang   string
	spaced bool
	words  []string
}{
	{"en", true, []string{"a", "the", "power", "is", "shared,", "everybody", "unquestionably", "of", "saves", "internationalization", "30", "%", "now."}},
	{"de", true, []string{"Die", "Kraftfahrzeughaftpflichtversicherung", "kostet", "nur", "achtzehn", "Euro,", "und", "zwar", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"}},
	{"ar", true, []string{"بطارية", "واحدة", "تكفي", "المبنى", "كله،", "في", "السنة"}},
	{"hi", true, []string{"एक", "बैटरी", "पूरी", "इमारत", "के", "लिए,", "हर", "साल।"}},
	{"th", false, []string{"แบตเตอรี่", "หนึ่ง", "ก้อน", "ให้พลังงาน", "ได้ทั้งอาคาร"}},
	{"zh", false, []string{"一块", "电池", "可以", "为", "整栋大楼", "供电，", "每年"}},
	{"ja", false, []string{"バッテリー", "一台で", "建物の", "すべての部屋に", "電気を", "届けます。"}},
}

// speech draws sentences with any timing a voice could give: hasty, slow, without
// pauses, with long ones, with words that overlap.
func speech(t *rapid.T, most int) (lines []scene.Line, o Options) {
	s := rapid.SampledFrom(scripts).Draw(t, "script")
	at := rapid.Float64Range(0, 1.5).Draw(t, "start")
	for range rapid.IntRange(1, 3).Draw(t, "sentences") {
		l := scene.Line{Start: at}
		for range rapid.IntRange(1, most).Draw(t, "words") {
			w := rapid.SampledFrom(s.words).Draw(t, "word")
			d := float64(width(w)) / rapid.Float64Range(9, 34).Draw(t, "rate")
			l.Words = append(l.Words, scene.Word{Text: w, Start: at, End: at + d})
			at += d + rapid.SampledFrom([]float64{-.02, 0, .02, .1, .4, 1.2}).Draw(t, "gap")
			if l.Text += w; s.spaced {
				l.Text += " "
			}
		}
		l.End = at
		at += rapid.SampledFrom([]float64{0, .1, .5, 2}).Draw(t, "pause")
		lines = append(lines, l)
	}
	o = Options{Lang: s.lang, MaxChars: rapid.SampledFrom([]int{Landscape, Portrait, 42}).Draw(t, "limit")}
	if rapid.Bool().Draw(t, "ends") {
		o.End = at + rapid.SampledFrom([]float64{0, .3, 1}).Draw(t, "rest")
	}
	return lines, o
}

// TestNobodyHasToHurry: in any script and at any pace no page has more than two lines
// of 42 columns, and no page runs at more than 20 columns a second if any way of cutting
// the words into such pages and of holding them until they are read keeps to that; no page
// is late where none has to be, nor more than a second where that is enough.
func TestNobodyHasToHurry(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		lines, o := speech(t, 7)
		pages := Pages(lines, o)
		calm, last, behind := true, 0.0, 0.0
		for i, p := range pages {
			if len(p.Lines) < 1 || len(p.Lines) > 2 {
				t.Fatalf("%d lines: %q", len(p.Lines), p.Text())
			}
			n := 0
			for k := range p.Lines {
				w := width(p.LineText(k))
				if n += w; w > 42 {
					t.Fatalf("%d columns: %q", w, p.LineText(k))
				}
			}
			if p.Start < last-1e-9 || p.End < p.Start {
				t.Fatalf("page %d, %q, stands %.3f–%.3f, the one before until %.3f", i, p.Text(), p.Start, p.End, last)
			}
			behind = max(behind, p.Start-p.Words()[0].Start)
			last = p.End
			calm = calm && float64(n) <= (p.End-p.Start)*MostCPS+1e-6
		}
		if !calm && feasible(lines, o, math.Inf(1), perColumn) {
			t.Fatalf("a page runs too fast, and need not:\n%s", dump(pages))
		}
		if behind > Late+1e-9 && feasible(lines, o, Late, perColumn) || behind > 1e-9 && feasible(lines, o, 0, perColumn) {
			t.Fatalf("a page comes %.3f s after its first word:\n%s", behind, dump(pages))
		}
	})
}

func dump(pages []Page) (s string) {
	for _, p := range pages {
		s += fmt.Sprintf("%.3f–%.3f %q\n", p.Start, p.End, p.Text())
	}
	return s
}

// feasible tries every way of cutting the sentences into pages, which may come late by
// some seconds, with some between them.
func feasible(lines []scene.Line, o Options, late, between float64) bool {
	o = o.limits()
	all := allWords(lines, o)
	var try func(k int, from float64) bool // from is the earliest start of the page that begins with word k
	try = func(k int, from float64) bool {
		if k == len(all) {
			return true
		}
		for end := k + 1; end <= len(all); end++ {
			page := all[k:end]
			rows, _ := breakLines(words(page), o)
			if len(rows) > 2 && len(page) > 1 {
				break
			}
			n := 0
			for _, r := range rows {
				n += joined(r)
			}
			until := math.Inf(1)
			if end < len(all) {
				until = all[end].Start + late
			} else if o.End > 0 {
				until = max(o.End, page[len(page)-1].End)
			}
			if done := from + perColumn*float64(n) + between; done <= until+1e-9 && try(end, max(done, min(until, page[len(page)-1].End))) {
				return true
			}
			if page[len(page)-1].ends {
				break
			}
		}
		return false
	}
	return try(0, 0)
}

// TestOrdinalsStayWithTheirMonth: the stop behind a number of a date ends no sentence.
func TestOrdinalsStayWithTheirMonth(t *testing.T) {
	t.Parallel()
	for text, whole := range map[string]string{
		"Ab dem 1. April fahren die neuen Aufzüge doppelt so schnell und brauchen 40 % weniger Strom.": "1. April",
		"Bitte fragen Sie danach immer zuerst Dr. Weber in der Praxis am Marktplatz.":                  "Dr. Weber",
	} {
		for _, limit := range []int{Landscape, Portrait} {
			if got := texts(Pages([]scene.Line{said(text, 0)}, Options{Lang: "de", MaxChars: limit})); !strings.Contains(strings.Join(got, "\n"), whole) {
				t.Errorf("%q", got)
			}
		}
	}
}

// TestBrake: a take whose captions follow its words is left alone; one that runs away is
// slowed down to where they do, by its hastiest stretch, and the captions of any take stand
// on for what is left to read.
func TestBrake(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("volunteers carried ", 20)
	spoken := func(text string, perSecond float64) scene.Take {
		k := 15 / perSecond
		l := said(text, 0)
		for i := range l.Words {
			l.Words[i].Start, l.Words[i].End = k*l.Words[i].Start, k*l.Words[i].End
		}
		l.End *= k
		return scene.Take{Samples: int(l.End * scene.SampleRate), Line: l}
	}
	slow := spoken("1.", 1)
	for _, w := range spoken(long, 30).Line.Words {
		slow.Line.Words = append(slow.Line.Words, scene.Word{Text: w.Text, Start: w.Start + 20, End: w.End + 20})
	}
	slow.Line.Text, slow.Samples = "1. "+long, slow.Samples+20*scene.SampleRate
	for _, c := range []struct {
		name     string
		take     scene.Take
		from, to float64
	}{
		{"calm", spoken(long, 15), 1, 1},
		{"short", spoken("volunteers carried it", 30), 1, 1},
		{"fast", spoken(long, 30), .6, .8},
		{"faster", spoken(long, 40), .5, .6},
		{"a slow beginning", slow, .5, .8},
	} {
		rate := Brake(c.take, Options{})
		if rate < c.from || rate > c.to {
			t.Errorf("%s: brake %.2f", c.name, rate)
		}
		end := c.take.Seconds()/rate + Unread(c.take, Options{}, rate)
		for i := range c.take.Line.Words {
			w := &c.take.Line.Words[i]
			w.Start, w.End = w.Start/rate, w.End/rate
		}
		for _, p := range Pages([]scene.Line{c.take.Line}, Options{End: end}) {
			if late := p.Start - p.Words()[0].Start; late > Late || perColumn*float64(width(strings.ReplaceAll(p.Text(), "\n", ""))) > p.End-p.Start+.01 {
				t.Errorf("%s: %.2f s late, stands %.2f s: %q", c.name, late, p.End-p.Start, p.Text())
			}
		}
	}
}
