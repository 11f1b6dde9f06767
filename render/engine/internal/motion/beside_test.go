package motion

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// Scenes of every kind may have the presenter at their side: the person stands there,
// and the content beside keeps all rules.
func TestPresenterStandsBesideEverything(t *testing.T) {
	t.Parallel()
	pic := photo(300, 200)
	for _, s := range append(samples(), longEnd, scene.Scene{ID: "footage", Kind: scene.Footage, Asset: "p", Headline: "One battery for all", Subtitle: "In the basement", Say: sampleSay, Overlay: []string{"Since 2022"}}) {
		if s.Kind == scene.Presenter || s.Kind == scene.Points {
			continue
		}
		for _, size := range []image.Point{{640, 360}, {360, 640}, {400, 500}} {
			for _, side := range []string{"left", "right"} {
				t.Run(fmt.Sprintf("%s-%dx%d-%s", s.ID, size.X, size.Y, side), func(t *testing.T) {
					t.Parallel()
					s := s
					s.Presenter = side
					b := &scene.Storyboard{Language: "en", Look: scene.Look{LogoText: "Commonwatt"}, Seed: 7, Scenes: []scene.Scene{
						{ID: "a", Kind: scene.Title, Chapter: "Why evenings cost more"}, s, {ID: "e", Kind: scene.Title, Chapter: "Your next step"}}}
					var lines []scene.Line
					if s.Say != "" {
						lines = say(.3, 7/float64(len(strings.Fields(s.Say))), s.Say)
					}
					in := Input{Board: b, Index: 1, Theme: theme(t, b.Look), Fonts: sharedFonts, Size: size, Seconds: 8, Lines: lines, Captions: true, Assets: map[string]image.Image{"p": pic}}
					outer, inner, err := besideOf(in)
					if err != nil {
						t.Fatal(err)
					}
					slot := outer.stage.Slot
					if slot == nil {
						t.Fatal("nobody stands there")
					}
					if size.X > size.Y && (side == "left") != (slot.EyeX < float64(size.X)/2) {
						t.Errorf("%s: the eyes are at %.0f", side, slot.EyeX)
					}
					if z := outer.stage.Captions; z.Overlaps(slot.Window) || !z.In(image.Rectangle{Max: size}) || size.Y*9 >= size.X*16 && z.Max.Y > size.Y*142/178 {
						t.Errorf("captions at %v, the panel at %v", z, slot.Window)
					}
					for _, bad := range inspect(inner, 7.4, false) {
						t.Error(bad)
					}
				})
			}
		}
	}
}

// Whoever presents at the foot has a face that is seen, whatever the frame's shape and
// whatever else stands there.
func TestPresentersAtTheFootHaveAFace(t *testing.T) {
	t.Parallel()
	for _, size := range []image.Point{{1080, 1920}, {1080, 1350}, {1080, 1440}, {720, 1600}} {
		for _, extra := range []string{"", "ticker", "watermark"} {
			s := scene.Scene{ID: "s", Kind: scene.Process, Presenter: "left", Headline: "Three steps", Items: []scene.Item{{Title: "One"}, {Title: "Two"}, {Title: "Three"}}}
			l := scene.Look{}
			switch extra {
			case "ticker":
				s.Ticker = []string{"Leeds: 41 min"}
			case "watermark":
				l.Watermark = "Draft"
			}
			slot := composeFor(t, s, l, size, 6).stage.Slot
			if share := slot.Head / float64(size.Y); share < .09 {
				t.Errorf("%v %s: the head has %.1f %% of the height", size, extra, share*100)
			}
			if crown, chin := slot.EyeY-.6*slot.Head, slot.EyeY+.5*slot.Head; int(crown) < slot.Window.Min.Y || int(chin) > slot.Window.Max.Y-int(.1*slot.Head) {
				t.Errorf("%v %s: the head from %.0f to %.0f in the panel %v", size, extra, crown, chin, slot.Window)
			}
			if shoulders := slot.EyeY + 1.1*slot.Head; int(shoulders) > slot.Window.Max.Y {
				t.Errorf("%v %s: a head without shoulders, which would end at %.0f in the panel %v", size, extra, shoulders, slot.Window)
			}
		}
	}
}

// longEnd is the fullest end card.
var longEnd = scene.Scene{ID: "endlong", Kind: scene.End, Say: "See what your building could share today.", Headline: "See what your building and every building around it could share with you",
	URL: "https://commonwatt.example/start", Action: "Scan to check your address", Note: "Free check in two minutes for every flat of the building. No contract."}

// besideOf composes a scene with its presenter: the frame, and the content as it was
// laid out.
func besideOf(in Input) (outer, inner *comp, err error) {
	if in.Size.X > in.Size.Y {
		outer, inner = composeBeside(in, layouts[in.Board.Scenes[in.Index].Kind])
		return outer, inner, nil
	}
	outer, err = compose(in)
	return outer, outer, err
}

// A board that asks for a presenter where none can stand is told so.
func TestPresenterBesideIsRefusedWithTheReason(t *testing.T) {
	t.Parallel()
	b := &scene.Storyboard{Scenes: []scene.Scene{{Kind: scene.Chart, Presenter: "left"}, {Kind: scene.Points, Presenter: "left"}, {Kind: scene.Chart}}}
	for i, want := range []bool{true, false, false} {
		if ok, why := Beside(b, i, image.Pt(1000, 1000)); ok || (why != "") != want {
			t.Errorf("scene %d: %v %q", i, ok, why)
		}
	}
	if ok, why := Beside(b, 0, landscape); !ok || why != "" {
		t.Errorf("%v %q", ok, why)
	}
	b.Presenter.None = true
	if ok, why := Beside(b, 0, landscape); ok || why != "" {
		t.Errorf("%v %q", ok, why)
	}
}
