package wire

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
)

// Class says what kind of error a code is, and so what to do about it.
type Class string

// The classes, in the order in which they are tried.
const (
	ClassAuth       Class = "auth"
	ClassQuota      Class = "quota"
	ClassRateLimit  Class = "rateLimit"
	ClassSafety     Class = "safety"
	ClassTimeout    Class = "timeout"
	ClassNotFound   Class = "notFound"
	ClassServer     Class = "server"
	ClassProvider   Class = "provider"
	ClassValidation Class = "validation"
)

// Error is one error of a reply.
type Error struct {
	Code          string   `json:"code"`
	Message       string   `json:"message"`
	Parameters    Names    `json:"parameter,omitempty"` // the fields it speaks about
	Type          string   `json:"type,omitempty"`      // what the field must be: string, integer, …
	Allowed       []string `json:"allowedValues,omitempty"`
	Min           *float64 `json:"min,omitempty"`
	Max           *float64 `json:"max,omitempty"`
	Multiplier    *float64 `json:"multiplier,omitempty"`
	TaskType      string   `json:"taskType,omitempty"`
	TaskUUID      string   `json:"taskUUID,omitempty"`
	Status        Status   `json:"status,omitempty"` // error where the task itself ended
	Documentation string   `json:"documentation,omitempty"`
}

// Names are one or more parameters. One is written as a string, as servers do.
type Names []string

// MarshalJSON implements [json.Marshaler].
func (n Names) MarshalJSON() ([]byte, error) {
	if len(n) == 1 {
		return json.Marshal(n[0])
	}
	return json.Marshal([]string(n))
}

// Conflict says that the server has seen this taskUUID before: the task was
// accepted, by this request or an earlier one.
func (e Error) Conflict() bool {
	c := strings.ToLower(e.Code)
	return (strings.HasPrefix(c, "conflict") || strings.HasPrefix(c, "duplicate")) && strings.Contains(c, "uuid")
}

// Text is the message with what helps to mend it: fields, limits, allowed values.
func (e Error) Text() string {
	var b strings.Builder
	b.WriteString(strings.TrimRight(printable(e.Message, 600), ". "))
	if e.Message == "" {
		b.WriteString("the provider gave no message")
	}
	if len(e.Parameters) > 0 && !strings.Contains(e.Message, e.Parameters[0]) {
		b.WriteString(" (field " + printable(strings.Join(e.Parameters, ", "), 200) + ")")
	}
	switch {
	case e.Min != nil && e.Max != nil:
		b.WriteString("; allowed: " + number(*e.Min) + " to " + number(*e.Max))
	case e.Min != nil:
		b.WriteString("; at least " + number(*e.Min))
	case e.Max != nil:
		b.WriteString("; at most " + number(*e.Max))
	}
	if n := len(e.Allowed); n > 0 {
		shown := e.Allowed[:min(n, 12)]
		b.WriteString("; allowed: " + printable(strings.Join(shown, ", "), 400))
		if n > len(shown) {
			b.WriteString(" and " + strconv.Itoa(n-len(shown)) + " more")
		}
	}
	if strings.HasPrefix(e.Documentation, "https://") {
		b.WriteString("; see " + printable(e.Documentation, 200))
	}
	return b.String()
}

func (r *Reply) addErrors(list []json.RawMessage, uuid string) {
	for _, raw := range list {
		e := Error{TaskUUID: uuid}
		if f, err := object(raw); err == nil {
			e = decodeError(f, uuid)
		} else if s := (fields{"": raw}).str(""); s != "" {
			// A bare string is a code when it looks like one, else a message.
			if strings.ContainsAny(s, " \t.") {
				e.Code, e.Message = "unknownError", s
			} else {
				e.Code, e.Message = s, s
			}
		} else {
			e.Code, e.Message = "unrecognizedResponse", snippet(raw)
		}
		r.Errors = append(r.Errors, e)
	}
}

func decodeError(f fields, uuid string) Error {
	e := Error{
		Code:          firstOf(f.str("code"), f.str("errorCode")),
		Message:       firstOf(f.str("message"), f.str("errorMessage")),
		Parameters:    f.list("parameter"),
		Allowed:       f.list("allowedValues"),
		Min:           f.num("min"),
		Max:           f.num("max"),
		TaskType:      f.str("taskType"),
		TaskUUID:      f.str("taskUUID"),
		Documentation: f.str("documentation"),
	}
	if ctx, err := object(f["context"]); err == nil { // the older form
		e.TaskUUID = firstOf(e.TaskUUID, ctx.str("taskUUID"))
		e.TaskType = firstOf(e.TaskType, ctx.str("taskType"))
	}
	e.TaskUUID = firstOf(e.TaskUUID, uuid)
	if w := f.str("status"); w != "" && statusOf(w, false) == StatusError {
		e.Status = StatusError
	}
	if e.Code == "" {
		e.Code = "unknownError"
		if id := f.str("errorId"); id != "" {
			e.Code = "error" + id
		}
	}
	return e
}

