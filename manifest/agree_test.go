package manifest

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"gitops.video/render/schema"
)

// candidates are values at and around every limit of every field, and of wrong types.
var candidates = map[string][]any{
	"model":          {"heygen:video-agent@0", "a:b@c", "", "no air", 5, strings.Repeat("a", 99) + ":" + strings.Repeat("b", 99) + "@0"},
	"positivePrompt": {"x", "", " ", "\n\t", "\u00a0", strings.Repeat("é", 10000), strings.Repeat("é", 10001), strings.Repeat("x", 10000), 7, nil},
	"width":          {128, 126, 4096, 4098, 1081, 1920, "1920", 12.5, true},
	"height":         {128, 126, 4096, 4098, 1081, 1080, "1080"},
	"duration":       {5, 4, 300, 301, 30, "30", 30.5, -1},
	"outputType":     {"URL", "base64Data", 1},
	"outputFormat":   {"MP4", "WEBM", "MOV", "mp4", "AVI", ""},
	"outputQuality":  {20, 19, 99, 100, "95"},
	"numberResults":  {1, 0, 4, 5, 2, "2"},
	"inputs": {map[string]any{}, map[string]any{"image": "a.png"}, map[string]any{"avatar": "maya?hair=bob"}, map[string]any{"avatar": "two words"},
		map[string]any{"image": "a", "avatar": "b"}, map[string]any{"image": ""}, map[string]any{"photo": "x"}, "ada", []any{}},
	"webhookURL":     {"https://x.example", "http://x", "${env:HOOK}", "ftp://x", "https://a b", "", 4, strings.Repeat("https://x", 300)},
	"uploadEndpoint": {"https://x.example/put", "${env:PUT}/x", "file:///x", "", false},
	"deliveryMethod": {"async", "sync", 0},
	"safety": {map[string]any{"checkContent": true, "mode": "fast"}, map[string]any{"mode": "none"}, map[string]any{"mode": "slow"},
		map[string]any{"checkContent": "yes"}, map[string]any{"x": 1}, nil, true},
	"ttl":         {60, 59, 315360000, 315360001, "60"},
	"includeCost": {true, false, "true", 1},
	"brand": {map[string]any{}, map[string]any{"name": "x", "logo": "l.svg"}, map[string]any{"logo": ""}, map[string]any{"colors": map[string]any{"primary": "#00ff00"}},
		map[string]any{"colors": map[string]any{"primary": "#00ff0"}}, map[string]any{"colors": map[string]any{"secondary": "#00ff00"}},
		map[string]any{"font": map[string]any{"heading": "Inter", "files": []any{"a.ttf"}}}, map[string]any{"font": map[string]any{"files": "a.ttf"}},
		map[string]any{"font": map[string]any{"size": 3}}, map[string]any{"lowerThird": true, "watermark": "logo", "style": "bold"}, map[string]any{"lowerThird": 1}, "acme"},
	"language": {"en", "pt-BR", "zh-Hans-CN", "e", "english!", "", "no", false, strings.Repeat("ab-", 12) + "a"},
	"voice": {map[string]any{"name": "jenny", "pace": 1}, map[string]any{"pace": 0.8}, map[string]any{"pace": 1.25}, map[string]any{"pace": 1.26}, map[string]any{"pace": "1"},
		map[string]any{"gender": "female"}, map[string]any{"gender": "x"}, map[string]any{"sample": "a.wav", "consent": "me", "transcript": "Hi."}, map[string]any{"name": ""}, "jenny"},
	"style":      {"bold", "", strings.Repeat("s", 200), strings.Repeat("s", 201), 1},
	"captions":   {map[string]any{"mode": "word"}, map[string]any{"mode": "loud"}, map[string]any{"x": "word"}, map[string]any{}, "word"},
	"music":      {map[string]any{"mood": "calm"}, map[string]any{"file": "a.wav"}, map[string]any{"off": true}, map[string]any{"off": 1}, map[string]any{"loudness": -14}, map[string]any{"loudness": -8}, map[string]any{"loudness": "-14"}, map[string]any{"mood": ""}, "calm"},
	"context":    {[]any{"a.md"}, []any{}, []any{""}, []any{1}, "a.md", many(64, "x"), many(65, "x")},
	"assets":     {[]any{map[string]any{"path": "a"}}, []any{map[string]any{"path": "a", "tags": []any{"t"}}}, []any{map[string]any{}}, []any{"a"}, []any{map[string]any{"path": "a", "tag": "t"}}, many(256, map[string]any{"path": "a"}), many(257, map[string]any{"path": "a"})},
	"storyboard": {"b.yaml", "", 1},
	"edits":      {[]any{"shorter"}, []any{strings.Repeat("x", 2001)}, "shorter"},
	"fit":        {"trim", "extend", "", "stretch"},
	"pronounce":  {map[string]any{"SQL": "sequel"}, map[string]any{"SQL": ""}, map[string]any{"SQL": 1}, []any{}},
	"unknown":    {1},
}

