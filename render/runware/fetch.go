package runware

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"gitops.video/render/render"
	"gitops.video/render/render/container"
	"gitops.video/render/render/wire"
)

const (
	// downloadsAtOnce is how many files are fetched at once.
	downloadsAtOnce = 8
	// maxFetchTries bounds the connections of one download that bring nothing new.
	maxFetchTries = 8
	// maxVideo and maxSidecar bound one file, in bytes.
	maxVideo   = 16 << 30
	maxSidecar = 16 << 20
)

// Fetch implements [render.Provider]. The file at path is complete when it returns
// nil: as long as announced, a whole container, of a length that fits the task. What
// belongs beside it has been put there, too.
func (p *Provider) Fetch(ctx context.Context, job render.Job, result render.Result, path string, progress render.Progress) error {
	if result.Path != "" {
		if err := os.Rename(result.Path, path); err != nil {
			return explainDisk(err, path)
		}
		return nil
	}
	select {
	case p.client.fetches <- struct{}{}:
		defer func() { <-p.client.fetches }()
	case <-ctx.Done():
		return context.Cause(ctx)
	}
	video := &download{p: p, path: path, url: result.URL, max: maxVideo, progress: progress,
		pick: func(i wire.Item) string { return i.URL() }}
	video.whole = func() error { return video.check(job) }
	if err := video.save(ctx, job, result); err != nil {
		return err
	}
	for _, ext := range sortedKeys(result.SidecarURL) {
		side := &download{p: p, path: result.Sidecar[ext], url: result.SidecarURL[ext], max: maxSidecar, pick: func(i wire.Item) string {
			if i.Render == nil {
				return ""
			}
			return i.Render.Sidecars[ext]
		}}
		side.whole = side.cut
		if err := side.save(ctx, job, result); err != nil {
			return fmt.Errorf("%s beside the video: %w", ext, err)
		}
	}
	return nil
}

// save brings the file to its path, or leaves nothing there.
func (d *download) save(ctx context.Context, job render.Job, result render.Result) error {
	f, err := os.OpenFile(d.path, os.O_CREATE|os.O_RDWR|os.O_TRUNC, 0o644)
	if err != nil {
		return explainDisk(err, d.path)
	}
	d.file = f
	err = d.run(ctx, job, result)
	if cerr := f.Close(); err == nil && cerr != nil {
		err = explainDisk(cerr, d.path)
	}
	if err != nil {
		_ = os.Remove(d.path)
	}
	return err
}

// download is one file on its way.
type download struct {
	p        *Provider
	file     *os.File
	path     string
	url      string
	have     int64  // bytes on disk
	best     int64  // the most there were before a failed try
	reach    int64  // the file's own length
	total    int64  // announced, 0 = not known
	tag      string // validator of what is on disk: If-Range
	max      int64  // bytes that are taken at most
	progress render.Progress

	whole func() error           // looks whether the file on disk is what was asked for
	pick  func(wire.Item) string // the file's URL in a poll's answer
}

// errExpired says that the URL does not lead to the file (any more).
var errExpired = errors.New("the URL has expired")

// foreignError says that what came is not the video.
type foreignError struct{ text string }

func (e *foreignError) Error() string { return e.text }

// diskError is a failure of this machine, which no retry mends.
type diskError struct{ error }

func (e *diskError) Unwrap() error { return e.error }

func (d *download) run(ctx context.Context, job render.Job, result render.Result) error {
	var last error
	renewed := 0
	for try := 0; try < maxFetchTries; try++ {
		if try > 0 {
			pause := d.p.backoff(try)
			if later, ok := errors.AsType[*laterError](last); ok {
				pause = max(pause, later.after)
			}
			if err := sleep(ctx, pause); err != nil {
				return err
			}
		}
		err := d.pull(ctx)
		if err == nil {
			if err = d.whole(); err == nil {
				return nil
			}
			d.best = max(d.best, d.have)
			d.restart()
		}
		var (
			disk    *diskError
			foreign *foreignError
			stop    *callError
		)
		switch {
		case errors.As(err, &disk):
			return explainDisk(disk.error, d.path)
		case ctx.Err() != nil:
			return context.Cause(ctx)
		case errors.As(err, &stop) && stop.permanent:
			return err
		case errors.Is(err, errExpired), errors.As(err, &foreign):
			if renewed++; renewed > 3 {
				break
			}
			fresh, rerr := d.renew(ctx, job, result)
			switch {
			case rerr != nil:
				err = fmt.Errorf("%w, and a new one could not be had: %w", err, rerr)
			case fresh != "" && fresh != d.url:
				// Another signature of the same file; what is on disk stays good
				// as long as the server confirms it by If-Range.
				d.url = fresh
			}
		}
		last = err
		if d.have > d.best { // progress earns new patience
			d.best, try = d.have, 0
		}
	}
	if errors.Is(last, errExpired) {
		if d.p.madeBefore(job.TaskUUID) { // no run waits for it any more
			return &render.Failure{Class: render.ClassNotFound, Code: "resultExpired", Terminal: true,
				Message: "the provider made this video for an earlier run and no longer has it (" + last.Error() + ")"}
		}
		return &render.Failure{Class: render.ClassNotFound, Code: "resultExpired",
			Message: "the provider no longer serves the finished video (" + last.Error() + "); if it is really gone, --force renders and pays it again"}
	}
	return fmt.Errorf("download of %s: %w", d.where(), last)
}

