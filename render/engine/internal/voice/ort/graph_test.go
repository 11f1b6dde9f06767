package ort

import (
	"slices"
	"strings"
	"testing"
)

// node encodes a NodeProto.
func node(op string, in, out []string) []byte {
	var b []byte
	for _, s := range in {
		b = appendBytes(b, nodeInput, []byte(s))
	}
	for _, s := range out {
		b = appendBytes(b, nodeOutput, []byte(s))
	}
	return appendBytes(b, nodeOp, []byte(op))
}

func model() []byte {
	var g []byte
	g = appendBytes(g, graphNode, node("Mul", []string{"x", "w"}, []string{"y"}))
	g = appendBytes(g, graphNode, node("Add", []string{"y", "b"}, []string{"z"}))
	g = appendBytes(g, graphNode, node("Exp", []string{"z"}, []string{"out"}))
	g = appendBytes(g, graphInit, appendBytes(nil, initName, []byte("w")))
	g = appendBytes(g, graphInit, appendBytes(nil, initName, []byte("b")))
	g = appendBytes(g, graphInput, floatValue("x", 2))
	g = appendBytes(g, graphOutput, floatValue("out", 2))
	return appendBytes([]byte{0x08, 0x08}, modelGraph, g)
}

func ops(t *testing.T, data []byte) (out []string, m *Model) {
	t.Helper()
	m, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range m.Nodes {
		out = append(out, n.Op)
	}
	return out, m
}

func TestCut(t *testing.T) {
	t.Parallel()
	_, m := ops(t, model())
	first, err := m.Cut(nil, []string{"y"})
	if err != nil {
		t.Fatal(err)
	}
	got, a := ops(t, first)
	if !slices.Equal(got, []string{"Mul"}) || len(a.inits) != 1 || len(a.inputs) != 1 {
		t.Errorf("first part: %v, weights %v, inputs %v", got, a.order, sortedKeys(a.inputs))
	}
	second, err := m.Cut(map[string]int{"y": 2}, []string{"out"})
	if err != nil {
		t.Fatal(err)
	}
	got, b := ops(t, second)
	if !slices.Equal(got, []string{"Add", "Exp"}) || !slices.Equal(b.order, []string{"b"}) || !slices.Equal(sortedKeys(b.inputs), []string{"y"}) {
		t.Errorf("second part: %v, weights %v, inputs %v", got, b.order, sortedKeys(b.inputs))
	}
	if _, err := m.Cut(nil, []string{"nowhere"}); err == nil || !strings.Contains(err.Error(), `"nowhere"`) {
		t.Errorf("a tensor that is not there: %v", err)
	}
	if _, err := Parse([]byte{0x08, 0x08}); err == nil || !strings.Contains(err.Error(), "no graph") {
		t.Errorf("a model without a graph: %v", err)
	}
}

// A damaged model is an error, never a panic or an endless loop.
func FuzzParse(f *testing.F) {
	f.Add(model())
	f.Add([]byte("not a model"))
	f.Add([]byte{0x3a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f})
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := Parse(data)
		if err != nil {
			return
		}
		for _, n := range m.Nodes {
			if _, err := m.Cut(nil, n.Outputs); err != nil && !strings.Contains(err.Error(), "nothing in the model computes") {
				t.Fatal(err)
			}
		}
	})
}

func TestLoadRefuses(t *testing.T) {
	t.Parallel()
	if _, err := Load(t.TempDir() + "/libonnxruntime.so"); err == nil {
		t.Error("a library that is not there was opened")
	}
}
