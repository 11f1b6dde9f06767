package voice

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"gitops.video/render/render/engine/internal/voice/ort"
)

// TestWidenedComputesTheSame runs a small decoder, with what such decoders are made of, as
// it is and widened.
func TestWidenedComputesTheSame(t *testing.T) {
	t.Parallel()
	neuralOnly(t)
	dir, err := speaker(t).libraries()
	if err != nil {
		t.Fatal(err)
	}
	r, err := openRuntime(filepath.Join(dir, runtimeFile))
	if err != nil {
		t.Fatal(err)
	}
	some := func(n int) []float32 {
		out := make([]float32, n)
		for i := range out {
			out[i] = float32(math.Sin(float64(3*i+n))) / 3
		}
		return out
	}
	list := func(name string, v ...int64) attribute { return attribute{name, v, true} }
	conv := func(g *graph, x string, out, in, kernel, dilation int64) string {
		pad := (kernel - 1) * dilation / 2
		return g.with("Conv", []attribute{list("kernel_shape", kernel), list("dilations", dilation), list("pads", pad, pad), list("strides", 1)},
			x, g.floats([]int64{out, in, kernel}, some(int(out*in*kernel))...), g.floats([]int64{out}, some(int(out))...))
	}
	decoder := func(change func(g *graph, x string) string) *ort.Model {
		g := &graph{}
		x := g.do("LeakyRelu", conv(g, g.input("x", onnxFloat, 1, 16, -1), 32, 16, 7, 1))
		up := g.with("ConvTranspose", []attribute{list("kernel_shape", 4), list("strides", 2), list("pads", 1, 1)}, x, g.floats([]int64{32, 16, 4}, some(32*16*4)...))
		res := conv(g, g.do("LeakyRelu", conv(g, g.do("LeakyRelu", up), 16, 16, 3, 5)), 16, 16, 11, 1)
		y := change(g, g.do("Div", g.do("Add", res, up), g.number(2)))
		g.node("output", "Unsqueeze", nil, g.do("Tanh", conv(g, g.do("LeakyRelu", y), 1, 16, 7, 1)), g.ints(1))
		g.output("output", onnxFloat, 1, 1, 1, -1)
		dir := t.TempDir()
		g.write(t, dir, "m.onnx")
		b, err := os.ReadFile(filepath.Join(dir, "m.onnx"))
		if err != nil {
			t.Fatal(err)
		}
		m, err := ort.Parse(b)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	run := func(m *ort.Model, shape ...int64) []float32 {
		b, err := m.Cut(map[string]int{"x": len(shape)}, []string{"output"})
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "part.ort")
		if err := r.Optimize(b, path); err != nil {
			t.Fatal(err)
		}
		s, err := r.OpenFile(path, 1)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		out, err := s.Run([]ort.Tensor{{Name: "x", Shape: shape, F32: some(16 * 50)}}, "output")
		if err != nil {
			t.Fatal(err)
		}
		return out[0].F32
	}
	m := decoder(func(_ *graph, x string) string { return x })
	wide, ok := m.Widened("x", "output")
	if !ok {
		t.Fatal("the decoder cannot be widened")
	}
	flat, widened := run(m, 1, 16, 50), run(wide, 1, 16, 1, 50)
	if len(flat) != 100 || len(widened) != len(flat) {
		t.Fatalf("%d and %d samples", len(flat), len(widened))
	}
	for i := range flat {
		if d := math.Abs(float64(flat[i] - widened[i])); d > 1e-5 || flat[i] == 0 {
			t.Fatalf("sample %d: %g, widened %g", i, flat[i], widened[i])
		}
	}
	for name, change := range map[string]func(g *graph, x string) string{
		"another input": func(g *graph, x string) string { return g.do("Add", x, g.input("speaker", onnxFloat, 1, 16, 1)) },
		"a vector":      func(g *graph, x string) string { return g.do("Mul", x, g.floats([]int64{16, 1}, some(16)...)) },
		"one more":      func(g *graph, x string) string { return g.do("Squeeze", g.do("Unsqueeze", x, g.ints(1)), g.ints(1)) },
		"its own shape": func(g *graph, x string) string { return g.with("Softmax", the("axis", 1), x) },
	} {
		if _, ok := decoder(change).Widened("x", "output"); ok {
			t.Errorf("%s: widened", name)
		}
	}
}

// TestVoiceIsWidened: the built-in voice's decoder can be.
func TestVoiceIsWidened(t *testing.T) {
	t.Parallel()
	neuralOnly(t)
	v, err := speaker(t).jenny()
	if err != nil {
		t.Fatal(err)
	}
	if v.rank != 4 {
		t.Errorf("the decoder takes %d dimensions", v.rank)
	}
}