// where names the source without its query, which may be a signature.
func (d *download) where() string {
	u, err := url.Parse(d.url)
	if err != nil {
		return "the video"
	}
	return u.Host + u.Path
}

// pull makes one connection and takes what comes.
func (d *download) pull(ctx context.Context) error {
	if err := d.p.client.allowed(d.url); err != nil {
		return err
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	// The stall timer runs from the first byte sent to the last one received, and
	// starts anew with each that arrives: slow is fine, dead is not.
	stall := time.AfterFunc(d.p.cfg.StallTimeout, func() { cancel(errStalled) })
	defer stall.Stop()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, d.url, nil)
	if err != nil {
		return &callError{permanent: true, text: "the provider gave a URL that cannot be read"}
	}
	req.Header.Set("Accept-Encoding", "identity") // ranges count the file's own bytes
	if d.have > 0 && d.tag != "" {
		req.Header.Set("Range", fmt.Sprintf("bytes=%d-", d.have))
		req.Header.Set("If-Range", d.tag)
	}
	resp, err := d.p.client.media.Do(req)
	if err != nil {
		return d.broken(ctx, req.URL.Host, err)
	}
	defer resp.Body.Close()
	if err := d.begin(resp); err != nil {
		return err
	}
	buf := buffers.Get().(*[]byte)
	defer buffers.Put(buf)
	for {
		n, err := resp.Body.Read(*buf)
		if n > 0 {
			stall.Reset(d.p.cfg.StallTimeout)
			if d.have+int64(n) > d.max {
				return &callError{permanent: true, text: fmt.Sprintf("the file is larger than %d MB", d.max>>20)}
			}
			if _, werr := d.file.WriteAt((*buf)[:n], d.have); werr != nil {
				return &diskError{werr}
			}
			d.have += int64(n)
			d.reach = max(d.reach, d.have)
			if d.progress != nil {
				percent := -1.0
				if d.total > 0 {
					percent = min(100*float64(d.have)/float64(d.total), 100)
				}
				d.progress("download", percent)
			}
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return d.broken(ctx, req.URL.Host, err)
		}
	}
	if d.total > 0 && d.have < d.total {
		return fmt.Errorf("the connection ended after %d of %d bytes", d.have, d.total)
	}
	if d.total > 0 && d.have > d.total {
		have, total := d.have, d.total
		d.restart()
		return fmt.Errorf("%d bytes came where %d were announced", have, total)
	}
	return nil
}

var errStalled = errors.New("no byte arrived in time")

// buffers are shared, so that memory depends on the downloads under way alone.
var buffers = sync.Pool{New: func() any { b := make([]byte, 128<<10); return &b }}

var contentRange = regexp.MustCompile(`^bytes (\d+)-\d+/(\d+|\*)$`)

// begin reads the answer's head: where its bytes belong, and how many there will be.
func (d *download) begin(resp *http.Response) error {
	switch resp.StatusCode {
	case http.StatusPartialContent:
		m := contentRange.FindStringSubmatch(resp.Header.Get("Content-Range"))
		if m == nil || m[1] != strconv.FormatInt(d.have, 10) {
			d.restart()
			return fmt.Errorf("the server resumed at another place than asked (%.60q)", resp.Header.Get("Content-Range"))
		}
		if total, err := strconv.ParseInt(m[2], 10, 64); err == nil {
			d.total = total
		}
		return nil
	case http.StatusOK:
		// The whole file: a new one, or a server that knows no ranges.
		d.restart()
		d.total = max(resp.ContentLength, 0)
		d.tag = validator(resp.Header)
		if t := resp.Header.Get("Content-Type"); strings.HasPrefix(t, "text/html") || strings.HasPrefix(t, "application/json") || strings.HasPrefix(t, "application/xml") {
			return &foreignError{"the server sent " + t + " in the video's place"}
		}
		return nil
	case http.StatusRequestedRangeNotSatisfiable:
		d.restart()
		return errors.New("the server has fewer bytes than it announced")
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusNotFound, http.StatusGone:
		return fmt.Errorf("%w (HTTP %d)", errExpired, resp.StatusCode)
	}
	if after := retryAfter(resp.Header, d.p.cfg.Now); after > 0 {
		return &laterError{after, resp.Status}
	}
	return fmt.Errorf("HTTP %s", resp.Status)
}

