package safety

import (
	"context"
	"fmt"
	"image"
	"math"

	"golang.org/x/image/draw"

	"gitops.video/render/render/engine/internal/face"
)

// Skin is the built-in look at pictures. It has no opinion on words: package script
// has a list of them.
type Skin struct{}

var _ Classifier = Skin{}

// Limits of the built-in look, as shares of a picture.
const (
	mostBare     = .42 // skin that no face explains
	mostTogether = .3  // of it in one piece
	sideLooked   = 160 // pixels of the longer side that is looked at
	perFace      = 11  // squared eye distances that a head and neck cover
)

// Words implements [Classifier].
func (Skin) Words(context.Context, string) (Verdict, error) { return Verdict{}, nil }

// Pictures implements [Classifier].
func (Skin) Pictures(ctx context.Context, all []image.Image) ([]Verdict, error) {
	out := make([]Verdict, len(all))
	for i, img := range all {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		out[i] = look(img)
	}
	return out, nil
}

func look(img image.Image) Verdict {
	b := img.Bounds()
	k := min(1, sideLooked/float64(max(b.Dx(), b.Dy(), 1)))
	w, h := int(float64(b.Dx())*k), int(float64(b.Dy())*k)
	if w < 16 || h < 16 {
		return Verdict{}
	}
	small := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.CatmullRom.Scale(small, small.Rect, img, b, draw.Src, nil)
	skin := skinOf(small)
	bare, together := areas(skin, w, h)
	total := float64(w * h)
	if bare/total < mostBare || together/total < mostTogether {
		return Verdict{}
	}
	// Only now is a face looked for: it takes the longest.
	if m, err := face.Find(img); err == nil {
		d := m.EyeDistance() * k
		bare -= perFace * d * d * float64(1+m.Others)
	}
	if bare/total < mostBare {
		return Verdict{}
	}
	return Verdict{true, fmt.Sprintf("bare skin over %.0f %% of the picture", 100*bare/total)}
}

// skinOf marks the pixels with the hue of skin, of any tone, on surfaces that are
// neither flat, as drawn ones are, nor rough, as sand and wood are.
func skinOf(img *image.RGBA) []bool {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	luma := make([]float64, w*h)
	hue := make([]bool, w*h)
	for i := range luma {
		r, g, b := float64(img.Pix[4*i]), float64(img.Pix[4*i+1]), float64(img.Pix[4*i+2])
		y := .299*r + .587*g + .114*b
		cb, cr := 128+.564*(b-y), 128+.713*(r-y)
		luma[i] = y
		// Skin of every tone shares its hue; darker skin has less of it.
		reach := min(1, y/140)
		hue[i] = y > 35 && y < 250 && cr > 128+7+7*reach && cr < 176 && cb > 78 && cb < 128-3-4*reach && r > g && g > b*.82
	}
	out := make([]bool, w*h)
	for y := 2; y < h-2; y++ {
		for x := 2; x < w-2; x++ {
			if !hue[y*w+x] {
				continue
			}
			sum, sq, n := 0.0, 0.0, 0.0
			for dy := -2; dy <= 2; dy++ {
				for dx := -2; dx <= 2; dx++ {
					v := luma[(y+dy)*w+x+dx]
					sum, sq, n = sum+v, sq+v*v, n+1
				}
			}
			dev := math.Sqrt(max(0, sq/n-sum*sum/n/n))
			out[y*w+x] = dev > .9 && dev < 15
		}
	}
	return out
}

// areas are the pixels that are marked, and those of them in the largest piece.
func areas(marked []bool, w, h int) (all, largest float64) {
	seen := make([]bool, len(marked))
	var todo []int
	for i, m := range marked {
		if m {
			all++
		}
		if !m || seen[i] {
			continue
		}
		size := 0.0
		seen[i], todo = true, append(todo[:0], i)
		for len(todo) > 0 {
			p := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			size++
			x, y := p%w, p/w
			for _, q := range [4]int{p - 1, p + 1, p - w, p + w} {
				if q < 0 || q >= w*h || q == p-1 && x == 0 || q == p+1 && x == w-1 || y < 0 || seen[q] || !marked[q] {
					continue
				}
				seen[q] = true
				todo = append(todo, q)
			}
		}
		largest = max(largest, size)
	}
	return all, largest
}
