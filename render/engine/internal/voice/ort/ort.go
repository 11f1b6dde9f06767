// Package ort runs ONNX models in this process through ONNX Runtime's C API,
// without cgo: the shared library is opened at run time and its function table
// is called by index. The table only ever grows at its end, so the indices hold
// for every release since 1.8.
package ort

// Tensor is a named array. Exactly one of F32 and I64 is set, with as many
// elements as the product of Shape.
type Tensor struct {
	Name  string
	Shape []int64
	F32   []float32
	I64   []int64
}
