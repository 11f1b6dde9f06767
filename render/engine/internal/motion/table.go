package motion

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
)

// table is rows and columns as they lie on their card.
type table struct {
	*comp
	rows    [][]string
	n, cols int // rows and columns that are shown
	ct      cardText

	tall, pitch float64 // u: what there is for the rows, and what one has if all are alike
	pad, gutter float64 // beside the columns and between them
	room        float64 // what the columns share
	size        float64 // of the letters
	columns
	tops []float64 // of the rows, below the card's, and where the last one ends
}

// columns are what the cells of columns have in common.
type columns struct {
	weights []float64 // by their longest cell
	numeric []bool    // mostly numbers
	alike   bool      // all after the first are of one kind
	flush   int       // from here on to the right edge, columns of numbers end where their column does
	widths  []float64
}

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
	top := max(c.pick(25, 40), c.stageHead(c.pick(150, c.w-13))+4)
	foot := c.pick(91, 137)
	if c.spoken() {
		foot = c.pick(79, 116.5)
	}
	t := &table{comp: c, cols: columnsShown(rows, c.port), rows: rows[:min(len(rows), most[scene.Table][c.lines(0, 1)])]}
	t.n = len(t.rows)
	t.tall = foot - top - 2
	t.pitch = min(t.tall/float64(t.n), c.pick(15, 23)) // few rows are high and large
	b := box{c.margin(), top, c.pick(160, c.w-13), 0}
	t.ct = c.onCard(b.w, t.tall, cardStyle{})
	t.pad, t.gutter, t.room = c.pick(3.4, 3), c.pick(2.4, 2), b.w-2*c.pick(3.4, 3)
	t.columns = t.columnsOf()
	t.fit()
	cells := t.blocks()
	b.h = t.tops[t.n] + 2
	b.y += max(0, t.tall-t.tops[t.n]) * c.pick(.3, .4) // few rows stand midway
	t.board(b)
	t.bring(b, cells)
	c.furniture()
	zone := box{}
	if c.port {
		zone = box{6.5, 121, c.w - 13, 16}
	}
	c.captionZone(zone)
}

// cell is what stands in row i and column j.
func (t *table) cell(i, j int) string {
	if j < len(t.rows[i]) {
		return strings.TrimSpace(t.rows[i][j])
	}
	return ""
}

// blocks sets all cells, and the rows as high as they have to be.
func (t *table) blocks() []*text.Block {
	lines := 1
	if t.pitch > t.size*2.9 {
		lines = 2
	}
	bs := t.lay(t.size, lines, t.pitch-1)
	t.tops = make([]float64, t.n+1)
	for i := range t.tops {
		t.tops[i] = t.pitch * float64(i)
	}
	if slices.ContainsFunc(bs, func(b *text.Block) bool { return b != nil && b.Cut }) { // sentences: rows are as high as what they say
		return t.wordy()
	}
	return bs
}

// lay sets all cells at a size, in so many lines of h u together.
func (t *table) lay(size float64, lines int, h float64) []*text.Block {
	var sets []set
	for i := range t.rows {
		for j := range t.cols {
			s := set{role: look.Role{Land: size, Port: size, Weight: 460, Line: 1.18}, text: t.cell(i, j), w: t.widths[j] - t.gutter, lines: lines, color: t.ct.muted, h: h}
			if i == 0 {
				s.weight, s.color = 640, t.ct.text
			} else if j == 0 {
				s.weight, s.color = 600, t.ct.text
			}
			sets = append(sets, s)
		}
	}
	return t.comp.blocks(sets)
}

// board is the card below the rows, with the band of the head row and a line under each.
func (t *table) board(b box) {
	c := t.comp
	k, _ := c.card(b.w, b.h, cardStyle{})
	head := &raster.Path{}
	r := max(0, c.th.Style.Radius-.1)
	head.RoundRect4(.1, .1, b.w-.2, t.tops[1]+1, [4]float64{r, r, 0, 0})
	headCol := look.Fill{RGB: c.th.P, Alpha: .08}
	if c.st.Dark || c.th.Style.Flat {
		headCol = look.Fill{RGB: t.ct.text, Alpha: .09}
	}
	if c.st.Name == "brand" && c.st.Dark {
		headCol = look.Fill{Alpha: .12}
	}
	if c.th.Style.Border < .2 {
		k.Fill(head, fillOf(headCol), 1)
	}
	for i := 1; i < t.n; i++ {
		k.rr(t.pad, t.tops[i]+1, b.w-2*t.pad, .12, 0, fillOf(c.st.Hair), 1)
	}
	k.put(b.x, b.y, c.enter(.2))
}

