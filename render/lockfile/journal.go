package lockfile

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"slices"
	"strconv"

	"gitops.video/render/render"
)

// The journal holds what changed since the lockfile was written: one line an act,
// each with a checksum, so that a line which a crash tore off is told apart from
// one that was written whole. Appending costs the same however many records there
// are.

// entry is one change in a journal line; a null record drops the key.
type entry struct {
	Key    string          `json:"key"`
	Record json.RawMessage `json:"record"`
	Was    string          `json:"was"` // mark of the record that it replaces
}

// act is an entry as it is read: what to do with a key.
type act struct {
	render.LedgerEntry
	was string
}

// mark tells records apart, so that a journal knows the lockfile that it was begun on.
func mark(r *render.Record) string {
	if r == nil {
		return "none"
	}
	return fmt.Sprintf("%08x", crc32.Checksum(appendRecord(nil, r), crcTable))
}

var crcTable = crc32.MakeTable(crc32.Castagnoli)

type journal struct {
	f    *os.File
	size int64 // bytes that are known to be whole
	torn bool  // what lies behind them has to be cut off first
}

// openJournal opens the journal for appending after its last whole line.
func openJournal(path string, whole int64) (*journal, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	j := &journal{f: f, size: whole}
	if err := j.cut(); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return j, nil
}

// append writes one act and forces it to the disk. After a failed write the torn
// line is cut off again, so that a later one does not hide behind it; while that
// cannot be done, nothing more is written.
// base is the lock that they change.
func (j *journal) append(base *render.Lock, entries []render.LedgerEntry) error {
	if j.torn {
		if err := j.cut(); err != nil {
			return fmt.Errorf("journal: %w", err)
		}
	}
	lines := make([]entry, len(entries))
	for i, e := range entries {
		lines[i].Key, lines[i].Was = e.Key, mark(base.Records[e.Key])
		if e.Record != nil {
			lines[i].Record = appendRecord(nil, e.Record)
		}
	}
	body := appendJSON(nil, lines, nil)
	line := fmt.Appendf(nil, "%08x %s\n", crc32.Checksum(body, crcTable), body)
	_, err := j.f.Write(line)
	if err == nil {
		err = j.f.Sync()
	}
	if err != nil {
		j.torn = true
		return fmt.Errorf("journal: %w", errors.Join(err, j.cut()))
	}
	j.size += int64(len(line))
	return nil
}

// cut takes off what was written behind the last whole act.
func (j *journal) cut() error {
	if err := j.f.Truncate(j.size); err != nil {
		return err
	}
	if _, err := j.f.Seek(j.size, io.SeekStart); err != nil {
		return err
	}
	j.torn = false
	return nil
}

// replay applies a journal to a lock and gives the length of its whole part. It
// stops at the first line that is not whole: what follows was never acknowledged.
func replay(lock *render.Lock, data []byte) (whole int64) {
	acts := map[string][]act{}
	for len(data) > 0 {
		line, rest, ended := bytes.Cut(data, []byte("\n"))
		entries, ok := decodeAct(line)
		if !ended || !ok {
			break
		}
		for _, e := range entries {
			acts[e.Key] = append(acts[e.Key], e)
		}
		whole += int64(len(line)) + 1
		data = rest
	}
	for key, list := range acts {
		play(lock, key, list)
	}
	return whole
}

func decodeAct(line []byte) ([]act, bool) {
	if len(line) < 10 || line[8] != ' ' {
		return nil, false
	}
	sum, err := strconv.ParseUint(string(line[:8]), 16, 32)
	if err != nil || uint32(sum) != crc32.Checksum(line[9:], crcTable) {
		return nil, false
	}
	var raw []entry
	if json.Unmarshal(line[9:], &raw) != nil {
		return nil, false
	}
	acts := make([]act, 0, len(raw))
	for _, e := range raw {
		out := act{LedgerEntry: render.LedgerEntry{Key: e.Key}, was: e.Was}
		if len(e.Record) > 0 && string(e.Record) != "null" {
			if out.Record, err = decodeRecord(&strictDecoder{}, e.Record, Version); err != nil {
				return nil, false
			}
		}
		acts = append(acts, out)
	}
	return acts, true
}

// play puts what a journal says about one key into the lock. It replaces what it was
// written upon, and what an interrupted fold has already put there. Anything else was
// brought by git since: that is a merge, and is decided as one.
func play(lock *render.Lock, key string, acts []act) {
	known := map[string]bool{}
	for _, a := range acts {
		known[a.was], known[mark(a.Record)] = true, true
	}
	pulled := slices.DeleteFunc(sideOf(lock, key), func(r *render.Record) bool { return known[mark(r)] })
	delete(lock.Records, key)
	delete(lock.Rivals, key)
	var ours []*render.Record
	if last := acts[len(acts)-1].Record; last != nil {
		ours = []*render.Record{last}
	}
	keep(lock, key, union(pulled, ours))
}
