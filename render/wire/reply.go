package wire

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// Status is where a task's result stands.
type Status string

// The states an item may be in. A server's other words are folded into these.
const (
	StatusProcessing Status = "processing" // accepted or being made
	StatusSuccess    Status = "success"
	StatusError      Status = "error"
)

// Item is one element of a reply's data.
type Item struct {
	TaskType  string   `json:"taskType,omitempty"`
	TaskUUID  string   `json:"taskUUID,omitempty"`
	Status    Status   `json:"status,omitempty"`
	Progress  *float64 `json:"progress,omitempty"` // 0–100
	VideoUUID string   `json:"videoUUID,omitempty"`
	VideoURL  string   `json:"videoURL,omitempty"`
	MediaUUID string   `json:"mediaUUID,omitempty"`
	MediaURL  string   `json:"mediaURL,omitempty"`
	Seed      int64    `json:"seed,omitempty"`
	Cost      *float64 `json:"cost,omitempty"` // USD
	NSFW      bool     `json:"NSFWContent,omitempty"`

	Render *Made `json:"render,omitempty"` // only from this program's server

	// ping, from this program's server: the version of the extension it speaks
	Extension int `json:"extension,omitempty"`

	// accountManagement
	Balance *float64 `json:"balance,omitempty"` // USD

	// getTaskDetails: the archived answer, a reply of its own.
	Response json.RawMessage `json:"response,omitempty"`
}

// Done says that the item is a finished result.
func (i Item) Done() bool { return i.Status == StatusSuccess && i.URL() != "" }

// URL is where the finished video lies, "" when there is none.
func (i Item) URL() string {
	if i.VideoURL != "" {
		return i.VideoURL
	}
	return i.MediaURL
}

// ID is the provider's name of this result: its UUID, else its URL without the
// query, which may change from poll to poll.
func (i Item) ID() string {
	switch {
	case i.VideoUUID != "":
		return i.VideoUUID
	case i.MediaUUID != "":
		return i.MediaUUID
	}
	id, _, _ := strings.Cut(i.URL(), "?")
	return id
}

// Reply is a decoded answer.
type Reply struct {
	Data   []Item
	Errors []Error
}

// About picks the items and errors that belong to one task.
func (r Reply) About(uuid string) (items []Item, errs []Error) {
	for _, i := range r.Data {
		if strings.EqualFold(i.TaskUUID, uuid) {
			items = append(items, i)
		}
	}
	for _, e := range r.Errors {
		if strings.EqualFold(e.TaskUUID, uuid) {
			errs = append(errs, e)
		}
	}
	return items, errs
}

// Unassigned are the errors that name no task: they speak about the whole request.
func (r Reply) Unassigned() []Error {
	var errs []Error
	for _, e := range r.Errors {
		if e.TaskUUID == "" {
			errs = append(errs, e)
		}
	}
	return errs
}

// NotJSONError says that a body was no reply at all: a proxy's HTML page, a cut
// connection, an empty body.
type NotJSONError struct {
	Snippet string // the beginning of the body, or its HTML title, on one line
	Err     error
}

func (e *NotJSONError) Error() string {
	if e.Snippet == "" {
		return "the answer is empty"
	}
	return fmt.Sprintf("the answer is not JSON: %s", e.Snippet)
}

func (e *NotJSONError) Unwrap() error { return e.Err }

// Decode reads a reply body. It accepts data as array, object or null, errors as
// array, object, string or inside data items, and the older top-level "error"
// forms. A body it cannot read at all gives a [*NotJSONError].
func Decode(body []byte) (Reply, error) {
	body = bytes.TrimSpace(bytes.TrimPrefix(bytes.TrimSpace(body), []byte("\ufeff")))
	var r Reply
	switch {
	case len(body) == 0:
		return r, &NotJSONError{}
	case body[0] == '[':
		var list []json.RawMessage
		if err := json.Unmarshal(body, &list); err != nil {
			return r, &NotJSONError{Snippet: snippet(body), Err: err}
		}
		r.addData(list, "")
		return r, nil
	}
	top, err := object(body)
	if err != nil {
		return r, &NotJSONError{Snippet: snippet(body), Err: err}
	}
	uuid := top.str("taskUUID")
	known := false
	if raw, ok := top["data"]; ok {
		known = true
		r.addData(elements(raw), uuid)
	}
	if raw, ok := top["errors"]; ok {
		known = true
		r.addErrors(elements(raw), uuid)
	}
	if raw, ok := top["error"]; ok && !isFalsy(raw) {
		known = true
		if isTrue(raw) { // {"error":true,"errorId":19,"errorMessage":"…"}
			r.addErrors([]json.RawMessage{body}, uuid)
		} else {
			r.addErrors(elements(raw), uuid)
		}
	}
	if !known { // a bare item: webhooks and a few older answers
		r.addData([]json.RawMessage{json.RawMessage(body)}, uuid)
	}
	return r, nil
}

