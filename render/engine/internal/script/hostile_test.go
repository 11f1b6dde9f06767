//go:build unix

package script

import (
	"context"
	"strings"
	"syscall"
	"testing"
	"time"

	"gitops.video/render/manifest"
)

// junk are pieces that, repeated to the length of a prompt, meet what looks around itself in
// a text: figures, dates, lists, brackets, sentences that do not end.
var junk = []struct{ name, piece string }{
	{"figures", "Sales rose from 12 % to 48 % in 2023 and fell by 7 points to 41.5 million euros on 3 May 2024. "},
	{"commas", "red 12, green 45 kg, blue 7 %, white $99, black 3:30 pm, "},
	{"unended", "and the team of 12 people moved 340 boxes to Paris in 3 days while costs rose from 5 to 9 "},
	{"dates", "12 May 2024 – 13 June 2025, 2024-05-12, 1/2/2023, Monday 9 am to 5 pm; "},
	{"brackets", "((a [b {c (12 %) “d” (e [f 3 €"},
	{"unicode", "Größe 12 %, naïve 3 €, 日本語 4 円, עברית 5 ₪, 🎉 6 × ½ — "},
	{"words", "word "},
	{"numbers", "1 22 333 4444 55,5 6.6 "},
	{"orders", "Explain that A, mention 3 B, show C and end with D. "},
	{"german", "Der Umsatz stieg von 12 % auf 48 % und sank am 3. Mai 2024 um 7 Punkte, "},
	{"bullets", "- item 12 %: costs $4, then 5\n"},
	{"lines", "Umsatz: 12\nCost 5 €\n"},
	{"scenes", "Scene 3: Title 12 %\nVO: \"We sell 12 boxes, and 5 more.\"\nVisual: chart 1, 2, 3\n"},
	{"questions", "What is 12? It is 5, or 6! "},
	{"joined", "12%and5€or7kgvs9,"},
	{"presenters", "A presenter named Ada, 45, in a red dress with glasses says that a woman and 3 men speak, "},
	{"conversation", "Anna: it is 12 %. Ben: no, 5.\n"},
	{"urls", "see https://a.example/b?c=12 or mail a@b.example, call +49 30 1234567; "},
	{"quotes", "\"a\" says “12” and 'b' to «c» then "},
	{"spans", "from 3 to 6 months and 5–10 days and $15–20 "},
	{"changes", "from 1 to 2 and "},
	{"spanish", "Las ventas pasaron de 5 a 12 % en mayo y "},
	{"italian", "Le vendite sono passate da 5 a 12 % e "},
	{"addresses", "412 Mission St, Speicherstrasse 14, "},
	{"json", `{"a": [1, 2], "b": `},
	{"capitals", "The NASA Chief Of Staff Mr. J. P. Smith vs. Dr. A. Jones "},
}

func ofLength(piece string, n int) string {
	return strings.ToValidUTF8(strings.Repeat(piece, n/len(piece)+1)[:n], "")
}

const junkLength = 5000 // bytes, half of what a prompt may be long: four times as quick where reading takes the square

// TestHostileProse: no long text takes the writer long.
func TestHostileProse(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute under the race detector, and shares nothing")
	}
	for _, j := range junk {
		began := worked(t)
		trimmed(ofLength(j.piece, junkLength)) // which writes it, too
		if took := worked(t) - began; took > 6*time.Second {
			t.Errorf("%s: %d bytes took %v", j.name, junkLength, took)
		}
	}
}

// worked is how long processors have worked for this process: on a busy machine a clock tells
// nothing.
func worked(t *testing.T) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano())
}

// BenchmarkHostileProse reports characters a second, and how many times slower those of a
// long prompt are than those of a short one: 1 is a writer that reads everything once.
func BenchmarkHostileProse(b *testing.B) {
	const short = 1000
	for _, j := range junk {
		b.Run(j.name, func(b *testing.B) {
			long, few := ofLength(j.piece, junkLength), ofLength(j.piece, short)
			written(few) // compiles the patterns
			var took [2]time.Duration
			for b.Loop() {
				began := time.Now()
				written(few)
				took[0] += time.Since(began)
				began = time.Now()
				written(long)
				took[1] += time.Since(began)
			}
			rate := [2]float64{short * float64(b.N) / took[0].Seconds(), junkLength * float64(b.N) / took[1].Seconds()}
			b.ReportMetric(rate[0], "chars/s_short")
			b.ReportMetric(rate[1], "chars/s_long")
			b.ReportMetric(rate[0]/rate[1], "slower")
		})
	}
}

func written(text string) {
	_, _ = Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: text}, Dir: "testdata"})
}

func trimmed(text string) {
	_, _ = Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: text, Fit: "trim"}, Seconds: 300, Dir: "testdata"})
}