func many(n int, v any) []any {
	out := make([]any, n)
	for i := range out {
		out[i] = v
	}
	return out
}

func agree(t *testing.T, m map[string]any) {
	t.Helper()
	var s Spec
	fast := decodeSpec(m, &s)
	slow := schema.Task().Validate(m)
	if fast != (len(slow) == 0) {
		j, _ := json.Marshal(m)
		t.Fatalf("by hand %v, by schema %v, for %.300s", fast, slow, j)
	}
	if !fast {
		return
	}
	// What was accepted survives the trip through JSON, so digests see all of it.
	j, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	var back Spec
	if err := json.Unmarshal(j, &back); err != nil || !sameJSON(t, s, back) {
		t.Fatalf("%s came back as %+v, %v", j, back, err)
	}
	var task map[string]any
	if err := json.Unmarshal(j, &task); err != nil {
		t.Fatal(err)
	}
	if v := schema.Task().Validate(task); len(v) > 0 {
		t.Fatalf("the JSON of an accepted task is refused: %v for %s", v, j)
	}
}

func sameJSON(t *testing.T, a, b Spec) bool {
	t.Helper()
	x, err1 := json.Marshal(a)
	y, err2 := json.Marshal(b)
	return err1 == nil && err2 == nil && string(x) == string(y)
}

// The check by hand and the schema must give the same answer, field by field and for
// fields together.
func TestHandCheckAgreesWithSchema(t *testing.T) {
	t.Parallel()
	for name, values := range candidates {
		for _, v := range values {
			m := map[string]any{"positivePrompt": "x", name: v}
			agree(t, m)
			if name == "width" || name == "height" {
				agree(t, map[string]any{"positivePrompt": "x", "width": 640, "height": 640, name: v})
			}
		}
	}
	names := make([]string, 0, len(candidates))
	for name := range taskShape.fields {
		names = append(names, name)
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 4000 {
		m := map[string]any{}
		if rnd.IntN(8) > 0 {
			m["positivePrompt"] = "x"
		}
		for range rnd.IntN(6) {
			name := names[rnd.IntN(len(names))]
			m[name] = candidates[name][rnd.IntN(len(candidates[name]))]
		}
		agree(t, m)
	}
}

// The shapes that templates are typed by are those of the schema, and Spec has a
// field for each.
func TestShapesMirrorSchema(t *testing.T) {
	t.Parallel()
	var doc map[string]any
	if err := json.Unmarshal(schema.Task().JSON(), &doc); err != nil {
		t.Fatal(err)
	}
	var compare func(path string, s *shape, d map[string]any)
	compare = func(path string, s *shape, d map[string]any) {
		kinds := map[string]kind{"string": kindString, "integer": kindInt, "number": kindFloat, "boolean": kindBool, "array": kindList, "object": kindMap}
		if s == nil {
			t.Errorf("%s has no shape", path)
			return
		}
		if k := kinds[d["type"].(string)]; s.kind != k {
			t.Errorf("%s has the shape of %v, the schema says %v", path, s.kind, k)
		}
		props, _ := d["properties"].(map[string]any)
		for name, p := range props {
			compare(path+"/"+name, s.fields[name], p.(map[string]any))
		}
		for name := range s.fields {
			if props[name] == nil {
				t.Errorf("%s/%s is not in the schema", path, name)
			}
		}
		if items, ok := d["items"].(map[string]any); ok {
			compare(path+"/*", s.elem, items)
		}
	}
	compare("", taskShape, doc)
	typ, fields := reflect.TypeFor[Spec](), 0
	for i := range typ.NumField() {
		name, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
		if name == "-" {
			continue // found out, not written
		}
		fields++
		if taskShape.fields[name] == nil {
			t.Errorf("Spec.%s is not in the schema", typ.Field(i).Name)
		}
	}
	if fields != len(taskShape.fields) {
		t.Errorf("Spec has %d fields, the schema %d", fields, len(taskShape.fields))
	}
}
