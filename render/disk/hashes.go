package disk

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"gitops.video/render/render/lockfile"
)

// Hashes remembers the SHA-256 of files by path, size, times and inode, so that a
// plan does not read every video again.
//
// A file that was changed within settle of being hashed is not remembered: a
// second change in the same tick of the file system's clock would go unseen. Such
// a file is read again until it has come to rest.
type Hashes struct {
	file  string // where the cache is kept, "" = nowhere
	now   func() time.Time
	mu    sync.RWMutex
	known map[string]hashed // by absolute path
	dirty bool
}

// settle is longer than the clock tick of any file system in use (FAT counts in
// two seconds).
const settle = 3 * time.Second

type hashed struct {
	stamp stamp
	sum   string
}

// stamp is what must not have changed for a remembered hash to hold.
type stamp struct {
	size         int64
	mtime, ctime int64 // nanoseconds; ctime is 0 where there is none
	inode        uint64
}

const hashesHeader = "render hashes 1"

// OpenHashes reads the cache kept in a manifest's .render/ folder. A cache that is
// damaged, or of another version, is an empty one.
func OpenHashes(dir string, now func() time.Time) *Hashes {
	h := &Hashes{file: filepath.Join(dir, lockfile.StateDir, "hashes"), now: now, known: map[string]hashed{}}
	data, err := os.ReadFile(h.file)
	if err != nil {
		return h
	}
	head, rest, _ := bytes.Cut(data, []byte("\n"))
	if string(head) != hashesHeader {
		return h
	}
	s := bufio.NewScanner(bytes.NewReader(rest))
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		if name, e, ok := parseHash(s.Text()); ok {
			h.known[filepath.Join(dir, name)] = e
		}
	}
	return h
}

// parseHash reads "sum size mtime ctime inode path".
func parseHash(line string) (string, hashed, bool) {
	f := strings.SplitN(line, " ", 6)
	if len(f) != 6 || len(f[0]) != 64 {
		return "", hashed{}, false
	}
	var e hashed
	var err [4]error
	e.sum = f[0]
	e.stamp.size, err[0] = strconv.ParseInt(f[1], 10, 64)
	e.stamp.mtime, err[1] = strconv.ParseInt(f[2], 10, 64)
	e.stamp.ctime, err[2] = strconv.ParseInt(f[3], 10, 64)
	e.stamp.inode, err[3] = strconv.ParseUint(f[4], 10, 64)
	name, unquoteErr := strconv.Unquote(f[5])
	return name, e, errors.Join(err[:]...) == nil && unquoteErr == nil
}

// Save writes the cache back, if anything was learnt.
func (h *Hashes) Save() error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if !h.dirty || h.file == "" {
		return nil
	}
	state := filepath.Dir(h.file)
	if err := lockfile.MakeStateDir(state); err != nil {
		return err
	}
	var b bytes.Buffer
	b.WriteString(hashesHeader + "\n")
	for _, name := range slices.Sorted(maps.Keys(h.known)) {
		rel, err := filepath.Rel(filepath.Dir(state), name)
		if err != nil {
			continue
		}
		e := h.known[name]
		fmt.Fprintf(&b, "%s %d %d %d %d %s\n", e.sum, e.stamp.size, e.stamp.mtime, e.stamp.ctime, e.stamp.inode, strconv.Quote(rel))
	}
	h.dirty = false
	return lockfile.Replace(h.file, b.Bytes())
}

// hash gives the SHA-256 of a file in root whose facts are info.
func (h *Hashes) hash(root *os.Root, name string, info fs.FileInfo) (string, error) {
	key := filepath.Join(root.Name(), name)
	is := stampOf(info)
	h.mu.RLock()
	e, ok := h.known[key]
	h.mu.RUnlock()
	if ok && e.stamp == is {
		return e.sum, nil
	}
	f, err := root.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	before, err := f.Stat()
	if err != nil {
		return "", err
	}
	sum, _, err := sumOf(f)
	if err != nil {
		return "", err
	}
	after, err := f.Stat()
	if err != nil {
		return "", err
	}
	is = stampOf(after)
	changed := max(is.mtime, is.ctime)
	if is == stampOf(before) && h.now().UnixNano()-changed > int64(settle) {
		h.mu.Lock()
		h.known[key] = hashed{is, sum}
		h.dirty = true
		h.mu.Unlock()
	}
	return sum, nil
}

// forget drops what is known of a path that has just been written.
func (h *Hashes) forget(key string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if _, ok := h.known[key]; ok {
		delete(h.known, key)
		h.dirty = true
	}
}
