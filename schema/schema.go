// Package schema holds the JSON Schemas (draft 2020-12) of the files that people and
// programs write: manifest, resolved task, lockfile and storyboard, and what is known
// about the sizes and avatars of hosted models.
//
// Each schema is compiled once, on first use. Validate answers with violations in
// plain words; the schemas carry their own wording where the keyword's would not help
// (errorMessage, errorDetail, errorHint, errorAt).
package schema

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

//go:embed task.schema.json
var taskJSON []byte

//go:embed manifest.base.json
var manifestJSON []byte

//go:embed lock.schema.json
var lockJSON []byte

//go:embed storyboard.schema.json
var storyboardJSON []byte

// Schema is one compiled JSON Schema.
type Schema struct {
	doc      map[string]any // the whole document, for messages
	compiled *jsonschema.Schema
}

// Task describes one resolved video task: the JSON of a manifest.Spec.
func Task() *Schema { return task() }

// Manifest describes a manifest file as people write it, templates included.
func Manifest() *Schema { return manifest() }

// Entry describes one item of a manifest's videos.
func Entry() *Schema { return entry() }

// Lock describes one line of a lockfile.
func Lock() *Schema { return lock() }

// Storyboard describes a storyboard file.
func Storyboard() *Schema { return storyboard() }

var (
	task       = sync.OnceValue(func() *Schema { return compile(decode(taskJSON), "") })
	manifest   = sync.OnceValue(func() *Schema { return compile(manifestDoc(), "") })
	entry      = sync.OnceValue(func() *Schema { return compile(manifestDoc(), "#/$defs/entry") })
	lock       = sync.OnceValue(func() *Schema { return compile(decode(lockJSON), "") })
	storyboard = sync.OnceValue(func() *Schema { return compile(decode(storyboardJSON), "") })
)

// ByName returns the schema that `render schema NAME` prints.
func ByName(name string) (*Schema, error) {
	switch name {
	case "manifest":
		return Manifest(), nil
	case "lock":
		return Lock(), nil
	case "task":
		return Task(), nil
	case "storyboard":
		return Storyboard(), nil
	}
	return nil, fmt.Errorf("there is no schema %q: use manifest, lock, task or storyboard", name)
}

// JSON is the schema document, indented, keys sorted, ending in a newline.
func (s *Schema) JSON() []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(s.doc); err != nil {
		panic("schema: " + err.Error()) // maps, lists and scalars always encode
	}
	return b.Bytes()
}

func decode(b []byte) map[string]any {
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	var doc map[string]any
	if err := dec.Decode(&doc); err != nil {
		panic("schema: embedded document: " + err.Error())
	}
	return doc
}

// compile panics on a schema that does not compile: they are part of the program, and
// its tests compile all of them.
func compile(doc map[string]any, fragment string) *Schema {
	b, err := json.Marshal(doc)
	if err != nil {
		panic("schema: " + err.Error())
	}
	id := doc["$id"].(string)
	c := jsonschema.NewCompiler()
	c.Draft = jsonschema.Draft2020
	c.LoadURL = refuseURL
	if err := c.AddResource(id, bytes.NewReader(b)); err != nil {
		panic("schema: " + err.Error())
	}
	compiled, err := c.Compile(id + fragment)
	if err != nil {
		panic("schema: " + err.Error())
	}
	return &Schema{doc: doc, compiled: compiled}
}

// lookup resolves a JSON pointer in a document.
func lookup(doc any, pointer string) any {
	for part := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		if part == "" {
			continue
		}
		part = strings.ReplaceAll(strings.ReplaceAll(part, "~1", "/"), "~0", "~")
		switch d := doc.(type) {
		case map[string]any:
			doc = d[part]
		case []any:
			i, err := strconv.Atoi(part)
			if err != nil || i < 0 || i >= len(d) {
				return nil
			}
			doc = d[i]
		default:
			return nil
		}
	}
	return doc
}
