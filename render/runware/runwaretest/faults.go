package runwaretest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"time"

	"gitops.video/render/render/wire"
)

// Faults are what may go wrong with an operation. The operations are submit, poll,
// upload, account, details, download and ping; file (is it there?) and put of the extension.
//
//	drop        the connection ends before anything is done
//	lost        it is done, and the connection ends without an answer
//	lost-html   it is done, and a proxy answers 502 with a page
//	429         too many requests, without a word of when
//	429-after   the same with Retry-After
//	500 503     HTTP errors with the protocol's own body
//	html        HTTP 502 with a page
//	401         the key is refused
//	truncated   it is done, and the answer's body ends in the middle
//	slow        it is done, and the answer trickles
//	stall       the request hangs until it is cut
//	types       it is done, and the answer's JSON has the wrong types
//	empty       polls: nothing is known of anything
//	partial     polls: some finished results are not there yet
//	duplicate   polls: everything comes twice
//	shuffle     polls: everything comes in another order
//	error200    polls: HTTP 200 with errors that speak of the poll
//	expired     downloads: this URL and those before it are dead
//	cut         downloads: a third arrives, then the connection ends
//	stall-half  downloads: a third arrives, then nothing
//	short       downloads: a third is missing at the end and nothing says so
//	norange     downloads: ranges are not known
//	nolength    downloads: the length is not announced
var Faults = map[string][]string{
	"submit":   append(common[:len(common):len(common)], "lost", "lost-html", "truncated", "types"),
	"poll":     append(common[:len(common):len(common)], "truncated", "types", "empty", "partial", "duplicate", "shuffle", "error200"),
	"upload":   append(common[:len(common):len(common)], "lost", "truncated", "types"),
	"account":  append(common[:len(common):len(common)], "truncated", "types"),
	"details":  append(common[:len(common):len(common)], "truncated", "types"),
	"ping":     {"stall", "html"},
	"file":     {"drop", "429", "429-after", "500", "503", "html", "stall"},
	"put":      {"drop", "lost", "429-after", "500", "503", "html", "stall", "401"},
	"download": {"drop", "500", "503", "429-after", "html", "stall", "expired", "cut", "stall-half", "short", "norange", "nolength"},
}

var common = []string{"drop", "429", "429-after", "500", "503", "html", "slow", "stall", "401"}

// Inject makes the next n requests of an operation meet a fault: "submit:lost".
func (s *Server) Inject(name string, n int) error {
	op, fault, _ := strings.Cut(name, ":")
	if !slices.Contains(Faults[op], fault) {
		return fmt.Errorf("no fault %q; there are %s", name, strings.Join(Names(), " "))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.armed[name] += n
	return nil
}

// Clear takes back what was injected and has not struck yet.
func (s *Server) Clear() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.armed)
}

// Names lists every fault there is.
func Names() []string {
	var all []string
	for _, op := range slices.Sorted(maps.Keys(Faults)) {
		for _, f := range Faults[op] {
			all = append(all, op+":"+f)
		}
	}
	return all
}

// strike decides what goes wrong with a request, "" for nothing.
func (s *Server) strike(op string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range Faults[op] {
		if name := op + ":" + f; s.armed[name] > 0 {
			s.armed[name]--
			s.struck[name]++
			return f
		}
	}
	if len(Faults[op]) == 0 || s.opt.Chance <= 0 || s.rng.Float64() >= s.opt.Chance {
		return ""
	}
	f := Faults[op][s.rng.IntN(len(Faults[op]))]
	// Hangs cost a client its whole patience, and a refused key may rightly end a
	// run: by chance they come more rarely.
	if (strings.HasPrefix(f, "stall") || f == "401") && s.rng.IntN(4) > 0 {
		return ""
	}
	s.struck[op+":"+f]++
	return f
}

// before plays the faults that come before anything is done; it says whether the
// request is over.
func before(w http.ResponseWriter, r *http.Request, s *Server, fault string) bool {
	switch fault {
	case "drop":
		panic(http.ErrAbortHandler)
	case "stall":
		s.hang(r)
		panic(http.ErrAbortHandler)
	case "429-after":
		w.Header().Set("Retry-After", fmt.Sprint(s.opt.After))
		fallthrough
	case "429":
		s.reply(w, 429, nil, wire.Error{Code: "rateLimitExceeded", Message: "Too many requests."})
	case "500":
		s.reply(w, 500, nil, wire.Error{Code: "internalServerError", Message: "Something broke."})
	case "503":
		s.reply(w, 503, nil, wire.Error{Code: "serviceUnavailable", Message: "No capacity."})
	case "401":
		s.reply(w, 401, nil, wire.Error{Code: "invalidApiKey", Message: "Invalid API key."})
	case "html":
		page(w)
	default:
		return false
	}
	return true
}

func page(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "text/html")
	w.WriteHeader(http.StatusBadGateway)
	_, _ = w.Write([]byte("<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"))
}

// hang waits until the client gives up or the stall is over.
func (s *Server) hang(r *http.Request) {
	t := time.NewTimer(s.opt.Stall)
	defer t.Stop()
	select {
	case <-t.C:
	case <-r.Context().Done():
	}
}

// after writes the answer, with the faults that come after the work was done.
func (s *Server) after(w http.ResponseWriter, fault string, status int, items []any, errs []wire.Error) {
	switch fault {
	case "lost":
		panic(http.ErrAbortHandler)
	case "lost-html":
		page(w)
		return
	case "empty":
		items, errs = nil, nil
	case "partial":
		items = items[:len(items)/2]
	case "duplicate":
		items = append(slices.Clone(items), items...)
	case "shuffle":
		items = slices.Clone(items)
		rand.New(rand.NewPCG(s.opt.Seed, uint64(len(items)))).Shuffle(len(items), func(a, b int) { items[a], items[b] = items[b], items[a] }) //nolint:gosec // chance that can be repeated
	case "error200":
		items, errs = nil, []wire.Error{{Code: "rateLimitExceeded", Message: "Slow down."}, {Code: "internalServerError", Message: "The poll failed."}}
	case "types":
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write([]byte(`{"data":[{"taskUUID":12,"status":{"a":1},"videoURL":7,"cost":"free"},"what"],"errors":"none"}`))
		return
	}
	var body bytes.Buffer
	_ = json.NewEncoder(&body).Encode(envelope(items, errs))
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", fmt.Sprint(body.Len()))
	w.WriteHeader(status)
	switch fault {
	case "truncated":
		_, _ = w.Write(body.Bytes()[:body.Len()/2])
		_ = http.NewResponseController(w).Flush()
		panic(http.ErrAbortHandler)
	case "slow":
		step := max(body.Len()/8, 1)
		for b := body.Bytes(); len(b) > 0; b = b[min(step, len(b)):] {
			_, _ = w.Write(b[:min(step, len(b))])
			_ = http.NewResponseController(w).Flush()
			time.Sleep(s.opt.Slow)
		}
	default:
		_, _ = w.Write(body.Bytes())
	}
}
