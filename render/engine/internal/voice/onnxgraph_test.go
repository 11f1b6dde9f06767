package voice

import (
	"fmt"
	"math"
	"testing"

	"google.golang.org/protobuf/encoding/protowire"
)

// ONNX's numbers for types.
const (
	onnxFloat = 1
	onnxInt   = 7
)

// graph builds an ONNX model: nodes in the order of computing, weights where they are
// used. Its methods return the name of what they add.
type graph struct {
	body  []byte
	count int
	meta  []byte
}

func bytesField(b []byte, num protowire.Number, body []byte) []byte {
	return protowire.AppendBytes(protowire.AppendTag(b, num, protowire.BytesType), body)
}

func intField(b []byte, num protowire.Number, v int64) []byte {
	return protowire.AppendVarint(protowire.AppendTag(b, num, protowire.VarintType), uint64(v))
}

// value is a ValueInfoProto; a dimension of −1 is free.
func value(name string, kind int64, shape []int64) []byte {
	var dims []byte
	for i, d := range shape {
		if d < 0 {
			dims = bytesField(dims, 1, bytesField(nil, 2, fmt.Appendf(nil, "%s%d", name, i)))
		} else {
			dims = bytesField(dims, 1, intField(nil, 1, d))
		}
	}
	tensor := bytesField(intField(nil, 1, kind), 2, dims)
	return bytesField(bytesField(nil, 1, []byte(name)), 2, bytesField(nil, 1, tensor))
}

func (g *graph) input(name string, kind int64, shape ...int64) string {
	g.body = bytesField(g.body, 11, value(name, kind, shape))
	return name
}

func (g *graph) output(name string, kind int64, shape ...int64) {
	g.body = bytesField(g.body, 12, value(name, kind, shape))
}

func (g *graph) name() string {
	g.count++
	return fmt.Sprintf("n%d", g.count)
}

func (g *graph) floats(shape []int64, data ...float32) string {
	t := intField(nil, 2, onnxFloat)
	for _, d := range shape {
		t = intField(t, 1, d)
	}
	var raw []byte
	for _, v := range data {
		raw = protowire.AppendFixed32(raw, math.Float32bits(v))
	}
	return g.weight(bytesField(t, 9, raw))
}

func (g *graph) ints(data ...int64) string {
	t := intField(intField(nil, 2, onnxInt), 1, int64(len(data)))
	var raw []byte
	for _, v := range data {
		raw = protowire.AppendFixed64(raw, uint64(v))
	}
	return g.weight(bytesField(t, 9, raw))
}

// scalar is an integer without a shape.
func (g *graph) scalar(v int64) string {
	return g.weight(bytesField(intField(nil, 2, onnxInt), 9, protowire.AppendFixed64(nil, uint64(v))))
}

func (g *graph) weight(t []byte) string {
	name := g.name()
	g.body = bytesField(g.body, 5, bytesField(t, 8, []byte(name)))
	return name
}

// attribute is an integer, or a list of them, that a node is told.
type attribute struct {
	name  string
	value []int64
	list  bool
}

func the(name string, value int64) []attribute  { return []attribute{{name, []int64{value}, false}} }
func axes(name string, value int64) []attribute { return []attribute{{name, []int64{value}, true}} }

func (g *graph) do(op string, in ...string) string { return g.with(op, nil, in...) }

func (g *graph) with(op string, attributes []attribute, in ...string) string {
	name := g.name()
	g.node(name, op, attributes, in...)
	return name
}

// node computes what is called name.
func (g *graph) node(name, op string, attributes []attribute, in ...string) {
	var n []byte
	for _, s := range in {
		n = bytesField(n, 1, []byte(s))
	}
	n = bytesField(bytesField(n, 2, []byte(name)), 4, []byte(op))
	for _, a := range attributes {
		field, kind := protowire.Number(3), int64(2)
		if a.list {
			field, kind = 8, 7
		}
		told := bytesField(nil, 1, []byte(a.name))
		for _, v := range a.value {
			told = intField(told, field, v)
		}
		n = bytesField(n, 5, intField(told, 20, kind))
	}
	g.body = bytesField(g.body, 1, n)
}

func (g *graph) cast(x string, kind int64) string {
	return g.with("Cast", the("to", kind), x)
}

// dim is the length of x along an axis, as a float of shape [1].
func (g *graph) dim(x string, axis int64) string {
	return g.cast(g.with("Gather", the("axis", 0), g.do("Shape", x), g.ints(axis)), onnxFloat)
}

func (g *graph) number(v float32) string { return g.floats([]int64{1}, v) }

// tone is as many samples of a sine wave at rate as n says, both of shape [1].
func (g *graph) tone(n, hz string, rate float32) string {
	count := g.do("Squeeze", g.cast(n, onnxInt))
	time := g.cast(g.do("Range", g.scalar(0), count, g.scalar(1)), onnxFloat)
	return g.do("Mul", g.do("Sin", g.do("Mul", time, g.do("Mul", hz, g.number(2*math.Pi/rate)))), g.number(0.3))
}

func (g *graph) about(key, value string) {
	g.meta = bytesField(g.meta, 14, bytesField(bytesField(nil, 1, []byte(key)), 2, []byte(value)))
}

// write puts the model into a file. Operations are those of version 13.
func (g *graph) write(t *testing.T, dir, name string) {
	t.Helper()
	m := intField(nil, 1, 8)
	m = bytesField(m, 8, intField(nil, 2, 13))
	m = bytesField(m, 7, bytesField(g.body, 2, []byte("g")))
	put(t, dir, name, string(append(m, g.meta...)))
}
