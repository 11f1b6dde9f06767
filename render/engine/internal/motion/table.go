package motion

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// drawTable is rows and columns under a head row.
func drawTable(c *comp) {
	rows := c.sc.Rows
	if len(rows) == 0 && len(c.sc.Columns) > 0 {
		rows = tableOf(c.sc.Columns)
	}
	if len(rows) < 2 {
		drawStatement(c)
		return
	}
	c.stageMotif(c.content())
	bottom := c.stageHead(c.pick(150, c.w-13))
	t := c.sheet(rows, bottom)
	ink := t.card()
	t.columns()
	t.reveal(t.blocks(ink), ink)
	c.furniture()
	zone := box{}
	if c.port {
		zone = box{6.5, 121, c.w - 13, 16}
	}
	c.captionZone(zone)
}

// sheet is a table on its card; lengths are in u.
type sheet struct {
	c       *comp
	rows    [][]string // the first one is its head
	cols    int        // those that are shown
	box     box        // the card
	pitch   float64    // from row to row
	pad     float64    // from the card's edges
	gutter  float64    // between columns
	size    float64    // of its type
	widths  []float64  // of columns
	numeric []bool     // columns of numbers, which end where their column does
	flush   int        // from this column to the right edge all are numbers
}

// sheet finds a table's place below its headline, which ends at bottom.
func (c *comp) sheet(rows [][]string, bottom float64) *sheet {
	t := &sheet{c: c, cols: columnsShown(rows, c.port), rows: rows[:min(len(rows), most[scene.Table][c.lines(0, 1)])], pad: c.pick(3.4, 3), gutter: c.pick(2.4, 2)}
	top := max(c.pick(25, 40), bottom+4)
	foot := c.pick(91, 137)
	if c.spoken() {
		foot = c.pick(79, 116.5)
	}
	n := float64(len(t.rows))
	t.pitch = min((foot-top-2)/n, c.pick(15, 23))        // few rows are high and large
	top += max(0, foot-top-t.pitch*n-2) * c.pick(.3, .4) // few rows stand midway
	t.box = box{c.margin(), top, c.pick(160, c.w-13), t.pitch*n + 2}
	return t
}

// cell is the text of a cell; "" = it has none.
func (t *sheet) cell(i, j int) string {
	if j < len(t.rows[i]) {
		return strings.TrimSpace(t.rows[i][j])
	}
	return ""
}

// card draws what the cells stand on: the card, its head and a line between rows.
func (t *sheet) card() cardText {
	c, b := t.c, t.box
	k, ink := c.card(b.w, b.h, cardStyle{})
	head := &raster.Path{}
	r := max(0, c.th.Style.Radius-.1)
	head.RoundRect4(.1, .1, b.w-.2, t.pitch+1, [4]float64{r, r, 0, 0})
	headCol := look.Fill{RGB: c.th.P, Alpha: .08}
	if c.st.Dark || c.th.Style.Flat {
		headCol = look.Fill{RGB: ink.text, Alpha: .09}
	}
	if c.st.Name == "brand" && c.st.Dark {
		headCol = look.Fill{Alpha: .12}
	}
	if c.th.Style.Border < .2 {
		k.Fill(head, fillOf(headCol), 1)
	}
	for i := 1; i < len(t.rows); i++ {
		k.rr(t.pad, t.pitch*float64(i)+1, b.w-2*t.pad, .12, 0, fillOf(c.st.Hair), 1)
	}
	k.put(b.x, b.y, c.enter(.2))
	return ink
}

