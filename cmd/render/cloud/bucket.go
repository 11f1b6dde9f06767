package main

import (
	"context"
	"errors"
	"net/url"
	"os"
	"strings"

	gocloud "gocloud.dev/blob"
	_ "gocloud.dev/blob/azureblob" // azblob://
	_ "gocloud.dev/blob/gcsblob"   // gs://
	_ "gocloud.dev/blob/s3blob"    // s3://
	"gocloud.dev/gcerrors"

	"gitops.video/render/render"
	"gitops.video/render/render/blob"
)

// bucket is a store in a cloud bucket.
type bucket struct{ b *gocloud.Bucket }

var _ render.Store = bucket{}

// openBucket opens a bucket by the URL forms of gocloud.dev, credentials coming from
// where the cloud's own tools look for them. A path in the URL is a folder in the
// bucket: s3://videos/acme?region=eu-central-1.
func openBucket(ctx context.Context, u *url.URL, _ string) (render.Store, error) {
	bare := *u
	prefix := strings.Trim(u.Path, "/")
	bare.Path = ""
	if q := bare.Query(); u.Scheme == "s3" && q.Get("request_checksum_calculation") == "" {
		// Servers that only speak the older protocol refuse what the client adds by default.
		q.Set("request_checksum_calculation", "when_required")
		q.Set("response_checksum_validation", "when_required")
		bare.RawQuery = q.Encode()
	}
	b, err := gocloud.OpenBucket(ctx, bare.String())
	if err != nil {
		return nil, withoutURL(err)
	}
	if prefix != "" {
		b = gocloud.PrefixedBucket(b, prefix+"/")
	}
	return bucket{b}, nil
}

// Has asks for the content's name.
func (s bucket) Has(ctx context.Context, sum string) (bool, error) {
	if err := blob.Check(sum); err != nil {
		return false, err
	}
	return s.b.Exists(ctx, blob.Name(sum))
}

// Put uploads the file at path. Two writers of one content write the same bytes, so
// whoever comes second changes nothing.
func (s bucket) Put(ctx context.Context, sum, path string) error {
	if has, err := s.Has(ctx, sum); has || err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	// A writer that is not closed under its own cancelled context would still store
	// what it had been given.
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	w, err := s.b.NewWriter(ctx, blob.Name(sum), &gocloud.WriterOptions{ContentType: "application/octet-stream", IfNotExist: true})
	if err != nil {
		return err
	}
	if err := blob.Copy(w, f, sum); err != nil {
		cancel()
		_ = w.Close() // fails by intent: nothing must be stored
		return err
	}
	if err := w.Close(); err != nil && gcerrors.Code(err) != gcerrors.FailedPrecondition {
		return err
	}
	return nil
}

// Get downloads the content to a new file at path.
func (s bucket) Get(ctx context.Context, sum, path string) error {
	if err := blob.Check(sum); err != nil {
		return err
	}
	r, err := s.b.NewReader(ctx, blob.Name(sum), nil)
	if err != nil {
		return err
	}
	return errors.Join(blob.Fill(path, sum, r), r.Close())
}

// withoutURL keeps credentials that a URL may carry out of messages.
func withoutURL(err error) error {
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		return wrapped.Err
	}
	return err
}
