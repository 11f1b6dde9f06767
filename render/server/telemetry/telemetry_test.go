package telemetry_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"gitops.video/render/render/server/queue"
	"gitops.video/render/render/server/telemetry"
	coltrace "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	tracev1 "go.opentelemetry.io/proto/otlp/trace/v1"
	"google.golang.org/protobuf/proto"
)

var noon = time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC)

// farm is a queue that says what a test wants.
type farm struct{ err error }

func (f farm) Counts(context.Context, string) (map[queue.State]int, error) {
	return map[queue.State]int{queue.Queued: 3, queue.Done: 40}, f.err
}

func (f farm) Oldest(context.Context) (time.Time, error) { return noon.Add(-90 * time.Second), f.err }

func (f farm) Workers(context.Context) ([]queue.Worker, error) {
	return []queue.Worker{{Slots: 4, Running: 3}, {Slots: 2}, {Slots: 8, Running: 8, Lost: true}}, f.err
}

func scrape(t *testing.T, m *telemetry.Metrics) string {
	t.Helper()
	w := httptest.NewRecorder()
	m.Handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	if w.Code != http.StatusOK {
		t.Fatalf("%d: %s", w.Code, w.Body)
	}
	return w.Body.String()
}

func has(t *testing.T, text string, lines ...string) {
	t.Helper()
	for _, l := range lines {
		if !strings.Contains(text, l+"\n") {
			t.Errorf("lacks %s", l)
		}
	}
}

func TestFarm(t *testing.T) {
	t.Parallel()
	now := func() time.Time { return noon }
	has(t, scrape(t, telemetry.New(farm{}, "v1", now)), `render_build_info{version="v1"} 1`, `render_queue_up 1`, `render_tasks{state="queued"} 3`, `render_tasks{state="running"} 0`,
		`render_workers{state="living"} 2`, `render_workers{state="lost"} 1`, `render_slots{use="busy"} 3`, `render_slots{use="free"} 3`, `render_oldest_waiting_seconds 90`)
	down := scrape(t, telemetry.New(farm{err: errors.New("no database")}, "v1", now))
	has(t, down, `render_queue_up 0`)
	if strings.Contains(down, "render_tasks{") {
		t.Error("a queue that does not answer is described")
	}
}

// Routes are the mux's patterns, so nobody can make up labels.
func TestRequests(t *testing.T) {
	t.Parallel()
	m := telemetry.New(nil, "v1", nil)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /tasks/{uuid}", func(w http.ResponseWriter, r *http.Request) {
		if r.PathValue("uuid") == "gone" {
			http.NotFound(w, r)
			return
		}
		_, _ = io.WriteString(w, "here")
	})
	mux.HandleFunc("GET /events", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		if err := http.NewResponseController(w).Flush(); err != nil {
			t.Error(err)
		}
	})
	h := m.Wrap(mux)
	for _, target := range []string{"/tasks/a?key=secret", "/tasks/b", "/tasks/gone", "/events", "/%2e%2e/made-up-1"} {
		h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, target, nil))
	}
	h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("BREW", "/tasks/a", nil))
	text := scrape(t, m)
	has(t, text, `render_http_requests_total{code="200",method="GET",route="/tasks/{uuid}"} 2`, `render_http_requests_total{code="404",method="GET",route="/tasks/{uuid}"} 1`,
		`render_http_requests_total{code="404",method="GET",route="none"} 1`, `render_http_request_seconds_count{route="/tasks/{uuid}"} 3`, `render_http_requests_open 0`)
	if strings.Contains(text, "secret") || strings.Contains(text, "made-up") || strings.Contains(text, "BREW") || strings.Contains(text, `render_http_request_seconds_count{route="/events"}`) {
		t.Error("the metrics hold what a visitor made up, or the length of a stream")
	}
}

// worker is a runner that does as a test says.
type worker struct{ err error }

func (w worker) Render(_ context.Context, _ queue.Unit, report func(string, float64)) (queue.Made, error) {
	report("voice", 10)
	report("draw", 40)
	report("draw", 60)
	return queue.Made{Video: queue.Blob{SHA256: "x"}, Seconds: 30, ScenesRendered: 2, ScenesReused: 5}, w.err
}

func (w worker) Deliver(context.Context, queue.Unit) error { return w.err }

const uuid = "8d3c0b0a-6a0e-4d0c-9f0e-3f2b7f1a1c11"

func unit(kind queue.Kind) queue.Unit {
	return queue.Unit{Task: &queue.Task{Submission: queue.Submission{UUID: uuid, Spec: []byte(`{"positivePrompt":"secret plans"}`)}}, Index: 1, Kind: kind, Attempt: 2}
}

