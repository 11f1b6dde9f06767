// Package lockfile keeps the record of what was rendered: videos.lock beside
// videos.yaml, committed to git, and the journal in .render/ that makes every
// change of state durable while an apply runs.
//
// The lockfile is line-oriented like go.sum: a header, then one JSON object a line,
// sorted by key, in a fixed field order and without timestamps. One changed video
// is one changed line, so git merges unrelated changes by itself. What a merge
// leaves undecided (conflict markers, two lines for one key, a journal that git has
// overtaken) is read all the same and decided once the manifest is known; see
// [render.Lock.Settle].
package lockfile

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"

	"gitops.video/render/render"
)

// Version is the version of the format that Encode writes.
const Version = 1

// ErrNewer is a lockfile from a later version of the tool: writing it back could
// lose what this version does not understand.
var ErrNewer = errors.New("the lockfile was written by a newer version of render; upgrade to read it")

type header struct {
	Lockfile *int   `json:"lockfile"`
	Project  string `json:"project,omitempty"`
}

// Decode reads a lockfile. What cannot be read costs the line that it stands on and
// is told in the lock's notes, with name and line number; only a file of a newer
// version is an error. Empty data gives an empty lock.
func Decode(name string, data []byte) (*render.Lock, error) {
	d := decoder{name: name, lock: &render.Lock{Records: map[string]*render.Record{}}}
	lines := bytes.Split(data, []byte("\n"))
	lines = d.head(lines)
	if d.version > Version {
		return nil, fmt.Errorf("%s: %w (format %d, this is %d)", name, ErrNewer, d.version, Version)
	}
	for _, part := range d.parse(lines) {
		for _, l := range part {
			d.add(l)
		}
	}
	if d.conflicts > 0 {
		d.note(d.conflicts, "conflict markers passed over; both sides are read")
	}
	return d.lock, nil
}

type decoder struct {
	name      string
	lock      *render.Lock
	version   int
	offset    int // lines before those that parse is given
	conflicts int // first line with a conflict marker, 0 = none
}

func (d *decoder) note(line int, text string) {
	d.lock.Notes = append(d.lock.Notes, fmt.Sprintf("%s:%d: %s", d.name, line, text))
}

// head takes header lines off the front. After a merge there may be two of them
// between conflict markers.
func (d *decoder) head(lines [][]byte) [][]byte {
	d.version = Version
	found := false
	for i, line := range lines {
		line = bytes.TrimSpace(line)
		switch {
		case len(line) == 0:
			continue
		case isMarker(line):
			if d.conflicts == 0 {
				d.conflicts = i + 1
			}
			continue
		case !bytes.HasPrefix(line, []byte(`{"lockfile"`)):
			if !found {
				d.note(i+1, "there is no header line; its project id is made anew")
			}
			d.offset = i
			return lines[i:]
		}
		var h header
		if err := json.Unmarshal(line, &h); err != nil || h.Lockfile == nil {
			d.note(i+1, "the header is not readable; its project id is made anew")
			found = true
			continue
		}
		if found && h.Project != d.lock.Project && d.lock.Project != "" {
			d.note(i+1, "two project ids after a merge; the first one is kept")
			continue
		}
		found = true
		d.version, d.lock.Project = *h.Lockfile, h.Project
		d.lock.Extra = unknown(line, headerFields)
	}
	d.offset = len(lines)
	return nil
}

func isMarker(line []byte) bool {
	for _, m := range []string{"<<<<<<<", "=======", ">>>>>>>", "|||||||"} {
		if bytes.HasPrefix(line, []byte(m)) {
			return true
		}
	}
	return false
}

// parsed is one line of a lockfile after decoding.
type parsed struct {
	line   int
	record *render.Record
	marker bool
	err    error
}

// parse decodes the lines on all processors: this is most of what reading a large
// lockfile costs.
func (d *decoder) parse(lines [][]byte) [][]parsed {
	workers := 1
	if len(lines) > 256 {
		workers = runtime.GOMAXPROCS(0)
	}
	size := max((len(lines)+workers-1)/workers, 1)
	parts := make([][]parsed, 0, workers)
	var wg sync.WaitGroup
	for start := 0; start < len(lines); start += size {
		chunk := lines[start:min(start+size, len(lines))]
		out := make([]parsed, 0, len(chunk))
		parts = append(parts, out)
		slot := &parts[len(parts)-1]
		first := d.offset + start + 1
		wg.Go(func() { *slot = parseLines(out, chunk, first, d.version) })
	}
	wg.Wait()
	return parts
}

func parseLines(out []parsed, lines [][]byte, first, version int) []parsed {
	var strict strictDecoder
	for i, line := range lines {
		line = bytes.TrimSpace(line)
		switch {
		case len(line) == 0:
		case isMarker(line):
			out = append(out, parsed{line: first + i, marker: true})
		default:
			r, err := decodeRecord(&strict, line, version)
			out = append(out, parsed{line: first + i, record: r, err: err})
		}
	}
	return out
}

