package schema

import (
	"strings"
	"testing"
)

func TestEverySchemaCompilesAndPrints(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"manifest", "lock", "task", "storyboard"} {
		s, err := ByName(name)
		if err != nil {
			t.Fatal(err)
		}
		if b := s.JSON(); !strings.Contains(string(b), "draft/2020-12") {
			t.Errorf("%s: no draft", name)
		}
	}
	Entry()
	if _, err := ByName("video"); err == nil {
		t.Error("an unknown name has a schema")
	}
}

func TestTaskViolations(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("é", 10001)
	tests := []struct {
		name string
		task map[string]any
		want []string // pointer: summary
	}{
		{"fine", map[string]any{"positivePrompt": "x", "duration": 5, "width": 1920, "height": 1080}, nil},
		{"no prompt", map[string]any{}, []string{": positivePrompt is missing"}},
		{"empty prompt", map[string]any{"positivePrompt": ""}, []string{"/positivePrompt: positivePrompt is empty"}},
		{"blank prompt", map[string]any{"positivePrompt": " \n"}, []string{"/positivePrompt: positivePrompt is blank"}},
		{"longest prompt", map[string]any{"positivePrompt": long[:20000]}, nil},
		{"long prompt", map[string]any{"positivePrompt": long}, []string{"/positivePrompt: positivePrompt has 10,001 characters, the most is 10,000"}},
		{"short", map[string]any{"positivePrompt": "x", "duration": 4}, []string{"/duration: duration is 4, the least is 5"}},
		{"all at once", map[string]any{"positivePrompt": "x", "duration": 301, "outputQuality": 100, "numberResults": 5, "ttl": 59}, []string{
			"/duration: duration is 301, the most is 300", "/numberResults: numberResults is 5, the most is 4",
			"/outputQuality: outputQuality is 100, the most is 99", "/ttl: ttl is 59, the least is 60",
		}},
		{"text for a number", map[string]any{"positivePrompt": "x", "duration": "30s"}, []string{`/duration: duration is the text "30s", it must be a whole number`}},
		{"odd", map[string]any{"positivePrompt": "x", "width": 1081, "height": 1920}, []string{"/width: width is 1081, it must be even"}},
		{"one side", map[string]any{"positivePrompt": "x", "width": 1080}, []string{"/width: width and height belong together"}},
		{"format", map[string]any{"positivePrompt": "x", "outputFormat": "AVI"}, []string{`/outputFormat: outputFormat is the text "AVI", it must be MP4, WEBM or MOV`}},
		{"both presenters", map[string]any{"positivePrompt": "x", "inputs": map[string]any{"image": "a.png", "avatar": "ada"}}, []string{"/inputs/image: image and avatar cannot both be given"}},
		{"upload of several", map[string]any{"positivePrompt": "x", "numberResults": 2, "uploadEndpoint": "https://x.example/a"}, []string{"/uploadEndpoint: uploadEndpoint takes one file, but numberResults asks for several"}},
		{"unknown", map[string]any{"positivePrompt": "x", "durration": 5, "safety": map[string]any{"mod": 1}}, []string{
			`/durration: there is no field "durration"`, `/safety/mod: there is no field "mod" in safety`}},
		{"colour", map[string]any{"positivePrompt": "x", "brand": map[string]any{"colors": map[string]any{"primary": "blue"}}}, []string{
			"/brand/colors/primary: a colour is written as #RRGGBB"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, v := range Task().Validate(tt.task) {
				got = append(got, v.Pointer+": "+v.Summary)
			}
			if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(tt.want, "\n  "))
			}
		})
	}
}

func TestManifestTemplates(t *testing.T) {
	t.Parallel()
	entry := func(kv ...any) map[string]any {
		m := map[string]any{"key": "a", "positivePrompt": "x"}
		for i := 0; i < len(kv); i += 2 {
			m[kv[i].(string)] = kv[i+1]
		}
		return m
	}
	tests := []struct {
		name string
		doc  map[string]any
		want string
	}{
		{"template for a number", entry("width", "{{ .row.w }}"), ""},
		{"text for a number", entry("width", "wide"), `/width: width is the text "wide", it must be a whole number`},
		{"too big", entry("duration", 400), "/duration: duration is 400, the most is 300"},
		{"short forms", entry("voice", "jenny", "captions", false, "music", "none", "context", "a.md", "assets", []any{"broll"}, "brand", "acme"), ""},
		{"null takes away", entry("brand", nil, "width", nil), ""},
		{"bad inside", entry("voice", map[string]any{"pace": 3}), "/voice/pace: voice.pace is 3, the most is 1.25"},
		{"key", entry("key", "Launch"), "/key: a key is 1 to 128 of a-z, 0-9, dot, dash and underscore, and begins with a letter or digit"},
		{"control typo", entry("matrx", map[string]any{}), `/matrx: there is no field "matrx"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, v := range Entry().Validate(tt.doc) {
				got = append(got, v.Pointer+": "+v.Summary)
			}
			if strings.Join(got, "\n") != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