// columns chooses the size of the type and the columns' widths.
func (t *sheet) columns() {
	// Columns take their share by their longest cell, the first a little more.
	weights, sum := make([]float64, t.cols), 0.0
	t.numeric = make([]bool, t.cols)
	for j := range t.cols {
		longest, digits := 3, 0
		for i := range t.rows {
			longest = max(longest, min(28, len([]rune(t.cell(i, j)))))
			if i > 0 && startsNumber(t.cell(i, j)) {
				digits++
			}
		}
		weights[j] = float64(longest) + 4
		if j == 0 {
			weights[j] += 3
		}
		t.numeric[j] = j > 0 && digits*2 > len(t.rows)-1
		sum += weights[j]
	}
	even, words := t.byRow()
	if even && words { // alike columns begin alike
		clear(t.numeric)
	}
	t.flush = t.cols
	for t.flush > 0 && t.numeric[t.flush-1] {
		t.flush--
	}
	if t.oneLine(even); t.widths != nil {
		return
	}
	room := t.room()
	alike := (sum - weights[0]) / float64(max(1, t.cols-1))
	for j := range weights {
		if even && j > 0 {
			weights[j] = alike
		}
		weights[j] *= room / sum
	}
	t.widths = t.spare(weights)
}

// room is the width that the columns share.
func (t *sheet) room() float64 { return t.box.w - 2*t.pad }

// oneLine looks for a size at which all cells fit on one line, with even columns if it can
// be; else widths stays nil, at the smallest size.
func (t *sheet) oneLine(even bool) {
	c := t.c
	t.size = min(c.pick(4, 4.8*c.display()), max(min(c.pick(3.1, 3.8*c.display()), t.pitch*.36), t.pitch*.28))
	for q := t.size; even && t.widths == nil && q > max(c.pick(2.4, 2.8), .7*t.size); q *= .96 { // a little smaller, and even
		if t.widths = t.widen(true, q); t.widths != nil {
			t.size = q
		}
	}
	if t.widths == nil {
		t.widths = t.widen(false, t.size)
	}
	least := c.pick(2.4, 2.8)
	if c.port && t.pitch > 10.5 && t.cols <= sureColumns[1] { // high rows have room for two lines: rather these than small type
		least = 3.5 * c.display()
	}
	for t.widths == nil && t.size > least {
		t.size *= .93
		t.widths = t.widen(false, t.size)
	}
}

// blocks sets all cells at one size, row by row; nil = the cell is empty.
func (t *sheet) blocks(ink cardText) []*text.Block {
	var sets []set
	for i := range t.rows {
		for j := range t.cols {
			s := set{role: cellRole(t.size), text: t.cell(i, j), w: t.widths[j] - t.gutter, lines: 1, color: ink.muted, h: t.pitch - 1}
			if i == 0 {
				s.weight, s.color = 640, ink.text
			} else if j == 0 {
				s.weight, s.color = 600, ink.text
			}
			if t.pitch > t.size*2.9 {
				s.lines = 2
			}
			sets = append(sets, s)
		}
	}
	return t.c.blocks(sets)
}

func cellRole(size float64) look.Role {
	return look.Role{Land: size, Port: size, Weight: 460, Line: 1.18}
}

// reveal brings the rows on, each when it is named. Where that is late, bars stand for the
// words until then.
func (t *sheet) reveal(cells []*text.Block, ink cardText) {
	c := t.c
	widest := make([]float64, t.cols)
	for i, q := range cells {
		widest[i%t.cols] = max(widest[i%t.cols], c.wid(q))
	}
	var names []string
	for i := 1; i < len(t.rows); i++ {
		names = append(names, t.cell(i, 0))
	}
	at := c.tableTimes(names)
	for i := range t.rows {
		row := c.newCanvas(t.box.w, t.pitch, .3)
		wait := c.newCanvas(t.box.w, t.pitch, .3)
		x := t.pad
		for j := range t.cols {
			w := t.widths[j]
			if q := cells[i*t.cols+j]; q != nil {
				tx := x
				if t.numeric[j] {
					tx = x + w - c.wid(q)
					if j < t.flush { // words follow sooner or later: the numbers begin where words would
						tx = x + min(w-t.gutter, widest[j]) - c.wid(q)
					}
				}
				row.text(q, tx, (t.pitch-c.hgt(q))/2)
				wait.rr(tx, (t.pitch-t.size*.8)/2, c.wid(q), t.size*.8, t.size*.25, raster.Solid(ink.text.NRGBA(.065)), 1)
			} else if i > 0 {
				row.rr(x, t.pitch/2-.12, 2.4, .24, .12, raster.Solid(ink.muted.NRGBA(.6)), 1)
			}
			x += w
		}
		start := .35
		y := t.box.y + float64(i)*t.pitch
		if i > 0 {
			start = at[i-1]
			c.hit(start, "tick")
			y += 1
		} else {
			y += .5
		}
		if start > longWait {
			wait.put(t.box.x, y, c.fade(.35+.07*float64(i), .3), c.show(-1, start, .3))
		}
		row.put(t.box.x, y, c.enterAs("items", start, max(0, i-1)))
	}
}

