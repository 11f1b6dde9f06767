package runware_test

import (
	"crypto/tls"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/runware"
	"gitops.video/render/render/runware/runwaretest"
	"gitops.video/render/render/wire"
)

// roundTrip answers in the server's place.
type roundTrip func(r *http.Request, body string) (status int, header, answer string)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) {
	var body []byte
	if r.Body != nil {
		var err error
		if body, err = io.ReadAll(r.Body); err != nil {
			return nil, err
		}
	}
	status, header, answer := f(r, string(body))
	h := http.Header{}
	for line := range strings.Lines(header) {
		k, v, _ := strings.Cut(strings.TrimSpace(line), ": ")
		h.Add(k, v)
	}
	length, err := strconv.ParseInt(h.Get("Content-Length"), 10, 64)
	if err != nil {
		length = -1
	}
	return &http.Response{ContentLength: length, StatusCode: status, Status: fmt.Sprint(status, " ", http.StatusText(status)), Header: h,
		Body: io.NopCloser(strings.NewReader(answer)), Request: r}, nil
}

// Every field of the API, under its own name, and nothing that was left out.
func TestTaskOnTheWire(t *testing.T) {
	t.Parallel()
	yes, no := true, false
	for name, tt := range map[string]struct {
		spec manifest.Spec
		want string
	}{
		"bare": {manifest.Spec{PositivePrompt: "Hi"},
			`{"taskType":"videoInference","taskUUID":"U","model":"heygen:video-agent@0","positivePrompt":"Hi","deliveryMethod":"async","includeCost":true}`},
		"full": {manifest.Spec{
			Model: "heygen:video-agent@0", PositivePrompt: "Hi", Width: 1280, Height: 720, Duration: 30, OutputType: "URL", OutputFormat: "WEBM",
			OutputQuality: 80, NumberResults: 1, Inputs: &manifest.Inputs{Avatar: "man_casual_young_adult"},
			WebhookURL: "https://h.example/?token=${env:HOOK}", UploadEndpoint: "${env:PUT_URL}", DeliveryMethod: "async",
			Safety: &manifest.Safety{CheckContent: &yes, Mode: "full"}, TTL: 600, IncludeCost: &no,
		}, `{"taskType":"videoInference","taskUUID":"U","model":"heygen:video-agent@0","positivePrompt":"Hi","width":1280,"height":720,"duration":30,` +
			`"outputType":"URL","outputFormat":"WEBM","outputQuality":80,"numberResults":1,"inputs":{"avatar":"man_casual_young_adult"},` +
			`"webhookURL":"https://h.example/?token=hook-secret","uploadEndpoint":"https://up.example/?sig=put-secret","deliveryMethod":"async",` +
			`"safety":{"checkContent":true,"mode":"full"},"ttl":600,"includeCost":false}`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var sent string
			p, err := runware.New(runware.Config{
				APIKey: "rw_key", BaseURL: "https://api.test/deep/v1/", PollFirst: time.Millisecond,
				Env: func(name string) (string, bool) {
					v, ok := map[string]string{"HOOK": "hook-secret", "PUT_URL": "https://up.example/?sig=put-secret"}[name]
					return v, ok
				},
				Transport: roundTrip(func(r *http.Request, body string) (int, string, string) {
					if r.URL.String() != "https://api.test/deep/v1" || r.Method != "POST" || r.Header.Get("Authorization") != "Bearer rw_key" ||
						r.Header.Get("Content-Type") != "application/json" {
						t.Errorf("%s %s %v", r.Method, r.URL, r.Header)
					}
					if strings.Contains(body, wire.TypeGetResponse) {
						return 200, "", `{"data":[]}`
					}
					sent = body
					return 200, "", `{"data":[{"taskType":"videoInference","taskUUID":"U"}]}`
				}),
			})
			if err != nil {
				t.Fatal(err)
			}
			if err := p.Submit(t.Context(), render.Job{TaskUUID: "U", Spec: tt.spec}); err != nil {
				t.Fatal(err)
			}
			if sent != "["+tt.want+"]" {
				t.Errorf("got  %s\nwant [%s]", sent, tt.want)
			}
		})
	}
}

