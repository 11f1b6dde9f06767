package schema

import (
	"fmt"
	"io"
	"maps"
	"slices"
)

// refuseURL keeps the compiler off the network: every schema is in the binary.
func refuseURL(url string) (io.ReadCloser, error) {
	return nil, fmt.Errorf("%s is not part of the program", url)
}

// manifestDoc builds the manifest's schema from its own part and the task's, so that
// every limit is written once. In a manifest every field may be a template instead,
// and some have short forms.
func manifestDoc() map[string]any {
	doc, task := decode(manifestJSON), decode(taskJSON)
	control := doc["control"].(map[string]any)
	short := doc["shorthand"].(map[string]any)
	delete(doc, "control")
	delete(doc, "shorthand")
	defs := doc["$defs"].(map[string]any)

	fields := task["properties"].(map[string]any)
	all := map[string]any{}
	for name, f := range fields {
		field := templated(f.(map[string]any))
		if name == "assets" {
			items := field["items"].(map[string]any)
			field["items"] = either(items, short["assetItem"].([]any))
		}
		if name == "brand" {
			defs["brand"] = field
			field = map[string]any{"$ref": "#/$defs/brand"}
			copyDocs(field, f.(map[string]any))
		}
		if forms, ok := short[name].([]any); ok {
			field = either(field, forms)
		}
		all[name] = field
	}
	entry := maps.Clone(all)
	maps.Copy(entry, control)
	defs["entry"] = map[string]any{
		"type": "object", "additionalProperties": false, "required": []any{"key"},
		"description": "One video, or many with matrix or forEach.", "properties": entry,
	}
	defaults := maps.Clone(all)
	for _, name := range []string{"output", "labels", "protect"} {
		defaults[name] = control[name]
	}
	defs["defaults"] = map[string]any{
		"type": "object", "additionalProperties": false,
		"description": "Fields of every video; a video's own fields win.", "properties": defaults,
	}
	return doc
}

// docKeys are the words for people; they stay on the outside of an anyOf.
var docKeys = []string{"description", "default", "examples"}

func copyDocs(to, from map[string]any) {
	for _, k := range docKeys {
		if v, ok := from[k]; ok {
			to[k] = v
		}
	}
}

// templated allows a template wherever a schema wants a scalar, all the way down.
// Rules over several fields wait for the values that templates make.
func templated(s map[string]any) map[string]any {
	out := maps.Clone(s)
	for _, k := range []string{"not", "allOf", "errorAt"} {
		delete(out, k)
	}
	if out["type"] == "object" {
		for _, k := range []string{"errorMessage", "errorDetail", "errorHint"} {
			delete(out, k)
		}
	}
	switch out["type"] {
	case "object":
		if props, ok := out["properties"].(map[string]any); ok {
			own := make(map[string]any, len(props))
			for _, k := range slices.Sorted(maps.Keys(props)) {
				own[k] = templated(props[k].(map[string]any))
			}
			out["properties"] = own
		}
		return nullable(out)
	case "array":
		if items, ok := out["items"].(map[string]any); ok {
			out["items"] = templated(items)
		}
		return nullable(out)
	}
	own := maps.Clone(out)
	for _, k := range docKeys {
		delete(own, k)
	}
	wrapped := map[string]any{"anyOf": []any{own, map[string]any{"$ref": "#/$defs/template"}, map[string]any{"type": "null"}}}
	copyDocs(wrapped, s)
	return wrapped
}

// nullable lets a null take away what defaults or a base gave.
func nullable(s map[string]any) map[string]any {
	if t, ok := s["type"].(string); ok {
		s["type"] = []any{t, "null"}
	}
	return s
}

// either allows a schema's short forms.
func either(s map[string]any, forms []any) map[string]any {
	own := maps.Clone(s)
	for _, k := range docKeys {
		delete(own, k)
	}
	out := map[string]any{"anyOf": append([]any{own}, forms...)}
	copyDocs(out, s)
	return out
}
