// Package wire is the Runware task protocol as data: the tasks a client sends,
// the replies it may get, and what an error code means.
//
// A request is always a JSON array of [Task] objects. A reply holds items in
// "data" and errors in "errors"; which task they belong to is told by taskUUID
// and never by order. What servers really send is looser than what is documented,
// so [Decode] accepts every shape seen in the wild and reports only what it could
// not read at all. A server is strict instead: [Split] and [Rules.Check] take a request
// apart and say precisely what is wrong with it. Nothing here opens a connection.
package wire

import (
	"encoding/json"
	"fmt"
)

// Task types of this protocol.
const (
	TypeVideoInference = "videoInference"
	TypeGetResponse    = "getResponse"
	TypeGetTaskDetails = "getTaskDetails"
	TypeMediaStorage   = "mediaStorage"
	TypeImageUpload    = "imageUpload"
	TypeAccount        = "accountManagement"
	TypeAuthentication = "authentication"
	TypePing           = "ping"
	TypeModelSearch    = "modelSearch"
)

// Header names that change how a request is treated.
const (
	HeaderDryRun = "X-Runware-Dry-Run" // "1": validate and price, run nothing
)

// Task is one element of a request. Which fields count depends on TaskType; a
// zero value is left out. For getResponse and getTaskDetails, TaskUUID names the
// task that is asked about.
type Task struct {
	TaskType string `json:"taskType"`
	TaskUUID string `json:"taskUUID,omitempty"`

	// videoInference
	Model          string  `json:"model,omitempty"`
	PositivePrompt string  `json:"positivePrompt,omitempty"`
	Width          int     `json:"width,omitempty"`    // pixels
	Height         int     `json:"height,omitempty"`   // pixels
	Duration       int     `json:"duration,omitempty"` // seconds
	OutputType     string  `json:"outputType,omitempty"`
	OutputFormat   string  `json:"outputFormat,omitempty"`
	OutputQuality  int     `json:"outputQuality,omitempty"`
	NumberResults  int     `json:"numberResults,omitempty"`
	Inputs         *Inputs `json:"inputs,omitempty"`
	WebhookURL     string  `json:"webhookURL,omitempty"`
	UploadEndpoint string  `json:"uploadEndpoint,omitempty"`
	DeliveryMethod string  `json:"deliveryMethod,omitempty"`
	Safety         *Safety `json:"safety,omitempty"`
	TTL            int     `json:"ttl,omitempty"` // seconds
	IncludeCost    *bool   `json:"includeCost,omitempty"`

	Render *Extension `json:"render,omitempty"` // only between this program's client and server

	// mediaStorage (upload, delete) and accountManagement (getDetails)
	Operation string `json:"operation,omitempty"`
	Media     string `json:"media,omitempty"` // public URL, data URI or base64
	MediaUUID string `json:"mediaUUID,omitempty"`
	Image     string `json:"image,omitempty"` // imageUpload, the older form

	// modelSearch
	Search   string `json:"search,omitempty"`
	Category string `json:"category,omitempty"`
	Limit    int    `json:"limit,omitempty"`
	Offset   int    `json:"offset,omitempty"`

	// authentication and ping
	APIKey     string `json:"apiKey,omitempty"`
	Connection string `json:"connectionSessionUUID,omitempty"` // resumes a WebSocket session
	Ping       bool   `json:"ping,omitempty"`
}

// Inputs are the presenter's sources; one of the two is set.
type Inputs struct {
	Image  string `json:"image,omitempty"`
	Avatar string `json:"avatar,omitempty"`
}

// Safety is the content check of a videoInference task.
type Safety struct {
	CheckContent *bool  `json:"checkContent,omitempty"`
	Mode         string `json:"mode,omitempty"` // none, fast, full
}

// Encode writes tasks as a request body.
func Encode(tasks ...Task) ([]byte, error) {
	body, err := json.Marshal(tasks)
	if err != nil {
		return nil, fmt.Errorf("encode request: %w", err)
	}
	return body, nil
}
