// Package render is the domain: the resolved task and its digest, the lockfile's
// records, the plan that compares the two, and the apply that carries a plan out
// through a [Provider]. It starts no process, opens no connection and knows no
// provider by name.
package render

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"time"

	"gitops.video/render/manifest"
)

// Job is one task on its way through a provider.
type Job struct {
	Key      string
	TaskUUID string // deterministic, see CONTRACT: SHA-256(project, key, digest, attempt)
	Attempt  int
	Digest   string
	Spec     manifest.Spec // resolved; file paths are relative to Dir
	Dir      string        // the manifest's folder, root of every path in Spec
	WorkDir  string        // where a provider may leave finished files before they are moved; same filesystem as the outputs
	Draft    bool          // quarter size, fast; local engine only
	Accepted bool          // an earlier run's submit was acknowledged: only the results are missing
}

// Result is one finished video of a job: a local file, or a URL to fetch.
type Result struct {
	Path    string // finished file inside Job.WorkDir; "" when URL is set
	URL     string // provider URL; it expires
	UUID    string // the provider's id of this video
	Seed    int64
	Seconds float64 // length in seconds, 0 = not known yet
	Width   int     // pixels, 0 = not known yet
	Height  int
	Cost    float64 // USD
	NSFW    bool
	Sidecar map[string]string // extension with dot (".vtt") → file inside Job.WorkDir
	// SidecarURL is where Fetch takes a sidecar from, and puts it where Sidecar says;
	// one without an URL is there already.
	SidecarURL map[string]string
}

// Outcome is what awaiting a job brought.
type Outcome struct {
	Results        []Result // finished results, in an order that is the same at every call; may be partial beside an error
	ScenesRendered int
	ScenesReused   int
	Notes          []string // substitutions and wishes that could not be honoured, each once
	Recalled       bool     // the results had been made, and paid, before this process submitted the job
}

// Note adds notes that are not there yet: most are of all results of a job.
func (o *Outcome) Note(notes ...string) {
	for _, n := range notes {
		if !slices.Contains(o.Notes, n) {
			o.Notes = append(o.Notes, n)
		}
	}
}

// Progress is called as work goes on: phase is voice, draw, encode, queued,
// rendering or download; percent is 0–100, or −1 when unknown. It must be quick
// and may be called from several goroutines.
type Progress func(phase string, percent float64)

// Provider makes videos. Its methods are safe for concurrent use.
//
// The order of acts belongs to apply: journal "submitting" → Submit → journal
// "submitted" → Await → Fetch → lockfile. So Submit must be safe to call again with
// the same TaskUUID (a provider that answers "I have that one already" has accepted
// it: return nil), and Await must be callable in a later process that never called
// Submit itself.
type Provider interface {
	// Info says who this is. It never fails and never calls out.
	Info() Info
	// Check is called once before the first Submit with every job that may be
	// submitted: missing keys, unreachable hosts, a balance below the plan.
	Check(ctx context.Context, jobs []Job) error
	// Submit hands the job over. A *Failure says what went wrong; any other error
	// is ambiguous (it may have been accepted) and the job stays resumable.
	Submit(ctx context.Context, job Job) error
	// Await blocks until the job's results are ready. A *Failure with Terminal
	// ends this attempt; ErrPending says the wait ended first.
	Await(ctx context.Context, job Job, progress Progress) (Outcome, error)
	// Fetch puts a result's bytes at path (a temp file that does not exist yet),
	// complete and checked, and its sidecars where they belong. A result with a Path
	// is moved.
	Fetch(ctx context.Context, job Job, result Result, path string, progress Progress) error
}

// Estimator is a provider that knows what a job will cost before it is submitted.
type Estimator interface {
	// Estimate gives USD per job, in order; ok is false where it does not know.
	Estimate(ctx context.Context, jobs []Job) (costs []float64, ok []bool, err error)
}

// Composer is a provider that changes a spec before it is hashed and sent, to put
// into the prompt what its API has no field for. It is a function of the spec and of
// the files that the spec names, which it reads inside dir, the manifest's folder.
// The spec it returns is what is sent, hashed and shown: nothing else can change the
// picture.
//
// It also refuses what can be seen to fail before anything is sent; a [*FieldError]
// says in which field.
type Composer interface {
	Compose(spec manifest.Spec, dir string) (manifest.Spec, error)
}

// Recaller is a Composer that goes by what it did before where it cannot find out what
// its server takes now.
type Recaller interface {
	// Recall gives it the documents of the tasks that are on record, before anything is
	// composed. They are read only when they are needed.
	Recall(tasks iter.Seq[json.RawMessage])
}

// FieldError is a finding about one field of a spec.
type FieldError struct {
	Field string // the field's path in the entry, such as "inputs.image"
	Err   error
}

func (e *FieldError) Error() string { return e.Field + ": " + e.Err.Error() }

func (e *FieldError) Unwrap() error { return e.Err }

// Info describes a provider.
type Info struct {
	Name   string // "local", "runware"
	Engine string // version of what draws; a newer one makes entries outdated, never changed
	Paid   bool   // drift of an output is repaired only on request
	Remote bool   // what was submitted goes on without this process, and may have arrived though no answer came
	// Delivers says that the provider itself puts to uploadEndpoint and calls
	// webhookURL; apply does both for any other.
	Delivers bool
	// Poll hints for the summary; zero where it does not apply.
	Timeout time.Duration
}

// Class says what a failure means for the rest of the batch.
type Class string

// The classes of PROTOCOL §4.
const (
	ClassAuth       Class = "auth"       // stops the batch
	ClassQuota      Class = "quota"      // stops the batch
	ClassRateLimit  Class = "rateLimit"  // retried
	ClassSafety     Class = "safety"     // fails the entry
	ClassTimeout    Class = "timeout"    // retried
	ClassNotFound   Class = "notFound"   // fails the entry
	ClassServer     Class = "server"     // retried
	ClassProvider   Class = "provider"   // retried
	ClassValidation Class = "validation" // fails the entry
)

// StopsBatch says whether nothing else should be submitted after this.
func (c Class) StopsBatch() bool { return c == ClassAuth || c == ClassQuota }

// Failure is an answer of the provider that says no.
type Failure struct {
	Class    Class
	Code     string // the provider's own code
	Message  string
	Terminal bool          // the generation itself ended; only a new attempt can succeed
	After    time.Duration // the provider asked to wait this long
}

func (f *Failure) Error() string { return fmt.Sprintf("%s: %s", f.Code, f.Message) }

// ErrPending says that a job is still being made: run again to resume.
var ErrPending = errors.New("still rendering")

// ErrUnfinished says that a job of this machine was broken off, and that nobody goes on
// with it: run again to take it up.
var ErrUnfinished = errors.New("broken off before it was finished")
