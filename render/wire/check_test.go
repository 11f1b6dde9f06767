package wire_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gitops.video/render/render/wire"
)

var rules = wire.Rules{
	Models: []string{"heygen:video-agent@0"}, Avatars: []string{"maya", "june"}, Extension: true,
	Avatar: func(id string) bool { return id == "maya" || id == "june" || strings.Contains(id, "_public") },
}

// video is a whole task with the given fields over it; "" takes a field away.
func video(over map[string]string) string {
	f := map[string]string{"taskType": `"videoInference"`, "taskUUID": `"` + uuid + `"`, "model": `"heygen:video-agent@0"`, "positivePrompt": `"Explain tides."`}
	for k, v := range over {
		f[k] = v
	}
	var parts []string
	for k, v := range f {
		if v != "" {
			parts = append(parts, fmt.Sprintf("%q:%s", k, v))
		}
	}
	return "[{" + strings.Join(parts, ",") + "}]"
}

func check(t *testing.T, body string) (wire.Task, []wire.Error) {
	t.Helper()
	asked, e := wire.Split([]byte(body), 10)
	if e != nil {
		t.Fatalf("Split(%s): %s", body, e.Message)
	}
	return rules.Check(asked[0])
}

func TestCheckAccepts(t *testing.T) {
	t.Parallel()
	for _, over := range []map[string]string{
		{},
		{"width": "1280", "height": "720", "duration": "30", "outputType": `"URL"`, "outputFormat": `"WEBM"`, "outputQuality": "20",
			"webhookURL": `"https://example.com/h?token=1"`, "deliveryMethod": `"async"`, "uploadEndpoint": `"https://b.example/x.mp4?X-Amz-Signature=a"`,
			"safety": `{"checkContent":true,"mode":"full"}`, "ttl": "60", "includeCost": "true", "numberResults": "4", "inputs": `{"avatar":"maya"}`},
		{"outputType": `["URL"]`}, {"duration": "3e1"}, {"duration": "30.0"}, {"ttl": "null"}, {"webhookURL": "null"},
		{"inputs": `{"image":"https://example.com/a.png"}`}, {"inputs": `{}`}, {"inputs": `{"avatar":"Annie_Office_Standing_Front_public"}`},
		{"taskUUID": `"` + strings.ToUpper(uuid) + `"`},
		{"positivePrompt": `"` + strings.Repeat("ü", 10000) + `"`},
		{"render": `{"version":1,"spec":{"style":"bold"},"files":{"brand/logo.svg":"` + strings.Repeat("ab", 32) + `"}}`},
	} {
		if _, errs := check(t, video(over)); len(errs) > 0 {
			t.Errorf("%v: %+v", over, errs)
		}
	}
	task, _ := check(t, video(map[string]string{"outputType": `["URL"]`, "duration": "3e1", "inputs": `{"avatar":"june"}`, "ttl": "90"}))
	if task.OutputType != "URL" || task.Duration != 30 || task.Inputs.Avatar != "june" || task.TTL != 90 || task.PositivePrompt != "Explain tides." {
		t.Errorf("read as %+v", task)
	}
}