// byRow says whether a table tells one kind of thing a row, as where plans are compared: in
// most rows all cells after the first are numbers, or none is. words says that some are none.
func (t *sheet) byRow() (even, words bool) {
	alike := 0
	for i := 1; i < len(t.rows); i++ {
		numbers := 0
		for j := 1; j < t.cols; j++ {
			if startsNumber(t.cell(i, j)) {
				numbers++
			}
		}
		words = words || numbers < t.cols-1
		if numbers == 0 || numbers == t.cols-1 {
			alike++
		}
	}
	return t.cols > 2 && alike*4 >= (len(t.rows)-1)*3, words
}

// widen gives every column what its longest cell takes at a size and an equal share of the
// rest, where everything fits on one line; else it is nil. Even columns after the first have
// one width.
func (t *sheet) widen(even bool, size float64) []float64 {
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
	rest := (t.room() - total) / float64(t.cols)
	if rest < 1 {
		return nil
	}
	for j := range widths {
		widths[j] += rest
	}
	return widths
}

// columnWidth is how wide the widest cell of column j is on one line, u, from row first on.
func (t *sheet) columnWidth(j int, size float64, first int) (w float64) {
	for i := first; i < len(t.rows); i++ {
		s := set{role: cellRole(size), text: t.cell(i, j), rigid: true}
		if i == 0 || j == 0 {
			s.weight = 640
		}
		w = max(w, t.c.wid(t.c.block(s)))
	}
	return w
}

// spare gives columns of numbers the width that these need, since words may break and
// numbers may not, as long as the others keep half of the room.
func (t *sheet) spare(widths []float64) []float64 {
	out, fixed, others := slices.Clone(widths), 0.0, 0.0
	for j, w := range widths {
		if t.numeric[j] {
			out[j] = max(w, t.columnWidth(j, t.size, 1)+t.gutter+.2)
			fixed += out[j]
		} else {
			others += w
		}
	}
	room := t.room()
	if fixed == 0 || fixed > room/2 {
		return widths
	}
	for j := range out {
		if !t.numeric[j] {
			out[j] *= (room - fixed) / others
		}
	}
	return out
}

// tableTimes brings rows on when they are named, else quickly one after the other.
func (c *comp) tableTimes(names []string) []float64 {
	named := 0
	for _, s := range names {
		if _, _, ok := c.cues.find(s, 0); ok {
			named++
		}
	}
	if named*2 > len(names) {
		return c.cues.spread(names)
	}
	out := make([]float64, len(names))
	for i := range out {
		out[i] = .5 + .12*float64(i)
	}
	return out
}

func startsNumber(s string) bool {
	s = strings.TrimLeft(s, "€$£¥₹+−-~≈<> ")
	return s != "" && s[0] >= '0' && s[0] <= '9'
}

// tableOf makes rows of comparison columns.
func tableOf(cols []scene.Column) [][]string {
	head := []string{""}
	n := 0
	for _, c := range cols {
		head = append(head, c.Title)
		n = max(n, len(c.Rows))
	}
	out := [][]string{head}
	for i := range n {
		row := []string{""}
		for _, c := range cols {
			v := ""
			if i < len(c.Rows) {
				v = c.Rows[i].Value
				if v == "" {
					v = c.Rows[i].Title
				}
				if row[0] == "" {
					row[0] = c.Rows[i].Label
				}
			}
			row = append(row, v)
		}
		out = append(out, row)
	}
	return out
}
