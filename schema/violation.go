package schema

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// Violation is one rule that a document breaks.
type Violation struct {
	// Pointer is the JSON pointer of the value that is wrong. For an unknown key it
	// is that of the key, for a missing one that of the object it is missing from.
	Pointer string
	// Keyword is the rule: type, minimum, maxLength, required, additionalProperties …
	Keyword string
	Summary string // one line, without a full stop
	Detail  string // why; may be ""
	Hint    string // what to do; may be ""
	Name    string // the unknown or missing key, or the value that is not allowed
	Known   []string
	Secret  bool // the value may be a secret and must not be shown
}

// Validate checks a document made of map[string]any, []any, string, bool, nil and
// numbers. It returns nil when there is nothing wrong, else violations sorted by
// pointer.
func (s *Schema) Validate(doc any) []Violation {
	err := s.compiled.Validate(doc)
	if err == nil {
		return nil
	}
	var ve *jsonschema.ValidationError
	if !errors.As(err, &ve) {
		return []Violation{{Keyword: "type", Summary: err.Error()}}
	}
	var out []Violation
	for _, leaf := range s.leaves(ve) {
		// The library escapes its pointers as for a URL, on top of JSON's own escapes.
		if p, err := url.PathUnescape(leaf.InstanceLocation); err == nil {
			leaf.InstanceLocation = p
		}
		out = append(out, s.explain(leaf, doc)...)
	}
	slices.SortStableFunc(out, func(a, b Violation) int {
		if c := strings.Compare(a.Pointer, b.Pointer); c != 0 {
			return c
		}
		return strings.Compare(a.Name, b.Name)
	})
	return slices.CompactFunc(out, func(a, b Violation) bool {
		// An empty text breaks its pattern too; once is enough.
		return a.Pointer == b.Pointer && (a.Summary == b.Summary || a.Keyword == "pattern" && b.Keyword == "minLength")
	})
}

// leaves are the errors worth telling: the innermost ones, and of alternatives the
// branch that the value was most likely meant for.
func (s *Schema) leaves(ve *jsonschema.ValidationError) []*jsonschema.ValidationError {
	if s.own(ve) != nil {
		return []*jsonschema.ValidationError{ve}
	}
	if len(ve.Causes) == 0 {
		return []*jsonschema.ValidationError{ve}
	}
	if ve.Message == "anyOf failed" || ve.Message == "oneOf failed" {
		return s.leaves(s.likeliest(ve))
	}
	var out []*jsonschema.ValidationError
	for _, c := range ve.Causes {
		out = append(out, s.leaves(c)...)
	}
	return out
}

// likeliest picks the branch of alternatives that got furthest: one whose type fits
// beats one whose type does not, and a template is never what was meant.
func (s *Schema) likeliest(ve *jsonschema.ValidationError) *jsonschema.ValidationError {
	best, bestScore := ve.Causes[0], -1
	for _, c := range ve.Causes {
		score := 4
		for _, leaf := range s.leaves(c) {
			kw := keyword(leaf)
			switch {
			case leaf.InstanceLocation != ve.InstanceLocation:
				score = max(score, 5)
			case kw == "type":
				score = 2
			case kw == "pattern" && strings.Contains(leaf.Message, `\\{\\{`):
				score = 1
			}
		}
		if strings.Contains(c.AbsoluteKeywordLocation, "/$defs/template") {
			score = 0
		}
		if score > bestScore {
			best, bestScore = c, score
		}
	}
	return best
}

func keyword(ve *jsonschema.ValidationError) string {
	return ve.KeywordLocation[strings.LastIndexByte(ve.KeywordLocation, '/')+1:]
}

// parent is the schema object that the broken keyword belongs to.
func (s *Schema) parent(ve *jsonschema.ValidationError) map[string]any {
	_, ptr, _ := strings.Cut(ve.AbsoluteKeywordLocation, "#")
	if i := strings.LastIndexByte(ptr, '/'); i >= 0 {
		ptr = ptr[:i]
	}
	m, _ := lookup(s.doc, ptr).(map[string]any)
	return m
}

// own is the schema object of an error that brings its own words.
func (s *Schema) own(ve *jsonschema.ValidationError) map[string]any {
	switch keyword(ve) {
	case "not", "pattern", "anyOf":
	default:
		return nil
	}
	if m := s.parent(ve); m != nil && m["errorMessage"] != nil {
		return m
	}
	return nil
}

