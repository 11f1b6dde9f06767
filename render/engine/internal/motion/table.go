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
	cols := columnsShown(rows, c.port)
	rows = rows[:min(len(rows), most[scene.Table][c.lines(0, 1)])]
	top := max(c.pick(25, 40), bottom+4)
	foot := c.pick(91, 137)
	if c.spoken() {
		foot = c.pick(79, 116.5)
	}
	n := len(rows)
	tall := foot - top - 2
	pitch := min(tall/float64(n), c.pick(15, 23)) // few rows are high and large
	b := box{c.margin(), top, c.pick(160, c.w-13), 0}
	ct := c.onCard(b.w, tall, cardStyle{})
	cell := func(i, j int) string {
		if j < len(rows[i]) {
			return strings.TrimSpace(rows[i][j])
		}
		return ""
	}
	// Columns take their share by their longest cell, the first a little more.
	weights, sum := make([]float64, cols), 0.0
	numeric := make([]bool, cols)
	for j := range cols {
		longest, digits := 3, 0
		for i := range rows {
			longest = max(longest, min(28, len([]rune(cell(i, j)))))
			if i > 0 && startsNumber(cell(i, j)) {
				digits++
			}
		}
		weights[j] = float64(longest) + 4
		if j == 0 {
			weights[j] += 3
		}
		numeric[j] = j > 0 && digits*2 > n-1
		sum += weights[j]
	}
	even, words := byRow(cols, n, cell)
	if even && words { // alike columns begin alike
		clear(numeric)
	}
	flush := cols // from here on to the right edge, columns of numbers end where their column does
	for flush > 0 && numeric[flush-1] {
		flush--
	}
	pad, gutter := c.pick(3.4, 3), c.pick(2.4, 2)
	size := min(c.pick(4, 4.8*c.display()), max(min(c.pick(3.1, 3.8*c.display()), pitch*.36), pitch*.28))
	room := b.w - 2*pad
	var widths []float64
	for q := size; even && widths == nil && q > max(c.pick(2.4, 2.8), .7*size); q *= .96 { // a little smaller, and even
		if widths = c.widen(cols, true, room, q, gutter, cell, n); widths != nil {
			size = q
		}
	}
	if widths == nil {
		widths = c.widen(cols, false, room, size, gutter, cell, n)
	}
	least := c.pick(2.4, 2.8)
	if c.port && pitch > 10.5 && cols <= sureColumns[1] { // high rows have room for two lines: rather these than small type
		least = 3.5 * c.display()
	}
	for widths == nil && size > least {
		size *= .93
		widths = c.widen(cols, false, room, size, gutter, cell, n)
	}
	if widths == nil {
		alike := (sum - weights[0]) / float64(max(1, cols-1))
		for j := range weights {
			if even && j > 0 {
				weights[j] = alike
			}
			weights[j] *= room / sum
		}
		widths = c.spare(weights, room, size, gutter, numeric, cell, n)
	}
	lay := func(size float64, lines int, h float64) []*text.Block {
		var sets []set
		for i := range rows {
			for j := range cols {
				s := set{role: look.Role{Land: size, Port: size, Weight: 460, Line: 1.18}, text: cell(i, j), w: widths[j] - gutter, lines: lines, color: ct.muted, h: h}
				if i == 0 {
					s.weight, s.color = 640, ct.text
				} else if j == 0 {
					s.weight, s.color = 600, ct.text
				}
				sets = append(sets, s)
			}
		}
		return c.blocks(sets)
	}
	lines := 1
	if pitch > size*2.9 {
		lines = 2
	}
	bs := lay(size, lines, pitch-1)
	tops := make([]float64, n+1) // of the rows, below the table's, and where the last one ends
	for i := range tops {
		tops[i] = pitch * float64(i)
	}
	if slices.ContainsFunc(bs, func(b *text.Block) bool { return b != nil && b.Cut }) { // sentences: rows are as high as what they say
		bs, tops = c.wordyTable(lay, n, cols, tall, size)
	}
	b.h = tops[n] + 2
	b.y += max(0, tall-tops[n]) * c.pick(.3, .4) // few rows stand midway
	k, _ := c.card(b.w, b.h, cardStyle{})
	head := &raster.Path{}
	r := max(0, c.th.Style.Radius-.1)
	head.RoundRect4(.1, .1, b.w-.2, tops[1]+1, [4]float64{r, r, 0, 0})
	headCol := look.Fill{RGB: c.th.P, Alpha: .08}
	if c.st.Dark || c.th.Style.Flat {
		headCol = look.Fill{RGB: ct.text, Alpha: .09}
	}
	if c.st.Name == "brand" && c.st.Dark {
		headCol = look.Fill{Alpha: .12}
	}
	if c.th.Style.Border < .2 {
		k.Fill(head, fillOf(headCol), 1)
	}
	for i := 1; i < n; i++ {
		k.rr(c.pick(3.4, 3), tops[i]+1, b.w-2*c.pick(3.4, 3), .12, 0, fillOf(c.st.Hair), 1)
	}
	k.put(b.x, b.y, c.enter(.2))
	widest := make([]float64, cols)
	for i, q := range bs {
		widest[i%cols] = max(widest[i%cols], c.wid(q))
	}
	var names []string
	for i := 1; i < n; i++ {
		names = append(names, cell(i, 0))
	}
	at := c.tableTimes(names)
	for i := range rows {
		pitch := tops[i+1] - tops[i]
		// cells has one do something for every cell of the row that says something, and another
		// for every one that does not.
		cells := func(said func(q *text.Block, x float64), silent func(x float64)) {
			x := pad
			for j := range cols {
				w, q := widths[j], bs[i*cols+j]
				tx := x
				switch {
				case q == nil:
					silent(x)
					x += w
					continue
				case numeric[j] && j < flush: // words follow sooner or later: the numbers begin where words would
					tx = x + min(w-gutter, widest[j]) - c.wid(q)
				case numeric[j]:
					tx = x + w - c.wid(q)
				}
				said(q, tx)
				x += w
			}
		}
		rk := c.whenSeen(b.w, pitch, .3, func(k *canvas) {
			cells(func(q *text.Block, x float64) { k.text(q, x, (pitch-c.hgt(q))/2) }, func(x float64) {
				if i > 0 {
					k.rr(x, pitch/2-.12, 2.4, .24, .12, raster.Solid(ct.muted.NRGBA(.6)), 1)
				}
			})
		})
		wait := c.whenSeen(b.w, pitch, .3, func(k *canvas) { // bars where the words will stand
			cells(func(q *text.Block, x float64) {
				k.rr(x, (pitch-size*.8)/2, c.wid(q), size*.8, size*.25, raster.Solid(ct.text.NRGBA(.065)), 1)
			}, func(float64) {})
		})
		start := .35
		if i > 0 {
			start = at[i-1]
			c.hit(start, "tick")
		}
		y := b.y + tops[i]
		if i > 0 {
			y += 1
		} else {
			y += .5
		}
		if start > longWait {
			wait.put(b.x, y, c.fade(.35+.07*float64(i), .3), c.show(-1, start, .3))
		}
		rk.put(b.x, y, c.enterAs("items", start, max(0, i-1)))
	}
	c.furniture()
	zone := box{}
	if c.port {
		zone = box{6.5, 121, c.w - 13, 16}
	}
	c.captionZone(zone)
}

