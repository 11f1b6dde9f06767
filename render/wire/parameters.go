package wire

import (
	"net/url"
	"sort"
)

// The closed set of parameters of every task, as data.

// form is what a parameter's value must be.
type form int

const (
	text form = iota
	integer
	boolean
	list // of strings
	nested
	anUUID
	anUUID4
	anURL
	anything // checked elsewhere
)

var formNames = map[form]string{text: "string", integer: "integer", boolean: "boolean", list: "array",
	nested: "object", anUUID: "string", anUUID4: "string", anURL: "string", anything: "object"}

// parameter is one field of a task. Limits count characters of a text and are values of
// a number; min = max = 0 is no limit.
type parameter struct {
	name     string
	form     form
	required bool
	min, max float64
	step     float64
	allowed  func(Rules) []string
	single   bool // an array of one value stands for the value
	file     bool // may hold a whole file: only whether it is a string and holds something is looked at
	fields   []parameter
	read     func(Rules) bool // nil = always
}

func one(values ...string) func(Rules) []string { return func(Rules) []string { return values } }

// kind is one task type.
type kind struct {
	context string // "the model heygen:video-agent@0"
	params  []parameter
	also    func(*checker, *Task) // rules about several fields
}

const (
	maxPrompt = 10000
	maxURL    = 4096
	maxTTL    = 10 * 365 * 24 * 3600
)

var (
	taskType = parameter{name: "taskType", form: text, required: true}
	taskUUID = parameter{name: "taskUUID", form: anUUID4, required: true}
	aboutID  = parameter{name: "taskUUID", form: anUUID, required: true}
	optional = parameter{name: "taskUUID", form: anUUID}
)

var kinds = map[string]kind{
	TypeVideoInference: {context: "the model heygen:video-agent@0", also: crossChecks, params: []parameter{
		taskType, taskUUID,
		{name: "outputType", form: text, allowed: one("URL"), single: true},
		{name: "outputFormat", form: text, allowed: one("MP4", "WEBM", "MOV")},
		{name: "outputQuality", form: integer, min: 20, max: 99},
		{name: "webhookURL", form: anURL, max: maxURL},
		{name: "deliveryMethod", form: text, allowed: one("async")},
		{name: "uploadEndpoint", form: anURL, max: maxURL},
		{name: "safety", form: nested, fields: []parameter{
			{name: "checkContent", form: boolean},
			{name: "mode", form: text, allowed: one("none", "fast", "full")},
		}},
		{name: "ttl", form: integer, min: 60, max: maxTTL},
		{name: "includeCost", form: boolean},
		{name: "numberResults", form: integer, min: 1, max: 4},
		{name: "inputs", form: nested, fields: []parameter{
			{name: "image", form: text, min: 1, file: true},
			{name: "avatar", form: text, min: 1, max: 128},
		}},
		{name: "model", form: text, required: true, allowed: func(r Rules) []string { return r.Models }},
		{name: "positivePrompt", form: text, required: true, min: 1, max: maxPrompt},
		{name: "width", form: integer, min: 128, max: 4096, step: 2},
		{name: "height", form: integer, min: 128, max: 4096, step: 2},
		{name: "duration", form: integer, min: 5, max: 300},
		{name: "render", form: nested, read: func(r Rules) bool { return r.Extension }, fields: []parameter{
			{name: "version", form: integer, required: true, min: 1, max: ExtensionVersion},
			{name: "spec", form: anything},
			{name: "files", form: anything},
		}},
	}},
	TypeGetResponse:    {params: []parameter{taskType, aboutID}},
	TypeGetTaskDetails: {params: []parameter{taskType, aboutID}},
	TypeMediaStorage: {also: mediaChecks, params: []parameter{taskType, taskUUID,
		{name: "operation", form: text, required: true, allowed: one("upload", "delete")},
		{name: "media", form: text, min: 1, file: true},
		{name: "mediaUUID", form: anUUID},
	}},
	TypeImageUpload: {params: []parameter{taskType, taskUUID, {name: "image", form: text, required: true, min: 1, file: true}}},
	TypeAccount: {params: []parameter{taskType, taskUUID,
		{name: "operation", form: text, required: true, allowed: one("getDetails")},
	}},
	TypeModelSearch: {params: []parameter{taskType, taskUUID,
		{name: "search", form: text, max: 200},
		{name: "tags", form: list}, {name: "category", form: text, max: 100}, {name: "type", form: text, max: 100},
		{name: "architecture", form: text, max: 100}, {name: "conditioning", form: text, max: 100},
		{name: "visibility", form: text, allowed: one("public", "private", "all")},
		{name: "limit", form: integer, min: 1, max: 100}, {name: "offset", form: integer, min: 0, max: 1e6},
	}},
	TypeAuthentication: {params: []parameter{taskType, optional,
		{name: "apiKey", form: text, required: true, min: 1, max: 512},
		{name: "connectionSessionUUID", form: anUUID},
	}},
	TypePing: {params: []parameter{taskType, optional, {name: "ping", form: boolean}}},
}

var typeNames = func() []string {
	var names []string
	for name := range kinds {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}()

// crossChecks are the rules of a video task that speak about several parameters.
func crossChecks(c *checker, t *Task) {
	if (t.Width == 0) != (t.Height == 0) {
		c.fail(Error{Code: "incompatibleParameters", Parameters: Names{"width", "height"}, Type: "integer",
			Message: "The 'width' and 'height' parameters belong together. Give both, or neither."})
	}
	if in := t.Inputs; in != nil {
		if in.Image != "" && in.Avatar != "" {
			c.fail(Error{Code: "incompatibleParameters", Parameters: Names{"inputs.image", "inputs.avatar"}, Type: "string",
				Message: "The 'inputs.image' and 'inputs.avatar' parameters cannot be used together. Each of them says who presents the video."})
		}
		if in.Avatar != "" && c.rules.Avatar != nil && !c.rules.Avatar(in.Avatar) {
			c.fail(Error{Code: "invalidInputsAvatar", Parameters: Names{"inputs.avatar"}, Type: "string", Allowed: c.rules.Avatars,
				Message: "Invalid value for 'inputs.avatar' parameter. Must be the id of an avatar."})
		}
	}
}

func mediaChecks(c *checker, t *Task) {
	switch {
	case t.Operation == "upload" && t.Media == "":
		c.missing("media", "string")
	case t.Operation == "upload" && t.MediaUUID != "":
		c.unsupported("mediaUUID", "with operation 'upload'")
	case t.Operation == "delete" && t.MediaUUID == "":
		c.missing("mediaUUID", "string")
	case t.Operation == "delete" && t.Media != "":
		c.unsupported("media", "with operation 'delete'")
	}
}

// isURL says whether s is an absolute http or https URL.
func isURL(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != "" && u.Opaque == ""
}
