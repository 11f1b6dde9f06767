package prose

import (
	"reflect"
	"testing"
)

func TestSplitSentences(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"It costs 4.5 euros. Dr. Weber agrees.":             {"It costs 4.5 euros.", "Dr. Weber agrees."},
		`She said "Stop. Now." and left. We stayed.`:        {`She said "Stop. Now." and left.`, "We stayed."},
		"Visit acme.example today! Really? Yes.":            {"Visit acme.example today!", "Really?", "Yes."},
		"Buses 4 and 17 stop. iPhones work, e.g. the mini.": {"Buses 4 and 17 stop.", "iPhones work, e.g. the mini."},
		"14 at aisle C. Reads in 2 ms. Ms. Day agrees.":     {"14 at aisle C.", "Reads in 2 ms.", "Ms. Day agrees."},
		"Season 290 until 1 Nov. Kids free.":                {"Season 290 until 1 Nov.", "Kids free."},
		"هل تعرف؟ نعم.":                                     {"هل تعرف؟", "نعم."},
		"これは水です。冷たい。":                                       {"これは水です。", "冷たい。"},
	} {
		if got := SplitSentences(text); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %q", text, got)
		}
	}
}
