package prompt

import "testing"

// TestVideosAreNamed: a video whose order gives no topic is named by its kind or by what its
// first sentence speaks of.
func TestVideosAreNamed(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][3]string{
		"Make a short safety video for new warehouse pickers: always wear the vest, never run, and stop at the line.":                {"", "safety", "new warehouse pickers"},
		"A fire safety video for kitchen staff: know the exits, keep the lids near, call 112.":                                       {"", "fire safety", "kitchen staff"},
		"Welcome aboard video for interns. Lunch is at 12.":                                                                          {"", "", "interns"},
		"We run a small bike repair shop in Leeds. We fix punctures while you wait. Make a 30 second video about it.":                {"A small bike repair shop in Leeds", "", ""},
		"Dear parents, our summer fair is on 5 July from 2 to 6 pm in the school yard. Bring a cake.":                                {"Our summer fair", "", ""},
		"The north entrance is closed from 4 to 9 May. Please use the south entrance. Deliveries go to dock 2.":                      {"", "", ""},
		"If you see smoke anywhere in the building, leave it at once by the nearest stairs. Do not use the lifts. Meet at the gate.": {"", "", ""},
	} {
		b := Parse(text)
		if got := [3]string{b.Title, b.Subject, b.Audience}; got != want {
			t.Errorf("%q is named %q, want %q", text, got, want)
		}
	}
}

// TestWhatVideosEndWith: reminders and thanks at the end are said to the viewers.
func TestWhatVideosEndWith(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"Make a video about our concert. It is on Friday. End by reminding people to silence their phones.":                             {"remember to silence your phones"},
		"A video about the brigade. It has 38 members. Finish by thanking the families and asking viewers to check their smoke alarms.": {"the families", "check your smoke alarms"},
	} {
		var got []string
		for _, pt := range Parse(text).Points[1:] {
			got = append(got, pt.Text)
		}
		if len(got) != len(want) || got[len(got)-1] != want[len(want)-1] {
			t.Errorf("%q ends with %q, want %q", text, got, want)
		}
	}
}
