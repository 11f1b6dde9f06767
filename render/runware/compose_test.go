package runware_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"gitops.video/render/manifest"
	"gitops.video/render/render/runware"
)

// Files that only somebody who draws here would open do not count where they are not sent.
func TestComposeForgetsMentions(t *testing.T) {
	t.Parallel()
	got, err := runware.Compose(manifest.Spec{PositivePrompt: "Hi.", Edits: []string{"use photo.jpg"}, Mentions: []string{"photo.jpg"}}, t.TempDir())
	if err != nil || got.Mentions != nil {
		t.Errorf("%v, %v", got.Mentions, err)
	}
}

func TestCompose(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"facts.md":   "\ufeffAcme Bottle keeps water cold for 24 hours.\r\nIt costs 29 dollars.\r\n",
		"board.yaml": "scenes:\n  - kind: title\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	no := false
	spec := manifest.Spec{
		Model: "heygen:video-agent@0", PositivePrompt: "Introduce Acme Bottle.\n", Width: 1920, Height: 1080, Duration: 30,
		Inputs: &manifest.Inputs{Avatar: "ada"}, WebhookURL: "https://x/hook",
		Brand: &manifest.Brand{
			Name: "acme", Logo: "brand/logo.svg", Colors: map[string]string{"primary": "#1E40AF", "accent": "#F59E0B", "text": "#F8FAFC"},
			Font: &manifest.BrandFont{Heading: "Inter", Body: "Inter"}, Style: "minimalistic", LowerThird: &no, Watermark: "acme.example",
		},
		Language: "de-AT", Voice: &manifest.Voice{Name: "Ada", Gender: "female", Pace: 1.1}, Captions: &manifest.Captions{Mode: "word"},
		Music: &manifest.Music{Mood: "calm"}, Context: []string{"facts.md"}, Storyboard: "board.yaml",
		Assets: []manifest.Asset{{Path: "broll", Tags: []string{"factory", "river"}}, {Path: "x.mp4", Tags: []string{"river"}}},
		Edits:  []string{"Make the hook\nshorter.", "End on the price."}, Fit: "trim", Pronounce: map[string]string{"SQL": "sequel", "Acme": "Ack-mee"},
	}
	want := `Introduce Acme Bottle.

FACTS THE SCRIPT MAY DRAW ON:
Acme Bottle keeps water cold for 24 hours.
It costs 29 dollars.
STORYBOARD TO FOLLOW:
scenes:
  - kind: title
B-ROLL SUBJECTS: factory, river
CHANGES TO MAKE, LATER ONES WIN:
1. Make the hook shorter.
2. End on the price.
LANGUAGE: de-AT for narration, captions and on-screen text
VOICE: Ada, female, 10 % faster than usual
PRONOUNCE: "Acme" as "Ack-mee", "SQL" as "sequel"
CAPTIONS: on, with the spoken word highlighted
MUSIC: calm, quiet under the voice
BRAND: acme; colours accent #F59E0B, primary #1E40AF, text #F8FAFC; type in Inter; no lower third; watermark "acme.example"
STYLE: minimalistic`
	for range 3 {
		got, err := runware.Compose(spec, dir)
		if err != nil {
			t.Fatal(err)
		}
		if got.PositivePrompt != want {
			t.Fatalf("got:\n%s\nwant:\n%s", got.PositivePrompt, want)
		}
		// Nothing but the task's own fields is left, and those as they were.
		left := manifest.Spec{Model: spec.Model, PositivePrompt: want, Width: 1920, Height: 1080, Duration: 30, Inputs: spec.Inputs, WebhookURL: spec.WebhookURL}
		if !reflect.DeepEqual(got, left) {
			t.Fatalf("left over: %+v", got)
		}
		// Composing what was composed changes nothing.
		if again, err := runware.Compose(got, dir); err != nil || !reflect.DeepEqual(again, got) {
			t.Fatalf("twice: %+v, %v", again, err)
		}
	}
}

func TestComposeLeavesPlainPromptsAlone(t *testing.T) {
	t.Parallel()
	const prompt = "  Exactly this,\n\nwith its spaces. \n"
	got, err := runware.Compose(manifest.Spec{PositivePrompt: prompt, Music: &manifest.Music{File: "bed.mp3"}}, "")
	if err != nil || got.PositivePrompt != prompt {
		t.Errorf("got %q, %v", got.PositivePrompt, err)
	}
}

func TestComposeLimit(t *testing.T) {
	t.Parallel()
	// Characters, not bytes; the block counts.
	long := strings.Repeat("ü", runware.MaxPrompt-len("\n\nSTYLE: flat"))
	got, err := runware.Compose(manifest.Spec{PositivePrompt: long, Style: "flat"}, "")
	if err != nil || utf8.RuneCountInString(got.PositivePrompt) != runware.MaxPrompt {
		t.Errorf("at the limit: %v", err)
	}
	_, err = runware.Compose(manifest.Spec{PositivePrompt: long + "üüü", Style: "flat", Language: "de"}, "")
	if err == nil || !strings.Contains(err.Error(), "9990 characters") || !strings.Contains(err.Error(), "STYLE 12") ||
		!strings.Contains(err.Error(), "10059 characters, 59 over the limit of 10000") {
		t.Errorf("over the limit: %v", err)
	}
	if _, err = runware.Compose(manifest.Spec{PositivePrompt: strings.Repeat("x", 10001)}, ""); err == nil || !strings.Contains(err.Error(), "1 over") {
		t.Errorf("prompt alone: %v", err)
	}
}

func TestComposeFiles(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "latin1.txt"), []byte("Caf\xe9"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "long.txt"), make([]byte, 50000), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(dir, "docs", ".git"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"docs/b.md": "second", "docs/a.md": "first", "docs/.git/x": "hidden"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"docs", "docs/*.md", "./docs/"} {
		got, err := runware.Compose(manifest.Spec{PositivePrompt: "x", Context: []string{name}}, dir)
		const want = "x\n\nFACTS THE SCRIPT MAY DRAW ON: first\nFACTS THE SCRIPT MAY DRAW ON: second"
		if err != nil || got.PositivePrompt != want {
			t.Errorf("%s: %q, %v", name, got.PositivePrompt, err)
		}
	}
	for name, want := range map[string]string{
		"*.none": "no file matches", "missing.md": "no such file", "../up.md": "escapes", "/etc/hostname": "escapes", "latin1.txt": "not UTF-8", ".": "not UTF-8", "long.txt": "longer than a prompt",
	} {
		_, err := runware.Compose(manifest.Spec{PositivePrompt: "x", Context: []string{name}}, dir)
		if err == nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), "context:") {
			t.Errorf("%s: got %v, want %q", name, err, want)
		}
	}
}
