package render

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
)

// State is how far a recorded entry has come.
type State string

// The states of a record. Submitting is written before the provider is called, so
// a run that died in the call leaves behind that the task may have been accepted.
const (
	StateSubmitting State = "submitting"
	StateSubmitted  State = "submitted"
	StateDone       State = "done"
	StateFailed     State = "failed"
)

// InFlight says that the provider may be working on it.
func (s State) InFlight() bool { return s == StateSubmitting || s == StateSubmitted }

// Record is what the lockfile knows about one entry: the generation made last,
// and the finished one before it for as long as that still is what the outputs hold.
// The order of the fields is the order in the lockfile.
type Record struct {
	Key      string          `json:"key"`
	Digest   string          `json:"digest"`
	Provider string          `json:"provider,omitempty"`
	Engine   string          `json:"engine,omitempty"`
	TaskUUID string          `json:"taskUUID,omitempty"`
	Attempt  int             `json:"attempt,omitempty"`
	State    State           `json:"state"`
	Error    *RecordError    `json:"error,omitempty"`
	Results  []Output        `json:"results,omitempty"`
	Upload   string          `json:"upload,omitempty"` // hash of the uploadEndpoint last served, as written in the manifest
	Protect  bool            `json:"protect,omitempty"`
	Task     json.RawMessage `json:"task,omitempty"` // the document behind Digest
	Previous *Record         `json:"previous,omitempty"`

	Extra map[string]json.RawMessage `json:"-"` // members that a newer version wrote; kept as they are
}

// RecordError is why a generation failed.
type RecordError struct {
	Class    Class  `json:"class,omitempty"`
	Code     string `json:"code,omitempty"`
	Message  string `json:"message"`
	Terminal bool   `json:"terminal,omitempty"` // the next attempt needs a new task UUID
}

// Output is one finished file of an entry.
type Output struct {
	Output   string    `json:"output"` // path relative to the manifest's folder, slash separated
	SHA256   string    `json:"sha256"` // hex
	Bytes    int64     `json:"bytes"`
	Seconds  float64   `json:"seconds,omitempty"`
	Width    int       `json:"width,omitempty"`  // pixels
	Height   int       `json:"height,omitempty"` // pixels
	Cost     float64   `json:"cost"`             // USD
	UUID     string    `json:"uuid,omitempty"`   // the provider's name for this video
	Seed     int64     `json:"seed,omitempty"`
	NSFW     bool      `json:"nsfw,omitempty"`
	Sidecars []Sidecar `json:"sidecars,omitempty"`
}

// Sidecar is a file that belongs to an output: captions as WebVTT or SRT, a poster as JPEG.
type Sidecar struct {
	Output string `json:"output"`
	SHA256 string `json:"sha256"`
	Bytes  int64  `json:"bytes"`
}

// Artifact is a file that the lockfile vouches for.
type Artifact struct {
	Path   string
	SHA256 string
	Bytes  int64
}

// Artifacts lists the record's files: outputs and their sidecars, in order.
func (r *Record) Artifacts() []Artifact {
	var files []Artifact
	for _, o := range r.Results {
		files = append(files, Artifact{o.Output, o.SHA256, o.Bytes})
		for _, s := range o.Sidecars {
			files = append(files, Artifact{s.Output, s.SHA256, s.Bytes})
		}
	}
	return files
}

// Finished gives the newest generation that was finished, or nil.
func (r *Record) Finished() *Record {
	switch {
	case r == nil:
		return nil
	case r.State == StateDone:
		return r
	}
	return r.Previous
}

// Cost sums what the record's results cost, in USD.
func (r *Record) Cost() float64 {
	var sum float64
	for _, o := range r.Results {
		sum += o.Cost
	}
	return sum
}

// clone copies a record deeply enough that changing the copy's own fields and its
// list of results leaves the original alone.
func (r *Record) clone() *Record {
	c := *r
	c.Results = slices.Clone(r.Results)
	for i := range c.Results {
		c.Results[i].Sidecars = slices.Clone(c.Results[i].Sidecars)
	}
	c.Extra = maps.Clone(r.Extra)
	return &c
}

// Lock is the content of one lockfile with its journal replayed.
type Lock struct {
	Project string
	Records map[string]*Record
	// Rivals are further records of a key after a merge, best kept beside the one
	// in Records until the manifest says which is wanted; see [Lock.Settle].
	Rivals map[string][]*Record
	// Notes say what reading the file had to decide or give up.
	Notes []string
	Extra map[string]json.RawMessage // unknown members of the header
}

// Keys lists the recorded keys, sorted.
func (l *Lock) Keys() []string { return slices.Sorted(maps.Keys(l.Records)) }

// Settle decides between rival records of a key: the one whose digest is wanted
// wins, then the one that came furthest. It says whether a decision was needed.
func (l *Lock) Settle(wanted func(key string) string) bool {
	if len(l.Rivals) == 0 {
		return false
	}
	for _, key := range slices.Sorted(maps.Keys(l.Rivals)) {
		all := append([]*Record{l.Records[key]}, l.Rivals[key]...)
		slices.SortStableFunc(all, func(a, b *Record) int {
			return -compareRecords(a, b, wanted(key))
		})
		l.Records[key] = all[0]
		switch {
		case all[0].Digest == wanted(key):
			l.Notes = append(l.Notes, key+": recorded "+plural(len(all), "time", "times")+" after a merge; kept the one that the manifest describes")
		default:
			l.Notes = append(l.Notes, key+": recorded "+plural(len(all), "time", "times")+" after a merge and none is what the manifest describes; kept the "+string(all[0].State)+" one")
		}
	}
	l.Rivals = nil
	return true
}

// compareRecords is a total order, so that two machines settle a merge alike.
func compareRecords(a, b *Record, wanted string) int {
	return cmp.Or(
		compareBool(a.Digest == wanted, b.Digest == wanted),
		cmp.Compare(stateRank(a.State), stateRank(b.State)),
		cmp.Compare(a.Attempt, b.Attempt),
		cmp.Compare(len(a.Results), len(b.Results)),
		cmp.Compare(b.Digest, a.Digest),
		cmp.Compare(recordText(b), recordText(a)),
	)
}

func recordText(r *Record) string {
	b, _ := json.Marshal(r) // a record holds nothing that cannot be marshalled
	return string(b)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func stateRank(s State) int {
	switch s {
	case StateDone:
		return 3
	case StateSubmitted:
		return 2
	case StateSubmitting:
		return 1
	}
	return 0
}
