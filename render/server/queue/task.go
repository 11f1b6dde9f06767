package queue

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// Errors of Submit. They are compared with errors.Is.
var (
	ErrConflict = errors.New("this task UUID has been used before")
	ErrQuota    = errors.New("the key's daily quota is used up")
	// ErrLost is told to a worker whose unit has been given to another meanwhile.
	ErrLost = errors.New("the unit is no longer this worker's")
)

// Limits are what an owner may do; zero is unlimited.
type Limits struct {
	Concurrency  int     // units worked at once
	DailyTasks   int     // tasks accepted a day (UTC)
	DailySeconds float64 // seconds of video accepted a day, as asked for
}

// Submission is a task on its way in. The server has checked it.
type Submission struct {
	UUID    string // the client's, unique for ever among its owner's; see [Own]
	Owner   string // the API key's name
	Limits  Limits
	Request json.RawMessage   // as received, for getTaskDetails
	Spec    json.RawMessage   // what the engine draws: a manifest.Spec
	Files   map[string]string // path in the spec → SHA-256 of its content in the bucket
	Results int               // 1–4
	Seconds float64           // asked-for length of one result
	Price   float64           // USD a second of finished video
	Webhook string            // called once a result
	Upload  string            // every result is put there
	TTL     time.Duration     // how long results are kept; 0 = Options.KeepFor
	Cost    bool              // the client wants to be told the cost
	Note    string            // a few words that the submitter needs when it answers; nobody else reads them
}

// State is where a task or a result stands.
type State string

// The states, in order.
const (
	Queued  State = "queued"
	Running State = "running"
	Done    State = "done"
	Failed  State = "failed" // for a task: no result came out of it
)

// Ended says whether nothing will change any more.
func (s State) Ended() bool { return s == Done || s == Failed }

// Task is an accepted task. What is read is shared: callers must not change it.
type Task struct {
	Submission
	State     State
	Submitted time.Time
	Started   time.Time // zero until the first unit is claimed
	Finished  time.Time // zero until the last result has ended
	Results   []Result  // as many as Submission.Results, by index
}

// Result is one video of a task, finished or not.
type Result struct {
	Index    int     `json:"index"`
	State    State   `json:"state"`
	Phase    string  `json:"phase,omitempty"`   // what is being done: voice, draw, encode
	Percent  float64 `json:"percent,omitempty"` // of the whole result, 0–100
	Worker   string  `json:"worker,omitempty"`  // who works on it, or did
	Attempts int     `json:"attempts,omitempty"`

	VideoUUID string    `json:"videoUUID,omitempty"`
	Made      *Made     `json:"made,omitempty"`
	Cost      float64   `json:"cost,omitempty"`    // USD
	Expires   time.Time `json:"expires,omitzero"`  // when its content goes
	Expired   bool      `json:"expired,omitempty"` // its content is gone
	Finished  time.Time `json:"finished,omitzero"`
	Err       *Failure  `json:"error,omitempty"` // why it failed
	// Undelivered are the final failures of its webhook and upload; the result itself
	// is as good as ever.
	Undelivered []Failure `json:"undelivered,omitempty"`
}

// Blob is a file in the bucket.
type Blob struct {
	SHA256 string `json:"sha256"`
	Bytes  int64  `json:"bytes"`
	MIME   string `json:"mime"`
}

// Made is what a worker made of a unit.
type Made struct {
	Video          Blob            `json:"video"`
	Sidecars       map[string]Blob `json:"sidecars,omitempty"` // extension with dot → file
	Poster         *Blob           `json:"poster,omitempty"`
	Storyboard     *Blob           `json:"storyboard,omitempty"`
	Seed           int64           `json:"seed,omitempty"`
	Seconds        float64         `json:"seconds"`
	Width          int             `json:"width"`
	Height         int             `json:"height"`
	NSFW           bool            `json:"nsfw,omitempty"`
	ScenesRendered int             `json:"scenesRendered"`
	ScenesReused   int             `json:"scenesReused"`
	Notes          []string        `json:"notes,omitempty"`
}

// blobs are all files of a result.
func (m *Made) blobs() []string {
	out := []string{m.Video.SHA256}
	for _, b := range m.Sidecars {
		out = append(out, b.SHA256)
	}
	for _, b := range []*Blob{m.Poster, m.Storyboard} {
		if b != nil {
			out = append(out, b.SHA256)
		}
	}
	return out
}

// Failure is why a unit failed, in the words that the client is told.
type Failure struct {
	Code      string `json:"code"` // of PROTOCOL §4, such as inferenceError
	Message   string `json:"message"`
	Permanent bool   `json:"permanent,omitempty"` // another attempt would fail the same way
}

func (f *Failure) Error() string { return fmt.Sprintf("%s: %s", f.Code, f.Message) }

// Unfit is a runner's error that says nothing about its unit: this worker cannot work
// just now, since its disk is full, say, or the bucket does not answer. The unit goes
// back, not counted as an attempt, and the worker rests before it takes another.
type Unfit struct{ Err error }

func (e *Unfit) Error() string { return e.Err.Error() }

func (e *Unfit) Unwrap() error { return e.Err }
