package motion

import (
	"slices"

	"gitops.video/render/render/engine/internal/look"
)

// columnsOf looks at what the columns of a table hold. They take their share by their
// longest cell, the first a little more.
func (t *table) columnsOf() columns {
	k := columns{weights: make([]float64, t.cols), numeric: make([]bool, t.cols)}
	for j := range t.cols {
		longest, digits := 3, 0
		for i := range t.rows {
			longest = max(longest, min(28, len([]rune(t.cell(i, j)))))
			if i > 0 && startsNumber(t.cell(i, j)) {
				digits++
			}
		}
		k.weights[j] = float64(longest) + 4
		if j == 0 {
			k.weights[j] += 3
		}
		k.numeric[j] = j > 0 && digits*2 > t.n-1
	}
	even, words := t.byRow()
	if even && words { // alike columns begin alike
		clear(k.numeric)
	}
	k.alike, k.flush = even, t.cols
	for k.flush > 0 && k.numeric[k.flush-1] {
		k.flush--
	}
	return k
}

// fit finds the size of the letters and the widths of the columns.
func (t *table) fit() {
	t.size = min(t.pick(4, 4.8*t.display()), max(min(t.pick(3.1, 3.8*t.display()), t.pitch*.36), t.pitch*.28))
	for q := t.size; t.alike && t.widths == nil && q > max(t.pick(2.4, 2.8), .7*t.size); q *= .96 { // a little smaller, and even
		if t.widths = t.widen(true, q); t.widths != nil {
			t.size = q
			return
		}
	}
	t.widths = t.widen(false, t.size)
	least := t.pick(2.4, 2.8)
	if t.port && t.pitch > 10.5 && t.cols <= sureColumns[1] { // high rows have room for two lines: rather these than small type
		least = 3.5 * t.display()
	}
	for t.widths == nil && t.size > least {
		t.size *= .93
		t.widths = t.widen(false, t.size)
	}
	if t.widths == nil {
		t.widths = t.spare(t.shares())
	}
}

// shares are the widths of columns whose cells break, by their weights.
func (t *table) shares() []float64 {
	sum := 0.0
	for _, w := range t.weights {
		sum += w
	}
	out, alike := slices.Clone(t.weights), (sum-t.weights[0])/float64(max(1, t.cols-1))
	for j := range out {
		if t.alike && j > 0 {
			out[j] = alike
		}
		out[j] *= t.room / sum
	}
	return out
}

// byRow says whether a table tells one kind of thing a row, as where plans are compared: in
// most rows all cells after the first are numbers, or none is. words says that some are none.
func (t *table) byRow() (even, words bool) {
	same := 0
	for i := 1; i < t.n; i++ {
		numbers := 0
		for j := 1; j < t.cols; j++ {
			if startsNumber(t.cell(i, j)) {
				numbers++
			}
		}
		words = words || numbers < t.cols-1
		if numbers == 0 || numbers == t.cols-1 {
			same++
		}
	}
	return t.cols > 2 && same*4 >= (t.n-1)*3, words
}

// widen gives every column what its longest cell takes at a size and an equal share of the
// rest, where everything fits on one line; else it is nil. Even columns after the first have
// one width.
func (t *table) widen(even bool, size float64) []float64 {
	widths, total, widest := make([]float64, t.cols), 0.0, 0.0
	for j := range widths {
		widths[j] = t.columnWidth(j, size, 0) + t.gutter + .2
		total += widths[j]
		if j > 0 {
			widest = max(widest, widths[j])
		}
	}
	for j := 1; even && j < t.cols; j++ {
		total += widest - widths[j]
		widths[j] = widest
	}
	rest := (t.room - total) / float64(t.cols)
	if rest < 1 {
		return nil
	}
	for j := range widths {
		widths[j] += rest
	}
	return widths
}

// columnWidth is how wide the widest cell of column j is on one line, u, from row first on.
func (t *table) columnWidth(j int, size float64, first int) (w float64) {
	for i := first; i < t.n; i++ {
		s := set{role: look.Role{Land: size, Port: size, Weight: 460, Line: 1.18}, text: t.cell(i, j), rigid: true}
		if i == 0 || j == 0 {
			s.weight = 640
		}
		w = max(w, t.wid(t.block(s)))
	}
	return w
}

// spare gives columns of numbers the width that these need, since words may break and
// numbers may not, as long as the others keep half of the room.
func (t *table) spare(widths []float64) []float64 {
	out, fixed, others := slices.Clone(widths), 0.0, 0.0
	for j, w := range widths {
		if t.numeric[j] {
			out[j] = max(w, t.columnWidth(j, t.size, 1)+t.gutter+.2)
			fixed += out[j]
		} else {
			others += w
		}
	}
	if fixed == 0 || fixed > t.room/2 {
		return widths
	}
	for j := range out {
		if !t.numeric[j] {
			out[j] *= (t.room - fixed) / others
		}
	}
	return out
}
