package prompt

import "testing"

// TestNamesWhoSpeaks: who speaks stands below them, and is no part of the topic.
func TestNamesWhoSpeaks(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][3]string{
		"Welcome video for new hires at Marlow & Finch, by our HR lead Priya Raman. Your day starts at 9:00. Bring your passport.": {"Priya Raman", "HR lead", ""},
		"Safety video presented by site manager Joe Lindqvist. Hard hats are mandatory everywhere.":                                {"Joe Lindqvist", "Site manager", "safety"},
		"Message by Dr. Amina Yusuf, head of cardiology, on blood pressure. Measure it once a year.":                               {"Dr. Amina Yusuf", "Head of cardiology", "blood pressure"},
		"A 30 second clip with our head chef Dario Conti explaining why we only use whole fish. Nothing is wasted.":                {"Dario Conti", "Head chef", ""},
		"Make a video with upbeat music about our summer camp. Two weeks in July.":                                                 {"", "", "our summer camp"},
		"Create a video about our work with Mayor Ellis. The bridge is open again.":                                                {"", "", "our work with Mayor Ellis"},
	} {
		b := Parse(text)
		if got := [3]string{b.Presenter.Name, b.Presenter.Role, b.Subject}; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