func TestUnits(t *testing.T) {
	t.Parallel()
	m := telemetry.New(nil, "v1", nil)
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	for _, tc := range []struct {
		ctx context.Context
		err error
	}{{t.Context(), nil}, {t.Context(), &queue.Failure{Code: "a", Permanent: true}}, {t.Context(), errors.New("disk full")}, {ended, context.Canceled},
		{t.Context(), &queue.Unfit{Err: errors.New("disk full")}}} {
		var phases []string
		_, err := telemetry.Runner(worker{err: tc.err}, m).Render(tc.ctx, unit(queue.Whole), func(p string, _ float64) { phases = append(phases, p) })
		if !errors.Is(err, tc.err) || len(phases) != 3 {
			t.Errorf("%v %v", err, phases)
		}
	}
	_ = telemetry.Runner(worker{}, m).Deliver(t.Context(), unit(queue.Webhook))
	func() {
		defer func() { _ = recover() }()
		_, _ = telemetry.Runner(struct{ queue.Runner }{}, m).Render(t.Context(), unit(queue.Draw), func(string, float64) {}) // it has no runner: a panic
	}()
	has(t, scrape(t, m), `render_units_total{kind="whole",outcome="done"} 1`, `render_units_total{kind="whole",outcome="failed"} 1`, `render_units_total{kind="whole",outcome="retried"} 1`,
		`render_units_total{kind="whole",outcome="released"} 1`, `render_units_total{kind="whole",outcome="unfit"} 1`, `render_units_total{kind="webhook",outcome="done"} 1`, `render_video_seconds_total 30`, `render_scenes_total{source="reused"} 5`,
		`render_unit_seconds_count{kind="whole"} 5`, `render_unit_seconds_count{kind="draw"} 1`)
}

// Traces reach a collector, and a task's trace has the task's UUID as its id.
func TestTraces(t *testing.T) {
	var mu sync.Mutex
	spans := map[string]*tracev1.Span{}
	raw := ""
	collector := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		var req coltrace.ExportTraceServiceRequest
		if err != nil || r.URL.Path != "/v1/traces" || proto.Unmarshal(body, &req) != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		mu.Lock()
		defer mu.Unlock()
		raw += string(body)
		for _, rs := range req.GetResourceSpans() {
			for _, ss := range rs.GetScopeSpans() {
				for _, s := range ss.GetSpans() {
					spans[s.GetName()] = s
				}
			}
		}
		w.Header().Set("Content-Type", "application/x-protobuf")
	}))
	defer collector.Close()
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.URL) // the exporter reads it by itself
	env := map[string]string{"OTEL_EXPORTER_OTLP_ENDPOINT": collector.URL}
	stop, err := telemetry.StartTraces(t.Context(), func(n string) string { return env[n] }, "render-serve", "v1")
	if err != nil {
		t.Fatal(err)
	}
	_, _ = telemetry.Runner(worker{}, nil).Render(t.Context(), unit(queue.Whole), func(string, float64) {})
	_ = telemetry.Runner(worker{err: &queue.Failure{Code: "webhookTimeout", Message: "secret plans"}}, nil).Deliver(t.Context(), unit(queue.Webhook))
	mux := http.NewServeMux()
	mux.HandleFunc("/v1", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTeapot) })
	r := httptest.NewRequest(http.MethodPost, "/v1", nil)
	r.Header.Set("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
	telemetry.Traced(mux).ServeHTTP(httptest.NewRecorder(), r)
	if err := stop(t.Context()); err != nil {
		t.Fatal(err)
	}
	mu.Lock()
	defer mu.Unlock()
	hex := func(s *tracev1.Span) string {
		const digits = "0123456789abcdef"
		out := ""
		for _, b := range s.GetTraceId() {
			out += string(digits[b>>4]) + string(digits[b&15])
		}
		return out
	}
	for name, id := range map[string]string{"whole": strings.ReplaceAll(uuid, "-", ""), "webhook": strings.ReplaceAll(uuid, "-", ""), "POST /v1": "0af7651916cd43dd8448eb211c80319c"} {
		s := spans[name]
		if s == nil || hex(s) != id {
			t.Errorf("span %q is %v", name, s)
		}
	}
	if s := spans["whole"]; s != nil && (len(s.GetEvents()) != 2 || s.GetEvents()[1].GetName() != "draw") {
		t.Errorf("events %v", s.GetEvents())
	}
	if s := spans["webhook"]; s != nil && s.GetStatus().GetCode() != tracev1.Status_STATUS_CODE_ERROR {
		t.Errorf("status %v", s.GetStatus())
	}
	if strings.Contains(raw, "secret") || !strings.Contains(raw, "render-serve") {
		t.Error("the traces say what the task is about, or not whose they are")
	}
}

func TestNoTraces(t *testing.T) {
	t.Parallel()
	for _, env := range []map[string]string{{}, {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://localhost:1", "OTEL_SDK_DISABLED": "true"}, {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://localhost:1", "OTEL_TRACES_EXPORTER": "none"}} {
		stop, err := telemetry.StartTraces(t.Context(), func(n string) string { return env[n] }, "render-serve", "v1")
		if err != nil || stop(t.Context()) != nil {
			t.Errorf("%v: %v", env, err)
		}
	}
}
