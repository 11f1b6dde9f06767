package script

import (
	"bytes"
	"context"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/board"
	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/folder"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// spokenOrder are beginnings that only an instruction to the agent has.
var spokenOrder = regexp.MustCompile(`(?i)^(?:create|produce|make (?:a|an|the) (?:video|\d)|explain (?:that|how|why)|mention|highlight|emphasi[sz]e|include (?:a|the)|end with|open with|close with|begin with|start with|add (?:a|captions|music)|tone:|style:|audience:|keep (?:it|the tone)|use (?:our|a|the) (?:brand|style|music)|erstelle|erkläre|erwähne|nenne|beginne|crea |explica|menciona|destaca|empieza|termina con|crée|explique|cite|mentionne|crie|explique que|mencione|spiega|menziona|inizia|concludi|أنشئ|اشرح|اذكر|اختم)`)

// TestRulesOfEveryBoard holds what must be true of any storyboard.
func TestRulesOfEveryBoard(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("writes every board several times")
	}
	for _, name := range prompts(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			spec := specOf(t, name)
			b := boardOf(t, name)
			source := spec.PositivePrompt
			for _, f := range spec.Context {
				data, err := folder.Read(Request{Dir: "testdata"}.Dir, f)
				if err != nil {
					t.Fatal(err)
				}
				source += string(data)
			}
			people := 0
			for i, s := range b.Scenes {
				for _, sent := range prose.SplitSentences(s.Say) {
					if spokenOrder.MatchString(sent) {
						t.Errorf("scene %d speaks an instruction: %q", i+1, sent)
					}
				}
				for _, n := range telling.DigitsRE.FindAllString(scene.Plain(s.Say), -1) {
					if !strings.Contains(source, n) {
						t.Errorf("scene %d invents the number %s: %q", i+1, n, s.Say)
					}
				}
				most := 46 + telling.Longer
				if s.Kind == scene.Statement {
					most = telling.WholeMost
				}
				if utf8.RuneCountInString(s.Headline) > most && s.Kind != scene.Quote {
					t.Errorf("scene %d: %s %q is longer than %d characters", i+1, s.Kind, s.Headline, most)
				}
				for _, it := range s.Items {
					if it.Cue != "" && !strings.Contains(strings.ToLower(s.Say), strings.ToLower(it.Cue)) {
						t.Errorf("scene %d: cue %q is not spoken", i+1, it.Cue)
					}
				}
				if s.Figure != nil && s.Figure.Cue != "" && !strings.Contains(s.Say, s.Figure.Cue) {
					t.Errorf("scene %d: figure's cue %q is not spoken", i+1, s.Figure.Cue)
				}
				if s.Kind == scene.Presenter || s.Kind == scene.Points {
					people++
				}
				if i >= 2 && s.Kind == b.Scenes[i-1].Kind && s.Kind == b.Scenes[i-2].Kind {
					t.Errorf("scenes %d to %d are all %s", i-1, i+1, s.Kind)
				}
				if i >= 2 && board.StageOf(s) == board.StageOf(b.Scenes[i-1]) && board.StageOf(s) == board.StageOf(b.Scenes[i-2]) {
					t.Errorf("scenes %d to %d all stand on %s", i-1, i+1, board.StageOf(s))
				}
			}
			if b.Presenter.None == (people > 0) {
				t.Errorf("presenter none=%v, but %d scenes show one", b.Presenter.None, people)
			}
			if r := board.Risk(b); r.Total >= 2 {
				t.Errorf("slideshow risk %.1f: %v", r.Total, r.Reasons)
			}
		})
	}
}

func TestSameSeedSameBytesOtherVariantOther(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("writes every board several times")
	}
	spec := specOf(t, "launch-homeowners.txt")
	seen := map[string]int{}
	for v := range 4 {
		var first []byte
		for range 2 {
			b, err := Write(context.Background(), Request{Spec: spec, Dir: "testdata", Seed: 7, Variant: v})
			if err != nil {
				t.Fatal(err)
			}
			data, err := board.Encode(b)
			if err != nil {
				t.Fatal(err)
			}
			if first == nil {
				first = data
			} else if string(first) != string(data) {
				t.Fatalf("variant %d differs between two runs", v)
			}
		}
		if w, dup := seen[string(first)]; dup {
			t.Errorf("variants %d and %d are the same", w, v)
		}
		seen[string(first)] = v
	}
}

