package prompt

import (
	"strings"
	"testing"
)

// A letter that is longer when it is small moves no place in a text.
func TestSlipBehindLongLetters(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("İ", 40)
	in := long + " with the blue door, no wait, the red door."
	if got, want := unslipped(in), long+" with the red door."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
