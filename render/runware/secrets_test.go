package runware_test

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"gitops.video/render/render"
	"gitops.video/render/render/runware/runwaretest"
)

// echo is a provider whose errors repeat what they are about: where the video was to be
// uploaded, who was to be told, with which key.
type echo struct{ http.RoundTripper }

const (
	uploadToken = "tok+en/9f8e7d"
	hookToken   = "hook-31415926"
)

func (e echo) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := e.RoundTripper.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	_ = resp.Body.Close()
	said := `"message":"PUT https://bucket.example/v?sig=` + uploadToken + ` (tok%2Ben%2F9f8e7d) and https://hook.example/` + hookToken + ` failed with ` + runwaretest.Key + `, `
	body = bytes.ReplaceAll(body, []byte(`"message":"`), []byte(said))
	resp.Body, resp.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	resp.Header.Del("Content-Length")
	return resp, nil
}

// TestFailuresTellNoSecrets: what a provider says of a failure is kept in a lockfile that
// is committed. Whether it fails when it is sent, while it is made, or in a later run that
// sent nothing itself, the values of ${env:…} and the key are not in it.
func TestFailuresTellNoSecrets(t *testing.T) {
	for name, act := range map[string]func(t *testing.T, p render.Provider, job render.Job) error{
		"account": func(t *testing.T, p render.Provider, job render.Job) error {
			return p.Check(t.Context(), []render.Job{job})
		},
		"refused": func(t *testing.T, p render.Provider, job render.Job) error {
			job.Spec.Duration = 4
			return p.Submit(t.Context(), job)
		},
		"generation": func(t *testing.T, p render.Provider, job render.Job) error {
			if err := p.Submit(t.Context(), job); err != nil {
				return err
			}
			_, err := p.Await(t.Context(), job, nil)
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			inWorld(t, runwaretest.Options{Delay: time.Minute}, func(t *testing.T, w *world) {
				w.cfg.Transport = echo{RoundTripper: w.cfg.Transport}
				w.cfg.Env = func(name string) (string, bool) {
					v, ok := map[string]string{"UPLOAD": uploadToken, "HOOK": hookToken}[name]
					return v, ok
				}
				if name == "account" {
					w.inject("account:401", 9)
				}
				job := w.job("a")
				job.Spec.PositivePrompt = "FAIL(inferenceError)"
				job.Spec.UploadEndpoint, job.Spec.WebhookURL = "https://bucket.example/v?sig=${env:UPLOAD}", "https://hook.example/${env:HOOK}"
				p := w.provider()
				err := act(t, p, job)
				if name == "generation" { // a later process only waits
					_, later := w.provider().Await(t.Context(), job, nil)
					err = errors.Join(err, later)
				}
				if err == nil || !strings.Contains(err.Error(), "bucket.example") {
					t.Fatalf("got %v", err)
				}
				secrets := []string{runwaretest.Key}
				if name != "account" { // which is told nothing of an entry
					secrets = append(secrets, uploadToken, "tok%2Ben", hookToken)
				}
				for _, secret := range secrets {
					if strings.Contains(err.Error(), secret) {
						t.Errorf("%q is told: %v", secret, err)
					}
				}
			})
		})
	}
}
