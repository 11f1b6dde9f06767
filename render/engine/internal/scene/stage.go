package scene

import "image"

// Sprite is a premultiplied picture. A sprite never changes once a layer has
// returned it: the compositor takes an equal pointer for equal pixels.
type Sprite struct {
	Img    *image.RGBA
	Opaque bool            // every pixel has alpha 255
	Solid  image.Rectangle // of one that is not: some part of it where every pixel has; empty = unknown
}

// Pose is how a layer looks at one instant. The zero Pose is invisible.
type Pose struct {
	Sprite *Sprite
	X, Y   float64         // pixels of the frame where the sprite's own (0,0) lands, before scale and rotation about Pivot
	Scale  float64         // 0 means 1
	Rotate float64         // degrees clockwise
	PivotX float64         // in sprite pixels: the point that scale and rotation keep in place
	PivotY float64         //
	Alpha  float64         // 0–1
	Clip   image.Rectangle // frame pixels; empty = none
	Mask   *Sprite         // alpha mask in frame pixels (its Img.Rect positions it); nil = none
	Add    bool            // adds light instead of covering
}

// Layer is one thing on stage. At is a pure function of the scene's time in
// seconds: it may memoise sprites, must be safe for use from one goroutine at a
// time, and returns the same pixels for the same t whatever was asked before. A
// pose's pixels may be drawn over by the next call that returns another sprite.
type Layer interface {
	At(t float64) Pose
}

// Func makes a Layer of a function.
type Func func(t float64) Pose

// At calls f.
func (f Func) At(t float64) Pose { return f(t) }

// Backdrop is what lies behind the layers: an opaque picture of the whole frame
// that changes slowly. The compositor asks for its light a few times a second
// ([Backdrop.Every] frames), because soft light that moves a pixel a second cannot be
// seen to step at 10 Hz.
type Backdrop interface {
	// Draw paints the frame at t into dst, whose bounds are the part of it that is wanted;
	// they begin at whole multiples of 16 pixels.
	Draw(dst *image.RGBA, t float64)
	// Every is the number of frames a drawing may stand; 0 = for ever.
	Every() int
}

// Film is footage in the size of the window that it plays in.
type Film interface {
	// At gives the picture at a second of the scene as an opaque sprite, which stays as
	// it is until the second call after this one; nil when the film cannot be read.
	At(t float64) *Sprite
}

// Slot is where a presenter stands: the window it is seen through and how it is
// framed. All in frame pixels.
type Slot struct {
	Window image.Rectangle // the set and person are drawn only here
	Radii  [4]float64      // corner radii of the window: top left, top right, bottom right, bottom left
	EyeX   float64         // midway between the eyes
	EyeY   float64
	Head   float64 // height of the head, chin to crown
	Set    string  // studio, library, stage, office, outdoors, brand; "" = the video's
	Push   float64 // zoom at the scene's end, 1 = none
	Enter  Layer   // nil, or moves the whole window: Pose.X, Y, Alpha are applied to every presenter layer
}

// Stage is one scene, laid out.
type Stage struct {
	Size     image.Point // frame pixels
	Backdrop Backdrop
	Layers   []Layer         // back to front
	Slot     *Slot           // nil = no presenter
	SlotAt   int             // the presenter's layers go in before Layers[SlotAt]
	Captions image.Rectangle // where captions may stand; empty = this scene shows none
	Hits     []Hit           // moments that deserve a sound
}

// Hit is a moment on which a subtle sound effect lands.
type Hit struct {
	At   float64 // seconds
	Kind string  // whoosh, tick, pop, impact, riser
}
