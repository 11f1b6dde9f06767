package script

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"gitops.video/render/render/engine/internal/board"
)

// TestMistakesComeTogether: what has the wrong form, what cannot be drawn and what is
// not there, each with its place, in the order of the file.
func TestMistakesComeTogether(t *testing.T) {
	t.Parallel()
	text := `storyboard: 1
language: en
width: 320
height: 180
fps: 30
seconds: 7
captions: words
look: {style: cinematik, primry: "#123456", logo: logo.svg}
scenes:
  - {id: s1, kind: titel, say: Tea time.}
  - id: s1
    kind: footage
    seconds: -2
    asset: pics/tea.png
  - {id: s3, kind: chart, series: {type: bar, labels: [a], values: [1, 2]}}
  - {id: s4, kind: statement, say: [a, b], transition: {kind: smahs}}
  - {kind: device}
  - id: s6
    kind: points
    items: [{title: One, icon: battrey}, {title: Two, icon: Charging}, {title: Three, icon: battery-full}, {title: Four, icon: qzx}]
  - {id: s7, kind: chart, series: {type: bar, labels: [a, b], values: [1, 2], other: [3]}}
`
	tree := fstest.MapFS{"pics/tee.png": {}}
	_, err := board.Decode("b.yaml", []byte(text), tree)
	if err == nil {
		t.Fatal("no mistake was found")
	}
	got := strings.Split(err.Error(), "\n")
	for i, want := range []string{
		"7:11: captions|did you mean word?", `8:15: style "cinematik"|did you mean cinematic?`, "8:26: there is no field|did you mean primary?", "8:51: file \"logo.svg\" does not exist|",
		"10:20: scenes[0].kind|did you mean title?", `11:9: scene 2: id "s1" is already scene 1's|`, "13:14: scenes[1].seconds is -2|", "14:12: file \"pics/tea.png\" does not exist|did you mean pics/tee.png?",
		"15:35: scene 3: a chart needs series with as many labels as values|", "16:36: scenes[3].say is a list|", "16:63: scenes[3].transition.kind|did you mean smash?", "17:5: |", "17:5: |",
		`20:32: scene 6: there is no icon "battrey"|did you mean battery?`, `20:128: scene 6: there is no icon "qzx"|https://lucide.dev/icons`,
		"21:86: scene 7: what a chart is compared with needs as many values as there are labels, 2, not 1|",
	} {
		text, hint, _ := strings.Cut(want, "|")
		if i >= len(got) || !strings.HasPrefix(got[i], "b.yaml:"+text) || !strings.HasSuffix(got[i], hint) {
			t.Fatalf("mistake %d: want %q in\n%s", i, want, err)
		}
	}
}

// TestCommentsAreFree: whatever a person notes in a storyboard, and however they lay
// it out, it is the same storyboard.
func TestCommentsAreFree(t *testing.T) {
	t.Parallel()
	for _, name := range prompts(t) {
		plain, err := os.ReadFile(filepath.Join("testdata", "boards", strings.TrimSuffix(name, ".txt")+".yaml"))
		if err != nil {
			t.Fatal(err)
		}
		var noted bytes.Buffer
		noted.WriteString("# Approved by Ada: see https://example.com/#42\n\n")
		block := 0 // the indentation of a block of text, in which # is no comment
		for line := range strings.Lines(string(plain)) {
			indent := len(line) - len(strings.TrimLeft(line, " "))
			if block > 0 && (indent >= block || strings.TrimSpace(line) == "") {
				noted.WriteString(line)
				continue
			}
			block = 0
			body := strings.TrimRight(line, "\n")
			if strings.HasSuffix(body, "|") || strings.HasSuffix(body, "|-") || strings.HasSuffix(body, ">-") {
				block = indent + 1
			}
			noted.WriteString(strings.Repeat(" ", indent) + "# note: {x} [y] \"z\n" + line)
		}
		noted.WriteString("# the end\n...\n")
		b, err := board.Decode(name, noted.Bytes(), nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if again, err := board.Encode(b); err != nil || !bytes.Equal(again, plain) {
			t.Errorf("%s: comments change it (%v)", name, err)
		}
	}
}

// everyEdit are instructions of every intent; what each says is another test's.
var everyEdit = []string{
	"in scene 2 say \"# no: comment\"", "swap scenes 2 and 3", "make the intro shorter", "make scene 2 longer", "remove scene 2", "use a darker background", "white background", "remove the music", "use calm music", "louder",
	"captions line by line", "change the accent colour to #0f0", "use retro style", "remove the presenter", "use daniel as the presenter", "speak slower", "a male voice", "no transition between 2 and 3", "use fades everywhere",
	"add a scene after scene 1 saying \"- a: [b] & *c\"", "pronounce Acme as ak-mee", "add a pause of 1 second after scene 2", "make scene 2 a statement", "make scene 3 dark", "change the title to \"Yes: no, null\"", "merge scenes 2 and 3",
	"end with \"The end's near.\"", "change the headline of scene 2 to \"'quoted' | x\"", "put the presenter on the right", "close-up in scene 2", "remove the logo", "make it 5 seconds longer", "move the last scene to the start", "Mach Szene 2 dunkel", "traduce todo al francés",
}

// TestStoryboardOfAPinnedStoryboardIsItself: byte for byte, for the board of every
// prompt and for what every edit makes of it.
func TestStoryboardOfAPinnedStoryboardIsItself(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes under the race detector, and shares nothing")
	}
	t.Parallel()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata")); err != nil {
		t.Fatal(err)
	}
	for i, name := range prompts(t) {
		for _, edits := range [][]string{nil, {everyEdit[3*i%len(everyEdit)], everyEdit[(3*i+1)%len(everyEdit)], everyEdit[(3*i+2)%len(everyEdit)]}} {
			spec := specOf(t, name)
			spec.Edits = edits
			b, err := Write(context.Background(), Request{Spec: spec, Dir: dir})
			if err != nil {
				t.Errorf("%s, %q: %v", name, edits, err)
				continue
			}
			first, err := board.Encode(b)
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(dir, "pinned.yaml")
			if err := os.WriteFile(file, first, 0o600); err != nil {
				t.Fatal(err)
			}
			spec.Storyboard, spec.Edits = "pinned.yaml", nil
			again, err := Write(context.Background(), Request{Spec: spec, Dir: dir})
			if err != nil {
				t.Errorf("%s, %q: its own storyboard is refused: %v", name, edits, err)
				continue
			}
			if second, err := board.Encode(again); err != nil || !bytes.Equal(first, second) {
				t.Errorf("%s, %q: the storyboard of the pinned storyboard is another (%v)", name, edits, err)
			}
		}
	}
}

