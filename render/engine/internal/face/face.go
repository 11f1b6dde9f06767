// Package face finds a face in a photo and the points of it that an animation
// needs: pupils, mouth corners, lips. It evaluates cascades of pixel comparisons
// (Markuš et al., "Object detection with pixel intensity comparisons organized in
// decision trees") that come with the pigo project, see NOTICE. The same picture
// always gives the same points.
package face

import (
	_ "embed"
	"errors"
	"fmt"
	"image"
	"math"
	"math/rand/v2"
	"slices"
	"sort"
	"sync"

	"golang.org/x/image/draw"
)

// Pt is a place in the photo, in pixels.
type Pt struct{ X, Y float64 }

// Marks are the points of one face. Left and right are the picture's.
type Marks struct {
	EyeL, EyeR        Pt      // pupils
	MouthL, MouthR    Pt      // corners
	LipTop, LipBottom Pt      // middle of the upper lip's upper, the lower lip's lower edge
	Size              float64 // side of the box that holds the face
	Quality           float64 // the detector's score; a clear face has 20 and more
	Others            int     // further faces of a similar size
}

// EyeDistance is the distance between the pupils, the unit of everything else.
func (m Marks) EyeDistance() float64 { return math.Hypot(m.EyeR.X-m.EyeL.X, m.EyeR.Y-m.EyeL.Y) }

// Tilt is how far the head leans, degrees clockwise.
func (m Marks) Tilt() float64 {
	return math.Atan2(m.EyeR.Y-m.EyeL.Y, m.EyeR.X-m.EyeL.X) * 180 / math.Pi
}

// Turn is how far the mouth's middle lies beside the middle of the eyes, in eye
// distances: 0 for a face seen from the front, beyond ±.2 for one that looks away.
func (m Marks) Turn() float64 {
	d := m.EyeDistance()
	ux, uy := (m.EyeR.X-m.EyeL.X)/d, (m.EyeR.Y-m.EyeL.Y)/d
	dx := (m.MouthL.X+m.MouthR.X)/2 - (m.EyeL.X+m.EyeR.X)/2
	dy := (m.MouthL.Y+m.MouthR.Y)/2 - (m.EyeL.Y+m.EyeR.Y)/2
	return (dx*ux + dy*uy) / d
}

// ErrNone means that no face was found.
var ErrNone = errors.New("no face found: use a photo of one person who looks into the camera, evenly lit")

// workSize is the longer side of the picture that the cascades look at.
const workSize = 640

// leastSize is the smallest face, in pixels of the picture that is looked at, whose points
// can be found; smallest the smallest that is noticed.
const leastSize, smallest = 60, 24

// Find returns the largest face of img. A small face in a large photo is looked for once
// more in its surroundings alone.
func Find(img image.Image) (Marks, error) {
	b := img.Bounds()
	if b.Dx() < 48 || b.Dy() < 48 {
		return Marks{}, fmt.Errorf("the photo is only %d×%d px", b.Dx(), b.Dy())
	}
	k := min(1, workSize/float64(max(b.Dx(), b.Dy())))
	g := grayOf(img, b, k)
	if d, others, ok := g.detect(leastSize, min(g.w, g.h)); ok {
		return g.marks(d, others, k, Pt{})
	}
	d, others, ok := g.detect(smallest, leastSize)
	if !ok {
		return Marks{}, ErrNone
	}
	// Around it there is room for a head and shoulders; enlarged, where the photo has too
	// few pixels, the points say how few.
	r := 2.25 * d.size / k
	around := image.Rect(int(d.col/k-r), int(d.row/k-r), int(d.col/k+r), int(d.row/k+r)).Add(b.Min).Intersect(b)
	k = min(workSize/float64(max(around.Dx(), around.Dy())), 6*leastSize/(2*r))
	g = grayOf(img, around, k)
	found, more, ok := g.detect(leastSize, min(g.w, g.h))
	if !ok {
		return Marks{}, ErrNone
	}
	at := around.Min.Sub(b.Min)
	return g.marks(found, max(others, more), k, Pt{float64(at.X), float64(at.Y)})
}

// marks finds the points of a face in a part of a photo that begins at origin and is
// shown k times as large.
func (g gray) marks(d detection, others int, k float64, origin Pt) (Marks, error) {
	m := Marks{Size: d.size / k, Quality: d.q, Others: others}
	cs := localisers()
	el := g.locate(cs.pupil, start{d.row - .075*d.size, d.col - .175*d.size, d.size * .25}, false)
	er := g.locate(cs.pupil, start{d.row - .075*d.size, d.col + .185*d.size, d.size * .25}, false)
	if dist := math.Hypot(er.X-el.X, er.Y-el.Y); dist < .2*d.size || dist > .65*d.size {
		return Marks{}, ErrNone
	}
	dist := math.Hypot(er.X-el.X, er.Y-el.Y)
	mid := start{(el.Y+er.Y)/2 + .25*dist, (el.X+er.X)/2 + .15*dist, 3 * dist}
	flipped := start{mid.row, (el.X+er.X)/2 - .15*dist, 3 * dist}
	one, two := g.locate(cs.corner, mid, false), g.locate(cs.corner, flipped, true)
	if one.X > two.X {
		one, two = two, one
	}
	back := func(p Pt) Pt { return Pt{origin.X + (p.X+.5)/k, origin.Y + (p.Y+.5)/k} }
	m.EyeL, m.EyeR, m.MouthL, m.MouthR = back(el), back(er), back(one), back(two)
	m.LipTop = back(average(g.locate(cs.top, mid, false), g.locate(cs.top, flipped, true)))
	m.LipBottom = back(average(g.locate(cs.bottom, mid, false), g.locate(cs.bottom, flipped, true)))
	if m.LipBottom.Y <= m.LipTop.Y || m.MouthR.X-m.MouthL.X < .3*m.EyeDistance() || m.MouthL.Y < max(m.EyeL.Y, m.EyeR.Y) {
		return Marks{}, ErrNone
	}
	return m, nil
}