// aspects are what tells videos of one story apart.
func aspects(b *scene.Storyboard) map[string]string {
	out := map[string]string{"look": b.Look.Style + b.Look.Motif + b.Look.Primary, "person": b.Presenter.ID + b.Presenter.Set, "music": b.Music.Mood}
	for _, s := range b.Scenes {
		out["kinds"] += string(s.Kind) + " "
		out["order"] += s.Say
		out["stages"] += board.StageOf(s) + " "
		out["framing"] += s.Framing + s.Presenter + " "
		out["cuts"] += s.Transition.Kind + " "
	}
	return out
}

// TestPinnedVariantsDiffer: a pinned storyboard is its first result as it stands; the others
// tell the same story in another look.
func TestPinnedVariantsDiffer(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	first := boardOf(t, "product-flags.txt")
	data, err := board.Encode(first)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "board.yaml"), data, 0o600); err != nil {
		t.Fatal(err)
	}
	var boards []*scene.Storyboard
	for v := range 4 {
		for range 2 {
			b, err := Write(context.Background(), Request{Spec: manifest.Spec{Storyboard: "board.yaml"}, Dir: dir, Variant: v})
			if err != nil {
				t.Fatal(err)
			}
			boards = append(boards, b)
		}
		a, b := aspects(boards[2*v]), aspects(boards[2*v+1])
		if !maps.Equal(a, b) || boards[2*v].Seed != boards[2*v+1].Seed {
			t.Errorf("result %d is another each time: %v %v", v+1, a, b)
		}
		if b["kinds"] != aspects(first)["kinds"] || b["order"] != aspects(first)["order"] {
			t.Errorf("result %d tells another story: %v", v+1, b)
		}
		for w := range v {
			x, n := aspects(boards[2*w]), 0
			for k := range x {
				if x[k] != a[k] {
					n++
				}
			}
			if n < 4 || boards[2*w].Seed == boards[2*v].Seed {
				t.Errorf("results %d and %d differ in %d aspects only: %v %v", w+1, v+1, n, x, a)
			}
		}
	}
	if again, err := board.Encode(boards[0]); err != nil || !bytes.Equal(again, data) {
		t.Errorf("the first result is not the storyboard as it was pinned (%v)", err)
	}
}

// TestVariantsDiffer: the results of one entry differ in what a viewer sees and
// hears, with a brand and without, and stay within the brand's colours.
func TestVariantsDiffer(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("writes every board several times")
	}
	brand := &manifest.Brand{Name: "Loopkit", Colors: map[string]string{"primary": "#1E40AF", "accent": "#F59E0B"}}
	for _, spec := range []manifest.Spec{specOf(t, "product-flags.txt"), func() manifest.Spec { s := specOf(t, "product-flags.txt"); s.Brand = brand; return s }()} {
		var boards []*scene.Storyboard
		for v := range 4 {
			b, err := Write(context.Background(), Request{Spec: spec, Dir: "testdata", Seed: uint64(1 + v*7919), Family: 1, Variant: v})
			if err != nil {
				t.Fatal(err)
			}
			if spec.Brand != nil && (b.Look.Primary+b.Look.Accent != "#1E40AF#F59E0B" && b.Look.Primary+b.Look.Accent != "#F59E0B#1E40AF") {
				t.Errorf("variant %d leaves the brand: %+v", v, b.Look)
			}
			boards = append(boards, b)
		}
		for i := range boards {
			for j := range i {
				x, y, n := aspects(boards[i]), aspects(boards[j]), 0
				for k := range x {
					if x[k] != y[k] {
						n++
					}
				}
				if x["stages"] == y["stages"] && x["look"] == y["look"] || boards[i].Look.Motif == boards[j].Look.Motif {
					t.Errorf("variants %d and %d look alike: %v %v", j, i, x, y)
				}
				if n < 4 {
					t.Errorf("variants %d and %d differ in %d aspects only: %v %v", j, i, n, x, y)
				}
			}
		}
	}
}

