package ort

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// The protobuf fields of ONNX that cutting a graph needs.
const (
	modelGraph  = 7
	graphNode   = 1
	graphInit   = 5
	graphInput  = 11
	graphOutput = 12
	nodeInput   = 1
	nodeOutput  = 2
	nodeOp      = 4
	initName    = 8
	valueName   = 1
	wireBytes   = 2
)

// Node is one operation of a model's graph.
type Node struct {
	Op      string
	Inputs  []string
	Outputs []string
	raw     []byte
}

// Model is an ONNX file taken apart far enough to cut its graph into pieces.
type Model struct {
	Nodes  []Node
	head   []byte // model fields other than the graph
	rest   []byte // graph fields other than nodes, initialisers, inputs and outputs
	inits  map[string][]byte
	order  []string // names of inits in file order
	inputs map[string][]byte
}

// Parse reads an ONNX file. Weights must be inside the file. The result keeps
// pointing into data.
func Parse(data []byte) (*Model, error) {
	m := &Model{inits: map[string][]byte{}, inputs: map[string][]byte{}}
	var graph []byte
	err := fields(data, func(num int, raw, body []byte) error {
		if num == modelGraph {
			if graph != nil {
				return errors.New("two graphs")
			}
			graph = body
			return nil
		}
		m.head = append(m.head, raw...)
		return nil
	})
	if err == nil && graph == nil {
		err = errors.New("no graph")
	}
	if err == nil {
		err = fields(graph, m.addGraphField)
	}
	if err != nil {
		return nil, fmt.Errorf("not an ONNX model: %w", err)
	}
	return m, nil
}

func (m *Model) addGraphField(num int, raw, body []byte) error {
	switch num {
	case graphNode:
		n := Node{raw: raw}
		err := fields(body, func(num int, _, body []byte) error {
			switch num {
			case nodeInput:
				n.Inputs = append(n.Inputs, string(body))
			case nodeOutput:
				n.Outputs = append(n.Outputs, string(body))
			case nodeOp:
				n.Op = string(body)
			}
			return nil
		})
		m.Nodes = append(m.Nodes, n)
		return err
	case graphInit:
		name, err := stringField(body, initName)
		m.inits[name] = raw
		m.order = append(m.order, name)
		return err
	case graphInput:
		name, err := stringField(body, valueName)
		m.inputs[name] = raw
		return err
	case graphOutput:
		return nil
	}
	m.rest = append(m.rest, raw...)
	return nil
}

// Cut returns a model that computes the float tensors outputs from the float
// tensors inputs of the given ranks and from any inputs of the whole model that
// are still needed. Every node and weight that this does not need is left out.
func (m *Model) Cut(inputs map[string]int, outputs []string) ([]byte, error) {
	maker := map[string]int{}
	for i, n := range m.Nodes {
		for _, o := range n.Outputs {
			maker[o] = i
		}
	}
	needNode := make([]bool, len(m.Nodes))
	needInit, needInput := map[string]bool{}, map[string]bool{}
	todo := append([]string(nil), outputs...)
	for len(todo) > 0 {
		name := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if _, given := inputs[name]; given || name == "" {
			continue
		}
		if _, ok := m.inits[name]; ok {
			needInit[name] = true
			continue
		}
		i, ok := maker[name]
		if !ok {
			if _, ok := m.inputs[name]; !ok {
				return nil, fmt.Errorf("nothing in the model computes %q", name)
			}
			needInput[name] = true
			continue
		}
		if !needNode[i] {
			needNode[i] = true
			todo = append(todo, m.Nodes[i].Inputs...)
		}
	}
	var graph []byte
	for i, n := range m.Nodes {
		if needNode[i] {
			graph = append(graph, n.raw...)
		}
	}
	for _, name := range m.order {
		if needInit[name] {
			graph = append(graph, m.inits[name]...)
		}
	}
	graph = append(graph, m.rest...)
	for _, name := range sortedKeys(needInput) {
		graph = append(graph, m.inputs[name]...)
	}
	for _, name := range sortedKeys(inputs) {
		graph = appendBytes(graph, graphInput, floatValue(name, inputs[name]))
	}
	for _, name := range outputs {
		graph = appendBytes(graph, graphOutput, floatValue(name, -1))
	}
	return appendBytes(append([]byte(nil), m.head...), modelGraph, graph), nil
}

// floatValue is a ValueInfoProto for a float tensor, of rank open dimensions, or
// of unknown shape when rank is negative.
func floatValue(name string, rank int) []byte {
	tensor := []byte{0x08, 0x01} // elem_type = FLOAT
	if rank >= 0 {
		var shape []byte
		for i := range rank {
			shape = appendBytes(shape, 1, appendBytes(nil, 2, fmt.Appendf(nil, "%s_%d", name, i)))
		}
		tensor = appendBytes(tensor, 2, shape)
	}
	return appendBytes(appendBytes(nil, valueName, []byte(name)), 2, appendBytes(nil, 1, tensor))
}

func appendBytes(b []byte, num int, body []byte) []byte {
	b = binary.AppendUvarint(b, uint64(num)<<3|wireBytes)
	b = binary.AppendUvarint(b, uint64(len(body)))
	return append(b, body...)
}

func stringField(b []byte, want int) (string, error) {
	var s string
	err := fields(b, func(num int, _, body []byte) error {
		if num == want {
			s = string(body)
		}
		return nil
	})
	return s, err
}

// fields calls f for each protobuf field of b: raw is the whole field, body the
// payload of a length-delimited one.
func fields(b []byte, f func(num int, raw, body []byte) error) error {
	for len(b) > 0 {
		tag, n := binary.Uvarint(b)
		if n <= 0 {
			return errors.New("damaged field tag")
		}
		size, body := n, []byte(nil)
		switch tag & 7 {
		case 0:
			_, k := binary.Uvarint(b[n:])
			if k <= 0 {
				return errors.New("damaged number")
			}
			size += k
		case 1:
			size += 8
		case 5:
			size += 4
		case wireBytes:
			l, k := binary.Uvarint(b[n:])
			if k <= 0 || l > uint64(len(b)-n-k) {
				return errors.New("field longer than the file")
			}
			body = b[n+k : n+k+int(l)]
			size += k + int(l)
		default:
			return fmt.Errorf("unknown wire type %d", tag&7)
		}
		if size > len(b) {
			return errors.New("field longer than the file")
		}
		if err := f(int(tag>>3), b[:size], body); err != nil {
			return err
		}
		b = b[size:]
	}
	return nil
}

func sortedKeys[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}
