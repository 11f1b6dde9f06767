package ort

import (
	"encoding/binary"
	"errors"
	"maps"
	"slices"
)

// The protobuf fields of attributes and tensors that widening needs.
const (
	nodeAttribute = 5
	attrName      = 1
	attrTensor    = 5
	attrInts      = 8
	tensorDims    = 1
)

// Widened returns the model with the convolutions between the tensors from and to, which
// go along one dimension, going along the second of two, the first of which is 1: [1, C, T]
// becomes [1, C, 1, T]. The numbers are the same, but the runtime has its blocked kernels
// for pictures only, and they take a quarter less time. It is not possible, and ok is
// false, where anything else in between minds the number of dimensions, or where another
// input comes in.
func (m *Model) Widened(from, to string) (wide *Model, ok bool) {
	maker := map[string]int{}
	for i, n := range m.Nodes {
		for _, o := range n.Outputs {
			maker[o] = i
		}
	}
	out := *m
	out.Nodes, out.inits = slices.Clone(m.Nodes), maps.Clone(m.inits)
	seen, todo := map[string]bool{from: true}, []string{to}
	for len(todo) > 0 {
		name := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[name] {
			continue
		}
		seen[name] = true
		i, made := maker[name]
		if !made {
			return nil, false
		}
		n := &out.Nodes[i]
		var err error
		switch n.Op {
		case "Conv", "ConvTranspose":
			weights, known := m.inits[n.Inputs[1]]
			if known {
				out.inits[n.Inputs[1]], err = widenTensor(weights)
			}
			if err == nil {
				n.raw, err = widenNode(n.raw)
			}
			if !known || err != nil {
				return nil, false
			}
			todo = append(todo, n.Inputs[0])
		case "LeakyRelu", "Tanh":
			todo = append(todo, n.Inputs[0])
		case "Add", "Mul", "Div":
			for _, in := range n.Inputs {
				if !m.scalar(maker, in) {
					todo = append(todo, in)
				}
			}
		case "Unsqueeze": // of the finished samples, which are read in a row
			if name != to {
				return nil, false
			}
			todo = append(todo, n.Inputs[0])
		default:
			return nil, false
		}
	}
	return &out, true
}

// scalar tells whether a tensor is a constant number.
func (m *Model) scalar(maker map[string]int, name string) bool {
	var dims []uint64
	count := func(num int, raw, body []byte) error {
		if num != tensorDims {
			return nil
		}
		v, err := numbers(raw, body)
		dims = append(dims, v...)
		return err
	}
	single := func(err error) bool { return err == nil && (len(dims) == 0 || len(dims) == 1 && dims[0] == 1) }
	if raw, ok := m.inits[name]; ok {
		return single(fields(raw, func(_ int, _, body []byte) error { return fields(body, count) }))
	}
	i, made := maker[name]
	if !made || m.Nodes[i].Op != "Constant" {
		return false
	}
	return single(fields(m.Nodes[i].raw, func(_ int, _, body []byte) error {
		return fields(body, func(num int, _, body []byte) error {
			if num != nodeAttribute {
				return nil
			}
			return fields(body, func(num int, _, body []byte) error {
				if num != attrTensor {
					return nil
				}
				return fields(body, count)
			})
		})
	}))
}

func widenNode(raw []byte) ([]byte, error) {
	var node []byte
	err := fields(raw, func(_ int, _, body []byte) error {
		return fields(body, func(num int, raw, body []byte) error {
			if num != nodeAttribute {
				node = append(node, raw...)
				return nil
			}
			attr, err := widenAttribute(body)
			node = appendBytes(node, nodeAttribute, attr)
			return err
		})
	})
	return appendBytes(nil, graphNode, node), err
}

func widenAttribute(b []byte) ([]byte, error) {
	name, err := stringField(b, attrName)
	if err != nil {
		return nil, err
	}
	var out []byte
	var ints []uint64
	err = fields(b, func(num int, raw, body []byte) error {
		if num != attrInts {
			out = append(out, raw...)
			return nil
		}
		v, err := numbers(raw, body)
		ints = append(ints, v...)
		return err
	})
	if err != nil {
		return nil, err
	}
	first := uint64(1)
	switch name {
	case "kernel_shape", "dilations", "strides":
	case "pads", "output_padding":
		first = 0
	default:
		return b, nil
	}
	ends := 1
	if name == "pads" {
		ends = 2 // of the beginning, and of the end
	}
	if len(ints) != ends {
		return nil, errors.New("a convolution along other than one dimension")
	}
	for _, v := range ints {
		out = binary.AppendUvarint(binary.AppendUvarint(out, attrInts<<3), first)
		out = binary.AppendUvarint(binary.AppendUvarint(out, attrInts<<3), v)
	}
	return out, nil
}

func widenTensor(raw []byte) ([]byte, error) {
	var out []byte
	var dims []uint64
	err := fields(raw, func(_ int, _, body []byte) error {
		return fields(body, func(num int, raw, body []byte) error {
			if num != tensorDims {
				out = append(out, raw...)
				return nil
			}
			v, err := numbers(raw, body)
			dims = append(dims, v...)
			return err
		})
	})
	if err != nil {
		return nil, err
	}
	if len(dims) != 3 {
		return nil, errors.New("weights of a convolution have not three dimensions")
	}
	var head []byte
	for _, d := range []uint64{dims[0], dims[1], 1, dims[2]} {
		head = binary.AppendUvarint(binary.AppendUvarint(head, tensorDims<<3), d)
	}
	return appendBytes(nil, graphInit, append(head, out...)), nil
}

// numbers are those of a repeated field, packed or one by one.
func numbers(raw, body []byte) ([]uint64, error) {
	var out []uint64
	if body == nil {
		_, n := binary.Uvarint(raw)
		v, k := binary.Uvarint(raw[n:])
		if k <= 0 {
			return nil, errors.New("damaged number")
		}
		return append(out, v), nil
	}
	for len(body) > 0 {
		v, k := binary.Uvarint(body)
		if k <= 0 {
			return nil, errors.New("damaged number")
		}
		out, body = append(out, v), body[k:]
	}
	return out, nil
}
