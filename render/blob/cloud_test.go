//go:build cloud || s3

package blob_test

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"

	"gitops.video/render/render"
	"gitops.video/render/render/blob"
	"gitops.video/render/render/blob/blobtest"
)

// TestMain gives the cloud's client the credentials it looks for, and keeps it from
// asking the network for others.
func TestMain(m *testing.M) {
	for name, value := range map[string]string{"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_EC2_METADATA_DISABLED": "true",
		"AWS_CONFIG_FILE": os.DevNull, "AWS_SHARED_CREDENTIALS_FILE": os.DevNull} {
		if err := os.Setenv(name, value); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}

// s3 starts a server with one bucket; front, which may be nil, sees every request first.
func s3(t *testing.T, front func(http.Handler) http.Handler) (store string, backend *s3mem.Backend) {
	t.Helper()
	backend = s3mem.New()
	if err := backend.CreateBucket("videos"); err != nil {
		t.Fatal(err)
	}
	h := gofakes3.New(backend).Server()
	if front != nil {
		h = front(h)
	}
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	return "s3://videos/team/a?region=eu-central-1&endpoint=" + url.QueryEscape(server.URL), backend
}

func open(t *testing.T, store string) render.Store {
	t.Helper()
	s, err := blob.Open(t.Context(), store, "")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestS3(t *testing.T) {
	t.Parallel()
	blobtest.Run(t, func(t *testing.T) blobtest.Backend {
		store, backend := s3(t, nil)
		return blobtest.Backend{
			Open: func(t *testing.T) render.Store { return open(t, store) },
			Overwrite: func(t *testing.T, name string, content []byte) {
				if _, err := backend.PutObject("videos", "team/a/"+name, map[string]string{}, bytes.NewReader(content), int64(len(content)), nil); err != nil {
					t.Fatal(err)
				}
			},
			Names: func(t *testing.T) (names []string) {
				list, err := backend.ListBucket("videos", nil, gofakes3.ListBucketPage{})
				if err != nil {
					t.Fatal(err)
				}
				for _, object := range list.Contents {
					names = append(names, strings.TrimPrefix(object.Key, "team/a/"))
				}
				return names
			},
		}
	})
}

// Servers that are like S3 differ from it; none of the differences may cost a video.
func TestS3Dialects(t *testing.T) {
	t.Parallel()
	refuse := func(w http.ResponseWriter, status int, code string) {
		w.WriteHeader(status)
		_, _ = io.WriteString(w, `<?xml version="1.0" encoding="UTF-8"?><Error><Code>`+code+`</Code><Message>`+code+`</Message></Error>`)
	}
	for name, front := range map[string]func(w http.ResponseWriter, r *http.Request, next http.Handler){
		"no conditional writes": func(w http.ResponseWriter, r *http.Request, next http.Handler) {
			if r.Header.Get("If-None-Match") != "" {
				_, _ = io.Copy(io.Discard, r.Body)
				refuse(w, http.StatusNotImplemented, "NotImplemented")
				return
			}
			next.ServeHTTP(w, r)
		},
		"no checksum trailers, no bucket in the host name": func(w http.ResponseWriter, r *http.Request, next http.Handler) {
			if strings.Contains(r.Header.Get("Content-Encoding"), "aws-chunked") || r.Header.Get("X-Amz-Sdk-Checksum-Algorithm") != "" ||
				!strings.HasPrefix(r.URL.Path, "/videos") {
				_, _ = io.Copy(io.Discard, r.Body)
				refuse(w, http.StatusBadRequest, "InvalidRequest")
				return
			}
			next.ServeHTTP(w, r)
		},
		"another writer between looking and writing": func(w http.ResponseWriter, r *http.Request, next http.Handler) {
			if r.Method != http.MethodPut {
				next.ServeHTTP(w, r)
				return
			}
			next.ServeHTTP(httptest.NewRecorder(), r) // the other one's write, of the same content
			refuse(w, http.StatusConflict, "ConditionalRequestConflict")
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			store, _ := s3(t, func(next http.Handler) http.Handler {
				return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { front(w, r, next) })
			})
			path, sum := blobtest.File(t, []byte("a finished video"))
			if err := open(t, store).Put(t.Context(), sum, path); err != nil {
				t.Fatal(err)
			}
			if err := open(t, store).Get(t.Context(), sum, filepath.Join(t.TempDir(), "back")); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// Every write asks the server not to replace what is there, so the first writer wins
// even when nobody saw the other one coming.
func TestS3WritesConditionally(t *testing.T) {
	t.Parallel()
	var conditional, all atomic.Int32
	store, _ := s3(t, func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			// The last request of an upload in parts is the one that makes the object.
			if r.Method == http.MethodPut && !r.URL.Query().Has("partNumber") || r.Method == http.MethodPost && r.URL.Query().Has("uploadId") {
				all.Add(1)
				if r.Header.Get("If-None-Match") == "*" {
					conditional.Add(1)
				}
			}
			next.ServeHTTP(w, r)
		})
	})
	for _, size := range []int{1 << 10, 17 << 20} {
		path, sum := blobtest.File(t, blobtest.Noise(size))
		if err := open(t, store).Put(t.Context(), sum, path); err != nil {
			t.Fatal(err)
		}
	}
	if c, n := conditional.Load(), all.Load(); c != n || n != 2 {
		t.Errorf("%d of %d objects were made with If-None-Match, want 2 of 2", c, n)
	}
}

func TestCloudRefuses(t *testing.T) {
	t.Parallel()
	for store, want := range map[string]string{
		"s3://AKIA:hush@videos":       "holds no credentials",
		"s3://videos?secret_key=hush": "secret_key: a store's URL holds no credentials",
		"s3:///renders":               "S3 needs a bucket, as in s3://my-videos/renders",
		"gs://":                       "Google Cloud Storage needs a bucket",
		"s3://videos/a?prefix=b/":     "given twice",
		"s3://videos?region=eu&cat=1": "cat",
		"s3://videos?a=%zz":           "cannot be read",
	} {
		_, err := blob.Open(t.Context(), store, "")
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", store, err)
		}
		if err != nil && strings.Contains(err.Error(), "hush") {
			t.Errorf("%s: a secret in the message: %v", store, err)
		}
	}
}

// A bucket that does not exist is an error, not an empty store.
func TestS3NoBucket(t *testing.T) {
	t.Parallel()
	store, _ := s3(t, nil)
	path, sum := blobtest.File(t, []byte("a finished video"))
	err := open(t, strings.Replace(store, "s3://videos", "s3://other", 1)).Put(t.Context(), sum, path)
	if err == nil || !strings.Contains(err.Error(), "s3://other/team/a") {
		t.Errorf("got %v", err)
	}
}