// TestCheckRefuses names the code, the parameter and what else the error must hold.
func TestCheckRefuses(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ field, value, code, holds string }{
		{"taskType", "", "missingTaskType", "Missing required parameter 'taskType'"},
		{"taskType", "7", "invalidTaskType", ""},
		{"taskType", `"imageInference"`, "unsupportedTaskType", `"allowedValues"`},
		{"taskUUID", "", "missingTaskUUID", "Missing required"},
		{"taskUUID", `"8d3c0b0a-6a0e-1d0c-9f0e-3f2b7f1a1c11"`, "invalidTaskUUID", "UUID v4"},
		{"taskUUID", `"x"`, "invalidTaskUUID", "UUID v4"},
		{"taskUUID", `5`, "invalidTaskUUID", "UUID v4"},
		{"model", "", "missingModel", ""},
		{"model", `"klingai:5@3"`, "invalidModel", `"allowedValues":["heygen:video-agent@0"]`},
		{"positivePrompt", "", "missingPositivePrompt", ""},
		{"positivePrompt", `""`, "invalidPositivePromptLength", `"min":1,"max":10000`},
		{"positivePrompt", `"  \n"`, "invalidPositivePromptLength", ""},
		{"positivePrompt", `"` + strings.Repeat("a", 10001) + `"`, "invalidPositivePromptLength", "1 to 10000 characters"},
		{"positivePrompt", `["a"]`, "invalidPositivePromptLength", `"type":"string"`},
		{"outputType", `"base64Data"`, "invalidOutputType", `"allowedValues":["URL"]`},
		{"outputType", `["URL","dataURI"]`, "invalidOutputType", ""},
		{"outputFormat", `"mp4"`, "invalidOutputFormat", `"allowedValues":["MP4","WEBM","MOV"]`},
		{"outputFormat", `"GIF"`, "invalidOutputFormat", "Must be one of: MP4, WEBM, MOV."},
		{"outputQuality", "19", "invalidOutputQuality", `"min":20,"max":99`},
		{"outputQuality", "100", "invalidOutputQuality", "between 20 and 99"},
		{"outputQuality", `"95"`, "invalidOutputQuality", `"type":"integer"`},
		{"outputQuality", "95.5", "invalidOutputQuality", ""},
		{"webhookURL", `"ftp://example.com"`, "invalidWebhookURL", "https://"},
		{"webhookURL", `"javascript:alert(1)"`, "invalidWebhookURL", ""},
		{"webhookURL", `"http:///x"`, "invalidWebhookURL", ""},
		{"uploadEndpoint", `"/relative"`, "invalidUploadEndpoint", ""},
		{"uploadEndpoint", `true`, "invalidUploadEndpoint", ""},
		{"deliveryMethod", `"sync"`, "invalidDeliveryMethod", `"allowedValues":["async"]`},
		{"safety", `"fast"`, "invalidSafety", `"type":"object"`},
		{"safety", `{"checkContent":"yes"}`, "invalidSafetyCheckContent", `"parameter":"safety.checkContent"`},
		{"safety", `{"mode":"slow"}`, "invalidSafetyMode", `"allowedValues":["none","fast","full"]`},
		{"safety", `{"level":3}`, "unsupportedParameter", `"parameter":"safety.level"`},
		{"ttl", "59", "invalidTtl", `"min":60`},
		{"ttl", "1e300", "invalidTtl", ""},
		{"includeCost", `"true"`, "invalidIncludeCost", `"type":"boolean"`},
		{"numberResults", "0", "invalidNumberResults", `"min":1,"max":4`},
		{"numberResults", "5", "invalidNumberResults", "between 1 and 4"},
		{"inputs", `[]`, "invalidInputs", ""},
		{"inputs", `{"image":""}`, "invalidInputsImage", ""},
		{"inputs", `{"avatar":"nobody"}`, "invalidInputsAvatar", `"allowedValues":["maya","june"]`},
		{"inputs", `{"image":"https://e.com/a.png","avatar":"maya"}`, "incompatibleParameters", `"parameter":["inputs.image","inputs.avatar"]`},
		{"inputs", `{"frameImages":[]}`, "unsupportedParameter", `inputs.frameImages`},
		{"width", "1280", "incompatibleParameters", `"parameter":["width","height"]`},
		{"width", "1281", "invalidWidth", `"multiplier":2`},
		{"height", "8000", "invalidHeight", `"min":128,"max":4096`},
		{"duration", "4", "unsupportedDuration", `"min":5,"max":300`},
		{"duration", "301", "unsupportedDuration", "Must be an integer between 5 and 300."},
		{"duration", "30.5", "unsupportedDuration", ""},
		{"seed", "1", "unsupportedParameter", "not supported for the model heygen:video-agent@0"},
		{"Duration", "30", "unsupportedParameter", "'Duration'"}, // names are compared exactly
		{"fps", "null", "unsupportedParameter", ""},
		{"render", `{"version":2,"spec":{}}`, "invalidRenderVersion", ""},
	} {
		_, errs := check(t, video(map[string]string{tt.field: tt.value}))
		if len(errs) != 1 {
			t.Errorf("%s=%.60s: %d errors: %+v", tt.field, tt.value, len(errs), errs)
			continue
		}
		text := string(wire.Answer{Errors: errs}.JSON())
		if errs[0].Code != tt.code || !strings.Contains(text, tt.holds) {
			t.Errorf("%s=%.60s: want %s with %s, got %s", tt.field, tt.value, tt.code, tt.holds, text)
		}
		if tt.field != "taskUUID" && errs[0].TaskUUID != uuid {
			t.Errorf("%s: the error names no task: %s", tt.field, text)
		}
	}
}