// What a server says goes to screens and lockfiles: never with a secret in it.
func TestSecretsAreTakenOutOfAnswers(t *testing.T) {
	t.Parallel()
	p, err := runware.New(runware.Config{
		APIKey: "rw_very_secret", BaseURL: "https://api.test/v1", PollFirst: time.Millisecond,
		Env: func(string) (string, bool) { return "hook-secret", true },
		Transport: roundTrip(func(r *http.Request, body string) (int, string, string) {
			if strings.Contains(body, wire.TypeGetResponse) {
				return 200, "", `{"data":[]}`
			}
			return 400, "", `{"errors":[{"code":"invalidWebhookURL","message":"Bad URL https://h.example/?token=hook-secret for key rw_very_secret","taskUUID":"U"}]}`
		}),
	})
	if err != nil {
		t.Fatal(err)
	}
	err = p.Submit(t.Context(), render.Job{TaskUUID: "U", Spec: manifest.Spec{PositivePrompt: "x", WebhookURL: "https://h.example/?token=${env:HOOK}"}})
	if err == nil || strings.Contains(err.Error(), "secret") || !strings.Contains(err.Error(), "token=${env:HOOK} for key RUNWARE_API_KEY") {
		t.Errorf("got %v", err)
	}
	p, err = runware.New(runware.Config{APIKey: "k", Transport: roundTrip(nil)})
	if err != nil {
		t.Fatal(err)
	}
	err = p.Submit(t.Context(), render.Job{TaskUUID: "U", Spec: manifest.Spec{PositivePrompt: "x", WebhookURL: "https://h.example/${env:HOOK}"}})
	if err == nil || !strings.Contains(err.Error(), "HOOK is not set") {
		t.Errorf("unset variable: %v", err)
	}
	err = p.Submit(t.Context(), render.Job{TaskUUID: "U", Spec: manifest.Spec{PositivePrompt: "x", NumberResults: 2, UploadEndpoint: "https://x/y"}})
	if f, ok := errors.AsType[*render.Failure](err); !ok || f.Class != render.ClassValidation || !strings.Contains(f.Message, "2 results") {
		t.Errorf("two results to one address: %v", err)
	}
}

// Answers to a submit and what they must come to.
func TestSubmitAnswers(t *testing.T) {
	t.Parallel()
	const unclear = "unclear"
	for name, tt := range map[string]struct {
		status int
		header string
		body   string
		want   string // "", a class, or unclear
	}{
		"ack":                        {200, "", `{"data":[{"taskUUID":"U"}]}`, ""},
		"ack beside a foreign error": {200, "", `{"data":[{"taskUUID":"U"}],"errors":[{"code":"invalidWidth","taskUUID":"V"}]}`, ""},
		"ack in another case":        {200, "", `{"data":[{"taskUUID":"u"}]}`, ""},
		"conflict":                   {400, "", `{"data":[],"errors":[{"code":"conflictTaskUUID","message":"m","taskUUID":"U"}]}`, ""},
		"conflict on 200":            {200, "", `{"errors":[{"code":"conflictTaskUUID","taskUUID":"U"}]}`, ""},
		"error on 200":               {200, "", `{"errors":[{"code":"invalidPositivePromptLength","message":"m","taskUUID":"U"}]}`, "validation"},
		"error in data":              {200, "", `{"data":[{"taskUUID":"U","status":"error","error":{"code":"promptBlocked","message":"m"}}]}`, "safety"},
		"single error":               {200, "", `{"error":{"code":"insufficientCredits","message":"m"},"taskUUID":"U"}`, "quota"},
		"legacy key error":           {401, "", `{"error":true,"errorId":19,"errorMessage":"Invalid API key"}`, "auth"},
		"402":                        {402, "", ``, "quota"},
		"403":                        {403, "", `<html>no</html>`, "auth"},
		"model":                      {404, "", `{"errors":[{"code":"unknownModel","message":"m"}]}`, "notFound"},
		"no capacity for the model":  {200, "", `{"errors":[{"code":"noAvailableServer","taskUUID":"U"}]}`, "provider"},
		"html 502":                   {502, "", `<html><title>Bad Gateway</title></html>`, unclear},
		"html 200":                   {200, "", `<html><title>Login</title></html>`, unclear},
		"empty":                      {200, "", ``, unclear},
		"empty data":                 {200, "", `{"data":[]}`, unclear},
		"another task":               {200, "", `{"data":[{"taskUUID":"V"}]}`, unclear},
		"redirect":                   {301, "Location: https://other.test/v1", ``, "RUNWARE_BASE_URL"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p, err := runware.New(runware.Config{
				APIKey: "k", PollFirst: 10 * time.Microsecond, PollMax: 10 * time.Microsecond,
				Transport: roundTrip(func(_ *http.Request, body string) (int, string, string) {
					if strings.Contains(body, wire.TypeGetResponse) || strings.Contains(body, wire.TypeGetTaskDetails) {
						return 200, "", `{"data":[]}`
					}
					return tt.status, tt.header, tt.body
				}),
			})
			if err != nil {
				t.Fatal(err)
			}
			err = p.Submit(t.Context(), render.Job{TaskUUID: "U", Spec: manifest.Spec{PositivePrompt: "x"}})
			f, isFailure := errors.AsType[*render.Failure](err)
			switch {
			case tt.want == "":
				if err != nil {
					t.Errorf("got %v", err)
				}
			case tt.want == unclear || tt.want == "RUNWARE_BASE_URL":
				if err == nil || isFailure || tt.want != unclear && !strings.Contains(err.Error(), tt.want) {
					t.Errorf("got %v, want an open end", err)
				}
			case !isFailure || string(f.Class) != tt.want || f.Terminal:
				t.Errorf("got %v, want class %s", err, tt.want)
			}
		})
	}
}

