package wire

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"strings"
)

// maxDepth is how deep the JSON of a request may be nested. The deepest thing a task
// holds is the extension's spec.
const maxDepth = 32

// maxValues is how many values a request may hold, those of all its tasks together. The
// most that a task of use has are the names of its files.
const maxValues = 200_000

// Asked is one task of a request as it came: an object whose fields nobody has looked
// at yet, but for the two that say what it is about.
type Asked struct {
	TaskType string
	TaskUUID string
	Raw      json.RawMessage

	fields fields
}

// Split takes a request body apart. It refuses what is not a JSON array of one to limit
// objects, or is nested too deep; the error speaks about the whole request.
func Split(body []byte, limit int) ([]Asked, *Error) {
	refuse := func(code, format string, args ...any) ([]Asked, *Error) {
		return nil, &Error{Code: code, Message: fmt.Sprintf(format, args...)}
	}
	body = bytes.TrimSpace(bytes.TrimPrefix(body, []byte("\ufeff")))
	if len(body) == 0 || body[0] != '[' {
		return refuse("invalidRequest", "The body must be a JSON array of task objects, even for a single task.")
	}
	switch levels, values := shape(body); {
	case levels > maxDepth:
		return refuse("invalidRequest", "The JSON is nested more than %d levels deep.", maxDepth)
	case values > maxValues:
		return refuse("invalidRequest", "The JSON holds more than %d values.", maxValues)
	}
	var list []json.RawMessage
	if err := json.Unmarshal(body, &list); err != nil {
		return refuse("invalidJSON", "The body is not valid JSON: %s.", printable(err.Error(), 200))
	}
	switch {
	case len(list) == 0:
		return refuse("invalidRequest", "The array holds no task.")
	case len(list) > limit:
		return refuse("maxTasksExceeded", "The request holds %d tasks, at most %d are taken at once.", len(list), limit)
	}
	tasks := make([]Asked, len(list))
	for i, raw := range list {
		f, err := object(raw)
		if err != nil || bytes.TrimSpace(raw)[0] != '{' {
			return refuse("invalidRequest", "Element %d of the array is not a task object.", i)
		}
		tasks[i] = Asked{Raw: raw, fields: f, TaskType: f.word("taskType"), TaskUUID: f.word("taskUUID")}
	}
	return tasks, nil
}

// shape says of a text that should be JSON how deep brackets are nested in it, and how
// many values they hold, to within one for each bracket. It looks before a parser does,
// which would have to keep all of them in mind.
func shape(body []byte) (levels, values int) {
	now, inString := 0, false
	for i := 0; i < len(body); i++ {
		c := body[i]
		switch {
		case inString && c == '\\':
			i++
		case c == '"':
			inString = !inString
		case inString:
		case c == '[', c == '{':
			now++
			levels = max(levels, now)
		case c == ']', c == '}':
			now--
		case c == ',':
			values++
		}
	}
	return levels, values
}

// word is a field's value where it is a string, and short enough to be said again.
func (f fields) word(name string) string {
	var s string
	if json.Unmarshal(f[name], &s) != nil || len(s) > 100 {
		return ""
	}
	return printable(s, 100)
}

// Rules are what a server takes beyond the protocol's own limits.
type Rules struct {
	Models  []string          // AIR ids; others are refused
	Avatars []string          // ids to show where one is refused
	Avatar  func(string) bool // says whether there is such a presenter; nil = any
	// Extension says that the field "render" is read.
	Extension bool
}

var (
	uuidForm  = regexp.MustCompile(`^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$`)
	uuid4Form = regexp.MustCompile(`^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$`)
)

// IsUUID says whether s is a UUID of any version.
func IsUUID(s string) bool { return uuidForm.MatchString(s) }

// Check reads one task strictly: unknown parameters, wrong types, values outside their
// limits and missing parameters are errors, all of them at once. The task is to be used
// only when there is none. Parameters that are null count as left out.
func (r Rules) Check(a Asked) (Task, []Error) {
	kind, ok := kinds[a.TaskType]
	if !ok {
		return Task{}, []Error{r.unknownType(a)}
	}
	c := checker{rules: r, asked: a, context: kind.context}
	c.object("", a.fields, kind.params)
	var t Task
	if len(c.errs) == 0 {
		a.fields.unlist("outputType")
		if err := a.fields.task(&t); err != nil {
			c.fail(Error{Code: "invalidRequest", Message: "The task cannot be read: " + printable(err.Error(), 200) + "."})
		}
	}
	if kind.also != nil && len(c.errs) == 0 {
		kind.also(&c, &t)
	}
	return t, c.errs
}

// task reads fields that were checked: their names were compared exactly, so nothing but
// these is in there. Fields that may hold whole files are not copied more than once.
func (f fields) task(t *Task) error {
	small := maps.Clone(f)
	for name, to := range map[string]any{"media": &t.Media, "image": &t.Image, "inputs": &t.Inputs} {
		if raw, there := small[name]; there {
			if err := json.Unmarshal(raw, to); err != nil {
				return err
			}
			delete(small, name)
		}
	}
	rest, err := json.Marshal(small)
	if err != nil {
		return err
	}
	return json.Unmarshal(rest, t)
}

func (r Rules) unknownType(a Asked) Error {
	e := Error{Code: "unsupportedTaskType", Parameters: Names{"taskType"}, Type: "string", Allowed: typeNames, TaskType: a.TaskType, TaskUUID: a.TaskUUID}
	raw, there := a.fields["taskType"]
	switch {
	case !there || isNull(raw):
		e.Code, e.Message = "missingTaskType", "Missing required parameter 'taskType'."
	case a.TaskType == "":
		e.Code, e.Message = "invalidTaskType", "Invalid value for 'taskType' parameter. Must be a string."
	default:
		e.Message = fmt.Sprintf("Unsupported task type '%s'. This server takes: %s.", a.TaskType, strings.Join(typeNames, ", "))
	}
	return e
}

// unlist replaces an array of one string by the string: both forms are in use.
func (f fields) unlist(name string) {
	var list []string
	if json.Unmarshal(f[name], &list) == nil && len(list) == 1 {
		f[name], _ = json.Marshal(list[0]) // a string always marshals
	}
}

func isNull(raw json.RawMessage) bool { return string(bytes.TrimSpace(raw)) == "null" }