func average(a, b Pt) Pt { return Pt{(a.X + b.X) / 2, (a.Y + b.Y) / 2} }

// gray is luma with its size.
type gray struct {
	pix  []uint8
	w, h int
}

// grayOf is a part of img, k times as large.
func grayOf(img image.Image, part image.Rectangle, k float64) gray {
	small := image.NewRGBA(image.Rect(0, 0, max(1, int(float64(part.Dx())*k)), max(1, int(float64(part.Dy())*k))))
	draw.CatmullRom.Scale(small, small.Rect, img, part, draw.Src, nil)
	return newGray(small)
}

func newGray(img *image.RGBA) gray {
	g := gray{make([]uint8, img.Rect.Dx()*img.Rect.Dy()), img.Rect.Dx(), img.Rect.Dy()}
	for i := range g.pix {
		p := img.Pix[4*i:]
		g.pix[i] = uint8((299*int(p[0]) + 587*int(p[1]) + 114*int(p[2]) + 500) / 1000)
	}
	return g
}

type detection struct{ row, col, size, q float64 }

// detect scans for faces from least to most pixels and returns the largest cluster of hits.
func (g gray) detect(least, most int) (best detection, others int, ok bool) {
	f := finder()
	var hits []detection
	for size := least; size <= min(most, g.w, g.h); size = size * 11 / 10 {
		step := max(1, size/12)
		for row := size/2 + 1; row <= g.h-size/2-1; row += step {
			for col := size/2 + 1; col <= g.w-size/2-1; col += step {
				if q := f.score(g, row, col, size); q > 0 {
					hits = append(hits, detection{float64(row), float64(col), float64(size), float64(q)})
				}
			}
		}
	}
	const enough = 12 // summed score of a cluster that is a face
	var faces []detection
	for _, c := range clusters(hits) {
		if c.q >= enough {
			faces = append(faces, c)
		}
	}
	if len(faces) == 0 {
		return detection{}, 0, false
	}
	sort.SliceStable(faces, func(i, j int) bool { return faces[i].size*math.Sqrt(faces[i].q) > faces[j].size*math.Sqrt(faces[j].q) })
	for _, o := range faces[1:] {
		if o.size > .6*faces[0].size && o.q > .4*faces[0].q {
			others++
		}
	}
	return faces[0], others, true
}

// clusters merges hits that overlap by more than a fifth.
func clusters(hits []detection) []detection {
	sort.SliceStable(hits, func(i, j int) bool { return hits[i].q > hits[j].q })
	used := make([]bool, len(hits))
	var out []detection
	for i, a := range hits {
		if used[i] {
			continue
		}
		var c detection
		for j, b := range hits {
			if used[j] {
				continue
			}
			x := max(0, min(a.col+a.size/2, b.col+b.size/2)-max(a.col-a.size/2, b.col-b.size/2))
			y := max(0, min(a.row+a.size/2, b.row+b.size/2)-max(a.row-a.size/2, b.row-b.size/2))
			if x*y/(a.size*a.size+b.size*b.size-x*y) > .2 {
				used[j] = true
				c.row, c.col, c.size, c.q = c.row+b.row*b.q, c.col+b.col*b.q, c.size+b.size*b.q, c.q+b.q
			}
		}
		c.row, c.col, c.size = c.row/c.q, c.col/c.q, c.size/c.q
		out = append(out, c)
	}
	return out
}

type start struct{ row, col, size float64 }

// locate runs a localiser from many slightly different places and takes the median.
func (g gray) locate(c *localiser, s start, flip bool) Pt {
	const tries = 63
	rng := rand.New(rand.NewPCG(2012, 63)) // always the same places
	rows, cols := make([]float64, tries), make([]float64, tries)
	for i := range tries {
		r := s.row + s.size*.15*(.5-rng.Float64())
		k := s.col + s.size*.15*(.5-rng.Float64())
		rows[i], cols[i] = c.walk(g, r, k, s.size*(.925+.15*rng.Float64()), flip)
	}
	slices.Sort(rows)
	slices.Sort(cols)
	mid := func(v []float64) float64 { // mean of the middle third: the median, less grainy
		sum := 0.0
		for _, x := range v[tries/3 : tries-tries/3] {
			sum += x
		}
		return sum / float64(tries-2*(tries/3))
	}
	return Pt{mid(cols), mid(rows)}
}

//go:embed cascades/facefinder
var finderData []byte

//go:embed cascades/puploc
var pupilData []byte

//go:embed cascades/lp84
var cornerData []byte

//go:embed cascades/lp81
var topData []byte

//go:embed cascades/lp82
var bottomData []byte

var finder = sync.OnceValue(func() *classifier { return readClassifier(finderData) })

type localiserSet struct{ pupil, corner, top, bottom *localiser }

var localisers = sync.OnceValue(func() localiserSet {
	return localiserSet{readLocaliser(pupilData), readLocaliser(cornerData), readLocaliser(topData), readLocaliser(bottomData)}
})
