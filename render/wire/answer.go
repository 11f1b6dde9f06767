package wire

import (
	"bytes"
	"encoding/json"
)

// Answer is a reply as a server writes it. Data holds items of any of the types below;
// items and errors belong to tasks by their taskUUID.
type Answer struct {
	Data   []any   `json:"data"`
	Errors []Error `json:"errors,omitempty"`
	// Error is the first of Errors once more, where a client may look for it by this
	// older name only.
	Error *Error `json:"error,omitempty"`
}

// JSON writes the answer; "data" is always there, "errors" only where there are any.
func (a Answer) JSON() []byte {
	if a.Data == nil {
		a.Data = []any{}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false) // URLs stay readable
	if err := enc.Encode(a); err != nil {
		panic("wire: an answer does not marshal: " + err.Error()) // only a wrong type among the items could
	}
	return b.Bytes()
}

// Ack says that a task was accepted.
type Ack struct {
	TaskType string `json:"taskType"`
	TaskUUID string `json:"taskUUID"`
}

// Authenticated answers an authentication.
type Authenticated struct {
	TaskType   string `json:"taskType"`
	TaskUUID   string `json:"taskUUID,omitempty"`
	Connection string `json:"connectionSessionUUID"`
}

// Pong answers a ping.
type Pong struct {
	TaskType  string `json:"taskType"`
	TaskUUID  string `json:"taskUUID,omitempty"`
	Pong      bool   `json:"pong"`
	Extension int    `json:"extension,omitempty"`
}

// Estimate answers a dry run: the price of all results in USD.
type Estimate struct {
	TaskType string  `json:"taskType"`
	TaskUUID string  `json:"taskUUID"`
	Cost     float64 `json:"cost"`
}

// Video is a result as a server tells it: running, or finished with its URL.
type Video struct {
	TaskType  string   `json:"taskType"`
	TaskUUID  string   `json:"taskUUID"`
	Status    Status   `json:"status"`
	Progress  *int     `json:"progress,omitempty"` // 0–100, while it runs
	VideoUUID string   `json:"videoUUID,omitempty"`
	VideoURL  string   `json:"videoURL,omitempty"`
	Seed      *int64   `json:"seed,omitempty"`
	NSFW      *bool    `json:"NSFWContent,omitempty"` // only where the task asked for a check
	Cost      *float64 `json:"cost,omitempty"`        // USD, only where the task asked for it
	Render    *Made    `json:"render,omitempty"`      // only where the task came with the extension
}

// Stored answers mediaStorage and imageUpload; the latter's older names are given beside.
type Stored struct {
	TaskType  string `json:"taskType"`
	TaskUUID  string `json:"taskUUID"`
	Operation string `json:"operation,omitempty"`
	MediaUUID string `json:"mediaUUID,omitempty"`
	MediaURL  string `json:"mediaURL,omitempty"`
	ImageUUID string `json:"imageUUID,omitempty"`
	ImageURL  string `json:"imageURL,omitempty"`
}

// Details answers getTaskDetails: the request as it came, and the last answer to it.
type Details struct {
	TaskType string            `json:"taskType"`
	TaskUUID string            `json:"taskUUID"`
	Request  []json.RawMessage `json:"request"`
	Response Answer            `json:"response"`
}
