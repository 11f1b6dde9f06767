package voice

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/sys/cpu"

	"gitops.video/render/render/engine/internal/voice/helper"
	"gitops.video/render/render/engine/internal/voice/ort"
)

// parts describes the parts of a voice's model as they lie in the cache.
type parts struct {
	Text, Flow, Sound          string // file names
	TextSum, FlowSum, SoundSum string // SHA-256
	Cut                        neuralCut
	Rank                       int // dimensions of what Sound takes: 4 where it is widened
}

// indexOf names the parts that a runtime made for this kind of processor.
func indexOf(work, version string) string {
	return filepath.Join(work, "parts-"+version+"-"+processor()+".json")
}

// openParts returns the parts of the model, and makes them first when they are
// missing or damaged. They hold the graph as ONNX Runtime simplified it for this
// kind of processor.
func openParts(r *ort.Runtime, library, modelPath, work string) (parts, error) {
	index := indexOf(work, r.Version)
	if h, err := readParts(index); err == nil {
		return h, nil
	}
	if err := os.MkdirAll(work, 0o755); err != nil {
		return parts{}, err
	}
	cutter := helper.New[cutting, parts](cutterArgument, 5*time.Minute, func() ([]string, error) { return []string{library}, nil })
	defer cutter.Close()
	var h parts
	for part := range partCount {
		var err error
		if h, err = cutter.Call(context.Background(), cutting{Model: modelPath, Work: work, Part: part, So: h}); err != nil {
			return parts{}, err
		}
		cutter.Close() // the next part starts with a fresh process
	}
	b, err := json.Marshal(h)
	if err != nil {
		return parts{}, err
	}
	return h, replaceFile(index, b)
}

// partsThere says whether parts of any runtime lie in work, as far as a look tells:
// they are read when they are loaded.
func partsThere(work string) bool {
	found, err := filepath.Glob(indexOf(escapeGlob(work), "*"))
	if err != nil {
		return false
	}
	for _, index := range found {
		var h parts
		b, err := os.ReadFile(index)
		if err != nil || json.Unmarshal(b, &h) != nil {
			continue
		}
		all := true
		for _, file := range []string{h.Text, h.Flow, h.Sound} {
			all = all && file != "" && exists(filepath.Join(work, filepath.Base(file)))
		}
		if all {
			return true
		}
	}
	return false
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
	if h.Rank == 0 {
		return h, errors.New("made by an older release")
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

// Cutting takes several times the memory of the model, and the runtime gives little
// of it back. So a process of its own does it, which ends after each part.
const cutterArgument = "internal-voice-cutter"

// cutting asks for one part of a model, beside those that were made So far.
type cutting struct {
	Model, Work string
	Part        int
	So          parts
}

const partCount = 3 // text, flow, sound

func init() {
	helper.Main(cutterArgument, func(args []string) (func(cutting) (parts, error), error) {
		if len(args) != 1 {
			return nil, errors.New("the helper takes a library")
		}
		r, err := ort.Load(args[0])
		if err != nil {
			return nil, err
		}
		return func(c cutting) (parts, error) { return c.make(r) }, nil
	})
}

// make reads the model and writes the part, named by its content so that a session
// that has an older one mapped keeps it.
func (c cutting) make(r *ort.Runtime) (parts, error) {
	data, err := os.ReadFile(c.Model)
	if err != nil {
		return parts{}, err
	}
	m, err := ort.Parse(data)
	if err != nil {
		return parts{}, err
	}
	h := c.So
	if h.Cut, err = findCut(m); err != nil {
		return parts{}, fmt.Errorf("not a Piper voice that can be timed: %w", err)
	}
	k := h.Cut
	switch c.Part {
	case 0:
		h.Text, h.TextSum, err = writePart(r, m, c.Work, map[string]int{k.DurationNoise: 3}, []string{k.Durations, k.Mean, k.Logs})
	case 1:
		h.Flow, h.FlowSum, err = writePart(r, m, c.Work, map[string]int{k.Latent: 3, k.Mask: 3}, []string{k.Coarse})
	default:
		h.Rank = 3
		if wide, ok := m.Widened(k.Coarse, "output"); ok {
			m, h.Rank = wide, 4
		}
		h.Sound, h.SoundSum, err = writePart(r, m, c.Work, map[string]int{k.Coarse: h.Rank}, []string{"output"})
	}
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
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.partial")
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