// wordyTable lays the cells of a table of n rows out whole, and its rows as high as that
// takes, together tall u at most: lay sets them at a size, in so many lines. Where that has
// no room even in small type, cells are cut alike.
func (c *comp) wordyTable(lay func(size float64, lines int, h float64) []*text.Block, n, cols int, tall, size float64) (bs []*text.Block, tops []float64) {
	const most = 7 // lines of a cell
	least := c.pick(2, 2.4)
	for q := size; ; q = max(least, q*.95) {
		bs = lay(q, most, 0)
		high, sum := make([]float64, n), 0.0
		for i, b := range bs {
			high[i/cols] = max(high[i/cols], c.hgt(b)+c.pick(2.2, 2.8))
		}
		for _, h := range high {
			sum += h
		}
		if sum > tall && q > least {
			continue
		}
		if sum > tall {
			pitch := tall / float64(n)
			bs = lay(q, max(1, int((pitch-1)/(1.18*q))), pitch-1)
			for i := range high {
				high[i] = pitch
			}
			sum = tall
		}
		more := min((tall-sum)/float64(n), .35*sum/float64(n))
		tops = []float64{0}
		for _, h := range high {
			tops = append(tops, tops[len(tops)-1]+h+more)
		}
		return bs, tops
	}
}

// byRow says whether a table of rows × cols tells one kind of thing a row, as where plans are
// compared: in most rows all cells after the first are numbers, or none is. words says that
// some are none.
func byRow(cols, rows int, cell func(i, j int) string) (even, words bool) {
	alike := 0
	for i := 1; i < rows; i++ {
		numbers := 0
		for j := 1; j < cols; j++ {
			if startsNumber(cell(i, j)) {
				numbers++
			}
		}
		words = words || numbers < cols-1
		if numbers == 0 || numbers == cols-1 {
			alike++
		}
	}
	return cols > 2 && alike*4 >= (rows-1)*3, words
}

// widen gives every column what its longest cell takes and an equal share of the
// rest, where everything fits on one line; else it is nil. Even columns after the first have
// one width.
func (c *comp) widen(cols int, even bool, room, size, gutter float64, cell func(i, j int) string, rows int) []float64 {
	widths, total, widest := make([]float64, cols), 0.0, 0.0
	for j := range widths {
		widths[j] = c.columnWidth(j, size, cell, 0, rows) + gutter + .2
		total += widths[j]
		if j > 0 {
			widest = max(widest, widths[j])
		}
	}
	for j := 1; even && j < cols; j++ {
		total += widest - widths[j]
		widths[j] = widest
	}
	rest := (room - total) / float64(cols)
	if rest < 1 {
		return nil
	}
	for j := range widths {
		widths[j] += rest
	}
	return widths
}

// columnWidth is how wide the widest cell of column j is on one line, u, from row first on.
func (c *comp) columnWidth(j int, size float64, cell func(i, j int) string, first, rows int) (w float64) {
	for i := first; i < rows; i++ {
		s := set{role: look.Role{Land: size, Port: size, Weight: 460, Line: 1.18}, text: cell(i, j), rigid: true}
		if i == 0 || j == 0 {
			s.weight = 640
		}
		w = max(w, c.wid(c.block(s)))
	}
	return w
}

// spare gives columns of numbers the width that these need, since words may break and
// numbers may not, as long as the others keep half of the room.
func (c *comp) spare(widths []float64, room, size, gutter float64, numeric []bool, cell func(i, j int) string, rows int) []float64 {
	out, fixed, others := slices.Clone(widths), 0.0, 0.0
	for j, w := range widths {
		if numeric[j] {
			out[j] = max(w, c.columnWidth(j, size, cell, 1, rows)+gutter+.2)
			fixed += out[j]
		} else {
			others += w
		}
	}
	if fixed == 0 || fixed > room/2 {
		return widths
	}
	for j := range out {
		if !numeric[j] {
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
