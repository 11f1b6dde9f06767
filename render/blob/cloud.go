//go:build cloud || s3

package blob

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"net/url"
	"os"
	"regexp"
	"strings"

	cdk "gocloud.dev/blob"
	_ "gocloud.dev/blob/s3blob" // s3://
	"gocloud.dev/gcerrors"

	"gitops.video/render/render"
)

// bucket is a store in a bucket of a cloud, or of a server that speaks like one.
type bucket struct {
	name string // the URL without its query, for messages
	b    *cdk.Bucket
}

var _ render.Store = (*bucket)(nil)

// secret are names of options under which somebody would write a secret; the clients
// know none of them, and would show the value when they say so.
var secret = regexp.MustCompile(`(?i)secret|token|password|signature|^sig$|access_?key`)

// openCloud opens scheme://bucket/prefix?options. Credentials come from where the
// cloud's own tools find them; the options are those of gocloud.dev.
func openCloud(ctx context.Context, cloud string, u *url.URL) (render.Store, error) {
	name := u.Scheme + "://" + u.Host + u.Path
	if u.User != nil {
		return nil, fmt.Errorf("%s: a store's URL holds no credentials; set the variables or files that the cloud's own tools read", name)
	}
	if u.Host == "" {
		return nil, fmt.Errorf("%s needs a bucket, as in %s://my-videos/renders", cloud, u.Scheme)
	}
	to := *u
	to.Path, to.RawPath = "", ""
	q, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return nil, fmt.Errorf("%s: the options after ? cannot be read; want ?name=value&name=value", name)
	}
	for option := range q {
		if secret.MatchString(option) {
			return nil, fmt.Errorf("%s: %s: a store's URL holds no credentials; set the variables or files that the cloud's own tools read", name, option)
		}
	}
	if prefix := strings.Trim(u.Path, "/"); prefix != "" {
		if q.Has("prefix") {
			return nil, fmt.Errorf("%s: the folder is given twice, as the URL's path and as ?prefix=; keep one", name)
		}
		q.Set("prefix", prefix+"/")
	}
	if u.Scheme == "s3" && q.Has("endpoint") {
		compatible(q)
	}
	to.RawQuery = q.Encode()
	if u.Scheme != "s3" && !everyCloud {
		return nil, noClient(cloud, u)
	}
	b, err := cdk.OpenBucket(ctx, to.String())
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &bucket{name, b}, nil
}

// compatible sets what servers that are like S3 (R2, MinIO, Ceph) need and the URL
// does not say: many know neither bucket names in host names nor the checksums that
// Amazon's client would add to every request.
func compatible(q url.Values) {
	for option, value := range map[string]string{"use_path_style": "true",
		"request_checksum_calculation": "when_required", "response_checksum_validation": "when_required"} {
		if !q.Has(option) && (option != "use_path_style" || !q.Has("s3ForcePathStyle")) {
			q.Set(option, value)
		}
	}
}

// Has says whether the content is there.
func (s *bucket) Has(ctx context.Context, sum string) (bool, error) {
	if err := Check(sum); err != nil {
		return false, err
	}
	has, err := s.b.Exists(ctx, Name(sum))
	return has, s.failed(err)
}

// Put stores the file at path. Of several writers the first one wins; the others
// wanted to store the same.
func (s *bucket) Put(ctx context.Context, sum, path string) error {
	if has, err := s.Has(ctx, sum); has || err != nil {
		return err
	}
	err := s.upload(ctx, sum, path, true)
	if err == nil || errors.Is(err, ErrDamaged) {
		return err
	}
	// The object may be another writer's by now: servers answer that with several codes.
	if has, _ := s.b.Exists(ctx, Name(sum)); has {
		return nil
	}
	if strings.Contains(err.Error(), "NotImplemented") {
		// A server without conditional writes. Nothing is lost by writing twice:
		// both writers have the same content.
		err = s.upload(ctx, sum, path, false)
	}
	return err
}

func (s *bucket) upload(ctx context.Context, sum, path string, ifNotExist bool) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	// An upload becomes an object when it ends well and only then, so content that is
	// not what its name says ends in an error instead of in EOF.
	r := &checked{r: f, h: sha256.New(), want: sum}
	err = s.b.Upload(ctx, Name(sum), r, &cdk.WriterOptions{ContentType: "application/octet-stream", IfNotExist: ifNotExist})
	if r.err != nil {
		return r.err
	}
	return s.failed(err)
}

// Get writes the content to a new file at path.
func (s *bucket) Get(ctx context.Context, sum, path string) error {
	if err := Check(sum); err != nil {
		return err
	}
	r, err := s.b.NewReader(ctx, Name(sum), nil)
	if err != nil {
		return s.failed(err)
	}
	defer r.Close()
	err = Fill(ctx, path, sum, r)
	if errors.Is(err, ErrDamaged) {
		// Out of the way, so that the next Put can mend it; nothing is lost by it.
		if moved := s.aside(ctx, Name(sum)); moved != nil {
			err = fmt.Errorf("%w; delete %s in %s by hand: %w", err, Name(sum), s.name, moved)
		}
	}
	return err
}

// Delete takes content out of the store. Content that is not there is no error.
func (s *bucket) Delete(ctx context.Context, sum string) error {
	if err := Check(sum); err != nil {
		return err
	}
	if err := s.failed(s.b.Delete(ctx, Name(sum))); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

func (s *bucket) aside(ctx context.Context, name string) error {
	if err := s.b.Copy(ctx, name+".damaged", name, nil); err != nil {
		return err
	}
	return s.b.Delete(ctx, name)
}

func (s *bucket) failed(err error) error {
	switch {
	case err == nil:
		return nil
	case gcerrors.Code(err) == gcerrors.NotFound:
		return fmt.Errorf("%s: %w", s.name, errors.Join(fs.ErrNotExist, err))
	}
	return fmt.Errorf("%s: %w", s.name, err)
}

// checked reads content and ends in ErrDamaged when it is not what was expected.
type checked struct {
	r    io.Reader
	h    hash.Hash
	want string
	err  error
}

func (c *checked) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.h.Write(p[:n])
	if err == io.EOF {
		if got := hex.EncodeToString(c.h.Sum(nil)); got != c.want {
			c.err = fmt.Errorf("%w: it hashes to %.12s…, its name is %.12s…", ErrDamaged, got, c.want)
			return 0, c.err
		}
	}
	return n, err
}
