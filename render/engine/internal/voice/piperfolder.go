package voice

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"gitops.video/render/render/engine/internal/voice/words"
)

// castPiper chooses a voice from a folder of Piper voices, or the voice whose
// .onnx file path names. A folder's first voice of the utterance's language is
// taken, the region's own before others.
func (c *casting) castPiper(path string, u Utterance) (speaking, error) {
	s := c.Speaker
	model, config, err := findPiper(path, u.Language)
	if err != nil {
		return speaking{}, err
	}
	s.mu.Lock()
	load := s.folders[model]
	if load == nil {
		load = sync.OnceValues(func() (*neural, error) { return s.loadFolder(model, config) })
		s.folders[model] = load
	}
	s.mu.Unlock()
	v, err := load()
	if err != nil {
		return speaking{}, fmt.Errorf("Piper voice %s: %w", model, err)
	}
	name := strings.TrimSuffix(filepath.Base(model), ".onnx")
	var speaker int64
	if _, who, ok := strings.Cut(u.Voice.Name, "#"); ok && v.multi {
		id, known := v.config.SpeakerIDMap[who]
		if !known {
			return speaking{}, fmt.Errorf("Piper voice %s has no speaker %q", name, who)
		}
		speaker = id
	}
	return speaking{
		name:  "Piper " + name,
		key:   "piper " + v.sum + fmt.Sprint(speaker),
		human: true,
		speak: func(ctx context.Context, t []words.Token, d delivery) (heard, error) {
			d.speaker = speaker
			return s.speakNeural(ctx, v, asRecorded, t, d)
		},
		seconds: func(ctx context.Context, t []words.Token, d delivery) (float64, error) {
			d.speaker = speaker
			return s.neuralSeconds(ctx, v, asRecorded, t, d)
		},
	}, nil
}

func (s *Speaker) loadFolder(model, config string) (*neural, error) {
	dir, err := s.libraries()
	if err != nil {
		return nil, err
	}
	r, err := openRuntime(filepath.Join(dir, runtimeFile))
	if err != nil {
		return nil, err
	}
	m, err := sumFile(model)
	if err != nil {
		return nil, err
	}
	c, err := sumFile(config)
	if err != nil {
		return nil, err
	}
	v, err := openNeural(r, filepath.Join(dir, runtimeFile), model, config, filepath.Join(filepath.Dir(dir), "piper-"+m[:16]+"-parts"))
	if err != nil {
		return nil, err
	}
	v.sum = m[:16] + c[:16]
	return v, nil
}

// configOf is the configuration beside a model: NAME.onnx.json as Piper publishes
// it, or NAME.json.
func configOf(model string) (string, error) {
	for _, c := range []string{model + ".json", strings.TrimSuffix(model, ".onnx") + ".json"} {
		if exists(c) {
			return c, nil
		}
	}
	return "", fmt.Errorf("%s has no %s.json beside it", model, filepath.Base(model))
}

func findPiper(path, lang string) (model, config string, err error) {
	path, _, _ = strings.Cut(path, "#")
	info, err := os.Stat(path)
	if err != nil {
		return "", "", fmt.Errorf("voice folder %s: %w", path, err)
	}
	if !info.IsDir() {
		config, err = configOf(path)
		return path, config, err
	}
	files, err := filepath.Glob(filepath.Join(escapeGlob(path), "*.onnx"))
	if err != nil || len(files) == 0 {
		return "", "", fmt.Errorf("voice folder %s holds no .onnx file; a Piper voice is NAME.onnx with NAME.onnx.json, a sherpa-onnx model the folder as it is published", path)
	}
	slices.Sort(files)
	if lang == "" {
		lang = "en"
	}
	want := strings.ToLower(strings.ReplaceAll(lang, "-", "_"))
	family, _, _ := strings.Cut(want, "_")
	var spoken []string
	for _, f := range files {
		c, err := configOf(f)
		if err != nil {
			continue
		}
		b, err := os.ReadFile(c)
		if err != nil {
			return "", "", err
		}
		var pc piperConfig
		if err := json.Unmarshal(b, &pc); err != nil {
			return "", "", fmt.Errorf("voice configuration %s: %w", c, err)
		}
		code := strings.ToLower(pc.Language.Code)
		if code == "" {
			code = strings.ToLower(strings.ReplaceAll(pc.Espeak.Voice, "-", "_"))
		}
		spoken = append(spoken, code)
		base, _, _ := strings.Cut(code, "_")
		if code == want || model == "" && base == family {
			model, config = f, c
			if code == want {
				break
			}
		}
	}
	if model == "" {
		return "", "", fmt.Errorf("voice folder %s has no voice for %q (it has %s)", path, lang, strings.Join(spoken, ", "))
	}
	return model, config, nil
}

// escapeGlob takes a folder's name literally.
func escapeGlob(dir string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(dir)
}
