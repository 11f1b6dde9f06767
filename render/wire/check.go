package wire

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// documentation is where the parameters of the model are described.
const documentation = "https://runware.ai/docs/models/heygen-video-agent#request-"

// checker collects what is wrong with one task.
type checker struct {
	rules   Rules
	asked   Asked
	context string
	errs    []Error
}

func (c *checker) fail(e Error) {
	e.TaskType, e.TaskUUID = c.asked.TaskType, c.asked.TaskUUID
	if c.asked.TaskType == TypeVideoInference && len(e.Parameters) > 0 && e.Parameters[0] != "render" {
		e.Documentation = documentation + strings.ToLower(strings.ReplaceAll(e.Parameters[0], ".", "-"))
	}
	c.errs = append(c.errs, e)
}

func (c *checker) missing(name, typ string) {
	c.fail(Error{Code: "missing" + camel(name), Parameters: Names{name}, Type: typ, Message: "Missing required parameter '" + name + "'."})
}

func (c *checker) unsupported(name, where string) {
	c.fail(Error{Code: "unsupportedParameter", Parameters: Names{name}, Message: "Unsupported use of '" + name + "' parameter. This parameter is not supported " + where + "."})
}

// object checks the fields of an object against its closed set of parameters.
func (c *checker) object(prefix string, f fields, params []parameter) {
	known := 0
	for _, p := range params {
		if p.read != nil && !p.read(c.rules) {
			continue
		}
		name := prefix + p.name
		raw, there := f[p.name]
		if !there || isNull(raw) {
			delete(f, p.name)
			if p.required {
				c.missing(name, formNames[p.form])
			}
			continue
		}
		known++
		c.value(name, raw, p)
	}
	if known == len(f) {
		return
	}
	strange := slices.DeleteFunc(slices.Sorted(maps.Keys(f)), func(name string) bool {
		return slices.ContainsFunc(params, func(p parameter) bool { return p.name == name && (p.read == nil || p.read(c.rules)) })
	})
	where := "for the task type " + c.asked.TaskType
	if c.context != "" {
		where = "for " + c.context
	}
	for i, name := range strange {
		if i == 20 { // the rest says nothing new
			break
		}
		c.unsupported(prefix+printable(name, 100), where)
	}
}

// value checks one value. What it must be is told in full, whatever is wrong.
func (c *checker) value(name string, raw json.RawMessage, p parameter) {
	allowed := []string(nil)
	if p.allowed != nil {
		allowed = p.allowed(c.rules)
	}
	ok, code := true, "invalid"+camel(name)
	switch p.form {
	case text, anUUID, anUUID4, anURL:
		var s string
		if p.single {
			f := fields{"": raw}
			f.unlist("")
			raw = f[""]
		}
		if p.file {
			raw = bytes.TrimSpace(raw)
			ok = len(raw) > 2 && raw[0] == '"'
			break
		}
		ok = json.Unmarshal(raw, &s) == nil && within(float64(utf8.RuneCountInString(s)), p)
		switch {
		case !ok && p.name == "positivePrompt":
			code = "invalidPositivePromptLength"
		case p.name == "positivePrompt" && strings.TrimSpace(s) == "":
			ok, code = false, "invalidPositivePromptLength"
		case p.form == anUUID:
			ok = ok && uuidForm.MatchString(s)
		case p.form == anUUID4:
			ok = ok && uuid4Form.MatchString(s)
		case p.form == anURL:
			ok = ok && isURL(s)
		case allowed != nil:
			ok = ok && slices.Contains(allowed, s)
		}
	case integer:
		var n json.Number
		f := math.NaN()
		if b := bytes.TrimSpace(raw); len(b) > 0 && b[0] != '"' && json.Unmarshal(raw, &n) == nil {
			f, _ = n.Float64()
		}
		ok = !math.IsNaN(f) && within(f, p) && f == math.Trunc(f) && (p.step == 0 || math.Mod(f, p.step) == 0)
		if ok {
			c.normalise(name, raw, f)
		}
		if !ok && p.name == "duration" {
			code = "unsupportedDuration"
		}
	case boolean:
		var b bool
		ok = json.Unmarshal(raw, &b) == nil
	case list:
		var l []string
		ok = json.Unmarshal(raw, &l) == nil && len(l) <= 100
	case nested:
		f, err := object(raw)
		if ok = err == nil; ok {
			c.object(name+".", f, p.fields)
		}
	case anything:
		ok = len(raw) > 0 && bytes.TrimSpace(raw)[0] == '{'
	}
	if ok {
		return
	}
	e := Error{Code: code, Parameters: Names{name}, Type: formNames[p.form], Allowed: allowed,
		Message: "Invalid value for '" + name + "' parameter. " + must(p, allowed)}
	if p.min != 0 || p.max != 0 {
		if p.max != 0 {
			e.Max = &p.max
		}
		e.Min = &p.min
	}
	if p.step != 0 {
		e.Multiplier = &p.step
	}
	c.fail(e)
}

// normalise rewrites a whole number such as 30.0 or 3e1, which JSON allows and Go's
// integers do not read.
func (c *checker) normalise(name string, raw json.RawMessage, f float64) {
	if _, top := c.asked.fields[name]; top && bytes.ContainsAny(raw, ".eE") {
		c.asked.fields[name] = json.RawMessage(number(f))
	}
}

func within(n float64, p parameter) bool {
	if p.min == 0 && p.max == 0 {
		return true
	}
	return n >= p.min && (p.max == 0 || n <= p.max)
}

// must says what a value has to be, the way the API's documentation does.
func must(p parameter, allowed []string) string {
	span := ""
	switch {
	case p.max != 0:
		span = fmt.Sprintf("%s and %s", number(p.min), number(p.max))
	case p.min != 0:
		span = "at least " + number(p.min)
	}
	switch {
	case p.name == "positivePrompt":
		return fmt.Sprintf("Must be a string of %s to %s characters.", number(p.min), number(p.max))
	case len(allowed) == 1:
		return fmt.Sprintf("Must be '%s'.", allowed[0])
	case allowed != nil:
		return "Must be one of: " + strings.Join(allowed, ", ") + "."
	case p.form == integer && p.step != 0:
		return fmt.Sprintf("Must be an integer between %s, in multiples of %s.", span, number(p.step))
	case p.form == integer && p.max == maxTTL:
		return fmt.Sprintf("Must be an integer of %s or more, in seconds.", number(p.min))
	case p.form == integer && p.max != 0:
		return fmt.Sprintf("Must be an integer between %s.", span)
	case p.form == anUUID4:
		return "Must be a valid UUID v4."
	case p.form == anUUID:
		return "Must be a valid UUID."
	case p.form == anURL:
		return fmt.Sprintf("Must be a URL that begins with https:// or http://, of at most %s characters.", number(p.max))
	case p.form == text && p.max != 0:
		return fmt.Sprintf("Must be a string of %s to %s characters.", number(p.min), number(p.max))
	case p.form == text:
		return "Must be a string that is not empty."
	case p.form == list:
		return "Must be an array of strings."
	case p.form == nested, p.form == anything:
		return "Must be an object."
	}
	return "Must be a " + formNames[p.form] + "."
}

// camel writes a parameter's name the way codes do: inputs.avatar → InputsAvatar.
func camel(name string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(name, ".") {
		b.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	return b.String()
}
