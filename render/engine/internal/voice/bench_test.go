package voice

import (
	"testing"
)

// BenchmarkNeural reports how much of real time one core needs to speak: below
// 0.12 is the mark.
func BenchmarkNeural(b *testing.B) {
	if !haveBuiltin {
		b.Skip("the neural voice exists for linux/amd64 only")
	}
	s, err := Open(Options{CacheDir: b.TempDir()})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	if _, err := s.jenny(); err != nil {
		b.Fatal(err)
	}
	var seconds float64
	b.ResetTimer()
	for i := range b.N {
		take, err := s.Speak(b.Context(), Utterance{Text: "Meet Nova, the kettle that boils water in thirty seconds.", Rate: 1 + float64(i%100)/1000})
		if err != nil {
			b.Fatal(err)
		}
		seconds += take.Seconds()
	}
	b.ReportMetric(b.Elapsed().Seconds()/seconds, "×realtime")
}
