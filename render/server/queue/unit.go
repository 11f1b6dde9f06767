package queue

import (
	"context"
	"time"
)

// Kind says what a unit is for.
type Kind string

// The kinds of work. A long video is made by speaking, drawing in shares, and putting
// together; a short one as a whole. The last two are deliveries.
const (
	Whole    Kind = "whole"    // make the result
	Speak    Kind = "speak"    // put the narration's takes where all workers find them
	Draw     Kind = "draw"     // draw one share of the segments and put them there too
	Assemble Kind = "assemble" // make the result from what has been drawn
	Webhook  Kind = "webhook"  // tell the client
	Upload   Kind = "upload"   // put the result where the client wants it
)

// unitState is where a unit stands. A unit that has done its work is gone.
type unitState int

const (
	ready   unitState = iota
	running           // under a lease
	waiting           // for the stage before it
	gaveUp            // a delivery that failed for good; kept to be seen
)

// Unit is a piece of work as its worker gets it.
type Unit struct {
	ID      int64
	Task    *Task // whole: with request, spec and files
	Index   int   // of the result
	Kind    Kind
	Part    int // 0 … Parts−1, for Draw
	Parts   int
	Attempt int // 1 the first time
	Drawn   int // for Assemble: scenes that the shares have drawn

	lane  lane
	claim int64
	token int64
	stage int
	hold  func(ctx context.Context, shas ...string) error
	crew  *crew
}

// Hold keeps content in the bucket while the unit is worked on. It is called before
// the content is put there, or looked for, so that the collector cannot take it away
// in between. What the unit's Made names stays held after it.
func (u Unit) Hold(ctx context.Context, shas ...string) error { return u.hold(ctx, shas...) }

// Result is the unit's own result in its task.
func (u Unit) Result() Result { return u.Task.Results[u.Index] }

// Runner does the work. Its methods are called from several goroutines. A returned
// [*Failure] that is Permanent ends the result at once; after any other error the
// unit is begun again later, until it has been begun Options.MaxAttempts times. A
// panic counts as such an error.
type Runner interface {
	// Render makes what the unit asks for; only Whole and Assemble return a Made,
	// of a Draw's its ScenesRendered count. It reports phase and percent of this unit's own work as often as it likes.
	Render(ctx context.Context, u Unit, report func(phase string, percent float64)) (Made, error)
	// Deliver carries out a Webhook or an Upload. It is tried again with growing waits
	// for about a day; a Permanent failure ends that.
	Deliver(ctx context.Context, u Unit) error
}

// WorkOptions say who works.
type WorkOptions struct {
	ID         string // unique among living workers; "" = made up
	Host       string
	Version    string
	Slots      int             // engine units at once; 0 = none
	Deliveries int             // deliveries at once; 0 = none
	Grace      time.Duration   // how long units may go on after the end of Work's context; 0 = not at all
	Hurry      <-chan struct{} // closed = Grace is over; nil = never
}
