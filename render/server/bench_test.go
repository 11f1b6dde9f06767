package server_test

import (
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"gitops.video/render/render/server"
)

// quiet is a world whose log goes nowhere.
func quiet(b *testing.B) *world {
	return start(b, func(o *server.Options) { o.Logger = nil })
}

// clients is a pool of n keep-alive connections.
func clients(n int) *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: n, MaxConnsPerHost: n, DialContext: (&net.Dialer{}).DialContext}}
}

func (w *world) quick(b *testing.B, c *http.Client, body string) {
	req, err := http.NewRequestWithContext(b.Context(), http.MethodPost, w.url+"/v1", strings.NewReader(body))
	if err != nil {
		b.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+w.key)
	resp, err := c.Do(req)
	if err != nil {
		b.Fatal(err)
	}
	text, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil || resp.StatusCode != 200 || !strings.Contains(string(text), `"taskUUID"`) {
		b.Errorf("%d %s %v", resp.StatusCode, text, err)
	}
}

// BenchmarkPolls is getResponse over HTTP, one task a request, clients included: a
// thousand tasks that wait, 64 connections.
func BenchmarkPolls(b *testing.B) {
	w, c := quiet(b), clients(64)
	var ids []string
	for range 1000 {
		ids = append(ids, id())
		w.quick(b, c, "["+task(ids[len(ids)-1])+"]")
	}
	var n atomic.Int64
	b.SetParallelism(32)
	b.ResetTimer()
	b.RunParallel(func(p *testing.PB) {
		for p.Next() {
			w.quick(b, c, `[{"taskType":"getResponse","taskUUID":"`+ids[int(n.Add(1))%len(ids)]+`"}]`)
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "polls/s")
}

// BenchmarkSubmits is 2,000 tasks at once over HTTP, each on a connection of its own.
func BenchmarkSubmits(b *testing.B) {
	const n = 2000
	for b.Loop() {
		w, c := quiet(b), clients(n)
		var wg sync.WaitGroup
		took := make([]time.Duration, n)
		for i := range n {
			wg.Go(func() {
				began := time.Now()
				w.quick(b, c, "["+task(id())+"]")
				took[i] = time.Since(began)
			})
		}
		wg.Wait()
		c.CloseIdleConnections()
		var worst time.Duration
		for _, d := range took {
			worst = max(worst, d)
		}
		b.ReportMetric(float64(worst.Milliseconds()), "ms/worst")
	}
}
