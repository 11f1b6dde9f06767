package cli

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/manifest/diag"
)

// A campaign of any size is validated in bounded time: of the entries of one place a
// few are looked at, and of very many places the first.
func TestPromptWarningsBounded(t *testing.T) {
	t.Parallel()
	const bad = "Make an amazing, stunning, incredible video.\\nCamera: dolly zoom. Use Comic Sans and many fonts. Music: epic. Show everything at once, fast, slow, and in depth."
	for name, c := range map[string]struct {
		items                func() string
		selected, passedOver int
	}{
		"one place": {func() string {
			return "  - key: v-{{ .row.n }}\n    forEach: [" + strings.TrimSuffix(strings.Repeat("{n: N}, ", 30), ", ") + "]\n    positivePrompt: \"" + bad + "\"\n"
		}, 30, 0},
		"many places": {func() string {
			var b strings.Builder
			for i := range promptsInAll + 7 {
				fmt.Fprintf(&b, "  - {key: v-%d, positivePrompt: \"%s\"}\n", i, bad)
			}
			return b.String()
		}, promptsInAll + 7, 7},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text := c.items()
			for i := 0; strings.Contains(text, "{n: N}"); i++ {
				text = strings.Replace(text, "{n: N}", fmt.Sprintf("{n: %d}", i), 1)
			}
			path := filepath.Join(t.TempDir(), "videos.yaml")
			write(t, path, "version: 1\nvideos:\n"+text)
			batch, found, err := manifest.Load(t.Context(), []string{path}, manifest.Options{})
			if err != nil || found.HasErrors() || len(batch.Selected()) != c.selected {
				t.Fatal(len(batch.Selected()), found, err)
			}
			warnings, passedOver := promptWarnings(batch)
			if len(warnings) == 0 {
				t.Fatal("nothing was found wrong with the prompt")
			}
			if passedOver != c.passedOver {
				t.Errorf("%d passed over, want %d", passedOver, c.passedOver)
			}
			total := 0
			for _, d := range warnings {
				if d.Code == warnings[0].Code && d.Summary == warnings[0].Summary {
					total += d.Count
				}
			}
			if want := c.selected - c.passedOver; total != want {
				t.Errorf("the first warning stands for %d videos, want %d", total, want)
			}
		})
	}
}

// A presenter whom nobody is drawn for is a mistake before anything is rendered, where
// this machine draws; other makers have people of their own.
func TestStrangersAreNamed(t *testing.T) {
	t.Parallel()
	for provider, want := range map[string]string{"local": `no presenter "zzyzx"`, "runware": ""} {
		path := filepath.Join(t.TempDir(), "videos.yaml")
		write(t, path, "version: 1\nprovider: "+provider+"\nvideos:\n  - {key: a, positivePrompt: Tea is ready., inputs: {avatar: maya}}\n  - key: b\n    positivePrompt: Tea is ready.\n    inputs: {avatar: zzyzx}\n")
		batch, found, err := manifest.Load(t.Context(), []string{path}, manifest.Options{})
		if err != nil || found.HasErrors() {
			t.Fatal(found, err)
		}
		got := strangers(batch)
		if want == "" && len(got) > 0 || want != "" && (len(got) != 1 || !strings.Contains(got[0].Summary, want) || got[0].Range.Start.Line != 7) {
			t.Errorf("%s: %+v", provider, got)
		}
	}
}

// What only the voice could tell when it is too late is said before: words that do not fit,
// voices and moods that there are none of.
func TestWhatCannotBeSpokenIsNamed(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "videos.yaml")
	write(t, path, `version: 1
videos:
  - key: a
    duration: 5
    positivePrompt: |
      Scene 1
      VO: "The tower crane stands for as long as the wind stays below seventy-two kilometres an hour, and not one kilometre more than that."
      Scene 2
      VO: "After every storm the fitter checks all of the anchors before anybody climbs up to the cabin again."
  - {key: b, duration: 60, voice: {name: jeny}, music: {mood: frobnicating}, positivePrompt: Tea is ready.}
  - {key: c, duration: 60, voice: {name: espeak-de-female-2}, music: {mood: calm piano}, positivePrompt: Tea is ready.}
`)
	batch, found, err := manifest.Load(t.Context(), []string{path}, manifest.Options{})
	if err != nil || found.HasErrors() {
		t.Fatal(found, err)
	}
	got := unspoken(batch, false)
	want := []string{"words take about", `no voice named "jeny"; did you mean jenny?`, "frobnicating"}
	if len(got) != len(want) {
		t.Fatalf("%+v", got)
	}
	for i, w := range want {
		if !strings.Contains(got[i].Summary, w) || got[i].Range.Start.Line != []int{4, 10, 10}[i] || (got[i].Severity == diag.Error) != (i == 0) {
			t.Errorf("%d: %+v", i, got[i])
		}
	}
	if own := unspoken(batch, true); len(own) != 2 {
		t.Errorf("with voices of one's own: %+v", own)
	}
}

// Names that are no languages and that were probably meant to be styles are named where
// they stand; a style in words of its own is no mistake.
func TestUnknownLanguagesAndStylesAreNamed(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "videos.yaml")
	write(t, path, `version: 1
brands:
  acme: {style: cinematics}
videos:
  - {key: a, duration: 30, language: grman, style: minmal, positivePrompt: Tea is ready.}
  - {key: b, duration: 30, language: German, style: "dark and moody, serif type", positivePrompt: Tea is ready.}
  - {key: c, duration: 30, language: klingon, style: cyberpunk, positivePrompt: Tea is ready.}
  - {key: d, duration: 30, language: pt-BR, style: Flat Design, positivePrompt: Tea is ready.}
  - {key: e, duration: 30, language: zh-TW, brand: acme, positivePrompt: Tea is ready.}
  - {key: f, duration: 30, language: nb-NO, positivePrompt: Tea is ready.}
`)
	batch, found, err := manifest.Load(t.Context(), []string{path}, manifest.Options{})
	if err != nil || found.HasErrors() {
		t.Fatal(found, err)
	}
	var got []string
	for _, d := range unspoken(batch, false).Sort() {
		if d.Severity != diag.Warning {
			t.Errorf("%+v", d)
		}
		got = append(got, fmt.Sprintf("%d:%d %s", d.Range.Start.Line, d.Range.Start.Col, d.Summary))
	}
	want := []string{
		`3:17 style "cinematics" is no preset; did you mean cinematic?`,
		`5:38 no voice here speaks "grman"; did you mean de (German)?`,
		`5:52 style "minmal" is no preset; did you mean minimal?`,
		`6:38 no voice here speaks "German"; did you mean de?`,
		`7:38 no voice here speaks "klingon": a language is written like en, de or pt-BR`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
