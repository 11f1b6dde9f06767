package manifest

import (
	"regexp"
	"strconv"
	"strings"
)

// shape is the type that a task field wants, so that what a template prints can take
// it: duration: '{{ .row.seconds }}' is a whole number. It mirrors schema/task.schema.json;
// a test holds the two together.
type shape struct {
	kind   kind
	fields map[string]*shape
	elem   *shape
}

var (
	aString = &shape{kind: kindString}
	anInt   = &shape{kind: kindInt}
	aNumber = &shape{kind: kindFloat}
	aBool   = &shape{kind: kindBool}
	strs    = &shape{kind: kindList, elem: aString}
)

func object(fields map[string]*shape) *shape { return &shape{kind: kindMap, fields: fields} }

var taskShape = object(map[string]*shape{
	"model": aString, "positivePrompt": aString, "width": anInt, "height": anInt, "duration": anInt,
	"outputType": aString, "outputFormat": aString, "outputQuality": anInt, "numberResults": anInt,
	"inputs":     object(map[string]*shape{"image": aString, "avatar": aString}),
	"webhookURL": aString, "uploadEndpoint": aString, "deliveryMethod": aString,
	"safety": object(map[string]*shape{"checkContent": aBool, "mode": aString}),
	"ttl":    anInt, "includeCost": aBool,
	"brand": object(map[string]*shape{
		"name": aString, "logo": aString,
		"colors": object(map[string]*shape{"primary": aString, "accent": aString, "background": aString, "text": aString}),
		"font":   object(map[string]*shape{"heading": aString, "body": aString, "files": strs}),
		"style":  aString, "lowerThird": aBool, "watermark": aString,
	}),
	"language":   aString,
	"voice":      object(map[string]*shape{"name": aString, "gender": aString, "pace": aNumber, "sample": aString, "consent": aString, "transcript": aString, "breaths": aString}),
	"style":      aString,
	"captions":   object(map[string]*shape{"mode": aString}),
	"music":      object(map[string]*shape{"mood": aString, "file": aString, "off": aBool, "loudness": aNumber}),
	"context":    strs,
	"assets":     {kind: kindList, elem: object(map[string]*shape{"path": aString, "tags": strs})},
	"storyboard": aString, "edits": strs, "fit": aString,
	"pronounce": {kind: kindMap, elem: aString},
})

var wholeNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,15})$`)

// take gives a template's text the type that a field wants. Text that has no such form
// stays text, and the schema then says what is wrong with it.
func (s *shape) take(text string) any {
	if s == nil {
		return text
	}
	t := strings.TrimSpace(text)
	switch s.kind {
	case kindInt:
		if wholeNumber.MatchString(t) {
			if n, err := strconv.Atoi(t); err == nil {
				return n
			}
		}
	case kindFloat:
		if f, err := strconv.ParseFloat(t, 64); err == nil && f-f == 0 {
			return f
		}
	case kindBool:
		switch t {
		case "true":
			return true
		case "false":
			return false
		}
	case kindString:
		return text
	}
	return text
}

// asInt is a whole number of YAML, JSON or a template.
func asInt(v any) (int, bool) {
	n, ok := v.(int)
	return n, ok
}

func asFloat(v any) (float64, bool) {
	switch v := v.(type) {
	case float64:
		return v, true
	case int:
		return float64(v), true
	}
	return 0, false
}

// expandShorthand turns the short forms of fields into their long ones, in place.
func expandShorthand(m map[string]any) {
	switch v := m["voice"].(type) {
	case string:
		m["voice"] = map[string]any{"name": v}
	}
	switch v := m["captions"].(type) {
	case string:
		m["captions"] = map[string]any{"mode": v}
	case bool:
		mode := "off"
		if v {
			mode = "word"
		}
		m["captions"] = map[string]any{"mode": mode}
	}
	switch v := m["music"].(type) {
	case string:
		switch {
		case v == "none" || v == "off":
			m["music"] = map[string]any{"off": true}
		case audioFile(v):
			m["music"] = map[string]any{"file": v}
		default:
			m["music"] = map[string]any{"mood": v}
		}
	case bool:
		if v {
			delete(m, "music")
		} else {
			m["music"] = map[string]any{"off": true}
		}
	}
	for _, k := range []string{"context", "edits"} {
		if v, ok := m[k].(string); ok {
			m[k] = []any{v}
		}
	}
	switch v := m["assets"].(type) {
	case string:
		m["assets"] = []any{map[string]any{"path": v}}
	case []any:
		for i, a := range v {
			if p, ok := a.(string); ok {
				v = append([]any(nil), v...) // defaults are shared
				v[i] = map[string]any{"path": p}
				m["assets"] = v
			}
		}
	}
}

// audioFile tells a music file from a mood.
func audioFile(s string) bool {
	if strings.ContainsAny(s, "/\\") {
		return true
	}
	switch strings.ToLower(formatOf(s)) {
	case "wav", "mp3", "flac", "ogg", "opus", "m4a", "aac":
		return true
	}
	return false
}
