package telling

import (
	"testing"
)

func TestAHeadlineEndsWithNoAuxiliary(t *testing.T) {
	t.Parallel()
	if got := Clip("The water you drink today may once have been drunk by a dinosaur", 46); got != "The water you drink today" {
		t.Errorf("%q", got)
	}
}
