package prompt

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
)

// hostile are prompts that nobody should send and somebody does.
var hostile = []string{
	"TikTok for“““““", "“video”about“tea”", "Video“ about ““““", "a video…about…tea", "Erklärvideo“über“Tee",
	"video, Who needs a permit?\n✅ 2x",
	strings.Repeat("[\n", brief.MaxLength/2), strings.Repeat("{a: [1,\n", brief.MaxLength/8) + "}",
	"", " ", "\n\n\n", "-", "- \n- \n- ", "#", "####", "**", "|", "|||\n|||", "```", "```\n", "1)", "1) 2) 3)", "Scene", "Scene 1", "Scene 999:", "SCENE 1 —\nSCENE 1 —", "STYLE —", "STYLE — :", ":", "::::", "\"", "“", "“”", "[", "[]", "[[[", "(", ")))",
	"0", "123 456 789", "1.1.1.1", "€", "%", "#FFF", "#FFFFFF", "http://", "https://a", "a@b", "🎉🎉🎉", "\u200f", "\u202e abc", "\x00\x01", "\xff\xfe", "ß", "İ", "ı", "é", "ﬁ", "½ minute", "Make a video.", "Create a video about .", "Create a video about , and . Mention . Explain that . End with .",
	"Chapters:", "Chapters: a, b", "Chapters: A, B\nA: x\nB: y", "When: \nWhere: ", "Before: a. After: b.", "Compare with", "9 of 10", "in in in", "that that that", "dass dass dass", "Erkläre, dass", "Vertel dat", "ש", "הסבירו ש", "ل", "اشرح أن",
	"L1: L2: L3:", "VO:", "VO (x):", "Duration:", "Lower-third:", "Scene 1\nVO: \"a\nScene 2\nVO: b\"", strings.Repeat("(", 1000), strings.Repeat("- a\n", 2500), strings.Repeat("a, ", 1000), strings.Repeat("Scene 1: ", 300), strings.Repeat("Explain that ", 800),
	strings.Repeat("1) a 2) b ", 300), strings.Repeat("| a | b |\n", 400), strings.Repeat("word ", 2000), strings.Repeat("A. ", 3300), strings.Repeat("#", 10000), strings.Repeat("x", 10000), strings.Repeat("und dass ", 300), strings.Repeat("and that it is, ", 620),
}

func seeds(tb testing.TB) []string {
	tb.Helper()
	out := append([]string{}, hostile...)
	files, err := filepath.Glob("../script/testdata/prompts/*.txt")
	if err != nil || len(files) == 0 {
		tb.Fatal(len(files), err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, string(data))
	}
	return out
}

// parsed checks what holds for every prompt: the parser says the same twice, and its
// notes stand inside the prompt.
func parsed(tb testing.TB, text string) {
	tb.Helper()
	if len(text) > brief.MaxLength*4 {
		return
	}
	b := Parse(text)
	if again := Parse(text); !reflect.DeepEqual(b, again) {
		tb.Errorf("two readings of %.200q differ", text)
	}
	lines := strings.Split(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\n")
	for _, n := range b.Notes {
		if n.Line < 0 || n.Line > len(lines) || n.Line > 0 && (n.Col < 1 || n.Col > utf8.RuneCountInString(lines[n.Line-1])+1) {
			tb.Errorf("note %q stands at %d:%d of %d lines", n.Text, n.Line, n.Col, len(lines))
		}
	}
	if b.Level < brief.Topic || b.Level > brief.Scenes {
		tb.Errorf("level %d", b.Level)
	}
	for _, l := range b.Screen {
		if !strings.Contains(text, l.Text) {
			tb.Errorf("literal %q is not in the prompt", l.Text)
		}
	}
	if utf8.ValidString(text) && !utf8.ValidString(b.Subject+b.Title+b.Audience) {
		tb.Errorf("the topic of %.200q is cut within a character: %q %q %q", text, b.Subject, b.Title, b.Audience)
	}
	for _, p := range b.Points {
		if p.Line < 1 || p.Line > len(lines) {
			tb.Errorf("point %q stands on line %d of %d", p.Text, p.Line, len(lines))
		}
	}
}

func TestHostilePrompts(t *testing.T) {
	t.Parallel()
	for _, s := range hostile {
		parsed(t, s)
	}
}

// TestHostilePromptsAreReadSoon: no prompt takes many times as long as an ordinary one of
// the greatest length. Ratios hold on a busy machine, where seconds do not.
func TestHostilePromptsAreReadSoon(t *testing.T) {
	took := func(text string) time.Duration {
		began := time.Now()
		Parse(text)
		return time.Since(began)
	}
	sentence := "The river rises in spring, and 40 gauges tell the town how high it stands. "
	ordinary := strings.Repeat(sentence, brief.MaxLength/len(sentence))
	took(ordinary) // compiles the patterns
	plain := took(ordinary)
	for _, s := range hostile {
		if len(s) < 500 {
			continue
		}
		if d := took(s); d > 50*plain && took(s) > 50*plain {
			t.Errorf("%d bytes of %.40q took %v, an ordinary prompt of %d bytes %v", len(s), s, d, len(ordinary), plain)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) <= 3000 { // the instrumented parser is ten times slower
			parsed(t, text)
		}
	})
}
