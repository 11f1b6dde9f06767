package icons

import (
	"slices"
	"testing"
)

func TestEveryIconIsDrawnInsideItsGrid(t *testing.T) {
	t.Parallel()
	names := Names()
	if len(names) < 1900 {
		t.Errorf("%d icons", len(names))
	}
	for _, n := range names {
		shapes := Shapes(n)
		if len(shapes) == 0 {
			t.Errorf("%s draws nothing", n)
		}
		for _, s := range shapes {
			if s.Path.Empty() {
				t.Errorf("%s has an empty part", n)
				continue
			}
			if x0, y0, x1, y1 := s.Path.Bounds(); x0 < 0 || y0 < 0 || x1 > 24 || y1 > 24 {
				t.Errorf("%s reaches from %.1f,%.1f to %.1f,%.1f", n, x0, y0, x1, y1)
			}
		}
	}
	for word, name := range words {
		if _, ok := set[name]; !ok {
			t.Errorf("%q leads to the icon %q, which does not exist", word, name)
		}
	}
}

func TestIconsFollowTheWords(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Residents vote": "users", "Secure by default": "shield", "Save money": "coin", "Delivered in a day": "truck", "24 hours": "clock",
		// Things that only Lucide has.
		"Forklift training": "forklift", "The bakery around the corner": "croissant", "Fresh carrots": "carrot", "An umbrella": "umbrella",
		// Words that are no things.
		"Acme": "", "The last one": "", "": "",
	} {
		if got := Of(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for _, asked := range []string{"rocket", "shopping-basket"} {
		if got := For(asked, 3, "anything"); got != asked {
			t.Errorf("asked for %s, got %s", asked, got)
		}
	}
	if a, b := For("", 0, "xyz"), For("", 1, "xyz"); a == b || !slices.Contains(Names(), a) {
		t.Errorf("two items without a word for it both have the icon %s", a)
	}
}
