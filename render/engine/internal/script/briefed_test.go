package script

import (
	"context"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
)

// A few facts for a long video are a brief, though nothing orders it; words that fill
// their time, that go on with each other or have a script's marks are spoken alone.
func TestFewFactsForALongVideoAreABrief(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		seconds float64
		prompt  string
		title   string
		script  bool
	}{
		{60, "We're launching Tidepool, a shared calendar for sailing clubs. Boats can be booked by phone. It costs 9 euros a month.", "Tidepool", false},
		{45, "What's new in Ledgerly 4.2: faster search, dark mode, and bank imports. The update is free.", "What's new in Ledgerly 4.2", false},
		{45, "Bike parking at the Elm Street office changes on Monday. The cellar closes for repairs. Racks stand in the courtyard.", "Bike parking at the Elm Street office changes on Monday", false},
		{12, "We're launching Tidepool, a shared calendar for sailing clubs. Boats can be booked by phone. It costs 9 euros a month.", "Tidepool", true},
		{0, "We're launching Tidepool, a shared calendar for sailing clubs. Boats can be booked by phone. It costs 9 euros a month.", "Tidepool", true},
		{30, "Every winter our pipes froze. So we wrapped them in straw. It cost us nothing. And this year the water ran all winter long.", "Every winter our pipes froze", true},
		{60, "Our library has a new reading room. It is quiet, warm and open until nine. (pause) Come and see it.", "Our library has a new reading room", true},
		{60, "\"Our library has a new reading room.\" \"It is open until nine.\" \"Come and see it.\"", "Our library has a new reading room", true},
	} {
		b, err := Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: tt.prompt}, Seconds: tt.seconds})
		if err != nil {
			t.Fatal(err)
		}
		said, shown := 0, 0
		for _, s := range b.Scenes {
			if s.Say == "" && s.Kind != scene.Title && s.Kind != scene.End {
				shown++
			}
			said += len(strings.Fields(s.Say))
			if s.Verbatim != tt.script && s.Say != "" && s.Kind != scene.End {
				t.Errorf("%g s, %q: %q is verbatim: %v", tt.seconds, tt.prompt, s.Say, s.Verbatim)
			}
		}
		if more := said > len(strings.Fields(tt.prompt))+2 || shown > 0; more == tt.script {
			t.Errorf("%g s, %q: %d words are said, %d scenes only show something", tt.seconds, tt.prompt, said, shown)
		}
		if b.Title != tt.title {
			t.Errorf("%q is titled %q, want %q", tt.prompt, b.Title, tt.title)
		}
	}
}
