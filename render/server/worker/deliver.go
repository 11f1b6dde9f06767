package worker

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"gitops.video/render/render/server/outbound"
	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/wire"
)

const (
	webhookTime = 5 * time.Second  // within which a receiver has to answer
	uploadTime  = 30 * time.Minute // within which one file has to be there
)

// Deliver implements [queue.Runner].
func (w *Worker) Deliver(ctx context.Context, u queue.Unit) error {
	if u.Kind == queue.Upload {
		return delivered("uploadFailed", w.upload(ctx, u), outbound.Permanent)
	}
	// A receiver that refuses today may be mended tomorrow; an address that we refuse
	// stays refused.
	return delivered("webhookFailed", w.webhook(ctx, u), func(err error) bool { return errors.Is(err, outbound.ErrRefused) })
}

// delivered is a delivery's error as the client sees it, if it comes to that.
func delivered(code string, err error, permanent func(error) bool) error {
	var known *queue.Failure
	if err == nil || errors.As(err, &known) || errors.Is(err, context.Canceled) {
		return err
	}
	return &queue.Failure{Code: code, Message: err.Error(), Permanent: permanent(err)}
}

// webhook posts one result, or why there is none. The same result has the same id
// however often it is posted, so that a receiver can tell.
func (w *Worker) webhook(ctx context.Context, u queue.Unit) error {
	item, errs := w.Teller.Result("", u.Task, u.Index)
	var body []byte
	var err error
	switch {
	case item != nil:
		body, err = json.Marshal(map[string]any{"data": []any{item}})
	case len(errs) > 0:
		body, err = json.Marshal(map[string][]wire.Error{"errors": errs[:1]})
	default:
		return &queue.Failure{Code: "webhookFailed", Message: "there is nothing to tell", Permanent: true}
	}
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, webhookTime)
	defer cancel()
	return w.Outbound.Post(ctx, u.Task.Webhook, w.signed("msg_"+u.Result().VideoUUID, time.Now(), body), body)
}

// signed are the headers of Standard Webhooks.
func (w *Worker) signed(id string, now time.Time, body []byte) http.Header {
	at := strconv.FormatInt(now.Unix(), 10)
	h := http.Header{}
	// Set would write them as Webhook-Id; to HTTP that is the same.
	h.Set("webhook-id", id)
	h.Set("webhook-timestamp", at)
	if len(w.WebhookSecret) > 0 {
		h.Set("webhook-signature", Signature(w.WebhookSecret, id, at, body))
	}
	return h
}

// Signature signs a webhook as Standard Webhooks has it: version 1, HMAC-SHA256.
func Signature(secret []byte, id, timestamp string, body []byte) string {
	m := hmac.New(sha256.New, secret)
	_, _ = fmt.Fprintf(m, "%s.%s.", id, timestamp)
	_, _ = m.Write(body)
	return "v1," + base64.StdEncoding.EncodeToString(m.Sum(nil))
}

// upload puts a result to its uploadEndpoint.
func (w *Worker) upload(ctx context.Context, u queue.Unit) error {
	made := u.Result().Made
	if made == nil {
		return &queue.Failure{Code: "uploadFailed", Message: "there is nothing to upload", Permanent: true}
	}
	ctx, cancel := context.WithTimeout(ctx, uploadTime)
	defer cancel()
	dir, err := os.MkdirTemp(w.Scratch, "upload-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "video")
	if err := w.Store.Get(ctx, made.Video.SHA256, path); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return &queue.Failure{Code: "uploadFailed", Message: "the content has expired before it could be uploaded", Permanent: true}
		}
		return errors.New("the content cannot be read just now")
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return w.Outbound.Put(ctx, u.Task.Upload, made.Video.MIME, f, made.Video.Bytes)
}
