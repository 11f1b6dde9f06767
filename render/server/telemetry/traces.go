package telemetry

import (
	"context"
	"encoding/hex"
	"fmt"
	"net/http"
	"strings"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
)

// A task's trace has the task's UUID as its id, so whoever has the one can find the
// other, and the units of a task meet in one trace whichever machine worked on them.

const scope = "gitops.video/render"

func tracer() trace.Tracer { return otel.Tracer(scope) }

// StartTraces begins to send traces when the environment names a collector in
// OTEL_EXPORTER_OTLP_ENDPOINT or OTEL_EXPORTER_OTLP_TRACES_ENDPOINT; the other OTEL_
// variables count as usual. What it gives ends that, sending what is left. Without a
// collector nothing is started, and spans cost next to nothing.
func StartTraces(ctx context.Context, env func(string) string, service, version string) (stop func(context.Context) error, err error) {
	none := func(context.Context) error { return nil }
	if env("OTEL_EXPORTER_OTLP_ENDPOINT") == "" && env("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT") == "" ||
		strings.EqualFold(env("OTEL_SDK_DISABLED"), "true") || env("OTEL_TRACES_EXPORTER") == "none" {
		return none, nil
	}
	exporter, err := otlptracehttp.New(ctx) // reads the variables itself
	if err != nil {
		return none, fmt.Errorf("traces: %w", err)
	}
	about, err := resource.New(ctx, resource.WithAttributes(attribute.String("service.name", service), attribute.String("service.version", version)),
		resource.WithHost(), resource.WithProcessPID(), resource.WithFromEnv())
	if err != nil {
		return none, fmt.Errorf("traces: %w", err)
	}
	p := sdktrace.NewTracerProvider(sdktrace.WithBatcher(exporter), sdktrace.WithResource(about))
	otel.SetTracerProvider(p)
	otel.SetTextMapPropagator(propagation.TraceContext{})
	return func(ctx context.Context) error {
		ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
		defer cancel()
		return p.Shutdown(ctx)
	}, nil
}

// ofTask makes what follows part of a task's own trace.
func ofTask(ctx context.Context, uuid string) context.Context {
	var id trace.TraceID
	if n, err := hex.Decode(id[:], []byte(strings.ReplaceAll(uuid, "-", ""))); err != nil || n != len(id) {
		return ctx
	}
	var root trace.SpanID
	copy(root[:], id[8:])
	return trace.ContextWithRemoteSpanContext(ctx, trace.NewSpanContext(trace.SpanContextConfig{TraceID: id, SpanID: root, TraceFlags: trace.FlagsSampled, Remote: true}))
}

// Traced begins a span for every request, as part of the caller's trace where it has
// one. Its name is the pattern that the server's mux matched.
func Traced(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := otel.GetTextMapPropagator().Extract(r.Context(), propagation.HeaderCarrier(r.Header))
		ctx, span := tracer().Start(ctx, method(r.Method), trace.WithSpanKind(trace.SpanKindServer))
		defer span.End()
		if !span.IsRecording() {
			next.ServeHTTP(w, r)
			return
		}
		seen := &status{ResponseWriter: w}
		r = r.WithContext(ctx)
		next.ServeHTTP(seen, r)
		_, route, named := strings.Cut(r.Pattern, " ")
		if !named { // a pattern of any method
			route = r.Pattern
		}
		if route != "" {
			span.SetName(method(r.Method) + " " + route)
		}
		span.SetAttributes(attribute.String("http.request.method", method(r.Method)), attribute.String("http.route", route), attribute.Int("http.response.status_code", seen.Code()))
	})
}
