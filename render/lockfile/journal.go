package lockfile

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
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
func (j *journal) append(entries []render.LedgerEntry) error {
	if j.torn {
		if err := j.cut(); err != nil {
			return fmt.Errorf("journal: %w", err)
		}
	}
	lines := make([]entry, len(entries))
	for i, e := range entries {
		lines[i].Key = e.Key
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
func replay(lock *render.Lock, data []byte) (whole int64, acts int) {
	for len(data) > 0 {
		line, rest, ended := bytes.Cut(data, []byte("\n"))
		entries, ok := decodeAct(line)
		if !ended || !ok {
			return whole, acts
		}
		for _, e := range entries {
			play(lock, e)
		}
		whole += int64(len(line)) + 1
		acts++
		data = rest
	}
	return whole, acts
}

func decodeAct(line []byte) ([]render.LedgerEntry, bool) {
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
	entries := make([]render.LedgerEntry, 0, len(raw))
	for _, e := range raw {
		out := render.LedgerEntry{Key: e.Key}
		if len(e.Record) > 0 && string(e.Record) != "null" {
			if out.Record, err = decodeRecord(&strictDecoder{}, e.Record, Version); err != nil {
				return nil, false
			}
		}
		entries = append(entries, out)
	}
	return entries, true
}

// play applies one journal entry. The journal is newer than the lockfile, except
// where a git pull brought the finished record of the very generation that this
// machine still saw in flight.
func play(lock *render.Lock, e render.LedgerEntry) {
	have := lock.Records[e.Key]
	if e.Record == nil {
		delete(lock.Records, e.Key)
		delete(lock.Rivals, e.Key)
		return
	}
	if have != nil && have.State == render.StateDone && have.TaskUUID == e.Record.TaskUUID &&
		have.Digest == e.Record.Digest && e.Record.State.InFlight() && !sameResults(have, e.Record.Previous) {
		return
	}
	lock.Records[e.Key] = e.Record
	delete(lock.Rivals, e.Key)
}

// sameResults says that a record in flight is about to replace exactly what the
// lockfile holds: then the journal is the newer one, a repair under the old identity.
func sameResults(have, previous *render.Record) bool {
	return previous != nil && previous.Digest == have.Digest && len(previous.Results) == len(have.Results)
}
