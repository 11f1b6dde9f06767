package server

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"gitops.video/render/render"
)

// shelf is the bucket as the server uses it: content comes in by streams and goes out
// as files that can be read from anywhere in the middle.
type shelf struct {
	store   render.Store
	scratch string // ours alone

	mu     sync.Mutex
	copies map[string]*copied // by hash
	bytes  int64
}

// copied is content that was brought here from a bucket elsewhere.
type copied struct {
	ready chan struct{}
	path  string
	bytes int64
	used  time.Time
	err   error
}

// maxCopies is how much of a bucket elsewhere is kept here, in bytes.
const maxCopies = 4 << 30

// opener is a store whose content lies here already.
type opener interface {
	Open(sum string) (*os.File, error)
}

func newShelf(store render.Store, scratch string) (*shelf, error) {
	if scratch != "" {
		if err := os.MkdirAll(scratch, 0o700); err != nil {
			return nil, err
		}
	}
	dir, err := os.MkdirTemp(scratch, "serve-*")
	if err != nil {
		return nil, err
	}
	return &shelf{store: store, scratch: dir, copies: map[string]*copied{}}, nil
}

func (s *shelf) close() error { return os.RemoveAll(s.scratch) }

// draft is content on its way in. The file is a field and not embedded, since its
// ReadFrom would let content pass the hash by.
type draft struct {
	file  *os.File
	sum   hash.Hash
	bytes int64
}

// draft begins new content. It is removed again by drop, whether it was put or not.
func (s *shelf) draft() (*draft, error) {
	f, err := os.CreateTemp(s.scratch, "in-*")
	if err != nil {
		return nil, err
	}
	return &draft{file: f, sum: sha256.New()}, nil
}

func (d *draft) Write(b []byte) (int, error) {
	n, err := d.file.Write(b)
	d.sum.Write(b[:n])
	d.bytes += int64(n)
	return n, err
}

func (d *draft) sha256() string { return hex.EncodeToString(d.sum.Sum(nil)) }

func (d *draft) drop() {
	_ = d.file.Close() // it was read back, or is of no use
	_ = os.Remove(d.file.Name())
}

// open gives content for reading. Content that is not there is [fs.ErrNotExist].
func (s *shelf) open(ctx context.Context, sum string) (*os.File, error) {
	if o, ok := s.store.(opener); ok {
		return o.Open(sum)
	}
	for {
		s.mu.Lock()
		c := s.copies[sum]
		mine := c == nil
		if mine {
			c = &copied{ready: make(chan struct{})}
			s.copies[sum] = c
		}
		c.used = time.Now()
		s.mu.Unlock()
		if mine {
			s.bring(ctx, sum, c)
		}
		select {
		case <-c.ready:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		if c.err != nil {
			if !mine && errors.Is(c.err, context.Canceled) {
				continue // it was another client that left
			}
			return nil, c.err
		}
		f, err := os.Open(c.path)
		if !errors.Is(err, fs.ErrNotExist) {
			return f, err
		}
		s.forget(sum, c) // made room for others meanwhile
	}
}

func (s *shelf) bring(ctx context.Context, sum string, c *copied) {
	defer close(c.ready)
	c.path = filepath.Join(s.scratch, "copy-"+sum)
	if c.err = s.store.Get(ctx, sum, c.path); c.err == nil {
		var stat fs.FileInfo
		if stat, c.err = os.Stat(c.path); c.err == nil {
			s.mu.Lock()
			c.bytes = stat.Size()
			s.bytes += c.bytes
			s.mu.Unlock()
			s.shrink(sum)
			return
		}
	}
	s.forget(sum, c)
}

func (s *shelf) forget(sum string, c *copied) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.copies[sum] == c {
		delete(s.copies, sum)
		s.bytes -= c.bytes
	}
}

// shrink removes what was used longest ago. Who has it open reads on.
func (s *shelf) shrink(but string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.bytes <= maxCopies {
		return
	}
	var sums []string
	for sum, c := range s.copies {
		if sum != but && c.bytes > 0 {
			sums = append(sums, sum)
		}
	}
	slices.SortFunc(sums, func(a, b string) int { return s.copies[a].used.Compare(s.copies[b].used) })
	for _, sum := range sums {
		if s.bytes <= maxCopies*9/10 {
			break
		}
		c := s.copies[sum]
		_ = os.Remove(c.path) // at worst it stays until the end
		delete(s.copies, sum)
		s.bytes -= c.bytes
	}
}

// copyLimited copies up to limit bytes; more is an error.
func copyLimited(w io.Writer, r io.Reader, limit int64) (int64, error) {
	n, err := io.Copy(w, io.LimitReader(r, limit+1))
	if err == nil && n > limit {
		err = fmt.Errorf("%w: more than %d MB", errTooLarge, limit>>20)
	}
	return n, err
}

var errTooLarge = errors.New("it is too large")