// Answers to a poll that must not end a task, and answers that must.
func TestPollAnswers(t *testing.T) {
	t.Parallel()
	const done = `{"data":[{"taskUUID":"U","status":"success","videoUUID":"v","videoURL":"https://x/v","cost":1}]}`
	for name, tt := range map[string]struct {
		status int
		body   string
		ends   string // the code a terminal failure carries; "" = goes on
	}{
		"empty":                 {200, `{"data":[]}`, ""},
		"processing":            {200, `{"data":[{"taskUUID":"U","status":"processing"}]}`, ""},
		"html":                  {200, `<html>`, ""},
		"401":                   {401, `{"errors":[{"code":"invalidApiKey","taskUUID":"U"}]}`, ""},
		"402":                   {402, `{"errors":[{"code":"insufficientCredits","taskUUID":"U"}]}`, ""},
		"429":                   {429, `{"errors":[{"code":"rateLimitExceeded","taskUUID":"U"}]}`, ""},
		"500":                   {500, `{"errors":[{"code":"inferenceError","status":"error","taskUUID":"U"}]}`, ""},
		"401 with an end":       {401, `{"errors":[{"code":"inferenceError","status":"error","taskUUID":"U"}]}`, ""},
		"404 without words":     {404, ``, ""},
		"rate limit on 200":     {200, `{"errors":[{"code":"rateLimitExceeded","taskUUID":"U"}]}`, ""},
		"another task's end":    {200, `{"errors":[{"code":"inferenceError","status":"error","taskUUID":"V"}]}`, ""},
		"echo of a conflict":    {200, `{"errors":[{"code":"conflictTaskUUID","status":"error","taskUUID":"U"}]}`, ""},
		"question refused":      {200, `{"errors":[{"code":"internalServerError","status":"error","taskType":"getResponse","taskUUID":"U"}]}`, ""},
		"once internal":         {200, `{"errors":[{"code":"internalServerError","taskUUID":"U"}]}`, "internalServerError"},
		"end in errors":         {200, `{"errors":[{"code":"timeoutProvider","status":"error","taskUUID":"U"}]}`, "timeoutProvider"},
		"end in data":           {200, `{"data":[{"taskUUID":"U","status":"error","error":{"code":"promptBlocked"}}]}`, "promptBlocked"},
		"end on 400":            {400, `{"errors":[{"code":"taskNotFound","taskUUID":"U"}]}`, "taskNotFound"},
		"end beside stale item": {200, `{"data":[{"taskUUID":"U","status":"processing"}],"errors":[{"code":"inferenceError","status":"error","taskUUID":"U"}]}`, "inferenceError"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			polls := 0
			p, err := runware.New(runware.Config{
				APIKey: "k", PollFirst: 100 * time.Microsecond, PollMax: 100 * time.Microsecond,
				Transport: roundTrip(func(_ *http.Request, body string) (int, string, string) {
					if strings.Contains(body, wire.TypeGetTaskDetails) {
						return 200, "", `{"data":[]}`
					}
					if polls++; polls > 4 || polls > 1 && tt.ends == "" {
						return 200, "", done
					}
					return tt.status, "", tt.body
				}),
			})
			if err != nil {
				t.Fatal(err)
			}
			out, err := p.Await(t.Context(), render.Job{TaskUUID: "U"}, nil)
			if tt.ends == "" {
				if err != nil || len(out.Results) != 1 {
					t.Errorf("got %v", err)
				}
				return
			}
			if f, ok := errors.AsType[*render.Failure](err); !ok || !f.Terminal || f.Code != tt.ends {
				t.Errorf("got %v, want the end by %s", err, tt.ends)
			}
		})
	}
}

