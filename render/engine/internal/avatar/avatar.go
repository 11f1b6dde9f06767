// Package avatar draws the presenters: vector people with faces that speak,
// blink, look, nod and gesture, and the sets they stand in.
//
// A [Person] is a set of choices (face, skin, hair, clothes …) from [Lookup]. In
// a scene, [Build] cuts the person into parts, bakes each part once for each
// state it can be in, and returns one layer a part; a layer's picture is a pure
// function of the input and the time. Mouths follow the phonemes of the lines;
// nods, brows and hands follow the stressed words; everything else is seeded.
//
// A photo can present, too: it is warped, see puppet.go.
//
// Drawing is in mh, thousandths of a head: the origin lies midway between the
// eyes, x to the right, y down, the chin near 500.
package avatar

import (
	"fmt"
	"image"
	"math"

	"golang.org/x/image/draw"
	"golang.org/x/image/math/f64"

	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
)

// Input is a presenter in one scene. Times are seconds from the scene's start.
type Input struct {
	Person   scene.Person
	Photo    []byte // the picture file that Person.Photo names
	Slot     scene.Slot
	Lines    []scene.Line
	Seconds  float64
	Seed     uint64
	Size     image.Point // of the frame
	Primary  look.RGB    // the brand's colours light the set
	Accent   look.RGB
	Greeting bool // the video's first words: a smile and a wave
	Closing  bool // its last
	Posed    bool // for one picture: looks into the camera, eyes open, hands at rest
}

// Build returns the layers of the set and the person, back to front, all within
// Slot.Window. They share their caches: use them from one goroutine. Slot.Enter is
// the caller's to apply.
func Build(in Input) ([]scene.Layer, error) {
	if in.Slot.Window.Empty() || !(in.Slot.Head >= 8) {
		return nil, fmt.Errorf("avatar: slot %v with a head of %.0f px leaves nobody to draw", in.Slot.Window, in.Slot.Head)
	}
	in.Slot.Window = in.Slot.Window.Intersect(image.Rectangle{Max: in.Size})
	if in.Slot.Window.Empty() {
		return nil, fmt.Errorf("avatar: the slot lies outside the %d×%d frame", in.Size.X, in.Size.Y)
	}
	if in.Person.Photo != "" {
		return buildPhoto(in)
	}
	p, _, err := Match(in.Person.ID)
	if err != nil {
		return nil, err
	}
	name := in.Slot.Set
	if name == "" {
		name = in.Person.Set
	}
	f := newFigure(p)
	switch name {
	case "", "studio", "stage", "library": // dark rooms
		f.rim = &in.Accent
	}
	corner := newCorners(in.Slot)
	back, front, covered, err := drawSet(name, in, corner)
	if err != nil {
		return nil, err
	}
	r := &rig{f: f, slot: in.Slot, view: in.Slot.Window, px: in.Slot.Head / 1000, push: in.Slot.Push, total: in.Seconds, corner: corner}
	// Baking denser than the frame keeps resampled edges crisp; large heads do
	// without, their edges are wide enough.
	r.over = 1
	if in.Slot.Head < 900 {
		r.over = 1.25
	}
	if front != nil {
		r.view.Max.Y = min(r.view.Max.Y, covered)
	}
	// With the frame to itself and air above the head, there are two sizes of shot.
	roomy, widest := in.Slot.Window == (image.Rectangle{Max: in.Size}) && in.Slot.EyeY-.68*closer*in.Slot.Head > .03*float64(in.Size.Y), 1.0
	if roomy {
		widest = closer
	}
	r.m = newMotion(in, p.Smile, r.reach(widest))
	if seen := (float64(r.view.Max.Y) - in.Slot.EyeY) / r.px; seen > 1440 && seen < 1990 {
		r.m.low = seen - 1440
		if seen < 1750 {
			r.m.low += 170 // fingertips too
		}
	}
	if roomy {
		r.m.planJumps(in.Lines)
	}
	out := []scene.Layer{r.shots(back, corner.mask == nil)}
	for _, q := range r.parts() {
		out = append(out, &partLayer{r: r, p: q})
	}
	if front != nil {
		out = append(out, r.shots(front, false))
	}
	return out, nil
}

// shots is a still picture that is larger in the closer shot.
func (r *rig) shots(img *image.RGBA, opaque bool) scene.Layer {
	set := func(img *image.RGBA) scene.Pose {
		p := posed(img, opaque)
		p.Sprite.Solid = solidRows(p.Sprite.Img)
		return p
	}
	if len(r.m.jumps) == 0 {
		return still(set(img))
	}
	whole := *img // of which set moves the bounds
	far, close := set(img), scene.Pose{}
	return scene.Func(func(t float64) scene.Pose {
		switch {
		case !r.m.close(t):
			close = scene.Pose{} // a picture of the whole window, and most shots are this one
			return far
		case close.Sprite == nil:
			close = set(r.nearer(&whole))
		}
		return close
	})
}

// nearer is a still picture in the closer shot.
func (r *rig) nearer(img *image.RGBA) *image.RGBA {
	const k = closer
	x, y := r.slot.EyeX*(1-k), r.slot.EyeY*(1-k)
	at := func(p image.Point) image.Point {
		return image.Pt(int(math.Floor(k*float64(p.X)+x)), int(math.Floor(k*float64(p.Y)+y)))
	}
	near := image.NewRGBA(image.Rectangle{Min: at(img.Rect.Min), Max: at(img.Rect.Max).Add(image.Pt(1, 1))}.Intersect(r.slot.Window))
	draw.BiLinear.Transform(near, f64.Aff3{k, 0, x, 0, k, y}, img, img.Rect, draw.Src, nil)
	if b := drawn(near, 0); b != near.Rect {
		near = near.SubImage(b).(*image.RGBA)
	}
	return near
}

// reach is how far raised hands can go without leaving the window in a shot that
// is larger by zoom.
func (r *rig) reach(zoom float64) reach {
	w, b := r.slot.Window, r.f.frame
	if (b.ty+600)*r.px+r.slot.EyeY > float64(r.view.Max.Y) {
		return reach{} // they would not be seen
	}
	const hand = 345 // mh from the wrist to the fingertips, held aslant, with the arc it travels on
	out := func(px float64) float64 { return (px/(r.px*zoom) - hand) / b.sh }
	return reach{out(r.slot.EyeX - float64(w.Min.X)), out(float64(w.Max.X) - r.slot.EyeX)}
}

// still is a layer that never changes.
type still scene.Pose

// At returns the one picture.
func (s still) At(float64) scene.Pose { return scene.Pose(s) }
