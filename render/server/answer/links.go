package answer

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"net/url"
	"path"
	"strconv"
	"strings"
	"time"

	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/wire"
)

// Links makes and reads the addresses of media. Whoever has one may read what it leads
// to until it ends; nobody can make one without the key, which the members of a farm
// share.
type Links struct{ Key []byte }

// MediaPath is where media lie, below the server's root.
const MediaPath = "/media/"

// Errors of Open.
var (
	ErrForged = errors.New("the link was not made here")
	ErrEnded  = errors.New("the link has ended")
)

// Link is what an address says.
type Link struct {
	UUID string // of the video, or of uploaded media
	Ext  string // with its dot
	Task string // "" for uploaded media
	N    int    // index of the task's result
}

// Video is the address of a result's file: the video itself, a sidecar (".vtt") or its
// poster (".jpg"). It ends when the content does.
func (l Links) Video(base string, t *queue.Task, index int, ext string) string {
	r := t.Results[index]
	return l.make(base, Link{UUID: r.VideoUUID, Ext: ext, Task: t.UUID, N: index}, r.Expires)
}

// Media is the address of uploaded media until a time.
func (l Links) Media(base string, m queue.Media, until time.Time) string {
	return l.make(base, Link{UUID: m.UUID, Ext: Ext(m.Blob.MIME)}, until)
}

func (l Links) make(base string, to Link, until time.Time) string {
	q := url.Values{"expires": {strconv.FormatInt(until.Unix(), 10)}}
	if to.Task != "" {
		q.Set("task", to.Task)
		q.Set("n", strconv.Itoa(to.N))
	}
	q.Set("sig", l.sign(to, until.Unix()))
	return strings.TrimRight(base, "/") + MediaPath + to.UUID + to.Ext + "?" + q.Encode()
}

func (l Links) sign(to Link, until int64) string {
	h := hmac.New(sha256.New, l.Key)
	fmt.Fprintf(h, "media\n%s\n%s\n%s\n%d\n%d", to.UUID, to.Ext, to.Task, to.N, until)
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil)[:18])
}

// Open reads an address, given as its path below [MediaPath] and its query.
func (l Links) Open(name string, q url.Values, now time.Time) (Link, error) {
	ext := path.Ext(name)
	to := Link{UUID: strings.TrimSuffix(name, ext), Ext: ext, Task: q.Get("task")}
	until, err := strconv.ParseInt(q.Get("expires"), 10, 64)
	if err != nil || !wire.IsUUID(to.UUID) || to.Task != "" && !wire.IsUUID(to.Task) || len(ext) > 12 {
		return to, ErrForged
	}
	if to.Task != "" {
		if to.N, err = strconv.Atoi(q.Get("n")); err != nil || to.N < 0 || to.N > 16 {
			return to, ErrForged
		}
	}
	if !hmac.Equal([]byte(l.sign(to, until)), []byte(q.Get("sig"))) {
		return to, ErrForged
	}
	if now.Unix() >= until {
		return to, ErrEnded
	}
	return to, nil
}