// TestVariantsTellEqualsInAnotherOrder: facts that stand alone, people and the items of a
// list change places, in four ways where there are three; what has an order keeps it.
func TestVariantsTellEqualsInAnotherOrder(t *testing.T) {
	t.Parallel()
	for text, orders := range map[string]int{
		"Hiring video for nurses at Klinik Nord. Shifts are planned six weeks ahead. The clinic pays for training. There is a kindergarten on site. Apply at kliniknord.example.":                                                                                              4,
		"Release notes for Docklo 3.0: dark mode, faster search, new export to CSV, fewer clicks at checkout. Update today.":                                                                                                                                                   4,
		"Customer testimonials for Brightlane logistics. \"They cut our delivery time in half,\" says Mia Brandt, Cargo North. \"Setup took one afternoon,\" says Tom Oduya, Fleetly. \"Support answers within minutes,\" says Ines Costa, Portway. Visit brightlane.example.": 4,
		"Sales update for the team: Revenue rose 12 percent. The north region grew most. Two large customers left. We hired four people. Next quarter we open Lisbon.":                                                                                                         1,
		"Our company story: Two brothers started in a garage. They sold 40 lamps. A fair in Milan made them known. Today 300 people work in four plants.":                                                                                                                      1,
		"Explain how to change a bicycle tyre: First, remove the wheel. Then lever the tyre off. Then replace the inner tube. Finally pump it up to 4 bar.":                                                                                                                    1,
		"Explain our plans: Basic costs 9 euros, Plus costs 19 euros, Pro costs 39 euros. Pick one at plans.example.":                                                                                                                                                          1,
		"Script: \"Rooms have a view. Dogs stay for free. Breakfast is late.\"":                                                                                                                                                                                                1,
	} {
		told := map[string]bool{}
		for v := range 4 {
			order := ""
			for _, s := range write(t, Request{Spec: manifest.Spec{PositivePrompt: text}, Variant: v}).Scenes {
				order += s.Say + " "
			}
			told[order] = true
		}
		if len(told) != orders {
			t.Errorf("%q is told in %d orders, want %d", text, len(told), orders)
		}
	}
	w := newWriter(Request{Variant: 1}, &brief.Brief{Subject: "Altberg", Level: brief.Topic, Language: "en"})
	var body []*telling.Beat
	for _, x := range []string{"Altberg is a hotel by the lake.", "Rooms have a view of the lake.", "Dogs stay here for free.", "They have a park of their own.", "Doors open on 3 May."} {
		body = append(body, &telling.Beat{Words: []string{x}})
	}
	got := ""
	for _, b := range w.reorder(body) {
		got += b.Text() + " "
	}
	if want := "Altberg is a hotel by the lake. Dogs stay here for free. They have a park of their own. Rooms have a view of the lake. Doors open on 3 May. "; got != want {
		t.Errorf("told as %q", got)
	}
}

func TestLiteralTextIsExact(t *testing.T) {
	t.Parallel()
	b := boardOf(t, "critical-text.txt")
	for _, want := range []string{"Zone B: 8:00–18:00, Mon–Sat", "£35 / year — NOT £53!"} {
		if !shows(b, want) {
			t.Errorf("%q is nowhere on screen", want)
		}
	}
}

func TestFit(t *testing.T) {
	t.Parallel()
	words := "Script: " + strings.Repeat("The quick brown fox jumps over the lazy dog near the river. ", 12)
	write := func(fit string) (*scene.Storyboard, error) {
		return Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: words, Fit: fit}, Seconds: 10})
	}
	_, err := write("")
	if err == nil || !strings.Contains(err.Error(), "set duration to") || !strings.Contains(err.Error(), "fit: trim") {
		t.Errorf("want an error that names the seconds needed and the way out, got %v", err)
	}
	b, err := write("extend")
	if err != nil || b.Seconds < 30 || len(b.Notes) == 0 {
		t.Errorf("extend: %v, %+v", err, b)
	}
	b, err = write("trim")
	if err != nil {
		t.Fatal(err)
	}
	total := 0.0
	for _, s := range b.Scenes {
		total += telling.GuessSeconds(s.Say)
	}
	if b.Seconds != 10 || total/telling.MaxRate > 10 || total == 0 {
		t.Errorf("trim: %g s of words in %g s", total, b.Seconds)
	}
}

// TestLengthOfAPastedScript: without a stated length the words decide, so that a
// pasted script is neither cut nor drawn out.
func TestLengthOfAPastedScript(t *testing.T) {
	t.Parallel()
	words := strings.Repeat("The quick brown fox jumps over the lazy dog near the river. ", 20)
	b, err := Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: words}})
	if err != nil {
		t.Fatal(err)
	}
	if need := telling.GuessSeconds(words); b.Seconds < need || b.Seconds > need*1.5 {
		t.Errorf("%g s for words that take %.0f s", b.Seconds, need)
	}
}

func TestOnScreenTextAlone(t *testing.T) {
	t.Parallel()
	b, err := Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: "CRITICAL ON-SCREEN TEXT:\n- \"Back soon.\"\n- \"50 % off\""}})
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Scenes) != 2 || b.Scenes[0].Headline != "Back soon." || b.Scenes[1].Headline != "50 % off" {
		t.Errorf("%+v", b.Scenes)
	}
}

