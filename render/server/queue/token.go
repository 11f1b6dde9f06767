package queue

import (
	"time"

	"github.com/riverqueue/river"
)

// lane keeps what uses the engine apart from deliveries, which mostly wait for others.
type lane int

const (
	engineLane lane = iota
	deliveryLane
)

// queue is the name of the lane's River queue.
func (l lane) queue() string {
	if l == deliveryLane {
		return "deliver"
	}
	return "render"
}

// token is the River job that wakes a worker. It says nothing about what to do: the
// worker claims what is best at the time.
type token struct {
	Lane lane `json:"lane"`
}

// Kind implements [river.JobArgs].
func (token) Kind() string { return "unit" }

func tokenParams(l lane, n int, at time.Time) []river.InsertManyParams {
	out := make([]river.InsertManyParams, n)
	for i := range out {
		out[i] = river.InsertManyParams{Args: token{l}, InsertOpts: &river.InsertOpts{Queue: l.queue(), ScheduledAt: at}}
	}
	return out
}
