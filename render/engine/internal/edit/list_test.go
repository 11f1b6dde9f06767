package edit

import (
	"slices"
	"strings"
	"testing"
)

func TestListsAreTakenApart(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"remove the music":                                                 nil,
		"- remove the music\n- swap scenes 2 and 4":                        {"remove the music", "swap scenes 2 and 4"},
		"Please:\n1) remove the music\n\n2) in scene 3 say hello\nand bye": {"remove the music", "in scene 3 say hello and bye"},
		"1. Remove the music. 2. Swap scenes 2 and 4. 3. Captions off":     {"Remove the music.", "Swap scenes 2 and 4.", "Captions off"},
		"Changes: (1) captions off, (2) make it portrait":                  {"captions off", "make it portrait"},
		"a) remove the music\nb) make the logo dance":                      {"remove the music", "make the logo dance"},
		"remove the music\nuse a female voice":                             {"remove the music", "use a female voice"},
		"1. Szene kürzer":                                                  nil,
		"1. Szene kürzer, 2. Szene länger":                                 nil,
		"delete scene 1. 2. is fine":                                       nil,
		"in scene 3 say\nwe reply within a day":                            nil,
		"in scene 3 say 1. open it, 2. close it":                           nil,
		"* in scene 3 say \"a - b\"":                                       {"in scene 3 say \"a - b\""},
	} {
		if want == nil {
			want = []string{text}
		}
		if got := List(text, "en"); !slices.Equal(got, want) {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
	if long := strings.Repeat("- remove the music\n", maxItems+1); len(List(long, "en")) != 1 {
		t.Error("a list of more items than are read is taken apart")
	}
}
