package layout

import "testing"

func TestColumnsOfTwoNames(t *testing.T) {
	t.Parallel()
	for head, want := range map[string]string{"Graphics/Text": "On-screen text", "Music/SFX": "Music", "Music & SFX": "Music", "Price / month": "", "Text & graphics": "On-screen text"} {
		if got := columnOf(head); got != want {
			t.Errorf("%q is %q, want %q", head, got, want)
		}
	}
}
