package look

import "math"

// Ease maps progress 0–1 to progress; it may leave that range on the way and is
// exactly 0 and 1 at its ends.
type Ease func(t float64) float64

// Easing returns a curve by name; an unknown name is linear.
func Easing(name string) Ease {
	f := curves[name]
	if f == nil {
		f = func(t float64) float64 { return t }
	}
	return func(t float64) float64 {
		switch {
		case t <= 0:
			return 0
		case t >= 1:
			return 1
		}
		return f(t)
	}
}

var curves = map[string]func(float64) float64{
	"out-quint":    func(t float64) float64 { return 1 - math.Pow(1-t, 5) },
	"out-quart":    func(t float64) float64 { return 1 - math.Pow(1-t, 4) },
	"out-cubic":    func(t float64) float64 { return 1 - math.Pow(1-t, 3) },
	"out-sine":     func(t float64) float64 { return math.Sin(t * math.Pi / 2) },
	"out-expo":     func(t float64) float64 { return (1 - math.Pow(2, -10*t)) / (1 - math.Pow(2, -10)) },
	"in-cubic":     func(t float64) float64 { return t * t * t },
	"in-quart":     func(t float64) float64 { return t * t * t * t },
	"in-out-cubic": func(t float64) float64 { return inOut(t, 3) },
	"in-out-quint": func(t float64) float64 { return inOut(t, 5) },
	"in-out-sine":  func(t float64) float64 { return .5 - math.Cos(t*math.Pi)/2 },
	"out-back":     func(t float64) float64 { return Back(t, 1.7) },
	"out-back-low": func(t float64) float64 { return Back(t, 1.4) },
	"out-bounce":   bounce,
}

func inOut(t, n float64) float64 {
	if t < .5 {
		return math.Pow(2*t, n) / 2
	}
	return 1 - math.Pow(2-2*t, n)/2
}

// Back overshoots by s and settles.
func Back(t, s float64) float64 { u := t - 1; return 1 + (s+1)*u*u*u + s*u*u }

func bounce(t float64) float64 {
	const n, d = 7.5625, 2.75
	switch {
	case t < 1/d:
		return n * t * t
	case t < 2/d:
		t -= 1.5 / d
		return n*t*t + .75
	case t < 2.5/d:
		t -= 2.25 / d
		return n*t*t + .9375
	}
	t -= 2.625 / d
	return n*t*t + .984375
}
