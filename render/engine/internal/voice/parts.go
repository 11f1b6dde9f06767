package voice

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"

	"golang.org/x/sys/cpu"

	"gitops.video/render/render/engine/internal/voice/ort"
)

// parts describes the parts of a voice's model as they lie in the cache.
type parts struct {
	Text, Flow, Sound          string // file names
	TextSum, FlowSum, SoundSum string // SHA-256
	Cut                        neuralCut
}

// openParts returns the parts of the model, and makes them first when they are
// missing or damaged. They hold the graph as ONNX Runtime simplified it for this
// kind of processor.
func openParts(r *ort.Runtime, modelPath, work string) (parts, error) {
	index := filepath.Join(work, "parts-"+r.Version+"-"+processor()+".json")
	if h, err := readParts(index); err == nil {
		return h, nil
	}
	if err := os.MkdirAll(work, 0o755); err != nil {
		return parts{}, err
	}
	h, err := cutModel(r, modelPath, work)
	if err != nil {
		return parts{}, err
	}
	b, err := json.Marshal(h)
	if err != nil {
		return parts{}, err
	}
	// Cutting took several times the model's size; give that back.
	debug.FreeOSMemory()
	return h, replaceFile(index, b)
}

// processor names what the simplified graph depends on.
func processor() string {
	switch {
	case cpu.X86.HasAVX512F:
		return "avx512"
	case cpu.X86.HasAVX2:
		return "avx2"
	}
	return "base"
}

func readParts(index string) (parts, error) {
	var h parts
	b, err := os.ReadFile(index)
	if err != nil {
		return h, err
	}
	if err := json.Unmarshal(b, &h); err != nil {
		return h, err
	}
	for file, want := range map[string]string{h.Text: h.TextSum, h.Flow: h.FlowSum, h.Sound: h.SoundSum} {
		got, err := sumFile(filepath.Join(filepath.Dir(index), filepath.Base(file)))
		if err != nil {
			return h, err
		}
		if got != want {
			return h, fmt.Errorf("%s is damaged", file)
		}
	}
	return h, nil
}

func sumFile(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// cutModel reads the model and writes its parts, named by their content so that
// a session that has an older one mapped keeps it.
func cutModel(r *ort.Runtime, modelPath, work string) (parts, error) {
	data, err := os.ReadFile(modelPath)
	if err != nil {
		return parts{}, err
	}
	m, err := ort.Parse(data)
	if err != nil {
		return parts{}, err
	}
	var h parts
	if h.Cut, err = findCut(m); err != nil {
		return parts{}, fmt.Errorf("not a Piper voice that can be timed: %w", err)
	}
	c := h.Cut
	if h.Text, h.TextSum, err = writePart(r, m, work, map[string]int{c.DurationNoise: 3}, []string{c.Durations, c.Mean, c.Logs}); err != nil {
		return parts{}, err
	}
	if h.Flow, h.FlowSum, err = writePart(r, m, work, map[string]int{c.Latent: 3, c.Mask: 3}, []string{c.Coarse}); err != nil {
		return parts{}, err
	}
	h.Sound, h.SoundSum, err = writePart(r, m, work, map[string]int{c.Coarse: 3}, []string{"output"})
	return h, err
}

func writePart(r *ort.Runtime, m *ort.Model, work string, inputs map[string]int, outputs []string) (name, sum string, err error) {
	model, err := m.Cut(inputs, outputs)
	if err != nil {
		return "", "", err
	}
	part, err := os.CreateTemp(work, "part.new-*.ort")
	if err != nil {
		return "", "", err
	}
	defer func() { _ = os.Remove(part.Name()) }()
	if err := part.Close(); err != nil {
		return "", "", err
	}
	if err := r.Optimize(model, part.Name()); err != nil {
		return "", "", err
	}
	if sum, err = sumFile(part.Name()); err != nil {
		return "", "", err
	}
	name = "part-" + sum[:16] + ".ort"
	return name, sum, os.Rename(part.Name(), filepath.Join(work, name))
}

// replaceFile writes a file whole or not at all.
func replaceFile(path string, b []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".part-*")
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}