// A word that might be about the poll alone does not end a task when the next poll
// says otherwise.
func TestOneBadWordIsNoEnd(t *testing.T) {
	t.Parallel()
	polls := 0
	p, err := runware.New(runware.Config{
		APIKey: "k", PollFirst: 100 * time.Microsecond, PollMax: 100 * time.Microsecond,
		Transport: roundTrip(func(*http.Request, string) (int, string, string) {
			switch polls++; polls {
			case 1, 3:
				return 200, "", `{"errors":[{"code":"internalServerError","taskUUID":"U"}]}`
			case 2:
				return 200, "", `{"data":[{"taskUUID":"U","status":"processing"}]}`
			}
			return 200, "", `{"data":[{"taskUUID":"U","status":"success","videoURL":"https://x/v"}]}`
		}),
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Await(t.Context(), render.Job{TaskUUID: "U"}, nil); err != nil {
		t.Error(err)
	}
}

// Some of several results fail: the others are paid and must be kept.
func TestPartialResults(t *testing.T) {
	t.Parallel()
	polls := 0
	p, err := runware.New(runware.Config{
		APIKey: "k", PollFirst: 100 * time.Microsecond, PollMax: 100 * time.Microsecond,
		Transport: roundTrip(func(*http.Request, string) (int, string, string) {
			if polls++; polls == 1 {
				return 200, "", `{"data":[{"taskUUID":"U","videoUUID":"b","videoURL":"https://x/b"},{"taskUUID":"U","status":"processing"},{"taskUUID":"U","status":"processing"}]}`
			}
			return 200, "", `{"data":[{"taskUUID":"U","videoUUID":"b","videoURL":"https://x/b?2","cost":0.5},{"taskUUID":"U","videoUUID":"a","videoURL":"https://x/a","NSFWContent":true}],
				"errors":[{"code":"inferenceError","status":"error","taskUUID":"U"}]}`
		}),
	})
	if err != nil {
		t.Fatal(err)
	}
	out, err := p.Await(t.Context(), render.Job{TaskUUID: "U", Spec: manifest.Spec{NumberResults: 3}}, nil)
	if f, ok := errors.AsType[*render.Failure](err); !ok || !f.Terminal || f.Code != "inferenceError" {
		t.Errorf("got %v", err)
	}
	got, _ := json.Marshal(out.Results)
	if len(out.Results) != 2 || out.Results[0].UUID != "a" || !out.Results[0].NSFW || out.Results[1].URL != "https://x/b?2" || out.Results[1].Cost != 0.5 {
		t.Errorf("results %s", got)
	}
	if len(out.Notes) != 1 {
		t.Errorf("notes %v", out.Notes)
	}
}

func TestTLS(t *testing.T) {
	t.Parallel()
	server := runwaretest.New(runwaretest.Options{})
	h := httptest.NewUnstartedServer(server)
	h.EnableHTTP2 = true
	h.Config.ErrorLog = log.New(io.Discard, "", 0)
	h.StartTLS()
	t.Cleanup(h.Close)
	ca := filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(ca, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: h.Certificate().Raw}), 0o600); err != nil {
		t.Fatal(err)
	}
	env := func(file string) func(string) (string, bool) {
		return func(name string) (string, bool) { return file, name == "SSL_CERT_FILE" }
	}
	check := func(cfg runware.Config) error {
		t.Helper()
		cfg.APIKey, cfg.PollFirst = runwaretest.Key, time.Millisecond
		p, err := runware.New(cfg)
		if err != nil {
			return err
		}
		return p.Check(t.Context(), []render.Job{jobOf(t.TempDir(), "a", 1)})
	}
	if err := check(runware.Config{BaseURL: h.URL + "/v1", Env: env(ca)}); err != nil {
		t.Errorf("with the CA in SSL_CERT_FILE: %v", err)
	}
	for want, cfg := range map[string]runware.Config{
		"name its CA file in SSL_CERT_FILE": {BaseURL: h.URL + "/v1"},
		"SSL_CERT_FILE cannot be read":      {BaseURL: h.URL, Env: env(ca + "x")},
		"holds no certificate":              {BaseURL: h.URL, Env: env(os.Args[0])},
		"does not speak TLS":                {BaseURL: "https://" + plainServer(t) + "/v1"},
		"was refused":                       {BaseURL: "http://" + closedPort(t) + "/v1"},
		"certificate is not valid":          {BaseURL: h.URL + "/v1", Transport: clockAt(t, h, 2200)},
	} {
		if err := check(cfg); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
	// Over HTTP/2, on one connection.
	transport, err := runware.NewTransport(env(ca))
	if err != nil {
		t.Fatal(err)
	}
	resp, err := (&http.Client{Transport: transport}).Get(h.URL + "/v1")
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.Body.Close()
	if resp.ProtoMajor != 2 {
		t.Errorf("spoke %s", resp.Proto)
	}
}

// clockAt trusts the server and believes to live in another year.
func clockAt(t *testing.T, h *httptest.Server, year int) http.RoundTripper {
	t.Helper()
	tr := h.Client().Transport.(*http.Transport).Clone()
	tr.TLSClientConfig = &tls.Config{RootCAs: tr.TLSClientConfig.RootCAs, Time: func() time.Time { return time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC) }} //nolint:gosec // a test's client
	return tr
}

func plainServer(t *testing.T) string {
	t.Helper()
	h := httptest.NewServer(http.NotFoundHandler())
	t.Cleanup(h.Close)
	return h.Listener.Addr().String()
}

func closedPort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}
