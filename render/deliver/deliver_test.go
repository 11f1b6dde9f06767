package deliver_test

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"gitops.video/render/render"
	"gitops.video/render/render/deliver"
)

func client(env map[string]string) *deliver.Client {
	return deliver.New(func(name string) (string, bool) { v, ok := env[name]; return v, ok })
}

func TestUploadStreamsWithLength(t *testing.T) {
	t.Parallel()
	var got string
	srv := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		b, _ := io.ReadAll(r.Body)
		got = r.Method + " " + r.URL.String() + " " + r.Header.Get("Content-Type") + " " + string(b)
		if r.ContentLength != 5 || len(r.TransferEncoding) > 0 {
			t.Errorf("length %d, encoding %v", r.ContentLength, r.TransferEncoding)
		}
	}))
	defer srv.Close()
	c := client(map[string]string{"BUCKET": srv.URL, "SIG": "abc"})
	if err := c.Upload(t.Context(), "${env:BUCKET}/v.mp4?sig=${env:SIG}", "video/mp4", strings.NewReader("hello"), 5); err != nil {
		t.Fatal(err)
	}
	if want := "PUT /v.mp4?sig=abc video/mp4 hello"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestErrorsShowNoSecrets(t *testing.T) {
	t.Parallel()
	refusing := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/away":
			http.Redirect(w, r, "https://elsewhere.invalid/?s3cret=1", http.StatusTemporaryRedirect)
		case "/busy":
			w.Header().Set("Retry-After", "7")
			w.WriteHeader(http.StatusTooManyRequests)
		default:
			w.WriteHeader(http.StatusForbidden)
		}
	}))
	defer refusing.Close()
	env := map[string]string{"TOKEN": "s3cret", "BAD": "not a url s3cret", "WHOLE": "http://s3cret.invalid/x?sig=s3cret"}
	for _, c := range []struct {
		url   string
		class render.Class // "" = no answer at all
	}{
		{refusing.URL + "/no?token=${env:TOKEN}", render.ClassValidation},
		{refusing.URL + "/busy?token=${env:TOKEN}", render.ClassRateLimit},
		{refusing.URL + "/away?token=${env:TOKEN}", "either"}, // a streamed body cannot be sent twice: the redirect itself is the answer
		{"http://user:${env:TOKEN}@127.0.0.1:1/?token=${env:TOKEN}", ""},
		{refusing.URL + "/services/${env:TOKEN}", render.ClassValidation},
		{"http://127.0.0.1:1/services/${env:TOKEN}", ""},
		{"http://${env:TOKEN}.invalid/hook", ""},
		{"${env:WHOLE}/v.mp4", ""},
		{"${env:BAD}", render.ClassValidation},
		{"${env:MISSING}", render.ClassValidation},
		{"file:///etc/passwd", render.ClassValidation},
	} {
		for _, err := range []error{
			client(env).Upload(t.Context(), c.url, "video/mp4", strings.NewReader("x"), 1),
			client(env).Notify(t.Context(), c.url, []byte("{}")),
		} {
			if err == nil {
				t.Errorf("%s: no error", c.url)
				continue
			}
			if strings.Contains(err.Error(), "s3cret") {
				t.Errorf("the error shows a secret: %v", err)
			}
			var f *render.Failure
			if errors.As(err, &f); c.class != "either" && ((f == nil) != (c.class == "") || f != nil && f.Class != c.class) {
				t.Errorf("%s: %#v, want class %q", c.url, err, c.class)
			}
		}
	}
}

func TestErrorsNameTheAddress(t *testing.T) {
	t.Parallel()
	for raw, want := range map[string]string{
		"http://user:${env:TOKEN}@127.0.0.1:1/a/${env:TOKEN}?sig=${env:TOKEN}#x": "POST http://127.0.0.1:1/a/${env:TOKEN}: ",
		"http://127.0.0.1:1/": "POST http://127.0.0.1:1: ",
		"http://127.0.0.1:1":  "POST http://127.0.0.1:1: ",
		"${env:BASE}/v?sig=1": "POST ${env:BASE}/v: ",
	} {
		err := client(map[string]string{"TOKEN": "s3cret", "BASE": "http://127.0.0.1:1"}).Notify(t.Context(), raw, []byte("{}"))
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v, want %s…", raw, err, want)
		}
	}
}

// TestRetryAfterIsBounded: no server makes a run wait for ever, or not at all.
func TestRetryAfterIsBounded(t *testing.T) {
	t.Parallel()
	for says, want := range map[string]time.Duration{"7": 7 * time.Second, "900": 5 * time.Minute, "9223372036854775": 5 * time.Minute, "-3": 0, "soon": 0} {
		busy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", says)
			w.WriteHeader(http.StatusServiceUnavailable)
		}))
		err := client(nil).Notify(t.Context(), busy.URL, []byte("{}"))
		busy.Close()
		var f *render.Failure
		if !errors.As(err, &f) || f.After != want {
			t.Errorf("%s: %v, waits %v", says, err, f.After)
		}
	}
}
