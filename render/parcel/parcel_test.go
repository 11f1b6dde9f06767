package parcel_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/disk"
	"gitops.video/render/render/parcel"
	"gitops.video/render/render/wire"
)

// folder writes files and opens them as the manifest's folder.
func folder(t *testing.T, files map[string]string) (string, render.Files) {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	d, err := disk.Open(dir, "videos", disk.OpenHashes(dir, time.Now))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return dir, d.Files()
}

var tree = map[string]string{
	"brand/logo.svg": "<svg/>", "brand/a.ttf": "A", "brand/b.ttf": "B",
	"voice.wav": "wav", "bed.mp3": "mp3", "facts/a.md": "# A", "facts/b.csv": "x,y",
	"pics/one.jpg": "1", "pics/two.png": "2", "pics/tags.yaml": "one.jpg: [sea]", "pics/.hidden.png": "h",
	"solo.jpg": "solo", "solo.txt": "harbour at night", "me.png": "me", "unused.png": "u",
	"board.yaml": "storyboard: 1", "own/logo.png": "l",
}

// whole sets every field of a spec, so that one that is forgotten on the way fails
// the test, and so does one that is added to the manifest later.
func whole() manifest.Spec {
	yes := true
	return manifest.Spec{
		Model: "heygen:video-agent@0", PositivePrompt: "Say hello.", Width: 1280, Height: 720, Duration: 30,
		OutputType: "URL", OutputFormat: "MP4", OutputQuality: 90, NumberResults: 2,
		Inputs: &manifest.Inputs{Image: "./me.png", Avatar: "ada"}, WebhookURL: "https://h.example/", UploadEndpoint: "https://u.example/",
		DeliveryMethod: "async", Safety: &manifest.Safety{CheckContent: &yes, Mode: "fast"}, TTL: 60, IncludeCost: &yes,
		Brand: &manifest.Brand{Name: "acme", Logo: "brand/logo.svg", Colors: map[string]string{"primary": "#112233"},
			Font: &manifest.BrandFont{Heading: "A", Body: "B", Files: []string{"brand/*.ttf"}}, Style: "bold", LowerThird: &yes, Watermark: "logo"},
		Language: "de", Voice: &manifest.Voice{Name: "maya", Gender: "female", Pace: 1.1, Sample: "voice.wav", Consent: "given"},
		Style: "calm", Captions: &manifest.Captions{Mode: "word"}, Music: &manifest.Music{Mood: "warm", File: "bed.mp3", Off: true, Loudness: -18},
		Context: []string{"facts"}, Assets: []manifest.Asset{{Path: "pics", Tags: []string{"sea"}}, {Path: "solo.jpg"}},
		Storyboard: "board.yaml", Edits: []string{"shorter"}, Fit: "trim", Pronounce: map[string]string{"SQL": "sequel"},
		Mentions: []string{"own/logo.png", "solo.txt"},
	}
}

// task is what a client sends for a spec, once over the wire.
func task(t *testing.T, s manifest.Spec, x *wire.Extension) wire.Task {
	t.Helper()
	sent := wire.Task{
		TaskType: wire.TypeVideoInference, Model: s.Model, PositivePrompt: s.PositivePrompt, Width: s.Width, Height: s.Height, Duration: s.Duration,
		OutputType: s.OutputType, OutputFormat: s.OutputFormat, OutputQuality: s.OutputQuality, NumberResults: s.NumberResults,
		WebhookURL: s.WebhookURL, UploadEndpoint: s.UploadEndpoint, DeliveryMethod: s.DeliveryMethod, TTL: s.TTL, IncludeCost: s.IncludeCost, Render: x,
	}
	if s.Safety != nil {
		sent.Safety = &wire.Safety{CheckContent: s.Safety.CheckContent, Mode: s.Safety.Mode}
	}
	if s.Inputs != nil {
		sent.Inputs = &wire.Inputs{Avatar: s.Inputs.Avatar}
	}
	body, err := wire.Encode(sent)
	if err != nil {
		t.Fatal(err)
	}
	var got []wire.Task
	d := json.NewDecoder(bytes.NewReader(body))
	d.DisallowUnknownFields()
	if err := d.Decode(&got); err != nil {
		t.Fatal(err)
	}
	return got[0]
}

func TestEveryFieldArrives(t *testing.T) {
	t.Parallel()
	spec := whole()
	for i, v := 0, reflect.ValueOf(spec); i < v.NumField(); i++ {
		if v.Field(i).IsZero() {
			t.Errorf("the test leaves out %s", v.Type().Field(i).Name)
		}
	}
	_, files := folder(t, tree)
	for name, s := range map[string]manifest.Spec{"whole": spec, "bare": {Model: spec.Model, PositivePrompt: "Hi."}, "empty inputs": {PositivePrompt: "Hi.", Inputs: &manifest.Inputs{}}} {
		x, err := parcel.Pack(s, files)
		if err != nil {
			t.Fatal(err)
		}
		got, err := parcel.Unpack(task(t, s, x))
		if err != nil {
			t.Fatal(err)
		}
		s.Mentions = nil // found anew where a manifest is read; here they are among the files
		if !reflect.DeepEqual(got, s) {
			t.Errorf("%s:\n got %+v\nwant %+v", name, got, s)
		}
	}
}

