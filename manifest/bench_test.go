package manifest_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gitops.video/render/manifest"
)

// writtenOut is a manifest of n entries, each with six fields and three values of its
// own, as teams that generate their manifests write them: some 200 bytes an entry.
func writtenOut(n int) string {
	var b strings.Builder
	b.WriteString("version: 1\nvalues: {site: acme.example}\ntemplates: {cta: 'Find yours at {{ .values.site }}.'}\n" +
		"defaults: {language: en, width: 1920, height: 1080}\nvideos:\n")
	for i := range n {
		fmt.Fprintf(&b, `  - key: video-%06d
    values: {product: Bottle %d, audience: commuters, city: Berlin}
    positivePrompt: "Introduce {{ .values.product }} to {{ .values.audience | upper }} in {{ .values.city }}."
    duration: 30
    style: bold
    outputFormat: MP4
    numberResults: 1
`, i, i)
	}
	return b.String()
}

// rows is a manifest of one item and a data file of n rows.
func rows(n int) (text, data string) {
	var b strings.Builder
	b.WriteString("sku,name,audience,city,seconds,status\n")
	for i := range n {
		fmt.Fprintf(&b, "SKU-%06d,\"Bottle, no. %d\",commuters,Berlin,%d,live\n", i, i, 10+i%50)
	}
	return `version: 1
values: {site: acme.example}
templates: {cta: 'Find yours at {{ .values.site }}.'}
defaults: {language: en, width: 1920, height: 1080}
videos:
  - key: product-{{ .row.sku | lower }}
    forEach: {file: data.csv}
    when: '{{ ne .row.status "retired" }}'
    positivePrompt: 'Introduce {{ .row.name }} to {{ .row.audience | upper }} in {{ .row.city }}. {{ template "cta" . }}'
    duration: '{{ .row.seconds }}'
    style: bold
`, b.String()
}

func benchmark(b *testing.B, n int, files map[string]string) {
	b.Helper()
	dir := b.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		got, l, err := manifest.Load(context.Background(), []string{filepath.Join(dir, "videos.yaml")}, manifest.Options{})
		if err != nil || len(l) > 0 || len(got.Entries) != n {
			b.Fatal(len(got.Entries), l, err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/entry")
}

func BenchmarkLoadWrittenOut(b *testing.B) {
	for _, n := range []int{1000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			benchmark(b, n, map[string]string{"videos.yaml": writtenOut(n)})
		})
	}
}

func BenchmarkLoadRows(b *testing.B) {
	for _, n := range []int{1000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			text, data := rows(n)
			benchmark(b, n, map[string]string{"videos.yaml": text, "data.csv": data})
		})
	}
}