// restart forgets the bytes so far. They are written over, and check cuts what is
// left of them.
func (d *download) restart() { d.have, d.total, d.tag = 0, 0, "" }

// validator is what proves at a resume that the file is still the same.
func validator(h http.Header) string {
	if tag := h.Get("ETag"); tag != "" && !strings.HasPrefix(tag, "W/") {
		return tag
	}
	return h.Get("Last-Modified")
}

// broken explains a connection that ended early.
func (d *download) broken(ctx context.Context, host string, err error) error {
	if cause := context.Cause(ctx); cause != nil {
		if errors.Is(cause, errStalled) {
			return fmt.Errorf("%w for %s", errStalled, d.p.cfg.StallTimeout)
		}
		return cause
	}
	if refused, ok := errors.AsType[*callError](err); ok { // by our own redirect rule
		return refused
	}
	text, permanent := explainNet(err, host, d.p.cfg.Now())
	return &callError{permanent: permanent, text: text, err: unwrapURL(err)}
}

// cut takes off what an earlier, longer try left at the file's end.
func (d *download) cut() error {
	if d.reach > d.have {
		if err := d.file.Truncate(d.have); err != nil {
			return &diskError{err}
		}
		d.reach = d.have
	}
	return nil
}

// check looks whether the file is the whole video that was asked for.
func (d *download) check(job render.Job) error {
	if err := d.cut(); err != nil {
		return err
	}
	info, err := container.Probe(d.file, d.have)
	if err != nil {
		return &foreignError{err.Error()}
	}
	want := map[string]string{"": "mp4", "MP4": "mp4", "WEBM": "webm", "MOV": "mov"}[strings.ToUpper(job.Spec.OutputFormat)]
	// MOV and MP4 are one container under two brands, and tools mix them up.
	if (info.Format == "webm") != (want == "webm") {
		return &foreignError{fmt.Sprintf("a %s file came where %s was asked for", info.Format, or(job.Spec.OutputFormat, "MP4"))}
	}
	// Agents miss the length they were asked for by up to a factor of two. What is
	// far outside is another video, or none.
	if ask := float64(job.Spec.Duration); ask > 0 && info.Seconds > 0 && (info.Seconds < ask/8 || info.Seconds > ask*8) {
		return &foreignError{fmt.Sprintf("the file lasts %.1f s where %.0f s were asked for", info.Seconds, ask)}
	}
	if info.Seconds == 0 && info.Format != "webm" {
		return &foreignError{"the file has no length in its header"}
	}
	return nil
}

// renew asks for a fresh URL of a finished file: the poll first, then the archive.
func (d *download) renew(ctx context.Context, job render.Job, result render.Result) (string, error) {
	ans, err := d.p.client.call(ctx, options{}, tasksOf(wire.TypeGetResponse, []string{job.TaskUUID})...)
	if err == nil {
		items, _ := ans.About(job.TaskUUID)
		if u := d.urlOf(items, result); u != "" && u != d.url {
			return u, nil
		}
	}
	found, aerr := d.p.archived(ctx, job.TaskUUID)
	if aerr != nil {
		return "", errors.Join(err, aerr)
	}
	if u := d.urlOf(found[job.TaskUUID], result); u != "" {
		return u, nil
	}
	return "", err
}

// urlOf finds the file among items, by its result's id where it has one.
func (d *download) urlOf(items []wire.Item, result render.Result) string {
	for _, i := range items {
		if i.Done() && (result.UUID == "" || strings.EqualFold(result.UUID, or(i.VideoUUID, i.MediaUUID))) {
			return d.pick(i)
		}
	}
	return ""
}

// laterError is a server that asks to come back later.
type laterError struct {
	after  time.Duration
	status string
}

func (e *laterError) Error() string { return "HTTP " + e.status }
