package script

import (
	"bytes"
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/board"
)

// holds checks what holds for every prompt that makes a storyboard: it can be
// drawn, it is the same twice, and it survives being written to a file and read.
func holds(tb testing.TB, text string, variant int) {
	tb.Helper()
	if len(text) > 40000 {
		return
	}
	r := Request{Spec: manifest.Spec{PositivePrompt: text}, Dir: "testdata", Variant: variant & 3}
	b, err := Write(context.Background(), r)
	if err != nil {
		return // said in words; what is said is another test's
	}
	if err := board.Check(b); err != nil {
		tb.Errorf("%.200q: %v", text, err)
	}
	first, err := board.Encode(b)
	if err != nil {
		tb.Fatal(err)
	}
	if bytes.Contains(first, []byte("!!binary")) && utf8.ValidString(text) {
		tb.Errorf("%.200q: the storyboard holds broken characters", text)
	}
	again, err := Write(context.Background(), r)
	if err != nil {
		tb.Fatal(err)
	}
	if second, err := board.Encode(again); err != nil || !bytes.Equal(first, second) {
		tb.Errorf("%.200q: two storyboards differ (%v)", text, err)
	}
	back, err := board.Decode("b.yaml", first, nil)
	if err != nil {
		tb.Fatalf("%.200q: its own storyboard is refused: %v", text, err)
	}
	if third, err := board.Encode(back); err != nil || !bytes.Equal(first, third) {
		tb.Errorf("%.200q: reading and writing changes it (%v)", text, err)
	}
}

// odd are prompts whose words go through the planner in unusual ways.
var odd = []string{
	"🎉🎉🎉 Launch party!!! 🚀 New app = out now 👉 sparkle.example 🔥", "Make a video about X: 1) a 2) b", "| a | b |\n|---|---|\n| 1 | 2 |\n| x | y |\nMake a video about tables.",
	"Scene 1: [Title]\nVO: \"a\"\nVisual: L1: x L2: \"9\" SLAMS from left at -5 degrees L3: \"a\", \"b\" CASCADE", "```go\nx := 1\n```\nMake a video. Run `x`. Then stop.",
	"Video about tea, 0 seconds, 999 minutes, #FFF, #000, font: X, no avatar, no music, no captions.", "Chapters: A, B\n\nA: one thing. Two things.\n\nB: three things 3. Four 4.\n\n2 minutes.",
	"a\tb\u00a0c\u2028d\u2029e", "Create a video about \u202eevil\u202c. It costs 5 €.", "Say that 'it' is \"so\" and “thus” and «ainsi» and „so“.", "Compare A and B: x 1 vs 2, y 3 vs 4, z 5 vs 6.", "Titel: ---\n...\n- !!!", "key: value\nother: [1, 2]\n&a *b !c", "null\ntrue\n1e9\n~",
	", 0000000000000000000000000000000000000000000000000", ", 5 €, ,", ": , 1,",
	"Scene 7: CTA, A-ROLL\nL (8s)\n4", "Scene 1: CTA\nVO: \"Buy.\"",
}

func TestHostilePromptsMakeBoards(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes under the race detector, and shares nothing")
	}
	t.Parallel()
	for i, s := range odd {
		holds(t, s, i)
	}
	files, err := filepath.Glob("testdata/prompts/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range files { // two prompts in one, or one cut off in the middle
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if i%2 == 0 {
			holds(t, strings.ToValidUTF8(string(data[:len(data)*2/3]), ""), i)
			continue
		}
		other, err := os.ReadFile(files[(i+7)%len(files)])
		if err != nil {
			t.Fatal(err)
		}
		holds(t, string(data)+"\n\n"+string(other), i)
	}
}

func FuzzWrite(f *testing.F) {
	for _, s := range odd {
		f.Add(s, 0)
	}
	files, err := filepath.Glob("testdata/prompts/*.txt")
	if err != nil || len(files) == 0 {
		f.Fatal(err)
	}
	for i, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data), i)
	}
	f.Fuzz(func(t *testing.T, text string, variant int) { holds(t, text, variant) })
}

// FuzzDecode: a storyboard file of any content is read or refused, never a panic.
func FuzzDecode(f *testing.F) {
	files, err := filepath.Glob("testdata/boards/*.yaml")
	if err != nil || len(files) == 0 {
		f.Fatal(err)
	}
	for _, name := range files[:6] {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("a: &a [*a]\n"))
	f.Add([]byte("storyboard: 1\nscenes: &s\n  - *s\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := board.Decode("b.yaml", data, nil)
		if err == nil && board.Check(b) != nil {
			t.Errorf("accepted a board that cannot be drawn")
		}
		if err != nil && err.Error() == "" {
			t.Error("an error without words")
		}
	})
}

// TestMixedPrompts writes prompts that are mixed from lines of others, cut and with words
// exchanged: what people paste together meets parts of the grammar that no whole prompt
// brings together.
func TestMixedPrompts(t *testing.T) {
	if testing.Short() {
		t.Skip("many storyboards, and nothing runs beside them")
	}
	t.Parallel()
	files, err := filepath.Glob("testdata/prompts/*")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	var lines [][]string // words
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for l := range strings.Lines(string(b)) {
			if words := strings.Fields(l); len(words) > 0 {
				lines = append(lines, words)
			}
		}
	}
	r := rand.New(rand.NewPCG(11, 27))
	for range 100 {
		var out []string
		for range 1 + r.IntN(8) {
			words := slices.Clone(lines[r.IntN(len(lines))])
			switch r.IntN(4) {
			case 0:
				for range len(words)/6 + 1 {
					other := lines[r.IntN(len(lines))]
					words[r.IntN(len(words))] = other[r.IntN(len(other))]
				}
			case 1:
				words = words[r.IntN(len(words)):]
			case 2:
				words = words[:1+r.IntN(len(words))]
			}
			out = append(out, strings.Join(words, " "))
		}
		text := strings.Join(out, []string{"\n", " ", "\n\n"}[r.IntN(3)])
		func() {
			defer func() {
				if p := recover(); p != nil {
					t.Errorf("%q: %v", text, p)
				}
			}()
			holds(t, text, r.IntN(4))
		}()
	}
}
