// Package telemetry says how the server and its workers are doing, in the two
// languages that operators' tools speak: Prometheus metrics at /metrics, and
// OpenTelemetry traces where the environment names a collector.
//
// Neither says what tasks are about: no prompt, key, name of a file or address is in
// a label or an attribute.
package telemetry

import (
	"context"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"gitops.video/render/render/server/queue"
)

// Queue is what the state of the farm is read from, once a scrape.
type Queue interface {
	Counts(ctx context.Context, owner string) (map[queue.State]int, error)
	Oldest(ctx context.Context) (time.Time, error)
	Workers(ctx context.Context) ([]queue.Worker, error)
}

// Metrics counts what one process does.
type Metrics struct {
	registry *prometheus.Registry
	queue    Queue
	now      func() time.Time

	requests *prometheus.CounterVec
	latency  *prometheus.HistogramVec
	open     prometheus.Gauge
	units    *prometheus.CounterVec
	work     *prometheus.HistogramVec
	video    prometheus.Counter
	scenes   *prometheus.CounterVec
}

// readWithin bounds the reads of one scrape.
const readWithin = 3 * time.Second

// New makes the metrics of a process. q is nil for one that has no queue to describe;
// several processes on one queue all describe the same farm.
func New(q Queue, version string, now func() time.Time) *Metrics {
	if now == nil {
		now = time.Now
	}
	m := &Metrics{
		registry: prometheus.NewRegistry(), queue: q, now: now,
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "render_http_requests_total", Help: "Requests answered, by route, method and status."}, []string{"route", "method", "code"}),
		latency: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "render_http_request_seconds", Help: "Time to answer a request, by route. Streams and sockets are left out.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10}}, []string{"route"}),
		open:  prometheus.NewGauge(prometheus.GaugeOpts{Name: "render_http_requests_open", Help: "Requests being answered, streams and sockets included."}),
		units: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "render_units_total", Help: "Units of work that this process has ended, by kind and outcome (done, retried, failed, released; unfit = given back by a worker that cannot work)."}, []string{"kind", "outcome"}),
		work: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "render_unit_seconds", Help: "Time that a unit took, by kind.",
			Buckets: []float64{.1, .5, 1, 2.5, 5, 10, 20, 40, 80, 160, 320, 640}}, []string{"kind"}),
		video:  prometheus.NewCounter(prometheus.CounterOpts{Name: "render_video_seconds_total", Help: "Seconds of finished video that this process has made."}),
		scenes: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "render_scenes_total", Help: "Scenes of finished videos, drawn or reused."}, []string{"source"}),
	}
	info := prometheus.NewGauge(prometheus.GaugeOpts{Name: "render_build_info", Help: "1, labelled with the version.", ConstLabels: prometheus.Labels{"version": version}})
	info.Set(1)
	m.registry.MustRegister(m.requests, m.latency, m.open, m.units, m.work, m.video, m.scenes, info,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	if q != nil {
		m.registry.MustRegister(farm{m})
	}
	return m
}

// Handler serves the metrics in Prometheus' text form.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{Registry: m.registry, MaxRequestsInFlight: 4, ErrorHandling: promhttp.ContinueOnError})
}

// Wrap counts the requests of a server, by the pattern that its mux matched: never by
// path, which a visitor can make up.
func (m *Metrics) Wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		m.open.Inc()
		defer m.open.Dec()
		began := m.now()
		seen := &status{ResponseWriter: w}
		next.ServeHTTP(seen, r)
		route := r.Pattern
		if _, path, ok := strings.Cut(route, " "); ok { // "GET /tasks/{uuid}"
			route = path
		}
		if route == "" {
			route = "none"
		}
		m.requests.WithLabelValues(route, method(r.Method), strconv.Itoa(seen.Code())).Inc()
		if !seen.long() {
			m.latency.WithLabelValues(route).Observe(m.now().Sub(began).Seconds())
		}
	})
}

// method keeps the methods that mean something here; others are a visitor's invention.
func method(m string) string {
	switch m {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodOptions:
		return m
	}
	return "other"
}

// status notes how a request was answered.
type status struct {
	http.ResponseWriter
	code int
}

func (s *status) WriteHeader(code int) {
	if s.code == 0 || s.code < 200 {
		s.code = code
	}
	s.ResponseWriter.WriteHeader(code)
}

func (s *status) Write(b []byte) (int, error) {
	if s.code == 0 {
		s.code = http.StatusOK
	}
	return s.ResponseWriter.Write(b)
}

// Code is the status that the client saw.
func (s *status) Code() int {
	if s.code == 0 {
		return http.StatusOK
	}
	return s.code
}

// long says that the answer goes on for as long as somebody listens.
func (s *status) long() bool {
	return s.code == http.StatusSwitchingProtocols || strings.HasPrefix(s.Header().Get("Content-Type"), "text/event-stream")
}

// Unwrap gives [http.ResponseController] what lies below.
func (s *status) Unwrap() http.ResponseWriter { return s.ResponseWriter }

// farm describes the queue when it is scraped.
type farm struct{ m *Metrics }

var (
	tasksDesc  = prometheus.NewDesc("render_tasks", "Tasks by state.", []string{"state"}, nil)
	slotsDesc  = prometheus.NewDesc("render_slots", "Slots of the living workers, by use.", []string{"use"}, nil)
	workerDesc = prometheus.NewDesc("render_workers", "Workers heard lately: living, or lost.", []string{"state"}, nil)
	oldestDesc = prometheus.NewDesc("render_oldest_waiting_seconds", "How long the task that waits longest has waited; 0 when none waits.", nil, nil)
	upDesc     = prometheus.NewDesc("render_queue_up", "1 when the queue's database answered this scrape.", nil, nil)
)

func (f farm) Describe(ch chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{tasksDesc, slotsDesc, workerDesc, oldestDesc, upDesc} {
		ch <- d
	}
}

func (f farm) Collect(ch chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), readWithin)
	defer cancel()
	gauge := func(d *prometheus.Desc, v float64, labels ...string) {
		ch <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, v, labels...)
	}
	counts, err := f.m.queue.Counts(ctx, "")
	var workers []queue.Worker
	if err == nil {
		workers, err = f.m.queue.Workers(ctx)
	}
	var oldest time.Time
	if err == nil {
		oldest, err = f.m.queue.Oldest(ctx)
	}
	if err != nil {
		gauge(upDesc, 0)
		return
	}
	gauge(upDesc, 1)
	for _, s := range []queue.State{queue.Queued, queue.Running, queue.Done, queue.Failed} {
		gauge(tasksDesc, float64(counts[s]), string(s))
	}
	living, lost, slots, busy := 0, 0, 0, 0
	for _, w := range workers {
		if w.Lost {
			lost++
			continue
		}
		living++
		slots += w.Slots
		busy += w.Running
	}
	gauge(workerDesc, float64(living), "living")
	gauge(workerDesc, float64(lost), "lost")
	gauge(slotsDesc, float64(busy), "busy")
	gauge(slotsDesc, float64(max(0, slots-busy)), "free")
	waited := 0.0
	if !oldest.IsZero() {
		waited = max(0, f.m.now().Sub(oldest).Seconds())
	}
	gauge(oldestDesc, waited)
}
