package voice

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"gitops.video/render/render/engine/internal/voice/words"
)

// InstallRuntime unpacks the built-in voice and its libraries into the cache
// folder ("" = the user's) and says one word with them, so that a later render
// starts at once and a machine that lacks something says so now. It returns one
// line for the user.
func InstallRuntime(ctx context.Context, cacheDir string) (string, error) {
	s, err := Open(Options{CacheDir: cacheDir})
	if err != nil {
		return "", err
	}
	defer s.Close()
	if !haveBuiltin {
		voice := s.Engine("en")
		if _, err := s.Speak(ctx, Utterance{Text: "Ready."}); err != nil {
			return "", err
		}
		return voice + " (the neural voice exists for linux/amd64 only)", nil
	}
	v, err := s.jenny()
	if err != nil {
		return "", fmt.Errorf("neural voice: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	if _, err := s.speakNeural(ctx, v, asRecorded, words.Read("Ready.", "en", nil), delivery{rate: 1}); err != nil {
		return "", fmt.Errorf("neural voice: %w", err)
	}
	return fmt.Sprintf("%s, ONNX Runtime %s, espeak-ng in %s", jennyTitle, sharedRuntime.Version, filepath.Join(s.opts.CacheDir, "voice")), nil
}