// explain words one error.
func (s *Schema) explain(ve *jsonschema.ValidationError, doc any) []Violation {
	rule := s.parent(ve)
	kw := keyword(ve)
	value := lookup(doc, ve.InstanceLocation)
	if strings.Contains(ve.KeywordLocation, "/propertyNames/") {
		at := strings.LastIndexByte(ve.InstanceLocation, '/')
		value = strings.ReplaceAll(strings.ReplaceAll(ve.InstanceLocation[at+1:], "~1", "/"), "~0", "~")
		kw = "propertyNames"
	}
	name := fieldName(ve.InstanceLocation)
	v := Violation{Pointer: ve.InstanceLocation, Keyword: kw}
	if own := s.own(ve); own != nil {
		v.Summary, _ = own["errorMessage"].(string)
		v.Detail, _ = own["errorDetail"].(string)
		v.Hint, _ = own["errorHint"].(string)
		if v.Hint == "" {
			v.Hint = example(own)
		}
		if at, _ := own["errorAt"].(string); at != "" {
			for p := range strings.SplitSeq(at, "|") {
				if lookup(doc, ve.InstanceLocation+p) != nil {
					v.Pointer = ve.InstanceLocation + p
					break
				}
			}
		}
		if secret, _ := own["secret"].(bool); secret {
			v.Secret = true
		} else if kw != "not" {
			v.Detail = strings.TrimPrefix(v.Detail+"; this is "+show(value), "; ")
		}
		return []Violation{v}
	}
	limit := fmt.Sprint(rule[kw])
	switch kw {
	case "additionalProperties":
		return s.unknown(ve, rule, value)
	case "required":
		return missing(ve, rule, value)
	case "type":
		v.Summary = fmt.Sprintf("%s is %s, it must be %s", name, show(value), typeName(rule["type"]))
		v.Hint = typeHint(rule["type"], value)
		if v.Hint == "" {
			v.Hint = example(rule)
		}
	case "enum":
		for _, e := range asList(rule["enum"]) {
			if e != "" { // leaving it out is no name to offer
				v.Known = append(v.Known, fmt.Sprint(e))
			}
		}
		v.Name = fmt.Sprint(value)
		v.Summary = fmt.Sprintf("%s is %s, it must be %s", name, show(value), orList(v.Known))
	case "const":
		v.Summary = fmt.Sprintf("%s is %s, it must be %v", name, show(value), rule["const"])
	case "minimum":
		v.Summary = fmt.Sprintf("%s is %v, the least is %s", name, value, thousands(limit))
	case "maximum":
		v.Summary = fmt.Sprintf("%s is %v, the most is %s", name, value, thousands(limit))
	case "multipleOf":
		v.Summary = fmt.Sprintf("%s is %v, it must be a multiple of %s", name, value, limit)
		if limit == "2" {
			v.Summary = fmt.Sprintf("%s is %v, it must be even", name, value)
			v.Detail = "video codecs store colour for two pixels at a time"
		}
	case "minLength":
		v.Summary = name + " is empty"
		v.Hint = example(rule)
	case "maxLength":
		n := utf8.RuneCountInString(fmt.Sprint(value))
		v.Summary = fmt.Sprintf("%s has %s characters, the most is %s", name, thousands(strconv.Itoa(n)), thousands(limit))
	case "pattern":
		if limit == `\S` {
			v.Summary = name + " is blank"
			break
		}
		v.Summary = fmt.Sprintf("%s is %s, which is not in the form it must have", name, show(value))
		v.Hint = example(rule)
		if v.Hint == "" {
			v.Detail = "the form is " + limit
		}
	case "minProperties", "minItems":
		v.Summary = name + " is empty"
	case "maxProperties", "maxItems":
		v.Summary = fmt.Sprintf("%s has %d items, the most is %s", name, size(value), limit)
	default:
		v.Summary = fmt.Sprintf("%s is not valid: %s", name, ve.Message)
	}
	return []Violation{v}
}

// unknown names every key of an object that its schema does not know.
func (s *Schema) unknown(ve *jsonschema.ValidationError, rule map[string]any, value any) []Violation {
	props, _ := rule["properties"].(map[string]any)
	patterns, _ := rule["patternProperties"].(map[string]any)
	obj, _ := value.(map[string]any)
	known := slices.Sorted(maps.Keys(props))
	var out []Violation
next:
	for _, k := range slices.Sorted(maps.Keys(obj)) {
		if _, ok := props[k]; ok {
			continue
		}
		for p := range patterns {
			if re, err := regexp.Compile(p); err == nil && re.MatchString(k) {
				continue next
			}
		}
		in := ""
		if ve.InstanceLocation != "" {
			in = " in " + fieldName(ve.InstanceLocation)
		}
		out = append(out, Violation{
			Pointer: ve.InstanceLocation + "/" + escape(k), Keyword: "additionalProperties",
			Summary: fmt.Sprintf("there is no field %q%s", k, in), Name: k, Known: known,
		})
	}
	return out
}

