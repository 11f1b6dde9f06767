package look

import "testing"

func TestEveryListedStyleExists(t *testing.T) {
	t.Parallel()
	if got, want := len(Styles()), len(styles); got != want {
		t.Errorf("%d styles are listed, %d exist", got, want)
	}
	for _, s := range Styles() {
		if _, err := StyleNamed(s.Name); err != nil || s.About == "" {
			t.Errorf("%s: %v, %q", s.Name, err, s.About)
		}
	}
}
