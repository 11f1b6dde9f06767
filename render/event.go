package render

import "errors"

// Kind is what an [Event] is about.
type Kind string

// The kinds of event, in the order in which an entry meets them.
const (
	Planned  Kind = "planned"
	Started  Kind = "started"
	Moving   Kind = "progress"
	Finished Kind = "finished"
	Noted    Kind = "note"
	Retrying Kind = "retrying"
	Summed   Kind = "summary"
)

// Status is how an entry of an apply ended.
type Status string

// The ends of an entry. Pending means that running apply again goes on with it and
// submits nothing twice; Skipped that it was never begun.
const (
	Done    Status = "done"
	Failed  Status = "failed"
	Pending Status = "pending"
	Skipped Status = "skipped"
)

// Event is one thing that happened while a plan was carried out. Which fields are
// set depends on the kind.
type Event struct {
	Event    Kind
	Manifest string
	Key      string
	Action   Action
	Reason   string
	TaskUUID string
	Phase    string  // of progress: voice, draw, encode, queued, rendering, download, upload
	Percent  float64 // 0–100, −1 = unknown
	Status   Status
	Seconds  float64 // of video
	Cost     float64 // USD
	Outputs  []string
	Rendered int // scenes
	Reused   int // scenes
	Err      error
	Notes    []string
	NSFW     bool // the content check flagged one of the results
	Summary  *Summary
}

// Summary is the account of an apply: every entry of the plan is in exactly one of
// its counts.
type Summary struct {
	Created        int     `json:"created"`
	Updated        int     `json:"updated"`
	Moved          int     `json:"moved"`
	Uploaded       int     `json:"uploaded"`
	Repaired       int     `json:"repaired"`
	Resumed        int     `json:"resumed"`
	Pruned         int     `json:"pruned"`
	Unchanged      int     `json:"unchanged"`
	Held           int     `json:"held"`
	Failed         int     `json:"failed"`
	Pending        int     `json:"pending"`
	Unfinished     int     `json:"-"` // of the pending: those that nobody goes on with until the next run
	Skipped        int     `json:"skipped"`
	Cost           float64 `json:"cost"`
	Seconds        float64 `json:"seconds"`
	Elapsed        float64 `json:"elapsed"` // seconds
	ScenesRendered int     `json:"scenesRendered"`
	ScenesReused   int     `json:"scenesReused"`
	OverBudget     bool    `json:"overBudget,omitempty"`
	Interrupted    bool    `json:"interrupted,omitempty"`
	TimedOut       bool    `json:"timedOut,omitempty"`
}

// count puts one finished entry into its sum.
func (s *Summary) count(c *Change, e Event) {
	s.Cost += e.Cost
	s.ScenesRendered += e.Rendered
	s.ScenesReused += e.Reused
	switch e.Status {
	case Failed:
		s.Failed++
		return
	case Pending:
		s.Pending++
		if !errors.Is(e.Err, ErrPending) {
			s.Unfinished++
		}
		return
	case Skipped:
		s.Skipped++
		return
	}
	s.Seconds += e.Seconds
	switch c.Action {
	case Create:
		s.Created++
	case Update:
		s.Updated++
	case Move:
		s.Moved++
	case Upload:
		s.Uploaded++
	case Repair:
		s.Repaired++
	case Resume:
		s.Resumed++
	case Prune:
		s.Pruned++
	case Unchanged:
		s.Unchanged++
	}
}