// bring has the rows come on as they are named; those that come late have their place
// sketched before.
func (t *table) bring(b box, cells []*text.Block) {
	c := t.comp
	var names []string
	for i := 1; i < t.n; i++ {
		names = append(names, t.cell(i, 0))
	}
	at := c.tableTimes(names)
	for i := range t.rows {
		start, y := .35, b.y+t.tops[i]+.5
		if i > 0 {
			start, y = at[i-1], b.y+t.tops[i]+1
			c.hit(start, "tick")
		}
		row, wait := t.row(i, b.w, cells)
		if start > longWait {
			wait.put(b.x, y, c.fade(.35+.07*float64(i), .3), c.show(-1, start, .3))
		}
		row.put(b.x, y, c.enterAs("items", start, max(0, i-1)))
	}
}

// row draws row i, and bars where its words will stand.
func (t *table) row(i int, w float64, cells []*text.Block) (row, wait *canvas) {
	c, high := t.comp, t.tops[i+1]-t.tops[i]
	row = c.whenSeen(w, high, .3, func(k *canvas) {
		t.each(i, cells, func(q *text.Block, x float64) { k.text(q, x, (high-c.hgt(q))/2) }, func(x float64) {
			if i > 0 {
				k.rr(x, high/2-.12, 2.4, .24, .12, raster.Solid(t.ct.muted.NRGBA(.6)), 1)
			}
		})
	})
	wait = c.whenSeen(w, high, .3, func(k *canvas) {
		t.each(i, cells, func(q *text.Block, x float64) {
			k.rr(x, (high-t.size*.8)/2, c.wid(q), t.size*.8, t.size*.25, raster.Solid(t.ct.text.NRGBA(.065)), 1)
		}, func(float64) {})
	})
	return row, wait
}

// each does something for every cell of row i that says something, and another thing for
// every one that does not.
func (t *table) each(i int, cells []*text.Block, said func(q *text.Block, x float64), silent func(x float64)) {
	x := t.pad
	for j, w := range t.widths {
		q := cells[i*t.cols+j]
		tx := x
		switch {
		case q == nil:
			silent(x)
			x += w
			continue
		case t.numeric[j] && j < t.flush: // words follow sooner or later: the numbers begin where words would
			widest := 0.0
			for r := range t.n {
				widest = max(widest, t.wid(cells[r*t.cols+j]))
			}
			tx = x + min(w-t.gutter, widest) - t.wid(q)
		case t.numeric[j]:
			tx = x + w - t.wid(q)
		}
		said(q, tx)
		x += w
	}
}

// wordy lays the cells out whole, and the rows as high as that takes. Where that has no
// room even in small type, cells are cut alike.
func (t *table) wordy() []*text.Block {
	const most = 7 // lines of a cell
	least := t.pick(2, 2.4)
	for q := t.size; ; q = max(least, q*.95) {
		bs := t.lay(q, most, 0)
		high, sum := make([]float64, t.n), 0.0
		for i, b := range bs {
			high[i/t.cols] = max(high[i/t.cols], t.hgt(b)+t.pick(2.2, 2.8))
		}
		for _, h := range high {
			sum += h
		}
		if sum > t.tall && q > least {
			continue
		}
		if sum > t.tall {
			pitch := t.tall / float64(t.n)
			bs = t.lay(q, max(1, int((pitch-1)/(1.18*q))), pitch-1)
			for i := range high {
				high[i] = pitch
			}
			sum = t.tall
		}
		more := min((t.tall-sum)/float64(t.n), .35*sum/float64(t.n))
		t.tops = []float64{0}
		for _, h := range high {
			t.tops = append(t.tops, t.tops[len(t.tops)-1]+h+more)
		}
		return bs
	}
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
