package motion

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"
	"unicode"

	"gitops.video/render/render/engine/internal/scene"
)

// seen is a counting figure as it would be read.
func seen(cells []rolling) string {
	out := ""
	for _, v := range cells {
		if v.by >= .5 {
			v.from = v.to
		}
		out += string(v.from)
	}
	return out
}

func TestCounterKeepsItsForm(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{"318": "209", "1.85": "1.43", "1,234,567": "  617,284", "12 000": " 6 000", "99": "55", "1.234.567,8": "  617.283,9", "0.75": "0.38", "−40": "−25"} {
		if got := seen(counter(in, 0)(.5)); got != want {
			t.Errorf("half of %q = %q, want %q", in, got, want)
		}
		if got := seen(counter(in, 0)(1)); got != in {
			t.Errorf("all of %q = %q", in, got)
		}
	}
	for _, s := range []string{"n/a", "0", "", "10-15", "10–15", "٣٥"} {
		if counter(s, 0) != nil {
			t.Errorf("%q was counted", s)
		}
	}
}

// A count from a number of its own begins there, up or down, unless its digits have no room.
func TestCounterFromANumber(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		text string
		from float64
		want string
	}{{"72", 40, "40 56 72"}, {"2", 9, "9 6 2"}, {"1.85", .9, "0.90 1.38 1.85"}, {"1,740", 200, "  200   970 1,740"}, {"5", 40, "1 3 5"}} {
		count := counter(x.text, x.from)
		if got := strings.Join([]string{seen(count(0)), seen(count(.5)), seen(count(1))}, " "); got != x.want {
			t.Errorf("%s from %g: %q, want %q", x.text, x.from, got, x.want)
		}
	}
}

// A digit before others rolls on while they pass from nines to noughts, and not before.
func TestDigitsCarry(t *testing.T) {
	t.Parallel()
	for of, want := range map[float64]string{899.5: "_ _ 8>9 9>0 9>0", 898.5: "_ _ 8 9 8>9", 999.5: "_>1 _ 9>0 9>0 9>0", 1000: "1 , 0 0 0", 990: "_ _ 9 9 0"} {
		var got []string
		for _, v := range counter("1,000", 0)(of / 1000) {
			s := string(v.from)
			if v.by > 0 {
				s += ">" + string(v.to)
			}
			got = append(got, strings.ReplaceAll(s, " ", "_"))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%v: %s, want %s", of, s, want)
		}
	}
}

// The count comes to rest: in its last frames no digit leaps, however large the figure.
func TestCountsComeToRest(t *testing.T) {
	t.Parallel()
	for _, figure := range []string{"3", "12", "318", "99.9", "30,000", "4,200,000"} {
		sc := scene.Scene{ID: "s", Kind: scene.Number, Label: "So many", Figure: &scene.Figure{Text: figure, Cue: "found"}, Say: "Last year we looked and found them"}
		c := composeFor(t, sc, scene.Look{}, image.Pt(640, 360), 6)
		end, _, ok := c.cues.find("found", 0)
		if !ok {
			t.Fatal("the word is not found")
		}
		end -= lead
		read := func(at float64) (out []string) {
			for _, l := range c.stage.Layers {
				if f, digit := l.(scene.Func); digit {
					if p := f.At(at); p.Alpha > .5 {
						out = append(out, fmt.Sprintf("%p at %v", p.Sprite, p.X))
					}
				}
			}
			slices.Sort(out)
			return out
		}
		if !slices.Equal(read(end-1./30), read(end+.5)) {
			t.Errorf("%s: other digits are read a frame before it rests", figure)
		}
	}
}

// Between two frames a digit that counts slowly moves by little: it does not flip.
func TestDigitsRoll(t *testing.T) {
	t.Parallel()
	c := composeFor(t, scene.Scene{ID: "s", Kind: scene.Number, Label: "Boats", Figure: &scene.Figure{Text: "12"}}, scene.Look{}, image.Pt(640, 360), 6)
	between := 0
	for _, l := range c.stage.Layers {
		if f, digit := l.(scene.Func); digit {
			for at := 0.5; at < 3; at += 1.0 / 30 {
				if p := f.At(at); p.Alpha > .1 && p.Alpha < .9 {
					between++
				}
			}
		}
	}
	if between < 8 {
		t.Errorf("digits of 12 are seen between two numbers in %d frames", between)
	}
}

// While a figure counts or waits to, none of its digits lies over the next, though it ends
// on narrow ones.
func TestCountingDigitsStandApart(t *testing.T) {
	t.Parallel()
	for _, figure := range []scene.Figure{{Text: "111"}, {Text: "1,711", Suffix: "%"}, {Text: "11.1", Prefix: "€"}, {Text: "7,111,111"}} {
		for _, size := range []image.Point{{320, 180}, {180, 320}} {
			for _, items := range [][]scene.Item{nil, {{Label: "A", Value: "1"}, {Label: "B", Value: "2"}}} {
				f := figure
				f.Cue = "found"
				c := composeFor(t, scene.Scene{ID: "s", Kind: scene.Number, Label: "So many", Figure: &f, Items: items, Say: "Last year we looked and found them"}, scene.Look{}, size, 6)
				for at := .3; at < 5; at += .25 {
					var layers []scene.Func
					for _, l := range c.stage.Layers {
						if f, ok := l.(scene.Func); ok {
							layers = append(layers, f)
						}
					}
					var digits [][2]image.Rectangle // ink, of the two that a cell shows
					for _, r := range f.Text {
						if unicode.IsDigit(r) {
							digits = append(digits, [2]image.Rectangle{glyphInk(layers[0].At(at)), glyphInk(layers[1].At(at))})
							layers = layers[1:]
						}
						layers = layers[1:]
					}
					for i := 1; i < len(digits); i++ {
						for _, a := range digits[i-1] {
							for _, b := range digits[i] {
								if o := a.Intersect(b); o.Dx() > max(2, a.Dx()/6) && o.Dy() > a.Dy()/3 {
									t.Fatalf("%s at %.1f s in %v with %d cards: %v lies over %v", f.Text, at, size, len(items), b, a)
								}
							}
						}
					}
				}
			}
		}
	}
}

// glyphInk is where a pose shows anything.
func glyphInk(p scene.Pose) (ink image.Rectangle) {
	if p.Sprite == nil || p.Alpha < .05 {
		return
	}
	r := p.Sprite.Img.Rect
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if p.Sprite.Img.RGBAAt(x, y).A > 60 {
				ink = ink.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return ink.Add(image.Pt(int(p.X), int(p.Y)))
}
