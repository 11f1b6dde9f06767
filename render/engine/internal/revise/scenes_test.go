package revise_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/script"
)

// edited is the storyboard of a prompt of testdata after edits, with the answers to them.
func edited(t *testing.T, name string, edits ...string) (*scene.Storyboard, []string) {
	t.Helper()
	spec := promptSpec(t, name)
	spec.Edits = edits
	b, err := script.Write(context.Background(), script.Request{Spec: spec, Dir: "../script/testdata"})
	if err != nil {
		t.Fatal(err)
	}
	var answers []string
	for _, n := range b.Notes {
		if strings.HasPrefix(n.Text, "edit ") {
			answers = append(answers, n.Text)
		}
	}
	return b, answers
}

// promptSpec is an entry with a prompt of the writer's testdata.
func promptSpec(t *testing.T, name string) manifest.Spec {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "script", "testdata", "prompts", name))
	if err != nil {
		t.Fatal(err)
	}
	return manifest.Spec{PositivePrompt: string(data)}
}

func ids(b *scene.Storyboard) string {
	var out []string
	for _, s := range b.Scenes {
		out = append(out, s.ID)
	}
	return strings.Join(out, " ")
}

// TestEditsOfWholeScenes: scenes stay, are shown again, become two.
func TestEditsOfWholeScenes(t *testing.T) {
	t.Parallel()
	for edit, want := range map[string]string{
		"keep only scenes 1, 3 and 5": "s1 s3 s5", "remove everything except the last scene": "s5", "delete all scenes but 1 and 2": "s1 s2",
		"keep only scene 9": "s1 s2 s3 s4 s5", "keep only scenes 1 to 5": "s1 s2 s3 s4 s5",
		"duplicate scene 2": "s1 s2 s6 s3 s4 s5", "copy scene 2 after scene 4": "s1 s2 s3 s4 s6 s5", "repeat scene 1 at the end": "s1 s2 s3 s4 s5 s6",
		"split scene 3 in two": "s1 s2 s3 s4 s5", "delete every scene after scene 3": "s1 s2 s3", "drop everything before scene 4": "s4 s5", "remove everything after scene 5": "s1 s2 s3 s4 s5",
		"Can you drop the third slide? It's redundant.": "s1 s2 s4 s5", "Kopiere Szene 2 ans Ende": "s1 s2 s3 s4 s5 s6", "ne garde que la scène 1 et la scène 2": "s1 s2",
	} {
		b, answers := edited(t, "launch-homeowners.txt", edit)
		if got := ids(b); got != want || (want == "s1 s2 s3 s4 s5") != strings.Contains(answers[0], "not honoured") {
			t.Errorf("%s: scenes %s, want %s: %s", edit, got, want, answers[0])
		}
	}
}

// TestNobodyAfterAPlace: the presenter leaves some scenes, and stays in the others.
func TestNobodyAfterAPlace(t *testing.T) {
	t.Parallel()
	b, answers := edited(t, "launch-homeowners.txt", "no more presenter after scene 2")
	if b.Presenter.None || b.Scenes[1].Kind != scene.Presenter || b.Scenes[3].Kind != scene.Grid {
		t.Errorf("%s, %s: %s", b.Scenes[1].Kind, b.Scenes[3].Kind, answers)
	}
}

// TestLastWordsAreExact: with their own end.
func TestLastWordsAreExact(t *testing.T) {
	t.Parallel()
	if b, answers := edited(t, "launch-homeowners.txt", `End with "Sleep dry!"`); b.Scenes[4].Say != "Sleep dry!" || b.Scenes[4].Headline != "Sleep dry" {
		t.Errorf("%q, %q: %s", b.Scenes[4].Say, b.Scenes[4].Headline, answers)
	}
}

// TestCopiesAreTheirOwn: what is changed in one does not change in the other.
func TestCopiesAreTheirOwn(t *testing.T) {
	t.Parallel()
	b, answers := edited(t, "launch-homeowners.txt", "duplicate scene 4", `in scene 5 change "5-year" to "9-year"`)
	if b.Scenes[3].Items[1].Title != "5-year battery" || b.Scenes[4].Items[1].Title != "9-year battery" {
		t.Errorf("%v and %v: %q", b.Scenes[3].Items, b.Scenes[4].Items, answers)
	}
}

