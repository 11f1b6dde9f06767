package runwaretest

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Book is what happened to one task.
type Book struct {
	UUID      string
	Prompt    string
	Posts     int     // times it was sent
	Accepted  int     // times it was taken: more than once is paying twice
	Conflicts int     // times it was refused as known
	Polls     int     // questions about it
	Billed    int     // results that were charged
	Cost      float64 // USD
	Failed    string  // code its generation ended with
	Downloads int     // requests for its bytes

	ask string // all of the task but its name
}

// Books are what happened to all, sorted by prompt and order of arrival.
type Books struct {
	Tasks    []Book
	Uploads  map[string]int // by media id
	Struck   map[string]int // faults by name
	Requests int
	Pings    int // among them, by which a client learns what the server can
	Peak     int // most tasks in flight at once
}

// Books copies the books.
func (s *Server) Books() Books {
	s.mu.Lock()
	defer s.mu.Unlock()
	order := slices.SortedFunc(maps.Values(s.tasks), func(a, b *task) int {
		if c := strings.Compare(a.book.Prompt, b.book.Prompt); c != 0 {
			return c
		}
		return a.index - b.index
	})
	b := Books{Uploads: maps.Clone(s.media), Struck: maps.Clone(s.struck), Requests: s.requests, Pings: s.pings, Peak: s.peak}
	for _, k := range order {
		b.Tasks = append(b.Tasks, k.book)
	}
	return b
}

// Problems lists what a client must never do: have a task accepted twice, or ask for
// the same video as another task while the last one had not failed.
func (b Books) Problems() []string {
	var out []string
	asks := map[string][]Book{}
	for _, k := range b.Tasks {
		if k.Accepted > 1 {
			out = append(out, fmt.Sprintf("task %s was accepted %d times", k.UUID, k.Accepted))
		}
		asks[k.ask] = append(asks[k.ask], k)
	}
	for _, ask := range slices.Sorted(maps.Keys(asks)) {
		tries := asks[ask]
		for _, k := range tries[:len(tries)-1] {
			if k.Failed == "" {
				out = append(out, fmt.Sprintf("%.60q was sent again as another task although %s had not failed", k.Prompt, k.UUID))
			}
		}
	}
	return out
}

// Summary is one line of figures.
func (b Books) Summary() string {
	var posts, accepted, conflicts, billed, failed, downloads, struck int
	for _, k := range b.Tasks {
		posts += k.Posts
		accepted += k.Accepted
		conflicts += k.Conflicts
		billed += k.Billed
		downloads += k.Downloads
		if k.Failed != "" {
			failed++
		}
	}
	for _, n := range b.Struck {
		struck += n
	}
	return fmt.Sprintf("tasks %d, posts %d, accepted %d, conflicts %d, billed %d, failed %d, downloads %d, uploads %d, faults %d, requests %d, peak %d, problems %d",
		len(b.Tasks), posts, accepted, conflicts, billed, failed, downloads, len(b.Uploads), struck, b.Requests, b.Peak, len(b.Problems()))
}