func (d *decoder) add(l parsed) {
	switch {
	case l.marker:
		if d.conflicts == 0 {
			d.conflicts = l.line
		}
	case l.err != nil:
		d.note(l.line, "this line is not readable and its entry counts as never rendered: "+l.err.Error())
	default:
		have := d.lock.Records[l.record.Key]
		if have == nil {
			d.lock.Records[l.record.Key] = l.record
			return
		}
		if bytes.Equal(appendRecord(nil, have), appendRecord(nil, l.record)) {
			return
		}
		if d.lock.Rivals == nil {
			d.lock.Rivals = map[string][]*render.Record{}
		}
		d.lock.Rivals[l.record.Key] = append(d.lock.Rivals[l.record.Key], l.record)
	}
}

// decodeRecord reads one line. Members that this version does not know are kept.
func decodeRecord(strict *strictDecoder, line []byte, version int) (*render.Record, error) {
	r := &render.Record{}
	if err := strict.decode(line, r); errors.Is(err, errTrailing) {
		return nil, err
	} else if err != nil {
		*r = render.Record{}
		if err := json.Unmarshal(line, r); err != nil {
			return nil, err
		}
		r.Extra = unknown(line, recordFields)
	}
	if version == 0 {
		upgradeFrom0(r)
	}
	switch {
	case r.Key == "":
		return nil, errors.New("it has no key")
	case !strings.HasPrefix(r.Digest, "sha256:"):
		return nil, errors.New("its digest is not a sha256")
	}
	switch r.State {
	case render.StateDone, render.StateFailed, render.StateSubmitted, render.StateSubmitting:
	default:
		return nil, fmt.Errorf("its state %q is unknown", r.State)
	}
	return r, nil
}

var errTrailing = errors.New("there is text after the record")

// strictDecoder reads objects a line and refuses members they do not have. The lines
// share one buffer: a decoder of its own for each would be most of what reading a
// large lockfile allocates.
type strictDecoder struct {
	dec    *json.Decoder
	source *bytes.Reader
}

func (s *strictDecoder) decode(line []byte, into any) error {
	if s.dec == nil {
		s.source = bytes.NewReader(nil)
		s.dec = json.NewDecoder(s.source)
		s.dec.DisallowUnknownFields()
	}
	s.source.Reset(line)
	start := s.dec.InputOffset()
	err := s.dec.Decode(into)
	if err == nil && s.dec.InputOffset()-start != int64(len(line)) {
		err = errTrailing
	}
	if err != nil {
		s.dec = nil // it may hold what is left of the line
	}
	return err
}

// upgradeFrom0 lifts a record of the format before there was a list of results:
// one output, spread over the record's own members.
func upgradeFrom0(r *render.Record) {
	var old render.Output
	b, err := json.Marshal(r.Extra)
	if err != nil || json.Unmarshal(b, &old) != nil || old.Output == "" || len(r.Results) > 0 {
		return
	}
	r.Results = []render.Output{old}
	for name := range outputFields {
		delete(r.Extra, name)
	}
	if len(r.Extra) == 0 {
		r.Extra = nil
	}
}

var (
	headerFields = fieldNames(reflect.TypeFor[header]())
	recordFields = fieldNames(reflect.TypeFor[render.Record]())
	outputFields = fieldNames(reflect.TypeFor[render.Output]())
)

func fieldNames(t reflect.Type) map[string]bool {
	names := map[string]bool{}
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if name != "-" {
			names[name] = true
		}
	}
	return names
}

// unknown gives the members of a JSON object that are not in known, nil for none.
// Names are compared as encoding/json does, without regard to case: it has read
// "KEY" as the key, and written beside it the key would be there twice.
func unknown(line []byte, known map[string]bool) map[string]json.RawMessage {
	var all map[string]json.RawMessage
	if json.Unmarshal(line, &all) != nil {
		return nil
	}
	maps.DeleteFunc(all, func(name string, _ json.RawMessage) bool {
		for k := range known {
			if strings.EqualFold(k, name) {
				return true
			}
		}
		return false
	})
	if len(all) == 0 {
		return nil
	}
	return all
}

// Encode writes a lockfile: the same lock always gives the same bytes.
func Encode(l *render.Lock) []byte {
	v := Version
	b := appendJSON(nil, header{Lockfile: &v, Project: l.Project}, l.Extra)
	b = append(b, '\n')
	for _, key := range l.Keys() {
		b = append(appendRecord(b, l.Records[key]), '\n')
		for _, rival := range l.Rivals[key] {
			b = append(appendRecord(b, rival), '\n')
		}
	}
	return b
}

func appendRecord(b []byte, r *render.Record) []byte { return appendJSON(b, r, r.Extra) }

// appendJSON writes v as one line, its unknown members sorted after its own.
func appendJSON(b []byte, v any, extra map[string]json.RawMessage) []byte {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic("lockfile: a record that cannot be written: " + err.Error()) // only raw messages could, and those were read as JSON
	}
	line := bytes.TrimSuffix(buf.Bytes(), []byte("\n"))
	if len(extra) == 0 {
		return append(b, line...)
	}
	b = append(b, line[:len(line)-1]...)
	for _, name := range slices.Sorted(maps.Keys(extra)) {
		quoted, _ := json.Marshal(name) // a string always marshals
		b = append(append(append(b, ','), quoted...), ':')
		var one bytes.Buffer
		if json.Compact(&one, extra[name]) != nil {
			one.WriteString("null")
		}
		b = append(b, one.Bytes()...)
	}
	return append(b, '}')
}
