package render_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/gowebpki/jcs"
	"pgregory.net/rapid"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
)

// tree is a folder of files: path → hash of the content.
type tree map[string]string

func (f tree) Hash(name string) (string, error) {
	if sum, ok := f[name]; ok {
		return sum, nil
	}
	return "", fs.ErrNotExist
}

func (f tree) Expand(pattern string) ([]string, error) {
	var names []string
	for name := range f {
		if ok, _ := path.Match(pattern, name); ok || strings.HasPrefix(name, pattern+"/") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names, nil
}

func fullSpec() (manifest.Spec, tree) {
	yes := true
	return manifest.Spec{
		Model: "heygen:video-agent@0", PositivePrompt: "Hello", Width: 1920, Height: 1080, Duration: 30,
		OutputFormat: "WEBM", OutputQuality: 90, NumberResults: 2, Inputs: &manifest.Inputs{Image: "img/ada.png"},
		Safety: &manifest.Safety{Mode: "fast"}, WebhookURL: "https://a.example", UploadEndpoint: "https://b.example", TTL: 60, IncludeCost: &yes,
		Brand: &manifest.Brand{Name: "acme", Logo: "brand/logo.svg", Colors: map[string]string{"primary": "#111111", "accent": "#222222"},
			Font: &manifest.BrandFont{Heading: "Inter", Files: []string{"brand/*.ttf"}}, Style: "bold", LowerThird: &yes, Watermark: "logo"},
		Language: "en", Voice: &manifest.Voice{Name: "ada", Pace: 1.1, Sample: "voice.wav"}, Style: "cinematic",
		Captions: &manifest.Captions{Mode: "word"}, Music: &manifest.Music{File: "bed.mp3"}, Context: []string{"facts.md"},
		Assets: []manifest.Asset{{Path: "broll", Tags: []string{"city"}}}, Storyboard: "board.yaml", Edits: []string{"slower"}, Fit: "trim",
		Pronounce: map[string]string{"Acme": "ack mee"},
	}, tree{"img/ada.png": "01", "brand/logo.svg": "02", "brand/a.ttf": "03", "voice.wav": "04", "bed.mp3": "05", "facts.md": "06", "broll/a.mp4": "07", "board.yaml": "08"}
}

func taskOf(t failer, spec manifest.Spec, files tree, provider string) render.Task {
	t.Helper()
	task, err := render.NewTask(spec, provider, files)
	if err != nil {
		t.Fatalf("task: %v", err)
	}
	return task
}

// TestDigest goes through the table of what re-renders, row by row.
func TestDigest(t *testing.T) {
	t.Parallel()
	type change = func(s *manifest.Spec, f tree)
	no := false
	rows := map[string]change{
		"model":                  func(s *manifest.Spec, _ tree) { s.Model = "other:model@1" },
		"prompt":                 func(s *manifest.Spec, _ tree) { s.PositivePrompt += "." },
		"width":                  func(s *manifest.Spec, _ tree) { s.Width = 1280 },
		"height":                 func(s *manifest.Spec, _ tree) { s.Height = 720 },
		"duration":               func(s *manifest.Spec, _ tree) { s.Duration++ },
		"format":                 func(s *manifest.Spec, _ tree) { s.OutputFormat = "MOV" },
		"quality":                func(s *manifest.Spec, _ tree) { s.OutputQuality-- },
		"number of results":      func(s *manifest.Spec, _ tree) { s.NumberResults = 3 },
		"image bytes":            func(_ *manifest.Spec, f tree) { f["img/ada.png"] = "ff" },
		"avatar for image":       func(s *manifest.Spec, _ tree) { s.Inputs = &manifest.Inputs{Avatar: "ada"} },
		"safety mode":            func(s *manifest.Spec, _ tree) { s.Safety = &manifest.Safety{Mode: "full"} },
		"brand name":             func(s *manifest.Spec, _ tree) { s.Brand.Name = "other" },
		"logo bytes":             func(_ *manifest.Spec, f tree) { f["brand/logo.svg"] = "ff" },
		"brand colour":           func(s *manifest.Spec, _ tree) { s.Brand.Colors["accent"] = "#333333" },
		"brand font":             func(s *manifest.Spec, _ tree) { s.Brand.Font.Heading = "Lato" },
		"font bytes":             func(_ *manifest.Spec, f tree) { f["brand/a.ttf"] = "ff" },
		"another font file":      func(_ *manifest.Spec, f tree) { f["brand/b.ttf"] = "09" },
		"brand style":            func(s *manifest.Spec, _ tree) { s.Brand.Style = "quiet" },
		"lower third":            func(s *manifest.Spec, _ tree) { s.Brand.LowerThird = &no },
		"watermark":              func(s *manifest.Spec, _ tree) { s.Brand.Watermark = "ACME" },
		"language":               func(s *manifest.Spec, _ tree) { s.Language = "de" },
		"voice":                  func(s *manifest.Spec, _ tree) { s.Voice.Name = "ben" },
		"pace":                   func(s *manifest.Spec, _ tree) { s.Voice.Pace = 0.9 },
		"voice sample":           func(_ *manifest.Spec, f tree) { f["voice.wav"] = "ff" },
		"style":                  func(s *manifest.Spec, _ tree) { s.Style = "print" },
		"captions":               func(s *manifest.Spec, _ tree) { s.Captions.Mode = "off" },
		"music bytes":            func(_ *manifest.Spec, f tree) { f["bed.mp3"] = "ff" },
		"music off":              func(s *manifest.Spec, _ tree) { s.Music = &manifest.Music{Off: true} },
		"context bytes":          func(_ *manifest.Spec, f tree) { f["facts.md"] = "ff" },
		"asset bytes":            func(_ *manifest.Spec, f tree) { f["broll/a.mp4"] = "ff" },
		"another asset":          func(_ *manifest.Spec, f tree) { f["broll/b.mp4"] = "09" },
		"asset's name":           func(_ *manifest.Spec, f tree) { f["broll/z.mp4"] = f["broll/a.mp4"]; delete(f, "broll/a.mp4") },
		"asset's tags":           func(s *manifest.Spec, _ tree) { s.Assets[0].Tags = []string{"sea"} },
		"storyboard bytes":       func(_ *manifest.Spec, f tree) { f["board.yaml"] = "ff" },
		"a mentioned file":       func(s *manifest.Spec, f tree) { s.Mentions, f["clips/x.mp4"] = []string{"clips/x.mp4"}, "09" },
		"its bytes":              func(s *manifest.Spec, f tree) { s.Mentions, f["clips/x.mp4"] = []string{"clips/x.mp4"}, "0a" },
		"edits":                  func(s *manifest.Spec, _ tree) { s.Edits = append(s.Edits, "louder") },
		"fit":                    func(s *manifest.Spec, _ tree) { s.Fit = "extend" },
		"pronunciation":          func(s *manifest.Spec, _ tree) { s.Pronounce["Acme"] = "ak me" },
		"= uploadEndpoint":       func(s *manifest.Spec, _ tree) { s.UploadEndpoint = "" },
		"= webhookURL":           func(s *manifest.Spec, _ tree) { s.WebhookURL = "https://other.example" },
		"= ttl":                  func(s *manifest.Spec, _ tree) { s.TTL = 600 },
		"= includeCost":          func(s *manifest.Spec, _ tree) { s.IncludeCost = nil },
		"= deliveryMethod":       func(s *manifest.Spec, _ tree) { s.DeliveryMethod = "async" },
		"= outputType":           func(s *manifest.Spec, _ tree) { s.OutputType = "URL" },
		"= consent":              func(s *manifest.Spec, _ tree) { s.Voice.Consent = "given" },
		"= the image's path":     func(s *manifest.Spec, f tree) { s.Inputs.Image, f["b.png"] = "b.png", f["img/ada.png"] },
		"= the logo's path":      func(s *manifest.Spec, f tree) { s.Brand.Logo, f["l.svg"] = "l.svg", f["brand/logo.svg"] },
		"= a file of no account": func(_ *manifest.Spec, f tree) { f["README.md"] = "ff" },
		"= safety the long way":  func(s *manifest.Spec, _ tree) { yes := true; s.Safety = &manifest.Safety{CheckContent: &yes} },
	}
	spec, files := fullSpec()
	base := taskOf(t, spec, files, "local")
	seen := map[string]string{base.Digest: "the base"}
	for _, name := range slices.Sorted(maps.Keys(rows)) {
		spec, files := fullSpec()
		rows[name](&spec, files)
		got := taskOf(t, spec, files, "local")
		if strings.HasPrefix(name, "= ") {
			if got.Digest != base.Digest {
				t.Errorf("%s changes the digest:\n%s\n%s", name, base.Document, got.Document)
			}
			continue
		}
		if other, dup := seen[got.Digest]; dup {
			t.Errorf("%s gives the digest of %s", name, other)
		}
		seen[got.Digest] = name
	}
	if taskOf(t, spec, files, "runware").Digest == base.Digest {
		t.Error("another provider gives the same digest")
	}
}

// TestDigestDefaults: a field at its documented default counts as one left out.
func TestDigestDefaults(t *testing.T) {
	t.Parallel()
	no := false
	silent := manifest.Spec{Model: "m", PositivePrompt: "p"}
	spoken := manifest.Spec{Model: "m", PositivePrompt: "p", OutputFormat: "MP4", OutputQuality: 95, NumberResults: 1,
		Safety: &manifest.Safety{CheckContent: &no, Mode: "none"}, Voice: &manifest.Voice{Pace: 1}, Inputs: &manifest.Inputs{}, Captions: &manifest.Captions{}, Music: &manifest.Music{}}
	if a, b := taskOf(t, silent, nil, "local"), taskOf(t, spoken, nil, "local"); a.Digest != b.Digest {
		t.Errorf("%s\n%s", a.Document, b.Document)
	}
}

// TestDigestPinned: a change of these would render every video of every user again.
func TestDigestPinned(t *testing.T) {
	t.Parallel()
	spec, files := fullSpec()
	if got, want := taskOf(t, spec, files, "local").Digest, "sha256:c5a1db0f39079b2f8b99bd32d1b9a72f820881df9cc200ef6ab41439652ab6d3"; got != want {
		t.Errorf("the recipe changed without a new render.Recipe: %s", got)
	}
	if got, want := render.TaskUUID("6f1c0e52-0000-4000-8000-000000000000", "a", "sha256:00", 1), "300a9e2b-ecd8-4a63-b24f-c124ffc99278"; got != want {
		t.Errorf("task identities changed: %s", got)
	}
	if render.TaskUUID("p", "ab", "c", 1) == render.TaskUUID("p", "a", "bc", 1) {
		t.Error("two tasks share an identity")
	}
}

// TestCanonical compares our encoder with a reference of RFC 8785 on random tasks.
func TestCanonical(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		spec := manifest.Spec{PositivePrompt: rapid.String().Draw(t, "prompt"), Model: rapid.StringN(0, 5, -1).Draw(t, "model"), Width: rapid.IntRange(0, 1<<40).Draw(t, "width"),
			Pronounce: rapid.MapOf(rapid.String(), rapid.String()).Draw(t, "pronounce"), Voice: &manifest.Voice{Pace: rapid.Float64Range(0, 1e22).Draw(t, "pace")}}
		doc := taskOf(t, spec, nil, "local").Document
		want, err := jcs.Transform(doc)
		if err != nil {
			t.Fatalf("%v: %s", err, doc)
		}
		if !bytes.Equal(doc, want) {
			t.Fatalf("got  %q\nwant %q", doc, want)
		}
		if !json.Valid(doc) {
			t.Fatalf("not JSON: %q", doc)
		}
	})
}

func TestMissingFile(t *testing.T) {
	t.Parallel()
	spec, files := fullSpec()
	delete(files, "brand/logo.svg")
	_, err := render.NewTask(spec, "local", files)
	if want := `brand.logo: there is no file "brand/logo.svg" in the manifest's folder`; err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
	inline := manifest.Spec{PositivePrompt: "p", Inputs: &manifest.Inputs{Image: "data:image/png;base64," + strings.Repeat("QUJD", 1000)}}
	if doc := taskOf(t, inline, nil, "local").Document; len(doc) > 300 {
		t.Errorf("inline image data is in the record: %d bytes", len(doc))
	}
}

func BenchmarkDigest(b *testing.B) {
	spec := manifest.Spec{Model: "heygen:video-agent@0", PositivePrompt: strings.Repeat("Explain the product. ", 20), Width: 1920, Height: 1080, Duration: 30}
	for b.Loop() {
		if _, err := render.NewTask(spec, "local", nil); err != nil {
			b.Fatal(err)
		}
	}
}
