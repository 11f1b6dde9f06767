package face

import (
	"encoding/binary"
	"math"
)

// Both kinds of file hold trees of comparisons: a node's four signed bytes are two
// places relative to the window (row, column), in 1/256 of its size. Numbers are
// little endian.

// reader walks through one of the embedded files, whose form is known.
type reader []byte

func (r *reader) u32() uint32 {
	v := binary.LittleEndian.Uint32(*r)
	*r = (*r)[4:]
	return v
}

func (r *reader) f32() float32 { return math.Float32frombits(r.u32()) }

func (r *reader) nodes(n int) []int8 {
	out := make([]int8, 4*n)
	for i := range out {
		out[i] = int8((*r)[i])
	}
	*r = (*r)[4*n:]
	return out
}

// classifier says whether a window holds a face.
type classifier struct {
	depth int
	trees []tree
}

type tree struct {
	nodes  []int8
	leaves []float32
	least  float32 // running sum below which the window is given up
}

func readClassifier(data []byte) *classifier {
	r := reader(data[8:])
	c := &classifier{depth: int(r.u32())}
	n := int(r.u32())
	for range n {
		t := tree{nodes: r.nodes(1<<c.depth - 1)}
		for range 1 << c.depth {
			t.leaves = append(t.leaves, r.f32())
		}
		t.least = r.f32()
		c.trees = append(c.trees, t)
	}
	return c
}

// score is positive for a face in the window of that size about (row, col), which
// lies inside the picture.
func (c *classifier) score(g gray, row, col, size int) float32 {
	row, col = row*256, col*256
	sum := float32(0)
	for i := range c.trees {
		t := &c.trees[i]
		at := 0
		for range c.depth {
			n := t.nodes[4*at : 4*at+4]
			a := g.pix[(row+int(n[0])*size)>>8*g.w+(col+int(n[1])*size)>>8]
			b := g.pix[(row+int(n[2])*size)>>8*g.w+(col+int(n[3])*size)>>8]
			at = 2*at + 1
			if a <= b {
				at++
			}
		}
		sum += t.leaves[at-(1<<c.depth-1)]
		if sum <= t.least {
			return -1
		}
	}
	return sum - c.trees[len(c.trees)-1].least
}

// localiser walks from a guess towards a point of the face, in stages of trees
// whose leaves say how far to go.
type localiser struct {
	depth  int
	shrink float64
	stages [][]step
}

type step struct {
	nodes  []int8
	leaves [][2]float32 // rows, columns, in window sizes
}

func readLocaliser(data []byte) *localiser {
	r := reader(data)
	stages := int(r.u32())
	l := &localiser{shrink: float64(r.f32())}
	trees := int(r.u32())
	l.depth = int(r.u32())
	for range stages {
		var s []step
		for range trees {
			t := step{nodes: r.nodes(1<<l.depth - 1)}
			for range 1 << l.depth {
				t.leaves = append(t.leaves, [2]float32{r.f32(), r.f32()})
			}
			s = append(s, t)
		}
		l.stages = append(l.stages, s)
	}
	return l
}

// walk returns where it ends; flip mirrors the comparisons for the other side.
func (l *localiser) walk(g gray, row, col, size float64, flip bool) (r, c float64) {
	side := 1
	if flip {
		side = -1
	}
	for _, stage := range l.stages {
		var dr, dc float64
		ir, ic, is := 256*int(row), 256*int(col), int(math.Round(size))
		at := func(nr, nc int8) uint8 {
			y := max(0, min(g.h-1, (ir+int(nr)*is)>>8))
			x := max(0, min(g.w-1, (ic+side*int(nc)*is)>>8))
			return g.pix[y*g.w+x]
		}
		for i := range stage {
			t := &stage[i]
			k := 0
			for range l.depth {
				n := t.nodes[4*k : 4*k+4]
				a, b := at(n[0], n[1]), at(n[2], n[3])
				k = 2*k + 1
				if a > b {
					k++
				}
			}
			leaf := t.leaves[k-(1<<l.depth-1)]
			dr, dc = dr+float64(leaf[0]), dc+float64(side)*float64(leaf[1])
		}
		row, col, size = row+dr*size, col+dc*size, size*l.shrink
	}
	return row, col
}
