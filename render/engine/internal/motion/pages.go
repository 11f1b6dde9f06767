package motion

import (
	"slices"

	"gitops.video/render/render/engine/internal/scene"
)

// What is longer than its layout holds is told in pages: the headline and the ground stand,
// and the cards, rows or columns below them turn when the voice comes to the first of the
// next page.

// page is a part of a scene that is seen at once.
type page struct {
	scene scene.Scene
	first int      // how many items came before
	names []string // what the voice calls the items
}

// period is when a page is seen, in seconds of the scene; to 0 is until the end.
type period struct{ from, to float64 }

// turning is how long a page takes to go, seconds, and lapping how long it stands while the
// next one comes on, whose cards would else leave the stage empty until they are there.
const (
	turning = .25
	lapping = .15
)

// at is the time in the page, and how much of the page is seen.
func (s *period) at(t float64) (in, alpha float64) {
	switch {
	case t < s.from:
		return 0, 0
	case s.to > 0:
		return t - s.from, 1 - inCubic(ramp(t, s.to-turning, turning))
	}
	return t - s.from, 1
}

// lay has draw lay the scene out, in pages if it needs any.
func (c *comp) lay(draw func(*comp)) {
	pages := pagesOf(c.sc, c.port)
	if len(pages) < 2 {
		draw(c)
		return
	}
	whole := book{c.in, c.sc, c.cues}
	c.book = &whole
	spans := c.spans(pages)
	for i, p := range pages {
		s := spans[i]
		end := whole.in.Seconds
		if s.to > 0 {
			end = s.to - lapping
		}
		c.page, c.span, c.sc = &pages[i], &s, &p.scene
		c.in.Seconds = end - s.from
		c.cues = whole.cues.within(s.from, end)
		heard := len(c.stage.Hits)
		draw(c)
		for k := range c.stage.Hits[heard:] {
			c.stage.Hits[heard+k].At += s.from
		}
	}
	c.in, c.sc, c.cues = whole.in, whole.scene, whole.cues
	c.page, c.span, c.book = nil, nil, nil
}

// book is the whole scene whose pages are laid out.
type book struct {
	in    Input
	scene *scene.Scene
	cues  *cues
}

// before is how many items other pages have shown.
func (c *comp) before() int {
	if c.page == nil {
		return 0
	}
	return c.page.first
}

// lasting has f lay out what stands on all pages, in the time of the scene: with the first
// of them.
func (c *comp) lasting(f func()) {
	switch {
	case c.before() > 0:
		return
	case c.book == nil:
		f()
		return
	}
	in, sc, cues, span := c.in, c.sc, c.cues, c.span
	c.in, c.sc, c.cues, c.span = c.book.in, c.book.scene, c.book.cues, nil
	f()
	c.in, c.sc, c.cues, c.span = in, sc, cues, span
}

// spans times pages: each begins shortly before the voice names the first thing on it.
func (c *comp) spans(pages []page) []period {
	var names []string
	firsts := make([]int, len(pages))
	for i, p := range pages {
		firsts[i] = len(names)
		names = append(names, p.names...)
		if len(p.names) == 0 {
			names = append(names, "")
		}
	}
	at := c.cues.spread(names)
	out := make([]period, len(pages))
	least := min(1.5, .6*c.in.Seconds/float64(len(pages))) // that each is seen, at least
	for i := range pages[1:] {
		first := firsts[i+1]
		from := at[first] - min(.6, .25*(at[first]-at[first-1])) // what was named last is read, too
		from = max(from, out[i].from+least)
		out[i+1].from = min(from, c.in.Seconds-least*float64(len(pages)-i-1))
		out[i].to = out[i+1].from + lapping
	}
	return out
}

// within are the words that are spoken from one time to another, in the time from then on.
func (c *cues) within(from, to float64) *cues {
	out := &cues{compound: c.compound, seconds: to - from}
	for _, w := range c.words {
		if w.start >= from && w.start < to {
			out.words = append(out.words, spoken{w.key, w.start - from, w.end - from})
		}
	}
	return out
}

// pagesOf parts a scene into what its layout holds at once, in even parts.
func pagesOf(s *scene.Scene, port bool) (out []page) {
	shape := 0
	if port {
		shape = 1
	}
	limit := most[s.Kind][shape]
	switch s.Kind {
	case scene.Points, scene.Process, scene.Timeline, scene.Grid:
		first := 0
		for items := range slices.Chunk(s.Items, even(len(s.Items), limit)) {
			p := page{scene: *s, first: first}
			p.scene.Items = items
			for _, it := range items {
				p.names = append(p.names, itemName(it))
			}
			out = append(out, p)
			first += len(items)
		}
	case scene.Compare:
		n := 0
		for _, c := range s.Columns {
			n = max(n, len(c.Rows))
		}
		step := even(n, limit)
		for first := 0; first < n; first += step {
			p := page{scene: *s, first: first}
			p.scene.Columns = slices.Clone(s.Columns)
			for i, c := range s.Columns {
				p.scene.Columns[i].Rows = c.Rows[min(first, len(c.Rows)):min(first+step, len(c.Rows))]
			}
			for _, it := range p.scene.Columns[0].Rows {
				p.names = append(p.names, itemName(it))
			}
			out = append(out, p)
		}
	case scene.Table:
		out = tablePages(s, limit, port)
	}
	return out
}

// tablePages parts a table below its head and after its first column.
func tablePages(s *scene.Scene, limit int, port bool) (out []page) {
	if len(s.Rows) < 2 {
		return nil
	}
	head, body := s.Rows[:1], s.Rows[1:]
	wide := 0
	for _, r := range s.Rows {
		wide = max(wide, len(r))
	}
	cols := even(wide-1, max(1, columnsShown(s.Rows, port)-1))
	for rows := range slices.Chunk(body, even(len(body), limit-1)) {
		for from := 1; from == 1 || from < wide; from += cols {
			p := page{scene: *s, first: len(out)}
			p.scene.Rows = nil
			for _, r := range slices.Concat(head, rows) {
				part := slices.Clone(r[:min(1, len(r))])
				p.scene.Rows = append(p.scene.Rows, append(part, r[min(from, len(r)):min(from+cols, len(r))]...))
			}
			part := p.scene.Rows
			if from > 1 {
				p.names = part[0][1:]
			} else {
				for _, r := range part[1:] {
					p.names = append(p.names, slices.Concat(r, []string{""})[0])
				}
			}
			out = append(out, p)
		}
	}
	return out
}

// even is how many of n things are on a page that holds limit, where all pages hold about
// as many.
func even(n, limit int) int {
	pages := max(1, (n+limit-1)/limit)
	return max(1, (n+pages-1)/pages)
}

func itemName(it scene.Item) string {
	for _, s := range []string{it.Cue, it.Title, it.Label} {
		if s != "" {
			return s
		}
	}
	return ""
}
