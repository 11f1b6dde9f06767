package scene_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/schema"
)

// The storyboard that people pin is checked by its schema: both must know the same
// fields, or a field of one could not be used or would be refused.
func TestSchemaKnowsEveryField(t *testing.T) {
	t.Parallel()
	var doc map[string]any
	if err := json.Unmarshal(schema.Storyboard().JSON(), &doc); err != nil {
		t.Fatal(err)
	}
	compare(t, doc, "", reflect.TypeFor[scene.Storyboard](), doc)
}

func compare(t *testing.T, root map[string]any, path string, typ reflect.Type, s map[string]any) {
	t.Helper()
	if ref, ok := s["$ref"].(string); ok {
		s = root["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
	}
	if typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	if typ.Kind() == reflect.Slice {
		compare(t, root, path+"/*", typ.Elem(), s["items"].(map[string]any))
		return
	}
	if typ.Kind() != reflect.Struct {
		return
	}
	props, _ := s["properties"].(map[string]any)
	seen := map[string]bool{}
	for i := range typ.NumField() {
		name, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
		if name == "-" { // no part of the file
			continue
		}
		seen[name] = true
		p, ok := props[name].(map[string]any)
		if !ok {
			t.Errorf("the schema has no %s/%s", path, name)
			continue
		}
		compare(t, root, path+"/"+name, typ.Field(i).Type, p)
	}
	for name := range props {
		if !seen[name] {
			t.Errorf("the storyboard has no %s/%s", path, name)
		}
	}
}