// TestEveryGoldenPinnedIsItself: the boards as they lie in testdata, byte for byte.
func TestEveryGoldenPinnedIsItself(t *testing.T) {
	t.Parallel()
	for _, name := range prompts(t) {
		file := filepath.Join("boards", strings.TrimSuffix(name, ".txt")+".yaml")
		first, err := os.ReadFile(filepath.Join("testdata", file))
		if err != nil {
			t.Fatal(err)
		}
		spec := specOf(t, name)
		spec.Storyboard, spec.Edits = file, nil
		b, err := Write(context.Background(), Request{Spec: spec, Dir: "testdata"})
		if err != nil {
			t.Errorf("%s: its own storyboard is refused: %v", name, err)
			continue
		}
		if second, err := board.Encode(b); err != nil || !bytes.Equal(first, second) {
			t.Errorf("%s: the storyboard of the pinned storyboard is another (%v)", name, err)
		}
	}
}

// "none" is no mood, in a storyboard as in a manifest.
func TestNoMusic(t *testing.T) {
	t.Parallel()
	const scenes = "scenes:\n  - {id: a, kind: statement, say: Tea time.}\n"
	for music, off := range map[string]bool{"{mood: none}": true, "{off: true}": true, "{mood: calm}": false} {
		b, err := board.Decode("b.yaml", []byte("storyboard: 1\nlanguage: en\nwidth: 320\nheight: 180\nfps: 30\nseconds: 7\nmusic: "+music+"\n"+scenes), nil)
		if err != nil || b.Music.Off != off || off && b.Music.Mood != "" {
			t.Errorf("%s: %+v, %v", music, b, err)
		}
	}
}

// TestMistakesOfMoves: a verb that would move nothing is a mistake, and so are numbers
// that are none, a second document, and people whom nobody knows.
func TestMistakesOfMoves(t *testing.T) {
	t.Parallel()
	const head = "storyboard: 1\nlanguage: en\nwidth: 320\nheight: 180\nfps: 30\nseconds: 7\n"
	const scenes = "scenes:\n  - {id: a, kind: statement, headline: Hi, moves: [{verb: SLAMS, target: headline, from: top left, angle: -5, size: 0.4, stagger: 0.3}]}\n"
	for name, c := range map[string]struct{ text, want string }{
		"fine":       {head + scenes, ""},
		"a verb":     {head + strings.Replace(scenes, "SLAMS", "slims", 1), `b.yaml:8:59: scene 1: verb "slims" is not known`},
		"a target":   {head + strings.Replace(scenes, "target: headline", "target: elephant", 1), `b.yaml:8:74: scene 1: target "elephant" is no part of a scene`},
		"a side":     {head + strings.Replace(scenes, "top left", "yonder", 1), `b.yaml:8:90: scene 1: from "yonder" is no side`},
		"a size":     {head + strings.Replace(scenes, "0.4", "40", 1), "b.yaml:8:117: scene 1: size 40: it is a share of the frame"},
		"no number":  {strings.Replace(head, "seconds: 7", "seconds: .nan", 1) + scenes, `b.yaml:6:10: seconds is the text ".nan"`},
		"no end":     {strings.Replace(head, "seconds: 7", "seconds: .inf", 1) + scenes, `b.yaml:6:10: seconds is the text ".inf"`},
		"documents":  {head + scenes + "---\n" + head + scenes, "b.yaml:10:1: a second document begins here"},
		"a stranger": {head + "presenter: {id: zoe}\nspeakers: [{name: A, presenter: zoe}]\n" + scenes, "b.yaml:7:17: nobody is called zoe\nb.yaml:8:33: nobody is called zoe"},
	} {
		_, err := board.DecodeCast("b.yaml", []byte(c.text), nil, func(id string) error { return fmt.Errorf("nobody is called %s", id) })
		if got := fmt.Sprint(err); c.want == "" && err != nil || !strings.HasPrefix(got, c.want) && c.want != "" {
			t.Errorf("%s: %s", name, got)
		}
	}
}