func TestFilesTravel(t *testing.T) {
	t.Parallel()
	_, files := folder(t, tree)
	x, err := parcel.Pack(whole(), files)
	if err != nil {
		t.Fatal(err)
	}
	want := "board.yaml bed.mp3 brand/a.ttf brand/b.ttf brand/logo.svg facts/a.md facts/b.csv me.png own/logo.png " +
		"pics/one.jpg pics/tags.yaml pics/two.png solo.jpg solo.txt voice.wav"
	if got := parcel.Names(x); !sameWords(got, strings.Fields(want)) {
		t.Errorf("files\n got %s\nwant %s", strings.Join(got, " "), want)
	}
	copied := map[string]string{}
	for name, sum := range x.Files {
		if got := sha256.Sum256([]byte(tree[name])); hex.EncodeToString(got[:]) != sum {
			t.Errorf("%s has the hash %s", name, sum)
		}
		copied[name] = tree[name]
	}
	_, there := folder(t, copied)
	// The copy stands for the same task as the original.
	a, err := render.NewTask(whole(), "local", files)
	if err != nil {
		t.Fatal(err)
	}
	b, err := render.NewTask(whole(), "local", there)
	if err != nil {
		t.Fatal(err)
	}
	if a.Digest != b.Digest {
		t.Errorf("other digest:\n%s\n%s", a.Document, b.Document)
	}
}

func sameWords(a, b []string) bool {
	in := map[string]int{}
	for _, s := range a {
		in[s]++
	}
	for _, s := range b {
		in[s]--
	}
	for _, n := range in {
		if n != 0 {
			return false
		}
	}
	return true
}

func TestPackSaysWhichFileIsMissing(t *testing.T) {
	t.Parallel()
	_, files := folder(t, tree)
	for field, s := range map[string]manifest.Spec{
		"brand.logo": {Brand: &manifest.Brand{Logo: "gone.svg"}},
		"storyboard": {Storyboard: "gone.yaml"},
		"assets":     {Assets: []manifest.Asset{{Path: "gone"}}},
	} {
		_, err := parcel.Pack(s, files)
		f, ok := errors.AsType[*render.FileError](err)
		if !ok || f.Field != field || !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %v", field, err)
		}
	}
}

func TestUnpackRefuses(t *testing.T) {
	t.Parallel()
	sum := strings.Repeat("a", 64)
	many := map[string]string{}
	for i := range parcel.MaxFiles + 1 {
		many[fmt.Sprint(i)] = sum
	}
	for name, tc := range map[string]struct {
		x    wire.Extension
		want string
	}{
		"version 0":        {wire.Extension{}, "render.version"},
		"version 2":        {wire.Extension{Version: 2}, "render.version"},
		"unknown field":    {wire.Extension{Version: 1, Spec: json.RawMessage(`{"stile":"calm"}`)}, "render.spec"},
		"not an object":    {wire.Extension{Version: 1, Spec: json.RawMessage(`[1]`)}, "render.spec"},
		"the task's own":   {wire.Extension{Version: 1, Spec: json.RawMessage(`{"duration":300}`)}, "repeats"},
		"a prompt":         {wire.Extension{Version: 1, Spec: json.RawMessage(`{"positivePrompt":"x"}`)}, "repeats"},
		"avatar":           {wire.Extension{Version: 1, Spec: json.RawMessage(`{"inputs":{"avatar":"x"}}`)}, "repeats"},
		"image elsewhere":  {wire.Extension{Version: 1, Spec: json.RawMessage(`{"inputs":{"image":"/etc/passwd"}}`)}, "inputs.image"},
		"absolute":         {wire.Extension{Version: 1, Files: map[string]string{"/etc/passwd": sum}}, "render.files"},
		"upwards":          {wire.Extension{Version: 1, Files: map[string]string{"../x": sum}}, "render.files"},
		"upwards inside":   {wire.Extension{Version: 1, Files: map[string]string{"a/../../x": sum}}, "render.files"},
		"backslash":        {wire.Extension{Version: 1, Files: map[string]string{`..\x`: sum}}, "render.files"},
		"zero byte":        {wire.Extension{Version: 1, Files: map[string]string{"a\x00b": sum}}, "render.files"},
		"the folder":       {wire.Extension{Version: 1, Files: map[string]string{".": sum}}, "render.files"},
		"no hash":          {wire.Extension{Version: 1, Files: map[string]string{"a": "../../x"}}, "SHA-256"},
		"upper-case hash":  {wire.Extension{Version: 1, Files: map[string]string{"a": strings.ToUpper(sum)}}, "SHA-256"},
		"file and folder":  {wire.Extension{Version: 1, Files: map[string]string{"a": sum, "a/b/c": sum}}, "a file and a folder"},
		"too many to hold": {wire.Extension{Version: 1, Files: many}, "more than"},
	} {
		if _, err := parcel.Unpack(wire.Task{Render: &tc.x}); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: %v, want it to speak of %s", name, err, tc.want)
		}
	}
}
