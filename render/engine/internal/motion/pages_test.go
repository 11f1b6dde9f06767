package motion

import (
	"fmt"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// A long list turns its pages as the voice goes on: what is named stands there, what stood
// before has gone, the headline and the logo stand through it all, and steps go on being
// numbered.
func TestLongListsTurnTheirPagesWithTheVoice(t *testing.T) {
	t.Parallel()
	names := strings.Fields("alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima")
	s := scene.Scene{ID: "s", Kind: scene.Process, Headline: "Twelve letters", Say: "Here they are. " + strings.Join(names, ", ") + "."}
	for _, n := range names {
		s.Items = append(s.Items, scene.Item{Title: strings.ToUpper(n[:1]) + n[1:]})
	}
	c := composeFor(t, s, scene.Look{}, landscape, 16)
	seen := func(at float64) (out []string) {
		for _, v := range visible(c, at) {
			out = append(out, v.block.Spec.Text)
		}
		return out
	}
	for i, n := range names {
		at, _, ok := c.cues.find(n, 0)
		if !ok {
			t.Fatalf("%s is not heard", n)
		}
		text := " " + strings.Join(seen(at+.5), " ") + " "
		for _, want := range []string{s.Items[i].Title, s.Headline, "Commonwatt", fmt.Sprint(i + 1)} {
			if !strings.Contains(text, " "+want+" ") {
				t.Errorf("with %s, %q does not stand there: %s", n, want, text)
			}
		}
		if other := s.Items[(i+6)%12].Title; strings.Contains(text, other) {
			t.Errorf("with %s, %s of another page stands there", n, other)
		}
		for _, b := range inspect(c, at+.5, false) {
			t.Errorf("with %s: %s", n, b)
		}
	}
	for _, h := range c.stage.Hits {
		if h.At < 0 || h.At > 16 {
			t.Errorf("a %s at %.1f s", h.Kind, h.At)
		}
	}
}

// Pages hold about as many each.
func TestPagesAreEven(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ n, limit, want int }{{8, 8, 8}, {9, 8, 5}, {12, 8, 6}, {16, 9, 8}, {1, 6, 1}, {0, 6, 1}, {25, 6, 5}} {
		if got := even(c.n, c.limit); got != c.want {
			t.Errorf("%d of %d: %d a page, want %d", c.n, c.limit, got, c.want)
		}
	}
}