func TestCheckTellsAllAtOnce(t *testing.T) {
	t.Parallel()
	_, errs := check(t, video(map[string]string{"positivePrompt": "", "duration": "1", "seed": "4", "ttl": "3"}))
	if len(errs) != 4 {
		t.Errorf("%d errors, want 4: %+v", len(errs), errs)
	}
	noExtension := rules
	noExtension.Extension = false
	asked, _ := wire.Split([]byte(video(map[string]string{"render": `{"version":1,"spec":{}}`})), 1)
	if _, errs := noExtension.Check(asked[0]); len(errs) != 1 || errs[0].Code != "unsupportedParameter" {
		t.Errorf("a server without the extension must not read it: %+v", errs)
	}
}

func TestOtherTasks(t *testing.T) {
	t.Parallel()
	id := `"taskUUID":"` + uuid + `"`
	for body, want := range map[string]string{
		`{"taskType":"getResponse",` + id + `}`:                                                     "",
		`{"taskType":"getResponse"}`:                                                                "missingTaskUUID",
		`{"taskType":"getResponse","taskUUID":["a"]}`:                                               "invalidTaskUUID",
		`{"taskType":"getResponse",` + id + `,"x":1}`:                                               "unsupportedParameter",
		`{"taskType":"ping","ping":true}`:                                                           "",
		`{"taskType":"ping"}`:                                                                       "",
		`{"taskType":"authentication","apiKey":"k"}`:                                                "",
		`{"taskType":"authentication"}`:                                                             "missingApiKey",
		`{"taskType":"authentication","apiKey":"k","connectionSessionUUID":"zz"}`:                   "invalidConnectionSessionUUID",
		`{"taskType":"mediaStorage",` + id + `,"operation":"upload","media":"aGVsbG8="}`:            "",
		`{"taskType":"mediaStorage",` + id + `,"operation":"upload"}`:                               "missingMedia",
		`{"taskType":"mediaStorage",` + id + `,"operation":"delete"}`:                               "missingMediaUUID",
		`{"taskType":"mediaStorage",` + id + `,"operation":"list"}`:                                 "invalidOperation",
		`{"taskType":"mediaStorage",` + id + `,"operation":"delete","mediaUUID":"` + uuid + `"}`:    "",
		`{"taskType":"mediaStorage",` + id + `,"operation":"delete","mediaUUID":"../x"}`:            "invalidMediaUUID",
		`{"taskType":"imageUpload",` + id + `}`:                                                     "missingImage",
		`{"taskType":"getTaskDetails",` + id + `}`:                                                  "",
		`{"taskType":"accountManagement",` + id + `,"operation":"getDetails"}`:                      "",
		`{"taskType":"accountManagement",` + id + `,"operation":"close"}`:                           "invalidOperation",
		`{"taskType":"modelSearch",` + id + `,"search":"heygen","limit":5,"offset":0,"tags":["a"]}`: "",
		`{"taskType":"modelSearch",` + id + `,"limit":1000}`:                                        "invalidLimit",
	} {
		_, errs := check(t, "["+body+"]")
		got := ""
		for _, e := range errs {
			got += e.Code
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", body, got, want)
		}
	}
}