func TestVerbatimKeepsEveryWord(t *testing.T) {
	t.Parallel()
	b := boardOf(t, "script-pasted.txt")
	var said []string
	for _, s := range b.Scenes {
		said = append(said, s.Say)
	}
	want := strings.Join(strings.Fields(specOf(t, "script-pasted.txt").PositivePrompt), " ")
	if got := strings.Join(said, " "); got != want {
		t.Errorf("said\n%s\nwant\n%s", got, want)
	}
}

func TestErrors(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		spec manifest.Spec
		want string
	}{
		"empty prompt":      {manifest.Spec{PositivePrompt: " \n "}, "empty"},
		"directions alone":  {manifest.Spec{PositivePrompt: "STYLE: bold, #FF0000. No avatar. Upbeat music. 30 seconds."}, "says nothing that it is about"},
		"missing context":   {manifest.Spec{PositivePrompt: "Create a video about tea.", Context: []string{"nope.md"}}, "does not exist"},
		"context outside":   {manifest.Spec{PositivePrompt: "Create a video about tea.", Context: []string{"../golden_test.go"}}, "../golden_test.go"},
		"missing asset":     {manifest.Spec{PositivePrompt: "Create a video about tea.", Assets: []manifest.Asset{{Path: "nope.jpg"}}}, "does not exist"},
		"missing board":     {manifest.Spec{Storyboard: "nope.yaml"}, "does not exist"},
		"not a storyboard":  {manifest.Spec{Storyboard: "prompts/thin-topic.txt"}, "storyboard"},
		"edit without file": {manifest.Spec{PositivePrompt: "Create a video about tea. It is hot.", Edits: []string{"replace scene 9's B-roll with nope.jpg"}}, ""},
	} {
		_, err := Write(context.Background(), Request{Spec: c.spec, Dir: "testdata"})
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: got %v, want %q", name, err, c.want)
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	t.Parallel()
	good, err := board.Encode(boardOf(t, "launch-homeowners.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ old, new, want string }{
		{"kind: title", "kind: tittle", `did you mean title?`},
		{"id: s2", "id: s1", "already scene 1's"},
		{"fps: 30", "fps: 0", "b.yaml:8:6: fps is 0"},
		{"captions: word", "captions: loud", `captions is the text "loud", it must be word, line or off`},
		{"headline:", "headlin:", "did you mean headline?"},
		{"kind: cut", "kind: explode", `"explode", it must be cut, push`},
		{"width: 1920", "width: 1921", "b.yaml:6:8: width is 1921, it must be even"},
		{"seconds: 20", "seconds: twenty", `seconds is the text "twenty"`},
		{"seed: 0", "seed: [1, 2", "b.yaml:"},
		{"language: en", "language: en\nlanguage: de", `the key "language" is given twice`},
	} {
		_, err := board.Decode("b.yaml", []byte(strings.Replace(string(good), c.old, c.new, 1)), nil)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s → %s: got %v", c.old, c.new, err)
		}
	}
	if _, err := board.Decode("b.yaml", nil, nil); err == nil {
		t.Error("an empty file is no storyboard")
	}
}

// TestLiteralTextKeepsItsMarks: neither the voice's marks nor a language's typography
// touch what is to be read character for character.
func TestLiteralTextKeepsItsMarks(t *testing.T) {
	t.Parallel()
	texts := []string{"50 % off — *today* only!", "a  b   c", "👩🏽‍🚀 & 🇨🇭", "½ price; £3.–", "中文 / عربي", "Press [pause] twice", "Hold [now] (short pause) (key)", "Prêt? C'est parti!", "<b>R&D</b> {{x}}", "¡Ya!", "x < y > z", "Don’t “panic”", "i.e. e.g. etc.", "#1 @home", "C:\\temp\\*.log"}
	for lang, head := range map[string]string{
		"en": "Explain our new parcel lockers. They hold 48 parcels each. Codes arrive by text. They are open all night.\nCRITICAL ON-SCREEN TEXT (display literally):\n",
		"fr": "Expliquez nos nouvelles consignes. Elles contiennent 48 colis chacune. Les codes arrivent par SMS. Elles sont ouvertes la nuit.\nCRITICAL ON-SCREEN TEXT (display literally):\n",
	} {
		b, err := Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: head + "- " + strings.Join(texts, "\n- ") + "\n"}, Seconds: 60})
		if err != nil {
			t.Fatal(err)
		}
		if b.Language != lang {
			t.Errorf("language %s", b.Language)
		}
		for _, want := range texts {
			if !shows(b, want) {
				t.Errorf("%s: %q is nowhere on screen", lang, want)
			}
		}
	}
}
