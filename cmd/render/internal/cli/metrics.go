package cli

import (
	"context"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	"gitops.video/render/render/server/keys"
)

// serveMetrics serves what a member of the farm has to tell at an address of its own,
// until stop is called; at none when none was named.
func (m *farm) serveMetrics(ctx context.Context) (stop func(), err error) {
	if m.flags.metrics == "" {
		return func() {}, nil
	}
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", m.flags.metrics)
	if err != nil {
		return nil, invalid("--metrics-addr: %w", err)
	}
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", m.metrics.Handler())
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) {
		if err := m.queue.Ready(r.Context()); err != nil {
			http.Error(w, "the database does not answer", http.StatusServiceUnavailable)
			return
		}
		_, _ = io.WriteString(w, "ok\n") // whoever asked may have left
	})
	s := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second, IdleTimeout: time.Minute}
	go func() { _ = s.Serve(l) }()
	m.log.Info("metrics", "address", l.Addr().String())
	return func() { _ = s.Close() }, nil
}

// forAdmins lets in whoever may see everything: everybody where there are no keys, else
// the bearer of an admin's key.
func forAdmins(ring *keys.Ring, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		secret, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if k, ok := ring.Find(secret); !ok || !k.Admin {
			w.Header().Set("WWW-Authenticate", "Bearer")
			http.Error(w, "an admin's key is wanted, as a bearer token; or use --metrics-addr", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