// TestSplitScenes: every sentence is said once, by the half that comes first the first
// of them, and things stay with the words that name them.
func TestSplitScenes(t *testing.T) {
	t.Parallel()
	b, answers := edited(t, "launch-homeowners.txt", `in scene 4 say "It has no wiring. A 5-year battery keeps it awake. And the valve closes by itself."`, "split scene 4 into two scenes")
	a, z := b.Scenes[3], b.Scenes[4]
	if a.Say+" "+z.Say != "It has no wiring. A 5-year battery keeps it awake. And the valve closes by itself." || len(b.Scenes) != 6 || a.ID == z.ID {
		t.Errorf("%q, then %q: %q", a.Say, z.Say, answers)
	}
	if z.Headline == "" && z.Figure == nil || z.Transition.Kind != a.Transition.Kind {
		t.Errorf("the second half shows %+v", z)
	}
}

// TestLengthsByFactor: of the video, and of a scene.
func TestLengthsByFactor(t *testing.T) {
	t.Parallel()
	for edit, want := range map[string]float64{"make it twice as long": 40, "double the length": 40, "make it half as long": 10, "verdopple die Länge": 40, "réduis la durée de moitié": 10, "cut it down to 15 seconds": 15} {
		if b, answers := edited(t, "launch-homeowners.txt", edit); b.Seconds != want {
			t.Errorf("%s: %g s: %s", edit, b.Seconds, answers)
		}
	}
	was, _ := edited(t, "launch-homeowners.txt", "make scene 2 last 4 seconds")
	if b, answers := edited(t, "launch-homeowners.txt", "make scene 2 last 4 seconds", "make scene 2 twice as long"); b.Scenes[1].Seconds < 2*was.Scenes[1].Seconds-.5 {
		t.Errorf("%g s: %s", b.Scenes[1].Seconds, answers)
	}
}

// TestListsOfEdits: each item is an edit of its own, with its own answer.
func TestListsOfEdits(t *testing.T) {
	t.Parallel()
	b, answers := edited(t, "launch-homeowners.txt", "Please:\n1. remove the music\n2. make the logo dance\n3. captions off", "portrait")
	if !b.Music.Off || b.Captions != "off" || b.Height != 1920 || len(answers) != 4 {
		t.Errorf("%q", answers)
	}
	for i, want := range []string{`edit 1, item 1 "remove the music": the music is off`, `edit 1, item 2 "make the logo dance": not honoured`, "edit 1, item 3", "edit 2 "} {
		if i < len(answers) && !strings.HasPrefix(answers[i], want) {
			t.Errorf("%q, want %q", answers[i], want)
		}
	}
}

// TestAmountsAreReplacedAsTheyAreWritten: with the sign before or behind, or in words.
func TestAmountsAreReplacedAsTheyAreWritten(t *testing.T) {
	t.Parallel()
	for _, edit := range []string{"change 79 euros to 89 euros", "replace €79 by €89", "replace the number 79 with 89", "change 79 € to 89 €", "ersetze 79 Euro durch 89 Euro"} {
		b, answers := edited(t, "launch-homeowners.txt", edit)
		end := b.Scenes[4]
		if end.Say != "Order it for €89 at tidemark.example." || end.Headline != "Order it for €89" {
			t.Errorf("%s: %q, %q: %s", edit, end.Say, end.Headline, answers)
		}
	}
}

// TestPaceAndAddressOfWhatIsNamed: by the share that is said, and on the card that is.
func TestPaceAndAddressOfWhatIsNamed(t *testing.T) {
	t.Parallel()
	for edit, want := range map[string]string{
		"speed up the voice by 10%":                                    "pace 1.1",
		"in the last scene, change the link to tide.example/start":     "the address is tide.example/start",
		"change the link in scene 2 to tide.example":                   "not honoured: scene 2 is a presenter and shows no address",
		"the last scene needs another voice, because it is the ending": "not honoured",
	} {
		if _, answers := edited(t, "launch-homeowners.txt", edit); !strings.Contains(answers[0], want) {
			t.Errorf("%s: %s, want %q", edit, answers[0], want)
		}
	}
}