func (r *Reply) addData(list []json.RawMessage, uuid string) {
	for _, raw := range list {
		f, err := object(raw)
		if err != nil {
			continue // a stray string or number among the items says nothing
		}
		item := decodeItem(f)
		if item.TaskUUID == "" {
			item.TaskUUID = uuid
		}
		inner, hasInner := f["error"]
		before := len(r.Errors)
		switch {
		case hasInner && !isFalsy(inner) && !isTrue(inner):
			r.addErrors(elements(inner), item.TaskUUID)
		case item.Status == StatusError, f.str("code") != "" && item.URL() == "" && f.has("message"), hasInner && isTrue(inner):
			r.addErrors([]json.RawMessage{raw}, item.TaskUUID)
		default:
			r.Data = append(r.Data, item)
			continue
		}
		// The error sat in a data item, so it is the task's own end.
		for i := before; i < len(r.Errors); i++ {
			r.Errors[i].Status = StatusError
			r.Errors[i].TaskType = firstOf(r.Errors[i].TaskType, item.TaskType)
		}
	}
}

func decodeItem(f fields) Item {
	i := Item{
		TaskType:  f.str("taskType"),
		TaskUUID:  f.str("taskUUID"),
		Progress:  f.num("progress"),
		VideoUUID: f.str("videoUUID"),
		VideoURL:  f.str("videoURL"),
		MediaUUID: firstOf(f.str("mediaUUID"), f.str("imageUUID")),
		MediaURL:  firstOf(f.str("mediaURL"), f.str("imageURL")),
		Cost:      f.num("cost"),
		NSFW:      f.boolean("NSFWContent"),
		Response:  f["response"],
	}
	if i.TaskType == TypeMediaStorage || i.TaskType == TypeImageUpload {
		i.VideoURL = ""
	}
	if n := f.num("seed"); n != nil {
		i.Seed = int64(*n)
		var exact int64
		if json.Unmarshal(f["seed"], &exact) == nil {
			i.Seed = exact
		}
	}
	if n := f.num("extension"); n != nil && i.TaskType == TypePing {
		i.Extension = int(*n)
	}
	if raw := f["render"]; i.TaskType == TypeVideoInference && !isFalsy(raw) {
		var made Made
		if json.Unmarshal(raw, &made) == nil {
			i.Render = &made
		}
	}
	i.Balance = f.num("balance")
	if i.Balance == nil {
		if b, err := object(f["balance"]); err == nil {
			i.Balance = sum(b.num("amount"), b.num("freeBalance"))
		}
	}
	i.Status = statusOf(f.str("status"), i.URL() != "")
	return i
}

// statusOf folds a server's words into three; a result with a URL and no word is
// finished.
func statusOf(word string, hasURL bool) Status {
	switch strings.ToLower(word) {
	case "success", "succeeded", "completed", "complete", "done", "finished":
		return StatusSuccess
	case "error", "failed", "failure", "cancelled", "canceled":
		return StatusError
	case "":
		if hasURL {
			return StatusSuccess
		}
	}
	return StatusProcessing
}

// snippet is the part of a foreign body worth showing: an HTML page's title or
// the first words, on one line, without control characters.
func snippet(body []byte) string {
	text := string(body[:min(len(body), 4096)])
	lower := strings.ToLower(text)
	if i := strings.Index(lower, "<title>"); i >= 0 && len(lower) == len(text) {
		if j := strings.Index(lower[i:], "</title>"); j > 0 {
			text = "an HTML page, \"" + text[i+len("<title>"):i+j] + "\""
		}
	}
	text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r < 0x21 || r == 0x7f || r == '\ufffd' }), " ")
	if runes := []rune(text); len(runes) > 120 {
		text = string(runes[:120]) + "…"
	}
	return text
}
