package runware

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/parcel"
	"gitops.video/render/render/wire"
)

// sendsAtOnce bounds the files under way to the server. Each takes a buffer of a few
// kilobytes, whatever its size.
const sendsAtOnce = 4

// fileStore brings the files of entries to a server that has the extension, each
// content once for all entries.
type fileStore struct {
	p       *Provider
	flights flights
	sends   chan struct{}

	mu     sync.Mutex
	stored map[string]bool // by hash
}

func newFileStore(p *Provider) *fileStore {
	return &fileStore{p: p, sends: make(chan struct{}, sendsAtOnce), stored: map[string]bool{}}
}

// bring makes sure that the server has every file of an extension.
func (s *fileStore) bring(ctx context.Context, dir string, x *wire.Extension) error {
	if x == nil || len(x.Files) == 0 {
		return nil
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(sendsAtOnce)
	for _, name := range parcel.Names(x) {
		sum := x.Files[name]
		group.Go(func() error {
			_, err := s.flights.do(ctx, sum, func() (string, bool) { return "", s.has(sum) }, func() (string, error) {
				return "", s.send(ctx, dir, name, sum)
			}, func() error { return sleep(ctx, s.p.backoff(1)) })
			return err
		})
	}
	return group.Wait()
}

func (s *fileStore) has(sum string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.stored[sum]
}

// rejected says whether a submit failed because the server lacks files of the task;
// they are brought anew then.
func (s *fileStore) rejected(f *render.Failure, x *wire.Extension) bool {
	if f.Code != wire.CodeMissingFile || x == nil || len(x.Files) == 0 {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, sum := range x.Files {
		delete(s.stored, sum)
	}
	return true
}

// send asks for one file and stores it where it is not there yet. Storing a file
// twice costs nothing, so a lost answer is simply tried again.
func (s *fileStore) send(ctx context.Context, dir, name, sum string) error {
	select {
	case s.sends <- struct{}{}:
		defer func() { <-s.sends }()
	case <-ctx.Done():
		return context.Cause(ctx)
	}
	root, err := os.OpenRoot(or(dir, "."))
	if err != nil {
		return err
	}
	defer root.Close()
	var last error
	for try := range maxTries {
		if try > 0 {
			if err := sleep(ctx, s.p.backoff(try)); err != nil {
				return err
			}
		}
		ans, err := s.p.client.file(ctx, http.MethodHead, sum, nil, 0)
		if err == nil && ans.status == http.StatusNotFound {
			ans, err = s.put(ctx, root, name, sum)
		}
		var broken *callError
		switch {
		case err == nil && ans.status < 300:
			s.mu.Lock()
			s.stored[sum] = true
			s.mu.Unlock()
			return nil
		case err != nil && (!errors.As(err, &broken) || broken.permanent):
			return err
		case err != nil:
			last = fmt.Errorf("%s: %w", name, err)
			continue
		}
		f := failure(ans.Errors[0], ans.status, false, s.p.secretsOf(manifest.Spec{}))
		f.Message, f.After = name+": "+f.Message, ans.after
		last = f
		switch f.Class {
		case render.ClassAuth, render.ClassQuota, render.ClassValidation, render.ClassSafety, render.ClassNotFound:
			return f
		}
	}
	return plain(fmt.Errorf("sending files: %w", last))
}

// put sends one file from the disk.
func (s *fileStore) put(ctx context.Context, root *os.Root, name, sum string) (answer, error) {
	f, err := root.Open(filepath.FromSlash(name))
	if err != nil {
		return answer{}, &render.Failure{Class: render.ClassValidation, Code: "invalidEntry", Message: err.Error()}
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return answer{}, err
	}
	body := &tally{from: f, sum: sha256.New(), left: info.Size()}
	ans, err := s.p.client.file(ctx, http.MethodPut, sum, body, info.Size())
	if body.left == 0 && hex.EncodeToString(body.sum.Sum(nil)) != sum {
		return answer{}, &render.Failure{Class: render.ClassValidation, Code: "fileChanged", Message: name + " was changed while it was read; run again"}
	}
	return ans, err
}

// tally reads a file of known size and takes its hash on the way.
type tally struct {
	from io.Reader
	sum  hash.Hash
	left int64
}

func (t *tally) Read(b []byte) (int, error) {
	if t.left == 0 {
		return 0, io.EOF
	}
	n, err := t.from.Read(b[:min(int64(len(b)), t.left)])
	t.sum.Write(b[:n])
	t.left -= int64(n)
	if errors.Is(err, io.EOF) && t.left > 0 {
		err = io.ErrUnexpectedEOF // it was cut since its size was asked
	}
	return n, err
}

// file asks for (HEAD) or stores (PUT) the file with a hash. As for [client.call], an
// answer with an error status holds an error; that of a HEAD has no other body.
func (c *client) file(ctx context.Context, method, sum string, body io.Reader, size int64) (answer, error) {
	if err := c.work.wait(ctx); err != nil {
		return answer{}, err
	}
	// A slow line takes its time over a large file: one second more for every 100 KB.
	limit := c.per + time.Duration(size/100_000)*time.Second
	ctx, cancel := context.WithTimeoutCause(ctx, limit, errNoAnswer)
	defer cancel()
	if size == 0 && method == http.MethodPut {
		body = http.NoBody
	}
	req, err := http.NewRequestWithContext(ctx, method, wire.FilePath(c.url, sum), body)
	if err != nil {
		return answer{}, &callError{permanent: true, text: "the request cannot be made: " + err.Error(), err: err}
	}
	req.ContentLength = size
	req.Header.Set("Content-Type", "application/octet-stream")
	c.authorize(req)
	resp, err := c.http.Do(req)
	if err != nil {
		return answer{}, c.explain(ctx, err, false)
	}
	defer resp.Body.Close()
	raw, err := io.ReadAll(io.LimitReader(resp.Body, maxReply))
	if err != nil {
		return answer{}, c.explain(ctx, err, true)
	}
	a := answer{status: resp.StatusCode, after: retryAfter(resp.Header, c.now)}
	if a.status < 300 {
		c.work.ease()
		return a, nil
	}
	if a.status == http.StatusTooManyRequests || a.status == http.StatusServiceUnavailable {
		c.work.push(a.after)
	}
	a.Reply, err = wire.Decode(raw)
	if err != nil || len(a.Errors) == 0 {
		a.Errors = []wire.Error{{Code: "http" + strconv.Itoa(a.status), Message: c.host + " answers " + resp.Status}}
	}
	return a, nil
}
