package voice

import (
	"context"

	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/voice/words"
)

// silent stands for words that no voice here can read: each lasts as long as it would be
// spoken, so that captions and pictures keep their time, and nothing is heard.
func silent(_ context.Context, tokens []words.Token, d delivery) (heard, error) {
	var h heard
	at := 0.0
	for i, t := range tokens {
		end := at + Estimate(t.Spoken, "ja")/d.rate
		h.spans = append(h.spans, span{token: i, start: at, end: end})
		if at = end; i+1 < len(tokens) {
			at += t.Pause.Seconds() // the last one's is added to every take
		}
	}
	h.pcm = make([]float32, int(at*scene.SampleRate))
	return h, nil
}

func silentSeconds(ctx context.Context, tokens []words.Token, d delivery) (float64, error) {
	h, err := silent(ctx, tokens, d)
	total := float64(len(h.pcm)) / scene.SampleRate
	if n := len(tokens); n > 0 {
		total += tokens[0].Lead.Seconds() + tokens[n-1].Pause.Seconds()
	}
	return total, err
}
