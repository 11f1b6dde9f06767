package server

import (
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"strings"

	"gitops.video/render/render/blob"
	"gitops.video/render/render/server/answer"
	"gitops.video/render/render/server/keys"
	"gitops.video/render/render/wire"
)

// owner authenticates a request about files.
func (s *Server) owner(w http.ResponseWriter, r *http.Request) (keys.Key, string, bool) {
	secret, there := bearer(r)
	k, ok := s.opt.Keys.Find(secret)
	if !ok {
		e := badKey()
		if !there {
			e = noKey()
		}
		s.reply(w, http.StatusUnauthorized, wire.Answer{Errors: []wire.Error{e}})
		return k, "", false
	}
	sum := r.PathValue("sum")
	if blob.Check(sum) != nil {
		s.refuse(w, http.StatusBadRequest, "invalidFile", "A file is named by the SHA-256 of its content, in hex.")
		return k, "", false
	}
	return k, sum, true
}

// headFile says whether an owner's file is there.
func (s *Server) headFile(w http.ResponseWriter, r *http.Request) {
	k, sum, ok := s.owner(w, r)
	if !ok {
		return
	}
	have, err := s.opt.Queue.Files(r.Context(), k.Name, sum)
	there := false
	if err == nil && len(have) > 0 {
		there, err = s.opt.Store.Has(r.Context(), sum)
	}
	switch {
	case err != nil:
		s.log.Error("file", "error", err)
		w.WriteHeader(http.StatusServiceUnavailable)
	case !there:
		w.WriteHeader(http.StatusNotFound)
	default:
		w.WriteHeader(http.StatusOK)
	}
}

// putFile stores a file of the extension. It is taken when its content is what its name
// says, and only then.
func (s *Server) putFile(w http.ResponseWriter, r *http.Request) {
	k, sum, ok := s.owner(w, r)
	if !ok {
		return
	}
	switch {
	case r.Header.Get("Content-Encoding") != "" && r.Header.Get("Content-Encoding") != "identity":
		s.refuse(w, http.StatusUnsupportedMediaType, "unsupportedContentEncoding", "Send the file as it is, not compressed.")
		return
	case r.ContentLength > maxFile:
		s.refuse(w, http.StatusRequestEntityTooLarge, "maxFileSizeExceeded", fmt.Sprintf("A file may have %d MB.", maxFile>>20))
		return
	}
	d, err := s.shelf.draft()
	if err != nil {
		s.failFile(w, err)
		return
	}
	defer d.drop()
	n, err := copyLimited(d, s.paced(w, r.Body, fileTime), maxFile)
	switch {
	case errors.Is(err, errTooLarge):
		s.refuse(w, http.StatusRequestEntityTooLarge, "maxFileSizeExceeded", fmt.Sprintf("A file may have %d MB.", maxFile>>20))
		return
	case errors.Is(err, os.ErrDeadlineExceeded):
		s.refuse(w, http.StatusRequestTimeout, "requestTimeout", "The file came too slowly.")
		return
	case err != nil || r.ContentLength >= 0 && n != r.ContentLength:
		s.refuse(w, http.StatusBadRequest, "invalidFile", "The file broke off.")
		return
	case d.sha256() != sum:
		s.refuse(w, http.StatusBadRequest, "invalidFile", "The content has another SHA-256 than its name says.")
		return
	}
	if _, err := s.put(r.Context(), d, ""); err != nil {
		s.failFile(w, err)
		return
	}
	if err := s.opt.Queue.AddFile(r.Context(), k.Name, sum, d.bytes); err != nil {
		s.failFile(w, err)
		return
	}
	s.log.Info("file", "owner", k.Name, "sha256", sum, "bytes", d.bytes)
	w.WriteHeader(http.StatusCreated)
}

func (s *Server) failFile(w http.ResponseWriter, err error) {
	s.log.Error("file", "error", err)
	s.refuse(w, http.StatusServiceUnavailable, "serviceUnavailable", "The server could not store the file just now. Try again.")
}

// serveMedia gives out a finished video, what lies beside it, or uploaded media.
func (s *Server) serveMedia(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	link, err := s.teller.Links.Open(name, r.URL.Query(), s.now())
	w.Header().Set("Access-Control-Allow-Origin", "*") // whoever has the address may show it
	w.Header().Set("Content-Security-Policy", "default-src 'none'; sandbox")
	if err != nil {
		if errors.Is(err, answer.ErrForged) {
			say(w, http.StatusForbidden, "This address is not signed by this server.")
		} else {
			say(w, http.StatusNotFound, "This content is no longer available.")
		}
		return
	}
	sum, mime, err := s.lookUp(r, link)
	if err == nil && sum == "" {
		err = fs.ErrNotExist
	}
	var f *os.File
	if err == nil {
		f, err = s.shelf.open(r.Context(), sum)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		say(w, http.StatusNotFound, "This content is no longer available.")
		return
	case err != nil:
		s.log.Error("media", "video", link.UUID, "error", err)
		say(w, http.StatusServiceUnavailable, "The content cannot be read just now. Try again.")
		return
	}
	defer f.Close()
	stat, err := f.Stat()
	if err != nil {
		s.log.Error("media", "video", link.UUID, "error", err)
		say(w, http.StatusServiceUnavailable, "The content cannot be read just now. Try again.")
		return
	}
	h := w.Header()
	h.Set("Content-Type", mime)
	h.Set("ETag", `"`+sum+`"`)
	h.Set("Cache-Control", "private, max-age=3600")
	h.Set("Content-Disposition", `inline; filename="`+link.UUID+link.Ext+`"`) // both are made of hex and letters
	_ = http.NewResponseController(w).SetWriteDeadline(s.wall().Add(fileTime))
	http.ServeContent(w, r, "", stat.ModTime(), f)
}

// lookUp finds the content that a link leads to; "" when it has gone.
func (s *Server) lookUp(r *http.Request, to answer.Link) (sum, mime string, err error) {
	if to.Task == "" {
		m, err := s.opt.Queue.Media(r.Context(), "", to.UUID)
		if err != nil || m == nil {
			return "", "", err
		}
		return m.Blob.SHA256, m.Blob.MIME, nil
	}
	tasks, err := s.opt.Queue.Tasks(r.Context(), "", to.Task)
	if err != nil || len(tasks) == 0 || to.N >= len(tasks[0].Results) {
		return "", "", err
	}
	res := tasks[0].Results[to.N]
	if res.VideoUUID != to.UUID || res.Made == nil || res.Expired || !res.Expires.IsZero() && !s.now().Before(res.Expires) {
		return "", "", nil
	}
	for ext, b := range res.Made.Sidecars {
		if ext == to.Ext {
			return b.SHA256, typeOf(ext), nil
		}
	}
	if p := res.Made.Poster; p != nil && to.Ext == answer.Ext(p.MIME) {
		return p.SHA256, p.MIME, nil
	}
	if v := res.Made.Video; to.Ext == answer.Ext(v.MIME) {
		return v.SHA256, v.MIME, nil
	}
	return "", "", nil
}

// typeOf is the media type of a sidecar.
func typeOf(ext string) string {
	switch strings.ToLower(ext) {
	case ".vtt":
		return "text/vtt; charset=utf-8"
	case ".srt":
		return "application/x-subrip; charset=utf-8"
	case ".jpg":
		return "image/jpeg"
	case ".png":
		return "image/png"
	}
	return "text/plain; charset=utf-8"
}
