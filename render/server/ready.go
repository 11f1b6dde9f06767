package server

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// readyWithin bounds the questions that readiness asks.
const readyWithin = 2 * time.Second

// Ready says whether tasks can be accepted.
func (s *Server) Ready(ctx context.Context) error {
	if s.closing.Err() != nil {
		return errors.New("shutting down")
	}
	ctx, cancel := context.WithTimeout(ctx, readyWithin)
	defer cancel()
	return s.opt.Queue.Ready(ctx)
}

// serveReady answers whoever sends requests here: yes or no, and with ?verbose why. What
// is wrong in detail is in the log: it may name machines.
func (s *Server) serveReady(w http.ResponseWriter, r *http.Request) {
	err := s.Ready(r.Context())
	verdict, status := "ready", http.StatusOK
	if err != nil {
		s.log.Warn("not ready", "error", err)
		verdict, status = "not ready", http.StatusServiceUnavailable
	}
	if !r.URL.Query().Has("verbose") {
		say(w, status, verdict)
		return
	}
	say(w, status, strings.Join(append(s.parts(r.Context(), err), verdict), "\n"))
}

// parts tells about each thing that the server needs, a line each.
func (s *Server) parts(ctx context.Context, database error) []string {
	if s.closing.Err() != nil {
		return []string{"server: shutting down"}
	}
	ctx, cancel := context.WithTimeout(ctx, readyWithin)
	defer cancel()
	state := func(name string, err error) string {
		if err == nil {
			return name + ": ok"
		}
		s.log.Warn("not ready", "part", name, "error", err)
		return name + ": does not answer"
	}
	// Any content will do: that it is not there is an answer.
	_, bucket := s.opt.Store.Has(ctx, strings.Repeat("0", 64))
	out := []string{state("database", database), state("bucket", bucket)}
	if database != nil {
		return out
	}
	workers, err := s.opt.Queue.Workers(ctx)
	if err != nil {
		return append(out, state("workers", err))
	}
	living, slots, busy := 0, 0, 0
	for _, k := range workers {
		if !k.Lost && k.Slots > 0 { // a server without slots only delivers
			living, slots, busy = living+1, slots+k.Slots, busy+k.Running
		}
	}
	if slots == 0 {
		return append(out, "workers: none, tasks are accepted and wait")
	}
	return append(out, fmt.Sprintf("workers: %d, %d of %d slots busy", living, busy, slots))
}