// codes that no pattern catches, or that a pattern would catch wrongly.
var known = map[string]Class{
	"unauthorized": ClassAuth, "forbidden": ClassAuth, "permissiondenied": ClassAuth,
	"insufficientpermissions": ClassAuth, "authenticationfailed": ClassAuth,
	"paymentrequired":        ClassQuota,
	"toomanyrequests":        ClassRateLimit,
	"contentpolicyviolation": ClassSafety, "providercontentpolicyviolation": ClassSafety,
	"sensitivecontentdetected": ClassSafety, "unsafecontentdetected": ClassSafety,
	"nsfwcontentdetected": ClassSafety, "promptblocked": ClassSafety,
	"imageblocked": ClassSafety, "moderationfailed": ClassSafety,
	"taskcancelled": ClassNotFound, "taskfailedornotfound": ClassNotFound, "unknownmodel": ClassNotFound,
	"internalservererror": ClassServer, "serviceunavailable": ClassServer,
	"serverunavailable": ClassServer, "standarderror": ClassServer, "unknownerror": ClassServer,
	"undefinederror": ClassServer, "defaulterror": ClassServer, "unrecognizedresponse": ClassServer,
	"errorretrievingaccountmanagement": ClassServer,
	"inferenceerror":                   ClassProvider, "processingfailed": ClassProvider, "taskfailed": ClassProvider,
	"downloadfailed": ClassProvider, "uploadfailed": ClassProvider, "noavailableserver": ClassProvider,
	"modelunavailable": ClassProvider, "modeldisabled": ClassProvider, "modelnotready": ClassProvider,
	"mediastoragefilecouldnotbemoved": ClassProvider,
	"unknownparameter":                ClassValidation, "incompatibleparameters": ClassValidation,
	"modelalreadyexists": ClassValidation,
	// Of our own server.
	"narrationtoolong": ClassValidation, "contentcheckfailed": ClassSafety,
}

// Classify says what a code means. The published codes are unstable strings, so it
// goes by pattern, in a fixed order (invalidApiKey is auth although it begins with
// "invalid"), and falls back on the HTTP status.
func Classify(code string, status int) Class {
	c := strings.ToLower(code)
	switch {
	case strings.Contains(c, "apikey"), status == http.StatusUnauthorized:
		return ClassAuth
	case status == http.StatusPaymentRequired:
		return ClassQuota
	case known[c] != "" && known[c] != ClassServer:
		return known[c]
	case strings.HasPrefix(c, "token"),
		(strings.HasPrefix(c, "account") || strings.HasPrefix(c, "organization") || strings.HasPrefix(c, "workspace")) &&
			(strings.HasSuffix(c, "suspended") || strings.HasSuffix(c, "disabled")):
		return ClassAuth
	case strings.Contains(c, "credits"), strings.Contains(c, "quota"), strings.Contains(c, "balance"):
		return ClassQuota
	case strings.Contains(c, "ratelimit"):
		return ClassRateLimit
	case strings.Contains(c, "contentpolicy"), strings.Contains(c, "nsfw"), strings.Contains(c, "moderation"):
		return ClassSafety
	case strings.Contains(c, "timeout"):
		return ClassTimeout
	case strings.HasSuffix(c, "notfound"), strings.HasSuffix(c, "expired"):
		return ClassNotFound
	case strings.HasPrefix(c, "provider"):
		return ClassProvider
	}
	if status == http.StatusTooManyRequests {
		return ClassRateLimit
	}
	for _, prefix := range []string{"invalid", "missing", "conflict", "duplicate", "unsupported", "value", "array", "max"} {
		if strings.HasPrefix(c, prefix) {
			return ClassValidation
		}
	}
	// The generic codes say less than the status does.
	switch status {
	case http.StatusForbidden:
		return ClassAuth
	case http.StatusRequestTimeout, http.StatusGatewayTimeout:
		return ClassTimeout
	}
	switch {
	case known[c] != "":
		return known[c]
	case status == http.StatusNotFound, status == http.StatusGone:
		return ClassNotFound
	case status >= 400 && status < 500:
		return ClassValidation
	}
	return ClassServer
}

// printable keeps a server's words from moving the cursor of a terminal or
// filling the screen.
func printable(s string, limit int) string {
	s = strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return ' '
		}
		if r < 0x20 || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029' || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return -1
		}
		return r
	}, s)
	if runes := []rune(s); len(runes) > limit {
		s = string(runes[:limit]) + "…"
	}
	return s
}

func number(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