// What is too much is refused before a parser makes something of it.
func TestSplitLooksFirst(t *testing.T) {
	var b strings.Builder
	b.WriteString(`[{"taskType":"ping"`)
	for i := range 1_000_000 {
		fmt.Fprintf(&b, `,"key %d":1`, i)
	}
	b.WriteString("}]")
	body := []byte(b.String())
	var bad *wire.Error
	if n := testing.AllocsPerRun(1, func() { _, bad = wire.Split(body, 9) }); n > 50 {
		t.Errorf("a million values are refused with %.0f allocations", n)
	}
	if bad == nil || bad.Code != "invalidRequest" || !strings.Contains(bad.Message, "more than 200000 values") {
		t.Errorf("a million values: %v", bad)
	}
	var files strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&files, `,"a, %d":"b"`, i)
	}
	if _, bad := wire.Split([]byte(`[{"taskType":"ping","render":{"files":{"":""`+files.String()+`}}}]`), 9); bad != nil {
		t.Errorf("ten thousand files: %v", bad)
	}
}

func TestSplitRefuses(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]string{
		"":                                      "invalidRequest",
		`{"taskType":"ping"}`:                   "invalidRequest",
		`[]`:                                    "invalidRequest",
		`[null]`:                                "invalidRequest",
		`[[]]`:                                  "invalidRequest",
		`[{"a":1},7]`:                           "invalidRequest",
		`[{"a":`:                                "invalidJSON",
		`[{}] x`:                                "invalidJSON",
		"[" + strings.Repeat("{},", 10) + "{}]": "maxTasksExceeded",
		strings.Repeat("[", 5_000_000):          "invalidRequest", // and quickly
		`[{"a":` + strings.Repeat("[", 40) + strings.Repeat("]", 40) + `}]`: "invalidRequest",
	} {
		if _, e := wire.Split([]byte(body), 10); e == nil || e.Code != want {
			t.Errorf("Split(%.40q) = %v, want %s", body, e, want)
		}
	}
	if _, e := wire.Split([]byte("\ufeff "+`[{"a":"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"[[[["}]`), 10); e != nil {
		t.Errorf("brackets in a string are no nesting: %v", e)
	}
}

// FuzzCheck feeds the strict decoder: whatever comes, it must answer with a task that
// keeps every limit, or with errors that marshal.
func FuzzCheck(f *testing.F) {
	f.Add(video(nil))
	f.Add(video(map[string]string{"inputs": `{"image":"x"}`, "ttl": "3e2", "render": `{"version":1,"spec":{},"files":{"a":"b"}}`}))
	f.Add(`[{"taskType":"mediaStorage","operation":"upload"},{"taskType":7},{}]`)
	f.Add(`[{"taskType":"getResponse","taskUUID":null}]`)
	files, _ := filepath.Glob("testdata/*.json")
	for _, name := range files {
		if b, err := os.ReadFile(name); err == nil {
			f.Add(string(b))
		}
	}
	f.Fuzz(func(t *testing.T, body string) {
		asked, e := wire.Split([]byte(body), 100)
		if e != nil {
			if e.Code == "" || e.Message == "" || !json.Valid(wire.Answer{Errors: []wire.Error{*e}}.JSON()) {
				t.Fatalf("an error that says nothing: %+v", e)
			}
			return
		}
		for _, a := range asked {
			task, errs := rules.Check(a)
			if !json.Valid(wire.Answer{Errors: errs}.JSON()) {
				t.Fatal("the errors do not marshal")
			}
			if len(errs) > 0 || task.TaskType != wire.TypeVideoInference {
				continue
			}
			n := len([]rune(task.PositivePrompt))
			if !wire.IsUUID(task.TaskUUID) || n < 1 || n > 10000 || task.Duration != 0 && (task.Duration < 5 || task.Duration > 300) ||
				task.NumberResults < 0 || task.NumberResults > 4 || task.TTL != 0 && task.TTL < 60 {
				t.Fatalf("accepted outside its limits: %+v", task)
			}
		}
	})
}
