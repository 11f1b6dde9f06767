package server

import (
	"context"
	"io"
	"net/http"

	"gitops.video/render/render/server/dashboard"
	"gitops.video/render/render/server/keys"
	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/wire"
)

// ShowDashboard puts the dashboard at /. The caller fills in the version and what the
// form offers; everything else is the server's own. Call it before the server is used.
func (s *Server) ShowDashboard(ctx context.Context, c dashboard.Config) error {
	secret, err := s.opt.Queue.Secret(ctx, "dashboard")
	if err != nil {
		return err
	}
	c.Queue, c.Secret, c.Closing, c.Now, c.Logger = s.opt.Queue, secret, s.closing.Done(), s.now, s.log
	if !s.opt.Keys.Open() {
		c.Keys = visitors{s.opt.Keys}
	}
	// Links are relative: a page may play what its own server serves, and nothing else.
	c.MediaURL = func(t *queue.Task, r *queue.Result, ext string) string {
		return s.teller.Links.Video("", t, r.Index, ext)
	}
	c.Open = func(ctx context.Context, sha256 string) (io.ReadCloser, error) { return s.Open(ctx, sha256) }
	c.Submit = func(r *http.Request, who dashboard.Who, t wire.Task) []wire.Error {
		k := keys.Local
		if !s.opt.Keys.Open() {
			k, _ = s.opt.Keys.Named(who.Name) // that it is still there was seen a moment ago
		}
		return s.Do(r.Context(), k, s.baseOf(r), t).Errors
	}
	c.Frame = s.opt.Queue.Frame
	s.Handle("/", dashboard.New(c))
	return nil
}

// visitors are the bearers of keys.
type visitors struct{ ring *keys.Ring }

func (v visitors) Check(key string) (dashboard.Who, bool) {
	k, ok := v.ring.Find(key)
	return dashboard.Who{Name: k.Name, Admin: k.Admin}, ok
}

func (v visitors) Still(name string) (dashboard.Who, bool) {
	k, ok := v.ring.Named(name)
	return dashboard.Who{Name: k.Name, Admin: k.Admin}, ok
}
