package revise

import "testing"

// TestAmountsAsTheyAreWritten: the sign stands before or behind, or is a word.
func TestAmountsAsTheyAreWritten(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{{"40 %", "45 %", "40%=45%"}, {"40%", "45%", "40 percent=45 percent"}, {"$5", "$6", "5 dollars=6 dollars"}} {
		found := false
		for _, p := range amounts(c[0], c[1]) {
			found = found || p[0]+"="+p[1] == c[2]
		}
		if !found {
			t.Errorf("%v: %q", c, amounts(c[0], c[1]))
		}
	}
	if a := amounts("5 apples", "6 apples"); len(a) != 0 {
		t.Errorf("%q", a)
	}
}