func missing(ve *jsonschema.ValidationError, rule map[string]any, value any) []Violation {
	obj, _ := value.(map[string]any)
	props, _ := rule["properties"].(map[string]any)
	var out []Violation
	for _, r := range asList(rule["required"]) {
		k := fmt.Sprint(r)
		if _, ok := obj[k]; ok {
			continue
		}
		v := Violation{Pointer: ve.InstanceLocation, Keyword: "required", Name: k, Summary: k + " is missing"}
		if p, ok := props[k].(map[string]any); ok {
			v.Hint = example(p)
		}
		out = append(out, v)
	}
	return out
}

func escape(k string) string {
	return strings.ReplaceAll(strings.ReplaceAll(k, "~", "~0"), "/", "~1")
}

// fieldName turns a pointer into what people call the field: brand.colors.primary.
func fieldName(pointer string) string {
	if pointer == "" {
		return "this"
	}
	var b strings.Builder
	for part := range strings.SplitSeq(pointer[1:], "/") {
		part = strings.ReplaceAll(strings.ReplaceAll(part, "~1", "/"), "~0", "~")
		if _, err := strconv.Atoi(part); err == nil {
			b.WriteString("[" + part + "]")
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('.')
		}
		b.WriteString(part)
	}
	return b.String()
}

// show words a value for a message, cut to a readable length. Values of delivery
// fields may be secret and are never shown whole.
func show(v any) string {
	switch v := v.(type) {
	case nil:
		return "empty"
	case string:
		if i := strings.Index(v, "://"); i >= 0 {
			v = v[:i] + "://…"
		}
		if utf8.RuneCountInString(v) > 40 {
			v = string([]rune(v)[:40]) + "…"
		}
		return fmt.Sprintf("the text %q", v)
	case bool:
		return strconv.FormatBool(v)
	case map[string]any:
		return "a map"
	case []any:
		return "a list"
	}
	return fmt.Sprint(v)
}

func size(v any) int {
	switch v := v.(type) {
	case []any:
		return len(v)
	case map[string]any:
		return len(v)
	}
	return 0
}

func typeName(t any) string {
	names := map[string]string{"integer": "a whole number", "number": "a number", "string": "text",
		"boolean": "true or false", "array": "a list", "object": "a map", "null": ""}
	var words []string
	if s, ok := t.(string); ok {
		t = []any{s}
	}
	for _, x := range asList(t) {
		if w := names[fmt.Sprint(x)]; w != "" {
			words = append(words, w)
		}
	}
	return orList(words)
}

// typeHint knows the ways in which YAML gives another type than people meant.
func typeHint(t, value any) string {
	want := fmt.Sprint(t)
	switch v := value.(type) {
	case string:
		if strings.Contains(want, "integer") || strings.Contains(want, "number") {
			if _, err := strconv.ParseFloat(v, 64); err == nil {
				return "write " + strings.TrimLeft(v, "0") + " without quotes or leading zeros"
			}
		}
		if strings.Contains(want, "boolean") {
			switch strings.ToLower(v) {
			case "yes", "on", "y", "true":
				return "write true"
			case "no", "off", "n", "false":
				return "write false"
			}
		}
	case bool, int, float64, json.Number:
		if strings.Contains(want, "string") {
			return fmt.Sprintf("put it in quotes: \"%v\"", v)
		}
	case map[string]any, []any, nil:
	}
	return ""
}

func example(rule map[string]any) string {
	ex := asList(rule["examples"])
	if len(ex) == 0 {
		return ""
	}
	if s, ok := ex[0].(string); ok {
		return "for example " + s
	}
	b, err := json.Marshal(ex[0])
	if err != nil {
		return ""
	}
	return "for example " + string(b)
}

func asList(v any) []any {
	l, _ := v.([]any)
	return l
}

func orList(words []string) string {
	switch len(words) {
	case 0:
		return "something else"
	case 1:
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}

func thousands(digits string) string {
	if _, err := strconv.Atoi(digits); err != nil || len(digits) < 4 {
		return digits
	}
	var b strings.Builder
	for i, c := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 && c != '-' {
			b.WriteByte(',')
		}
		b.WriteRune(c)
	}
	return b.String()
}
