package motion

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"testing"

	"gitops.video/render/render/engine/internal/composite"
	"gitops.video/render/render/engine/internal/raster"
	"gitops.video/render/render/engine/internal/scene"
)

// TestOneWordStandsWithItsAddress: "Order" alone below a button says nothing; more words
// stand there.
func TestOneWordStandsWithItsAddress(t *testing.T) {
	t.Parallel()
	for action, want := range map[string]string{"Order": "Order · fleet.example", "Book a free pilot": "fleet.example"} {
		for _, size := range []image.Point{landscape, portrait, square} {
			c := composeFor(t, scene.Scene{ID: "s", Kind: scene.End, Headline: "New vans", Say: "Order at fleet.example.", Action: action, URL: "fleet.example"}, scene.Look{}, size, 6)
			found := map[string]bool{}
			for _, v := range visible(c, 5) {
				found[v.block.Spec.Text] = true
			}
			if !found[want] || found[action] != (action != "Order") {
				t.Errorf("%v, %q: %v", size, action, found)
			}
		}
	}
}

// TestPlainIsOneRow: a sprite of one paint takes the memory of a row, and looks like one
// that is painted all over.
func TestPlainIsOneRow(t *testing.T) {
	t.Parallel()
	size := image.Pt(64, 40)
	one := plain(size, raster.Solid(color.NRGBA{R: 9, G: 20, B: 200, A: 255}))
	if one.Img.Rect.Size() != size || len(one.Img.Pix) != 4*size.X {
		t.Fatalf("%v in %d bytes", one.Img.Rect, len(one.Img.Pix))
	}
	full := image.NewRGBA(image.Rectangle{Max: size})
	draw.Draw(full, full.Rect, image.NewUniform(color.RGBA{R: 9, G: 20, B: 200, A: 255}), image.Point{}, draw.Src)
	shown := func(s *scene.Sprite, p scene.Pose) []uint8 {
		p.Sprite = s
		return composite.New(&scene.Stage{Size: size, Backdrop: grey{}, Layers: []scene.Layer{scene.Func(func(float64) scene.Pose { return p })}}, 30).YUV(0)
	}
	for _, p := range []scene.Pose{{Alpha: 1}, {Alpha: .4}, {Alpha: .4, X: 1.5, Y: 2.5}, {Alpha: 1, Scale: .5, Rotate: 12}} {
		if !bytes.Equal(shown(one, p), shown(&scene.Sprite{Img: full}, p)) {
			t.Errorf("%+v: another picture", p)
		}
	}
}

// grey is a backdrop of one level.
type grey struct{}

func (grey) Draw(dst *image.RGBA, _ float64) {
	draw.Draw(dst, dst.Rect, image.NewUniform(color.Gray{Y: 120}), image.Point{}, draw.Src)
}
func (grey) Every() int { return 0 }
